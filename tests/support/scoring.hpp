#pragma once
// Sheets to try scores on, and figures for them.

#include <gridcase/scoring.hpp>

#include <map>
#include <string>
#include <vector>

namespace gridcase::test {

// Measures by the first letter of their code: r… a rate, c… a count, m… a mean; none else.
MeasureLookup score_measures();

ScoreNode linear_node(const std::string& code, Decimal points, const std::string& measure);
ScoreNode branch_node(const std::string& code, Decimal points, std::vector<ScoreNode> parts);
ScoreChange change_of(const std::string& measure, Decimal points);
// A sheet of these parts, out of the sum of their points.
ScoreRules rules_of(std::vector<ScoreNode> parts);

// What is not set has a denominator of 0 (counts: is 0).
class FigureTable {
public:
  FigureTable& set(const std::string& measure, const std::string& subject, Ratio ratio,
                   const std::string& channel = {});
  Figures figures() const;

private:
  std::map<FigureKey, Ratio> table_;
};

// The score of one subject, "u".
Score score_of(const ScoreRules& rules, const FigureTable& table,
               const std::vector<ScoreMark>& marks = {});
// "99.76", "n/a"
std::string two_decimals_of(std::optional<std::int64_t> hundredths);
std::string total_of(const ScoreRules& rules, const FigureTable& table,
                     const std::vector<ScoreMark>& marks = {});
// The node with this code; throws when there is none.
const ScoredNode& node_of(const ScoredNode& from, const std::string& code);

// "score.sum sheet.parts" a line.
std::string places_of_faults(const std::vector<Fault>& faults);

}  // namespace gridcase::test
