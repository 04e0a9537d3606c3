#include "report_league.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase::cli {
namespace {

struct Place {
  std::int32_t rank = 0;
  std::string score;
  std::string grade;
};

Ratio of_channel(const Engine& engine, const ReportWish& wish, const FigureKey& key,
                 const MeasureQuery& query) {
  const MeasureFacts facts =
      engine.facts_behind(key.measure, key.subject, query, wish.actor, wish.moment);
  const auto count = [&](const std::vector<Fact>& side) {
    return std::count_if(side.begin(), side.end(),
                         [&](const Fact& fact) { return fact.channel == key.channel; });
  };
  const bool rate = measure(key.measure)->form == MeasureForm::rate;
  return {count(facts.numerator), rate ? count(facts.denominator) : 1};
}

// Where the rules place units in a period.
std::map<std::string, Place> by_score(const Engine& engine, const Names& names,
                                      const ReportWish& wish, const LeagueRules& rules,
                                      const Period& period) {
  MeasureQuery query;
  query.by = Dimension::unit;
  query.period = period;
  const auto figures = [&](const FigureKey& key) -> Ratio {
    if (!key.channel.empty()) return of_channel(engine, wish, key, query);
    MeasureQuery one = query;
    one.measures = {key.measure};
    one.keys = {key.subject};
    const auto found = engine.measure(one, wish.actor, wish.moment);
    return found.empty() ? Ratio{0, 0} : found.front().ratio;
  };
  const auto subjects = subjects_of(*rules.scoring, names.directory().organization(), period.from);
  // Marks are of the period that is shown; the one before it is compared without them.
  const bool shown = period.from == wish.period.from;
  const auto marks = shown ? rules.marks : std::vector<ScoreMark>();
  std::map<std::string, Place> places;
  const Scores scores = score(*rules.scoring, subjects, figures, marks);
  const auto last = static_cast<std::int32_t>(scores.scores.size());
  for (const Score& line : scores.scores) {
    places[line.subject.code] = {line.rank.value_or(last),
                                 line.total ? two_decimals(line.total) : std::string(), line.grade};
  }
  return places;
}

// By the share that was closed in time, units without any case last; the same share, the same rank.
std::map<std::string, Place> by_share(const Engine& engine, const Names& names,
                                      const ReportWish& wish, const Period& period) {
  MeasureQuery query;
  query.by = Dimension::unit;
  query.period = period;
  query.measures = {"closing_in_time_rate"};
  std::map<std::string, std::int64_t> shares;
  for (const Measurement& figure : engine.measure(query, wish.actor, wish.moment))
    shares[figure.key] = figure.value.value_or(-1);
  std::vector<std::pair<std::int64_t, std::string>> units;
  for (const Unit& unit : names.directory().organization().units) {
    if (unit.kind != UnitKind::command_room) continue;
    const auto found = shares.find(unit.code);
    units.emplace_back(found == shares.end() ? -1 : found->second, unit.code);
  }
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::map<std::string, Place> places;
  std::int32_t rank = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i == 0 || units[i].first != units[i - 1].first) rank = static_cast<std::int32_t>(i) + 1;
    places[units[i].second] = {rank, {}, {}};
  }
  return places;
}

std::optional<std::int32_t> stars(const LeagueRules& rules, const std::string& unit, Date day) {
  if (!rules.stars) return std::nullopt;
  return stars_on(*rules.stars, rules.star_events, unit, day);
}

}  // namespace

std::vector<LeagueLine> league(const Engine& engine, const Names& names, const ReportWish& wish,
                               const LeagueRules& rules) {
  const auto places = [&](const Period& period) {
    return rules.scoring ? by_score(engine, names, wish, rules, period)
                         : by_share(engine, names, wish, period);
  };
  const auto before = places(period_before(wish.period));
  std::vector<LeagueLine> lines;
  for (auto& [unit, place] : places(wish.period)) {
    const auto found = before.find(unit);
    LeagueLine line{unit, place.rank, std::nullopt, place.score, place.grade, std::nullopt};
    if (found != before.end()) line.before = found->second.rank;
    line.stars = stars(rules, unit, date_of(wish.moment, names.zone()));
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LeagueLine& a, const LeagueLine& b) { return a.rank < b.rank; });
  return lines;
}

}  // namespace gridcase::cli
