#pragma once
// A round along a checklist of the policy: one record, and a case for every clause that failed.

#include "engine/group_commit.hpp"
#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <vector>

namespace gridcase::engine {

// Each action has a command id that follows from the key: done once, however often it is called.
// Throws Error invalid_argument: a key that is none or was used for another round, no such list or
// clause.
std::vector<Answer> carry_out_patrol(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                     const Patrol& patrol, const Actor& actor, Instant now);

}  // namespace gridcase::engine
