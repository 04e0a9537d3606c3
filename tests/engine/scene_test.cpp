// 就近处置、专业救助: whoever is near holds the scene until those come whose work it is, whatever
// becomes of their orders meanwhile.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using S = AssignmentState;

namespace {

Edit with_scene(const std::string& lead) {
  return with_orders({{lead, AssignmentRole::lead, ""}, {room, AssignmentRole::scene, "hold"}});
}

// At the county's centre, with `drains` to lead; the township's room is at the scene.
CaseId held(County& county) {
  const CaseId id = county.report();
  county.must(A::escalate, id, grid, [](Action& a) {
    a.reason = "needs_help";
    a.tier = Tier::county;
  });
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_scene(drains));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, room);
  county.must(A::arrive, id, room);
  return id;
}

// Its latest order.
Assignment order_of(County& county, CaseId id, const std::string& unit) {
  const Case whole = county.whole(id);
  for (auto it = whole.assignments.rbegin(); it != whole.assignments.rend(); ++it) {
    if (it->unit == unit) return *it;
  }
  FAIL("the unit has no order");
  return {};
}

CaseRules handing_over() {
  CaseRules rules;
  rules.release_scene = true;
  return rules;
}

}  // namespace

TEST_CASE(
    "the scene is held while the lead declines and another is found, until that one is there") {
  County county(handing_over());
  const CaseId id = held(county);
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(county.state(id) == State::county_returned);
  CHECK(order_of(county, id, room).is_open());
  county.must(A::control, id, room);
  CHECK(county.whole(id).controlled);
  county.must(A::dispatch, id, centre, with_orders({{traffic, AssignmentRole::lead, ""}}));
  CHECK(order_of(county, id, room).dispatch == 1);
  CHECK(order_of(county, id, traffic).dispatch == 2);
  county.must(A::sign, id, traffic);
  county.must(A::arrive, id, traffic);
  CHECK(order_of(county, id, room).state == S::released);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the scene is held while the case is consulted about, and when it is sent on") {
  County county;
  const CaseId id = held(county);
  county.must(A::consult, id, centre, [](Action& a) { a.units = {traffic}; });
  CHECK_FALSE(order_of(county, id, drains).is_open());
  CHECK(order_of(county, id, room).is_open());
  county.must(A::conclude, id, centre, [](Action& a) { a.passed = false; });
  CHECK(order_of(county, id, room).is_open());
  county.must(A::consult, id, centre, [](Action& a) { a.units = {traffic}; });
  county.must(A::progress, id, room, [](Action& a) { a.note = "the crowd is kept away"; });
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{traffic, AssignmentRole::lead, ""}};
  });
  CHECK(order_of(county, id, room).is_open());
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(order_of(county, id, room).state == S::released);  // with the work
  CHECK(county.engine().verify().ok());
}

TEST_CASE("withdrawing the lead leaves the scene held, withdrawing the orders does not") {
  County county;
  const CaseId id = held(county);
  county.must(A::withdraw, id, centre, [](Action& a) { a.unit = drains; });
  CHECK(county.state(id) == State::county_triage);
  CHECK(order_of(county, id, room).is_open());
  county.must(A::dispatch, id, centre, with_orders({{traffic, AssignmentRole::lead, ""}}));
  county.must(A::withdraw, id, centre);
  CHECK(order_of(county, id, room).state == S::withdrawn);
  CHECK(order_of(county, id, traffic).state == S::withdrawn);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who holds the scene may be given the work itself") {
  County county;
  const CaseId id = held(county);
  county.must(A::decline, id, drains, because("not_ours"));
  county.must(A::dispatch, id, centre, with_orders({{room, AssignmentRole::lead, "repair"}}));
  const Case whole = county.whole(id);
  CHECK(whole.assignments[1].state == S::released);
  CHECK(whole.lead == room);
  county.must(A::sign, id, room);
  county.must(A::feedback, id, room);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who is called from the scene to a consultation no longer holds it") {
  County county;
  const CaseId id = held(county);
  county.must(A::consult, id, centre, [](Action& a) { a.units = {room}; });
  const Case whole = county.whole(id);
  CHECK(whole.assignments[1].state == S::released);
  CHECK(order_of(county, id, room).role == AssignmentRole::consult);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("with the case that is answered or rejected the scene is let go") {
  County county;
  const CaseId id = held(county);
  county.must(A::decline, id, drains, because("not_ours"));
  county.must(A::reject, id, centre, because("false_alarm"));
  CHECK(order_of(county, id, room).state == S::released);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("rework goes to the units of the last dispatch, not to those of an earlier one") {
  County county;
  const CaseId id = held(county);
  county.must(A::feedback, id, drains);
  county.must(A::dispatch, id, centre, with_orders({{traffic, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic);
  county.must(A::send_back, id, centre, because("not_clean"));
  CHECK(order_of(county, id, drains).state == S::done);
  CHECK(order_of(county, id, traffic).state == S::signed_for);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who had two orders one after the other comes back to the later one") {
  County county;
  const CaseId id = held(county);
  county.must(A::reinforce, id, centre, with_orders({{traffic, AssignmentRole::assist, "block"}}));
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic);
  county.must(A::reinforce, id, centre, with_orders({{traffic, AssignmentRole::support, "clear"}}));
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic);
  county.must(A::feedback, id, drains);
  county.must(A::send_back, id, centre, because("not_clean"));
  const Case whole = county.whole(id);
  CHECK(whole.assignments[2].state == S::done);
  CHECK(whole.assignments[3].state == S::signed_for);
  CHECK(county.engine().verify().ok());
}
