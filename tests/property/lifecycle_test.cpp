// The machine against the graph, over everything there is: each position times each action times
// each outcome.

#include <gridcase/error.hpp>

#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "rules/lifecycle_graph.hpp"
#include "rules/lifecycle_machine.hpp"
#include "rules/lifecycle_support.hpp"
#include "rules/returns.hpp"

using namespace lifecycle_test;

namespace {

using Step = std::pair<ActionKind, Outcome>;

const rules::UnfoldedGraph& graph() {
  static const auto graph = rules::unfold(edges());
  return graph;
}

std::map<Step, Position> steps_from(std::size_t position) {
  std::map<Step, Position> steps;
  for (const auto& arc : graph().arcs) {
    if (arc.from == position) {
      CHECK(steps.emplace(Step{arc.action, arc.outcome}, graph().positions[arc.to]).second);
    }
  }
  return steps;
}

template <typename Visit> void for_each_pair(Visit visit) {
  for (const auto action : all_actions()) {
    for (const auto outcome : all_outcomes) {
      visit(action, outcome);
    }
  }
}

std::optional<ActionKind> way_back(State state) {
  switch (state) {
  case State::suspended: return ActionKind::resume;
  case State::closed: return ActionKind::reopen;
  case State::merged: return ActionKind::unmerge;
  default: return std::nullopt;
  }
}

}  // namespace

TEST_CASE("lifecycle: machine and graph agree on every step from every position") {
  std::size_t tried = 0;
  for (std::size_t i = 0; i < graph().positions.size(); ++i) {
    const auto& from = graph().positions[i];
    const auto steps = steps_from(i);
    for_each_pair([&](ActionKind action, Outcome outcome) {
      ++tried;
      const auto found = advance(from, action, outcome);
      const auto expected = steps.find({action, outcome});
      const bool agree = expected == steps.end() ? !found : found && *found == expected->second;
      CHECK_MESSAGE(agree, text_of(from), " by ", std::string(name(action)), ' ',
                    std::string(name(outcome)), " comes to ",
                    found ? text_of(*found) : std::string("a refusal"));
    });
  }
  CHECK(tried == 126 * 68 * 11);
}

TEST_CASE("lifecycle: what is offered in a state is what the machine accepts there") {
  for (const auto& from : graph().positions) {
    CAPTURE(text_of(from));
    std::set<ActionKind> accepted;
    for (const auto action : all_actions()) {
      std::vector<Outcome> found;
      for (const auto outcome : all_outcomes) {
        if (advance(from, action, outcome)) {
          found.push_back(outcome);
          accepted.insert(action);
        }
      }
      CHECK(found == outcomes(from.state, action));
    }
    CHECK(possible_actions(from.state) ==
          std::vector<ActionKind>(accepted.begin(), accepted.end()));
  }
}

TEST_CASE("lifecycle: suspended, merged and closed cases return exactly to where they were") {
  std::map<State, std::size_t> returned;
  for (const auto& from : graph().positions) {
    for_each_pair([&](ActionKind action, Outcome outcome) {
      if (way_back(from.state) == action) {
        return;  // unmerging a case that was merged while suspended is a way back itself
      }
      const auto there = advance(from, action, outcome);
      if (!there || there->state == from.state || !way_back(there->state)) {
        return;
      }
      const auto again = advance(*there, *way_back(there->state), Outcome::only);
      CHECK_MESSAGE((again && *again == from), text_of(from), " by ", std::string(name(action)),
                    " and back is ", again ? text_of(*again) : std::string("refused"));
      ++returned[there->state];
    });
  }
  CHECK(returned[State::suspended] == 27);
  CHECK(returned[State::merged] == 27 + 27);  // from each state on a tier, running or suspended
  CHECK(returned[State::closed] == 3 + 9);    // by close, and by force_close from three phases
}

TEST_CASE("lifecycle: only positions that can be reached are accepted as positions") {
  std::set<std::tuple<State, State, State>> reachable;
  for (const auto& position : graph().positions) {
    reachable.insert(key_of(position));
  }
  for (const auto state : all_states()) {
    for (const auto back : all_states()) {
      for (const auto back2 : all_states()) {
        const Position position{state, back, back2};
        if (rules::is_possible(position) != (reachable.count(key_of(position)) == 1)) {
          FAIL_CHECK(text_of(position));
        }
      }
    }
  }
}

TEST_CASE("lifecycle: a step in a position depends on its state and memory alone") {
  for (const auto& from : graph().positions) {
    for_each_pair([&](ActionKind action, Outcome outcome) {
      if (advance(from, action, outcome) != advance(from, action, outcome)) {
        FAIL_CHECK(text_of(from));
      }
    });
  }
}

TEST_CASE("lifecycle: its size is written down") {
  std::map<EdgeKind, std::size_t> kinds;
  std::size_t returns = 0;
  for (const auto& edge : edges()) {
    ++kinds[edge.kind];
    returns += rules::return_of(edge.from, edge.action, edge.outcome, edge.to) != nullptr ? 1U : 0U;
  }
  std::size_t accepted = 0;
  for (const auto& from : graph().positions) {
    for_each_pair([&](ActionKind action, Outcome outcome) {
      accepted += advance(from, action, outcome) ? 1U : 0U;
    });
  }
  std::string counts;
  const auto add = [&counts](const char* what, std::size_t count) {
    counts += std::string(what) + ' ' + std::to_string(count) + '\n';
  };
  add("states", all_states().size());
  add("actions", all_actions().size());
  add("outcomes", all_outcomes.size());
  add("edges", edges().size());
  add("edges_go", kinds[EdgeKind::go]);
  add("edges_stay", kinds[EdgeKind::stay]);
  add("edges_back", kinds[EdgeKind::back]);
  add("edges_cut", kinds[EdgeKind::cut]);
  add("returns", returns);
  add("positions", graph().positions.size());
  add("steps", graph().arcs.size());
  add("pairs_accepted", accepted);
  add("pairs_refused",
      graph().positions.size() * all_actions().size() * all_outcomes.size() - accepted);
  CHECK(counts == golden_or_update("counts.txt", counts));
}
