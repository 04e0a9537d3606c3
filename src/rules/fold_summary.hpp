#pragma once
// The current row of a case after an event.

#include <gridcase/action.hpp>

#include <vector>

namespace gridcase::rules {

// `orders` are those after the event.
void apply_to_summary(CaseSummary& summary, const std::vector<Assignment>& orders,
                      const Event& event);

}  // namespace gridcase::rules
