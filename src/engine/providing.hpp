#pragma once
// Who does a job best: providers, and what those say who waited for the work.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace gridcase::engine {

struct Job {
  const std::string& skill;
  std::size_t count = 1;  // providers at most
};

// Nothing if the actor may not see the case, and for one that has ended.
std::vector<ProposedProvider> propose_providers(store::Store& store, const Rulebook& rules,
                                                CaseId id, const Job& job, const Actor& actor,
                                                Instant now);

std::vector<Rating> ratings(store::Store& store, const Rulebook& rules, Instant from, Instant until,
                            const Actor& actor);

}  // namespace gridcase::engine
