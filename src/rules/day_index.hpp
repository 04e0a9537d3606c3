#pragma once
// The days of a calendar from 2000 to 2120 on the time line, and searches in them.
//
// The time line is cut into pieces: the longest runs of one civil day and one offset of the zone.
// Most days are one piece; where clocks change within a day it is two, or more; a day that the zone
// left out is none. Where clocks go back over midnight the same day comes twice, so days need not
// ascend from piece to piece.

#include "rules/zone_ranges.hpp"

#include <gridcase/calendar.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace gridcase::rules {

class DayIndex {
public:
  // A calendar without faults; `table` may be null.
  DayIndex(const Calendar& calendar, const HolidayTable* table, const std::string& zone);

  // All times are microseconds of UTC, and must not lie outside begin() … end().
  std::int64_t begin() const noexcept { return pieces_.front().begin; }
  std::int64_t end() const noexcept { return end_; }
  bool covers(std::int64_t at) const noexcept { return at >= begin() && at <= end(); }

  bool is_working(std::int64_t at) const noexcept;
  // Working time from the beginning of the index.
  std::int64_t working_until(std::int64_t at) const noexcept;
  // The earliest time at or after `from` with so much working time since; none: past the end.
  std::int64_t reach_working(std::int64_t from, std::int64_t amount) const noexcept;
  // Working days from the beginning of the index up to and with the day of `at`.
  std::int64_t days_until(std::int64_t at) const noexcept;
  // The end of the last window of the n-th working day after that of `from`, 0 being that day
  // itself or the next one; none: past the end.
  std::int64_t reach_closing(std::int64_t from, std::int64_t count) const noexcept;

  void stretches(std::int64_t from, std::int64_t until,
                 std::vector<Timetable::Stretch>& found) const;

  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

private:
  struct Span {
    std::int64_t from = 0;  // from midnight
    std::int64_t until = 0;
  };
  struct Day {
    std::uint32_t first = 0;  // of spans_
    std::uint32_t count = 0;
    std::int32_t special = -1;      // of specials_
    std::int32_t working_days = 0;  // up to and with this day
  };
  struct Piece {
    std::int64_t begin = 0;
    std::int64_t working = 0;   // working time before it
    std::int64_t midnight = 0;  // of its day, by its offset
    std::int32_t day = 0;       // of days_
  };

  void fill_weeks(const Calendar& calendar);
  void fill_special(const Calendar& calendar, const std::vector<SpecialDay>& days);
  void cut(const std::vector<OffsetRange>& ranges);
  void sum_up();
  void number_days(const std::vector<std::int64_t>& closings);
  void set_windows(Day& day, const std::vector<Window>& windows);
  std::size_t find(std::int64_t at) const noexcept;
  std::size_t first_with(std::int64_t working, std::size_t start) const noexcept;
  // The part of a window that lies in a piece; empty if until <= from.
  Span clipped(std::size_t piece, const Span& window) const noexcept;
  const Day& day_of(std::size_t piece) const noexcept {
    return days_[static_cast<std::size_t>(pieces_[piece].day)];
  }
  Timetable::Stretch gap_in(const Day& day) const;

  std::vector<Span> spans_;
  std::vector<Day> days_;               // from 2000-01-01
  std::vector<SpecialDay> specials_;    // what is known of special days
  std::vector<Piece> pieces_;           // the last one marks the end
  std::vector<std::uint32_t> guesses_;  // the piece at every 24 hours from begin()
  std::vector<std::int64_t> closings_;  // the last working instant of every working day
  std::int64_t end_ = 0;
};

}  // namespace gridcase::rules
