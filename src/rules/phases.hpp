#pragma once
// What several phases of a case have in common.

#include <gridcase/lifecycle.hpp>

namespace gridcase::rules {

// Orders are out, and it is for the units that have them to act.
inline bool is_sent_out(State state) {
  const auto phase = phase_of(state);
  return phase == Phase::dispatched || phase == Phase::handling;
}

}  // namespace gridcase::rules
