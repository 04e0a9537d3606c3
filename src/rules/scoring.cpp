// Scores from rules and figures: one walk over the sheet for each subject, in exact fractions.
#include "base/fraction.hpp"
#include "base/hash.hpp"
#include "rules/measure_lookup.hpp"
#include "rules/scoring_words.hpp"

#include <gridcase/scoring.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gridcase {

namespace rules {
namespace {

using base::Fraction;

constexpr std::int64_t microseconds_an_hour = 3'600'000'000;

// In percent, hours or ones; nothing for a denominator of 0.
std::optional<Fraction> value_of(MeasureForm form, Ratio ratio) {
  if (ratio.denominator == 0) return std::nullopt;
  const Fraction value(ratio.numerator, ratio.denominator);
  switch (form) {
  case MeasureForm::count: return value;
  case MeasureForm::rate: return value * Fraction(100);
  case MeasureForm::mean:
  case MeasureForm::median:
  case MeasureForm::percentile90:
  case MeasureForm::sum: break;
  }
  return value / Fraction(microseconds_an_hour);
}

Fraction out_of(const ScoreNode& node) { return Fraction(node.out_of.value_or(node.points)); }

Fraction most_of(const ScoreNode& node) {
  if (node.most) return Fraction(*node.most);
  Fraction most = out_of(node);
  for (const ScoreNode& part : node.parts) {
    if (part.extra) most = most + most_of(part) * Fraction(part.points) / out_of(part);
  }
  return most;
}

std::int64_t hundredths_of(const Fraction& points) {
  if (const auto hundredths = points.hundredths()) return *hundredths;
  throw Error(ErrorCode::invalid_argument,
              "points do not fit; make out_of and points of the rules more alike", "rules");
}

bool takes(const ScoreBand& band, const Fraction& value) {
  const Fraction figure(band.figure);
  switch (band.bound) {
  case ScoreBand::Bound::at_least: return value >= figure;
  case ScoreBand::Bound::above: return value > figure;
  case ScoreBand::Bound::at_most: return value <= figure;
  case ScoreBand::Bound::below: return value < figure;
  case ScoreBand::Bound::rest: break;
  }
  return true;
}

// What was reached inside a node; nothing where it does not apply.
struct Reached {
  ScoredNode shown;
  std::optional<Fraction> marks;
};

struct Figure {
  ScoredFigure shown;
  std::optional<Fraction> value;
};

using Marks = std::map<std::pair<std::string, std::string>, const ScoreMark*>;  // subject, node

class Scorer {
public:
  Scorer(const ScoreSubject& subject, const Figures& figures, const Marks& marks,
         const MeasureLookup& measures)
      : subject_(subject), figures_(figures), marks_(marks), measures_(measures) {}

  Reached node(const ScoreNode& node);

private:
  std::optional<Fraction> first(const ScoreNode& node, ScoredNode& shown);
  std::optional<Fraction> by_scale(const ScoreNode& node, ScoredNode& shown);
  std::optional<Fraction> by_line(const ScoreNode& node, const LinearScale& line,
                                  const Figure& figure, ScoredNode& shown) const;
  std::optional<Fraction> by_band(const ScoreNode& node, const BandScale& scale,
                                  const Figure& figure, ScoredNode& shown) const;
  std::optional<Fraction> by_hand(const ScoreNode& node, ScoredNode& shown) const;
  std::optional<Fraction> by_parts(const ScoreNode& node, ScoredNode& shown);
  std::optional<Fraction> plain(const ScoreNode& node, ScoredNode& shown);
  void change(const ScoreChange& change, std::optional<Fraction>& marks, ScoredNode& shown);
  Fraction counted(const ScoreChange& change, const Fraction& value, ScoredNode& shown);
  void keep_within(const ScoreNode& node, std::optional<Fraction>& marks, ScoredNode& shown) const;
  void veto(const ScoreVeto& veto, std::optional<Fraction>& marks, ScoredNode& shown);
  Figure figure(const std::string& measure, const std::string& channel = {});

  const ScoreSubject& subject_;
  const Figures& figures_;
  const Marks& marks_;
  const MeasureLookup& measures_;
  std::map<FigureKey, Ratio> asked_;
};

Figure Scorer::figure(const std::string& measure, const std::string& channel) {
  const FigureKey key{measure, subject_.code, channel};
  auto found = asked_.find(key);
  if (found == asked_.end()) found = asked_.emplace(key, figures_(key)).first;
  const Ratio ratio = found->second;
  if (ratio.denominator < 0) {
    throw Error(ErrorCode::invalid_argument,
                "the figure " + measure + " of " + subject_.code + " has a negative denominator",
                "figures");
  }
  const MeasureDefinition& definition = *measures_(measure);
  Figure figure{
      {measure, definition.english, definition.chinese, definition.form, channel, ratio, "n/a"},
      value_of(definition.form, ratio)};
  if (figure.value) figure.shown.value = figure.value->two_decimals();
  return figure;
}

// --- what there is at first ----------------------------------------------------------------------

std::optional<Fraction> Scorer::by_line(const ScoreNode& node, const LinearScale& line,
                                        const Figure& figure, ScoredNode& shown) const {
  const Fraction zero(line.zero_at);
  const Fraction share = (*figure.value - zero) / (Fraction(line.full_at) - zero);
  const Fraction marks = out_of(node) * std::min(std::max(share, Fraction(0)), Fraction(1));
  shown.why.push_back(rules::by_line(figure.shown, line, marks, out_of(node)));
  return marks;
}

std::optional<Fraction> Scorer::by_band(const ScoreNode& node, const BandScale& scale,
                                        const Figure& figure, ScoredNode& shown) const {
  const auto band = std::find_if(scale.bands.begin(), scale.bands.end(),
                                 [&](const ScoreBand& one) { return takes(one, *figure.value); });
  const ScoreBand* found = band == scale.bands.end() ? nullptr : &*band;
  shown.why.push_back(rules::by_band(figure.shown, found, out_of(node)));
  return found == nullptr ? Fraction(0) : Fraction(found->marks);
}

std::optional<Fraction> Scorer::by_scale(const ScoreNode& node, ScoredNode& shown) {
  const Figure found = figure(node.scale->measure, node.scale->channel);
  shown.figures.push_back(found.shown);
  if (!found.value) {
    shown.why.push_back(no_figure(found.shown, node));
    return std::nullopt;
  }
  if (const auto* line = std::get_if<LinearScale>(&node.scale->what))
    return by_line(node, *line, found, shown);
  return by_band(node, std::get<BandScale>(node.scale->what), found, shown);
}

std::optional<Fraction> Scorer::by_hand(const ScoreNode& node, ScoredNode& shown) const {
  const auto found = marks_.find({subject_.code, node.code});
  if (found == marks_.end()) {
    shown.why.push_back(no_mark(node));
    return std::nullopt;
  }
  shown.why.push_back(rules::by_hand(*found->second, out_of(node)));
  return Fraction(found->second->marks);
}

// The points of parts that do not apply are spread over the others by their points.
std::optional<Fraction> Scorer::by_parts(const ScoreNode& node, ScoredNode& shown) {
  std::vector<Reached> parts;
  Fraction all;
  Fraction applicable;
  for (const ScoreNode& part : node.parts) {
    const Reached& reached = parts.emplace_back(this->node(part));
    if (part.extra) continue;
    all = all + Fraction(part.points);
    if (reached.marks) applicable = applicable + Fraction(part.points);
  }
  const bool none = applicable == Fraction(0);
  const Fraction factor = none ? Fraction(0) : all / applicable;
  Fraction sum;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ScoreNode& part = node.parts[i];
    ScoredNode& line = parts[i].shown;
    if (parts[i].marks) {
      const Fraction of = Fraction(part.points) * (part.extra ? Fraction(1) : factor);
      const Fraction points = *parts[i].marks * of / out_of(part);
      line.points = hundredths_of(points);
      line.of = hundredths_of(of);
      if (!points.has_two_decimals()) line.exact = points.text();
      sum = sum + points;
    }
    shown.parts.push_back(std::move(line));
  }
  if (none) {
    shown.why.push_back(no_part(node));
    return std::nullopt;
  }
  if (factor != Fraction(1)) shown.why.push_back(spread_over(all - applicable, factor));
  return sum;
}

// Without a scale there is the full mark, unless all that could change it has no figure.
std::optional<Fraction> Scorer::plain(const ScoreNode& node, ScoredNode& shown) {
  const bool known =
      std::any_of(node.changes.begin(), node.changes.end(), [&](const ScoreChange& change) {
        return figure(change.measure).value.has_value();
      });
  if (!known && !node.changes.empty()) {
    shown.why.push_back(no_figure(figure(node.changes.front().measure).shown, node));
    return std::nullopt;
  }
  if (node.extra) return Fraction(0);
  shown.why.push_back(full_at_first(out_of(node)));
  return out_of(node);
}

std::optional<Fraction> Scorer::first(const ScoreNode& node, ScoredNode& shown) {
  std::optional<Fraction> marks;
  if (!node.parts.empty()) {
    marks = by_parts(node, shown);
  } else if (node.scale) {
    marks = by_scale(node, shown);
  } else if (node.manual) {
    marks = by_hand(node, shown);
  } else {
    marks = plain(node, shown);
  }
  if (!marks && node.not_applicable == NotApplicable::full) return out_of(node);
  if (!marks && node.not_applicable == NotApplicable::zero) return Fraction(0);
  return marks;
}

// --- what comes of it ----------------------------------------------------------------------------

// The figure, with what counts several times.
Fraction Scorer::counted(const ScoreChange& change, const Fraction& value, ScoredNode& shown) {
  Fraction sum = value;
  for (const ScoreChange::Channel& channel : change.channels) {
    const Figure part = figure(change.measure, channel.channel);
    shown.figures.push_back(part.shown);
    if (!part.value || *part.value == Fraction(0)) continue;
    sum = sum + *part.value * (Fraction(channel.factor) - Fraction(1));
    shown.why.push_back(of_channel(part.shown, channel.factor));
  }
  return sum;
}

void Scorer::change(const ScoreChange& change, std::optional<Fraction>& marks, ScoredNode& shown) {
  const Figure found = figure(change.measure);
  shown.figures.push_back(found.shown);
  if (!marks || !found.value) {
    shown.why.push_back(!found.value ? no_figure_for_change(found.shown)
                                     : nothing_to_change(found.shown));
    return;
  }
  Fraction far = counted(change, *found.value, shown);
  if (change.below) far = Fraction(*change.below) - far;
  if (change.above) far = far - Fraction(*change.above);
  Fraction steps = std::max(far, Fraction(0)) / Fraction(change.every);
  if (change.part == StepPart::begun) steps = steps.ceiling();
  if (change.part == StepPart::whole) steps = steps.floor();
  Fraction amount = steps * Fraction(change.points);
  bool capped = false;
  if (change.most) {
    const Fraction most(*change.most);
    const Fraction kept = std::min(std::max(amount, Fraction(0) - most), most);
    capped = kept != amount;
    amount = kept;
  }
  marks = *marks + amount;
  shown.why.push_back(changed(change, found.shown, steps, amount, capped));
}

void Scorer::keep_within(const ScoreNode& node, std::optional<Fraction>& marks,
                         ScoredNode& shown) const {
  if (!marks) return;
  if (*marks < Fraction(node.floor)) {
    marks = Fraction(node.floor);
    shown.why.push_back(not_below(node.floor));
  }
  if (*marks > most_of(node)) {
    marks = most_of(node);
    shown.why.push_back(not_above(*marks));
  }
}

// Who has nothing else to be scored by does not escape it.
void Scorer::veto(const ScoreVeto& veto, std::optional<Fraction>& marks, ScoredNode& shown) {
  const Figure found = figure(veto.measure);
  shown.figures.push_back(found.shown);
  if (!found.value || *found.value <= Fraction(veto.above)) return;
  const Fraction ceiling(veto.ceiling);
  marks = marks ? std::min(*marks, ceiling) : ceiling;
  shown.vetoed = true;
  shown.why.push_back(vetoed(veto, found.shown));
}

Reached Scorer::node(const ScoreNode& node) {
  Reached reached;
  ScoredNode& shown = reached.shown;
  shown.code = node.code;
  shown.english = node.english;
  shown.chinese = node.chinese;
  shown.extra = node.extra;
  reached.marks = first(node, shown);
  for (const ScoreChange& one : node.changes)
    change(one, reached.marks, shown);
  keep_within(node, reached.marks, shown);
  for (const ScoreVeto& one : node.vetoes)
    veto(one, reached.marks, shown);
  shown.applicable = reached.marks.has_value();
  shown.out_of = hundredths_of(out_of(node));
  if (reached.marks) shown.marks = hundredths_of(*reached.marks);
  return reached;
}

// --- the whole -----------------------------------------------------------------------------------

std::string grade_of(const ScoreRules& rules, std::int64_t total) {
  for (const ScoreGrade& grade : rules.grades) {
    if (Fraction(total, 100) >= Fraction(grade.at_least)) return grade.grade;
  }
  return "";
}

Score score_of(const ScoreRules& rules, const ScoreSubject& subject, Scorer scorer) {
  Reached reached = scorer.node(rules.sheet);
  Score score;
  score.subject = subject;
  score.sheet = std::move(reached.shown);
  if (!reached.marks) return score;
  const Fraction points = *reached.marks * Fraction(rules.sheet.points) / out_of(rules.sheet);
  score.sheet.points = hundredths_of(points);
  score.sheet.of = hundredths_of(Fraction(rules.sheet.points));
  if (!points.has_two_decimals()) score.sheet.exact = points.text();
  score.total = score.sheet.points;
  score.grade = grade_of(rules, *score.total);
  return score;
}

void rank(std::vector<Score>& scores) {
  std::sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
    if (a.total != b.total) return a.total.has_value() && (!b.total || *a.total > *b.total);
    return a.subject.code < b.subject.code;
  });
  for (std::size_t i = 0; i < scores.size() && scores[i].total; ++i) {
    const bool tied = i > 0 && scores[i].total == scores[i - 1].total;
    scores[i].rank = tied ? *scores[i - 1].rank : static_cast<std::int32_t>(i + 1);
  }
}

void check(const std::string& document, std::vector<Fault> faults) {
  const bool bad = std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return fault.severity == Severity::error;
  });
  if (bad) throw DocumentError(document, std::move(faults));
}

void check_subjects(const std::vector<ScoreSubject>& subjects) {
  std::set<std::string_view> seen;
  for (const ScoreSubject& subject : subjects) {
    if (seen.insert(subject.code).second) continue;
    throw Error(ErrorCode::invalid_argument, subject.code + " is scored twice; name it once",
                "subjects");
  }
}

}  // namespace
}  // namespace rules

Scores score(const ScoreRules& rules, const std::vector<ScoreSubject>& subjects,
             const Figures& figures, const std::vector<ScoreMark>& marks,
             const MeasureLookup& measures) {
  const MeasureLookup lookup = rules::given_or_catalogue(measures);
  rules::check("score rules", validate(rules, lookup));
  rules::check_subjects(subjects);
  rules::check("score marks", validate(rules, subjects, marks));
  rules::Marks given;
  for (const ScoreMark& mark : marks)
    given[{mark.subject, mark.node}] = &mark;
  Scores scores;
  scores.rules = rules.code;
  scores.english = rules.english;
  scores.chinese = rules.chinese;
  scores.valid_from = rules.valid_from;
  scores.rules_sha256 = base::sha256_hex(write_score_rules(rules));
  for (const ScoreSubject& subject : subjects)
    scores.scores.push_back(
        rules::score_of(rules, subject, rules::Scorer(subject, figures, given, lookup)));
  rules::rank(scores.scores);
  return scores;
}

}  // namespace gridcase
