// Cases of random holders and needs: the engine leaves no more of them over, at no higher a cost,
// than somebody who tries every way.

#include "support/county.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using Part = AssignmentRole;

namespace {

const std::vector<std::string> trades{"drainage", "diving", "mowing"};

Point random_point(Dice& dice) {
  return {dice.between(118.60, 118.70), dice.between(28.70, 28.75)};
}

Organization random_county(Dice& dice) {
  Organization organization = small_organization();
  for (const char* code : {"sz", "jj", "dredgers"})
    unit_of(organization, code).location.reset();
  const std::vector<std::string> parents{centre, room, other_room, drains, "12345"};
  const std::vector<UnitKind> kinds{UnitKind::response_team, UnitKind::provider,
                                    UnitKind::task_force, UnitKind::platform};
  for (std::size_t i = 0; i < 4; ++i) {
    Unit unit;
    unit.code = "t" + std::to_string(i);
    unit.name = unit.code;
    unit.kind = dice.pick(kinds);
    if (unit.kind == UnitKind::task_force) unit.members = {drains};
    unit.tier = Tier::township;
    unit.parent = dice.pick(parents);
    if (dice.chance(90)) unit.location = random_point(dice);
    for (const std::string& trade : trades) {
      if (dice.chance(50)) unit.capabilities.push_back(trade);
    }
    unit.capacity = static_cast<std::int32_t>(dice.below(3));
    organization.units.push_back(unit);
  }
  if (dice.chance(50)) {
    Duty other = organization.duties[3];
    other.lead_capability = "diving";
    other.territory = village;
    organization.duties.push_back(other);
  }
  return organization;
}

std::vector<CaseId> random_cases(Dice& dice, County& county) {
  std::vector<CaseId> cases;
  for (std::size_t i = 1 + dice.below(5); i > 0; --i) {
    const std::string by = dice.pick(std::vector<std::string>{centre, room, other_room});
    const CaseId id = county.report(by, [&](Action& action) {
      if (dice.chance(90)) action.point = random_point(dice);
      if (by == centre && dice.chance(70)) action.grid = dice.chance(50) ? grid : other_grid;
      action.category = dice.pick(std::vector<std::string>{"040401", "0404", "0401"});
    });
    county.must(A::file, id, county.whole(id).holder);
    cases.push_back(id);
  }
  return cases;
}

// What the duties of the county say in plain words; only the one category asks for a trade.
std::vector<std::string> wanted(const Directory& directory, const Case& it) {
  std::vector<std::string> trades_of_it;
  const std::string ground = !it.grid.empty()       ? it.grid
                             : !it.village.empty()  ? it.village
                             : !it.township.empty() ? it.township
                                                    : it.holder;
  for (const Duty& duty : directory.organization().duties) {
    const bool is_here = it.category == "040401" && !duty.lead_capability.empty() &&
                         directory.is_within(ground, duty.territory);
    if (is_here) trades_of_it.push_back(duty.lead_capability);
  }
  return trades_of_it;
}

bool can_take(const Directory& directory, const Unit& unit, const Case& it,
              const std::string& asked, const std::string& actor) {
  if (unit.kind == UnitKind::platform || !unit.location || !it.point) return false;
  const bool is_sent =
      directory.may_send(it.holder, unit.code) ||
      (directory.is_within(it.holder, actor) && directory.may_send(actor, unit.code));
  if (!is_sent) return false;
  const auto needs = asked.empty() ? wanted(directory, it) : std::vector<std::string>{asked};
  const auto& can = unit.capabilities;
  return needs.empty() || std::any_of(needs.begin(), needs.end(), [&](const std::string& need) {
           return std::count(can.begin(), can.end(), need) > 0;
         });
}

struct Result {
  std::size_t taken = 0;
  double cost = 0;
};

bool is_better(const Result& a, const Result& b) {
  return a.taken > b.taken || (a.taken == b.taken && a.cost < b.cost);
}

// Tries every way to give the cases from `next` on to the units that have room.
Result try_all(const std::vector<std::vector<double>>& costs, std::vector<std::int32_t>& room,
               std::size_t next = 0) {
  if (next == costs.size()) return {};
  Result best = try_all(costs, room, next + 1);
  for (std::size_t i = 0; i < room.size(); ++i) {
    if (room[i] == 0 || costs[next][i] < 0) continue;
    --room[i];
    Result one = try_all(costs, room, next + 1);
    ++room[i];
    ++one.taken;
    one.cost += costs[next][i];
    if (is_better(one, best)) best = one;
  }
  return best;
}

}  // namespace

TEST_CASE("no way to allocate cases takes more of them, or costs less") {
  std::size_t taken = 0;
  std::size_t left = 0;
  for (std::uint64_t seed = 0; seed < rounds(150); ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    County county({}, random_county(dice));
    const std::vector<CaseId> cases = random_cases(dice, county);
    const std::string asked = dice.chance(30) ? dice.pick(trades) : std::string();
    const std::string actor = dice.chance(60) ? centre : room;
    const Directory directory = county.engine().directory();
    const auto& units = directory.organization().units;
    std::vector<std::vector<double>> costs;
    std::map<CaseId, std::size_t> index;
    for (const CaseId id : cases) {
      const auto it = county.engine().get(id, {actor, "", ""});
      if (!it || !it->point) continue;
      index[id] = costs.size();
      auto& row = costs.emplace_back();
      for (std::size_t i = units.size() - 4; i < units.size(); ++i) {
        row.push_back(can_take(directory, units[i], *it, asked, actor)
                          ? distance_in_metres(*it->point, *units[i].location)
                          : -1);
      }
    }
    std::vector<std::int32_t> room_of;
    for (std::size_t i = units.size() - 4; i < units.size(); ++i)
      room_of.push_back(units[i].capacity == 0 ? 99 : units[i].capacity);
    const Result best = try_all(costs, room_of);

    const auto found = county.engine().allocate_cases({}, asked, {actor, "", ""}, county.now());
    double cost = 0;
    for (const auto& line : found.lines) {
      const auto unit = std::find_if(units.end() - 4, units.end(),
                                     [&](const Unit& one) { return one.code == line.unit; });
      REQUIRE(unit != units.end());
      const auto at = static_cast<std::size_t>(unit - (units.end() - 4));
      CHECK(costs.at(index.at(line.case_id))[at] == line.cost);
      CHECK(--room_of[at] >= 0);
      cost += line.cost;
    }
    CHECK(found.lines.size() == best.taken);
    CHECK(found.lines.size() + found.left_over.size() == costs.size());
    CHECK(cost == doctest::Approx(best.cost));
    CHECK(found.cost == doctest::Approx(best.cost));
    taken += best.taken;
    left += found.left_over.size();
  }
  CHECK(taken > rounds(100) / 2);
  CHECK(left > rounds(50) / 2);
}
