// Lines of a script about who can be there first, what is proposed, and what was used.

#include "documents.hpp"
#include "player.hpp"

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
             session_.engine.sum_figures(time_of(line.object, "from", "2000-01-02 00:00", zone),
                                         time_of(line.object, "until", "2099-12-30 00:00", zone),
                                         asks(line)));
  keep(checks);
}

void Player::run_expect_nearest(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    json::array found;
    for (const Responder& one : session_.engine.nearest_responders(
             *id, search_of(line.object), asks(line), line.at.value_or(latest_))) {
      found.emplace_back(one.unit);
    }
    checks.equal("expect_nearest", line.object.at("units"), found, session_.names.zone());
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

}  // namespace gridcase::cli
