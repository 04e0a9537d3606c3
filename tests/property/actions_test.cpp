// Random actions, most of them illegal, against a store: each is accepted along an edge of the
// lifecycle, or refused with nothing written.

#include "rules/responsibility.hpp"
#include "support/environment.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// SQLite's own count of commits by others: moves whenever anything at all was written.
class Watcher {
public:
  explicit Watcher(const std::string& path) {
    REQUIRE(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_prepare_v2(database_, "PRAGMA data_version", -1, &statement_, nullptr) ==
            SQLITE_OK);
  }
  ~Watcher() {
    sqlite3_finalize(statement_);
    sqlite3_close(database_);
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  std::int64_t commits() {
    REQUIRE(sqlite3_step(statement_) == SQLITE_ROW);
    const std::int64_t version = sqlite3_column_int64(statement_, 0);
    sqlite3_reset(statement_);
    return version;
  }

private:
  sqlite3* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

class RandomActor {
public:
  RandomActor(County& county, Dice& dice) : county_(county), dice_(dice) {
    for (const Unit& unit : county.engine().policy()->organization.units) {
      units_.push_back(unit.code);
    }
    for (const Allowed& line : action_catalogue())
      catalogue_[line.action] = line;
  }

  const std::string& unit() { return dice_.pick(units_); }

  Action action(CaseId id) {
    Action made;
    made.kind = dice_.pick(all_actions());
    made.case_id = dice_.chance(97) ? id : CaseId{dice_.chance(50) ? 0 : 77};
    const Allowed& line = catalogue_.at(made.kind);
    for (const std::string& field : line.required) {
      if (dice_.chance(95)) fill(made, field);
    }
    for (const std::string& field : line.optional) {
      if (dice_.chance(15)) fill(made, field);
    }
    if (dice_.chance(2)) fill(made, dice_.chance(50) ? "solved" : "orders");
    if (dice_.chance(3)) made.expected_version = static_cast<std::int64_t>(dice_.below(5));
    if (dice_.chance(3))
      made.happened =
          county_.now() + std::chrono::minutes(dice_.below(30)) - std::chrono::minutes(15);
    return made;
  }

  std::vector<CaseId> cases;

private:
  void fill(Action& made, const std::string& field) {
    if (field == "reason") made.reason = "some_reason";
    if (field == "note") made.note = "有话要说";
    if (field == "reply") made.reply = "已处理";
    if (field == "title") made.title = "污水倒灌";
    if (field == "text") made.text = std::string(dice_.below(40), 'x');
    if (field == "category") made.category = dice_.chance(90) ? "0404" : "9999";
    if (field == "grid") made.grid = dice_.chance(80) ? grid : unit();
    if (field == "tier")
      made.tier = static_cast<Tier>(dice_.between(std::size_t{1}, std::size_t{3}));
    if (field == "point")
      made.point = Point{dice_.between(118.59, 118.63), dice_.between(28.69, 28.72)};
    if (field == "unit") made.unit = unit();
    if (field == "orders") fill_orders(made);
    if (field == "passed") made.passed = dice_.chance(60);
    if (field == "until") made.until = county_.now() + std::chrono::hours(dice_.below(48));
    if (field == "other_case" && !cases.empty()) made.other_case = dice_.pick(cases);
    if (field == "parties") made.parties = {{"requester", "李某", "13800001111", ""}};
    if (field == "satisfaction") made.satisfaction = static_cast<std::int32_t>(dice_.below(7));
    if (field == "solved") made.solved = dice_.chance(80) ? "yes" : "perhaps";
    if (field == "figures") made.figures = {{"persons_moved", 36, "persons"}};
    if (field == "units") made.units = {dice_.chance(70) ? drains : unit()};
    if (field == "join") made.join = dice_.chance(60) ? "first" : "unheard_of";
    if (field == "forced") made.forced = true;
    if (field == "conclusive") made.conclusive = true;
    if (field == "relation")
      made.relation = Relation(dice_.between(std::size_t{1}, std::size_t{4}));
    if (field == "nature") made.nature = Nature(dice_.between(std::size_t{1}, std::size_t{8}));
    if (field == "counts") made.counts = {{"h1", 0, static_cast<std::int32_t>(dice_.below(4))}};
    if (field == "level") made.level = static_cast<std::int32_t>(dice_.below(5));
    if (field == "clock") made.clock = static_cast<std::int32_t>(dice_.below(5));
    if (field == "keep_deadlines") made.keep_deadlines = true;
    if (field == "grade") made.grade = dice_.chance(50) ? "urgent" : "ordinary";
    if (field == "due") made.due = county_.now() + std::chrono::hours(dice_.below(48));
    if (field == "attachments") {
      made.attachments = {{"a.jpg", "image/jpeg", 1, std::string(64, 'a'), "after", ""}};
    }
  }

  void fill_orders(Action& made) {
    const std::size_t count = dice_.between(std::size_t{1}, std::size_t{3});
    for (std::size_t i = 0; i < count; ++i) {
      const auto other = AssignmentRole(dice_.between(std::size_t{2}, std::size_t{5}));
      const auto role = i == 0 && dice_.chance(80) ? AssignmentRole::lead : other;
      made.orders.push_back({dice_.chance(70) ? drains : unit(), role, "task"});
      if (i != 0 && dice_.chance(20)) made.orders.back().after = {made.orders.front().unit};
    }
    if (dice_.chance(70)) made.orders.resize(1);
  }

  County& county_;
  Dice& dice_;
  std::vector<std::string> units_;
  std::map<ActionKind, Allowed> catalogue_;
};

bool is_edge(const Event& event) {
  return std::any_of(edges().begin(), edges().end(), [&](const Edge& edge) {
    if (edge.from != event.before.state || edge.action != event.action.kind ||
        edge.outcome != event.outcome) {
      return false;
    }
    switch (edge.kind) {
    case EdgeKind::go: return edge.to == event.after.state;
    case EdgeKind::stay: return event.before == event.after;
    case EdgeKind::back: return event.after.state == event.before.back;
    case EdgeKind::cut: return false;
    }
    return false;
  });
}

// While orders are open there is one lead; it may have finished before the others.
void check_one_lead(const Case& whole) {
  const auto phase = phase_of(whole.position.state);
  if (phase != Phase::dispatched && phase != Phase::handling) return;
  const auto leads = std::count_if(
      whole.assignments.begin(), whole.assignments.end(), [](const Assignment& assignment) {
        return assignment.role == AssignmentRole::lead && assignment.is_open();
      });
  CHECK(leads <= 1);
  const bool is_open =
      std::any_of(whole.assignments.begin(), whole.assignments.end(),
                  [](const Assignment& assignment) { return assignment.is_open(); });
  CHECK(is_open == !whole.lead.empty());
}

// One clock at most runs for a milestone of the case or of an order; none after the end; those of a
// suspended case are held.
void check_clocks(const Case& whole) {
  std::map<std::pair<std::string, std::int32_t>, int> open;
  for (const Clock& clock : whole.clocks) {
    if (clock.stopped) REQUIRE(*clock.stopped >= clock.started);
    if (!clock.is_open()) continue;
    REQUIRE(++open[std::pair(clock.milestone, clock.assignment)] == 1);
    REQUIRE_FALSE(is_end(whole.position.state));
    if (whole.position.state == State::suspended) REQUIRE(clock.state == ClockState::held);
    REQUIRE((clock.state == ClockState::held || clock.times.deadline >= clock.started));
  }
}

// Every microsecond of every case, on every prefix of its history, belongs to one share.
void check_shares(const Engine& engine, CaseId id) {
  rules::ResponsibilityMeter meter;
  const auto events = engine.history(id, {centre, "", ""});
  for (const Event& event : events) {
    meter.add(event);
    const Responsibility read = meter.read(event.happened);
    Duration sum{};
    for (const ShareTime& share : read.shares)
      sum += share.time;
    REQUIRE(sum == read.total);
    Instant end = events.front().happened;
    for (const Responsibility::Span& span : read.spans) {
      REQUIRE(span.from == end);
      end = span.until;
    }
    REQUIRE(read.total == end - events.front().happened);
    if (!is_end(event.after.state)) REQUIRE(end == event.happened);
  }
}

Policy policy_of_many_clocks() {
  TimeRules time = chinese_time();
  Milestone sign = milestone("sign", Moment::dispatched, Moment::signed_for,
                             {{RungKind::remind, 50, 0}, {RungKind::escalate, 100, 0}});
  sign.each_order = true;
  Milestone close = milestone(
      "close", Moment::reported, Moment::closed,
      {{RungKind::remind, 80, 0}, {RungKind::escalate, 100, 0}, {RungKind::supervise, 100, 1}});
  close.hold_for_reporter = true;
  Milestone handle = milestone("handle", Moment::dispatched, Moment::handled);
  handle.restart_on_transfer = true;
  handle.restart_on_rework = false;
  time.milestones = {close, sign, handle, milestone("safe", Moment::filed, Moment::controlled)};
  time.limits = {
      limit("close", 2, LimitUnit::working_day), limit("sign", 2, LimitUnit::urgent_hour),
      limit("handle", 1, LimitUnit::end_of_working_day), limit("safe", 3, LimitUnit::working_hour),
      limit("close", 5, LimitUnit::urgent_hour)};
  time.limits.back().grade = "urgent";
  time.deviations.suspensions = 0;
  Policy policy = county_with(std::move(time));
  policy.rules.return_limit = 3;
  policy.rules.release_scene = true;
  policy.rules.parts_first = true;
  policy.rules.rework_dissatisfied = true;
  JoinRule first;
  first.code = "first";
  first.result = JoinRule::Result::conclusive;
  first.others = JoinRule::Others::any;
  policy.rules.joins = {first};
  policy.rules.clock_tolerance = std::chrono::minutes(5);
  return policy;
}

}  // namespace

TEST_CASE("a random action is accepted along an edge or refused with nothing written") {
  const std::uint64_t seed = 20180316;
  CAPTURE(seed);
  Dice dice(seed);
  County county(policy_of_many_clocks());
  Watcher watcher(county.path());
  RandomActor random(county, dice);
  std::map<Status, int> seen;
  std::map<ActionKind, int> accepted;
  std::int64_t fired = 0;

  const std::int64_t count = number_from("GRIDCASE_RANDOM_ACTIONS", 100'000);
  for (int i = 0; i < count; ++i) {
    if (random.cases.size() < 5 || dice.chance(1)) random.cases.push_back(county.report());
    const CaseId id = random.cases[random.cases.size() - 1 -
                                   dice.below(std::min<std::size_t>(5, random.cases.size()))];
    const Action action = random.action(id);
    if (dice.chance(30)) county.pass(std::chrono::minutes(1));
    if (dice.chance(1)) fired += county.engine().tick(county.now()).fired;
    const std::int64_t commits = watcher.commits();
    const Answer answer = county.engine().submit(action, {random.unit(), "", ""}, county.now());
    ++seen[answer.status];
    if (answer.status == Status::committed) {
      ++accepted[action.kind];
      const auto events = county.engine().history(answer.case_id, {centre, "", ""});
      REQUIRE(static_cast<std::int64_t>(events.size()) == answer.version);
      REQUIRE(is_edge(events.back()));
      REQUIRE(events.back().after.state == answer.state);
      const Case whole = county.whole(answer.case_id);
      check_one_lead(whole);
      check_clocks(whole);
    } else {
      REQUIRE(answer.refusal.has_value());
      REQUIRE_FALSE(answer.refusal->reason.empty());
      if (watcher.commits() != commits) {  // only the end of a hold that had run out
        const Event last = county.engine().history(id, {centre, "", ""}).back();
        REQUIRE(last.action.kind == A::resume);
        REQUIRE(last.actor.post == "tick");
      }
    }
  }
  MESSAGE("committed ", seen[Status::committed], ", refused ", seen[Status::refused],
          ", in conflict ", seen[Status::conflict], "; kinds accepted ", accepted.size(),
          "; rungs fired ", fired);
  CHECK(fired > count / 1000);
  for (const CaseId id : random.cases)
    check_shares(county.engine(), id);
  CHECK(seen[Status::committed] > count / 50);
  const Verification verification = county.engine().verify();
  for (const Finding& finding : verification.findings)
    FAIL_CHECK(finding.code, " ", finding.message);
}
