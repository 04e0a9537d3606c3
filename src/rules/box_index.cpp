#include "rules/box_index.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// GCC cannot see that Boost.Geometry fills its boxes before it reads them.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gridcase::rules {

namespace {

namespace bg = boost::geometry;
using Vertex = bg::model::d2::point_xy<double>;
using Box = bg::model::box<Vertex>;
using Boxed = std::pair<Box, std::uint32_t>;

constexpr double degrees_to_radians = 3.14159265358979323846 / 180;
constexpr double slack = 1e-9;  // degrees, a tenth of a millimetre: more than what rounding loses

std::vector<Boxed> boxed(const std::vector<BoxIndex::Entry>& entries) {
  std::vector<Boxed> out;
  out.reserve(entries.size());
  for (const auto& entry : entries) {
    const auto& box = entry.box;
    out.emplace_back(Box({box.west, box.south}, {box.east, box.north}), entry.item);
  }
  return out;
}

}  // namespace

double metres_per_degree() {
  static const double metres = distance_in_metres({0, 0}, {0, 1});
  return metres;
}

std::vector<DegreeBox> boxes_around(Point place, double metres) {
  const double high = metres / metres_per_degree() + slack;
  const double south = place.latitude - high;
  const double north = place.latitude + high;
  if (south <= -90 || north >= 90) return {{-180, south, 180, north}};
  // The meridians that touch the circle: sin(width) = sin(radius) / cos(latitude).
  const double ratio = std::sin(std::min(high, 90.0) * degrees_to_radians) /
                       std::cos(place.latitude * degrees_to_radians);
  if (ratio >= 1) return {{-180, south, 180, north}};
  const double wide = std::asin(ratio) / degrees_to_radians + slack;
  const double west = place.longitude - wide;
  const double east = place.longitude + wide;
  std::vector<DegreeBox> boxes{{west, south, east, north}};
  if (west <= -180) boxes.push_back({west + 360, south, 180, north});
  if (east >= 180) boxes.push_back({-180, south, east - 360, north});
  return boxes;
}

struct BoxIndex::Tree {
  bg::index::rtree<Boxed, bg::index::rstar<16>> boxes;
};

BoxIndex::BoxIndex(const std::vector<Entry>& entries)
    : tree_(std::make_unique<const Tree>(Tree{decltype(Tree::boxes)(boxed(entries))})) {}
BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex&&) noexcept = default;
BoxIndex& BoxIndex::operator=(BoxIndex&&) noexcept = default;

std::vector<std::uint32_t> BoxIndex::at(Point point) const {
  const Vertex vertex(point.longitude, point.latitude);
  std::vector<std::uint32_t> items;
  for (auto found = tree_->boxes.qbegin(bg::index::intersects(vertex));
       found != tree_->boxes.qend(); ++found) {
    items.push_back(found->second);
  }
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

}  // namespace gridcase::rules
