#pragma once
// What another holiday table does to open deadlines, and moving them.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/engine.hpp>

namespace gridcase::engine {

// The policy with the table in the place of the one of the same code, or added.
// Throws DocumentError when the table has faults.
Policy with_holidays(const Policy& policy, const HolidayTable& table);
// Whether the policy has exactly this table already.
bool has_holidays(const Policy& policy, const HolidayTable& table);

// What would move if these rules were in force.
DeadlineMoves find_moves(store::Store& store, Rulebooks& rulebooks, const Rulebook& in_force);
// Moves what does not stand where the rules in force say.
DeadlineMoves make_moves(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue,
                         Instant now);

}  // namespace gridcase::engine
