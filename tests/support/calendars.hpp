#pragma once
// Calendars to measure by.

#include <gridcase/calendar.hpp>
#include <gridcase/clock.hpp>

#include <string>
#include <string_view>

namespace gridcase::test {

inline const std::string shanghai = "Asia/Shanghai";

// The shipped table examples/holidays/cn.json.
const HolidayTable& chinese_holidays();

// 08:00–12:00 and 14:00–18:00, Monday to Friday, with the holidays and make-up days above.
Calendar chinese_hours();
const Timetable& chinese_timetable();

// The same windows every day of the week, from the first so many days of it.
Calendar hours_of(std::vector<Window> windows, std::size_t days = 5);

// One day on which a calendar is as no other.
SpecialDay special_day(std::string_view date, bool working, std::string name,
                       std::vector<Window> windows = {});

// "2018-03-16 08:30" in Shanghai, and back with seconds.
Instant local(std::string_view time);
std::string local(Instant time);

// A running clock without a history.
Clock clock_of(Instant started, Amount limit, const Timetable& timetable);

}  // namespace gridcase::test
