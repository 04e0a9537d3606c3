#pragma once
// Shortest ways in a directed graph of numbered nodes.

#include <cstdint>
#include <memory>
#include <vector>

namespace gridcase::rules {

class WayGraph {
public:
  struct Edge {
    std::uint32_t from;
    std::uint32_t to;
    std::uint32_t label;
  };
  struct Step {
    std::uint32_t to;
    std::uint32_t label;
  };

  // `order[node]` settles ties: of equally short ways the one that is smaller when compared step
  // by step, then by label.
  WayGraph(std::vector<Edge> edges, const std::vector<std::uint32_t>& order);
  ~WayGraph();
  WayGraph(const WayGraph&) = delete;
  WayGraph& operator=(const WayGraph&) = delete;

  // Empty when there is no way, and when both are the same.
  std::vector<Step> shortest(std::uint32_t from, std::uint32_t to) const;
  // The label of the first edge from one node to the other; `nothing` if there is none.
  std::uint32_t label_between(std::uint32_t from, std::uint32_t to) const;

private:
  struct Graph;
  std::unique_ptr<const Graph> graph_;
};

}  // namespace gridcase::rules
