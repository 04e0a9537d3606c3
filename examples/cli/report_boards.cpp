// Tiers, days, flows, league, what is overdue, the ledger.
#include "report_document.hpp"

#include "report_days.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::cli {

std::vector<std::string> receivers(const Event& event, const std::string& holder_before) {
  std::vector<std::string> units;
  const auto add = [&](const std::string& code) {
    if (code.empty() || code == event.actor.unit) return;
    if (std::find(units.begin(), units.end(), code) == units.end()) units.push_back(code);
  };
  if (event.facts.holder != holder_before) add(event.facts.holder);
  for (const Order& order : event.action.orders)
    add(order.unit);
  return units;
}

void ReportDocument::write_places(std::string_view key, const std::vector<int>& places) {
  json_.key(key).begin_array();
  for (const int place : places)
    json_.value(place);
  json_.end_array();
}

namespace {

// The tiers a case has stood on.
std::set<Tier> tiers_of(const std::vector<Event>& history) {
  std::set<Tier> tiers;
  for (const Event& event : history) {
    if (const auto tier = tier_of(event.after.state)) tiers.insert(*tier);
  }
  return tiers;
}

}  // namespace

void ReportDocument::write_funnel() {
  std::map<Tier, std::vector<int>> came, solved;
  for (const CaseId id : reported_cases()) {
    const int place = case_place(id);
    if (place < 0) continue;
    const CaseRecord& record = cases_[static_cast<std::size_t>(place)];
    for (const Tier tier : tiers_of(record.history))
      came[tier].push_back(place);
    if (record.whole.solved_on && record.whole.ended)
      solved[*record.whole.solved_on].push_back(place);
  }
  json_.key("funnel").begin_array();
  for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
    json_.begin_object().field("tier", name(tier));
    write_runs(json_, "came", came[tier]);
    write_runs(json_, "solved", solved[tier]);
    json_.end_object();
  }
  json_.end_array();
}

void ReportDocument::write_trend() {
  const auto days = days_of(wish_.period, engine_.policy()->time, zone_);
  json_.key("trend").begin_object().key("days").begin_array();
  for (const ReportDay& day : days) {
    json_.begin_object().field("day", format_date(day.date)).field("off", day.off);
    json_.key("name").begin_array().value(day.name).value(day.name).end_array().end_object();
  }
  json_.end_array().key("series").begin_array();
  const std::int64_t first = day_number(wish_.period.from);
  for (const char* code : {load_measure, "closings"}) {
    std::vector<int> counts(days.size());
    for (const Fact& fact : facts_[code].numerator) {
      const std::int64_t day = day_number(date_of(fact.at, zone_)) - first;
      if (day >= 0 && day < static_cast<std::int64_t>(counts.size()))
        ++counts[static_cast<std::size_t>(day)];
    }
    json_.begin_object().field("measure", measure_place(code));
    write_places("values", counts);
    json_.end_object();
  }
  json_.end_array().end_object();
}

void ReportDocument::write_flows() {
  struct Flow {
    std::int64_t times = 0;
    std::vector<int> cases;
  };
  std::map<std::pair<int, int>, Flow> flows;
  for (const CaseId id : reported_cases()) {
    const int place = case_place(id);
    if (place < 0) continue;
    with_holders(cases_[static_cast<std::size_t>(place)],
                 [&](const Event& event, const std::string& holder) {
                   const int from = unit_place(event.actor.unit);
                   for (const std::string& unit : receivers(event, holder)) {
                     const int to = unit_place(unit);
                     if (from < 0 || to < 0) continue;
                     Flow& flow = flows[{from, to}];
                     ++flow.times;
                     if (flow.cases.empty() || flow.cases.back() != place)
                       flow.cases.push_back(place);
                   }
                 });
  }
  json_.key("flows").begin_array();
  for (const auto& [ends, flow] : flows) {
    json_.begin_object().field("from", ends.first).field("to", ends.second);
    json_.field("count", flow.times);
    write_places("cases", flow.cases);
    json_.end_object();
  }
  json_.end_array();
}

void ReportDocument::write_league() {
  const League& league = wish_.league;
  json_.key("league").begin_object().key("rules");
  if (league.english.empty() && league.chinese.empty())
    json_.null();
  else
    json_.begin_array().value(league.chinese).value(league.english).end_array();
  write_time("frozen", league.frozen ? std::optional(league.frozen->recorded) : std::nullopt);
  json_.text_or_null("sha256", league.frozen ? league.frozen->sha256 : std::string());
  json_.field("most_stars", league.most_stars).key("columns").begin_array();
  for (const std::string& code : league_measures())
    json_.value(measure_place(code));
  json_.end_array().key("lines").begin_array();
  for (const LeagueLine& line : league.lines) {
    if (unit_place(line.unit) < 0) continue;
    json_.begin_object().field("unit", unit_place(line.unit));
    const auto number = [this](const char* key, const std::optional<std::int32_t>& value) {
      if (value)
        json_.field(key, *value);
      else
        json_.key(key).null();
    };
    number("rank", line.rank);
    number("before", line.before);
    json_.text_or_null("score", line.score).text_or_null("grade", line.grade);
    if (!line.score.empty())
      json_.key("words").begin_array().value(line.chinese).value(line.english).end_array();
    number("stars", line.stars);
    json_.end_object();
  }
  json_.end_array().end_object();
}

void ReportDocument::write_overdue() {
  json_.field("overdue_count", all_overdue_).key("overdue").begin_array();
  for (const Overdue& one : overdue_) {
    const int place = case_place(one.id);
    if (place < 0) continue;
    const CaseRecord& record = cases_[static_cast<std::size_t>(place)];
    const auto found =
        std::find_if(record.clocks.begin(), record.clocks.end(),
                     [&](const ClockView& view) { return view.clock.no == one.clock; });
    if (found == record.clocks.end()) continue;
    json_.begin_object().field("case", place).key("clock");
    if (whole_.count(place) != 0)
      json_.value(found - record.clocks.begin());
    else
      write_clock(record, *found, false);
    json_.end_object();
  }
  json_.end_array();
}

void ReportDocument::write_ledger() {
  if (!wish_.ledger) return;
  const LedgerKey& ledger = *wish_.ledger;
  const bool person = ledger.by == Dimension::person;
  json_.key("ledger").begin_object().field("by", name(ledger.by)).field("key", ledger.key);
  json_.field("name", person ? chinese_.person(ledger.key) : chinese_.unit(ledger.key));
  std::vector<int> places;
  for (const CaseId id : ledger_) {
    if (case_place(id) >= 0) places.push_back(case_place(id));
  }
  write_places("cases", places);
  json_.end_object();
}

}  // namespace gridcase::cli
