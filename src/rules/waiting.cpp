#include "rules/waiting.hpp"

#include <algorithm>

namespace gridcase::rules {

std::vector<std::int32_t> awaited(const std::vector<Assignment>& assignments, std::int32_t number) {
  std::vector<std::int32_t> found;
  const auto add = [&](std::int32_t waiting) {
    const Assignment& order = assignments[static_cast<std::size_t>(waiting) - 1];
    if (order.freed) return;
    for (const std::int32_t before : order.after) {
      if (std::find(found.begin(), found.end(), before) == found.end()) found.push_back(before);
    }
  };
  add(number);
  for (std::size_t i = 0; i < found.size(); ++i)
    add(found[i]);
  return found;
}

}  // namespace gridcase::rules
