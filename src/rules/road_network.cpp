// Travel times on a road network: one search of Dijkstra's backwards from where everybody goes.
#include "rules/road_network.hpp"

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
using BoostGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Drive,
                                       boost::no_property, std::uint32_t, std::uint32_t>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

// Every road from its end to its beginning, so that a search runs backwards.
BoostGraph reversed(const Roads& roads) {
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
struct Enough {};

// Tells of every crossing that is reached for good.
class Teller : public boost::default_dijkstra_visitor {
public:
  Teller(const rules::RoadGraph::Reached& reached, const std::vector<double>& seconds)
      : reached_(&reached), seconds_(&seconds) {}

  void examine_vertex(std::uint32_t crossing, const BoostGraph&) {
    if (!(*reached_)(crossing, (*seconds_)[crossing])) throw Enough();
  }

private:
  const rules::RoadGraph::Reached* reached_;
  const std::vector<double>* seconds_;
};

void check(Point point, const char* which) {
  if (is_valid(point)) return;
  throw Error(ErrorCode::invalid_argument,
              "the point is no place on the ground; use degrees of WGS 84, the longitude first",
              which);
}

}  // namespace

namespace rules {

struct RoadGraph::Graph {
  BoostGraph roads;
};

RoadGraph::RoadGraph(const Roads& roads)
    : crossings_(checked(roads).crossings), off_road_(roads.off_road),
      graph_(std::make_unique<const Graph>(Graph{reversed(roads)})), places_(index_of(crossings_)) {
}

RoadGraph::~RoadGraph() = default;

RoadGraph::Access RoadGraph::access(Point place) const {
  Access best{place, 0, no_way};
  for (const std::uint32_t i : places_.candidates(place, 1, [](std::uint32_t) { return true; })) {
    const Access one{place, i, distance_in_metres(place, crossings_[i].place) / off_road_};
    if (std::tie(one.seconds, crossings_[i].code) <
        std::tie(best.seconds, crossings_[best.crossing].code))
      best = one;
  }
  return best;
}

void RoadGraph::search_backwards(std::uint32_t to, const Reached& reached) const {
  const BoostGraph& roads = graph_->roads;
  std::vector<double> seconds(num_vertices(roads), no_way);
  try {
    boost::dijkstra_shortest_paths(roads, to,
                                   boost::weight_map(get(&Drive::seconds, roads))
                                       .distance_map(boost::make_iterator_property_map(
                                           seconds.begin(), get(boost::vertex_index, roads)))
                                       .distance_inf(no_way)
                                       .visitor(Teller(reached, seconds)));
  } catch (const Enough&) {  // nothing is left to be told
  }
}

double RoadGraph::seconds(const Access& from, double by_road, const Access& to) const {
  return from.crossing == to.crossing ? distance_in_metres(from.place, to.place) / off_road_
                                      : from.seconds + by_road + to.seconds;
}

}  // namespace rules

RoadNetwork::RoadNetwork(const Roads& roads) : compiled_(std::make_shared<const Compiled>(roads)) {}

double RoadNetwork::travel_time(Point from, Point to) const {
  return travel_times({from}, to).front();
}

std::vector<double> RoadNetwork::travel_times(const std::vector<Point>& from, Point to) const {
  check(to, "to");
  for (const Point point : from)
    check(point, "from");
  const auto end = compiled_->access(to);
  std::vector<Compiled::Access> begins;
  std::unordered_map<std::uint32_t, double> by_road;
  for (const Point point : from) {
    begins.push_back(compiled_->access(point));
    by_road.emplace(begins.back().crossing, no_way);
  }
  std::size_t left = by_road.size();
  compiled_->search_backwards(end.crossing, [&](std::uint32_t crossing, double seconds) {
    const auto wanted = by_road.find(crossing);
    if (wanted == by_road.end()) return left > 0;
    wanted->second = seconds;
    return --left > 0;
  });
  std::vector<double> times;
  for (const auto& begin : begins)
    times.push_back(compiled_->seconds(begin, by_road.at(begin.crossing), end));
  return times;
}

}  // namespace gridcase
