#pragma once
// Under which campaign a new case falls.

#include <gridcase/policy.hpp>

#include <string>

namespace gridcase::rules {

// The code of the first campaign, in the order of the document, whose days, ground and categories
// fit; empty if none does. Days are those of the organization's zone. `ground_unit` is the smallest
// ground of the case that is known, else its holder.
std::string campaign_of(const Policy& policy, const Directory& directory,
                        const std::string& ground_unit, const std::string& category, Instant when);

}  // namespace gridcase::rules
