#pragma once
// What can be wrong with the rules about time of a policy.

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

// Appends every fault of meaning, with paths from "time" on.
void check_time(const TimeRules& time, const Organization& organization,
                std::vector<Fault>& faults);

}  // namespace gridcase::rules
