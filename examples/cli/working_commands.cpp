// patrol, roll-up, providers, allocate, ratings: what units are to do, how far they are, and how
// they are judged.

#include "answers.hpp"
#include "case_query.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "patrols.hpp"
#include "response_forms.hpp"
#include "session.hpp"
#include "text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

std::string heading(const Output& output, const char* key) { return std::string(output.text(key)); }

std::string ids(const Output& output, const std::vector<CaseId>& list) {
  std::vector<std::string> texts;
  for (const CaseId id : list)
    texts.push_back(id_text(id));
  return joined(texts, output.text("list.separator"));
}

// ---- patrol ------------------------------------------------------------------------------------

struct PatrolOptions {
  std::string file, document, by, at;
};

std::string answers_json(const std::vector<Answer>& answers) {
  Json json;
  json.begin_array();
  for (const Answer& answer : answers)
    json.raw(answer_json(answer));
  return json.end_array().text();
}

std::string answer_line(const Output& output, const Session& session, const Answer& answer) {
  const std::string status = output.word("status", name(answer.status));
  if (answer.ok())
    return output.say("detail.order_plain", status, session.names.state(answer.state));
  return answer.refusal ? refusal_text(output, *answer.refusal) : status;
}

void print_round(const Output& output, const Session& session, const Patrol& patrol,
                 const std::vector<Answer>& answers) {
  Table table({{heading(output, "column.clause")},
               {heading(output, "column.answer"), false, 72},
               {heading(output, "field.id")}});
  for (std::size_t i = 0; i < answers.size(); ++i) {
    table.add({i == 0 ? heading(output, "patrol.record") : patrol.failed[i - 1].clause,
               printable(answer_line(output, session, answers[i])),
               answers[i].ok() ? id_text(answers[i].case_id) : std::string()});
  }
  print(table.text(output.colour));
}

int patrol(const PatrolOptions& options, const Output& output) {
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const Patrol round = read_patrol(read_text(options.document), session.names.zone());
  const auto answers = session.engine.patrol(round, actor, session.when(options.at));
  if (output.json) {
    print_line(answers_json(answers));
  } else {
    print_round(output, session, round, answers);
  }
  const bool ok =
      std::all_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.ok(); });
  return ok ? exit_ok : exit_refused;
}

// ---- roll-up -----------------------------------------------------------------------------------

struct CaseOptions {
  std::string file, case_text, by, at, skill, count, roads;
};

void print_roll_up(const Output& output, const Names& names, const RollUp& whole) {
  Table table({{heading(output, "column.unit"), false, 48},
               {heading(output, "column.tier")},
               {heading(output, "column.ordered"), true},
               {heading(output, "column.acknowledged"), true},
               {heading(output, "column.executed"), true},
               {heading(output, "column.reported_back"), true},
               {heading(output, "column.counted"), true},
               {heading(output, "column.last")}});
  for (const RollUp::Line& line : whole.lines) {
    table.add({names.unit_with_code(line.unit), names.tier(line.tier), std::to_string(line.ordered),
               std::to_string(line.acknowledged), std::to_string(line.executed),
               std::to_string(line.reported),
               line.expected == 0 ? std::string()
                                  : output.say("roll_up.heads", line.counted, line.expected),
               line.last ? names.time(*line.last) : std::string()});
  }
  print(table.text(output.colour));
}

int roll_up(const CaseOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const RollUp whole = session.engine.roll_up(id, actor);
  if (output.json) {
    print_line(roll_up_json(whole, session.names.zone()));
  } else if (whole.lines.empty()) {
    print_line(output.text("roll_up.none"));
  } else {
    print_roll_up(output, session.names, whole);
  }
  return whole.lines.empty() ? exit_refused : exit_ok;
}

// ---- providers, allocate -----------------------------------------------------------------------

std::size_t parse_count(const std::string& text) {
  if (text.empty()) return 10;
  const std::int64_t number = parse_integer("--count", text);
  if (number < 1) throw Failure("not_a_number", "--count", {text});
  return static_cast<std::size_t>(number);
}

std::string mean(const Rating& rating) {
  if (rating.rated == 0) return {};
  return fmt::format("{:.1f}",
                     static_cast<double>(rating.stars) / static_cast<double>(rating.rated));
}

void print_providers(const Output& output, const Names& names,
                     const std::vector<ProposedProvider>& providers) {
  Table table({{heading(output, "column.unit"), false, 48},
               {heading(output, "column.stars"), true},
               {heading(output, "column.rated"), true},
               {heading(output, "column.metres"), true}});
  for (const ProposedProvider& one : providers) {
    table.add({names.unit_with_code(one.unit), mean(one.rating), std::to_string(one.rating.rated),
               one.metres ? fmt::format("{:.0f}", *one.metres) : std::string()});
    table.note(0, output.say("because", one.because));
  }
  print(table.text(output.colour));
}

int providers(const CaseOptions& options, const Output& output) {
  const std::size_t count = parse_count(options.count);
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const auto found =
      session.engine.propose_providers(id, options.skill, count, actor, session.when(options.at));
  if (output.json) {
    print_line(providers_json(found));
  } else if (found.empty()) {
    print_line(output.text("providers.none"));
  } else {
    print_providers(output, session.names, found);
  }
  return found.empty() ? exit_refused : exit_ok;
}

struct AllocateOptions {
  std::string file, capability, by, at, roads;
  std::vector<std::string> where;
};

void print_allocation(const Output& output, const Session& session, const Actor& actor,
                      const CaseAllocation& allocation) {
  Table table({{heading(output, "column.number")},
               {heading(output, "column.title"), false, 48},
               {heading(output, "column.unit"), false, 48},
               {heading(output, "column.cost"), true}});
  for (const CaseAllocation::Line& line : allocation.lines) {
    const auto subject = session.engine.get(line.case_id, actor);
    table.add({subject ? subject->number : id_text(line.case_id),
               subject ? subject->title : std::string(), session.names.unit_with_code(line.unit),
               fmt::format("{:.0f}", line.cost)});
    table.note(2, output.say("because", line.because));
  }
  if (!allocation.lines.empty()) print(table.text(output.colour));
  print_line(output.say("allocate.total", allocation.lines.size(),
                        fmt::format("{:.0f}", allocation.cost)));
  if (!allocation.left_over.empty())
    print_line(output.say("allocate.left_over", ids(output, allocation.left_over)));
  if (!allocation.without_place.empty())
    print_line(output.say("allocate.without_place", ids(output, allocation.without_place)));
}

int allocate(const AllocateOptions& options, const Output& output) {
  Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  if (!options.roads.empty())
    session.engine.use_roads(RoadNetwork(read_roads(read_text(options.roads, "--roads"))));
  const CaseAllocation allocation = session.engine.allocate_cases(
      parse_case_query(options.where, session, now), options.capability, actor, now);
  const bool empty =
      allocation.lines.empty() && allocation.left_over.empty() && allocation.without_place.empty();
  if (output.json) {
    print_line(allocation_json(allocation));
  } else if (empty) {
    print_line(output.text("allocate.none"));
  } else {
    print_allocation(output, session, actor, allocation);
  }
  return allocation.lines.empty() ? exit_refused : exit_ok;
}

// ---- ratings -----------------------------------------------------------------------------------

struct RatingsOptions {
  std::string file, by, from, until;
};

void print_ratings(const Output& output, const Names& names, const std::vector<Rating>& ratings) {
  Table table({{heading(output, "column.unit"), false, 48},
               {heading(output, "column.stars"), true},
               {heading(output, "column.rated"), true},
               {heading(output, "column.solved"), true},
               {heading(output, "column.partly"), true},
               {heading(output, "column.unsolved"), true},
               {heading(output, "column.cases"), true}});
  for (const Rating& one : ratings) {
    table.add({names.unit_with_code(one.unit), mean(one), std::to_string(one.rated),
               std::to_string(one.solved), std::to_string(one.partly), std::to_string(one.unsolved),
               std::to_string(one.cases)});
  }
  print(table.text(output.colour));
}

int ratings(const RatingsOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const std::string& zone = session.names.zone();
  const auto found = session.engine.ratings(parse_time("--from", options.from, zone),
                                            parse_time("--until", options.until, zone),
                                            session.reader(options.by));
  if (output.json) {
    print_line(ratings_json(found));
  } else if (found.empty()) {
    print_line(output.text("ratings.none"));
  } else {
    print_ratings(output, session.names, found);
  }
  return exit_ok;
}

}  // namespace

void add_working_commands(CLI::App& app, Output& output) {
  auto p = std::make_shared<PatrolOptions>();
  Command(app, output, "patrol")
      .store_file(p->file)
      .positional("DOC", p->document)
      .actor(p->by)
      .time(p->at)
      .run([p, &output] { return patrol(*p, output); });

  auto r = std::make_shared<CaseOptions>();
  Command(app, output, "roll-up")
      .store_file(r->file)
      .positional("CASE", r->case_text)
      .actor(r->by, Need::optional)
      .run([r, &output] { return roll_up(*r, output); });

  auto o = std::make_shared<CaseOptions>();
  Command(app, output, "providers")
      .store_file(o->file)
      .positional("CASE", o->case_text)
      .option("--skill", o->skill, "WORD", Need::required)
      .option("--count", o->count, "N")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return providers(*o, output); });

  auto a = std::make_shared<AllocateOptions>();
  Command(app, output, "allocate")
      .store_file(a->file)
      .option("--where", a->where, "key=value,…")
      .option("--capability", a->capability, "WORD")
      .option("--roads", a->roads, "DOC")
      .actor(a->by, Need::optional)
      .time(a->at)
      .run([a, &output] { return allocate(*a, output); });

  auto j = std::make_shared<RatingsOptions>();
  Command(app, output, "ratings")
      .store_file(j->file)
      .option("--from", j->from, "TIME", Need::required)
      .option("--until", j->until, "TIME", Need::required)
      .actor(j->by, Need::optional)
      .run([j, &output] { return ratings(*j, output); });
}

}  // namespace gridcase::cli
