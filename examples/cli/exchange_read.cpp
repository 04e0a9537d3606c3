// read: files of other systems. Requests and rows become reports, messages alerts; calendars and
// ground are printed as the part of a document they are.

#include "command.hpp"
#include "documents.hpp"
#include "exchange_intake.hpp"
#include "failure.hpp"
#include "json.hpp"

#include <gridcase/cap.hpp>
#include <gridcase/csv.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/open311.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>

namespace gridcase::cli {
namespace {

struct ReadOptions {
  std::string file, input, format, by, at, mapping, encoding, system, kind, above, code, working;
  bool keep_times = false;
};

// A file, or standard input for "-".
class Input {
public:
  explicit Input(const std::string& path) {
    if (path == "-") return;
    const Subject subject{"INPUT", path};
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) throw Failure("file_missing", subject);
    if (std::filesystem::is_directory(path, ignored)) throw Failure("file_is_folder", subject);
    file_.open(path, std::ios::binary);
    if (!file_) throw Failure("file_unreadable", subject, {"open"});
  }
  std::istream& stream() { return file_.is_open() ? static_cast<std::istream&>(file_) : std::cin; }

private:
  std::ifstream file_;
};

// ---- into a store ------------------------------------------------------------------------------

// Reads with `body`; what was read before a fault is entered and counted all the same.
template <typename Body>
int enter(const ReadOptions& options, const Output& output, const Body& body) {
  if (options.by.empty()) throw Failure("missing", "--by");
  const Actor actor = parse_actor("--by", options.by);
  Input input(options.input);
  Session session(output, options.file, Access::write);
  Intake intake(output, session, actor, session.when(options.at));
  try {
    body(input.stream(), session, intake);
  } catch (...) {
    intake.flush();
    print_tally(output, options.format, intake.tally());
    throw;
  }
  intake.flush();
  return print_tally(output, options.format, intake.tally());
}

std::string mapping_text(const ReadOptions& options) {
  if (options.mapping.empty()) throw Failure("missing", "--mapping");
  return read_text(options.mapping, "--mapping");
}

Ending ending_of(const Open311Request& request, const Open311Mapping& mapping) {
  if (!request.closed) return {};
  return
      [request, &mapping](const CaseSummary& found) { return to_answer(request, mapping, found); };
}

int read_requests(const ReadOptions& options, const Output& output, Open311Format format) {
  const Open311Mapping mapping = read_open311_mapping(mapping_text(options));
  return enter(options, output, [&](std::istream& in, Session&, Intake& intake) {
    std::int64_t number = 0;
    const auto each = [&](const Open311Request& request) {
      const std::string where = std::to_string(++number);
      try {
        Action report = to_report(request, mapping);
        if (options.keep_times) report.happened = request.requested;
        intake.report(std::move(report), where, ending_of(request, mapping));
        for (const std::string_view field : open311_left_out(request))
          intake.leave_out(std::string(field));
      } catch (const DocumentError&) {
        intake.refuse(where, request.service_request_id);
      }
    };
    read_open311_requests(in, format, each, [&](const DocumentError& error) {
      intake.refuse(std::to_string(++number), {}, error);
    });
  });
}

// A table with the columns of `write --format cases-csv`, or some of them, in any order.
class Rows {
public:
  Rows(const ReadOptions& options, const std::string& zone, std::vector<std::string> columns)
      : options_(options), zone_(zone), columns_(std::move(columns)) {
    for (const char* needed : {"number", "title", "category"}) {
      if (column(needed) == columns_.size()) throw Failure("no_column", "INPUT", {needed});
    }
    for (const std::string& name : columns_) {
      if (std::count(columns_.begin(), columns_.end(), name) > 1)
        throw DocumentError("CSV", {{Severity::error, "csv.column_twice", "line 1",
                                     "column \"" + name + "\" stands there twice",
                                     "give each column its own name"}});
    }
  }

  std::string at(const CsvRecord& record, const std::string& name) const {
    const std::size_t index = column(name);
    return index < record.fields.size() ? record.fields[index] : std::string();
  }

  Action report(const CsvRecord& record) {
    if (record.problem) throw DocumentError("CSV", {*record.problem});
    check_width(record);
    check_number(record);
    Action action;
    action.kind = ActionKind::report;
    const std::string nature = at(record, "nature");
    if (!nature.empty() && nature != "ordinary") {
      throw Failure("unknown_word", "nature", {nature, "ordinary"});
    }
    action.title = at(record, "title");
    action.text = at(record, "text");
    action.category = at(record, "category");
    action.grade = at(record, "grade");
    action.channel = at(record, "channel");
    action.address = at(record, "address");
    action.drill = is_true(record, "drill");
    if (const std::string id = at(record, "number"); !id.empty()) {
      action.external_ids.push_back({options_.system, id});
    } else {
      throw Failure("missing", "number");
    }
    set_place_and_times(record, action);
    return action;
  }

  // What ends the case here if it is over there; the table has no reply, so that the state stands
  // for it.
  Ending ending(const CsvRecord& record) const {
    const std::string word = at(record, "state");
    const auto state = state_from_name(word);
    if (!state || !is_end(*state)) return {};
    const std::string ended = at(record, "ended");
    std::optional<Instant> when;
    if (options_.keep_times && !ended.empty()) when = parse_time("ended", ended, zone_);
    return [word, when](const CaseSummary& found) -> std::optional<Action> {
      if (is_end(found.position.state)) return std::nullopt;
      Action answer;
      answer.kind = ActionKind::answer;
      answer.case_id = found.id;
      answer.reply = word;
      if (when && *when >= found.last_happened) answer.happened = when;
      return answer;
    };
  }

  // Columns with something that is not kept.
  std::vector<std::string> left_out(const CsvRecord& record) const {
    static const std::set<std::string> kept{
        "number", "title", "text",      "category", "grade",    "channel",  "address", "drill",
        "nature", "state", "longitude", "latitude", "reported", "occurred", "ended"};
    static const std::set<std::string> nothing{"", "false", "0", "none", "unstated", "undecided"};
    std::vector<std::string> names;
    for (const std::string& name : columns_) {
      if (kept.count(name) == 0 && nothing.count(at(record, name)) == 0) names.push_back(name);
    }
    return names;
  }

private:
  // As a table program writes it, too.
  bool is_true(const CsvRecord& record, const std::string& name) const {
    std::string value = at(record, name);
    for (char& c : value)
      c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    value.erase(0, value.find_first_not_of(' '));
    value.erase(value.find_last_not_of(' ') + 1);
    for (const char* yes : {"true", "yes", "1", "是"})
      if (value == yes) return true;
    for (const char* no : {"", "false", "no", "0", "否"})
      if (value == no) return false;
    throw Failure("unknown_word", name, {at(record, name), "true, false"});
  }

  // With another number of cells nobody knows which cell is what.
  void check_width(const CsvRecord& record) const {
    if (record.fields.size() == columns_.size()) return;
    const std::string message = "the row has " + std::to_string(record.fields.size()) +
                                " cells, the table " + std::to_string(columns_.size()) + " columns";
    throw DocumentError("CSV", {{Severity::error, "csv.row", "line " + std::to_string(record.line),
                                 message, "put text with a separator in quotes"}});
  }

  // Two rows with one number contradict each other; the same row twice is one.
  void check_number(const CsvRecord& record) {
    const auto [first, is_new] = seen_.emplace(at(record, "number"), record.fields);
    if (is_new || first->second == record.fields || first->first.empty()) return;
    throw DocumentError(
        "CSV", {{Severity::error, "csv.number_twice", "line " + std::to_string(record.line),
                 "number " + first->first +
                     " stands in an earlier row that says "
                     "something else",
                 "give each case its own number"}});
  }

  void set_place_and_times(const CsvRecord& record, Action& action) const {
    const std::string longitude = at(record, "longitude");
    const std::string latitude = at(record, "latitude");
    if (!longitude.empty() || !latitude.empty()) {
      action.point = parse_point("longitude, latitude", longitude + "," + latitude);
    }
    const std::string reported = at(record, "reported");
    const std::string occurred = at(record, "occurred");
    if (!occurred.empty()) action.occurred = parse_time("occurred", occurred, zone_);
    if (reported.empty()) return;
    const Instant when = parse_time("reported", reported, zone_);
    if (!action.occurred) action.occurred = when;
    if (options_.keep_times) action.happened = when;
  }

  std::size_t column(const std::string& name) const {
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) -
                                    columns_.begin());
  }

  const ReadOptions& options_;
  const std::string& zone_;
  std::vector<std::string> columns_;
  std::map<std::string, std::vector<std::string>> seen_;  // rows by number
};

CsvFormat csv_format(const ReadOptions& options) {
  CsvFormat format;
  format.keep_going = true;
  if (options.encoding.empty()) return format;
  const auto encoding = text_encoding_from_name(options.encoding);
  if (!encoding) {
    throw Failure("unknown_word", "--encoding", {options.encoding, "detect, utf-8, gb18030"});
  }
  format.encoding = *encoding;
  return format;
}

int read_table(const ReadOptions& options, const Output& output) {
  if (options.system.empty()) throw Failure("missing", "--system");
  const CsvFormat format = csv_format(options);
  return enter(options, output, [&](std::istream& in, Session& session, Intake& intake) {
    CsvReader reader(in, format);
    CsvRecord record;
    if (!reader.next(record)) throw Failure("no_column", "INPUT", {"number"});
    if (record.problem) throw DocumentError("CSV", {*record.problem});
    Rows rows(options, session.names.zone(), record.fields);
    while (reader.next(record)) {
      const std::string where = std::to_string(record.line);
      try {
        intake.report(rows.report(record), where, rows.ending(record));
        for (const std::string& name : rows.left_out(record))
          intake.leave_out(name);
      } catch (const Failure&) {
        intake.refuse(where, rows.at(record, "number"));
      } catch (const DocumentError&) {
        intake.refuse(where, {});
      }
    }
  });
}

int read_message(const ReadOptions& options, const Output& output) {
  const CapMapping mapping = read_cap_mapping(mapping_text(options));
  return enter(options, output, [&](std::istream& in, Session& session, Intake& intake) {
    const CapReading reading = read_cap(in);
    for (const Fault& fault : reading.faults) {
      if (!output.json) print_error_line(fault_line(output, fault));
    }
    try {
      intake.alert(from_cap(reading.alert, *session.engine.policy(), mapping), "1");
    } catch (const DocumentError&) {
      intake.refuse("1", reading.alert.identifier);
    }
  });
}

// ---- parts of documents ------------------------------------------------------------------------

int read_ground(const ReadOptions& options) {
  const Directory directory = open_directory(options.file);
  GeoJsonUnits rules;
  rules.above = options.above;
  if (!options.kind.empty()) {
    const auto kind = unit_kind_from_name(options.kind);
    if (!kind) throw Failure("unknown_unit_kind", Subject{"--kind", options.kind});
    rules.kind = *kind;
    rules.kind_property.clear();  // who says what they are means all of them
  }
  if (!options.code.empty()) rules.code = options.code;
  Organization part;
  part.code = directory.organization().code;
  part.name = directory.organization().name;
  part.time_zone = directory.organization().time_zone;
  part.tier_names = directory.organization().tier_names;
  part.grid_code_lengths = directory.organization().grid_code_lengths;
  part.chinese_area_codes = directory.organization().chinese_area_codes;
  Input input(options.input);
  read_units_geojson(input.stream(), rules, [&](const Unit& unit) { part.units.push_back(unit); });
  print_line(write_organization(part));
  return exit_ok;
}

// A calendar of others says by the name of a day whether it is worked.
int read_calendar(const ReadOptions& options) {
  ICalendarRules rules;
  rules.code = options.code;
  if (!options.working.empty()) {
    rules.working = [&](const ICalendarEvent& event) -> std::optional<bool> {
      return event.summary.find(options.working) != std::string::npos;
    };
  }
  Input input(options.input);
  print_line(write_holidays(read_holidays_icalendar(input.stream(), rules)));
  return exit_ok;
}

int read(const ReadOptions& options, const Output& output) {
  if (options.format == "open311-json") return read_requests(options, output, Open311Format::json);
  if (options.format == "open311-xml") return read_requests(options, output, Open311Format::xml);
  if (options.format == "cases-csv") return read_table(options, output);
  if (options.format == "cap") return read_message(options, output);
  if (options.format == "units-geojson") return read_ground(options);
  if (options.format == "holidays-ics") return read_calendar(options);
  throw Failure(
      "unknown_word", "--format",
      {options.format, "open311-json, open311-xml, cases-csv, cap, units-geojson, holidays-ics"});
}

}  // namespace

void add_read_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<ReadOptions>();
  Command(app, output, "read")
      .store_file(o->file)
      .positional("INPUT", o->input)
      .option("--format", o->format, "FORMAT", Need::required)
      .option("--mapping", o->mapping, "DOC")
      .flag("--keep-times", o->keep_times)
      .option("--system", o->system, "NAME")
      .option("--encoding", o->encoding, "detect|utf-8|gb18030")
      .option("--kind", o->kind, "KIND")
      .option("--above", o->above, "UNIT")
      .option("--code", o->code, "TEXT")
      .option("--working", o->working, "TEXT")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return read(*o, output); });
}

}  // namespace gridcase::cli
