#include "rules/clock_keeper.hpp"

#include "rules/clock_fold.hpp"
#include "rules/limits.hpp"
#include "rules/moments.hpp"

#include <gridcase/error.hpp>

#include <algorithm>

namespace gridcase::rules {
namespace {

using A = ActionKind;

// Events that may bring another limit: they change what limits are chosen by.
bool chooses_again(const Action& action) {
  if (action.keep_deadlines) return false;
  switch (action.kind) {
  case A::file:
  case A::reclassify:
  case A::expedite:
  case A::amend:
  case A::rebase: return true;
  default: return false;
  }
}

bool changes_times(ClockStep step) {
  switch (step) {
  case ClockStep::start:
  case ClockStep::resume:
  case ClockStep::extend:
  case ClockStep::replace:
  case ClockStep::fire:
  case ClockStep::move: return true;
  default: return false;
  }
}

// Rounded down, so that a light or a rung never comes later than its share.
std::int64_t share_of(std::int64_t total, std::int32_t percent) {
  return total / 100 * percent + total % 100 * percent / 100;
}

}  // namespace

void ClockKeeper::keep() {
  const TimeRules& rules = policy_.time;
  if (event_.action.kind == A::rebase) drop_unknown();
  for (const Milestone& milestone : rules.milestones)
    watch(milestone);
  if (after_.summary.due && find_milestone(rules, ordinary_due().code) == &ordinary_due()) {
    watch(ordinary_due());
  }
}

void ClockKeeper::watch(const Milestone& milestone) {
  if (!milestone.each_order) return watch({milestone, nullptr});
  for (const Assignment& order : after_.assignments) {
    const bool is_for = milestone.roles.empty() ||
                        std::find(milestone.roles.begin(), milestone.roles.end(), order.role) !=
                            milestone.roles.end();
    if (is_for) watch({milestone, &order});
  }
}

void ClockKeeper::watch(const Watch& watch) {
  const Clock* clock = latest(watch);
  if (clock != nullptr && clock->is_open()) watch_open(watch, *clock);

  clock = latest(watch);
  const bool is_open = clock != nullptr && clock->is_open();
  const auto from = moment(watch, watch.milestone.from);
  if (is_open || !from || moment(watch, watch.milestone.until) || is_over(watch)) return;
  if (clock == nullptr || *from > clock->started) return start(watch, *from);
  // What it waited for was undone.
  if (watch.milestone.restart_on_rework && event_.action.kind != A::unmerge) {
    return start(watch, event_.happened);
  }
  ClockEntry entry;
  entry.clock = clock->no;
  entry.step = ClockStep::resume;
  entry.at = event_.happened;
  enter(std::move(entry));
  watch_hold(watch.milestone, Clock(*latest(watch)));  // it may be back on hold
}

void ClockKeeper::watch_open(const Watch& watch, Clock clock) {
  const auto from = moment(watch, watch.milestone.from);
  ClockEntry entry;
  entry.clock = clock.no;
  entry.at = event_.happened;
  if (moment(watch, watch.milestone.until)) {
    entry.step = ClockStep::stop;
    return enter(std::move(entry));
  }
  // Its anchor was undone, or has come anew: another clock starts then.
  if (is_over(watch) || !from || *from > clock.started) {
    entry.step = ClockStep::drop;
    return enter(std::move(entry));
  }
  watch_holder(watch, clock);
  if (const Clock* left = latest(watch); left->is_open() && left->no == clock.no) {
    if (chooses_again(event_.action)) choose_again(*left);
    if (event_.action.kind == A::rebase) follow_rules(clock.no);
  }
  const Clock now = *latest(watch);
  if (now.is_open()) watch_hold(watch.milestone, now);
}

void ClockKeeper::watch_hold(const Milestone& milestone, const Clock& clock) {
  const bool is_waiting = milestone.hold_for_reporter && after_.summary.waiting_since;
  const bool holds = after_.summary.position.state == State::suspended || is_waiting;
  if (holds == (clock.state == ClockState::held)) return;
  ClockEntry entry;
  entry.clock = clock.no;
  entry.step = holds ? ClockStep::hold : ClockStep::resume;
  entry.at = event_.happened;
  enter(std::move(entry));
}

// A case's clock goes with its holder.
void ClockKeeper::watch_holder(const Watch& watch, const Clock& clock) {
  const std::string& holder = after_.summary.holder;
  if (watch.order != nullptr || holder == clock.unit) return;
  ClockEntry entry;
  entry.clock = clock.no;
  entry.at = event_.happened;
  if (watch.milestone.restart_on_transfer) {
    entry.step = ClockStep::drop;
    enter(std::move(entry));
    return start(watch, event_.happened);
  }
  entry.step = ClockStep::transfer;
  entry.unit = holder;
  enter(std::move(entry));
}

void ClockKeeper::choose_again(const Clock& clock) {
  if (clock.milestone == ordinary_due().code) return;  // its limit came with the report
  const Limit* limit = choose_limit(policy_.time, directory_, clock.milestone, after_.summary);
  if (limit == nullptr) return;
  const Assignment* order =
      clock.assignment == 0 ? nullptr
                            : &after_.assignments[static_cast<std::size_t>(clock.assignment) - 1];
  const std::string calendar = calendar_for(*limit, order);
  const std::int64_t budget = timetable_of(calendar).counted(limit->within);
  if (clock.limit == limit->within.unit && clock.budget == budget && clock.calendar == calendar) {
    return;
  }
  ClockEntry entry;
  entry.clock = clock.no;
  entry.step = ClockStep::replace;
  entry.at = event_.happened;
  entry.limit = limit->within.unit;
  entry.amount = budget;
  entry.calendar = calendar;
  enter(std::move(entry));
}

// Newer rules may have another ladder, or other shares, for the same limit.
void ClockKeeper::follow_rules(std::int32_t number) {
  const Clock& clock = after_.clocks[static_cast<std::size_t>(number) - 1];
  if (clock.state != ClockState::running || event_.action.keep_deadlines ||
      times_of(clock, clock.times.rung) == clock.times) {
    return;
  }
  ClockEntry entry;
  entry.clock = number;
  entry.step = ClockStep::move;
  entry.at = event_.happened;
  enter(std::move(entry));
}

void ClockKeeper::start(const Watch& watch, Instant anchor) {
  ClockEntry entry;
  entry.clock = static_cast<std::int32_t>(after_.clocks.size()) + 1;
  entry.at = anchor;
  entry.milestone = watch.milestone.code;
  entry.assignment = watch.order == nullptr ? 0 : watch.order->no;
  entry.unit = watch.order == nullptr ? after_.summary.holder : watch.order->unit;
  if (watch.milestone.code == ordinary_due().code) {
    if (!after_.summary.due) return;
    entry.limit = LimitUnit::urgent_minute;
    entry.amount = std::max<std::int64_t>((*after_.summary.due - anchor).count(), 0);
  } else {
    const Limit* limit =
        choose_limit(policy_.time, directory_, watch.milestone.code, after_.summary);
    if (limit == nullptr) return;
    entry.calendar = calendar_for(*limit, watch.order);
    entry.limit = limit->within.unit;
    entry.amount = timetable_of(entry.calendar).counted(limit->within);
  }
  enter(std::move(entry));
  const Clock clock = after_.clocks.back();
  watch_hold(watch.milestone, clock);
}

// Newer rules may not have the milestone any more.
void ClockKeeper::drop_unknown() {
  for (std::size_t i = 0; i < after_.clocks.size(); ++i) {
    const Clock& clock = after_.clocks[i];
    if (!clock.is_open() || milestone_of(clock) != nullptr) continue;
    ClockEntry entry;
    entry.clock = clock.no;
    entry.step = ClockStep::drop;
    entry.at = event_.happened;
    enter(std::move(entry));
  }
}

// ---- what is so --------------------------------------------------------------------------------

const Clock* ClockKeeper::latest(const Watch& watch) const {
  const std::int32_t order = watch.order == nullptr ? 0 : watch.order->no;
  const auto found =
      std::find_if(after_.clocks.rbegin(), after_.clocks.rend(), [&](const Clock& clock) {
        return clock.assignment == order && clock.milestone == watch.milestone.code;
      });
  return found == after_.clocks.rend() ? nullptr : &*found;
}

std::optional<Instant> ClockKeeper::moment(const Watch& watch, Moment moment) const {
  return watch.order == nullptr ? moment_of(after_, moment) : moment_of(*watch.order, moment);
}

bool ClockKeeper::is_over(const Watch& watch) const {
  if (is_end(after_.summary.position.state)) return true;
  return watch.order != nullptr && !watch.order->is_open() &&
         watch.order->state != AssignmentState::done;
}

const Milestone* ClockKeeper::milestone_of(const Clock& clock) const {
  return find_milestone(policy_.time, clock.milestone);
}

std::string ClockKeeper::calendar_for(const Limit& limit, const Assignment* order) const {
  if (measure_of(limit.within.unit) == Measure::natural) return {};
  if (!limit.calendar.empty()) return limit.calendar;
  return calendars_.in_force.kept_by(order == nullptr ? std::string() : order->unit);
}

const Timetable& ClockKeeper::timetable_of(const std::string& calendar) const {
  for (const Timetables* timetables : {&calendars_.in_force, &calendars_.own}) {
    if (const Timetable* timetable = timetables->find(calendar)) return *timetable;
  }
  throw Error(ErrorCode::not_found,
              "no policy in use has a calendar " + calendar + "; adopt one that has");
}

// ---- entries and their times -------------------------------------------------------------------

void ClockKeeper::enter(ClockEntry entry) {
  // What ends on hold ends with its deadline moved as far as the hold was long.
  const auto index = static_cast<std::size_t>(entry.clock) - 1;
  const bool was_held =
      index < after_.clocks.size() && after_.clocks[index].state == ClockState::held;
  const bool ends = entry.step == ClockStep::stop || entry.step == ClockStep::drop;
  apply(after_.clocks, entry, event_);
  if (changes_times(entry.step) || (ends && was_held)) {
    Clock& clock = after_.clocks[index];
    clock.times = times_of(clock, next_rung(entry, clock));
    entry.times = clock.times;
  }
  event_.facts.clocks.push_back(std::move(entry));
}

// A new limit or more time begins the ladder anew, but nobody is told again of what lies behind.
std::int32_t ClockKeeper::next_rung(const ClockEntry& entry, const Clock& clock) const {
  const std::int32_t fired = clock.times.rung;
  if (entry.step == ClockStep::fire) return fired + 1;
  if (entry.step != ClockStep::extend && entry.step != ClockStep::replace) return fired;
  const Milestone* milestone = milestone_of(clock);
  if (milestone == nullptr) return fired;
  const Timetable& timetable = timetable_of(clock.calendar);
  std::int32_t rung = 0;
  while (rung < fired) {
    if (rung_due(clock, milestone->ladder[static_cast<std::size_t>(rung)], timetable) > entry.at) {
      break;
    }
    ++rung;
  }
  return rung;
}

ClockTimes ClockKeeper::times_of(const Clock& clock, std::int32_t rung) const {
  const Timetable& timetable = timetable_of(clock.calendar);
  const std::int64_t total = clock.budget + clock.extended;
  ClockTimes times;
  times.deadline = deadline_of(clock, timetable);
  times.yellow = used_up(clock, timetable, share_of(total, policy_.time.yellow_share));
  times.red = policy_.time.red_share == 100
                  ? times.deadline
                  : used_up(clock, timetable, share_of(total, policy_.time.red_share));
  times.rung = rung;
  const Milestone* milestone = milestone_of(clock);
  if (clock.state == ClockState::running && milestone != nullptr &&
      static_cast<std::size_t>(rung) < milestone->ladder.size()) {
    times.next = rung_due(clock, milestone->ladder[static_cast<std::size_t>(rung)], timetable);
  }
  times.provisional = timetable.is_provisional(measure_of(clock.limit), times.deadline);
  return times;
}

Instant ClockKeeper::rung_due(const Clock& clock, const Rung& rung,
                              const Timetable& timetable) const {
  const std::int64_t total = clock.budget + clock.extended;
  const std::int64_t more = timetable.counted({std::abs(std::int64_t{rung.offset}), clock.limit});
  const std::int64_t amount = share_of(total, rung.share) + (rung.offset < 0 ? -more : more);
  return used_up(clock, timetable, std::max<std::int64_t>(amount, 0));
}

}  // namespace gridcase::rules
