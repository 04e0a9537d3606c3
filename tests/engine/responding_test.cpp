// Who can be at a case first, whom the rules would send there, and what came of it in figures.

#include "support/calendars.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using Part = AssignmentRole;

namespace {

const Actor commander{centre, "", ""};
const Point place{118.6199, 28.705};  // in the grid 330881001001002, close to its eastern border
const std::string border_grid = "330881001001002";

// So many hundredths of a degree to the east of the case: about 0.98 km each.
Point east(double hundredths) { return {place.longitude + hundredths / 100, place.latitude}; }

Unit team(const std::string& code, std::uint8_t response_class, double hundredths,
          const std::string& capability = "drainage") {
  Unit unit;
  unit.code = code;
  unit.name = code;
  unit.kind = UnitKind::response_team;
  unit.tier = Tier::township;  // the dredgers stay the one unit of the county with "drainage"
  unit.parent = centre;
  unit.response_class = response_class;
  unit.location = east(hundredths);
  unit.capabilities = {capability};
  return unit;
}

// In the small county, cases of 040401 are led by whoever has "drainage" there: the dredgers.
Organization with_teams(const std::vector<Unit>& teams) {
  Organization organization = small_organization();
  for (const Unit& unit : teams)
    organization.units.push_back(unit);
  return organization;
}

const std::vector<Unit> three_classes{team("third", 3, 1), team("second", 2, 2),
                                      team("first.far", 1, 5), team("first.near", 1, 4)};

CaseId blocked_drain(County& county, const std::string& by = centre,
                     const std::string& category = "040401") {
  return county.report(by, [&](Action& action) {
    action.point = place;
    action.category = category;
  });
}

CaseId filed(County& county, const std::string& category = "040401") {
  const CaseId id = blocked_drain(county, centre, category);
  county.must(A::file, id, centre);
  return id;
}

std::vector<ProposedOrder> proposal(County& county, CaseId id, std::uint8_t response_class,
                                    std::size_t scene, const Actor& actor = commander) {
  return county.engine().propose_orders(id, response_class, scene, actor, county.now());
}

// "unit role, unit role …"
std::string listed(const std::vector<ProposedOrder>& orders) {
  std::string text;
  for (const ProposedOrder& one : orders) {
    if (!text.empty()) text += ", ";
    text += one.order.unit + " " + std::string(name(one.order.role));
  }
  return text;
}

std::string reason_for(const std::vector<ProposedOrder>& orders, const std::string& unit) {
  for (const ProposedOrder& one : orders) {
    if (one.order.unit == unit) return one.because;
  }
  return "not named";
}

bool says(const std::string& text, const std::string& part) {
  INFO(text, " should say ", part);
  CHECK(text.find(part) != std::string::npos);
  return text.find(part) != std::string::npos;
}

ResponseSearch first_of(std::size_t count, const std::string& capability = "drainage") {
  ResponseSearch search;
  search.count = count;
  search.capability = capability;
  return search;
}

std::string nearest(County& county, CaseId id, const ResponseSearch& search,
                    const Actor& actor = commander) {
  std::string text;
  for (const Responder& one : county.engine().nearest_responders(id, search, actor, county.now())) {
    text += (text.empty() ? "" : ", ") + one.unit;
  }
  return text;
}

// Two roads to the case: the eastern one is short and slow.
RoadNetwork slow_in_the_east() {
  Roads roads;
  roads.crossings = {{"case", place}, {"near", east(1)}, {"far", east(-3)}};
  roads.roads = {{"near", "case", 3600, false}, {"far", "case", 60, false}};
  return RoadNetwork(roads);
}

Calendar office_hours(std::vector<std::string> units) {
  Calendar calendar = chinese_hours();
  calendar.holidays.clear();
  calendar.code = "office";
  calendar.units = std::move(units);
  return calendar;
}

std::vector<Order> orders_of(const std::vector<ProposedOrder>& proposed) {
  std::vector<Order> orders;
  for (const ProposedOrder& one : proposed)
    orders.push_back(one.order);
  return orders;
}

}  // namespace

TEST_CASE("the scene is held by whoever is nearest, whatever the jurisdiction") {
  Organization organization = small_organization();
  unit_of(organization, other_grid).location = east(0.1);  // of another township, beside the border
  unit_of(organization, border_grid).location = east(-0.5);
  unit_of(organization, village).location = east(-3);
  County county({}, organization);
  const CaseId id = filed(county);
  const auto orders = proposal(county, id, 0, 2);
  CHECK(listed(orders) == "dredgers lead, 330881101201001 scene, 330881001001002 scene");
  says(reason_for(orders, other_grid), "holds the scene: 98 m away, on duty, 0 cases");
  REQUIRE(orders[1].metres);
  CHECK(*orders[1].metres == doctest::Approx(97.6).epsilon(0.01));
}

TEST_CASE("nobody is proposed whom the sender may not send to, nor the holder to hold the scene") {
  Organization organization = small_organization();
  unit_of(organization, other_grid).location = east(0.1);
  unit_of(organization, room).location = east(0.2);
  unit_of(organization, border_grid).location = east(0.5);
  County county({}, organization);
  const CaseId id = blocked_drain(county, room);
  CHECK(listed(proposal(county, id, 0, 1, {room, "", ""})).find(other_grid) == std::string::npos);
  says(listed(proposal(county, id, 0, 1, {room, "", ""})), border_grid + " scene");
  says(listed(proposal(county, id, 0, 1)), other_grid + " scene");  // the centre may send there
}

TEST_CASE("companies, task forces and other systems hold no scene") {
  Organization organization = small_organization();
  unit_of(organization, "dredgers").location = east(0.1);
  Unit force = team("force", 0, 0.1);
  force.kind = UnitKind::task_force;
  force.members = {drains};
  Unit system = team("system", 0, 0.1);
  system.kind = UnitKind::platform;
  organization.units.push_back(force);
  organization.units.push_back(system);
  unit_of(organization, border_grid).location = east(2);
  County county({}, organization);
  const CaseId id = filed(county, "0404");
  CHECK(listed(proposal(county, id, 0, 1)) == "sz lead, jj assist, 330881001001002 scene");
}

TEST_CASE("units of class 1 come before those of class 2, and these before class 3") {
  County county({}, with_teams(three_classes));
  const CaseId id = filed(county);
  CHECK(listed(proposal(county, id, 0, 0)) == "dredgers lead");
  CHECK(listed(proposal(county, id, 1, 0)) == "dredgers lead, first.near assist, first.far assist");
  CHECK(listed(proposal(county, id, 2, 0)) ==
        "dredgers lead, first.near assist, first.far assist, second assist");
  const auto all = proposal(county, id, 3, 0);
  CHECK(listed(all) ==
        "dredgers lead, first.near assist, first.far assist, second assist, third support");
  CHECK(listed(proposal(county, id, 255, 0)) == listed(all));
  says(reason_for(all, "third"), "975 m away, has drainage, response class 3, on duty, 0 cases");
  says(reason_for(all, "dredgers"), "duty of 040401 at county for 330881001: lead dredgers");
}

TEST_CASE("only units are called that can do what the matter needs") {
  std::vector<Unit> teams{team("pumps", 1, 1), team("divers", 1, 0.5, "diving")};
  Organization organization = with_teams(teams);
  unit_of(organization, drains).capabilities = {"diving"};
  County county({}, organization);
  // What the duty looks for in its lead …
  const auto by_duty = proposal(county, filed(county), 1, 0);
  CHECK(listed(by_duty) == "dredgers lead, pumps assist");
  says(reason_for(by_duty, "pumps"), "has drainage");
  // … what the lead by duty can do …
  CHECK(listed(proposal(county, filed(county, "0404"), 1, 0)) ==
        "sz lead, jj assist, divers assist");
  // … and where neither says anything, all of the class, those without a place last.
  const auto any = proposal(county, filed(county, "0401"), 1, 0);
  CHECK(listed(any) == "jj lead, divers assist, pumps assist, team assist");
  says(reason_for(any, "team"), "no distance is known, response class 1, on duty, 0 cases");
  CHECK_FALSE(any.back().metres);
}

TEST_CASE("who is not on duty is not called; who leads by duty is named all the same") {
  Organization organization = with_teams({team("office", 1, 1), team("always", 1, 2)});
  Policy policy{"test", {}, organization};
  policy.time.calendars = {office_hours({}), office_hours({"office", drains})};
  policy.time.calendars[0].code = "everybody";  // nobody's roster
  County county(policy);
  county.wait_until("2018-03-16 09:00");  // a Friday
  const CaseId id = filed(county);
  const CaseId sewage = filed(county, "0404");
  const auto by_day = proposal(county, id, 1, 0);
  CHECK(listed(by_day) == "dredgers lead, office assist, always assist");
  says(reason_for(proposal(county, sewage, 0, 0), drains), "lead sz; on duty");
  county.wait_until("2018-03-16 23:00");
  const auto by_night = proposal(county, id, 1, 0);
  CHECK(listed(by_night) == "dredgers lead, always assist");
  says(reason_for(by_night, "always"), "on duty");
  says(reason_for(proposal(county, sewage, 0, 0), drains), "lead sz; not on duty");
  ResponseSearch search = first_of(3);
  CHECK(nearest(county, id, search) == "office, always, dredgers");
  search.on_duty_only = true;
  CHECK(nearest(county, id, search) == "always");  // the dredgers stand below sz
}

TEST_CASE("a roster is kept by everything below the unit it names, unless there is a nearer one") {
  Organization organization = with_teams({team("of.drains", 0, 1), team("of.town", 0, 2)});
  unit_of(organization, "of.drains").parent = drains;
  Calendar night = office_hours({"of.drains"});
  night.code = "night";
  for (auto& windows : night.week)
    windows = {{20 * 60, 24 * 60}};
  Policy policy{"test", {}, organization};
  policy.time.calendars = {office_hours({drains}), night};
  County county(policy);
  ResponseSearch search = first_of(3);
  search.on_duty_only = true;
  const CaseId id = filed(county);
  county.wait_until("2018-03-16 21:00");
  CHECK(nearest(county, id, search) == "of.drains, of.town");  // the dredgers are off with sz
  county.wait_until("2018-03-19 09:00");
  CHECK(nearest(county, id, search) == "of.town, dredgers");
}

TEST_CASE("the load of a unit is what it has open, and a full one is not called") {
  Organization organization = with_teams({team("busy", 1, 1), team("idle", 1, 1)});
  unit_of(organization, "busy").capacity = 2;
  County county({}, organization);
  const CaseId id = filed(county);
  CHECK(nearest(county, id, first_of(2)) == "busy, idle");  // equal: by code
  for (int i = 0; i < 2; ++i) {
    county.must(A::dispatch, filed(county), centre, with_orders({{"busy", Part::lead, ""}}));
    CHECK(nearest(county, id, first_of(2)) == "idle, busy");
    const auto found = county.engine().nearest_responders(id, first_of(2), commander, county.now());
    CHECK(found[1].load == i + 1);
    says(found[1].because, i == 0 ? "1 of 2 cases" : "2 of 2 cases");
    CHECK(listed(proposal(county, id, 1, 0)) ==
          (i == 0 ? "dredgers lead, idle assist, busy assist" : "dredgers lead, idle assist"));
  }
  ResponseSearch search = first_of(3);
  search.with_room_only = true;
  CHECK(nearest(county, id, search) == "idle, dredgers");
}

TEST_CASE("by road another unit is the first") {
  County county({}, with_teams({team("east", 1, 1), team("west", 1, -3)}));
  const CaseId id = filed(county);
  CHECK(nearest(county, id, first_of(2)) == "east, west");
  county.engine().use_roads(slow_in_the_east());
  CHECK(nearest(county, id, first_of(2)) == "west, east");
  const auto orders = proposal(county, id, 1, 1);
  CHECK(listed(orders).find("dredgers lead, west assist, east assist") == 0);
  says(reason_for(orders, "west"), "1 min 0 s by road, 2.9 km away");
  county.engine().use_roads(std::nullopt);
  CHECK(nearest(county, id, first_of(2)) == "east, west");
}

TEST_CASE("a unit of a class from which no road leads is called after the others") {
  County county({}, with_teams({team("cut.off", 1, 1), team("west", 1, -3)}));
  const CaseId id = filed(county);
  Roads roads;
  roads.crossings = {{"case", place}, {"near", east(1)}, {"far", east(-3)}};
  roads.roads = {{"far", "case", 60, false}};
  county.engine().use_roads(RoadNetwork(roads));
  const auto orders = proposal(county, id, 1, 0);
  CHECK(listed(orders) == "dredgers lead, west assist, cut.off assist");
  CHECK(reason_for(orders, "cut.off") ==
        "no way is known, has drainage, response class 1, on duty, 0 cases");
  CHECK(orders.back().metres);
}

TEST_CASE("a metric of the host decides, in place of roads, until it is taken away") {
  County county({}, with_teams({team("east", 1, 1), team("west", 1, -3)}));
  const CaseId id = filed(county);
  const auto westward = [](Point from, Point) { return from.longitude; };
  county.engine().use_metric(westward);
  CHECK(nearest(county, id, first_of(2)) == "west, east");
  county.engine().use_roads(std::nullopt);  // there are none to be taken away
  CHECK(nearest(county, id, first_of(2)) == "west, east");
  county.engine().use_metric({});
  CHECK(nearest(county, id, first_of(2)) == "east, west");
  county.engine().use_roads(slow_in_the_east());
  county.engine().use_metric({});
  CHECK(nearest(county, id, first_of(2)) == "west, east");
  county.engine().use_metric([](Point, Point) { return -1.0; });
  CHECK_THROWS_AS((void)nearest(county, id, first_of(2)), Error);
}

TEST_CASE("in an emergency the duties of emergencies are proposed") {
  Organization organization = with_teams(three_classes);
  Duty headquarters = organization.duties[3];
  headquarters.mode = OperatingMode::emergency;
  headquarters.lead_capability.clear();
  headquarters.lead = traffic;
  headquarters.assists = {"dredgers"};
  organization.duties.push_back(headquarters);
  County county({}, organization);
  const CaseId id = filed(county);
  CHECK(listed(proposal(county, id, 1, 0)).find("dredgers lead, first.near assist") == 0);
  county.engine().switch_mode(room, OperatingMode::emergency, "typhoon", commander, county.now());
  const auto orders = proposal(county, id, 1, 0);
  CHECK(listed(orders) == "jj lead, dredgers assist, first.near assist, first.far assist");
  says(reason_for(orders, traffic), "in the mode emergency");
  says(reason_for(orders, "dredgers"), "dredgers assists");
}

TEST_CASE("where nobody leads by duty, the nearest of class 1 does") {
  Organization organization = with_teams(three_classes);
  unit_of(organization, "dredgers").valid_until = Date{2018, 3, 1};
  County county({}, organization);
  const CaseId id = filed(county);
  const auto orders = proposal(county, id, 3, 0);
  CHECK(listed(orders) == "first.near lead, first.far assist, second assist, third support");
  says(reason_for(orders, "first.near"), "nobody can be sent who leads by duty; first of class 1");
  CHECK(listed(proposal(county, id, 0, 0)).empty());
}

TEST_CASE("who holds the case needs no order, and the proposal says who is missing") {
  Organization organization = with_teams({team("town", 2, 1), team("first", 1, 1)});
  organization.duties[3].tier = Tier::township;
  organization.duties[3].lead_capability.clear();
  organization.duties[3].lead = room;
  organization.duties[1].lead = room;  // nobody else in the county
  County county({}, organization);
  const CaseId id = blocked_drain(county, room);
  REQUIRE(county.whole(id).holder == room);
  const auto led = proposal(county, id, 1, 0);
  CHECK(listed(led).find("first lead") == 0);
  says(led.front().because, room + " leads by duty, and holds the case; first of class 1: ");
  const auto scene = proposal(county, id, 0, 1);
  CHECK(listed(scene) == "first scene");
  says(scene.front().because, "; " + room + " leads by duty, and holds the case: name a lead");
}

TEST_CASE("a proposal holds as many orders as a dispatch takes, and tells of the others") {
  std::vector<Unit> teams;
  for (int i = 0; i < 230; ++i)
    teams.push_back(team("t" + std::to_string(1000 + i), 1, 1));
  County county({}, with_teams(teams));
  const CaseId id = filed(county);
  const auto orders = proposal(county, id, 1, 0);
  REQUIRE(orders.size() == 200);
  says(orders.back().because,
       "; 31 more are called: a dispatch takes 200 orders, propose again when they are out");
  county.must(A::dispatch, id, centre, with_orders(orders_of(orders)));
  const auto others = proposal(county, id, 1, 0);
  CHECK(others.size() == 31);
  county.must(A::dispatch, id, centre, with_orders(orders_of(others)));
}

TEST_CASE("the centre dispatches a proposal as it is") {
  Organization organization = with_teams(three_classes);
  unit_of(organization, other_grid).location = east(0.1);
  County county({}, organization);
  const CaseId id = filed(county);
  const auto orders = proposal(county, id, 3, 3);
  REQUIRE(orders.size() == 8);
  county.must(A::dispatch, id, centre, with_orders(orders_of(orders)));
  CHECK(county.whole(id).assignments.size() == 8);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("to orders that are out only others are added, and no second lead") {
  County county({}, with_teams(three_classes));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{drains, Part::lead, ""}, {"first.far", Part::assist, ""}}));
  const auto orders = proposal(county, id, 2, 0);
  CHECK(listed(orders) == "dredgers assist, first.near assist, second assist");
  county.must(A::dispatch, id, centre, with_orders(orders_of(orders)));
  CHECK(proposal(county, id, 2, 0).empty());
}

TEST_CASE("a case without a point is where its ground is") {
  Organization organization = with_teams({team("east", 1, 1), team("west", 1, -3)});
  unit_of(organization, village).location = east(-2);
  County county({}, organization);
  const CaseId id = county.report(centre, [](Action& action) {
    action.grid = grid;
    action.category = "040401";
  });
  const auto orders = proposal(county, id, 1, 0);
  CHECK(listed(orders) == "dredgers lead, west assist, east assist");
  says(reason_for(orders, "west"), "975 m away");
  ResponseSearch search = first_of(1);
  search.place = east(3);  // what the caller says counts where the case says nothing
  CHECK(nearest(county, id, search) == "east");
}

TEST_CASE("who may not see a case is told nothing of who could be there") {
  County county({}, with_teams(three_classes));
  const CaseId id = filed(county);
  CHECK(nearest(county, id, first_of(2), {other_room, "", ""}).empty());
  CHECK(proposal(county, id, 3, 3, {other_room, "", ""}).empty());
  CHECK(nearest(county, CaseId{1}, first_of(2)).empty());
  CHECK(proposal(county, CaseId::none, 3, 3).empty());
  CHECK_THROWS_AS((void)proposal(county, id, 3, 3, {"nowhere", "", ""}), Error);
  CHECK_THROWS_AS((void)county.engine().propose_orders(id, 3, 3, commander, Instant{}), Error);
  county.must(A::annul, id, centre, because("double"));
  CHECK(proposal(county, id, 3, 3).empty());
}

TEST_CASE("a new version of the policy is searched from then on") {
  County county({}, with_teams({team("east", 1, 1), team("west", 1, -3)}));
  const CaseId id = filed(county);
  CHECK(nearest(county, id, first_of(1)) == "east");
  Policy policy = *county.engine().policy();
  unit_of(policy.organization, "west").location = east(-0.5);
  county.engine().adopt(policy, commander, county.now());
  CHECK(nearest(county, id, first_of(1)) == "west");
}

TEST_CASE("roads may be replaced while others ask") {
  County county({}, with_teams({team("east", 1, 1), team("west", 1, -3)}));
  const CaseId id = filed(county);
  const Instant now = county.now();
  Engine& engine = county.engine();
  std::vector<std::thread> threads;
  std::vector<int> wrong(3);
  for (int& count : wrong) {
    threads.emplace_back([&engine, &count, id, now] {
      for (int i = 0; i < 50; ++i) {
        const auto found = engine.nearest_responders(id, first_of(2), commander, now);
        const bool by_road = found[0].cost.has_value();
        if (found[0].unit != (by_road ? "west" : "east")) ++count;
      }
    });
  }
  for (int i = 0; i < 50; ++i) {
    engine.use_roads(slow_in_the_east());
    engine.use_roads(std::nullopt);
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(wrong == std::vector<int>{0, 0, 0});
}

// ---- figures -----------------------------------------------------------------------------------

namespace {

void record(County& county, CaseId id, const std::string& unit, std::vector<Figure> figures) {
  county.must(A::record_outcome, id, unit, [&](Action& action) { action.figures = figures; });
}

// "name value measure of unit in cases; …"
std::string sums(County& county, const std::string& unit,
                 Instant from = parse_instant("2018-01-01T00:00:00Z"),
                 Instant until = parse_instant("2019-01-01T00:00:00Z")) {
  std::string text;
  for (const FigureSum& sum : county.engine().sum_figures(from, until, {unit, "", ""})) {
    text += sum.name + " " + std::to_string(sum.value) + " " + sum.measure + " of " + sum.unit +
            " in " + std::to_string(sum.cases) + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("figures are summed by name, measure and unit") {
  County county;
  const CaseId first = county.handling();
  const CaseId second = county.handling();
  record(county, first, drains, {{"moved", 3, "persons"}, {"moved", 40, "kg"}});
  record(county, first, drains, {{"moved", 4, "persons"}});
  record(county, first, traffic, {{"moved", 5, "persons"}});
  record(county, second, drains, {{"moved", -1, "persons"}, {"vehicles", 2, ""}});
  CHECK(sums(county, centre) ==
        "moved 40 kg of sz in 1; moved 5 persons of jj in 1; moved 6 persons of sz in 2; "
        "vehicles 2  of sz in 1; ");
  const Instant between = county.whole(second).reported;
  CHECK(sums(county, centre, between) == "moved -1 persons of sz in 1; vehicles 2  of sz in 1; ");
  CHECK(sums(county, centre, parse_instant("2018-01-01T00:00:00Z"), between) ==
        "moved 40 kg of sz in 1; moved 5 persons of jj in 1; moved 7 persons of sz in 1; ");
  county.reopen();
  CHECK(sums(county, centre, between) == "moved -1 persons of sz in 1; vehicles 2  of sz in 1; ");
}

TEST_CASE("drills and annulled cases are in no sum") {
  County county;
  const CaseId real = county.handling();
  record(county, real, drains, {{"moved", 3, "persons"}});
  const std::string before = sums(county, centre);
  CHECK(before == "moved 3 persons of sz in 1; ");
  const CaseId drill = county.report(grid, [](Action& action) { action.drill = true; });
  record(county, drill, grid, {{"moved", 100, "persons"}});
  CHECK(sums(county, centre) == before);
  const CaseId struck = county.handling();
  record(county, struck, drains, {{"moved", 10, "persons"}});
  CHECK(sums(county, centre) == "moved 13 persons of sz in 2; ");
  county.must(A::annul, struck, centre, because("double"));
  CHECK(sums(county, centre) == before);
}

TEST_CASE("everybody sees the sums of their own cases only") {
  County county;
  const CaseId here = county.handling();
  record(county, here, drains, {{"moved", 3, "persons"}});
  const CaseId there = county.report(other_grid);
  record(county, there, other_grid, {{"moved", 8, "persons"}});
  CHECK(sums(county, centre) ==
        "moved 8 persons of 330881101201001 in 1; moved 3 persons of sz in 1; ");
  CHECK(sums(county, room) == "moved 3 persons of sz in 1; ");
  CHECK(sums(county, traffic) == "moved 3 persons of sz in 1; ");  // has a part in that case
  CHECK(sums(county, other_grid) == "moved 8 persons of 330881101201001 in 1; ");
  CHECK(sums(county, "12345").empty());
  CHECK_THROWS_AS((void)sums(county, "nowhere"), Error);
}
