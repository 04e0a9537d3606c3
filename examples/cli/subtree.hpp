#pragma once
// Orders to everything below a unit, such as a directive to all villages of a town.

#include <gridcase/action.hpp>
#include <gridcase/organization.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace gridcase::cli {

struct Subtree {
  std::size_t order = 0;         // which of the orders; its unit is the one above
  std::optional<UnitKind> kind;  // of those below; all if empty
};

// Instead of each such order comes one for every unit below in the command line; those that another
// order names are left out.
void spread_orders(std::vector<Order>& orders, const std::vector<Subtree>& subtrees,
                   const Directory& directory, Instant when);

}  // namespace gridcase::cli
