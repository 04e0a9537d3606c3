// Periods by the names people give them.
#include <gridcase/measure.hpp>

#include <gridcase/error.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <cctype>

namespace gridcase {
namespace {

[[noreturn]] void refuse(std::string_view text) {
  throw Error(ErrorCode::invalid_argument,
              fmt::format("\"{}\" is not a period; write 2018, 2018-H1, 2018-Q2, 2018-03, "
                          "2018-03-16 or 2018-03-01/2018-03-16, of the years 2000 to 2118",
                          text),
              "period");
}

Date first_of(int year, int month) {
  Date day;
  day.year = static_cast<std::int16_t>(year + (month - 1) / 12);
  day.month = static_cast<std::uint8_t>((month - 1) % 12 + 1);
  day.day = 1;
  return day;
}

Period months(int year, int first, int count) {
  return {first_of(year, first), first_of(year, first + count)};
}

Date day_after(Date day) {
  using namespace date;
  const year_month_day next = sys_days{year{day.year} / int{day.month} / int{day.day}} + days{1};
  Date result;
  result.year = static_cast<std::int16_t>(int{next.year()});
  result.month = static_cast<std::uint8_t>(unsigned{next.month()});
  result.day = static_cast<std::uint8_t>(unsigned{next.day()});
  return result;
}

bool are_digits(std::string_view text) {
  for (const char c : text) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) return false;
  }
  return !text.empty();
}

int number_in(std::string_view digits) {
  int number = 0;
  for (const char c : digits)
    number = number * 10 + (c - '0');
  return number;
}

// A year and what stands behind it: "", "-03", "-H1", "-Q2".
Period part_of_year(std::string_view text) {
  const std::string_view digits = text.substr(0, 4);
  const std::string_view part = text.substr(4);
  if (!are_digits(digits)) refuse(text);
  const int year = number_in(digits);
  if (year < 2000 || year > 2118) refuse(text);  // as far as limits reach
  if (part.empty()) return months(year, 1, 12);
  if (part.size() != 3 || part.front() != '-') refuse(text);
  const std::string_view which = part.substr(1);
  if (are_digits(which) && number_in(which) >= 1 && number_in(which) <= 12) {
    return months(year, number_in(which), 1);
  }
  const int n = which[1] - '0';
  if (which[0] == 'H' && n >= 1 && n <= 2) return months(year, 6 * n - 5, 6);
  if (which[0] == 'Q' && n >= 1 && n <= 4) return months(year, 3 * n - 2, 3);
  refuse(text);
}

}  // namespace

Period parse_period(std::string_view text) {
  if (text.size() < 4) refuse(text);
  if (text.size() < 10) return part_of_year(text);
  const std::size_t slash = text.find('/');
  const Date from = parse_date(text.substr(0, slash));
  const Date last = slash == std::string_view::npos ? from : parse_date(text.substr(slash + 1));
  if (last < from) refuse(text);
  return {from, day_after(last)};
}

std::string format_period(const Period& period) {
  using namespace date;
  const auto [from, until] = period;
  const int count =
      (until.year - from.year) * 12 + static_cast<int>(until.month) - static_cast<int>(from.month);
  if (from.day == 1 && until.day == 1) {
    if (count == 1) return fmt::format("{:04}-{:02}", from.year, from.month);
    if (count == 3 && from.month % 3 == 1) {
      return fmt::format("{:04}-Q{}", from.year, (from.month + 2) / 3);
    }
    if (count == 6 && from.month % 6 == 1) {
      return fmt::format("{:04}-H{}", from.year, (from.month + 5) / 6);
    }
    if (count == 12 && from.month == 1) return fmt::format("{:04}", from.year);
  }
  const year_month_day last =
      sys_days{year{until.year} / int{until.month} / int{until.day}} - days{1};
  const std::string end = fmt::format("{:04}-{:02}-{:02}", int{last.year()}, unsigned{last.month()},
                                      unsigned{last.day()});
  const std::string begin = format_date(from);
  return begin == end ? begin : begin + "/" + end;
}

}  // namespace gridcase
