// diagram, actions: the lifecycle and the vocabulary, without a store.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"

#include <gridcase/engine.hpp>

#include <memory>

namespace gridcase::cli {
namespace {

DiagramFormat format_of(const std::string& text) {
  if (text == "dot") return DiagramFormat::dot;
  if (text == "mermaid") return DiagramFormat::mermaid;
  if (text == "scxml") return DiagramFormat::scxml;
  if (text == "markdown") return DiagramFormat::markdown;
  throw Failure("unknown_word", "--format", {text, "dot, mermaid, scxml, markdown"});
}

int diagram(const std::string& format, const Output& output) {
  const std::string drawn = draw_lifecycle(format_of(format));
  if (output.json) {
    print_line(
        Json().begin_object().field("format", format).field("text", drawn).end_object().text());
  } else {
    print(drawn);
    if (drawn.empty() || drawn.back() != '\n') print("\n");
  }
  return exit_ok;
}

int actions(const Output& output) {
  const std::vector<Allowed> catalogue = action_catalogue();
  if (output.json) {
    Json json;
    json.begin_array();
    for (const Allowed& one : catalogue) {
      json.begin_object().field("action", name(one.action)).field("required", one.required);
      json.field("optional", one.optional).end_object();
    }
    print_line(json.end_array().text());
    return exit_ok;
  }
  Table table({{std::string(output.text("column.action")), false, 0, Style::bold},
               {std::string(output.text("column.meaning"))},
               {std::string(output.text("column.required"))},
               {std::string(output.text("column.optional"))}});
  for (const Allowed& one : catalogue) {
    const std::string stable(name(one.action));
    table.add({stable, output.word("action", stable), joined(one.required, " "),
               joined(one.optional, " ")});
  }
  print(table.text(output.colour));
  return exit_ok;
}

}  // namespace

void add_lifecycle_commands(CLI::App& app, Output& output) {
  auto format = std::make_shared<std::string>();
  Command(app, output, "diagram")
      .option("--format", *format, "dot|mermaid|scxml|markdown", Need::required)
      .run([format, &output] { return diagram(*format, output); });
  Command(app, output, "actions").run([&output] { return actions(output); });
}

}  // namespace gridcase::cli
