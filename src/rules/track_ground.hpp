#pragma once
// What track rules ask about the ground: known sites, permitted lines, areas.

#include "rules/box_index.hpp"
#include "rules/directory_ground.hpp"

#include <gridcase/track.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace gridcase::rules {

// Sites around a point. Immutable; any thread.
class TrackSites {
public:
  explicit TrackSites(const std::vector<TrackSite>& sites);

  // Positions of the sites the point lies in, nearest first, by code where equally near.
  std::vector<std::uint32_t> at(Point point) const;
  const TrackSite& operator[](std::uint32_t site) const { return sites_[site]; }
  std::uint32_t find(const std::string& code) const { return positions_.at(code); }

private:
  std::vector<TrackSite> sites_;
  std::unordered_map<std::string, std::uint32_t> positions_;
  BoxIndex index_;
};

// Lines that are permitted. Immutable; any thread.
class TrackLines {
public:
  explicit TrackLines(const RouteRule& rule);

  // Whether the point is within the width of a line.
  bool reach(Point point) const;

private:
  struct Segment {
    Point from;
    Point to;
  };
  static std::vector<Segment> segments_of(const RouteRule& rule);
  static BoxIndex index_of(const std::vector<Segment>& segments, double width);

  double width_;
  std::vector<Segment> segments_;
  BoxIndex index_;
};

// From a point to the line between two others, in metres. Around the point degrees are a plane,
// with meridians as far apart as they are there.
double distance_to_line(Point point, Point from, Point to);

// An area, its border included; drawn badly it is used as if redrawn. Immutable; any thread.
class TrackArea {
public:
  explicit TrackArea(const Area& area);
  bool holds(Point point) const { return !ground_.at(point).empty(); }

private:
  GridGround ground_;
};

}  // namespace gridcase::rules
