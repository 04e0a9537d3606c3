#pragma once
// The scores of a period out of facts, wherever those come from.

#include "engine/fact_source.hpp"
#include "engine/fact_tables.hpp"
#include "engine/rulebook.hpp"

#include <gridcase/assessment.hpp>

#include <map>
#include <string>
#include <vector>

namespace gridcase::engine {

class Reckoning {
public:
  // Rules of that policy. Units are counted with all units below them.
  Reckoning(RulebookPtr book, const ScoreRules& rules, Period period);

  Dimension by() const noexcept { return by_; }
  // What is to be read for each channel; for all together, "".
  std::map<std::string, FactTables>& tables() noexcept { return tables_; }
  // A fact of the period, or an exemption.
  void add(const Fact& fact);

  // `assessment` has everything but the scores.
  void finish(Assessment& assessment);

private:
  Ratio figure(const FigureKey& key);

  RulebookPtr book_;
  const ScoreRules& rules_;
  Period period_;
  Dimension by_;
  std::map<std::string, FactTables> tables_;
};

// The first moment of a day in the county's zone.
Instant start_of(const Rulebook& book, Date day);

// The rules in force on a day. Throws Error not_found.
const ScoreRules& score_rules_on(const Rulebook& book, const std::string& code, Date day);

}  // namespace gridcase::engine
