#include "engine/recalculating.hpp"

#include "model/calendar_check.hpp"
#include "rules/clock_reckoner.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

constexpr std::size_t most_listed = 1000;

// Looks at every open case, a page at a time.
class Moving {
public:
  Moving(store::Store& store, Rulebooks& rulebooks, const Rulebook& in_force)
      : store_(store), rulebooks_(rulebooks), in_force_(in_force) {}

  // Calls `on_page` with the cases of each page whose deadlines move.
  template <typename OnPage> DeadlineMoves run(OnPage on_page) {
    constexpr std::int32_t page = 500;
    for (CaseId after = CaseId::none;;) {
      const auto ids = store_.open_case_ids(after, page);
      std::vector<CaseId> moved;
      for (const CaseId id : ids) {
        if (moves(id)) moved.push_back(id);
      }
      if (!moved.empty()) on_page(moved);
      if (ids.size() < page) return std::move(moves_);
      after = ids.back();
    }
  }

private:
  // One that cannot be looked at is counted, and left as it is.
  bool moves(CaseId id) {
    try {
      return look_at(id);
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      ++moves_.failed;
      return false;
    }
  }

  // Whether a deadline of the case moves.
  bool look_at(CaseId id) {
    auto loaded = store_.read(id);
    if (!loaded) return false;
    const model::Snapshot& snapshot = loaded->snapshot;
    const RulebookPtr own = rulebooks_.version(snapshot.summary.policy_version);
    const rules::ClockReckoner reckoner(*own->policy, {in_force_.timetables, own->timetables});
    std::vector<std::pair<Clock, ClockTimes>> running;
    for (const Clock& clock : snapshot.clocks) {
      if (clock.state != ClockState::running) continue;
      running.emplace_back(clock, reckoner.times_of(clock, clock.times.rung));
    }
    // All of its clocks count, or none.
    bool is_moved = false;
    for (const auto& [clock, times] : running) {
      ++moves_.open;
      if (times == clock.times) continue;
      is_moved = true;
      note(id, clock, times);
    }
    return is_moved;
  }

  void note(CaseId id, const Clock& clock, const ClockTimes& times) {
    if (clock.times.provisional && !times.provisional) ++moves_.settled;
    const Duration by = times.deadline - clock.times.deadline;
    if (by == Duration::zero()) return;
    ++moves_.moved;
    moves_.earliest = std::min(moves_.earliest, by);
    moves_.latest = std::max(moves_.latest, by);
    if (moves_.moves.size() >= most_listed) return;
    moves_.moves.push_back({id, clock.no, clock.times.deadline, times.deadline});
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  const Rulebook& in_force_;
  DeadlineMoves moves_;
};

std::vector<Submission> recalculations(const std::vector<CaseId>& cases, const Actor& centre,
                                       Instant now) {
  std::vector<Submission> submissions;
  for (const CaseId id : cases) {
    Submission& one = submissions.emplace_back();
    one.action.kind = ActionKind::recalculate;
    one.action.case_id = id;
    one.actor = centre;
    one.now = now;
  }
  return submissions;
}

// What others did to a case meanwhile counts by the new table already, and nothing is left to move.
bool is_left(const Answer& answer) {
  return !answer.ok() && !(answer.refusal && answer.refusal->code == RefusalCode::no_clock);
}

}  // namespace

Policy with_holidays(const Policy& policy, const HolidayTable& table) {
  std::vector<Fault> faults;
  model::check_holidays(table, "holidays", faults);
  if (!faults.empty()) throw DocumentError("holiday table", std::move(faults));
  Policy next = policy;
  auto& tables = next.time.holidays;
  const auto same = std::find_if(tables.begin(), tables.end(),
                                 [&](const HolidayTable& t) { return t.code == table.code; });
  if (same == tables.end()) {
    tables.push_back(table);
  } else {
    *same = table;
  }
  return next;
}

bool has_holidays(const Policy& policy, const HolidayTable& table) {
  const auto& tables = policy.time.holidays;
  return std::any_of(tables.begin(), tables.end(), [&](const HolidayTable& one) {
    return write_holidays(one) == write_holidays(table);
  });
}

DeadlineMoves find_moves(store::Store& store, Rulebooks& rulebooks, const Rulebook& in_force) {
  return Moving(store, rulebooks, in_force).run([](const std::vector<CaseId>&) {});
}

DeadlineMoves make_moves(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue,
                         Instant now) {
  const RulebookPtr in_force = rulebooks.current();
  const Actor centre{in_force->centre(), {}, "tick"};
  std::int64_t left = 0;
  DeadlineMoves moves =
      Moving(store, rulebooks, *in_force).run([&](const std::vector<CaseId>& cases) {
        const auto answers = queue.submit_own(recalculations(cases, centre, now));
        left += std::count_if(answers.begin(), answers.end(), is_left);
      });
  moves.failed += left;
  moves.policy_version = in_force->version;
  return moves;
}

}  // namespace gridcase::engine
