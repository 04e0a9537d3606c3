#include "command.hpp"
#include "failure.hpp"
#include "messages.hpp"

#include <gridcase/version.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <utility>

namespace gridcase::cli {
namespace {

std::string help_key(std::string_view group, std::string_view name) {
  std::string key = std::string(group) + ".";
  for (const char c : name.substr(name.rfind("--") == 0 ? 2 : 0)) {
    key += c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return key;
}

// An empty text would otherwise pass for an option that was not given.
void need_case(const std::string& name, const std::string& text) {
  if (text.find_first_not_of(" \t") == std::string::npos) throw Failure("case_empty", name);
}

// CLI11 says in English what does not fit; the part that names the argument is taken out of it.
Failure usage_failure(const CLI::ParseError& error, const CLI::App& app) {
  const std::string message = error.what();
  const std::string type = error.get_name();
  // Of a command this one bears the name of the command.
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::size_t colon = message.find(": ");
    return Failure("not_expected",
                   Subject{"", message.substr(colon == std::string::npos ? 0 : colon + 2)});
  }
  if (type == "RequiredError") {
    const std::size_t end = message.find(" is required");
    if (message.rfind("A subcommand", 0) != 0) return Failure("missing", message.substr(0, end));
    const std::vector<std::string> rest = app.remaining();
    return rest.empty() ? Failure("no_command", "")
                        : Failure("unknown_command", Subject{"COMMAND", rest.front()});
  }
  if (type == "ArgumentMismatch") {
    const bool many = message.find("At Most") != std::string::npos;
    return Failure(many ? "given_twice" : "value_missing", message.substr(0, message.find(':')));
  }
  return Failure("usage", "", {message});
}

// The language is needed before the arguments are read, since help is made of words.
Language chosen_language(int argc, char** argv) {
  Language language = language_of_environment();
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string_view value;
    if (argument == "--") break;
    if (argument.substr(0, 7) == "--lang=") {
      value = argument.substr(7);
    } else if (argument == "--lang" && i + 1 < argc) {
      value = argv[i + 1];
    }
    if (value == "zh") language = Language::zh;
    if (value == "en") language = Language::en;
  }
  return language;
}

void speak(CLI::App& app, const Output& output) {
  const auto formatter = app.get_formatter();
  for (const char* label : {"Usage", "OPTIONS", "Positionals", "SUBCOMMAND", "SUBCOMMANDS"}) {
    formatter->label(label, std::string(output.text(help_key("help", label))));
  }
  formatter->label("REQUIRED", "*");
  app.set_help_flag("-h,--help", std::string(output.text("option.help")));
  app.get_option("--help")->group(std::string(output.text("help.options")));
}

void add_global_options(CLI::App& app, Output& output) {
  // The value was taken by chosen_language; here it is only checked and described.
  app.add_option_function<std::string>(
         "--lang",
         [](const std::string& value) {
           if (value == "zh" || value == "en") return;
           throw Failure("not_a_language", "--lang", {value});
         },
         std::string(output.text("option.lang")))
      ->type_name("zh|en")
      ->group(std::string(output.text("help.options")));
  app.add_flag("--json", output.json, std::string(output.text("option.json")))
      ->group(std::string(output.text("help.options")));
  app.set_version_flag("--version", "gridcase " + std::string(version()),
                       std::string(output.text("option.version")))
      ->group(std::string(output.text("help.options")));
}

void add_commands(CLI::App& app, Output& output) {
  add_store_commands(app, output);
  add_export_log_command(app, output);
  add_write_command(app, output);
  add_read_command(app, output);
  add_case_commands(app, output);
  add_list_commands(app, output);
  add_search_commands(app, output);
  add_access_commands(app, output);
  add_bulk_commands(app, output);
  add_platform_commands(app, output);
  add_import_command(app, output);
  add_clock_commands(app, output);
  add_intake_commands(app, output);
  add_governing_commands(app, output);
  add_responding_commands(app, output);
  add_working_commands(app, output);
  add_measure_command(app, output);
  add_assess_commands(app, output);
  add_what_if_command(app, output);
  add_organization_commands(app, output);
  add_lifecycle_commands(app, output);
  add_play(app, output);
  add_replay(app, output);
}

int parse(CLI::App& app, int argc, char** argv, Output& output) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    print(app.help());
  } catch (const CLI::CallForVersion& version) {
    print_line(version.what());
  } catch (const CLI::ParseError& error) {
    throw usage_failure(error, app);
  }
  finish_output();
  return output.exit_code;
}

}  // namespace

Command::Command(CLI::App& parent, Output& output, const std::string& name)
    : app_(parent.add_subcommand(name, std::string(output.text(help_key("command", name))))),
      output_(&output), name_(name) {
  app_->fallthrough();
  app_->group(std::string(output.text("help.commands")));
  app_->get_option("--help")->group(std::string(output.text("help.options")));
}

std::string Command::describe(std::string_view group, std::string_view argument) const {
  const std::string own = help_key(help_key(group, name_), argument);
  return std::string(output_->text(has_text(own) ? own : help_key(group, argument)));
}

Command& Command::positional(const std::string& name, std::string& value, Need need) {
  CLI::Option* made = app_->add_option(name, value, describe("argument", name));
  made->type_name("")->required(need == Need::required);
  if (name == "CASE") made->each([name](const std::string& text) { need_case(name, text); });
  return *this;
}

Command& Command::positional(const std::string& name, std::vector<std::string>& values) {
  app_->add_option(name, values, describe("argument", name))->type_name("")->required();
  return *this;
}

Command& Command::option(const std::string& name, std::string& value, const std::string& type,
                         Need need) {
  CLI::Option* made = app_->add_option(name, value, describe("option", name));
  made->type_name(type)
      ->required(need == Need::required)
      ->group(std::string(output_->text("help.options")));
  const bool is_case = type == "CASE" || type == "NUMBER";
  if (is_case) made->each([name](const std::string& text) { need_case(name, text); });
  return *this;
}

Command& Command::option(const std::string& name, std::vector<std::string>& values,
                         const std::string& type) {
  app_->add_option(name, values, describe("option", name))
      ->type_name(type)
      ->allow_extra_args(false)
      ->group(std::string(output_->text("help.options")));
  return *this;
}

Command& Command::option(const std::string& name, std::pair<std::string, std::string>& values,
                         const std::string& type) {
  app_->add_option(name, values, describe("option", name))
      ->type_name(type)
      ->group(std::string(output_->text("help.options")));
  return *this;
}

Command& Command::flag(const std::string& name, bool& value) {
  app_->add_flag(name, value, describe("option", name))
      ->group(std::string(output_->text("help.options")));
  return *this;
}

void Command::run(std::function<int()> body) {
  app_->callback([output = output_, body = std::move(body)] { output->exit_code = body(); });
}

int run_program(int argc, char** argv) {
  Output output;
  try {
    output.language = chosen_language(argc, argv);
    look_around(output);
    CLI::App app(std::string(output.text("help.program")), "gridcase");
    speak(app, output);
    app.require_subcommand(1);
    app.footer(std::string(output.text("help.footer")));
    add_global_options(app, output);
    add_commands(app, output);
    return parse(app, argc, argv, output);
  } catch (...) {
    return report_failure(output);
  }
}

}  // namespace gridcase::cli
