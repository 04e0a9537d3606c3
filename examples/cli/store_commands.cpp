// init, load, verify, export: a store as a whole.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "session.hpp"

#include <memory>

namespace gridcase::cli {
namespace {

// The first of them: a county without polygons has hundreds of the same kind.
void print_warnings(const Output& output, const Policy& policy) {
  constexpr std::size_t most = 10;
  std::size_t count = 0;
  for (const Fault& fault : validate(policy)) {
    if (fault.severity != Severity::warning) continue;
    if (++count <= most) print_error_line(fault_line(output, fault));
  }
  if (count > most) print_error_line(output.say("warnings.more", count - most));
}

struct InitOptions {
  std::string file, organization, policy, time, programmes, at, hash;
  std::vector<std::string> holidays, scoring, stars;
};

HashAlgorithm hash_of(const std::string& text) {
  if (text.empty() || text == "sha256") return HashAlgorithm::sha256;
  if (text == "sm3") return HashAlgorithm::sm3;
  throw Failure("unknown_word", "--hash", {text, "sha256, sm3"});
}

int init(const InitOptions& options, const Output& output) {
  if (options.organization.empty() == options.policy.empty()) {
    throw Failure("one_document", "--organization, --policy");
  }
  const Progress progress(output, "progress.init");
  const Policy policy = read_policy_files(
      {options.policy.empty() ? options.organization : options.policy, options.time,
       options.holidays, options.programmes, options.scoring, options.stars});
  EngineOptions engine_options;
  engine_options.hash = hash_of(options.hash);
  const std::string& zone = policy.organization.time_zone;
  const Instant now = options.at.empty() ? wall_clock() : parse_time("--at", options.at, zone);
  need_no_folder(options.file);
  const Engine engine = Engine::create(options.file, policy, engine_options, now);
  if (output.json) {
    Json json;
    json.begin_object().field("file", options.file).field("policy_version", 1);
    json.field("organization", policy.organization.code);
    json.field("units", policy.organization.units.size()).end_object();
    print_line(json.text());
  } else {
    print_warnings(output, policy);
    print_line(output.say("init.done", printable(options.file), printable(policy.organization.name),
                          policy.organization.units.size(), policy.organization.persons.size(),
                          policy.organization.categories.size()));
  }
  return exit_ok;
}

struct LoadOptions {
  std::string file, document, time, programmes, by, at;
  std::vector<std::string> holidays, scoring, stars;
};

int load(const LoadOptions& options, const Output& output) {
  const PolicyFiles files{options.document,   options.time,    options.holidays,
                          options.programmes, options.scoring, options.stars};
  const bool has_parts = !files.time.empty() || !files.holidays.empty() ||
                         !files.programmes.empty() || !files.scoring.empty() ||
                         !files.ratings.empty();
  if (files.document.empty() && !has_parts) throw Failure("missing", "DOC");
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const Policy policy = files.document.empty() ? with_policy_files(*session.engine.policy(), files)
                                               : read_policy_files(files);
  const std::int64_t version = session.engine.adopt(policy, actor, session.when(options.at));
  if (output.json) {
    print_line(Json().begin_object().field("policy_version", version).end_object().text());
  } else {
    print_warnings(output, policy);
    print_line(output.say("load.done", version));
  }
  return exit_ok;
}

std::string verification_json(const Verification& result) {
  Json json;
  json.begin_object().field("ok", result.ok());
  json.field("events", result.events).field("cases", result.cases).key("findings").begin_array();
  for (const Finding& finding : result.findings) {
    json.begin_object().field("code", finding.code).key("case_id");
    if (finding.case_id == CaseId::none) {
      json.null();
    } else {
      json.value(id_text(finding.case_id));
    }
    json.field("sequence", finding.sequence).field("message", finding.message).end_object();
  }
  return json.end_array().end_object().text();
}

int verify(const std::string& file, const Output& output) {
  const Verification result = [&] {
    const Progress progress(output, "progress.verify");
    return open_store(file, Access::read).verify();
  }();
  if (output.json) {
    print_line(verification_json(result));
    return result.ok() ? exit_ok : exit_refused;
  }
  for (const Finding& finding : result.findings) {
    print_line(printable(output.say("verify.finding", output.word("finding", finding.code),
                                    id_text(finding.case_id), finding.sequence, finding.message)));
  }
  const std::string_view key = result.ok() ? "verify.ok" : "verify.bad";
  print_line(output.paint(result.ok() ? Style::green : Style::red,
                          output.say(key, result.events, result.cases, result.findings.size())));
  return result.ok() ? exit_ok : exit_refused;
}

struct ExportOptions {
  std::string file, after, by;
};

// The form for people and for machines is the same here: JSON Lines.
int export_history(const ExportOptions& options, const Output& output) {
  constexpr std::int32_t page = 1000;
  std::int64_t after = options.after.empty() ? 0 : parse_integer("--after", options.after);
  if (after < 0) throw Failure("not_a_number", "--after", {options.after});
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  Progress progress(output, "progress.export");
  for (;;) {
    const std::vector<Event> events = session.engine.read_log(after, page, actor);
    if (events.empty()) return exit_ok;
    for (const Event& event : events)
      print_line(event_json(event, session.names.zone()));
    after = events.back().sequence;
    progress.advance(static_cast<std::int64_t>(events.size()));
  }
}

}  // namespace

void add_store_commands(CLI::App& app, Output& output) {
  auto init_options = std::make_shared<InitOptions>();
  Command(app, output, "init")
      .store_file(init_options->file)
      .option("--organization", init_options->organization, "DOC")
      .option("--policy", init_options->policy, "DOC")
      .option("--time", init_options->time, "DOC")
      .option("--programmes", init_options->programmes, "DOC")
      .option("--holidays", init_options->holidays, "DOC")
      .option("--scoring", init_options->scoring, "DOC")
      .option("--stars", init_options->stars, "DOC")
      .option("--hash", init_options->hash, "sha256|sm3")
      .time(init_options->at)
      .run([init_options, &output] { return init(*init_options, output); });

  auto load_options = std::make_shared<LoadOptions>();
  Command(app, output, "load")
      .store_file(load_options->file)
      .positional("DOC", load_options->document, Need::optional)
      .option("--time", load_options->time, "DOC")
      .option("--programmes", load_options->programmes, "DOC")
      .option("--holidays", load_options->holidays, "DOC")
      .option("--scoring", load_options->scoring, "DOC")
      .option("--stars", load_options->stars, "DOC")
      .actor(load_options->by)
      .time(load_options->at)
      .run([load_options, &output] { return load(*load_options, output); });

  auto file = std::make_shared<std::string>();
  Command(app, output, "verify").store_file(*file).run([file, &output] {
    return verify(*file, output);
  });

  auto export_options = std::make_shared<ExportOptions>();
  Command(app, output, "export")
      .store_file(export_options->file)
      .option("--after", export_options->after, "N")
      .actor(export_options->by, Need::optional)
      .run([export_options, &output] { return export_history(*export_options, output); });
}

}  // namespace gridcase::cli
