#pragma once
// The lifecycle as a graph, unfolded over what is remembered. On the plain graph of states a proof
// of closability would be wrong: Suspended joins cases from everywhere, and one that can only go
// back to where it is stuck would borrow the way out of another.

#include <gridcase/lifecycle.hpp>

#include <cstddef>
#include <vector>

namespace gridcase::rules {

struct Arc {
  std::size_t from = 0;  // index of a position
  std::size_t to = 0;
  ActionKind action = ActionKind::comment;
  Outcome outcome = Outcome::only;
};

struct UnfoldedGraph {
  std::vector<Position> positions;  // the first is the one before the report
  std::vector<Arc> arcs;            // by `from`, then in the order of the edges
};

// Every position the edges lead to from before the report, and every step between them. Cut edges
// have no arc.
UnfoldedGraph unfold(const std::vector<Edge>& edges);

// The positions from which no proper end can be reached, in the order of the graph. A case that is
// at an end is not stuck; but only closed, answered and rejected count as reached.
std::vector<Position> stuck_positions(const UnfoldedGraph& graph);

}  // namespace gridcase::rules
