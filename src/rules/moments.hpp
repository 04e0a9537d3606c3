#pragma once
// When the moments that clocks start at and wait for came about.

#include "model/snapshot.hpp"

namespace gridcase::rules {

// Of the case; empty if it has not come about, or was undone.
std::optional<Instant> moment_of(const model::Snapshot& snapshot, Moment moment);
// Of one order; empty for moments that only a case has, too.
std::optional<Instant> moment_of(const Assignment& assignment, Moment moment);

}  // namespace gridcase::rules
