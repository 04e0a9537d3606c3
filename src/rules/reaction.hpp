#pragma once
// When somebody would have acted, had what came before, or the hours they keep, been others.

#include <gridcase/calendar.hpp>

namespace gridcase::rules {

// The calendar of a unit; natural time where it keeps none.
struct Hours {
  const Timetable* timetable = nullptr;
  Measure measure = Measure::natural;
};

// `before` and `at` are recorded, `then` are the hours that were kept; what came before came at
// `moved`, and `now` are the hours that are kept. Never before `moved`.
Instant reaction_at(const Hours& then, Instant before, Instant at, const Hours& now, Instant moved);

}  // namespace gridcase::rules
