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

bool is_known(const Answer& answer) {
  return answer.status == Status::duplicate ||
         (answer.refusal && answer.refusal->code == RefusalCode::duplicate_external);
}

void put_list(Json& json, const char* key, const std::vector<NotTaken>& all) {
  json.key(key).begin_array();
  for (const NotTaken& one : all) {
    json.begin_object().field("where", one.where).text_or_null("id", one.id);
    json.field("code", one.code).text_or_null("field", one.field);
    json.field("message", one.message).end_object();
  }
  json.end_array();
}

void print_list(const Output& output, const std::vector<NotTaken>& all) {
  for (std::size_t i = 0; i < std::min(shown, all.size()); ++i) {
    const NotTaken& one = all[i];
    const std::string about = one.field.empty() ? one.id : one.id + " " + one.field;
    print_line(printable(output.say("exchange.refused", one.where, about, one.message)));
  }
  if (all.size() > shown) print_line(output.say("holidays.more", all.size() - shown));
}

void print_endings(const Output& output, const Tally& tally) {
  const auto left_open = static_cast<std::int64_t>(tally.left_open.size());
  if (tally.ended + left_open == 0) return;
  print_line(output.say("exchange.ended", tally.ended, left_open));
  print_list(output, tally.left_open);
}

void print_left_out(const Output& output, const Tally& tally) {
  std::string fields;
  for (const auto& [field, count] : tally.left_out)
    fields += (fields.empty() ? "" : ", ") + field + " (" + std::to_string(count) + ")";
  if (!fields.empty()) print_line(output.say("exchange.left_out", fields));
}

}  // namespace

Intake::Intake(const Output& output, Session& session, Actor actor, Instant now)
    : output_(output), session_(session), actor_(std::move(actor)), now_(now),
      progress_(output, "progress.read") {}

void Intake::report(Action action, const std::string& where, Ending ending) {
  ++tally_.read;
  waiting_.push_back({std::move(action), actor_, now_});
  places_.push_back(where);
  endings_.push_back(std::move(ending));
  if (waiting_.size() == batch_size) flush();
}

void Intake::flush() {
  if (waiting_.empty()) return;
  const auto answers = session_.engine.batch(waiting_);
  for (std::size_t i = 0; i < answers.size(); ++i)
    count(answers[i], places_[i], external_id_of(waiting_[i].action));
  end(answers);
  progress_.advance(static_cast<std::int64_t>(waiting_.size()));
  waiting_.clear();
  places_.clear();
  endings_.clear();
}

// Those that were entered before may have ended since.
std::optional<Case> Intake::case_of(const Answer& reported, const Action& report) const {
  const Actor& reader = actor_;
  if (reported.ok() && reported.status != Status::duplicate)
    return session_.engine.get(reported.case_id, reader);
  if (!is_known(reported) || report.external_ids.empty()) return std::nullopt;
  CaseQuery query;
  query.external_id = report.external_ids.front();
  const auto found = session_.engine.find(query, reader).cases;
  if (found.empty()) return std::nullopt;
  return session_.engine.get(found.front().id, reader);
}

void Intake::end(const std::vector<Answer>& reported) {
  std::vector<Submission> ends;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < reported.size(); ++i) {
    if (!endings_[i]) continue;
    const auto found = case_of(reported[i], waiting_[i].action);
    if (!found) {  // who enters it may not see what was entered before
      if (is_known(reported[i]))
        tally_.left_open.push_back(
            not_taken(reported[i], places_[i], external_id_of(waiting_[i].action)));
      continue;
    }
    auto action = endings_[i](*found);
    if (!action) continue;
    ends.push_back({*std::move(action), actor_, now_});
    of.push_back(i);
  }
  if (ends.empty()) return;
  const auto answers = session_.engine.batch(ends);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].status == Status::duplicate) continue;
    if (answers[i].ok()) {
      ++tally_.ended;
    } else {
      tally_.left_open.push_back(
          not_taken(answers[i], places_[of[i]], external_id_of(waiting_[of[i]].action)));
    }
  }
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
  if (is_known(answer)) {
    ++tally_.already;
  } else if (answer.ok()) {
    ++tally_.entered;
  } else {
    tally_.refused.push_back(not_taken(answer, where, id));
  }
}

NotTaken Intake::not_taken(const Answer& answer, const std::string& where,
                           const std::string& id) const {
  if (answer.refusal) {
    return {where, id, std::string(name(answer.refusal->code)), answer.refusal->field,
            refusal_text(output_, *answer.refusal)};
  }
  const std::string status(name(answer.status));
  return {where, id, status, "", output_.word("status", status)};
}

void Intake::refuse(const std::string& where, const std::string& id) {
  try {
    throw;
  } catch (const Failure& failure) {
    ++tally_.read;
    std::string message = failure.message(output_.language);
    const std::string fix = failure.fix(output_.language);
    if (!fix.empty()) message += std::string(output_.text("fail.then")) + fix;
    tally_.refused.push_back({where, id, failure.code(), failure.field(), message});
  } catch (const DocumentError& error) {
    refuse(where, id, error);
  }
}

void Intake::refuse(const std::string& where, const std::string& id, const DocumentError& error) {
  ++tally_.read;
  const Fault& fault = error.faults().front();
  const std::string message = fault.message + std::string(output_.text("fail.then")) + fault.fix;
  tally_.refused.push_back({where, id, fault.code, fault.path, message});
}

int print_tally(const Output& output, const std::string& format, const Tally& tally) {
  const auto refused = static_cast<std::int64_t>(tally.refused.size());
  if (output.json) {
    Json json;
    json.begin_object().field("format", format).field("read", tally.read);
    json.field("entered", tally.entered).field("already", tally.already);
    json.field("refused", refused);
    put_list(json, "refusals", tally.refused);
    json.field("ended", tally.ended);
    put_list(json, "left_open", tally.left_open);
    json.key("left_out").begin_object();
    for (const auto& [field, count] : tally.left_out)
      json.field(field, count);
    print_line(json.end_object().end_object().text());
  } else {
    print_line(output.say("exchange.read", tally.read, tally.entered, tally.already, refused));
    print_list(output, tally.refused);
    print_endings(output, tally);
    print_left_out(output, tally);
  }
  return tally.refused.empty() && tally.left_open.empty() ? exit_ok : exit_refused;
}

}  // namespace gridcase::cli
