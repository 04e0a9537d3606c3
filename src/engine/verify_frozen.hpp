#pragma once
// Frozen periods reckoned again from the histories, and compared to the last byte.

#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/assessment.hpp>

#include <functional>
#include <string>
#include <vector>

namespace gridcase::engine {

// `frozen` are all of the county, in the order in which they were frozen. One walk over all cases,
// however many there are. `found` is told what is wrong.
void check_frozen(store::Store& store, Rulebooks& rulebooks,
                  const std::vector<FrozenPeriod>& frozen,
                  const std::function<void(const std::string& message)>& found);

}  // namespace gridcase::engine
