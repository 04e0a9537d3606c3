#pragma once
// What can be wrong with the rules about time of a policy, and with the times in its other rules.

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

// Appends every fault of meaning.
void check_time(const Policy& policy, std::vector<Fault>& faults);

}  // namespace gridcase::rules
