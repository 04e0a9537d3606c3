#pragma once
/// \file assessment.hpp
/// Assessments (一键考核): the scores of a period out of the record, frozen periods, and the stars
/// of units.
///
/// An assessment is a pure function of the history up to an event, of a version of the policy,
/// which has the rules and the organization, and of a period. Nobody types in a figure: those that
/// rules ask for are of the catalogue of measures, of a unit with all units below it, or of a
/// person. What only a person can judge is a mark, with its reason, in the county's own history.
///
/// A half-year and a year are reckoned from their cases, like a month; they are no mean of months.
///
/// A period that is over can be frozen: its scores, with all that led to them, become an event of
/// the county's own history and are never changed. What is recorded afterwards changes no frozen
/// period. An exemption granted afterwards, for a limit that ended in a frozen period, counts in
/// the first period of the same rules and the same length that is frozen after it, as one more
/// limit that ended there and was kept.
///
/// Plain values; any thread.

#include <gridcase/action.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/rating.hpp>
#include <gridcase/scoring.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Which scores are asked for.
struct AssessmentQuery {
  std::string rules;  ///< code, as in `Policy::scoring`; the version of the period's first day
  Period period;
  /// What a frozen period would be today; else it is as it was frozen.
  bool afresh = false;
  /// From what was recorded by then, marks too, by the rules and the organization of today; of a
  /// frozen period this, too, is reckoned.
  std::optional<Instant> as_of;
};

/// That and when a period was frozen.
struct Freeze {
  Instant recorded{};
  Actor actor;
  std::string sha256;  ///< of `write_assessment`
};

/// The scores of a period, and what they are made of.
struct Assessment {
  Scores scores;
  Period period;
  std::int64_t policy_version = 0;  ///< whose rules and organization
  std::int64_t sequence = 0;        ///< the last event that was taken in
  Instant until{};  ///< facts up to then: the end of the period, or earlier while it runs
  std::vector<ScoreMark> marks;  ///< that counted
  /// Limits of earlier, frozen periods that were exempted after that; they count here.
  std::vector<Fact> exemptions;
  std::optional<Freeze> frozen;
};

/// A period that is frozen.
struct FrozenPeriod {
  std::string rules;
  Period period;
  std::int64_t policy_version = 0;
  std::int64_t sequence = 0;
  Freeze freeze;
};

/// The JSON form, src/model/assessment.schema.md: on one line, all but `frozen`. The same
/// assessment, the same bytes. \throws DocumentError with all faults of form.
GRIDCASE_API std::string write_assessment(const Assessment& assessment);
/// Reads what `write_assessment` wrote. \throws DocumentError.
GRIDCASE_API Assessment read_assessment(std::string_view json);

/// The stars of a scheme: what was recorded, for `stars_on`, `star_history` and `standings_of`.
struct StarRecord {
  RatingScheme scheme;
  std::vector<RatingEvent> events;  ///< in the order in which they were recorded
};

}  // namespace gridcase
