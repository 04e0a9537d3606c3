// Timetables and clocks against an oracle that walks minute by minute.
//
//   GRIDCASE_CLOCK_CASES  how many clocks (100000)
//   GRIDCASE_SEED         where chance begins
#include "support/calendars.hpp"
#include "support/clock_oracle.hpp"
#include "support/environment.hpp"

#include <gridcase/error.hpp>

#include <date/date.h>
#include <date/tz.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr int known_days = 75;
constexpr int clocks_per_calendar = 200;

class Dice {
public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::int64_t pick(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }
  bool chance(int percent) { return pick(1, 100) <= percent; }

private:
  std::mt19937_64 engine_;
};

// ---- calendars ---------------------------------------------------------------------------------

std::vector<Window> windows(Dice& dice, int most) {
  const std::int64_t grain = dice.chance(50) ? 60 : dice.chance(50) ? 30 : 1;
  std::vector<std::int32_t> times;
  for (std::int64_t i = dice.pick(0, most) * 2; i > 0; --i)
    times.push_back(static_cast<std::int32_t>(dice.pick(0, 1440 / grain) * grain));
  std::sort(times.begin(), times.end());
  std::vector<Window> result;
  for (std::size_t i = 0; i + 1 < times.size(); i += 2)
    if (times[i] < times[i + 1]) result.push_back({times[i], times[i + 1]});
  return result;
}

WorkingWeek week(Dice& dice) {
  WorkingWeek result;
  if (dice.chance(10)) {
    result.fill({{0, 1440}});
    return result;
  }
  const bool alike = dice.chance(60);
  const std::vector<Window> usual = windows(dice, 3);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (alike && i >= 5) break;
    result[i] = alike ? usual : windows(dice, 3);
  }
  return result;
}

Date date_in(std::int64_t days_since_epoch) {
  const date::year_month_day ymd{date::sys_days{date::days{static_cast<int>(days_since_epoch)}}};
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

std::vector<SpecialDay> special_days(Dice& dice, Instant begin) {
  const std::int64_t first = to_microseconds(begin) / (1440 * minute);
  std::vector<SpecialDay> days;
  for (std::int64_t day = first + dice.pick(0, 10); day < first + known_days;
       day += dice.pick(1, 12)) {
    SpecialDay special{date_in(day), dice.chance(50), "x", {}};
    if (special.working && dice.chance(50)) special.windows = windows(dice, 2);
    days.push_back(special);
    if (dice.chance(10)) break;
  }
  return days;
}

Season season(Dice& dice) {
  Season result;
  result.name = "season";
  result.from_month = static_cast<std::int32_t>(dice.pick(1, 12));
  result.from_day = static_cast<std::int32_t>(dice.pick(1, 29));
  result.until_month = static_cast<std::int32_t>(dice.pick(1, 12));
  result.until_day = static_cast<std::int32_t>(dice.pick(1, 29));
  result.week = week(dice);
  return result;
}

// Somewhere in 2000 … 2036, half of the time shortly before the clocks change.
Instant some_beginning(Dice& dice, const char* zone) {
  const date::sys_days first = date::year{2000} / 1 / 2;
  const date::sys_days last = date::year{2036} / 9 / 1;
  const date::sys_days day = first + date::days{dice.pick(0, (last - first).count())};
  if (dice.chance(50)) return day;
  const auto change = date::locate_zone(zone)->get_info(date::sys_seconds(day)).end;
  const date::sys_days before = date::floor<date::days>(std::min(change, date::sys_seconds(last)) -
                                                        date::days{dice.pick(3, 30)});
  return std::max(before, first);
}

struct World {
  const char* zone;
  Instant begin;
  Calendar calendar;
  HolidayTable table;

  explicit World(Dice& dice) {
    static constexpr const char* zones[] = {
        "Asia/Shanghai", "America/New_York",    "America/St_Johns", "Europe/London",
        "Asia/Kolkata",  "Australia/Lord_Howe", "Asia/Beirut",      "Pacific/Apia"};
    zone = zones[dice.pick(0, 7)];
    begin = some_beginning(dice, zone);
    if (std::string_view(zone) == "Pacific/Apia" && dice.chance(70))
      begin = date::sys_days{date::year{2011} / 12 / 10};  // before the day that is missing
    calendar.code = "random";
    calendar.week = week(dice);
    for (std::int64_t i = dice.pick(-1, 2); i > 0; --i)
      calendar.seasons.push_back(season(dice));
    if (dice.chance(30)) calendar.days = special_days(dice, begin);
    calendar.holidays = dice.chance(50) ? "table" : "";
    calendar.day_minutes = static_cast<std::int32_t>(dice.pick(1, 1440));
    table.code = "table";
    table.until = {2100, 1, 1};
    table.days = special_days(dice, begin);
  }
};

// ---- clocks ------------------------------------------------------------------------------------

Instant moment(Dice& dice, Instant from, int days) {
  std::int64_t time = to_microseconds(from) + dice.pick(0, days * 1440) * minute;
  if (dice.chance(20)) time += dice.pick(0, minute - 1);
  return from_microseconds(time);
}

Amount limit(Dice& dice) {
  switch (const auto unit = static_cast<LimitUnit>(dice.pick(1, 7))) {
  case LimitUnit::urgent_minute: return {dice.pick(0, 3000), unit};
  case LimitUnit::urgent_hour: return {dice.pick(0, 100), unit};
  case LimitUnit::calendar_day: return {dice.pick(0, 6), unit};
  case LimitUnit::working_minute: return {dice.pick(0, 1200), unit};
  case LimitUnit::working_hour: return {dice.pick(0, 24), unit};
  case LimitUnit::working_day: return {dice.pick(0, 3), unit};
  default: return {dice.pick(0, 6), unit};
  }
}

Clock some_clock(Dice& dice, const Timetable& timetable, const ClockOracle& oracle, Instant begin) {
  const Amount amount = limit(dice);
  Clock clock;
  clock.limit = amount.unit;
  clock.budget = timetable.counted(amount);
  if (dice.chance(25)) clock.extended = dice.pick(0, 2) * clock.budget / 2;
  clock.started = moment(dice, begin + date::days{4}, 24);
  Instant at = clock.started;
  for (std::int64_t holds = dice.pick(-2, 3); holds > 0; --holds) {
    Instant from = moment(dice, at, dice.chance(70) ? 2 : 5);
    if (dice.chance(15)) {
      // At the deadline, and just beside it.
      from = oracle.used_up(clock, clock.budget).value_or(from) + Duration{dice.pick(-1, 1)};
      from = std::max(from, at);
    }
    at = dice.chance(5) ? from : moment(dice, from, dice.chance(70) ? 3 : 10);
    clock.holds.push_back({from, at});
  }
  if (!clock.holds.empty() && dice.chance(20)) clock.holds.back().until.reset();
  if (dice.chance(20)) clock.stopped = moment(dice, at, 5);
  return clock;
}

// ---- comparing ---------------------------------------------------------------------------------

class Comparison {
public:
  Comparison(const World& world, const Timetable& timetable, const ClockOracle& oracle)
      : world_(world), timetable_(timetable), oracle_(oracle) {}

  // False if it takes longer than the oracle knows.
  bool compare(const Clock& clock, Dice& dice) {
    clock_ = &clock;
    const std::int64_t whole = clock.budget + clock.extended;
    const auto deadline = oracle_.used_up(clock, whole);
    const Instant at = dice.chance(20) && deadline ? *deadline : moment(dice, clock.started, 10);
    const auto used = oracle_.time_used(clock, at);
    const std::int64_t part = whole > 0 ? dice.pick(0, whole) : 0;
    const auto part_used = oracle_.used_up(clock, part);
    const Measure measure = measure_of(clock.limit);
    const Instant other = dice.chance(20) ? moment(dice, world_.begin + date::days{4}, 24)
                                          : moment(dice, clock.started - date::days{1}, 3);
    if (!deadline || !used || !part_used) return false;
    expect("deadline_of", *deadline, deadline_of(clock, timetable_));
    expect("used_up", *part_used, used_up(clock, timetable_, part));
    const bool by_date = measure == Measure::closing;
    if (!by_date || !oracle_.is_date_repeated(at)) {
      expect("time_used", *used, time_used(clock, timetable_, at));
    }
    expect("is_working", oracle_.is_working(other), timetable_.is_working(other));
    if (by_date && oracle_.is_date_repeated(other)) return true;
    expect("measure", oracle_.measure(measure, clock.started, other),
           timetable_.measure(measure, clock.started, other));
    if (const auto reached = oracle_.reach(measure, other, part)) {
      expect("reach", *reached, timetable_.reach(measure, other, part));
    }
    return true;
  }

  static std::int64_t differences;

private:
  static std::string text(Instant at) { return format_instant(at); }
  static std::string text(std::int64_t number) { return std::to_string(number); }
  static std::string text(bool yes) { return yes ? "yes" : "no"; }

  template <typename Value> void expect(const std::string& what, Value wanted, Value found) {
    if (wanted == found) return;
    if (++differences > 5) return;
    std::string holds;
    for (const Clock::Hold& hold : clock_->holds)
      holds += " " + text(hold.from) + "/" + (hold.until ? text(*hold.until) : "open");
    MESSAGE(what, ": ", text(wanted), " by walking, ", text(found), " by the library; ",
            std::string(world_.zone), " from ", text(world_.begin), ", started ",
            text(clock_->started), ", ", std::string(name(clock_->limit)), " ", clock_->budget,
            " + ", clock_->extended, ", holds", holds);
  }

  const World& world_;
  const Timetable& timetable_;
  const ClockOracle& oracle_;
  const Clock* clock_ = nullptr;
};

std::int64_t Comparison::differences = 0;

// Working days are counted by dates, and a date that comes twice has no one answer.
bool has_repeated_date(const Clock& clock, const ClockOracle& oracle) {
  if (measure_of(clock.limit) != Measure::closing) return false;
  const auto repeated = [&](Instant at) { return oracle.knows(at) && oracle.is_date_repeated(at); };
  return repeated(clock.started) || (clock.stopped && repeated(*clock.stopped)) ||
         std::any_of(clock.holds.begin(), clock.holds.end(), [&](const Clock::Hold& hold) {
           return repeated(hold.from) || (hold.until && repeated(*hold.until));
         });
}

std::optional<Timetable> timetable_of(const World& world) {
  try {
    return Timetable(world.calendar, {world.table}, world.zone);
  } catch (const DocumentError&) {
    return std::nullopt;  // nobody ever works, or a season ends on the day it begins
  }
}

}  // namespace

TEST_CASE("timetables and clocks are as a walk minute by minute finds them") {
  const auto seed = static_cast<std::uint64_t>(number_from("GRIDCASE_SEED", 20180316));
  const std::int64_t wanted = number_from("GRIDCASE_CLOCK_CASES", 100'000);
  MESSAGE("GRIDCASE_SEED=", seed, " GRIDCASE_CLOCK_CASES=", wanted);
  Dice dice(seed);
  Comparison::differences = 0;
  std::int64_t compared = 0;
  std::int64_t too_long = 0;
  std::int64_t calendars = 0;
  std::int64_t refused = 0;
  while (compared < wanted) {
    const World world(dice);
    const auto timetable = timetable_of(world);
    ++calendars;
    if (!timetable) {
      ++refused;
      continue;
    }
    const ClockOracle oracle(world.calendar,
                             world.calendar.holidays.empty() ? nullptr : &world.table, world.zone,
                             world.begin, known_days);
    Comparison comparison(world, *timetable, oracle);
    for (int i = 0; i < clocks_per_calendar && compared < wanted; ++i) {
      const Clock clock = some_clock(dice, *timetable, oracle, world.begin);
      if (has_repeated_date(clock, oracle)) continue;
      if (comparison.compare(clock, dice)) {
        ++compared;
      } else {
        ++too_long;
      }
    }
  }
  MESSAGE(compared, " clocks compared under ", calendars - refused, " calendars, ", too_long,
          " longer than the walk, ", Comparison::differences, " differences");
  CHECK(Comparison::differences == 0);
  // Chance must not have left the question aside.
  CHECK(refused <= calendars / 4 + 4);
  CHECK(too_long <= compared / 10 + 400);
}
