#pragma once
// Exact fractions of whole numbers of any size: nothing overflows, nothing is rounded on the way.

#include <gridcase/decimal.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace gridcase::base {

// Always in lowest terms, the denominator positive. Never changes; copies share.
class Fraction {
public:
  explicit Fraction(std::int64_t whole = 0);
  // Throws Error invalid_argument for a denominator of 0.
  Fraction(std::int64_t numerator, std::int64_t denominator);
  explicit Fraction(Decimal decimal);

  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b);
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);  // throws as above
  friend bool operator<(const Fraction& a, const Fraction& b);
  friend bool operator==(const Fraction& a, const Fraction& b);
  friend bool operator!=(const Fraction& a, const Fraction& b) { return !(a == b); }
  friend bool operator>(const Fraction& a, const Fraction& b) { return b < a; }
  friend bool operator<=(const Fraction& a, const Fraction& b) { return !(b < a); }
  friend bool operator>=(const Fraction& a, const Fraction& b) { return !(a < b); }

  Fraction floor() const;    // toward minus infinity
  Fraction ceiling() const;  // toward plus infinity

  // In hundredths, halves away from zero; nothing when that does not fit.
  std::optional<std::int64_t> hundredths() const;
  std::string two_decimals() const;  // "-0.60", the same rounding, of any size
  bool has_two_decimals() const;     // hundredths are all there is
  std::string text() const;          // "2625/32", or "7" when it is whole

private:
  struct Number;
  explicit Fraction(Number number);

  std::shared_ptr<const Number> number_;
};

}  // namespace gridcase::base
