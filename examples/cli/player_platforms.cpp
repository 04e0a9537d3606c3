// Lines about other systems: what they say, and what they are to be told.

#include "forms.hpp"
#include "player.hpp"

#include <algorithm>

namespace gridcase::cli {

namespace json = boost::json;

void Player::run_receive(const ScriptLine& line) {
  Checks checks(line.number);
  steps_ += static_cast<int>(line.messages.size());
  latest_ = std::max(latest_, *line.at);
  json::object found{{"error", nullptr}, {"field", nullptr}};
  json::array statuses;
  try {
    const auto answers = session_.engine.receive(line.system, line.messages, *line.at);
    for (const Answer& answer : answers)
      statuses.push_back(json::parse(answer_json(answer)));
    keep_received(line, answers);
  } catch (const Error& error) {
    found["error"] = std::string(name(error.code()));
    found["field"] = error.field();
  }
  found["answers"] = statuses;
  json::object wanted{{"error", nullptr}};
  if (const json::value* expect = line.object.if_contains("expect")) {
    for (const auto& one : expect->get_object())
      wanted[one.key()] = one.value();
  }
  if (!wanted.contains("answers") && wanted.at("error").is_null())
    wanted["answers"] = json::array(line.messages.size(), json::object{{"status", "committed"}});
  checks.equal("receive", wanted, found, session_.names.zone());
  keep(checks);
}

void Player::keep_received(const ScriptLine& line, const std::vector<Answer>& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].ok()) continue;
    if (const json::value* syn = line.object.if_contains("syn"))
      invented_[answers[i].sequence] = localized(syn, language_);
    if (i < line.patrol_cases.size())
      cases_.push_back({line.patrol_cases[i], answers[i].case_id, true});
  }
}

// All that waits, in the form of `gridcase outbox --json`.
void Player::run_expect_outbox(const ScriptLine& line) {
  constexpr std::int32_t most = 1000;
  Checks checks(line.number);
  const Outbox box = session_.engine.outbox(line.system, most, asks(line));
  const json::object found = json::parse(write_outbox(box)).as_object();
  json::object wanted;
  for (const char* key : {"messages", "more"}) {
    if (const json::value* value = line.object.if_contains(key)) wanted[key] = *value;
  }
  checks.equal("outbox", wanted, found, session_.names.zone());
  keep(checks);
}

}  // namespace gridcase::cli
