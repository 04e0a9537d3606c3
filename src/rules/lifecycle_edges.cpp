#include "rules/lifecycle_machine.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

// From the lines of the reaction lists to the edges, and what follows from the edges alone.

namespace gridcase::rules {
namespace {

auto event_of(const Line& line) { return std::tie(line.action, line.outcome); }
auto event_of(const Edge& edge) { return std::tie(edge.action, edge.outcome); }

bool earlier(const Edge& a, const Edge& b) {
  return std::tie(a.from, a.action, a.outcome) < std::tie(b.from, b.action, b.outcome);
}

std::string place(const MachineState& state, const Line& line) {
  return state.name + ", " + std::string(name(line.action)) + ' ' + std::string(name(line.outcome));
}

void require_one_line_an_event(const MachineState& state) {
  for (auto line = state.lines.begin(); line != state.lines.end(); ++line) {
    const auto same = [line](const Line& other) { return event_of(other) == event_of(*line); };
    if (std::any_of(state.lines.begin(), line, same)) {
      throw Error(ErrorCode::internal, "the lifecycle has two lines for " + place(state, *line));
    }
  }
}

bool allows(const std::vector<MachineState>& states, const std::string& outer, const Line& line) {
  for (auto name = outer; !name.empty();) {
    const auto& state = state_named(states, name);
    for (const auto& outer_line : state.lines) {
      if (event_of(outer_line) == event_of(line)) {
        return outer_line.kind != EdgeKind::cut;
      }
    }
    name = state.outer;
  }
  return false;
}

void require_useful_cuts(const std::vector<MachineState>& states, const MachineState& state) {
  for (const auto& line : state.lines) {
    if (line.kind == EdgeKind::cut && !allows(states, state.outer, line)) {
      throw Error(ErrorCode::internal, "the lifecycle cuts no right in " + place(state, line));
    }
  }
}

// Adds the lines of the list for whose event the leaf has no edge yet.
void add_lines(State leaf, const MachineState& list, std::vector<Edge>& of_leaf) {
  for (const auto& line : list.lines) {
    const auto known = [&line](const Edge& edge) { return event_of(edge) == event_of(line); };
    if (std::none_of(of_leaf.begin(), of_leaf.end(), known)) {
      const auto to = line.kind == EdgeKind::stay ? leaf : line.to;
      of_leaf.push_back({leaf, line.action, line.outcome, to, line.kind});
    }
  }
}

// The edges from a state, in their order.
std::pair<const Edge*, const Edge*> edges_from(State state) {
  const auto& all = edges();
  const auto first = std::lower_bound(all.begin(), all.end(), state,
                                      [](const Edge& edge, State s) { return edge.from < s; });
  const auto last = std::upper_bound(first, all.end(), state,
                                     [](State s, const Edge& edge) { return s < edge.from; });
  return {all.data() + (first - all.begin()), all.data() + (last - all.begin())};
}

// Which states remember where the case came from, and from where a case gets into them.
struct Memories {
  std::vector<State> remembering;
  std::vector<std::pair<State, State>> entered;  // remembering state, where from; sorted

  bool remembers(State state) const {
    return std::find(remembering.begin(), remembering.end(), state) != remembering.end();
  }
};

const Memories& memories() {
  static const Memories memories = [] {
    Memories result;
    for (const auto& edge : edges()) {
      if (edge.kind == EdgeKind::back) {
        result.remembering.push_back(edge.from);
      }
    }
    for (const auto& edge : edges()) {
      if (edge.kind == EdgeKind::go && result.remembers(edge.to)) {
        result.entered.emplace_back(edge.to, edge.from);
      }
    }
    std::sort(result.entered.begin(), result.entered.end());
    return result;
  }();
  return memories;
}

void require_state(State state) {
  if (name(state).empty()) {
    throw Error(ErrorCode::invalid_argument, "there is no such state", "state");
  }
}

}  // namespace

const MachineState& state_named(const std::vector<MachineState>& states, const std::string& name) {
  for (const auto& state : states) {
    if (state.name == name) {
      return state;
    }
  }
  throw Error(ErrorCode::internal, "the lifecycle has no state " + name);
}

std::vector<Edge> resolve(const std::vector<MachineState>& states) {
  std::vector<Edge> result;
  for (const auto& state : states) {
    require_one_line_an_event(state);
    require_useful_cuts(states, state);
    if (state.is_outer) {
      continue;
    }
    std::vector<Edge> of_leaf;
    add_lines(state.id, state, of_leaf);
    for (auto outer = state.outer; !outer.empty(); outer = state_named(states, outer).outer) {
      add_lines(state.id, state_named(states, outer), of_leaf);
    }
    result.insert(result.end(), of_leaf.begin(), of_leaf.end());
  }
  std::sort(result.begin(), result.end(), earlier);
  return result;
}

Position follow(const Position& from, const Edge& edge) {
  switch (edge.kind) {
  case EdgeKind::back: return {from.back, from.back2, State::none};
  case EdgeKind::go:
    if (memories().remembers(edge.to)) {
      return {edge.to, from.state, from.back};
    }
    return {edge.to, State::none, State::none};
  case EdgeKind::stay:
  case EdgeKind::cut: break;
  }
  return from;
}

bool is_possible(const Position& position) {
  const auto& known = memories();
  if (!known.remembers(position.state)) {
    return position.back == State::none && position.back2 == State::none &&
           !name(position.state).empty();
  }
  return std::binary_search(known.entered.begin(), known.entered.end(),
                            std::make_pair(position.state, position.back)) &&
         is_possible({position.back, position.back2, State::none});
}

}  // namespace gridcase::rules

namespace gridcase {

const std::vector<Edge>& edges() {
  static const std::vector<Edge> edges = rules::resolve(rules::machine_states());
  return edges;
}

std::vector<Outcome> outcomes(State state, ActionKind action) {
  rules::require_state(state);
  if (name(action).empty()) {
    throw Error(ErrorCode::invalid_argument, "there is no such action", "action");
  }
  const auto [first, last] = rules::edges_from(state);
  std::vector<Outcome> result;
  for (const auto* edge = first; edge != last; ++edge) {
    if (edge->action == action && edge->kind != EdgeKind::cut) {
      result.push_back(edge->outcome);
    }
  }
  return result;
}

std::vector<ActionKind> possible_actions(State state) {
  rules::require_state(state);
  const auto [first, last] = rules::edges_from(state);
  std::vector<ActionKind> result;
  for (const auto* edge = first; edge != last; ++edge) {
    const bool is_new = result.empty() || result.back() != edge->action;
    if (is_new && edge->kind != EdgeKind::cut) {
      result.push_back(edge->action);
    }
  }
  return result;
}

}  // namespace gridcase
