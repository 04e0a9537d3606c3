// Days and periods of a report.

#include "report_days.hpp"
#include "report_data.hpp"

namespace gridcase::cli {
namespace {

constexpr std::int64_t day_length = 86'400'000'000;

Date shifted_by_months(Date date, int months) {
  const int month = date.year * 12 + date.month - 1 + months;
  return {static_cast<std::int16_t>(month / 12), static_cast<std::uint8_t>(month % 12 + 1), 1};
}

}  // namespace

std::int64_t day_number(Date day) {
  return to_microseconds(parse_instant(format_date(day) + "T00:00:00Z")) / day_length;
}

Date day_of_number(std::int64_t number) {
  return date_of(from_microseconds(number * day_length), "UTC");
}

Instant start_of(Date day, const std::string& zone) {
  return parse_local(format_date(day) + " 00:00", zone);
}

Period period_before(const Period& period) {
  if (period.from.day == 1 && period.until.day == 1) {
    const int months =
        (period.until.year - period.from.year) * 12 + period.until.month - period.from.month;
    return {shifted_by_months(period.from, -months), period.from};
  }
  const std::int64_t from = day_number(period.from);
  return {day_of_number(from - (day_number(period.until) - from)), period.from};
}

std::vector<ReportDay> days_of(const Period& period, const TimeRules& rules,
                               const std::string& zone) {
  std::optional<Timetable> timetable;
  if (!rules.calendars.empty()) timetable.emplace(rules.calendars.front(), rules.holidays, zone);
  std::vector<ReportDay> days;
  const std::int64_t until = day_number(period.until);
  for (std::int64_t number = day_number(period.from); number < until; ++number) {
    ReportDay day{day_of_number(number), true, {}};
    if (!timetable) {
      day.off = (number + 3) % 7 > 4;  // 1970-01-01 was a Thursday
    } else {
      const Instant from = start_of(day.date, timetable->time_zone());
      const Instant end = start_of(day_of_number(number + 1), timetable->time_zone());
      for (const Timetable::Stretch& stretch : timetable->stretches(from, end)) {
        if (stretch.kind == Timetable::Kind::working) day.off = false;
        if (day.name.empty()) day.name = stretch.name;
      }
    }
    days.push_back(std::move(day));
  }
  return days;
}

}  // namespace gridcase::cli
