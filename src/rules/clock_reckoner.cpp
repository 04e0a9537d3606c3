#include "rules/clock_reckoner.hpp"

#include "rules/limits.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <cstdlib>

namespace gridcase::rules {

ClockTimes ClockReckoner::times_of(const Clock& clock, std::int32_t rung) const {
  const Timetable& timetable = timetable_of(clock.calendar);
  const std::int64_t total = clock.budget + clock.extended;
  ClockTimes times;
  times.deadline = deadline_of(clock, timetable);
  times.yellow = used_up(clock, timetable, share_of(total, rules_.yellow_share));
  times.red = rules_.red_share == 100
                  ? times.deadline
                  : used_up(clock, timetable, share_of(total, rules_.red_share));
  times.rung = rung;
  const Milestone* milestone = milestone_of(clock);
  if (clock.state == ClockState::running && milestone != nullptr &&
      static_cast<std::size_t>(rung) < milestone->ladder.size()) {
    times.next = rung_due(clock, milestone->ladder[static_cast<std::size_t>(rung)], timetable);
  }
  times.provisional = timetable.is_provisional(measure_of(clock.limit), times.deadline);
  return times;
}

std::int32_t ClockReckoner::rungs_due(const Clock& clock, std::int32_t rungs, Instant by) const {
  const Milestone* milestone = milestone_of(clock);
  if (milestone == nullptr) return 0;
  const Timetable& timetable = timetable_of(clock.calendar);
  const auto most = static_cast<std::int32_t>(
      std::min(static_cast<std::size_t>(rungs), milestone->ladder.size()));
  std::int32_t due = 0;
  while (due < most &&
         rung_due(clock, milestone->ladder[static_cast<std::size_t>(due)], timetable) <= by) {
    ++due;
  }
  return due;
}

Instant ClockReckoner::rung_due(const Clock& clock, const Rung& rung,
                                const Timetable& timetable) const {
  const std::int64_t amount = rung_amount(rung, clock.budget + clock.extended,
                                          timetable.counted({std::abs(rung.offset), clock.limit}));
  return used_up(clock, timetable, amount);
}

const Milestone* ClockReckoner::milestone_of(const Clock& clock) const {
  return find_milestone(rules_, clock.milestone);
}

const Timetable* ClockReckoner::find(const std::string& calendar) const {
  const Timetable* timetable = calendars_.in_force.find(calendar);
  return timetable != nullptr ? timetable : calendars_.own.find(calendar);
}

const Timetable& ClockReckoner::timetable_of(const std::string& calendar) const {
  if (const Timetable* timetable = find(calendar)) return *timetable;
  throw Error(ErrorCode::not_found,
              "no policy in use has a calendar " + calendar + "; adopt one that has");
}

std::string ClockReckoner::calendar_for(const Limit& limit, const std::string& unit) const {
  if (measure_of(limit.within.unit) == Measure::natural) return {};
  if (!limit.calendar.empty()) return limit.calendar;
  const std::string& kept = calendars_.in_force.kept_by(unit);
  return kept.empty() ? calendars_.own.kept_by(unit) : kept;
}

}  // namespace gridcase::rules
