#include <gridcase/decimal.hpp>
#include <gridcase/error.hpp>

#include <fmt/format.h>

namespace gridcase {

namespace {

constexpr std::int64_t unit = 1'000'000;
constexpr std::size_t most_digits = 10;  // before the point
constexpr std::size_t most_decimals = 6;

[[noreturn]] void refuse() {
  throw Error(ErrorCode::invalid_argument,
              "this is no decimal number; write one such as -0.5, with at most six decimals and no "
              "more than 1000000000");
}

std::int64_t digits(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) refuse();
  std::int64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') refuse();
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace

Decimal parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.size() > 1 && whole.front() == '0') refuse();
  std::int64_t number = digits(whole, most_digits) * unit;
  if (point != std::string_view::npos) {
    const std::string_view rest = text.substr(point + 1);
    std::int64_t part = digits(rest, most_decimals);
    for (std::size_t i = rest.size(); i < most_decimals; ++i)
      part *= 10;
    number += part;
  }
  if (number > largest_decimal.millionths) refuse();
  return {negative ? -number : number};
}

std::string format_decimal(Decimal number) {
  // As unsigned, so that the smallest number has a magnitude, too.
  const bool negative = number.millionths < 0;
  const auto bits = static_cast<std::uint64_t>(number.millionths);
  const std::uint64_t size = negative ? ~bits + 1 : bits;
  constexpr auto one = static_cast<std::uint64_t>(unit);
  std::string text = fmt::format("{}{}", negative ? "-" : "", size / one);
  if (size % one == 0) return text;
  text += fmt::format(".{:06}", size % one);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

}  // namespace gridcase
