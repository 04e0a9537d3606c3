// may, reveal, access-log, duty: who may see and do what, who looked, and who is responsible.

#include "answers.hpp"
#include "case_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"
#include "timeline.hpp"

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

// ---- may ---------------------------------------------------------------------------------------

struct MayOptions {
  std::string file, kind, case_text, by, at;
};

// Seeing is no action; whatever else is asked, is.
constexpr std::string_view see = "see";

std::optional<ActionKind> kind_of(const std::string& word) {
  if (word == see) return std::nullopt;
  const auto kind = action_from_name(word);
  if (!kind) throw Failure("unknown_action", Subject{"KIND", word});
  return kind;
}

// Nobody is told more by the question than by the case itself: one that the actor does not see is
// asked for in the name of the command centre, only to say no.
Verdict verdict_of(const Session& session, const MayOptions& options, const Actor& actor) {
  const std::optional<ActionKind> kind = kind_of(options.kind);
  const CaseId id = options.case_text.empty()
                        ? CaseId::none
                        : session.find_case(options.case_text, session.reader(""), "--case");
  if (kind) return session.engine.may(*kind, id, actor, session.when(options.at));
  if (id == CaseId::none) throw Failure("missing", "--case");
  const bool sees = session.engine.get(id, actor).has_value();
  return {sees, sees ? std::string() : "there is no case " + id_text(id)};
}

// The posts an actor acts in, each with what its role gives.
std::vector<HeldPost> posts_of(const Directory& directory, const Actor& actor) {
  std::vector<HeldPost> posts = directory.posts_of(actor.person, actor.unit);
  const auto is_other = [&](const HeldPost& held) {
    return !actor.post.empty() && held.post->role != actor.post;
  };
  posts.erase(std::remove_if(posts.begin(), posts.end(), is_other), posts.end());
  return posts;
}

std::string may_json(const Verdict& verdict, const Directory& directory,
                     const std::vector<HeldPost>& posts) {
  Json json;
  json.begin_object().field("yes", verdict.yes).text_or_null("because", verdict.because);
  json.key("posts").begin_array();
  for (const HeldPost& held : posts) {
    const Role* role = directory.role(held.post->role);
    json.begin_object().field("role", held.post->role).field("holder", held.holder->code);
    json.field("for_task_force", held.for_task_force);
    json.text_or_null("reads", role == nullptr ? std::string_view() : name(role->reads));
    json.field("categories", held.post->categories).field("territory", held.post->territory);
    json.field("actions", role == nullptr ? std::vector<std::string>() : role->actions);
    json.field("sensitive", role != nullptr && role->sensitive);
    json.field("reveals", role != nullptr && role->reveals);
    json.field("erases", role != nullptr && role->erases).end_object();
  }
  return json.end_array().end_object().text();
}

std::string all_or(const Output& output, const std::vector<std::string>& codes) {
  return codes.empty() ? std::string(output.text("may.all"))
                       : joined(codes, output.text("list.separator"));
}

void print_posts(const Output& output, const Names& names, const std::vector<HeldPost>& posts) {
  Table table({{std::string(output.text("column.post")), false, 32},
               {std::string(output.text("column.reads"))},
               {std::string(output.text("column.ground")), false, 40},
               {std::string(output.text("column.category")), false, 32},
               {std::string(output.text("column.actions")), false, 48}});
  for (const HeldPost& held : posts) {
    const Role* role = names.directory().role(held.post->role);
    if (role == nullptr) continue;
    const std::string named = role->name.empty() ? role->code : role->name;
    table.add({named, output.word("reads", name(role->reads)),
               held.post->territory.empty() ? std::string(output.text("may.own_ground"))
                                            : all_or(output, held.post->territory),
               all_or(output, held.post->categories), all_or(output, role->actions)});
  }
  if (!table.empty()) print(table.text(output.colour));
}

int may(const MayOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = parse_actor("--by", options.by);
  const Verdict verdict = verdict_of(session, options, actor);
  const Directory& directory = session.names.directory();
  const std::vector<HeldPost> posts = posts_of(directory, actor);
  if (output.json) {
    print_line(may_json(verdict, directory, posts));
    return verdict.yes ? exit_ok : exit_refused;
  }
  print_line(output.text(verdict.yes ? "may.yes" : "may.no"));
  if (!verdict.because.empty()) print_line(printable(output.say("because", verdict.because)));
  print_posts(output, session.names, posts);
  return verdict.yes ? exit_ok : exit_refused;
}

// ---- reveal ------------------------------------------------------------------------------------

struct RevealOptions {
  std::string file, case_text, reason, by, at;
};

int reveal(const RevealOptions& options, const Output& output) {
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const CaseId id = session.find_case(options.case_text, actor);
  const auto revealed = session.engine.reveal(id, options.reason, actor, session.when(options.at));
  if (output.json) {
    Json json;
    json.begin_object().key("answer").raw(answer_json(revealed.answer)).key("case");
    if (revealed.found) {
      json.raw(case_json(*revealed.found, session.names.zone()));
    } else {
      json.null();
    }
    print_line(json.end_object().text());
    return revealed.found ? exit_ok : exit_refused;
  }
  if (!revealed.found)
    return print_answer(output, session.names, revealed.answer, options.case_text);
  print(case_heading(output, session.names, *revealed.found));
  print(case_details(output, session.names, *session.engine.policy(), *revealed.found));
  return exit_ok;
}

// ---- access-log --------------------------------------------------------------------------------

struct LogOptions {
  std::string file, case_text, by;
};

bool is_access(const Event& event) {
  return event.action.kind == ActionKind::reveal || event.action.kind == ActionKind::erase;
}

// Of one case as its history tells, else of the county, for its command centre. What is said in a
// contact or in a case that was merged is shown in the one it goes on in as well.
std::vector<Event> accesses(const Session& session, const LogOptions& options, const Actor& actor) {
  std::vector<Event> found;
  const auto take = [&](std::vector<Event>&& events) {
    std::copy_if(std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()),
                 std::back_inserter(found), is_access);
  };
  if (!options.case_text.empty()) {
    for (CaseId id = session.find_case(options.case_text, actor); id != CaseId::none;) {
      take(session.engine.history(id, actor));
      const auto whole = session.engine.get(id, actor);
      id = whole ? whole->merged_into : CaseId::none;
    }
    return found;
  }
  constexpr std::int32_t page = 1000;
  for (std::int64_t after = 0;;) {
    std::vector<Event> events = session.engine.read_log(after, page, actor);
    if (events.empty()) return found;
    after = events.back().sequence;
    take(std::move(events));
  }
}

std::string who(const Names& names, const Actor& actor) {
  return actor.person.empty()
             ? names.unit_with_code(actor.unit)
             : names.person(actor.person) + " (" + actor.person + "), " + names.unit(actor.unit);
}

std::string accesses_json(const std::vector<Event>& events, const std::string& zone) {
  Json json;
  json.begin_array();
  for (const Event& event : events)
    json.raw(event_json(event, zone));
  return json.end_array().text();
}

// What a reading showed, as the event says.
std::string what(const Output& output, const Event& event) {
  if (event.action.kind == ActionKind::erase) return output.word("action", "erase");
  const std::string& shown = event.facts.because;
  std::vector<std::string> words;
  for (const char* word : {"sensitive", "personal"}) {
    if (shown.find(word) != std::string::npos) words.push_back(output.word("shown", word));
  }
  return joined(words, output.text("list.separator"));
}

int access_log(const LogOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const std::vector<Event> events = accesses(session, options, session.reader(options.by));
  if (output.json) {
    print_line(accesses_json(events, session.names.zone()));
    return exit_ok;
  }
  if (events.empty()) {
    print_line(output.text("access.none"));
    return exit_ok;
  }
  Table table({{std::string(output.text("column.happened"))},
               {std::string(output.text("column.sequence")), true},
               {std::string(output.text("column.case"))},
               {std::string(output.text("column.who")), false, 48},
               {std::string(output.text("column.shown"))},
               {std::string(output.text("column.reason"))}});
  for (const Event& event : events) {
    table.add({session.names.time(event.happened), std::to_string(event.sequence),
               id_text(event.case_id), who(session.names, event.actor), what(output, event),
               event.action.reason});
  }
  print(table.text(output.colour));
  return exit_ok;
}

// ---- duty --------------------------------------------------------------------------------------

struct DutyOptions {
  std::string file, grid, category, at;
  bool all = false;
};

std::string duty_json(const std::vector<ResponsiblePerson>& listed, std::size_t count,
                      std::size_t gaps, std::size_t overlaps) {
  Json json;
  json.begin_object().field("count", count).field("gaps", gaps).field("overlaps", overlaps);
  json.key("listed").begin_array();
  for (const ResponsiblePerson& it : listed) {
    json.begin_object().field("grid", it.grid).field("category", it.category);
    json.field("persons", it.persons).field("because", it.because).end_object();
  }
  return json.end_array().end_object().text();
}

void print_duties(const Output& output, const Names& names,
                  const std::vector<ResponsiblePerson>& listed) {
  Table table({{std::string(output.text("column.grid")), false, 40},
               {std::string(output.text("column.category")), false, 32},
               {std::string(output.text("column.responsible")), false, 48}});
  for (const ResponsiblePerson& it : listed) {
    std::vector<std::string> persons;
    for (const std::string& code : it.persons)
      persons.push_back(names.person(code) + " (" + code + ")");
    table.add({names.unit_with_code(it.grid), names.category(it.category),
               persons.empty() ? std::string(output.text("duty.nobody"))
                               : joined(persons, output.text("list.separator"))});
    if (persons.size() != 1) table.note(2, output.say("because", it.because));
  }
  if (!table.empty()) print(table.text(output.colour));
}

int duty(const DutyOptions& options, const Output& output) {
  const Names names(output.language, open_directory(options.file));
  const Instant when =
      options.at.empty() ? wall_clock() : parse_time("--at", options.at, names.zone());
  std::vector<ResponsiblePerson> listed;
  std::size_t count = 0, gaps = 0, overlaps = 0;
  for (ResponsiblePerson& it : names.directory().responsible_persons(when)) {
    if (!options.grid.empty() && it.grid != options.grid) continue;
    if (!options.category.empty() && it.category != options.category) continue;
    ++count;
    if (it.persons.empty()) ++gaps;
    if (it.persons.size() > 1) ++overlaps;
    if (options.all || it.persons.size() != 1) listed.push_back(std::move(it));
  }
  if (output.json) {
    print_line(duty_json(listed, count, gaps, overlaps));
  } else {
    print_duties(output, names, listed);
    print_line(output.say("duty.counts", count, gaps, overlaps));
  }
  return gaps + overlaps == 0 && count > 0 ? exit_ok : exit_refused;
}

}  // namespace

void add_access_commands(CLI::App& app, Output& output) {
  auto m = std::make_shared<MayOptions>();
  Command(app, output, "may")
      .store_file(m->file)
      .positional("KIND", m->kind)
      .option("--case", m->case_text, "CASE")
      .actor(m->by)
      .time(m->at)
      .run([m, &output] { return may(*m, output); });

  auto r = std::make_shared<RevealOptions>();
  Command(app, output, "reveal")
      .store_file(r->file)
      .positional("CASE", r->case_text)
      .option("--reason", r->reason, "CODE", Need::required)
      .actor(r->by)
      .time(r->at)
      .run([r, &output] { return reveal(*r, output); });

  auto l = std::make_shared<LogOptions>();
  Command(app, output, "access-log")
      .store_file(l->file)
      .positional("CASE", l->case_text, Need::optional)
      .actor(l->by, Need::optional)
      .run([l, &output] { return access_log(*l, output); });

  auto d = std::make_shared<DutyOptions>();
  Command(app, output, "duty")
      .positional("FILE", d->file)
      .option("--grid", d->grid, "UNIT")
      .option("--category", d->category, "CODE")
      .flag("--all", d->all)
      .time(d->at)
      .run([d, &output] { return duty(*d, output); });
}

}  // namespace gridcase::cli
