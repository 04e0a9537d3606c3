#pragma once
// What is wrong with intake rules, alert types and site lists.

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

void check_intake(const Policy& policy, std::vector<Fault>& faults);

}  // namespace gridcase::rules
