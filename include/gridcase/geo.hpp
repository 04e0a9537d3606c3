#pragma once
/// \file geo.hpp
/// Points and areas on the ground, in degrees of WGS 84.
///
/// Data of other Chinese coordinate systems (GCJ-02, BD-09) is converted by the host before it
/// enters; the library compares and measures, it does not convert. Plain values, any thread.

#include <gridcase/export.hpp>

#include <vector>

namespace gridcase {

/// A place on the ground. Longitude first, as in GeoJSON.
struct Point {
  double longitude = 0;  ///< degrees east, -180 … 180
  double latitude = 0;   ///< degrees north, -90 … 90

  friend bool operator==(Point a, Point b) {
    return a.longitude == b.longitude && a.latitude == b.latitude;
  }
  friend bool operator!=(Point a, Point b) { return !(a == b); }
};

/// Whether both coordinates are finite and within their ranges.
GRIDCASE_API bool is_valid(Point point) noexcept;

/// A closed line; the first point need not be repeated at the end. Either direction will do.
using Ring = std::vector<Point>;

/// A piece of ground: an outer ring and the holes in it.
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;

  friend bool operator==(const Polygon& a, const Polygon& b) {
    return a.outer == b.outer && a.holes == b.holes;
  }
};

/// Ground made of any number of separate pieces; empty when a unit is known by its code only.
using Area = std::vector<Polygon>;

/// Great-circle distance in metres on the mean sphere (radius 6,371,008.8 m, IUGG R1); the error
/// against the ellipsoid is below 0.56 %.
GRIDCASE_API double distance_in_metres(Point from, Point to) noexcept;

}  // namespace gridcase
