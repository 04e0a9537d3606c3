#pragma once
/// \file scoring.hpp
/// Scores of units and persons from their figures (一键考核): rule sets as data, and what comes of
/// them.
///
/// A rule set has a sheet: a tree of components. Every node has `points` that it counts for in the
/// node above, and an inside of its own that goes up to `out_of`: the parts of a branch, a measure
/// on a scale, what an assessor gave, or simply the full mark from which something is taken. What
/// was reached inside counts as reached × points ÷ out_of above. So a weight of 35 over a sheet of
/// 100 is {points 35, out_of 100}.
///
/// Inside a node, in this order:
///  1. the scale, the mark, or the sum of the parts; where there is none of these, `out_of`, or 0
///  for
///     an extra. What has no figure is dealt with by `not_applicable`
///  2. the changes, each on what is there
///  3. not below `floor`, not above `most`
///  4. vetoes: not above the ceiling of those that apply, be it below `floor`
///
/// Everything is reckoned in exact fractions of any size: nothing overflows, no binary fraction is
/// used. Only results are rounded, to two decimals, halves away from zero; grades and ranks go by
/// the rounded total, because that is what people see. There is no time, no place and no chance in
/// it: the same rules and figures give the same bytes.
///
/// Plain values and pure functions; any thread.

#include <gridcase/clock.hpp>
#include <gridcase/decimal.hpp>
#include <gridcase/error.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/organization.hpp>
#include <gridcase/time.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gridcase {

/// What becomes of the points of a node that has no figure, because its denominator is 0, nobody
/// gave a mark, or none of its parts applies.
enum class NotApplicable : std::uint8_t {
  /// They are spread over the parts beside it, by their points; where there is none left, the node
  /// above does not apply either. Of an extra: nothing is added.
  spread = 1,
  full,  ///< full mark
  zero,  ///< none
};

/// What is done with a part of a step, such as 0.6 of a missing percent.
enum class StepPart : std::uint8_t {
  exact = 1,  ///< counts as that part
  begun,      ///< counts as a whole one
  whole,      ///< does not count
};

GRIDCASE_API std::string_view name(NotApplicable what) noexcept;
GRIDCASE_API std::string_view name(StepPart part) noexcept;
GRIDCASE_API std::optional<NotApplicable> not_applicable_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<StepPart> step_part_from_name(std::string_view name) noexcept;

// Figures are taken in percent for rates, in hours for times, in ones for counts.

/// Marks in a straight line: 0 at one figure, `out_of` at the other, nothing beyond. 0 to 100 is
/// "rate × points"; 100 to 0 is "(100 − rate) × points".
struct LinearScale {
  Decimal zero_at = decimal(0);
  Decimal full_at = decimal(100);
};

/// A line of a table of bands.
struct ScoreBand {
  enum class Bound : std::uint8_t {
    at_least = 1,
    above,
    at_most,
    below,
    rest  ///< whatever is left
  };
  Bound bound = Bound::rest;
  Decimal figure;  ///< none of `rest`
  Decimal marks;   ///< 0 … out_of
  bool syn = false;
};

/// Marks by the first band that takes the figure; 0 if none does. Bounds go one way.
struct BandScale {
  std::vector<ScoreBand> bands;
};

/// How a figure becomes points.
struct ScoreScale {
  std::string measure;  ///< code
  /// Only facts of this channel, as in `Fact::channel`: the letters, one number; of all if empty.
  std::string channel;
  std::variant<LinearScale, BandScale> what;
  bool syn = false;
};

/// Points that are taken (or given) for every step of a figure: every case, every missing percent.
struct ScoreChange {
  /// What it was in one channel.
  struct Channel {
    std::string channel;  ///< as in `Fact::channel`
    Decimal factor = decimal(2);
  };
  std::string code;     ///< for people and papers; may be empty
  std::string english;  ///< for people; may be empty
  std::string chinese;
  std::string measure;  ///< code; a figure that is n/a changes nothing
  /// How far the figure is below this, or above that; without either the figure itself counts.
  std::optional<Decimal> below;
  std::optional<Decimal> above;
  Decimal every = decimal(1);  ///< a step
  StepPart part = StepPart::exact;
  Decimal points;               ///< a step; negative to take
  std::optional<Decimal> most;  ///< together, without the sign
  /// Of counts: cases of these channels count `factor` times (leaders' orders, transfers, media).
  std::vector<Channel> channels;
  bool syn = false;
};

/// A figure that must not be above a bound (一票否决).
struct ScoreVeto {
  std::string code;
  std::string english;
  std::string chinese;
  std::string measure;
  Decimal above = decimal(0);
  Decimal ceiling = decimal(0);  ///< what the node gets at most, of `out_of`
  bool syn = false;
};

/// Given by appointed persons, not by a figure.
struct ManualScale {
  std::vector<std::string> assessors;  ///< codes of persons or posts; at least one
};

/// A node of the sheet.
struct ScoreNode {
  std::string code;     ///< unique in the sheet
  std::string english;  ///< at least one of the names
  std::string chinese;
  Decimal points;                 ///< in the node above; more than 0
  std::optional<Decimal> out_of;  ///< inside; `points` if absent
  /// On top of what the parts beside it add up to (加分); starts from 0.
  bool extra = false;
  NotApplicable not_applicable = NotApplicable::spread;
  Decimal floor = decimal(0);  ///< inside
  /// Inside, more than the floor; `out_of` and the most of the extras among the parts if absent.
  std::optional<Decimal> most;
  std::vector<ScoreNode> parts;  ///< those that are no extra add up to `out_of`
  std::optional<ScoreScale> scale;
  std::optional<ManualScale> manual;
  std::vector<ScoreChange> changes;
  std::vector<ScoreVeto> vetoes;
  bool syn = false;    ///< these numbers were published nowhere: they are an example
  std::string source;  ///< where they are from; may be empty
};

/// A name for the scores from a number of points on.
struct ScoreGrade {
  std::string grade;  ///< "A"
  Decimal at_least;
  bool syn = false;
};

/// Whom a rule set is for: units of these kinds and tiers, those listed if any are. With posts or
/// persons, persons: those in such a post at such a unit, those listed if any are. What is empty
/// fits all, but something must be said.
struct ScoredOnes {
  std::vector<UnitKind> kinds;
  std::vector<Tier> tiers;
  std::vector<std::string> units;    ///< codes
  std::vector<std::string> posts;    ///< roles, as in `Post::role`
  std::vector<std::string> persons;  ///< codes
};

/// A version of a rule set.
struct ScoreRules {
  std::string code;  ///< the same for all versions
  std::string english;
  std::string chinese;
  Date valid_from;  ///< until the next version begins
  ScoredOnes who;
  ScoreNode sheet;
  std::vector<ScoreGrade> grades;  ///< from the best down; none if empty
  bool syn = false;                ///< of `valid_from` and `who`
  std::string source;
};

/// Reads and writes the JSON form, src/model/scoring.schema.md. Same value, same bytes.
/// \throws DocumentError with all faults of form.
GRIDCASE_API ScoreRules read_score_rules(std::string_view json);
/// The JSON form that `read_score_rules` takes.
GRIDCASE_API std::string write_score_rules(const ScoreRules& rules);

/// Looks up a measure; null for an unknown code. What it points to stays where it is while it is
/// used.
using MeasureLookup = std::function<const MeasureDefinition*(std::string_view code)>;

/// Every fault of meaning. Measures are those of the catalogue, or of `measures` if it is given.
GRIDCASE_API std::vector<Fault> validate(const ScoreRules& rules,
                                         const MeasureLookup& measures = {});

/// The version in force on a day: the latest that has begun. Null if there is none.
GRIDCASE_API const ScoreRules* rules_on(const std::vector<ScoreRules>& versions,
                                        std::string_view code, Date day);

/// Who is scored: a unit, or a person.
struct ScoreSubject {
  std::string code;
  std::string name;  ///< for people; may be empty
};

/// Whether persons are scored; else units.
GRIDCASE_API bool scores_persons(const ScoreRules& rules) noexcept;

/// Those of the organization whom the rules are for and who exist on the day, by code; those listed
/// that do not exist are left out.
GRIDCASE_API std::vector<ScoreSubject> subjects_of(const ScoreRules& rules,
                                                   const Organization& organization, Date day);

/// What an assessor gave: part of the record, with a reason.
struct ScoreMark {
  std::string subject;
  std::string node;    ///< code
  Decimal marks;       ///< floor … most of the node
  std::string by;      ///< one of the node's assessors
  std::string reason;  ///< not empty
  std::string basis;   ///< document or case it rests on; may be empty
};

/// A list of marks, [{"subject", "node", "marks", "by", "reason", "basis"}] under "marks".
/// \throws DocumentError with all faults of form.
GRIDCASE_API std::vector<ScoreMark> read_score_marks(std::string_view json);
/// The JSON form that `read_score_marks` takes.
GRIDCASE_API std::string write_score_marks(const std::vector<ScoreMark>& marks);
/// Every fault of meaning: a node that takes no marks, one given twice, an assessor who is none …
GRIDCASE_API std::vector<Fault> validate(const ScoreRules& rules,
                                         const std::vector<ScoreSubject>& subjects,
                                         const std::vector<ScoreMark>& marks);

/// Which figure is asked for.
struct FigureKey {
  std::string measure;
  std::string subject;
  std::string channel;  ///< only facts of this one; of all if empty

  friend bool operator<(const FigureKey& a, const FigureKey& b) {
    if (a.measure != b.measure) return a.measure < b.measure;
    if (a.subject != b.subject) return a.subject < b.subject;
    return a.channel < b.channel;
  }
};

/// Gives a figure; the denominator of a count is 1. Asked once for each key.
using Figures = std::function<Ratio(const FigureKey& key)>;

/// A figure behind a node.
struct ScoredFigure {
  std::string measure;
  std::string english;
  std::string chinese;
  MeasureForm form = MeasureForm::count;
  std::string channel;
  Ratio ratio;
  std::string value;  ///< "98.11", in percent, hours or ones; "n/a" for a denominator of 0
};

/// A sentence in both languages.
struct ScoreReason {
  std::string english;
  std::string chinese;
};

/// A node with what was reached. Points in hundredths; `exact` is the fraction "2625/32" where
/// hundredths do not say it all, else empty.
struct ScoredNode {
  std::string code;
  std::string english;
  std::string chinese;
  bool applicable = true;
  std::int64_t marks = 0;   ///< inside
  std::int64_t out_of = 0;  ///< inside
  std::int64_t points = 0;  ///< in the node above, with what was spread to it; 0 if not applicable
  std::string exact;        ///< of `points`
  std::int64_t of = 0;      ///< what `points` could be; 0 where its points went to others
  bool extra = false;
  bool vetoed = false;
  std::vector<ScoredFigure> figures;
  std::vector<ScoreReason> why;
  std::vector<ScoredNode> parts;
};

/// The score of a subject.
struct Score {
  ScoreSubject subject;
  /// In hundredths; nothing where nothing applies.
  std::optional<std::int64_t> total;
  std::string grade;                 ///< empty without grades, or without a total
  std::optional<std::int32_t> rank;  ///< from 1; the same total, the same rank, and the next skips
  ScoredNode sheet;
};

/// The scores of a period, best first.
struct Scores {
  std::string rules;  ///< code
  std::string english;
  std::string chinese;
  Date valid_from;
  std::string rules_sha256;   ///< of what `write_score_rules` gives
  std::string period;         ///< for the host to fill in: "2018-03"
  std::vector<Score> scores;  ///< by rank, then by code; without a rank last
};

/// Scores the subjects. \throws DocumentError: faults in rules or marks. \throws Error
/// invalid_argument: a subject twice, a figure with a negative denominator.
GRIDCASE_API Scores score(const ScoreRules& rules, const std::vector<ScoreSubject>& subjects,
                          const Figures& figures, const std::vector<ScoreMark>& marks = {},
                          const MeasureLookup& measures = {});

/// One JSON text on one line, keys in a fixed order: the same scores, the same bytes.
GRIDCASE_API std::string write_scores(const Scores& scores);
/// Reads it back. Names and forms of figures are those of the catalogue, or of `measures` if it is
/// given. \throws DocumentError with all faults of form.
GRIDCASE_API Scores read_scores(std::string_view json, const MeasureLookup& measures = {});
/// SHA-256 of that text, 64 digits in lower case.
GRIDCASE_API std::string digest_of(const Scores& scores);

/// Explains a score, a line a node, down to numerators and denominators.
GRIDCASE_API std::string in_words(const Score& score, Language language);

}  // namespace gridcase
