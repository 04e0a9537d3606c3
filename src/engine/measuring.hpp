#pragma once
// Figures of the catalogue, and the facts behind them.

#include "engine/fact_source.hpp"
#include "engine/fact_tables.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/measure.hpp>

#include <string>
#include <vector>

namespace gridcase::engine {

// Throws Error invalid_argument for an unknown code.
const MeasureDefinition& definition_of(const std::string& code);
// Throws Error invalid_argument for a period without a day.
void check_period(const Period& period);

std::vector<Measurement> measure(store::Store& store, Rulebooks& rulebooks,
                                 const MeasureQuery& query, const Actor& actor, Instant now,
                                 Reckoned* reckoned = nullptr);

MeasureFacts facts_behind(store::Store& store, Rulebooks& rulebooks, const std::string& code,
                          const std::string& key, const MeasureQuery& query, const Actor& actor,
                          Instant now, Reckoned* reckoned = nullptr);

// What of the facts a measure is made of, by day and case.
MeasureFacts sorted_behind(const MeasureDefinition& definition, std::vector<Fact> facts,
                           const FactWindow& window);

}  // namespace gridcase::engine
