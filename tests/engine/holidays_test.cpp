// A new holiday table: what it would move, and moving it.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// The table as it was before the decree for 2019: nothing is known from that year on.
HolidayTable until_2018() {
  HolidayTable table = chinese_holidays();
  table.until = parse_date("2019-01-01");
  auto& days = table.days;
  days.erase(std::remove_if(days.begin(), days.end(),
                            [](const SpecialDay& day) { return day.date.year >= 2019; }),
             days.end());
  return table;
}

Policy county_of_2018() {
  Policy policy = county_with_closing(5, LimitUnit::working_day);
  policy.time.holidays = {until_2018()};
  return policy;
}

}  // namespace

TEST_CASE("a deadline past the horizon is provisional, and settled by the next table") {
  County county(county_of_2018());
  const CaseId over = county.report_at("2018-12-28 10:00");
  const CaseId within = county.report_at("2018-12-20 10:00");
  CHECK(county.clock(over, "close").times.provisional);
  CHECK(local(county.clock(over, "close").times.deadline) == "2019-01-04 10:00:00");
  CHECK_FALSE(county.clock(within, "close").times.provisional);

  const DeadlineMoves preview =
      county.engine().preview_holidays(chinese_holidays(), chief, county.now());
  CHECK(preview.open == 2);
  CHECK(preview.moved == 1);  // New Year's Day is off
  CHECK(preview.settled == 1);
  REQUIRE(preview.moves.size() == 1);
  CHECK(local(preview.moves.front().after) == "2019-01-07 10:00:00");
  CHECK(county.clock(over, "close").times.provisional);
  CHECK(county.engine().policy()->time.holidays.front().until == parse_date("2019-01-01"));

  const DeadlineMoves done =
      county.engine().import_holidays(chinese_holidays(), chief, county.now());
  CHECK(done.moved == preview.moved);
  CHECK(done.policy_version == 2);
  CHECK_FALSE(county.clock(over, "close").times.provisional);
  for (const DeadlineMove& move : preview.moves) {
    CHECK(county.whole(move.case_id).clocks.front().times.deadline == move.after);
  }
  const auto history = county.engine().history(over, chief);
  CHECK(history.back().action.kind == A::recalculate);
  CHECK(county.engine().verify().ok());

  const DeadlineMoves again =
      county.engine().import_holidays(chinese_holidays(), chief, county.now());
  CHECK(again.moved == 0);
  CHECK(again.policy_version == 2);
}

TEST_CASE(
    "a day off that is decreed late moves open deadlines by a day, and ended ones not at all") {
  County county(county_with_closing(4));
  const CaseId open = county.report_at("2018-03-16 16:00");
  const CaseId ended = county.report_at("2018-03-16 16:00");
  county.must(A::answer, ended, grid, [](Action& a) { a.reply = "done"; });
  HolidayTable table = chinese_holidays();
  table.days.push_back(special_day("2018-03-19", false, "storm"));
  std::sort(table.days.begin(), table.days.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  const DeadlineMoves done = county.engine().import_holidays(table, chief, county.now());
  CHECK(done.open == 1);
  CHECK(done.moved == 1);
  CHECK(done.latest == std::chrono::hours(24));
  CHECK(done.earliest == Duration::zero());
  CHECK(local(county.clock(open, "close").times.deadline) == "2018-03-20 10:00:00");
  CHECK(local(county.clock(ended, "close").times.deadline) == "2018-03-19 10:00:00");
}

TEST_CASE("a clock that a newer calendar has moved does not fire before its time") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 16:00");
  Policy later = county_with_closing(4);
  later.time.holidays.front().days.push_back(special_day("2018-03-19", false, "storm"));
  std::sort(later.time.holidays.front().days.begin(), later.time.holidays.front().days.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  county.engine().adopt(later, chief, county.now());  // and nobody recalculates
  county.tick_at("2018-03-19 12:00");
  const auto clock = county.clock(id, "close");
  CHECK(clock.times.rung == 0);
  CHECK(local(clock.times.deadline) == "2018-03-20 10:00:00");
  CHECK(county.tick_at("2018-03-20 10:00").fired == 2);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a table with faults changes nothing, and only the centre imports one") {
  County county(county_with_closing(4));
  HolidayTable broken = chinese_holidays();
  broken.days.push_back(broken.days.front());
  CHECK_THROWS_AS(county.engine().import_holidays(broken, chief, county.now()), DocumentError);
  CHECK_THROWS_AS(county.engine().preview_holidays(broken, chief, county.now()), DocumentError);
  CHECK_THROWS_AS(county.engine().import_holidays(chinese_holidays(), {room, "", ""}, county.now()),
                  Error);
  CHECK(county.engine().policy()->time.holidays.front().days.size() ==
        chinese_holidays().days.size());
}

TEST_CASE("a deadline is explained by the calendar it was found by, also after that has changed") {
  County county(county_with_closing(4));
  const CaseId open = county.report_at("2018-03-16 16:00");
  const CaseId ended = county.report_at("2018-03-16 16:00");
  county.must(A::answer, ended, grid, [](Action& a) { a.reply = "done"; });
  HolidayTable table = chinese_holidays();
  table.days.push_back(special_day("2018-03-19", false, "storm"));
  std::sort(table.days.begin(), table.days.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  county.engine().import_holidays(table, chief, county.now());
  for (const CaseId id : {open, ended}) {
    const auto explanation = *county.engine().explain(id, 1, chief, county.now());
    std::int64_t counted = 0;
    bool storm = false;
    for (const Explanation::Segment& segment : explanation.segments) {
      if (segment.until <= explanation.clock.times.deadline) counted += segment.amount;
      storm = storm || segment.name == "storm";
    }
    CHECK(counted == explanation.clock.budget);
    CHECK(storm == (id == open));
    const std::string words = in_words(explanation, Language::chinese);
    CHECK((words.find("storm") != std::string::npos) == storm);
  }
  CHECK_FALSE(county.engine().explain(open, 2, chief, county.now()));
  CHECK_FALSE(county.engine().explain(open, 0, chief, county.now()));
  CHECK_FALSE(county.engine().explain(open, 1, {other_grid, "", ""}, county.now()));
}

TEST_CASE("a clock that newer hours have not come to is explained as it stands") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  Policy mornings = county_with_closing(4);
  for (auto& windows : mornings.time.calendars.front().week)
    windows.resize(std::min<std::size_t>(windows.size(), 1));
  county.engine().adopt(mornings, chief, county.now());
  county.wait_until("2018-03-16 15:00");
  const auto explanation = *county.engine().explain(id, 1, chief, county.now());
  std::int64_t counted = 0;
  for (const Explanation::Segment& segment : explanation.segments) {
    if (segment.until <= explanation.clock.times.deadline) counted += segment.amount;
  }
  CHECK(counted == explanation.clock.budget);
  CHECK(explanation.used == county.clocks(id).front().used);
}
