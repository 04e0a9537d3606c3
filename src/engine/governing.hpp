#pragma once
// Changes of the policy that are acts of command: the mode of an area, and temporary units. Each
// gives the next policy and what its event says; the caller adopts it.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/action.hpp>

#include <string>

namespace gridcase::engine {

struct Change {
  Policy next;
  // What the event of the county's own line records: the unit, the reason, and as `tool` the means,
  // such as "switch_mode.emergency".
  Action done;
};

struct Command {
  const Rulebook& rules;  // in force
  const Actor& actor;
  Instant now;
};

// Throws Error invalid_argument for a unit or person that is not there, or not at that time.
void check_actor(const Command& command);

// All throw Error not_found for a unit that is not there, and invalid_argument with the field for
// what cannot be. Faults of the policy that comes of it are found when it is adopted.

Change switched_mode(const Command& command, const std::string& unit, OperatingMode mode,
                     const std::string& reason);
Change formed_task_force(const Command& command, Unit task_force);
// Throws Error busy while the unit holds a case or has an open order.
Change dissolved_task_force(const Command& command, store::Store& store, const std::string& code);

}  // namespace gridcase::engine
