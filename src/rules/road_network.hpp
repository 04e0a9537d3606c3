#pragma once
// A road network, compiled, for those inside the library who ask it about places they know.

#include "rules/directory_nearest.hpp"

#include <gridcase/response.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace gridcase {

namespace rules {

class RoadGraph {
public:
  // A place and the crossing it is reached by, off the road.
  struct Access {
    Point place;
    std::uint32_t crossing = 0;
    double seconds = 0;
  };
  // Told of the crossings, the nearest first, and the seconds by road from there; false: no more.
  using Reached = std::function<bool(std::uint32_t crossing, double seconds)>;

  // \throws DocumentError as RoadNetwork does.
  explicit RoadGraph(const Roads& roads);
  ~RoadGraph();
  RoadGraph(const RoadGraph&) = delete;
  RoadGraph& operator=(const RoadGraph&) = delete;

  Access access(Point place) const;
  // Crossings from which no road leads to `to` are left out.
  void search_backwards(std::uint32_t to, const Reached& reached) const;
  // Of the whole way.
  double seconds(const Access& from, double by_road, const Access& to) const;

private:
  struct Graph;

  std::vector<Roads::Crossing> crossings_;
  double off_road_;
  std::unique_ptr<const Graph> graph_;
  PlaceIndex places_;
};

}  // namespace rules

struct RoadNetwork::Compiled : rules::RoadGraph {
  using rules::RoadGraph::RoadGraph;

  static const rules::RoadGraph& of(const RoadNetwork& network) { return *network.compiled_; }
  friend const rules::RoadGraph& graph_of(const RoadNetwork& network) { return of(network); }
};

// Lives as long as the network or a copy of it.
const rules::RoadGraph& graph_of(const RoadNetwork& network);

}  // namespace gridcase
