#include "base/fraction.hpp"

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;
using base::Fraction;

TEST_CASE("fractions are exact and in lowest terms") {
  CHECK((Fraction(1, 3) + Fraction(1, 6)).text() == "1/2");
  CHECK((Fraction(1, 10) + Fraction(2, 10)) == Fraction(3, 10));
  CHECK((Fraction(1, -2)).text() == "-1/2");
  CHECK((Fraction(4, 2)).text() == "2");
  CHECK((Fraction(Decimal{2500000}) * Fraction(2) - Fraction(5)).text() == "0");
  CHECK((Fraction(1, 3) / Fraction(-2, 3)).text() == "-1/2");
  CHECK(Fraction(1, 3) < Fraction(34, 100));
  CHECK(Fraction(-1, 3) > Fraction(-34, 100));
}

TEST_CASE("halves are rounded away from zero") {
  CHECK(Fraction(1, 200).two_decimals() == "0.01");
  CHECK(Fraction(-1, 200).two_decimals() == "-0.01");
  CHECK(Fraction(499, 100000).two_decimals() == "0.00");
  CHECK(Fraction(-499, 100000).two_decimals() == "0.00");
  CHECK(Fraction(2675, 1000).two_decimals() == "2.68");  // 2.67 as a binary fraction
  CHECK(Fraction(1126700, 11294).two_decimals() == "99.76");
  CHECK(Fraction(-25, 2).two_decimals() == "-12.50");
  CHECK(Fraction(1, 3).hundredths() == 33);
  CHECK(Fraction(2, 3).hundredths() == 67);
}

TEST_CASE("floor and ceiling go the same way on both sides of zero") {
  CHECK(Fraction(8, 5).floor().text() == "1");
  CHECK(Fraction(8, 5).ceiling().text() == "2");
  CHECK(Fraction(-8, 5).floor().text() == "-2");
  CHECK(Fraction(-8, 5).ceiling().text() == "-1");
  CHECK(Fraction(2).floor() == Fraction(2).ceiling());
}

TEST_CASE("nothing overflows; what does not fit into hundredths is not given") {
  const Fraction largest(std::numeric_limits<std::int64_t>::max());
  const Fraction smallest(std::numeric_limits<std::int64_t>::min());
  CHECK((largest * largest / largest) == largest);
  CHECK_FALSE(largest.hundredths());
  CHECK_FALSE(smallest.hundredths());
  CHECK(largest.two_decimals() == "9223372036854775807.00");
  CHECK((largest / Fraction(100)).hundredths() == std::numeric_limits<std::int64_t>::max());
  CHECK(Fraction(std::numeric_limits<std::int64_t>::min(), -1).text() == "9223372036854775808");
}

TEST_CASE("a fraction of nothing is refused") {
  CHECK_THROWS_AS(Fraction(1, 0), Error);
  CHECK_THROWS_AS(Fraction(1) / Fraction(0), Error);
}

TEST_CASE("a fraction says whether hundredths are all there is") {
  CHECK(Fraction(1, 4).has_two_decimals());
  CHECK_FALSE(Fraction(1, 8).has_two_decimals());
  CHECK_FALSE(Fraction(1, 3).has_two_decimals());
}
