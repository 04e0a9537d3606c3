#pragma once
// Faults of meaning in calendars and holiday tables.

#include <gridcase/calendar.hpp>
#include <gridcase/error.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::model {

// `zone` is the organization's, for a calendar without one.
void check_calendar(const Calendar& calendar, const std::vector<HolidayTable>& holidays,
                    std::string_view zone, const std::string& path, std::vector<Fault>& faults);

void check_holidays(const HolidayTable& table, const std::string& path, std::vector<Fault>& faults);

// The hours of the week in force on a day of any year: those of the first season it lies in.
const WorkingWeek& week_on(const Calendar& calendar, int month, int day);

}  // namespace gridcase::model
