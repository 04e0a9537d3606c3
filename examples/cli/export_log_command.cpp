// export-log: an event log for process mining.

#include "command.hpp"
#include "failure.hpp"
#include "documents.hpp"
#include "json.hpp"
#include "session.hpp"

#include <gridcase/event_log.hpp>

#include <memory>

namespace gridcase::cli {
namespace {

struct ExportLogOptions {
  std::string file, format, out, from, until, by;
};

LogCounts write(const ExportLogOptions& options, const Session& session, const CaseQuery& query) {
  const Actor actor = session.reader(options.by);
  const Engine& engine = session.engine;
  if (options.format == "ocel-sqlite") {
    return write_ocel_sqlite(options.out, engine, actor, query);
  }
  if (options.format == "ocel-json") return write_ocel_json(options.out, engine, actor, query);
  if (options.format == "xes") {
    return write_xes(options.out, engine, actor, query, session.names.zone());
  }
  throw Failure("unknown_word", "--format", {options.format, "ocel-sqlite, ocel-json, xes"});
}

int export_log(const ExportLogOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  CaseQuery query;
  const std::string& zone = session.names.zone();
  if (!options.from.empty()) query.reported_from = parse_time("--from", options.from, zone);
  if (!options.until.empty()) query.reported_until = parse_time("--until", options.until, zone);
  const LogCounts counts = write(options, session, query);
  if (output.json) {
    Json json;
    json.begin_object().field("format", options.format).field("cases", counts.cases);
    json.field("events", counts.events).field("objects", counts.objects);
    json.field("event_relations", counts.event_relations);
    json.field("object_relations", counts.object_relations);
    print_line(json.end_object().text());
  } else {
    print_line(output.say("log.written", counts.cases, counts.events, options.out));
  }
  return exit_ok;
}

}  // namespace

void add_export_log_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<ExportLogOptions>();
  Command(app, output, "export-log")
      .store_file(o->file)
      .option("--format", o->format, "ocel-sqlite|ocel-json|xes", Need::required)
      .option("--out", o->out, "PATH", Need::required)
      .option("--from", o->from, "TIME")
      .option("--until", o->until, "TIME")
      .actor(o->by, Need::optional)
      .run([o, &output] { return export_log(*o, output); });
}

}  // namespace gridcase::cli
