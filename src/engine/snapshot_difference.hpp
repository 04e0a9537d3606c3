#pragma once
// Two snapshots compared field by field, for people.

#include "model/snapshot.hpp"

#include <string>

namespace gridcase::engine {

// Empty when they are equal, else the first field that differs, with both values; never the title,
// which is text of the case.
std::string first_difference(const model::Snapshot& kept, const model::Snapshot& folded);

}  // namespace gridcase::engine
