// A holiday table from a calendar; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/icalendar.hpp>
#include <gridcase/policy.hpp>

#include <sstream>

namespace {

using namespace gridcase;

HolidayTable table_of(const std::string& text, const ICalendarRules& rules) {
  std::istringstream in(text);
  return read_holidays_icalendar(in, rules);
}

void read(std::string_view input) {
  ICalendarRules rules;
  rules.until = Date{2100, 1, 1};
  rules.working = [](const ICalendarEvent& event) -> std::optional<bool> {
    if (event.summary.empty()) return std::nullopt;
    return event.summary.front() == 'w';
  };
  const HolidayTable table = table_of(std::string(input), rules);
  std::ostringstream out;
  write_holidays_icalendar(out, table, Instant{});
  fuzz::must(write_holidays(table_of(out.str(), {})) == write_holidays(table),
             "a table comes back as it was");
}

const fuzz::Target target(
    "icalendar", read,
    {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nNAME:a\\, b\r\nX-GRIDCASE-CODE:cn\r\n"
     "X-GRIDCASE-UNTIL:20190101\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20180101T000000Z\r\n"
     "DTSTART;VALUE=DATE:20180101\r\nDTEND;VALUE=DATE:20180103\r\nSUMMARY:x\r\n y\r\n"
     "CATEGORIES:A,B\\,C\r\nX-GRIDCASE-KIND:workday\r\nX-GRIDCASE-HOURS:08:00-12:00/14:00-18:00\r\n"
     "END:VEVENT\r\nEND:VCALENDAR\r\n",
     "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"a:b\";X=1:20180201T080000\nSUMMARY:w\n"
     "END:VEVENT\nBEGIN:VEVENT\nDTSTART:20180201\nDURATION:P2W\nSUMMARY:h\nBEGIN:VALARM\n"
     "END:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20180301\nRRULE:X\nSTATUS:CANCELLED\n"
     "END:VEVENT\nEND:VCALENDAR\n"});

}  // namespace
