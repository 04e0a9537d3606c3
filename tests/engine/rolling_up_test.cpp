// How far units are with their orders, summed up the command line.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// A line for each unit: ordered, acknowledged, executed, reported, heads counted of expected.
std::string summed(County& county, CaseId id, const std::string& unit = centre) {
  std::string text;
  for (const RollUp::Line& line : county.engine().roll_up(id, {unit, "", ""}).lines) {
    text += std::string(name(line.tier)) + " " + line.unit;
    for (const std::int32_t number :
         {line.ordered, line.acknowledged, line.executed, line.reported})
      text += " " + std::to_string(number);
    text += ", " + std::to_string(line.counted) + " of " + std::to_string(line.expected) + "\n";
  }
  return text;
}

std::optional<Instant> last_of(County& county, CaseId id, const std::string& unit) {
  for (const RollUp::Line& line : county.engine().roll_up(id, {centre, "", ""}).lines) {
    if (line.unit == unit) return line.last;
  }
  return std::nullopt;
}

// A directive of the centre to its rooms, to a village and a grid, and to a department.
CaseId directive(County& county) {
  const CaseId id = county.report(centre, [](Action& a) {
    a.nature = Nature::directive;
    a.title = "转移群众";
  });
  county.must(A::file, id, centre);
  const auto assist = AssignmentRole::assist;
  county.must(A::dispatch, id, centre,
              with_orders({{room, AssignmentRole::lead, ""},
                           {village, assist, "", {}, {{"h1", 4, 0}, {"h2", 3, 0}}},
                           {grid, assist, "", {}, {{"h3", 2, 0}}},
                           {other_room, assist, ""},
                           {drains, assist, ""},
                           {"pcs", assist, ""}}));
  return id;
}

}  // namespace

TEST_CASE("heads of an order that was declined are to be counted still, until another has them") {
  County county;
  const CaseId id = directive(county);
  county.must(A::sign, id, room);
  county.must(A::sign, id, village);
  county.must(A::decline, id, village, because("no_means"));
  CHECK(summed(county, id) == "county 330881 5 1 0 0, 0 of 9\n"
                              "township 330881001 2 1 0 0, 0 of 9\n"
                              "township 330881101 1 0 0 0, 0 of 0\n"
                              "village 330881001001 1 0 0 0, 0 of 9\n");
  county.must(
      A::reinforce, id, centre,
      with_orders({{"12345", AssignmentRole::assist, "", {}, {{"h1", 4, 0}, {"h2", 3, 0}}}}));
  CHECK(summed(county, id) == "county 330881 6 1 0 0, 0 of 9\n"
                              "township 330881001 2 1 0 0, 0 of 2\n"
                              "township 330881101 1 0 0 0, 0 of 0\n"
                              "village 330881001001 1 0 0 0, 0 of 2\n");
}

TEST_CASE("an order counts in the lines of all pools above its unit") {
  County county;
  const CaseId id = directive(county);
  CHECK(summed(county, id) == "county 330881 6 0 0 0, 0 of 9\n"
                              "township 330881001 3 0 0 0, 0 of 9\n"
                              "township 330881101 1 0 0 0, 0 of 0\n"
                              "village 330881001001 2 0 0 0, 0 of 9\n");
}

TEST_CASE("what units have signed, executed and reported is counted apart") {
  County county;
  const CaseId id = directive(county);
  for (const std::string& unit : {room, village, grid, drains})
    county.must(A::sign, id, unit);
  county.must(A::arrive, id, grid);
  county.must(A::finish, id, village, [](Action& a) { a.counts = {{"h1", 1, 4}, {"h2", 1, 3}}; });
  county.must(A::progress, id, grid, [](Action& a) { a.counts = {{"h3", 1, 1}}; });
  CHECK_FALSE(last_of(county, id, centre));
  county.must(A::feedback, id, drains);
  CHECK(summed(county, id) == "county 330881 6 4 2 1, 8 of 9\n"
                              "township 330881001 3 3 1 0, 8 of 9\n"
                              "township 330881101 1 0 0 0, 0 of 0\n"
                              "village 330881001001 2 2 1 0, 8 of 9\n");
  CHECK(last_of(county, id, centre) == county.whole(id).last_happened);
  CHECK_FALSE(last_of(county, id, room));
  const Instant first = county.now();
  county.must(A::feedback, id, village);
  CHECK(last_of(county, id, village) == last_of(county, id, centre));
  CHECK(*last_of(county, id, village) >= first);
  // A later report of another unit is not the village's.
  const auto of_village = last_of(county, id, village);
  county.must(A::feedback, id, room);
  CHECK(last_of(county, id, village) == of_village);
  CHECK(last_of(county, id, room) == county.whole(id).last_happened);
}

TEST_CASE("orders that were sent back, taken back or let go do not count") {
  County county;
  const CaseId id = directive(county);
  county.must(A::decline, id, drains, because("not_ours"));
  county.must(A::release, id, centre, [](Action& a) { a.unit = other_room; });
  CHECK(summed(county, id) == "county 330881 4 0 0 0, 0 of 9\n"
                              "township 330881001 3 0 0 0, 0 of 9\n"
                              "village 330881001001 2 0 0 0, 0 of 9\n");
  county.must(A::withdraw, id, centre, because("mistake"));
  CHECK(summed(county, id).empty());
}

TEST_CASE("a case without orders, and one that may not be seen, have no lines") {
  County county;
  const CaseId id = county.report();
  CHECK(summed(county, id).empty());
  CHECK(summed(county, CaseId::none).empty());
  const CaseId other = directive(county);
  CHECK(summed(county, other, traffic).empty());
  CHECK_FALSE(summed(county, other, drains).empty());
  CHECK_THROWS_AS((void)county.engine().roll_up(other, {"nobody", "", ""}), Error);
}

TEST_CASE("a grid without a village counts for its town, and a unit that is gone for the county") {
  Organization organization = small_organization();
  unit_of(organization, other_grid).parent = other_room;
  Unit team = unit_of(organization, "team");
  team.code = "passing";
  organization.units.push_back(team);
  County county({}, organization);
  const CaseId id = county.report(centre);
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre,
              with_orders({{other_grid, AssignmentRole::lead, ""},
                           {"passing", AssignmentRole::assist, ""}}));
  CHECK(summed(county, id) == "county 330881 2 0 0 0, 0 of 0\n"
                              "township 330881001 1 0 0 0, 0 of 0\n"
                              "township 330881101 1 0 0 0, 0 of 0\n");
  Policy next = *county.engine().policy();
  next.organization.units.pop_back();
  county.engine().adopt(next, {centre, "", ""}, county.now());
  CHECK(summed(county, id) == "county 330881 2 0 0 0, 0 of 0\n"
                              "township 330881101 1 0 0 0, 0 of 0\n");
}
