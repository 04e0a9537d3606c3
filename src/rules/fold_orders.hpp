#pragma once
// The orders of a case after an event.

#include <gridcase/action.hpp>

#include <vector>

namespace gridcase::rules {

void apply_to_orders(std::vector<Assignment>& assignments, const Event& event);

}  // namespace gridcase::rules
