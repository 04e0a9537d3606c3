// Orders to units, and what units do with them.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

RefusalCode refused(const Answer& answer) {
  REQUIRE(answer.refusal.has_value());
  return answer.refusal->code;
}

CaseId filed(County& county) {
  const CaseId id = county.report(centre, [](Action& a) { a.grid = grid; });
  county.must(A::file, id, centre);
  return id;
}

}  // namespace

TEST_CASE("orders without exactly one lead are refused") {
  County county;
  const CaseId id = filed(county);
  const Order assist{drains, AssignmentRole::assist, ""};
  const Order lead{drains, AssignmentRole::lead, ""};
  const Order other{traffic, AssignmentRole::lead, ""};
  CHECK(refused(county.act(A::dispatch, id, centre, with_orders({assist}))) ==
        RefusalCode::one_lead);
  CHECK(refused(county.act(A::dispatch, id, centre, with_orders({lead, other}))) ==
        RefusalCode::one_lead);
  CHECK(refused(county.act(A::dispatch, id, centre)) == RefusalCode::missing_field);
  CHECK(county.act(A::dispatch, id, centre, with_orders({lead})).ok());
}

TEST_CASE("a second lead cannot be added while one is at work") {
  County county;
  const CaseId id = county.dispatched();
  CHECK(refused(county.act(A::dispatch, id, centre,
                           with_orders({{"dredgers", AssignmentRole::lead, ""}}))) ==
        RefusalCode::one_lead);
  CHECK(county.act(A::dispatch, id, centre, with_orders({{"dredgers", AssignmentRole::assist, ""}}))
            .ok());
}

TEST_CASE("a unit signs once, and works only after it has signed") {
  County county;
  const CaseId id = county.dispatched();
  CHECK(refused(county.act(A::arrive, id, drains)) == RefusalCode::wrong_step);
  CHECK(refused(county.act(A::sign, id, "dredgers")) == RefusalCode::unknown_case);
  CHECK(refused(county.act(A::sign, id, centre)) == RefusalCode::not_assigned);
  county.must(A::sign, id, drains);
  CHECK(refused(county.act(A::sign, id, drains)) == RefusalCode::wrong_step);
  county.must(A::arrive, id, drains);
  county.must(A::control, id, drains);
  const Assignment lead = county.whole(id).assignments.front();
  CHECK(lead.arrived.has_value());
  CHECK(lead.controlled.has_value());
}

TEST_CASE("a lead that declines brings the case back and ends the other orders") {
  County county;
  const CaseId id = county.dispatched();
  CHECK(refused(county.act(A::decline, id, drains)) == RefusalCode::missing_field);
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(county.state(id) == State::county_returned);
  const Case whole = county.whole(id);
  CHECK(whole.assignments[0].state == AssignmentState::declined);
  CHECK(whole.assignments[1].state == AssignmentState::withdrawn);
  CHECK(whole.lead.empty());
  CHECK(whole.returns == 1);
}

TEST_CASE("an assisting unit that declines leaves the case where it is") {
  County county;
  const CaseId id = county.dispatched();
  county.must(A::decline, id, traffic, because("not_ours"));
  CHECK(county.state(id) == State::county_dispatched);
}

TEST_CASE("the last unit cannot decline when the lead has finished, but can be released") {
  County county;
  const CaseId id = county.handling();
  county.must(A::feedback, id, drains);
  CHECK(refused(county.act(A::decline, id, traffic, because("not_ours"))) ==
        RefusalCode::wrong_step);
  county.must(A::release, id, centre, [](Action& a) { a.unit = traffic; });
  CHECK(county.state(id) == State::county_review);
  CHECK(county.whole(id).handled.has_value());
}

TEST_CASE("withdrawing the lead withdraws all orders") {
  County county;
  const CaseId id = county.handling();
  county.must(A::withdraw, id, centre, [](Action& a) { a.unit = drains; });
  CHECK(county.state(id) == State::county_triage);
  for (const Assignment& assignment : county.whole(id).assignments) {
    CHECK(assignment.state == AssignmentState::withdrawn);
  }
}

TEST_CASE("after a return limit only a consultation goes on") {
  CaseRules rules;
  rules.return_limit = 1;
  County county(rules);
  const CaseId id = county.dispatched();
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(refused(county.act(A::dispatch, id, centre,
                           with_orders({{traffic, AssignmentRole::lead, ""}}))) ==
        RefusalCode::needs_consultation);
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{traffic, AssignmentRole::lead, ""}};
  });
  CHECK(county.state(id) == State::county_dispatched);
}

TEST_CASE("orders go only where the holder may send them") {
  County county;
  const CaseId id = county.report(room, [](Action& a) { a.grid = grid; });
  county.must(A::file, id, room);
  CHECK(refused(county.act(A::dispatch, id, room,
                           with_orders({{other_grid, AssignmentRole::lead, ""}}))) ==
        RefusalCode::no_way);
  CHECK(county.act(A::dispatch, id, room, with_orders({{"team", AssignmentRole::lead, ""}})).ok());
}

TEST_CASE("a case reopened after a forced closing is sent out anew") {
  County county;
  const CaseId id = county.handling();
  county.must(A::force_close, id, centre, because("festival"));
  county.must(A::reopen, id, centre, because("festival_over"));
  CHECK(county.state(id) == State::county_handling);
  CHECK(county.whole(id).lead.empty());
  CHECK(refused(county.act(A::dispatch, id, centre,
                           with_orders({{traffic, AssignmentRole::assist, ""}}))) ==
        RefusalCode::one_lead);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("nobody leads while a case is consulted about") {
  County county;
  const CaseId id = county.handling();
  county.must(A::consult, id, centre);
  CHECK(county.whole(id).lead.empty());
}

TEST_CASE("a new dispatch after review forgets that the case was handled and confirmed") {
  County county;
  const CaseId id = county.in_review();
  county.must(A::confirm, id, centre, [](Action& a) { a.unit = grid; });
  county.must(A::confirm, id, grid, passed(true));
  county.must(A::dispatch, id, centre, with_orders({{"dredgers", AssignmentRole::lead, ""}}));
  CHECK_FALSE(county.whole(id).handled.has_value());
  CHECK_FALSE(county.whole(id).confirmed.has_value());
}
