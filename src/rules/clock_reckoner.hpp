#pragma once
// What a clock's budget, ledger and ladder come to under the rules of its case and the calendars.

#include "rules/timetables.hpp"

#include <gridcase/policy.hpp>

#include <string>

namespace gridcase::rules {

class ClockReckoner {
public:
  // Timetables in force, and those of the policy the case runs under: for a calendar that newer
  // policies no longer have.
  struct Calendars {
    const Timetables& in_force;
    const Timetables& own;
  };

  // `policy` is the one the case runs under.
  ClockReckoner(const Policy& policy, Calendars calendars)
      : policy_(policy), rules_(policy.time), calendars_(calendars) {}

  // `rung` is the first that has not fired.
  ClockTimes times_of(const Clock& clock, std::int32_t rung) const;
  // Of the first so many rungs, how many are due by then.
  std::int32_t rungs_due(const Clock& clock, std::int32_t rungs, Instant by) const;

  const Policy& policy() const noexcept { return policy_; }
  const TimeRules& rules() const noexcept { return rules_; }
  // The milestone of a clock; null when the rules of the case no longer have it.
  const Milestone* milestone_of(const Clock& clock) const;
  // Null when no policy in use has it.
  const Timetable* find(const std::string& calendar) const;
  // Throws Error not_found then.
  const Timetable& timetable_of(const std::string& calendar) const;
  // Code of the calendar a limit counts by, for a unit or, if empty, for the organization.
  std::string calendar_for(const Limit& limit, const std::string& unit) const;

private:
  Instant rung_due(const Clock& clock, const Rung& rung, const Timetable& timetable) const;

  const Policy& policy_;
  const TimeRules& rules_;
  Calendars calendars_;
};

}  // namespace gridcase::rules
