#pragma once
// The calendars of a policy, compiled: which units keep which.

#include "base/hash.hpp"

#include <gridcase/policy.hpp>

#include <map>
#include <string>

namespace gridcase::rules {

class Timetables {
public:
  // What the donor has compiled from the same calendar, holidays and zone is shared: an index of
  // days takes megabytes. Throws DocumentError when a calendar has faults.
  Timetables(const TimeRules& rules, const Directory& directory, const Timetables* donor = nullptr);

  // Natural time for the empty code; null when there is no such calendar.
  const Timetable* find(const std::string& code) const;
  // Code of the calendar that a unit keeps: its own, that of the nearest unit above it with one,
  // else the first of the policy; empty when the policy has none.
  const std::string& kept_by(const std::string& unit) const;

private:
  struct Compiled {
    base::Digest source;  // of all that it was compiled from
    Timetable timetable;
  };

  static Compiled compile(const Calendar& calendar, const TimeRules& rules, const std::string& zone,
                          const Timetables* donor);

  Timetable natural_;
  std::map<std::string, Compiled> by_code_;
  std::map<std::string, std::string> by_unit_;  // only units that have one of their own
  std::string first_;
  Directory directory_;
};

}  // namespace gridcase::rules
