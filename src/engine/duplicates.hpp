#pragma once
// Cases that may be about the same matter.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/search.hpp>

#include <vector>

namespace gridcase::engine {

std::vector<DuplicateCandidate> duplicates(store::Store& store, const Rulebook& rules,
                                           const Action& report, std::int32_t limit,
                                           const Actor& actor, Instant now);
std::vector<DuplicateCandidate> duplicates(store::Store& store, const Rulebook& rules, CaseId id,
                                           std::int32_t limit, const Actor& actor);

}  // namespace gridcase::engine
