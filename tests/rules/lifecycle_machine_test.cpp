#include <gridcase/error.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "rules/lifecycle_machine.hpp"
#include "rules/lifecycle_support.hpp"
#include "rules/returns.hpp"

using namespace lifecycle_test;
using A = ActionKind;
using O = Outcome;

namespace {

rules::MachineState& state_in(std::vector<rules::MachineState>& states, const std::string& name) {
  return *std::find_if(states.begin(), states.end(),
                       [&name](const rules::MachineState& state) { return state.name == name; });
}

std::string resolve_error(const std::vector<rules::MachineState>& states) {
  try {
    rules::resolve(states);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::internal);
    return error.what();
  }
  return {};
}

ErrorCode error_of_advance(const Position& from, A action, O outcome) {
  try {
    advance(from, action, outcome);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

// Walks and requires that no step is refused.
Position walk(Position position, const std::vector<std::pair<A, O>>& steps) {
  for (const auto& step : steps) {
    const auto next = advance(position, step.first, step.second);
    REQUIRE_MESSAGE(next.has_value(), text_of(position), " refuses ",
                    std::string(name(step.first)));
    position = *next;
  }
  return position;
}

}  // namespace

TEST_CASE("lifecycle: a case goes from the report in the village to its end in the county") {
  const auto end = walk({}, {{A::report, O::to_village},
                             {A::accept, O::only},
                             {A::check, O::requested},
                             {A::check, O::passed},
                             {A::file, O::only},
                             {A::escalate, O::to_county},
                             {A::consult, O::only},
                             {A::conclude, O::passed},
                             {A::sign, O::partly},
                             {A::sign, O::whole},
                             {A::arrive, O::only},
                             {A::feedback, O::whole},
                             {A::confirm, O::requested},
                             {A::confirm, O::failed},
                             {A::feedback, O::whole},
                             {A::close, O::only},
                             {A::follow_up, O::passed},
                             {A::rate, O::only}});
  CHECK(end == Position{State::closed, State::county_review, State::none});
}

TEST_CASE("lifecycle: the machine's states are the states there are, each in one place") {
  std::multiset<State> found;
  for (const auto& state : rules::machine_states()) {
    if (!state.is_outer) {
      found.insert(state.id);
      CHECK(state.name == name(state.id));
    }
  }
  CHECK(found == std::multiset<State>(all_states().begin(), all_states().end()));
}

TEST_CASE("lifecycle: edges are sorted, and there is one for an event") {
  const auto key = [](const Edge& edge) {
    return std::make_tuple(edge.from, edge.action, edge.outcome);
  };
  for (std::size_t i = 1; i < edges().size(); ++i) {
    CHECK(key(edges()[i - 1]) < key(edges()[i]));
  }
}

TEST_CASE("lifecycle: the target of an edge fits its kind") {
  for (const auto& edge : edges()) {
    CAPTURE(text_of(edge));
    CHECK_FALSE(name(edge.from).empty());
    CHECK_FALSE(name(edge.action).empty());
    switch (edge.kind) {
    case EdgeKind::go: CHECK(edge.to != State::none); break;
    case EdgeKind::stay: CHECK(edge.to == edge.from); break;
    case EdgeKind::back:
    case EdgeKind::cut: CHECK(edge.to == State::none); break;
    }
  }
}

TEST_CASE("lifecycle: an outcome names the tier a case is sent to") {
  for (const auto& edge : edges()) {
    const bool names_tier = edge.outcome >= O::to_village && edge.outcome <= O::to_county;
    if (names_tier && edge.kind != EdgeKind::cut) {
      CAPTURE(text_of(edge));
      CHECK(static_cast<unsigned>(*tier_of(edge.to)) == static_cast<unsigned>(edge.outcome));
    }
  }
}

TEST_CASE("lifecycle: an action has one outcome everywhere or named outcomes everywhere") {
  std::map<A, std::set<O>> outcomes_of;
  for (const auto& edge : edges()) {
    outcomes_of[edge.action].insert(edge.outcome);
  }
  for (const auto& entry : outcomes_of) {
    CAPTURE(std::string(name(entry.first)));
    CHECK((entry.second.count(O::only) == 0 || entry.second.size() == 1));
  }
}

TEST_CASE("lifecycle: every action leads somewhere from somewhere") {
  std::set<A> used;
  for (const auto& edge : edges()) {
    if (edge.kind != EdgeKind::cut) {
      used.insert(edge.action);
    }
  }
  CHECK(used == std::set<A>(all_actions().begin(), all_actions().end()));
}

TEST_CASE("lifecycle: an inner line wins over the one around it") {
  // AtTier leads to triage; a case that is not filed yet stays so.
  CHECK(advance({State::village_handling}, A::escalate, O::to_county)->state ==
        State::county_triage);
  CHECK(advance({State::village_intake}, A::escalate, O::to_county)->state == State::county_intake);
  CHECK(advance({State::county_intake}, A::transfer, O::only)->state == State::county_intake);
}

TEST_CASE("lifecycle: a return takes rights away that the surrounding state gives") {
  for (const auto tier : all_tiers) {
    const Position returned{state_at(tier, Phase::returned), State::none, State::none};
    const Position triage{state_at(tier, Phase::triage), State::none, State::none};
    std::set<A> cut;
    for (const auto& edge : edges()) {
      if (edge.from == returned.state && edge.kind == EdgeKind::cut) {
        CAPTURE(text_of(edge));
        cut.insert(edge.action);
        CHECK_FALSE(advance(returned, edge.action, edge.outcome).has_value());
        CHECK(advance(triage, edge.action, edge.outcome).has_value());
      }
    }
    std::set<A> expected{A::transfer};
    if (tier != Tier::county) {
      expected.insert(A::escalate);
    }
    if (tier != Tier::village) {
      expected.insert(A::hand_down);
    }
    CHECK(cut == expected);
  }
}

TEST_CASE("lifecycle: a cut edge is refused in its state and not offered") {
  std::size_t cuts = 0;
  for (const auto& edge : edges()) {
    if (edge.kind == EdgeKind::cut) {
      CAPTURE(text_of(edge));
      ++cuts;
      CHECK_FALSE(advance({edge.from}, edge.action, edge.outcome).has_value());
      CHECK(outcomes(edge.from, edge.action).empty());
      const auto offered = possible_actions(edge.from);
      CHECK(std::count(offered.begin(), offered.end(), edge.action) == 0);
    }
  }
  CHECK(cuts > 0);
}

TEST_CASE("lifecycle: two lines for one event in one list are found") {
  auto states = rules::machine_states();
  auto& returned = state_in(states, "village_returned");
  REQUIRE(resolve_error(states).empty());
  SUBCASE("that differ") {
    returned.lines.push_back({A::dispatch, O::only, State::village_triage, EdgeKind::go});
  }
  SUBCASE("that are the same") {
    returned.lines.push_back({A::dispatch, O::only, State::village_dispatched, EdgeKind::go});
  }
  CHECK(resolve_error(states) == "the lifecycle has two lines for village_returned, dispatch only");
}

TEST_CASE("lifecycle: two lines for one event are found in an outer state, too") {
  auto states = rules::machine_states();
  state_in(states, "open").lines.push_back({A::urge, O::only, State::none, EdgeKind::stay});
  CHECK(resolve_error(states) == "the lifecycle has two lines for open, urge only");
}

TEST_CASE("lifecycle: a cut that takes nothing away is found") {
  auto states = rules::machine_states();
  state_in(states, "county_review").lines.push_back({A::rate, O::only, State::none, EdgeKind::cut});
  CHECK(resolve_error(states) == "the lifecycle cuts no right in county_review, rate only");
}

TEST_CASE("lifecycle: an unknown id is an error, not a refusal") {
  const Position triage{State::village_triage};
  CHECK(error_of_advance(triage, static_cast<A>(0), O::only) == ErrorCode::invalid_argument);
  CHECK(error_of_advance(triage, static_cast<A>(69), O::only) == ErrorCode::invalid_argument);
  CHECK(error_of_advance(triage, A::file, static_cast<O>(11)) == ErrorCode::invalid_argument);
  CHECK(error_of_advance({static_cast<State>(0x10A)}, A::file, O::only) ==
        ErrorCode::invalid_argument);
  CHECK_THROWS_AS(outcomes(static_cast<State>(9), A::file), Error);
  CHECK_THROWS_AS(outcomes(State::none, static_cast<A>(0)), Error);
  CHECK_THROWS_AS(possible_actions(static_cast<State>(0x400)), Error);
}

TEST_CASE("lifecycle: a position that no case can be in is an error") {
  const auto refused = [](const Position& from) {
    return error_of_advance(from, A::comment, O::only) == ErrorCode::invalid_argument;
  };
  CHECK(refused({State::suspended}));
  CHECK(refused({State::closed}));
  CHECK(refused({State::merged}));
  CHECK(refused({State::merged, State::suspended}));
  CHECK(refused({State::suspended, State::closed}));
  CHECK(refused({State::suspended, State::none, State::village_triage}));
  CHECK(refused({State::closed, State::village_intake}));  // nothing is closed from there
  CHECK(refused({State::village_triage, State::village_intake}));
  CHECK(refused({State::none, State::village_intake}));
}

TEST_CASE("lifecycle: every way into Returned, and back from a review to work, is declared") {
  std::map<std::string_view, std::size_t> ways;
  for (const auto& edge : edges()) {
    CAPTURE(text_of(edge));
    if (edge.kind != EdgeKind::go) continue;
    const auto from = phase_of(edge.from);
    const bool was_reviewed = from == Phase::review || from == Phase::confirming;
    const bool comes_back = phase_of(edge.to) == Phase::returned ||
                            (was_reviewed && phase_of(edge.to) == Phase::handling);
    const auto* way = rules::return_of(edge.from, edge.action, edge.outcome, edge.to);
    if (comes_back) CHECK(way != nullptr);
    if (way != nullptr) ++ways[way->name];
  }
  CHECK(ways["declined"] == 3 * 2);  // dispatched, handling
  CHECK(ways["withdrawn"] == 3 * 2);
  CHECK(ways["sent_down"] == 3 * 3);  // three pairs of tiers; intake, triage, returned
  CHECK(ways["recalled"] == 6 * 2);   // six pairs of tiers; intake, triage
  CHECK(ways["rework"] == 3);
  CHECK(ways["check_failed"] == 3);
  CHECK(ways["dissatisfied"] == 3 * 2);  // review, confirming
  CHECK(ways.size() == rules::returns::all.size());
}

TEST_CASE("lifecycle: where a way back keeps the tier, the rights to leave it are cut") {
  for (const rules::Return* way : rules::returns::all) {
    if (!way->landing) continue;
    for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
      const State landing = state_at(tier, *way->landing);
      CAPTURE(name(landing));
      CHECK(outcomes(landing, A::transfer).empty() == way->keeps_tier);
      CHECK((outcomes(landing, A::escalate).empty() || !way->keeps_tier));
    }
  }
}

TEST_CASE("lifecycle: what is no edge is no return") {
  const auto is_return = [](State from, A action, O outcome, State to) {
    return rules::return_of(from, action, outcome, to) != nullptr;
  };
  CHECK(is_return(State::village_handling, A::decline, O::whole, State::village_returned));
  CHECK_FALSE(is_return(State::village_handling, A::decline, O::whole, State::county_returned));
  CHECK_FALSE(is_return(State::village_handling, A::decline, O::partly, State::village_handling));
  CHECK_FALSE(is_return(State::closed, A::decline, O::whole, State::village_returned));
  CHECK_FALSE(is_return(State::suspended, A::resume, O::only, State::village_returned));
}
