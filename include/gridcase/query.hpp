#pragma once
/// \file query.hpp
/// Questions about cases. Every list pages by key, never by offset, and is served by an index.
/// Plain values; any thread.

#include <gridcase/action.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gridcase {

/// Which cases. At most one of the *selectors* may be set; it decides the index. Without one, all
/// cases of the county in the order of recording. The *filters* narrow what the selector gives.
struct CaseQuery {
  // selectors
  std::string number;                     ///< the one with this number
  std::optional<ExternalId> external_id;  ///< the one with this name elsewhere
  std::string holder;                     ///< held by this unit now, ends left out
  std::string assigned;                   ///< with an open order to this unit, ends left out
  /// Held by this unit now, or with an open order or an open check to it; ends left out. What is to
  /// be handed over when the unit is no more.
  std::string concerns;
  std::string township;               ///< lying in this township
  std::string grid;                   ///< lying in this grid
  std::optional<Subject> subject;     ///< about this thing; its name does not count
  CaseId part_of = CaseId::none;      ///< the parts of this case
  CaseId merged_into = CaseId::none;  ///< the cases that go on in this one

  // filters
  std::optional<Stage> stage;
  std::optional<State> state;
  std::string category;  ///< this one or below
  std::optional<Instant> reported_from;
  std::optional<Instant> reported_until;  ///< exclusive
  bool open_only = false;
  /// All if absent, but contacts, alerts and articles: those are found when they are asked for, by
  /// nature or by a selector that names a case. Articles are found by everybody then, withdrawn
  /// ones, too, but for those of sensitive categories.
  std::optional<Nature> nature;
  std::string type;   ///< of a contact or an alert
  std::string about;  ///< records about this unit
  std::string campaign;
  bool hard_only = false;  ///< on the list of hard cases
  /// With a clock that runs and whose deadline lies before this; `now` finds the overdue ones.
  std::optional<Instant> deadline_before;

  /// Cases after this one, in ascending order of id.
  CaseId after = CaseId::none;
  std::int32_t limit = 100;  ///< 1 … 1000
};

/// One page of a list.
struct CasePage {
  std::vector<CaseSummary> cases;
  /// Where the next page starts; none at the end. A page may be short, even empty, and have a next
  /// one: the engine looks at a bounded number of rows for each page.
  std::optional<CaseId> next;
};

/// What a board counts by.
enum class BoardKey : std::uint8_t {
  holder = 1,  ///< unit that has the case
  lead,        ///< unit that leads
  township,
  category,
  tier,  ///< tier the case is on, or ended on
  channel,
};

GRIDCASE_API std::string_view name(BoardKey key) noexcept;
GRIDCASE_API std::optional<BoardKey> board_key_from_name(std::string_view name) noexcept;

/// What a board counts, and by what.
struct BoardQuery {
  BoardKey by = BoardKey::holder;
  bool open_only = true;
  Nature nature = Nature::ordinary;
};

/// One line of a board.
struct BoardLine {
  std::string key;                         ///< code of the unit, category …; empty for "none"
  std::array<std::int64_t, 6> by_stage{};  ///< open cases by public stage, report first; close is 0
  std::int64_t suspended = 0;              ///< among the open ones
  std::int64_t open = 0;
  std::int64_t closed = 0;      ///< closed (结案)
  std::int64_t other_ends = 0;  ///< answered, rejected, merged, annulled
};

/// Counts of cases the actor may see, drills left out.
struct Board {
  std::vector<BoardLine> lines;  ///< by key
  BoardLine total;
};

/// A clock with what is true of it now.
struct ClockView {
  Clock clock;
  std::string milestone;  ///< its name for people
  std::int64_t used = 0;  ///< of the budget, in the measure of the limit
  Light light = Light::green;
  bool late = false;
};

/// Whose time a second of a case's life is.
struct Share {
  enum class Kind : std::uint8_t {
    unit = 1,  ///< a unit's, in a role
    hold,      ///< suspended
    reporter,  ///< an answer of the reporter is waited for
    nobody,    ///< ended and not yet reopened, or held by no unit
  };
  /// What the unit is to the case.
  enum class Role : std::uint8_t {
    none = 0,
    holder = 1,
    lead,
    assist,
    scene,
    support,
    verify,   ///< was asked for a check
    consult,  ///< takes part in a consultation
  };
  Kind kind = Kind::nobody;
  std::string unit;
  Role role = Role::none;

  friend bool operator==(const Share& a, const Share& b) {
    return a.kind == b.kind && a.unit == b.unit && a.role == b.role;
  }
  friend bool operator!=(const Share& a, const Share& b) { return !(a == b); }
  friend bool operator<(const Share& a, const Share& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.unit != b.unit) return a.unit < b.unit;
    return a.role < b.role;
  }
};

GRIDCASE_API std::string_view name(Share::Kind kind) noexcept;
GRIDCASE_API std::string_view name(Share::Role role) noexcept;

/// Time by share; durations are natural.
struct ShareTime {
  Share share;
  Duration time{};
};

/// Where the time of a case went. Every microsecond from the report to the end (to `until` while it
/// is open) is in exactly one span, and the sums of the spans are the shares.
struct Responsibility {
  /// A stretch of time that belongs to somebody.
  struct Span {
    Share share;
    Instant from{};
    Instant until{};
  };
  std::vector<Span> spans;        ///< in order, without gaps, none empty
  std::vector<ShareTime> shares;  ///< by share
  /// How often the case went from one unit to another, by pair; a pair that occurs in both
  /// directions is ping-pong.
  struct Passage {
    std::string from;
    std::string to;
    std::int32_t times = 0;
  };
  std::vector<Passage> passages;
  Duration total{};  ///< report to end; the sum of all shares
};

/// A case whose deadlines a new calendar would move.
struct DeadlineMove {
  CaseId case_id = CaseId::none;
  std::int32_t clock = 0;
  Instant before{};
  Instant after{};
};

/// What a new holiday table does to open deadlines.
struct DeadlineMoves {
  std::int64_t open = 0;  ///< clocks looked at
  std::int64_t moved = 0;
  std::int64_t settled = 0;  ///< provisional before, within the horizon after
  /// Cases left as they are: they could not be looked at (damaged, or their calendar is gone; they
  /// are in none of the other figures), or an import could not move them (their moves are counted).
  /// Importing the same table again tries them again.
  std::int64_t failed = 0;
  Duration earliest{};              ///< furthest move to an earlier time, negative
  Duration latest{};                ///< furthest move to a later time
  std::vector<DeadlineMove> moves;  ///< the first 1,000, by case
  std::int64_t policy_version = 0;  ///< of an import: the version that brought the table
};

/// What a tick did.
struct TickReport {
  /// Rungs, and deadlines that turned out to have been moved to later by a newer calendar.
  std::int64_t fired = 0;
  std::int64_t resumed = 0;  ///< holds that ended
  /// Events that the kept figures took in (`Engine::measure`), after all that was due.
  std::int64_t followed = 0;
  std::int64_t behind = 0;  ///< events they still lag behind
  std::int64_t slices = 0;  ///< commits that were tried
  /// Due and not done, when it was tried last: another writer was in the way, or the case is
  /// damaged (`Engine::verify` finds it) or its calendar gone. It stays due, and holds up nothing
  /// else.
  std::int64_t failed = 0;
  /// Something is due still: more than the budget, or what failed. A host that wants all of it
  /// ticks again while `fired + resumed > 0 && more`; with `more` alone it would never end.
  bool more = false;
  Duration latest{};  ///< of all that was done, the furthest behind its time
  /// When something is due next; none if nothing waits.
  std::optional<Instant> next;
  /// Longest slice by the host's stopwatch; none without one.
  std::optional<std::chrono::nanoseconds> longest_slice;
};

/// Figures summed.
struct FigureSum {
  std::string name;
  std::string measure;
  std::string unit;  ///< that recorded them
  std::int64_t value = 0;
  std::int64_t cases = 0;  ///< they were recorded on
};

/// How those who waited for an answer judge the work of a unit: of each case that it led, the
/// latest word.
struct Rating {
  std::string unit;
  std::int64_t cases = 0;     ///< it led, with an answer of either kind
  std::int64_t rated = 0;     ///< with a satisfaction
  std::int64_t stars = 0;     ///< sum of the satisfactions, 1 … 5 each
  std::int64_t solved = 0;    ///< "yes"
  std::int64_t partly = 0;    ///< "partly"
  std::int64_t unsolved = 0;  ///< "no"
};

/// A provider that could do a job.
struct ProposedProvider {
  std::string unit;
  std::optional<double> metres;  ///< from the unit to the case
  Rating rating;                 ///< of the cases reported in the 365 days before
  std::string because;
};

/// Which units are to take which cases.
struct CaseAllocation {
  /// A line of it.
  struct Line {
    CaseId case_id = CaseId::none;
    std::string unit;
    double cost = 0;  ///< metres, or in the measure of the roads or the metric in use
    std::string because;
  };
  std::vector<Line> lines;        ///< by case
  std::vector<CaseId> left_over;  ///< nobody who could take them has room
  std::vector<CaseId> without_place;
  double cost = 0;  ///< sum over the lines
};

/// An order that the rules propose.
struct ProposedOrder {
  Order order;
  std::string because;
  std::optional<double> metres;  ///< from the unit to the case
};

/// A round along a checklist of the policy.
struct Patrol {
  std::string key;   ///< chosen by the caller, 1 … 32 of A–Z a–z 0–9 . _ -; once for ever
  std::string list;  ///< code of the checklist
  std::string note;
  std::optional<Instant> happened;
  std::vector<std::string> passed;  ///< clauses found in order
  /// A clause that was not kept.
  struct Failure {
    std::string clause;
    std::string title;  ///< of the case; the clause's text if empty
    std::string text;
    std::optional<Point> point;
    std::string address;
    std::vector<Attachment> attachments;
  };
  std::vector<Failure> failed;
};

/// How far the units of a tier are with the orders of a case, mostly of a directive.
struct RollUp {
  /// How far one unit is, with those below it.
  struct Line {
    std::string unit;  ///< the unit of the tier, with everything below it
    Tier tier = Tier::county;
    std::int32_t ordered = 0;       ///< orders that count; those taken back or let go do not
    std::int32_t acknowledged = 0;  ///< signed for, or further
    std::int32_t executed = 0;      ///< finished, or further
    std::int32_t reported = 0;      ///< fed back
    /// Heads on the lists; those of an order that was declined, too, until another has them.
    std::int64_t expected = 0;
    std::int64_t counted = 0;
    std::optional<Instant> last;  ///< when the latest of them was reported
  };
  std::vector<Line> lines;  ///< by tier from above, then by unit
};

/// One action on every case of a list.
struct Bulk {
  /// Chosen by the caller, 1 … 32 of A–Z a–z 0–9 . _ -; once for ever. Doing the same bulk again
  /// goes on where it stopped, and tells what was done when it has ended.
  std::string key;
  CaseQuery query;  ///< which cases, of those the actor may see; takes no `after` and no `limit`
  Action action;    ///< without `case_id`, `command_id` and `expected_version`
};

/// What a bulk comes to in one case.
struct BulkVerdict {
  CaseId case_id = CaseId::none;
  std::string number;
  State before = State::none;
  State after = State::none;       ///< as before if refused
  std::optional<Refusal> refusal;  ///< why not; empty if it would be done
  /// Of a preview: the earliest of its clocks after it; none if none runs.
  std::optional<Instant> deadline;
};

/// What a bulk would do, or did: of a bulk, everything since it was begun.
struct BulkReport {
  std::string key;
  std::int64_t cases = 0;  ///< looked at
  std::int64_t done = 0;   ///< would be done, or was
  std::int64_t refused = 0;
  /// Could not be tried, because the case is damaged: `Engine::verify` finds it.
  std::int64_t failed = 0;
  std::map<RefusalCode, std::int64_t> refusals;  ///< how many of each
  /// The first 1,000, by case; the refused ones first. Of a bulk, the refused ones only: what was
  /// done stands in the histories of the cases.
  std::vector<BulkVerdict> verdicts;
  /// Of a bulk: nothing is left to do. Else call it again: the budget was used up, or another
  /// writer was in the way.
  bool finished = false;
  std::int64_t from_sequence = 0;   ///< of a bulk: the event that began it …
  std::int64_t until_sequence = 0;  ///< … and the one that ended it, which holds this receipt
};

/// A finding of `Engine::verify`.
struct Finding {
  /// "chain_broken", "gap", "text_changed", "policy_changed", "row_differs", "orphan",
  /// "schema_differs", "sqlite", "unreadable" (damaged so that it cannot be looked at)
  std::string code;
  CaseId case_id = CaseId::none;
  std::int64_t sequence = 0;
  std::string message;
};

/// What `Engine::verify` found.
struct Verification {
  std::int64_t events = 0;
  std::int64_t cases = 0;
  std::vector<Finding> findings;  ///< at most 1,000
  /// Whether nothing was found.
  bool ok() const noexcept { return findings.empty(); }
};

}  // namespace gridcase
