#pragma once
// What the state machine in lifecycle_machine.cpp tells the rest of the library about itself.

#include <gridcase/lifecycle.hpp>

#include <string>
#include <vector>

namespace gridcase::rules {

// Tables that have a place for each action end with it.
inline constexpr ActionKind last_action = ActionKind::erase;

// One line of a reaction list, as it is written there.
struct Line {
  ActionKind action = ActionKind::comment;
  Outcome outcome = Outcome::only;
  State to = State::none;
  EdgeKind kind = EdgeKind::stay;
};

// A state of the machine with the lines of its own list. An outer state stands around others and
// hands its lines on to them.
struct MachineState {
  std::string name;   // of the id, or "open", "at_village", …, "ended"
  std::string outer;  // the state around it; empty at the top
  bool is_outer = false;
  State id = State::none;  // of an outer state, too
  std::vector<Line> lines;
};

// Every state of the machine; an outer state comes before what it stands around.
const std::vector<MachineState>& machine_states();

// The state of that name. \throws Error internal if there is none.
const MachineState& state_named(const std::vector<MachineState>& states, const std::string& name);

// Works out inheritance: the innermost line for an event wins. Sorted as edges() is.
// \throws Error internal for two lines for one event in one list, of which Statechart would
// silently take the first, and for a cut that takes nothing away.
std::vector<Edge> resolve(const std::vector<MachineState>& states);

// The position after an edge from there, the memory brought up to date. A cut edge leads nowhere.
Position follow(const Position& from, const Edge& edge);

// Whether the memory fits the state: each remembered state has an edge into the one that remembers.
bool is_possible(const Position& position);

}  // namespace gridcase::rules
