#pragma once
// How commands register. Each group of commands is one file with one add_ function, listed at the
// end; command.cpp is the only file that knows CLI11's templates.
//
//     struct Options { std::string file; bool all = false; };
//     void add_count(CLI::App& app, Output& output) {
//       auto options = std::make_shared<Options>();
//       Command command(app, output, "count");           // "command.count" says what it does
//       command.positional("FILE", options->file);        // "argument.file"
//       command.flag("--all", options->all);              // "option.all"
//       command.run([options, &output] { return count(*options, output); });  // exit code
//     }

#include "output.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace gridcase::cli {

enum class Need { optional, required };

class Command {
public:
  Command(CLI::App& parent, Output& output, const std::string& name);

  // What is typed in this place. Values must live as long as the program runs.
  Command& positional(const std::string& name, std::string& value, Need need = Need::required);
  Command& positional(const std::string& name, std::vector<std::string>& values);
  // "--name TYPE"; one with a list may be given several times.
  Command& option(const std::string& name, std::string& value, const std::string& type,
                  Need need = Need::optional);
  Command& option(const std::string& name, std::vector<std::string>& values,
                  const std::string& type);
  // "--name TYPE TYPE": two values that go together.
  Command& option(const std::string& name, std::pair<std::string, std::string>& values,
                  const std::string& type);
  Command& flag(const std::string& name, bool& value);

  // What several commands share.
  Command& store_file(std::string& value) { return positional("FILE", value); }
  Command& actor(std::string& value, Need need = Need::required) {
    return option("--by", value, "UNIT[/PERSON[/POST]]", need);
  }
  Command& time(std::string& value) { return option("--at", value, "TIME"); }

  // What it does; returns the exit code. Exceptions are reported by the caller.
  void run(std::function<int()> body);

private:
  // "option.list.after" before "option.after": the same option may mean different things.
  std::string describe(std::string_view group, std::string_view argument) const;

  CLI::App* app_;
  Output* output_;
  std::string name_;
};

// The whole program: reads the arguments, runs one command, reports what went wrong.
int run_program(int argc, char** argv);

void add_store_commands(CLI::App& app, Output& output);      // init, load, verify, export
void add_export_log_command(CLI::App& app, Output& output);  // export-log
void add_write_command(CLI::App& app, Output& output);       // write
void add_read_command(CLI::App& app, Output& output);        // read
void add_case_commands(CLI::App& app, Output& output);       // report, act, show
void add_list_commands(CLI::App& app, Output& output);       // list, board
void add_search_commands(CLI::App& app, Output& output);     // search, duplicates
void add_access_commands(CLI::App& app, Output& output);     // may, reveal, access-log, duty
void add_bulk_commands(CLI::App& app, Output& output);       // bulk
void add_clock_commands(CLI::App& app, Output& output);  // clocks, explain, tick, holidays, time
void add_governing_commands(CLI::App& app, Output& output);   // mode, task-force
void add_responding_commands(CLI::App& app, Output& output);  // responders, propose, figures
void add_intake_commands(CLI::App& app,
                         Output& output);  // intake, way, alert, public-code, public-view
void add_measure_command(CLI::App& app, Output& output);  // measure
void add_assess_commands(CLI::App& app, Output& output);  // assess, stars
void add_what_if_command(CLI::App& app, Output& output);  // what-if
void add_working_commands(CLI::App& app,
                          Output& output);  // patrol, roll-up, providers, allocate, ratings
void add_platform_commands(CLI::App& app, Output& output);  // outbox, acknowledge, receive
void add_import_command(CLI::App& app, Output& output);     // import
void add_organization_commands(CLI::App& app,
                               Output& output);              // locate, route, responsible, assets
void add_lifecycle_commands(CLI::App& app, Output& output);  // diagram, actions
void add_play(CLI::App& app, Output& output);                // play
void add_replay(CLI::App& app, Output& output);              // replay

}  // namespace gridcase::cli
