#include "rules/scores_read.hpp"

#include "model/assessment_json.hpp"
#include "model/scores_json.hpp"
#include "rules/measure_lookup.hpp"

namespace gridcase {
namespace {

void name_figures(ScoredNode& node, const MeasureLookup& measures) {
  for (ScoredFigure& figure : node.figures) {
    const MeasureDefinition* const measure = measures(figure.measure);
    figure.english = measure == nullptr ? figure.measure : measure->english;
    figure.chinese = measure == nullptr ? figure.measure : measure->chinese;
    if (measure != nullptr) figure.form = measure->form;
  }
  for (ScoredNode& part : node.parts)
    name_figures(part, measures);
}

}  // namespace

void rules::name_figures(Scores& scores, const MeasureLookup& measures) {
  const MeasureLookup lookup = given_or_catalogue(measures);
  for (Score& score : scores.scores)
    gridcase::name_figures(score.sheet, lookup);
}

Scores read_scores(std::string_view json, const MeasureLookup& measures) {
  Scores scores;
  base::read_document(json, "scores",
                      [&](base::ObjectReader& in) { model::read_scores(in, scores); });
  rules::name_figures(scores, measures);
  return scores;
}

Assessment read_assessment(std::string_view json) {
  Assessment assessment;
  base::read_document(json, "assessment",
                      [&](base::ObjectReader& in) { model::read_assessment(in, assessment); });
  rules::name_figures(assessment.scores, {});
  return assessment;
}

}  // namespace gridcase
