// Lines about what comes in: alerts, totals, coverage, and what the public may see.

#include "documents.hpp"
#include "player.hpp"

#include <gridcase/error.hpp>

#include <algorithm>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

constexpr const char* earliest = "2000-01-02 00:00";
constexpr const char* latest = "2099-12-30 00:00";

std::string text_of(const json::object& object, const char* key, const char* otherwise = "") {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : otherwise;
}

// What an expected line of totals names, it must be: the others are summed.
bool is_meant(const IntakeTotals::Line& line, const json::object& wanted) {
  const auto fits = [&](const char* key, std::string_view found) {
    const json::value* value = wanted.if_contains(key);
    return value == nullptr ||
           (value->is_string() && found == std::string_view(value->get_string()));
  };
  return fits("nature", name(line.nature)) && fits("type", line.type) &&
         fits("number_dialled", line.number_dialled) && fits("request", name(line.request));
}

json::object sum_of(const IntakeTotals& totals, const json::object& wanted) {
  IntakeTotals::Line sum;
  for (const IntakeTotals::Line& line : totals.lines) {
    if (!is_meant(line, wanted)) continue;
    sum.count += line.count;
    sum.answered += line.answered;
    sum.became += line.became;
    sum.open += line.open;
    sum.repeats += line.repeats;
  }
  return {{"count", sum.count},
          {"answered", sum.answered},
          {"became", sum.became},
          {"open", sum.open},
          {"repeats", sum.repeats}};
}

}  // namespace

void Player::run_raise(const ScriptLine& line) {
  Checks checks(line.number);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  const auto answers = session_.engine.raise_alert(line.action, line.by, *line.at);
  const bool shown = line.repetition <= 1;
  if (line.names_case && answers.front().ok())
    cases_.push_back({line.case_name, answers.front().case_id, shown});
  if (!line.other.empty() && answers.size() > 1 && answers[1].ok())
    cases_.push_back({line.other, answers[1].case_id, shown});
  json::array statuses;
  for (const Answer& answer : answers) {
    statuses.emplace_back(name(answer.status));
    if (const auto* syn = line.object.if_contains("syn"); answer.ok() && syn != nullptr)
      invented_[answer.sequence] = localized(syn, language_);
  }
  // Without a word about it, all of it must have been done.
  json::object wanted;
  if (const auto* expect = line.object.if_contains("expect")) wanted = expect->as_object();
  const json::object found{
      {"answers", statuses},
      {"state", session_.engine.get(answers.front().case_id, viewer_)
                    ? json::value(name(
                          session_.engine.get(answers.front().case_id, viewer_)->position.state))
                    : json::value(nullptr)}};
  if (!wanted.contains("answers")) {
    const bool done = std::all_of(answers.begin(), answers.end(),
                                  [](const Answer& answer) { return answer.ok(); });
    checks.require(done, "raise", "committed", json::serialize(statuses));
  }
  for (const auto& one : wanted)
    checks.equal(std::string(one.key()), one.value(), found.at(one.key()), session_.names.zone());
  keep(checks);
}

void Player::run_expect_intake(const ScriptLine& line) {
  Checks checks(line.number);
  const std::string& zone = session_.names.zone();
  const IntakeTotals totals = session_.engine.intake_totals(
      parse_time("from", text_of(line.object, "from", earliest), zone),
      parse_time("until", text_of(line.object, "until", latest), zone), asks(line));
  for (const json::value& one : line.object.at("expect_intake").as_array()) {
    const json::object& wanted = one.as_object();
    for (const auto& [key, value] : sum_of(totals, wanted)) {
      if (const json::value* expected = wanted.if_contains(key))
        checks.equal("intake." + std::string(key), *expected, value, zone);
    }
  }
  keep(checks);
}

void Player::run_expect_coverage(const ScriptLine& line) {
  Checks checks(line.number);
  const std::string& zone = session_.names.zone();
  const Coverage found = session_.engine.coverage(
      text_of(line.object, "expect_coverage"), text_of(line.object, "type"),
      parse_time("from", text_of(line.object, "from", earliest), zone),
      parse_time("until", text_of(line.object, "until", latest), zone), asks(line));
  const json::object figures{{"matched", found.share.matched},
                             {"expected", found.share.expected},
                             {"percent", percent(found.share)},
                             {"elsewhere", found.elsewhere.size()}};
  for (const auto& [key, value] : figures) {
    if (const json::value* expected = line.object.if_contains(key))
      checks.equal(std::string(key), *expected, value, zone);
  }
  keep(checks);
}

// Every grid and category by how many are responsible for it; and how many persons have a post.
void Player::run_expect_duty(const ScriptLine& line) {
  Checks checks(line.number);
  std::int64_t assigned = 0, gaps = 0, overlaps = 0;
  const Directory directory = session_.engine.directory();
  for (const ResponsiblePerson& one : directory.responsible_persons(line.at.value_or(latest_)))
    ++(one.persons.empty() ? gaps : one.persons.size() == 1 ? assigned : overlaps);
  const auto& persons = directory.organization().persons;
  const auto accounts = std::count_if(persons.begin(), persons.end(),
                                      [](const Person& one) { return !one.posts.empty(); });
  const json::object found{
      {"assigned", assigned}, {"gaps", gaps}, {"overlaps", overlaps}, {"accounts", accounts}};
  for (const auto& one : line.object.at("expect_duty").as_object())
    checks.equal(std::string(one.key()), one.value(), found.at(one.key()), session_.names.zone());
  keep(checks);
}

// As somebody who was given the code sees it; "wrong_code" sees nothing.
void Player::run_expect_public(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const auto whole = session_.engine.get(*id, viewer_);
    const std::string code = session_.engine.public_code(*id, viewer_);
    const auto view = session_.engine.public_view(whole->number, code);
    checks.require(view.has_value(), "public", "a view", "null");
    if (view) {
      const json::object found{{"stage", name(view->stage)},
                               {"reply", view->reply},
                               {"ended", view->ended.has_value()},
                               {"goes_on", !view->continues_in.empty()}};
      for (const auto& [key, value] : found) {
        if (const json::value* expected = line.object.if_contains(key))
          checks.equal(std::string(key), *expected, value, session_.names.zone());
      }
    }
  }
  keep(checks);
}

}  // namespace gridcase::cli
