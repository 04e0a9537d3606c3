#pragma once
// In whose name something is submitted.

#include <cstdint>

namespace gridcase::engine {

enum class Origin : std::uint8_t {
  host,    // somebody's, through the host
  engine,  // time has come, or a calendar moved it: nobody's rights are asked
  bulk,    // one case of a bulk: somebody's rights, and a command id of the engine's
};

}  // namespace gridcase::engine
