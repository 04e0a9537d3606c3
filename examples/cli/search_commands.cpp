// search, duplicates: records by their words, and cases that may be about the same matter.

#include "case_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"

#include <fmt/format.h>

#include <memory>

namespace gridcase::cli {
namespace {

std::int32_t parse_within(std::string_view field, const std::string& text, std::int32_t otherwise,
                          std::int64_t least, std::int64_t most) {
  if (text.empty()) return otherwise;
  const std::int64_t number = parse_integer(field, text);
  if (number < least || number > most) throw Failure("not_a_number", std::string(field), {text});
  return static_cast<std::int32_t>(number);
}

// ---- search ------------------------------------------------------------------------------------

struct SearchOptions {
  std::string file, text, by, nature, category, from, until, limit, skip;
  bool open = false, all = false;
};

SearchQuery query_of(const SearchOptions& options, const std::string& zone) {
  SearchQuery query;
  query.text = options.text;
  if (options.all) query.nature.reset();
  if (!options.nature.empty()) query.nature = parse_nature("--nature", options.nature);
  query.category = options.category;
  query.open_only = options.open;
  if (!options.from.empty()) query.reported_from = parse_time("--from", options.from, zone);
  if (!options.until.empty()) query.reported_until = parse_time("--until", options.until, zone);
  query.limit = parse_within("--limit", options.limit, query.limit, 1, 200);
  query.skip = parse_within("--skip", options.skip, query.skip, 0, 1000);
  return query;
}

void print_hits(const Output& output, const Names& names, const SearchPage& page) {
  Table table({{std::string(output.text("column.number"))},
               {std::string(output.text("column.reported"))},
               {std::string(output.text("column.state"))},
               {std::string(output.text("column.category")), false, 24},
               {std::string(output.text("column.title")), false, 48}});
  for (const SearchHit& hit : page.hits) {
    const CaseSummary& c = hit.summary;
    table.add({c.number, names.time(c.reported), names.position(c.position),
               names.category(c.category), c.title});
  }
  print(table.text(output.colour));
}

std::string hits_json(const SearchPage& page, const std::string& zone) {
  Json json;
  json.begin_object().key("hits").begin_array();
  for (const SearchHit& hit : page.hits) {
    json.begin_object().field("score", hit.score).key("case");
    json.raw(summary_json(hit.summary, zone)).end_object();
  }
  json.end_array().field("partial", page.partial).field("more", page.more);
  return json.end_object().text();
}

int search(const SearchOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const SearchQuery query = query_of(options, session.names.zone());
  const SearchPage page = session.engine.search(query, session.reader(options.by));
  if (output.json) {
    print_line(hits_json(page, session.names.zone()));
    return exit_ok;
  }
  if (page.hits.empty()) {
    print_line(output.text("search.none"));
  } else {
    print_hits(output, session.names, page);
  }
  if (page.partial) print_line(output.text("search.partial"));
  if (page.more) print_line(output.say("search.more", std::to_string(query.skip + query.limit)));
  return exit_ok;
}

// ---- duplicates --------------------------------------------------------------------------------

struct DuplicatesOptions {
  std::string file, by, at, case_text, title, text, category, point, occurred, limit;
  bool drill = false;
};

Action report_of(const DuplicatesOptions& options, const std::string& zone) {
  if (options.title.empty() && options.text.empty() && options.point.empty())
    throw Failure("missing", "--title");
  Action report;
  report.kind = ActionKind::report;
  report.title = options.title;
  report.text = options.text;
  report.category = options.category;
  report.drill = options.drill;
  if (!options.point.empty()) report.point = parse_point("--point", options.point);
  if (!options.occurred.empty()) report.occurred = parse_time("--occurred", options.occurred, zone);
  return report;
}

std::string duplicates_json(const std::vector<DuplicateCandidate>& found) {
  Json json;
  json.begin_object().key("candidates").begin_array();
  for (const DuplicateCandidate& one : found) {
    json.begin_object().field("case_id", id_text(one.case_id)).field("number", one.number);
    json.field("state", name(one.state)).field("same_category", one.same_category);
    json.key("metres");
    if (one.metres) {
      json.value(*one.metres);
    } else {
      json.null();
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(one.apart).count();
    json.field("apart_seconds", seconds).field("alike_percent", one.alike_percent);
    json.field("score", one.score).field("because", one.because).end_object();
  }
  return json.end_array().end_object().text();
}

void print_duplicates(const Output& output, const std::vector<DuplicateCandidate>& found) {
  Table table({{std::string(output.text("column.number"))},
               {std::string(output.text("column.state"))},
               {std::string(output.text("column.score")), true}});
  for (const DuplicateCandidate& one : found) {
    table.add(
        {one.number, output.word("state", name(one.state)), fmt::format("{:.2f}", one.score)});
    table.note(0, output.say("because", one.because));
  }
  print(table.text(output.colour));
}

int duplicates(const DuplicatesOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  const std::int32_t limit = parse_within("--limit", options.limit, 10, 1, 100);
  const auto found =
      options.case_text.empty()
          ? session.engine.duplicates(report_of(options, session.names.zone()), limit, actor, now)
          : session.engine.duplicates(session.find_case(options.case_text, actor, "--case"), limit,
                                      actor, now);
  if (output.json) {
    print_line(duplicates_json(found));
  } else if (found.empty()) {
    print_line(output.text("duplicates.none"));
  } else {
    print_duplicates(output, found);
  }
  return exit_ok;
}

}  // namespace

void add_search_commands(CLI::App& app, Output& output) {
  auto s = std::make_shared<SearchOptions>();
  Command(app, output, "search")
      .store_file(s->file)
      .positional("TEXT", s->text)
      .option("--nature", s->nature, "WORD")
      .flag("--all", s->all)
      .option("--category", s->category, "CODE")
      .flag("--open", s->open)
      .option("--from", s->from, "TIME")
      .option("--until", s->until, "TIME")
      .option("--limit", s->limit, "N")
      .option("--skip", s->skip, "N")
      .actor(s->by, Need::optional)
      .run([s, &output] { return search(*s, output); });

  auto d = std::make_shared<DuplicatesOptions>();
  Command(app, output, "duplicates")
      .store_file(d->file)
      .option("--case", d->case_text, "CASE")
      .option("--title", d->title, "TEXT")
      .option("--text", d->text, "TEXT")
      .option("--category", d->category, "CODE")
      .option("--point", d->point, "LON,LAT")
      .option("--occurred", d->occurred, "TIME")
      .flag("--drill", d->drill)
      .option("--limit", d->limit, "N")
      .actor(d->by, Need::optional)
      .time(d->at)
      .run([d, &output] { return duplicates(*d, output); });
}

}  // namespace gridcase::cli
