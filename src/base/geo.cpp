#include <gridcase/geo.hpp>

#include <cmath>

namespace gridcase {

bool is_valid(Point point) noexcept {
  // A comparison with NaN is false, so that this refuses NaN and infinity as well.
  return point.longitude >= -180 && point.longitude <= 180 && point.latitude >= -90 &&
         point.latitude <= 90;
}

double distance_in_metres(Point from, Point to) noexcept {
  constexpr double mean_radius = 6371008.8;
  constexpr double radian = 3.14159265358979323846 / 180;
  // The haversine form: exact for neighbours, where the cosine of the angle rounds to 1.
  const double half_latitude = std::sin((to.latitude - from.latitude) * radian / 2);
  const double half_longitude = std::sin((to.longitude - from.longitude) * radian / 2);
  const double square = half_latitude * half_latitude + std::cos(from.latitude * radian) *
                                                            std::cos(to.latitude * radian) *
                                                            half_longitude * half_longitude;
  const double rest = square < 1 ? 1 - square : 0;  // rounding may pass 1 at the antipode
  return 2 * mean_radius * std::atan2(std::sqrt(square), std::sqrt(rest));
}

}  // namespace gridcase
