#pragma once
// Questions about time: the clocks of a case, why a deadline is when it is, whose time it was.

#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <vector>

namespace gridcase::engine {

std::vector<ClockView> clocks(store::Store& store, Rulebooks& rulebooks,
                              const RulebookPtr& in_force, CaseId id, const Actor& actor,
                              Instant now);
std::optional<Explanation> explain(store::Store& store, Rulebooks& rulebooks,
                                   const RulebookPtr& in_force, CaseId id, std::int32_t clock,
                                   const Actor& actor, Instant now);
std::optional<Responsibility> responsibility(store::Store& store, const Rulebook& rules, CaseId id,
                                             const Actor& actor, Instant until);
std::vector<ShareTime> responsibility_by_unit(store::Store& store, const Rulebook& rules,
                                              Instant from, Instant until, const Actor& actor,
                                              Instant now);

}  // namespace gridcase::engine
