// Lines of a script about scores and stars.

#include "player.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, const char* key) {
  return std::string(object.at(key).as_string());
}

json::object score_object(const Score& score) {
  json::object object{{"subject", score.subject.code}, {"grade", score.grade}};
  object["total"] = two_decimals(score.total);
  object["rank"] = score.rank ? json::value(*score.rank) : json::value();
  for (const ScoredNode& part : score.sheet.parts)
    object[part.code] = part.applicable ? two_decimals(part.points) : std::string("n/a");
  return object;
}

// Those of the subjects that the line names, in its order; null for one that is not scored.
json::array scores_asked_for(const json::value& expected, const Assessment& assessment) {
  json::array found;
  for (const json::value& one : expected.as_array()) {
    const auto& scores = assessment.scores.scores;
    const json::value* const subject = one.as_object().if_contains("subject");
    const auto same = std::find_if(scores.begin(), scores.end(), [&](const Score& score) {
      return subject != nullptr && json::value(score.subject.code) == *subject;
    });
    found.push_back(same == scores.end() ? json::value() : json::value(score_object(*same)));
  }
  return found;
}

}  // namespace

void Player::assess(const ScriptLine& line) {
  Engine& engine = session_.engine;
  if (const json::value* stars = line.object.if_contains("give_stars")) {
    return engine.give_stars(text_of(stars->get_object(), "scheme"),
                             read_rating_events("{\"events\": " + line.document + "}"), line.by,
                             *line.at);
  }
  const json::value* const freeze = line.object.if_contains("freeze");
  const json::object& what =
      (freeze != nullptr ? *freeze : line.object.at("give_marks")).get_object();
  const Period period = parse_period(text_of(what, "period"));
  if (freeze != nullptr) {
    (void)engine.freeze(text_of(what, "rules"), period, line.by, *line.at);
  } else {
    engine.give_marks(text_of(what, "rules"), period,
                      read_score_marks("{\"marks\": " + line.document + "}"), line.by, *line.at);
  }
}

void Player::run_assess(const ScriptLine& line) {
  run_act(line, {}, [&](json::object&) { assess(line); });
}

void Player::run_expect_scores(const ScriptLine& line) {
  Checks checks(line.number);
  const json::value* const afresh = line.object.if_contains("afresh");
  AssessmentQuery query;
  query.rules = text_of(line.object, "rules");
  query.period = parse_period(text_of(line.object, "period"));
  query.afresh = afresh != nullptr && *afresh == json::value(true);
  const Assessment assessment =
      session_.engine.assess(query, asks(line), line.at.value_or(latest_));
  const json::value& expected = line.object.at("expect_scores");
  checks.equal("expect_scores", expected, scores_asked_for(expected, assessment), "UTC");
  if (const json::value* frozen = line.object.if_contains("frozen"))
    checks.equal("frozen", *frozen, assessment.frozen.has_value(), "UTC");
  if (const json::value* exemptions = line.object.if_contains("exemptions"))
    checks.equal("exemptions", *exemptions, assessment.exemptions.size(), "UTC");
  keep(checks);
}

void Player::run_expect_stars(const ScriptLine& line) {
  Checks checks(line.number);
  const StarRecord record = session_.engine.stars(text_of(line.object, "scheme"), asks(line));
  const Date day = parse_date(text_of(line.object, "on"));
  for (const auto& one : line.object.at("expect_stars").get_object()) {
    const std::string unit(one.key());
    checks.equal(unit, one.value(), stars_on(record.scheme, record.events, unit, day), "UTC");
  }
  keep(checks);
}

}  // namespace gridcase::cli
