// What a deadline costs: the index of a timetable beside stepping from day to day by hand.
#include <gridcase/calendar.hpp>

#include <benchmark/benchmark.h>
#include <date/date.h>
#include <date/tz.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace {

using namespace gridcase;

constexpr const char* zone = "Asia/Shanghai";
constexpr Duration hour = std::chrono::hours(1);

// 08:00–12:00 and 14:00–18:00, Monday to Friday; about as many special days as China has.
Calendar office_hours() {
  Calendar calendar;
  calendar.code = "office";
  for (std::size_t i = 0; i < 5; ++i)
    calendar.week[i] = {{480, 720}, {840, 1080}};
  calendar.holidays = "table";
  return calendar;
}

HolidayTable holidays() {
  HolidayTable table;
  table.code = "table";
  table.until = {2031, 1, 1};
  for (std::int16_t year = 2000; year < 2031; ++year) {
    for (std::uint8_t month = 1; month <= 12; ++month) {
      for (std::uint8_t day = 1; day <= 3; ++day)
        table.days.push_back({{year, month, day}, month % 5 == 0, "x", {}});
    }
  }
  return table;
}

// From everywhere in 30 years, to the second.
const std::vector<Instant>& starts() {
  static const std::vector<Instant> times = [] {
    std::mt19937_64 random(20180316);
    const date::sys_days first = date::year{2000} / 1 / 10;
    std::uniform_int_distribution<std::int64_t> seconds(0, 30LL * 365 * 86400);
    std::vector<Instant> result;
    for (int i = 0; i < 4096; ++i)
      result.push_back(Instant(first) + std::chrono::seconds(seconds(random)));
    return result;
  }();
  return times;
}

// By hand: day after day, each with a look into the table.
class DayByDay {
public:
  DayByDay(const Calendar& calendar, const HolidayTable& table) : calendar_(calendar) {
    for (const SpecialDay& day : table.days)
      special_[date::local_days(date::year{day.date.year} / day.date.month / day.date.day)] =
          day.working;
  }

  Instant after(Instant from, Duration left) const {
    auto now = date::make_zoned(zone_, from).get_local_time();
    for (auto day = date::floor<date::days>(now);; day += date::days{1}) {
      for (const Window window : windows_on(day)) {
        const auto begin = std::max<Local>(day + std::chrono::minutes(window.from), now);
        const auto end = Local(day + std::chrono::minutes(window.until));
        if (end <= begin) continue;
        if (left <= end - begin) return zone_->to_sys(begin + left, date::choose::earliest);
        left -= end - begin;
      }
    }
  }

  Instant end_of(Instant from, std::int64_t days) const {
    const auto now = date::make_zoned(zone_, from).get_local_time();
    for (auto day = date::floor<date::days>(now) + date::days{1};; day += date::days{1}) {
      const std::vector<Window>& windows = windows_on(day);
      if (windows.empty() || --days > 0) continue;
      return zone_->to_sys(Local(day + std::chrono::minutes(windows.back().until)),
                           date::choose::earliest);
    }
  }

private:
  using Local = date::local_time<Duration>;

  const std::vector<Window>& windows_on(date::local_days day) const {
    static const std::vector<Window> none;
    const auto found = special_.find(day);
    if (found != special_.end()) return found->second ? calendar_.week[0] : none;
    return calendar_.week[date::weekday(day).iso_encoding() - 1];
  }

  const date::time_zone* zone_ = date::locate_zone(zone);
  Calendar calendar_;
  std::map<date::local_days, bool> special_;
};

const Timetable& timetable() {
  static const Timetable it(office_hours(), {holidays()}, zone);
  return it;
}

const DayByDay& day_by_day() {
  static const DayByDay it(office_hours(), holidays());
  return it;
}

template <typename Deadline> void run(benchmark::State& state, Deadline deadline) {
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(deadline(starts()[next]));
    next = (next + 1) % starts().size();
  }
}

void by_index(benchmark::State& state, Amount amount) {
  run(state, [&](Instant from) { return timetable().deadline(from, amount); });
}

void by_days(benchmark::State& state, Amount amount) {
  // Only the same answers are worth comparing.
  for (const Instant from : starts()) {
    const Instant deadline =
        amount.unit == LimitUnit::end_of_working_day
            ? day_by_day().end_of(from, amount.value)
            : day_by_day().after(from, timetable().counted(amount) * Duration{1});
    if (deadline != timetable().deadline(from, amount)) {
      state.SkipWithError("the two disagree");
      return;
    }
  }
  if (amount.unit == LimitUnit::end_of_working_day) {
    run(state, [&](Instant from) { return day_by_day().end_of(from, amount.value); });
  } else {
    const Duration length = timetable().counted(amount) * Duration{1};
    run(state, [&](Instant from) { return day_by_day().after(from, length); });
  }
}

void measure_working(benchmark::State& state) {
  run(state,
      [](Instant from) { return timetable().measure(Measure::working, from, from + 1000 * hour); });
}

void compile(benchmark::State& state) {
  const Calendar calendar = office_hours();
  const std::vector<HolidayTable> tables{holidays()};
  for (auto _ : state)
    benchmark::DoNotOptimize(Timetable(calendar, tables, zone));
}

constexpr Amount four_hours{4, LimitUnit::working_hour};
constexpr Amount twenty_days{20, LimitUnit::working_day};
constexpr Amount fifteenth_day{15, LimitUnit::end_of_working_day};

BENCHMARK_CAPTURE(by_index, four_working_hours, four_hours);
BENCHMARK_CAPTURE(by_days, four_working_hours, four_hours);
BENCHMARK_CAPTURE(by_index, twenty_working_days, twenty_days);
BENCHMARK_CAPTURE(by_days, twenty_working_days, twenty_days);
BENCHMARK_CAPTURE(by_index, end_of_15th_working_day, fifteenth_day);
BENCHMARK_CAPTURE(by_days, end_of_15th_working_day, fifteenth_day);
BENCHMARK(measure_working);
BENCHMARK(compile)->Unit(benchmark::kMillisecond);

}  // namespace
