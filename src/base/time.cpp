#include <gridcase/time.hpp>

#include "base/zone_years.hpp"

#include <gridcase/error.hpp>

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <optional>

namespace gridcase {

namespace {

using LocalTime = date::local_time<Duration>;

constexpr int first_year = 1900;
constexpr int last_year = 2500;

[[noreturn]] void refuse(std::string message, std::string field) {
  throw Error(ErrorCode::invalid_argument, message, std::move(field));
}

const date::time_zone* zone_or_null(std::string_view zone) noexcept {
  try {
    return date::locate_zone(zone);
  } catch (const std::exception&) {
    return nullptr;
  }
}

const date::time_zone& zone_named(std::string_view zone) {
  if (const date::time_zone* found = zone_or_null(zone)) return *found;
  refuse(fmt::format("the system knows no time zone \"{}\"; use a name such as \"Asia/Shanghai\"",
                     zone),
         "zone");
}

date::year year_of(Instant instant) {
  return date::year_month_day(date::floor<date::days>(instant)).year();
}

void check_range(Instant instant) {
  static constexpr date::sys_days begin = date::year{first_year} / 1 / 1;
  static constexpr date::sys_days end = date::year{last_year + 1} / 1 / 1;
  // Compared in microseconds: the instant may be at the very end of its type.
  if (to_microseconds(instant) < Instant(begin).time_since_epoch().count() ||
      to_microseconds(instant) >= Instant(end).time_since_epoch().count()) {
    refuse(fmt::format("an instant outside the years {} to {}", first_year, last_year), "instant");
  }
}

std::chrono::seconds offset_of(Instant instant, const date::time_zone& zone) {
  const auto shift = base::shift_to_known_rules(year_of(instant));
  return zone.get_info(date::floor<std::chrono::seconds>(instant - shift)).offset;
}

LocalTime local_of(Instant instant, std::chrono::seconds offset) {
  return LocalTime{instant.time_since_epoch() + offset};
}

// What a text says before any zone is applied.
struct CivilTime {
  LocalTime local{};
  std::optional<std::chrono::minutes> offset;
};

// Takes a text apart from the left; every failure names the whole text.
class Scanner {
public:
  Scanner(std::string_view text, const char* wanted) : whole_(text), rest_(text), wanted_(wanted) {}

  [[noreturn]] void fail() const {
    // A long or strange text is not repeated: it may be anything.
    const bool quotable = whole_.size() <= 40 &&
                          whole_.find_first_not_of("0123456789-+:.TtZz ") == std::string_view::npos;
    refuse(fmt::format("{} is no {}, in the years {} to {}",
                       quotable ? fmt::format("\"{}\"", whole_) : "the text", wanted_, first_year,
                       last_year),
           "text");
  }
  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail();
  }
  int digits(std::size_t count) {
    if (rest_.size() < count) fail();
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = rest_[i];
      if (c < '0' || c > '9') fail();
      number = number * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return number;
  }
  int digits_up_to(std::size_t count, int highest) {
    const int number = digits(count);
    if (number > highest) fail();
    return number;
  }
  // One to six digits after the point, as microseconds.
  Duration fraction() {
    int number = 0;
    int places = 0;
    while (peek() >= '0' && peek() <= '9') {
      if (++places > 6) fail();
      number = number * 10 + digits(1);
    }
    if (places == 0) fail();
    for (; places < 6; ++places)
      number *= 10;
    return Duration{number};
  }

private:
  std::string_view whole_;
  std::string_view rest_;
  const char* wanted_;
};

date::year_month_day scan_date(Scanner& scanner) {
  const int year = scanner.digits(4);
  scanner.expect('-');
  const auto month = static_cast<unsigned>(scanner.digits(2));
  scanner.expect('-');
  const auto day = static_cast<unsigned>(scanner.digits(2));
  const date::year_month_day result{date::year{year}, date::month{month}, date::day{day}};
  // One year more on each side: an instant of 1900 or 2500 may have that civil year in its zone.
  if (!result.ok() || year < first_year - 1 || year > last_year + 1) scanner.fail();
  return result;
}

LocalTime scan_local(Scanner& scanner) {
  const date::local_days day{scan_date(scanner)};
  if (!scanner.take('T') && !scanner.take('t') && !scanner.take(' ')) scanner.fail();
  LocalTime time = day;
  time += std::chrono::hours(scanner.digits_up_to(2, 23));
  scanner.expect(':');
  time += std::chrono::minutes(scanner.digits_up_to(2, 59));
  if (scanner.take(':')) {
    time += std::chrono::seconds(scanner.digits_up_to(2, 59));
    if (scanner.take('.')) time += scanner.fraction();
  }
  return time;
}

std::chrono::minutes scan_offset(Scanner& scanner) {
  if (scanner.take('Z') || scanner.take('z')) return std::chrono::minutes{0};
  const bool behind = scanner.take('-');
  if (!behind) scanner.expect('+');
  std::chrono::minutes offset = std::chrono::hours(scanner.digits_up_to(2, 23));
  scanner.expect(':');
  offset += std::chrono::minutes(scanner.digits_up_to(2, 59));
  return behind ? -offset : offset;
}

void append_fraction(std::string& text, Duration fraction) {
  if (fraction.count() == 0) return;
  std::string digits = fmt::format(".{:06}", fraction.count());
  digits.erase(digits.find_last_not_of('0') + 1);
  text += digits;
}

// "2018-03-16", the separator, "08:30:00"; the fraction is left to the caller.
std::string civil_text(LocalTime time, char separator) {
  const auto day = date::floor<date::days>(time);
  const date::year_month_day ymd{day};
  const date::hh_mm_ss<std::chrono::seconds> clock{date::floor<std::chrono::seconds>(time - day)};
  return fmt::format("{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                     separator, clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

}  // namespace

Instant parse_instant(std::string_view text) {
  Scanner scanner(text, "date-time with offset, such as \"2018-03-16T08:30:00+08:00\"");
  const LocalTime local = scan_local(scanner);
  const std::chrono::minutes offset = scan_offset(scanner);
  if (!scanner.done()) scanner.fail();
  const Instant instant{local.time_since_epoch() - offset};
  check_range(instant);
  return instant;
}

Instant parse_local(std::string_view text, std::string_view zone) {
  Scanner scanner(text, "civil time, such as \"2018-03-16 08:30\"");
  const LocalTime local = scan_local(scanner);
  if (!scanner.done()) scanner.fail();
  const auto shift =
      base::shift_to_known_rules(date::year_month_day(date::floor<date::days>(local)).year());
  const date::local_info info =
      zone_named(zone).get_info(date::floor<std::chrono::seconds>(local - shift));
  // In a gap both sides of the change are given; the change itself is the end of the first.
  const Instant instant = info.result == date::local_info::nonexistent
                              ? Instant(info.first.end) + shift
                              : Instant{local.time_since_epoch() - info.first.offset};
  check_range(instant);
  return instant;
}

Date parse_date(std::string_view text) {
  Scanner scanner(text, "date, such as \"2018-03-16\"");
  const date::year_month_day day = scan_date(scanner);
  if (!scanner.done()) scanner.fail();
  const int year = static_cast<int>(day.year());
  if (year < first_year || year > last_year) scanner.fail();
  return {static_cast<std::int16_t>(year),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

std::string format_instant(Instant instant, std::string_view zone) {
  check_range(instant);
  // RFC 3339 has no seconds in an offset; local mean times before about 1901 have. Whole minutes
  // name the same instant by a civil time that is off by those seconds.
  const auto offset = date::floor<std::chrono::minutes>(offset_of(instant, zone_named(zone)));
  const LocalTime local = local_of(instant, offset);
  std::string text = civil_text(local, 'T');
  append_fraction(text, local - date::floor<std::chrono::seconds>(local));
  if (offset.count() == 0) return text + "Z";
  const auto minutes = offset.count() < 0 ? -offset.count() : offset.count();
  return text +
         fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string format_local(Instant instant, std::string_view zone) {
  check_range(instant);
  return civil_text(local_of(instant, offset_of(instant, zone_named(zone))), ' ');
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Date date_of(Instant instant, std::string_view zone) {
  check_range(instant);
  const LocalTime local = local_of(instant, offset_of(instant, zone_named(zone)));
  const date::year_month_day day{date::floor<date::days>(local)};
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

bool zone_exists(std::string_view zone) noexcept { return zone_or_null(zone) != nullptr; }

}  // namespace gridcase
