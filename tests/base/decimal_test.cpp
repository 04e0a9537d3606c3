#include <gridcase/decimal.hpp>
#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;

TEST_CASE("decimals are read exactly and written the shortest way") {
  CHECK(parse_decimal("0.1").millionths == 100000);
  CHECK(parse_decimal("-0.5").millionths == -500000);
  CHECK(parse_decimal("12").millionths == 12000000);
  CHECK(parse_decimal("0.000001").millionths == 1);
  CHECK(parse_decimal("1000000000") == largest_decimal);
  CHECK(parse_decimal("-1000000000").millionths == -largest_decimal.millionths);
  for (const char* text : {"0", "7.5", "-0.5", "-12", "0.000001", "99.99", "1000000000"})
    CHECK(format_decimal(parse_decimal(text)) == text);
  CHECK(format_decimal(parse_decimal("7.500000")) == "7.5");
  CHECK(format_decimal(parse_decimal("-0")) == "0");
  CHECK(format_decimal({std::numeric_limits<std::int64_t>::min()}) == "-9223372036854.775808");
}

TEST_CASE("what is no decimal is refused") {
  for (const char* text : {"",           "-",           ".",    "1.",   ".5",
                           "+1",         "1e3",         " 1",   "1 ",   "01",
                           "--1",        "0.0000001",   "1,5",  "NaN",  "1000000000.000001",
                           "1000000001", "99999999999", "1.-5", "0x10", "１"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_decimal(text), Error);
  }
}
