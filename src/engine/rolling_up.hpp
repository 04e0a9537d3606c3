#pragma once
// How far the units are with the orders of a case, summed up the command line.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

namespace gridcase::engine {

// Empty if the actor may not see the case.
RollUp roll_up(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor);

}  // namespace gridcase::engine
