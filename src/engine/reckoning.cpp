#include "engine/reckoning.hpp"

#include "rules/assessing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gridcase::engine {

Instant start_of(const Rulebook& book, Date day) {
  return parse_local(format_date(day) + " 00:00", book.policy->organization.time_zone);
}

const ScoreRules& score_rules_on(const Rulebook& book, const std::string& code, Date day) {
  const auto& all = book.policy->scoring;
  const ScoreRules* const found = rules_on(all, code, day);
  if (found != nullptr) return *found;
  const bool is_known =
      std::any_of(all.begin(), all.end(), [&](const ScoreRules& one) { return one.code == code; });
  if (is_known) {
    throw Error(ErrorCode::not_found,
                fmt::format("no version of the rules {} had begun by {}", code, format_date(day)),
                "period");
  }
  throw Error(ErrorCode::not_found,
              fmt::format("the policy has no rules {} for scores; adopt one that has", code),
              "rules");
}

Reckoning::Reckoning(RulebookPtr book, const ScoreRules& rules, Period period)
    : book_(std::move(book)), rules_(rules), period_(period),
      by_(scores_persons(rules) ? Dimension::person : Dimension::unit) {
  std::map<std::string, Definitions> definitions;
  for (const auto& [channel, code] : rules::measures_by_channel(rules.sheet))
    definitions[channel].push_back(gridcase::measure(code));
  const Counting counting(by_, by_ == Dimension::unit ? &book_->directory : nullptr);
  for (const auto& [channel, list] : definitions)
    tables_.emplace(channel, FactTables(list, counting));
}

void Reckoning::add(const Fact& fact) {
  for (auto& [channel, tables] : tables_) {
    if (channel.empty() || channel == fact.channel) tables.correct(fact, 1);
  }
}

Ratio Reckoning::figure(const FigureKey& key) {
  return tables_.at(key.channel).figure(*gridcase::measure(key.measure), key.subject).ratio;
}

void Reckoning::finish(Assessment& assessment) {
  const auto subjects = subjects_of(rules_, book_->policy->organization, period_.from);
  assessment.marks = rules::counted(assessment.marks, rules_, subjects);
  for (const Fact& fact : assessment.exemptions)
    add(fact);
  assessment.scores = score(
      rules_, subjects, [&](const FigureKey& key) { return figure(key); }, assessment.marks);
  assessment.scores.period = format_period(period_);
  assessment.policy_version = book_->version;
  assessment.period = period_;
}

}  // namespace gridcase::engine
