#include "exchange_intake.hpp"
#include "answers.hpp"
#include "failure.hpp"
#include "json.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::cli {
namespace {

constexpr std::size_t batch_size = 500;
constexpr std::size_t shown = 20;

std::string external_id_of(const Action& action) {
  return action.external_ids.empty() ? std::string() : action.external_ids.front().id;
}

}  // namespace

Intake::Intake(const Output& output, Session& session, Actor actor, Instant now)
    : output_(output), session_(session), actor_(std::move(actor)), now_(now),
      progress_(output, "progress.read") {}

void Intake::report(Action action, const std::string& where) {
  ++tally_.read;
  waiting_.push_back({std::move(action), actor_, now_});
  places_.push_back(where);
  if (waiting_.size() == batch_size) flush();
}

void Intake::flush() {
  if (waiting_.empty()) return;
  const auto answers = session_.engine.batch(waiting_);
  for (std::size_t i = 0; i < answers.size(); ++i)
    count(answers[i], places_[i], external_id_of(waiting_[i].action));
  progress_.advance(static_cast<std::int64_t>(waiting_.size()));
  waiting_.clear();
  places_.clear();
}

// What follows from an alert that came before is done now if it was not then.
void Intake::alert(const Action& action, const std::string& where) {
  const auto answers = session_.engine.raise_alert(action, actor_, now_);
  const auto failed = std::find_if(answers.begin() + 1, answers.end(),
                                   [](const Answer& answer) { return !answer.ok(); });
  ++tally_.read;
  count(failed == answers.end() ? answers.front() : *failed, where, external_id_of(action));
}

void Intake::count(const Answer& answer, const std::string& where, const std::string& id) {
  const bool known = answer.refusal && answer.refusal->code == RefusalCode::duplicate_external;
  if (known || answer.status == Status::duplicate) {
    ++tally_.already;
  } else if (answer.ok()) {
    ++tally_.entered;
  } else if (answer.refusal) {
    tally_.refused.push_back({where, id, std::string(name(answer.refusal->code)),
                              answer.refusal->field, refusal_text(output_, *answer.refusal)});
  } else {
    const std::string status(name(answer.status));
    tally_.refused.push_back({where, id, status, "", output_.word("status", status)});
  }
}

void Intake::refuse(const std::string& where, const std::string& id) {
  ++tally_.read;
  try {
    throw;
  } catch (const Failure& failure) {
    std::string message = failure.message(output_.language);
    const std::string fix = failure.fix(output_.language);
    if (!fix.empty()) message += std::string(output_.text("fail.then")) + fix;
    tally_.refused.push_back({where, id, failure.code(), failure.field(), message});
  } catch (const DocumentError& error) {
    const Fault& fault = error.faults().front();
    const std::string message = fault.message + std::string(output_.text("fail.then")) + fault.fix;
    tally_.refused.push_back({where, id, fault.code, fault.path, message});
  }
}

int print_tally(const Output& output, const std::string& format, const Tally& tally) {
  const auto refused = static_cast<std::int64_t>(tally.refused.size());
  if (output.json) {
    Json json;
    json.begin_object().field("format", format).field("read", tally.read);
    json.field("entered", tally.entered).field("already", tally.already);
    json.field("refused", refused).key("refusals").begin_array();
    for (const NotTaken& one : tally.refused) {
      json.begin_object().field("where", one.where).text_or_null("id", one.id);
      json.field("code", one.code).text_or_null("field", one.field);
      json.field("message", one.message).end_object();
    }
    print_line(json.end_array().end_object().text());
  } else {
    print_line(output.say("exchange.read", tally.read, tally.entered, tally.already, refused));
    for (std::size_t i = 0; i < std::min(shown, tally.refused.size()); ++i) {
      const NotTaken& one = tally.refused[i];
      const std::string about = one.field.empty() ? one.id : one.id + " " + one.field;
      print_line(printable(output.say("exchange.refused", one.where, about, one.message)));
    }
    if (tally.refused.size() > shown) {
      print_line(output.say("holidays.more", tally.refused.size() - shown));
    }
  }
  return tally.refused.empty() ? exit_ok : exit_refused;
}

}  // namespace gridcase::cli
