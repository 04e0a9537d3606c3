#pragma once
/// \file calendar.hpp
/// When people work, and how far limits reach: windows of the week, holidays and make-up days, half
/// days, seasons, a zone and a horizon; and `Timetable`, which measures time by them.
///
/// **What counts as working time.** An instant is working time if the civil time that a clock on a
/// wall of the calendar's zone shows at that instant lies in a window of that civil day, start
/// included, end excluded. Where clocks are set back, civil times that occur twice count twice;
/// where they are set forward, those that are skipped do not count.
///
/// **Three measures.** Every unit of a limit is counted in one of them: natural microseconds,
/// working microseconds, or working days. `measure` and `reach` are inverse to each other in each.
///
/// **At the limit is in time.** Limits are closed intervals: what happens exactly at the deadline
/// is in time, a microsecond later is late. This holds everywhere in the library.
///
/// The plain structs are values. A `Timetable` never changes; any thread.

#include <gridcase/time.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// A part of the civil day in which people work, in minutes from midnight: 0 ≤ from < until ≤ 1440.
struct Window {
  std::int32_t from = 0;
  std::int32_t until = 0;  ///< exclusive; 1440 is the end of the day

  friend constexpr bool operator==(Window a, Window b) {
    return a.from == b.from && a.until == b.until;
  }
};

/// Windows by day of the week, Monday first; ascending, not overlapping. None: nobody works.
using WorkingWeek = std::array<std::vector<Window>, 7>;

/// A part of every year with hours of its own, such as summer hours.
struct Season {
  std::string name;
  std::int32_t from_month = 1;  ///< first day of it …
  std::int32_t from_day = 1;
  std::int32_t until_month = 1;  ///< … and first day after it; may lie in the next year
  std::int32_t until_day = 1;
  WorkingWeek week;
};

/// A day that is not as its weekday is.
struct SpecialDay {
  Date date;
  bool working = false;  ///< a make-up working day (调休), or a day off
  std::string name;      ///< "春节"
  /// Of a working day; the windows of the first weekday that has any, if empty. So a half day is a
  /// working day with windows of its own.
  std::vector<Window> windows;
};

/// Public holidays and make-up working days, as they are decreed year by year.
struct HolidayTable {
  std::string code;  ///< "cn"
  std::string name;
  std::string source;  ///< where it comes from
  /// First day the table says nothing about: the horizon. A deadline on that day or later is
  /// provisional.
  Date until;
  std::vector<SpecialDay> days;  ///< ascending by date
};

/// The hours of an organization, or of some of its units.
struct Calendar {
  std::string code;
  std::string name;
  std::string time_zone;  ///< IANA name; the organization's if empty
  WorkingWeek week;
  std::vector<Season> seasons;  ///< where several hold, the first counts
  std::string holidays;         ///< code of a holiday table; none if empty
  /// Days of its own; they go before those of the table. Ascending by date.
  std::vector<SpecialDay> days;
  std::optional<Date> until;       ///< horizon of its own, as in HolidayTable; the earlier counts
  std::int32_t day_minutes = 480;  ///< working time that a `working_day` stands for
  /// Units that keep these hours, each with everything below it in the command line.
  std::vector<std::string> units;
};

/// What limits are written in. Source: time limits of digital city management (紧急工作时, 工作时,
/// 工作日) and the Civil Code, article 201 (the day of the start is not counted).
enum class LimitUnit : std::uint8_t {
  urgent_minute = 1,  ///< natural: runs through nights, weekends and holidays
  urgent_hour,        ///< 紧急工作时; natural
  calendar_day,       ///< 自然日; natural, 24 hours
  working_minute,     ///< only working time counts
  working_hour,       ///< 工作时
  working_day,  ///< 工作日, first reading: `day_minutes` (8 hours) of working time from the start
  end_of_working_day,  ///< 工作日, second reading: the end of the n-th working day after the day of
                       ///< the start; 0 is the end of the day of the start, or of the next working
                       ///< day if that day has no more working time
};

GRIDCASE_API std::string_view name(LimitUnit unit) noexcept;
GRIDCASE_API std::optional<LimitUnit> limit_unit_from_name(std::string_view name) noexcept;

/// What a unit is counted in.
enum class Measure : std::uint8_t {
  natural = 1,  ///< microseconds
  working,      ///< microseconds of working time
  closing,      ///< working days, each complete at the end of its last window
};

/// What a limit in this unit is counted in.
constexpr Measure measure_of(LimitUnit unit) noexcept {
  return unit <= LimitUnit::calendar_day  ? Measure::natural
         : unit <= LimitUnit::working_day ? Measure::working
                                          : Measure::closing;
}

/// So much of a unit: "4 working hours".
struct Amount {
  std::int64_t value = 0;
  LimitUnit unit = LimitUnit::working_hour;

  friend constexpr bool operator==(Amount a, Amount b) {
    return a.value == b.value && a.unit == b.unit;
  }
  friend constexpr bool operator!=(Amount a, Amount b) { return !(a == b); }
};

/// The longest limit, in days of whatever kind; longer ones are refused.
constexpr std::int64_t longest_limit_days = 3660;

/// A calendar, compiled to an index of its days from 2000 to 2120: `measure` and `reach` take one
/// or two binary searches, whatever lies between. Immutable; any thread. Copying shares.
class GRIDCASE_API Timetable {
public:
  /// Natural time only, UTC: for limits in urgent units and calendar days.
  Timetable();
  /// The calendar's holidays are one of the tables; `zone` is the organization's, for a calendar
  /// without one.
  /// \throws DocumentError with every fault of the calendar (`validate` of a policy finds the same)
  Timetable(const Calendar& calendar, const std::vector<HolidayTable>& holidays,
            std::string_view zone);

  /// The calendar it was compiled from.
  const Calendar& calendar() const noexcept;
  /// The zone it counts in.
  const std::string& time_zone() const noexcept;

  /// Whether that instant is working time.
  bool is_working(Instant at) const;
  /// From one instant to another; negative if `until` is earlier. Of `closing`: the number of
  /// working days after the day of `from`, up to and with the day of `until`.
  std::int64_t measure(Measure measure, Instant from, Instant until) const;
  /// The earliest instant from `from` on at which `amount` has passed: `from` itself for nothing of
  /// natural or working time. Of `closing`: as `LimitUnit::end_of_working_day` says.
  /// \throws Error invalid_argument: negative, or beyond 2119 (natural: 2500); from before 2000
  /// (natural: 1900).
  Instant reach(Measure measure, Instant from, std::int64_t amount) const;
  /// An amount in its measure: 4 working hours are 14,400,000,000.
  std::int64_t counted(Amount amount) const;
  /// `reach` from `from` for the amount.
  Instant deadline(Instant from, Amount amount) const;

  /// First day the calendar's tables say nothing about; none if it has no horizon.
  std::optional<Date> horizon() const noexcept;
  /// Whether a deadline found by working time lies past the horizon.
  bool is_provisional(Measure measure, Instant deadline) const;

  /// A stretch of time of one kind, for explanations.
  enum class Kind : std::uint8_t {
    working = 1,
    closed,   ///< outside the hours of a working day
    day_off,  ///< a weekday without windows: the weekend
    holiday,  ///< a special day that is off, with its name
  };
  /// A part of the way of a limit, with one reason.
  struct Stretch {
    Instant from{};
    Instant until{};
    Kind kind = Kind::working;
    std::string name;  ///< of the special day it lies in, a make-up working day as well
  };
  /// All stretches between two instants, in order, without gaps; one for each window, and one for
  /// what lies between two windows of a day or for days of one kind and name in a row.
  std::vector<Stretch> stretches(Instant from, Instant until) const;

private:
  struct Index;
  std::shared_ptr<const Index> index_;
};

}  // namespace gridcase
