#pragma once
// What other systems are to be told: the history after the place each has acknowledged, as far as
// it concerns them. Nothing of it is stored twice.

#include "engine/rulebooks.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/platform.hpp>

#include <optional>
#include <string>

namespace gridcase::engine {

// The system in the register; null if it is not there.
const Platform* find_platform(const Rulebook& rules, const std::string& system);
// Throws Error not_found.
const Platform& platform_of(const Rulebook& rules, const std::string& system);

Outbox outbox(store::Store& store, Rulebooks& rulebooks, const std::string& system,
              std::int32_t limit, const Actor& actor);

// While no group is under way.
void acknowledge(store::Store& store, Writer& writer, const Rulebook& rules,
                 const store::Consumer& place, const Actor& actor, Instant now);

// How far a reader is, if that is what the event of the county's own line says.
std::optional<store::Consumer> acknowledged(const Event& event);

}  // namespace gridcase::engine
