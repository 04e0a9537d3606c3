// bulk: one action on many cases, first tried and then done.

#include "answers.hpp"
#include "case_query.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace gridcase::cli {
namespace {

constexpr std::size_t verdicts_shown = 20;

struct BulkOptions {
  std::string step, file, key, action, by, at, budget, slice;
  std::vector<std::string> where;
};

Bulk bulk_of(const BulkOptions& options, const Session& session, Instant now) {
  if (options.action.empty()) throw Failure("missing", "--action");
  Bulk bulk;
  bulk.key = options.key;
  bulk.query = parse_case_query(options.where, session, now);
  bulk.action = read_action(options.action);
  return bulk;
}

std::int32_t count_of(const std::string& field, const std::string& text, std::int32_t otherwise) {
  if (text.empty()) return otherwise;
  const std::int64_t number = parse_integer(field, text);
  if (number < 1 || number > std::numeric_limits<std::int32_t>::max()) {
    throw Failure("not_a_number", field, {text});
  }
  return static_cast<std::int32_t>(number);
}

// ---- what comes of it --------------------------------------------------------------------------

void put_verdict(Json& json, const BulkVerdict& verdict, const std::string& zone) {
  json.begin_object().field("case_id", id_text(verdict.case_id));
  json.field("number", verdict.number).field("before", name(verdict.before));
  json.field("after", name(verdict.after)).key("refusal");
  if (verdict.refusal) {
    json.begin_object().field("code", name(verdict.refusal->code));
    json.text_or_null("field", verdict.refusal->field);
    json.field("reason", verdict.refusal->reason).end_object();
  } else {
    json.null();
  }
  put_time(json, "deadline", verdict.deadline, zone);
  json.end_object();
}

std::string report_json(const BulkReport& report, const std::string& zone) {
  Json json;
  json.begin_object().text_or_null("key", report.key).field("cases", report.cases);
  json.field("done", report.done).field("refused", report.refused);
  json.field("failed", report.failed).key("refusals").begin_object();
  for (const auto& [code, count] : report.refusals)
    json.field(name(code), count);
  json.end_object().key("verdicts").begin_array();
  for (const BulkVerdict& verdict : report.verdicts)
    put_verdict(json, verdict, zone);
  json.end_array().field("finished", report.finished);
  json.field("from_sequence", report.from_sequence);
  return json.field("until_sequence", report.until_sequence).end_object().text();
}

std::string outcome_text(const Output& output, const Names& names, const BulkVerdict& verdict) {
  return verdict.refusal ? refusal_text(output, *verdict.refusal) : names.state(verdict.after);
}

void print_verdicts(const Output& output, const Names& names, const BulkReport& report) {
  if (report.verdicts.empty()) return;
  Table table({{std::string(output.text("column.number"))},
               {std::string(output.text("column.state"))},
               {std::string(output.text("column.verdict")), false, 72},
               {std::string(output.text("column.deadline"))}});
  const std::size_t shown = std::min(verdicts_shown, report.verdicts.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const BulkVerdict& it = report.verdicts[i];
    table.add({it.number, names.state(it.before), printable(outcome_text(output, names, it)),
               it.deadline ? names.time(*it.deadline) : std::string()});
  }
  print(table.text(output.colour));
  if (shown < report.verdicts.size()) {
    print_line(output.say("holidays.more", report.verdicts.size() - shown));
  }
}

// `sentence`: the key of the words for what was done, or would be.
int print_report(const Output& output, const Session& session, const BulkReport& report,
                 const char* sentence) {
  if (output.json) {
    print_line(report_json(report, session.names.zone()));
  } else {
    print_line(output.say(sentence, report.cases, report.done, report.refused));
    print_verdicts(output, session.names, report);
    if (report.failed > 0) print_error_line(output.say("bulk.failed", report.failed));
    if (report.finished) {
      print_line(output.say("bulk.receipt", report.from_sequence, report.until_sequence));
    }
  }
  return report.failed == 0 ? exit_ok : exit_refused;
}

// ---- the three steps ---------------------------------------------------------------------------

int preview(const BulkOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Instant now = session.when(options.at);
  const Bulk bulk = bulk_of(options, session, now);
  const BulkReport report = session.engine.preview_bulk(bulk, session.reader(options.by), now);
  return print_report(output, session, report, "bulk.would");
}

// With a budget once; without one until it is finished or nothing more comes of it.
BulkReport to_the_end(const BulkOptions& options, const Bulk& bulk, const Actor& actor,
                      Session& session, Instant now) {
  const std::int32_t budget = count_of("--budget", options.budget, 10'000);
  const std::int32_t slice = count_of("--slice", options.slice, 100);
  for (std::int64_t before = -1;;) {
    BulkReport report = session.engine.bulk(bulk, actor, now, budget, slice);
    if (report.finished || !options.budget.empty() || report.cases == before) return report;
    before = report.cases;
  }
}

int run(const BulkOptions& options, const Output& output) {
  if (options.key.empty()) throw Failure("missing", "--key");
  if (options.by.empty()) throw Failure("missing", "--by");
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const Instant now = session.when(options.at);
  const BulkReport report =
      to_the_end(options, bulk_of(options, session, now), actor, session, now);
  const int code = print_report(output, session, report, "bulk.done");
  if (!report.finished && !output.json) print_line(output.text("bulk.more"));
  return report.finished ? code : exit_refused;
}

int receipt(const BulkOptions& options, const Output& output) {
  if (options.key.empty()) throw Failure("missing", "--key");
  if (!options.action.empty()) throw Failure("not_expected", "--action");
  if (!options.where.empty()) throw Failure("not_expected", "--where");
  const Session session(output, options.file, Access::read);
  const auto found = session.engine.bulk_receipt(options.key, session.reader(options.by));
  if (!found) throw Failure("bulk_missing", "--key", {options.key}, exit_refused);
  return print_report(output, session, *found, "bulk.done");
}

int step(const BulkOptions& options, const Output& output) {
  if (options.step == "preview") return preview(options, output);
  if (options.step == "run") return run(options, output);
  if (options.step == "receipt") return receipt(options, output);
  throw Failure("unknown_word", "STEP", {options.step, "preview, run, receipt"});
}

}  // namespace

void add_bulk_commands(CLI::App& app, Output& output) {
  auto o = std::make_shared<BulkOptions>();
  Command(app, output, "bulk")
      .positional("STEP", o->step)
      .store_file(o->file)
      .option("--key", o->key, "KEY")
      .option("--where", o->where, "key=value,…")
      .option("--action", o->action, "JSON")
      .option("--budget", o->budget, "N")
      .option("--slice", o->slice, "N")
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return step(*o, output); });
}

}  // namespace gridcase::cli
