#include "answers.hpp"

#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"

namespace gridcase::cli {
namespace {

int exit_of(Status status) {
  switch (status) {
  case Status::committed:
  case Status::duplicate: return exit_ok;
  case Status::refused:
  case Status::conflict: return exit_refused;
  case Status::busy:
  case Status::unknown: return exit_store;
  }
  return exit_internal;
}

std::string allowed_text(const Output& output, const std::vector<ActionKind>& allowed) {
  std::vector<std::string> words;
  for (const ActionKind kind : allowed) {
    const std::string_view stable = name(kind);
    words.push_back(output.say("action.listed", stable, output.word("action", stable)));
  }
  return joined(words, output.text("list.separator"));
}

}  // namespace

std::string refusal_text(const Output& output, const Refusal& refusal) {
  const std::string code(name(refusal.code));
  const std::string said = output.word("refusal", code);
  return refusal.field.empty()
             ? output.say("refusal.line", said, code, refusal.reason)
             : output.say("refusal.line_with_field", said, code, refusal.field, refusal.reason);
}

int print_answer(const Output& output, const Names& names, const Answer& answer,
                 const std::string& number) {
  if (output.json) {
    print_line(answer_json(answer));
    return exit_of(answer.status);
  }
  const std::string status = output.word("status", name(answer.status));
  if (answer.ok()) {
    print_line(printable(output.say("answer.done", status, number, names.state(answer.state),
                                    id_text(answer.case_id), answer.version)));
    return exit_ok;
  }
  print_error_line(printable(
      "gridcase: " + (answer.refusal
                          ? output.say("answer.no", status, refusal_text(output, *answer.refusal))
                          : status)));
  if (answer.refusal && !answer.refusal->allowed.empty()) {
    print_error_line("  " +
                     output.say("answer.allowed", allowed_text(output, answer.refusal->allowed)));
  }
  return exit_of(answer.status);
}

}  // namespace gridcase::cli
