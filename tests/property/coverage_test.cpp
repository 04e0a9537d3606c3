// Coverage against the slow and obvious way: every alert with every site.
#include "support/organizations.hpp"

#include <gridcase/coverage.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace gridcase;
using namespace gridcase::test;

namespace {

// Everywhere, the date line and the poles too, but often near one another.
Point random_place(Dice& dice, const std::vector<Point>& towns) {
  const Point town = dice.pick(towns);
  Point place{town.longitude + dice.between(-0.05, 0.05),
              town.latitude + dice.between(-0.05, 0.05)};
  if (place.longitude > 180) place.longitude -= 360;
  if (place.longitude < -180) place.longitude += 360;
  place.latitude = std::min(90.0, std::max(-90.0, place.latitude));
  return place;
}

Polygon square(Point corner, double side) {
  return {{corner,
           {corner.longitude + side, corner.latitude},
           {corner.longitude + side, corner.latitude + side},
           {corner.longitude, corner.latitude + side}},
          {}};
}

CoverageRequest random_request(Dice& dice) {
  const std::vector<Point> towns{{120.9, 32}, {180, 10}, {-179.99, -10}, {5, 89.99}, {-60, -89.98}};
  CoverageRequest request;
  request.distance = dice.between(0.0, 3000.0);
  for (std::size_t i = 0; i < 60; ++i) {
    CoverageSite site;
    site.code = "s" + std::to_string(i);
    if (dice.chance(70)) site.place = random_place(dice, towns);
    if (dice.chance(30)) site.distance = dice.between(0.0, 9000.0);
    if (dice.chance(30))
      site.area = {square({120.9 + dice.unit() / 20, 32 + dice.unit() / 20}, 0.02)};
    request.sites.push_back(site);
  }
  for (std::size_t i = 0; i < 100; ++i) {
    CoverageAlert alert;
    if (dice.chance(20)) alert.site = "s" + std::to_string(dice.below(80));
    if (dice.chance(20)) alert.subject = "s" + std::to_string(dice.below(80));
    if (dice.chance(80)) alert.place = random_place(dice, towns);
    alert.from = Instant(Duration(dice.below(1000)));
    alert.until = alert.from + Duration(dice.below(100));
    request.alerts.push_back(alert);
  }
  if (dice.chance(50)) request.from = Instant(Duration(100));
  if (dice.chance(50)) request.until = Instant(Duration(900));
  return request;
}

std::optional<CoverageMatch> match(const CoverageRequest& request, const CoverageSite& site,
                                   std::size_t index) {
  const CoverageAlert& alert = request.alerts[index];
  const auto exists = [&](const std::string& code) {
    return std::any_of(request.sites.begin(), request.sites.end(),
                       [&](const CoverageSite& other) { return other.code == code; });
  };
  if (exists(alert.site)) {
    if (alert.site == site.code) return CoverageMatch{index, CoverageBy::site, 0};
    return std::nullopt;
  }
  if (exists(alert.subject)) {
    if (alert.subject == site.code) return CoverageMatch{index, CoverageBy::subject, 0};
    return std::nullopt;
  }
  if (!alert.place) return std::nullopt;
  if (!site.area.empty()) {
    const Ring& ring = site.area[0].outer;
    if (alert.place->longitude >= ring[0].longitude &&
        alert.place->longitude <= ring[2].longitude && alert.place->latitude >= ring[0].latitude &&
        alert.place->latitude <= ring[2].latitude) {
      return CoverageMatch{index, CoverageBy::area, 0};
    }
  }
  if (!site.place) return std::nullopt;
  const double metres = distance_in_metres(*alert.place, *site.place);
  if (metres > site.distance.value_or(request.distance)) return std::nullopt;
  return CoverageMatch{index, CoverageBy::distance, metres};
}

Coverage slowly(const CoverageRequest& request) {
  Coverage answer;
  std::vector<bool> matched(request.alerts.size(), false);
  const auto counts = [&](const CoverageAlert& alert) {
    return (!request.from || alert.until >= *request.from) &&
           (!request.until || alert.from < *request.until);
  };
  for (const CoverageSite& site : request.sites) {
    answer.sites.push_back({site.code, {}});
    for (std::size_t i = 0; i < request.alerts.size(); ++i) {
      if (!counts(request.alerts[i])) continue;
      const auto found = match(request, site, i);
      if (!found) continue;
      answer.sites.back().matches.push_back(*found);
      matched[i] = true;
    }
    if (!answer.sites.back().matches.empty()) ++answer.share.matched;
    ++answer.share.expected;
  }
  for (std::size_t i = 0; i < request.alerts.size(); ++i) {
    if (counts(request.alerts[i]) && !matched[i]) answer.elsewhere.push_back(i);
  }
  return answer;
}

}  // namespace

TEST_CASE("coverage is that of the slow way, at the date line and the poles too") {
  Dice dice(5);
  std::size_t by_distance = 0;
  for (int round = 0; round < 100; ++round) {
    const CoverageRequest request = random_request(dice);
    const Coverage answer = coverage(request);
    REQUIRE(answer == slowly(request));
    for (const auto& site : answer.sites) {
      by_distance += static_cast<std::size_t>(
          std::count_if(site.matches.begin(), site.matches.end(),
                        [](const CoverageMatch& m) { return m.by == CoverageBy::distance; }));
    }
  }
  CHECK(by_distance > 1000);
}
