// Source: 就近处置、专业救助 (the nearest hold the scene, professionals solve it) and
// 一、二、三级联动单位 (units of response class 1 are called at once, 2 on request, 3 in support).
#include "engine/responding.hpp"

#include "engine/matter.hpp"
#include "engine/reading.hpp"
#include "engine/roll.hpp"
#include "rules/permission.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace gridcase::engine {
namespace {

constexpr std::uint8_t last_class = 3;
constexpr std::size_t most_orders = 200;  // that one dispatch takes

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
        matter_(asked.rules, summary_, asked.actor, asked.now), duty_(matter_.by_duty(can_send())),
        capabilities_(matter_.capabilities(duty_)) {}

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
    tell_what_is_missing(adds);
    return std::move(orders_);
  }

private:
  bool adds_only() const;
  bool can_be_sent(const std::string& code) const;
  Matter::Test can_send() const {
    return [this](const std::string& code) { return can_be_sent(code); };
  }
  Readiness readiness(bool to_scene);
  std::vector<Responder> called(std::uint8_t response_class);
  std::vector<Responder> called_by_place(std::uint8_t response_class,
                                         const std::string& capability);
  std::vector<Responder> called_from_nowhere(std::uint8_t response_class,
                                             const std::string& capability,
                                             const std::vector<Responder>& found);
  std::string nobody_leads() const;

  void add(const std::string& code, AssignmentRole role, std::string because);
  void add_lead(Call call);
  void add_by_duty(bool with_lead);
  void add_scene(std::size_t count);
  void tell_what_is_missing(bool adds);

  const Asked& it_;
  const Directory& directory_;
  const CaseSummary& summary_;
  Roll& roll_;
  std::set<std::string> named_;
  std::vector<ProposedOrder> orders_;
  std::set<std::string> left_out_;  // by the number of orders that a dispatch takes
  const Matter matter_;
  const Responsible duty_;
  const std::vector<std::string> capabilities_;  // one of them is enough
};

// Orders are out that a dispatch would add to.
bool Proposal::adds_only() const {
  const auto phase = phase_of(summary_.position.state);
  const auto& all = it_.subject.assignments;
  return (phase == Phase::dispatched || phase == Phase::handling) &&
         std::any_of(all.begin(), all.end(), [](const Assignment& one) { return one.is_open(); });
}

bool Proposal::can_be_sent(const std::string& code) const {
  return named_.count(code) == 0 && rules::open_assignment(it_.subject, code) == nullptr &&
         matter_.may_be_sent(code);
}

// Who cannot be sent counts as not on duty, so that a search goes on to the next.
Readiness Proposal::readiness(bool to_scene) {
  Readiness readiness;
  readiness.on_duty = [this, to_scene](const Unit& unit, Instant) {
    const bool fits = !to_scene || can_hold_scene(unit.kind);
    return fits && can_be_sent(unit.code) && roll_.on_duty(unit);
  };
  readiness.load = [this](const Unit& unit) { return roll_.load(unit); };
  return readiness;
}

// All of the class that can come: on duty, with room for a case. The nearest first.
std::vector<Responder> Proposal::called(std::uint8_t response_class) {
  std::vector<Responder> all;
  for (const std::string& capability : capabilities_) {
    std::vector<Responder> found = called_by_place(response_class, capability);
    for (Responder& one : called_from_nowhere(response_class, capability, found))
      found.push_back(std::move(one));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

std::vector<Responder> Proposal::called_by_place(std::uint8_t response_class,
                                                 const std::string& capability) {
  if (!matter_.place()) return {};
  ResponseSearch search;
  search.place = *matter_.place();
  search.capability = capability;
  search.classes = {response_class};
  search.count = directory_.organization().units.size();
  search.on_duty_only = true;
  search.with_room_only = true;
  return it_.responders.nearest(search, it_.now, readiness(false));
}

// The others, by code: those whose distance nobody knows, and those from which no road leads here.
std::vector<Responder> Proposal::called_from_nowhere(std::uint8_t response_class,
                                                     const std::string& capability,
                                                     const std::vector<Responder>& found) {
  std::set<std::string_view> known;
  for (const Responder& one : found)
    known.insert(one.unit);
  std::vector<Responder> others;
  const Readiness ready = readiness(false);
  for (const Unit& unit : directory_.organization().units) {
    if (unit.response_class != response_class || known.count(unit.code) > 0 ||
        !has_capability(unit, capability) || !ready.on_duty(unit, it_.now) ||
        !roll_.has_room(unit)) {
      continue;
    }
    Responder one;
    one.unit = unit.code;
    one.because = fmt::format(
        "no {} is known{}{}, response class {}, {}", matter_.metres_from(unit) ? "way" : "distance",
        capability.empty() ? "" : ", has ", capability, response_class, roll_.in_words(unit));
    others.push_back(std::move(one));
  }
  std::sort(others.begin(), others.end(),
            [](const Responder& a, const Responder& b) { return a.unit < b.unit; });
  return others;
}

void Proposal::add(const std::string& code, AssignmentRole role, std::string because) {
  if (!can_be_sent(code)) return;
  if (orders_.size() >= most_orders) {
    left_out_.insert(code);
    return;
  }
  named_.insert(code);
  ProposedOrder& proposed = orders_.emplace_back();
  proposed.order.unit = code;
  proposed.order.role = role;
  proposed.because = std::move(because);
  proposed.metres = matter_.metres_from(*directory_.unit(code));
}

std::string Proposal::nobody_leads() const {
  if (!duty_.lead.empty() && duty_.lead == summary_.holder)
    return duty_.lead + " leads by duty, and holds the case";
  return "nobody can be sent who leads by duty";
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
      fmt::format("{}; first of class 1: {}", nobody_leads(), first.front().because));
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
  if (!matter_.place() || count == 0) return;
  ResponseSearch search;
  search.place = *matter_.place();
  search.count = std::min(count, most_orders);
  search.on_duty_only = true;
  search.with_room_only = true;
  for (const Responder& one : it_.responders.nearest(search, it_.now, readiness(true)))
    add(one.unit, AssignmentRole::scene, "holds the scene: " + one.because);
}

// There is no line for it: the first order tells of a lead that is missing, the last one of others.
void Proposal::tell_what_is_missing(bool adds) {
  if (orders_.empty()) return;
  const bool has_lead = orders_.front().order.role == AssignmentRole::lead;
  if (!adds && !has_lead)
    orders_.front().because += fmt::format("; {}: name a lead", nobody_leads());
  if (left_out_.empty()) return;
  orders_.back().because += fmt::format(
      "; {} more are called: a dispatch takes {} orders, propose again when they are out",
      left_out_.size(), most_orders);
}

}  // namespace

ResponderBook::WayPtr ResponderBook::way() {
  const std::lock_guard lock(mutex_);
  return way_;
}

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

void ResponderBook::forget_units() {
  const std::lock_guard lock(mutex_);
  compiled_.reset();
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
