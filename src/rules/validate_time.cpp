#include "rules/validate_time.hpp"

#include "base/text.hpp"
#include "model/calendar_check.hpp"
#include "model/organization_index.hpp"
#include "rules/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gridcase::rules {
namespace {

class TimeCheck {
public:
  TimeCheck(const Policy& policy, std::vector<Fault>& faults)
      : time_(policy.time), decline_within_(policy.rules.decline_within),
        organization_(policy.organization), index_(policy.organization), faults_(faults) {}

  void all();

private:
  void codes();
  void calendars();
  void milestone(const Milestone& milestone, const std::string& path);
  void moments(const Milestone& milestone, const std::string& path);
  void ladder_of_due(const Milestone& milestone, const std::string& path);
  void roles(const Milestone& milestone, const std::string& path);
  void ladder(const std::vector<Rung>& ladder, const std::string& path);
  void limits();
  void limit(const Limit& limit, const std::string& path);
  void amount(const Limit& limit, const std::string& path);
  void decline_within();
  void working_time(const Limit& limit, const std::string& path);
  void shares();
  void deviations();
  void reaches();
  void decline_reaches(const std::map<std::string_view, Timetable>& timetables);
  std::int64_t shortest_day() const;
  std::int64_t most(const Limit& limit, const Milestone& milestone,
                    const Timetable& timetable) const;
  bool reaches(const Limit& limit, const Milestone& milestone, const Timetable& timetable) const;
  std::size_t rung_out_of_order(const Limit& limit, const Milestone& milestone,
                                const Timetable& timetable) const;

  template <typename Element>
  void codes_of(const std::vector<Element>& elements, const std::string& what,
                const std::string& list);
  void range(const std::string& code, const std::string& path, std::int64_t value, std::int64_t low,
             std::int64_t high);
  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }
  void warning(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::warning, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  const TimeRules& time_;
  const std::optional<Amount>& decline_within_;
  const Organization& organization_;
  const model::OrganizationIndex index_;
  std::vector<Fault>& faults_;
};

template <typename Element>
const Element* find(const std::vector<Element>& elements, const std::string& code) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const Element& element) { return element.code == code; });
  return found == elements.end() ? nullptr : &*found;
}

bool is_of_order(Moment moment) {
  switch (moment) {
  case Moment::dispatched:
  case Moment::signed_for:
  case Moment::contacted:
  case Moment::arrived:
  case Moment::controlled:
  case Moment::handled:
  case Moment::freed:
  case Moment::begun:
  case Moment::finished: return true;
  default: return false;
  }
}

bool is_of_order_only(Moment moment) {
  return moment == Moment::freed || moment == Moment::begun || moment == Moment::finished;
}

// The longest limit in the unit. `day_minutes` is what a working day stands for.
std::int64_t longest(LimitUnit unit, std::int64_t day_minutes) {
  switch (unit) {
  case LimitUnit::urgent_minute: return longest_limit_days * 24 * 60;
  case LimitUnit::urgent_hour: return longest_limit_days * 24;
  case LimitUnit::working_minute: return longest_limit_days * day_minutes;
  case LimitUnit::working_hour: return longest_limit_days * day_minutes / 60;
  case LimitUnit::calendar_day:
  case LimitUnit::working_day:
  case LimitUnit::end_of_working_day: return longest_limit_days;
  }
  return 0;
}

void TimeCheck::range(const std::string& code, const std::string& path, std::int64_t value,
                      std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return;
  error(code, path, fmt::format("{} is out of range", value),
        fmt::format("use {} to {}", low, high));
}

template <typename Element>
void TimeCheck::codes_of(const std::vector<Element>& elements, const std::string& what,
                         const std::string& list) {
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const std::string& code = elements[i].code;
    const std::string path = fmt::format("time.{}[{}].code", list, i);
    if (code.empty() || code.size() > 32 || !base::has_code_characters_only(code)) {
      error(what + ".code_invalid", path, fmt::format("\"{}\" is no code", code),
            "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
    } else if (const auto [known, is_new] = first.emplace(code, i); !is_new) {
      error(what + ".code_twice", path,
            fmt::format("the code {} is taken by time.{}[{}]", code, list, known->second),
            "give each its own code");
    }
  }
}

void TimeCheck::codes() {
  codes_of(time_.holidays, "holidays", "holidays");
  codes_of(time_.calendars, "calendar", "calendars");
  codes_of(time_.milestones, "milestone", "milestones");
}

void TimeCheck::calendars() {
  for (std::size_t i = 0; i < time_.holidays.size(); ++i)
    model::check_holidays(time_.holidays[i], fmt::format("time.holidays[{}]", i), faults_);
  std::set<std::string_view> taken;
  for (std::size_t i = 0; i < time_.calendars.size(); ++i) {
    const Calendar& calendar = time_.calendars[i];
    const std::string path = fmt::format("time.calendars[{}]", i);
    model::check_calendar(calendar, time_.holidays, organization_.time_zone, path, faults_);
    for (std::size_t j = 0; j < calendar.units.size(); ++j) {
      const std::string& unit = calendar.units[j];
      const std::string at = fmt::format("{}.units[{}]", path, j);
      if (index_.units.find(unit) == model::nothing) {
        error("calendar.unit_unknown", at,
              fmt::format("there is no unit with the code \"{}\"", unit),
              "correct the code, or add the unit");
      } else if (!taken.insert(unit).second) {
        error("calendar.unit_twice", at,
              fmt::format("the unit {} has been given a calendar before", unit),
              "name each unit in one calendar, once");
      }
    }
  }
}

void TimeCheck::moments(const Milestone& milestone, const std::string& path) {
  if (milestone.from == Moment::replied || milestone.from == Moment::closed) {
    error("milestone.from", path + ".from",
          fmt::format("no clock starts when the case is {}", name(milestone.from)),
          "name an earlier moment");
  }
  if (milestone.until == Moment::reported) {
    error("milestone.until", path + ".until", "the report is past when any clock starts",
          "name a later moment");
  }
  if (milestone.from == milestone.until) {
    error("milestone.moments_same", path + ".until", "it ends at the moment it starts",
          "name two different moments");
  }
  if (milestone.each_order) {
    for (const auto& [key, moment] :
         {std::pair{".from", milestone.from}, std::pair{".until", milestone.until}}) {
      if (is_of_order(moment)) continue;
      error("milestone.moment_of_case", path + key,
            fmt::format("{} is a moment of the case, not of an order", name(moment)),
            "use dispatched, freed, signed_for, begun, contacted, arrived, controlled, finished or "
            "handled");
    }
  } else {
    for (const auto& [key, moment] :
         {std::pair{".from", milestone.from}, std::pair{".until", milestone.until}}) {
      if (!is_of_order_only(moment)) continue;
      error("milestone.moment_of_order", path + key,
            fmt::format("{} is a moment of an order, not of the case", name(moment)),
            "set each_order, or use dispatched or signed_for");
    }
  }
  if (milestone.code == due_milestone && milestone.from != Moment::reported) {
    error("milestone.due_from", path + ".from",
          "the limit given with a report runs from the report",
          "let it start at reported, or choose another code");
  }
}

// A report may ask for a hundred years; twice as long can still be written down.
void TimeCheck::ladder_of_due(const Milestone& milestone, const std::string& path) {
  for (std::size_t i = 0; i < milestone.ladder.size(); ++i) {
    range("milestone.due_share", fmt::format("{}.ladder[{}].share", path, i),
          milestone.ladder[i].share, 0, 200);
  }
}

void TimeCheck::roles(const Milestone& milestone, const std::string& path) {
  if (!milestone.roles.empty() && !milestone.each_order) {
    error("milestone.roles", path + ".roles", "a clock of the case has no role",
          "set each_order, or leave the roles out");
  }
}

void TimeCheck::ladder(const std::vector<Rung>& ladder, const std::string& path) {
  for (std::size_t i = 0; i < ladder.size(); ++i) {
    const Rung& rung = ladder[i];
    const std::string at = fmt::format("{}.ladder[{}]", path, i);
    range("milestone.rung_share", at + ".share", rung.share, 0, 1000);
    range("milestone.rung_offset", at + ".offset", rung.offset, -longest_limit_days,
          longest_limit_days);
    if (i == 0) continue;
    const Rung& before = ladder[i - 1];
    if (std::tie(rung.share, rung.offset) < std::tie(before.share, before.offset)) {
      error("milestone.rung_order", at, "it comes before the rung above it",
            "put the rungs in ascending order of share, then of offset");
    }
  }
}

void TimeCheck::milestone(const Milestone& milestone, const std::string& path) {
  moments(milestone, path);
  roles(milestone, path);
  ladder(milestone.ladder, path);
  if (milestone.code == due_milestone) ladder_of_due(milestone, path);
  if (milestone.extensions < 0) {
    error("milestone.extensions", path + ".extensions", "the number is below 0",
          "use 0 for no extension at all");
  }
  const bool has_limit =
      std::any_of(time_.limits.begin(), time_.limits.end(),
                  [&](const Limit& limit) { return limit.milestone == milestone.code; });
  if (!has_limit && milestone.code != due_milestone) {
    warning("milestone.no_limit", path, "it has no limit, so it never has a clock",
            "add a limit for it, or remove it");
  }
}

void TimeCheck::amount(const Limit& limit, const std::string& path) {
  const LimitUnit unit = limit.within.unit;
  const Calendar* calendar = find(time_.calendars, limit.calendar);
  if (calendar == nullptr && !time_.calendars.empty()) calendar = &time_.calendars.front();
  const std::int64_t day_minutes =
      calendar == nullptr ? 480 : std::clamp(calendar->day_minutes, 1, 1440);
  range("limit.amount", path + ".within.value", limit.within.value,
        unit == LimitUnit::end_of_working_day ? 0 : 1, longest(unit, day_minutes));
}

// So long after the order a unit may hand it back; the calendar is that of the unit.
void TimeCheck::decline_within() {
  if (!decline_within_) return;
  const LimitUnit unit = decline_within_->unit;
  range("rules.decline_within", "rules.decline_within.value", decline_within_->value, 1,
        longest(unit, shortest_day()));
  if (measure_of(unit) != Measure::natural && time_.calendars.empty()) {
    error("rules.decline_calendar", "rules.decline_within.unit",
          "working time needs a calendar, and the policy has none",
          "add a calendar, or use urgent_minute, urgent_hour or calendar_day");
  }
}

// What a working day stands for where it stands for least.
std::int64_t TimeCheck::shortest_day() const {
  std::int32_t minutes = 480;
  for (const Calendar& calendar : time_.calendars)
    minutes = std::min(minutes, calendar.day_minutes);
  return std::clamp(minutes, 1, 1440);
}

void TimeCheck::working_time(const Limit& limit, const std::string& path) {
  if (!limit.calendar.empty() && find(time_.calendars, limit.calendar) == nullptr) {
    error("limit.calendar_unknown", path + ".calendar",
          fmt::format("there is no calendar with the code \"{}\"", limit.calendar),
          "correct the code, or add the calendar");
  }
  if (measure_of(limit.within.unit) != Measure::natural && time_.calendars.empty()) {
    error("limit.no_calendar", path + ".within.unit",
          "working time needs a calendar, and the policy has none",
          "add a calendar, or use urgent_minute, urgent_hour or calendar_day");
  }
}

void TimeCheck::limit(const Limit& limit, const std::string& path) {
  if (limit.milestone == due_milestone) {
    error("limit.of_due", path + ".milestone", "the limit of \"due\" is given with the report",
          "leave this limit out, or name another milestone");
  } else if (find(time_.milestones, limit.milestone) == nullptr) {
    error("limit.milestone_unknown", path + ".milestone",
          fmt::format("there is no milestone with the code \"{}\"", limit.milestone),
          "correct the code, or add the milestone");
  }
  if (!limit.category.empty() && index_.categories.find(limit.category) == model::nothing) {
    error("limit.category_unknown", path + ".category",
          fmt::format("there is no category with the code \"{}\"", limit.category),
          "correct the code, or add the category");
  }
  amount(limit, path);
  working_time(limit, path);
}

void TimeCheck::limits() {
  using Selectors = std::tuple<std::string_view, std::string_view, std::string_view, RequestKind,
                               std::string_view, std::optional<Tier>, std::optional<OperatingMode>>;
  std::set<Selectors> seen;
  for (std::size_t i = 0; i < time_.limits.size(); ++i) {
    const Limit& one = time_.limits[i];
    const std::string path = fmt::format("time.limits[{}]", i);
    limit(one, path);
    const bool is_new = seen.emplace(one.milestone, one.category, one.grade, one.request,
                                     one.channel, one.tier, one.mode)
                            .second;
    if (!is_new) {
      error("limit.twice", path, "there is a limit for the same milestone and the same cases",
            "keep one of the two");
    }
  }
}

void TimeCheck::shares() {
  range("time.red_share", "time.red_share", time_.red_share, 0, 1000);
  if (time_.yellow_share < 0 || time_.yellow_share > time_.red_share) {
    error("time.yellow_share", "time.yellow_share",
          fmt::format("{} is out of range", time_.yellow_share),
          "use 0 to the share of red: the light is yellow first");
  }
}

void TimeCheck::deviations() {
  const DeviationRules& rules = time_.deviations;
  const std::string path = "time.deviations.";
  if (rules.suspensions < 0) {
    error("deviations.suspensions", path + "suspensions", "the number is below 0",
          "use 0 for no limit");
  }
  range("deviations.longest_suspension_days", path + "longest_suspension_days",
        rules.longest_suspension_days, 1, longest_limit_days);
  range("deviations.extension_share", path + "extension_share", rules.extension_share, 1, 1000);
  range("deviations.extension_steps", path + "extension_steps", rules.extension_steps, 1, 2);
  range("deviations.appeal_reviewers", path + "appeal_reviewers", rules.appeal_reviewers, 1, 2);
}

// The budget, extended as often as may be.
std::int64_t TimeCheck::most(const Limit& limit, const Milestone& milestone,
                             const Timetable& timetable) const {
  const std::int64_t within = timetable.counted(limit.within);
  const std::int64_t longest =
      timetable.counted({longest_limit_days, day_of(measure_of(limit.within.unit))});
  const std::int64_t one = extension_of(within, time_.deviations.extension_share);
  if (milestone.extensions > longest / one) return std::max(within, longest);
  return std::max(within, std::min(within + milestone.extensions * one, longest));
}

// Whether the time that much later can be told, for the latest case there can be.
bool can_tell(const Timetable& timetable, Measure measure, std::int64_t amount) {
  constexpr Instant latest_start{std::chrono::seconds(4'105'123'200)};  // 2100-02-01
  try {
    (void)timetable.reach(measure, latest_start, amount);
    return true;
  } catch (const Error&) {  // says that it lies beyond
    return false;
  }
}

// Whether every time that may follow from the limit can be told.
bool TimeCheck::reaches(const Limit& limit, const Milestone& milestone,
                        const Timetable& timetable) const {
  const std::int64_t total = most(limit, milestone, timetable);
  std::int64_t furthest = total;
  for (const Rung& rung : milestone.ladder) {
    const std::int64_t offset = timetable.counted({std::abs(rung.offset), limit.within.unit});
    furthest = std::max(furthest, rung_amount(rung, total, offset));
  }
  return can_tell(timetable, measure_of(limit.within.unit), furthest);
}

// The first rung that would come before the one above it; 0 if none does. The first limit and the
// longest it can become are looked at.
std::size_t TimeCheck::rung_out_of_order(const Limit& limit, const Milestone& milestone,
                                         const Timetable& timetable) const {
  for (const std::int64_t total :
       {timetable.counted(limit.within), most(limit, milestone, timetable)}) {
    std::int64_t before = 0;
    for (std::size_t i = 0; i < milestone.ladder.size(); ++i) {
      const Rung& rung = milestone.ladder[i];
      const std::int64_t offset = timetable.counted({std::abs(rung.offset), limit.within.unit});
      const std::int64_t amount = rung_amount(rung, total, offset);
      if (amount < before) return i;
      before = amount;
    }
  }
  return 0;
}

void TimeCheck::decline_reaches(const std::map<std::string_view, Timetable>& timetables) {
  if (!decline_within_) return;
  const Measure measure = measure_of(decline_within_->unit);
  for (const auto& [code, timetable] : timetables) {
    if ((measure == Measure::natural) != code.empty()) continue;
    if (can_tell(timetable, measure, timetable.counted(*decline_within_))) continue;
    error("rules.decline_too_far", "rules.decline_within", "its end lies too far ahead",
          "make it shorter, or the working hours longer");
    return;
  }
}

void TimeCheck::reaches() {
  std::map<std::string_view, Timetable> timetables{{{}, Timetable()}};
  for (const Calendar& calendar : time_.calendars) {
    timetables.emplace(calendar.code, Timetable(calendar, time_.holidays, organization_.time_zone));
  }
  decline_reaches(timetables);
  for (std::size_t i = 0; i < time_.limits.size(); ++i) {
    const Limit& limit = time_.limits[i];
    const bool is_natural = measure_of(limit.within.unit) == Measure::natural;
    const Milestone& milestone = *find(time_.milestones, limit.milestone);
    const std::string path = fmt::format("time.limits[{}].within", i);
    for (const auto& [code, timetable] : timetables) {
      const bool may_be_used =
          is_natural ? code.empty()
                     : !code.empty() && (limit.calendar.empty() || limit.calendar == code);
      if (!may_be_used) continue;
      if (!reaches(limit, milestone, timetable)) {
        error("limit.too_far", path,
              "its deadline, extended as often as may be, or its ladder lies too far ahead",
              "make the limit shorter, its ladder lower, or the working hours longer");
        break;
      }
      if (const std::size_t rung = rung_out_of_order(limit, milestone, timetable); rung != 0) {
        error(
            "limit.rung_order", path,
            fmt::format("with this limit rung {} of the ladder of {} comes before the one above it",
                        rung, milestone.code),
            "put the rungs in the order in which they come, for every limit");
        break;
      }
    }
  }
}

void TimeCheck::all() {
  const std::size_t before = faults_.size();
  decline_within();
  codes();
  calendars();
  for (std::size_t i = 0; i < time_.milestones.size(); ++i)
    milestone(time_.milestones[i], fmt::format("time.milestones[{}]", i));
  limits();
  shares();
  deviations();
  const bool is_sound =
      std::none_of(faults_.begin() + static_cast<std::ptrdiff_t>(before), faults_.end(),
                   [](const Fault& fault) { return fault.severity == Severity::error; });
  if (is_sound) reaches();  // on what has no faults only
}

}  // namespace

void check_time(const Policy& policy, std::vector<Fault>& faults) {
  TimeCheck(policy, faults).all();
}

}  // namespace gridcase::rules
