// measure: figures of the catalogue, and the facts behind them.

#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"

#include <gridcase/measure.hpp>

#include <algorithm>
#include <memory>

namespace gridcase::cli {
namespace {

struct Options {
  std::string file, period, by_what = "total", as_of, by, at;
  std::vector<std::string> measures, keys;
  bool facts = false;
  bool list = false;
};

std::string name_of(const Output& output, const MeasureDefinition& measure) {
  return output.language == Language::zh ? measure.chinese : measure.english;
}

bool is_time(MeasureForm form) { return form != MeasureForm::count && form != MeasureForm::rate; }

std::string value_text(const Output& output, const MeasureDefinition& measure,
                       const Measurement& figure) {
  if (!figure.value) return std::string(output.text("measure.none"));
  if (measure.form == MeasureForm::count) return std::to_string(figure.ratio.numerator);
  return two_decimals(figure.value) + (measure.form == MeasureForm::rate ? "%" : " h");
}

std::string key_text(const Output& output, const Names& names, Dimension by,
                     const std::string& key) {
  if (key.empty()) return std::string(output.text("measure.no_key"));
  switch (by) {
  case Dimension::unit:
  case Dimension::grid: return names.unit_with_code(key);
  case Dimension::person: return names.person(key) + " (" + key + ")";
  case Dimension::category: return names.category(key);
  case Dimension::tier: return output.word("tier", key);
  case Dimension::channel:
  case Dimension::total: break;
  }
  return key;
}

// ---- the catalogue -----------------------------------------------------------------------------

int print_catalogue(const Output& output) {
  Json json;
  json.begin_array();
  Table table({{std::string(output.text("column.code"))},
               {std::string(output.text("column.name"))},
               {std::string(output.text("column.form"))},
               {std::string(output.text("column.definition"))}});
  for (const MeasureDefinition& it : measure_catalogue()) {
    json.begin_object().field("measure", it.code).field("english", it.english);
    json.field("chinese", it.chinese).field("form", name(it.form));
    json.field("definition", it.definition).text_or_null("source", it.source).end_object();
    table.add({it.code, name_of(output, it), output.word("form", name(it.form)), it.definition});
  }
  if (output.json) {
    print_line(json.end_array().text());
  } else {
    print(table.text(output.colour));
  }
  return exit_ok;
}

// ---- figures -----------------------------------------------------------------------------------

void print_figures(const Output& output, const Names& names, Dimension by,
                   const std::vector<Measurement>& figures) {
  const bool has_keys = by != Dimension::total;
  Table table({{std::string(output.text("column.figure"))},
               {has_keys ? std::string(output.text("column.of")) : std::string(), false, 48},
               {std::string(output.text("column.value")), true},
               {std::string(output.text("column.out_of")), true}});
  for (const Measurement& figure : figures) {
    const MeasureDefinition& it = *measure(figure.measure);
    const std::string out_of = it.form == MeasureForm::rate
                                   ? std::to_string(figure.ratio.numerator) + "/" +
                                         std::to_string(figure.ratio.denominator)
                                   : std::string();
    table.add({name_of(output, it),
               has_keys ? key_text(output, names, by, figure.key) : std::string(),
               value_text(output, it, figure), out_of});
  }
  print(table.text(output.colour));
}

std::string figures_json(const std::vector<Measurement>& figures) {
  Json json;
  json.begin_array();
  for (const Measurement& figure : figures) {
    json.begin_object().field("measure", figure.measure).field("key", figure.key);
    json.field("numerator", figure.ratio.numerator).field("denominator", figure.ratio.denominator);
    json.key("value");
    if (figure.value) {
      json.raw(two_decimals(figure.value));
    } else {
      json.null();
    }
    json.end_object();
  }
  return json.end_array().text();
}

// ---- facts -------------------------------------------------------------------------------------

void put_facts(Json& json, const char* name_of_list, const std::vector<Fact>& facts,
               const std::string& zone) {
  json.key(name_of_list).begin_array();
  for (const Fact& fact : facts) {
    json.begin_object().field("case_id", std::to_string(to_number(fact.case_id)));
    json.field("kind", name(fact.kind));
    json.text_or_null("moment", fact.moment ? name(*fact.moment) : std::string_view());
    json.field("number", fact.number);
    put_time(json, "at", fact.at, zone);
    json.key("marks").begin_array();
    for (int mark = 0; mark <= static_cast<int>(Mark::closed); ++mark) {
      if (fact.marks.has(Mark(mark))) json.value(name(Mark(mark)));
    }
    json.end_array().key("hours").raw(
        two_decimals(hundredths({fact.amount, 3'600'000'000}, false)));
    json.text_or_null("unit", fact.unit).text_or_null("person", fact.person);
    json.text_or_null("grid", fact.grid).text_or_null("category", fact.category);
    json.text_or_null("channel", fact.channel).end_object();
  }
  json.end_array();
}

// Each line is a fact of what is counted of; those that count have a mark.
void print_facts(const Output& output, Session& session, const MeasureDefinition& measure,
                 const MeasureFacts& behind) {
  Table table(
      {{std::string(output.text("column.in_figure"))},
       {std::string(output.text("column.happened"))},
       {std::string(output.text("column.case"))},
       {std::string(output.text("column.unit")), false, 48},
       {std::string(output.text("column.person"))},
       {is_time(measure.form) ? std::string(output.text("column.hours")) : std::string(), true}});
  const bool is_rate = measure.form == MeasureForm::rate;
  for (const Fact& fact : is_rate ? behind.denominator : behind.numerator) {
    const bool counts = !is_rate || std::find(behind.numerator.begin(), behind.numerator.end(),
                                              fact) != behind.numerator.end();
    table.add({counts ? "+" : "-", session.names.time(fact.at),
               std::to_string(to_number(fact.case_id)), session.names.unit_with_code(fact.unit),
               fact.person,
               is_time(measure.form) ? two_decimals(hundredths({fact.amount, 3'600'000'000}, false))
                                     : std::string()});
  }
  print(table.text(output.colour));
}

int print_behind(const Options& options, const MeasureQuery& asked, const Output& output,
                 Session& session, const Actor& actor, Instant now) {
  if (asked.measures.size() != 1) throw Failure("missing", "--measure");
  if (asked.keys.size() > 1) throw Failure("not_expected", "--key");
  if (asked.by != Dimension::total && asked.keys.empty()) throw Failure("missing", "--key");
  MeasureQuery query = asked;
  query.measures.clear();
  query.keys.clear();
  const std::string key = options.keys.empty() ? std::string() : options.keys.front();
  const MeasureFacts behind =
      session.engine.facts_behind(options.measures.front(), key, query, actor, now);
  if (output.json) {
    Json json;
    json.begin_object();
    put_facts(json, "numerator", behind.numerator, session.names.zone());
    put_facts(json, "denominator", behind.denominator, session.names.zone());
    print_line(json.end_object().text());
  } else if (behind.numerator.empty() && behind.denominator.empty()) {
    print_line(output.text("measure.no_facts"));
  } else {
    print_facts(output, session, *measure(options.measures.front()), behind);
  }
  return exit_ok;
}

MeasureQuery query_of(const Options& options, const std::string& zone) {
  if (options.period.empty()) throw Failure("missing", "--period");
  MeasureQuery query;
  query.measures = options.measures;
  query.keys = options.keys;
  const auto by = dimension_from_name(options.by_what);
  if (!by) {
    throw Failure("unknown_word", "--by-what",
                  {options.by_what, "total, unit, person, grid, category, channel, tier"});
  }
  query.by = *by;
  query.period = parse_period(options.period);
  if (!options.as_of.empty()) query.as_of = parse_time("--as-of", options.as_of, zone);
  return query;
}

int measure_store(const Options& options, const Output& output) {
  if (options.list) return print_catalogue(output);
  if (options.file.empty()) throw Failure("missing", "FILE");
  Session session(output, options.file, Access::read);
  const MeasureQuery query = query_of(options, session.names.zone());
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  if (options.facts) return print_behind(options, query, output, session, actor, now);
  const auto figures = session.engine.measure(query, actor, now);
  if (output.json) {
    print_line(figures_json(figures));
  } else if (figures.empty()) {
    print_line(output.text("measure.nothing"));
  } else {
    print_figures(output, session.names, query.by, figures);
  }
  return exit_ok;
}

}  // namespace

void add_measure_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<Options>();
  Command(app, output, "measure")
      .positional("FILE", o->file, Need::optional)
      .flag("--list", o->list)
      .option("--period", o->period, "PERIOD")
      .option("--by-what", o->by_what, "WORD")
      .option("--measure", o->measures, "CODE")
      .option("--key", o->keys, "CODE")
      .option("--as-of", o->as_of, "TIME")
      .flag("--facts", o->facts)
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return measure_store(*o, output); });
}

}  // namespace gridcase::cli
