#pragma once
// Orders that wait for each other (先后工序).

#include <gridcase/case.hpp>

#include <cstdint>
#include <vector>

namespace gridcase::rules {

// Numbers of the orders that this one waits for now, directly or by way of others; each once.
std::vector<std::int32_t> awaited(const std::vector<Assignment>& assignments, std::int32_t number);

}  // namespace gridcase::rules
