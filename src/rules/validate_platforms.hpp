#pragma once
// What can be wrong with the register of other systems in a policy.

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

// Appends every fault of meaning.
void check_platforms(const Policy& policy, std::vector<Fault>& faults);

}  // namespace gridcase::rules
