#pragma once
// Figures of the catalogue, and the facts behind them.

#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/measure.hpp>

#include <string>
#include <vector>

namespace gridcase::engine {

std::vector<Measurement> measure(store::Store& store, Rulebooks& rulebooks,
                                 const MeasureQuery& query, const Actor& actor, Instant now);

MeasureFacts facts_behind(store::Store& store, Rulebooks& rulebooks, const std::string& code,
                          const std::string& key, const MeasureQuery& query, const Actor& actor,
                          Instant now);

}  // namespace gridcase::engine
