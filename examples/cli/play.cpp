// play: runs scripts and checks what they expect.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "player.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>

namespace gridcase::cli {
namespace {

namespace fs = std::filesystem;

struct PlayOptions {
  std::vector<std::string> scripts;
  std::string store, organization;
};

// A folder of its own that is gone at the end, whatever happens.
class TemporaryFolder {
public:
  TemporaryFolder() {
    path_ = (fs::temp_directory_path() / "gridcase-play-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr)
      throw Failure("temporary", Subject{"TMPDIR", path_}, {}, exit_store);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string file() const { return (fs::path(path_) / "play.gridcase").string(); }

private:
  std::string path_;
};

// The same bytes at every run, so that a play prints the same history with the same hashes.
void make_repeatable(EngineOptions& options) {
  options.durability = Durability::relaxed;
  options.entropy = [random = std::make_shared<std::mt19937_64>(20180316)](std::uint8_t* out,
                                                                           std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      out[i] = static_cast<std::uint8_t>((*random)() >> 56);
  };
}

Policy policy_of(const Script& script, const PlayOptions& options) {
  const std::string& file =
      options.organization.empty() ? script.organization : options.organization;
  if (file.empty()) throw Failure("no_organization", "--organization");
  Policy policy = read_policy_files(
      {file, script.time, script.holidays, script.programmes, script.scoring, script.ratings});
  if (!script.rules.empty()) {
    policy.rules = read_policy("{\"name\":\"\",\"rules\":" + script.rules +
                               ",\"organization\":" + write_organization(policy.organization) + "}")
                       .rules;
  }
  return policy;
}

Instant beginning(const Script& script) {
  for (const ScriptLine& line : script.lines) {
    if (line.at) return *line.at;
  }
  return wall_clock();
}

// The zone of civil times in a script that names none.
std::string default_zone(const PlayOptions& options, const std::string& organization) {
  if (!options.store.empty() && fs::exists(options.store)) {
    return open_store(options.store, Access::read).directory().organization().time_zone;
  }
  const std::string& file = options.organization.empty() ? organization : options.organization;
  if (file.empty()) throw Failure("no_organization", "--organization");
  return read_policy_file(file).organization.time_zone;
}

void print_mismatches(const Output& output, const Script& script, const Player& player) {
  for (const Mismatch& mismatch : player.mismatches()) {
    print_line(output.paint(
        Style::red, printable(output.say("play.mismatch", script.file, mismatch.line, mismatch.what,
                                         mismatch.expected, mismatch.found))));
  }
}

void print_cases(const Output& output, const Session& session, const Player& player) {
  const Actor viewer = session.reader("");
  for (const Player::CaseOfPlay& one : player.cases()) {
    const auto whole = one.shown ? session.engine.get(one.id, viewer) : std::nullopt;
    if (!whole) continue;
    print("\n" + case_heading(output, session.names, *whole));
    print(timeline(output, session.names, *whole, session.engine.history(one.id, viewer),
                   player.invented()));
  }
}

void print_county(const Output& output, const Session& session, const Player& player) {
  const std::vector<Event> log = player.county_log();
  if (log.empty()) return;
  print_line("\n" + output.paint(Style::bold, output.text("play.county")));
  print(county_timeline(output, session.names, log, player.invented()));
}

std::string play_json(const Script& script, const Session& session, const Player& player) {
  Json json;
  json.begin_object().field("play", script.name).field("file", script.file);
  json.field("ok", player.mismatches().empty()).field("steps", player.steps());
  json.field("checks", player.checks()).key("failures").begin_array();
  for (const Mismatch& m : player.mismatches()) {
    json.begin_object().field("line", m.line).field("what", m.what);
    json.field("expected", m.expected).field("found", m.found).end_object();
  }
  json.end_array().key("cases").begin_array();
  const Actor viewer = session.reader("");
  for (const Player::CaseOfPlay& one : player.cases()) {
    const auto whole = session.engine.get(one.id, viewer);
    if (!whole) continue;
    json.begin_object().field("name", one.name);
    json.key("case").raw(case_json(*whole, session.names.zone())).key("history").begin_array();
    for (const Event& event : session.engine.history(one.id, viewer)) {
      json.raw(event_json(event, session.names.zone()));
    }
    json.end_array().end_object();
  }
  json.end_array().key("county").begin_array();
  for (const Event& event : player.county_log())
    json.raw(event_json(event, session.names.zone()));
  json.end_array().key("invented").begin_object();
  for (const auto& [sequence, words] : player.invented())
    json.field(std::to_string(sequence), words);
  return json.end_object().end_object().text();
}

void print_play(const Output& output, const Script& script, const Session& session,
                const Player& player) {
  const std::string title = localized(&script.title, output.language);
  print_line(output.paint(Style::bold, printable(output.say("play.title", script.name, title))));
  print_mismatches(output, script, player);
  print_cases(output, session, player);
  print_county(output, session, player);
  const bool ok = player.mismatches().empty();
  const std::string_view key = ok ? "play.ok" : "play.failed";
  print_line("\n" + output.paint(ok ? Style::green : Style::red,
                                 output.say(key, script.name, player.steps(), player.checks(),
                                            player.mismatches().size())));
}

// True when everything was as expected.
bool perform(const Script& script, Session& session, const Output& output) {
  Player player(script, session, output.language);
  {
    Progress progress(output, "progress.play");
    player.run(progress);
  }
  if (output.json) {
    print_line(play_json(script, session, player));
  } else {
    print_play(output, script, session, player);
  }
  return player.mismatches().empty();
}

bool play_one(const std::string& file, const PlayOptions& options, const Output& output) {
  const Script script = read_script(file, [&options](const std::string& organization) {
    return default_zone(options, organization);
  });
  if (!options.store.empty() && fs::exists(options.store)) {
    Session session(output, options.store, Access::write);
    return perform(script, session, output);
  }
  EngineOptions engine_options;
  std::optional<TemporaryFolder> folder;  // goes after the session in it
  if (options.store.empty()) {
    folder.emplace();
    make_repeatable(engine_options);
  }
  const std::string store = folder ? folder->file() : options.store;
  Session session(
      output, Engine::create(store, policy_of(script, options), engine_options, beginning(script)));
  return perform(script, session, output);
}

int play(const PlayOptions& options, const Output& output) {
  bool ok = true;
  bool first = true;
  for (const std::string& file : options.scripts) {
    if (!first && !output.json) print("\n");
    first = false;
    ok = play_one(file, options, output) && ok;
  }
  return ok ? exit_ok : exit_refused;
}

}  // namespace

void add_play(CLI::App& app, Output& output) {
  auto options = std::make_shared<PlayOptions>();
  Command(app, output, "play")
      .positional("SCRIPT", options->scripts)
      .option("--store", options->store, "FILE")
      .option("--organization", options->organization, "DOC")
      .run([options, &output] { return play(*options, output); });
}

}  // namespace gridcase::cli
