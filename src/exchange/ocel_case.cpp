#include "exchange/ocel_case.hpp"

#include <fmt/format.h>

#include <chrono>

namespace gridcase::exchange {

namespace {

using A = ActionKind;

std::string case_id(CaseId id) { return "case:" + std::to_string(to_number(id)); }

std::string order_id(CaseId id, std::int32_t number) {
  return "order:" + std::to_string(to_number(id)) + ':' + std::to_string(number);
}

void relate(std::vector<OcelRelation>& relations, std::string_view kind, const std::string& code,
            const char* qualifier) {
  if (!code.empty()) relations.push_back({std::string(kind) + ':' + code, qualifier});
}

void relate(std::vector<OcelRelation>& relations, CaseId id, std::string_view qualifier) {
  if (id != CaseId::none) relations.push_back({case_id(id), std::string(qualifier)});
}

void set(std::vector<OcelValue>& values, const char* name, std::string_view value,
         Instant time = Instant{}) {
  if (!value.empty()) values.push_back({name, std::string(value), time});
}

void set(std::vector<OcelValue>& values, const char* name, std::int64_t value) {
  values.push_back({name, std::to_string(value), Instant{}});
}

// ---- the case

bool amends(A kind) {
  return kind == A::amend || kind == A::reclassify || kind == A::file || kind == A::expedite;
}

void set_changes(std::vector<OcelValue>& values, const Event& event) {
  const Instant when = event.happened;
  if (event.after.state != event.before.state) set(values, "state", name(event.after.state), when);
  set(values, "holder", event.facts.holder, when);
  if (!amends(event.action.kind)) return;
  set(values, "category", event.action.category, when);
  set(values, "grade", event.action.grade, when);
  if (event.action.request != RequestKind::unstated) {
    set(values, "request", name(event.action.request), when);
  }
}

std::vector<OcelValue> values_of(const CaseLog& log) {
  const Case& whole = log.whole;
  const Event& first = log.events.front();
  std::vector<OcelValue> values;
  set(values, "number", whole.number);
  set(values, "nature", name(whole.nature));
  set(values, "type", whole.type);
  set(values, "channel", whole.channel);
  set(values, "origin", name(whole.origin));
  set(values, "drill", std::int64_t{whole.drill});
  set(values, "state", name(first.after.state));
  set(values, "holder", first.facts.holder);
  set(values, "category", first.action.category);
  set(values, "grade", first.action.grade);
  set(values, "request", name(first.action.request));
  for (std::size_t i = 1; i < log.events.size(); ++i)
    set_changes(values, log.events[i]);
  return values;
}

std::vector<OcelRelation> relations_of(const CaseLog& log) {
  const Case& whole = log.whole;
  std::vector<OcelRelation> relations;
  relate(relations, "unit", whole.reporter_unit, "reported_by");
  relate(relations, "person", whole.reporter_person, "reported_by");
  relate(relations, "unit", whole.holder, "held_by");
  relate(relations, "unit", whole.lead, "led_by");
  relate(relations, "unit", whole.township, "in_township");
  relate(relations, "unit", whole.village, "in_village");
  relate(relations, "grid", whole.grid, "in_grid");
  relate(relations, "category", whole.category, "of_category");
  relate(relations, "campaign", whole.campaign, "under");
  relate(relations, "unit", whole.about, "about");
  relate(relations, whole.part_of, "part_of");
  relate(relations, whole.merged_into, "merged_into");
  for (const Link& link : whole.links) {
    // A part that was split off is a part no more; the case knows what it is part of.
    if (link.relation != Relation::part_of) relate(relations, link.case_id, name(link.relation));
  }
  return relations;
}

// ---- orders

OcelObject order_object(const Case& whole, const Assignment& order) {
  OcelObject object{order_id(whole.id, order.no), "order", {}, {}};
  std::vector<OcelValue>& values = object.attributes;
  set(values, "number", order.no);
  set(values, "role", name(order.role));
  set(values, "dispatch", order.dispatch);
  set(values, "rounds", order.round);
  set(values, "forced", order.forced);
  set(values, "state", name(AssignmentState::assigned));
  const auto reached = [&](const std::optional<Instant>& when, AssignmentState state) {
    if (when) set(values, "state", name(state), *when);
  };
  reached(order.signed_at, AssignmentState::signed_for);
  reached(order.contacted, AssignmentState::contacted);
  reached(order.arrived, AssignmentState::arrived);
  reached(order.controlled, AssignmentState::controlled);
  reached(order.finished, AssignmentState::finished);
  reached(order.ended, order.state);

  relate(object.relations, whole.id, "of");
  relate(object.relations, "unit", order.unit, "to");
  for (const std::int32_t number : order.after)
    object.relations.push_back({order_id(whole.id, number), "waits_for"});
  for (const std::string& person : order.handlers)
    relate(object.relations, "person", person, "handled_by");
  return object;
}

bool gives_orders(A kind) {
  switch (kind) {
  case A::dispatch:
  case A::reinforce:
  case A::transfer_out:
  case A::conclude:
  case A::handle:
  case A::guide:
  case A::consult: return true;
  default: return false;
  }
}

bool works_on_orders(A kind) {
  switch (kind) {
  case A::sign:
  case A::decline:
  case A::start:
  case A::contact:
  case A::arrive:
  case A::control:
  case A::progress:
  case A::finish:
  case A::feedback: return true;
  default: return false;
  }
}

void relate_orders(std::vector<OcelRelation>& relations, const Case& whole, const Event& event) {
  const A kind = event.action.kind;
  for (const Assignment& order : whole.assignments) {
    const bool gives = gives_orders(kind) && order.ordered == event.happened;
    const bool works = works_on_orders(kind) && order.unit == event.actor.unit &&
                       order.ordered <= event.happened &&
                       (!order.ended || event.happened <= *order.ended);
    if (gives) relations.push_back({order_id(whole.id, order.no), "gives"});
    if (works) relations.push_back({order_id(whole.id, order.no), "works_on"});
  }
  for (const std::int32_t number : event.facts.let_go)
    relations.push_back({order_id(whole.id, number), "ends"});
}

// ---- events

OcelEvent ocel_event(const Case& whole, const Event& event) {
  const Action& action = event.action;
  OcelEvent it{"event:" + std::to_string(event.sequence),
               std::string(name(action.kind)),
               event.happened,
               {},
               {}};
  set(it.attributes, "outcome", name(event.outcome));
  set(it.attributes, "state_before", name(event.before.state));
  set(it.attributes, "state_after", name(event.after.state));
  set(it.attributes, "reason", action.reason);
  set(it.attributes, "post", event.actor.post);
  set(it.attributes, "version", event.version);
  set(it.attributes, "policy_version", event.policy_version);
  set(it.attributes, "recorded", ocel_time(event.recorded));

  relate(it.relations, event.case_id, "on");
  relate(it.relations, "unit", event.actor.unit, "by");
  relate(it.relations, "person", event.actor.person, "by");
  relate_orders(it.relations, whole, event);
  relate(it.relations, "unit", action.unit, "to");
  for (const std::string& unit : action.units)
    relate(it.relations, "unit", unit, "names");
  relate(it.relations, action.other_case, "other");
  relate(it.relations, "grid", event.facts.grid, "in");
  relate(it.relations, "category", action.category, "as");
  relate(it.relations, "campaign", event.facts.campaign, "under");
  return it;
}

}  // namespace

std::string ocel_time(Instant time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  std::string text = format_instant(seconds);
  text.pop_back();  // Z
  return fmt::format("{}.{:06}Z", text, (time - seconds).count());
}

std::vector<OcelObject> ocel_objects(const CaseLog& log) {
  std::vector<OcelObject> objects;
  objects.push_back({case_id(log.whole.id), "case", values_of(log), relations_of(log)});
  for (const Assignment& order : log.whole.assignments)
    objects.push_back(order_object(log.whole, order));
  return objects;
}

std::vector<OcelEvent> ocel_events(const CaseLog& log) {
  std::vector<OcelEvent> events;
  events.reserve(log.events.size());
  for (const Event& event : log.events)
    events.push_back(ocel_event(log.whole, event));
  return events;
}

}  // namespace gridcase::exchange
