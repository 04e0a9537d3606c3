// Stars, against walking through every day.
#include "support/organizations.hpp"

#include <gridcase/rating.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

// Months have 28 days here: enough for the order of days.
constexpr int days_a_month = 28;

Date day_at(int number) {
  const int month = number / days_a_month;
  return {static_cast<std::int16_t>(2020 + month / 12), static_cast<std::uint8_t>(month % 12 + 1),
          static_cast<std::uint8_t>(number % days_a_month + 1)};
}

constexpr int first_number = 5 * days_a_month + 9;  // 2020-06-10
constexpr int last_number = 60 * days_a_month;

std::int32_t between(Dice& dice, std::size_t low, std::size_t high) {
  return static_cast<std::int32_t>(dice.between(low, high));
}

struct Play {
  RatingScheme scheme;
  std::vector<RatingEvent> events;
};

Play random_play(Dice& dice) {
  Play play;
  RatingScheme& scheme = play.scheme;
  scheme.code = "s";
  scheme.english = "S";
  scheme.first_day = day_at(first_number);
  scheme.cycle_months = between(dice, 1, 12);
  scheme.aspects = {{"a", "A", "", decimal(5), false}, {"b", "B", "", decimal(5), false}};
  scheme.bar = decimal(static_cast<std::int32_t>(dice.below(8)));
  scheme.step = between(dice, 1, 2);
  scheme.highest = between(dice, 1, 5);
  scheme.waiting = static_cast<std::int32_t>(dice.below(4));
  scheme.below = static_cast<BelowBar>(between(dice, 1, 3));
  scheme.vetoes = {{"v", "V", "", false}};
  std::set<std::int32_t> assessed;
  for (std::size_t i = dice.below(25); i > 0; --i) {
    RatingEvent event;
    event.unit = dice.chance(80) ? "u" : "other";
    event.day = day_at(static_cast<int>(dice.below(last_number)));
    if (dice.chance(20)) {
      event.kind = RatingEvent::Kind::veto;
      event.veto = "v";
      event.reason = "r";
    } else {
      const auto now = cycle_of(scheme, event.day);
      if (!now) continue;
      event.cycle = static_cast<std::int32_t>(
          dice.chance(70) ? static_cast<std::size_t>(*now)
                          : dice.between(1, static_cast<std::size_t>(*now)));
      if (event.unit == "u" ? !assessed.insert(event.cycle).second : true) continue;
      event.marks = {{"a", decimal(static_cast<std::int32_t>(dice.below(6)))},
                     {"b", decimal(static_cast<std::int32_t>(dice.below(6)))}};
    }
    play.events.push_back(event);
  }
  return play;
}

// Counts cycles by walking months, and strikes those out that do not count.
class Walk {
public:
  explicit Walk(const Play& play) : play_(play) {}

  // The stars after the day.
  std::int32_t next(int number) {
    if (number >= first_number && (number - first_number) % (days_a_month * months()) == 0)
      ++cycle_;
    const Date day = day_at(number);
    std::vector<const RatingEvent*> assessments;
    for (const RatingEvent& event : play_.events) {
      if (event.unit == "u" && event.day == day && event.kind == RatingEvent::Kind::assessment)
        assessments.push_back(&event);
    }
    std::sort(assessments.begin(), assessments.end(),
              [](const RatingEvent* a, const RatingEvent* b) { return a->cycle < b->cycle; });
    for (const RatingEvent* event : assessments)
      assess(*event);
    for (const RatingEvent& event : play_.events) {
      if (event.unit != "u" || event.day != day || event.kind != RatingEvent::Kind::veto) continue;
      stars_ = 0;
      for (std::int32_t cycle = 0; cycle <= cycle_ + play_.scheme.waiting; ++cycle)
        struck_.insert(cycle);
    }
    return stars_;
  }

private:
  int months() const { return play_.scheme.cycle_months; }

  void assess(const RatingEvent& event) {
    if (struck_.count(event.cycle) > 0) return;
    const RatingScheme& scheme = play_.scheme;
    const std::int64_t points = event.marks[0].points.millionths + event.marks[1].points.millionths;
    if (points >= scheme.bar.millionths) {
      for (int i = 0; i < scheme.step && stars_ < scheme.highest; ++i)
        ++stars_;
    } else if (scheme.below == BelowBar::remove) {
      stars_ = 0;
    } else if (scheme.below == BelowBar::step_down) {
      for (int i = 0; i < scheme.step && stars_ > 0; ++i)
        --stars_;
    }
  }

  const Play& play_;
  std::int32_t cycle_ = 0;
  std::int32_t stars_ = 0;
  std::set<std::int32_t> struck_;
};

}  // namespace

TEST_CASE("stars on every day are those of a walk through the days") {
  Dice dice(20240127);
  int starred = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const Play play = random_play(dice);
    REQUIRE(validate(play.scheme).empty());
    REQUIRE(validate(play.scheme, play.events).empty());
    const std::vector<StarChange> history = star_history(play.scheme, play.events, "u");
    Walk walk(play);
    std::size_t at = 0;
    std::int32_t stars = 0;
    for (int number = 0; number < last_number; ++number) {
      for (; at < history.size() && history[at].day <= day_at(number); ++at) {
        REQUIRE(history[at].before == stars);
        stars = history[at].after;
      }
      REQUIRE(stars == walk.next(number));
      starred += stars > 0 ? 1 : 0;
    }
    const int some = static_cast<int>(dice.below(last_number));
    Walk again(play);
    for (int number = 0; number < some; ++number)
      again.next(number);
    REQUIRE(stars_on(play.scheme, play.events, "u", day_at(some)) == again.next(some));
  }
  CHECK(starred > 10000);
}

TEST_CASE("the order of events never matters") {
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    Play play = random_play(dice);
    const auto told = [&] {
      std::string text;
      for (const StarChange& change : star_history(play.scheme, play.events, "u"))
        text += in_words(play.scheme, change, Language::english) + "\n";
      return text;
    };
    const std::string before = told();
    for (std::size_t i = play.events.size(); i > 1; --i)
      std::swap(play.events[i - 1], play.events[dice.below(i)]);
    REQUIRE(told() == before);
  }
}
