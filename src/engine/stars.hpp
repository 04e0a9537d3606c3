#pragma once
// Stars of units: what was assessed and vetoed, on the county's own line of history.

#include "engine/rulebook.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/assessment.hpp>

#include <string>
#include <vector>

namespace gridcase::engine {

void give_stars(store::Store& store, const Rulebook& rules, Writer& writer,
                const std::string& scheme, const std::vector<RatingEvent>& events,
                const Actor& actor, Instant now);

StarRecord stars(store::Store& store, const Rulebook& rules, const std::string& scheme,
                 const Actor& actor);

}  // namespace gridcase::engine
