#pragma once
// The nearest of many places on the globe.

#include <gridcase/geo.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace gridcase::rules {

// Places as points of the unit sphere in an R-tree of three dimensions: the straight line through
// the earth orders them as the great circle does, also across the date line and at the poles.
class PlaceIndex {
public:
  using Entry = std::pair<Point, std::uint32_t>;  // a place and what stands there

  explicit PlaceIndex(const std::vector<Entry>& entries);
  ~PlaceIndex();
  PlaceIndex(const PlaceIndex&) = delete;
  PlaceIndex& operator=(const PlaceIndex&) = delete;

  // At least the `count` nearest that `wanted` accepts, or all there are, in no order: all whose
  // distance is that of the last one up to rounding are there too, so that ties can be settled.
  std::vector<std::uint32_t> candidates(Point place, std::size_t count,
                                        const std::function<bool(std::uint32_t)>& wanted) const;

private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace gridcase::rules
