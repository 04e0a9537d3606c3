#pragma once
/// \file measure.hpp
/// Measures: what is counted, of how many, and how the figure is written.
///
/// A case comes to *facts*: that it was reported, that it was filed, that a limit of it was kept,
/// that a unit was given an order. Facts follow from the history alone. A measure is a count of
/// facts, or one count out of another: its definition is data, its denominator has a name. The same
/// facts give every figure, the cases behind it, and what it was known to be at an earlier date.
///
/// Drills come to no facts; of annulled cases only the report and the filing are left. Of what is
/// no ordinary case there are the report, its limits, and what a record says of a unit; of a
/// contact the follow-up, too. What lies ahead is not counted yet. Plain values; any thread.

#include <gridcase/case.hpp>
#include <gridcase/clock.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// What happened, as far as it is counted. Numbers are stored: add, never change.
enum class FactKind : std::uint8_t {
  /// A case, contact, alert or record came in (上报), when it was reported; of the unit and person
  /// that recorded it.
  reported = 1,
  filed,  ///< (立案), when it was filed the first time; of whoever filed it
  /// A limit of the case or of an order: at its deadline, whatever became of it (应…); of the unit
  /// that answers for it, and the person who met it. None while it is on hold, and of one that was
  /// no longer waited for before it was missed.
  limit,
  /// The same, at the time it was met; of one that is not met, at its deadline.
  limit_or_done,
  /// A unit was given an order, when it was; of the unit that has it. Not what a unit took on by
  /// itself, nor a part in a consultation.
  ordered,
  /// Orders went out that name a lead (派遣), when they did; of whoever sent them.
  dispatched,
  /// A unit that leads has done its part (处置), when it fed back the last time; of it and the
  /// person who did; `amount` is the time since the order, natural.
  handled,
  returned,  ///< a unit declined or sent back (退回), when it did; of that unit
  checked,   ///< a check before filing was answered (核实), when it was; of whoever answered
  /// A check after handling was answered (核查), when it was; of whoever answered.
  confirmed,
  /// The case was closed (结案), when it was closed last; of the unit that closed it; `amount` is
  /// the time since the report, natural.
  closed,
  /// The requester was asked what became of it, or rated it, the latest time; of the unit that led,
  /// without one of the unit that had it.
  followed_up,
  consulted,  ///< a joint consultation was called; of whoever called it
  /// Of a record about a unit, such as a check of its duty (查岗); of that unit.
  inspected,
  /// At the end of a case, one for each unit: `amount` is the time that was the unit's, natural.
  spent,
  accepted,  ///< taken in (受理), when it was the first time; of whoever did
};

/// What else is true of a fact. Numbers are stored: add, never change.
enum class Mark : std::uint8_t {
  done,      ///< of a limit: what was waited for came about; of an order: the unit did its part
  in_time,   ///< of a limit: done by the deadline, or an appeal was granted
  late,      ///< of a limit: the deadline was missed, appeal or not; not done, it has passed
  exempt,    ///< of a limit: an appeal was granted
  extended,  ///< of a limit: more time was granted (缓办)
  filed,     ///< of a report, a limit: the case was filed
  annulled,  ///< of a report, a filing: the case was annulled (作废)
  /// Of a report, a filing, a closing: somebody outside reported it; else the units found it.
  requested,
  answered,   ///< of a contact: answered at once (首接即答); of a case: ended with an answer
  converted,  ///< of a contact or an alert: it became a case
  declined,   ///< of an order: sent back
  /// Of an order, a dispatch, work done: it had to be done again (返工); of a limit: some work of
  /// the case had to.
  rework,
  redirected,  ///< of an order: another unit led the case before; of a dispatch: its lead declined
  lead,        ///< of an order
  self,        ///< of a closing: solved by who had it (自处)
  guided,      ///< … with guidance from above
  by_orders,   ///< … by units that were sent (派遣)
  passed,      ///< of a check, an inspection; of a filing: a check had found it true before
  failed,
  solved,  ///< of a follow-up: in the requester's eyes
  part_solved,
  unsolved,
  satisfied,     ///< of a follow-up: 4 or 5 of 5
  dissatisfied,  ///< 1 or 2 of 5
  rated,
  agreed,    ///< of a consultation
  surprise,  ///< of an inspection: nobody was told before
  village,   ///< the tier the case was solved on, or is on
  township,
  county,
  transferred,  ///< of a report: handed to another system; of a contact: to another desk
  reopened,     ///< of a closing
  escalated,    ///< of a closing: on a higher tier than it was reported on (提级)
  contact,      ///< of a report, a limit, a follow-up: it is not a case, but a contact …
  alert,        ///< … an alert …
  record,       ///< … a directive, or a record of another nature
  closed,       ///< of work done: the case is closed
};

GRIDCASE_API std::string_view name(FactKind kind) noexcept;
GRIDCASE_API std::string_view name(Mark mark) noexcept;
GRIDCASE_API std::optional<FactKind> fact_kind_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<Mark> mark_from_name(std::string_view name) noexcept;

/// A set of marks.
class Marks {
public:
  constexpr Marks() = default;
  /// Those of the bits, one for each mark, by its number.
  constexpr explicit Marks(std::uint64_t bits) : bits_(bits) {}
  /// Whether it has this mark.
  constexpr bool has(Mark mark) const noexcept { return (bits_ & bit(mark)) != 0; }
  /// Whether it has all marks of the other.
  constexpr bool has_all(Marks other) const noexcept {
    return (bits_ & other.bits_) == other.bits_;
  }
  /// Whether it has one of them at least.
  constexpr bool has_any(Marks other) const noexcept { return (bits_ & other.bits_) != 0; }
  /// Adds the mark, or leaves all as it is.
  constexpr Marks& add(Mark mark, bool yes = true) noexcept {
    if (yes) bits_ |= bit(mark);
    return *this;
  }
  /// One bit for each mark, by its number; stable.
  constexpr std::uint64_t bits() const noexcept { return bits_; }
  friend constexpr bool operator==(Marks a, Marks b) noexcept { return a.bits_ == b.bits_; }
  friend constexpr bool operator!=(Marks a, Marks b) noexcept { return a.bits_ != b.bits_; }

private:
  static constexpr std::uint64_t bit(Mark mark) noexcept {
    return std::uint64_t{1} << static_cast<unsigned>(mark);
  }
  std::uint64_t bits_ = 0;
};

/// One fact of a case.
struct Fact {
  FactKind kind = FactKind::reported;
  /// Of a limit: what is waited for.
  std::optional<Moment> moment;
  std::int32_t number = 1;  ///< tells facts of the same kind and moment in a case apart
  Instant at{};             ///< the time it counts at: what happened then, or was due then
  Marks marks;
  std::int64_t amount = 0;  ///< microseconds, where the kind has a duration
  std::string unit;
  std::string person;

  // of the case, as it stands
  CaseId case_id = CaseId::none;
  std::string grid;
  std::string category;
  std::string channel;  ///< of a contact: the number dialled, else the channel

  friend GRIDCASE_API bool operator==(const Fact& a, const Fact& b);
  friend bool operator!=(const Fact& a, const Fact& b) { return !(a == b); }
};

/// Facts that are counted together.
struct FactFilter {
  FactKind kind = FactKind::reported;
  std::optional<Moment> moment;  ///< of a limit; all if absent
  Marks all;                     ///< facts with all of these …
  Marks any;                     ///< … with one of these, if any is set …
  Marks none;                    ///< … and with none of these

  /// Whether the fact is one of them.
  bool takes(const Fact& fact) const noexcept;
};

/// How a measure is reckoned.
enum class MeasureForm : std::uint8_t {
  count = 1,  ///< so many facts
  rate,       ///< numerator of denominator, in percent
  mean,       ///< sum of the numerator's amounts over their number, in hours
  median,  ///< of the numerator's amounts, in hours; the mean of the middle two of an even number
  percentile90,  ///< the smallest amount that nine in ten do not exceed (nearest rank), in hours
  sum,           ///< of the numerator's amounts, in hours
};

GRIDCASE_API std::string_view name(MeasureForm form) noexcept;

/// A measure: its name is stable, its definition is here and nowhere else.
struct MeasureDefinition {
  std::string code;     ///< "closing_in_time_rate"
  std::string english;  ///< for people
  std::string chinese;  ///< "按期结案率"
  MeasureForm form = MeasureForm::count;
  FactFilter numerator;
  FactFilter denominator;  ///< of a rate
  std::string definition;  ///< in a sentence: the denominator by name
  std::string definition_chinese;
  std::string source;  ///< where the formula is from
};

/// Every measure, in the order in which they are explained to people. For each denominator that is
/// in use somewhere there is a measure of its own.
GRIDCASE_API const std::vector<MeasureDefinition>& measure_catalogue();
/// Null for an unknown code.
GRIDCASE_API const MeasureDefinition* measure(std::string_view code) noexcept;

/// What a figure is made of. Of a count and a sum the denominator is 1.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  friend bool operator==(Ratio a, Ratio b) {
    return a.numerator == b.numerator && a.denominator == b.denominator;
  }
  friend bool operator!=(Ratio a, Ratio b) { return !(a == b); }
};

/// numerator / denominator in hundredths of a percent (`percent`) or of one, half up (away from
/// zero); nothing for a denominator of 0. Exact. \throws Error invalid_argument: a denominator
/// below 0 or above 9 × 10^17, a result that does not fit.
GRIDCASE_API std::optional<std::int64_t> hundredths(Ratio ratio, bool percent = true);
/// Hundredths with two decimals: 9976 is "99.76"; "n/a" for nothing.
GRIDCASE_API std::string two_decimals(std::optional<std::int64_t> hundredths);

/// The shares of parts in their sum, in hundredths of a percent, that add up to 100.00 exactly, by
/// the largest remainder; of equal remainders the earlier part is rounded up. All nothing if the
/// sum is 0. \throws Error invalid_argument: a negative part.
GRIDCASE_API std::vector<std::optional<std::int64_t>>
shares_of(const std::vector<std::int64_t>& parts);

/// By how much a figure has grown on that of a base period, in percent: {now − base, base}.
constexpr Ratio growth(std::int64_t now, std::int64_t base) noexcept { return {now - base, base}; }

/// What figures are told apart by.
enum class Dimension : std::uint8_t { total = 1, unit, person, grid, category, channel, tier };

GRIDCASE_API std::string_view name(Dimension dimension) noexcept;
GRIDCASE_API std::optional<Dimension> dimension_from_name(std::string_view name) noexcept;

/// Days in the county's time zone: from the first, up to and without the last.
struct Period {
  Date from;
  Date until;
};

/// Reads "2018-03", "2018", "2018-H1", "2018-Q2" or "2018-03-01/2018-03-16" (the last day within).
/// \throws Error invalid_argument.
GRIDCASE_API Period parse_period(std::string_view text);
/// The shortest form that `parse_period` reads as this period.
GRIDCASE_API std::string format_period(const Period& period);

/// Which figures.
struct MeasureQuery {
  std::vector<std::string> measures;  ///< codes; all of the catalogue if empty
  Dimension by = Dimension::total;
  /// Only of these keys; all if empty.
  std::vector<std::string> keys;
  /// Of units and grids: each with all units below it, a township with its villages and grids; else
  /// each by itself. What nobody below a unit has is counted for no unit.
  bool below = false;
  /// Only facts of this channel, as in `Fact::channel`; of all if empty.
  std::string channel;
  Period period;
  /// As it was known then: recorded by then, and counted up to then. All that is recorded, counted
  /// up to now, if absent.
  std::optional<Instant> as_of;
};

/// One figure.
struct Measurement {
  std::string measure;
  std::string key;  ///< of the dimension: code of a unit …; empty for the total, or for none
  /// Of times: microseconds out of how many; of a median the one or two in the middle.
  Ratio ratio;
  /// In hundredths: of a percent for rates, of an hour for times, of one for counts.
  std::optional<std::int64_t> value;
};

/// The cases behind a figure.
struct MeasureFacts {
  std::vector<Fact> numerator;  ///< by day and case
  std::vector<Fact> denominator;
};

}  // namespace gridcase
