// Travel times on a road network: one search of Dijkstra's backwards from where everybody goes.
#include "rules/directory_nearest.hpp"

#include <gridcase/response.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gridcase {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

struct Drive {
  double seconds;
};
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Drive,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

// Every road from its end to its beginning, so that a search runs backwards.
Graph reversed(const Roads& roads) {
  std::unordered_map<std::string_view, std::uint32_t> positions;
  for (std::uint32_t i = 0; i < roads.crossings.size(); ++i)
    positions.emplace(roads.crossings[i].code, i);
  std::vector<Ends> ends;
  std::vector<Drive> drives;
  for (const Roads::Road& road : roads.roads) {
    const std::uint32_t from = positions.at(road.from);
    const std::uint32_t to = positions.at(road.to);
    ends.emplace_back(to, from);
    drives.push_back({road.seconds});
    if (road.one_way) continue;
    ends.emplace_back(from, to);
    drives.push_back({road.seconds});
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), drives.begin(),
          static_cast<std::uint32_t>(roads.crossings.size())};
}

rules::PlaceIndex index_of(const std::vector<Roads::Crossing>& crossings) {
  std::vector<rules::PlaceIndex::Entry> entries;
  entries.reserve(crossings.size());
  for (std::uint32_t i = 0; i < crossings.size(); ++i)
    entries.emplace_back(crossings[i].place, i);
  return rules::PlaceIndex(entries);
}

const Roads& checked(const Roads& roads) {
  std::vector<Fault> faults = validate(roads);
  const bool has_error = std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return fault.severity == Severity::error;
  });
  if (has_error) throw DocumentError("roads", std::move(faults));
  return roads;
}

// Thrown through the search, which knows no other way to end early.
struct AllFound {};

// Ends the search when the last of the crossings is reached for good.
class UntilAllFound : public boost::default_dijkstra_visitor {
public:
  UntilAllFound(std::vector<bool>& wanted, std::size_t& left) : wanted_(&wanted), left_(&left) {}

  void examine_vertex(std::uint32_t crossing, const Graph&) {
    if (!(*wanted_)[crossing]) return;
    (*wanted_)[crossing] = false;
    if (--*left_ == 0) throw AllFound();
  }

private:
  std::vector<bool>* wanted_;
  std::size_t* left_;
};

// Seconds by road to `to` from each of the crossings `from`; what lies farther is not reckoned.
std::vector<double> seconds_to(const Graph& graph, std::uint32_t to,
                               const std::vector<std::uint32_t>& from) {
  std::vector<double> seconds(num_vertices(graph), no_way);
  std::vector<bool> wanted(num_vertices(graph), false);
  std::size_t left = 0;
  for (const std::uint32_t crossing : from) {
    if (!wanted[crossing]) ++left;
    wanted[crossing] = true;
  }
  try {
    boost::dijkstra_shortest_paths(graph, to,
                                   boost::weight_map(get(&Drive::seconds, graph))
                                       .distance_map(boost::make_iterator_property_map(
                                           seconds.begin(), get(boost::vertex_index, graph)))
                                       .distance_inf(no_way)
                                       .visitor(UntilAllFound(wanted, left)));
  } catch (const AllFound&) {  // the times of all that were wanted stand
  }
  return seconds;
}

void check(Point point, const char* which) {
  if (is_valid(point)) return;
  throw Error(ErrorCode::invalid_argument,
              "the point is no place on the ground; use degrees of WGS 84, the longitude first",
              which);
}

}  // namespace

struct RoadNetwork::Compiled {
  explicit Compiled(const Roads& roads)
      : crossings(checked(roads).crossings), off_road(roads.off_road), graph(reversed(roads)),
        places(index_of(crossings)) {}

  // A place and the crossing it is reached by.
  struct Access {
    std::uint32_t crossing;
    double seconds;
  };

  Access access(Point place) const {
    Access best{0, no_way};
    for (const std::uint32_t i : places.candidates(place, 1, [](std::uint32_t) { return true; })) {
      const Access one{i, distance_in_metres(place, crossings[i].place) / off_road};
      if (std::tie(one.seconds, crossings[i].code) <
          std::tie(best.seconds, crossings[best.crossing].code))
        best = one;
    }
    return best;
  }

  std::vector<Roads::Crossing> crossings;
  double off_road;
  Graph graph;
  rules::PlaceIndex places;
};

RoadNetwork::RoadNetwork(const Roads& roads) : compiled_(std::make_shared<const Compiled>(roads)) {}

double RoadNetwork::travel_time(Point from, Point to) const {
  return travel_times({from}, to).front();
}

std::vector<double> RoadNetwork::travel_times(const std::vector<Point>& from, Point to) const {
  check(to, "to");
  for (const Point point : from)
    check(point, "from");
  const Compiled::Access end = compiled_->access(to);
  std::vector<Compiled::Access> begins;
  std::vector<std::uint32_t> crossings;
  for (const Point point : from) {
    begins.push_back(compiled_->access(point));
    crossings.push_back(begins.back().crossing);
  }
  std::vector<double> times;
  if (from.empty()) return times;
  const auto by_road = seconds_to(compiled_->graph, end.crossing, crossings);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto& begin = begins[i];
    times.push_back(begin.crossing == end.crossing
                        ? distance_in_metres(from[i], to) / compiled_->off_road
                        : begin.seconds + by_road[begin.crossing] + end.seconds);
  }
  return times;
}

}  // namespace gridcase
