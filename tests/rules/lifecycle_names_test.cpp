#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "rules/lifecycle_support.hpp"

using namespace lifecycle_test;

namespace {

template <typename Id> std::string id_line(const char* what, Id id) {
  return std::string(what) + ' ' + std::to_string(static_cast<unsigned>(id)) + ' ' +
         std::string(name(id));
}

std::vector<std::string> ids_now() {
  std::vector<std::string> lines;
  for (const auto state : all_states()) {
    lines.push_back(id_line("state", state));
  }
  for (auto phase = 1U; phase <= 9; ++phase) {
    lines.push_back(id_line("phase", static_cast<Phase>(phase)));
  }
  for (auto stage = 1U; stage <= 6; ++stage) {
    lines.push_back(id_line("stage", static_cast<Stage>(stage)));
  }
  for (const auto action : all_actions()) {
    lines.push_back(id_line("action", action));
  }
  for (const auto outcome : all_outcomes) {
    lines.push_back(id_line("outcome", outcome));
  }
  return lines;
}

}  // namespace

TEST_CASE("lifecycle: an id once published keeps its name, and new ids are written down") {
  // Never change a line of this file; append one for each new id.
  const auto published = lines_of(read_golden("ids.txt"));
  const auto now = ids_now();
  REQUIRE(published.size() > 100);
  for (const auto& line : published) {
    CHECK_MESSAGE(std::count(now.begin(), now.end(), line) == 1, "changed or gone: ", line);
  }
  for (const auto& line : now) {
    CHECK_MESSAGE(std::count(published.begin(), published.end(), line) == 1, "to append: ", line);
  }
}

TEST_CASE("lifecycle: every id has a name of its own that leads back to it") {
  std::set<std::string_view> names;
  for (const auto state : all_states()) {
    CHECK(names.insert(name(state)).second);
    CHECK(state_from_name(name(state)) == state);
  }
  names.clear();
  for (const auto action : all_actions()) {
    CHECK(names.insert(name(action)).second);
    CHECK(action_from_name(name(action)) == action);
  }
  names.clear();
  for (const auto outcome : all_outcomes) {
    CHECK(names.insert(name(outcome)).second);
    CHECK(outcome_from_name(name(outcome)) == outcome);
  }
  names.clear();
  for (auto number = 1U; number <= 6; ++number) {
    const auto stage = static_cast<Stage>(number);
    CHECK(names.insert(name(stage)).second);
    CHECK(stage_from_name(name(stage)) == stage);
  }
}

TEST_CASE("lifecycle: ids are listed in ascending order, actions and outcomes without a gap") {
  CHECK(std::is_sorted(all_states().begin(), all_states().end()));
  CHECK(all_states().size() == 9 + 3 * 9);
  for (std::size_t i = 0; i < all_actions().size(); ++i) {
    CHECK(static_cast<std::size_t>(all_actions()[i]) == i + 1);
  }
  CHECK(all_actions().back() == ActionKind::erase);
}

TEST_CASE("lifecycle: what is no id has no name, and what is no name has no id") {
  CHECK(name(static_cast<State>(0x009)).empty());
  CHECK(name(static_cast<State>(0x10A)).empty());
  CHECK(name(static_cast<State>(0x401)).empty());
  CHECK(name(static_cast<Phase>(0)).empty());
  CHECK(name(static_cast<Stage>(7)).empty());
  CHECK(name(static_cast<ActionKind>(0)).empty());
  CHECK(name(static_cast<ActionKind>(255)).empty());
  CHECK(name(static_cast<Outcome>(11)).empty());
  CHECK_FALSE(state_from_name("").has_value());
  CHECK_FALSE(state_from_name("Village_intake").has_value());
  CHECK_FALSE(action_from_name("restore").has_value());
  CHECK_FALSE(outcome_from_name("to_city").has_value());
  CHECK_FALSE(stage_from_name("none").has_value());
}

TEST_CASE("lifecycle: a state on a tier is its tier and its phase, in number and in name") {
  for (const auto tier : all_tiers) {
    for (auto number = 1U; number <= 9; ++number) {
      const auto phase = static_cast<Phase>(number);
      const auto state = state_at(tier, phase);
      CHECK(tier_of(state) == tier);
      CHECK(phase_of(state) == phase);
      CHECK(name(state) == std::string(name(tier)) + '_' + std::string(name(phase)));
    }
  }
  CHECK_FALSE(tier_of(State::suspended).has_value());
  CHECK_FALSE(phase_of(State::suspended).has_value());
}

TEST_CASE("lifecycle: the public sees six stages") {
  CHECK(stage_of(State::none) == Stage::report);
  CHECK(stage_of(State::suspended) == Stage::handle);
  for (const auto state :
       {State::closed, State::answered, State::rejected, State::merged, State::annulled}) {
    CHECK(is_end(state));
    CHECK(stage_of(state) == Stage::close);
  }
  const std::array<Stage, 9> by_phase{Stage::report,   Stage::report,   Stage::file,
                                      Stage::dispatch, Stage::dispatch, Stage::dispatch,
                                      Stage::handle,   Stage::feedback, Stage::feedback};
  for (const auto tier : all_tiers) {
    for (std::size_t i = 0; i < by_phase.size(); ++i) {
      const auto state = state_at(tier, static_cast<Phase>(i + 1));
      CHECK_FALSE(is_end(state));
      CHECK(stage_of(state) == by_phase[i]);
    }
  }
}
