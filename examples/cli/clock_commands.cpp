// clocks, explain, tick, holidays, time: limits and whose time it was.

#include "clock_forms.hpp"
#include "clock_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "duration.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "session.hpp"
#include "timeline.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>

namespace gridcase::cli {
namespace {

constexpr std::size_t moves_shown = 20;

std::int32_t positive(const std::string& field, const std::string& text, std::int32_t otherwise) {
  if (text.empty()) return otherwise;
  const std::int64_t number = parse_integer(field, text);
  if (number < 1 || number > std::numeric_limits<std::int32_t>::max()) {
    throw Failure("not_a_number", field, {text});
  }
  return static_cast<std::int32_t>(number);
}

// ---- clocks, explain ---------------------------------------------------------------------------

struct ClocksOptions {
  std::string file, case_text, clock, by, at;
};

int clocks(const ClocksOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const auto views = session.engine.clocks(id, actor, session.when(options.at));
  if (output.json) {
    print_line(views_json(views, session.names.zone()));
  } else if (views.empty()) {
    print_line(output.text("clocks.none"));
  } else {
    print(clocks_text(output, session.names, views, session.engine.policy()->time));
  }
  return exit_ok;
}

// All of them, or the one that is asked for.
std::vector<Explanation> explanations(const Session& session, const ClocksOptions& options) {
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const Instant now = session.when(options.at);
  const std::int32_t wanted = positive("CLOCK", options.clock, 0);
  std::vector<Explanation> found;
  for (std::int32_t no = std::max(wanted, 1); wanted == 0 || no == wanted; ++no) {
    auto explanation = session.engine.explain(id, no, actor, now);
    if (!explanation) break;
    found.push_back(std::move(*explanation));
  }
  if (wanted != 0 && found.empty()) {
    throw Failure("clock_missing", Subject{"CLOCK", options.clock}, {}, exit_refused);
  }
  return found;
}

int explain(const ClocksOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const std::vector<Explanation> found = explanations(session, options);
  if (output.json) {
    Json json;
    json.begin_array();
    for (const Explanation& explanation : found)
      json.raw(explanation_json(explanation));
    print_line(json.end_array().text());
    return exit_ok;
  }
  if (found.empty()) print_line(output.text("clocks.none"));
  for (const Explanation& explanation : found) {
    if (&explanation != &found.front()) print("\n");
    const std::string heading = output.say("explain.clock", explanation.clock.no,
                                           session.names.unit(explanation.clock.unit));
    print_line(output.paint(Style::bold, printable(heading)));
    print(in_words(explanation, library_language(output.language)));
  }
  return exit_ok;
}

// ---- tick --------------------------------------------------------------------------------------

struct TickOptions {
  std::string file, at, budget, slice;
};

Session session_with_stopwatch(const Output& output, const std::string& file) {
  EngineOptions options;
  options.stopwatch = [] {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
  };
  return Session(output, open_store(file, options));
}

int tick(const TickOptions& options, const Output& output) {
  const std::int32_t budget = positive("--budget", options.budget, 10'000);
  const std::int32_t slice = positive("--slice", options.slice, 100);
  Session session = session_with_stopwatch(output, options.file);
  const TickReport report = session.engine.tick(session.when(options.at), budget, slice);
  if (output.json) {
    print_line(tick_json(report, session.names.zone()));
    return report.failed == 0 ? exit_ok : exit_refused;
  }
  print_line(output.say("tick.done", report.fired, report.resumed, report.slices));
  if (report.fired + report.resumed > 0) {
    print_line(output.say("tick.latest", hours_text(report.latest)));
  }
  if (report.failed > 0) print_error_line(output.say("tick.failed", report.failed));
  if (report.more && report.failed == 0) print_line(output.text("tick.more"));
  if (report.followed > 0) print_line(output.say("tick.followed", report.followed));
  if (report.behind > 0) print_line(output.say("tick.behind", report.behind));
  print_line(report.next ? output.say("tick.next", session.names.time(*report.next))
                         : std::string(output.text("tick.nothing")));
  return report.failed == 0 ? exit_ok : exit_refused;
}

// ---- holidays ----------------------------------------------------------------------------------

struct HolidaysOptions {
  std::string file, table, by, at;
  bool apply = false;
};

std::string signed_hours(Duration duration) {
  return (duration > Duration::zero() ? "+" : "") + hours_text(duration);
}

void print_moves(const Output& output, const Session& session, const Actor& actor,
                 const DeadlineMoves& moves) {
  if (moves.moves.empty()) return;
  Table table({{std::string(output.text("column.number"))},
               {std::string(output.text("column.no")), true},
               {std::string(output.text("column.before"))},
               {std::string(output.text("column.after"))},
               {std::string(output.text("column.move")), true}});
  const std::size_t shown = std::min(moves_shown, moves.moves.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const DeadlineMove& move = moves.moves[i];
    const auto whole = session.engine.get(move.case_id, actor);
    table.add({whole ? whole->number : id_text(move.case_id), std::to_string(move.clock),
               session.names.time(move.before), session.names.time(move.after),
               signed_hours(move.after - move.before)});
  }
  print(table.text(output.colour));
  const auto rest = moves.moved - static_cast<std::int64_t>(shown);
  if (rest > 0) print_line(output.say("holidays.more", rest));
}

int holidays(const HolidaysOptions& options, const Output& output) {
  // Only what changes something needs somebody who answers for it.
  if (options.apply && options.by.empty()) throw Failure("missing", "--by");
  const HolidayTable table = read_holidays(read_text(options.table, "TABLE"));
  Session session(output, options.file, options.apply ? Access::write : Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  const DeadlineMoves moves = options.apply ? session.engine.import_holidays(table, actor, now)
                                            : session.engine.preview_holidays(table, actor, now);
  if (output.json) {
    print_line(moves_json(moves, options.apply, session.names.zone()));
    return exit_ok;
  }
  print_line(output.say(options.apply ? "holidays.moved" : "holidays.would_move", moves.moved,
                        moves.open));
  if (moves.moved > 0) {
    print_line(
        output.say("holidays.range", signed_hours(moves.earliest), signed_hours(moves.latest)));
  }
  if (moves.settled > 0) print_line(output.say("holidays.settled", moves.settled));
  print_moves(output, session, actor, moves);
  if (options.apply) print_line(output.say("load.done", moves.policy_version));
  return exit_ok;
}

// ---- time --------------------------------------------------------------------------------------

struct TimeOptions {
  std::string file, case_text, from, until, by, at;
};

// One decimal, half up; nothing of nothing.
std::string percent(Duration part, Duration whole) {
  if (whole <= Duration::zero()) return "-";
  const double share = static_cast<double>(part.count()) / static_cast<double>(whole.count());
  return fmt::format("{:.1f}", 100 * share);
}

Duration sum_of(const std::vector<ShareTime>& shares) {
  Duration sum{};
  for (const ShareTime& one : shares)
    sum += one.time;
  return sum;
}

void print_shares(const Output& output, const Names& names, const std::vector<ShareTime>& shares) {
  Table table({{std::string(output.text("column.whose")), false, 48},
               {std::string(output.text("column.time")), true},
               {"%", true}});
  const Duration total = sum_of(shares);
  for (const ShareTime& one : shares) {
    table.add(
        {share_text(output, names, one.share), hours_text(one.time), percent(one.time, total)});
  }
  table.add({std::string(output.text("board.total")), hours_text(total), percent(total, total)});
  print(table.text(output.colour));
}

void print_spans(const Output& output, const Names& names, const Responsibility& whole) {
  Table table({{std::string(output.text("column.from"))},
               {std::string(output.text("column.until"))},
               {std::string(output.text("column.time")), true},
               {std::string(output.text("column.whose")), false, 48}});
  for (const Responsibility::Span& span : whole.spans) {
    table.add({names.time(span.from), names.time(span.until), hours_text(span.until - span.from),
               share_text(output, names, span.share)});
  }
  print(table.text(output.colour));
}

void print_passages(const Output& output, const Names& names, const Responsibility& whole) {
  const auto& passages = whole.passages;
  for (const Responsibility::Passage& passage : passages) {
    const bool back = std::any_of(passages.begin(), passages.end(), [&](const auto& other) {
      return other.from == passage.to && other.to == passage.from;
    });
    print_line(
        printable(output.say(back ? "time.back_and_forth" : "time.passage",
                             names.unit(passage.from), names.unit(passage.to), passage.times)));
  }
}

int time_of_case(const TimeOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const auto whole = session.engine.responsibility(id, actor, session.when(options.at));
  if (!whole) throw Failure("case_missing", Subject{"CASE", options.case_text}, {}, exit_refused);
  if (output.json) {
    print_line(responsibility_json(*whole, session.names.zone()));
    return exit_ok;
  }
  print_spans(output, session.names, *whole);
  print("\n");
  print_shares(output, session.names, whole->shares);
  if (!whole->passages.empty()) print("\n");
  print_passages(output, session.names, *whole);
  return exit_ok;
}

int time_of_units(const TimeOptions& options, const Output& output) {
  if (options.from.empty()) throw Failure("missing", "CASE, --from");
  const Session session(output, options.file, Access::read);
  const std::string& zone = session.names.zone();
  const Instant now = session.when(options.at);
  const Instant from = parse_time("--from", options.from, zone);
  const Instant until = options.until.empty() ? now : parse_time("--until", options.until, zone);
  const auto shares =
      session.engine.responsibility_by_unit(from, until, session.reader(options.by), now);
  if (output.json) {
    print_line(shares_json(shares));
  } else if (shares.empty()) {
    print_line(output.text("list.none"));
  } else {
    print_shares(output, session.names, shares);
  }
  return exit_ok;
}

int time(const TimeOptions& options, const Output& output) {
  if (options.case_text.empty()) return time_of_units(options, output);
  if (!options.from.empty() || !options.until.empty()) {
    throw Failure("case_or_span", "CASE, --from, --until");
  }
  return time_of_case(options, output);
}

}  // namespace

void add_clock_commands(CLI::App& app, Output& output) {
  auto c = std::make_shared<ClocksOptions>();
  Command(app, output, "clocks")
      .store_file(c->file)
      .positional("CASE", c->case_text)
      .actor(c->by, Need::optional)
      .time(c->at)
      .run([c, &output] { return clocks(*c, output); });

  auto e = std::make_shared<ClocksOptions>();
  Command(app, output, "explain")
      .store_file(e->file)
      .positional("CASE", e->case_text)
      .positional("CLOCK", e->clock, Need::optional)
      .actor(e->by, Need::optional)
      .time(e->at)
      .run([e, &output] { return explain(*e, output); });

  auto t = std::make_shared<TickOptions>();
  Command(app, output, "tick")
      .store_file(t->file)
      .option("--budget", t->budget, "N")
      .option("--slice", t->slice, "N")
      .time(t->at)
      .run([t, &output] { return tick(*t, output); });

  auto h = std::make_shared<HolidaysOptions>();
  Command(app, output, "holidays")
      .store_file(h->file)
      .positional("TABLE", h->table)
      .flag("--apply", h->apply)
      .actor(h->by, Need::optional)
      .time(h->at)
      .run([h, &output] { return holidays(*h, output); });

  auto w = std::make_shared<TimeOptions>();
  Command(app, output, "time")
      .store_file(w->file)
      .positional("CASE", w->case_text, Need::optional)
      .option("--from", w->from, "TIME")
      .option("--until", w->until, "TIME")
      .actor(w->by, Need::optional)
      .time(w->at)
      .run([w, &output] { return time(*w, output); });
}

}  // namespace gridcase::cli
