// Many hands on one case: orders that wait for each other, rules by which orders come together,
// forced orders, scenes handed over, cases taken back, consultations, mediation.

#include "support/time_rules.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using S = AssignmentState;

namespace {

// Brings a new case to the county's centre, filed.
CaseId filed(County& county) {
  const CaseId id = county.report();
  county.must(A::escalate, id, grid, [](Action& a) {
    a.reason = "needs_help";
    a.tier = Tier::county;
  });
  county.must(A::file, id, centre);
  return id;
}

// The unit has a last day, far away.
Organization ending(const std::string& unit) {
  Organization organization = small_organization();
  unit_of(organization, unit).valid_until = Date{2100, 1, 1};
  return organization;
}

Edit first_then(const std::string& first, const std::string& then) {
  return with_orders({{first, AssignmentRole::lead, "find the drawings"},
                      {then, AssignmentRole::assist, "dredge", {first}}});
}

Refusal refused(const Answer& answer) {
  REQUIRE(answer.refusal);
  return *answer.refusal;
}

const Assignment& order_of(const Case& whole, const std::string& unit) {
  for (auto it = whole.assignments.rbegin(); it != whole.assignments.rend(); ++it) {
    if (it->unit == unit) return *it;
  }
  FAIL("the unit has no order");
  return whole.assignments.front();
}

CaseRules with_join(JoinRule::Result result, JoinRule::Others others) {
  CaseRules rules;
  JoinRule rule;
  rule.code = "special";
  rule.category = "04";
  rule.result = result;
  rule.others = others;
  rules.joins = {rule};
  return rules;
}

Edit agreement() {
  return [](Action& action) {
    action.passed = true;
    action.attachments = {
        {"agreement.pdf", "application/pdf", 1, std::string(64, 'a'), "agreement", ""}};
  };
}

}  // namespace

TEST_CASE("an order that waits for another is begun when that one is done, and not before") {
  County county;
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, first_then(drains, traffic));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, traffic);
  for (const A kind : {A::start, A::control, A::feedback}) {
    const Refusal refusal = refused(county.act(kind, id, traffic));
    CHECK(refusal.code == RefusalCode::waits);
    CHECK(refusal.reason.find(drains) != std::string::npos);
  }
  CHECK_FALSE(order_of(county.whole(id), traffic).freed);
  county.must(A::feedback, id, drains);
  const Case between = county.whole(id);
  CHECK(order_of(between, traffic).freed == between.last_happened);
  CHECK(between.position.state == State::county_handling);
  county.must(A::start, id, traffic);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what waits for an order that was declined waits until the room lets that one go") {
  County county;
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{traffic, AssignmentRole::lead, "", {drains}},
                           {drains, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(refused(county.act(A::feedback, id, traffic)).code == RefusalCode::waits);
  county.must(A::release, id, centre, [](Action& a) { a.unit = drains; });
  CHECK(order_of(county.whole(id), drains).state == S::released);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("an order given anew frees who waited for the one that was declined") {
  County county;
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{traffic, AssignmentRole::lead, "", {drains}},
                           {drains, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::decline, id, drains, because("not_ours"));
  county.must(A::reinforce, id, centre, with_orders({{drains, AssignmentRole::assist, ""}}));
  CHECK(refused(county.act(A::start, id, traffic)).code == RefusalCode::waits);
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  county.must(A::start, id, traffic);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who takes over beside an order of its own does the work of both") {
  County county({}, ending(drains));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, [](Action& a) {
    a.orders = {{traffic, AssignmentRole::lead, "", {drains}},
                {drains, AssignmentRole::assist, "count", {}, {{"h1", 5, 0}}},
                {room, AssignmentRole::scene, "hold"}};
  });
  for (const std::string& unit : {traffic, drains, room})
    county.must(A::sign, id, unit);
  county.must(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = room;
  });
  const Case whole = county.whole(id);
  const Assignment& own = order_of(whole, room);
  CHECK(own.role == AssignmentRole::assist);
  CHECK(own.checklist == std::vector<CheckItem>{{"h1", 5, 0}});
  CHECK(own.task == "hold; count");
  CHECK(order_of(whole, traffic).after == std::vector<std::int32_t>{own.no});
  CHECK(refused(county.act(A::start, id, traffic)).code == RefusalCode::waits);
  CHECK(refused(county.act(A::feedback, id, room)).field == "counts");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a case is at work when an unsigned lead is taken over by who has signed") {
  County county({}, ending(drains));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = traffic;
  });
  CHECK(county.state(id) == State::county_handling);
  CHECK(county.whole(id).lead == traffic);
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("orders that wait for each other in a circle, or for a stranger, are refused") {
  County county;
  const CaseId id = filed(county);
  const auto circle = with_orders({{drains, AssignmentRole::lead, "", {traffic}},
                                   {traffic, AssignmentRole::assist, "", {drains}}});
  const Refusal refusal = refused(county.act(A::dispatch, id, centre, circle));
  CHECK(refusal.code == RefusalCode::bad_value);
  CHECK(refusal.field == "orders[0].after");
  const auto stranger = with_orders({{drains, AssignmentRole::lead, "", {traffic}}});
  CHECK(refused(county.act(A::dispatch, id, centre, stranger)).code == RefusalCode::not_assigned);
}

TEST_CASE("many orders that all wait for those before them are looked at once each") {
  County county;
  const CaseId id = filed(county);
  std::vector<Order> orders{{drains, AssignmentRole::lead, ""}};
  for (const Unit& unit : county.engine().policy()->organization.units) {
    if (unit.code == drains || unit.code == centre) continue;
    std::vector<std::string> before;
    for (const Order& order : orders)
      before.push_back(order.unit);
    orders.push_back({unit.code, AssignmentRole::assist, "", before});
  }
  orders.front().after = {orders.back().unit};
  CHECK(refused(county.act(A::dispatch, id, centre, with_orders(orders))).field ==
        "orders[0].after");
}

TEST_CASE("a clock anchored at freed runs from when the unit's turn has come") {
  TimeRules time = chinese_time();
  Milestone turn = milestone("turn", Moment::freed, Moment::begun);
  turn.each_order = true;
  time.milestones = {turn};
  time.limits = {limit("turn", 2, LimitUnit::urgent_hour)};
  County county(county_with(std::move(time)));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, first_then(drains, traffic));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, traffic);
  CHECK(county.whole(id).clocks.size() == 1);
  county.must(A::feedback, id, drains);
  const Case whole = county.whole(id);
  REQUIRE(whole.clocks.size() == 2);
  CHECK(whole.clocks.back().unit == traffic);
  CHECK(whole.clocks.back().started == whole.last_happened);
  county.must(A::start, id, traffic);
  CHECK(county.whole(id).clocks.back().state == ClockState::met);
}

TEST_CASE("one conclusive result is enough where the rule says so, when the others have finished") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::finished));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  CHECK(county.whole(id).join == "special");
  county.must(A::sign, id, drains);
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, drains);
  CHECK(county.state(id) == State::county_handling);
  county.must(A::feedback, id, traffic, [](Action& a) { a.conclusive = true; });
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("where the others need not finish, what is open ends with the result") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::any));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic, [](Action& a) { a.conclusive = true; });
  const Case whole = county.whole(id);
  CHECK(whole.position.state == State::county_review);
  CHECK(order_of(whole, drains).state == S::released);
  CHECK(whole.handled == whole.last_happened);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("work that was found wanting after another's result comes back to the lead, too") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::any));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic, [](Action& a) { a.conclusive = true; });
  county.must(A::send_back, id, centre, because("not_found"));
  const Case whole = county.whole(id);
  CHECK(whole.position.state == State::county_handling);
  CHECK(order_of(whole, drains).state == S::assigned);
  CHECK(order_of(whole, traffic).state == S::signed_for);
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains, [](Action& a) { a.conclusive = true; });
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("where only signatures are waited for, the last one brings the orders together") {
  County county(with_join(JoinRule::Result::lead, JoinRule::Others::signed_for));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  CHECK(county.state(id) == State::county_handling);
  county.must(A::sign, id, traffic);
  const Case whole = county.whole(id);
  CHECK(whole.position.state == State::county_review);
  CHECK(order_of(whole, traffic).state == S::released);
  CHECK(order_of(whole, traffic).signed_at);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a dispatch may name the rule by which its orders come together") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::any));
  const CaseId id = filed(county);
  auto orders = [](std::string rule) {
    return [rule](Action& action) {
      action.orders = {{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}};
      action.join = rule;
    };
  };
  const Refusal refusal = refused(county.act(A::dispatch, id, centre, orders("unheard_of")));
  CHECK(refusal.field == "join");
  county.must(A::dispatch, id, centre, orders("ordinary"));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic, [](Action& a) { a.conclusive = true; });
  CHECK(county.state(id) == State::county_handling);
}

TEST_CASE("who holds the scene does not stand in the way, and is let go when the lead is there") {
  CaseRules rules;
  rules.release_scene = true;
  County county(rules);
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{drains, AssignmentRole::lead, ""}, {room, AssignmentRole::scene, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::sign, id, room);
  county.must(A::arrive, id, room);
  county.must(A::control, id, room);
  Case whole = county.whole(id);
  CHECK(whole.controlled);
  CHECK_FALSE(whole.handled);  // under control, not resolved
  CHECK(order_of(whole, room).state == S::controlled);
  county.must(A::arrive, id, drains);
  CHECK(order_of(county.whole(id), room).state == S::released);
  county.must(A::feedback, id, drains);
  whole = county.whole(id);
  CHECK(whole.position.state == State::county_review);
  CHECK(whole.handled);
  CHECK_FALSE(whole.ended);  // handled, not closed
}

TEST_CASE("an order given with force cannot be declined, and only the centre gives it") {
  CaseRules rules;
  rules.return_limit = 1;
  County county(rules);
  const CaseId id = filed(county);
  const auto lead = with_orders({{drains, AssignmentRole::lead, ""}});
  const auto forced = [&](Action& action) {
    lead(action);
    action.forced = true;
  };
  county.must(A::dispatch, id, centre, lead);
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(refused(county.act(A::dispatch, id, centre, lead)).code == RefusalCode::needs_consultation);
  county.must(A::dispatch, id, centre, forced);
  CHECK(refused(county.act(A::decline, id, drains, because("not_ours"))).code ==
        RefusalCode::cannot_decline);
  county.must(A::sign, id, drains);

  const CaseId local = county.report();
  county.must(A::escalate, local, grid, because("needs_help"));
  county.must(A::file, local, room);
  const auto by_room = [](Action& action) {
    action.orders = {{village, AssignmentRole::lead, ""}};
    action.forced = true;
  };
  const Refusal refusal = refused(county.act(A::dispatch, local, room, by_room));
  CHECK(refusal.code == RefusalCode::not_permitted);
  CHECK(refusal.field == "forced");
}

TEST_CASE("a filed case that came back is not checked before filing again") {
  CaseRules rules;
  rules.return_limit = 1;
  County county(rules);
  const CaseId id = filed(county);
  const auto when = county.whole(id).filed;
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::decline, id, drains, because("not_ours"));
  CHECK(refused(county.act(A::check, id, centre, [](Action& a) { a.unit = village; })).code ==
        RefusalCode::wrong_step);
  CHECK(county.whole(id).filed == when);
}

TEST_CASE("the first to receive a case may not send it back, a later one may") {
  CaseRules rules;
  rules.first_receiver = true;
  County county(rules);
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  CHECK(county.whole(id).first_receiver == drains);
  CHECK(refused(county.act(A::decline, id, drains, because("not_ours"))).code ==
        RefusalCode::cannot_decline);
  county.must(A::withdraw, id, centre, because("wrong_unit"));
  county.must(A::dispatch, id, centre, with_orders({{traffic, AssignmentRole::lead, ""}}));
  county.must(A::decline, id, traffic, because("not_ours"));
  CHECK(county.whole(id).first_receiver == drains);
}

TEST_CASE("orders are declined for the policy's reasons and in its time") {
  Policy policy = county_with(chinese_time());
  policy.rules.decline_reasons = {"not_ours"};
  policy.rules.decline_within = Amount{2, LimitUnit::working_hour};
  County county(policy);
  county.wait_until("2018-03-16 16:00");  // a Friday; the day ends at 17:30 or 18:00
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  const Refusal reason = refused(county.act(A::decline, id, drains, because("too_far")));
  CHECK(reason.field == "reason");
  CHECK(reason.reason.find("not_ours") != std::string::npos);
  county.wait_until("2018-03-17 12:00");  // a Saturday does not count
  SUBCASE("in time") {
    county.must(A::decline, id, drains, because("not_ours"));
    CHECK(county.state(id) == State::county_returned);
  }
  SUBCASE("too late") {
    county.wait_until("2018-03-19 17:00");
    CHECK(refused(county.act(A::decline, id, drains, because("not_ours"))).code ==
          RefusalCode::cannot_decline);
  }
}

TEST_CASE("who sent a case takes it back until it is taken up") {
  County county;
  const CaseId id = county.report();
  county.must(A::escalate, id, grid, because("needs_help"));
  CHECK(county.whole(id).sender == grid);
  CHECK(refused(county.act(A::withdraw, id, other_grid)).code == RefusalCode::unknown_case);
  county.must(A::comment, id, room, [](Action& a) { a.note = "read"; });
  county.must(A::amend, id, grid, [](Action& a) { a.title = "污水倒灌，两户"; });
  county.must(A::withdraw, id, grid);
  Case whole = county.whole(id);
  CHECK(whole.holder == grid);
  CHECK(whole.position.state == State::village_intake);
  CHECK(refused(county.act(A::withdraw, id, grid)).code == RefusalCode::not_permitted);

  county.must(A::escalate, id, grid, because("needs_help"));
  county.must(A::accept, id, room);
  CHECK(refused(county.act(A::withdraw, id, grid)).code == RefusalCode::not_permitted);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a consultation has its participants, minutes and opinion, and blocks the way on") {
  County county;
  const CaseId id = filed(county);
  county.must(A::consult, id, centre, [](Action& a) {
    a.reason = "several_units";
    a.units = {drains, traffic, room};
    a.parties = {{"company", "房屋建筑单位", "", ""}, {"resident", "居民代表", "", ""}};
  });
  CHECK(refused(
            county.act(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}})))
            .code == RefusalCode::not_possible);
  county.must(A::sign, id, traffic);
  county.must(A::feedback, id, traffic, [](Action& a) { a.note = "先清掏，再冲洗"; });
  const Refusal twice =
      refused(county.act(A::consult, id, centre, [](Action& a) { a.units = {drains}; }));
  CHECK(twice.field == "units");
  const auto decide = [](std::vector<Order> orders) {
    return [orders](Action& a) {
      a.passed = true;
      a.text = "会议纪要";
      a.note = "处置意见";
      a.orders = orders;
    };
  };
  CHECK(refused(county.act(A::conclude, id, centre, decide({}))).code == RefusalCode::one_lead);
  CHECK(refused(county.act(A::conclude, id, centre, decide({{drains, AssignmentRole::assist, ""}})))
            .code == RefusalCode::one_lead);
  county.must(A::conclude, id, centre, decide({{drains, AssignmentRole::lead, "清掏"}}));
  const Case whole = county.whole(id);
  REQUIRE(whole.conferences.size() == 1);
  const Consultation& held = whole.conferences.front();
  CHECK(held.units == std::vector<std::string>{drains, traffic, room});
  CHECK(held.parties.size() == 2);
  CHECK(held.agreed);
  CHECK(held.lead == drains);
  CHECK(held.minutes == "会议纪要");
  CHECK(held.opinion == "处置意见");
  CHECK(held.concluded == whole.last_happened);
  CHECK(whole.consultations == 1);
  CHECK(order_of(whole, traffic).state == S::done);
  CHECK(order_of(whole, room).state == S::released);
  CHECK(order_of(whole, drains).task == "清掏");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a mediation settles with its agreement; one that failed ends with a referral") {
  County county;
  const CaseId id = county.handling();
  const Refusal refusal = refused(county.act(A::mediate, id, drains, passed(true)));
  CHECK(refusal.code == RefusalCode::needs_evidence);
  CHECK(refusal.reason.find("agreement") != std::string::npos);
  county.must(A::mediate, id, drains, passed(false));
  CHECK(county.whole(id).mediation == Mediation::not_settled);
  county.must(A::feedback, id, traffic);
  county.must(A::feedback, id, drains);
  CHECK(refused(county.act(A::close, id, centre)).field == "reason");
  SUBCASE("settled after all") {
    county.must(A::mediate, id, centre, agreement());
    county.must(A::close, id, centre);
    CHECK(county.whole(id).mediation == Mediation::settled);
  }
  SUBCASE("referred") {
    county.must(A::close, id, centre, because("litigation"));
    CHECK(county.state(id) == State::closed);
  }
}

TEST_CASE("a case ends after its parts where the policy says so") {
  CaseRules rules;
  rules.parts_first = true;
  County county(rules);
  const CaseId whole = county.in_review();
  const auto part_of_it = [&](Action& a) {
    a.other_case = whole;
    a.relation = Relation::part_of;
  };
  const CaseId part = county.report(centre, part_of_it);
  CHECK(county.whole(part).part_of == whole);
  const Refusal refusal = refused(county.act(A::close, whole, centre));
  CHECK(refusal.code == RefusalCode::waits);
  CaseQuery query;
  query.part_of = whole;
  CHECK(county.engine().find(query, {centre, "", ""}).cases.size() == 1);

  Action nested;
  const Answer answer = county.act(A::report, CaseId::none, centre, [&](Action& a) {
    a.title = "a part of a part";
    a.category = "0404";
    a.other_case = part;
    a.relation = Relation::part_of;
  });
  CHECK(refused(answer).field == "other_case");

  SUBCASE("ended") {
    county.must(A::answer, part, centre, [](Action& a) { a.reply = "done"; });
    county.must(A::close, whole, centre);
  }
  SUBCASE("split off") {
    county.must(A::split, part, centre);
    CHECK(county.whole(part).part_of == CaseId::none);
    CHECK(refused(county.act(A::split, part, centre)).code == RefusalCode::wrong_step);
    county.must(A::close, whole, centre);
  }
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a case goes on neither in a record, nor in a directive, nor in its own part") {
  County county;
  const CaseId id = county.handling();
  const auto into = [](CaseId other) {
    return [other](Action& a) {
      a.other_case = other;
      a.reply = "goes on there";
    };
  };
  const Answer notice = county.act(A::enter_record, CaseId::none, centre, [](Action& a) {
    a.nature = Nature::notice;
    a.title = "通报";
    a.unit = drains;
  });
  CHECK(refused(county.act(A::merge, id, centre, into(notice.case_id))).field == "other_case");
  const Refusal part = refused(county.act(A::link, id, centre, [&](Action& a) {
    a.other_case = notice.case_id;
    a.relation = Relation::part_of;
  }));
  CHECK(part.field == "other_case");
  const CaseId directive = county.report(centre, [](Action& a) { a.nature = Nature::directive; });
  CHECK(refused(county.act(A::merge, id, centre, into(directive))).field == "other_case");
  const CaseId own = county.report(centre, [&](Action& a) {
    a.other_case = id;
    a.relation = Relation::part_of;
  });
  CHECK(refused(county.act(A::merge, id, centre, into(own))).field == "other_case");
  county.must(A::merge, own, centre, into(id));
}

TEST_CASE("merged cases are found by the one they go on in, and come apart as they were") {
  County county;
  const CaseId first = county.dispatched();
  const CaseId second = county.handling();
  const Case before = county.whole(second);
  county.must(A::merge, second, centre, [&](Action& a) {
    a.other_case = first;
    a.reply = "handled with the other one";
  });
  CaseQuery query;
  query.merged_into = first;
  REQUIRE(county.engine().find(query, {centre, "", ""}).cases.size() == 1);
  county.must(A::unmerge, second, centre, because("not_the_same"));
  const Case after = county.whole(second);
  CHECK(after.position == before.position);
  CHECK(after.holder == before.holder);
  CHECK(after.lead == before.lead);
  REQUIRE(after.assignments.size() == before.assignments.size());
  for (std::size_t i = 0; i < after.assignments.size(); ++i)
    CHECK(after.assignments[i].state == before.assignments[i].state);
}

TEST_CASE("what a reporter finds unsolved goes back to work, also when it was closed") {
  CaseRules rules;
  rules.rework_dissatisfied = true;
  County county(rules);
  const CaseId id = county.in_review();
  const auto unsolved = [](Action& a) {
    a.solved = "no";
    a.satisfaction = 1;
  };
  county.must(A::follow_up, id, centre, unsolved);
  Case whole = county.whole(id);
  CHECK(whole.position.state == State::county_handling);
  CHECK(whole.returns == 1);
  CHECK(order_of(whole, drains).round == 2);
  county.must(A::feedback, id, traffic);
  county.must(A::feedback, id, drains);
  county.must(A::close, id, centre);
  county.must(A::follow_up, id, centre, unsolved);
  whole = county.whole(id);
  CHECK(whole.position.state == State::county_review);
  CHECK_FALSE(whole.confirmed);
  CHECK(whole.returns == 2);

  County lenient;
  const CaseId other = lenient.in_review();
  lenient.must(A::follow_up, other, centre, unsolved);
  CHECK(lenient.state(other) == State::county_review);
}

TEST_CASE("no person both handles and checks where duties are separate, under whatever unit") {
  Organization organization = small_organization();
  Person busy;
  busy.code = "busy";
  busy.name = "busy";
  busy.unit = drains;
  Post second;
  second.role = "handler";
  second.unit = village;
  busy.posts = {second};
  organization.persons.push_back(busy);
  CaseRules rules;
  rules.separate_duties = true;
  County county(rules, organization);
  const auto by_busy = [&](A kind, CaseId id, const std::string& unit, const Edit& edit = {}) {
    county.pass(std::chrono::minutes(1));
    Action action;
    action.kind = kind;
    action.case_id = id;
    if (edit) edit(action);
    return county.engine().submit(action, {unit, "busy", ""}, county.now());
  };
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  REQUIRE(by_busy(A::sign, id, drains).ok());
  REQUIRE(by_busy(A::feedback, id, drains).ok());
  CHECK(order_of(county.whole(id), drains).handlers == std::vector<std::string>{"busy"});
  county.must(A::confirm, id, centre, [](Action& a) { a.unit = village; });
  CHECK(refused(by_busy(A::confirm, id, village, passed(true))).code ==
        RefusalCode::separate_duties);
  county.must(A::confirm, id, village, [](Action& a) {
    a.passed = false;
    a.reason = "not_clean";
  });
  CHECK(county.whole(id).verifiers == std::vector<std::string>{village});
  CHECK(county.engine().verify().ok());
}

TEST_CASE("supervision has levels, and ends when it is answered for") {
  County county;
  const CaseId id = county.handling();
  const auto level = [](std::int32_t n) {
    return [n](Action& a) {
      a.reason = "leader";
      a.level = n;
    };
  };
  county.must(A::urge, id, centre);
  county.must(A::supervise, id, centre, level(2));
  county.must(A::supervise, id, centre, level(1));
  CHECK(county.whole(id).supervision == 2);
  CHECK(county.whole(id).urges == 1);
  CHECK(refused(county.act(A::supervise, id, centre, level(4))).field == "level");
  county.must(A::supervise, id, centre, [](Action& a) {
    a.reason = "answered";
    a.passed = true;
  });
  CHECK(county.whole(id).supervision == 0);
}

TEST_CASE("figures are those of the policy, measured as it says") {
  CaseRules rules;
  rules.figures = {{"persons_moved", "persons", false}, {"salt", "t", true}};
  County county(rules);
  const CaseId id = county.handling();
  const auto figure = [](Figure one) { return [one](Action& a) { a.figures = {one}; }; };
  CHECK(refused(county.act(A::progress, id, drains, figure({"houses", 3, ""}))).field == "figures");
  CHECK(refused(county.act(A::progress, id, drains, figure({"salt", 500, "kg"}))).field ==
        "figures");
  county.must(A::progress, id, drains, figure({"salt", 500, "t"}));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("orders that all came back settle the matter, also where nobody called it settled") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::finished));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  for (const std::string& unit : {drains, traffic}) {
    county.must(A::sign, id, unit);
    county.must(A::feedback, id, unit);
  }
  CHECK(county.state(id) == State::county_review);
}

TEST_CASE("who only holds the scene cannot call the matter settled") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::any));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{drains, AssignmentRole::lead, ""}, {room, AssignmentRole::scene, ""}}));
  county.must(A::sign, id, room);
  const Refusal refusal =
      refused(county.act(A::feedback, id, room, [](Action& a) { a.conclusive = true; }));
  CHECK(refusal.field == "conclusive");
}

TEST_CASE("a case opened again after a forced end goes out by the rule its new orders name") {
  County county(with_join(JoinRule::Result::conclusive, JoinRule::Others::any));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::force_close, id, centre, because("storm"));
  county.must(A::reopen, id, centre, because("not_solved"));
  county.must(A::dispatch, id, centre, [](Action& a) {
    a.orders = {{traffic, AssignmentRole::lead, ""}};
    a.join = "ordinary";
  });
  const Case whole = county.whole(id);
  CHECK(whole.join == "ordinary");
  CHECK(whole.lead == traffic);
  CHECK(whole.dispatched == whole.last_happened);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("opening a case again undoes what was confirmed") {
  CaseRules rules;
  rules.check_after_handling = true;
  County county(rules);
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  county.must(A::confirm, id, centre, [](Action& a) { a.unit = grid; });
  county.must(A::confirm, id, grid, [](Action& a) { a.passed = true; });
  county.must(A::close, id, centre);
  county.must(A::reopen, id, centre, because("not_solved"));
  CHECK_FALSE(county.whole(id).confirmed);
  CHECK(refused(county.act(A::close, id, centre)).code == RefusalCode::needs_check);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a consultation that comes to nothing does not lift the limit on returns") {
  CaseRules rules;
  rules.return_limit = 1;
  County county(rules);
  const CaseId id = filed(county);
  const auto lead = with_orders({{drains, AssignmentRole::lead, ""}});
  county.must(A::dispatch, id, centre, lead);
  county.must(A::decline, id, drains, because("not_ours"));
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) { a.passed = false; });
  CHECK(county.state(id) == State::county_triage);
  CHECK(refused(county.act(A::dispatch, id, centre, lead)).code == RefusalCode::needs_consultation);
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{drains, AssignmentRole::lead, ""}};
  });
  CHECK(county.state(id) == State::county_dispatched);
}

TEST_CASE("what is finished is reported, not declined") {
  County county;
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::finish, id, drains);
  CHECK(refused(county.act(A::decline, id, drains, because("not_ours"))).code ==
        RefusalCode::wrong_step);
}

TEST_CASE(
    "an order waits for one beside it, not for one of an earlier dispatch or a consultation") {
  County county;
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::decline, id, drains, because("not_ours"));
  const auto late = with_orders({{traffic, AssignmentRole::lead, "", {drains}}});
  const Refusal refusal = refused(county.act(A::dispatch, id, centre, late));
  CHECK(refusal.code == RefusalCode::not_assigned);
  CHECK(refusal.field == "orders[0].after");
}

TEST_CASE("nobody is reminded who has no part") {
  County county;
  const CaseId id = filed(county);
  const Refusal urged =
      refused(county.act(A::urge, id, centre, [](Action& a) { a.unit = traffic; }));
  CHECK(urged.code == RefusalCode::not_assigned);
  CHECK(urged.field == "unit");
  county.must(A::urge, id, centre, [](Action& a) { a.unit = centre; });
}

TEST_CASE("rework after a lead was taken over goes to the successor alone") {
  County county({}, ending(drains));
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{traffic, AssignmentRole::assist, ""}, {drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, traffic);
  county.must(A::sign, id, drains);
  county.must(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = traffic;
  });
  county.must(A::feedback, id, traffic);
  county.must(A::send_back, id, centre, because("not_clean"));
  const Case whole = county.whole(id);
  CHECK(order_of(whole, traffic).state == S::signed_for);
  CHECK(order_of(whole, traffic).role == AssignmentRole::lead);
  CHECK_FALSE(order_of(whole, drains).is_open());
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("lists that are taken over are counted together, also by who had finished") {
  County county({}, ending(drains));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, [](Action& a) {
    a.orders = {{traffic, AssignmentRole::lead, "", {}, {{"h1", 2, 0}}},
                {drains, AssignmentRole::assist, "", {}, {{"h1", 5, 0}, {"h2", 3, 0}}}};
  });
  county.must(A::sign, id, traffic);
  county.must(A::sign, id, drains);
  county.must(A::finish, id, traffic, [](Action& a) { a.counts = {{"h1", 1, 2}}; });
  county.must(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = traffic;
  });
  const std::vector<CheckItem> both{{"h1", 7, 2}, {"h2", 3, 0}};
  CHECK(order_of(county.whole(id), traffic).checklist == both);
  CHECK(refused(county.act(A::feedback, id, traffic)).field == "counts");
  county.must(A::finish, id, traffic, [](Action& a) { a.counts = {{"h1", 1, 7}, {"h2", 1, 3}}; });
  county.must(A::feedback, id, traffic);
  CHECK(county.state(id) == State::county_review);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("orders come to wait for each other neither by a take-over nor by an order given anew") {
  County county({}, ending(room));
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{drains, AssignmentRole::lead, "", {traffic}},
                           {traffic, AssignmentRole::assist, "", {room}},
                           {room, AssignmentRole::assist, ""}}));
  for (const std::string& unit : {drains, traffic, room})
    county.must(A::sign, id, unit);
  SUBCASE("a take-over") {
    county.must(A::take_over, id, centre, [](Action& a) {
      a.units = {room};
      a.unit = drains;
    });
    county.must(A::start, id, drains);
  }
  SUBCASE("an order given anew") {
    county.must(A::decline, id, traffic, because("no_means"));
    const auto anew = with_orders({{traffic, AssignmentRole::assist, "", {drains}}});
    const Refusal refusal = refused(county.act(A::reinforce, id, centre, anew));
    CHECK(refusal.field == "orders[0].after");
  }
}

TEST_CASE("the limit on returns holds for new orders after the work, too") {
  CaseRules rules;
  rules.return_limit = 1;
  County county(rules);
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre, with_orders({{drains, AssignmentRole::lead, ""}}));
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  county.must(A::send_back, id, centre, because("not_clean"));
  county.must(A::feedback, id, drains);
  const auto other = with_orders({{traffic, AssignmentRole::lead, ""}});
  CHECK(refused(county.act(A::dispatch, id, centre, other)).code ==
        RefusalCode::needs_consultation);
  county.must(A::consult, id, centre);
  county.must(A::conclude, id, centre, [](Action& a) {
    a.passed = true;
    a.orders = {{traffic, AssignmentRole::lead, ""}};
  });
  CHECK(county.whole(id).lead == traffic);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a whole with open parts does not end by going on in another case") {
  CaseRules rules;
  rules.parts_first = true;
  rules.reply_before_end = false;
  County county(rules);
  const CaseId whole = filed(county);
  const CaseId other = filed(county);
  county.report(centre, [&](Action& a) {
    a.grid = grid;
    a.other_case = whole;
    a.relation = Relation::part_of;
  });
  const Refusal refusal =
      refused(county.act(A::merge, whole, centre, [&](Action& a) { a.other_case = other; }));
  CHECK(refusal.code == RefusalCode::waits);
}

TEST_CASE("who comes to lead by a take-over is no longer timed as before") {
  TimeRules time = chinese_time();
  Milestone scene = milestone("scene", Moment::dispatched, Moment::arrived);
  scene.each_order = true;
  scene.roles = {AssignmentRole::scene};
  time.milestones = {scene};
  time.limits = {limit("scene", 5, LimitUnit::urgent_minute)};
  Policy policy = county_with(std::move(time));
  policy.organization = ending(drains);
  County county(policy);
  const CaseId id = filed(county);
  county.must(A::dispatch, id, centre,
              with_orders({{drains, AssignmentRole::lead, ""}, {room, AssignmentRole::scene, ""}}));
  county.must(A::take_over, id, centre, [](Action& a) {
    a.units = {drains};
    a.unit = room;
  });
  CHECK(county.whole(id).clocks.back().state == ClockState::dropped);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an order is taken back also from a unit that is no more") {
  County county({}, [] {
    Organization organization = small_organization();
    unit_of(organization, traffic).valid_until = Date{2018, 3, 17};
    for (Duty& duty : organization.duties)
      duty.assists.clear();
    return organization;
  }());
  const CaseId id = filed(county);
  county.must(
      A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.pass(std::chrono::hours(48));
  county.must(A::release, id, centre, [](Action& a) { a.unit = traffic; });
  CHECK_FALSE(order_of(county.whole(id), traffic).is_open());
}
