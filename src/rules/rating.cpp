// Stars: a fold over assessments and vetoes, unit by unit.
#include "base/fraction.hpp"

#include <gridcase/rating.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace gridcase {

namespace {

constexpr std::int32_t last_year = 2500;

void check(const RatingScheme& scheme, const std::vector<RatingEvent>& events) {
  std::vector<Fault> faults = validate(scheme);
  if (!faults.empty()) throw DocumentError("rating scheme", std::move(faults));
  faults = validate(scheme, events);
  if (!faults.empty()) throw DocumentError("rating events", std::move(faults));
}

Decimal points_of(const RatingEvent& event) {
  Decimal sum;
  for (const RatingMark& mark : event.marks)
    sum.millionths += mark.points.millionths;
  return sum;
}

// Where a unit stands.
struct Standing {
  std::int32_t stars = 0;
  std::int32_t counts_from = 0;  // the first cycle that counts again
};

StarChange assess(const RatingScheme& scheme, const RatingEvent& event, Standing& at) {
  StarChange change;
  const Decimal points = points_of(event);
  change.points = points;
  change.cycle = event.cycle;
  change.before = at.stars;
  if (event.cycle < at.counts_from) {
    change.why = StarChange::Why::waiting;
    change.counts_from = at.counts_from;
  } else if (points < scheme.bar) {
    change.why = StarChange::Why::below_bar;
    if (scheme.below == BelowBar::step_down) at.stars = std::max(at.stars - scheme.step, 0);
    if (scheme.below == BelowBar::remove) at.stars = 0;
  } else {
    change.why = at.stars == scheme.highest ? StarChange::Why::at_highest : StarChange::Why::risen;
    at.stars = std::min(at.stars + scheme.step, scheme.highest);
  }
  change.after = at.stars;
  return change;
}

StarChange veto(const RatingScheme& scheme, const RatingEvent& event, Standing& at) {
  StarChange change;
  change.why = StarChange::Why::vetoed;
  change.cycle = cycle_of(scheme, event.day).value_or(0);
  change.before = at.stars;
  at.stars = 0;
  at.counts_from = std::max(at.counts_from, change.cycle + scheme.waiting + 1);
  change.counts_from = at.counts_from;
  change.veto = event.veto;
  return change;
}

StarChange advance(const RatingScheme& scheme, const RatingEvent& event, Standing& at) {
  StarChange change =
      event.kind == RatingEvent::Kind::veto ? veto(scheme, event, at) : assess(scheme, event, at);
  change.day = event.day;
  change.reason = event.reason;
  change.basis = event.basis;
  return change;
}

// By day; on one day assessments by cycle, then vetoes. What is left to choose changes nothing but
// the order of vetoes of one day, which goes by their words.
bool is_before(const RatingEvent* a, const RatingEvent* b) {
  if (a->day != b->day) return a->day < b->day;
  if (a->kind != b->kind) return a->kind < b->kind;
  if (a->cycle != b->cycle) return a->cycle < b->cycle;
  return std::tie(a->veto, a->reason, a->basis) < std::tie(b->veto, b->reason, b->basis);
}

std::vector<StarChange> history(const RatingScheme& scheme, const std::vector<RatingEvent>& events,
                                std::string_view unit) {
  std::vector<const RatingEvent*> own;
  for (const RatingEvent& event : events) {
    if (event.unit == unit) own.push_back(&event);
  }
  std::sort(own.begin(), own.end(), is_before);
  Standing at;
  std::vector<StarChange> changes;
  changes.reserve(own.size());
  for (const RatingEvent* event : own)
    changes.push_back(advance(scheme, *event, at));
  return changes;
}

void rank(std::vector<RatingStanding>& standings) {
  std::sort(standings.begin(), standings.end(),
            [](const RatingStanding& a, const RatingStanding& b) {
              return a.points == b.points ? a.unit < b.unit : b.points < a.points;
            });
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const bool tied = i > 0 && standings[i].points == standings[i - 1].points;
    standings[i].rank = tied ? standings[i - 1].rank : static_cast<std::int32_t>(i + 1);
  }
}

template <typename Items, typename Code>
std::string title_of(const Items& items, const Code& code, Language language) {
  for (const auto& item : items) {
    if (item.code != code) continue;
    const std::string& wanted = language == Language::english ? item.english : item.chinese;
    const std::string& other = language == Language::english ? item.chinese : item.english;
    return wanted.empty() ? other : wanted;
  }
  return code;
}

std::string why_english(const RatingScheme& scheme, const StarChange& change) {
  const std::string points = change.points ? format_decimal(*change.points) : "";
  const std::string bar = format_decimal(scheme.bar);
  switch (change.why) {
  case StarChange::Why::risen: return fmt::format("{} points, the bar is {}", points, bar);
  case StarChange::Why::at_highest:
    return fmt::format("{} points, the bar is {}; there are no more stars", points, bar);
  case StarChange::Why::below_bar: return fmt::format("{} points, below the bar {}", points, bar);
  case StarChange::Why::waiting:
    return fmt::format("{} points, but after a veto cycle {} is the first to count", points,
                       change.counts_from);
  case StarChange::Why::vetoed: break;
  }
  return fmt::format("veto, {}; cycle {} is the first to count again",
                     title_of(scheme.vetoes, change.veto, Language::english), change.counts_from);
}

std::string why_chinese(const RatingScheme& scheme, const StarChange& change) {
  const std::string points = change.points ? format_decimal(*change.points) : "";
  const std::string bar = format_decimal(scheme.bar);
  switch (change.why) {
  case StarChange::Why::risen: return fmt::format("得 {} 分，达标线 {}", points, bar);
  case StarChange::Why::at_highest:
    return fmt::format("得 {} 分，达标线 {}，已是最高星级", points, bar);
  case StarChange::Why::below_bar: return fmt::format("得 {} 分，未达 {}", points, bar);
  case StarChange::Why::waiting:
    return fmt::format("得 {} 分，否决后第 {} 周期起方可计星", points, change.counts_from);
  case StarChange::Why::vetoed: break;
  }
  return fmt::format("负面否决：{}，第 {} 周期起方可重新计星",
                     title_of(scheme.vetoes, change.veto, Language::chinese), change.counts_from);
}

}  // namespace

std::optional<std::int32_t> cycle_of(const RatingScheme& scheme, Date day) {
  if (day < scheme.first_day || scheme.cycle_months < 1) return std::nullopt;
  std::int32_t months =
      (day.year - scheme.first_day.year) * 12 + day.month - scheme.first_day.month;
  if (day.day < scheme.first_day.day) --months;
  return months / scheme.cycle_months + 1;
}

Date first_day_of(const RatingScheme& scheme, std::int32_t cycle) {
  const std::int64_t months = (std::int64_t{cycle} - 1) * scheme.cycle_months +
                              scheme.first_day.year * 12 + scheme.first_day.month - 1;
  if (cycle < 1 || months / 12 > last_year) {
    throw Error(ErrorCode::invalid_argument, "cycles are counted from 1, up to the year 2500",
                "cycle");
  }
  return {static_cast<std::int16_t>(months / 12), static_cast<std::uint8_t>(months % 12 + 1),
          scheme.first_day.day};
}

std::vector<StarChange> star_history(const RatingScheme& scheme,
                                     const std::vector<RatingEvent>& events,
                                     std::string_view unit) {
  check(scheme, events);
  return history(scheme, events, unit);
}

std::int32_t stars_on(const RatingScheme& scheme, const std::vector<RatingEvent>& events,
                      std::string_view unit, Date day) {
  std::int32_t stars = 0;
  for (const StarChange& change : star_history(scheme, events, unit)) {
    if (change.day <= day) stars = change.after;
  }
  return stars;
}

std::vector<RatingStanding> standings_of(const RatingScheme& scheme,
                                         const std::vector<RatingEvent>& events,
                                         std::int32_t cycle) {
  check(scheme, events);
  std::map<std::string, std::vector<RatingEvent>> units;
  std::set<std::string> assessed;
  for (const RatingEvent& event : events) {
    units[event.unit].push_back(event);
    if (event.kind == RatingEvent::Kind::assessment && event.cycle == cycle)
      assessed.insert(event.unit);
  }
  std::vector<RatingStanding> standings;
  for (const std::string& unit : assessed) {
    for (const StarChange& change : history(scheme, units.at(unit), unit)) {
      if (!change.points || change.cycle != cycle) continue;
      standings.push_back({unit, *change.points, !(*change.points < scheme.bar), 1, change});
    }
  }
  rank(standings);
  return standings;
}

std::string in_words(const RatingScheme& scheme, const StarChange& change, Language language) {
  const bool english = language == Language::english;
  const char* pattern =
      english ? "{}, cycle {}: {} → {} stars, {}" : "{} 第 {} 周期：{} → {} 星，{}";
  std::string text =
      fmt::format(pattern, format_date(change.day), change.cycle, change.before, change.after,
                  english ? why_english(scheme, change) : why_chinese(scheme, change));
  if (!change.reason.empty()) text += (english ? ": " : "：") + change.reason;
  if (!change.basis.empty()) text += " [" + change.basis + "]";
  return text;
}

}  // namespace gridcase
