#pragma once
// Measures, deadlines and time used, found by walking minute by minute.
//
// Slow and plain on purpose: no index, no arithmetic of limits, nothing of the library but its
// types. It reads the rules of a calendar anew and lists for every minute of a few weeks which
// civil date a clock on the wall shows and whether people work. Everything else is a walk over that
// list.

#include <gridcase/calendar.hpp>
#include <gridcase/clock.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::test {

class ClockOracle {
public:
  // Knows so many days from `begin`, a whole minute before 2037. `table` may be null.
  ClockOracle(const Calendar& calendar, const HolidayTable* table, const std::string& zone,
              Instant begin, int days);

  bool is_working(Instant at) const { return minutes_[minute_of(to_microseconds(at))].working; }
  std::int64_t measure(Measure measure, Instant from, Instant until) const;
  // The next three: none when it takes longer than the oracle knows.
  std::optional<Instant> reach(Measure measure, Instant from, std::int64_t amount) const;
  std::optional<Instant> used_up(const Clock& clock, std::int64_t amount) const;
  std::optional<std::int64_t> time_used(const Clock& clock, Instant at) const;

  bool knows(Instant at) const;
  // Whether the wall showed a later date before: clocks went back over midnight.
  bool is_date_repeated(Instant at) const;

private:
  struct Minute {
    bool working = false;
    std::int16_t date = 0;         // days from the first one
    std::int16_t closing_of = -1;  // the date whose last working minute ended here
    std::int16_t latest_date = 0;  // shown so far
  };
  class Walk;

  std::size_t minute_of(std::int64_t at) const {
    return static_cast<std::size_t>((at - begin_) / 60'000'000);
  }
  void close_days();

  std::int64_t begin_;
  std::int64_t end_;
  std::vector<Minute> minutes_;
  std::vector<bool> working_days_;  // by date
};

}  // namespace gridcase::test
