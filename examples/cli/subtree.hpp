#pragma once
// An order to everything below a unit, such as a directive to all villages of a town.

#include <gridcase/action.hpp>
#include <gridcase/organization.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace gridcase::cli {

// The order at this place names a unit. Instead of it comes one for each unit below that one in the
// command line, of the kind or of all; those that another order names are left out.
void spread_order(std::vector<Order>& orders, std::size_t place, std::optional<UnitKind> kind,
                  const Directory& directory, Instant when);

}  // namespace gridcase::cli
