// write: what is in a store, as a file that other systems read.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "new_file.hpp"
#include "session.hpp"

#include <gridcase/cap.hpp>
#include <gridcase/csv.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/open311.hpp>

#include <memory>

namespace gridcase::cli {
namespace {

struct WriteOptions {
  std::string file, format, out, from, until, by, at, encoding, kind, table, case_text, mapping;
  bool force = false, spreadsheet = false;
};

// What every writer needs.
struct Writing {
  const WriteOptions& options;
  const Session& session;
  CaseQuery query;
  Actor actor;
};

using Writer = std::int64_t (*)(std::ostream&, const Writing&);

CsvOutput csv_output(const WriteOptions& options) {
  CsvOutput output;
  output.spreadsheet_safe = options.spreadsheet;
  if (options.encoding.empty() || options.encoding == "utf-8") return output;
  if (options.encoding == "utf-8-bom") {
    output.byte_order_mark = true;
  } else if (options.encoding == "gb18030") {
    output.encoding = TextEncoding::gb18030;
  } else {
    throw Failure("unknown_word", "--encoding", {options.encoding, "utf-8, utf-8-bom, gb18030"});
  }
  return output;
}

std::int64_t write_table(std::ostream& out, const Writing& it) {
  return write_cases_csv(out, it.session.engine, it.query, it.actor, csv_output(it.options));
}

std::int64_t write_places(std::ostream& out, const Writing& it) {
  return write_cases_geojson(out, it.session.engine, it.query, it.actor);
}

std::int64_t write_ground(std::ostream& out, const Writing& it) {
  const Organization& organization = it.session.names.directory().organization();
  if (it.options.kind == "all") return write_units_geojson(out, organization, std::nullopt);
  const auto kind = it.options.kind.empty() ? std::optional(UnitKind::grid)
                                            : unit_kind_from_name(it.options.kind);
  if (!kind) throw Failure("unknown_unit_kind", Subject{"--kind", it.options.kind});
  return write_units_geojson(out, organization, kind);
}

template <Open311Format format> std::int64_t write_requests(std::ostream& out, const Writing& it) {
  return write_open311_cases(out, format, it.session.engine, it.query, it.actor);
}

template <Open311Format format> std::int64_t write_services(std::ostream& out, const Writing& it) {
  const auto services = open311_services(it.session.names.directory());
  write_open311_services(out, services, format);
  return static_cast<std::int64_t>(services.size());
}

const HolidayTable& table_of(const Policy& policy, const std::string& code) {
  const auto& tables = policy.time.holidays;
  if (code.empty() && tables.size() == 1) return tables.front();
  std::vector<std::string> codes;
  for (const HolidayTable& table : tables) {
    if (table.code == code) return table;
    codes.push_back(table.code);
  }
  throw Failure("no_table", "--table", {joined(codes)});
}

std::int64_t write_holidays_calendar(std::ostream& out, const Writing& it) {
  const auto policy = it.session.engine.policy();
  const HolidayTable& table = table_of(*policy, it.options.table);
  write_holidays_icalendar(out, table, it.session.when(it.options.at));
  return static_cast<std::int64_t>(table.days.size());
}

std::int64_t write_message(std::ostream& out, const Writing& it) {
  if (it.options.case_text.empty()) throw Failure("missing", "--case");
  if (it.options.mapping.empty()) throw Failure("missing", "--mapping");
  const CapMapping mapping = read_cap_mapping(read_text(it.options.mapping, "--mapping"));
  const CaseId id = it.session.find_case(it.options.case_text, it.actor, "--case");
  const auto alert = it.session.engine.get(id, it.actor);
  if (alert->nature != Nature::alert) {
    throw Failure("no_alert", Subject{"--case", it.options.case_text});
  }
  write_cap(out, to_cap(*alert, *it.session.engine.policy(), mapping));
  return 1;
}

struct Format {
  const char* name;
  Writer write;
};

constexpr Format formats[] = {
    {"cases-csv", write_table},
    {"cases-geojson", write_places},
    {"units-geojson", write_ground},
    {"open311-json", write_requests<Open311Format::json>},
    {"open311-xml", write_requests<Open311Format::xml>},
    {"open311-services-json", write_services<Open311Format::json>},
    {"open311-services-xml", write_services<Open311Format::xml>},
    {"holidays-ics", write_holidays_calendar},
    {"cap", write_message},
};

const Format& format_of(const std::string& name) {
  std::vector<std::string> names;
  for (const Format& format : formats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  throw Failure("unknown_word", "--format", {name, joined(names)});
}

int write(const WriteOptions& options, const Output& output) {
  const Format& format = format_of(options.format);
  const Session session(output, options.file, Access::read);
  const std::string& zone = session.names.zone();
  Writing writing{options, session, {}, session.reader(options.by)};
  if (!options.from.empty()) writing.query.reported_from = parse_time("--from", options.from, zone);
  if (!options.until.empty())
    writing.query.reported_until = parse_time("--until", options.until, zone);
  NewFile file(options.out, options.force);
  const std::int64_t count = format.write(file.out(), writing);
  file.publish();
  if (output.json) {
    print_line(Json()
                   .begin_object()
                   .field("format", options.format)
                   .field("out", options.out)
                   .field("written", count)
                   .end_object()
                   .text());
  } else {
    print_line(output.say("exchange.written", count, options.out));
  }
  return exit_ok;
}

}  // namespace

void add_write_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<WriteOptions>();
  Command(app, output, "write")
      .store_file(o->file)
      .option("--format", o->format, "FORMAT", Need::required)
      .option("--out", o->out, "PATH", Need::required)
      .flag("--force", o->force)
      .option("--from", o->from, "TIME")
      .option("--until", o->until, "TIME")
      .option("--encoding", o->encoding, "utf-8|utf-8-bom|gb18030")
      .flag("--spreadsheet", o->spreadsheet)
      .option("--kind", o->kind, "KIND")
      .option("--table", o->table, "CODE")
      .option("--case", o->case_text, "CASE")
      .option("--mapping", o->mapping, "DOC")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return write(*o, output); });
}

}  // namespace gridcase::cli
