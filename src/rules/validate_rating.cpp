// What star schemes, and events under them, must keep to.
#include "base/text.hpp"

#include <gridcase/rating.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace gridcase {

namespace {

constexpr std::size_t longest_code = 64;
constexpr Decimal most_points = decimal(1'000'000);
constexpr std::size_t most_aspects = 100;

bool exists(Date day) {
  return day.year >= 1900 && day.year <= 2500 &&
         date::year_month_day{date::year{day.year}, date::month{day.month}, date::day{day.day}}
             .ok();
}

bool is_within(Decimal low, Decimal number, Decimal high) {
  return !(number < low) && !(high < number);
}

class Check {
public:
  explicit Check(const RatingScheme& scheme) : scheme_(scheme) {}

  std::vector<Fault> scheme();
  std::vector<Fault> events(const std::vector<RatingEvent>& events);

private:
  void error(const std::string& code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, "rating." + code, std::move(path), std::move(message), std::move(fix)});
  }
  void code(const std::string& code, const std::string& path, std::set<std::string>& taken);
  template <typename Named> void names(const Named& named, const std::string& path);
  void number(std::int32_t number, const char* key, std::int32_t low, std::int32_t high);
  void aspects();
  void event(const RatingEvent& event, const std::string& path);
  void assessment(const RatingEvent& event, const std::string& path);
  void marks(const RatingEvent& event, const std::string& path);
  void veto(const RatingEvent& event, const std::string& path);

  const RatingScheme& scheme_;
  std::set<std::pair<std::string, std::int32_t>> assessed_;
  std::vector<Fault> faults_;
};

void Check::code(const std::string& code, const std::string& path, std::set<std::string>& taken) {
  if (code.empty() || code.size() > longest_code || !base::has_code_characters_only(code)) {
    error("code_invalid", path + "code", fmt::format("\"{}\" is no code", code),
          "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
  } else if (!taken.insert(code).second) {
    error("code_twice", path + "code", fmt::format("the code {} is taken", code),
          "give each its own");
  }
}

template <typename Named> void Check::names(const Named& named, const std::string& path) {
  if (!named.english.empty() || !named.chinese.empty()) return;
  error("name_missing", path + "chinese", "there is no name", "write english, chinese or both");
}

void Check::number(std::int32_t number, const char* key, std::int32_t low, std::int32_t high) {
  if (number >= low && number <= high) return;
  error("number", key, fmt::format("{} is not within {} to {}", number, low, high), "correct it");
}

void Check::aspects() {
  Decimal sum;
  std::set<std::string> codes;
  if (scheme_.aspects.empty() || scheme_.aspects.size() > most_aspects) {
    error("aspects", "aspects", "units must be looked at for something", "list 1 to 100 aspects");
    return;
  }
  bool all = true;
  for (std::size_t i = 0; i < scheme_.aspects.size(); ++i) {
    const RatingAspect& aspect = scheme_.aspects[i];
    const std::string path = fmt::format("aspects[{}].", i);
    code(aspect.code, path, codes);
    names(aspect, path);
    if (decimal(0) < aspect.points && !(most_points < aspect.points)) {
      sum.millionths += aspect.points.millionths;
      continue;
    }
    all = false;
    error("points", path + "points", "an aspect without points counts for nothing",
          "use more than 0, up to 1000000");
  }
  if (all && !is_within(decimal(0), scheme_.bar, sum)) {
    error("bar", "bar", "no unit can be below the bar, or at it",
          "use 0 up to " + format_decimal(sum));
  }
}

std::vector<Fault> Check::scheme() {
  std::set<std::string> own;
  code(scheme_.code, "", own);
  names(scheme_, "");
  if (!exists(scheme_.first_day) || scheme_.first_day.day > 28) {
    error("first_day", "first_day", "cycles cannot begin there",
          "use a day up to the 28th, in the years 1900 to 2500");
  }
  number(scheme_.cycle_months, "cycle_months", 1, 120);
  number(scheme_.highest, "highest", 1, 100);
  number(scheme_.step, "step", 1, 100);
  number(scheme_.waiting, "waiting", 0, 100);
  aspects();
  std::set<std::string> codes;
  for (std::size_t i = 0; i < scheme_.vetoes.size(); ++i) {
    const std::string path = fmt::format("vetoes[{}].", i);
    code(scheme_.vetoes[i].code, path, codes);
    names(scheme_.vetoes[i], path);
  }
  return std::move(faults_);
}

// An assessment is of all aspects: a unit that was not looked at for one was not assessed.
void Check::marks(const RatingEvent& event, const std::string& path) {
  std::map<std::string, Decimal> open;
  for (const RatingAspect& aspect : scheme_.aspects)
    open.emplace(aspect.code, aspect.points);
  for (std::size_t i = 0; i < event.marks.size(); ++i) {
    const std::string at = fmt::format("{}marks[{}]", path, i);
    const auto aspect = open.find(event.marks[i].aspect);
    if (aspect == open.end()) {
      error("mark_aspect", at + ".aspect", "there is no such aspect, or it has a mark already",
            "give each aspect one mark");
      continue;
    }
    if (!is_within(decimal(0), event.marks[i].points, aspect->second)) {
      error("mark_points", at + ".points", "the aspect has no such points",
            "use 0 to " + format_decimal(aspect->second));
    }
    open.erase(aspect);
  }
  for (const auto& [aspect, points] : open) {
    error("mark_missing", path + "marks", "there is no mark for " + aspect,
          "give each aspect one mark");
  }
}

void Check::assessment(const RatingEvent& event, const std::string& path) {
  if (event.cycle < 1 || event.cycle > 10000) {
    error("cycle", path + "cycle", "there is no such cycle", "count cycles from 1");
  } else if (const auto now = cycle_of(scheme_, event.day); !now || *now < event.cycle) {
    error("cycle_ahead", path + "day", "the cycle has not begun on this day",
          "name the day of the result, or an earlier cycle");
  }
  if (!assessed_.insert({event.unit, event.cycle}).second) {
    error("assessed_twice", path + "cycle", event.unit + " was assessed for this cycle already",
          "keep one of them");
  }
  marks(event, path);
}

void Check::veto(const RatingEvent& event, const std::string& path) {
  bool known = false;
  for (const RatingVeto& veto : scheme_.vetoes)
    known = known || veto.code == event.veto;
  if (!known) {
    error("veto_unknown", path + "veto", fmt::format("there is no veto \"{}\"", event.veto),
          "use one of the scheme's vetoes");
  }
  if (event.reason.empty()) {
    error("reason", path + "reason", "the veto has no reason", "say why");
  }
}

void Check::event(const RatingEvent& event, const std::string& path) {
  if (event.unit.empty()) error("unit", path + "unit", "there is no unit", "name it");
  if (!exists(event.day)) {
    error("day", path + "day", "there is no such day", "use a day of the years 1900 to 2500");
  } else if (event.kind == RatingEvent::Kind::veto) {
    veto(event, path);
  } else {
    assessment(event, path);
  }
}

std::vector<Fault> Check::events(const std::vector<RatingEvent>& events) {
  for (std::size_t i = 0; i < events.size(); ++i)
    event(events[i], fmt::format("events[{}].", i));
  return std::move(faults_);
}

}  // namespace

std::vector<Fault> validate(const RatingScheme& scheme) { return Check(scheme).scheme(); }

std::vector<Fault> validate(const RatingScheme& scheme, const std::vector<RatingEvent>& events) {
  return Check(scheme).events(events);
}

}  // namespace gridcase
