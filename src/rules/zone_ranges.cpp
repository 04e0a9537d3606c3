#include "rules/zone_ranges.hpp"

#include <date/date.h>
#include <date/tz.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

// As in base/time.cpp: compiled zone files end in 2037, so a later year takes the rules of a year
// of the same length that begins on the same weekday. A test holds the two together.
date::days shift_to_known_rules(date::year year) {
  if (static_cast<int>(year) <= 2036) return date::days{0};
  const date::sys_days start = year / 1 / 1;
  for (date::year like{2036};; --like) {
    const date::sys_days other = like / 1 / 1;
    if (like.is_leap() == year.is_leap() && date::weekday(other) == date::weekday(start)) {
      return start - other;
    }
  }
}

std::int64_t microseconds(date::sys_seconds time) { return to_microseconds(Instant(time)); }

}  // namespace

std::vector<OffsetRange> offset_ranges(const std::string& zone, Instant from, Instant until) {
  const date::time_zone* rules = date::locate_zone(zone);
  const auto last = date::floor<std::chrono::seconds>(until);
  std::vector<OffsetRange> ranges;
  for (auto at = date::floor<std::chrono::seconds>(from); at < last;) {
    const date::year year = date::year_month_day(date::floor<date::days>(at)).year();
    const date::days shift = shift_to_known_rules(year);
    const date::sys_seconds year_end = date::sys_days((year + date::years{1}) / 1 / 1);
    const date::sys_info info = rules->get_info(at - shift);
    const auto end = std::min(std::min(info.end, year_end - shift) + shift, last);
    const std::int64_t offset = std::chrono::microseconds(info.offset).count();
    if (!ranges.empty() && ranges.back().offset == offset) {
      ranges.back().end = microseconds(end);
    } else {
      ranges.push_back({microseconds(at), microseconds(end), offset});
    }
    at = end;
  }
  return ranges;
}

}  // namespace gridcase::rules
