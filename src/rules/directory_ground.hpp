#pragma once
// The ground of units: which grid a point lies in, and what is wrong with the areas.
//
// Degrees are treated as a plane. Over the few hundred metres of a grid's border the straight line
// and the great circle differ by less than a millimetre; no area may cross the date line.

#include "model/organization_check.hpp"

#include <gridcase/organization.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace gridcase::rules {

// The areas of the grids in an R-tree. Immutable; any thread.
class GridGround {
public:
  explicit GridGround(const Organization& organization);
  ~GridGround();
  GridGround(const GridGround&) = delete;
  GridGround& operator=(const GridGround&) = delete;

  // The positions of the grids that contain the point, borders included, in ascending order.
  std::vector<std::uint32_t> at(Point point) const;

private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

// Areas that are damaged, overlap or leave ground uncovered. Neighbours drawn from rounded
// coordinates overlap and gape by slivers: a piece counts from a mean width of one metre.
void check_ground(const model::Check& check);

}  // namespace gridcase::rules
