// What a unit that is no more leaves behind is handed over to its successor, case by case.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// A county where each order is to be signed within an hour.
Policy county_with_signing() {
  TimeRules time = chinese_time();
  Milestone sign = milestone("sign", Moment::freed, Moment::signed_for);
  sign.each_order = true;
  time.milestones = {sign};
  time.limits = {limit("sign", 8, LimitUnit::working_hour)};
  return county_with(std::move(time));
}

// The unit ends with the day, and another takes its place.
void dissolve(County& county, const std::string& gone, const std::string& successor) {
  Policy policy = *county.engine().policy();
  Unit& unit = unit_of(policy.organization, gone);
  unit.valid_until = date_of(county.now() + std::chrono::hours(24), "Asia/Shanghai");
  unit.successor = successor;
  // No duty may lead to it.
  for (Duty& duty : policy.organization.duties) {
    if (duty.lead == gone) duty.lead = successor;
    auto& assists = duty.assists;
    assists.erase(std::remove(assists.begin(), assists.end(), gone), assists.end());
  }
  county.engine().adopt(policy, chief, county.now());
  county.pass(std::chrono::hours(48));
}

Bulk handing_over(const std::string& gone) {
  Bulk bulk;
  bulk.key = "successor-of-" + gone;
  bulk.query.concerns = gone;
  bulk.action.kind = A::take_over;
  bulk.action.units = {gone};
  bulk.action.reason = "reform";
  return bulk;
}

std::size_t taken_over(County& county, CaseId id) {
  const auto history = county.engine().history(id, chief);
  return static_cast<std::size_t>(
      std::count_if(history.begin(), history.end(), [](const Event& event) {
        return event.action.kind == A::take_over && event.action.unit == traffic;
      }));
}

std::size_t left_with(County& county, const std::string& unit) {
  CaseQuery query;
  query.concerns = unit;
  return county.engine().find(query, chief).cases.size();
}

CaseId filed(County& county) {
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  return id;
}

CaseId ordered(County& county, std::vector<Order> orders) {
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders(std::move(orders)));
  return id;
}

}  // namespace

TEST_CASE("all that a dissolved unit leads, assists and checks goes to its successor") {
  County county(county_with_signing());
  const CaseId led = ordered(county, {{drains, AssignmentRole::lead, "dredge"}});
  const CaseId assisted = ordered(
      county, {{"dredgers", AssignmentRole::lead, ""}, {drains, AssignmentRole::assist, ""}});
  const CaseId both = county.dispatched();  // drains leads, traffic assists
  const CaseId checked = ordered(county, {{"dredgers", AssignmentRole::lead, ""}});
  county.must(A::sign, checked, "dredgers");
  county.must(A::feedback, checked, "dredgers");
  county.must(A::confirm, checked, centre, [](Action& action) { action.unit = drains; });
  const CaseId finished = ordered(county, {{drains, AssignmentRole::lead, ""}});
  county.must(A::sign, finished, drains);
  county.must(A::feedback, finished, drains);
  const CaseId others = ordered(county, {{"dredgers", AssignmentRole::lead, ""}});
  const Clock before = county.clock(led, "sign");

  CHECK(left_with(county, drains) == 4);
  dissolve(county, drains, traffic);
  const BulkReport preview =
      county.engine().preview_bulk(handing_over(drains), chief, county.now());
  CHECK(preview.done == 4);
  const BulkReport done = county.engine().bulk(handing_over(drains), chief, county.now());
  CHECK(done.finished);
  CHECK(done.done == 4);
  CHECK(done.refused == 0);

  for (const CaseId id : {led, assisted, both, checked}) {
    CAPTURE(to_number(id));
    CHECK(taken_over(county, id) == 1);
  }
  for (const CaseId id : {finished, others})
    CHECK(taken_over(county, id) == 0);
  CHECK(left_with(county, drains) == 0);
  CHECK(county.whole(led).lead == traffic);
  CHECK(county.whole(checked).checker == traffic);
  CHECK(county.whole(assisted).assignments.back().unit == traffic);

  // The clock of the order runs on as it was; another unit answers for it.
  const Clock after = county.clock(led, "sign");
  CHECK(after.unit == traffic);
  CHECK(after.no == before.no);
  CHECK(after.state == ClockState::running);
  CHECK(after.times.deadline == before.times.deadline);
  county.must(A::sign, led, traffic);
  CHECK(county.clock(led, "sign").state == ClockState::met);
  CHECK(county.engine().verify().ok());
}

TEST_CASE(
    "where the successor has an order already, it has one order, and leads if the other led") {
  County county(county_with_signing());
  const CaseId id = county.dispatched();  // drains leads, traffic assists
  dissolve(county, drains, traffic);
  CHECK(county.engine().bulk(handing_over(drains), chief, county.now()).done == 1);
  const Case whole = county.whole(id);
  CHECK(whole.lead == traffic);
  const auto open = std::count_if(whole.assignments.begin(), whole.assignments.end(),
                                  [](const Assignment& order) { return order.is_open(); });
  CHECK(open == 1);
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("cases that a dissolved unit holds are held by its successor") {
  County county;
  const CaseId id = county.report(grid);
  REQUIRE(county.whole(id).holder == grid);
  const std::string next = "330881001001002";
  dissolve(county, grid, next);
  const BulkReport done = county.engine().bulk(handing_over(grid), chief, county.now());
  CHECK(done.done == 1);
  CHECK(county.whole(id).holder == next);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("without a successor each case says that one is to be named") {
  Organization organization = small_organization();
  unit_of(organization, drains).valid_until = Date{2100, 1, 1};
  County county({}, organization);
  county.dispatched();
  Bulk bulk = handing_over(drains);
  const BulkReport preview = county.engine().preview_bulk(bulk, chief, county.now());
  CHECK(preview.refusals.at(RefusalCode::missing_field) == 1);
  bulk.action.unit = traffic;
  CHECK(county.engine().preview_bulk(bulk, chief, county.now()).done == 1);
}

TEST_CASE("of a unit that goes on to exist nothing is taken over") {
  County county;
  const CaseId id = county.dispatched();
  const Answer answer = county.act(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = traffic;
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::wrong_step);
  CHECK(answer.refusal->field == "units");
}

TEST_CASE("an order goes only to a successor that may be given orders, or that is the named one") {
  Organization organization = small_organization();
  unit_of(organization, drains).valid_until = Date{2100, 1, 1};
  organization.linkages.push_back({grid, drains, LinkageKind::dispatches_to});
  County county({}, organization);
  const CaseId id = county.report();
  county.must(A::file, id, grid);
  county.must(A::dispatch, id, grid, with_orders({{drains, AssignmentRole::lead, ""}}));
  const Answer answer = county.act(A::take_over, id, room, [](Action& a) {
    a.units = {drains};
    a.unit = other_grid;
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::no_way);
  CHECK(answer.refusal->field == "unit");
}

TEST_CASE("in absence a substitute signs, works and is named as the one who did") {
  Organization organization = small_organization();
  Person regular{"p-regular", "甲", drains, {{"handler", "", {}}}, {"p-substitute"}, {}, {}};
  Person substitute{"p-substitute", "乙", traffic, {{"handler", "", {}}}, {}, {}, {}};
  organization.persons.push_back(regular);
  organization.persons.push_back(substitute);
  County county({}, organization);
  const CaseId id = ordered(county, {{drains, AssignmentRole::lead, "dredge"}});
  for (const A kind : {A::sign, A::arrive, A::feedback}) {
    Action action;
    action.kind = kind;
    action.case_id = id;
    CHECK(county.engine().submit(action, {drains, "p-substitute", ""}, county.now()).ok());
  }
  const Case whole = county.whole(id);
  CHECK(whole.assignments.front().unit == drains);
  CHECK(whole.assignments.front().handlers == std::vector<std::string>{"p-substitute"});
  Action action;
  action.kind = A::comment;
  action.case_id = id;
  action.note = "not for somebody who stands in for nobody there";
  const Answer answer = county.engine().submit(action, {traffic, "p-regular", ""}, county.now());
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::unknown_person);
}
