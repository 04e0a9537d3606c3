#pragma once
// The JSON form of holiday tables and calendars. policy.schema.md describes it for people.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/calendar.hpp>

namespace gridcase::model {

void read_holidays(base::ObjectReader& in, HolidayTable& table);
void write_holidays(base::JsonWriter& out, const HolidayTable& table);

void read_calendar(base::ObjectReader& in, Calendar& calendar);
void write_calendar(base::JsonWriter& out, const Calendar& calendar);

}  // namespace gridcase::model
