#include "support/calendars.hpp"

#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <utility>

namespace gridcase::test {

const HolidayTable& chinese_holidays() {
  static const HolidayTable table =
      read_holidays(read_file(GRIDCASE_TESTS_DIR "/../examples/holidays/cn.json"));
  return table;
}

Calendar hours_of(std::vector<Window> windows, std::size_t days) {
  Calendar calendar;
  calendar.code = "hours";
  for (std::size_t i = 0; i < days; ++i)
    calendar.week[i] = windows;
  return calendar;
}

Calendar chinese_hours() {
  Calendar calendar = hours_of({{480, 720}, {840, 1080}});
  calendar.code = "office";
  calendar.name = "机关工作时间";
  calendar.holidays = "cn";
  return calendar;
}

const Timetable& chinese_timetable() {
  static const Timetable timetable(chinese_hours(), {chinese_holidays()}, shanghai);
  return timetable;
}

SpecialDay special_day(std::string_view date, bool working, std::string name,
                       std::vector<Window> windows) {
  return {parse_date(date), working, std::move(name), std::move(windows)};
}

Instant local(std::string_view time) { return parse_local(time, shanghai); }
std::string local(Instant time) { return format_local(time, shanghai); }

Clock clock_of(Instant started, Amount limit, const Timetable& timetable) {
  Clock clock;
  clock.no = 1;
  clock.milestone = "handle";
  clock.limit = limit.unit;
  clock.budget = timetable.counted(limit);
  clock.started = started;
  clock.times.deadline = deadline_of(clock, timetable);
  clock.times.yellow = used_up(clock, timetable, clock.budget * 80 / 100);
  clock.times.red = clock.times.deadline;
  return clock;
}

}  // namespace gridcase::test
