// The nearest units against measuring every one, in random layouts anywhere on the globe.
#include "support/environment.hpp"
#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const Instant now = parse_instant("2022-06-01T00:00:00Z");

class Places {
public:
  explicit Places(Dice& dice) : dice_(dice), region_(dice.below(6)) {
    for (int i = 0; i < 4; ++i)
      points_.push_back({dice.between(118.0, 119.0), dice.between(28.0, 29.0)});
  }

  Point one() {
    const Point point = dice_.pick(points_);
    const double away = dice_.between(-0.5, 0.5);
    switch (region_) {
    case 0: return {118.5 + away, dice_.between(28.0, 29.0)};
    case 1: return {point.longitude + away / 1000, point.latitude + away / 1000};  // clusters
    case 2: return point;
    case 3: return {away < 0 ? 180 + away : -180 + away, dice_.between(-0.5, 0.5)};
    case 4: return {dice_.between(-180.0, 180.0), dice_.chance(10) ? 90 : 90 - std::abs(away)};
    default: return {dice_.between(-180.0, 180.0), dice_.between(-90.0, 90.0)};
    }
  }

private:
  Dice& dice_;
  std::size_t region_;
  std::vector<Point> points_;
};

Organization random_teams(Dice& dice, Places& places) {
  Organization organization = small_organization();
  const Unit pattern = unit_of(organization, "team");
  for (std::size_t i = dice.below(dice.chance(5) ? 200 : 40); i > 0; --i) {
    Unit team = pattern;
    team.code = "t" + std::to_string((i * 7919) % 1009);
    if (dice.chance(90)) team.location = places.one();
    team.response_class = static_cast<std::uint8_t>(dice.below(4));
    team.capacity = static_cast<std::int32_t>(dice.below(3));
    if (dice.chance(40)) team.capabilities.emplace_back("drainage");
    if (dice.chance(5)) team.capabilities.emplace_back("rescue");
    if (dice.chance(10))
      team.valid_from = Date{2022, 6, dice.chance(50) ? std::uint8_t{1} : std::uint8_t{2}};
    if (dice.chance(10)) team.valid_until = Date{2022, 6, 3};
    if (!team.valid_from && dice.chance(10)) team.valid_until = Date{2022, 6, 1};
    organization.units.push_back(std::move(team));
  }
  return organization;
}

ResponseSearch random_search(Dice& dice, Places& places, const Organization& organization) {
  ResponseSearch search;
  search.place = places.one();
  search.count = dice.below(6);
  if (dice.chance(50)) search.capability = dice.chance(50) ? "drainage" : "rescue";
  for (std::uint8_t one = 0; one < 4; ++one) {
    if (dice.chance(25)) search.classes.push_back(one);
  }
  for (std::size_t i = dice.below(4); i > 0; --i)
    search.leave_out.push_back(dice.pick(organization.units).code);
  search.on_duty_only = dice.chance(50);
  search.with_room_only = dice.chance(50);
  return search;
}

Readiness random_readiness(Dice& dice, const Organization& organization) {
  std::map<std::string, std::pair<bool, std::int32_t>> states;
  for (const Unit& unit : organization.units)
    states[unit.code] = {dice.chance(70), static_cast<std::int32_t>(dice.below(3))};
  Readiness readiness;
  if (dice.chance(80))
    readiness.on_duty = [states](const Unit& unit, Instant) { return states.at(unit.code).first; };
  if (dice.chance(80))
    readiness.load = [states](const Unit& unit) { return states.at(unit.code).second; };
  return readiness;
}

// Crossings where units stand and elsewhere; some that no road leads from. Few different times, so
// that many are equal.
Roads random_roads(Dice& dice, Places& places, const Organization& organization) {
  Roads roads;
  roads.off_road = dice.between(1.0, 10.0);
  const std::size_t count = 1 + dice.below(30);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& location = dice.pick(organization.units).location;
    roads.crossings.push_back({"x" + std::to_string((i * 7919) % 101),
                               location && dice.chance(50) ? *location : places.one()});
  }
  for (std::size_t i = dice.below(4 * count); i > 0; --i) {
    roads.roads.push_back({dice.pick(roads.crossings).code, dice.pick(roads.crossings).code,
                           static_cast<double>(1 + dice.below(4)), dice.chance(50)});
  }
  return roads;
}

// (cost, load, code) of all that fit, in order.
using Ranking = std::vector<std::tuple<double, std::int32_t, std::string>>;

template <typename Cost>
Ranking by_scan(const Directory& directory, const ResponseSearch& search,
                const Readiness& readiness, const Cost& cost) {
  const auto contains = [](const auto& list, const auto& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  Ranking all;
  for (const Unit& unit : directory.organization().units) {
    if (!unit.location || !directory.is_valid(unit, now)) continue;
    if (!search.capability.empty() && !contains(unit.capabilities, search.capability)) continue;
    if (!search.classes.empty() && !contains(search.classes, unit.response_class)) continue;
    if (contains(search.leave_out, unit.code)) continue;
    const bool on_duty = !readiness.on_duty || readiness.on_duty(unit, now);
    const std::int32_t load = readiness.load ? readiness.load(unit) : 0;
    if (search.on_duty_only && !on_duty) continue;
    if (search.with_room_only && unit.capacity > 0 && load >= unit.capacity) continue;
    const double one = cost(*unit.location);
    if (std::isfinite(one)) all.emplace_back(one, load, unit.code);
  }
  std::sort(all.begin(), all.end());
  if (all.size() > search.count) all.resize(search.count);
  return all;
}

Ranking ranking_of(const std::vector<Responder>& responders) {
  Ranking ranking;
  for (const Responder& responder : responders)
    ranking.emplace_back(responder.cost.value_or(responder.metres), responder.load, responder.unit);
  return ranking;
}

}  // namespace

TEST_CASE("the nearest are those that measuring every unit finds, in 10,000 layouts") {
  Dice dice(50);
  std::size_t found = 0;
  for (std::uint64_t i = 0; i < rounds(10000); ++i) {
    CAPTURE(i);
    Places places(dice);
    const Organization organization = random_teams(dice, places);
    const Directory directory(organization);
    const Responders responders(directory);
    const Readiness readiness = random_readiness(dice, organization);
    for (int question = 0; question < 3; ++question) {
      const ResponseSearch search = random_search(dice, places, organization);
      const auto answer = ranking_of(responders.nearest(search, now, readiness));
      found += answer.size();
      REQUIRE(answer == by_scan(directory, search, readiness, [&](Point from) {
                return distance_in_metres(search.place, from);
              }));
    }
  }
  CHECK(found > rounds(20000) / 2);
}

TEST_CASE("by a metric the first are those that a scan finds, without those that have no way") {
  Dice dice(51);
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(i);
    Places places(dice);
    const Organization organization = random_teams(dice, places);
    const Directory directory(organization);
    // Few different costs: many ties.
    const auto metric = [](Point from, Point to) {
      const double steps = std::floor(20 * std::abs(from.latitude - to.latitude));
      return steps > 8 ? std::numeric_limits<double>::infinity() : steps;
    };
    const Responders responders(directory, metric);
    const Readiness readiness = random_readiness(dice, organization);
    const ResponseSearch search = random_search(dice, places, organization);
    REQUIRE(ranking_of(responders.nearest(search, now, readiness)) ==
            by_scan(directory, search, readiness,
                    [&](Point from) { return metric(from, search.place); }));
  }
}

TEST_CASE("by road the first are those that asking for every unit's travel time finds") {
  Dice dice(52);
  std::size_t found = 0;
  for (std::uint64_t i = 0; i < rounds(1500); ++i) {
    CAPTURE(i);
    Places places(dice);
    const Organization organization = random_teams(dice, places);
    const Directory directory(organization);
    const RoadNetwork network(random_roads(dice, places, organization));
    const Responders responders(directory, network);
    const Readiness readiness = random_readiness(dice, organization);
    for (int question = 0; question < 3; ++question) {
      const ResponseSearch search = random_search(dice, places, organization);
      const auto answer = ranking_of(responders.nearest(search, now, readiness));
      found += answer.size();
      REQUIRE(answer == by_scan(directory, search, readiness, [&](Point from) {
                return network.travel_time(from, search.place);
              }));
    }
  }
  CHECK(found > rounds(2000) / 2);
}

TEST_CASE(
    "the crossings of units are kept: a question by road asks only who may be among the first") {
  Organization organization = small_organization();
  for (Unit& unit : organization.units)
    unit.location.reset();
  Roads roads;
  for (std::size_t i = 0; i < 6; ++i) {
    const Point place{118.6 + 0.01 * static_cast<double>(i), 28.7};
    roads.crossings.push_back({"x" + std::to_string(i), place});
    if (i > 0)
      roads.roads.push_back({roads.crossings[i].code, roads.crossings[i - 1].code, 60, false});
    for (std::size_t n = 0; n < 100; ++n) {
      Unit team = unit_of(organization, "team");
      team.code = "t" + std::to_string(100 * i + n);
      team.location = Point{place.longitude, place.latitude + 0.00001 * static_cast<double>(n)};
      organization.units.push_back(std::move(team));
    }
  }
  const RoadNetwork network(roads);
  const Responders responders(Directory(organization), network);
  std::size_t asked = 0;
  Readiness ready;
  ready.on_duty = [&](const Unit& unit, Instant) {
    ++asked;
    return unit.code.size() == 4;  // none at the first crossing
  };
  ResponseSearch search;
  search.place = {118.6, 28.7};
  search.count = 3;
  search.on_duty_only = true;
  const auto found = responders.nearest(search, now, ready);
  REQUIRE(found.size() == 3);
  for (const Responder& one : found)
    CHECK(*one.cost ==
          network.travel_time(*unit_of(organization, one.unit).location, search.place));
  CHECK(asked <= 200);
}
