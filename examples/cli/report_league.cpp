#include "report_league.hpp"

#include "report_figures.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase::cli {
namespace {

struct Place {
  std::int32_t rank = 0;
  std::string score;
  std::string grade;
  bool known = true;  // there is a figure to go by
};

// Figures of units in a period, each with everything below it.
class UnitFigures {
public:
  UnitFigures(const Engine& engine, const Names& names, const ReportWish& wish,
              const Period& period)
      : engine_(engine), directory_(names.directory()), wish_(wish) {
    query_.period = period;
  }

  Ratio operator()(const std::string& code, const std::string& unit,
                   const std::string& channel = {}) {
    auto found = facts_.find(code);
    if (found == facts_.end())
      found =
          facts_.emplace(code, engine_.facts_behind(code, "", query_, wish_.actor, wish_.moment))
              .first;
    return ratio_within(*measure(code), found->second, directory_, unit, channel);
  }

private:
  const Engine& engine_;
  const Directory& directory_;
  const ReportWish& wish_;
  MeasureQuery query_;
  std::map<std::string, MeasureFacts> facts_;
};

// Where the rules place units in a period.
std::map<std::string, Place> by_score(const Engine& engine, const Names& names,
                                      const ReportWish& wish, const LeagueRules& rules,
                                      const Period& period) {
  UnitFigures figures(engine, names, wish, period);
  const auto figure = [&](const FigureKey& key) {
    return figures(key.measure, key.subject, key.channel);
  };
  const auto subjects = subjects_of(*rules.scoring, names.directory().organization(), period.from);
  // Marks are of the period that is shown; the one before it is compared without them.
  const bool shown = period.from == wish.period.from;
  const auto marks = shown ? rules.marks : std::vector<ScoreMark>();
  std::map<std::string, Place> places;
  const Scores scores = score(*rules.scoring, subjects, figure, marks);
  const auto last = static_cast<std::int32_t>(scores.scores.size());
  for (const Score& line : scores.scores) {
    places[line.subject.code] = {line.rank.value_or(last),
                                 line.total ? two_decimals(line.total) : std::string(), line.grade,
                                 line.total.has_value()};
  }
  return places;
}

// By the share that was closed in time, units without any case last; the same share, the same rank.
// Empty if no unit of the kind has any.
std::map<std::string, Place> by_share(const Engine& engine, const Names& names,
                                      const ReportWish& wish, const Period& period, UnitKind kind) {
  UnitFigures figures(engine, names, wish, period);
  std::vector<std::pair<std::int64_t, std::string>> units;
  for (const Unit& unit : names.directory().organization().units) {
    if (unit.kind != kind) continue;
    const auto share = hundredths(figures("closing_in_time_rate", unit.code));
    units.emplace_back(share.value_or(-1), unit.code);
  }
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::map<std::string, Place> places;
  if (units.empty() || units.front().first < 0) return places;
  std::int32_t rank = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i == 0 || units[i].first != units[i - 1].first) rank = static_cast<std::int32_t>(i) + 1;
    places[units[i].second] = {rank, {}, {}, units[i].first >= 0};
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
  UnitKind kind = UnitKind::command_room;
  const auto places = [&](const Period& period) {
    return rules.scoring ? by_score(engine, names, wish, rules, period)
                         : by_share(engine, names, wish, period, kind);
  };
  auto now = places(wish.period);
  if (now.empty()) {
    kind = UnitKind::department;
    now = places(wish.period);
  }
  const auto before = places(period_before(wish.period));
  std::vector<LeagueLine> lines;
  for (auto& [unit, place] : now) {
    const auto found = before.find(unit);
    LeagueLine line{unit, place.rank, std::nullopt, place.score, place.grade, std::nullopt};
    if (found != before.end() && found->second.known) line.before = found->second.rank;
    line.stars = stars(rules, unit, date_of(wish.moment, names.zone()));
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LeagueLine& a, const LeagueLine& b) { return a.rank < b.rank; });
  return lines;
}

}  // namespace gridcase::cli
