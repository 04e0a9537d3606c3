#include "base/fraction.hpp"

#include <gridcase/error.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <limits>
#include <utility>

namespace gridcase::base {

namespace {

using Whole = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

Whole numerator_of(const Rational& number) { return boost::multiprecision::numerator(number); }
Whole denominator_of(const Rational& number) { return boost::multiprecision::denominator(number); }

// The division of cpp_int cuts toward zero.
Whole floor_of(const Rational& number) {
  const Whole top = numerator_of(number);
  const Whole bottom = denominator_of(number);
  Whole whole = top / bottom;
  if (top < 0 && whole * bottom != top) --whole;
  return whole;
}

Whole hundredths_of(const Rational& number) {
  const Rational size = number < 0 ? Rational(-number) : number;
  const Whole rounded = floor_of(size * 100 + Rational(1, 2));
  return number < 0 ? Whole(-rounded) : rounded;
}

void check_divisor(bool is_zero) {
  if (is_zero) throw Error(ErrorCode::invalid_argument, "a fraction of nothing has no value");
}

}  // namespace

struct Fraction::Number {
  Rational value;
};

Fraction::Fraction(Number number) : number_(std::make_shared<const Number>(std::move(number))) {}
Fraction::Fraction(std::int64_t whole) : Fraction(Number{Rational(whole)}) {}
Fraction::Fraction(std::int64_t numerator, std::int64_t denominator) {
  check_divisor(denominator == 0);
  number_ = std::make_shared<const Number>(
      Number{Rational(Whole(numerator)) / Rational(Whole(denominator))});
}
Fraction::Fraction(Decimal decimal) : Fraction(decimal.millionths, 1'000'000) {}

Fraction operator+(const Fraction& a, const Fraction& b) {
  return Fraction(Fraction::Number{a.number_->value + b.number_->value});
}
Fraction operator-(const Fraction& a, const Fraction& b) {
  return Fraction(Fraction::Number{a.number_->value - b.number_->value});
}
Fraction operator*(const Fraction& a, const Fraction& b) {
  return Fraction(Fraction::Number{a.number_->value * b.number_->value});
}
Fraction operator/(const Fraction& a, const Fraction& b) {
  check_divisor(b.number_->value == 0);
  return Fraction(Fraction::Number{a.number_->value / b.number_->value});
}
bool operator<(const Fraction& a, const Fraction& b) { return a.number_->value < b.number_->value; }
bool operator==(const Fraction& a, const Fraction& b) {
  return a.number_->value == b.number_->value;
}

Fraction Fraction::floor() const { return Fraction(Number{Rational(floor_of(number_->value))}); }
Fraction Fraction::ceiling() const {
  return Fraction(Number{Rational(-floor_of(-number_->value))});
}

std::optional<std::int64_t> Fraction::hundredths() const {
  const Whole rounded = hundredths_of(number_->value);
  if (rounded < std::numeric_limits<std::int64_t>::min() ||
      rounded > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return rounded.convert_to<std::int64_t>();
}

std::string Fraction::two_decimals() const {
  Whole rounded = hundredths_of(number_->value);
  const bool negative = rounded < 0;
  if (negative) rounded = -rounded;
  std::string text = rounded.str();
  if (text.size() < 3) text.insert(0, 3 - text.size(), '0');
  text.insert(text.size() - 2, 1, '.');
  return negative ? "-" + text : text;
}

bool Fraction::has_two_decimals() const { return denominator_of(number_->value * 100) == 1; }

std::string Fraction::text() const {
  const Whole bottom = denominator_of(number_->value);
  const std::string top = numerator_of(number_->value).str();
  return bottom == 1 ? top : top + "/" + bottom.str();
}

}  // namespace gridcase::base
