#pragma once
/// \file decimal.hpp
/// Numbers with a few decimals, exactly as they were written: 0.1 is a tenth.
///
/// All functions are pure; any thread.

#include <gridcase/export.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace gridcase {

/// A number with at most six decimals, in millionths. In JSON a whole number is a number and any
/// other a text, "0.5", because readers of JSON differ in fractions.
struct Decimal {
  std::int64_t millionths = 0;

  friend constexpr bool operator==(Decimal a, Decimal b) { return a.millionths == b.millionths; }
  friend constexpr bool operator!=(Decimal a, Decimal b) { return !(a == b); }
  friend constexpr bool operator<(Decimal a, Decimal b) { return a.millionths < b.millionths; }
};

/// The largest that is read, and with a minus the smallest: a thousand million.
constexpr Decimal largest_decimal{1'000'000'000'000'000};

/// A whole number; for numbers up to `largest_decimal`.
constexpr Decimal decimal(std::int32_t whole) { return {std::int64_t{whole} * 1'000'000}; }

/// Reads "-12", "0.5", "7.25"; no sign +, no exponent, no blanks, a digit on both sides of the
/// point, at most six decimals. \throws Error invalid_argument.
GRIDCASE_API Decimal parse_decimal(std::string_view text);

/// The shortest text that is read back the same: "7.5", "-12".
GRIDCASE_API std::string format_decimal(Decimal number);

}  // namespace gridcase
