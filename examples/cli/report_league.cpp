#include "report_league.hpp"

#include "failure.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase::cli {
namespace {

// The rules in force when the period begins; null if the policy has none for units.
const ScoreRules* chosen_rules(const Policy& policy, const std::string& code, Date day) {
  if (!code.empty()) {
    const ScoreRules* const rules = rules_on(policy.scoring, code, day);
    if (rules == nullptr) throw Failure("no_score_rules", Subject{"--rules", code});
    if (scores_persons(*rules)) throw Failure("scores_persons", "--rules");
    return rules;
  }
  for (const ScoreRules& one : policy.scoring) {
    const ScoreRules* const rules = rules_on(policy.scoring, one.code, day);
    if (rules != nullptr && !scores_persons(*rules)) return rules;
  }
  return nullptr;
}

// Nothing where there were no such rules yet, or for a reader who may only see what is frozen.
std::optional<Assessment> assessed(const Engine& engine, const ReportWish& wish,
                                   const std::string& rules, const Period& period) {
  AssessmentQuery query;
  query.rules = rules;
  query.period = period;
  try {
    return engine.assess(query, wish.actor, wish.moment);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::not_found) throw;
    return std::nullopt;
  }
}

League by_score(const Assessment& now, const std::optional<Assessment>& before) {
  League league;
  for (const Score& score : now.scores.scores) {
    LeagueLine line;
    line.unit = score.subject.code;
    line.rank = score.rank;
    if (score.total) line.score = two_decimals(score.total);
    line.grade = score.grade;
    line.chinese = in_words(score, gridcase::Language::chinese);
    line.english = in_words(score, gridcase::Language::english);
    league.lines.push_back(std::move(line));
  }
  if (before) {
    for (LeagueLine& line : league.lines) {
      for (const Score& score : before->scores.scores)
        if (score.subject.code == line.unit) line.before = score.rank;
    }
  }
  const Scores& scores = now.scores;
  league.english = scores.english.empty() ? scores.chinese : scores.english;
  league.chinese = scores.chinese.empty() ? scores.english : scores.chinese;
  league.frozen = now.frozen;
  return league;
}

// By the share that was closed in time, units without any case last; the same share, the same rank.
// Empty if no unit of the kind has any.
std::map<std::string, LeagueLine> by_share(const Engine& engine, const Names& names,
                                           const ReportWish& wish, const Period& period,
                                           UnitKind kind) {
  MeasureQuery query;
  query.measures = {"closing_in_time_rate"};
  query.by = Dimension::unit;
  query.below = true;
  query.period = period;
  for (const Unit& unit : names.directory().organization().units)
    if (unit.kind == kind) query.keys.push_back(unit.code);
  std::map<std::string, LeagueLine> lines;
  if (query.keys.empty()) return lines;
  auto shares = engine.measure(query, wish.actor, wish.moment);
  std::sort(shares.begin(), shares.end(), [](const Measurement& a, const Measurement& b) {
    return a.value != b.value ? a.value > b.value : a.key < b.key;
  });
  if (!shares.front().value) return lines;
  std::int32_t rank = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i == 0 || shares[i].value != shares[i - 1].value) rank = static_cast<std::int32_t>(i) + 1;
    LeagueLine& line = lines[shares[i].key];
    line.unit = shares[i].key;
    if (shares[i].value) line.rank = rank;
  }
  return lines;
}

League by_share(const Engine& engine, const Names& names, const ReportWish& wish) {
  UnitKind kind = UnitKind::command_room;
  auto now = by_share(engine, names, wish, wish.period, kind);
  if (now.empty()) {
    kind = UnitKind::department;
    now = by_share(engine, names, wish, wish.period, kind);
  }
  const auto before = by_share(engine, names, wish, period_before(wish.period), kind);
  League league;
  for (auto& [unit, line] : now) {
    const auto found = before.find(unit);
    if (found != before.end()) line.before = found->second.rank;
    league.lines.push_back(std::move(line));
  }
  return league;
}

// Those of the last day that is shown; all are free to know them.
void add_stars(League& league, const Engine& engine, const Names& names, const ReportWish& wish,
               const std::string& code) {
  const auto policy = engine.policy();
  const auto& schemes = policy->ratings;
  if (code.empty() && schemes.empty()) return;
  const StarRecord record = engine.stars(code.empty() ? schemes.front().code : code, wish.actor);
  league.most_stars = record.scheme.highest;
  const Date day = date_of(wish.moment - Duration(1), names.zone());
  for (LeagueLine& line : league.lines)
    line.stars = stars_on(record.scheme, record.events, line.unit, day);
}

}  // namespace

League league(const Engine& engine, const Names& names, const ReportWish& wish,
              const LeagueChoice& choice) {
  const auto policy = engine.policy();
  const ScoreRules* const rules = chosen_rules(*policy, choice.rules, wish.period.from);
  std::optional<Assessment> now;
  if (rules != nullptr) now = assessed(engine, wish, rules->code, wish.period);
  League found =
      now ? by_score(*now, assessed(engine, wish, rules->code, period_before(wish.period)))
          : by_share(engine, names, wish);
  add_stars(found, engine, names, wish, choice.stars);
  std::stable_sort(found.lines.begin(), found.lines.end(),
                   [](const LeagueLine& a, const LeagueLine& b) {
                     return a.rank.has_value() && (!b.rank || *a.rank < *b.rank);
                   });
  return found;
}

}  // namespace gridcase::cli
