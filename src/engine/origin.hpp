#pragma once
// In whose name something is submitted.

#include <cstdint>

namespace gridcase::engine {

enum class Origin : std::uint8_t {
  host,    // somebody's, through the host
  engine,  // time has come, or a calendar moved it: nobody's rights are asked
  repeat,  // an alert that came again: told by somebody whose alert it need not be
  // One case of a bulk, a part of a round, a message of another system: somebody's rights, the
  // engine's command id.
  bulk,
  source,  // likewise a message of another system, of a case that its own goes on in
};

}  // namespace gridcase::engine
