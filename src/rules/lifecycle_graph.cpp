#include "rules/lifecycle_graph.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>

#include "rules/lifecycle_machine.hpp"

namespace gridcase::rules {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

std::tuple<State, State, State> key_of(const Position& position) {
  return {position.state, position.back, position.back2};
}

// Gives each position a number when it is met first.
class Numbering {
public:
  explicit Numbering(std::vector<Position>& positions) : positions_(positions) {}

  std::size_t operator()(const Position& position) {
    const auto [entry, is_new] = numbers_.emplace(key_of(position), positions_.size());
    if (is_new) {
      positions_.push_back(position);
    }
    return entry->second;
  }

private:
  std::vector<Position>& positions_;
  std::map<std::tuple<State, State, State>, std::size_t> numbers_;
};

bool is_proper_end(State state) {
  return state == State::closed || state == State::answered || state == State::rejected ||
         state == State::settled;
}

// Open nearly everywhere; a proof that counted them would be empty.
bool is_way_out(ActionKind action) {
  return action != ActionKind::merge && action != ActionKind::annul &&
         action != ActionKind::force_close;
}

bool same_line(const Edge& a, const Edge& b) {
  return a.from == b.from && a.action == b.action && a.outcome == b.outcome;
}

std::vector<Edge> edges_without(const std::vector<Edge>& without) {
  auto left = edges();
  for (std::size_t i = 0; i < without.size(); ++i) {
    const auto taken = [&](const Edge& edge) { return same_line(edge, without[i]); };
    const auto all = edges();
    if (std::none_of(all.begin(), all.end(), taken)) {
      // Passing over it would make a proof about another table than the caller means.
      throw Error(ErrorCode::invalid_argument, "the lifecycle has no such edge",
                  "without[" + std::to_string(i) + "]");
    }
    left.erase(std::remove_if(left.begin(), left.end(), taken), left.end());
  }
  return left;
}

}  // namespace

UnfoldedGraph unfold(const std::vector<Edge>& edges) {
  UnfoldedGraph graph;
  Numbering number_of(graph.positions);
  number_of(Position{});
  for (std::size_t from = 0; from < graph.positions.size(); ++from) {
    const Position position = graph.positions[from];  // a copy: the vector grows
    for (const auto& edge : edges) {
      if (edge.from == position.state && edge.kind != EdgeKind::cut) {
        graph.arcs.push_back({from, number_of(follow(position, edge)), edge.action, edge.outcome});
      }
    }
  }
  return graph;
}

std::vector<Position> stuck_positions(const UnfoldedGraph& graph) {
  const auto count = graph.positions.size();
  Graph backwards(count + 1);  // the last vertex leads to every proper end
  for (const auto& arc : graph.arcs) {
    if (is_way_out(arc.action)) {
      boost::add_edge(arc.to, arc.from, backwards);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (is_proper_end(graph.positions[i].state)) {
      boost::add_edge(count, i, backwards);
    }
  }
  std::vector<boost::default_color_type> colors(count + 1, boost::white_color);
  boost::depth_first_visit(backwards, count, boost::default_dfs_visitor(), colors.data());

  std::vector<Position> stuck;
  for (std::size_t i = 0; i < count; ++i) {
    if (colors[i] == boost::white_color && !is_end(graph.positions[i].state)) {
      stuck.push_back(graph.positions[i]);
    }
  }
  return stuck;
}

}  // namespace gridcase::rules

namespace gridcase {

Closability prove_closable(const std::vector<Edge>& without) {
  const auto graph = rules::unfold(rules::edges_without(without));
  return {graph.positions.size(), rules::stuck_positions(graph)};
}

}  // namespace gridcase
