// what-if: the history once more under other rules, or under its own.

#include "answers.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "json.hpp"
#include "session.hpp"

#include <gridcase/what_if.hpp>

#include <memory>

namespace gridcase::cli {
namespace {

struct Options {
  std::string file, out, policy, time, programmes, period, by, at;
  std::vector<std::string> holidays, scoring, stars, measures;
};

// What people look at first.
const std::vector<std::string>& usual_measures() {
  static const std::vector<std::string> codes{
      "reports",         "filings", "closings", "closing_in_time_rate",
      "limits_missed",   "orders",  "returns",  "closing_time_median",
      "closing_time_p90"};
  return codes;
}

struct Beside {
  const MeasureDefinition* measure;
  std::optional<std::int64_t> recorded;
  std::optional<std::int64_t> there;
};

std::vector<Beside> figures(const Options& options, const Engine& recorded, const Engine& there,
                            const Actor& actor, Instant now) {
  std::vector<Beside> list;
  if (options.period.empty()) return list;
  MeasureQuery query;
  query.measures = options.measures.empty() ? usual_measures() : options.measures;
  query.period = parse_period(options.period);
  const auto before = recorded.measure(query, actor, now);
  const auto after = there.measure(query, actor, now);
  for (std::size_t i = 0; i < before.size(); ++i)
    list.push_back({measure(before[i].measure), before[i].value, after.at(i).value});
  return list;
}

std::string value_text(const Output& output, const MeasureDefinition& measure,
                       std::optional<std::int64_t> value) {
  if (!value) return std::string(output.text("measure.none"));
  if (measure.form == MeasureForm::count) return std::to_string(*value / 100);
  return two_decimals(value) + (measure.form == MeasureForm::rate ? "%" : " h");
}

void put_value(Json& json, const char* key, std::optional<std::int64_t> value) {
  json.key(key);
  if (value) {
    json.raw(two_decimals(value));
  } else {
    json.null();
  }
}

std::string report_json(const WhatIfReport& report, const std::vector<Beside>& beside) {
  Json json;
  json.begin_object().field("identical", report.is_identical()).field("events", report.events);
  json.field("same", report.identical).field("erased", report.erased);
  json.field("changed", report.changed);
  json.field("refused", report.refused).field("dropped", report.dropped);
  json.field("added", report.added).field("left_out", report.left_out);
  json.key("refusals").begin_array();
  for (const WhatIfRefusal& one : report.refusals) {
    json.begin_object().field("sequence", one.sequence);
    json.field("case_id", std::to_string(to_number(one.case_id))).field("action", name(one.action));
    json.field("code", name(one.why.code)).text_or_null("field", one.why.field);
    json.field("reason", one.why.reason).end_object();
  }
  json.end_array().key("figures").begin_array();
  for (const Beside& one : beside) {
    json.begin_object().field("measure", one.measure->code);
    put_value(json, "recorded", one.recorded);
    put_value(json, "tried", one.there);
    json.end_object();
  }
  return json.end_array().end_object().text();
}

void print_report(const Output& output, const WhatIfReport& report,
                  const std::vector<Beside>& beside) {
  constexpr std::size_t most = 20;
  if (report.is_identical()) {
    print_line(output.say("what_if.identical", report.events));
  } else {
    print_line(output.say("what_if.counts", report.events, report.identical, report.changed,
                          report.refused));
    print_line(output.say("what_if.own", report.added, report.dropped, report.left_out));
  }
  for (std::size_t i = 0; i < std::min(most, report.refusals.size()); ++i) {
    const WhatIfRefusal& one = report.refusals[i];
    print_line(output.say("what_if.refusal", std::to_string(to_number(one.case_id)),
                          output.word("action", name(one.action)), refusal_text(output, one.why)));
  }
  if (report.refusals.size() > most)
    print_line(output.say("what_if.more", report.refusals.size() - most));
  if (beside.empty()) return;
  Table table({{std::string(output.text("column.figure"))},
               {std::string(output.text("column.recorded_figure")), true},
               {std::string(output.text("column.tried_figure")), true}});
  for (const Beside& one : beside) {
    table.add({output.language == Language::zh ? one.measure->chinese : one.measure->english,
               value_text(output, *one.measure, one.recorded),
               value_text(output, *one.measure, one.there)});
  }
  print(table.text(output.colour));
}

int what_if(const Options& options, const Output& output) {
  WhatIf tried;
  if (!options.policy.empty()) {
    tried.policy = read_policy_files({options.policy, options.time, options.holidays,
                                      options.programmes, options.scoring, options.stars});
  }
  Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const Instant now = session.when(options.at);
  need_no_folder(options.out);
  const WhatIfReport report = [&] {
    const Progress progress(output, "progress.what_if");
    return session.engine.what_if(options.out, tried, actor);
  }();
  const Engine there = open_store(options.out, Access::read);
  const auto beside = figures(options, session.engine, there, actor, now);
  if (output.json) {
    print_line(report_json(report, beside));
  } else {
    print_report(output, report, beside);
  }
  return !tried.policy && !report.is_identical() ? exit_refused : exit_ok;
}

}  // namespace

void add_what_if_command(CLI::App& app, Output& output) {
  auto o = std::make_shared<Options>();
  Command(app, output, "what-if")
      .store_file(o->file)
      .option("--out", o->out, "PATH", Need::required)
      .option("--policy", o->policy, "DOC")
      .option("--time", o->time, "DOC")
      .option("--programmes", o->programmes, "DOC")
      .option("--holidays", o->holidays, "DOC")
      .option("--scoring", o->scoring, "DOC")
      .option("--stars", o->stars, "DOC")
      .option("--period", o->period, "PERIOD")
      .option("--measure", o->measures, "CODE")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return what_if(*o, output); });
}

}  // namespace gridcase::cli
