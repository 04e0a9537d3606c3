// What an action does to the clocks of its case: what follows from it by itself (clock_keeper.cpp),
// and the actions that are about clocks.

#include "rules/clock_fold.hpp"
#include "rules/clock_keeper.hpp"
#include "rules/deciding.hpp"
#include "rules/fold.hpp"
#include "rules/limits.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;

class OnClocks {
public:
  OnClocks(Deciding& it, const ClockReckoner& reckoner, ClockKeeper& keeper,
           const std::vector<Clock>& clocks)
      : it_(it), reckoner_(reckoner), keeper_(keeper), clocks_(clocks) {}

  MaybeRefusal decide() {
    if (auto refused = check_number()) return refused;
    switch (it_.event.action.kind) {
    case A::request_extension: return ask();
    case A::decide_extension: return it_.event.action.passed.value() ? grant() : deny();
    case A::appeal: return appeal();
    case A::decide_appeal: return decide_appeal();
    case A::fall_due: return fire();
    case A::recalculate: return recalculate();
    default: return std::nullopt;
    }
  }

private:
  // ---- what they share -------------------------------------------------------------------------

  MaybeRefusal check_number() const {
    const auto& number = it_.event.action.clock;
    if (!number || (*number >= 1 && static_cast<std::size_t>(*number) <= clocks_.size())) {
      return std::nullopt;
    }
    return refusal(RefusalCode::no_clock, "clock",
                   fmt::format("the case has no clock {}; it has {}", *number, clocks_.size()));
  }

  bool is_meant(const Clock& clock) const {
    return it_.event.action.clock.value_or(clock.no) == clock.no;
  }

  // The numbers of those the action is about, among those that `fits` says it can be about.
  template <typename Fits> std::vector<std::int32_t> all_that(Fits fits) const {
    std::vector<std::int32_t> numbers;
    for (const Clock& clock : clocks_) {
      if (is_meant(clock) && fits(clock)) numbers.push_back(clock.no);
    }
    return numbers;
  }

  const Clock& clock(std::int32_t number) const {
    return clocks_[static_cast<std::size_t>(number) - 1];
  }

  void enter(const std::vector<std::int32_t>& numbers, ClockStep step) {
    for (const std::int32_t number : numbers) {
      ClockEntry entry;
      entry.clock = number;
      entry.step = step;
      entry.at = it_.event.happened;
      if (step == ClockStep::extend) entry.amount = one_extension(clock(number));
      keeper_.enter(std::move(entry));
    }
  }

  bool is_late(const Clock& clock) const { return clock.is_late(it_.event.happened); }

  const DeviationRules& deviations() const { return it_.situation.policy.time.deviations; }

  // ---- more time -------------------------------------------------------------------------------

  std::int64_t one_extension(const Clock& clock) const {
    return extension_of(clock.budget, deviations().extension_share);
  }

  bool may_be_extended(const Clock& clock) const {
    const Milestone* milestone = reckoner_.milestone_of(clock);
    return clock.is_open() && milestone != nullptr && clock.approvals < 0 &&
           clock.extensions < milestone->extensions && is_short_enough(clock) && is_own(clock);
  }

  // Orders are the units' own; a clock of the case is everybody's who works on it.
  bool is_own(const Clock& clock) const {
    return clock.assignment == 0 || clock.unit == it_.actor.unit;
  }

  // Nothing is extended out of all proportion.
  bool is_short_enough(const Clock& clock) const {
    const Timetable& timetable = reckoner_.timetable_of(clock.calendar);
    return clock.budget + clock.extended + one_extension(clock) <=
           timetable.counted({longest_limit_days, day_of(measure_of(clock.limit))});
  }

  MaybeRefusal ask() {
    auto numbers = all_that([&](const Clock& clock) { return may_be_extended(clock); });
    if (numbers.empty()) return nothing_to_extend();
    if (auto refused = leave_out_late(numbers)) return refused;
    enter(numbers, ClockStep::ask);
    return std::nullopt;
  }

  MaybeRefusal nothing_to_extend() const {
    const auto& number = it_.event.action.clock;
    if (!number || !clock(*number).is_open() || clock(*number).approvals >= 0) {
      return refusal(RefusalCode::no_clock, "clock", "no clock of yours runs that may be extended");
    }
    if (!is_own(clock(*number))) {
      return refusal(RefusalCode::not_permitted, "clock",
                     fmt::format("clock {} is of the order to {}", *number, clock(*number).unit));
    }
    return refusal(RefusalCode::limit, "clock",
                   fmt::format("clock {} was extended {} times; the policy allows no more", *number,
                               clock(*number).extensions));
  }

  MaybeRefusal leave_out_late(std::vector<std::int32_t>& numbers) const {
    const Instant deadline = clock(numbers.front()).times.deadline;
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                                 [&](std::int32_t number) { return is_late(clock(number)); }),
                  numbers.end());
    if (!numbers.empty()) return std::nullopt;
    return refusal(RefusalCode::overdue, "clock",
                   fmt::format("the deadline passed at {}; more time is granted before it only",
                               format_instant(deadline)));
  }

  static bool is_asked(const Clock& clock) { return clock.is_open() && clock.approvals >= 0; }

  static MaybeRefusal nothing_asked() {
    return refusal(RefusalCode::no_clock, "clock",
                   "nobody asks for more time; the request comes first (request_extension)");
  }

  MaybeRefusal deny() {
    const auto numbers = all_that(is_asked);
    if (numbers.empty()) return nothing_asked();
    enter(numbers, ClockStep::deny);
    return std::nullopt;
  }

  MaybeRefusal grant() {
    auto numbers = all_that(is_asked);
    if (numbers.empty()) return nothing_asked();
    // An approver who lets the deadline pass has denied it.
    if (auto refused = leave_out_late(numbers)) return refused;
    std::vector<std::int32_t> approved;
    std::vector<std::int32_t> extended;
    for (const std::int32_t number : numbers) {
      const bool is_first = clock(number).approvals == 0 && deviations().extension_steps == 2;
      if (auto refused = check_granter(clock(number), is_first)) return refused;
      (is_first ? approved : extended).push_back(number);
    }
    enter(approved, ClockStep::approve);
    enter(extended, ClockStep::extend);
    return std::nullopt;
  }

  // First the unit that asks, then the holder; three different hands in all.
  MaybeRefusal check_granter(const Clock& clock, bool is_first) const {
    const std::string who = hand_of(it_.actor);
    const std::string asked = hand_of({clock.asked_by, clock.asked_by_person, {}});
    if (is_same_hand(who, asked) || (clock.approvals > 0 && is_same_hand(who, clock.approved_by))) {
      return refusal(RefusalCode::second_person, "actor",
                     fmt::format("{} asked or approved already; somebody else must decide", who));
    }
    const Directory& directory = it_.directory();
    const bool is_known = directory.unit(clock.asked_by) != nullptr;
    const bool is_own = it_.actor.unit == clock.asked_by ||
                        (is_known && directory.is_within(clock.asked_by, it_.actor.unit));
    if (is_first && !is_own) {
      return refusal(
          RefusalCode::not_permitted, "actor",
          fmt::format("{} asks; it, or a unit above it, approves first", clock.asked_by));
    }
    const std::string& holder = it_.summary().holder;
    const bool holds = it_.actor.unit == holder || directory.unit(holder) == nullptr ||
                       directory.is_within(holder, it_.actor.unit);
    if (is_first || holds) return std::nullopt;
    return refusal(RefusalCode::not_permitted, "actor",
                   fmt::format("{} holds the case; it, or a unit above it, decides", holder));
  }

  // ---- appeals ---------------------------------------------------------------------------------

  bool has_worked(const std::string& unit) const {
    const auto& all = it_.subject().assignments;
    return std::any_of(all.begin(), all.end(),
                       [&](const Assignment& a) { return a.unit == unit && a.signed_at; });
  }

  MaybeRefusal appeal() {
    const auto numbers = all_that([&](const Clock& clock) {
      const bool is_own =
          clock.unit == it_.actor.unit || (clock.assignment == 0 && has_worked(it_.actor.unit));
      return !clock.is_open() && is_late(clock) && clock.reviews == -1 && is_own;
    });
    if (numbers.empty()) {
      return refusal(RefusalCode::not_late, "clock",
                     "no clock of yours was late, or its appeal was heard already");
    }
    enter(numbers, ClockStep::appeal);
    return std::nullopt;
  }

  MaybeRefusal decide_appeal() {
    const auto numbers =
        all_that([](const Clock& clock) { return clock.reviews >= 0 && !clock.exempt; });
    if (numbers.empty()) {
      return refusal(RefusalCode::no_clock, "clock", "no appeal waits; it comes first (appeal)");
    }
    if (!*it_.event.action.passed) {
      enter(numbers, ClockStep::uphold);
      return std::nullopt;
    }
    const std::string who = hand_of(it_.actor);
    for (const std::int32_t number : numbers) {
      const bool is_last = clock(number).reviews + 1 >= deviations().appeal_reviewers;
      const bool has_reviewed =
          clock(number).reviews > 0 && is_same_hand(who, clock(number).reviewed_by);
      if (has_reviewed || is_same_hand(who, clock(number).appealed_by)) {
        return refusal(
            RefusalCode::second_person, "actor",
            fmt::format("{} appealed or reviewed already; somebody else must agree", who));
      }
      enter({number}, is_last ? ClockStep::exempt : ClockStep::review);
    }
    return std::nullopt;
  }

  // ---- by the engine itself --------------------------------------------------------------------

  MaybeRefusal fire() {
    const Clock before = clock(*it_.event.action.clock);
    if (before.state != ClockState::running || !before.times.next) return not_due();
    const ClockTimes times = reckoner_.times_of(before, before.times.rung);
    if (times != before.times) {  // a newer calendar moved it, and nobody had come to it yet
      enter({before.no}, ClockStep::move);
      if (!times.next || *times.next > it_.event.happened) return std::nullopt;
    }
    if (*times.next > it_.event.happened) return not_due();
    const Rung& rung = reckoner_.milestone_of(before)->ladder[static_cast<std::size_t>(times.rung)];
    ClockEntry entry;
    entry.clock = before.no;
    entry.step = ClockStep::fire;
    entry.at = it_.event.happened;
    entry.rung = rung.kind;
    entry.due = times.next;
    it_.event.action.reason = name(rung.kind);
    it_.event.action.unit = addressee(rung.kind, before.unit);
    it_.event.action.command_id =
        fmt::format("{}{}.{}.{}.{}", engine_command, to_number(it_.event.case_id), before.no,
                    before.round, times.rung);
    keeper_.enter(std::move(entry));
    return std::nullopt;
  }

  // Who is told: the unit that answers for the clock, the one above it, the command centre.
  std::string addressee(RungKind kind, const std::string& unit) const {
    if (kind == RungKind::remind) return unit;
    const Unit* it = it_.directory().unit(unit);
    const bool has_superior = it != nullptr && !it->parent.empty();
    return kind == RungKind::escalate && has_superior ? it->parent : it_.actor.unit;
  }

  MaybeRefusal not_due() const {
    return refusal(RefusalCode::no_clock, "clock", "nothing of this clock is due");
  }

  MaybeRefusal recalculate() {
    const auto numbers = all_that([&](const Clock& clock) {
      return clock.state == ClockState::running &&
             reckoner_.times_of(clock, clock.times.rung) != clock.times;
    });
    if (numbers.empty()) {
      return refusal(RefusalCode::no_clock, "", "no deadline of the case moves");
    }
    enter(numbers, ClockStep::move);
    return std::nullopt;
  }

  Deciding& it_;
  const ClockReckoner& reckoner_;
  ClockKeeper& keeper_;
  const std::vector<Clock>& clocks_;
};

// They change clocks, and nothing else of the case.
bool is_about_clocks(const Action& action) {
  switch (action.kind) {
  case A::request_extension:
  case A::decide_extension:
  case A::appeal:
  case A::decide_appeal:
  case A::fall_due:
  case A::recalculate: return true;
  default: return false;
  }
}

// Newer rules may have dropped the calendar that a kept deadline counts by.
MaybeRefusal check_calendars(const Deciding& it, const ClockReckoner& reckoner) {
  const Action& action = it.event.action;
  if (action.kind != A::rebase || !action.keep_deadlines) return std::nullopt;
  for (const Clock& clock : it.subject().clocks) {
    if (!clock.is_open() || reckoner.find(clock.calendar) != nullptr) continue;
    return refusal(RefusalCode::bad_value, "keep_deadlines",
                   fmt::format("clock {} counts by calendar {}, which the newer rules do not have; "
                               "leave keep_deadlines out",
                               clock.no, clock.calendar));
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal keep_clocks(Deciding& it) {
  const TimeRules& rules = it.situation.policy.time;
  const model::Snapshot* subject = it.situation.subject;
  const bool has_clocks = subject != nullptr && !subject->clocks.empty();
  if (rules.milestones.empty() && !has_clocks && !it.event.action.due &&
      !is_about_clocks(it.event.action)) {
    return std::nullopt;
  }
  model::Snapshot after = subject == nullptr ? model::Snapshot{} : *subject;
  apply(after, it.event);
  const ClockReckoner reckoner(it.situation.policy,
                               {it.situation.timetables, it.situation.own_timetables});
  if (auto refused = check_calendars(it, reckoner)) return refused;
  ClockKeeper keeper(reckoner, it.directory(), after, it.event);
  if (auto refused = OnClocks(it, reckoner, keeper, after.clocks).decide()) return refused;
  if (!is_about_clocks(it.event.action)) keeper.keep();  // else nothing else of the case changes
  return std::nullopt;
}

}  // namespace gridcase::rules
