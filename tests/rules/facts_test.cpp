// What cases come to: a fact of every kind, and when there is none.
#include "support/facts.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using F = FactKind;

namespace {

std::string told(County& county, CaseId id, FactKind kind) {
  return in_words(facts_of(county.engine(), id), kind);
}

Fact only(County& county, CaseId id, FactKind kind) {
  const auto facts = facts_of(county.engine(), id);
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.kind == kind; });
  REQUIRE(found != facts.end());
  return *found;
}

Policy with_limits() {
  TimeRules time = chinese_time();
  Milestone sign = milestone("sign", Moment::dispatched, Moment::signed_for);
  sign.each_order = true;
  time.milestones = {milestone("close", Moment::reported, Moment::closed), sign};
  time.limits = {limit("close", 4, LimitUnit::working_hour),
                 limit("sign", 2, LimitUnit::urgent_hour)};
  return county_with(std::move(time));
}

// Closed, and answered to whoever asked.
void close(County& county, CaseId id) {
  county.must(A::close, id, centre, [](Action& a) { a.reply = "已处理"; });
}

}  // namespace

TEST_CASE("a report is a fact of who recorded it, with what became of the case") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) { a.channel = "patrol"; });
  CHECK(told(county, id, F::reported) == "reported 330881001001001: village\n");
  const Fact fact = only(county, id, F::reported);
  CHECK(fact.at == county.whole(id).reported);
  CHECK(fact.grid == grid);
  CHECK(fact.category == "0404");
  CHECK(fact.channel == "patrol");
  CHECK(fact.case_id == id);
  const CaseId other = county.dispatched();
  CHECK(told(county, other, F::reported) == "reported 330881: filed, county\n");
}

TEST_CASE("a filing is a fact of who filed first, verified where a check had been passed") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) {
    a.grid = grid;
    a.parties = {{"requester", "王某", "13800000000", ""}};
  });
  CHECK(told(county, id, F::filed).empty());
  county.must(A::check, id, centre, [](Action& a) { a.unit = village; });
  county.must(A::check, id, village, passed(true));
  CHECK(told(county, id, F::checked) == "checked 330881001001: passed, county\n");
  county.must(A::file, id, centre);
  CHECK(told(county, id, F::filed) == "filed 330881: requested, passed, county\n");
  CHECK(only(county, id, F::filed).at == county.whole(id).filed);
}

TEST_CASE("taking a case in is a fact of who did it first") {
  County county;
  const CaseId id = county.report(grid);
  CHECK(told(county, id, F::accepted).empty());
  county.must(A::escalate, id, grid, because("needs_help"));
  county.must(A::accept, id, room);
  CHECK(told(county, id, F::accepted) == "accepted 330881001: township\n");
  const Instant first = only(county, id, F::accepted).at;
  CHECK(first == county.whole(id).accepted);
  county.must(A::escalate, id, room, because("needs_help"));
  county.must(A::accept, id, centre);
  CHECK(told(county, id, F::accepted) == "accepted 330881001: county\n");
  CHECK(only(county, id, F::accepted).at == first);
}

TEST_CASE("of an annulled case the report and the filing are left, of a drill nothing") {
  County county(with_limits());
  const CaseId id = county.in_review();
  county.must(A::annul, id, centre, because("mistake"));
  const auto facts = facts_of(county.engine(), id);
  REQUIRE(facts.size() == 2);
  CHECK(told(county, id, F::reported) == "reported 330881: filed, annulled, county\n");
  CHECK(told(county, id, F::filed) == "filed 330881: annulled, county\n");
  const CaseId drill = county.report(grid, [](Action& a) { a.drill = true; });
  CHECK(facts_of(county.engine(), drill).empty());
}

TEST_CASE("a limit counts at its deadline, and at the time it was met, if it was") {
  County county(with_limits());
  const CaseId id = county.report_at("2018-03-16 09:00");
  const Instant deadline = county.clock(id, "close").times.deadline;
  // Not done yet: by the time it counts it is missed.
  CHECK(told(county, id, F::limit) == "limit 330881001001001 closed: late, village\n");
  CHECK(only(county, id, F::limit).at == deadline);
  CHECK(only(county, id, F::limit_or_done).at == deadline);
  county.must(A::file, id, grid);
  county.must_at("2018-03-16 10:00", A::handle, id, grid);
  county.must_at("2018-03-16 10:20", A::feedback, id, grid);
  county.must_at("2018-03-16 10:30", A::close, id, grid);
  CHECK(told(county, id, F::limit) ==
        "limit 330881001001001 closed: done, in_time, filed, village\n");
  CHECK(only(county, id, F::limit).at == deadline);
  CHECK(only(county, id, F::limit_or_done).at == county.now());
}

TEST_CASE("a limit met late is late, and one that was no longer waited for is none") {
  County county(with_limits());
  const CaseId late = county.report_at("2018-03-16 09:00");
  county.must(A::file, late, grid);
  county.must_at("2018-03-19 10:00", A::handle, late, grid);
  county.must(A::feedback, late, grid);
  county.must(A::close, late, grid);
  CHECK(told(county, late, F::limit) ==
        "limit 330881001001001 closed: done, late, filed, village\n");
  const CaseId rejected = county.report_at("2018-03-19 11:00");
  const Edit why = [](Action& a) {
    a.reason = "not_ours";
    a.reply = "不予受理";
  };
  county.must(A::reject, rejected, grid, why);
  CHECK(told(county, rejected, F::limit).empty());
  const CaseId missed = county.report_at("2018-03-19 12:00");
  county.must_at("2018-03-21 12:00", A::reject, missed, grid, why);
  CHECK(told(county, missed, F::limit) == "limit 330881001001001 closed: late, village\n");
}

TEST_CASE("a limit on hold is due at no time, and one that was extended says so") {
  County county(with_limits());
  const CaseId id = county.report_at("2018-03-16 09:00");
  county.must(A::suspend, id, grid, [&](Action& a) {
    a.reason = "material";
    a.until = county.now() + std::chrono::hours(48);
  });
  CHECK(told(county, id, F::limit).empty());
  county.must(A::resume, id, grid);
  CHECK(told(county, id, F::limit) == "limit 330881001001001 closed: late, village\n");
}

TEST_CASE("an order is a fact of the unit that has it; what a unit takes on by itself is none") {
  County county;
  const CaseId id = county.handling();
  CHECK(told(county, id, F::ordered) == "ordered sz: lead, county\nordered jj: county\n");
  CHECK(told(county, id, F::dispatched) == "dispatched 330881: county\n");
  county.must(A::feedback, id, traffic);
  CHECK(told(county, id, F::ordered) == "ordered sz: lead, county\nordered jj: done, county\n");
  const CaseId own = county.report();
  county.must(A::file, own, grid);
  county.must(A::handle, own, grid);
  CHECK(told(county, own, F::ordered).empty());
  CHECK(told(county, own, F::dispatched).empty());
}

TEST_CASE("a lead that declines comes back, and the next is another unit's") {
  County county;
  const CaseId id = county.dispatched();
  county.must(A::decline, id, drains, because("not_mine"));
  CHECK(told(county, id, F::returned) == "returned sz: county\n");
  CHECK(told(county, id, F::dispatched) == "dispatched 330881: redirected, county\n");
  county.must(A::dispatch, id, centre, with_orders({{traffic, AssignmentRole::lead, ""}}));
  CHECK(told(county, id, F::ordered) == "ordered sz: declined, lead, county\nordered jj: county\n"
                                        "ordered jj: redirected, lead, county\n");
  CHECK(told(county, id, F::dispatched) ==
        "dispatched 330881: redirected, county\ndispatched 330881: county\n");
}

TEST_CASE("work that failed its check is to be done again: the order, its dispatch, its limits") {
  County county(with_limits());
  const CaseId id = county.in_review();
  CHECK(told(county, id, F::handled) == "handled sz: county\n");
  const Fact first = only(county, id, F::handled);
  CHECK(first.amount == (first.at - county.whole(id).assignments[0].ordered).count());
  county.must(A::confirm, id, centre, [](Action& a) { a.unit = village; });
  county.must(A::confirm, id, village, [](Action& a) {
    a.passed = false;
    a.reason = "not_done";
  });
  CHECK(told(county, id, F::confirmed) == "confirmed 330881001001: failed, county\n");
  CHECK(told(county, id, F::handled).empty());
  CHECK(told(county, id, F::ordered) ==
        "ordered sz: rework, lead, county\nordered jj: rework, county\n");
  CHECK(told(county, id, F::dispatched) == "dispatched 330881: rework, county\n");
  CHECK(only(county, id, F::limit).marks.has(Mark::rework));
  county.must(A::feedback, id, traffic);
  county.must(A::feedback, id, drains);
  close(county, id);
  CHECK(told(county, id, F::handled) == "handled sz: rework, county, closed\n");
  CHECK(only(county, id, F::handled).at > first.at);
}

TEST_CASE("a closing is a fact of the unit that closed, with how and where it was solved") {
  County county;
  const CaseId own = county.report();
  county.must(A::file, own, grid);
  county.must(A::handle, own, grid);
  county.must(A::feedback, own, grid);
  county.must(A::close, own, grid);
  CHECK(told(county, own, F::closed) == "closed 330881001001001: self, village\n");
  CHECK(only(county, own, F::closed).amount ==
        (*county.whole(own).ended - county.whole(own).reported).count());
  const CaseId up = county.report();
  county.must(A::escalate, up, grid, [](Action& a) {
    a.tier = Tier::township;
    a.reason = "beyond_means";
  });
  county.must(A::file, up, room);
  county.must(A::handle, up, room);
  county.must(A::feedback, up, room);
  county.must(A::close, up, room);
  CHECK(told(county, up, F::closed) == "closed 330881001: self, township, escalated\n");
  county.must(A::reopen, up, room, because("again"));
  CHECK(told(county, up, F::closed).empty());
  county.must(A::close, up, room);
  CHECK(told(county, up, F::closed) == "closed 330881001: self, township, reopened, escalated\n");
}

TEST_CASE("a follow-up is one fact of the unit that led, the latest word counts") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) {
    a.grid = grid;
    a.parties = {{"requester", "王某", "13800000000", ""}};
  });
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  county.must(A::follow_up, id, centre, [](Action& a) {
    a.solved = "no";
    a.satisfaction = 2;
  });
  CHECK(told(county, id, F::followed_up) ==
        "followed_up sz: unsolved, dissatisfied, rated, county\n");
  close(county, id);
  county.must(A::rate, id, centre, [](Action& a) {
    a.satisfaction = 5;
    a.solved = "partly";
  });
  CHECK(told(county, id, F::followed_up) ==
        "followed_up sz: part_solved, satisfied, rated, county\n");
  CHECK(only(county, id, F::followed_up).at == county.now());
}

TEST_CASE("a consultation is a fact of who called it, and agreed if it ended with orders") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) { a.grid = grid; });
  county.must(A::file, id, centre);
  county.must(A::consult, id, centre);
  CHECK(told(county, id, F::consulted) == "consulted 330881: county\n");
  county.must(A::conclude, id, centre, passed(false));
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{drains, AssignmentRole::lead, ""}};
  });
  CHECK(told(county, id, F::consulted) ==
        "consulted 330881: county\nconsulted 330881: agreed, county\n");
  CHECK(told(county, id, F::dispatched) == "dispatched 330881: county\n");
}

TEST_CASE("the time of a case that ended is spent, each unit's by itself") {
  County county;
  const CaseId id = county.in_review();
  CHECK(told(county, id, F::spent).empty());
  close(county, id);
  Duration sum{};
  for (const Fact& fact : facts_of(county.engine(), id)) {
    if (fact.kind == F::spent) sum += Duration(fact.amount);
  }
  CHECK(sum == *county.whole(id).ended - county.whole(id).reported);
  CHECK(told(county, id, F::spent) == "spent 330881: county\nspent sz: county\n");
}

TEST_CASE("a contact is a report with a number, answered at once or become a case") {
  Policy policy = with_limits();
  policy.time.milestones.push_back(milestone("reply", Moment::reported, Moment::replied));
  policy.time.limits.push_back(limit("reply", 1, LimitUnit::working_day));
  County county(policy);
  const Edit call = [](Action& a) {
    a.nature = Nature::contact;
    a.title = "路灯";
    a.number_dialled = "12345";
    a.channel = "hotline";
    a.parties = {{"requester", "王某", "13800000000", ""}};
  };
  const CaseId asked = county.must(A::enter_record, CaseId::none, "12345", call).case_id;
  county.must(A::answer, asked, "12345", [](Action& a) { a.reply = "明日修复"; });
  CHECK(told(county, asked, F::reported) == "reported 12345: requested, answered, contact\n");
  CHECK(only(county, asked, F::reported).channel == "12345");
  CHECK(told(county, asked, F::limit).find("replied: done, in_time, contact") != std::string::npos);
  CHECK(told(county, asked, F::closed).empty());
  const CaseId became = county.must(A::enter_record, CaseId::none, "12345", call).case_id;
  county.must(A::report, CaseId::none, "12345", [&](Action& a) {
    a.title = "路灯";
    a.category = "0404";
    a.grid = grid;
    a.tier = Tier::county;
    a.other_case = became;
    a.relation = Relation::follows;
  });
  CHECK(told(county, became, F::reported) == "reported 12345: requested, converted, contact\n");
}

TEST_CASE("a contact that another desk took over was handed on, a case that went elsewhere, too") {
  County county;
  const CaseId asked = county
                           .must(A::enter_record, CaseId::none, "12345",
                                 [](Action& a) {
                                   a.nature = Nature::contact;
                                   a.title = "路灯";
                                 })
                           .case_id;
  county.must(A::transfer, asked, "12345", [](Action& a) {
    a.unit = centre;
    a.reason = "not_here";
  });
  CHECK(told(county, asked, F::reported) == "reported 12345: contact\n");
  county.must(A::accept, asked, centre);
  CHECK(told(county, asked, F::reported) == "reported 12345: transferred, contact\n");
}

TEST_CASE("a record about a unit is an inspection of it, passed or failed as it was settled") {
  County county;
  const CaseId id = county
                        .must(A::enter_record, CaseId::none, centre,
                              [](Action& a) {
                                a.nature = Nature::duty_check;
                                a.title = "夜间查岗";
                                a.unit = room;
                                a.surprise = true;
                              })
                        .case_id;
  CHECK(told(county, id, F::reported) == "reported 330881: record\n");
  CHECK(told(county, id, F::inspected) == "inspected 330881001: surprise\n");
  county.must(A::settle, id, centre, passed(false));
  CHECK(told(county, id, F::inspected) == "inspected 330881001: failed, surprise\n");
}

TEST_CASE("what was known earlier is what had been recorded by then") {
  County county(with_limits());
  const CaseId id = county.in_review();
  const Instant then = county.now();
  const auto before = facts_of(county.engine(), id);
  county.pass(std::chrono::hours(1));
  close(county, id);
  CHECK(facts_of(county.engine(), id, then) == before);
  CHECK(facts_of(county.engine(), id) != before);
}
