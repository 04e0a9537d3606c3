// Periods by the names people give them.
#include <gridcase/measure.hpp>

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

using namespace gridcase;

TEST_CASE("periods are read and written by their names") {
  const auto days = [](const char* text) {
    const Period period = parse_period(text);
    return format_date(period.from) + " " + format_date(period.until);
  };
  CHECK(days("2018") == "2018-01-01 2019-01-01");
  CHECK(days("2018-H1") == "2018-01-01 2018-07-01");
  CHECK(days("2018-H2") == "2018-07-01 2019-01-01");
  CHECK(days("2018-Q4") == "2018-10-01 2019-01-01");
  CHECK(days("2018-12") == "2018-12-01 2019-01-01");
  CHECK(days("2020-02-29") == "2020-02-29 2020-03-01");
  CHECK(days("2018-03-01/2018-03-16") == "2018-03-01 2018-03-17");
  for (const char* name : {"2018", "2018-H1", "2018-H2", "2018-Q2", "2018-Q4", "2018-02", "2018-12",
                           "2020-02-29", "2018-03-01/2018-03-16"}) {
    CHECK(format_period(parse_period(name)) == name);
  }
  CHECK(format_period(parse_period("2018-03-01/2018-03-31")) == "2018-03");
}

TEST_CASE("what is no period is refused with the ways to write one") {
  for (const char* text : {"", "18", "2018-", "2018-13", "2018-00", "2018-H3", "2018-Q0", "2018-3",
                           "2018-03-16/2018-03-01", "2018-02-30", "１２３４", "2018/03", "1999"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_period(text), Error);
  }
}
