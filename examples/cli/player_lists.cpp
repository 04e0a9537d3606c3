// Lines of a script about more than one case, or about what the county itself did.

#include "case_query.hpp"
#include "player.hpp"

#include <gridcase/error.hpp>

#include <algorithm>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, const char* key) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::vector<std::string> texts_of(const json::object& object, const char* key) {
  std::vector<std::string> texts;
  const json::value* value = object.if_contains(key);
  if (value == nullptr) return texts;
  for (const json::value& one : value->get_array())
    texts.emplace_back(one.get_string());
  return texts;
}

Unit task_force(const json::object& described) {
  Unit unit;
  unit.kind = UnitKind::task_force;
  unit.code = text_of(described, "code");
  unit.name = text_of(described, "name");
  unit.parent = text_of(described, "parent");
  unit.members = texts_of(described, "members");
  unit.capabilities = texts_of(described, "capabilities");
  return unit;
}

std::vector<CaseSummary> all_cases(const Engine& engine, const Actor& actor) {
  std::vector<CaseSummary> cases;
  CaseQuery query;
  query.limit = 1000;
  for (;;) {
    const CasePage page = engine.find(query, actor);
    cases.insert(cases.end(), page.cases.begin(), page.cases.end());
    if (!page.next) return cases;
    query.after = *page.next;
  }
}

}  // namespace

std::int64_t Player::govern(const ScriptLine& line) {
  const json::object& object = line.object;
  if (const json::value* mode = object.if_contains("switch_mode")) {
    const json::object& to = mode->get_object();
    return session_.engine.switch_mode(text_of(to, "unit"),
                                       *operating_mode_from_name(text_of(to, "mode")),
                                       text_of(to, "reason"), line.by, *line.at);
  }
  if (const json::value* described = object.if_contains("form_task_force")) {
    return session_.engine.form_task_force(task_force(described->get_object()), line.by, *line.at);
  }
  return session_.engine.dissolve_task_force(text_of(object, "dissolve_task_force"), line.by,
                                             *line.at);
}

void Player::run_govern(const ScriptLine& line) {
  run_act(line, {{"policy_version", nullptr}}, [&](json::object& found) {
    found["policy_version"] = govern(line);
    session_.refresh_names();
  });
}

// What an act of the whole county came to, or why it could not be carried out.
void Player::run_act(const ScriptLine& line, json::object found,
                     const std::function<void(json::object& found)>& act) {
  Checks checks(line.number);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  found["error"] = nullptr;
  found["field"] = nullptr;
  try {
    act(found);
  } catch (const Error& error) {
    found["error"] = std::string(name(error.code()));
    found["field"] = error.field();
  }
  json::object wanted{{"error", nullptr}};
  if (const json::value* expect = line.object.if_contains("expect")) {
    for (const auto& one : expect->get_object())
      wanted[one.key()] = one.value();
  }
  for (const auto& one : wanted)
    checks.equal(std::string(one.key()), one.value(), found.at(one.key()), "UTC");
  if (const json::value* syn = line.object.if_contains("syn"); found.at("error").is_null() && syn) {
    invented_[county_log().back().sequence] = localized(syn, language_);
  }
  keep(checks);
}

// To its end, in as many calls as that takes; a preview does nothing.
void Player::run_bulk(const ScriptLine& line) {
  Checks checks(line.number);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  const json::object& described = line.object.at("bulk").as_object();
  const json::value* preview = line.object.if_contains("preview");
  json::object found;
  try {
    const Bulk bulk{text_of(described, "key"),
                    parse_case_query({text_of(described, "where")}, session_, *line.at),
                    line.action};
    const BulkReport report = preview != nullptr && *preview == json::value(true)
                                  ? session_.engine.preview_bulk(bulk, line.by, *line.at)
                                  : session_.engine.bulk(bulk, line.by, *line.at);
    found = {{"cases", report.cases},   {"done", report.done},         {"refused", report.refused},
             {"failed", report.failed}, {"finished", report.finished}, {"error", nullptr},
             {"field", nullptr}};
  } catch (const Error& error) {
    found = {{"error", std::string(name(error.code()))}, {"field", error.field()}};
  }
  json::object wanted{{"error", nullptr}};
  if (const json::value* expect = line.object.if_contains("expect")) {
    for (const auto& one : expect->get_object())
      wanted[one.key()] = one.value();
  }
  checks.equal("bulk", wanted, found, "UTC");
  keep(checks);
}

std::vector<Event> Player::county_log() const {
  std::vector<Event> log;
  for (std::int64_t after = before_;;) {
    const std::vector<Event> page = session_.engine.read_log(after, 1000, viewer_);
    if (page.empty()) return log;
    after = page.back().sequence;
    std::copy_if(page.begin(), page.end(), std::back_inserter(log),
                 [](const Event& event) { return event.case_id == CaseId::none; });
  }
}

void Player::run_expect_cases(const ScriptLine& line) {
  Checks checks(line.number);
  check_cases(checks, line.object, all_cases(session_.engine, asks(line)), session_.names.zone());
  keep(checks);
}

void Player::run_expect_board(const ScriptLine& line) {
  Checks checks(line.number);
  BoardQuery query;
  query.by = *board_key_from_name(text_of(line.object, "expect_board"));
  query.open_only = false;
  check_board(checks, line.object, session_.engine.board(query, viewer_));
  keep(checks);
}

void Player::run_expect_log(const ScriptLine& line) {
  Checks checks(line.number);
  check_log(checks, line.object, county_log(), session_.names.zone());
  keep(checks);
}

// The mode is that of the place, if the line does not name one.
void Player::run_expect_responsible(const ScriptLine& line) {
  Checks checks(line.number);
  const Directory directory = session_.engine.directory();
  const std::string place = text_of(line.object, "place");
  const auto named = operating_mode_from_name(text_of(line.object, "mode"));
  const OperatingMode mode = named ? *named : mode_at(*session_.engine.policy(), directory, place);
  check_responsible(checks, line.object,
                    directory.responsible(text_of(line.object, "expect_responsible"), place,
                                          *tier_from_name(text_of(line.object, "tier")), mode));
  keep(checks);
}

}  // namespace gridcase::cli
