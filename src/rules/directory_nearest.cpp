#include "rules/directory_nearest.hpp"

#include <boost/geometry/algorithms/distance.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/cartesian.hpp>
#include <boost/geometry/strategies/index/cartesian.hpp>

#include <cmath>

namespace gridcase::rules {

namespace {

namespace bg = boost::geometry;
using Vector = bg::model::point<double, 3, bg::cs::cartesian>;
using Value = std::pair<Vector, std::uint32_t>;

// Straight lines through the unit sphere that differ by less are ties as far as doubles can tell.
constexpr double rounding = 1e-12;

Vector on_unit_sphere(Point place) {
  constexpr double radian = 3.14159265358979323846 / 180;
  const double latitude = place.latitude * radian;
  const double longitude = place.longitude * radian;
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

std::vector<Value> values_of(const std::vector<PlaceIndex::Entry>& entries) {
  std::vector<Value> values;
  values.reserve(entries.size());
  for (const auto& [place, what] : entries)
    values.emplace_back(on_unit_sphere(place), what);
  return values;
}

}  // namespace

struct PlaceIndex::Tree {
  explicit Tree(const std::vector<Entry>& entries) : values(values_of(entries)) {}

  bg::index::rtree<Value, bg::index::rstar<16>> values;
};

PlaceIndex::PlaceIndex(const std::vector<Entry>& entries)
    : tree_(std::make_unique<const Tree>(entries)) {}

PlaceIndex::~PlaceIndex() = default;

std::vector<std::uint32_t>
PlaceIndex::candidates(Point place, std::size_t count,
                       const std::function<bool(std::uint32_t)>& wanted) const {
  std::vector<std::uint32_t> found;
  const Vector from = on_unit_sphere(place);
  const auto& values = tree_->values;
  if (count == 0 || values.empty()) return found;
  double last = 0;  // distance of the one that made up the count
  const auto all = static_cast<unsigned>(values.size());
  for (auto next = values.qbegin(bg::index::nearest(from, all)); next != values.qend(); ++next) {
    const double distance = bg::distance(from, next->first);
    if (found.size() >= count && distance > last + rounding) break;
    if (!wanted(next->second)) continue;
    found.push_back(next->second);
    if (found.size() <= count) last = distance;
  }
  return found;
}

}  // namespace gridcase::rules
