#pragma once
// What other systems say: each message becomes one action of the system's unit, once.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/platform.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::engine {

// What the command ids of all messages of a system begin with.
std::string command_prefix(std::string_view system);
// "in.", a digest of the system and one of case and message: 60 characters.
std::string command_of(std::string_view system, const InMessage& message);

std::vector<Answer> receive(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue,
                            const std::string& system, const std::vector<InMessage>& messages,
                            Instant now);

}  // namespace gridcase::engine
