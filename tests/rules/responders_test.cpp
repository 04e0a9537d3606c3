#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const Instant now = parse_instant("2022-06-01T00:00:00Z");
const Point scene{118.60, 28.70};

// Teams east of the scene, each 0.01 degrees (977 m) farther; no other unit has a location.
Organization teams() {
  Organization organization = small_organization();
  for (Unit& unit : organization.units)
    unit.location.reset();
  for (int i = 1; i <= 5; ++i) {
    Unit team = unit_of(organization, "team");
    team.code = "t" + std::to_string(i);
    team.location = Point{scene.longitude + 0.01 * i, scene.latitude};
    team.response_class = static_cast<std::uint8_t>(i % 4);
    team.capacity = 5;
    organization.units.push_back(team);
  }
  return organization;
}

std::string codes(const std::vector<Responder>& responders) {
  std::string text;
  for (const Responder& responder : responders)
    text += (text.empty() ? "" : " ") + responder.unit;
  return text;
}

ResponseSearch first(std::size_t count) {
  ResponseSearch search;
  search.place = scene;
  search.count = count;
  return search;
}

}  // namespace

TEST_CASE("the nearest come first, at most as many as are asked for") {
  const Responders responders{Directory(teams())};
  CHECK(codes(responders.nearest(first(1), now)) == "t1");
  CHECK(codes(responders.nearest(first(3), now)) == "t1 t2 t3");
  CHECK(codes(responders.nearest(first(100), now)) == "t1 t2 t3 t4 t5");
  CHECK(responders.nearest(first(0), now).empty());
}

TEST_CASE("only the classes that are called, and never one that is left out") {
  const Responders responders{Directory(teams())};
  ResponseSearch search = first(9);
  search.classes = {1};
  CHECK(codes(responders.nearest(search, now)) == "t1 t5");
  search.classes = {3, 2, 2, 9};
  CHECK(codes(responders.nearest(search, now)) == "t2 t3");
  search.classes = {};
  search.leave_out = {"t1", "t3", "nobody"};
  CHECK(codes(responders.nearest(search, now)) == "t2 t4 t5");
}

TEST_CASE("only units that have the capability, a location, and exist at the time") {
  Organization organization = teams();
  unit_of(organization, "t3").capabilities = {"drainage", "drainage"};
  unit_of(organization, "t5").capabilities = {"drainage"};
  unit_of(organization, "t1").valid_until = Date{2022, 6, 1};
  unit_of(organization, "t2").valid_from = Date{2022, 6, 2};
  const Responders responders{Directory(organization)};
  ResponseSearch search = first(9);
  CHECK(codes(responders.nearest(search, now)) == "t3 t4 t5");
  CHECK(codes(responders.nearest(search, parse_instant("2022-05-31T15:59:59Z"))) ==
        "t1 t3 t4 t5");  // midnight in China is at 16:00
  search.capability = "drainage";
  CHECK(codes(responders.nearest(search, now)) == "t3 t5");
  search.capability = "rescue";
  CHECK(responders.nearest(search, now).empty());
}

TEST_CASE("who is not on duty or has no room is left out only if that is asked for") {
  Organization organization = teams();
  unit_of(organization, "t2").capacity = 0;  // without limit
  const Responders responders{Directory(organization)};
  Readiness ready;
  ready.on_duty = [](const Unit& unit, Instant when) { return unit.code != "t1" && when == now; };
  ready.load = [](const Unit& unit) { return unit.code == "t4" ? 4 : 5; };
  ResponseSearch search = first(9);
  const auto all = responders.nearest(search, now, ready);
  CHECK(codes(all) == "t1 t2 t3 t4 t5");
  CHECK_FALSE(all[0].on_duty);
  CHECK(all[1].on_duty);
  CHECK(all[3].load == 4);
  search.on_duty_only = true;
  CHECK(codes(responders.nearest(search, now, ready)) == "t2 t3 t4 t5");
  search.with_room_only = true;
  CHECK(codes(responders.nearest(search, now, ready)) == "t2 t4");
  CHECK(codes(responders.nearest(search, now)) == "t1 t2 t3 t4 t5");
}

TEST_CASE("of units equally far the one with less load comes first, then the smaller code") {
  Organization organization = teams();
  for (const char* code : {"t2", "t3", "t4"})
    unit_of(organization, code).location = unit_of(organization, "t1").location;
  const Responders responders{Directory(organization)};
  Readiness ready;
  ready.load = [](const Unit& unit) { return unit.code == "t3" ? 0 : 1; };
  CHECK(codes(responders.nearest(first(1), now, ready)) == "t3");
  CHECK(codes(responders.nearest(first(5), now, ready)) == "t3 t1 t2 t4 t5");
  CHECK(codes(responders.nearest(first(5), now)) == "t1 t2 t3 t4 t5");
}

TEST_CASE("by travel time the order is that of the roads, without those no road leads from") {
  const Organization organization = teams();
  Roads roads;
  for (int i = 0; i <= 5; ++i)
    roads.crossings.push_back({"x" + std::to_string(i), {scene.longitude + 0.01 * i, 28.70}});
  roads.roads = {{"x1", "x0", 300, false},
                 {"x2", "x0", 45, false},
                 {"x3", "x2", 15, true},
                 {"x0", "x4", 1, true}};
  const Responders responders{Directory(organization), RoadNetwork(roads)};
  const auto found = responders.nearest(first(9), now);
  REQUIRE(codes(found) == "t2 t3 t1");
  CHECK(found[0].cost == 45);
  CHECK(found[0].because == "45 s by road, 2.0 km away, response class 2");
  CHECK(found[2].because == "5 min 0 s by road, 975 m away, response class 1");
  CHECK(codes(responders.nearest(first(2), now)) == "t2 t3");
}

TEST_CASE("a metric of the host's decides, from the unit to the place") {
  const Responders responders(Directory(teams()), [](Point from, Point to) {
    CHECK(to == scene);
    if (from.longitude > 118.645) return std::numeric_limits<double>::infinity();
    return from.longitude > 118.625 ? 1.5 : 2.0;
  });
  Readiness ready;
  ready.load = [](const Unit& unit) { return unit.code == "t1" ? 2 : 1; };
  const auto found = responders.nearest(first(9), now, ready);
  REQUIRE(codes(found) == "t3 t4 t2 t1");
  CHECK(found[0].cost == 1.5);
  CHECK(found[0].because == "cost 1.5, 2.9 km away, response class 3, 1 of 5 cases");
}

TEST_CASE("what no metric may answer and a place that is none are errors") {
  const Directory directory(teams());
  for (const double wrong : {-1.0, std::numeric_limits<double>::quiet_NaN()}) {
    const Responders responders(directory, [wrong](Point, Point) { return wrong; });
    CHECK_THROWS_AS(responders.nearest(first(1), now), Error);
  }
  ResponseSearch search = first(1);
  search.place = {0, 91};
  CHECK_THROWS_AS(Responders(directory).nearest(search, now), Error);
}

TEST_CASE("a choice says in a sentence what it rests on, and nothing of what nobody knows") {
  Organization organization = teams();
  unit_of(organization, "t2").capacity = 0;
  unit_of(organization, "t2").capabilities = {"drainage"};
  const Responders responders{Directory(organization)};
  Readiness ready;
  ready.on_duty = [](const Unit& unit, Instant) { return unit.code != "t2"; };
  ready.load = [](const Unit& unit) { return unit.code == "t2" ? 1 : 2; };
  const auto found = responders.nearest(first(4), now, ready);
  CHECK(found[0].because == "975 m away, response class 1, on duty, 2 of 5 cases");
  CHECK(found[1].because == "2.0 km away, response class 2, not on duty, 1 case");
  CHECK(found[3].because == "3.9 km away, on duty, 2 of 5 cases");
  CHECK_FALSE(found[0].cost);
  ResponseSearch search = first(1);
  search.capability = "drainage";
  CHECK(responders.nearest(search, now)[0].because ==
        "2.0 km away, has drainage, response class 2");
}
