#include "rules/zone_ranges.hpp"
#include "support/calendars.hpp"

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <chrono>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr LimitUnit wh = LimitUnit::working_hour;
constexpr LimitUnit wd = LimitUnit::working_day;
constexpr LimitUnit ewd = LimitUnit::end_of_working_day;
constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t hour = 60 * minute;

std::string due(std::string_view from, std::int64_t value, LimitUnit unit,
                const Timetable& timetable = chinese_timetable()) {
  return local(timetable.deadline(local(from), {value, unit})).substr(0, 16);
}

std::int64_t worked(std::string_view from, std::string_view until,
                    const Timetable& timetable = chinese_timetable()) {
  return timetable.measure(Measure::working, local(from), local(until));
}

// Times of another zone.
struct In {
  const char* zone;
  Timetable timetable;

  In(const char* name, const Calendar& calendar) : zone(name), timetable(calendar, {}, name) {}
  Instant at(std::string_view time) const { return parse_local(time, zone); }
  std::string reach(std::string_view from, std::int64_t amount) const {
    return format_instant(timetable.reach(Measure::working, at(from), amount), zone);
  }
  std::int64_t worked(std::string_view from, std::string_view until) const {
    return timetable.measure(Measure::working, at(from), at(until));
  }
  std::string closing(std::string_view from, std::int64_t days) const {
    return format_instant(timetable.reach(Measure::closing, at(from), days), zone);
  }
};

std::string kinds(const std::vector<Timetable::Stretch>& stretches) {
  std::string text;
  for (const auto& stretch : stretches) {
    text += "wcdh"[static_cast<int>(stretch.kind) - 1];
    if (!stretch.name.empty()) text += "(" + stretch.name + ")";
  }
  return text;
}

}  // namespace

TEST_CASE("the deadlines that the field computes by hand") {
  CHECK(due("2018-03-16 08:30", 4, wh) == "2018-03-16 14:30");
  CHECK(due("2018-03-16 17:00", 4, wh) == "2018-03-19 11:00");
  CHECK(due("2018-03-16 17:00", 8, wh) == "2018-03-19 17:00");
  CHECK(due("2018-03-16 17:00", 1, wd) == "2018-03-19 17:00");
  CHECK(due("2018-03-17 10:00", 2, wh) == "2018-03-19 10:00");
  CHECK(due("2018-03-18 17:55", 2, wh) == "2018-03-19 10:00");
  CHECK(due("2018-03-18 17:55", 2, LimitUnit::urgent_hour) == "2018-03-18 19:55");
  CHECK(due("2018-04-04 16:00", 8, wh) == "2018-04-08 16:00");
  CHECK(due("2020-06-24 17:00", 4, wh) == "2020-06-28 11:00");
  CHECK(due("2020-06-29 10:00", 40, wh) == "2020-07-06 10:00");
  CHECK(due("2024-02-09 17:30", 4, wh) == "2024-02-18 11:30");
  CHECK(due("2018-03-16 12:00", 1, wh) == "2018-03-16 15:00");
  CHECK(due("2018-03-16 18:00", 1, wh) == "2018-03-19 09:00");
}

TEST_CASE("a night with a morning in it is 24 natural and seven and a half working hours") {
  CHECK(worked("2018-03-16 08:30", "2018-03-17 08:30") == 7 * hour + 30 * minute);
  CHECK(chinese_timetable().measure(Measure::natural, local("2018-03-16 08:30"),
                                    local("2018-03-17 08:30")) == 24 * hour);
}

TEST_CASE("five working days are a week, and the Saturday within it is in time") {
  CHECK(due("2020-06-29 10:00", 5, wd) == "2020-07-06 10:00");
  CHECK(local("2020-07-04 09:00") <
        chinese_timetable().deadline(local("2020-06-29 10:00"), {5, wd}));
}

TEST_CASE("a make-up Sunday works, and a holiday on a weekday does not") {
  CHECK(chinese_timetable().is_working(local("2018-04-08 08:00")));
  CHECK_FALSE(chinese_timetable().is_working(local("2018-04-06 09:00")));
  CHECK(worked("2018-04-05 00:00", "2018-04-09 00:00") == 8 * hour);
}

TEST_CASE("the lunch break does not count") {
  CHECK(worked("2018-03-16 11:00", "2018-03-16 15:00") == 2 * hour);
  CHECK(worked("2018-03-16 12:00", "2018-03-16 14:00") == 0);
  CHECK(due("2018-03-16 08:00", 4, wh) == "2018-03-16 12:00");
  CHECK_FALSE(chinese_timetable().is_working(local("2018-03-16 12:00")));
  CHECK(chinese_timetable().is_working(local("2018-03-16 14:00")));
}

TEST_CASE("a start outside the hours or before they open counts from the opening") {
  CHECK(due("2018-03-16 19:00", 1, wh) == "2018-03-19 09:00");
  CHECK(due("2018-03-16 06:00", 1, wh) == "2018-03-16 09:00");
  CHECK(due("2018-03-16 13:00", 30, LimitUnit::working_minute) == "2018-03-16 14:30");
}

TEST_CASE("nothing has passed at the start, wherever it lies") {
  CHECK(due("2018-03-17 10:00", 0, wh) == "2018-03-17 10:00");
  CHECK(due("2018-03-17 10:00", 0, LimitUnit::urgent_minute) == "2018-03-17 10:00");
}

TEST_CASE("a day is eight hours of work, not twenty-four of them") {
  CHECK(due("2018-03-12 09:00", 1, wd) == "2018-03-13 09:00");
  CHECK(due("2018-03-12 09:00", 1, LimitUnit::calendar_day) == "2018-03-13 09:00");
  CHECK(chinese_timetable().counted({1, wd}) == 8 * hour);
  CHECK(chinese_timetable().counted({1, LimitUnit::calendar_day}) == 24 * hour);
  Calendar short_days = chinese_hours();
  short_days.day_minutes = 420;
  CHECK(Timetable(short_days, {chinese_holidays()}, shanghai).counted({2, wd}) == 14 * hour);
}

TEST_CASE("the end of a working day is the end of its last window") {
  CHECK(due("2018-03-15 09:00", 0, ewd) == "2018-03-15 18:00");
  CHECK(due("2018-03-16 18:00", 0, ewd) == "2018-03-16 18:00");
  CHECK(due("2018-03-16 18:01", 0, ewd) == "2018-03-19 18:00");
  CHECK(due("2018-03-17 10:00", 0, ewd) == "2018-03-19 18:00");
  CHECK(due("2018-03-16 09:00", 1, ewd) == "2018-03-19 18:00");
  CHECK(due("2018-03-17 10:00", 1, ewd) == "2018-03-19 18:00");
  CHECK(due("2018-04-04 09:00", 1, ewd) == "2018-04-08 18:00");
  CHECK(due("2018-03-16 23:59", 15, ewd) == "2018-04-09 18:00");
}

TEST_CASE("working days are counted by their dates, in both directions") {
  const auto days = [](std::string_view from, std::string_view until) {
    return chinese_timetable().measure(Measure::closing, local(from), local(until));
  };
  CHECK(days("2018-03-16 23:00", "2018-03-19 00:00") == 1);
  CHECK(days("2018-03-16 08:00", "2018-03-16 20:00") == 0);
  CHECK(days("2018-03-16 08:00", "2018-03-18 20:00") == 0);
  CHECK(days("2018-03-19 08:00", "2018-03-16 20:00") == -1);
  CHECK(worked("2018-03-19 09:00", "2018-03-16 17:00") == -2 * hour);
}

TEST_CASE("a day that ends at 24:00 leaves no minute before midnight") {
  const Timetable always(hours_of({{0, 1440}}, 7), {}, shanghai);
  CHECK(always.is_working(local("2018-03-16 23:59")));
  CHECK(always.measure(Measure::working, local("2018-03-16 00:00"), local("2018-03-26 00:00")) ==
        240 * hour);
  CHECK(due("2018-03-16 23:30", 1, wh, always) == "2018-03-17 00:30");
  CHECK(due("2018-03-16 23:00", 1, wh, always) == "2018-03-17 00:00");
  CHECK(due("2018-03-16 10:00", 0, ewd, always) == "2018-03-17 00:00");
}

TEST_CASE("a limit of thousands of days is reached without a limit of steps") {
  CHECK(due("2001-01-01 10:00", longest_limit_days, LimitUnit::calendar_day) == "2011-01-09 10:00");
  const Timetable plain(hours_of({{480, 720}, {840, 1080}}), {}, shanghai);
  CHECK(due("2018-03-16 08:00", 3655, wd, plain) == "2032-03-18 18:00");
  const Timetable rare(hours_of({{480, 481}}, 1), {}, shanghai);
  CHECK(due("2018-03-16 08:00", 60, wh, rare) == "2087-03-10 08:01");
}

TEST_CASE("an hour that the clocks skip is not worked") {
  const In in("America/New_York", hours_of({{60, 240}}, 7));  // 01:00–04:00
  CHECK(in.worked("2018-03-11 00:00", "2018-03-12 00:00") == 2 * hour);
  CHECK(in.reach("2018-03-11 01:30", hour) == "2018-03-11T03:30:00-04:00");
  CHECK(in.reach("2018-03-11 01:00", hour) == "2018-03-11T03:00:00-04:00");
  const In skipped("America/New_York", hours_of({{120, 180}}, 7));  // 02:00–03:00
  CHECK(skipped.worked("2018-03-11 00:00", "2018-03-12 00:00") == 0);
  CHECK(skipped.closing("2018-03-10 12:00", 1) == "2018-03-12T03:00:00-04:00");
}

TEST_CASE("an hour that comes twice is worked twice") {
  const In in("America/New_York", hours_of({{60, 120}}, 7));  // 01:00–02:00
  CHECK(in.worked("2018-11-04 00:00", "2018-11-05 00:00") == 2 * hour);
  CHECK(in.reach("2018-11-04 00:00", 90 * minute) == "2018-11-04T01:30:00-05:00");
  CHECK(in.closing("2018-11-04 00:00", 0) == "2018-11-04T02:00:00-05:00");
  const In half("America/New_York", hours_of({{60, 90}}, 7));  // 01:00–01:30
  CHECK(half.worked("2018-11-04 00:00", "2018-11-05 00:00") == hour);
  CHECK(half.reach("2018-11-04 00:00", 30 * minute) == "2018-11-04T01:30:00-04:00");
  CHECK(half.reach("2018-11-04 00:00", 31 * minute) == "2018-11-04T01:01:00-05:00");
}

TEST_CASE("clocks that change by half an hour are followed") {
  const In in("Australia/Lord_Howe", hours_of({{0, 1440}}, 7));
  CHECK(in.worked("2018-10-07 00:00", "2018-10-08 00:00") == 23 * hour + 30 * minute);
  CHECK(in.worked("2018-04-01 00:00", "2018-04-02 00:00") == 24 * hour + 30 * minute);
}

TEST_CASE("clocks that go back over midnight bring the day before once more") {
  // 2010-11-07 00:01 became 2010-11-06 23:01.
  const In in("America/St_Johns", hours_of({{1380, 1440}}, 7));  // 23:00–24:00
  CHECK(in.worked("2010-11-06 12:00", "2010-11-07 12:00") == 119 * minute);
  CHECK(in.reach("2010-11-06 12:00", 90 * minute) == "2010-11-06T23:31:00-03:30");
  CHECK(in.closing("2010-11-06 12:00", 0) == "2010-11-07T00:00:00-03:30");
  // A later time with an earlier date: no day has passed.
  CHECK(in.timetable.measure(Measure::closing, parse_instant("2010-11-07T00:00:30-02:30"),
                             parse_instant("2010-11-06T23:30:00-03:30")) == 0);
  const In early("America/St_Johns", hours_of({{0, 60}}, 7));  // 00:00–01:00
  CHECK(early.worked("2010-11-06 12:00", "2010-11-07 12:00") == 61 * minute);
  // 2010-03-14 00:01 became 01:01.
  CHECK(early.worked("2010-03-13 12:00", "2010-03-14 12:00") == minute);
}

TEST_CASE("a day that begins at 01:00 is a day") {
  // In Beirut the clocks go forward at midnight: 2018-03-25 begins at 01:00.
  const In in("Asia/Beirut", hours_of({{0, 120}}, 7));
  CHECK(in.worked("2018-03-24 12:00", "2018-03-25 12:00") == hour);
  CHECK(in.closing("2018-03-24 12:00", 1) == "2018-03-25T02:00:00+03:00");
  CHECK(in.timetable.measure(Measure::closing, in.at("2018-03-24 23:59"),
                             in.at("2018-03-25 01:00")) == 1);
}

TEST_CASE("a date that a zone left out is no working day") {
  // Samoa crossed the date line: after 2011-12-29 came 2011-12-31.
  const In in("Pacific/Apia", hours_of({{540, 1020}}, 7));
  CHECK(in.worked("2011-12-29 00:00", "2012-01-01 00:00") == 16 * hour);
  CHECK(in.timetable.measure(Measure::closing, in.at("2011-12-29 12:00"),
                             in.at("2011-12-31 12:00")) == 1);
  CHECK(in.closing("2011-12-29 12:00", 1) == "2011-12-31T17:00:00+14:00");
}

TEST_CASE("after 2037 the zones keep the rules they had") {
  const In in("America/New_York", hours_of({{0, 1440}}, 7));
  CHECK(in.worked("2050-03-13 00:00", "2050-03-14 00:00") == 23 * hour);
  CHECK(in.worked("2050-11-06 00:00", "2050-11-07 00:00") == 25 * hour);
}

TEST_CASE("the ranges of a zone show the offsets that times are written with") {
  const Instant from = parse_instant("2000-01-01T00:00:00Z");
  const Instant until = parse_instant("2120-01-01T00:00:00Z");
  for (const char* zone :
       {"UTC", "Asia/Shanghai", "America/New_York", "America/St_Johns", "Europe/London",
        "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"}) {
    CAPTURE(zone);
    Instant at = from;
    std::int64_t wrong = 0;
    for (const rules::OffsetRange& range : rules::offset_ranges(zone, from, until)) {
      wrong += range.begin != to_microseconds(at);
      for (const std::int64_t time : {range.begin, range.end - 1'000'000}) {
        // A civil time is the instant moved by the offset, written in UTC.
        wrong += format_local(from_microseconds(time), zone) !=
                 format_local(from_microseconds(time + range.offset), "UTC");
      }
      at = from_microseconds(range.end);
    }
    CHECK(wrong == 0);
    CHECK(at == until);
  }
}

TEST_CASE("of several seasons the first that holds counts, and one may span the new year") {
  Calendar calendar = hours_of({{540, 1020}});
  calendar.seasons.push_back({"summer", 6, 1, 10, 1, hours_of({{420, 780}}).week});
  calendar.seasons.push_back({"winter", 12, 1, 2, 29, hours_of({{600, 900}}).week});
  calendar.seasons.push_back({"all", 1, 1, 12, 31, hours_of({{0, 1}}).week});
  const Timetable timetable(calendar, {}, shanghai);
  CHECK(worked("2018-06-01 00:00", "2018-06-02 00:00", timetable) == 6 * hour);
  CHECK(timetable.is_working(local("2018-06-01 07:00")));
  CHECK(worked("2018-12-03 00:00", "2018-12-04 00:00", timetable) == 5 * hour);
  CHECK(worked("2020-02-28 00:00", "2020-02-29 00:00", timetable) == 5 * hour);
  CHECK(worked("2018-03-01 00:00", "2018-03-02 00:00", timetable) == minute);
  CHECK(worked("2018-12-31 00:00", "2019-01-01 00:00", timetable) == 5 * hour);
}

TEST_CASE("days of the calendar go before those of its table, and half days have windows") {
  Calendar calendar = chinese_hours();
  calendar.days = {special_day("2018-04-06", true, "值班", {{480, 600}}),
                   special_day("2018-04-08", false, "停电")};
  const Timetable timetable(calendar, {chinese_holidays()}, shanghai);
  CHECK(worked("2018-04-06 00:00", "2018-04-07 00:00", timetable) == 2 * hour);
  CHECK(worked("2018-04-08 00:00", "2018-04-09 00:00", timetable) == 0);
}

TEST_CASE("a make-up day has the hours of the first weekday that works, of its season") {
  Calendar calendar;
  calendar.week[2] = {{540, 600}};  // Wednesday
  calendar.week[3] = {{540, 900}};
  calendar.seasons.push_back({"summer", 6, 1, 10, 1, hours_of({{420, 780}}).week});
  calendar.days = {special_day("2018-03-18", true, "a"), special_day("2018-06-17", true, "b")};
  const Timetable timetable(calendar, {}, shanghai);
  CHECK(worked("2018-03-18 00:00", "2018-03-19 00:00", timetable) == hour);
  CHECK(worked("2018-06-17 00:00", "2018-06-18 00:00", timetable) == 6 * hour);
}

TEST_CASE("a deadline past the holiday table is provisional") {
  const Timetable& timetable = chinese_timetable();
  REQUIRE(timetable.horizon().has_value());
  CHECK(format_date(*timetable.horizon()) == "2027-01-01");
  CHECK(timetable.is_provisional(Measure::working, local("2027-01-01 00:00")));
  CHECK_FALSE(timetable.is_provisional(Measure::working, local("2026-12-31 23:59")));
  CHECK(timetable.is_provisional(Measure::closing, local("2027-01-04 18:00")));
  CHECK_FALSE(timetable.is_provisional(Measure::natural, local("2027-01-04 18:00")));
  Calendar earlier = chinese_hours();
  earlier.until = Date{2026, 6, 1};
  CHECK(format_date(*Timetable(earlier, {chinese_holidays()}, shanghai).horizon()) == "2026-06-01");
  CHECK_FALSE(Timetable(hours_of({{480, 720}}), {}, shanghai).horizon().has_value());
}

TEST_CASE("stretches tell windows, nights, weekends and holidays without gaps") {
  const Instant from = local("2018-04-04 10:00");
  const Instant until = local("2018-04-08 13:00");
  const auto stretches = chinese_timetable().stretches(from, until);
  CHECK(kinds(stretches) == "wcwch(清明)c(清明)w(清明)c(清明)");
  Instant at = from;
  std::int64_t working = 0;
  for (const auto& stretch : stretches) {
    CHECK(stretch.from == at);
    at = stretch.until;
    if (stretch.kind == Timetable::Kind::working) working += (stretch.until - stretch.from).count();
  }
  CHECK(at == until);
  CHECK(working == chinese_timetable().measure(Measure::working, from, until));
  CHECK(kinds(chinese_timetable().stretches(local("2018-03-16 17:00"),
                                            local("2018-03-19 09:00"))) == "wcdcw");
  CHECK(chinese_timetable().stretches(until, from).empty());
}

TEST_CASE("a window is one stretch even where the clocks change in it") {
  const In in("America/New_York", hours_of({{0, 1440}}, 7));
  CHECK(kinds(in.timetable.stretches(in.at("2018-11-03 12:00"), in.at("2018-11-05 12:00"))) ==
        "www");
}

TEST_CASE("without a calendar all time is working time, and one stretch") {
  const Timetable natural;
  CHECK(natural.time_zone() == "UTC");
  const Instant from = local("2018-03-16 08:30");
  CHECK(natural.deadline(from, {2, LimitUnit::calendar_day}) == local("2018-03-18 08:30"));
  CHECK(kinds(natural.stretches(from, local("2018-03-19 08:30"))) == "w");
  CHECK_FALSE(natural.horizon().has_value());
}

TEST_CASE("times that are not known are refused, not guessed") {
  const Timetable& timetable = chinese_timetable();
  const Instant early = local("1999-12-31 23:59");
  const Instant late = local("2120-01-01 00:01");
  const Instant now = local("2018-03-16 08:30");
  CHECK_THROWS_AS(timetable.measure(Measure::working, early, now), Error);
  CHECK_THROWS_AS(timetable.measure(Measure::closing, now, late), Error);
  CHECK_THROWS_AS(timetable.is_working(late), Error);
  CHECK_THROWS_AS(timetable.stretches(early, now), Error);
  CHECK_THROWS_AS(timetable.reach(Measure::working, now, -1), Error);
  CHECK_THROWS_AS(timetable.reach(Measure::closing, local("2119-12-01 00:00"), 40), Error);
  CHECK_THROWS_AS(timetable.reach(Measure::working, local("2119-12-01 00:00"), 400 * hour), Error);
  CHECK_THROWS_AS(timetable.reach(Measure::natural, now, INT64_MAX), Error);
  CHECK_THROWS_AS(timetable.counted({longest_limit_days + 1, wd}), Error);
  CHECK_THROWS_AS(timetable.counted({INT64_MAX, wh}), Error);
  CHECK(timetable.counted({-2, wh}) == -2 * hour);
  // Natural time needs no days.
  CHECK(timetable.measure(Measure::natural, early, now) > 0);
  // The first and the last instant are known.
  CHECK(worked("2000-01-01 00:00", "2120-01-01 00:00") > 0);
}

TEST_CASE("a calendar is refused with all its faults") {
  Calendar calendar = hours_of({{720, 480}, {0, 1441}});
  calendar.time_zone = "Asia/Nowhere";
  calendar.holidays = "unknown";
  calendar.day_minutes = 0;
  calendar.until = Date{2026, 2, 30};
  calendar.days = {special_day("2018-03-02", true, "a", {{60, 120}, {90, 150}}),
                   special_day("2018-03-01", false, "b", {{60, 120}}),
                   {Date{2018, 2, 29}, false, "c", {}}};
  calendar.seasons.push_back({"x", 2, 30, 3, 1, {}});
  calendar.seasons.push_back({"y", 3, 1, 3, 1, {}});
  std::string codes;
  try {
    const Timetable timetable(calendar, {}, shanghai);
  } catch (const DocumentError& error) {
    for (const Fault& fault : error.faults()) {
      codes += fault.code + "\n";
      CHECK_FALSE(fault.path.empty());
      CHECK_FALSE(fault.message.empty());
      CHECK_FALSE(fault.fix.empty());
    }
  }
  for (const char* code : {"calendar.window\n", "calendar.window_order\n",
                           "calendar.zone_unknown\n", "calendar.holidays_unknown\n",
                           "calendar.day_minutes\n", "calendar.until\n", "calendar.day_order\n",
                           "calendar.day_windows\n", "calendar.day_date\n", "calendar.season\n"}) {
    CAPTURE(code);
    CHECK(codes.find(code) != std::string::npos);
  }
}

TEST_CASE("a calendar in which nobody ever works is refused") {
  CHECK_THROWS_AS(Timetable(Calendar{}, {}, shanghai), DocumentError);
  Calendar masked = hours_of({{480, 720}});
  masked.seasons.push_back({"a", 1, 1, 7, 1, {}});
  masked.seasons.push_back({"b", 7, 1, 1, 1, {}});
  CHECK_THROWS_AS(Timetable(masked, {}, shanghai), DocumentError);
}

TEST_CASE("a faulty holiday table is refused with the calendar that uses it") {
  HolidayTable table = chinese_holidays();
  table.days.push_back(special_day("2027-01-01", false, "元旦"));
  CHECK_THROWS_AS(Timetable(chinese_hours(), {table}, shanghai), DocumentError);
  table = chinese_holidays();
  table.days.push_back(table.days.back());
  CHECK_THROWS_AS(Timetable(chinese_hours(), {table}, shanghai), DocumentError);
}
