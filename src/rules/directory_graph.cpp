#include "rules/directory_graph.hpp"

#include "model/forest.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace gridcase::rules {

namespace {

using Compressed =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::uint32_t,
                                       boost::no_property, std::uint32_t, std::uint32_t>;
using Vertex = boost::graph_traits<Compressed>::vertex_descriptor;
using Edge = boost::graph_traits<Compressed>::edge_descriptor;

struct Arrival {
  std::uint32_t from = model::nothing;
  std::uint32_t label = 0;
};

// Notes the first edge over which a node is found. Out-edges are visited in their order, so that
// the first is on the smallest of the shortest ways.
class NoteArrival : public boost::default_bfs_visitor {
public:
  explicit NoteArrival(std::vector<Arrival>& arrivals) : arrivals_(&arrivals) {}

  void tree_edge(Edge edge, const Compressed& graph) {
    (*arrivals_)[target(edge, graph)] = {source(edge, graph), graph[edge]};
  }

private:
  std::vector<Arrival>* arrivals_;
};

}  // namespace

struct WayGraph::Graph {
  Compressed compressed;
};

WayGraph::WayGraph(std::vector<Edge> edges, const std::vector<std::uint32_t>& order) {
  std::sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
    return std::tuple(a.from, order[a.to], a.label) < std::tuple(b.from, order[b.to], b.label);
  });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<std::uint32_t> labels;
  for (const Edge& edge : edges) {
    ends.emplace_back(edge.from, edge.to);
    labels.push_back(edge.label);
  }
  auto graph = std::make_unique<Graph>();
  graph->compressed = Compressed(boost::edges_are_sorted, ends.begin(), ends.end(), labels.begin(),
                                 static_cast<std::uint32_t>(order.size()));
  graph_ = std::move(graph);
}

WayGraph::~WayGraph() = default;

std::vector<WayGraph::Step> WayGraph::shortest(std::uint32_t from, std::uint32_t to) const {
  std::vector<Arrival> arrivals(num_vertices(graph_->compressed));
  boost::breadth_first_search(graph_->compressed, Vertex{from},
                              boost::visitor(NoteArrival(arrivals)));
  std::vector<Step> steps;
  for (std::uint32_t on = to; on != from; on = arrivals[on].from) {
    if (arrivals[on].from == model::nothing) return {};
    steps.push_back({on, arrivals[on].label});
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::uint32_t WayGraph::label_between(std::uint32_t from, std::uint32_t to) const {
  const Compressed& graph = graph_->compressed;
  for (auto [edge, end] = out_edges(Vertex{from}, graph); edge != end; ++edge) {
    if (target(*edge, graph) == to) return graph[*edge];
  }
  return model::nothing;
}

}  // namespace gridcase::rules
