#include "engine/recalculating.hpp"

#include "model/calendar_check.hpp"
#include "rules/clock_reckoner.hpp"

#include <algorithm>

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
        if (looks_at(id)) moved.push_back(id);
      }
      if (!moved.empty()) on_page(moved);
      if (ids.size() < page) return std::move(moves_);
      after = ids.back();
    }
  }

private:
  bool looks_at(CaseId id) {
    auto loaded = store_.read(id);
    if (!loaded) return false;
    const model::Snapshot& snapshot = loaded->snapshot;
    const RulebookPtr own = rulebooks_.version(snapshot.summary.policy_version);
    const rules::ClockReckoner reckoner(own->policy->time,
                                        {in_force_.timetables, own->timetables});
    bool moves = false;
    for (const Clock& clock : snapshot.clocks) {
      if (clock.state != ClockState::running) continue;
      ++moves_.open;
      const ClockTimes times = reckoner.times_of(clock, clock.times.rung);
      if (times == clock.times) continue;
      moves = true;
      note(id, clock, times);
    }
    return moves;
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
  DeadlineMoves moves =
      Moving(store, rulebooks, *in_force).run([&](const std::vector<CaseId>& cases) {
        std::vector<Submission> submissions;
        for (const CaseId id : cases) {
          Submission& one = submissions.emplace_back();
          one.action.kind = ActionKind::recalculate;
          one.action.case_id = id;
          one.actor = centre;
          one.now = now;
        }
        // What others did to a case meanwhile counts by the new table already.
        (void)queue.submit(submissions.data(), submissions.size(), true);
      });
  moves.policy_version = in_force->version;
  return moves;
}

}  // namespace gridcase::engine
