// Random runs that go where the rules allow: many hands on a few cases, up to 300 actions a run.
// What must hold after every action is checked by slow readings of the whole case and its history.

#include "rules/fold.hpp"
#include "rules/responsibility.hpp"
#include "support/environment.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// Two people who have posts at two units each, so that one can meet a case in two capacities.
void add_people(Organization& organization) {
  const auto add = [&](std::string code, std::string home, std::string other) {
    Person person;
    person.code = code;
    person.name = code;
    person.unit = std::move(home);
    Post post;
    post.role = "handler";
    post.unit = std::move(other);
    person.posts = {post};
    organization.persons.push_back(person);
  };
  add("both", drains, traffic);
  add("two", traffic, village);
}

Policy policy_of_run(Dice& dice) {
  TimeRules time = chinese_time();
  Milestone sign = milestone("sign", Moment::dispatched, Moment::signed_for);
  Milestone turn = milestone("turn", Moment::freed, Moment::handled);
  sign.each_order = turn.each_order = true;
  turn.restart_on_rework = dice.chance(50);
  time.milestones = {sign, turn, milestone("close", Moment::reported, Moment::closed)};
  time.limits = {limit("sign", 2, LimitUnit::urgent_hour), limit("turn", 1, LimitUnit::working_day),
                 limit("close", 3, LimitUnit::end_of_working_day)};
  time.deviations.suspensions = 0;
  Policy policy = county_with(std::move(time));
  add_people(policy.organization);
  for (Unit& unit : policy.organization.units)
    unit.valid_until = Date{2100, 1, 1};  // so that others may take over
  policy.rules.separate_duties = dice.chance(50);
  policy.rules.release_scene = dice.chance(50);
  policy.rules.parts_first = dice.chance(50);
  policy.rules.first_receiver = dice.chance(20);
  policy.rules.rework_dissatisfied = dice.chance(70);
  policy.rules.return_limit = static_cast<std::int32_t>(dice.below(3));
  if (dice.chance(60)) {
    JoinRule rule;
    rule.code = "joined";
    rule.category = "04";
    rule.result = JoinRule::Result(dice.between(std::size_t{1}, std::size_t{3}));
    rule.others = JoinRule::Others(dice.between(std::size_t{1}, std::size_t{3}));
    policy.rules.joins = {rule};
  }
  return policy;
}

// Somebody who knows what may be done next.
class Hand {
public:
  Hand(County& county, Dice& dice) : county_(county), dice_(dice) {
    for (const Unit& unit : county.engine().policy()->organization.units)
      units_.push_back(unit.code);
    for (const Person& person : county.engine().policy()->organization.persons)
      persons_.push_back(person.code);
    favourite_ = dice.chance(50) ? "both" : "two";
  }

  // An actor and an action that the lifecycle and the rights allow; nothing if this unit has none.
  std::optional<std::pair<Actor, Action>> next(CaseId id, const std::vector<CaseId>& all) {
    Actor actor{unit_for(id), "", ""};
    const auto choices = county_.engine().allowed(id, actor, county_.now());
    if (choices.empty()) return std::nullopt;
    const Allowed& choice = weighted(choices);
    if (dice_.chance(70)) actor.person = person_of(actor.unit);
    Action action;
    action.kind = choice.action;
    action.case_id = id;
    for (const std::string& field : choice.required)
      fill(action, field, all);
    for (const std::string& field : choice.optional) {
      if (dice_.chance(30)) fill(action, field, all);
    }
    if (action.kind == A::check || action.kind == A::confirm) {
      if (dice_.chance(50)) action.passed.reset();
      if (!action.passed && dice_.chance(70)) action.unit = dice_.chance(50) ? traffic : village;
      if (action.passed) action.unit.clear();
    }
    if (action.kind == A::conclude && action.passed == true) fill(action, "orders", all);
    return std::pair(actor, action);
  }

private:
  // Mostly what brings the case on.
  const Allowed& weighted(const std::vector<Allowed>& choices) {
    std::vector<const Allowed*> urn;
    for (const Allowed& choice : choices) {
      const int weight = is_rare(choice.action) || is_talk(choice.action) ? 1 : 12;
      urn.insert(urn.end(), static_cast<std::size_t>(weight), &choice);
    }
    return *dice_.pick(urn);
  }

  // They end or stop a case, and would leave the others no chance.
  static bool is_rare(A kind) {
    return kind == A::annul || kind == A::reject || kind == A::merge || kind == A::force_close ||
           kind == A::suspend || kind == A::withdraw || kind == A::escalate ||
           kind == A::hand_down || kind == A::transfer || kind == A::take_over ||
           kind == A::decline || kind == A::consult || kind == A::answer || kind == A::send_back;
  }

  // They move nothing.
  static bool is_talk(A kind) {
    return kind == A::comment || kind == A::attach || kind == A::link || kind == A::urge ||
           kind == A::supervise || kind == A::request_info || kind == A::supply_info ||
           kind == A::amend || kind == A::rebase || kind == A::expedite || kind == A::split ||
           kind == A::reclassify || kind == A::record_outcome || kind == A::rate ||
           kind == A::mediate || kind == A::mark_hard || kind == A::broadcast ||
           kind == A::progress || kind == A::request_extension || kind == A::follow_up ||
           kind == A::check;
  }

  // Mostly one that has a part in the case.
  std::string unit_for(CaseId id) {
    const Case whole = county_.whole(id);
    std::vector<std::string> involved{whole.holder};
    if (!whole.checker.empty()) involved.push_back(whole.checker);
    for (const Assignment& order : whole.assignments) {
      if (order.is_open()) involved.push_back(order.unit);
    }
    return dice_.chance(85) ? dice_.pick(involved) : dice_.pick(units_);
  }

  std::string person_of(const std::string& unit) {
    std::vector<std::string> fitting;
    const Directory directory = county_.engine().directory();
    for (const std::string& person : persons_) {
      if (directory.may_act_for(person, unit, county_.now())) fitting.push_back(person);
    }
    // Somebody who meets the case again and again, now for one unit and now for another.
    const bool is_there = std::find(fitting.begin(), fitting.end(), favourite_) != fitting.end();
    if (is_there && dice_.chance(80)) return favourite_;
    return fitting.empty() ? std::string() : dice_.pick(fitting);
  }

  void fill(Action& action, const std::string& field, const std::vector<CaseId>& all) {
    if (field == "reason") action.reason = "some_reason";
    if (field == "note") action.note = "有话要说";
    if (field == "reply") action.reply = "已处理";
    if (field == "unit") action.unit = dice_.pick(units_);
    if (field == "units") action.units = {dice_.pick(units_)};
    if (field == "passed") action.passed = dice_.chance(60);
    if (field == "orders") fill_orders(action);
    if (field == "conclusive") action.conclusive = true;
    if (field == "until") action.until = county_.now() + std::chrono::hours(5);
    if (field == "other_case") action.other_case = dice_.pick(all);
    if (field == "relation" && action.other_case != CaseId::none)
      action.relation = Relation(dice_.between(std::size_t{1}, std::size_t{4}));
    if (field == "satisfaction")
      action.satisfaction = static_cast<std::int32_t>(1 + dice_.below(5));
    if (field == "solved") action.solved = dice_.chance(30) ? "no" : "yes";
    if (field == "figures") action.figures = {{"persons_moved", 3, "persons"}};
    if (field == "category") action.category = "0404";
    if (field == "attachments") {
      action.attachments = {{"a.pdf", "application/pdf", 1, std::string(64, 'a'), "agreement", ""}};
    }
  }

  void fill_orders(Action& action) {
    action.orders.clear();
    const bool has_lead = dice_.chance(75);
    const std::size_t count = dice_.between(std::size_t{1}, std::size_t{3});
    for (std::size_t i = 0; i < count; ++i) {
      const auto role = has_lead && i == 0
                            ? AssignmentRole::lead
                            : AssignmentRole(dice_.between(std::size_t{2}, std::size_t{5}));
      const std::string& unit = dice_.chance(60) ? (i == 0 ? drains : traffic) : dice_.pick(units_);
      action.orders.push_back({unit, role, "task"});
      if (i > 0 && dice_.chance(30)) action.orders.back().after = {action.orders.front().unit};
    }
  }

  County& county_;
  Dice& dice_;
  std::vector<std::string> units_;
  std::vector<std::string> persons_;
  std::string favourite_;
};

bool is_gone(const Assignment& order) {
  return order.state == AssignmentState::declined || order.state == AssignmentState::withdrawn ||
         order.state == AssignmentState::released;
}

void check_one_lead(const Case& whole) {
  const auto phase = phase_of(whole.position.state);
  if (phase != Phase::dispatched && phase != Phase::handling) return;
  std::vector<const Assignment*> leads;
  bool is_any_open = false;
  for (const Assignment& order : whole.assignments) {
    is_any_open = is_any_open || order.is_open();
    if (order.role == AssignmentRole::lead && !is_gone(order)) leads.push_back(&order);
  }
  if (!is_any_open) return;  // opened again where it was closed by force
  const auto open = std::count_if(leads.begin(), leads.end(),
                                  [](const Assignment* order) { return order->is_open(); });
  REQUIRE(open <= 1);
  REQUIRE_FALSE(leads.empty());
  REQUIRE(leads.back()->unit == whole.lead);
}

// Work goes on where the case is out, advice where it is consulted about; the scene may be held
// until the case ends.
bool may_be_open(const Assignment& order, State state) {
  const auto phase = phase_of(state);
  if (order.role == AssignmentRole::scene) return state == State::merged || !is_end(state);
  return !phase || phase == Phase::dispatched || phase == Phase::handling ||
         phase == Phase::consulting;
}

void check_orders(const Case& whole) {
  std::map<std::string, int> open;
  for (const Assignment& order : whole.assignments) {
    CAPTURE(order.no);
    REQUIRE(order.is_open() == !order.ended.has_value());
    if (order.is_open()) REQUIRE(may_be_open(order, whole.position.state));
    if (order.is_open()) REQUIRE(++open[order.unit] == 1);
    if (order.state == AssignmentState::assigned) REQUIRE_FALSE(order.signed_at);
    if (order.state == AssignmentState::arrived) REQUIRE(order.arrived);
    if (order.state == AssignmentState::controlled) REQUIRE(order.controlled);
    REQUIRE(std::is_sorted(order.handlers.begin(), order.handlers.end()));
    bool is_waiting = false;
    for (const std::int32_t number : order.after) {
      const Assignment& other = whole.assignments.at(static_cast<std::size_t>(number) - 1);
      is_waiting = is_waiting || other.is_open() || other.state == AssignmentState::declined;
    }
    if (order.is_open()) REQUIRE(order.freed.has_value() == !is_waiting);
  }
}

void check_clocks_of_orders(const Case& whole) {
  std::map<std::pair<std::string, std::int32_t>, int> open;
  for (const Clock& clock : whole.clocks) {
    CAPTURE(clock.no);
    if (clock.is_open()) REQUIRE(++open[std::pair(clock.milestone, clock.assignment)] == 1);
    if (clock.assignment == 0) continue;
    const Assignment& order = whole.assignments.at(static_cast<std::size_t>(clock.assignment) - 1);
    if (clock.is_open()) {
      REQUIRE(clock.unit == order.unit);
      REQUIRE(order.is_open());
      REQUIRE_FALSE(is_end(whole.position.state));
    }
    if (clock.milestone == "turn" && clock.is_open()) REQUIRE(order.freed);
    if (clock.milestone == "sign" && clock.is_open()) REQUIRE_FALSE(order.signed_at);
  }
}

bool advises(const Case& whole, const std::string& unit) {
  return std::any_of(
      whole.assignments.begin(), whole.assignments.end(), [&](const Assignment& one) {
        return one.unit == unit && one.is_open() && one.role == AssignmentRole::consult;
      });
}

// Read out of the history alone: who had a hand in the work, and who checked it.
void check_separation(const std::vector<Event>& events) {
  std::set<std::string> handled;
  std::set<std::string> checked;
  Case so_far;
  for (const Event& event : events) {
    const A kind = event.action.kind;
    const std::string& person = event.actor.person;
    const bool is_opinion = advises(so_far, event.actor.unit);
    rules::apply(so_far, event);
    if (person.empty()) continue;
    if (kind == A::confirm && event.action.passed) checked.insert(person);
    const bool works = kind == A::sign || kind == A::start || kind == A::arrive ||
                       kind == A::feedback || kind == A::handle;
    if (works && !is_opinion) handled.insert(person + '@' + event.actor.unit);
  }
  for (const std::string& who : handled) {
    const std::string person = who.substr(0, who.find('@'));
    CAPTURE(who);
    REQUIRE(checked.count(person) == 0);
  }
}

// Every microsecond belongs to one share, on every prefix.
void check_shares(const std::vector<Event>& events) {
  rules::ResponsibilityMeter meter;
  for (const Event& event : events) {
    meter.add(event);
    const Responsibility read = meter.read(event.happened);
    Duration sum{};
    for (const ShareTime& share : read.shares)
      sum += share.time;
    REQUIRE(sum == read.total);
    if (!is_end(event.after.state)) {
      REQUIRE(read.total == event.happened - events.front().happened);
    }
  }
}

bool is_same_work(const Case& a, const Case& b) {
  const auto same = [](const Assignment& x, const Assignment& y) {
    return x.unit == y.unit && x.role == y.role && x.state == y.state && x.round == y.round &&
           x.ordered == y.ordered && x.freed == y.freed && x.ended == y.ended &&
           x.handlers == y.handlers && x.after == y.after;
  };
  const auto same_clock = [](const Clock& x, const Clock& y) {
    return x.milestone == y.milestone && x.unit == y.unit && x.state == y.state &&
           x.budget == y.budget && x.started == y.started;
  };
  return a.position == b.position && a.holder == b.holder && a.lead == b.lead &&
         a.checker == b.checker && a.join == b.join && a.returns == b.returns &&
         a.first_receiver == b.first_receiver && a.handled == b.handled &&
         std::equal(a.assignments.begin(), a.assignments.end(), b.assignments.begin(),
                    b.assignments.end(), same) &&
         std::equal(a.clocks.begin(), a.clocks.end(), b.clocks.begin(), b.clocks.end(), same_clock);
}

// Merged and taken apart again, a case is as it was.
void check_merge(County& county, CaseId id, CaseId other) {
  const Case before = county.whole(id);
  if (before.resume_at && *before.resume_at <= county.now()) return;  // the hold ends first
  const Answer merged = county.act(A::merge, id, centre, [&](Action& a) {
    a.other_case = other;
    a.reply = "goes on there";
  });
  if (!merged.ok()) return;
  county.must(A::unmerge, id, centre, because("not_the_same"));
  REQUIRE(is_same_work(before, county.whole(id)));
}

// Another unit goes on in the place of one that has an order.
bool takes_over(County& county, Dice& dice, CaseId id) {
  for (const Assignment& order : county.whole(id).assignments) {
    if (!order.is_open()) continue;
    const std::string& other = dice.chance(50) ? drains : room;
    if (order.unit == other) continue;
    const Answer answer = county.act(A::take_over, id, centre, [&](Action& a) {
      a.units = {order.unit};
      a.unit = other;
    });
    const Case after = county.whole(id);
    check_one_lead(after);
    check_orders(after);
    check_clocks_of_orders(after);
    return answer.ok();
  }
  return false;
}

struct Seen {
  std::map<A, int> committed;
  int refused = 0;
  int merged = 0;
  int taken_over = 0;
  int separate = 0;
};

void run(std::uint64_t seed, Seen& seen) {
  CAPTURE(seed);
  Dice dice(seed);
  const Policy policy = policy_of_run(dice);
  County county(policy);
  Hand hand(county, dice);
  std::vector<CaseId> cases{county.report(), county.report(), county.report(other_grid)};
  for (int actions = 0, tries = 0; actions < 300 && tries < 1500; ++tries) {
    if (is_end(county.state(cases.back()))) cases.push_back(county.report());
    const CaseId id = dice.chance(80) ? cases.back() : dice.pick(cases);
    county.pass(std::chrono::minutes(dice.below(200)));
    const auto step = hand.next(id, cases);
    if (!step) continue;
    ++actions;
    const Answer answer = county.engine().submit(step->second, step->first, county.now());
    if (!answer.ok()) {
      ++seen.refused;
      continue;
    }
    ++seen.committed[step->second.kind];
    const Case whole = county.whole(id);
    check_one_lead(whole);
    check_orders(whole);
    check_clocks_of_orders(whole);
    if (dice.chance(4)) seen.taken_over += takes_over(county, dice, id) ? 1 : 0;
    if (dice.chance(5)) {
      check_merge(county, id, dice.pick(cases));
      ++seen.merged;
    }
  }
  for (const CaseId id : cases) {
    const auto events = county.engine().history(id, {centre, "", ""});
    check_shares(events);
    if (policy.rules.separate_duties) {
      check_separation(events);
      ++seen.separate;
    }
  }
  const Verification verification = county.engine().verify();
  for (const Finding& finding : verification.findings)
    FAIL_CHECK(finding.code, " ", finding.message);
}

}  // namespace

TEST_CASE("many hands on a case: one lead, orders in turn, clocks that fit, hands kept apart") {
  Seen seen;
  const std::int64_t runs = number_from("GRIDCASE_RANDOM_RUNS", 8);
  for (std::int64_t i = 0; i < runs; ++i)
    run(20'180'316 + static_cast<std::uint64_t>(i), seen);
  int committed = 0;
  for (const auto& [kind, count] : seen.committed)
    committed += count;
  std::string missing;
  for (const A kind : all_actions()) {
    if (seen.committed.count(kind) == 0) missing += std::string(name(kind)) + ' ';
  }
  MESSAGE("committed ", committed, ", refused ", seen.refused, ", kinds ", seen.committed.size(),
          ", merged and taken apart ", seen.merged, ", kept apart in ", seen.separate,
          " cases, taken over ", seen.taken_over, "; never: ", missing);
  CHECK(seen.committed.size() > 45);
}
