// Many cases at once: each to a unit that can take it.

#include "support/calendars.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using Part = AssignmentRole;

namespace {

const Actor commander{centre, "", ""};
const Point place{118.605, 28.705};  // in the grid 330881001001001

// So many hundredths of a degree to the east: about 0.98 km each.
Point east(double hundredths) { return {place.longitude + hundredths / 100, place.latitude}; }

Unit team(const std::string& code, double hundredths, const std::string& capability = "drainage",
          const std::string& parent = centre) {
  Unit unit;
  unit.code = code;
  unit.name = code;
  unit.kind = UnitKind::response_team;
  unit.tier = Tier::township;  // the dredgers stay the one unit of the county with "drainage"
  unit.parent = parent;
  unit.location = east(hundredths);
  unit.capabilities = {capability};
  unit.capacity = 1;
  return unit;
}

// Without the units that work and have a place already, but for those of the duties.
Organization with(const std::vector<Unit>& units) {
  Organization organization = small_organization();
  for (const char* code : {"sz", "jj", "dredgers"})
    unit_of(organization, code).location.reset();
  for (const Unit& unit : units)
    organization.units.push_back(unit);
  return organization;
}

CaseId filed(County& county, double hundredths, const std::string& category = "040401",
             const std::string& by = centre) {
  const CaseId id = county.report(by, [&](Action& action) {
    action.point = east(hundredths);
    action.grid = grid;
    action.category = category;
  });
  county.must(A::file, id, by);
  return id;
}

CaseAllocation allocated(County& county, const CaseQuery& query = {},
                         const std::string& capability = {}, const Actor& actor = commander) {
  return county.engine().allocate_cases(query, capability, actor, county.now());
}

// The units by case, those that are left over as "-".
std::string listed(const CaseAllocation& allocation, const std::vector<CaseId>& cases) {
  std::string text;
  for (const CaseId id : cases) {
    std::string unit = "?";
    for (const auto& line : allocation.lines)
      if (line.case_id == id) unit = line.unit;
    for (const CaseId left : allocation.left_over)
      if (left == id) unit = "-";
    for (const CaseId left : allocation.without_place)
      if (left == id) unit = "nowhere";
    text += (text.empty() ? "" : " ") + unit;
  }
  return text;
}

std::string error_of(County& county, const CaseQuery& query) {
  try {
    (void)allocated(county, query);
  } catch (const Error& error) {
    return std::string(name(error.code())) + " " + error.field();
  }
  return {};
}

}  // namespace

TEST_CASE("cases are allocated at the least total cost, not each to the unit nearest to it") {
  County county({}, with({team("a", 0), team("b", 3)}));
  const CaseId first = filed(county, 1);    // 1 from a, 2 from b
  const CaseId second = filed(county, -1);  // 1 from a, 4 from b
  const CaseAllocation allocation = allocated(county);
  CHECK(listed(allocation, {first, second}) == "b a");
  REQUIRE(allocation.lines.size() == 2);
  CHECK(allocation.lines[0].case_id == first);
  CHECK(allocation.lines[0].because == "2.0 km away, has drainage, on duty, 0 of 1 cases");
  CHECK(allocation.lines[0].cost == doctest::Approx(1951).epsilon(0.01));
  CHECK(allocation.cost == doctest::Approx(3 * 975.5).epsilon(0.01));
  CHECK(allocation.left_over.empty());
  CHECK(allocation.without_place.empty());
}

TEST_CASE("a unit takes as many cases as it has room for, and the others are left over") {
  std::vector<Unit> units{team("a", 0)};
  units[0].capacity = 2;
  County county({}, with(units));
  county.must(A::dispatch, filed(county, 0), centre, with_orders({{"a", Part::lead, ""}}));
  const std::vector<CaseId> cases{filed(county, 2), filed(county, 1)};
  const CaseAllocation allocation = allocated(county);
  CHECK(listed(allocation, cases) == "- a");
  CHECK(allocation.lines.at(0).because == "975 m away, has drainage, on duty, 1 of 2 cases");
  CHECK(allocation.left_over == std::vector<CaseId>{cases[0]});
}

TEST_CASE("a unit without a limit takes all of them") {
  std::vector<Unit> units{team("a", 0)};
  units[0].capacity = 0;
  County county({}, with(units));
  const std::vector<CaseId> cases{filed(county, 2), filed(county, 1), filed(county, 9)};
  CHECK(listed(allocated(county), cases) == "a a a");
}

TEST_CASE("each case goes to a unit that can do what the duties for its category look for") {
  Organization organization = with({team("pumps", 5), team("divers", 0, "diving")});
  unit_of(organization, drains).capabilities = {"mowing", "diving"};
  County county({}, organization);
  const CaseId by_duty = filed(county, 0);
  const CaseId by_lead = filed(county, 0, "0404");
  const CaseAllocation allocation = allocated(county);
  CHECK(listed(allocation, {by_duty, by_lead}) == "pumps divers");
  CHECK(allocation.lines.at(1).because == "0 m away, has diving, on duty, 0 of 1 cases");
  CHECK(listed(allocated(county, {}, "diving"), {by_duty, by_lead}) == "divers -");
  CHECK(listed(allocated(county, {}, "cooking"), {by_duty, by_lead}) == "- -");
}

TEST_CASE("where no duty says what is needed any unit that works takes the case") {
  Organization organization = with({team("cooks", 5, "cooking")});
  unit_of(organization, village).location = east(0);
  unit_of(organization, room).location = east(0);
  County county({}, organization);
  const CaseId id = filed(county, 0, "0401");
  const CaseAllocation allocation = allocated(county);
  CHECK(listed(allocation, {id}) == "cooks");
  CHECK(allocation.lines.at(0).because == "4.9 km away, on duty, 0 of 1 cases");
}

TEST_CASE("only cases are allocated that wait for orders, and no exercise") {
  County county({}, with({team("a", 0)}));
  const CaseId reported = county.report(centre, [](Action& action) { action.point = place; });
  const CaseId held = filed(county, 0);
  county.must(A::suspend, held, centre, [&](Action& action) {
    action.reason = "rain";
    action.until = county.now() + std::chrono::hours(24);
  });
  const CaseId drill = county.report(centre, [](Action& action) {
    action.point = place;
    action.drill = true;
  });
  county.must(A::file, drill, centre);
  const CaseId sent = filed(county, 0);
  county.must(A::dispatch, sent, centre, with_orders({{drains, Part::lead, ""}}));
  CHECK(listed(allocated(county), {reported, held, drill, sent}) == "? ? ? ?");
  county.must(A::decline, sent, drains, because("not_ours"));
  CHECK(listed(allocated(county), {reported, held, drill, sent}) == "? ? ? a");
}

TEST_CASE("a case without a place lies where its smallest ground has its place, or nowhere") {
  Organization organization = with({team("a", 0), team("b", 9)});
  unit_of(organization, village).location = east(8);
  County county({}, organization);
  const auto on = [&](const std::string& ground) {
    const CaseId id = county.report(centre, [&](Action& action) {
      action.grid = ground;
      action.category = "040401";
    });
    county.must(A::file, id, centre);
    return id;
  };
  const CaseId known = on(grid);
  const CaseId unknown = on(other_grid);
  CHECK(listed(allocated(county, {}, "drainage"), {known, unknown}) == "b nowhere");
}

TEST_CASE("who is off duty, or may not be sent by the holder, takes nothing") {
  Policy policy{"test",
                {},
                with({team("night", 0), team("of.other", 0.5, "drainage", "12345"),
                      team("of.room", 3, "drainage", room)})};
  Calendar night = chinese_hours();
  night.holidays.clear();
  night.code = "night";
  night.units = {"night"};
  for (auto& windows : night.week)
    windows = {{20 * 60, 24 * 60}};
  policy.time.calendars = {night};
  County county(policy);
  const CaseId id = filed(county, 0, "040401", room);
  REQUIRE(county.whole(id).holder == room);
  const Actor by_room{room, "", ""};
  CHECK(listed(allocated(county, {}, "", by_room), {id}) == "of.room");
  CHECK(listed(allocated(county), {id}) == "of.other");  // the centre acts for the room
  county.wait_until("2018-03-16 21:00");
  CHECK(listed(allocated(county), {id}) == "night");
}

TEST_CASE("cases of several holders share the room of the units at the least total cost") {
  County county({}, with({team("shared", 0), team("of.room", 1, "drainage", room)}));
  const CaseId of_room = filed(county, 0, "040401", room);
  const CaseId of_centre = filed(county, 0.5);
  // Both may go to both; the sum is least when the case of the room goes to the shared team.
  CHECK(listed(allocated(county), {of_room, of_centre}) == "shared of.room");
  CaseQuery query;
  query.holder = room;
  CHECK(listed(allocated(county, query), {of_room, of_centre}) == "shared ?");
}

TEST_CASE("by road and by a metric of the host's another unit takes the case") {
  County county({}, with({team("east", 1), team("west", -3)}));
  const CaseId id = filed(county, 0);
  CHECK(listed(allocated(county), {id}) == "east");
  Roads roads;
  roads.crossings = {{"case", place}, {"near", east(1)}, {"far", east(-3)}};
  roads.roads = {{"near", "case", 3600, false}, {"far", "case", 60, false}};
  county.engine().use_roads(RoadNetwork(roads));
  const CaseAllocation by_road = allocated(county);
  CHECK(listed(by_road, {id}) == "west");
  CHECK(by_road.cost == doctest::Approx(60));
  CHECK(by_road.lines.at(0).because ==
        "60 s by road, 2.9 km away, has drainage, on duty, 0 of 1 cases");
  county.engine().use_metric([](Point from, Point) { return from.longitude; });
  CHECK(listed(allocated(county), {id}) == "west");
  county.engine().use_metric([](Point, Point) { return std::numeric_limits<double>::infinity(); });
  CHECK(listed(allocated(county), {id}) == "-");
  county.engine().use_metric([](Point, Point) { return -1.0; });
  CHECK(error_of(county, {}) == "invalid_argument metric");
}

TEST_CASE("the query says which cases are allocated, and its pages do not matter") {
  std::vector<Unit> units{team("a", 0)};
  units[0].capacity = 0;
  County county({}, with(units));
  const std::vector<CaseId> cases{filed(county, 0), filed(county, 0, "0401"), filed(county, 0)};
  CaseQuery query;
  query.limit = 1;
  CHECK(listed(allocated(county, query), cases) == "a a a");
  query.category = "0404";
  CHECK(listed(allocated(county, query), cases) == "a ? a");
  query.limit = 0;
  CHECK(error_of(county, query) == "invalid_argument limit");
  query.limit = 1;
  query.holder = "nowhere";
  CHECK(error_of(county, query) == "invalid_argument holder");
  CHECK(listed(allocated(county, {}, "", {drains, "", ""}), cases) == "? ? ?");
}

TEST_CASE("what is allocated can be dispatched as it is") {
  County county({}, with({team("a", 0), team("b", 1), team("c", 2, "drainage", room)}));
  std::vector<CaseId> cases;
  for (int i = 0; i < 4; ++i)
    cases.push_back(filed(county, i, "040401", i % 2 == 0 ? centre : room));
  const CaseAllocation allocation = allocated(county);
  CHECK(allocation.lines.size() == 3);
  CHECK(allocation.left_over.size() == 1);
  for (const auto& line : allocation.lines)
    county.must(A::dispatch, line.case_id, centre, with_orders({{line.unit, Part::lead, ""}}));
  const CaseAllocation next = allocated(county);
  CHECK(next.lines.empty());
  CHECK(next.left_over == allocation.left_over);
}
