#include "support/scoring.hpp"

#include <stdexcept>

namespace gridcase::test {

MeasureLookup score_measures() {
  return [](std::string_view code) -> const MeasureDefinition* {
    static std::map<std::string, MeasureDefinition> known;
    if (code.empty()) return nullptr;
    MeasureForm form = MeasureForm::count;
    if (code.front() == 'r') {
      form = MeasureForm::rate;
    } else if (code.front() == 'm') {
      form = MeasureForm::mean;
    } else if (code.front() != 'c') {
      return nullptr;
    }
    MeasureDefinition& definition = known[std::string(code)];
    definition.code = code;
    definition.english = "Figure " + definition.code;
    definition.chinese = "指标" + definition.code;
    definition.form = form;
    return &definition;
  };
}

ScoreNode linear_node(const std::string& code, Decimal points, const std::string& measure) {
  ScoreNode node;
  node.code = code;
  node.english = "Node " + code;
  node.chinese = "项" + code;
  node.points = points;
  node.scale = ScoreScale{measure, {}, LinearScale{}, false};
  return node;
}

ScoreNode branch_node(const std::string& code, Decimal points, std::vector<ScoreNode> parts) {
  ScoreNode node = linear_node(code, points, "");
  node.scale.reset();
  Decimal sum;
  for (const ScoreNode& part : parts) {
    if (!part.extra) sum.millionths += part.points.millionths;
  }
  node.out_of = sum;
  node.parts = std::move(parts);
  return node;
}

ScoreChange change_of(const std::string& measure, Decimal points) {
  ScoreChange change;
  change.measure = measure;
  change.points = points;
  return change;
}

ScoreRules rules_of(std::vector<ScoreNode> parts) {
  ScoreRules rules;
  rules.code = "rules";
  rules.english = "Rules";
  rules.chinese = "规则";
  rules.valid_from = {2018, 1, 1};
  rules.who.kinds = {UnitKind::command_room};
  rules.sheet = branch_node("total", decimal(100), std::move(parts));
  rules.sheet.points = *rules.sheet.out_of;
  return rules;
}

FigureTable& FigureTable::set(const std::string& measure, const std::string& subject, Ratio ratio,
                              const std::string& channel) {
  table_[{measure, subject, channel}] = ratio;
  return *this;
}

Figures FigureTable::figures() const {
  return [table = table_](const FigureKey& key) -> Ratio {
    const auto found = table.find(key);
    if (found != table.end()) return found->second;
    return {0, key.measure.front() == 'c' ? 1 : 0};
  };
}

Score score_of(const ScoreRules& rules, const FigureTable& table,
               const std::vector<ScoreMark>& marks) {
  return score(rules, {{"u", "Unit"}}, table.figures(), marks, score_measures()).scores.at(0);
}

std::string two_decimals_of(std::optional<std::int64_t> hundredths) {
  if (!hundredths) return "n/a";
  const std::int64_t size = *hundredths < 0 ? -*hundredths : *hundredths;
  const std::string cents = std::to_string(size % 100);
  return (*hundredths < 0 ? "-" : "") + std::to_string(size / 100) +
         (cents.size() == 1 ? ".0" : ".") + cents;
}

std::string total_of(const ScoreRules& rules, const FigureTable& table,
                     const std::vector<ScoreMark>& marks) {
  return two_decimals_of(score_of(rules, table, marks).total);
}

namespace {

const ScoredNode* find(const ScoredNode& from, const std::string& code) {
  if (from.code == code) return &from;
  for (const ScoredNode& part : from.parts) {
    if (const ScoredNode* found = find(part, code)) return found;
  }
  return nullptr;
}

}  // namespace

const ScoredNode& node_of(const ScoredNode& from, const std::string& code) {
  if (const ScoredNode* found = find(from, code)) return *found;
  throw std::out_of_range("no node " + code);
}

std::string places_of_faults(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text += fault.code + " " + fault.path + "\n";
  return text;
}

}  // namespace gridcase::test
