#include <gridcase/error.hpp>

#include <algorithm>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "rules/lifecycle_graph.hpp"
#include "rules/lifecycle_support.hpp"

using namespace lifecycle_test;
using A = ActionKind;
using O = Outcome;

namespace {

template <typename Taken> std::vector<Edge> edges_where(Taken taken) {
  std::vector<Edge> found;
  std::copy_if(edges().begin(), edges().end(), std::back_inserter(found), taken);
  return found;
}

std::set<std::tuple<State, State, State>> keys_of(const std::vector<Position>& positions) {
  std::set<std::tuple<State, State, State>> keys;
  for (const auto& position : positions) {
    keys.insert(key_of(position));
  }
  return keys;
}

bool in_village(const Edge& edge) { return tier_of(edge.from) == Tier::village; }

}  // namespace

TEST_CASE("lifecycle: every case can be closed") {
  const auto proof = prove_closable();
  CHECK(proof.positions == 126);
  CHECK(proof.stuck.empty());
}

TEST_CASE("lifecycle: a village that can only suspend is found with every position it holds") {
  const auto sealed =
      edges_where([](const Edge& edge) { return in_village(edge) && edge.action != A::suspend; });
  const auto proof = prove_closable(sealed);
  // Where a case gets into the village from outside, and suspended from there. The plain graph of
  // states would find none: Suspended has a way to the county for cases of the county.
  std::set<std::tuple<State, State, State>> expected;
  for (const auto state : {State::village_intake, State::village_triage, State::village_returned,
                           State::village_handling}) {
    expected.insert({state, State::none, State::none});
    expected.insert({State::suspended, state, State::none});
  }
  CHECK(keys_of(proof.stuck) == expected);
  CHECK(proof.stuck.size() == expected.size());
}

TEST_CASE("lifecycle: merging, annulling and closing by force are no ways out") {
  const auto only_those = edges_where([](const Edge& edge) {
    return in_village(edge) && edge.action != A::merge && edge.action != A::annul &&
           edge.action != A::force_close;
  });
  const auto stuck = keys_of(prove_closable(only_those).stuck);
  CHECK(stuck.count({State::village_handling, State::none, State::none}) == 1);
}

TEST_CASE("lifecycle: without a way out of suspension the suspended cases are stuck") {
  const auto resumes = edges_where([](const Edge& edge) { return edge.action == A::resume; });
  const auto proof = prove_closable(resumes);
  CHECK(proof.stuck.size() == 27);
  for (const auto& position : proof.stuck) {
    CHECK(position.state == State::suspended);
  }
}

TEST_CASE("lifecycle: a county that does not use villages closes every case") {
  const auto into_village = edges_where([](const Edge& edge) {
    return tier_of(edge.to) == Tier::village && tier_of(edge.from) != Tier::village;
  });
  const auto proof = prove_closable(into_village);
  CHECK(proof.stuck.empty());
  CHECK(proof.positions < 124);
}

TEST_CASE("lifecycle: with no way to close or answer or reject, everything open is stuck") {
  const auto ends = edges_where([](const Edge& edge) {
    return edge.action == A::close || edge.action == A::answer || edge.action == A::reject ||
           edge.action == A::settle;
  });
  const auto stuck = keys_of(prove_closable(ends).stuck);
  CHECK(stuck.count({State::none, State::none, State::none}) == 1);
  CHECK(stuck.count({State::county_review, State::none, State::none}) == 1);
  for (const auto& [state, back, back2] : stuck) {
    CHECK_FALSE(is_end(state));
  }
}

TEST_CASE("lifecycle: a proof without an edge that does not exist is refused") {
  const Edge none{State::village_intake, A::close, O::only, State::closed, EdgeKind::go};
  try {
    prove_closable({edges().front(), none});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == "without[1]");
  }
}

TEST_CASE("lifecycle: every state can be reached from the report") {
  std::set<State> reached;
  for (const auto& position : rules::unfold(edges()).positions) {
    reached.insert(position.state);
  }
  CHECK(reached == std::set<State>(all_states().begin(), all_states().end()));
}
