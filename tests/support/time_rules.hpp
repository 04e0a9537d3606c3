#pragma once
// Rules about time to act under.

#include "support/county.hpp"

namespace gridcase::test {

// The Chinese calendar of calendars.hpp, and no milestones.
TimeRules chinese_time();

Milestone milestone(std::string code, Moment from, Moment until, std::vector<Rung> ladder = {});
Limit limit(std::string milestone, std::int64_t value, LimitUnit unit);

// A small county where cases are to be closed in 4 working hours, with a reminder at 80 percent,
// the superior told at the deadline and supervision an hour after it.
Policy county_with(TimeRules time);
Policy county_with_closing(std::int64_t value = 4, LimitUnit unit = LimitUnit::working_hour);

}  // namespace gridcase::test
