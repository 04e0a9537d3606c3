#include "support/calendars.hpp"

#include <gridcase/case.hpp>
#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t hour = 60 * minute;
constexpr Duration microsecond{1};

Clock running(std::string_view started, std::int64_t value, LimitUnit unit) {
  return clock_of(local(started), {value, unit}, chinese_timetable());
}

void hold(Clock& clock, std::string_view from) {
  clock.holds.push_back({local(from), std::nullopt});
  clock.state = ClockState::held;
}

void hold(Clock& clock, std::string_view from, std::string_view until) {
  clock.holds.push_back({local(from), local(until)});
}

std::string due(const Clock& clock) {
  return local(deadline_of(clock, chinese_timetable())).substr(0, 16);
}

std::int64_t used(const Clock& clock, std::string_view at) {
  return time_used(clock, chinese_timetable(), local(at));
}

template <typename Enum, typename Read> void check_names(int first, int last, Read from_name) {
  std::set<std::string_view> names;
  for (int number = first; number <= last; ++number) {
    const auto value = static_cast<Enum>(number);
    CAPTURE(number);
    CHECK(name(value) != "unknown");
    CHECK(from_name(name(value)) == value);
    CHECK(names.insert(name(value)).second);
  }
  CHECK(name(static_cast<Enum>(last + 1)) == "unknown");
  CHECK_FALSE(from_name("unknown").has_value());
}

}  // namespace

TEST_CASE("a hold over a weekend gives back nothing of a limit in working hours") {
  Clock clock = running("2018-03-16 16:00", 4, LimitUnit::working_hour);
  CHECK(due(clock) == "2018-03-19 10:00");
  hold(clock, "2018-03-16 18:00", "2018-03-19 08:00");
  CHECK(due(clock) == "2018-03-19 10:00");
  CHECK(used(clock, "2018-03-19 08:00") == 2 * hour);
}

TEST_CASE("a hold of 48 hours over a weekend moves a working deadline by what was worked in it") {
  Clock clock = running("2018-03-16 16:00", 4, LimitUnit::working_hour);
  hold(clock, "2018-03-16 17:00", "2018-03-18 17:00");
  CHECK(due(clock) == "2018-03-19 11:00");
}

TEST_CASE("a hold over a weekend gives back all of it to a natural limit") {
  Clock clock = running("2018-03-16 16:00", 24, LimitUnit::urgent_hour);
  hold(clock, "2018-03-16 18:00", "2018-03-19 08:00");
  CHECK(due(clock) == "2018-03-20 06:00");
  CHECK(used(clock, "2018-03-20 06:00") == 24 * hour);
}

TEST_CASE("a hold from Friday to Monday gives back one working day of a limit in whole days") {
  Clock clock = running("2018-03-14 10:00", 2, LimitUnit::end_of_working_day);
  CHECK(due(clock) == "2018-03-16 18:00");
  hold(clock, "2018-03-16 10:00", "2018-03-19 10:00");
  CHECK(due(clock) == "2018-03-19 18:00");
  CHECK(used(clock, "2018-03-19 12:00") == 2);
  Clock longer = running("2018-03-14 10:00", 3, LimitUnit::end_of_working_day);
  CHECK(due(longer) == "2018-03-19 18:00");
  hold(longer, "2018-03-16 10:00", "2018-03-19 10:00");
  CHECK(due(longer) == "2018-03-20 18:00");
}

TEST_CASE("what happens exactly at the limit is in time, a microsecond later is late") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  const Instant limit = local("2018-03-16 12:00");
  REQUIRE(clock.times.deadline == limit);
  CHECK_FALSE(clock.is_late(limit));
  CHECK(clock.is_late(limit + microsecond));
  CHECK(light(clock, limit) == Light::yellow);
  CHECK(light(clock, limit + microsecond) == Light::red);
  CHECK(light(clock, clock.times.yellow) == Light::green);
  CHECK(light(clock, clock.times.yellow + microsecond) == Light::yellow);
  clock.stopped = limit;
  clock.state = ClockState::met;
  CHECK_FALSE(clock.is_late(local("2018-03-20 12:00")));
  CHECK(light(clock, local("2018-03-20 12:00")) == Light::yellow);
}

TEST_CASE("a threshold falls in working hours, not at midnight") {
  // 80 % of 8 hours from Friday 16:00: 2 hours on Friday, 4.4 on Monday.
  const Clock clock = running("2018-03-16 16:00", 1, LimitUnit::working_day);
  CHECK(local(clock.times.yellow) == "2018-03-19 14:24:00");
  CHECK(local(used_up(clock, chinese_timetable(), 7 * hour)) == "2018-03-19 15:00:00");
}

TEST_CASE("a clock that started outside the hours is not late before they open") {
  const Clock clock = running("2018-03-16 20:00", 1, LimitUnit::working_hour);
  CHECK_FALSE(clock.is_late(local("2018-03-19 08:30")));
  CHECK(used(clock, "2018-03-18 12:00") == 0);
  CHECK(light(clock, local("2018-03-18 12:00")) == Light::green);
}

TEST_CASE("a clock held exactly at its deadline is not late, and is due when it goes on") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  hold(clock, "2018-03-16 12:00");
  CHECK(due(clock) == "2018-03-16 12:00");
  CHECK_FALSE(clock.is_late(local("2018-03-20 12:00")));
  clock.holds.back().until = local("2018-03-20 09:15");
  CHECK(due(clock) == "2018-03-20 09:15");
  clock.holds.back().until = local("2018-03-24 09:15");  // a Saturday
  CHECK(due(clock) == "2018-03-24 09:15");
}

TEST_CASE("a deadline before a hold stays, in the lunch break as well") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  hold(clock, "2018-03-16 13:00", "2018-03-20 09:15");
  CHECK(due(clock) == "2018-03-16 12:00");
  Clock days = running("2018-03-15 10:00", 0, LimitUnit::end_of_working_day);
  hold(days, "2018-03-15 18:30", "2018-03-20 09:15");
  CHECK(due(days) == "2018-03-15 18:00");
  days.holds = {{local("2018-03-15 17:00"), local("2018-03-20 09:15")}};
  CHECK(due(days) == "2018-03-20 18:00");
}

TEST_CASE("a held clock is due as if the hold ended at its start, and uses nothing") {
  Clock clock = running("2018-03-16 08:00", 8, LimitUnit::working_hour);
  hold(clock, "2018-03-16 10:00");
  CHECK(due(clock) == "2018-03-16 18:00");
  CHECK(used(clock, "2018-03-19 12:00") == 2 * hour);
  CHECK_FALSE(clock.is_late(local("2018-03-30 12:00")));
  CHECK(light(clock, local("2018-03-30 12:00")) == Light::green);
}

TEST_CASE("a clock that ended while it was held keeps the light it was held with") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  hold(clock, "2018-03-16 09:00", "2018-03-20 09:00");
  clock.stopped = local("2018-03-20 09:00");
  clock.state = ClockState::met;
  CHECK(light(clock, local("2018-03-30 12:00")) == Light::green);
  CHECK(used(clock, "2018-03-30 12:00") == hour);
  hold(clock, "2018-03-16 11:30", "2018-03-20 09:00");
  CHECK(light(clock, local("2018-03-30 12:00")) == Light::yellow);
}

TEST_CASE("a hold that outlasts every limit costs nothing") {
  Clock clock = running("2018-03-16 08:00", 1, LimitUnit::end_of_working_day);
  hold(clock, "2018-03-16 10:00", "2019-03-15 10:00");
  CHECK(due(clock) == "2019-03-18 18:00");
}

TEST_CASE("several holds add up, and one may begin where another ends") {
  Clock clock = running("2018-03-12 08:00", 16, LimitUnit::working_hour);
  hold(clock, "2018-03-12 10:00", "2018-03-12 12:00");
  hold(clock, "2018-03-12 12:00", "2018-03-12 15:00");
  hold(clock, "2018-03-13 08:00", "2018-03-14 08:00");
  // 2 h, then 15–18 of Monday, then Wednesday and 3 h of Thursday.
  CHECK(due(clock) == "2018-03-15 11:00");
  CHECK(used(clock, "2018-03-14 12:00") == 9 * hour);
}

TEST_CASE("a hold from the very start moves the start") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  hold(clock, "2018-03-16 08:00", "2018-03-19 14:00");
  CHECK(due(clock) == "2018-03-19 18:00");
  clock.holds.front().from = local("2018-03-15 08:00");
  CHECK(due(clock) == "2018-03-19 18:00");
}

TEST_CASE("an extension adds to the budget, in its measure") {
  Clock clock = running("2018-03-16 16:00", 4, LimitUnit::working_hour);
  clock.extended = 4 * hour;
  clock.extensions = 1;
  CHECK(due(clock) == "2018-03-19 16:00");
  CHECK(local(used_up(clock, chinese_timetable(), 4 * hour)) == "2018-03-19 10:00:00");
}

TEST_CASE("a clock that goes on after its case was reopened has what was left") {
  Clock clock = running("2018-03-12 08:00", 8, LimitUnit::working_hour);
  // Done after 6 hours, reopened a week later: the time between is a hold.
  hold(clock, "2018-03-12 16:00", "2018-03-19 09:00");
  CHECK(due(clock) == "2018-03-19 11:00");
  CHECK_FALSE(clock.is_late(local("2018-03-12 18:00")));
}

TEST_CASE("time used goes on after the deadline and stops with the clock") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  CHECK(used(clock, "2018-03-16 07:00") == 0);
  CHECK(used(clock, "2018-03-16 18:00") == 8 * hour);
  clock.stopped = local("2018-03-16 15:00");
  clock.state = ClockState::met;
  CHECK(used(clock, "2018-03-16 18:00") == 5 * hour);
  CHECK(used(clock, "2018-03-16 11:00") == 3 * hour);
}

TEST_CASE("amounts below nothing are used up at once") {
  const Clock clock = running("2018-03-17 10:00", 4, LimitUnit::working_hour);
  CHECK(used_up(clock, chinese_timetable(), -hour) == clock.started);
}

TEST_CASE("a natural limit runs through the change of the clocks") {
  const char* zone = "America/New_York";
  const Timetable timetable(hours_of({{480, 1020}}), {}, zone);
  const Clock clock =
      clock_of(parse_local("2018-03-10 12:00", zone), {24, LimitUnit::urgent_hour}, timetable);
  CHECK(format_local(deadline_of(clock, timetable), zone) == "2018-03-11 13:00:00");
}

TEST_CASE("a limit that never ends is said, not cut off") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  clock.budget = 400'000 * hour;
  CHECK_THROWS_AS(deadline_of(clock, chinese_timetable()), Error);
}

TEST_CASE("the light of a case is red after the first red of its clocks, green without clocks") {
  CaseSummary summary;
  const Instant now = local("2018-03-16 12:00");
  CHECK(light(summary, now) == Light::green);
  summary.yellow = now - microsecond;
  summary.red = now;
  CHECK(light(summary, now) == Light::yellow);
  CHECK(light(summary, now + microsecond) == Light::red);
  CHECK(light(summary, now - microsecond) == Light::green);
}

TEST_CASE("all words of limits and clocks are read back") {
  check_names<LimitUnit>(1, 7, limit_unit_from_name);
  check_names<Moment>(1, 18, moment_from_name);
  check_names<RungKind>(1, 3, rung_kind_from_name);
  check_names<ClockStep>(1, 17, clock_step_from_name);
  for (int i = 1; i <= 4; ++i)
    CHECK(name(static_cast<ClockState>(i)) != "unknown");
  for (int i = 1; i <= 3; ++i)
    CHECK(name(static_cast<Light>(i)) != "unknown");
  for (int i = 1; i <= 6; ++i)
    CHECK(name(static_cast<Explanation::Segment::Kind>(i)) != "unknown");
}
