#pragma once
// Assessments: scores of a period in one state of the record, and what is frozen.

#include "engine/rulebooks.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/assessment.hpp>

#include <string>
#include <vector>

namespace gridcase::engine {

class Assessing {
public:
  // `writer` is null for those who only ask.
  Assessing(store::Store& store, Rulebooks& rulebooks, Writer* writer)
      : store_(store), rulebooks_(rulebooks), writer_(writer) {}

  Assessment assess(const AssessmentQuery& query, const Actor& actor, Instant now);
  MeasureFacts facts_behind(const FigureKey& figure, const AssessmentQuery& query,
                            const Actor& actor, Instant now);
  void give_marks(const std::string& rules, const Period& period,
                  const std::vector<ScoreMark>& marks, const Actor& actor, Instant now);
  // While nobody else of this process writes.
  Assessment freeze(const std::string& rules, const Period& period, const Actor& actor,
                    Instant now);
  std::vector<FrozenPeriod> frozen_periods(const std::string& rules, const Actor& actor);

private:
  Assessment frozen(const FrozenPeriod& frozen, const Actor& actor);
  Assessment reckon(const AssessmentQuery& query, Instant now);
  bool fill(const AssessmentQuery& query, const RulebookPtr& book, Instant until,
            Assessment& assessment);
  std::vector<Fact> exemptions(const AssessmentQuery& query);

  store::Store& store_;
  Rulebooks& rulebooks_;
  Writer* writer_;
};

// The exemptions of a period count from the event where another of the same rules and length was
// frozen last, and are of the days of such periods before it.
struct ExemptionRange {
  std::int64_t after = 0;  // 0: none count
  std::vector<Period> days;
};
ExemptionRange exemption_range(const std::vector<FrozenPeriod>& earlier, const Period& period);
// Those of a case within that range: `before` are its facts as of `after`.
std::vector<Fact> exempted_in(const ExemptionRange& range, const std::vector<Fact>& before,
                              const std::vector<Fact>& now, const std::string& zone);

}  // namespace gridcase::engine
