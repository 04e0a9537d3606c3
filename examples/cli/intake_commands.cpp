// intake, way, alert, public-code, public-view: what comes in, and what the public may see.

#include "answers.hpp"
#include "case_text.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace gridcase::cli {
namespace {

struct IntakeOptions {
  std::string file, from, until, by, at, document, number, code, case_text;
};

// ---- intake ------------------------------------------------------------------------------------

std::string totals_json(const IntakeTotals& totals) {
  Json json;
  json.begin_array();
  for (const IntakeTotals::Line& line : totals.lines) {
    json.begin_object().field("nature", name(line.nature)).text_or_null("type", line.type);
    json.text_or_null("number_dialled", line.number_dialled);
    json.field("request", name(line.request)).field("count", line.count);
    json.field("answered", line.answered).field("became", line.became);
    json.field("open", line.open).field("repeats", line.repeats).end_object();
  }
  return json.end_array().text();
}

void print_totals(const Output& output, const IntakeTotals& totals) {
  const auto heading = [&](const char* key) { return std::string(output.text(key)); };
  Table table({{heading("field.nature")},
               {heading("field.type")},
               {heading("field.number_dialled")},
               {heading("field.request")},
               {heading("column.count"), true},
               {heading("column.answered_at_once"), true},
               {heading("column.became"), true},
               {heading("column.open"), true},
               {heading("column.repeats"), true}});
  for (const IntakeTotals::Line& line : totals.lines) {
    const bool is_case = line.nature == Nature::ordinary;
    const std::string type =
        line.type.empty() ? std::string() : output.word(is_case ? "channel" : "type", line.type);
    table.add({output.word("nature", name(line.nature)), type, printable(line.number_dialled),
               output.word("request", name(line.request)), std::to_string(line.count),
               std::to_string(line.answered), std::to_string(line.became),
               std::to_string(line.open), std::to_string(line.repeats)});
  }
  print(table.text(output.colour));
}

int intake(const IntakeOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const std::string& zone = session.names.zone();
  const IntakeTotals totals = session.engine.intake_totals(
      parse_time("--from", options.from, zone), parse_time("--until", options.until, zone),
      session.reader(options.by));
  if (output.json) {
    print_line(totals_json(totals));
  } else if (totals.lines.empty()) {
    print_line(output.text("intake.none"));
  } else {
    print_totals(output, totals);
  }
  return exit_ok;
}

// ---- way ---------------------------------------------------------------------------------------

int way(const IntakeOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Action contact = read_action(read_text(options.document));
  const PathProposal proposal =
      session.engine.propose_path(contact, session.reader(options.by), session.when(options.at));
  if (output.json) {
    Json json;
    json.begin_object().field("path", name(proposal.path)).text_or_null("unit", proposal.unit);
    print_line(json.field("because", proposal.because).end_object().text());
  } else {
    const std::string key = "path." + std::string(name(proposal.path));
    const std::string step = proposal.unit.empty()
                                 ? std::string(output.text(key))
                                 : output.say(key, session.names.unit_with_code(proposal.unit));
    print_line(output.say("detail.order_plain", step, proposal.because));
  }
  return exit_ok;
}

// ---- alert -------------------------------------------------------------------------------------

// What is entered here is an alert, also where the document leaves out to say so.
std::string with_kind(std::string text) {
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(text, error);
  if (error || !value.is_object() || value.get_object().contains("kind")) return text;
  const char* const kind =
      value.get_object().empty() ? "\"kind\":\"enter_record\"" : ",\"kind\":\"enter_record\"";
  return text.insert(text.rfind('}'), kind);  // at the end, so that faults keep their places
}

int alert(const IntakeOptions& options, const Output& output) {
  const Actor actor = parse_actor("--by", options.by);
  Session session(output, options.file, Access::write);
  const Action said = read_action(with_kind(read_text(options.document)));
  const auto answers = session.engine.raise_alert(said, actor, session.when(options.at));
  Json json;
  json.begin_array();
  for (const Answer& answer : answers) {
    json.raw(answer_json(answer));
    if (output.json) continue;
    print_line(answer.refusal ? refusal_text(output, *answer.refusal)
                              : output.say("alert.step", id_text(answer.case_id),
                                           session.names.state(answer.state),
                                           output.word("status", name(answer.status))));
  }
  if (output.json) print_line(json.end_array().text());
  const bool ok =
      std::all_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.ok(); });
  return ok ? exit_ok : exit_refused;
}

// ---- what the public may see -------------------------------------------------------------------

int public_code(const IntakeOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const Actor actor = session.reader(options.by);
  const CaseId id = session.find_case(options.case_text, actor);
  const std::string code = session.engine.public_code(id, actor);
  if (output.json) {
    print_line(Json().begin_object().text_or_null("code", code).end_object().text());
  } else {
    print_line(code.empty() ? std::string(output.text("public.no_code")) : code);
  }
  return code.empty() ? exit_refused : exit_ok;
}

int public_view(const IntakeOptions& options, const Output& output) {
  const Session session(output, options.file, Access::read);
  const auto view = session.engine.public_view(options.number, options.code);
  const std::string& zone = session.names.zone();
  if (output.json) {
    Json json;
    if (view) {
      json.begin_object().field("number", view->number).field("stage", name(view->stage));
      put_time(json, "reported", view->reported, zone);
      put_time(json, "ended", view->ended, zone);
      json.text_or_null("reply", view->reply).text_or_null("continues_in", view->continues_in);
      json.end_object();
    } else {
      json.null();
    }
    print_line(json.text());
  } else if (!view) {
    print_line(output.text("public.none"));
  } else {
    print(field_line(output, "field.number", view->number) +
          field_line(output, "field.stage", output.word("stage", name(view->stage))) +
          field_line(output, "field.reported", session.names.time(view->reported)) +
          field_line(output, "field.ended", view->ended ? session.names.time(*view->ended) : "") +
          field_line(output, "field.reply", view->reply) +
          field_line(output, "field.continues_in", view->continues_in));
  }
  return view ? exit_ok : exit_refused;
}

}  // namespace

void add_intake_commands(CLI::App& app, Output& output) {
  auto o = std::make_shared<IntakeOptions>();
  Command(app, output, "intake")
      .store_file(o->file)
      .option("--from", o->from, "TIME", Need::required)
      .option("--until", o->until, "TIME", Need::required)
      .actor(o->by, Need::optional)
      .run([o, &output] { return intake(*o, output); });
  Command(app, output, "way")
      .store_file(o->file)
      .positional("CONTACT", o->document)
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return way(*o, output); });
  Command(app, output, "alert")
      .store_file(o->file)
      .positional("ALERT", o->document)
      .actor(o->by)
      .time(o->at)
      .run([o, &output] { return alert(*o, output); });
  Command(app, output, "public-code")
      .store_file(o->file)
      .positional("CASE", o->case_text)
      .actor(o->by, Need::optional)
      .run([o, &output] { return public_code(*o, output); });
  Command(app, output, "public-view")
      .store_file(o->file)
      .positional("NUMBER", o->number)
      .positional("CODE", o->code)
      .run([o, &output] { return public_view(*o, output); });
}

}  // namespace gridcase::cli
