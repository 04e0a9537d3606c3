// Ways to depart from a limit: holds, extensions, transfers, appeals. Defaults are those found in
// practice.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

Edit until(const std::string& time) {
  return [time](Action& action) {
    action.reason = "engineering";
    action.until = local(time);
  };
}

Answer act_as(County& county, A kind, CaseId id, const Actor& actor, const Edit& edit = {}) {
  county.pass(std::chrono::minutes(1));
  Action action;
  action.kind = kind;
  action.case_id = id;
  if (edit) edit(action);
  return county.engine().submit(action, actor, county.now());
}

RefusalCode refused(const Answer& answer) {
  REQUIRE(answer.refusal);
  return answer.refusal->code;
}

// Two people at the drains department, and a case that it leads.
Policy policy_with_people() {
  TimeRules time = chinese_time();
  Milestone handle = milestone("handle", Moment::dispatched, Moment::handled);
  handle.each_order = true;
  time.milestones = {handle};
  time.limits = {limit("handle", 4, LimitUnit::working_hour)};
  Policy policy = county_with(std::move(time));
  Person chief;
  chief.code = "chief";
  chief.name = "chief";
  chief.unit = drains;
  policy.organization.persons.push_back(chief);
  return policy;
}

CaseId led_by_drains(County& county, const std::string& at) {
  const CaseId id = county.report_at(at, centre);
  county.must_at(at, A::file, id, centre);
  county.must_at(at, A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must_at(at, A::sign, id, drains);
  return id;
}

}  // namespace

TEST_CASE("a hold over a weekend gives back nothing of a limit in working hours") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 16:00");  // a Friday
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-19 10:00:00");
  county.must_at("2018-03-16 18:00", A::suspend, id, grid, until("2018-03-18 18:00"));
  CHECK(county.clock(id, "close").state == ClockState::held);
  county.must_at("2018-03-18 18:00", A::resume, id, grid);
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-19 10:00:00");
}

TEST_CASE("a hold ends by itself, at its time, however late somebody ticks") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 09:00", A::suspend, id, grid, until("2018-03-16 15:00"));
  CHECK(county.tick_at("2018-03-16 14:59").resumed == 0);
  const TickReport report = county.tick_at("2018-03-16 17:00");
  CHECK(report.resumed == 1);
  CHECK(report.latest == std::chrono::hours(2));
  const Case whole = county.whole(id);
  CHECK(whole.position.state == State::village_intake);
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-16 18:00:00");
  const auto history = county.engine().history(id, {centre, "", ""});
  CHECK(local(history.back().happened) == "2018-03-16 15:00:00");
  CHECK(local(history.back().recorded) == "2018-03-16 17:00:00");
  CHECK(county.tick_at("2018-03-16 17:01").resumed == 0);
  CHECK(county.engine().verify().ok());
}

TEST_CASE(
    "a hold has an end, lasts a year at most, and comes once, unless the policy says otherwise") {
  County county(county_with_closing(4));
  const CaseId id = county.report();
  CHECK(refused(county.act(A::suspend, id, grid, because("engineering"))) ==
        RefusalCode::missing_field);
  CHECK(refused(county.act(A::suspend, id, grid, until("2019-03-18 09:00"))) == RefusalCode::limit);
  county.must(A::suspend, id, grid, until("2018-03-20 08:00"));
  county.must(A::resume, id, grid);
  CHECK(refused(county.act(A::suspend, id, grid, until("2018-03-20 08:00"))) == RefusalCode::limit);

  Policy freer = county_with_closing(4);
  freer.time.deviations.suspensions = 2;
  County other(freer);
  const CaseId twice = other.report();
  for (int i = 0; i < 2; ++i) {
    other.must(A::suspend, twice, grid, until("2018-03-20 08:00"));
    other.must(A::resume, twice, grid);
  }
  CHECK(refused(other.act(A::suspend, twice, grid, until("2018-03-20 08:00"))) ==
        RefusalCode::limit);
}

TEST_CASE("more time is asked for, approved by the unit, and granted by the holder") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  const Actor worker{drains, "drains", ""};
  const Actor chief{drains, "chief", ""};
  const Actor holder{centre, "", ""};
  const auto grant = passed(true);
  CHECK(refused(act_as(county, A::decide_extension, id, holder, grant)) == RefusalCode::no_clock);
  CHECK(act_as(county, A::request_extension, id, worker, because("parts")).ok());
  CHECK(refused(act_as(county, A::request_extension, id, worker, because("parts"))) ==
        RefusalCode::no_clock);
  CHECK(refused(act_as(county, A::decide_extension, id, worker, grant)) ==
        RefusalCode::second_person);
  CHECK(act_as(county, A::decide_extension, id, chief, grant).ok());
  CHECK(local(county.clock(id, "handle").times.deadline) == "2018-03-16 12:00:00");
  CHECK(refused(act_as(county, A::decide_extension, id, chief, grant)) ==
        RefusalCode::second_person);
  CHECK(act_as(county, A::decide_extension, id, holder, grant).ok());
  CHECK(local(county.clock(id, "handle").times.deadline) == "2018-03-16 18:00:00");
  CHECK(county.clock(id, "handle").extensions == 1);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("extensions come twice at most, and those denied do not count") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  const Actor worker{drains, "drains", ""};
  const Actor chief{drains, "chief", ""};
  const Actor holder{centre, "", ""};
  CHECK(act_as(county, A::request_extension, id, worker, because("parts")).ok());
  CHECK(act_as(county, A::decide_extension, id, chief, passed(false)).ok());
  for (int i = 0; i < 2; ++i) {
    CHECK(act_as(county, A::request_extension, id, worker, because("parts")).ok());
    CHECK(act_as(county, A::decide_extension, id, chief, passed(true)).ok());
    CHECK(act_as(county, A::decide_extension, id, holder, passed(true)).ok());
  }
  CHECK(county.clock(id, "handle").extensions == 2);
  CHECK(local(county.clock(id, "handle").times.deadline) == "2018-03-19 12:00:00");
  CHECK(refused(act_as(county, A::request_extension, id, worker, [](Action& action) {
          action.reason = "parts";
          action.clock = 1;
        })) == RefusalCode::limit);
}

TEST_CASE("who is late gets no more time, and an approver who waits too long has denied it") {
  County county(policy_with_people());
  const CaseId asked = led_by_drains(county, "2018-03-16 08:00");
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  CHECK(act_as(county, A::request_extension, asked, {drains, "drains", ""}, because("parts")).ok());
  county.wait_until("2018-03-16 12:00");
  CHECK(refused(act_as(county, A::request_extension, id, {drains, "drains", ""},
                       because("parts"))) == RefusalCode::overdue);
  CHECK(refused(act_as(county, A::decide_extension, asked, {drains, "chief", ""}, passed(true))) ==
        RefusalCode::overdue);
  CHECK(act_as(county, A::decide_extension, asked, {drains, "chief", ""}, passed(false)).ok());
}

TEST_CASE("one step is enough where the policy says so") {
  Policy policy = policy_with_people();
  policy.time.deviations.extension_steps = 1;
  policy.time.deviations.extension_share = 50;
  County county(policy);
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  CHECK(act_as(county, A::request_extension, id, {drains, "drains", ""}, because("parts")).ok());
  CHECK(refused(act_as(county, A::decide_extension, id, {drains, "chief", ""}, passed(true))) ==
        RefusalCode::not_permitted);
  CHECK(act_as(county, A::decide_extension, id, {centre, "", ""}, passed(true)).ok());
  CHECK(local(county.clock(id, "handle").times.deadline) == "2018-03-16 16:00:00");
}

TEST_CASE("an appeal needs a late clock that has ended, two reviewers, and changes no fact") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  county.must_at("2018-03-16 15:00", A::feedback, id, drains);
  CHECK(refused(county.act(A::appeal, id, drains, because("flood"))) == RefusalCode::not_possible);
  county.must(A::close, id, centre);
  CHECK(refused(county.act(A::appeal, id, centre, because("flood"))) == RefusalCode::not_late);
  county.must(A::appeal, id, drains, because("flood"));
  CHECK(refused(county.act(A::appeal, id, drains, because("flood"))) == RefusalCode::not_late);
  const auto decide = [&](const std::string& person) {
    return act_as(county, A::decide_appeal, id, {centre, person, ""}, passed(true));
  };
  CHECK(decide("").ok());
  CHECK_FALSE(county.clock(id, "handle").exempt);
  CHECK(refused(decide("")) == RefusalCode::second_person);
  county.reopen();
  CHECK(county.clock(id, "handle").reviews == 1);
}

TEST_CASE("a granted appeal takes the clock out of the count, and late it stays") {
  Policy policy = policy_with_people();
  policy.time.deviations.appeal_reviewers = 1;
  County county(policy);
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  county.must_at("2018-03-16 15:00", A::feedback, id, drains);
  county.must(A::close, id, centre);
  county.must(A::appeal, id, drains, because("flood"));
  county.must(A::decide_appeal, id, centre, passed(true));
  CHECK(county.clock(id, "handle").exempt);
  CHECK(county.clock(id, "handle").is_late(county.now()));
  CHECK(refused(county.act(A::decide_appeal, id, centre, passed(true))) == RefusalCode::no_clock);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an appeal that is denied is over") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  county.must_at("2018-03-16 15:00", A::feedback, id, drains);
  county.must(A::close, id, centre);
  county.must(A::appeal, id, drains, because("flood"));
  county.must(A::decide_appeal, id, centre, passed(false));
  CHECK(refused(county.act(A::appeal, id, drains, because("flood"))) == RefusalCode::not_late);
  CHECK_FALSE(county.clock(id, "handle").exempt);
}

TEST_CASE("a clock goes with the holder, or begins anew for the next one") {
  for (const bool restart : {false, true}) {
    CAPTURE(restart);
    Policy policy = county_with_closing(4);
    policy.time.milestones.front().restart_on_transfer = restart;
    County county(policy);
    const CaseId id = county.report_at("2018-03-16 08:00");
    CHECK(county.clock(id, "close").unit == grid);
    county.must_at("2018-03-16 10:00", A::escalate, id, grid, because("too-hard"));
    CHECK(county.clock(id, "close").unit == room);
    CHECK(local(county.clock(id, "close").times.deadline) ==
          (restart ? "2018-03-16 16:00:00" : "2018-03-16 12:00:00"));
    CHECK(county.engine().verify().ok());
  }
}

TEST_CASE("a clock that is not there is named in the refusal") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  const Answer answer = county.act(A::request_extension, id, drains, [](Action& action) {
    action.reason = "parts";
    action.clock = 7;
  });
  CHECK(refused(answer) == RefusalCode::no_clock);
  CHECK(answer.refusal->field == "clock");
}

TEST_CASE("an extension stays a share of the limit when the limit changes its unit") {
  Policy policy = county_with_closing(4);
  policy.time.deviations.extension_steps = 1;
  policy.time.limits.push_back(limit("close", 3, LimitUnit::end_of_working_day));
  policy.time.limits.back().grade = "days";
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must(A::escalate, id, grid, because("too-hard"));
  county.must(A::request_extension, id, room, because("parts"));
  county.must(A::decide_extension, id, centre, passed(true));
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-16 18:00:00");
  county.must(A::expedite, id, room, [](Action& action) {
    action.reason = "order";
    action.grade = "days";
  });
  CHECK(county.clock(id, "close").extended == 3);
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-26 18:00:00");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who leaves the person out may be anybody of the unit, and is no second hand") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  CHECK(act_as(county, A::request_extension, id, {drains, "drains", ""}, because("parts")).ok());
  CHECK(refused(act_as(county, A::decide_extension, id, {drains, "", ""}, passed(true))) ==
        RefusalCode::second_person);
}

TEST_CASE("nobody hears an appeal of its own") {
  Policy policy = county_with_closing(4);
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00", centre);
  county.must_at("2018-03-19 08:00", A::reject, id, centre, because("no-case"));
  county.must(A::appeal, id, centre, because("flood"));
  CHECK(refused(county.act(A::decide_appeal, id, centre, passed(true))) ==
        RefusalCode::second_person);
}

TEST_CASE("an exemption is for the time before a case is reopened") {
  Policy policy = county_with_closing(4);
  policy.time.milestones.front().restart_on_rework = false;
  policy.time.deviations.appeal_reviewers = 1;
  County county(policy);
  const CaseId id = county.in_review();
  county.must_at("2018-03-20 08:00", A::close, id, centre);
  county.must(A::appeal, id, drains, because("flood"));
  county.must(A::decide_appeal, id, centre, passed(true));
  CHECK(county.clock(id, "close").exempt);
  county.must_at("2018-04-20 08:00", A::reopen, id, centre, because("not-done"));
  CHECK_FALSE(county.clock(id, "close").exempt);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a clock of another unit's order is not extended") {
  County county(policy_with_people());
  const CaseId id = led_by_drains(county, "2018-03-16 08:00");
  CHECK(refused(county.act(A::request_extension, id, centre, [](Action& action) {
          action.reason = "parts";
          action.clock = 1;
        })) == RefusalCode::not_permitted);
}
