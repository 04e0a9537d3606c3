#pragma once
// Why a deadline is when it is: the time of a clock, stretch by stretch.

#include <gridcase/clock.hpp>

namespace gridcase::rules {

// Fills the clock, zone, calendar, horizon, what is used at `now`, light and segments; what the
// policy and the history know of it (milestone, rule, rules, ledger) is left to the caller.
// `timetable` is the one its deadline was found by. Of a clock that is held, the segments end with
// the hold and add up to what is used: the rest is not known yet.
Explanation explain(const Clock& clock, const Timetable& timetable, Instant now);

}  // namespace gridcase::rules
