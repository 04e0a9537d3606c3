#include "rules/track_ground.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gridcase::rules {

namespace {

constexpr double degrees_to_radians = 3.14159265358979323846 / 180;

BoxIndex index_of(const std::vector<TrackSite>& sites) {
  std::vector<BoxIndex::Entry> entries;
  for (std::uint32_t i = 0; i < sites.size(); ++i) {
    for (const auto& box : boxes_around(sites[i].place, sites[i].radius))
      entries.push_back({box, i});
  }
  return BoxIndex(entries);
}

Organization organization_of(const Area& area) {
  Organization organization;
  Unit unit;
  unit.kind = UnitKind::grid;
  unit.area = area;
  organization.units = {unit};
  return organization;
}

}  // namespace

TrackSites::TrackSites(const std::vector<TrackSite>& sites)
    : sites_(sites), index_(index_of(sites)) {
  for (std::uint32_t i = 0; i < sites_.size(); ++i)
    positions_.emplace(sites_[i].code, i);
}

std::vector<std::uint32_t> TrackSites::at(Point point) const {
  std::vector<std::uint32_t> found = index_.at(point);
  const auto metres = [&](std::uint32_t site) {
    return distance_in_metres(point, sites_[site].place);
  };
  found.erase(
      std::remove_if(found.begin(), found.end(),
                     [&](std::uint32_t site) { return metres(site) > sites_[site].radius; }),
      found.end());
  std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::make_tuple(metres(a), std::cref(sites_[a].code)) <
           std::make_tuple(metres(b), std::cref(sites_[b].code));
  });
  return found;
}

double distance_to_line(Point point, Point from, Point to) {
  const double high = metres_per_degree();
  const double wide = high * std::cos(point.latitude * degrees_to_radians);
  const double x1 = (from.longitude - point.longitude) * wide;
  const double y1 = (from.latitude - point.latitude) * high;
  const double dx = (to.longitude - from.longitude) * wide;
  const double dy = (to.latitude - from.latitude) * high;
  const double length = dx * dx + dy * dy;
  const double share =
      length > 0 ? std::min(1.0, std::max(0.0, -(x1 * dx + y1 * dy) / length)) : 0.0;
  return std::hypot(x1 + share * dx, y1 + share * dy);
}

TrackLines::TrackLines(const RouteRule& rule)
    : width_(rule.width), segments_(segments_of(rule)), index_(index_of(segments_, width_)) {}

bool TrackLines::reach(Point point) const {
  const auto near = index_.at(point);
  return std::any_of(near.begin(), near.end(), [&](std::uint32_t segment) {
    return distance_to_line(point, segments_[segment].from, segments_[segment].to) <= width_;
  });
}

std::vector<TrackLines::Segment> TrackLines::segments_of(const RouteRule& rule) {
  std::vector<Segment> segments;
  for (const TrackLine& line : rule.lines) {
    for (std::size_t i = 1; i < line.size(); ++i)
      segments.push_back({line[i - 1], line[i]});
  }
  return segments;
}

BoxIndex TrackLines::index_of(const std::vector<Segment>& segments, double width) {
  const double high = width / metres_per_degree() * 1.001;
  std::vector<BoxIndex::Entry> entries;
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    const auto [from, to] = segments[i];
    const auto [south, north] = std::minmax(from.latitude, to.latitude);
    const auto [west, east] = std::minmax(from.longitude, to.longitude);
    // Meridians are closest at the end that is nearer to a pole.
    const double steepest =
        std::min(89.9, std::max(std::abs(south - high), std::abs(north + high)));
    const double wide = high / std::cos(steepest * degrees_to_radians);
    entries.push_back({{west - wide, south - high, east + wide, north + high}, i});
  }
  return BoxIndex(entries);
}

TrackArea::TrackArea(const Area& area) : ground_(organization_of(area)) {}

}  // namespace gridcase::rules
