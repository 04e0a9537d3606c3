#include <gridcase/error.hpp>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "rules/lifecycle_machine.hpp"
#include "rules/lifecycle_support.hpp"

using namespace lifecycle_test;

namespace {

constexpr std::array<DiagramFormat, 4> formats{DiagramFormat::dot, DiagramFormat::mermaid,
                                               DiagramFormat::scxml, DiagramFormat::markdown};

std::string label_of(const rules::Line& line) {
  const std::string action(name(line.action));
  return line.outcome == Outcome::only ? action : action + ' ' + std::string(name(line.outcome));
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Whether one line of the drawing holds all the parts.
bool has_line(const std::vector<std::string>& drawing, const std::vector<std::string>& parts) {
  return std::any_of(drawing.begin(), drawing.end(), [&parts](const std::string& line) {
    return std::all_of(parts.begin(), parts.end(),
                       [&line](const std::string& part) { return has(line, part); });
  });
}

template <typename Check> void for_each_line(Check check) {
  for (const auto& state : rules::machine_states()) {
    for (const auto& line : state.lines) {
      CAPTURE(state.name);
      CAPTURE(label_of(line));
      check(state, line);
    }
  }
}

// The value of an attribute in a line of XML; empty if it has none.
std::string attribute(const std::string& xml, const std::string& key) {
  const auto start = xml.find(' ' + key + "=\"");
  if (start == std::string::npos) {
    return {};
  }
  const auto value = start + key.size() + 3;
  return xml.substr(value, xml.find('"', value) - value);
}

rules::Line line_of(const std::string& transition) {
  rules::Line line;
  const auto event = attribute(transition, "event");
  const auto dot = event.find('.');
  line.action = action_from_name(event.substr(0, dot)).value();
  line.outcome =
      dot == std::string::npos ? Outcome::only : outcome_from_name(event.substr(dot + 1)).value();
  const auto target = attribute(transition, "target");
  const auto kind = attribute(transition, "gridcase:kind");
  line.to = target.empty() ? State::none : state_from_name(target).value();
  line.kind = !target.empty()  ? EdgeKind::go
              : kind.empty()   ? EdgeKind::stay
              : kind == "back" ? EdgeKind::back
                               : EdgeKind::cut;
  return line;
}

// Reads the states back out of the document; it has one tag a line.
std::vector<rules::MachineState> read_scxml(const std::string& text) {
  std::vector<rules::MachineState> states;
  std::vector<std::size_t> open;
  for (const auto& line : lines_of(text)) {
    if (has(line, "<state ")) {
      rules::MachineState state;
      state.name = attribute(line, "id");
      state.outer = open.empty() ? "" : states[open.back()].name;
      state.is_outer = !state_from_name(state.name).has_value();
      state.id = state_from_name(state.name).value_or(State::none);
      open.push_back(states.size());
      states.push_back(state);
    } else if (has(line, "</state>")) {
      REQUIRE_FALSE(open.empty());
      open.pop_back();
    } else if (has(line, "<transition ")) {
      REQUIRE_FALSE(open.empty());
      states[open.back()].lines.push_back(line_of(line));
    }
  }
  CHECK(open.empty());
  return states;
}

#if defined(__unix__)
// The exit status of a shell command that is fed the text.
int fed(const std::string& command, const std::string& text) {
  std::FILE* pipe = popen(command.c_str(), "w");
  if (pipe == nullptr) {
    return -1;
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), pipe) == text.size();
  const int status = pclose(pipe);
  return written ? status : -1;
}

bool installed(const std::string& program) {
  return fed("command -v " + program + " >/dev/null 2>&1", {}) == 0;
}
#endif

}  // namespace

TEST_CASE("lifecycle: drawings are the same at every call and end with a line break") {
  for (const auto format : formats) {
    const auto drawing = draw_lifecycle(format);
    CHECK(drawing == draw_lifecycle(format));
    CHECK(drawing.size() > 1000);
    CHECK(drawing.back() == '\n');
  }
  CHECK_THROWS_AS(draw_lifecycle(static_cast<DiagramFormat>(5)), Error);
}

TEST_CASE("lifecycle: every state appears in every drawing") {
  for (const auto format : formats) {
    const auto drawing = draw_lifecycle(format);
    for (const auto state : all_states()) {
      CHECK(has(drawing, std::string(name(state))));
    }
  }
}

TEST_CASE("lifecycle: the table of the documentation is the golden one") {
  const auto table = draw_lifecycle(DiagramFormat::markdown);
  CHECK(table == golden_or_update("lifecycle.md", table));
}

TEST_CASE("lifecycle: every line is in the Markdown table, in the row of its state") {
  const auto drawing = lines_of(draw_lifecycle(DiagramFormat::markdown));
  for_each_line([&drawing](const rules::MachineState& state, const rules::Line& line) {
    const std::string row = state.is_outer ? "| *" + state.name + "* |" : "| " + state.name + " |";
    std::vector<std::string> parts{row, label_of(line)};
    if (line.kind == EdgeKind::go) {
      parts.push_back(" → " + std::string(name(line.to)));
    }
    CHECK(has_line(drawing, parts));
  });
}

TEST_CASE("lifecycle: every line is in the Mermaid diagram") {
  const auto drawing = lines_of(draw_lifecycle(DiagramFormat::mermaid));
  CHECK(drawing.front() == "stateDiagram-v2");
  for_each_line([&drawing](const rules::MachineState& state, const rules::Line& line) {
    switch (line.kind) {
    case EdgeKind::go:
      CHECK(has_line(drawing, {"  " + state.name + " --> " + std::string(name(line.to)) + " : ",
                               label_of(line)}));
      break;
    case EdgeKind::back:
      CHECK(has_line(drawing, {"  " + state.name + " --> ", label_of(line)}));
      break;
    case EdgeKind::stay:
      CHECK(has_line(drawing, {"  " + state.name + " : stays with ", label_of(line)}));
      break;
    case EdgeKind::cut:
      CHECK(has_line(drawing, {"  " + state.name + " : no ", label_of(line)}));
      break;
    }
  });
}

TEST_CASE("lifecycle: the ways back in the Mermaid diagram are the ways in, turned round") {
  const auto drawing = lines_of(draw_lifecycle(DiagramFormat::mermaid));
  for (const auto* memory : {"suspended", "closed", "merged"}) {
    const auto ways = [&drawing](const std::string& part) {
      return std::count_if(drawing.begin(), drawing.end(),
                           [&part](const std::string& line) { return has(line, part); });
    };
    CHECK(ways(std::string(" --> ") + memory + " : ") ==
          ways(std::string("  ") + memory + " --> "));
  }
}

TEST_CASE("lifecycle: every line is in the DOT graph, as an arrow or as text in its box") {
  const auto drawing = lines_of(draw_lifecycle(DiagramFormat::dot));
  for_each_line([&drawing](const rules::MachineState& state, const rules::Line& line) {
    const auto label = label_of(line);
    const std::string to(name(line.to));
    if (line.kind != EdgeKind::go) {
      CHECK(has_line(drawing, {state.name, label}));
      return;
    }
    const bool is_text = has_line(drawing, {state.name, label, "&rarr; " + to + "<"});
    // The tail of an arrow of a whole tier is its row; one within the row starts at its triage.
    const bool is_tier = has(state.name, "at_");
    const auto tail = is_tier ? state.name.substr(3) + "_triage" : state.name;
    const bool is_arrow = has_line(drawing, {'"' + tail + '"', " -> ", '"' + to + '"', label});
    CHECK((is_text || is_arrow));
  });
}

TEST_CASE("lifecycle: the DOT graph is drawn as three rows and one vertical") {
  const auto drawing = draw_lifecycle(DiagramFormat::dot);
  std::size_t last = 0;
  for (const auto* tier : {"county", "township", "village"}) {
    const auto row = drawing.find(std::string("subgraph \"cluster_at_") + tier);
    REQUIRE(row != std::string::npos);
    CHECK(row > last);
    last = row;
    std::string phases;
    for (auto number = 1U; number <= 9; ++number) {
      phases += (number == 1 ? "\"" : " -> \"") + std::string(tier) + '_' +
                std::string(name(static_cast<Phase>(number))) + '"';
    }
    CHECK(has(drawing, phases));
  }
  const auto lines = lines_of(drawing);
  std::size_t strokes = 0;
  for (const auto& line : lines) {
    if (has(line, "penwidth")) {
      ++strokes;
      CHECK((has(line, "escalate") || has(line, "hand_down")));
    }
  }
  CHECK(strokes == 4);  // up and down between three rows
}

TEST_CASE("lifecycle: the DOT graph is well-formed") {
  const auto drawing = draw_lifecycle(DiagramFormat::dot);
  CHECK(std::count(drawing.begin(), drawing.end(), '{') ==
        std::count(drawing.begin(), drawing.end(), '}'));
  CHECK(std::count(drawing.begin(), drawing.end(), '[') ==
        std::count(drawing.begin(), drawing.end(), ']'));
  CHECK(std::count(drawing.begin(), drawing.end(), '"') % 2 == 0);
#if defined(__unix__)
  if (installed("dot")) {
    CHECK(fed("test -z \"$(dot -Tsvg -o /dev/null 2>&1)\"", drawing) == 0);  // no warning either
    CHECK(fed("dot -Tsvg -o /dev/null 2>/dev/null", drawing + "}") != 0);
  }
#endif
}

TEST_CASE("lifecycle: the SCXML document read back gives the very edges") {
  const auto states = read_scxml(draw_lifecycle(DiagramFormat::scxml));
  CHECK(states.size() == rules::machine_states().size());
  const auto read = rules::resolve(states);
  REQUIRE(read.size() == edges().size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    CHECK(text_of(read[i]) == text_of(edges()[i]));
  }
}

TEST_CASE("lifecycle: the SCXML document is well-formed XML") {
  const auto drawing = draw_lifecycle(DiagramFormat::scxml);
  CHECK(has(drawing, "xmlns=\"http://www.w3.org/2005/07/scxml\""));
#if defined(__unix__)
  if (installed("python3")) {
    const std::string parse =
        "python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.stdin.buffer)' "
        "2>/dev/null";
    CHECK(fed(parse, drawing) == 0);
    CHECK(fed(parse, drawing + "</scxml>") != 0);
  }
#endif
}
