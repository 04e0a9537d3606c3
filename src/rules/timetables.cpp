#include "rules/timetables.hpp"

namespace gridcase::rules {

Timetables::Timetables(const TimeRules& rules, const Directory& directory) : directory_(directory) {
  for (const Calendar& calendar : rules.calendars) {
    by_code_.emplace(calendar.code,
                     Timetable(calendar, rules.holidays, directory.organization().time_zone));
    for (const std::string& unit : calendar.units)
      by_unit_.emplace(unit, calendar.code);
  }
  if (!rules.calendars.empty()) first_ = rules.calendars.front().code;
}

const Timetable* Timetables::find(const std::string& code) const {
  if (code.empty()) return &natural_;
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second;
}

const std::string& Timetables::kept_by(const std::string& unit) const {
  if (by_unit_.empty() || directory_.unit(unit) == nullptr) return first_;
  for (const std::string& code : directory_.chain(unit)) {
    const auto found = by_unit_.find(code);
    if (found != by_unit_.end()) return found->second;
  }
  return first_;
}

}  // namespace gridcase::rules
