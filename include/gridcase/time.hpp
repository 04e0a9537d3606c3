#pragma once
/// \file time.hpp
/// Instants, dates and zones.
///
/// An `Instant` is a point on the UTC time line in microseconds; the library knows no other clock
/// and never reads one: "now" is always an argument. Zones are needed only to read and to print
/// civil times; a zone is named as in the IANA database ("Asia/Shanghai").
///
/// Instants from 1900 to 2500 are read and written; others are refused with invalid_argument.
///
/// All functions are pure and thread-safe. Zone rules come from the system's time-zone database.

#include <gridcase/export.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace gridcase {

/// A length of time in microseconds.
using Duration = std::chrono::microseconds;

/// A point in time: microseconds of UTC since 1970-01-01T00:00:00Z, leap seconds not counted.
using Instant = std::chrono::time_point<std::chrono::system_clock, Duration>;

/// A day of the civil calendar, in no zone in particular.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  ///< 1 … 12
  std::uint8_t day = 0;    ///< 1 … 31

  friend constexpr bool operator==(Date a, Date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  friend constexpr bool operator!=(Date a, Date b) { return !(a == b); }
  friend constexpr bool operator<(Date a, Date b) {
    if (a.year != b.year) return a.year < b.year;
    if (a.month != b.month) return a.month < b.month;
    return a.day < b.day;
  }
  friend constexpr bool operator<=(Date a, Date b) { return !(b < a); }
};

/// Microseconds since the epoch, the form in which instants are stored and hashed.
constexpr std::int64_t to_microseconds(Instant instant) {
  return instant.time_since_epoch().count();
}
/// The instant so many microseconds after 1970-01-01T00:00:00Z.
constexpr Instant from_microseconds(std::int64_t microseconds) {
  return Instant{Duration{microseconds}};
}

/// Reads an RFC 3339 date-time with offset, such as "2018-03-16T08:30:00+08:00" or
/// "2018-03-16T00:30:00.25Z"; seconds may be left out, fractions go to six digits.
/// \throws Error invalid_argument when the text is no such time or has no offset.
GRIDCASE_API Instant parse_instant(std::string_view text);

/// Reads a civil time in `zone`: "2018-03-16 08:30", "2018-03-16T08:30:00", fractions allowed. A
/// time that occurs twice (clocks set back) means its first occurrence; a time that never occurs
/// (clocks set forward) means the instant the clocks were moved.
/// \throws Error invalid_argument when the text is no such time or the zone is unknown.
GRIDCASE_API Instant parse_local(std::string_view text, std::string_view zone);

/// Reads a civil date, "2018-03-16". \throws Error invalid_argument.
GRIDCASE_API Date parse_date(std::string_view text);

/// Writes RFC 3339 with the offset of `zone` at that instant; fractions only where there are any.
/// `parse_instant` reads it back to the same instant.
/// \throws Error invalid_argument when the zone is unknown.
GRIDCASE_API std::string format_instant(Instant instant, std::string_view zone = "UTC");

/// Writes a civil time for people, "2018-03-16 08:30:00", in `zone`, fractions cut off.
/// \throws Error invalid_argument when the zone is unknown.
GRIDCASE_API std::string format_local(Instant instant, std::string_view zone);

/// Writes "2018-03-16".
GRIDCASE_API std::string format_date(Date date);

/// The civil date of an instant in `zone`. \throws Error invalid_argument (unknown zone).
GRIDCASE_API Date date_of(Instant instant, std::string_view zone);

/// Whether the system's database has a zone of this name.
GRIDCASE_API bool zone_exists(std::string_view zone) noexcept;

}  // namespace gridcase
