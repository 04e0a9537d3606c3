// mode, task-force: acts of command that change the policy.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "session.hpp"

#include <memory>

namespace gridcase::cli {
namespace {

void print_version(const Output& output, const std::string& done, std::int64_t version) {
  if (output.json) {
    print_line(Json().begin_object().field("policy_version", version).end_object().text());
    return;
  }
  print_line(printable(done));
  print_line(output.say("load.done", version));
}

struct ModeOptions {
  std::string file, unit, mode, reason, by, at;
};

int mode(const ModeOptions& options, const Output& output) {
  const auto mode = operating_mode_from_name(options.mode);
  if (!mode) throw Failure("unknown_word", "MODE", {options.mode, "normal, emergency"});
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const std::int64_t version = session.engine.switch_mode(options.unit, *mode, options.reason,
                                                          actor, session.when(options.at));
  print_version(output,
                output.say("mode.done", session.names.unit_with_code(options.unit),
                           output.word("mode", options.mode)),
                version);
  return exit_ok;
}

struct TaskForceOptions {
  std::string step, file, code, name, parent, by, at;
  std::vector<std::string> members, capabilities;
};

Unit task_force(const TaskForceOptions& options) {
  Unit unit;
  unit.kind = UnitKind::task_force;
  unit.code = options.code;
  unit.name = options.name;
  unit.parent = options.parent;
  unit.members = options.members;
  unit.capabilities = options.capabilities;
  return unit;
}

int form(const TaskForceOptions& options, const Output& output) {
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const std::int64_t version =
      session.engine.form_task_force(task_force(options), actor, session.when(options.at));
  const std::string& named = options.name.empty() ? options.code : options.name;
  print_version(output, output.say("force.formed", named, options.members.size()), version);
  return exit_ok;
}

int dissolve(const TaskForceOptions& options, const Output& output) {
  if (!options.members.empty()) throw Failure("not_expected", "--member");
  if (!options.capabilities.empty()) throw Failure("not_expected", "--capability");
  if (!options.name.empty()) throw Failure("not_expected", "--name");
  if (!options.parent.empty()) throw Failure("not_expected", "--parent");
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const std::int64_t version =
      session.engine.dissolve_task_force(options.code, actor, session.when(options.at));
  const Directory directory = session.engine.directory();
  const Unit& unit = *directory.unit(options.code);
  print_version(output,
                output.say("force.dissolved", session.names.unit_with_code(options.code),
                           format_date(*unit.valid_until)),
                version);
  return exit_ok;
}

int form_or_dissolve(const TaskForceOptions& options, const Output& output) {
  if (options.step == "form") return form(options, output);
  if (options.step == "dissolve") return dissolve(options, output);
  throw Failure("unknown_word", "STEP", {options.step, "form, dissolve"});
}

}  // namespace

void add_governing_commands(CLI::App& app, Output& output) {
  auto m = std::make_shared<ModeOptions>();
  Command(app, output, "mode")
      .store_file(m->file)
      .positional("UNIT", m->unit)
      .positional("MODE", m->mode)
      .option("--reason", m->reason, "CODE", Need::required)
      .actor(m->by)
      .time(m->at)
      .run([m, &output] { return mode(*m, output); });

  auto t = std::make_shared<TaskForceOptions>();
  Command(app, output, "task-force")
      .positional("STEP", t->step)
      .store_file(t->file)
      .positional("CODE", t->code)
      .option("--name", t->name, "TEXT")
      .option("--member", t->members, "UNIT")
      .option("--parent", t->parent, "UNIT")
      .option("--capability", t->capabilities, "WORD")
      .actor(t->by)
      .time(t->at)
      .run([t, &output] { return form_or_dissolve(*t, output); });
}

}  // namespace gridcase::cli
