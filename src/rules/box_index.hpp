#pragma once
// Boxes of degrees in an R-tree: what may be near a point, to be measured exactly by who asks.

#include <gridcase/geo.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace gridcase::rules {

struct DegreeBox {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;
};

// Metres of a degree along a meridian, on the sphere of distance_in_metres.
double metres_per_degree();

// Boxes that hold every point within so many metres of the place; two when they meet at the date
// line, the whole belt when a pole is near.
std::vector<DegreeBox> boxes_around(Point place, double metres);

// Immutable; any thread.
class BoxIndex {
public:
  struct Entry {
    DegreeBox box;
    std::uint32_t item = 0;
  };

  explicit BoxIndex(const std::vector<Entry>& entries);
  ~BoxIndex();
  BoxIndex(BoxIndex&&) noexcept;
  BoxIndex& operator=(BoxIndex&&) noexcept;

  // The items whose boxes hold the point, ascending, each once.
  std::vector<std::uint32_t> at(Point point) const;

private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace gridcase::rules
