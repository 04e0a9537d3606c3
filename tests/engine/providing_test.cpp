// Providers: who could do a job, who did it well, and what is said of everybody's work.

#include "support/calendars.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using Part = AssignmentRole;

namespace {

const Actor commander{centre, "", ""};
const Point place{118.605, 28.705};  // in the grid 330881001001001

// So many hundredths of a degree to the east of the case: about 0.98 km each.
Point east(double hundredths) { return {place.longitude + hundredths / 100, place.latitude}; }

Unit plumber(const std::string& code, double hundredths, const std::string& parent = centre) {
  Unit unit;
  unit.code = code;
  unit.name = code;
  unit.kind = UnitKind::provider;
  unit.tier = Tier::township;
  unit.parent = parent;
  unit.location = east(hundredths);
  unit.capabilities = {"plumbing"};
  return unit;
}

Organization with(const std::vector<Unit>& units) {
  Organization organization = small_organization();
  for (const Unit& unit : units)
    organization.units.push_back(unit);
  return organization;
}

CaseId leak(County& county, const std::string& by = centre) {
  const CaseId id = county.report(by, [](Action& action) {
    action.point = place;
    action.grid = grid;
  });
  if (by == centre) county.must(A::file, id, centre);
  return id;
}

// A case that the unit led to its end.
CaseId done_by(County& county, const std::string& unit) {
  const CaseId id = leak(county);
  county.must(A::dispatch, id, centre, with_orders({{unit, Part::lead, ""}}));
  county.must(A::sign, id, unit);
  county.must(A::feedback, id, unit);
  county.must(A::close, id, centre);
  return id;
}

void rate(County& county, CaseId id, std::int32_t stars, const std::string& solved = {}) {
  county.must(A::rate, id, centre, [&](Action& action) {
    action.satisfaction = stars;
    action.solved = solved;
  });
}

void done_and_rated(County& county, const std::string& unit, const std::vector<int>& stars) {
  for (const int one : stars)
    rate(county, done_by(county, unit), one);
}

std::vector<ProposedProvider> proposed(County& county, CaseId id, std::size_t count = 100,
                                       const Actor& actor = commander) {
  return county.engine().propose_providers(id, "plumbing", count, actor, county.now());
}

std::string listed(const std::vector<ProposedProvider>& providers) {
  std::string text;
  for (const ProposedProvider& one : providers)
    text += (text.empty() ? "" : " ") + one.unit;
  return text;
}

std::string listed(const std::vector<Rating>& ratings) {
  std::string text;
  for (const Rating& it : ratings) {
    text += (text.empty() ? "" : ", ") + it.unit;
    for (const std::int64_t figure :
         {it.cases, it.rated, it.stars, it.solved, it.partly, it.unsolved}) {
      text += " " + std::to_string(figure);
    }
  }
  return text;
}

std::string ratings(County& county, const Actor& actor = commander) {
  return listed(county.engine().ratings(parse_instant("2018-01-01T00:00:00Z"),
                                        parse_instant("2020-01-01T00:00:00Z"), actor));
}

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(name(error.code())) + " " + error.field();
  }
  return {};
}

}  // namespace

TEST_CASE("the better rated provider comes first, though it is farther away") {
  County county({}, with({plumber("near", 0.1), plumber("far", 5), plumber("poor", 0.2)}));
  done_and_rated(county, "far", {5, 4});
  done_and_rated(county, "near", {4});
  done_and_rated(county, "poor", {1, 2, 1});
  const auto found = proposed(county, leak(county));
  CHECK(listed(found) == "far near poor");
  CHECK(found[0].because == "serves 330881, 4.5 stars of 2 ratings, 4.9 km away, on duty, 0 cases");
  CHECK(found[1].because == "serves 330881, 4.0 stars of 1 rating, 98 m away, on duty, 0 cases");
  CHECK(found[0].rating.stars == 9);
  REQUIRE(found[1].metres);
  CHECK(*found[1].metres == doctest::Approx(97.6).epsilon(0.01));
}

TEST_CASE("a provider that nobody rated counts as the mean of those that were") {
  County county({}, with({plumber("good", 1), plumber("new", 0.1), plumber("poor", 0.5)}));
  done_and_rated(county, "good", {4});
  done_and_rated(county, "poor", {2, 2});
  const auto found = proposed(county, leak(county));
  CHECK(listed(found) == "good new poor");
  CHECK(found[1].because ==
        "serves 330881, not rated, counts as 2.7 stars, 98 m away, on duty, 0 cases");
  CHECK(found[1].rating.unit == "new");
  CHECK(found[1].rating.rated == 0);
}

TEST_CASE(
    "of providers that are rated alike the nearer comes first, and one without a place last") {
  Unit nowhere = plumber("a", 0);
  nowhere.location.reset();
  County county({}, with({nowhere, plumber("c", 1), plumber("b", 1), plumber("d", 0.5)}));
  const auto found = proposed(county, leak(county));
  CHECK(listed(found) == "d b c a");
  CHECK(found[0].because == "serves 330881, not rated, 488 m away, on duty, 0 cases");
  CHECK(found[3].because == "serves 330881, not rated, no distance is known, on duty, 0 cases");
  CHECK_FALSE(found[3].metres);
  CHECK(listed(proposed(county, leak(county), 2)) == "d b");
  CHECK(proposed(county, leak(county), 0).empty());
}

TEST_CASE("only the latest year's ratings choose a provider") {
  County county({}, with({plumber("a", 1), plumber("b", 1)}));
  done_and_rated(county, "b", {5});
  CHECK(listed(proposed(county, leak(county))) == "a b");  // a counts as the only rating there is
  done_and_rated(county, "a", {4});
  CHECK(listed(proposed(county, leak(county))) == "b a");
  county.pass(std::chrono::hours(24 * 365 - 1));
  CHECK(listed(proposed(county, leak(county))) == "b a");
  county.pass(std::chrono::hours(2));
  const auto found = proposed(county, leak(county));
  CHECK(listed(found) == "a b");
  CHECK(found[0].rating.cases == 0);
}

TEST_CASE("a provider serves its territory, or the ground of its parent") {
  std::vector<Unit> units{plumber("of.room", 1, room),
                          plumber("of.other", 1, other_room),
                          plumber("of.drains", 1, drains),
                          plumber("of.station", 1, "pcs"),
                          plumber("both", 1),
                          plumber("other", 1)};
  units[4].territory = {other_room, village};
  units[5].territory = {other_grid};
  County county({}, with(units));
  const auto found = proposed(county, leak(county));
  CHECK(listed(found) == "both of.drains of.room of.station");
  const auto serves = [&](std::size_t index) {
    return found[index].because.substr(0, found[index].because.find(','));
  };
  CHECK(serves(0) == "serves " + village);
  CHECK(serves(1) == "serves " + centre);  // the department serves the whole county
  CHECK(serves(2) == "serves " + room);
  CHECK(serves(3) == "serves " + room);  // the territory of the station
  // Of a case that lies somewhere in the county only who serves all of it is certain to serve it.
  const CaseId anywhere = county.report(centre);
  CHECK(listed(proposed(county, anywhere)) == "of.drains");
}

TEST_CASE("what lies with a unit beside the command line lies anywhere on the ground it serves") {
  std::vector<Unit> units{plumber("one", 1), plumber("both", 1), plumber("all", 1)};
  units[0].territory = {room};
  units[1].territory = {room, other_room};
  Organization organization = with(units);
  unit_of(organization, "12345").territory = {room, other_room};
  organization.linkages.push_back({"12345", "both", LinkageKind::dispatches_to});
  County county({}, organization);
  const CaseId id = county.report(centre);
  county.must(A::file, id, centre);
  county.must(A::transfer, id, centre, [](Action& action) {
    action.unit = "12345";
    action.reason = "hotline";
  });
  REQUIRE(county.whole(id).holder == "12345");
  const auto found = proposed(county, id);
  CHECK(listed(found) == "all both");
  CHECK(found[1].because.find("serves 330881001, 330881101, not rated") == 0);
}

TEST_CASE("only providers are proposed that have the skill, room, and are on duty") {
  std::vector<Unit> units{plumber("cook", 1),  plumber("ended", 1), plumber("full", 1),
                          plumber("night", 1), plumber("team", 1),  plumber("fit", 1)};
  units[0].capabilities = {"cooking"};
  units[1].valid_until = Date{2018, 3, 16};
  units[2].capacity = 1;
  units[4].code = "team.2";
  units[4].kind = UnitKind::response_team;
  Policy policy{"test", {}, with(units)};
  Calendar night = chinese_hours();
  night.holidays.clear();
  night.code = "night";
  night.units = {"night"};
  for (auto& windows : night.week)
    windows = {{20 * 60, 24 * 60}};
  policy.time.calendars = {night};
  County county(policy);
  const CaseId id = leak(county);
  CHECK(listed(proposed(county, id)) == "fit full");
  county.must(A::dispatch, leak(county), centre, with_orders({{"full", Part::lead, ""}}));
  CHECK(listed(proposed(county, id)) == "fit");
  county.wait_until("2018-03-16 21:00");
  CHECK(listed(proposed(county, id)) == "fit night");
  CHECK(error_of([&] {
          (void)county.engine().propose_providers(id, "", 1, commander, county.now());
        }) == "invalid_argument skill");
}

TEST_CASE("a provider that has an order in the case already is not proposed again") {
  County county({}, with({plumber("a", 1), plumber("b", 1)}));
  const CaseId id = leak(county);
  county.must(A::dispatch, id, centre, with_orders({{"a", Part::lead, ""}}));
  CHECK(listed(proposed(county, id)) == "b");
}

TEST_CASE("providers are proposed whom the holder may send to, to those who see the case") {
  County county({}, with({plumber("of.centre", 1), plumber("of.drains", 1, drains),
                          plumber("of.room", 1, room)}));
  const CaseId id = leak(county, room);
  REQUIRE(county.whole(id).holder == room);
  CHECK(listed(proposed(county, id, 9, {room, "", ""})) == "of.centre of.room");
  CHECK(listed(proposed(county, id)) == "of.centre of.drains of.room");  // the centre for the room
  CHECK(proposed(county, id, 9, {traffic, "", ""}).empty());
  CHECK(proposed(county, static_cast<CaseId>(1)).empty());
  county.must(A::annul, id, centre, because("a_test"));
  CHECK(proposed(county, id).empty());
}

TEST_CASE("ratings count the latest word on each case that a unit led") {
  County county({}, with({plumber("a", 1), plumber("b", 1)}));
  const CaseId twice = done_by(county, "a");
  rate(county, twice, 1, "no");
  rate(county, twice, 5, "yes");
  rate(county, done_by(county, "a"), 2, "partly");
  const CaseId asked = done_by(county, "b");
  county.must(A::follow_up, asked, centre, [](Action& action) { action.solved = "partly"; });
  (void)done_by(county, "b");  // nobody was asked
  CHECK(ratings(county) == "a 2 2 7 1 1 0, b 1 0 0 0 1 0");
  CHECK(county.whole(twice).satisfaction == 5);
}

TEST_CASE("drills, annulled cases and what was reported at other times count in no rating") {
  County county({}, with({plumber("a", 1)}));
  rate(county, done_by(county, "a"), 3);
  const Instant between = county.now();
  const CaseId id = county.report(centre, [](Action& action) {
    action.grid = grid;
    action.drill = true;
  });
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_orders({{"a", Part::lead, ""}}));
  county.must(A::sign, id, "a");
  county.must(A::feedback, id, "a");
  county.must(A::close, id, centre);
  rate(county, id, 5);
  CHECK(ratings(county) == "a 1 1 3 0 0 0");
  CHECK(county.engine().ratings(between, county.now(), commander).empty());
}

TEST_CASE("ratings are those of the cases that the actor may see") {
  County county({}, with({plumber("a", 1), plumber("b", 1)}));
  done_and_rated(county, "a", {4});
  done_and_rated(county, "b", {2});
  CHECK(ratings(county, {"a", "", ""}) == "a 1 1 4 0 0 0");
  CHECK(ratings(county, {room, "", ""}) == "a 1 1 4 0 0 0, b 1 1 2 0 0 0");
  CHECK(ratings(county, {other_room, "", ""}).empty());
  CHECK(error_of([&] {
          (void)ratings(county, {"nowhere", "", ""});
        }) == "invalid_argument actor.unit");
}
