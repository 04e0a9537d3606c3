#pragma once
// What of the cases an actor may see. One value, used for a single case in C++ and compiled into
// the SQL of every list and count, so that the two cannot drift apart.

#include "model/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gridcase::model {

struct Scope {
  enum class Ground : std::uint8_t {
    everything = 1,  // the county's centre and what stands above it
    township,        // cases lying in the township `unit`, or with the unit (see below)
    village,
    grid,
    none,  // cases with the unit only
  };
  Ground ground = Ground::none;
  // A case is with a unit when the unit holds it, reported it, was asked for a check, or has or had
  // an order in it; a record also with the unit it is about.
  std::string unit;
  // Those it is or was a member of, dissolved ones too: it sees what is with them.
  std::vector<std::string> task_forces = {};

  bool covers(const Snapshot& snapshot) const;
};

}  // namespace gridcase::model
