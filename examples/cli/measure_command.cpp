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
#include <optional>
#include <set>

namespace gridcase::cli {
namespace {

struct Options {
  std::string file, period, base, by_what = "total", as_of, by, at;
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

// A figure, and the same of the base period if one is asked for.
struct Pair {
  Measurement now;
  std::optional<Measurement> base;
};

// Of rates by how many points, of all else by how many percent of the base; in hundredths.
std::optional<std::int64_t> change_of(const MeasureDefinition& measure, const Pair& pair) {
  const auto now = pair.now.value;
  const auto base = pair.base->value;
  if (!now || !base) return std::nullopt;
  if (measure.form == MeasureForm::rate) return *now - *base;
  return hundredths(growth(*now, *base));
}

std::string signed_text(std::int64_t hundredths) {
  return (hundredths > 0 ? "+" : "") + two_decimals(hundredths);
}

std::string change_text(const Output& output, const MeasureDefinition& measure, const Pair& pair) {
  const auto change = change_of(measure, pair);
  if (!change) return std::string(output.text("measure.none"));
  if (measure.form != MeasureForm::rate) return signed_text(*change) + "%";
  return output.say("measure.points", signed_text(*change));
}

void print_figures(const Output& output, const Names& names, Dimension by,
                   const std::vector<Pair>& figures) {
  const bool has_keys = by != Dimension::total;
  const bool has_base = figures.front().base.has_value();
  std::vector<Column> columns{
      {std::string(output.text("column.figure"))},
      {has_keys ? std::string(output.text("column.of")) : std::string(), false, 48},
      {std::string(output.text("column.value")), true},
      {std::string(output.text("column.out_of")), true}};
  if (has_base) {
    columns.push_back({std::string(output.text("column.base")), true});
    columns.push_back({std::string(output.text("column.change")), true});
  }
  Table table(columns);
  for (const Pair& pair : figures) {
    const Measurement& figure = pair.now;
    const MeasureDefinition& it = *measure(figure.measure);
    const std::string out_of = it.form == MeasureForm::rate
                                   ? std::to_string(figure.ratio.numerator) + "/" +
                                         std::to_string(figure.ratio.denominator)
                                   : std::string();
    std::vector<std::string> cells{
        name_of(output, it), has_keys ? key_text(output, names, by, figure.key) : std::string(),
        value_text(output, it, figure), out_of};
    if (has_base) {
      cells.push_back(value_text(output, it, *pair.base));
      cells.push_back(change_text(output, it, pair));
    }
    table.add(std::move(cells));
  }
  print(table.text(output.colour));
}

void put_value(Json& json, const char* key, std::optional<std::int64_t> hundredths) {
  json.key(key);
  if (hundredths) {
    json.raw(two_decimals(hundredths));
  } else {
    json.null();
  }
}

std::string figures_json(const std::vector<Pair>& figures) {
  Json json;
  json.begin_array();
  for (const Pair& pair : figures) {
    const Measurement& figure = pair.now;
    json.begin_object().field("measure", figure.measure).field("key", figure.key);
    json.field("numerator", figure.ratio.numerator).field("denominator", figure.ratio.denominator);
    put_value(json, "value", figure.value);
    if (pair.base) {
      put_value(json, "base", pair.base->value);
      put_value(json, "change", change_of(*measure(figure.measure), pair));
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

// The figures of a period beside those of another; a key of one of them has n/a or 0 in the other.
std::vector<Pair> compared(const Engine& engine, MeasureQuery query, const Period& base,
                           const Actor& actor, Instant now) {
  std::vector<Measurement> figures = engine.measure(query, actor, now);
  std::set<std::string> keys;
  for (const Measurement& figure : figures)
    keys.insert(figure.key);
  MeasureQuery before = query;
  before.period = base;
  for (const Measurement& figure : engine.measure(before, actor, now))
    keys.insert(figure.key);
  if (query.by != Dimension::total) {
    query.keys = before.keys = {keys.begin(), keys.end()};
    figures = engine.measure(query, actor, now);
  }
  const std::vector<Measurement> earlier = engine.measure(before, actor, now);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < figures.size(); ++i)
    pairs.push_back({figures[i], earlier.at(i)});
  return pairs;
}

std::vector<Pair> figures_of(const Options& options, const Engine& engine,
                             const MeasureQuery& query, const Actor& actor, Instant now) {
  if (!options.base.empty()) return compared(engine, query, parse_period(options.base), actor, now);
  std::vector<Pair> figures;
  for (Measurement& figure : engine.measure(query, actor, now))
    figures.push_back({std::move(figure), std::nullopt});
  return figures;
}

int measure_store(const Options& options, const Output& output) {
  if (options.list) return print_catalogue(output);
  if (options.file.empty()) throw Failure("missing", "FILE");
  Session session(output, options.file, Access::read);
  const MeasureQuery query = query_of(options, session.names.zone());
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  if (options.facts) return print_behind(options, query, output, session, actor, now);
  const std::vector<Pair> figures = figures_of(options, session.engine, query, actor, now);
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
      .option("--base", o->base, "PERIOD")
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
