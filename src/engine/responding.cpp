// Source: 就近处置、专业救助 (the nearest hold the scene, professionals solve it) and
// 一、二、三级联动单位 (units of response class 1 are called at once, 2 on request, 3 in support).
#include "engine/responding.hpp"

#include "engine/reading.hpp"
#include "rules/operating_mode.hpp"
#include "rules/permission.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace gridcase::engine {
namespace {

constexpr std::uint8_t last_class = 3;
constexpr std::size_t most_orders = 200;  // that one dispatch takes

// What the calendars and the store know of units; the store is asked once for each.
class Roll {
public:
  Roll(store::Store& store, const Rulebook& rules, Instant now)
      : store_(store), directory_(rules.directory), now_(now) {
    for (const Calendar& calendar : rules.policy->time.calendars) {
      for (const std::string& unit : calendar.units)
        keeps_.emplace(unit, rules.timetables.find(calendar.code));
    }
  }

  // By the calendar that names it, or the nearest unit above it. The organization's own hours are
  // no roster: who has none is there at any time.
  bool on_duty(const Unit& unit) const {
    if (keeps_.empty()) return true;
    for (const std::string& code : directory_.chain(unit.code)) {
      const auto found = keeps_.find(code);
      if (found != keeps_.end()) return found->second->is_working(now_);
    }
    return true;
  }

  std::int32_t load(const Unit& unit) {
    const auto [at, is_new] = loads_.emplace(unit.code, 0);
    if (is_new) at->second = static_cast<std::int32_t>(store_.count_open_orders(unit.code));
    return at->second;
  }

  bool has_room(const Unit& unit) { return unit.capacity == 0 || load(unit) < unit.capacity; }

  std::string in_words(const Unit& unit) {
    const std::int32_t open = load(unit);
    const std::string cases = unit.capacity > 0
                                  ? fmt::format("{} of {} cases", open, unit.capacity)
                                  : fmt::format("{} case{}", open, open == 1 ? "" : "s");
    return fmt::format("{}, {}", on_duty(unit) ? "on duty" : "not on duty", cases);
  }

private:
  store::Store& store_;
  const Directory& directory_;
  Instant now_;
  std::map<std::string_view, const Timetable*> keeps_;  // codes of the policy, which outlives this
  std::map<std::string, std::int32_t> loads_;
};

bool can(const Unit& unit, const std::string& capability) {
  const auto& all = unit.capabilities;
  return capability.empty() || std::find(all.begin(), all.end(), capability) != all.end();
}

// The others have no people in the place, or are there for one matter only.
bool can_hold_scene(UnitKind kind) {
  return kind != UnitKind::city_center && kind != UnitKind::provider &&
         kind != UnitKind::task_force && kind != UnitKind::platform;
}

struct Asked {
  const Rulebook& rules;
  const Responders& responders;
  const model::Snapshot& subject;
  const Actor& actor;
  Instant now;
};

// One proposal in the making: who is named already is not named again.
class Proposal {
public:
  Proposal(const Asked& asked, Roll& roll)
      : it_(asked), directory_(asked.rules.directory), summary_(asked.subject.summary), roll_(roll),
        ground_(ground()), place_(place()),
        mode_(rules::mode_of(*asked.rules.policy, directory_, summary_)), duty_(by_duty()),
        capabilities_(capabilities()) {}

  std::vector<ProposedOrder> make(Call call) {
    const bool adds = adds_only();
    if (!adds) add_lead(call);
    add_by_duty(adds);
    for (std::uint8_t one = 1; one <= std::min(call.response_class, last_class); ++one) {
      const auto role = one < 3 ? AssignmentRole::assist : AssignmentRole::support;
      for (const Responder& unit : called(one))
        add(unit.unit, role, unit.because);
    }
    add_scene(call.scene);
    return std::move(orders_);
  }

private:
  std::string ground() const;
  std::optional<Point> place() const;
  bool adds_only() const;
  bool may_send(const std::string& code) const;
  bool can_be_sent(const std::string& code) const;
  Responsible by_duty() const;
  std::vector<std::string> capabilities() const;
  Readiness readiness(bool to_scene);
  std::vector<Responder> called(std::uint8_t response_class);
  std::vector<Responder> called_from_nowhere(std::uint8_t response_class,
                                             const std::string& capability);

  void add(const std::string& code, AssignmentRole role, std::string because);
  void add_lead(Call call);
  void add_by_duty(bool with_lead);
  void add_scene(std::size_t count);

  const Asked& it_;
  const Directory& directory_;
  const CaseSummary& summary_;
  Roll& roll_;
  std::set<std::string> named_;
  std::vector<ProposedOrder> orders_;
  const std::string ground_;  // empty if the organization knows none
  const std::optional<Point> place_;
  const OperatingMode mode_;
  const Responsible duty_;
  const std::vector<std::string> capabilities_;  // one of them is enough
};

// The smallest ground that the organization still knows, else the holder.
std::string Proposal::ground() const {
  for (const std::string* code :
       {&summary_.grid, &summary_.village, &summary_.township, &summary_.holder}) {
    if (directory_.unit(*code) != nullptr) return *code;
  }
  return {};
}

// Where the case is, else where the smallest ground has its place.
std::optional<Point> Proposal::place() const {
  if (summary_.point) return summary_.point;
  for (const std::string* code : {&summary_.grid, &summary_.village, &summary_.township}) {
    const Unit* unit = directory_.unit(*code);
    if (unit != nullptr && unit->location) return unit->location;
  }
  return std::nullopt;
}

// Orders are out that a dispatch would add to.
bool Proposal::adds_only() const {
  const auto phase = phase_of(summary_.position.state);
  const auto& all = it_.subject.assignments;
  return (phase == Phase::dispatched || phase == Phase::handling) &&
         std::any_of(all.begin(), all.end(), [](const Assignment& one) { return one.is_open(); });
}

// The holder, or the actor that acts in its place: as it is decided when the orders are given.
bool Proposal::may_send(const std::string& code) const {
  const std::string& holder = summary_.holder;
  const bool is_known = directory_.unit(holder) != nullptr;
  if (is_known && directory_.may_send(holder, code)) return true;
  const bool acts_for_it = !is_known || directory_.is_within(holder, it_.actor.unit);
  return acts_for_it && directory_.may_send(it_.actor.unit, code).yes;
}

bool Proposal::can_be_sent(const std::string& code) const {
  const Unit* unit = directory_.unit(code);
  return unit != nullptr && named_.count(code) == 0 && directory_.is_valid(*unit, it_.now) &&
         rules::open_assignment(it_.subject, code) == nullptr && may_send(code);
}

// Who leads on the tier the case is on; where nobody can be sent who does, who leads in the county.
Responsible Proposal::by_duty() const {
  const bool is_known = !ground_.empty() && directory_.category(summary_.category) != nullptr;
  if (!is_known) return {};
  const Tier tier = tier_of(summary_.position.state).value_or(Tier::county);
  Responsible here = directory_.responsible(summary_.category, ground_, tier, mode_);
  if (can_be_sent(here.lead) || tier == Tier::county) return here;
  Responsible above = directory_.responsible(summary_.category, ground_, Tier::county, mode_);
  return can_be_sent(above.lead) ? above : here;
}

// What makes a unit a professional one for the matter: what the county's duties for the category,
// or for the nearest one above it that says so, look for in a lead on this ground; else what the
// lead by duty can do, so that others of its trade are called. Where neither says anything, every
// unit of the class is called: a class is a call by itself.
std::vector<std::string> Proposal::capabilities() const {
  const auto holds = [&](const Duty& duty) {
    return duty.tier == Tier::county && (!duty.mode || duty.mode == mode_) &&
           (duty.territory.empty() || directory_.is_within(ground_, duty.territory));
  };
  const Category* category = directory_.category(summary_.category);
  for (; category != nullptr; category = directory_.category(category->parent)) {
    std::set<std::string> wanted;
    for (const Duty& duty : directory_.organization().duties) {
      const bool says = duty.category == category->code && !duty.lead_capability.empty();
      if (says && holds(duty)) wanted.insert(duty.lead_capability);
    }
    if (!wanted.empty()) return {wanted.begin(), wanted.end()};
    if (category->parent.empty()) break;
  }
  const Unit* lead = directory_.unit(duty_.lead);
  if (lead != nullptr && !lead->capabilities.empty()) return lead->capabilities;
  return {std::string()};
}

// Who cannot be sent counts as not on duty, so that a search goes on to the next.
Readiness Proposal::readiness(bool to_scene) {
  Readiness readiness;
  readiness.on_duty = [this, to_scene](const Unit& unit, Instant) {
    const bool fits = !to_scene || (can_hold_scene(unit.kind) && unit.code != summary_.holder);
    return fits && can_be_sent(unit.code) && roll_.on_duty(unit);
  };
  readiness.load = [this](const Unit& unit) { return roll_.load(unit); };
  return readiness;
}

// All of the class that can come: on duty, with room for a case. The nearest first.
std::vector<Responder> Proposal::called(std::uint8_t response_class) {
  std::vector<Responder> all;
  for (const std::string& capability : capabilities_) {
    std::vector<Responder> found;
    if (place_) {
      ResponseSearch search;
      search.place = *place_;
      search.capability = capability;
      search.classes = {response_class};
      search.count = directory_.organization().units.size();
      search.on_duty_only = true;
      search.with_room_only = true;
      found = it_.responders.nearest(search, it_.now, readiness(false));
    }
    for (Responder& one : called_from_nowhere(response_class, capability))
      found.push_back(std::move(one));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

// Those whose distance nobody knows, by code.
std::vector<Responder> Proposal::called_from_nowhere(std::uint8_t response_class,
                                                     const std::string& capability) {
  std::vector<Responder> found;
  const Readiness ready = readiness(false);
  for (const Unit& unit : directory_.organization().units) {
    const bool is_found_by_place = place_ && unit.location;
    if (unit.response_class != response_class || is_found_by_place || !can(unit, capability) ||
        !ready.on_duty(unit, it_.now) || !roll_.has_room(unit)) {
      continue;
    }
    Responder one;
    one.unit = unit.code;
    one.because = fmt::format("no distance is known{}{}, response class {}, {}",
                              capability.empty() ? "" : ", has ", capability, response_class,
                              roll_.in_words(unit));
    found.push_back(std::move(one));
  }
  std::sort(found.begin(), found.end(),
            [](const Responder& a, const Responder& b) { return a.unit < b.unit; });
  return found;
}

void Proposal::add(const std::string& code, AssignmentRole role, std::string because) {
  if (orders_.size() >= most_orders || !can_be_sent(code)) return;
  named_.insert(code);
  ProposedOrder& proposed = orders_.emplace_back();
  proposed.order.unit = code;
  proposed.order.role = role;
  proposed.because = std::move(because);
  const auto& location = directory_.unit(code)->location;
  if (place_ && location) proposed.metres = distance_in_metres(*place_, *location);
}

// Responsibility does not end with the hours on duty: who leads by duty is named in any case. A
// professional unit that is called at once leads where nobody does.
void Proposal::add_lead(Call call) {
  if (can_be_sent(duty_.lead)) {
    add(duty_.lead, AssignmentRole::lead,
        fmt::format("{}; {}", duty_.because, roll_.in_words(*directory_.unit(duty_.lead))));
    return;
  }
  if (call.response_class == 0) return;
  const std::vector<Responder> first = called(1);
  if (first.empty()) return;
  add(first.front().unit, AssignmentRole::lead,
      "nobody can be sent who leads by duty; first of class 1: " + first.front().because);
}

// To orders that are out the lead by duty is added as one who helps.
void Proposal::add_by_duty(bool with_lead) {
  std::vector<std::string> units = duty_.assists;
  if (with_lead) units.insert(units.begin(), duty_.lead);
  for (const std::string& code : units) {
    if (!can_be_sent(code)) continue;
    add(code, AssignmentRole::assist,
        fmt::format("{}; {} assists; {}", duty_.because, code,
                    roll_.in_words(*directory_.unit(code))));
  }
}

// Whoever is nearest, of whatever jurisdiction.
void Proposal::add_scene(std::size_t count) {
  if (!place_ || count == 0) return;
  ResponseSearch search;
  search.place = *place_;
  search.count = std::min(count, most_orders);
  search.on_duty_only = true;
  search.with_room_only = true;
  for (const Responder& one : it_.responders.nearest(search, it_.now, readiness(true)))
    add(one.unit, AssignmentRole::scene, "holds the scene: " + one.because);
}

}  // namespace

Responders ResponderBook::of(const Rulebook& rules) {
  WayPtr way;
  CompiledPtr known;
  {
    const std::lock_guard lock(mutex_);
    way = way_;
    known = compiled_;
  }
  if (known && known->version == rules.version && known->way == way) return known->responders;
  Responders made = !way         ? Responders(rules.directory)
                    : way->roads ? Responders(rules.directory, *way->roads)
                                 : Responders(rules.directory, way->metric);
  keep(std::make_shared<const Compiled>(Compiled{rules.version, std::move(way), made}));
  return made;
}

// Not what was overtaken meanwhile.
void ResponderBook::keep(CompiledPtr made) {
  const std::lock_guard lock(mutex_);
  const bool is_newest = !compiled_ || compiled_->version <= made->version;
  if (made->way == way_ && is_newest) compiled_.swap(made);
}

void ResponderBook::use(std::optional<RoadNetwork> roads) {
  WayPtr next;
  if (roads) next = std::make_shared<const Way>(Way{std::move(roads), {}});
  replace(std::move(next), true);
}

void ResponderBook::use(Metric metric) {
  WayPtr next;
  if (metric) next = std::make_shared<const Way>(Way{std::nullopt, std::move(metric)});
  replace(std::move(next), false);
}

// What was in use goes with `next`, after the lock.
void ResponderBook::replace(WayPtr next, bool by_road) {
  const std::lock_guard lock(mutex_);
  const bool is_other = !next && way_ && way_->roads.has_value() != by_road;
  if (!is_other) way_.swap(next);
}

std::vector<Responder> nearest_responders(store::Store& store, const Rulebook& rules,
                                          const Responders& responders, CaseId id,
                                          ResponseSearch search, const Actor& actor, Instant now) {
  const auto loaded = read_visible(store, rules, id, actor);
  if (!loaded) return {};
  if (loaded->snapshot.summary.point) search.place = *loaded->snapshot.summary.point;
  Roll roll(store, rules, now);
  Readiness readiness;
  readiness.on_duty = [&](const Unit& unit, Instant) { return roll.on_duty(unit); };
  readiness.load = [&](const Unit& unit) { return roll.load(unit); };
  return responders.nearest(search, now, readiness);
}

std::vector<ProposedOrder> propose_orders(store::Store& store, const Rulebook& rules,
                                          const Responders& responders, CaseId id, Call call,
                                          const Actor& actor, Instant now) {
  const auto loaded = read_visible(store, rules, id, actor);
  if (!loaded || is_end(loaded->snapshot.summary.position.state)) return {};
  Roll roll(store, rules, now);
  const Asked asked{rules, responders, loaded->snapshot, actor, now};
  return Proposal(asked, roll).make(call);
}

std::vector<FigureSum> sum_figures(store::Store& store, const Rulebook& rules, Instant from,
                                   Instant until, const Actor& actor) {
  return store.sum_figures(from, until, scope_of(rules, actor));
}

}  // namespace gridcase::engine
