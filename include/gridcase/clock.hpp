#pragma once
/// \file clock.hpp
/// Clocks of a case and of the orders in it: a budget, a ledger, a deadline that explains itself.
///
/// A clock starts at a moment of the case (its anchor) and waits for another. Its budget is an
/// amount of time; its ledger says what happened to it: holds, extensions, other limits. Deadline
/// and time used are inverse functions of both. Holds are measured in the measure of the budget: a
/// hold over a weekend gives back nothing of a limit in working hours.
///
/// Everything here follows from the history. Plain values; any thread.

#include <gridcase/calendar.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// A moment in the life of a case, or of an order in it, that clocks start at and wait for.
enum class Moment : std::uint8_t {
  reported = 1,  ///< of a case only
  accepted,      ///< of a case only
  checked,       ///< last check before filing that was passed; of a case only
  filed,         ///< of a case only
  dispatched,    ///< orders went out the last time; of an order: it was given
  signed_for,    ///< an order was signed for; of a case: the first signature since the dispatch
  contacted,     ///< the reporter was contacted the first time
  arrived,       ///< somebody was on the scene the first time
  controlled,    ///< under control the first time
  handled,       ///< all units that count have fed back (办结); of an order: its unit has
  confirmed,     ///< last check after handling that was passed; of a case only
  replied,       ///< the requester has an answer; of a case only, and nothing starts at it
  closed,        ///< closed or answered (结案); of a case only, and nothing starts at it
  freed,         ///< of an order only: nothing is left that it has to wait for
  begun,         ///< of an order only: work was started
  finished,      ///< of an order only: the work is done, though not reported
  check_sent,    ///< a check before filing was asked for the last time; of a case only
  confirm_sent,  ///< a check after handling was asked for the last time; of a case only
};

/// What a clock's ladder does when its time has come. Who is told is `Action::unit` of the event.
enum class RungKind : std::uint8_t {
  remind = 1,  ///< the unit that answers for the clock is reminded (催办)
  escalate,    ///< the unit above it is told
  supervise,   ///< the command centre supervises (督办)
};

enum class ClockState : std::uint8_t {
  running = 1,
  held,     ///< does not count for the time being
  met,      ///< the moment it waited for has come, in time or late
  dropped,  ///< no longer waited for: the case ended otherwise, the order was taken back
};

enum class Light : std::uint8_t { green = 1, yellow, red };

/// What happened to a clock.
enum class ClockStep : std::uint8_t {
  start = 1,
  hold,
  resume,    ///< goes on after a hold, or after what it waited for was undone
  ask,       ///< more time was asked for
  approve,   ///< one step of the approval
  deny,      ///< denied; does not count
  extend,    ///< granted: `amount` more
  replace,   ///< another limit: other grade or category, newer rules
  transfer,  ///< another unit answers for it
  stop,      ///< what it waited for has come
  drop,      ///< no longer waited for
  fire,      ///< a rung of its ladder
  move,      ///< a new calendar moved the deadline
  appeal,    ///< the unit objects to being counted late
  review,    ///< one of the reviewers agrees
  uphold,    ///< a reviewer does not: the appeal fails
  exempt,    ///< the appeal is granted: not counted late, though late it stays
};

GRIDCASE_API std::string_view name(Moment moment) noexcept;
GRIDCASE_API std::string_view name(RungKind kind) noexcept;
GRIDCASE_API std::string_view name(ClockState state) noexcept;
GRIDCASE_API std::string_view name(Light light) noexcept;
GRIDCASE_API std::string_view name(ClockStep step) noexcept;
GRIDCASE_API std::optional<Moment> moment_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<RungKind> rung_kind_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<ClockStep> clock_step_from_name(std::string_view name) noexcept;

/// The times that follow from a clock's budget, ledger and ladder.
struct ClockTimes {
  Instant deadline{};
  Instant yellow{};             ///< the light is yellow after this
  Instant red{};                ///< and red after this
  std::optional<Instant> next;  ///< when the next rung of the ladder is due; none left: none
  std::int32_t rung = 0;        ///< which one that is: so many are behind it
  bool provisional = false;     ///< the deadline lies past the horizon of its calendar

  friend bool operator==(const ClockTimes& a, const ClockTimes& b) {
    return a.deadline == b.deadline && a.yellow == b.yellow && a.red == b.red && a.next == b.next &&
           a.rung == b.rung && a.provisional == b.provisional;
  }
  friend bool operator!=(const ClockTimes& a, const ClockTimes& b) { return !(a == b); }
};

/// One line of a clock's ledger, part of an event.
struct ClockEntry {
  std::int32_t clock = 0;  ///< number within the case, from 1
  ClockStep step = ClockStep::start;
  Instant at{};  ///< when it takes effect: the anchor for `start`
  /// After it, where it changes them: start, resume, extend, replace, fire, move; stop and drop of
  /// a clock on hold.
  std::optional<ClockTimes> times;

  std::string milestone;        ///< start
  std::int32_t assignment = 0;  ///< start: of which order; 0 for the case
  std::string unit;             ///< start, transfer: who answers for it
  std::string calendar;         ///< start, replace; empty for natural time
  /// start, replace: the budget; extend: what is added. In the measure of `limit`.
  std::int64_t amount = 0;
  LimitUnit limit = LimitUnit::urgent_minute;  ///< start, replace
  std::int64_t extended = 0;  ///< replace: what the extensions so far add to the new budget
  std::string rule;           ///< start, replace: what makes the limit special, as in Explanation
  RungKind rung = RungKind::remind;  ///< fire
  std::optional<Instant> due;        ///< fire: when the rung was due

  /// Of fire: how far behind its time it came.
  Duration late_by() const noexcept { return due ? at - *due : Duration::zero(); }
};

/// A clock as it stands: the fold of its ledger.
struct Clock {
  std::int32_t no = 0;    ///< 1, 2, 3 … within the case
  std::string milestone;  ///< code in the policy, "due" for the limit given with a report
  std::int32_t assignment = 0;
  std::string unit;
  ClockState state = ClockState::running;
  LimitUnit limit = LimitUnit::urgent_minute;
  std::int64_t budget = 0;      ///< in the measure of `limit`, extensions left out
  std::int64_t extended = 0;    ///< what extensions added
  std::int32_t extensions = 0;  ///< how many were granted
  std::string calendar;         ///< code; empty for natural time
  std::int64_t rules = 0;       ///< policy version its limit and ladder are of
  Instant started{};
  /// Stretches that do not count, oldest first; the last one is open while the clock is held.
  struct Hold {
    Instant from{};
    std::optional<Instant> until;
    friend bool operator==(const Hold& a, const Hold& b) {
      return a.from == b.from && a.until == b.until;
    }
  };
  std::vector<Hold> holds;
  ClockTimes times;                ///< of a held clock: as they were when it was held
  std::optional<Instant> stopped;  ///< met or dropped
  std::int32_t round = 0;          ///< how often its ladder began anew
  bool exempt = false;             ///< late, but not counted late: an appeal was granted

  /// A request for more time under way: who asked, and the approvals so far; -1 for none.
  std::int32_t approvals = -1;
  std::string asked_by;  ///< unit
  std::string asked_by_person;
  std::string approved_by;  ///< the first who approved: "unit", or "unit/person" if one was named
  /// An appeal: reviewers who agreed so far, -1 before there was one, -2 denied. It comes once.
  std::int32_t reviews = -1;
  std::string appealed_by;  ///< "unit" or "unit/person"
  std::string reviewed_by;  ///< the first who agreed, likewise

  /// Whether it runs or stands still: it has not come to its end.
  bool is_open() const noexcept {
    return state == ClockState::running || state == ClockState::held;
  }
  /// Whether the deadline was missed: at `now` if it still runs. A fact that no appeal changes.
  bool is_late(Instant now) const noexcept {
    if (state == ClockState::held) return times.deadline < holds.back().from;
    return times.deadline < stopped.value_or(now);
  }
};

/// Its light at `now`; of a held or ended clock, when it was held or ended.
GRIDCASE_API Light light(const Clock& clock, Instant now) noexcept;

/// The deadline by budget and ledger: the earliest instant at which the budget is used up, holds
/// left out. Of a held clock: as if the hold ended at its start.
/// \throws Error invalid_argument: beyond 2119 (natural time: 2500).
GRIDCASE_API Instant deadline_of(const Clock& clock, const Timetable& timetable);
/// When `amount` (in the measure of the limit) of the clock is used: `deadline_of` for the whole
/// budget. Negative amounts count as nothing.
GRIDCASE_API Instant used_up(const Clock& clock, const Timetable& timetable, std::int64_t amount);
/// What is used of the budget at `at`, holds left out; goes on counting after the deadline, and
/// stops where the clock stopped. The inverse of `used_up`.
GRIDCASE_API std::int64_t time_used(const Clock& clock, const Timetable& timetable, Instant at);

/// Why a deadline is when it is.
struct Explanation {
  /// A stretch of time between the start and the deadline (or `now`, if that is later and the clock
  /// still runs or was stopped late).
  struct Segment {
    enum class Kind : std::uint8_t {
      counted = 1,
      closed,   ///< outside working hours
      day_off,  ///< weekend
      holiday,
      held,
      late,  ///< after the deadline
    };
    Instant from{};
    Instant until{};
    Kind kind = Kind::counted;
    std::int64_t amount = 0;  ///< counted in it, in the measure of the limit
    std::string name;         ///< of a holiday or a make-up working day
  };
  Clock clock;
  std::string milestone;   ///< its name for people
  std::int64_t rules = 0;  ///< policy version that set the limit
  std::string rule;        ///< which limit: its selectors, such as "category 04-04, grade urgent"
  std::string time_zone;
  std::string calendar;  ///< name for people; empty for natural time
  std::optional<Date> horizon;
  std::int64_t used = 0;  ///< at the time of asking
  Light light = Light::green;
  std::vector<Segment> segments;  ///< the counted ones up to the deadline add up to the budget
  std::vector<ClockEntry> ledger;
};

GRIDCASE_API std::string_view name(Explanation::Segment::Kind kind) noexcept;

enum class Language : std::uint8_t { english = 1, chinese };

/// In sentences, one a line.
GRIDCASE_API std::string in_words(const Explanation& explanation, Language language);
/// "4 working hours", "4 工作时".
GRIDCASE_API std::string in_words(Amount amount, Language language);

}  // namespace gridcase
