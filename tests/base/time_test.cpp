#include "support/organizations.hpp"

#include <gridcase/error.hpp>
#include <gridcase/time.hpp>

#include <doctest/doctest.h>

#include <clocale>
#include <string>

using namespace gridcase;
using test::Dice;

TEST_CASE("an RFC 3339 time means the same instant in every offset") {
  const Instant instant = parse_instant("2018-03-16T08:30:00+08:00");
  CHECK(to_microseconds(instant) == 1521160200000000);
  CHECK(parse_instant("2018-03-16T00:30:00Z") == instant);
  CHECK(parse_instant("2018-03-15t19:30:00-05:00") == instant);
  CHECK(parse_instant("2018-03-16 00:30z") == instant);
  CHECK(parse_instant("1970-01-01T00:00:00Z") == from_microseconds(0));
  CHECK(to_microseconds(parse_instant("1969-12-31T23:59:59.5Z")) == -500000);
}

TEST_CASE("fractions go to six digits") {
  const Instant whole = parse_instant("2018-03-16T00:30:00Z");
  CHECK(parse_instant("2018-03-16T00:30:00.25Z") - whole == Duration(250000));
  CHECK(parse_instant("2018-03-16T00:30:00.000001Z") - whole == Duration(1));
  CHECK_THROWS_AS(parse_instant("2018-03-16T00:30:00.0000001Z"), Error);
  CHECK(format_instant(whole + Duration(250000)) == "2018-03-16T00:30:00.25Z");
  CHECK(format_instant(whole + Duration(1)) == "2018-03-16T00:30:00.000001Z");
  CHECK(format_instant(from_microseconds(-1)) == "1969-12-31T23:59:59.999999Z");
}

TEST_CASE("what is no time with an offset is refused") {
  for (const char* text : {"",
                           "2018-03-16",
                           "2018-03-16T08:30:00",
                           "2018-03-16T08:30:60Z",
                           "2018-02-29T08:30:00Z",
                           "2018-13-01T08:30:00Z",
                           "2018-03-16T24:00:00Z",
                           "2018-03-16T08:60:00Z",
                           "2018-03-16T08:30:00+24:00",
                           "2018-03-16T08:30:00+08",
                           "2018-03-16T08:30:00.Z",
                           "2018-03-16T08:30:00Z ",
                           " 2018-03-16T08:30:00Z",
                           "18-03-16T08:30:00Z",
                           "1899-12-31T23:59:59Z",
                           "2501-01-01T00:00:00Z",
                           "2018-3-16T08:30:00Z",
                           "+018-03-16T08:30:00Z",
                           "2018-03-16T08:30:00+0800",
                           "2018-03-16T-1:30:00Z"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_instant(text), Error);
  }
  CHECK_THROWS_AS(parse_instant(std::string_view("2018-03-16T08:30:00Z\0", 21)), Error);
}

TEST_CASE("a failure names the field and does not repeat a strange text") {
  try {
    parse_instant("Mr Wang, room 201");
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == "text");
    CHECK(std::string(error.what()).find("Wang") == std::string::npos);
  }
}

TEST_CASE("civil times are read and written in their zone") {
  const Instant instant = parse_local("2018-03-16 08:30", "Asia/Shanghai");
  CHECK(instant == parse_instant("2018-03-16T00:30:00Z"));
  CHECK(parse_local("2018-03-16T08:30:00.5", "Asia/Shanghai") - instant == Duration(500000));
  CHECK(format_instant(instant, "Asia/Shanghai") == "2018-03-16T08:30:00+08:00");
  CHECK(format_instant(instant) == "2018-03-16T00:30:00Z");
  CHECK(format_local(instant + Duration(999999), "Asia/Shanghai") == "2018-03-16 08:30:00");
  CHECK(format_instant(instant, "America/New_York") == "2018-03-15T20:30:00-04:00");
  CHECK(date_of(instant, "Asia/Shanghai") == Date{2018, 3, 16});
  CHECK(date_of(instant, "America/New_York") == Date{2018, 3, 15});
  CHECK_THROWS_AS(parse_local("2018-03-16T08:30:00Z", "Asia/Shanghai"), Error);
}

TEST_CASE("a civil time that never occurs means the moment the clocks were moved") {
  const Instant moved = parse_instant("2018-03-11T07:00:00Z");
  CHECK(parse_local("2018-03-11 02:00", "America/New_York") == moved);
  CHECK(parse_local("2018-03-11 02:30", "America/New_York") == moved);
  CHECK(parse_local("2018-03-11 03:00", "America/New_York") == moved);
  CHECK(parse_local("2018-03-11 01:59:59", "America/New_York") == moved - std::chrono::seconds(1));
}

TEST_CASE("a civil time that occurs twice means its first occurrence") {
  CHECK(parse_local("2018-11-04 01:30", "America/New_York") ==
        parse_instant("2018-11-04T01:30:00-04:00"));
  CHECK(parse_local("2018-11-04 02:00", "America/New_York") ==
        parse_instant("2018-11-04T02:00:00-05:00"));
}

TEST_CASE("daylight saving goes on after the last year of the zone files") {
  CHECK(format_instant(parse_instant("2037-07-01T12:00:00Z"), "America/New_York") ==
        "2037-07-01T08:00:00-04:00");
  CHECK(format_instant(parse_instant("2060-07-01T12:00:00Z"), "America/New_York") ==
        "2060-07-01T08:00:00-04:00");
  CHECK(format_instant(parse_instant("2060-01-01T12:00:00Z"), "America/New_York") ==
        "2060-01-01T07:00:00-05:00");
  // The second Sunday of March 2060 is the 14th.
  CHECK(parse_local("2060-03-14 02:30", "America/New_York") ==
        parse_instant("2060-03-14T07:00:00Z"));
  CHECK(format_instant(parse_instant("2400-07-01T12:00:00Z"), "Asia/Shanghai") ==
        "2400-07-01T20:00:00+08:00");
}

TEST_CASE("dates are read and written, and wrong ones refused") {
  CHECK(parse_date("2018-03-16") == Date{2018, 3, 16});
  CHECK(parse_date("2000-02-29") == Date{2000, 2, 29});
  CHECK(format_date(Date{2018, 3, 6}) == "2018-03-06");
  for (const char* text : {"", "2018-02-29", "1900-02-29", "2018-00-10", "2018-01-00", "2018-1-1",
                           "2018-01-011", "1899-12-31", "2501-01-01", "2018/01/01"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_date(text), Error);
  }
}

TEST_CASE("zones are those of the system") {
  CHECK(zone_exists("Asia/Shanghai"));
  CHECK(zone_exists("UTC"));
  CHECK_FALSE(zone_exists(""));
  CHECK_FALSE(zone_exists("Asia/Jiangshan"));
  CHECK_FALSE(zone_exists("../../etc/passwd"));
  CHECK_THROWS_AS(format_local(from_microseconds(0), "nowhere"), Error);
  CHECK_THROWS_AS(parse_local("2018-03-16 08:30", ""), Error);
}

TEST_CASE("instants no calendar page shows are refused, not wrapped around") {
  CHECK_THROWS_AS(format_instant(Instant::max()), Error);
  CHECK_THROWS_AS(date_of(Instant::min(), "UTC"), Error);
}

TEST_CASE("every instant is read back as it was written, in every zone") {
  Dice dice(1);
  const std::vector<std::string> zones = {
      "UTC",           "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe",
      "Europe/Dublin", "Pacific/Apia",  "America/St_Johns"};
  const std::int64_t begin = to_microseconds(parse_instant("1900-01-01T00:00:00Z"));
  const std::int64_t end = to_microseconds(parse_instant("2500-12-31T23:59:59.999999Z"));
  for (int i = 0; i < 20000; ++i) {
    const auto span = static_cast<std::size_t>(end - begin + 1);
    std::int64_t at = begin + static_cast<std::int64_t>(dice.below(span));
    if (i == 0) at = begin;
    if (i == 1) at = end;
    if (dice.chance(50)) at -= at % 1000000;
    const std::string& zone = dice.pick(zones);
    const std::string text = format_instant(from_microseconds(at), zone);
    CAPTURE(text);
    REQUIRE(parse_instant(text) == from_microseconds(at));
  }
}

TEST_CASE("random texts are refused or read, never worse") {
  Dice dice(2);
  const std::string alphabet = "0123456789-:T.Z+ ";
  for (int i = 0; i < 20000; ++i) {
    std::string text = "2018-03-16T08:30:00+08:00";
    for (std::size_t n = dice.below(4); n > 0; --n)
      text[dice.below(text.size())] = alphabet[dice.below(17)];
    text.resize(dice.below(text.size() + 1));
    try {
      parse_instant(text);
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::invalid_argument);
    }
  }
}
