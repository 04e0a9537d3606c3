#pragma once
// What an actor may do with a case, asked before it is done; and the opening of what is masked.

#include "engine/rulebooks.hpp"

#include <gridcase/action.hpp>

namespace gridcase::engine {

Verdict may(store::Store& store, Rulebooks& rulebooks, ActionKind kind, CaseId id,
            const Actor& actor, Instant now);

}  // namespace gridcase::engine
