#include "rules/zone_ranges.hpp"

#include "base/zone_years.hpp"

#include <date/date.h>
#include <date/tz.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

std::int64_t microseconds(date::sys_seconds time) { return to_microseconds(Instant(time)); }

}  // namespace

std::vector<OffsetRange> offset_ranges(const std::string& zone, Instant from, Instant until) {
  const date::time_zone* rules = date::locate_zone(zone);
  const auto last = date::floor<std::chrono::seconds>(until);
  std::vector<OffsetRange> ranges;
  for (auto at = date::floor<std::chrono::seconds>(from); at < last;) {
    const date::year year = date::year_month_day(date::floor<date::days>(at)).year();
    const date::days shift = base::shift_to_known_rules(year);
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
