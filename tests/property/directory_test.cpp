// The directory against slow and obvious answers, on random organizations.
#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const Instant now = parse_instant("2022-06-01T00:00:00Z");

const Unit& unit_in(const Organization& organization, const std::string& code) {
  return *std::find_if(organization.units.begin(), organization.units.end(),
                       [&](const Unit& unit) { return unit.code == code; });
}

std::vector<std::string> walk_up(const Organization& organization, std::string code) {
  std::vector<std::string> chain;
  for (; !code.empty(); code = unit_in(organization, code).parent)
    chain.push_back(code);
  return chain;
}

bool within(const Organization& organization, const std::string& unit, const std::string& above) {
  const auto chain = walk_up(organization, unit);
  return std::find(chain.begin(), chain.end(), above) != chain.end();
}

// By code pairs, with the way that is preferred between the two.
std::map<std::string, std::map<std::string, int>> edges_of(const Organization& organization) {
  std::map<std::string, std::map<std::string, int>> edges;
  const auto add = [&](const std::string& from, const std::string& to, int way) {
    const auto [at, is_new] = edges[from].emplace(to, way);
    if (!is_new) at->second = std::min(at->second, way);
  };
  for (const Unit& unit : organization.units) {
    if (unit.parent.empty()) continue;
    add(unit.code, unit.parent, 0);
    add(unit.parent, unit.code, 1);
  }
  for (const Linkage& linkage : organization.linkages) {
    add(linkage.from, linkage.to, 1 + static_cast<int>(linkage.kind));
  }
  return edges;
}

using Distances = std::map<std::pair<std::string, std::string>, int>;

Distances floyd_warshall(const Organization& organization) {
  constexpr int far = 1000000;
  Distances distance;
  for (const Unit& a : organization.units) {
    for (const Unit& b : organization.units)
      distance[{a.code, b.code}] = a.code == b.code ? 0 : far;
  }
  for (const auto& [from, targets] : edges_of(organization)) {
    for (const auto& [to, way] : targets)
      distance[{from, to}] = 1;
  }
  for (const Unit& via : organization.units) {
    for (const Unit& a : organization.units) {
      for (const Unit& b : organization.units) {
        const int over = distance[{a.code, via.code}] + distance[{via.code, b.code}];
        int& best = distance[{a.code, b.code}];
        best = std::min(best, over);
      }
    }
  }
  return distance;
}

bool is_vertical(UnitKind kind) {
  return kind == UnitKind::city_center || kind == UnitKind::command_center ||
         kind == UnitKind::command_room || kind == UnitKind::village || kind == UnitKind::grid;
}

std::vector<std::string> grounds_of(const Unit& unit) {
  if (!unit.territory.empty()) return unit.territory;
  return {is_vertical(unit.kind) ? unit.code : unit.parent};
}

bool covers(const Organization& organization, const std::string& territory, const Unit& place) {
  if (territory.empty() || within(organization, place.code, territory)) return true;
  const auto grounds = grounds_of(place);
  return std::all_of(grounds.begin(), grounds.end(), [&](const std::string& ground) {
    return within(organization, ground, territory);
  });
}

std::optional<Tier> tier_of(const Unit& unit) {
  switch (unit.kind) {
  case UnitKind::grid:
  case UnitKind::village: return Tier::village;
  case UnitKind::command_room:
  case UnitKind::station: return Tier::township;
  case UnitKind::command_center:
  case UnitKind::department:
  case UnitKind::subcenter: return Tier::county;
  default: return unit.tier;
  }
}

// The one unit that a capability finds; empty for none or several.
std::string find_capable(const Organization& organization, const Duty& duty, const Unit& place) {
  std::set<std::string> best;
  std::size_t best_depth = 0;
  for (const Unit& unit : organization.units) {
    const auto& can = unit.capabilities;
    if (std::count(can.begin(), can.end(), duty.lead_capability) == 0) continue;
    if (tier_of(unit) != duty.tier) continue;
    for (const std::string& ground : grounds_of(unit)) {
      const std::size_t depth = walk_up(organization, ground).size();
      if (!covers(organization, ground, place) || depth < best_depth) continue;
      if (depth > best_depth) best.clear();
      best_depth = depth;
      best.insert(unit.code);
    }
  }
  return best.size() == 1 ? *best.begin() : std::string();
}

// Scans all duties for the best by (said for the mode, steps up to the category, depth of the
// territory).
std::string scan_for_lead(const Organization& organization, const std::string& category,
                          const Unit& place, Tier tier,
                          OperatingMode mode = OperatingMode::normal) {
  const Duty* best = nullptr;
  std::tuple<bool, std::size_t, std::size_t> best_rank;
  for (const Duty& duty : organization.duties) {
    std::size_t steps = 0;
    std::string on = category;
    while (!on.empty() && on != duty.category) {
      on = std::find_if(organization.categories.begin(), organization.categories.end(),
                        [&](const Category& c) { return c.code == on; })
               ->parent;
      ++steps;
    }
    if (on.empty() || duty.tier != tier || !covers(organization, duty.territory, place)) continue;
    if (duty.mode && *duty.mode != mode) continue;
    const std::size_t depth =
        duty.territory.empty() ? 0 : walk_up(organization, duty.territory).size();
    const std::tuple<bool, std::size_t, std::size_t> rank(!duty.mode, steps, 100 - depth);
    if (best == nullptr || rank < best_rank) {
      best = &duty;
      best_rank = rank;
    }
  }
  if (best == nullptr) return {};
  return best->lead.empty() ? find_capable(organization, *best, place) : best->lead;
}

}  // namespace

TEST_CASE("containment is what walking up the parents finds") {
  Dice dice(10);
  for (int i = 0; i < 200; ++i) {
    const Organization organization = random_organization(dice);
    const Directory directory(organization);
    for (const Unit& a : organization.units) {
      REQUIRE(directory.chain(a.code) == walk_up(organization, a.code));
      for (const Unit& b : organization.units) {
        REQUIRE(directory.is_within(a.code, b.code) == within(organization, a.code, b.code));
      }
    }
  }
}

TEST_CASE("the units below a unit are those whose way up passes it") {
  Dice dice(16);
  for (int i = 0; i < 200; ++i) {
    const Organization organization = random_organization(dice);
    const Directory directory(organization);
    const Instant when = dice.chance(50) ? now : parse_instant("2019-06-01T00:00:00Z");
    for (const Unit& above : organization.units) {
      const auto kind =
          dice.chance(50) ? std::nullopt : std::optional(dice.pick(organization.units).kind);
      std::set<std::string> expected;
      for (const Unit& one : organization.units) {
        const bool fits = (!kind || one.kind == *kind) && directory.is_valid(one, when);
        const bool is_below = one.code != above.code && within(organization, one.code, above.code);
        if (fits && is_below) expected.insert(one.code);
      }
      REQUIRE(directory.below(above.code, kind, when) ==
              std::vector<std::string>(expected.begin(), expected.end()));
    }
  }
}

TEST_CASE("a route is as short as Floyd and Warshall's, and the smallest of those by code") {
  Dice dice(11);
  const char* names[] = {"up", "down", "reports_to", "dispatches_to", "assists"};
  for (int i = 0; i < 60; ++i) {
    const Organization organization = random_organization(dice);
    const Directory directory(organization);
    const auto edges = edges_of(organization);
    const Distances distance = floyd_warshall(organization);
    for (const Unit& a : organization.units) {
      for (const Unit& b : organization.units) {
        const Route route = directory.route(a.code, b.code);
        REQUIRE(route.found);
        REQUIRE(static_cast<int>(route.steps.size()) == distance.at({a.code, b.code}));
        std::string on = a.code;
        for (const Route::Step& step : route.steps) {
          const auto next =
              std::find_if(edges.at(on).begin(), edges.at(on).end(), [&](const auto& edge) {
                return distance.at({edge.first, b.code}) + 1 == distance.at({on, b.code});
              });
          REQUIRE(step.unit == next->first);
          REQUIRE(step.by == names[next->second]);
          on = step.unit;
        }
      }
    }
  }
}

TEST_CASE("who leads is what a scan of all duties finds") {
  Dice dice(12);
  for (int i = 0; i < 200; ++i) {
    const Organization organization = random_organization(dice);
    const Directory directory(organization);
    for (const Category& category : organization.categories) {
      for (const Unit& place : organization.units) {
        for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
          const Responsible answer = directory.responsible(category.code, place.code, tier);
          CAPTURE(answer.because);
          REQUIRE(answer.lead == scan_for_lead(organization, category.code, place, tier));
          REQUIRE_FALSE(answer.because.empty());
        }
      }
    }
  }
}

TEST_CASE("who leads in a mode is what a scan of all duties finds") {
  Dice dice(14);
  int leads = 0;
  for (int i = 0; i < 200; ++i) {
    Organization organization = random_organization(dice);
    const std::vector<Duty> ordinary = organization.duties;
    for (Duty& duty : organization.duties) {
      if (dice.chance(30)) duty.mode = OperatingMode::normal;
    }
    for (Duty duty : ordinary) {  // the same once more, with another lead
      if (!dice.chance(60)) continue;
      duty.mode = OperatingMode::emergency;
      if (!duty.lead.empty()) duty.lead = dice.pick(organization.units).code;
      organization.duties.push_back(duty);
    }
    const Directory directory(organization);
    for (const Category& category : organization.categories) {
      const Unit& place = dice.pick(organization.units);
      for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
        for (const OperatingMode mode : {OperatingMode::normal, OperatingMode::emergency}) {
          const Responsible answer = directory.responsible(category.code, place.code, tier, mode);
          CAPTURE(answer.because);
          REQUIRE(answer.lead == scan_for_lead(organization, category.code, place, tier, mode));
          leads += answer.lead.empty() ? 0 : 1;
        }
      }
    }
  }
  CHECK(leads > 500);  // the dice found something to decide
}

TEST_CASE("the nearest assets are those that measuring every one finds") {
  Dice dice(15);
  for (int i = 0; i < 300; ++i) {
    Organization organization = random_organization(dice);
    const std::size_t count = dice.below(30);
    for (std::size_t n = 0; n < count; ++n) {
      Asset asset;
      asset.code = "a" + std::to_string(dice.below(1000) * 100 + n);
      asset.kind = dice.chance(50) ? "camera" : "boat";
      asset.unit = dice.pick(organization.units).code;
      // On a coarse lattice, so that there are ties.
      if (dice.chance(80)) {
        asset.location = Point{118 + static_cast<double>(dice.below(4)) / 10,
                               28 + static_cast<double>(dice.below(4)) / 10};
      }
      organization.assets.push_back(std::move(asset));
    }
    const Directory directory(organization);
    const Point from{118 + dice.unit() / 2, 28 + dice.unit() / 2};
    for (const std::string kind : {"", "camera", "drone"}) {
      std::vector<std::pair<double, std::string>> all;
      for (const Asset& asset : organization.assets) {
        if (!asset.location || (!kind.empty() && asset.kind != kind)) continue;
        all.emplace_back(distance_in_metres(from, *asset.location), asset.code);
      }
      std::sort(all.begin(), all.end());
      const std::size_t most = dice.below(6);
      if (all.size() > most) all.resize(most);
      std::vector<std::pair<double, std::string>> found;
      for (const Near& near : directory.nearest_assets(from, kind, most)) {
        found.emplace_back(near.metres, near.unit);
      }
      REQUIRE(found == all);
    }
  }
}

TEST_CASE("the nearest units are those that measuring every one finds, anywhere on the globe") {
  Dice dice(13);
  for (int i = 0; i < 300; ++i) {
    Organization organization = random_organization(dice);
    const std::size_t region = dice.below(4);
    const auto place_in_region = [&] {
      const double away = dice.between(-0.5, 0.5);
      const double along = dice.between(-0.5, 0.5);
      if (region == 0) return Point{118.5 + away, 28.5 + along};
      if (region == 1) return Point{away < 0 ? 180 + away : -180 + away, along};  // date line
      if (region == 2) return Point{dice.between(-180.0, 180.0), 90 - std::abs(along)};
      return Point{dice.between(-180.0, 180.0), dice.between(-90.0, 90.0)};
    };
    for (Unit& unit : organization.units) {
      if (dice.chance(80)) unit.location = place_in_region();
      if (dice.chance(10)) unit.location = organization.units.front().location;  // ties
    }
    const Directory directory(organization);
    for (int question = 0; question < 10; ++question) {
      const Point from = place_in_region();
      const std::string capability = dice.chance(50) ? "" : "drainage";
      std::vector<std::pair<double, std::string>> all;
      for (const Unit& unit : organization.units) {
        const auto& can = unit.capabilities;
        const bool able = capability.empty() || std::count(can.begin(), can.end(), capability) > 0;
        if (!unit.location || !able || !directory.is_valid(unit, now)) continue;
        all.emplace_back(distance_in_metres(from, *unit.location), unit.code);
      }
      std::sort(all.begin(), all.end());
      const std::size_t count = dice.below(6);
      if (all.size() > count) all.resize(count);
      std::vector<std::pair<double, std::string>> found;
      for (const Near& near : directory.nearest(from, capability, count, now)) {
        found.emplace_back(near.metres, near.unit);
      }
      REQUIRE(found == all);
    }
  }
}
