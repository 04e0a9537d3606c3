// The way of a case through the tiers.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

TEST_CASE("a case climbs three tiers, is dispatched, handled, checked and closed") {
  County county;
  const CaseId id = county.report();
  county.must(A::escalate, id, grid, because("beyond_capability"));
  CHECK(county.whole(id).holder == room);
  county.must(A::accept, id, room);
  county.must(A::escalate, id, room, because("beyond_capability"));
  CHECK(county.whole(id).holder == centre);
  county.must(A::check, id, centre, [](Action& a) { a.unit = drains; });
  CHECK(county.state(id) == State::county_checking);
  county.must(A::check, id, drains, passed(true));
  county.must(A::file, id, centre);
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}};
  });
  county.must(A::sign, id, traffic);
  CHECK(county.state(id) == State::county_dispatched);
  county.must(A::sign, id, drains);
  CHECK(county.state(id) == State::county_handling);
  county.must(A::feedback, id, drains);
  CHECK(county.state(id) == State::county_handling);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  county.must(A::confirm, id, centre);
  CHECK(county.whole(id).checker == grid);
  county.must(A::confirm, id, grid, passed(true));
  county.must(A::close, id, centre);

  const Case closed = county.whole(id);
  CHECK(closed.position.state == State::closed);
  CHECK(closed.solved_on == Tier::county);
  CHECK(closed.origin == Tier::village);
  CHECK(closed.mode == ResolutionMode::dispatched);
  CHECK(closed.lead == drains);
  CHECK(closed.number == "330881-20180316-0000001");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a grid that handles its own case closes it on its own tier") {
  County county;
  const CaseId id = county.report();
  county.must(A::file, id, grid);
  county.must(A::handle, id, grid);
  county.must(A::feedback, id, grid);
  county.must(A::close, id, grid);
  CHECK(county.whole(id).mode == ResolutionMode::self);
  CHECK(county.whole(id).solved_on == Tier::village);
}

TEST_CASE("a room that guides leaves the handling to the grid") {
  County county;
  const CaseId id = county.report(room, [](Action& a) { a.grid = grid; });
  county.must(A::file, id, room);
  county.must(A::guide, id, room, [](Action& a) { a.unit = grid; });
  CHECK(county.state(id) == State::village_handling);
  county.must(A::feedback, id, grid);
  county.must(A::close, id, grid);
  CHECK(county.whole(id).mode == ResolutionMode::guided);
}

TEST_CASE("an emergency is reported straight to the county") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) { a.tier = Tier::county; });
  CHECK(county.whole(id).holder == centre);
  CHECK(county.whole(id).grid == grid);
}

TEST_CASE("a report finds its grid by its point") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) { a.point = Point{118.605, 28.705}; });
  CHECK(county.whole(id).grid == grid);
  CHECK(county.whole(id).village == village);
  CHECK(county.whole(id).township == room);
}

TEST_CASE("a tier the policy does not use is passed over") {
  CaseRules rules;
  rules.tiers = {Tier::village, Tier::county};
  County county(rules);
  const CaseId id = county.report();
  county.must(A::escalate, id, grid, because("beyond_capability"));
  CHECK(county.whole(id).holder == centre);
  CHECK(county
            .act(A::report, CaseId::none, grid,
                 [](Action& a) {
                   a.title = "x";
                   a.category = "04";
                   a.tier = Tier::township;
                 })
            .refusal->code == RefusalCode::bad_value);
}

TEST_CASE("a case handed down and sent back keeps its record") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) { a.grid = grid; });
  county.must(A::hand_down, id, centre);
  CHECK(county.whole(id).holder == room);
  county.must(A::escalate, id, room, because("not_ours"));
  county.must(A::file, id, centre);
  county.must(A::send_back, id, centre, because("is_yours"));
  CHECK(county.state(id) == State::township_returned);
  CHECK(county.whole(id).holder == room);
  CHECK(county.whole(id).returns == 1);
  CHECK(county.act(A::escalate, id, room, because("again")).refusal->code ==
        RefusalCode::not_possible);
  CHECK(county.engine().history(id, {centre, "", ""}).size() == 5);
}

TEST_CASE("a suspended case resumes where it was") {
  County county;
  const CaseId id = county.handling();
  CHECK(county.act(A::suspend, id, centre, because("winter")).refusal->field == "until");
  county.must(A::suspend, id, centre, [&](Action& a) {
    a.reason = "winter";
    a.until = county.now() + std::chrono::hours(24 * 60);
  });
  CHECK(county.whole(id).resume_at.has_value());
  CHECK(county.act(A::feedback, id, drains).refusal->code == RefusalCode::not_possible);
  county.must(A::resume, id, centre);
  CHECK(county.state(id) == State::county_handling);
  CHECK_FALSE(county.whole(id).resume_at.has_value());
}

TEST_CASE("a closed case reopens where it was closed and can be sent to rework") {
  County county;
  const CaseId id = county.in_review();
  county.must(A::close, id, centre);
  county.must(A::reopen, id, centre, because("leaks_again"));
  CHECK(county.state(id) == State::county_review);
  CHECK_FALSE(county.whole(id).ended.has_value());
  county.must(A::send_back, id, centre, because("leaks_again"));
  CHECK(county.state(id) == State::county_handling);
  CHECK(county.whole(id).assignments[0].round == 2);
  county.must(A::feedback, id, drains);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("a merged case goes on in the other and comes back unchanged") {
  County county;
  const CaseId first = county.report();
  const CaseId second = county.report();
  county.must(A::merge, second, grid, [&](Action& a) { a.other_case = first; });
  CHECK(county.state(second) == State::merged);
  CHECK(county.whole(second).merged_into == first);
  county.must(A::unmerge, second, grid, because("different_place"));
  CHECK(county.state(second) == State::village_intake);
  CHECK(county.whole(second).merged_into == CaseId::none);
}

TEST_CASE("a failed check after handling brings the units back to work") {
  County county;
  const CaseId id = county.in_review();
  county.must(A::confirm, id, centre, [](Action& a) { a.unit = grid; });
  CHECK(county.act(A::confirm, id, grid, passed(false)).refusal->field == "reason");
  county.must(A::confirm, id, grid, [](Action& a) {
    a.passed = false;
    a.reason = "still_flooded";
  });
  CHECK(county.state(id) == State::county_handling);
  CHECK_FALSE(county.whole(id).handled.has_value());
}

TEST_CASE("a case whose holder a newer policy no longer knows can still be brought to its end") {
  County county;
  const CaseId id = county.report();
  const CaseId filed = county.report();
  county.must(A::file, filed, grid);
  Policy smaller = *county.engine().policy();
  auto& units = smaller.organization.units;
  units.erase(std::remove_if(units.begin(), units.end(),
                             [](const Unit& unit) { return unit.code == grid; }),
              units.end());
  for (Person& person : smaller.organization.persons) {
    if (person.unit == grid) person.unit = village;
    auto& posts = person.posts;
    posts.erase(std::remove_if(posts.begin(), posts.end(),
                               [](const Post& post) { return post.unit == grid; }),
                posts.end());
  }
  county.engine().adopt(smaller, {centre, "", ""}, county.now());
  CHECK_FALSE(county.engine().allowed(id, {centre, "", ""}, county.now()).empty());
  county.must(A::escalate, id, centre, because("grid_dissolved"));
  CHECK(county.whole(id).holder == room);
  county.must(A::hand_down, id, room);
  CHECK(county.whole(id).holder == village);
  county.must(A::handle, filed, centre);
}
