#pragma once
// What an actor may do with a case, asked before it is done; and the opening of what is masked.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"

#include <gridcase/engine.hpp>

#include <string>

namespace gridcase::engine {

Verdict may(store::Store& store, Rulebooks& rulebooks, ActionKind kind, CaseId id,
            const Actor& actor, Instant now);

// Logs it, then reads.
Engine::Revealed reveal(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, CaseId id,
                        const std::string& reason, const Actor& actor, Instant now);

}  // namespace gridcase::engine
