#include "rules/explain.hpp"
#include "support/calendars.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gridcase;
using namespace gridcase::test;

namespace {

using Kind = Explanation::Segment::Kind;
constexpr std::int64_t hour = 3'600'000'000;

std::string kinds(const Explanation& explanation) {
  std::string text;
  for (const auto& segment : explanation.segments) {
    if (!text.empty()) text += ' ';
    text += std::string(name(segment.kind));
    if (!segment.name.empty()) text += ":" + segment.name;
  }
  return text;
}

std::int64_t counted(const Explanation& explanation) {
  std::int64_t sum = 0;
  for (const auto& segment : explanation.segments) {
    if (segment.kind == Kind::counted) sum += segment.amount;
  }
  return sum;
}

bool without_gaps(const Explanation& explanation) {
  Instant at = explanation.clock.started;
  for (const auto& segment : explanation.segments) {
    if (segment.from != at || segment.until < segment.from) return false;
    at = segment.until;
  }
  return true;
}

Explanation explained(Clock clock, std::string_view now,
                      const Timetable& timetable = chinese_timetable()) {
  clock.times.deadline = deadline_of(clock, timetable);
  clock.times.provisional = timetable.is_provisional(measure_of(clock.limit), clock.times.deadline);
  return rules::explain(clock, timetable, local(now));
}

Clock running(std::string_view started, std::int64_t value, LimitUnit unit) {
  return clock_of(local(started), {value, unit}, chinese_timetable());
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an explanation tells hours, nights, holidays and make-up days up to the deadline") {
  const Clock clock = running("2018-04-04 16:00", 8, LimitUnit::working_hour);
  const Explanation explanation = explained(clock, "2018-04-04 17:00");
  CHECK(kinds(explanation) == "counted closed holiday:清明 closed:清明 counted:清明 closed:清明 "
                              "counted:清明");
  CHECK(without_gaps(explanation));
  CHECK(counted(explanation) == 8 * hour);
  CHECK(explanation.segments.back().until == local("2018-04-08 16:00"));
  CHECK(explanation.used == hour);
  CHECK(explanation.light == Light::green);
  CHECK(explanation.calendar == "机关工作时间");
  CHECK(explanation.time_zone == shanghai);
  REQUIRE(explanation.horizon.has_value());
}

TEST_CASE("holds cut the time of a clock") {
  Clock clock = running("2018-03-16 08:00", 4, LimitUnit::working_hour);
  clock.holds = {{local("2018-03-16 09:00"), local("2018-03-16 15:00")}};
  const Explanation explanation = explained(clock, "2018-03-16 15:30");
  CHECK(kinds(explanation) == "counted held counted");
  CHECK(counted(explanation) == 4 * hour);
  CHECK(explanation.segments[1].from == local("2018-03-16 09:00"));
  CHECK(explanation.segments[1].until == local("2018-03-16 15:00"));
}

TEST_CASE("what comes after the deadline is late, and a hold in it is a hold") {
  Clock clock = running("2018-03-16 08:00", 2, LimitUnit::working_hour);
  clock.holds = {{local("2018-03-16 11:00"), local("2018-03-16 15:00")}};
  const Explanation explanation = explained(clock, "2018-03-16 16:00");
  CHECK(kinds(explanation) == "counted late held late");
  CHECK(explanation.segments[1].amount == hour);
  CHECK(explanation.segments[3].until == local("2018-03-16 16:00"));
  clock.stopped = local("2018-03-16 10:30");
  clock.state = ClockState::met;
  clock.holds.clear();
  const Explanation stopped = explained(clock, "2018-03-20 16:00");
  CHECK(kinds(stopped) == "counted late");
  CHECK(stopped.segments[1].until == local("2018-03-16 10:30"));
}

TEST_CASE("a clock that stopped in time is explained up to its deadline") {
  Clock clock = running("2018-03-16 08:00", 6, LimitUnit::working_hour);
  clock.stopped = local("2018-03-16 10:30");
  clock.state = ClockState::met;
  const Explanation explanation = explained(clock, "2018-03-20 16:00");
  CHECK(kinds(explanation) == "counted closed counted");
  CHECK(counted(explanation) == 6 * hour);
  CHECK(explanation.used == 5 * hour / 2);
}

TEST_CASE("a held clock is explained up to now, with what it used") {
  Clock clock = running("2018-03-16 08:00", 6, LimitUnit::working_hour);
  clock.holds = {{local("2018-03-16 09:00"), std::nullopt}};
  clock.state = ClockState::held;
  const Explanation explanation = explained(clock, "2018-03-20 16:00");
  CHECK(kinds(explanation) == "counted held");
  CHECK(counted(explanation) == hour);
  CHECK(explanation.segments.back().until == local("2018-03-20 16:00"));
  CHECK(contains(in_words(explanation, Language::english), "1 h of 6 h: the clock was held"));
}

TEST_CASE("a natural limit is one segment between two holds") {
  Clock clock = running("2018-03-16 16:00", 24, LimitUnit::urgent_hour);
  clock.holds = {{local("2018-03-16 18:00"), local("2018-03-19 08:00")}};
  const Explanation explanation = explained(clock, "2018-03-19 09:00");
  CHECK(kinds(explanation) == "counted held counted");
  CHECK(counted(explanation) == 24 * hour);
  CHECK(explanation.calendar.empty());
  CHECK_FALSE(explanation.horizon.has_value());
}

TEST_CASE("whole working days are counted on their last segment") {
  const Clock clock = running("2018-03-15 10:00", 2, LimitUnit::end_of_working_day);
  const Explanation explanation = explained(clock, "2018-03-15 10:00");
  CHECK(kinds(explanation) == "counted closed counted closed counted closed counted closed day_off "
                              "closed counted closed counted");
  CHECK(counted(explanation) == 2);
  CHECK(explanation.segments[2].amount == 0);  // the afternoon of the start
  CHECK(explanation.segments[6].amount == 1);  // Friday afternoon
  CHECK(explanation.segments.back().amount == 1);
}

TEST_CASE("a working day counts although a hold begins before its hours") {
  Clock clock = running("2018-03-14 10:00", 2, LimitUnit::end_of_working_day);
  clock.holds = {{local("2018-03-15 07:00"), local("2018-03-16 10:00")}};
  const Explanation explanation = explained(clock, "2018-03-15 07:00");
  CHECK(counted(explanation) == 2);
  CHECK(without_gaps(explanation));
  clock.holds = {{local("2018-03-15 00:00"), local("2018-03-16 10:00")}};
  CHECK(counted(explained(clock, "2018-03-15 07:00")) == 2);
}

TEST_CASE("the counted segments add up to the limit, whatever happened") {
  std::mt19937 random(20180316);
  const auto pick = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  const Instant base = local("2018-01-01 00:00");
  for (int round = 0; round < 2000; ++round) {
    const auto unit = static_cast<LimitUnit>(pick(1, 7));
    Clock clock = clock_of(base + std::chrono::minutes(pick(0, 400 * 1440)), {pick(0, 12), unit},
                           chinese_timetable());
    clock.extended = chinese_timetable().counted({pick(0, 3), unit});
    Instant at = clock.started;
    for (int holds = pick(0, 3); holds > 0; --holds) {
      const Instant from = at + std::chrono::minutes(pick(0, 4000));
      at = from + std::chrono::minutes(pick(0, 4000));
      clock.holds.push_back({from, at});
    }
    const Instant now = at + std::chrono::minutes(pick(0, 10000));
    CAPTURE(round);
    const Explanation explanation = rules::explain(clock, chinese_timetable(), now);
    REQUIRE(counted(explanation) == clock.budget + clock.extended);
    REQUIRE(without_gaps(explanation));
    const Instant end = std::max(now, deadline_of(clock, chinese_timetable()));
    REQUIRE((explanation.segments.empty() ? clock.started : explanation.segments.back().until) ==
            end);
  }
}

TEST_CASE("amounts are said in words") {
  CHECK(in_words({4, LimitUnit::working_hour}, Language::english) == "4 working hours");
  CHECK(in_words({1, LimitUnit::working_hour}, Language::english) == "1 working hour");
  CHECK(in_words({4, LimitUnit::working_hour}, Language::chinese) == "4 工作时");
  CHECK(in_words({2, LimitUnit::urgent_hour}, Language::chinese) == "2 紧急工作时");
  CHECK(in_words({15, LimitUnit::end_of_working_day}, Language::english) ==
        "the end of working day 15");
  CHECK(in_words({15, LimitUnit::end_of_working_day}, Language::chinese) == "第15个工作日结束时");
  CHECK(in_words({0, LimitUnit::end_of_working_day}, Language::english) ==
        "the end of the working day");
}

TEST_CASE("an explanation in English names everything that made the deadline") {
  Clock clock = running("2018-03-16 16:00", 4, LimitUnit::working_hour);
  clock.extended = hour;
  clock.extensions = 1;
  Explanation explanation = explained(clock, "2018-03-16 17:00");
  explanation.milestone = "Handling";
  explanation.rule = "category 04-04";
  explanation.rules = 3;
  CHECK(in_words(explanation, Language::english) ==
        "Handling: running, light green.\n"
        "Limit: 4 h of working time (set in working hours).\n"
        "Extended by 1 h (1 granted).\n"
        "Rule: category 04-04; policy version 3.\n"
        "Calendar: 机关工作时间. Times are those of Asia/Shanghai.\n"
        "Started: 2018-03-16 16:00:00.\n"
        "Deadline: 2018-03-19 11:00:00.\n"
        "2018-03-16 16:00:00 – 2018-03-16 18:00:00: counted 2 h\n"
        "2018-03-16 18:00:00 – 2018-03-17 00:00:00: outside working hours\n"
        "2018-03-17 00:00:00 – 2018-03-19 00:00:00: day off\n"
        "2018-03-19 00:00:00 – 2018-03-19 08:00:00: outside working hours\n"
        "2018-03-19 08:00:00 – 2018-03-19 11:00:00: counted 3 h\n"
        "The counted segments add up to 5 h, the limit.\n"
        "What happens exactly at the deadline is in time.\n");
}

TEST_CASE("an explanation in Chinese says that a deadline is provisional") {
  Clock clock = running("2026-12-31 10:00", 1, LimitUnit::end_of_working_day);
  Explanation explanation = explained(clock, "2026-12-31 17:00");
  explanation.milestone = "处置";
  explanation.rules = 3;
  const std::string words = in_words(explanation, Language::chinese);
  CHECK(contains(words, "处置：计时中，绿灯。\n"));
  CHECK(contains(words, "时限：第1个工作日结束时。\n"));
  CHECK(contains(words, "依据：政策第3版。\n"));
  CHECK(contains(words, "暂定：节假日表截至2027-01-01（不含），此后的放假安排尚未公布。\n"));
  CHECK(contains(words, "2027-01-01 14:00:00 至 2027-01-01 18:00:00：计时 1个工作日\n"));
  CHECK(contains(words, "计时各段合计1个工作日，等于时限。\n"));
}

TEST_CASE("a natural limit in words has no calendar") {
  const Explanation explanation =
      explained(running("2018-03-16 16:00", 90, LimitUnit::urgent_minute), "2018-03-16 18:00");
  const std::string words = in_words(explanation, Language::english);
  CHECK(contains(words, "Limit: 1 h 30 min (set in urgent minutes).\n"));
  CHECK(contains(words, "Every hour counts"));
  CHECK(contains(words, ": late 30 min\n"));
}
