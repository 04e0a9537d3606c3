#include "exchange/xes_writer.hpp"

namespace gridcase::exchange {

namespace {

using Kind = XesAttribute::Kind;
using Attributes = std::vector<XesAttribute>;

XesAttribute text(const char* key, std::string_view value) {
  XesAttribute attribute;
  attribute.key = key;
  attribute.value = value;
  return attribute;
}

XesAttribute time(const char* key, Instant when) {
  XesAttribute attribute;
  attribute.kind = Kind::time;
  attribute.key = key;
  attribute.time = when;
  return attribute;
}

XesAttribute integer(const char* key, std::int64_t number) {
  XesAttribute attribute;
  attribute.kind = Kind::integer;
  attribute.key = key;
  attribute.integer = number;
  return attribute;
}

XesAttribute truth(const char* key, bool yes) {
  XesAttribute attribute;
  attribute.kind = Kind::truth;
  attribute.key = key;
  attribute.truth = yes;
  return attribute;
}

void add_if(Attributes& attributes, const char* key, std::string_view value) {
  if (!value.empty()) attributes.push_back(text(key, value));
}

// Who got orders with it, by the role: units that lead, assist …
XesAttribute orders(const Action& action) {
  XesAttribute list;
  list.kind = Kind::list;
  list.key = "gridcase:orders";
  for (const Order& order : action.orders)
    list.items.push_back(text(std::string(name(order.role)).c_str(), order.unit));
  return list;
}

XesEvent xes_event(const Event& event) {
  const Actor& actor = event.actor;
  XesEvent it;
  Attributes& list = it.attributes;
  list.push_back(text("concept:name", name(event.action.kind)));
  list.push_back(text("concept:instance", std::to_string(event.sequence)));
  list.push_back(text("lifecycle:transition", xes_transition(event.action.kind)));
  list.push_back(time("time:timestamp", event.happened));
  add_if(list, "org:resource", actor.person.empty() ? actor.unit : actor.person);
  add_if(list, "org:role", actor.post);
  add_if(list, "org:group", actor.unit);
  list.push_back(text("gridcase:outcome", name(event.outcome)));
  list.push_back(text("gridcase:state_before", name(event.before.state)));
  list.push_back(text("gridcase:state_after", name(event.after.state)));
  add_if(list, "gridcase:reason", event.action.reason);
  list.push_back(integer("gridcase:version", event.version));
  list.push_back(time("gridcase:recorded", event.recorded));
  if (!event.action.orders.empty()) list.push_back(orders(event.action));
  return it;
}

}  // namespace

XesHeader xes_header() {
  // By its schema the version is a decimal number, and the name of a classifier one word.
  XesHeader header;
  header.version = "1849.2016";
  header.features = "nested-attributes";
  header.extensions = {{"Concept", "concept", "http://www.xes-standard.org/concept.xesext"},
                       {"Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"},
                       {"Organizational", "org", "http://www.xes-standard.org/org.xesext"},
                       {"Time", "time", "http://www.xes-standard.org/time.xesext"}};
  header.trace_globals = {text("concept:name", "unknown")};
  header.event_globals = {text("concept:name", "unknown"), text("lifecycle:transition", "complete"),
                          time("time:timestamp", Instant{})};
  header.classifiers = {{"Activity", "concept:name", ""},
                        {"ActivityAndTransition", "concept:name lifecycle:transition", ""},
                        {"Unit", "org:group", ""}};
  header.attributes = {text("lifecycle:model", "standard")};
  return header;
}

XesTrace xes_trace(const Case& whole, const std::vector<Event>& events) {
  XesTrace trace;
  Attributes& list = trace.attributes;
  list.push_back(text("concept:name", whole.number));
  list.push_back(text("gridcase:case_id", std::to_string(to_number(whole.id))));
  list.push_back(text("gridcase:nature", name(whole.nature)));
  add_if(list, "gridcase:type", whole.type);
  add_if(list, "gridcase:category", whole.category);
  add_if(list, "gridcase:grade", whole.grade);
  add_if(list, "gridcase:channel", whole.channel);
  list.push_back(text("gridcase:request", name(whole.request)));
  list.push_back(text("gridcase:origin", name(whole.origin)));
  list.push_back(text("gridcase:state", name(whole.position.state)));
  add_if(list, "gridcase:holder", whole.holder);
  add_if(list, "gridcase:lead", whole.lead);
  add_if(list, "gridcase:township", whole.township);
  add_if(list, "gridcase:village", whole.village);
  add_if(list, "gridcase:grid", whole.grid);
  add_if(list, "gridcase:campaign", whole.campaign);
  list.push_back(integer("gridcase:returns", whole.returns));
  list.push_back(truth("gridcase:drill", whole.drill));
  list.push_back(time("gridcase:reported", whole.reported));
  if (whole.ended) list.push_back(time("gridcase:ended", *whole.ended));
  for (const Event& event : events)
    trace.events.push_back(xes_event(event));
  return trace;
}

}  // namespace gridcase::exchange
