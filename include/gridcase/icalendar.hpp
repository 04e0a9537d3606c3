#pragma once
/// \file icalendar.hpp
/// Holiday tables as iCalendar (RFC 5545), the format in which calendars are exchanged.
///
/// A special day is an all-day VEVENT: DTSTART is the day, DTEND the day after it. Every calendar
/// program shows its name (SUMMARY) and HOLIDAY or WORKDAY (CATEGORIES). X-GRIDCASE-KIND says
/// `holiday` or `workday`, X-GRIDCASE-HOURS the windows of a working day that has some of its own;
/// X-GRIDCASE-CODE, X-GRIDCASE-SOURCE and X-GRIDCASE-UNTIL of the calendar hold what else the table
/// says. UIDs follow from code and date: a later table replaces the days of an earlier one.
///
/// **What is lost.** Written and read back, nothing. Of calendars of others only whole days are
/// read: what an event says besides its dates and its name is left out, and a day with several
/// events of one kind gets all their names, with 、 between them.
///
/// Both functions may be used from any thread.

#include <gridcase/calendar.hpp>
#include <gridcase/error.hpp>

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace gridcase {

/// Writes a holiday table as a calendar; `stamp` is the DTSTAMP of all events: when the table was
/// written.
/// \throws Error invalid_argument: a text with control characters or that is not UTF-8, a date that
/// does not exist; io.
GRIDCASE_API void write_holidays_icalendar(std::ostream& out, const HolidayTable& table,
                                           Instant stamp);

/// An event of a calendar, for a rule to look at.
struct ICalendarEvent {
  std::string uid;
  std::string summary;
  std::string description;
  std::vector<std::string> categories;
  bool all_day = true;
  Date first;
  Date until;  ///< exclusive
};

/// What a calendar does not say by itself.
struct ICalendarRules {
  std::string code;           ///< of the table, where the calendar has none
  std::optional<Date> until;  ///< its horizon, likewise; else 1 January after its last day
  /// Of an event without X-GRIDCASE-KIND: true for a working day, false for a day off, nothing for
  /// an event that does not count. Without a rule such an event is a fault.
  std::function<std::optional<bool>(const ICalendarEvent& event)> working;
};

/// Reads a calendar, as a stream; cancelled events do not count. Lines may be folded anywhere.
/// \throws DocumentError "iCalendar" with all faults, each with its line: no calendar, a line
/// without a colon or of more than 64 KiB, bytes that are no UTF-8, and of events that count: a
/// date that is none, a time of day, an end before the start, more than 366 days, recurrence (which
/// is not expanded), a day that is both off and worked, no kind; a calendar without days or
/// horizon. More than 100 faults, or 100,000 days: reading ends there. \throws Error io.
GRIDCASE_API HolidayTable read_holidays_icalendar(std::istream& in,
                                                  const ICalendarRules& rules = {});

}  // namespace gridcase
