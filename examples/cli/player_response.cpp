// Lines of a script about who can be there first, what is proposed, how far units are and what was
// used; and about rounds of patrol.

#include "documents.hpp"
#include "forms.hpp"
#include "player.hpp"
#include "response_forms.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <cmath>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

std::int64_t number_of(const json::object& object, const char* key, std::int64_t otherwise) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_int64() ? value->get_int64() : otherwise;
}

Instant time_of(const json::object& object, const char* key, const char* otherwise,
                const std::string& zone) {
  const json::value* value = object.if_contains(key);
  return parse_time(key, value != nullptr ? std::string(value->as_string()) : otherwise, zone);
}

// The whole time that cases may have been reported in.
constexpr const char* earliest = "2000-01-02 00:00";
constexpr const char* latest = "2099-12-30 00:00";

ResponseSearch search_of(const json::object& line) {
  ResponseSearch search;
  if (const json::value* capability = line.if_contains("capability"))
    search.capability = std::string(capability->as_string());
  if (const json::value* classes = line.if_contains("classes")) {
    for (const json::value& one : classes->as_array())
      search.classes.push_back(static_cast<std::uint8_t>(one.as_int64()));
  }
  search.count = static_cast<std::size_t>(number_of(line, "count", 1));
  return search;
}

}  // namespace

void Player::run_expect_sums(const ScriptLine& line) {
  Checks checks(line.number);
  const std::string& zone = session_.names.zone();
  check_sums(checks, line.object,
             session_.engine.sum_figures(time_of(line.object, "from", earliest, zone),
                                         time_of(line.object, "until", latest, zone), asks(line)));
  keep(checks);
}

void Player::run_expect_nearest(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    json::array found, costs;
    for (const Responder& one : session_.engine.nearest_responders(
             *id, search_of(line.object), asks(line), line.at.value_or(latest_))) {
      found.emplace_back(one.unit);
      costs.emplace_back(one.cost ? json::value(std::llround(*one.cost)) : json::value());
    }
    checks.equal("expect_nearest", line.object.at("units"), found, session_.names.zone());
    if (const json::value* expected = line.object.if_contains("costs"))
      checks.equal("costs", *expected, costs, session_.names.zone());
  }
  keep(checks);
}

void Player::run_expect_proposal(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const auto call = static_cast<std::uint8_t>(number_of(line.object, "response_class", 0));
    const auto scene = static_cast<std::size_t>(number_of(line.object, "scene", 0));
    json::array found;
    for (const ProposedOrder& one :
         session_.engine.propose_orders(*id, call, scene, asks(line), line.at.value_or(latest_))) {
      found.push_back(json::object{{"unit", one.order.unit},
                                   {"role", std::string(name(one.order.role))},
                                   {"because", one.because}});
    }
    checks.equal("expect_proposal", line.object.at("orders"), found, session_.names.zone());
  }
  keep(checks);
}

void Player::run_expect_providers(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const auto count = static_cast<std::size_t>(number_of(line.object, "count", 10));
    const auto found =
        session_.engine.propose_providers(*id, std::string(line.object.at("skill").as_string()),
                                          count, asks(line), line.at.value_or(latest_));
    checks.equal("expect_providers", line.object.at("providers"),
                 json::parse(providers_json(found)), session_.names.zone());
  }
  keep(checks);
}

void Player::run_expect_ratings(const ScriptLine& line) {
  Checks checks(line.number);
  const std::string& zone = session_.names.zone();
  const auto found =
      session_.engine.ratings(time_of(line.object, "from", earliest, zone),
                              time_of(line.object, "until", latest, zone), asks(line));
  checks.equal("expect_ratings", line.object.at("expect_ratings"), json::parse(ratings_json(found)),
               zone);
  keep(checks);
}

void Player::run_expect_roll_up(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const std::string& zone = session_.names.zone();
    const auto found = json::parse(roll_up_json(session_.engine.roll_up(*id, asks(line)), zone));
    checks.equal("expect_roll_up", line.object.at("lines"), found.at("lines"), zone);
  }
  keep(checks);
}

void Player::run_use_roads(const ScriptLine& line) {
  if (line.roads.empty()) return session_.engine.use_roads(std::nullopt);
  session_.engine.use_roads(RoadNetwork(read_roads(read_text(line.roads))));
}

// The answers are that of the record, and one for each clause that failed.
void Player::run_patrol(const ScriptLine& line) {
  Checks checks(line.number);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  json::object found{{"error", nullptr}, {"field", nullptr}};
  json::array statuses;
  try {
    const std::vector<Answer> answers = session_.engine.patrol(line.patrol, line.by, *line.at);
    for (const Answer& answer : answers)
      statuses.push_back(json::parse(answer_json(answer)));
    keep_patrol(line, answers);
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
  if (!wanted.contains("answers") && wanted.at("error").is_null()) {
    wanted["answers"] =
        json::array(1 + line.patrol.failed.size(), json::object{{"status", "committed"}});
  }
  checks.equal("patrol", wanted, found, session_.names.zone());
  keep(checks);
}

// Cases that are there already, from the same round done before, keep their names.
void Player::keep_patrol(const ScriptLine& line, const std::vector<Answer>& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].ok()) continue;
    if (const json::value* syn = line.object.if_contains("syn"))
      invented_[answers[i].sequence] = localized(syn, language_);
    if (i == 0 && line.names_case) cases_.push_back({line.case_name, answers[i].case_id, true});
    if (i > 0 && i <= line.patrol_cases.size())
      cases_.push_back({line.patrol_cases[i - 1], answers[i].case_id, true});
  }
}

}  // namespace gridcase::cli
