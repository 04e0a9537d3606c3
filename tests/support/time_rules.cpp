#include "support/time_rules.hpp"

#include "support/calendars.hpp"

#include <utility>

namespace gridcase::test {

TimeRules chinese_time() {
  TimeRules time;
  time.holidays = {chinese_holidays()};
  time.calendars = {chinese_hours()};
  return time;
}

Milestone milestone(std::string code, Moment from, Moment until, std::vector<Rung> ladder) {
  Milestone made;
  made.name = code;
  made.code = std::move(code);
  made.from = from;
  made.until = until;
  made.ladder = std::move(ladder);
  return made;
}

Limit limit(std::string milestone, std::int64_t value, LimitUnit unit) {
  Limit made;
  made.milestone = std::move(milestone);
  made.within = {value, unit};
  return made;
}

Policy county_with(TimeRules time) { return {"test", {}, small_organization(), std::move(time)}; }

Policy county_with_closing(std::int64_t value, LimitUnit unit) {
  TimeRules time = chinese_time();
  time.milestones = {milestone(
      "close", Moment::reported, Moment::closed,
      {{RungKind::remind, 80, 0}, {RungKind::escalate, 100, 0}, {RungKind::supervise, 100, 1}})};
  time.limits = {limit("close", value, unit)};
  return county_with(std::move(time));
}

}  // namespace gridcase::test
