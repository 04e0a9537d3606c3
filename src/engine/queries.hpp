#pragma once
// Questions: what an actor may see of cases.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <vector>

namespace gridcase::engine {

// The category and everything below it; nothing for none.
// Throws Error invalid_argument for a category that is not there.
std::vector<std::string> with_descendants(const Rulebook& rules, const std::string& category);

// Throws Error invalid_argument unless the actor acts for the centre of the county, or above it.
void check_may_adopt(const Rulebook& rules, const Actor& actor, Instant now);

// Throws Error invalid_argument for a query that can find nothing: an unknown unit, two selectors.
void check_case_query(const Rulebook& rules, const CaseQuery& query);

// Who spoke to the desk is a party of the case that came of it, and the names the contact has
// elsewhere are names of the case; both are written down with the contact alone.
void add_contacts(store::Store& store, const Directory& directory, Case& whole);
// With everything in it; the caller masks. Of other cases those the actor sees.
Case read_whole(store::Store& store, const Rulebook& rules, const store::Loaded& loaded,
                const Actor& actor);
std::optional<Case> get(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor);
std::vector<Event> history(store::Store& store, const Rulebook& rules, CaseId id,
                           const Actor& actor);
// For the engine itself.
CasePage find(store::Store& store, const Rulebook& rules, const CaseQuery& query,
              const Actor& actor);
// As anybody may see them.
CasePage find_shown(store::Store& store, const Rulebook& rules, const CaseQuery& query,
                    const Actor& actor);
Board board(store::Store& store, const Rulebook& rules, const BoardQuery& query,
            const Actor& actor);
std::vector<Allowed> allowed(store::Store& store, const Rulebook& rules, CaseId id,
                             const Actor& actor, Instant now);
std::vector<Event> read_log(store::Store& store, const Rulebook& rules, std::int64_t after,
                            std::int32_t limit, const Actor& actor);

}  // namespace gridcase::engine
