// Stars, against histories written by hand.
#include <gridcase/rating.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;

namespace {

RatingScheme scheme() {
  RatingScheme scheme;
  scheme.code = "stars";
  scheme.english = "Stars";
  scheme.first_day = {2021, 1, 1};
  scheme.aspects = {{"a", "A", "", decimal(40), false}, {"b", "B", "", decimal(60), false}};
  scheme.bar = decimal(80);
  scheme.vetoes = {{"outcry", "Great outcry", "重大舆情", false}};
  return scheme;
}

// Of a year, 2021 is the first cycle; the result comes out in January after it.
RatingEvent assessed(const char* unit, std::int32_t cycle, std::int32_t points) {
  RatingEvent event;
  event.unit = unit;
  event.cycle = cycle;
  event.day = {static_cast<std::int16_t>(2021 + cycle), 1, 15};
  event.marks = {{"a", decimal(std::min(points, 40))}, {"b", decimal(std::max(points - 40, 0))}};
  return event;
}

RatingEvent vetoed(const char* unit, Date day) {
  RatingEvent event;
  event.kind = RatingEvent::Kind::veto;
  event.unit = unit;
  event.day = day;
  event.veto = "outcry";
  event.reason = "unread complaint";
  return event;
}

std::string told(const RatingScheme& scheme, const std::vector<RatingEvent>& events) {
  std::string text;
  for (const StarChange& change : star_history(scheme, events, "u")) {
    text += format_date(change.day) + " " + std::to_string(change.before) + ">" +
            std::to_string(change.after) + " " + std::string(name(change.why)) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a star a cycle, five at most") {
  std::vector<RatingEvent> events;
  for (std::int32_t cycle = 1; cycle <= 6; ++cycle)
    events.push_back(assessed("u", cycle, 80));
  CHECK(told(scheme(), events) == "2022-01-15 0>1 risen\n"
                                  "2023-01-15 1>2 risen\n"
                                  "2024-01-15 2>3 risen\n"
                                  "2025-01-15 3>4 risen\n"
                                  "2026-01-15 4>5 risen\n"
                                  "2027-01-15 5>5 at_highest\n");
  CHECK(stars_on(scheme(), events, "u", {2021, 12, 31}) == 0);
  CHECK(stars_on(scheme(), events, "u", {2022, 1, 14}) == 0);
  CHECK(stars_on(scheme(), events, "u", {2022, 1, 15}) == 1);
  CHECK(stars_on(scheme(), events, "u", {2024, 6, 1}) == 3);
  CHECK(stars_on(scheme(), events, "u", {2099, 1, 1}) == 5);
  CHECK(stars_on(scheme(), events, "v", {2099, 1, 1}) == 0);
}

TEST_CASE("a veto takes the stars on its day, and the unit waits a whole cycle") {
  std::vector<RatingEvent> events{assessed("u", 1, 90), assessed("u", 2, 90),
                                  vetoed("u", {2023, 5, 4})};
  for (std::int32_t cycle = 3; cycle <= 6; ++cycle)
    events.push_back(assessed("u", cycle, 90));
  CHECK(told(scheme(), events) == "2022-01-15 0>1 risen\n"
                                  "2023-01-15 1>2 risen\n"
                                  "2023-05-04 2>0 vetoed\n"   // in cycle 3
                                  "2024-01-15 0>0 waiting\n"  // of cycle 3
                                  "2025-01-15 0>0 waiting\n"  // the whole cycle 4
                                  "2026-01-15 0>1 risen\n"    // cycle 5 counts
                                  "2027-01-15 1>2 risen\n");
  CHECK(stars_on(scheme(), events, "u", {2023, 5, 3}) == 2);
  CHECK(stars_on(scheme(), events, "u", {2023, 5, 4}) == 0);
  RatingScheme quick = scheme();
  quick.waiting = 0;
  CHECK(stars_on(quick, events, "u", {2025, 1, 15}) == 1);  // cycle 4 counts
  CHECK(stars_on(quick, events, "u", {2024, 1, 15}) == 0);  // cycle 3 does not
}

TEST_CASE("a veto between the end of a cycle and its result holds the result back") {
  CHECK(told(scheme(), {assessed("u", 1, 90), vetoed("u", {2022, 1, 10}), assessed("u", 2, 90),
                        assessed("u", 3, 90), assessed("u", 4, 90)}) ==
        "2022-01-10 0>0 vetoed\n"  // in cycle 2
        "2022-01-15 0>0 waiting\n"
        "2023-01-15 0>0 waiting\n"
        "2024-01-15 0>0 waiting\n"
        "2025-01-15 0>1 risen\n");
}

TEST_CASE("on one day a veto is last") {
  const std::vector<RatingEvent> events{vetoed("u", {2022, 1, 15}), assessed("u", 1, 90)};
  CHECK(told(scheme(), events) == "2022-01-15 0>1 risen\n2022-01-15 1>0 vetoed\n");
  CHECK(stars_on(scheme(), events, "u", {2022, 1, 15}) == 0);
}

TEST_CASE("a second veto while waiting prolongs the wait") {
  const std::vector<RatingEvent> events{vetoed("u", {2021, 5, 1}), vetoed("u", {2022, 5, 1}),
                                        assessed("u", 3, 90), assessed("u", 4, 90)};
  CHECK(told(scheme(), events) == "2021-05-01 0>0 vetoed\n2022-05-01 0>0 vetoed\n"
                                  "2024-01-15 0>0 waiting\n2025-01-15 0>1 risen\n");
}

TEST_CASE("a veto before the first cycle counts, too") {
  CHECK(told(scheme(), {vetoed("u", {2020, 12, 31}), assessed("u", 1, 90), assessed("u", 2, 90)}) ==
        "2020-12-31 0>0 vetoed\n2022-01-15 0>0 waiting\n2023-01-15 0>1 risen\n");
}

TEST_CASE("below the bar the scheme decides") {
  const std::vector<RatingEvent> events{assessed("u", 1, 80), assessed("u", 2, 80),
                                        assessed("u", 3, 79)};
  RatingScheme rules = scheme();
  CHECK(stars_on(rules, events, "u", {2030, 1, 1}) == 2);
  rules.below = BelowBar::step_down;
  CHECK(stars_on(rules, events, "u", {2030, 1, 1}) == 1);
  rules.below = BelowBar::remove;
  CHECK(stars_on(rules, events, "u", {2030, 1, 1}) == 0);
  CHECK(star_history(rules, events, "u").back().why == StarChange::Why::below_bar);
}

TEST_CASE("steps of two end at the highest and at none") {
  RatingScheme rules = scheme();
  rules.step = 2;
  rules.below = BelowBar::step_down;
  CHECK(told(rules, {assessed("u", 1, 80), assessed("u", 2, 80), assessed("u", 3, 80),
                     assessed("u", 4, 0), assessed("u", 5, 0), assessed("u", 6, 0)}) ==
        "2022-01-15 0>2 risen\n2023-01-15 2>4 risen\n2024-01-15 4>5 risen\n"
        "2025-01-15 5>3 below_bar\n2026-01-15 3>1 below_bar\n2027-01-15 1>0 below_bar\n");
}

TEST_CASE("units do not touch each other, and the order of events does not matter") {
  std::vector<RatingEvent> events{assessed("u", 1, 90), assessed("v", 1, 90),
                                  vetoed("v", {2022, 3, 1}), assessed("u", 2, 90)};
  const std::string before = told(scheme(), events);
  std::reverse(events.begin(), events.end());
  CHECK(told(scheme(), events) == before);
  CHECK(stars_on(scheme(), events, "u", {2030, 1, 1}) == 2);
  CHECK(stars_on(scheme(), events, "v", {2030, 1, 1}) == 0);
}

TEST_CASE("cycles are whole months from the first day") {
  RatingScheme rules = scheme();
  rules.first_day = {2023, 7, 15};
  rules.cycle_months = 6;
  CHECK_FALSE(cycle_of(rules, {2023, 7, 14}));
  CHECK(cycle_of(rules, {2023, 7, 15}) == 1);
  CHECK(cycle_of(rules, {2024, 1, 14}) == 1);
  CHECK(cycle_of(rules, {2024, 1, 15}) == 2);
  CHECK(cycle_of(rules, {2024, 7, 15}) == 3);
  CHECK(first_day_of(rules, 1) == Date{2023, 7, 15});
  CHECK(first_day_of(rules, 2) == Date{2024, 1, 15});
  for (std::int32_t cycle = 1; cycle < 900; ++cycle)
    CHECK(cycle_of(rules, first_day_of(rules, cycle)) == cycle);
  CHECK_THROWS_AS(first_day_of(rules, 0), Error);
  CHECK_THROWS_AS(first_day_of(rules, 2147483647), Error);
}

TEST_CASE("the standings of a cycle are ranked, ties alike") {
  const std::vector<RatingEvent> events{assessed("a", 1, 80), assessed("b", 1, 95),
                                        assessed("c", 1, 80), assessed("d", 1, 79),
                                        assessed("e", 2, 99)};
  std::string text;
  for (const RatingStanding& one : standings_of(scheme(), events, 1)) {
    text += one.unit + " " + format_decimal(one.points) + " " + std::to_string(one.rank) +
            (one.above_bar ? " above" : "") + ";";
  }
  CHECK(text == "b 95 1 above;a 80 2 above;c 80 2 above;d 79 4;");
  CHECK(standings_of(scheme(), events, 3).empty());
}

TEST_CASE("each change is told in words") {
  const std::vector<RatingEvent> events{assessed("u", 1, 85), assessed("u", 2, 79),
                                        vetoed("u", {2023, 5, 4}), assessed("u", 3, 90)};
  const std::vector<StarChange> changes = star_history(scheme(), events, "u");
  const auto words = [&](std::size_t i, Language language) {
    return in_words(scheme(), changes.at(i), language);
  };
  CHECK(words(0, Language::english) ==
        "2022-01-15, cycle 1: 0 → 1 stars, 85 points, the bar is 80");
  CHECK(words(1, Language::chinese) == "2023-01-15 第 2 周期：1 → 1 星，得 79 分，未达 80");
  CHECK(words(2, Language::english) ==
        "2023-05-04, cycle 3: 1 → 0 stars, veto, Great outcry; cycle 5 "
        "is the first to count again: unread complaint");
  CHECK(words(2, Language::chinese) == "2023-05-04 第 3 周期：1 → 0 星，负面否决：重大舆情，第 5 "
                                       "周期起方可重新计星：unread complaint");
  CHECK(words(3, Language::english) ==
        "2024-01-15, cycle 3: 0 → 0 stars, 90 points, but after a veto "
        "cycle 5 is the first to count");
}

TEST_CASE("faults of scheme or events are told, not worked with") {
  RatingScheme bad = scheme();
  bad.highest = 0;
  CHECK_THROWS_AS(stars_on(bad, {}, "u", {2022, 1, 1}), DocumentError);
  CHECK_THROWS_AS(star_history(scheme(), {assessed("u", 1, 90), assessed("u", 1, 90)}, "u"),
                  DocumentError);
  CHECK_THROWS_AS(standings_of(scheme(), {assessed("u", 0, 90)}, 1), DocumentError);
}
