#include "rules/clock_keeper.hpp"

#include "rules/clock_fold.hpp"
#include "rules/limits.hpp"
#include "rules/moments.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

using A = ActionKind;

bool is_for(const Milestone& milestone, AssignmentRole role) {
  const auto& roles = milestone.roles;
  if (roles.empty()) return role != AssignmentRole::consult;
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Whether the action names what limits are chosen by. The tier is left out: it is the one that the
// clock started on.
bool chooses_again(const Action& action) {
  if (action.keep_deadlines) return false;
  return action.kind == A::rebase || !action.category.empty() || !action.grade.empty() ||
         action.request != RequestKind::unstated;
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

}  // namespace

void ClockKeeper::keep() {
  const Nature nature = after_.summary.nature;
  if (is_record(nature) && nature != Nature::contact) return;
  const TimeRules& rules = reckoner_.rules();
  for (const Milestone& milestone : rules.milestones)
    keep(milestone);
  if (after_.summary.due && !has_milestone(rules, due_milestone)) keep(ordinary_due());
  if (event_.action.kind == A::rebase || is_end(after_.summary.position.state)) drop_unkept();
}

void ClockKeeper::keep(const Milestone& milestone) {
  if (!milestone.each_order) return keep(Subject{milestone, nullptr});
  for (const Assignment& order : after_.assignments) {
    const Subject subject{milestone, &order};
    if (is_for(milestone, order.role)) {
      keep(subject);
    } else {
      drop_open(subject);  // taken over, the order has another role
    }
  }
}

void ClockKeeper::drop_open(const Subject& subject) {
  const Clock* clock = latest(subject);
  if (clock != nullptr && clock->is_open()) enter(clock->no, ClockStep::drop);
}

void ClockKeeper::keep(const Subject& subject) {
  const Clock* clock = latest(subject);
  if (clock != nullptr && clock->is_open()) keep_open(subject, Clock(*clock));

  clock = latest(subject);
  const bool is_open = clock != nullptr && clock->is_open();
  const auto from = moment(subject, subject.milestone.from);
  if (is_open || !from || moment(subject, subject.milestone.until) || is_over(subject)) return;
  if (clock == nullptr || *from > clock->started) return start(subject, *from);
  if (was_dropped(*clock)) return;  // by this event, and nothing took its place
  // What it waited for was undone.
  // A limit that is a time stays that time.
  const bool is_time = subject.milestone.code == due_milestone;
  const bool was_mistaken =
      event_.action.kind == A::unmerge || (is_record(after_.summary.nature) && !is_time);
  if (subject.milestone.restart_on_rework && !was_mistaken) {
    return start(subject, event_.happened);
  }
  const std::int32_t number = clock->no;
  enter(number, ClockStep::resume);
  keep_hold(subject.milestone, number);  // the case may be back on hold
}

void ClockKeeper::keep_open(const Subject& subject, const Clock& clock) {
  const auto from = moment(subject, subject.milestone.from);
  if (moment(subject, subject.milestone.until)) return enter(clock.no, ClockStep::stop);
  // Its anchor was undone, or has come anew: another clock starts then.
  if (is_over(subject) || !from || *from > clock.started) return enter(clock.no, ClockStep::drop);
  if (keep_holder(subject, clock)) return;
  if (chooses_again(event_.action)) keep_limit(subject, clock.no);
  if (event_.action.due) bring_forward(subject, clock.no);
  if (event_.action.kind == A::rebase) follow_rules(clock.no);
  keep_hold(subject.milestone, clock.no);
}

void ClockKeeper::keep_hold(const Milestone& milestone, std::int32_t number) {
  const Clock& it = clock(number);
  if (!it.is_open()) return;
  const bool is_waiting = milestone.hold_for_reporter && after_.summary.waiting_since;
  const bool holds = after_.summary.position.state == State::suspended || is_waiting;
  if (holds != (it.state == ClockState::held)) {
    enter(number, holds ? ClockStep::hold : ClockStep::resume);
  }
}

// A case's clock goes with its holder, an order's with its unit.
bool ClockKeeper::keep_holder(const Subject& subject, const Clock& clock) {
  const bool is_of_case = subject.order == nullptr;
  const std::string& holder = is_of_case ? after_.summary.holder : subject.order->unit;
  if (holder == clock.unit) return false;
  if (is_of_case && subject.milestone.restart_on_transfer) {
    enter(clock.no, ClockStep::drop);
    start(subject, event_.happened);
    return true;
  }
  ClockEntry entry;
  entry.clock = clock.no;
  entry.step = ClockStep::transfer;
  entry.at = event_.happened;
  entry.unit = holder;
  enter(std::move(entry));
  return false;
}

void ClockKeeper::keep_limit(const Subject& subject, std::int32_t number) {
  const Clock& it = clock(number);
  if (it.milestone == due_milestone) return;  // its limit came with the report
  const Limit* limit = choose_limit(reckoner_.policy(), directory_, it.milestone, after_.summary);
  if (limit == nullptr) {
    if (event_.action.kind == A::rebase) enter(number, ClockStep::drop);
    return;
  }
  ClockEntry entry;
  entry.clock = number;
  entry.step = ClockStep::replace;
  entry.at = event_.happened;
  entry.limit = limit->within.unit;
  entry.calendar =
      reckoner_.calendar_for(*limit, subject.order == nullptr ? std::string() : it.unit);
  entry.amount = reckoner_.timetable_of(entry.calendar).counted(limit->within);
  entry.rule = selectors_of(*limit);
  if (it.limit == entry.limit && it.budget == entry.amount && it.calendar == entry.calendar) return;
  // What was granted was a share of the limit, and is one of the new limit now.
  entry.extended =
      it.extensions * extension_of(entry.amount, reckoner_.rules().deviations.extension_share);
  enter(std::move(entry));
}

// The limit that is given with the case, not by a rule.
void ClockKeeper::bring_forward(const Subject& subject, std::int32_t number) {
  if (subject.milestone.code != due_milestone) return;
  const Clock& it = clock(number);
  ClockEntry entry;
  entry.clock = number;
  entry.step = ClockStep::replace;
  entry.at = event_.happened;
  entry.limit = it.limit;
  entry.amount = it.budget + it.extended + (*event_.action.due - it.times.deadline).count();
  entry.amount = std::max<std::int64_t>(entry.amount, 0);
  enter(std::move(entry));
}

// Newer rules may have another ladder, or other shares, for the same limit.
void ClockKeeper::follow_rules(std::int32_t number) {
  const Clock& it = clock(number);
  if (it.state != ClockState::running || event_.action.keep_deadlines) return;
  if (reckoner_.times_of(it, it.times.rung) != it.times) enter(number, ClockStep::move);
}

void ClockKeeper::start(const Subject& subject, Instant anchor) {
  const bool is_of_case = subject.order == nullptr;
  ClockEntry entry;
  entry.clock = static_cast<std::int32_t>(after_.clocks.size()) + 1;
  entry.at = anchor;
  entry.milestone = subject.milestone.code;
  entry.assignment = is_of_case ? 0 : subject.order->no;
  entry.unit = is_of_case ? after_.summary.holder : subject.order->unit;
  if (subject.milestone.code == due_milestone) {
    if (!after_.summary.due) return;
    entry.limit = LimitUnit::urgent_minute;
    entry.amount = std::max<std::int64_t>((*after_.summary.due - anchor).count(), 0);
  } else {
    const Limit* limit =
        choose_limit(reckoner_.policy(), directory_, subject.milestone.code, after_.summary);
    if (limit == nullptr) return;
    entry.calendar = reckoner_.calendar_for(*limit, is_of_case ? std::string() : entry.unit);
    entry.limit = limit->within.unit;
    entry.amount = reckoner_.timetable_of(entry.calendar).counted(limit->within);
    entry.rule = selectors_of(*limit);
  }
  enter(std::move(entry));
  keep_hold(subject.milestone, after_.clocks.back().no);
}

// Nothing runs after the end, nor what newer rules no longer ask for.
void ClockKeeper::drop_unkept() {
  const bool has_ended = is_end(after_.summary.position.state);
  for (std::size_t i = 0; i < after_.clocks.size(); ++i) {
    const Clock& it = after_.clocks[i];
    if (it.is_open() && (has_ended || !is_kept(it))) enter(it.no, ClockStep::drop);
  }
}

// ---- what is so --------------------------------------------------------------------------------

const Clock& ClockKeeper::clock(std::int32_t number) const {
  return after_.clocks[static_cast<std::size_t>(number) - 1];
}

const Clock* ClockKeeper::latest(const Subject& subject) const {
  const std::int32_t order = subject.order == nullptr ? 0 : subject.order->no;
  const auto found =
      std::find_if(after_.clocks.rbegin(), after_.clocks.rend(), [&](const Clock& clock) {
        return clock.assignment == order && clock.milestone == subject.milestone.code;
      });
  return found == after_.clocks.rend() ? nullptr : &*found;
}

bool ClockKeeper::was_dropped(const Clock& clock) const {
  const auto& entries = event_.facts.clocks;
  return std::any_of(entries.begin(), entries.end(), [&](const ClockEntry& entry) {
    return entry.clock == clock.no && entry.step == ClockStep::drop;
  });
}

// Whether the rules of the case still have this clock's milestone, for this case or order.
bool ClockKeeper::is_kept(const Clock& clock) const {
  const Milestone* milestone = reckoner_.milestone_of(clock);
  if (milestone == nullptr || milestone->each_order != (clock.assignment != 0)) return false;
  if (clock.assignment == 0) return true;
  const auto index = static_cast<std::size_t>(clock.assignment) - 1;
  return is_for(*milestone, after_.assignments[index].role);
}

std::optional<Instant> ClockKeeper::moment(const Subject& subject, Moment moment) const {
  return subject.order == nullptr ? moment_of(after_, moment) : moment_of(*subject.order, moment);
}

bool ClockKeeper::is_over(const Subject& subject) const {
  if (is_end(after_.summary.position.state)) return true;
  return subject.order != nullptr && !subject.order->is_open() &&
         subject.order->state != AssignmentState::done;
}

// ---- entries and their times -------------------------------------------------------------------

void ClockKeeper::enter(std::int32_t number, ClockStep step) {
  ClockEntry entry;
  entry.clock = number;
  entry.step = step;
  entry.at = event_.happened;
  enter(std::move(entry));
}

void ClockKeeper::enter(ClockEntry entry) {
  // What ends on hold ends with its deadline moved as far as the hold was long.
  const auto index = static_cast<std::size_t>(entry.clock) - 1;
  const bool was_held =
      index < after_.clocks.size() && after_.clocks[index].state == ClockState::held;
  const bool ends = entry.step == ClockStep::stop || entry.step == ClockStep::drop;
  apply(after_.clocks, entry, event_);
  if (changes_times(entry.step) || (ends && was_held)) {
    Clock& it = after_.clocks[index];
    it.times = reckoner_.times_of(it, next_rung(entry, it));
    entry.times = it.times;
  }
  event_.facts.clocks.push_back(std::move(entry));
}

// A new limit or more time begins the ladder anew, but nobody is told again of what lies behind.
std::int32_t ClockKeeper::next_rung(const ClockEntry& entry, const Clock& clock) const {
  const std::int32_t fired = clock.times.rung;
  if (entry.step == ClockStep::fire) return fired + 1;
  if (entry.step != ClockStep::extend && entry.step != ClockStep::replace) return fired;
  return reckoner_.rungs_due(clock, fired, entry.at);
}

}  // namespace gridcase::rules
