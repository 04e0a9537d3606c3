#include <gridcase/error.hpp>
#include <gridcase/lifecycle.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "rules/lifecycle_machine.hpp"
#include "rules/returns.hpp"

// The four pictures of the lifecycle. All are drawn from the lines of the machine, inherited ones
// on the outer state they stand in: drawn at every state that inherits them, nobody could read
// them.

namespace gridcase::rules {
namespace {

std::string label(const Line& line) {
  std::string text(name(line.action));
  if (line.outcome != Outcome::only) {
    text += ' ';
    text += name(line.outcome);
  }
  return text;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text;
  for (const auto& part : parts) {
    text += (text.empty() ? "" : separator) + part;
  }
  return text;
}

// The lines of one kind: "escalate to_township, escalate to_county".
std::string listed(const MachineState& state, EdgeKind kind) {
  std::vector<std::string> labels;
  for (const auto& line : state.lines) {
    if (line.kind == kind) {
      labels.push_back(label(line));
    }
  }
  return joined(labels, ", ");
}

// The actions of the cut lines without their outcomes: "escalate, transfer".
std::string cut_actions(const MachineState& state) {
  std::vector<std::string> actions;
  for (const auto& line : state.lines) {
    if (line.kind == EdgeKind::cut) {
      actions.emplace_back(name(line.action));
    }
  }
  actions.erase(std::unique(actions.begin(), actions.end()), actions.end());
  return joined(actions, ", ");
}

// All lines of a state that lead to one other.
struct Arrow {
  State to = State::none;
  std::vector<std::string> labels;
};

std::vector<Arrow> arrows(const MachineState& state) {
  std::vector<Arrow> result;
  for (const auto& line : state.lines) {
    if (line.kind != EdgeKind::go) {
      continue;
    }
    auto arrow = std::find_if(result.begin(), result.end(),
                              [&line](const Arrow& other) { return other.to == line.to; });
    if (arrow == result.end()) {
      arrow = result.insert(arrow, Arrow{line.to, {}});
    }
    arrow->labels.push_back(label(line));
  }
  return result;
}

// How a case leaves a state to where it was before: "resume"; empty for most states.
std::string way_back(State state) {
  return listed(state_named(machine_states(), std::string(name(state))), EdgeKind::back);
}

std::vector<const MachineState*> inside(const std::string& outer) {
  std::vector<const MachineState*> result;
  for (const auto& state : machine_states()) {
    if (state.outer == outer) {
      result.push_back(&state);
    }
  }
  return result;
}

std::string title(const MachineState& state) {
  const auto phase = phase_of(state.id);
  return std::string(phase ? name(*phase) : std::string_view(state.name));
}

// --- Graphviz ------------------------------------------------------------------------------------
//
// Drawn as the character for king: a row for each tier with its phases in order, and one vertical
// of the arrows by which a case changes tiers from any phase. An arrow that would leave a row
// elsewhere is a line of text in the box it starts from; a hundred of them would hide the shape.

// The outer state that stands around a tier: one horizontal stroke.
bool is_tier(const MachineState& state) { return state.is_outer && state.outer == "open"; }

// The phase in whose column the vertical runs: the command room decides there.
constexpr Phase vertical = Phase::triage;

bool in_vertical(State state) { return phase_of(state) == vertical; }

// The state of a tier in the column of the vertical.
State own_crossing(const MachineState& tier) {
  for (const auto* inner : inside(tier.name)) {
    if (in_vertical(inner->id)) {
      return inner->id;
    }
  }
  throw Error(ErrorCode::internal, "a tier of the lifecycle does not reach the vertical");
}

// The vertical has one arrow from row to row; one that leaps over a row would run through it.
bool is_step(State from, State to) {
  const auto lower = static_cast<int>(tier_of(from).value_or(Tier::village));
  const auto upper = static_cast<int>(tier_of(to).value_or(Tier::village));
  return in_vertical(to) && upper - lower <= 1 && lower - upper <= 1;
}

bool is_text(const MachineState& from, const Arrow& arrow) {
  if (is_tier(from)) {
    return !is_step(own_crossing(from), arrow.to);
  }
  return !tier_of(from.id) || tier_of(from.id) != tier_of(arrow.to);
}

std::string dot_text(const MachineState& state) {
  std::string text;
  const auto add = [&text](const std::string& color, const std::string& line) {
    text += "<br/><font point-size=\"9\" color=\"" + color + "\">" + line + "</font>";
  };
  for (const auto& arrow : arrows(state)) {
    if (is_text(state, arrow)) {
      add("gray30", joined(arrow.labels, ", ") + " &rarr; " + std::string(name(arrow.to)));
    }
  }
  const auto back = listed(state, EdgeKind::back);
  if (!back.empty()) {
    add("gray30", back + " &rarr; where it was");
  }
  const auto cuts = cut_actions(state);
  if (!cuts.empty()) {
    add("#b00020", "no " + cuts);
  }
  return title(state) + text;
}

// What would make a box too large is shown when the mouse is over it.
std::string dot_tooltip(const MachineState& state) {
  const auto stays = listed(state, EdgeKind::stay);
  const auto cuts = listed(state, EdgeKind::cut);
  return state.name + (stays.empty() ? "" : "; stays: " + stays) +
         (cuts.empty() ? "" : "; no " + cuts);
}

std::string dot_node(const MachineState& state) {
  std::string style;
  if (state.is_outer) {
    style = ", style=dashed";
  } else if (const auto phase = phase_of(state.id)) {
    style = ", group=" + std::string(name(*phase));
  } else {
    style = ", style=rounded";
  }
  return "\"" + state.name + "\" [label=<" + dot_text(state) + ">" + style + ", tooltip=\"" +
         dot_tooltip(state) + "\"];\n";
}

// States side by side, in this order.
std::string dot_row(const std::vector<const MachineState*>& states, const std::string& indent) {
  std::string text = indent + "{ rank=same;\n";
  std::vector<std::string> names;
  for (const auto* state : states) {
    text += indent + "  " + dot_node(*state);
    names.push_back("\"" + state->name + "\"");
  }
  return text + indent + "  " + joined(names, " -> ") + " [style=invis, weight=100];\n" + indent +
         "}\n";
}

std::string dot_tier(const MachineState& tier) {
  return "  subgraph \"cluster_" + tier.name + "\" {\n    label=<" + dot_text(tier) +
         ">; labeljust=l; style=filled; fillcolor=gray95; tooltip=\"" + dot_tooltip(tier) +
         "\";\n" + dot_row(inside(tier.name), "    ") + "  }\n";
}

// An arrow to the left or upwards is written as its reverse, pointing backwards: Graphviz takes the
// order of rows and columns from the direction in which an arrow is written.
std::string dot_arrow(const std::string& from, const std::string& to, bool reversed,
                      const std::string& attributes) {
  return "  \"" + (reversed ? to : from) + "\" -> \"" + (reversed ? from : to) + "\" [" +
         attributes + (reversed ? ", dir=back" : "") + "];\n";
}

std::string dot_arrow_in_row(const MachineState& from, const Arrow& arrow) {
  return dot_arrow(from.name, std::string(name(arrow.to)), arrow.to < from.id,
                   "label=\"" + joined(arrow.labels, "\\n") + "\"");
}

// From any phase of a tier: the tail is the border of its row, above or below the vertical.
std::string dot_arrow_in_vertical(const MachineState& tier, const Arrow& arrow) {
  const auto own = own_crossing(tier);
  const bool up = own < arrow.to;
  std::string attributes = "label=\"" + joined(arrow.labels, "\\n") + "\"";
  if (own != arrow.to) {
    attributes += ", penwidth=4, color=\"#b00020\", weight=1000";
    attributes += (up ? ", lhead=\"cluster_" : ", ltail=\"cluster_") + tier.name + "\"";
  }
  return dot_arrow(std::string(name(own)), std::string(name(arrow.to)), up, attributes);
}

std::string dot_arrows(const MachineState& state) {
  std::string text;
  for (const auto& arrow : arrows(state)) {
    if (!is_text(state, arrow)) {
      text += is_tier(state) ? dot_arrow_in_vertical(state, arrow) : dot_arrow_in_row(state, arrow);
    }
  }
  return text;
}

// Holds two rows together, box under box.
std::string dot_columns(const std::vector<const MachineState*>& upper,
                        const std::vector<const MachineState*>& lower) {
  std::string text;
  for (std::size_t i = 0; i < upper.size() && i < lower.size(); ++i) {
    text +=
        "  \"" + upper[i]->name + "\" -> \"" + lower[i]->name + "\" [style=invis, weight=1000];\n";
  }
  return text;
}

std::string draw_dot() {
  std::vector<const MachineState*> tiers;
  std::vector<const MachineState*> others;
  for (const auto& state : machine_states()) {
    if (is_tier(state)) {
      tiers.insert(tiers.begin(), &state);  // listed from below, drawn from above
    } else if (!tier_of(state.id)) {
      others.push_back(&state);
    }
  }
  std::string text = "digraph lifecycle {\n"
                     "  compound=true; nodesep=0.5; ranksep=1.2; fontname=\"sans-serif\";\n"
                     "  node [shape=box, style=filled, fillcolor=white, fontname=\"sans-serif\"];\n"
                     "  edge [fontname=\"sans-serif\", fontsize=9];\n";
  for (const auto* tier : tiers) {
    text += dot_tier(*tier);
  }
  text += dot_row(others, "  ");
  for (const auto& state : machine_states()) {
    text += dot_arrows(state);
  }
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    text += dot_columns(inside(tiers[i]->name),
                        i + 1 < tiers.size() ? inside(tiers[i + 1]->name) : others);
  }
  return text + "}\n";
}

// --- Mermaid -------------------------------------------------------------------------------------

// Mermaid has no arrows between the insides of two composite states, so outer states are boxes of
// their own from which the inherited lines start.
std::string mermaid_box(const MachineState& state) {
  std::string text = "  state \"" + (state.is_outer ? "any state in " + state.name : state.name) +
                     "\" as " + state.name + "\n";
  const auto stays = listed(state, EdgeKind::stay);
  if (!stays.empty()) {
    text += "  " + state.name + " : stays with " + stays + "\n";
  }
  const auto cuts = listed(state, EdgeKind::cut);
  if (!cuts.empty()) {
    text += "  " + state.name + " : no " + cuts + "\n";
  }
  return text;
}

std::string draw_mermaid() {
  std::string text = "stateDiagram-v2\n";
  for (const auto& state : machine_states()) {
    text += mermaid_box(state);
  }
  text += "  [*] --> none\n";
  for (const auto& state : machine_states()) {
    for (const auto& arrow : arrows(state)) {
      const std::string to(name(arrow.to));
      text += "  " + state.name + " --> " + to + " : " + joined(arrow.labels, ", ") + "\n";
      const auto back = way_back(arrow.to);
      if (!back.empty()) {
        text += "  " + to + " --> " + state.name + " : " + back + "\n";
      }
    }
  }
  return text;
}

// --- SCXML ---------------------------------------------------------------------------------------

// A transition without target consumes the event and stays: what `stay` does, and what `cut` does
// to the line of the outer state. SCXML has no word for a memory that outlives a document, hence
// the attribute for `back`.
std::string scxml_transition(const Line& line) {
  std::string text = "<transition event=\"" + std::string(name(line.action));
  if (line.outcome != Outcome::only) {
    text += '.';
    text += name(line.outcome);
  }
  text += '"';
  switch (line.kind) {
  case EdgeKind::go: text += " target=\"" + std::string(name(line.to)) + '"'; break;
  case EdgeKind::back: text += " gridcase:kind=\"back\""; break;
  case EdgeKind::cut: text += " gridcase:kind=\"cut\""; break;
  case EdgeKind::stay: break;
  }
  return text + "/>\n";
}

std::string scxml_states(const std::string& outer, const std::string& indent) {
  std::string text;
  for (const auto* state : inside(outer)) {
    text += indent + "<state id=\"" + state->name + "\">\n";
    for (const auto& line : state->lines) {
      text += indent + "  " + scxml_transition(line);
    }
    text += scxml_states(state->name, indent + "  ") + indent + "</state>\n";
  }
  return text;
}

std::string draw_scxml() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" "
         "xmlns:gridcase=\"urn:gridcase:lifecycle\""
         " version=\"1.0\" name=\"lifecycle\" initial=\"none\">\n" +
         scxml_states({}, "  ") + "</scxml>\n";
}

// --- Markdown ------------------------------------------------------------------------------------

std::string markdown_ways_on(const MachineState& state) {
  std::vector<std::string> ways;
  for (const auto& arrow : arrows(state)) {
    ways.push_back(joined(arrow.labels, ", ") + " → " + std::string(name(arrow.to)));
  }
  const auto back = listed(state, EdgeKind::back);
  if (!back.empty()) {
    ways.push_back(back + " → where it was");
  }
  return joined(ways, "; ");
}

std::string_view yes_if(bool yes) { return yes ? "yes" : ""; }

// Straight from the declarations.
std::string markdown_ways_back() {
  std::string text =
      "\nWays back. What was recorded stays; \"keep\", \"withdraw\" and \"rework\" say what "
      "becomes "
      "of the other orders.\n\n"
      "| way | by | leads to | needs a reason | counts as a return | orders | undoes the work | "
      "keeps the tier |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (const Return* way : returns::all) {
    const std::string outcome(way->outcome == Outcome::only ? "to a tier" : name(way->outcome));
    text += "| " + std::string(way->name) + " | " + std::string(name(way->action)) + ' ' + outcome +
            " | " + (way->landing ? std::string(name(*way->landing)) : "where it was") + " | ";
    text += std::string(yes_if(way->needs_reason)) + " | " + std::string(yes_if(way->counts)) +
            " | " + std::string(name(way->siblings)) + " | " +
            std::string(yes_if(way->undoes_work)) + " | " + std::string(yes_if(way->keeps_tier)) +
            " |\n";
  }
  return text;
}

std::string draw_markdown() {
  std::string text =
      "A state has its own lines and those of the states around it, except the lines that it has "
      "itself and the rights that it cuts.\n\n"
      "| state | in | stage | leads on | stays | cuts |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const auto& state : machine_states()) {
    const std::string shown(state.is_outer ? std::string_view("*") : std::string_view());
    const std::string stage(state.is_outer ? std::string_view() : name(stage_of(state.id)));
    text += "| " + shown + state.name + shown + " | " + state.outer + " | " + stage + " | " +
            markdown_ways_on(state) + " | " + listed(state, EdgeKind::stay) + " | " +
            listed(state, EdgeKind::cut) + " |\n";
  }
  return text + markdown_ways_back();
}

}  // namespace
}  // namespace gridcase::rules

namespace gridcase {

std::string draw_lifecycle(DiagramFormat format) {
  switch (format) {
  case DiagramFormat::dot: return rules::draw_dot();
  case DiagramFormat::mermaid: return rules::draw_mermaid();
  case DiagramFormat::scxml: return rules::draw_scxml();
  case DiagramFormat::markdown: return rules::draw_markdown();
  }
  throw Error(ErrorCode::invalid_argument, "there is no such diagram format", "format");
}

}  // namespace gridcase
