// From the top down: directives with their receipts and lists, records that are entered and
// settled, hard cases, what is made known.

#include "support/time_rules.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using S = AssignmentState;

namespace {

Refusal refused(const Answer& answer) {
  REQUIRE(answer.refusal);
  return *answer.refusal;
}

Edit counted(std::vector<CheckItem> items) {
  return [items](Action& action) { action.counts = items; };
}

// The centre has a village moved out of danger, house by house.
CaseId evacuation(County& county) {
  const CaseId id = county.report(centre, [](Action& a) {
    a.nature = Nature::directive;
    a.title = "转移群众";
    a.grid = grid;
  });
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, [](Action& a) {
    a.orders = {{room, AssignmentRole::lead, "组织转移"},
                {village, AssignmentRole::assist, "逐户转移", {}, {{"h1", 4, 0}, {"h2", 3, 0}}}};
  });
  return id;
}

const Assignment& order_of(const Case& whole, const std::string& unit) {
  for (const Assignment& order : whole.assignments) {
    if (order.unit == unit) return order;
  }
  FAIL("no such order");
  return whole.assignments.front();
}

Answer entered(County& county, const std::string& unit, Nature nature, const std::string& about) {
  return county.act(A::enter_record, CaseId::none, unit, [&](Action& a) {
    a.nature = nature;
    a.title = "值班抽查";
    a.unit = about;
  });
}

}  // namespace

TEST_CASE("a directive is acknowledged, executed and reported, and its heads are counted") {
  County county;
  const CaseId id = evacuation(county);
  county.must(A::sign, id, room);
  county.must(A::sign, id, village);
  CHECK(order_of(county.whole(id), village).state == S::signed_for);
  county.must(A::progress, id, village, counted({{"h1", 0, 4}}));
  const Refusal short_of = refused(county.act(A::finish, id, village, counted({{"h2", 0, 2}})));
  CHECK(short_of.code == RefusalCode::waits);
  CHECK(short_of.field == "counts");
  CHECK(short_of.reason.find("h2 has 2 of 3") != std::string::npos);
  CHECK(refused(county.act(A::feedback, id, village)).code == RefusalCode::waits);
  CHECK(refused(county.act(A::progress, id, village, counted({{"h9", 0, 1}}))).field == "counts");
  CHECK(refused(county.act(A::progress, id, centre, counted({{"h1", 0, 1}}))).code ==
        RefusalCode::unexpected_field);
  county.must(A::finish, id, village, counted({{"h2", 0, 3}}));
  CHECK(refused(county.act(A::progress, id, village, counted({{"h1", 0, 0}}))).code ==
        RefusalCode::wrong_step);
  Case whole = county.whole(id);
  CHECK(order_of(whole, village).state == S::finished);
  CHECK(order_of(whole, village).finished == whole.last_happened);
  CHECK(whole.position.state == State::county_handling);
  county.must(A::feedback, id, village);
  county.must(A::feedback, id, room);
  whole = county.whole(id);
  CHECK(whole.position.state == State::county_review);
  CHECK(order_of(whole, village).checklist == std::vector<CheckItem>{{"h1", 4, 4}, {"h2", 3, 3}});
  CHECK(county.engine().verify().ok());
}

TEST_CASE("directives and records are in no total of cases, but in the lists of units") {
  County county;
  county.report();
  evacuation(county);
  REQUIRE(entered(county, centre, Nature::duty_check, drains).ok());
  CHECK(county.engine().board({}, {centre, "", ""}).total.open == 1);
  BoardQuery of_directives;
  of_directives.nature = Nature::directive;
  CHECK(county.engine().board(of_directives, {centre, "", ""}).total.open == 1);
  CaseQuery orders;
  orders.assigned = village;
  CHECK(county.engine().find(orders, {centre, "", ""}).cases.size() == 1);
  CaseQuery directives;
  directives.nature = Nature::directive;
  CHECK(county.engine().find(directives, {centre, "", ""}).cases.size() == 1);
}

TEST_CASE("a landslide that follows an evacuation is linked to it") {
  County county;
  const CaseId id = evacuation(county);
  const CaseId second = county.report(village, [&](Action& a) {
    a.title = "泥石流";
    a.other_case = id;
    a.relation = Relation::follows;
  });
  const Case whole = county.whole(second);
  REQUIRE(whole.links.size() == 1);
  CHECK(whole.links.front().case_id == id);
  CHECK(whole.links.front().relation == Relation::follows);
  CHECK(whole.part_of == CaseId::none);
}

TEST_CASE("a clock waits for the report of work that is finished") {
  TimeRules time = chinese_time();
  Milestone report = milestone("report", Moment::finished, Moment::handled);
  report.each_order = true;
  time.milestones = {report};
  time.limits = {limit("report", 2, LimitUnit::urgent_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = county.handling();
  CHECK(county.whole(id).clocks.empty());
  county.must(A::finish, id, drains);
  Case whole = county.whole(id);
  REQUIRE(whole.clocks.size() == 1);
  CHECK(whole.clocks.front().started == whole.last_happened);
  CHECK(whole.clocks.front().times.deadline == whole.last_happened + std::chrono::hours(2));
  county.must(A::feedback, id, drains);
  CHECK(county.whole(id).clocks.front().state == ClockState::met);
}

TEST_CASE("records about a unit are entered by one above it, and settled there") {
  County county;
  CHECK(refused(entered(county, grid, Nature::negative_event, drains)).code ==
        RefusalCode::not_permitted);
  CHECK(refused(entered(county, centre, Nature::notice, "")).field == "unit");
  CHECK(refused(entered(county, centre, Nature::directive, drains)).field == "nature");
  const Answer answer = entered(county, centre, Nature::duty_check, drains);
  REQUIRE(answer.ok());
  const CaseId id = answer.case_id;
  CHECK(answer.state == State::noted);
  CHECK(county.whole(id).about == drains);
  CHECK(county.engine().get(id, {drains, "", ""}).has_value());
  CHECK_FALSE(county.engine().get(id, {traffic, "", ""}).has_value());
  CHECK(refused(county.act(A::settle, id, drains)).code == RefusalCode::not_permitted);
  CHECK(refused(county.act(A::accept, id, centre)).code == RefusalCode::not_possible);
  county.must(A::settle, id, centre, [](Action& a) {
    a.passed = false;
    a.reason = "absent";
    a.figures = {{"deduction", 5, "points"}};
  });
  CHECK(county.state(id) == State::settled);
  CHECK(county.whole(id).ended.has_value());
  CHECK(refused(county.act(A::settle, id, centre)).code == RefusalCode::not_possible);
  CaseQuery query;
  query.about = drains;
  CHECK(county.engine().find(query, {centre, "", ""}).cases.size() == 1);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a round of inspection holds its checks, and ends after them") {
  CaseRules rules;
  rules.parts_first = true;
  County county(rules);
  const CaseId round = entered(county, centre, Nature::inspection, room).case_id;
  const Answer check = county.act(A::enter_record, CaseId::none, centre, [&](Action& a) {
    a.nature = Nature::duty_check;
    a.title = "值班抽查";
    a.unit = drains;
    a.other_case = round;
    a.relation = Relation::part_of;
  });
  REQUIRE(check.ok());
  CHECK(refused(county.act(A::settle, round, centre)).code == RefusalCode::waits);
  county.must(A::settle, check.case_id, centre, passed(true));
  county.must(A::settle, round, centre);
}

TEST_CASE("a record that was entered by mistake is struck out") {
  County county;
  const CaseId id = entered(county, centre, Nature::negative_event, drains).case_id;
  county.must(A::annul, id, centre, because("mistake"));
  CHECK(county.state(id) == State::annulled);
}

TEST_CASE("hard cases are listed until they are taken off the list") {
  County county;
  const CaseId id = county.handling();
  county.report();
  CaseQuery hard;
  hard.hard_only = true;
  CHECK(county.engine().find(hard, {centre, "", ""}).cases.empty());
  county.must(A::mark_hard, id, drains, because("no_owner"));
  REQUIRE(county.engine().find(hard, {centre, "", ""}).cases.size() == 1);
  county.must(A::mark_hard, id, centre, passed(false));
  CHECK(county.engine().find(hard, {centre, "", ""}).cases.empty());
}

TEST_CASE("what is made known to the public is on the record of the case") {
  County county;
  const CaseId id = evacuation(county);
  county.must(A::broadcast, id, centre, [](Action& a) {
    a.text = "请村民立即转移";
    a.channel = "broadcast";
    a.units = {village};
  });
  const auto history = county.engine().history(id, {centre, "", ""});
  CHECK(history.back().action.text == "请村民立即转移");
  CHECK(county.whole(id).text.empty());
}
