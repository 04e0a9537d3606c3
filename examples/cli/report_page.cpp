#include "report_page.hpp"

#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "new_file.hpp"
#include "report_assets.hpp"
#include "report_data.hpp"
#include "report_league.hpp"
#include "session.hpp"

#include <gridcase/csv.hpp>

#include <algorithm>
#include <optional>

namespace gridcase::cli {
namespace {

Period wished_period(const std::string& text) {
  try {
    return parse_period(text);
  } catch (const Error&) {
    throw Failure("no_period", Subject{"--period", text});
  }
}

std::optional<LedgerKey> wished_ledger(const PageOptions& options, const Names& names) {
  const auto& [by, key] = options.ledger;
  if (by.empty()) return std::nullopt;
  const Directory& directory = names.directory();
  const Unit* unit = directory.unit(key);
  if (by == "person") {
    if (directory.person(key) == nullptr) throw Failure("unknown_ledger", "--ledger", {key});
    return LedgerKey{Dimension::person, key};
  }
  if (by != "grid" && by != "unit")
    throw Failure("unknown_word", "--ledger", {by, "grid, unit, person"});
  if (unit == nullptr || (by == "grid" && unit->kind != UnitKind::grid))
    throw Failure("unknown_ledger", "--ledger", {key});
  return LedgerKey{by == "grid" ? Dimension::grid : Dimension::unit, key};
}

// The page with the files in their places; the data come last, so that nothing in them is taken for
// such a place.
void write_page(std::ostream& out, const std::string& data) {
  std::string_view rest = report_asset("page.html");
  for (std::size_t at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
    const std::size_t end = rest.find("}}", at);
    const std::string_view name = rest.substr(at + 2, end - at - 2);
    out << rest.substr(0, at);
    if (name == "data")
      out << data;
    else
      out << report_asset(name.substr(name.find(':') + 1));
    rest = rest.substr(end + 2);
  }
  out << rest;
}

std::string time_text(const Names& names, const std::optional<Instant>& time) {
  return time ? names.time(*time) : std::string();
}

std::vector<std::string> ledger_row(const Output& output, const Names& names, const Case& it,
                                    const std::vector<ClockView>& clocks) {
  std::optional<Instant> deadline;
  bool late = false;
  for (const ClockView& view : clocks) {
    if (view.clock.assignment != 0 || view.clock.state == ClockState::dropped) continue;
    deadline = std::max(deadline.value_or(view.clock.times.deadline), view.clock.times.deadline);
    late = late || (view.late && !view.clock.exempt);
  }
  const std::string channel = it.channel.empty() ? "" : output.word("channel", it.channel);
  return {it.number,
          it.title,
          names.category(it.category),
          channel,
          it.address,
          names.unit(it.grid),
          names.unit(it.lead),
          names.position(it.position),
          names.time(it.reported),
          time_text(names, deadline),
          time_text(names, it.ended),
          late ? std::string(output.text("clocks.late")) : std::string()};
}

std::int64_t write_ledger(std::ostream& out, const Output& output, const Session& session,
                          const ReportWish& wish) {
  CsvOutput format;
  format.byte_order_mark = true;
  format.spreadsheet_safe = true;
  CsvWriter csv(out, format);
  std::vector<std::string> head;
  for (const char* key : {"column.number", "column.title", "column.category", "field.channel",
                          "field.address", "column.grid", "field.lead", "column.state",
                          "column.reported", "column.deadline", "column.ended", "column.late"})
    head.emplace_back(output.text(key));
  csv.write(head);
  std::int64_t rows = 0;
  for (const CaseId id : ledger_cases(session.engine, wish)) {
    const auto whole = session.engine.get(id, wish.actor);
    if (!whole) continue;
    const auto clocks = session.engine.clocks(id, wish.actor, wish.moment);
    csv.write(ledger_row(output, session.names, *whole, clocks));
    ++rows;
  }
  return rows;
}

ReportWish wish_of(const PageOptions& options, const Session& session) {
  ReportWish wish;
  wish.period = wished_period(options.period);
  wish.actor = session.reader(options.by);
  // A report is of its period: what comes after the last day does not make a case later.
  wish.moment =
      std::min(session.when(options.at), start_of(wish.period.until, session.names.zone()));
  wish.ledger = wished_ledger(options, session.names);
  wish.view = wish.ledger ? "ledger" : options.bulletin ? "bulletin" : "overview";
  return wish;
}

void print_written(const PageOptions& options, const Output& output, std::int64_t rows) {
  if (output.json) {
    Json json;
    json.begin_object().field("period", options.period).field("out", options.out);
    if (options.csv) json.field("written", rows);
    print_line(json.end_object().text());
  } else if (options.csv) {
    print_line(output.say("exchange.written", rows, options.out));
  } else {
    print_line(output.say("report.written", options.period, options.out));
  }
}

}  // namespace

void add_page_options(Command& command, PageOptions& options) {
  command.option("--period", options.period, "PERIOD")
      .option("--out", options.out, "PATH")
      .flag("--force", options.force)
      .flag("--bulletin", options.bulletin)
      .option("--ledger", options.ledger, "grid|unit|person CODE")
      .flag("--csv", options.csv)
      .option("--rules", options.rules, "CODE")
      .option("--stars", options.stars, "CODE");
}

int write_report(const PageOptions& options, const Output& output) {
  if (options.out.empty()) throw Failure("missing", "--out");
  if (options.csv && options.ledger.first.empty()) throw Failure("missing", "--ledger");
  const Session session(output, options.file, Access::read);
  ReportWish wish = wish_of(options, session);
  NewFile file(options.out, options.force);
  std::int64_t rows = 0;
  if (options.csv) {
    rows = write_ledger(file.out(), output, session, wish);
  } else {
    wish.league = league(session.engine, session.names, wish, {options.rules, options.stars});
    write_page(file.out(), report_document(session.engine, session.names, wish));
  }
  file.publish();
  print_written(options, output, rows);
  return exit_ok;
}

}  // namespace gridcase::cli
