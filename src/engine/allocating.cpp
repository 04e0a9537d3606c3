// The cases that wait become demands, the units that work become supplies, and `allocate` brings
// them together.
#include "engine/allocating.hpp"

#include "engine/matter.hpp"
#include "engine/queries.hpp"
#include "engine/roll.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

constexpr std::size_t most_cases = 10'000;
constexpr std::int32_t page_size = 1000;

bool waits_for_orders(const CaseSummary& summary) {
  const auto phase = phase_of(summary.position.state);
  return !summary.drill && (phase == Phase::triage || phase == Phase::returned);
}

// The others stand for ground, or for another system, and have no people of their own to send.
bool does_work(UnitKind kind) {
  return kind == UnitKind::department || kind == UnitKind::station || kind == UnitKind::subcenter ||
         kind == UnitKind::provider || kind == UnitKind::response_team ||
         kind == UnitKind::task_force;
}

// What `allocate` is asked for: a case fits the units that can do one of these things and that its
// holder may send to. It knows neither of the two; both are one word to it, the number of the need.
struct Need {
  std::string holder;
  std::vector<std::string> capabilities;

  friend bool operator<(const Need& a, const Need& b) {
    return std::tie(a.holder, a.capabilities) < std::tie(b.holder, b.capabilities);
  }
};

// The first of them that the unit has; nothing if it has none.
const std::string* capability_of(const Unit& unit, const Need& need) {
  for (const std::string& one : need.capabilities) {
    if (has_capability(unit, one)) return &one;
  }
  return nullptr;
}

// By road one search serves all units, and `allocate` asks for one case after the other.
class ByRoad {
public:
  ByRoad(const RoadNetwork& roads, const std::vector<Supply>& supplies) : roads_(roads) {
    for (const Supply& supply : supplies) {
      if (index_.emplace(key(supply.place), from_.size()).second) from_.push_back(supply.place);
    }
  }

  double operator()(Point from, Point to) {
    if (!to_ || key(*to_) != key(to)) times_ = roads_.travel_times(from_, to);
    to_ = to;
    return times_[index_.at(key(from))];
  }

private:
  using Key = std::pair<double, double>;
  static Key key(Point point) { return {point.longitude, point.latitude}; }

  const RoadNetwork& roads_;
  std::map<Key, std::size_t> index_;
  std::vector<Point> from_;
  std::optional<Point> to_;
  std::vector<double> times_;
};

class Allocating {
public:
  Allocating(store::Store& store, const Rulebook& rules, const Actor& actor, Instant now)
      : rules_(rules), actor_(actor), now_(now), roll_(store, rules, now) {}

  void add_case(const CaseSummary& summary, const std::string& capability) {
    const Matter matter(rules_, summary, actor_, now_);
    if (!matter.place()) {
      result_.without_place.push_back(summary.id);
      return;
    }
    Need need{summary.holder, {capability}};
    if (capability.empty()) need.capabilities = capabilities_of(summary, matter);
    const auto [at, is_new] = needs_.emplace(std::move(need), needs_.size());
    if (is_new) by_number_.push_back(&at->first);
    ids_.push_back(summary.id);
    needs_of_cases_.push_back(at->second);
    demands_.push_back({*matter.place(), std::to_string(at->second)});
  }

  std::size_t cases() const { return ids_.size() + result_.without_place.size(); }

  CaseAllocation allocated(const ResponderBook::WayPtr& way) {
    for (const Unit& unit : rules_.directory.organization().units) {
      if (does_work(unit.kind) && unit.location) add_supply(unit);
    }
    const Allocation allocation = allocate(demands_, supplies_, metric_by(way));
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const auto& supply = allocation.taken_by[i];
      if (!supply) result_.left_over.push_back(ids_[i]);
      if (supply) add_line(i, supplies_[*supply], way);
    }
    return std::move(result_);
  }

private:
  std::vector<std::string> capabilities_of(const CaseSummary& summary, const Matter& matter) {
    const auto key = std::tuple(summary.category, matter.ground(), summary.holder,
                                tier_of(summary.position.state));
    const auto known = capabilities_.find(key);
    if (known != capabilities_.end()) return known->second;
    const Responsible duty =
        matter.by_duty([&](const std::string& code) { return matter.may_be_sent(code); });
    return capabilities_[key] = matter.capabilities(duty);
  }

  void add_supply(const Unit& unit) {
    Supply supply;
    for (std::size_t i = 0; i < by_number_.size(); ++i) {
      const Need& need = *by_number_[i];
      if (capability_of(unit, need) == nullptr) continue;
      if (may_be_sent(rules_.directory, need.holder, actor_, unit.code, now_))
        supply.capabilities.push_back(std::to_string(i));
    }
    if (supply.capabilities.empty() || !roll_.on_duty(unit) || !roll_.has_room(unit)) return;
    supply.unit = unit.code;
    supply.place = *unit.location;
    supply.room = unit.capacity > 0 ? unit.capacity - roll_.load(unit)
                                    : static_cast<std::int32_t>(most_cases);
    supplies_.push_back(std::move(supply));
  }

  Metric metric_by(const ResponderBook::WayPtr& way) const {
    if (!way) return {};
    if (!way->roads) return way->metric;
    const auto by_road = std::make_shared<ByRoad>(*way->roads, supplies_);
    return [by_road](Point from, Point to) { return (*by_road)(from, to); };
  }

  void add_line(std::size_t index, const Supply& supply, const ResponderBook::WayPtr& way) {
    const Point to = demands_[index].place;
    const double metres = distance_in_metres(supply.place, to);
    const Unit& unit = *rules_.directory.unit(supply.unit);
    CaseAllocation::Line& line = result_.lines.emplace_back();
    line.case_id = ids_[index];
    line.unit = supply.unit;
    line.cost = metres;
    if (way && way->roads) {
      line.cost = way->roads->travel_time(supply.place, to);
      line.because = fmt::format("{:.0f} s by road, ", line.cost);
    } else if (way) {
      line.cost = way->metric(supply.place, to);
      line.because = fmt::format("cost {:g}, ", line.cost);
    }
    result_.cost += line.cost;
    line.because += distance_in_words(metres);
    const std::string& capability = *capability_of(unit, *by_number_[needs_of_cases_[index]]);
    if (!capability.empty()) line.because += ", has " + capability;
    line.because += ", " + roll_.in_words(unit);
  }

  const Rulebook& rules_;
  const Actor& actor_;
  const Instant now_;
  Roll roll_;
  std::map<Need, std::size_t> needs_;  // numbered in the order they come up
  std::vector<const Need*> by_number_;
  std::map<std::tuple<std::string, std::string, std::string, std::optional<Tier>>,
           std::vector<std::string>>
      capabilities_;
  std::vector<CaseId> ids_;  // by demand
  std::vector<std::size_t> needs_of_cases_;
  std::vector<Demand> demands_;
  std::vector<Supply> supplies_;
  CaseAllocation result_;
};

}  // namespace

CaseAllocation allocate_cases(store::Store& store, const Rulebook& rules,
                              const ResponderBook::WayPtr& way, CaseQuery query,
                              const std::string& capability, const Actor& actor, Instant now) {
  check_case_query(rules, query);
  query.open_only = true;
  query.limit = page_size;
  Allocating allocating(store, rules, actor, now);
  for (;;) {
    const CasePage page = find(store, rules, query, actor);
    for (const CaseSummary& summary : page.cases) {
      if (waits_for_orders(summary)) allocating.add_case(summary, capability);
    }
    if (allocating.cases() > most_cases) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("more than {} cases wait for orders; narrow the query", most_cases),
                  "query");
    }
    if (!page.next) return allocating.allocated(way);
    query.after = *page.next;
  }
}

}  // namespace gridcase::engine
