#include <gridcase/case.hpp>
#include <gridcase/clock.hpp>

#include <algorithm>

// A clock runs in segments: from its start to the first hold, from the end of each hold to the
// next. What it uses is the sum over them, each in the measure of the limit.
//
// A deadline that falls exactly on the start of a hold is not missed, and a held clock has no time
// to be late in: it comes back with nothing left, and the deadline is the moment it goes on. A
// deadline before the hold was met or missed before it, and stays.
//
// Working days are counted by their dates, so a day on which a hold begins counts as used, and the
// day on which it ends does not count again: from Friday to Monday gives back one working day.

namespace gridcase {
namespace {

struct Segment {
  Instant from{};
  std::optional<Instant> until;  // none: goes on
};

// The segments in which a clock ran. An open hold ends the last one for what was used, and is left
// out for what is to come: the deadline is then as if the hold ended at its start.
std::vector<Segment> segments_of(const Clock& clock, bool open_hold_ends) {
  std::vector<Segment> segments{{clock.started, std::nullopt}};
  for (const Clock::Hold& hold : clock.holds) {
    if (!hold.until && !open_hold_ends) break;
    segments.back().until = std::max(hold.from, segments.back().from);
    if (!hold.until) break;
    segments.push_back({std::max(*hold.until, segments.back().from), std::nullopt});
  }
  return segments;
}

Light light_of(Instant yellow, Instant red, Instant at) noexcept {
  if (at > red) return Light::red;
  return at > yellow ? Light::yellow : Light::green;
}

}  // namespace

Light light(const Clock& clock, Instant now) noexcept {
  Instant at = clock.stopped.value_or(now);
  if (!clock.holds.empty()) {
    // A clock that ended while it was held has the times of before the hold.
    const Clock::Hold& last = clock.holds.back();
    if (!last.until || (clock.stopped && *clock.stopped <= *last.until))
      at = std::min(at, last.from);
  }
  return light_of(clock.times.yellow, clock.times.red, at);
}

Light light(const CaseSummary& summary, Instant now) noexcept {
  // A time that is not there never comes.
  return light_of(summary.yellow.value_or(now), summary.red.value_or(now), now);
}

Instant deadline_of(const Clock& clock, const Timetable& timetable) {
  return used_up(clock, timetable, clock.budget + clock.extended);
}

Instant used_up(const Clock& clock, const Timetable& timetable, std::int64_t amount) {
  const Measure measure = measure_of(clock.limit);
  std::int64_t left = std::max(amount, std::int64_t{0});
  const std::vector<Segment> segments = segments_of(clock, false);
  for (const Segment& segment : segments) {
    // Before reaching out: time that a long hold cuts off need not lie within the index.
    if (segment.until) {
      const std::int64_t used = timetable.measure(measure, segment.from, *segment.until);
      if (used < left) {
        left -= used;
        continue;
      }
    }
    const Instant end = timetable.reach(measure, segment.from, left);
    if (!segment.until || end < *segment.until) return end;
    left = 0;
  }
  return segments.back().from;
}

std::int64_t time_used(const Clock& clock, const Timetable& timetable, Instant at) {
  const Measure measure = measure_of(clock.limit);
  const Instant end = clock.stopped ? std::min(at, *clock.stopped) : at;
  std::int64_t used = 0;
  for (const Segment& segment : segments_of(clock, true)) {
    const Instant until = segment.until ? std::min(*segment.until, end) : end;
    if (segment.from < until) used += timetable.measure(measure, segment.from, until);
  }
  return used;
}

}  // namespace gridcase
