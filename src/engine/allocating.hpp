#pragma once
// Many cases at once, each to a unit that can take it.

#include "engine/responding.hpp"

namespace gridcase::engine {

// `way` is what distances go by; null for the great circle.
CaseAllocation allocate_cases(store::Store& store, const Rulebook& rules,
                              const ResponderBook::WayPtr& way, CaseQuery query,
                              const std::string& capability, const Actor& actor, Instant now);

}  // namespace gridcase::engine
