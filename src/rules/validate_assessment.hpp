#pragma once
// Rules for scores and star schemes as parts of a policy.

#include <gridcase/policy.hpp>

#include <vector>

namespace gridcase::rules {

void check_assessment(const Policy& policy, std::vector<Fault>& faults);

}  // namespace gridcase::rules
