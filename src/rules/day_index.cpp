#include "rules/day_index.hpp"

#include "model/calendar_check.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>

namespace gridcase::rules {
namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t day_length = 1440 * minute;
constexpr date::sys_days first_day = date::year{2000} / 1 / 1;
constexpr date::sys_days last_day = date::year{2120} / 1 / 1;  // exclusive
constexpr std::int64_t first_serial = first_day.time_since_epoch().count();
constexpr std::int64_t last_serial = last_day.time_since_epoch().count();

std::int64_t floor_days(std::int64_t local) {
  const std::int64_t days = local / day_length;
  return days * day_length > local ? days - 1 : days;
}

std::size_t weekday_of(date::sys_days day) {
  return date::weekday(day).iso_encoding() - 1;  // Monday first
}

const WorkingWeek& week_of(const Calendar& calendar, date::sys_days day) {
  const date::year_month_day ymd{day};
  return model::week_on(calendar, static_cast<int>(static_cast<unsigned>(ymd.month())),
                        static_cast<int>(static_cast<unsigned>(ymd.day())));
}

const std::vector<Window>& windows_of(const SpecialDay& special, const WorkingWeek& week) {
  static const std::vector<Window> nothing;
  if (!special.working) return nothing;
  if (!special.windows.empty()) return special.windows;
  for (const auto& windows : week) {
    if (!windows.empty()) return windows;
  }
  return nothing;
}

}  // namespace

DayIndex::DayIndex(const Calendar& calendar, const HolidayTable* table, const std::string& zone) {
  fill_weeks(calendar);
  if (table != nullptr) fill_special(calendar, table->days);
  fill_special(calendar, calendar.days);
  // Two days more on each side: no zone is further from UTC.
  cut(offset_ranges(zone, Instant(first_day - date::days{2}), Instant(last_day + date::days{2})));
  sum_up();
}

void DayIndex::set_windows(Day& day, const std::vector<Window>& windows) {
  day.first = static_cast<std::uint32_t>(spans_.size());
  day.count = static_cast<std::uint32_t>(windows.size());
  for (const Window window : windows)
    spans_.push_back({window.from * minute, window.until * minute});
}

void DayIndex::fill_weeks(const Calendar& calendar) {
  // The weeks are stored once; days point into them.
  std::vector<std::array<Day, 7>> weeks(calendar.seasons.size() + 1);
  const auto store = [&](std::array<Day, 7>& days, const WorkingWeek& week) {
    for (std::size_t i = 0; i < week.size(); ++i)
      set_windows(days[i], week[i]);
  };
  store(weeks.back(), calendar.week);
  for (std::size_t i = 0; i < calendar.seasons.size(); ++i)
    store(weeks[i], calendar.seasons[i].week);

  days_.reserve(static_cast<std::size_t>(last_serial - first_serial));
  for (date::sys_days day = first_day; day < last_day; day += date::days{1}) {
    const WorkingWeek& week = week_of(calendar, day);
    std::size_t number = 0;
    while (number < calendar.seasons.size() && &calendar.seasons[number].week != &week)
      ++number;
    days_.push_back(weeks[number][weekday_of(day)]);
  }
}

void DayIndex::fill_special(const Calendar& calendar, const std::vector<SpecialDay>& days) {
  for (const SpecialDay& special : days) {
    const date::sys_days day =
        date::year{special.date.year} / special.date.month / special.date.day;
    if (day < first_day || day >= last_day) continue;
    Day& entry = days_[static_cast<std::size_t>((day - first_day).count())];
    set_windows(entry, windows_of(special, week_of(calendar, day)));
    entry.special = static_cast<std::int32_t>(specials_.size());
    specials_.push_back(special);
  }
}

void DayIndex::cut(const std::vector<OffsetRange>& ranges) {
  pieces_.reserve(days_.size() + ranges.size() + 1);
  for (const OffsetRange& range : ranges) {
    for (std::int64_t day = floor_days(range.begin + range.offset);; ++day) {
      const std::int64_t midnight = day * day_length - range.offset;
      if (midnight >= range.end) break;
      if (day < first_serial || day >= last_serial) continue;
      const std::int64_t begin = std::max(midnight, range.begin);
      pieces_.push_back({begin, 0, midnight, static_cast<std::int32_t>(day - first_serial)});
      end_ = std::min(midnight + day_length, range.end);
    }
  }
  // The mark of the end lies beyond every time, so that searches stop before it.
  pieces_.push_back({none, 0, 0, pieces_.back().day});
}

void DayIndex::sum_up() {
  std::vector<std::int64_t> closings(days_.size(), none);
  std::int64_t working = 0;
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    pieces_[i].working = working;
    const Day& day = day_of(i);
    for (std::uint32_t w = day.first; w < day.first + day.count; ++w) {
      const Span span = clipped(i, spans_[w]);
      if (span.until <= span.from) continue;
      working += span.until - span.from;
      closings[static_cast<std::size_t>(pieces_[i].day)] = span.until;
    }
    const std::int64_t end = std::min(pieces_[i + 1].begin, end_);
    while (begin() + static_cast<std::int64_t>(guesses_.size()) * day_length < end)
      guesses_.push_back(static_cast<std::uint32_t>(i));
  }
  pieces_.back().working = working;
  number_days(closings);
}

void DayIndex::number_days(const std::vector<std::int64_t>& closings) {
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (closings[i] != none) closings_.push_back(closings[i]);
    days_[i].working_days = static_cast<std::int32_t>(closings_.size());
  }
}

std::size_t DayIndex::find(std::int64_t at) const noexcept {
  std::size_t piece = guesses_[std::min(static_cast<std::size_t>((at - begin()) / day_length),
                                        guesses_.size() - 1)];
  // A few steps at most: 24 hours hold a midnight and, rarely, changes of the clocks.
  while (pieces_[piece + 1].begin <= at)
    ++piece;
  return piece;
}

DayIndex::Span DayIndex::clipped(std::size_t piece, const Span& window) const noexcept {
  const Piece& it = pieces_[piece];
  return {std::max(it.midnight + window.from, it.begin),
          std::min(it.midnight + window.until, pieces_[piece + 1].begin)};
}

bool DayIndex::is_working(std::int64_t at) const noexcept {
  const std::size_t piece = find(at);
  const Day& day = day_of(piece);
  const std::int64_t civil = at - pieces_[piece].midnight;
  for (std::uint32_t w = day.first; w < day.first + day.count; ++w) {
    if (spans_[w].from <= civil && civil < spans_[w].until) return true;
  }
  return false;
}

std::int64_t DayIndex::working_until(std::int64_t at) const noexcept {
  const std::size_t piece = find(at);
  const Day& day = day_of(piece);
  std::int64_t working = pieces_[piece].working;
  for (std::uint32_t w = day.first; w < day.first + day.count; ++w) {
    const Span span = clipped(piece, spans_[w]);
    working += std::max(std::min(span.until, at) - span.from, std::int64_t{0});
  }
  return working;
}

// The first piece before which there is so much working time. Limits are short, so the search
// doubles its steps from the start on before it halves them.
std::size_t DayIndex::first_with(std::int64_t working, std::size_t start) const noexcept {
  std::size_t below = start;
  std::size_t step = 1;
  while (below + step < pieces_.size() && pieces_[below + step].working < working) {
    below += step;
    step *= 2;
  }
  const auto first = pieces_.begin() + static_cast<std::ptrdiff_t>(below + 1);
  const auto last =
      pieces_.begin() + static_cast<std::ptrdiff_t>(std::min(below + step, pieces_.size()));
  const auto found =
      std::lower_bound(first, last, working, [](const Piece& piece, std::int64_t wanted) {
        return piece.working < wanted;
      });
  return static_cast<std::size_t>(found - pieces_.begin());
}

std::int64_t DayIndex::reach_working(std::int64_t from, std::int64_t amount) const noexcept {
  if (amount == 0) return from;
  const std::int64_t before = working_until(from);
  if (amount > pieces_.back().working - before) return none;
  const std::size_t piece = first_with(before + amount, find(from)) - 1;
  std::int64_t left = before + amount - pieces_[piece].working;
  const Day& day = day_of(piece);
  for (std::uint32_t w = day.first; w < day.first + day.count; ++w) {
    const Span span = clipped(piece, spans_[w]);
    if (span.until <= span.from) continue;
    if (left <= span.until - span.from) return span.from + left;
    left -= span.until - span.from;
  }
  return none;
}

std::int64_t DayIndex::days_until(std::int64_t at) const noexcept {
  return day_of(find(at)).working_days;
}

std::int64_t DayIndex::reach_closing(std::int64_t from, std::int64_t count) const noexcept {
  const std::int64_t before = days_until(from);
  const auto left = static_cast<std::int64_t>(closings_.size()) - before;
  if (count > left) return none;
  if (count > 0) return closings_[static_cast<std::size_t>(before + count - 1)];
  const std::int32_t day = pieces_[find(from)].day;
  const std::int32_t before_it =
      day == 0 ? 0 : days_[static_cast<std::size_t>(day) - 1].working_days;
  if (before_it < before) {
    const std::int64_t closing = closings_[static_cast<std::size_t>(before - 1)];
    if (closing >= from) return closing;
  }
  return left == 0 ? none : closings_[static_cast<std::size_t>(before)];
}

Timetable::Stretch DayIndex::gap_in(const Day& day) const {
  Timetable::Stretch gap;
  gap.kind = day.count > 0 ? Timetable::Kind::closed : Timetable::Kind::day_off;
  if (day.special < 0) return gap;
  const SpecialDay& special = specials_[static_cast<std::size_t>(day.special)];
  gap.name = special.name;
  if (!special.working) gap.kind = Timetable::Kind::holiday;
  return gap;
}

void DayIndex::stretches(std::int64_t from, std::int64_t until,
                         std::vector<Timetable::Stretch>& found) const {
  using Kind = Timetable::Kind;
  // A window that a change of the clocks cuts is one stretch still.
  std::int64_t last_window = -1;
  const auto add = [&](Timetable::Stretch stretch, std::int64_t begin, std::int64_t end,
                       std::int64_t window) {
    if (begin >= end) return;
    if (!found.empty() && found.back().kind == stretch.kind && found.back().name == stretch.name &&
        last_window == window) {
      found.back().until = from_microseconds(end);
      return;
    }
    stretch.from = from_microseconds(begin);
    stretch.until = from_microseconds(end);
    found.push_back(std::move(stretch));
    last_window = window;
  };
  for (std::size_t piece = find(from); pieces_[piece].begin < until; ++piece) {
    const Day& day = day_of(piece);
    const Timetable::Stretch gap = gap_in(day);
    std::int64_t done = std::max(pieces_[piece].begin, from);
    for (std::uint32_t w = 0; w < day.count; ++w) {
      const Span span = clipped(piece, spans_[day.first + w]);
      const std::int64_t begin = std::max(span.from, done);
      const std::int64_t end = std::min(span.until, until);
      if (begin >= end) continue;
      add(gap, done, begin, -1);
      Timetable::Stretch working = gap;
      working.kind = Kind::working;
      add(std::move(working), begin, end, std::int64_t{pieces_[piece].day} * 1440 + w);
      done = end;
    }
    add(gap, done, std::min(pieces_[piece + 1].begin, until), -1);
  }
}

}  // namespace gridcase::rules
