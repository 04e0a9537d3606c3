#pragma once
// Takes a ring that crosses or touches itself apart into simple rings.

#include <gridcase/geo.hpp>

#include <vector>

namespace gridcase::rules {

// Simple rings whose even-odd union is the ground of `ring`: lines are cut where they cross or
// touch, and the walk is cut into a ring of its own wherever it comes back to a point. Points
// twice in a row and spikes disappear; rings of fewer than three points are left out.
std::vector<Ring> split_into_simple_rings(const Ring& ring);

}  // namespace gridcase::rules
