// list, board: many cases.

#include "clock_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "session.hpp"

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

struct ListOptions {
  std::string file, by, at;
  std::string number, external, holder, assigned, concerns, township, grid;
  std::string stage, state, category, from, until, after, limit, nature, about, campaign, subject;
  bool open = false, all = false, overdue = false, hard = false;
};

std::vector<std::string> stage_names() {
  std::vector<std::string> names;
  for (int i = 1; i <= 6; ++i)
    names.emplace_back(name(static_cast<Stage>(i)));
  return names;
}

std::vector<std::string> state_names() {
  std::vector<std::string> names;
  for (const State state : all_states())
    names.emplace_back(name(state));
  return names;
}

ExternalId external_id(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
    throw Failure("not_external", "--external", {text});
  }
  return {text.substr(0, colon), text.substr(colon + 1)};
}

void set_filters(CaseQuery& query, const ListOptions& options, const std::string& zone) {
  if (!options.stage.empty()) {
    query.stage = stage_from_name(options.stage);
    if (!query.stage)
      throw Failure("unknown_word", "--stage", {options.stage, joined(stage_names())});
  }
  if (!options.state.empty()) {
    query.state = state_from_name(options.state);
    if (!query.state)
      throw Failure("unknown_word", "--state", {options.state, joined(state_names())});
  }
  query.category = options.category;
  if (!options.from.empty()) query.reported_from = parse_time("--from", options.from, zone);
  if (!options.until.empty()) query.reported_until = parse_time("--until", options.until, zone);
  query.open_only = options.open;
  if (!options.nature.empty()) query.nature = parse_nature("--nature", options.nature);
  query.about = options.about;
  query.campaign = options.campaign;
  if (!options.subject.empty()) query.subject = parse_subject("--subject", options.subject);
  query.hard_only = options.hard;
}

CaseQuery query_of(const ListOptions& options, const std::string& zone) {
  CaseQuery query;
  query.number = options.number;
  if (!options.external.empty()) query.external_id = external_id(options.external);
  query.holder = options.holder;
  query.assigned = options.assigned;
  query.concerns = options.concerns;
  query.township = options.township;
  query.grid = options.grid;
  set_filters(query, options, zone);
  if (!options.after.empty()) {
    query.after = static_cast<CaseId>(parse_integer("--after", options.after));
  }
  const std::int64_t limit = options.limit.empty() ? 100 : parse_integer("--limit", options.limit);
  if (limit < 1 || limit > 1000) throw Failure("limit_range", "--limit", {options.limit});
  query.limit = options.all ? 1000 : static_cast<std::int32_t>(limit);
  return query;
}

Table case_table(const Output& output) {
  return Table({{std::string(output.text("column.number"))},
                {std::string(output.text("column.reported"))},
                {std::string(output.text("column.state"))},
                {std::string(output.text("column.light"))},
                {std::string(output.text("column.deadline"))},
                {std::string(output.text("column.holder")), false, 36},
                {std::string(output.text("column.category")), false, 24},
                {std::string(output.text("column.title")), false, 48}});
}

// Light and deadline of the clock that is due first; empty where none runs.
void add_case(Table& table, const Output& output, const Names& names, const CaseSummary& c,
              Instant now) {
  table.add({c.number, names.time(c.reported), names.position(c.position),
             c.deadline ? light_text(output, light(c, now)) : std::string(),
             c.deadline ? names.time(*c.deadline) : std::string(), names.unit(c.holder),
             names.category(c.category), c.title});
}

void print_page(const Output& output, const Session& session, const CasePage& page, Instant now) {
  Table table = case_table(output);
  for (const CaseSummary& c : page.cases)
    add_case(table, output, session.names, c, now);
  if (table.empty()) {
    print_line(output.text("list.none"));
  } else {
    print(table.text(output.colour));
  }
  if (page.next) print_line(output.say("list.more", id_text(*page.next)));
}

std::string page_json(const CasePage& page, const std::string& zone) {
  Json json;
  json.begin_object().key("cases").begin_array();
  for (const CaseSummary& c : page.cases)
    json.raw(summary_json(c, zone));
  json.end_array();
  json.text_or_null("next", page.next ? id_text(*page.next) : std::string());
  return json.end_object().text();
}

// Page after page; for machines one case a line, so that nothing waits for the last.
int list_all(const Output& output, const Session& session, CaseQuery query, const Actor& actor,
             Instant now) {
  CasePage all;
  Progress progress(output, "progress.list");
  for (;;) {
    CasePage page = session.engine.find(query, actor);
    progress.advance(static_cast<std::int64_t>(page.cases.size()));
    for (CaseSummary& c : page.cases) {
      if (output.json) {
        print_line(summary_json(c, session.names.zone()));
      } else {
        all.cases.push_back(std::move(c));
      }
    }
    if (!page.next) break;
    query.after = *page.next;
  }
  if (!output.json) print_page(output, session, all, now);
  return exit_ok;
}

int list(const ListOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  CaseQuery query = query_of(options, session.names.zone());
  const Instant now = session.when(options.at);
  if (options.overdue) query.deadline_before = now;
  if (options.all) return list_all(output, session, query, actor, now);
  const CasePage page = session.engine.find(query, actor);
  if (output.json) {
    print_line(page_json(page, session.names.zone()));
  } else {
    print_page(output, session, page, now);
  }
  return exit_ok;
}

struct BoardOptions {
  std::string file, by_what, by;
  bool all = false;
};

std::string key_text(const Output& output, const Names& names, BoardKey by,
                     const std::string& key) {
  if (key.empty()) return std::string(output.text("board.none"));
  switch (by) {
  case BoardKey::holder:
  case BoardKey::lead:
  case BoardKey::township: return names.unit(key);
  case BoardKey::category: return names.category(key);
  case BoardKey::tier: {
    const auto tier = tier_from_name(key);
    return tier ? names.tier(*tier) : key;
  }
  case BoardKey::channel: return output.word("channel", key);
  }
  return key;
}

Table board_table(const Output& output, const std::string& by) {
  std::vector<Column> columns{{output.word("board", by), false, 40}};
  for (const std::string& stage : stage_names()) {
    if (stage != "close") columns.push_back({output.word("stage", stage), true});
  }
  for (const char* key :
       {"column.suspended", "column.open", "column.closed", "column.other_ends"}) {
    columns.push_back({std::string(output.text(key)), true});
  }
  return Table(std::move(columns));
}

void add_line(Table& table, const std::string& title, const BoardLine& line) {
  std::vector<std::string> cells{title};
  for (std::size_t i = 0; i + 1 < line.by_stage.size(); ++i) {
    cells.push_back(std::to_string(line.by_stage[i]));
  }
  for (const std::int64_t count : {line.suspended, line.open, line.closed, line.other_ends}) {
    cells.push_back(std::to_string(count));
  }
  table.add(std::move(cells));
}

void put_line(Json& json, const BoardLine& line) {
  json.begin_object().text_or_null("key", line.key).key("by_stage").begin_object();
  const std::vector<std::string> stages = stage_names();
  for (std::size_t i = 0; i < stages.size(); ++i)
    json.field(stages[i], line.by_stage[i]);
  json.end_object().field("suspended", line.suspended).field("open", line.open);
  json.field("closed", line.closed).field("other_ends", line.other_ends).end_object();
}

int board(const BoardOptions& options, const Output& output) {
  const auto by = board_key_from_name(options.by_what);
  if (!by) {
    throw Failure("unknown_word", "--by-what",
                  {options.by_what, "holder, lead, township, category, tier, channel"});
  }
  const Session session(output, options.file, Access::read);
  const Board board = session.engine.board({*by, !options.all}, session.reader(options.by));
  if (output.json) {
    Json json;
    json.begin_object().field("by", options.by_what).key("lines").begin_array();
    for (const BoardLine& line : board.lines)
      put_line(json, line);
    json.end_array().key("total");
    put_line(json, board.total);
    print_line(json.end_object().text());
    return exit_ok;
  }
  Table table = board_table(output, options.by_what);
  for (const BoardLine& line : board.lines) {
    add_line(table, key_text(output, session.names, *by, line.key), line);
  }
  add_line(table, std::string(output.text("board.total")), board.total);
  print(table.text(output.colour));
  return exit_ok;
}

}  // namespace

void add_list_commands(CLI::App& app, Output& output) {
  auto o = std::make_shared<ListOptions>();
  Command(app, output, "list")
      .store_file(o->file)
      .option("--number", o->number, "NUMBER")
      .option("--external", o->external, "SYSTEM:ID")
      .option("--holder", o->holder, "UNIT")
      .option("--assigned", o->assigned, "UNIT")
      .option("--concerns", o->concerns, "UNIT")
      .option("--township", o->township, "UNIT")
      .option("--grid", o->grid, "UNIT")
      .option("--stage", o->stage, "STAGE")
      .option("--state", o->state, "STATE")
      .option("--category", o->category, "CODE")
      .option("--from", o->from, "TIME")
      .option("--until", o->until, "TIME")
      .option("--nature", o->nature, "WORD")
      .option("--about", o->about, "UNIT")
      .option("--campaign", o->campaign, "CODE")
      .option("--subject", o->subject, "KIND:CODE")
      .flag("--hard", o->hard)
      .flag("--open", o->open)
      .flag("--overdue", o->overdue)
      .option("--after", o->after, "ID")
      .option("--limit", o->limit, "N")
      .flag("--all", o->all)
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return list(*o, output); });

  auto b = std::make_shared<BoardOptions>();
  b->by_what = "holder";
  Command(app, output, "board")
      .store_file(b->file)
      .option("--by-what", b->by_what, "KEY")
      .flag("--all", b->all)
      .actor(b->by, Need::optional)
      .run([b, &output] { return board(*b, output); });
}

}  // namespace gridcase::cli
