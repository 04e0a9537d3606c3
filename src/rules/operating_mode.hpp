#pragma once
// How the ground of a case is governed.

#include <gridcase/policy.hpp>

namespace gridcase::rules {

// The mode on the smallest ground of the case that the organization still knows, else on that of
// its holder.
OperatingMode mode_of(const Policy& policy, const Directory& directory, const CaseSummary& summary);

}  // namespace gridcase::rules
