#include "rules/ring_split.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase::rules {

namespace {

// A point further along a line, by how far from its start.
struct Cut {
  double along;
  Point point;
};

struct Line {
  Point from;
  Point to;
  std::vector<Cut> cuts;
};

double cross(Point origin, Point a, Point b) {
  return (a.longitude - origin.longitude) * (b.latitude - origin.latitude) -
         (a.latitude - origin.latitude) * (b.longitude - origin.longitude);
}

// How far along the line the foot of the point is, 0 at its start and 1 at its end.
double along(const Line& line, Point point) {
  const double x = line.to.longitude - line.from.longitude;
  const double y = line.to.latitude - line.from.latitude;
  return ((point.longitude - line.from.longitude) * x + (point.latitude - line.from.latitude) * y) /
         (x * x + y * y);
}

void cut_at_end(Line& line, Point point) {
  if (point == line.from || point == line.to) return;
  const double where = along(line, point);
  if (where > 0 && where < 1 && cross(line.from, line.to, point) == 0) {
    line.cuts.push_back({where, point});
  }
}

// Cuts both lines where they cross, or one where an end of the other lies on it.
void cut_each_other(Line& a, Line& b) {
  const double b_from = cross(a.from, a.to, b.from);
  const double b_to = cross(a.from, a.to, b.to);
  const double a_from = cross(b.from, b.to, a.from);
  const double a_to = cross(b.from, b.to, a.to);
  const bool b_crosses = (b_from < 0 && b_to > 0) || (b_from > 0 && b_to < 0);
  const bool a_crosses = (a_from < 0 && a_to > 0) || (a_from > 0 && a_to < 0);
  if (a_crosses && b_crosses) {
    const double part = a_from / (a_from - a_to);
    const Point point{a.from.longitude + part * (a.to.longitude - a.from.longitude),
                      a.from.latitude + part * (a.to.latitude - a.from.latitude)};
    a.cuts.push_back({part, point});
    b.cuts.push_back({b_from / (b_from - b_to), point});
    return;
  }
  cut_at_end(a, b.from);
  cut_at_end(a, b.to);
  cut_at_end(b, a.from);
  cut_at_end(b, a.to);
}

std::vector<Line> lines_of(const Ring& ring) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point next = ring[(i + 1) % ring.size()];
    if (ring[i] != next) lines.push_back({ring[i], next, {}});
  }
  return lines;
}

// Every pair whose ranges of longitude meet, by a sweep over their western ends.
void cut_all(std::vector<Line>& lines) {
  const auto west = [](const Line& line) {
    return std::min(line.from.longitude, line.to.longitude);
  };
  const auto east = [](const Line& line) {
    return std::max(line.from.longitude, line.to.longitude);
  };
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return west(lines[a]) < west(lines[b]); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    Line& line = lines[order[i]];
    for (std::size_t j = i + 1; j < order.size() && west(lines[order[j]]) <= east(line); ++j) {
      cut_each_other(line, lines[order[j]]);
    }
  }
}

std::vector<Point> walk_of(std::vector<Line>& lines) {
  std::vector<Point> walk;
  for (Line& line : lines) {
    walk.push_back(line.from);
    std::sort(line.cuts.begin(), line.cuts.end(),
              [](const Cut& a, const Cut& b) { return a.along < b.along; });
    for (const Cut& cut : line.cuts) {
      if (cut.point != walk.back()) walk.push_back(cut.point);
    }
  }
  return walk;
}

}  // namespace

std::vector<Ring> split_into_simple_rings(const Ring& ring) {
  std::vector<Line> lines = lines_of(ring);
  cut_all(lines);
  const auto less = [](Point a, Point b) {
    return std::pair(a.longitude, a.latitude) < std::pair(b.longitude, b.latitude);
  };
  std::map<Point, std::size_t, decltype(less)> place_of(less);  // of the points of the open walk
  std::vector<Ring> rings;
  Ring open;
  for (const Point point : walk_of(lines)) {
    const auto known = place_of.find(point);
    if (known == place_of.end()) {
      place_of.emplace(point, open.size());
      open.push_back(point);
      continue;
    }
    // Back at a point of the walk: what lies between is a ring; a spike is one of two points.
    const auto start = open.begin() + static_cast<std::ptrdiff_t>(known->second);
    if (open.end() - start >= 3) rings.emplace_back(start, open.end());
    for (auto passed = start + 1; passed != open.end(); ++passed)
      place_of.erase(*passed);
    open.erase(start + 1, open.end());
  }
  if (open.size() >= 3) rings.push_back(std::move(open));
  return rings;
}

}  // namespace gridcase::rules
