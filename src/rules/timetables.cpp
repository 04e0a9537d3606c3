#include "rules/timetables.hpp"

#include "base/json_writer.hpp"
#include "model/calendar_json.hpp"

namespace gridcase::rules {
namespace {

// Of everything a timetable depends on, as it is written.
base::Digest source_of(const Calendar& calendar, const std::vector<HolidayTable>& tables,
                       const std::string& zone) {
  base::JsonWriter out;
  out.begin_array();
  model::write_calendar(out, calendar);
  for (const HolidayTable& table : tables) {
    if (table.code == calendar.holidays) model::write_holidays(out, table);
  }
  out.value(zone);
  out.end_array();
  return base::Hasher(base::DigestKind::sha256).digest(out.text());
}

}  // namespace

Timetables::Compiled Timetables::compile(const Calendar& calendar, const TimeRules& rules,
                                         const std::string& zone, const Timetables* donor) {
  const base::Digest source = source_of(calendar, rules.holidays, zone);
  if (donor != nullptr) {
    const auto same = donor->by_code_.find(calendar.code);
    if (same != donor->by_code_.end() && same->second.source == source) return same->second;
  }
  return {source, Timetable(calendar, rules.holidays, zone)};
}

Timetables::Timetables(const TimeRules& rules, const Directory& directory, const Timetables* donor)
    : directory_(directory) {
  const std::string& zone = directory_.organization().time_zone;
  for (const Calendar& calendar : rules.calendars) {
    by_code_.emplace(calendar.code, compile(calendar, rules, zone, donor));
    for (const std::string& unit : calendar.units)
      by_unit_.emplace(unit, calendar.code);
  }
  if (!rules.calendars.empty()) first_ = rules.calendars.front().code;
}

const Timetable* Timetables::find(const std::string& code) const {
  if (code.empty()) return &natural_;
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second.timetable;
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
