// report, act, show: one case.

#include "answers.hpp"
#include "case_text.hpp"
#include "clock_forms.hpp"
#include "clock_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "fields.hpp"
#include "forms.hpp"
#include "report_page.hpp"
#include "session.hpp"
#include "timeline.hpp"

#include <memory>

namespace gridcase::cli {
namespace {

struct ActOptions {
  std::string file, kind, case_text, by, at, action;
  FieldValues fields;
  PageOptions page;  // of `report`
};

// The number for people; the id where the actor may not see the case any more.
std::string number_of(const Session& session, CaseId id, const Actor& actor) {
  const auto found = session.engine.get(id, actor);
  return found ? found->number : id_text(id);
}

int submit(const ActOptions& options, Action action, const Output& output) {
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const Instant now = session.when(options.at);
  if (!options.case_text.empty())
    action.case_id = session.find_case(options.case_text, actor, "--case");
  options.fields.apply(action, session, actor, now);
  const Answer answer = session.engine.submit(action, actor, now);
  const bool known = answer.ok() && answer.case_id != CaseId::none && !output.json;
  return print_answer(output, session.names, answer,
                      known ? number_of(session, answer.case_id, actor) : std::string());
}

// The same word for both in the field: a case is reported, and so is on a month of them (上报,
// 报表).
int report(const ActOptions& options, const Output& output) {
  if (!options.page.period.empty()) {
    PageOptions page = options.page;
    page.file = options.file;
    page.by = options.by;
    page.at = options.at;
    return write_report(page, output);
  }
  if (!options.page.out.empty()) throw Failure("missing", "--period");
  if (options.by.empty()) throw Failure("missing", "--by");
  Action action;
  action.kind = ActionKind::report;
  return submit(options, action, output);
}

int act(const ActOptions& options, const Output& output) {
  if (options.kind.empty() && options.action.empty()) throw Failure("missing", "KIND");
  Action action;
  if (!options.action.empty()) action = read_action(options.action);
  if (!options.kind.empty()) {
    const auto kind = action_from_name(options.kind);
    if (!kind) throw Failure("unknown_action", Subject{"KIND", options.kind});
    if (!options.action.empty() && action.kind != *kind) throw Failure("given_twice", "KIND");
    action.kind = *kind;
  }
  return submit(options, action, output);
}

struct ShowOptions {
  std::string file, case_text, by, at;
};

void print_allowed(const Output& output, const std::vector<Allowed>& allowed) {
  if (allowed.empty()) return;
  std::vector<std::string> words;
  for (const Allowed& one : allowed) {
    words.push_back(
        output.say("action.listed", name(one.action), output.word("action", name(one.action))));
  }
  print_line(output.say("show.allowed", joined(words, output.text("list.separator"))));
}

int show(const ShowOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const auto whole = session.engine.get(id, actor);
  if (!whole) throw Failure("case_missing", Subject{"CASE", options.case_text}, {}, exit_refused);
  const std::vector<Event> history = session.engine.history(id, actor);
  const std::vector<Allowed> allowed = session.engine.allowed(id, actor, whole->last_happened);
  const auto clocks = session.engine.clocks(id, actor, session.when(options.at));
  if (output.json) {
    Json json;
    json.begin_object().key("case").raw(case_json(*whole, session.names.zone()));
    json.key("history").begin_array();
    for (const Event& event : history)
      json.raw(event_json(event, session.names.zone()));
    json.end_array().key("clocks").raw(views_json(clocks, session.names.zone()));
    json.key("allowed").begin_array();
    for (const Allowed& one : allowed)
      json.value(name(one.action));
    print_line(json.end_array().end_object().text());
    return exit_ok;
  }
  print(case_heading(output, session.names, *whole));
  print(case_details(output, session.names, *session.engine.policy(), *whole));
  const std::string clock_lines =
      clocks_text(output, session.names, clocks, session.engine.policy()->time);
  if (!clock_lines.empty()) print("\n" + clock_lines);
  print("\n" + timeline(output, session.names, *whole, history));
  print_allowed(output, allowed);
  return exit_ok;
}

}  // namespace

void add_case_commands(CLI::App& app, Output& output) {
  auto report_options = std::make_shared<ActOptions>();
  Command report_command(app, output, "report");
  report_command.store_file(report_options->file)
      .actor(report_options->by, Need::optional)
      .time(report_options->at);
  report_options->fields.add_report_options(report_command);
  add_page_options(report_command, report_options->page);
  report_command.run([report_options, &output] { return report(*report_options, output); });

  auto act_options = std::make_shared<ActOptions>();
  Command act_command(app, output, "act");
  act_command.store_file(act_options->file)
      .positional("KIND", act_options->kind, Need::optional)
      .option("--case", act_options->case_text, "CASE")
      .actor(act_options->by)
      .time(act_options->at)
      .option("--action", act_options->action, "JSON");
  act_options->fields.add_all_options(act_command);
  act_command.run([act_options, &output] { return act(*act_options, output); });

  auto show_options = std::make_shared<ShowOptions>();
  Command(app, output, "show")
      .store_file(show_options->file)
      .positional("CASE", show_options->case_text)
      .actor(show_options->by, Need::optional)
      .time(show_options->at)
      .run([show_options, &output] { return show(*show_options, output); });
}

}  // namespace gridcase::cli
