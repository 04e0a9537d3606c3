// Random runs that go where the rules allow: many hands on a few cases, up to 300 actions a run.
// What must hold after every action is checked by slow readings of the whole case and its history.

#include "rules/fold.hpp"
#include "rules/responsibility.hpp"
#include "support/environment.hpp"
#include "support/hands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

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
