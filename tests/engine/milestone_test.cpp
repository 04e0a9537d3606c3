// Milestones of cases and orders: what starts their clocks, what stops them, which limit holds.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// 1312: sign within 1 minute, contact within 3, arrive within 10 of the order; feedback within 2
// hours of the end of handling.
Policy policy_1312() {
  TimeRules time = chinese_time();
  time.milestones = {milestone("sign", Moment::reported, Moment::accepted),
                     milestone("contact", Moment::reported, Moment::contacted),
                     milestone("arrive", Moment::reported, Moment::arrived),
                     milestone("feedback", Moment::handled, Moment::closed)};
  time.limits = {
      limit("sign", 1, LimitUnit::urgent_minute), limit("contact", 3, LimitUnit::urgent_minute),
      limit("arrive", 10, LimitUnit::urgent_minute), limit("feedback", 2, LimitUnit::urgent_hour)};
  return county_with(std::move(time));
}

Edit in_category(std::string category) {
  return [category](Action& action) { action.category = category; };
}

bool is_late(County& county, CaseId id, const std::string& milestone) {
  return county.clock(id, milestone).is_late(county.now());
}

}  // namespace

TEST_CASE("AT-06: 1312, each milestone by itself, on a Saturday evening") {
  County county(policy_1312());
  const CaseId id = county.report_at("2024-01-27 20:00:00", room);
  county.must_at("2024-01-27 20:00:40", A::accept, id, room);
  county.must_at("2024-01-27 20:00:50", A::file, id, room);
  county.must_at("2024-01-27 20:01:00", A::dispatch, id, room,
                 with_orders({{"team", AssignmentRole::lead, ""}}));
  county.must_at("2024-01-27 20:02:30", A::contact, id, room);
  county.must_at("2024-01-27 20:03:00", A::sign, id, "team");
  county.must_at("2024-01-27 20:08:00", A::arrive, id, "team");
  county.must_at("2024-01-27 20:25:00", A::feedback, id, "team");
  CHECK(local(county.clock(id, "feedback").times.deadline) == "2024-01-27 22:25:00");
  county.must_at("2024-01-27 22:25:00", A::close, id, room);
  for (const ClockView& view : county.clocks(id)) {
    CAPTURE(view.clock.milestone);
    CHECK(view.clock.state == ClockState::met);
    CHECK_FALSE(view.late);
  }
  CHECK(local(county.clock(id, "sign").times.deadline) == "2024-01-27 20:01:00");
  CHECK(local(county.clock(id, "contact").times.deadline) == "2024-01-27 20:03:00");
  CHECK(local(county.clock(id, "arrive").times.deadline) == "2024-01-27 20:10:00");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("AT-06: at the limit is in time, a millisecond later is late and moves no other anchor") {
  County county(policy_1312());
  const CaseId exact = county.report_at("2024-01-27 20:00:00", room);
  county.must_at("2024-01-27 20:01:00", A::accept, exact, room);
  CHECK_FALSE(is_late(county, exact, "sign"));

  const CaseId late = county.report_at("2024-01-27 21:00:00", room);
  county.must_at("2024-01-27 21:01:00.001", A::accept, late, room);
  CHECK(is_late(county, late, "sign"));
  CHECK(local(county.clock(late, "arrive").times.deadline) == "2024-01-27 21:10:00");
  CHECK(local(county.clock(late, "contact").times.deadline) == "2024-01-27 21:03:00");
}

TEST_CASE("AT-06: arriving before signing is refused") {
  County county(policy_1312());
  const CaseId id = county.report(room);
  county.must(A::file, id, room);
  county.must(A::dispatch, id, room, with_orders({{"team", AssignmentRole::lead, ""}}));
  CHECK(county.act(A::arrive, id, "team").refusal->code == RefusalCode::wrong_step);
}

TEST_CASE("AT-03: an emergency on a Sunday evening counts fully") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("response", Moment::reported, Moment::arrived),
                     milestone("control", Moment::reported, Moment::controlled),
                     milestone("handle", Moment::reported, Moment::handled)};
  time.limits = {limit("response", 15, LimitUnit::urgent_minute),
                 limit("control", 10, LimitUnit::urgent_minute),
                 limit("handle", 1, LimitUnit::urgent_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-18 17:55:00", centre);
  county.must_at("2018-03-18 17:55:00", A::file, id, centre);
  county.must_at("2018-03-18 17:57:00", A::dispatch, id, centre,
                 with_orders({{drains, AssignmentRole::lead, ""},
                              {traffic, AssignmentRole::scene, "hold the scene"}}));
  county.must_at("2018-03-18 17:58:00", A::sign, id, traffic);
  county.must_at("2018-03-18 18:00:00", A::arrive, id, traffic);
  county.must_at("2018-03-18 18:01:00", A::control, id, traffic);
  county.must_at("2018-03-18 18:05:00", A::sign, id, drains);
  county.must_at("2018-03-18 18:10:00", A::arrive, id, drains);
  county.must_at("2018-03-18 18:12:00", A::feedback, id, traffic);
  county.must_at("2018-03-18 18:45:00", A::feedback, id, drains);
  for (const ClockView& view : county.clocks(id)) {
    CHECK(view.clock.state == ClockState::met);
    CHECK_FALSE(view.late);
  }
  const Case whole = county.whole(id);
  CHECK(*whole.handled - whole.reported == std::chrono::minutes(50));
  CHECK(*whole.controlled < *whole.handled);
}

TEST_CASE("AT-18: a hanging board has two limits: make it safe, then repair it") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("make_safe", Moment::reported, Moment::controlled),
                     milestone("repair", Moment::reported, Moment::handled)};
  time.limits = {limit("make_safe", 2, LimitUnit::urgent_hour),
                 limit("repair", 5, LimitUnit::working_day)};
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-16 17:00", centre);  // a Friday
  CHECK(local(county.clock(id, "make_safe").times.deadline) == "2018-03-16 19:00:00");
  CHECK(local(county.clock(id, "repair").times.deadline) == "2018-03-23 17:00:00");
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must_at("2018-03-16 19:30", A::control, id, drains);
  CHECK(is_late(county, id, "make_safe"));
  CHECK_FALSE(is_late(county, id, "repair"));
  CHECK(local(county.clock(id, "repair").times.deadline) == "2018-03-23 17:00:00");
}

TEST_CASE("AT-01: the same span by the natural and by the working clock") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("natural", Moment::reported, Moment::closed),
                     milestone("working", Moment::reported, Moment::closed)};
  time.limits = {limit("natural", 24, LimitUnit::urgent_hour),
                 limit("working", 8, LimitUnit::working_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-16 08:30");
  county.wait_until("2018-03-17 08:30");
  const auto views = county.clocks(id);
  CHECK(views[0].used == 24 * 3'600'000'000LL);
  CHECK(views[1].used == 15 * 1'800'000'000LL);
}

TEST_CASE("AT-07: five working days over a weekend that follows a make-up Sunday") {
  County county(county_with_closing(5, LimitUnit::working_day));
  const CaseId id = county.report_at("2020-06-29 10:00");
  CHECK(local(county.clock(id, "close").times.deadline) == "2020-07-06 10:00:00");
  county.wait_until("2020-07-04 12:00");
  CHECK(county.clocks(id).front().light == Light::yellow);
  CHECK_FALSE(is_late(county, id, "close"));
}

TEST_CASE("AT-17: in an emergency new cases run by the natural clock, running ones by their own") {
  County county(county_with_closing(4));
  const CaseId before = county.report_at("2018-03-16 17:00");
  CHECK(local(county.clock(before, "close").times.deadline) == "2018-03-19 11:00:00");
  Policy emergency = *county.engine().policy();
  emergency.time.limits = {limit("close", 2, LimitUnit::urgent_hour)};
  emergency.rules.tiers = {Tier::county};  // another way of routing, too
  CHECK(county.engine().adopt(emergency, {centre, "", ""}, county.now()) == 2);
  const CaseId during = county.report_at("2018-03-16 17:30");
  CHECK(local(county.clock(during, "close").times.deadline) == "2018-03-16 19:30:00");
  CHECK(county.whole(during).holder == centre);
  CHECK(local(county.clock(before, "close").times.deadline) == "2018-03-19 11:00:00");

  county.must_at("2018-03-16 17:40", A::rebase, before, centre);
  CHECK(local(county.clock(before, "close").times.deadline) == "2018-03-16 19:00:00");
  CHECK(county.clock(before, "close").rules == 2);

  const Policy normal = county_with_closing(4);
  CHECK(county.engine().adopt(normal, {centre, "", ""}, county.now()) == 3);
  const CaseId after = county.report_at("2018-03-16 17:50");
  CHECK(local(county.clock(after, "close").times.deadline) == "2018-03-19 11:50:00");
  CHECK(local(county.clock(during, "close").times.deadline) == "2018-03-16 19:30:00");
  CHECK(county.engine().verify().ok());
}

TEST_CASE(
    "of several limits the one with the deepest category counts, then by grade and the rest") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("close", Moment::reported, Moment::closed)};
  const auto add = [&](std::int64_t hours) -> Limit& {
    time.limits.push_back(limit("close", hours, LimitUnit::urgent_hour));
    return time.limits.back();
  };
  add(100);
  add(50).category = "04";
  add(40).category = "0404";
  add(90).grade = "urgent";
  add(80).request = RequestKind::complaint;
  add(70).channel = "hotline";
  add(60).tier = Tier::county;
  Policy policy = county_with(std::move(time));
  policy.organization.categories.push_back({});
  policy.organization.categories.back().code = "05";
  policy.organization.categories.back().name = "05";
  policy.organization.duties.push_back({});
  policy.organization.duties.back().category = "05";
  policy.organization.duties.back().lead = traffic;
  County county(policy);
  const auto hours = [&](const Edit& edit, const std::string& unit = grid) {
    return county.clock(county.report(unit, edit), "close").budget / 3'600'000'000LL;
  };
  CHECK(hours(in_category("0404")) == 40);
  CHECK(hours(in_category("040401")) == 40);
  CHECK(hours(in_category("0401")) == 50);
  CHECK(hours(in_category("05")) == 100);
  CHECK(hours(in_category("05"), centre) == 60);
  CHECK(hours([](Action& a) {
          a.category = "05";
          a.channel = "hotline";
        }) == 70);
  CHECK(hours([](Action& a) {
          a.category = "05";
          a.channel = "hotline";
          a.request = RequestKind::complaint;
        }) == 80);
  CHECK(hours([](Action& a) {
          a.category = "05";
          a.request = RequestKind::complaint;
          a.grade = "urgent";
        }) == 90);
}

TEST_CASE("a raised grade moves the deadline from the same start, or keeps it if that is said") {
  Policy policy = county_with_closing(4);
  policy.time.limits.push_back(limit("close", 1, LimitUnit::urgent_hour));
  policy.time.limits.back().grade = "urgent";
  County county(policy);
  const auto raise = [](bool keep) {
    return [keep](Action& action) {
      action.reason = "leaders-order";
      action.grade = "urgent";
      action.keep_deadlines = keep;
    };
  };
  const CaseId moved = county.report_at("2018-03-16 17:00");
  county.must_at("2018-03-16 17:20", A::expedite, moved, grid, raise(false));
  CHECK(local(county.clock(moved, "close").times.deadline) == "2018-03-16 18:00:00");
  CHECK(county.whole(moved).grade == "urgent");
  const CaseId kept = county.report_at("2018-03-16 17:00");
  county.must_at("2018-03-16 17:20", A::expedite, kept, grid, raise(true));
  CHECK(local(county.clock(kept, "close").times.deadline) == "2018-03-19 11:00:00");
  CHECK(county.whole(kept).grade == "urgent");
}

TEST_CASE("a hold is not lost when another grade changes the limit") {
  Policy policy = county_with_closing(4);
  policy.time.limits.push_back(limit("close", 2, LimitUnit::working_hour));
  policy.time.limits.back().grade = "urgent";
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 09:00", A::suspend, id, grid, [](Action& action) {
    action.reason = "engineering";
    action.until = local("2018-03-16 11:00");
  });
  county.must_at("2018-03-16 11:00", A::resume, id, grid);
  county.must_at("2018-03-16 11:10", A::expedite, id, grid, [](Action& action) {
    action.reason = "leaders-order";
    action.grade = "urgent";
  });
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-16 12:00:00");
}

TEST_CASE("every order has a clock of its own, and one department's start does not eat another's") {
  TimeRules time = chinese_time();
  Milestone handle = milestone("handle", Moment::dispatched, Moment::handled);
  handle.each_order = true;
  handle.roles = {AssignmentRole::lead, AssignmentRole::assist};
  Milestone sign = milestone("sign", Moment::dispatched, Moment::signed_for);
  sign.each_order = true;
  time.milestones = {handle, sign};
  time.limits = {limit("handle", 8, LimitUnit::working_hour),
                 limit("sign", 1, LimitUnit::working_hour)};
  Calendar traffic_hours = hours_of({{0, 1440}}, 7);  // round the clock
  traffic_hours.code = "police";
  traffic_hours.units = {traffic};
  time.calendars.push_back(traffic_hours);
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-16 16:00", centre);
  county.must(A::file, id, centre);
  county.must_at(
      "2018-03-16 17:00", A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  const auto all = county.whole(id).clocks;
  REQUIRE(all.size() == 4);
  CHECK(all[0].unit == drains);
  CHECK(local(all[0].times.deadline) == "2018-03-19 17:00:00");
  CHECK(all[1].unit == traffic);
  CHECK(all[1].calendar == "police");
  CHECK(local(all[1].times.deadline) == "2018-03-17 01:00:00");

  county.must_at("2018-03-16 17:10", A::sign, id, drains);
  county.must(A::withdraw, id, centre, [](Action& a) { a.unit = traffic; });
  const auto now = county.whole(id).clocks;
  CHECK(now[0].state == ClockState::running);
  CHECK(now[1].state == ClockState::dropped);
  CHECK(now[2].state == ClockState::met);
  CHECK(now[3].state == ClockState::dropped);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("rework has a limit of its own, or goes on with what was left; the first round stays") {
  for (const bool restart : {true, false}) {
    CAPTURE(restart);
    TimeRules time = chinese_time();
    Milestone handle = milestone("handle", Moment::dispatched, Moment::handled);
    handle.restart_on_rework = restart;
    time.milestones = {handle};
    time.limits = {limit("handle", 4, LimitUnit::working_hour)};
    County county(county_with(std::move(time)));
    const CaseId id = county.report_at("2018-03-16 08:00", centre);
    county.must(A::file, id, centre);
    county.must_at("2018-03-16 09:00", A::dispatch, id, centre,
                   with_orders({{drains, AssignmentRole::lead, ""}}));
    county.must(A::sign, id, drains);
    county.must_at("2018-03-16 11:00", A::feedback, id, drains);
    county.must_at("2018-03-16 15:00", A::send_back, id, centre, because("not-done"));
    const auto all = county.whole(id).clocks;
    REQUIRE(all.size() == (restart ? 2 : 1));
    CHECK(all.back().state == ClockState::running);
    CHECK(local(all.back().times.deadline) ==
          (restart ? "2018-03-19 09:00:00" : "2018-03-16 17:00:00"));
    if (restart) CHECK(all.front().state == ClockState::met);
    CHECK(county.engine().verify().ok());
  }
}

TEST_CASE("a reopened case does not keep the deadline that passed while it was closed") {
  County county(county_with_closing(4));
  const CaseId id = county.in_review();
  county.must(A::close, id, centre);
  county.must_at("2018-04-02 08:00", A::reopen, id, centre, because("not-done"));
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-04-02 12:00:00");
  CHECK(county.whole(id).clocks.size() == 2);
}

TEST_CASE("a merged case has no running clock, and gets it back when the merge is undone") {
  County county(county_with_closing(4));
  const CaseId other = county.report_at("2018-03-16 08:00");
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 09:00", A::merge, id, grid,
                 [&](Action& action) { action.other_case = other; });
  CHECK(county.clock(id, "close").state == ClockState::dropped);
  CHECK_FALSE(county.whole(id).deadline);
  CHECK(county.tick_at("2018-03-16 18:00").fired == 3);  // the other's
  county.must_at("2018-03-19 08:00", A::unmerge, id, grid, because("mistake"));
  CHECK(county.clock(id, "close").state == ClockState::running);
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-19 11:00:00");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the limit that comes with a report is a clock, too") {
  County county;
  const CaseId id = county.report(
      grid, [](Action& action) { action.due = parse_instant("2018-03-17T08:00:00+08:00"); });
  CHECK(county.clock(id, "due").times.deadline == parse_instant("2018-03-17T08:00:00+08:00"));
  CHECK(county.whole(id).deadline == parse_instant("2018-03-17T08:00:00+08:00"));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a limit may lie decades ahead, not beyond the times that can be told") {
  TimeRules time;
  time.milestones = {
      milestone("due", Moment::reported, Moment::closed, {{RungKind::remind, 200, 3660}})};
  County county(county_with(std::move(time)));
  county.wait_until("2099-12-31 23:00");
  const CaseId id = county.report(
      grid, [](Action& action) { action.due = parse_instant("2119-12-31T23:59:59Z"); });
  CHECK(county.clock(id, "due").times.deadline == parse_instant("2119-12-31T23:59:59Z"));
  const Answer answer = county.act(A::report, CaseId::none, grid, [](Action& action) {
    action.title = "title";
    action.category = "0404";
    action.due = parse_instant("2120-01-01T00:00:00Z");
  });
  CHECK(answer.refusal->field == "due");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a case's light is the worst of its clocks") {
  County county(policy_1312());
  const CaseId id = county.report_at("2024-01-27 20:00:00", room);
  CHECK(light(county.whole(id), local("2024-01-27 20:00:48")) == Light::green);
  CHECK(light(county.whole(id), local("2024-01-27 20:00:49")) == Light::yellow);
  CHECK(light(county.whole(id), local("2024-01-27 20:01:00")) == Light::yellow);
  CHECK(light(county.whole(id), local("2024-01-27 20:01:01")) == Light::red);
  county.must_at("2024-01-27 20:01:30", A::accept, id, room);
  CHECK(light(county.whole(id), local("2024-01-27 20:01:31")) == Light::green);
}

TEST_CASE("waiting for the reporter holds those clocks that say so") {
  TimeRules time = chinese_time();
  Milestone held = milestone("held", Moment::reported, Moment::closed);
  held.hold_for_reporter = true;
  time.milestones = {held, milestone("running", Moment::reported, Moment::closed)};
  time.limits = {limit("held", 4, LimitUnit::working_hour),
                 limit("running", 4, LimitUnit::working_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 09:00", A::request_info, id, grid,
                 [](Action& action) { action.note = "which house?"; });
  CHECK(county.clock(id, "held").state == ClockState::held);
  CHECK(county.clock(id, "running").state == ClockState::running);
  county.must_at("2018-03-16 11:00", A::supply_info, id, grid,
                 [](Action& action) { action.note = "house 123"; });
  CHECK(local(county.clock(id, "held").times.deadline) == "2018-03-16 16:00:00");
  CHECK(local(county.clock(id, "running").times.deadline) == "2018-03-16 12:00:00");
}

TEST_CASE("overdue cases are found, and no others") {
  County county(county_with_closing(4));
  const CaseId late = county.report_at("2018-03-16 08:00");
  const CaseId exact = county.report_at("2018-03-16 08:30");
  const CaseId ended = county.report_at("2018-03-16 08:00");
  county.must(A::reject, ended, grid, because("no-case"));
  CaseQuery query;
  query.deadline_before = local("2018-03-16 14:30");
  const auto page = county.engine().find(query, {centre, "", ""});
  REQUIRE(page.cases.size() == 1);
  CHECK(page.cases.front().id == late);
  query.deadline_before = local("2018-03-16 14:30:01");
  CHECK(county.engine().find(query, {centre, "", ""}).cases.size() == 2);
  CHECK(county.whole(exact).deadline == local("2018-03-16 14:30"));
}

TEST_CASE("newer rules may have a shorter ladder than the one that has fired") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  CHECK(county.tick_at("2018-03-19 18:00").fired == 3);
  for (const std::size_t rungs : {std::size_t{1}, std::size_t{0}}) {
    Policy shorter = county_with_closing(2 + static_cast<std::int64_t>(rungs));
    shorter.time.milestones.front().ladder.resize(rungs);
    county.engine().adopt(shorter, {centre, "", ""}, county.now());
    county.must(A::rebase, id, grid);
    county.tick_at("2018-03-19 18:30");
  }
  CHECK(county.clock(id, "close").times.next == std::nullopt);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("newer rules bring their ladder and their shares to the same limit") {
  Policy bare = county_with_closing(4);
  bare.time.milestones.front().ladder.clear();
  County county(bare);
  const CaseId id = county.report_at("2018-03-16 08:00");
  Policy next = county_with_closing(4);
  next.time.yellow_share = 10;
  county.engine().adopt(next, {centre, "", ""}, county.now());
  county.must(A::rebase, id, grid);
  CHECK(local(county.clock(id, "close").times.yellow) == "2018-03-16 08:24:00");
  CHECK(county.tick_at("2018-03-16 15:00").fired == 3);
}

TEST_CASE("no clock runs on that newer rules do not ask for, and none after the end") {
  TimeRules time = chinese_time();
  Milestone sign =
      milestone("sign", Moment::dispatched, Moment::signed_for, {{RungKind::remind, 100, 0}});
  sign.each_order = true;
  time.milestones = {sign};
  time.limits = {limit("sign", 1, LimitUnit::urgent_hour)};
  Policy policy = county_with(std::move(time));
  for (const int change : {0, 1, 2, 3}) {
    CAPTURE(change);
    County county(policy);
    const CaseId id = county.dispatched();
    Policy next = policy;
    Milestone& changed = next.time.milestones.front();
    if (change == 0) changed.roles = {AssignmentRole::lead};
    if (change == 1) changed.each_order = false;
    if (change == 2) changed.code = next.time.limits.front().milestone = "signature";
    if (change == 3) next.time.limits.front().grade = "urgent";
    county.engine().adopt(next, {centre, "", ""}, county.now());
    county.must(A::rebase, id, centre);
    const auto clocks = county.whole(id).clocks;
    CHECK(clocks[1].state == ClockState::dropped);
    CHECK((clocks[0].state == ClockState::running) == (change == 0));
    county.must(A::sign, id, drains);
    county.must(A::force_close, id, centre, because("enough"));
    for (const Clock& clock : county.whole(id).clocks)
      CHECK_FALSE(clock.is_open());
    county.pass(std::chrono::hours(24));
    CHECK_FALSE(county.engine().tick(county.now()).more);
    CHECK(county.engine().verify().ok());
  }
}

TEST_CASE("a deadline is not kept by a calendar that is gone") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  Policy renamed = county_with_closing(4);
  renamed.time.calendars.front().code = "other";
  county.engine().adopt(renamed, {centre, "", ""}, county.now());
  CHECK(local(county.clock(id, "close").times.deadline) == "2018-03-16 12:00:00");
  const Answer answer =
      county.act(A::rebase, id, grid, [](Action& action) { action.keep_deadlines = true; });
  CHECK(answer.refusal->field == "keep_deadlines");
  county.must(A::rebase, id, grid);
  CHECK(county.clock(id, "close").calendar == "other");
  CHECK(county.tick_at("2018-03-16 18:00").fired == 3);
}

TEST_CASE("a case under rules with calendars counts working time though newer rules have none") {
  TimeRules time = chinese_time();
  Milestone handle = milestone("handle", Moment::dispatched, Moment::handled);
  handle.each_order = true;
  time.milestones = {handle};
  time.limits = {limit("handle", 2, LimitUnit::working_day)};
  County county(county_with(std::move(time)));
  const CaseId id = county.report_at("2018-03-16 08:00", centre);
  county.must(A::file, id, centre);
  county.engine().adopt(county_with({}), {centre, "", ""}, county.now());
  county.must_at("2018-03-16 09:00", A::dispatch, id, centre,
                 with_orders({{drains, AssignmentRole::lead, ""}}));
  CHECK(local(county.clock(id, "handle").times.deadline) == "2018-03-20 09:00:00");
}

TEST_CASE("arriving twice does not begin a limit anew") {
  TimeRules time = chinese_time();
  Milestone work = milestone("work", Moment::arrived, Moment::handled);
  work.each_order = true;
  time.milestones = {work};
  time.limits = {limit("work", 2, LimitUnit::urgent_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = county.handling();
  county.must(A::arrive, id, drains);
  const Instant deadline = county.clock(id, "work").times.deadline;
  county.pass(std::chrono::hours(5));
  county.must(A::arrive, id, drains);
  CHECK(county.clock(id, "work").times.deadline == deadline);
  CHECK(county.whole(id).clocks.size() == 1);
}

TEST_CASE("a limit is chosen again when what it is chosen by changes, and by nothing else") {
  Policy policy = county_with_closing(4);
  policy.time.limits.push_back(limit("close", 1, LimitUnit::urgent_hour));
  policy.time.limits.back().grade = "urgent";
  policy.time.limits.push_back(limit("close", 40, LimitUnit::working_hour));
  policy.time.limits.back().tier = Tier::township;
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  const Instant deadline = county.clock(id, "close").times.deadline;
  const auto title = [](Action& action) { action.title = "another title"; };
  county.must(A::escalate, id, grid, because("too-hard"));
  county.must(A::amend, id, room, title);
  county.must(A::suspend, id, room, [](Action& action) {
    action.reason = "engineering";
    action.until = local("2018-03-16 11:00");
  });
  county.must(A::amend, id, room, title);
  county.must(A::resume, id, room);
  county.must(A::expedite, id, room, [](Action& action) {
    action.reason = "order";
    action.grade = "urgent";
    action.keep_deadlines = true;
  });
  county.must(A::amend, id, room, title);
  CHECK(county.clock(id, "close").budget == 4 * 3'600'000'000LL);
  CHECK(county.clock(id, "close").times.deadline >= deadline);
  const auto explanation = *county.engine().explain(id, 1, {centre, "", ""}, county.now());
  CHECK(explanation.rule.empty());
}

TEST_CASE("what tick wrote down does not keep people from saying what they did before") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  CHECK(county.tick_at("2018-03-16 12:00:30").fired == 2);
  county.must_at("2018-03-16 12:01", A::answer, id, grid, [](Action& action) {
    action.reply = "done";
    action.happened = local("2018-03-16 11:59");
  });
  CHECK_FALSE(county.clock(id, "close").is_late(county.now()));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a clock that a transfer ended does not go on under the old holder") {
  Policy policy = county_with_closing(4);
  policy.time.milestones.front().restart_on_transfer = true;
  policy.time.milestones.front().restart_on_rework = false;
  policy.time.limits.front().tier = Tier::village;
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must(A::escalate, id, grid, because("too-hard"));
  REQUIRE(county.whole(id).clocks.size() == 1);
  CHECK(county.clock(id, "close").state == ClockState::dropped);
}

TEST_CASE("the rule that set a limit is explained, whatever the case has become since") {
  Policy policy = county_with_closing(4);
  policy.time.limits.push_back(limit("close", 8, LimitUnit::working_hour));
  policy.time.limits.back().category = "0404";
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must(A::reclassify, id, grid, [](Action& action) {
    action.category = "0401";
    action.keep_deadlines = true;
  });
  const auto explanation = *county.engine().explain(id, 1, {centre, "", ""}, county.now());
  CHECK(explanation.rule == "category 0404");
  CHECK(explanation.clock.budget == 8 * 3'600'000'000LL);
}

TEST_CASE("what happened before the year 2000 is refused") {
  County county(county_with_closing(4));
  const Answer answer = county.act(A::report, CaseId::none, grid, [](Action& action) {
    action.title = "title";
    action.category = "0404";
    action.happened = parse_instant("1995-03-16T08:00:00+08:00");
  });
  CHECK(answer.refusal->field == "happened");
}

TEST_CASE("a check is to be asked for in time, and answered in time from then on") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("ask", Moment::reported, Moment::check_sent),
                     milestone("answer", Moment::check_sent, Moment::checked),
                     milestone("ask-again", Moment::handled, Moment::confirm_sent)};
  time.limits = {limit("ask", 10, LimitUnit::urgent_minute),
                 limit("answer", 1, LimitUnit::urgent_hour),
                 limit("ask-again", 30, LimitUnit::urgent_minute)};
  County county(county_with(std::move(time)));
  const CaseId id =
      county.report_at("2018-03-16 09:00:00", centre, [](Action& a) { a.grid = grid; });
  const auto ask = [](Action& a) { a.unit = village; };
  county.must_at("2018-03-16 09:05:00", A::check, id, centre, ask);
  CHECK(county.clock(id, "ask").state == ClockState::met);
  CHECK(local(county.clock(id, "answer").times.deadline) == "2018-03-16 10:05:00");

  county.must_at("2018-03-16 09:06:00", A::withdraw, id, centre);
  CHECK_FALSE(county.whole(id).check_sent);
  CHECK(county.clock(id, "ask").state == ClockState::running);
  CHECK(local(county.clock(id, "ask").times.deadline) == "2018-03-16 09:16:00");
  county.must_at("2018-03-16 09:17:00", A::check, id, centre, ask);
  CHECK(local(*county.whole(id).check_sent) == "2018-03-16 09:17:00");
  CHECK(is_late(county, id, "ask"));
  county.must_at("2018-03-16 09:20:00", A::check, id, village, passed(true));
  CHECK(local(*county.whole(id).check_sent) == "2018-03-16 09:17:00");

  county.must_at("2018-03-16 09:30:00", A::file, id, centre);
  county.must_at("2018-03-16 09:30:00", A::dispatch, id, centre,
                 with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must_at("2018-03-16 09:31:00", A::sign, id, drains);
  county.must_at("2018-03-16 11:00:00", A::feedback, id, drains);
  county.must_at("2018-03-16 11:20:00", A::confirm, id, centre, ask);
  CHECK(county.clock(id, "ask-again").state == ClockState::met);
  county.must_at("2018-03-16 11:30:00", A::confirm, id, village, [](Action& a) {
    a.passed = false;
    a.reason = "not_done";
  });
  CHECK_FALSE(county.whole(id).confirm_sent);
  county.must_at("2018-03-16 15:00:00", A::feedback, id, drains);
  CHECK(local(county.clock(id, "ask-again").times.deadline) == "2018-03-16 15:30:00");
  CHECK(county.engine().verify().ok());
}
