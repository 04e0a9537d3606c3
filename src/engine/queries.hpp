#pragma once
// Questions: what an actor may see of cases.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <vector>

namespace gridcase::engine {

// Throws Error invalid_argument unless the actor acts for the centre of the county, or above it.
void check_may_adopt(const Rulebook& rules, const Actor& actor, Instant now);

// Throws Error invalid_argument for a query that can find nothing: an unknown unit, two selectors.
void check_case_query(const Rulebook& rules, const CaseQuery& query);

std::optional<Case> get(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor);
std::vector<Event> history(store::Store& store, const Rulebook& rules, CaseId id,
                           const Actor& actor);
CasePage find(store::Store& store, const Rulebook& rules, const CaseQuery& query,
              const Actor& actor);
Board board(store::Store& store, const Rulebook& rules, const BoardQuery& query,
            const Actor& actor);
std::vector<Allowed> allowed(store::Store& store, const Rulebook& rules, CaseId id,
                             const Actor& actor, Instant now);
std::vector<Event> read_log(store::Store& store, const Rulebook& rules, std::int64_t after,
                            std::int32_t limit, const Actor& actor);

}  // namespace gridcase::engine
