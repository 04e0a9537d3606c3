#include "rules/assessing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace gridcase::rules {
namespace {

using ByChannel = std::set<std::pair<std::string, std::string>>;

void collect(const ScoreNode& node, ByChannel& measures) {
  if (node.scale) measures.insert({node.scale->channel, node.scale->measure});
  for (const ScoreVeto& veto : node.vetoes)
    measures.insert({"", veto.measure});
  for (const ScoreChange& change : node.changes) {
    measures.insert({"", change.measure});
    for (const ScoreChange::Channel& one : change.channels)
      measures.insert({one.channel, change.measure});
  }
  for (const ScoreNode& part : node.parts)
    collect(part, measures);
}

bool is_limit(const Fact& fact) {
  return fact.kind == FactKind::limit || fact.kind == FactKind::limit_or_done;
}

auto place_of(const Fact& fact) { return std::tie(fact.kind, fact.moment, fact.number); }

std::int64_t month_of(Date day) { return std::int64_t{day.year} * 12 + day.month; }

bool has_whole_months(const Period& period) {
  return period.from.day == 1 && period.until.day == 1;
}

std::int64_t days_in(const Period& period) {
  const auto midnight = [](Date day) { return parse_instant(format_date(day) + "T00:00:00Z"); };
  return (midnight(period.until) - midnight(period.from)) / std::chrono::hours(24);
}

}  // namespace

ByChannel measures_by_channel(const ScoreNode& sheet) {
  ByChannel measures;
  collect(sheet, measures);
  return measures;
}

std::vector<ScoreMark> counted(const std::vector<ScoreMark>& marks, const ScoreRules& rules,
                               const std::vector<ScoreSubject>& subjects) {
  std::map<std::pair<std::string, std::string>, ScoreMark> latest;
  for (const ScoreMark& mark : marks) {
    if (validate(rules, subjects, {mark}).empty()) latest[{mark.subject, mark.node}] = mark;
  }
  std::vector<ScoreMark> list;
  for (auto& [place, mark] : latest)
    list.push_back(std::move(mark));
  return list;
}

std::vector<Fact> newly_exempted(const std::vector<Fact>& before, const std::vector<Fact>& now) {
  std::vector<Fact> list;
  std::copy_if(now.begin(), now.end(), std::back_inserter(list), [&](const Fact& fact) {
    if (!is_limit(fact) || !fact.marks.has(Mark::exempt)) return false;
    return std::none_of(before.begin(), before.end(), [&](const Fact& earlier) {
      return place_of(earlier) == place_of(fact) && earlier.marks.has(Mark::exempt);
    });
  });
  return list;
}

bool is_as_long(const Period& a, const Period& b) {
  if (has_whole_months(a) && has_whole_months(b)) {
    return month_of(a.until) - month_of(a.from) == month_of(b.until) - month_of(b.from);
  }
  return has_whole_months(a) == has_whole_months(b) && days_in(a) == days_in(b);
}

}  // namespace gridcase::rules
