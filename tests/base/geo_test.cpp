#include <gridcase/geo.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;

TEST_CASE("a point is on the ground when both coordinates are in range") {
  CHECK(is_valid(Point{118.6, 28.7}));
  CHECK(is_valid(Point{-180, 90}));
  CHECK_FALSE(is_valid(Point{180.1, 0}));
  CHECK_FALSE(is_valid(Point{0, -90.1}));
  CHECK_FALSE(is_valid(Point{std::numeric_limits<double>::quiet_NaN(), 0}));
  CHECK_FALSE(is_valid(Point{0, std::numeric_limits<double>::infinity()}));
}

TEST_CASE("distances follow the great circle of the mean sphere") {
  const double quarter = 10007557.22;  // a quarter of the circumference, radius 6,371,008.8 m
  CHECK(distance_in_metres({0, 0}, {90, 0}) == doctest::Approx(quarter).epsilon(1e-9));
  CHECK(distance_in_metres({0, 0}, {0, 90}) == doctest::Approx(quarter).epsilon(1e-9));
  CHECK(distance_in_metres({0, 0}, {180, 0}) == doctest::Approx(2 * quarter).epsilon(1e-9));
  CHECK(distance_in_metres({12, 45}, {-168, -45}) == doctest::Approx(2 * quarter).epsilon(1e-9));
  CHECK(distance_in_metres({5, 5}, {5, 5}) == 0);
}

TEST_CASE("neighbours across the date line and around a pole are near") {
  CHECK(distance_in_metres({179.9, 0}, {-179.9, 0}) == doctest::Approx(22239).epsilon(1e-4));
  CHECK(distance_in_metres({0, 89.9}, {180, 89.9}) == doctest::Approx(22239).epsilon(1e-4));
  CHECK(distance_in_metres({40, 90}, {-100, 90}) == doctest::Approx(0).epsilon(1e-6));
}

TEST_CASE("a metre is a metre also between close neighbours") {
  const double degree = 111195.08;
  CHECK(distance_in_metres({118.6, 28.7}, {118.6, 28.7 + 1 / degree}) ==
        doctest::Approx(1).epsilon(1e-6));
}
