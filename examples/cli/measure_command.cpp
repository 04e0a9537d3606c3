// measure: figures of the catalogue, and the facts behind them.

#include "command.hpp"
#include "documents.hpp"
#include "fact_text.hpp"
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
  std::string channel;
  bool below = false;
  bool facts = false;
  bool list = false;
};

std::string name_of(const Output& output, const MeasureDefinition& measure) {
  return output.language == Language::zh ? measure.chinese : measure.english;
}

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
    json.field("definition", it.definition).field("definition_chinese", it.definition_chinese);
    json.text_or_null("source", it.source).end_object();
    table.add({it.code, name_of(output, it), output.word("form", name(it.form)),
               output.language == Language::zh ? it.definition_chinese : it.definition});
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
  print_facts(output, session.names, *measure(options.measures.front()), behind);
  return exit_ok;
}

MeasureQuery query_of(const Options& options, const std::string& zone) {
  if (options.period.empty()) throw Failure("missing", "--period");
  MeasureQuery query;
  query.measures = options.measures;
  query.keys = options.keys;
  query.below = options.below;
  query.channel = options.channel;
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
      .flag("--below", o->below)
      .option("--channel", o->channel, "CODE")
      .option("--as-of", o->as_of, "TIME")
      .flag("--facts", o->facts)
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return measure_store(*o, output); });
}

}  // namespace gridcase::cli
