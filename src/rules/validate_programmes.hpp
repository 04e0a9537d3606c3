#pragma once
// What can be wrong with the campaigns and the patrol checklists of a policy.

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

// Appends every fault of meaning.
void check_programmes(const Policy& policy, std::vector<Fault>& faults);

}  // namespace gridcase::rules
