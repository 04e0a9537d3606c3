// assess, stars: scores of a period out of the record, what is frozen, and the stars of units.

#include "clock_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "fact_text.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "session.hpp"

#include <gridcase/assessment.hpp>

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

std::string name_in(const Output& output, const std::string& english, const std::string& chinese) {
  const bool is_chinese = output.language == Language::zh;
  const std::string& wanted = is_chinese ? chinese : english;
  return wanted.empty() ? (is_chinese ? english : chinese) : wanted;
}

// ---- scores ------------------------------------------------------------------------------------

struct AssessOptions {
  std::string file, rules, period, as_of, explain, facts, of, channel, marks, by, at;
  bool freeze = false, afresh = false;
};

// The parts of the sheet are columns.
Table score_table(const Output& output, const Assessment& assessment) {
  std::vector<Column> columns{{std::string(output.text("column.rank")), true},
                              {std::string(output.text("column.of")), false, 48},
                              {std::string(output.text("column.total")), true},
                              {std::string(output.text("column.grade"))}};
  for (const ScoredNode& part : assessment.scores.scores.front().sheet.parts)
    columns.push_back({name_in(output, part.english, part.chinese), true});
  Table table(columns);
  const std::string none(output.text("measure.none"));
  for (const Score& score : assessment.scores.scores) {
    std::vector<std::string> cells{score.rank ? std::to_string(*score.rank) : none,
                                   score.subject.name + " (" + score.subject.code + ")",
                                   score.total ? two_decimals(score.total) : none, score.grade};
    for (const ScoredNode& part : score.sheet.parts)
      cells.push_back(part.applicable ? two_decimals(part.points) : none);
    table.add(std::move(cells));
  }
  return table;
}

void print_freeze(const Output& output, const Names& names, const Assessment& assessment) {
  if (!assessment.frozen) return;
  print_line(output.say("assess.frozen", names.time(assessment.frozen->recorded),
                        assessment.sequence, assessment.frozen->sha256));
}

std::string assessment_json(const Assessment& assessment, const std::string& zone) {
  Json json;
  json.begin_object().key("assessment").raw(write_assessment(assessment)).key("frozen");
  if (assessment.frozen) {
    json.begin_object();
    json.field("recorded", format_instant(assessment.frozen->recorded, zone));
    json.field("unit", assessment.frozen->actor.unit);
    json.text_or_null("person", assessment.frozen->actor.person);
    json.field("sha256", assessment.frozen->sha256).end_object();
  } else {
    json.null();
  }
  return json.end_object().text();
}

void print_assessment(const Output& output, const Names& names, const Assessment& assessment) {
  if (output.json) {
    print_line(assessment_json(assessment, names.zone()));
    return;
  }
  const Scores& scores = assessment.scores;
  print_line(
      output.say("assess.title", name_in(output, scores.english, scores.chinese), scores.period));
  if (scores.scores.empty()) {
    print_line(output.text("assess.nobody"));
  } else {
    print(score_table(output, assessment).text(output.colour));
  }
  for (const Fact& fact : assessment.exemptions)
    print_line(output.say("assess.exemption", std::to_string(to_number(fact.case_id)),
                          names.unit_with_code(fact.unit), names.time(fact.at)));
  print_freeze(output, names, assessment);
}

const Score& score_of(const Assessment& assessment, const std::string& code,
                      std::string_view option) {
  const auto& all = assessment.scores.scores;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Score& score) { return score.subject.code == code; });
  if (found == all.end()) throw Failure("not_scored", Subject{std::string(option), code});
  return *found;
}

void need_rules(const Engine& engine, const std::string& code) {
  const auto policy = engine.policy();
  const auto& all = policy->scoring;
  const bool is_there =
      std::any_of(all.begin(), all.end(), [&](const ScoreRules& one) { return one.code == code; });
  if (!is_there) throw Failure("no_score_rules", Subject{"RULES", code});
}

int print_frozen_periods(const Output& output, const Names& names,
                         const std::vector<FrozenPeriod>& periods) {
  Json json;
  json.begin_array();
  Table table({{std::string(output.text("column.period"))},
               {std::string(output.text("column.recorded"))},
               {std::string(output.text("column.sequence")), true},
               {"SHA-256"}});
  for (const FrozenPeriod& one : periods) {
    json.begin_object().field("period", format_period(one.period));
    json.field("recorded", format_instant(one.freeze.recorded, names.zone()));
    json.field("sequence", one.sequence).field("policy_version", one.policy_version);
    json.field("sha256", one.freeze.sha256).end_object();
    table.add({format_period(one.period), names.time(one.freeze.recorded),
               std::to_string(one.sequence), one.freeze.sha256});
  }
  if (output.json) {
    print_line(json.end_array().text());
  } else if (periods.empty()) {
    print_line(output.text("assess.none_frozen"));
  } else {
    print(table.text(output.colour));
  }
  return exit_ok;
}

int print_part(const AssessOptions& options, const AssessmentQuery& query, const Output& output,
               const Session& session, const Actor& actor, Instant now) {
  if (!options.facts.empty()) {
    const MeasureDefinition* const definition = measure(options.facts);
    if (definition == nullptr) throw Failure("unknown_measure", Subject{"--facts", options.facts});
    if (options.of.empty()) throw Failure("missing", "--of");
    print_facts(output, session.names, *definition,
                session.engine.facts_behind(FigureKey{options.facts, options.of, options.channel},
                                            query, actor, now));
    return exit_ok;
  }
  const Assessment assessment = session.engine.assess(query, actor, now);
  if (options.explain.empty()) {
    print_assessment(output, session.names, assessment);
  } else {
    print(in_words(score_of(assessment, options.explain, "--explain"),
                   library_language(output.language)));
  }
  return exit_ok;
}

int assess(const AssessOptions& options, const Output& output) {
  const bool writes = options.freeze || !options.marks.empty();
  Session session(output, options.file, writes ? Access::write : Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  if (options.period.empty()) {
    if (writes) throw Failure("missing", "--period");
    const auto periods = session.engine.frozen_periods(options.rules, actor);
    if (periods.empty()) need_rules(session.engine, options.rules);
    return print_frozen_periods(output, session.names, periods);
  }
  AssessmentQuery query;
  query.rules = options.rules;
  query.period = parse_period(options.period);
  query.afresh = options.afresh;
  if (!options.as_of.empty())
    query.as_of = parse_time("--as-of", options.as_of, session.names.zone());
  if (!options.marks.empty()) {
    session.engine.give_marks(query.rules, query.period,
                              read_score_marks(read_text(options.marks, "--give-marks")), actor,
                              now);
  }
  if (options.freeze) (void)session.engine.freeze(query.rules, query.period, actor, now);
  return print_part(options, query, output, session, actor, now);
}

// ---- stars -------------------------------------------------------------------------------------

struct StarOptions {
  std::string file, scheme, unit, on, events, by, at;
};

std::string star_row(std::int32_t stars, std::int32_t highest) {
  std::string row;
  for (std::int32_t i = 0; i < highest; ++i)
    row += i < stars ? "★" : "☆";
  return row;
}

std::vector<std::string> starred_units(const StarRecord& record) {
  std::vector<std::string> units;
  for (const RatingEvent& event : record.events)
    units.push_back(event.unit);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

int print_history(const Output& output, const StarRecord& record, const std::string& unit) {
  const auto history = star_history(record.scheme, record.events, unit);
  if (history.empty()) print_line(output.text("stars.none"));
  for (const StarChange& change : history)
    print_line(printable(in_words(record.scheme, change, library_language(output.language))));
  return exit_ok;
}

int print_stars(const Output& output, const Names& names, const StarRecord& record, Date day) {
  Json json;
  json.begin_array();
  Table table({{std::string(output.text("column.unit")), false, 48},
               {std::string(output.text("column.star_row"))}});
  for (const std::string& unit : starred_units(record)) {
    const std::int32_t stars = stars_on(record.scheme, record.events, unit, day);
    json.begin_object().field("unit", unit).field("stars", stars).end_object();
    table.add({names.unit_with_code(unit), star_row(stars, record.scheme.highest)});
  }
  if (output.json) {
    print_line(json.end_array().text());
  } else if (record.events.empty()) {
    print_line(output.text("stars.none"));
  } else {
    print(table.text(output.colour));
  }
  return exit_ok;
}

int show_stars(const StarOptions& options, const Output& output) {
  const bool writes = !options.events.empty();
  Session session(output, options.file, writes ? Access::write : Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  if (writes) {
    session.engine.give_stars(options.scheme,
                              read_rating_events(read_text(options.events, "--give")), actor, now);
  }
  const StarRecord record = session.engine.stars(options.scheme, actor);
  if (!options.unit.empty() && !output.json) return print_history(output, record, options.unit);
  const Date day = options.on.empty() ? date_of(now, session.names.zone()) : parse_date(options.on);
  return print_stars(output, session.names, record, day);
}

}  // namespace

void add_assess_commands(CLI::App& app, Output& output) {
  auto o = std::make_shared<AssessOptions>();
  Command(app, output, "assess")
      .store_file(o->file)
      .positional("RULES", o->rules)
      .option("--period", o->period, "PERIOD")
      .option("--explain", o->explain, "CODE")
      .option("--facts", o->facts, "MEASURE")
      .option("--of", o->of, "CODE")
      .option("--channel", o->channel, "CODE")
      .option("--give-marks", o->marks, "DOC")
      .flag("--freeze", o->freeze)
      .flag("--afresh", o->afresh)
      .option("--as-of", o->as_of, "TIME")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return assess(*o, output); });

  auto s = std::make_shared<StarOptions>();
  Command(app, output, "stars")
      .store_file(s->file)
      .positional("SCHEME", s->scheme)
      .option("--unit", s->unit, "CODE")
      .option("--on", s->on, "DAY")
      .option("--give", s->events, "DOC")
      .actor(s->by, Need::optional)
      .time(s->at)
      .run([s, &output] { return show_stars(*s, output); });
}

}  // namespace gridcase::cli
