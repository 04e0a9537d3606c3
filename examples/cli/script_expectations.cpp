#include "script_reader.hpp"

#include "documents.hpp"
#include "duration.hpp"
#include "failure.hpp"

#include <algorithm>

namespace gridcase::cli {

namespace json = boost::json;

bool ScriptReader::read_expectation(ScriptLine& line) {
  using Read = void (ScriptReader::*)(ScriptLine&);
  using Kind = ScriptLine::Kind;
  struct Entry {
    const char* key;
    Kind kind;
    Read read;
  };
  static const Entry entries[] = {
      {"expect_case", Kind::expect_case, &ScriptReader::read_case_expectation},
      {"expect_order", Kind::expect_order, &ScriptReader::read_order_expectation},
      {"expect_clock", Kind::expect_clock, &ScriptReader::read_clock_expectation},
      {"expect_allowed", Kind::expect_allowed, &ScriptReader::read_allowed_expectation},
      {"expect_cases", Kind::expect_cases, &ScriptReader::read_cases_expectation},
      {"expect_board", Kind::expect_board, &ScriptReader::read_board_expectation},
      {"expect_log", Kind::expect_log, &ScriptReader::read_log_expectation},
      {"expect_responsible", Kind::expect_responsible, &ScriptReader::read_responsible_expectation},
      {"expect_sums", Kind::expect_sums, &ScriptReader::read_sums_expectation},
      {"expect_nearest", Kind::expect_nearest, &ScriptReader::read_nearest_expectation},
      {"expect_proposal", Kind::expect_proposal, &ScriptReader::read_proposal_expectation},
      {"expect_providers", Kind::expect_providers, &ScriptReader::read_providers_expectation},
      {"expect_ratings", Kind::expect_ratings, &ScriptReader::read_ratings_expectation},
      {"expect_roll_up", Kind::expect_roll_up, &ScriptReader::read_roll_up_expectation},
      {"expect_intake", Kind::expect_intake, &ScriptReader::read_intake_expectation},
      {"expect_coverage", Kind::expect_coverage, &ScriptReader::read_coverage_expectation},
      {"expect_duty", Kind::expect_duty, &ScriptReader::read_duty_expectation},
      {"expect_public", Kind::expect_public, &ScriptReader::read_public_expectation},
      {"expect_outbox", Kind::expect_outbox, &ScriptReader::read_outbox_expectation},
      {"expect_scores", Kind::expect_scores, &ScriptReader::read_scores_expectation},
      {"expect_stars", Kind::expect_stars, &ScriptReader::read_stars_expectation},
  };
  for (const Entry& entry : entries) {
    if (!line.object.contains(entry.key)) continue;
    line.kind = entry.kind;
    (this->*entry.read)(line);
    return true;
  }
  return false;
}

// A list of names of states or actions. An action may say whose it is: "arrive@330881D01".
void ScriptReader::check_words(const Object& object, const char* key, bool states) {
  const Value* value = object.if_contains(key);
  if (value == nullptr) return;
  if (!value->is_array()) {
    fault("not_list", key, "must be a list of names", "write \"" + std::string(key) + "\": […]");
    return;
  }
  for (const Value& one : value->get_array()) {
    const std::string word = one.is_string() ? std::string(one.get_string()) : json::serialize(one);
    const std::string name = word.substr(0, word.find('@'));
    if (states ? state_from_name(word).has_value() : action_from_name(name).has_value()) continue;
    fault(states ? "unknown_state" : "unknown_action", key, "\"" + word + "\" is not known here",
          states ? "they are named in the diagrams: gridcase diagram --format markdown"
                 : "`gridcase actions` lists them");
  }
}

void ScriptReader::check_count(const Object* object) {
  if (object == nullptr) return;
  for (const auto& member : *object) {
    const std::string key(member.key());
    const Value* field = case_fields().if_contains(key);
    const bool known = key == "events" || action_from_name(key.substr(0, key.find('@'))) ||
                       (field != nullptr && field->is_array());
    if (!known || !member.value().is_int64()) {
      fault("count", "count." + key, "counts are of events, of an action or of a list of the case",
            "write \"count\": {\"events\": 12, \"dispatch\": 1, \"parties\": 2}");
    }
  }
}

void ScriptReader::check_elapsed(const Value* value) {
  if (value == nullptr) return;
  if (value->is_array()) {
    for (const Value& one : value->get_array())
      check_elapsed(&one);
    return;
  }
  const Object* span = value->if_object();
  const bool has_ends = span != nullptr && span->contains("from") && span->contains("to");
  if (!has_ends) {
    fault("elapsed", "elapsed", "needs a beginning, an end and a length",
          R"(write {"from": "reported", "to": "ended", "equals": "PT24H"})");
    return;
  }
  check_keys(*span, {"from", "to", "equals", "at_most", "at_least"}, "elapsed.");
  for (const char* key : {"from", "to", "equals", "at_most", "at_least"}) {
    const std::string text = text_of(*span, key, false, "elapsed.");
    const bool is_length = key[0] == 'e' || key[0] == 'a';
    if (!text.empty() && is_length) check_duration(std::string("elapsed.") + key, text);
  }
}

void ScriptReader::check_duration(const std::string& path, const std::string& text) {
  try {
    parse_duration(path, text);
  } catch (const Failure& failure) {
    fault(failure.code(), path, failure.message(Language::en), failure.fix(Language::en));
  }
}

void ScriptReader::read_case_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_case);
  line.case_name = text_of(line.object, "expect_case", true);
  need_case(line.case_name, "expect_case");
  check_words(line.object, "path", true);
  check_words(line.object, "states", true);
  check_words(line.object, "actions", false);
  check_words(line.object, "order_of", false);
  check_fields(object_of(line.object, "fields", false), "fields", false);
  if (const Value* stage = line.object.if_contains("stage")) check_word("stage", "stage", *stage);
  read_actor(line, false);
  check_count(object_of(line.object, "count", false));
  check_said(object_of(line.object, "said", false));
  check_elapsed(line.object.if_contains("elapsed"));
}

void ScriptReader::read_clock_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_clock);
  line.case_name = text_of(line.object, "expect_clock", true);
  need_case(line.case_name, "expect_clock");
  read_time(line, false);
  check_one_of(line.object, "light", light_words());
  check_one_of(line.object, "state", clock_state_words());
  check_one_of(line.object, "limit", limit_words());
  for (const char* key : {"budget", "used"}) {
    if (const Value* value = line.object.if_contains(key); value && value->is_string())
      check_duration(key, std::string(value->get_string()));
  }
}

void ScriptReader::read_allowed_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_allowed);
  const Value* name = line.object.if_contains("expect_allowed");
  if (!name->is_null()) line.case_name = text_of(line.object, "expect_allowed", true);
  need_case(line.case_name, "expect_allowed");
  read_time(line, false);
  read_actor(line);
  check_words(line.object, "includes", false);
  check_words(line.object, "excludes", false);
}

void ScriptReader::read_order_expectation(ScriptLine& line) {
  line.case_name = text_of(line.object, "expect_order", true);
  need_case(line.case_name, "expect_order");
  text_of(line.object, "unit", true);
  for (const auto& member : line.object) {
    const std::string key(member.key());
    if (script_keys::expect_order.count(key) != 0 || order_fields().contains(key)) continue;
    fault("unknown_field", key, "an order has no field of this name",
          "`gridcase show … --json` lists them under assignments");
  }
  check_one_of(line.object, "role", role_words());
  check_one_of(line.object, "state", order_state_words());
}

void ScriptReader::read_cases_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_cases);
  read_actor(line, false);
  check_fields(object_of(line.object, "expect_cases", true), "expect_cases", false);
  for (const std::string& field : texts_of(line.object, "has")) {
    if (!case_fields().contains(field))
      fault("unknown_field", "has", "a case has no field " + field, "see `gridcase show … --json`");
  }
}

void ScriptReader::read_board_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_board);
  check_one_of(line.object, "expect_board", board_words());
}

void ScriptReader::read_log_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_log);
  check_list(line.object, "expect_log");
}

void ScriptReader::read_responsible_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_responsible);
  text_of(line.object, "expect_responsible", true);
  text_of(line.object, "place", true);
  text_of(line.object, "tier", true);
  check_one_of(line.object, "tier", tier_words());
  check_one_of(line.object, "mode", mode_words());
}

void ScriptReader::read_sums_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_sums);
  check_list(line.object, "expect_sums");
  read_actor(line, false);
}

void ScriptReader::read_nearest_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_nearest);
  line.case_name = text_of(line.object, "expect_nearest", true);
  need_case(line.case_name, "expect_nearest");
  read_time(line, false);
  read_actor(line, false);
  check_list(line.object, "units");
  if (line.object.contains("costs")) check_list(line.object, "costs");
}

void ScriptReader::read_proposal_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_proposal);
  line.case_name = text_of(line.object, "expect_proposal", true);
  need_case(line.case_name, "expect_proposal");
  read_time(line, false);
  read_actor(line, false);
  check_list(line.object, "orders");
}

void ScriptReader::read_providers_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_providers);
  line.case_name = text_of(line.object, "expect_providers", true);
  need_case(line.case_name, "expect_providers");
  read_time(line, false);
  read_actor(line, false);
  text_of(line.object, "skill", true);
  check_list(line.object, "providers");
}

void ScriptReader::read_ratings_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_ratings);
  check_list(line.object, "expect_ratings");
  read_actor(line, false);
}

void ScriptReader::read_roll_up_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_roll_up);
  line.case_name = text_of(line.object, "expect_roll_up", true);
  need_case(line.case_name, "expect_roll_up");
  read_actor(line, false);
  check_list(line.object, "lines");
}

void ScriptReader::read_outbox_expectation(ScriptLine& line) {
  check_keys(line.object, script_keys::expect_outbox);
  line.system = text_of(line.object, "expect_outbox", true);
  read_actor(line, false);
  check_list(line.object, "messages");
}

void ScriptReader::check_one_of(const Object& object, const char* key,
                                const std::vector<std::string>& known) {
  if (const Value* value = object.if_contains(key)) check_one_of(known, key, key, *value);
}

void ScriptReader::check_list(const Object& object, const char* key) {
  const Value* value = object.if_contains(key);
  if (value != nullptr && value->is_array()) return;
  fault("not_list", key, value == nullptr ? "is missing" : "must be a list",
        "write \"" + std::string(key) + "\": […]");
}

// What the actions of a case said in a field, one after the other.
void ScriptReader::check_said(const Object* object) {
  if (object == nullptr) return;
  for (const auto& member : *object) {
    if (!member.value().is_array()) check_list(*object, std::string(member.key()).c_str());
  }
}

}  // namespace gridcase::cli
