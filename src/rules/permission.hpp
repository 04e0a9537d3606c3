#pragma once
// Who may do what: the one place where permission is decided.

#include "model/scope.hpp"
#include "model/snapshot.hpp"

#include <gridcase/action.hpp>
#include <gridcase/organization.hpp>

#include <optional>

namespace gridcase::rules {

// What an actor of this unit may see.
model::Scope scope_of(const Directory& directory, const std::string& unit);

// False for a code that does not exist.
bool is_command_centre(const Directory& directory, const std::string& code);

// Whether the unit and the person exist, are valid at that time and belong together.
std::optional<Refusal> check_actor(const Directory& directory, const Actor& actor, Instant when);

// Whether the actor's unit stands where this kind of action asks it to stand: it holds the case, or
// has an order in it, or was asked for a check … `passed` tells asking for a check from answering.
Verdict may(const Directory& directory, const Actor& actor, ActionKind kind, bool answers_check,
            const model::Snapshot& snapshot);

// Whether only a unit with an open order does such a thing.
bool needs_order(ActionKind kind) noexcept;

// The unit's order in the case that is still open; null when there is none.
const Assignment* open_assignment(const model::Snapshot& snapshot, const std::string& unit);

}  // namespace gridcase::rules
