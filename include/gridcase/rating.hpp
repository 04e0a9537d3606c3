#pragma once
/// \file rating.hpp
/// Stars of units (星级评定): a scheme as data, and a pure fold over what was assessed and what
/// vetoed.
///
/// A scheme has aspects with points, a bar, and cycles of whole months, numbered from 1. A unit is
/// at so many stars, free or waiting:
///
///     assessed, at the bar or above, not waiting     one step up, to `highest` at most
///     assessed, below the bar                        by `below`: as it is, a step down, or to 0
///     a veto (负面否决)                              0 at once, on its day (摘星); waits for the
///                                                    rest of the cycle and `waiting` whole ones
///     assessed for a cycle it waits in               nothing
///
/// An assessment is of a cycle and takes effect on its day. Of what happens on one day a veto is
/// last. The order in which events are given does not matter, and none is ever changed: what is
/// added later with an earlier day gives another history.
///
/// Plain values and pure functions; any thread.

#include <gridcase/clock.hpp>
#include <gridcase/decimal.hpp>
#include <gridcase/error.hpp>
#include <gridcase/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// What units are looked at for.
struct RatingAspect {
  std::string code;
  std::string english;  ///< at least one of the names
  std::string chinese;
  Decimal points;  ///< full mark
  bool syn = false;
};

/// A kind of event that takes the stars away.
struct RatingVeto {
  std::string code;
  std::string english;
  std::string chinese;
  bool syn = false;
};

/// What becomes of a unit that was assessed and is below the bar.
enum class BelowBar : std::uint8_t {
  keep = 1,  ///< it stays where it is
  step_down,
  remove,  ///< to 0, without a wait
};

GRIDCASE_API std::string_view name(BelowBar what) noexcept;
GRIDCASE_API std::optional<BelowBar> below_bar_from_name(std::string_view name) noexcept;

/// How stars are given and taken.
struct RatingScheme {
  std::string code;
  std::string english;
  std::string chinese;
  Date first_day;  ///< of the first cycle; a day up to 28, so that all months have it
  std::int32_t cycle_months = 12;  ///< 1 … 120
  std::vector<RatingAspect> aspects;
  Decimal bar;  ///< of the sum of points; at it is enough
  std::int32_t step = 1;
  std::int32_t highest = 5;
  std::int32_t waiting = 1;  ///< whole cycles after a veto; 0: the next one counts
  BelowBar below = BelowBar::keep;
  std::vector<RatingVeto> vetoes;
  bool syn = false;  ///< of the numbers that are no list's
  std::string source;
};

/// A part of an assessment.
struct RatingMark {
  std::string aspect;
  Decimal points;  ///< 0 … of the aspect
};

/// A unit was assessed, or vetoed.
struct RatingEvent {
  enum class Kind : std::uint8_t { assessment = 1, veto };
  Kind kind = Kind::assessment;
  std::string unit;
  Date day;                       ///< from which it counts
  std::int32_t cycle = 0;         ///< assessed, from 1; none of a veto, which its day places
  std::vector<RatingMark> marks;  ///< of an assessment: of each aspect
  std::string veto;               ///< code
  std::string reason;             ///< of a veto: not empty
  std::string basis;              ///< document or case it rests on; may be empty
};

/// The JSON forms, src/model/rating.schema.md. Same value, same bytes.
/// \throws DocumentError with all faults of form.
GRIDCASE_API RatingScheme read_rating_scheme(std::string_view json);
/// The JSON form that `read_rating_scheme` takes.
GRIDCASE_API std::string write_rating_scheme(const RatingScheme& scheme);
/// Reads assessments and vetoes. \throws DocumentError.
GRIDCASE_API std::vector<RatingEvent> read_rating_events(std::string_view json);
/// The JSON form that `read_rating_events` takes.
GRIDCASE_API std::string write_rating_events(const std::vector<RatingEvent>& events);

/// Every fault of meaning.
GRIDCASE_API std::vector<Fault> validate(const RatingScheme& scheme);
/// Every fault of the events under the scheme.
GRIDCASE_API std::vector<Fault> validate(const RatingScheme& scheme,
                                         const std::vector<RatingEvent>& events);

/// The cycle a day lies in, from 1; nothing before the first.
GRIDCASE_API std::optional<std::int32_t> cycle_of(const RatingScheme& scheme, Date day);
/// The first day of a cycle. \throws Error invalid_argument: below 1, or beyond the year 2500.
GRIDCASE_API Date first_day_of(const RatingScheme& scheme, std::int32_t cycle);

/// What an event did to a unit's stars. Those that changed nothing are listed, too: why not.
struct StarChange {
  enum class Why : std::uint8_t {
    risen = 1,
    at_highest,
    below_bar,
    waiting,
    vetoed,
  };
  Date day;
  std::int32_t cycle = 0;  ///< assessed, or in which the veto fell; 0 before the first
  std::int32_t before = 0;
  std::int32_t after = 0;
  Why why = Why::risen;
  std::optional<Decimal> points;  ///< of an assessment
  std::int32_t counts_from = 0;   ///< of a wait: the first cycle that counts again
  std::string veto;               ///< code
  std::string reason;
  std::string basis;
};

GRIDCASE_API std::string_view name(StarChange::Why why) noexcept;

/// The whole history of a unit, by day. \throws DocumentError: faults in scheme or events.
GRIDCASE_API std::vector<StarChange> star_history(const RatingScheme& scheme,
                                                  const std::vector<RatingEvent>& events,
                                                  std::string_view unit);

/// How many stars a unit has on a day, with what happened on it. \throws as `star_history`.
GRIDCASE_API std::int32_t stars_on(const RatingScheme& scheme,
                                   const std::vector<RatingEvent>& events, std::string_view unit,
                                   Date day);

/// A unit in a cycle.
struct RatingStanding {
  std::string unit;
  Decimal points;
  bool above_bar = false;  ///< at it, or above
  std::int32_t rank = 1;   ///< the same points, the same rank, and the next skips
  StarChange change;       ///< what came of it
};

/// All that were assessed for a cycle, by rank and code. \throws as `star_history`.
GRIDCASE_API std::vector<RatingStanding> standings_of(const RatingScheme& scheme,
                                                      const std::vector<RatingEvent>& events,
                                                      std::int32_t cycle);

/// "2024-01-27, cycle 2: 1 star → 0, veto … ".
GRIDCASE_API std::string in_words(const RatingScheme& scheme, const StarChange& change,
                                  Language language);

}  // namespace gridcase
