#include "support/clock_oracle.hpp"

#include <date/date.h>
#include <date/tz.h>

#include <algorithm>

namespace gridcase::test {
namespace {

constexpr std::int64_t minute = 60'000'000;

const std::vector<Window>& special_windows(const SpecialDay& day, const WorkingWeek& week) {
  static const std::vector<Window> none;
  if (!day.working) return none;
  if (!day.windows.empty()) return day.windows;
  for (const auto& windows : week)
    if (!windows.empty()) return windows;
  return none;
}

bool in_season(const Season& season, int month, int day) {
  const auto before = [](int month_a, int day_a, int month_b, int day_b) {
    return month_a < month_b || (month_a == month_b && day_a < day_b);
  };
  const bool begun = !before(month, day, season.from_month, season.from_day);
  const bool over = !before(month, day, season.until_month, season.until_day);
  const bool wraps =
      before(season.until_month, season.until_day, season.from_month, season.from_day);
  return wraps ? begun || !over : begun && !over;
}

const std::vector<Window>& windows_on(const Calendar& calendar, const HolidayTable* table,
                                      date::year_month_day ymd) {
  const int month = static_cast<int>(static_cast<unsigned>(ymd.month()));
  const int day = static_cast<int>(static_cast<unsigned>(ymd.day()));
  const WorkingWeek* week = &calendar.week;
  for (auto season = calendar.seasons.rbegin(); season != calendar.seasons.rend(); ++season)
    if (in_season(*season, month, day)) week = &season->week;
  const auto is_today = [&](const SpecialDay& special) {
    return special.date.year == static_cast<int>(ymd.year()) && special.date.month == month &&
           special.date.day == day;
  };
  for (const SpecialDay& special : calendar.days)
    if (is_today(special)) return special_windows(special, *week);
  if (table != nullptr)
    for (const SpecialDay& special : table->days)
      if (is_today(special)) return special_windows(special, *week);
  const unsigned weekday = date::weekday(date::local_days(ymd)).iso_encoding();
  return (*week)[weekday - 1];
}

}  // namespace

ClockOracle::ClockOracle(const Calendar& calendar, const HolidayTable* table,
                         const std::string& zone, Instant begin, int days)
    : begin_(to_microseconds(begin)), end_(begin_ + std::int64_t{days} * 1440 * minute) {
  const date::time_zone* rules = date::locate_zone(zone);
  date::sys_info info{};
  std::optional<date::local_days> first;
  std::optional<date::local_days> today;
  const std::vector<Window>* windows = nullptr;
  std::int16_t latest = 0;
  for (std::int64_t at = begin_; at <= end_; at += minute) {
    const auto time = date::floor<std::chrono::seconds>(from_microseconds(at));
    if (time >= info.end || time < info.begin) info = rules->get_info(time);
    const date::local_seconds wall{time.time_since_epoch() + info.offset};
    const auto day = date::floor<date::days>(wall);
    if (!first) first = day - date::days{2};  // clocks may go back over midnight
    if (today != day) windows = &windows_on(calendar, table, date::year_month_day(day));
    today = day;
    Minute entry;
    entry.date = static_cast<std::int16_t>((day - *first).count());
    const auto of_day = std::chrono::duration_cast<std::chrono::minutes>(wall - day).count();
    for (const Window window : *windows)
      entry.working |= of_day >= window.from && of_day < window.until;
    entry.latest_date = latest = std::max(latest, entry.date);
    minutes_.push_back(entry);
  }
  close_days();
}

void ClockOracle::close_days() {
  working_days_.assign(static_cast<std::size_t>(minutes_.back().latest_date) + 1, false);
  for (std::size_t i = 0; i + 1 < minutes_.size(); ++i) {
    if (!minutes_[i].working) continue;
    const auto date = static_cast<std::size_t>(minutes_[i].date);
    if (working_days_[date]) {
      for (std::size_t before = i; before > 0; --before) {
        if (minutes_[before].closing_of != minutes_[i].date) continue;
        minutes_[before].closing_of = -1;
        break;
      }
    }
    working_days_[date] = true;
    minutes_[i + 1].closing_of = minutes_[i].date;
  }
  // Of the last day only a part was seen: it is not known.
  const std::int16_t last = minutes_.back().latest_date;
  while (minutes_[minute_of(end_)].latest_date == last)
    end_ -= minute;
}

bool ClockOracle::knows(Instant at) const {
  return to_microseconds(at) >= begin_ && to_microseconds(at) < end_;
}

bool ClockOracle::is_date_repeated(Instant at) const {
  const Minute& here = minutes_[minute_of(to_microseconds(at))];
  return here.date < here.latest_date;
}

// A clock walking along: where it is, what it counted, and which holds are ahead.
class ClockOracle::Walk {
public:
  Walk(const ClockOracle& oracle, const Clock& clock, bool open_hold_ends)
      : oracle_(oracle), clock_(clock), measure_(measure_of(clock.limit)),
        open_hold_ends_(open_hold_ends) {
    jump(to_microseconds(clock.started));
    see_hold();
  }

  bool is_over() const { return at >= oracle_.end_; }

  // The day the wall shows now: one more if it is a new one and people work.
  void look_at_the_wall() {
    const std::int16_t date = here().date;
    if (measure_ != Measure::closing || date <= day) return;
    if (oracle_.working_days_[static_cast<std::size_t>(date)]) ++counted;
    day = date;
  }

  bool is_stopped_for_good() const { return at >= hold_from_ && !clock_.holds[hold_].until; }

  bool pass_hold() {
    if (at < hold_from_ || is_stopped_for_good()) return false;
    jump(std::max(at, to_microseconds(*clock_.holds[hold_].until)));
    ++hold_;
    see_hold();
    return true;
  }

  // To the next minute, hold, or end, or until so much more is counted.
  void step(std::int64_t end, std::int64_t most) {
    std::int64_t next = std::min({minute_end_, end, hold_from_});
    const bool counts =
        measure_ == Measure::natural || (measure_ == Measure::working && here().working);
    if (counts) {
      next = std::min(next, at + most);
      counted += next - at;
    }
    at = next;
    if (at < minute_end_) return;
    ++index_;
    minute_end_ += minute;
  }

  // Whether the last working minute of a day from this one on has just ended.
  bool is_closing(std::int16_t from_day) const {
    return at == minute_end_ - minute && here().closing_of >= from_day;
  }

private:
  const Minute& here() const { return oracle_.minutes_[index_]; }

  void jump(std::int64_t to) {
    at = to;
    index_ = oracle_.minute_of(at);
    minute_end_ = oracle_.begin_ + (static_cast<std::int64_t>(index_) + 1) * minute;
    if (!is_over()) day = here().date;
  }

  void see_hold() {
    const bool ahead =
        hold_ < clock_.holds.size() && (clock_.holds[hold_].until || open_hold_ends_);
    hold_from_ = ahead ? to_microseconds(clock_.holds[hold_].from) : INT64_MAX;
  }

  const ClockOracle& oracle_;
  const Clock& clock_;
  Measure measure_;
  bool open_hold_ends_;
  std::size_t hold_ = 0;
  std::int64_t hold_from_ = 0;
  std::size_t index_ = 0;  // of the minute it is in
  std::int64_t minute_end_ = 0;

public:
  std::int64_t at = 0;
  std::int64_t counted = 0;
  std::int16_t day = 0;
};

std::optional<Instant> ClockOracle::used_up(const Clock& clock, std::int64_t amount) const {
  Walk walk(*this, clock, false);
  const bool closing = measure_of(clock.limit) == Measure::closing;
  std::optional<std::int16_t> due_day;
  if (amount == 0) due_day = walk.day;
  while (!walk.is_over()) {
    walk.look_at_the_wall();
    if (walk.counted >= amount && !due_day) due_day = walk.day;
    if (walk.pass_hold()) {
      if (due_day) due_day = walk.day;
      continue;
    }
    if (due_day && (!closing || walk.is_closing(*due_day))) return from_microseconds(walk.at);
    walk.step(end_, closing ? 0 : amount - walk.counted);
  }
  return std::nullopt;
}

std::optional<std::int64_t> ClockOracle::time_used(const Clock& clock, Instant at) const {
  const std::int64_t end = to_microseconds(std::min(at, clock.stopped.value_or(at)));
  if (end >= end_) return std::nullopt;
  Walk walk(*this, clock, true);
  while (!walk.is_over()) {
    if (walk.at <= end) walk.look_at_the_wall();
    if (walk.at >= end || walk.is_stopped_for_good()) break;
    if (!walk.pass_hold()) walk.step(end, end - walk.at);
  }
  return walk.counted;
}

std::int64_t ClockOracle::measure(Measure measure, Instant from, Instant until) const {
  if (until < from) return -this->measure(measure, until, from);
  Clock clock;
  clock.limit = measure == Measure::natural   ? LimitUnit::urgent_hour
                : measure == Measure::working ? LimitUnit::working_hour
                                              : LimitUnit::end_of_working_day;
  clock.started = from;
  return time_used(clock, until).value_or(-1);
}

std::optional<Instant> ClockOracle::reach(Measure measure, Instant from,
                                          std::int64_t amount) const {
  Clock clock;
  clock.limit = measure == Measure::natural   ? LimitUnit::urgent_hour
                : measure == Measure::working ? LimitUnit::working_hour
                                              : LimitUnit::end_of_working_day;
  clock.started = from;
  return used_up(clock, amount);
}

}  // namespace gridcase::test
