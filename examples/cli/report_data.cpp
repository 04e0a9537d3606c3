#include "report_data.hpp"

#include "clock_text.hpp"
#include "json.hpp"
#include "report_days.hpp"
#include "report_pack.hpp"

#include <gridcase/version.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace gridcase::cli {
namespace {

constexpr const char* load_measure = "reports";
constexpr const char* late_measure = "closing_in_time_rate";

// What keeps the page of a large month quick to open.
constexpr std::size_t room_of_whole_cases = 700'000;  // bytes
constexpr std::size_t most_overdue = 1000;

// What stands at the top of the page, in this order.
const std::vector<std::string>& headline() {
  static const std::vector<std::string> codes{
      "reports",    "filings",           "closings",          "closing_rate",
      late_measure, "sign_in_time_rate", "satisfaction_rate", "closing_time_median"};
  return codes;
}

// All that the page shows: the headline and the other columns of the league table.
std::vector<std::string> shown_measures() {
  std::vector<std::string> codes = headline();
  for (const std::string& code : league_measures()) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

// What is counted of a unit, a grid or a person in some way or other.
const std::vector<std::string>& ledger_measures() {
  static const std::vector<std::string> codes{"reports",       "filings",  "orders",
                                              "dispatches",    "returns",  "closing_rate_handled",
                                              "limits_missed", "closings", "handling_rate",
                                              "closing_rate"};
  return codes;
}

struct CaseRecord {
  Case whole;
  std::vector<Event> history;
  std::vector<ClockView> clocks;
};

struct Overdue {
  Instant deadline;
  CaseId id = CaseId::none;
  std::int32_t clock = 0;  // its number
};

// A value as people read it, without its unit.
std::string value_text(const MeasureDefinition& definition, const Measurement& measured) {
  if (definition.form == MeasureForm::count) return std::to_string(measured.ratio.numerator);
  return two_decimals(measured.value);
}

// Words of both languages under a group, such as those of all actions.
void write_word(Json& json, std::string_view group, std::string_view name) {
  json.key(name).begin_array();
  json.value(word(Language::zh, group, name)).value(word(Language::en, group, name)).end_array();
}

class Document {
public:
  Document(const Engine& engine, const Names& names, const ReportWish& wish)
      : engine_(engine), directory_(names.directory()), zone_(names.zone()),
        language_(names.language()), wish_(wish), chinese_(Language::zh, directory_),
        english_(Language::en, directory_) {
    const auto& units = directory_.organization().units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      unit_places_.emplace(units[i].code, static_cast<int>(i));
      if (units[i].kind != UnitKind::grid) continue;
      grid_places_.emplace(units[i].code, static_cast<int>(grids_.size()));
      grids_.push_back(static_cast<int>(i));
    }
    const auto& categories = directory_.organization().categories;
    for (std::size_t i = 0; i < categories.size(); ++i)
      category_places_.emplace(categories[i].code, static_cast<int>(i));
    measures_ = shown_measures();
  }

  std::string text();

private:
  // ---- reading ----
  void read_facts();
  void read_overdue();
  void read_cases();
  MeasureQuery query(Dimension by) const;
  int case_place(CaseId id) const;
  int unit_place(const std::string& code) const { return place_in(unit_places_, code); }
  int grid_place(const std::string& code) const { return place_in(grid_places_, code); }
  int measure_place(const std::string& code) const;
  static int place_in(const std::map<std::string, int>& places, const std::string& code);
  // Which cases are written step by step: as many as there is room for.
  void choose_whole();
  std::vector<int> by_interest() const;
  std::string whole_case(const CaseRecord& record);
  std::int64_t civil_minute(Instant time) const;
  // Those reported in the period that are cases, each once.
  std::vector<CaseId> reported_cases() const;

  // ---- writing ----
  void write_head();
  void write_words();
  void write_states(std::string_view key);
  void write_units();
  void write_grids();
  void write_area(const Area& area);
  void write_ring(const Ring& ring);
  void write_categories();
  void write_measures();
  void write_figures();
  void write_figure(const Measurement& measured, Dimension by, const Measurement* before);
  void write_facts();
  void write_fact_lines(const FactPack& pack);
  std::vector<FactPack::Line> lines_of(const std::vector<Fact>& facts) const;
  void write_funnel();
  void write_trend();
  void write_flows();
  void write_league();
  void write_overdue();
  void write_ledger();
  void write_cases();
  template <typename Of> void write_column(std::string_view key, const Of& of);
  template <typename Of> void write_texts(std::string_view key, const Of& of);
  template <typename Of> void write_after(std::string_view key, const Of& of);
  void write_case_times();
  void write_case_units();
  void write_event(const Event& event, const std::string& holder_before);
  void write_clock(const CaseRecord& record, const ClockView& view, bool explained);
  void write_places(std::string_view key, const std::vector<int>& places);
  void write_time(std::string_view key, const std::optional<Instant>& time);

  const Engine& engine_;
  const Directory& directory_;
  const std::string& zone_;
  Language language_;
  const ReportWish& wish_;
  Names chinese_, english_;
  Json json_, aside_;

  std::map<std::string, int> unit_places_, grid_places_, category_places_;
  std::vector<int> grids_;  // places of the units that are grids
  std::vector<std::string> measures_;
  std::map<std::string, MeasureFacts> facts_;
  std::vector<Overdue> overdue_;  // the latest first
  std::int64_t all_overdue_ = 0;  // with those that are left out
  std::vector<CaseId> ledger_;
  std::map<CaseId, int> case_places_;
  std::vector<CaseRecord> cases_;
  std::map<int, std::string> whole_;  // by place
};

// ---- reading -----------------------------------------------------------------------------------

int Document::place_in(const std::map<std::string, int>& places, const std::string& code) {
  const auto found = places.find(code);
  return found == places.end() ? -1 : found->second;
}

int Document::case_place(CaseId id) const {
  const auto found = case_places_.find(id);
  return found == case_places_.end() ? -1 : found->second;
}

int Document::measure_place(const std::string& code) const {
  const auto found = std::find(measures_.begin(), measures_.end(), code);
  return static_cast<int>(found - measures_.begin());
}

MeasureQuery Document::query(Dimension by) const {
  MeasureQuery query;
  query.by = by;
  query.period = wish_.period;
  return query;
}

void Document::read_facts() {
  for (const std::string& code : measures_) {
    facts_[code] =
        engine_.facts_behind(code, "", query(Dimension::total), wish_.actor, wish_.moment);
    for (const auto* side : {&facts_[code].numerator, &facts_[code].denominator}) {
      for (const Fact& fact : *side)
        case_places_.emplace(fact.case_id, 0);
    }
  }
}

void Document::read_overdue() {
  CaseQuery late;
  late.open_only = true;
  late.deadline_before = wish_.moment;
  for (std::optional<CaseId> next = CaseId::none; next;) {
    late.after = *next;
    const CasePage page = engine_.find(late, wish_.actor);
    for (const CaseSummary& summary : page.cases) {
      if (summary.drill) continue;
      for (const ClockView& view : engine_.clocks(summary.id, wish_.actor, wish_.moment)) {
        if (view.clock.state != ClockState::running || !view.late) continue;
        overdue_.push_back({view.clock.times.deadline, summary.id, view.clock.no});
      }
    }
    next = page.next;
  }
  std::stable_sort(overdue_.begin(), overdue_.end(),
                   [](const Overdue& a, const Overdue& b) { return a.deadline < b.deadline; });
  all_overdue_ = static_cast<std::int64_t>(overdue_.size());
  if (overdue_.size() > most_overdue) overdue_.resize(most_overdue);
  for (const Overdue& one : overdue_)
    case_places_.emplace(one.id, 0);
}

void Document::read_cases() {
  for (auto it = case_places_.begin(); it != case_places_.end();) {
    auto whole = engine_.get(it->first, wish_.actor);
    if (!whole) {
      it = case_places_.erase(it);
      continue;
    }
    it->second = static_cast<int>(cases_.size());
    cases_.push_back({std::move(*whole), engine_.history(it->first, wish_.actor),
                      engine_.clocks(it->first, wish_.actor, wish_.moment)});
    ++it;
  }
}

std::vector<CaseId> Document::reported_cases() const {
  std::set<CaseId> ids;
  for (const Fact& fact : facts_.at(load_measure).numerator)
    ids.insert(fact.case_id);
  return {ids.begin(), ids.end()};
}

// ---- head, words, the organization -------------------------------------------------------------

void Document::write_time(std::string_view key, const std::optional<Instant>& time) {
  json_.key(key);
  if (time) {
    // To the second: a page shows minutes, and fractions only make it longer.
    const std::string text = format_instant(std::chrono::floor<std::chrono::seconds>(*time), zone_);
    json_.value(text);
  } else {
    json_.null();
  }
}

void Document::write_head() {
  const Organization& organization = directory_.organization();
  json_.field("format", "gridcase-report").field("version", 2).field("view", wish_.view);
  json_.field("language", language_ == Language::zh ? "zh" : "en");
  json_.field("program", "gridcase " + std::string(version()));
  json_.key("county").begin_object().field("code", organization.code);
  json_.field("name", organization.name).end_object();
  json_.field("time_zone", zone_).key("period").begin_object();
  json_.field("name", format_period(wish_.period)).field("from", format_date(wish_.period.from));
  json_.field("until", format_date(wish_.period.until)).end_object();
  write_time("as_of", wish_.moment);
  std::int64_t policy = 1;
  for (const CaseRecord& record : cases_) {
    if (!record.history.empty()) policy = std::max(policy, record.history.back().policy_version);
  }
  json_.field("policy", policy);
}

void Document::write_states(std::string_view key) {
  json_.key(key).begin_object();
  for (const State state : all_states()) {
    json_.key(name(state)).begin_array().value(chinese_.state(state));
    json_.value(english_.state(state)).end_array();
  }
  json_.end_object();
}

void Document::write_words() {
  json_.key("words").begin_object();
  json_.key("tier").begin_object();
  for (const Tier tier : {Tier::village, Tier::township, Tier::county}) {
    json_.key(name(tier)).begin_array().value(chinese_.tier(tier));
    json_.value(english_.tier(tier)).end_array();
  }
  json_.end_object();
  write_states("state");
  json_.key("action").begin_object();
  for (const ActionKind action : all_actions())
    write_word(json_, "action", name(action));
  json_.end_object().key("outcome").begin_object();
  for (const char* outcome :
       {"partly", "whole", "requested", "passed", "failed", "granted", "denied"})
    write_word(json_, "outcome", outcome);
  json_.end_object().key("channel").begin_object();
  std::set<std::string> channels;
  for (const CaseRecord& record : cases_)
    channels.insert(record.whole.channel);
  for (const std::string& channel : channels) {
    if (!channel.empty()) write_word(json_, "channel", channel);
  }
  json_.end_object().key("clock_state").begin_object();
  for (const ClockState state :
       {ClockState::running, ClockState::held, ClockState::met, ClockState::dropped})
    write_word(json_, "clock", name(state));
  json_.end_object().key("segment").begin_object();
  using Kind = Explanation::Segment::Kind;
  for (const Kind kind :
       {Kind::counted, Kind::closed, Kind::day_off, Kind::holiday, Kind::held, Kind::late})
    write_word(json_, "segment", name(kind));
  json_.end_object().end_object();
}

void Document::write_units() {
  json_.key("units").begin_array();
  for (const Unit& unit : directory_.organization().units) {
    json_.begin_object().field("code", unit.code).field("name", unit.name);
    json_.field("kind", name(unit.kind));
    const auto tier = directory_.tier_of(unit.code);
    json_.text_or_null("tier", tier ? name(*tier) : std::string_view());
    json_.field("parent", unit_place(unit.parent)).end_object();
  }
  json_.end_array();
}

void Document::write_ring(const Ring& ring) {
  const auto point = [this](Point p) {
    json_.begin_array().value(p.longitude).value(p.latitude).end_array();
  };
  json_.begin_array();
  for (const Point p : ring)
    point(p);
  if (!ring.empty() && ring.front() != ring.back()) point(ring.front());
  json_.end_array();
}

void Document::write_area(const Area& area) {
  json_.key("area");
  if (area.empty()) {
    json_.null();
    return;
  }
  json_.begin_array();
  for (const Polygon& polygon : area) {
    json_.begin_array();
    write_ring(polygon.outer);
    for (const Ring& hole : polygon.holes)
      write_ring(hole);
    json_.end_array();
  }
  json_.end_array();
}

void Document::write_grids() {
  const auto& units = directory_.organization().units;
  json_.key("grids").begin_array();
  for (const int place : grids_) {
    const Unit& grid = units[static_cast<std::size_t>(place)];
    const std::string township = directory_.pool(grid.code, Tier::township);
    json_.begin_object().field("unit", place);
    json_.field("township", unit_place(township.empty() ? grid.parent : township));
    write_area(grid.area);
    json_.end_object();
  }
  json_.end_array();
}

void Document::write_categories() {
  json_.key("categories").begin_array();
  for (const Category& category : directory_.organization().categories) {
    json_.begin_object().field("code", category.code).field("name", category.name).end_object();
  }
  json_.end_array();
}

// ---- figures and what is behind them -----------------------------------------------------------

void Document::write_measures() {
  json_.key("measures").begin_array();
  for (const std::string& code : measures_) {
    const MeasureDefinition& it = *measure(code);
    json_.begin_object().field("code", it.code).field("zh", it.chinese).field("en", it.english);
    json_.field("form", name(it.form)).key("definition").begin_array();
    json_.value("").value(it.definition).end_array().field("source", it.source).end_object();
  }
  json_.end_array().key("headline").begin_array();
  for (const std::string& code : headline())
    json_.value(measure_place(code));
  json_.end_array().key("map").begin_object();
  json_.field("load", measure_place(load_measure)).field("late", measure_place(late_measure));
  json_.end_object();
}

void Document::write_figure(const Measurement& measured, Dimension by, const Measurement* before) {
  const MeasureDefinition& definition = *measure(measured.measure);
  json_.begin_object().field("measure", measure_place(measured.measure));
  json_.field("by", name(by)).field("key", measured.key);
  json_.field("numerator", measured.ratio.numerator);
  json_.field("denominator", measured.ratio.denominator);
  const auto value = [&](const Measurement& figure) {
    json_.text_or_null("value", figure.value ? value_text(definition, figure) : std::string());
  };
  value(measured);
  if (before != nullptr && before->value) {
    json_.key("before").begin_object();
    json_.field("period", format_period(period_before(wish_.period)));
    value(*before);
    json_.end_object();
  }
  json_.end_object();
}

void Document::write_figures() {
  MeasureQuery total = query(Dimension::total);
  total.measures = measures_;
  const auto now = engine_.measure(total, wish_.actor, wish_.moment);
  total.period = period_before(wish_.period);
  std::map<std::string, Measurement> before;
  for (Measurement& figure : engine_.measure(total, wish_.actor, wish_.moment))
    before.emplace(figure.measure, std::move(figure));
  json_.key("figures").begin_array();
  for (const Measurement& figure : now) {
    const auto found = before.find(figure.measure);
    write_figure(figure, Dimension::total, found == before.end() ? nullptr : &found->second);
  }
  MeasureQuery units = query(Dimension::unit);
  units.measures = league_measures();
  units.below = true;
  for (const LeagueLine& line : wish_.league.lines)
    units.keys.push_back(line.unit);
  if (!units.keys.empty()) {
    for (const Measurement& figure : engine_.measure(units, wish_.actor, wish_.moment))
      write_figure(figure, Dimension::unit, nullptr);
  }
  MeasureQuery grids = query(Dimension::grid);
  grids.measures = {load_measure, late_measure};
  for (const Measurement& figure : engine_.measure(grids, wish_.actor, wish_.moment))
    write_figure(figure, Dimension::grid, nullptr);
  json_.end_array();
}

std::vector<FactPack::Line> Document::lines_of(const std::vector<Fact>& facts) const {
  const std::int64_t first = day_number(wish_.period.from);
  std::vector<FactPack::Line> lines;
  for (const Fact& fact : facts) {
    const int place = case_place(fact.case_id);
    if (place < 0) continue;
    lines.push_back({place, unit_place(fact.unit), grid_place(fact.grid),
                     day_number(date_of(fact.at, zone_)) - first, fact.amount / 1'000'000});
  }
  return lines;
}

// Most facts are of the unit and the grid of their case: 0; other places are two more than they
// are.
void Document::write_fact_lines(const FactPack& pack) {
  const auto cases = pack.column(0);
  const auto differing = [&](const char* key, std::size_t which, const auto& of_case) {
    const auto places = pack.column(which);
    json_.key(key).begin_array();
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Case& it = cases_[static_cast<std::size_t>(cases[i])].whole;
      json_.value(places[i] == of_case(it) ? 0 : places[i] + 2);
    }
    json_.end_array();
  };
  write_steps(json_, "case", cases);
  differing("unit", 1, [this](const Case& it) { return unit_place(it.lead); });
  differing("grid", 2, [this](const Case& it) { return grid_place(it.grid); });
  write_steps(json_, "day", pack.column(3));
  json_.key("amount").begin_array();
  for (const std::int64_t seconds : pack.column(4))
    json_.value(seconds);
  json_.end_array();
}

void Document::write_facts() {
  FactPack pack;
  json_.key("facts").begin_object().key("of").begin_array();
  for (const std::string& code : measures_) {
    const MeasureFacts& facts = facts_[code];
    json_.begin_object().field("measure", measure_place(code));
    // What is counted is a part of what it is counted from: that first, for long runs.
    const bool rate = measure(code)->form == MeasureForm::rate;
    write_runs(json_, "denominator",
               pack.add(rate ? lines_of(facts.denominator) : std::vector<FactPack::Line>()));
    write_runs(json_, "numerator", pack.add(lines_of(facts.numerator)));
    json_.end_object();
  }
  json_.end_array();
  write_fact_lines(pack);
  json_.end_object();
}

// ---- funnel, trend, flows, league, overdue, ledger ---------------------------------------------

void Document::write_places(std::string_view key, const std::vector<int>& places) {
  json_.key(key).begin_array();
  for (const int place : places)
    json_.value(place);
  json_.end_array();
}

// The tiers a case has stood on.
std::set<Tier> tiers_of(const std::vector<Event>& history) {
  std::set<Tier> tiers;
  for (const Event& event : history) {
    if (const auto tier = tier_of(event.after.state)) tiers.insert(*tier);
  }
  return tiers;
}

void Document::write_funnel() {
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

void Document::write_trend() {
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

// Whom a step gives the case or an order to, each once.
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

// Calls `each` with every event and who held the case before it.
template <typename Each> void with_holders(const CaseRecord& record, const Each& each) {
  std::string holder;
  for (const Event& event : record.history) {
    each(event, holder.empty() ? event.actor.unit : holder);
    if (!event.facts.holder.empty()) holder = event.facts.holder;
  }
}

void Document::write_flows() {
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

void Document::write_league() {
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
    json_.begin_object().field("unit", unit_place(line.unit)).field("rank", line.rank);
    const auto number = [this](const char* key, const std::optional<std::int32_t>& value) {
      if (value)
        json_.field(key, *value);
      else
        json_.key(key).null();
    };
    number("before", line.before);
    json_.text_or_null("score", line.score).text_or_null("grade", line.grade);
    if (!line.score.empty())
      json_.key("words").begin_array().value(line.chinese).value(line.english).end_array();
    number("stars", line.stars);
    json_.end_object();
  }
  json_.end_array().end_object();
}

void Document::write_overdue() {
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

void Document::write_ledger() {
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

// ---- cases -------------------------------------------------------------------------------------

// Every unit that did something in a case or was given a part in it.
std::set<std::string> units_of(const CaseRecord& record) {
  std::set<std::string> units{record.whole.holder, record.whole.lead, record.whole.reporter_unit};
  for (const Event& event : record.history)
    units.insert(event.actor.unit);
  for (const Assignment& order : record.whole.assignments)
    units.insert(order.unit);
  return units;
}

// The clock that says by when the case was to be ended: of those of the case the one that is last.
const ClockView* closing_clock(const std::vector<ClockView>& clocks) {
  const ClockView* last = nullptr;
  for (const ClockView& view : clocks) {
    if (view.clock.assignment != 0 || view.clock.state == ClockState::dropped) continue;
    if (last == nullptr || last->clock.times.deadline < view.clock.times.deadline) last = &view;
  }
  return last;
}

void Document::write_event(const Event& event, const std::string& holder_before) {
  json_.begin_object();
  write_time("at", event.happened);
  json_.field("action", name(event.action.kind));
  const std::string_view outcome = name(event.outcome);
  const bool said = has_text("outcome." + std::string(outcome));
  json_.field("outcome", said ? outcome : std::string_view());
  json_.field("unit", unit_place(event.actor.unit));
  std::vector<int> to;
  for (const std::string& unit : receivers(event, holder_before)) {
    if (unit_place(unit) >= 0) to.push_back(unit_place(unit));
  }
  write_places("to", to);
  json_.field("state", name(event.after.state)).end_object();
}

void Document::write_clock(const CaseRecord& record, const ClockView& view, bool explained) {
  const Clock& clock = view.clock;
  const auto limit = [&](Language language) {
    Output output;
    output.language = language;
    return limit_text(output, clock, engine_.policy()->time);
  };
  // Of what was no longer waited for nobody asks stretch by stretch.
  const auto explanation =
      clock.state == ClockState::dropped || !explained
          ? std::nullopt
          : engine_.explain(record.whole.id, clock.no, wish_.actor, wish_.moment);
  // The limit given with a report has no name in the policy.
  const bool given = clock.milestone == "due" && view.milestone == "due";
  json_.begin_object().key("milestone").begin_array();
  for (const Language language : {Language::zh, Language::en})
    json_.value(given ? std::string(cli::text(language, "field.due")) : view.milestone);
  json_.end_array().field("unit", unit_place(clock.unit));
  json_.field("state", name(clock.state)).field("late", view.late).field("exempt", clock.exempt);
  json_.field("light", name(view.light)).key("limit").begin_array();
  json_.value(limit(Language::zh)).value(limit(Language::en)).end_array();
  write_time("started", clock.started);
  write_time("deadline", clock.times.deadline);
  write_time("stopped", clock.stopped);
  json_.key("segments").begin_array();
  for (const auto& segment :
       explanation ? explanation->segments : std::vector<Explanation::Segment>()) {
    json_.begin_object();
    write_time("from", segment.from);
    write_time("until", segment.until);
    json_.field("kind", name(segment.kind)).field("name", segment.name).end_object();
  }
  json_.end_array().end_object();
}

// The case step by step, as in the document.
std::string Document::whole_case(const CaseRecord& record) {
  std::swap(json_, aside_);
  json_ = Json();
  json_.begin_object().key("events").begin_array();
  with_holders(record, [&](const Event& event, const std::string& holder) {
    // Who looked is for the access log.
    if (event.action.kind != ActionKind::reveal) write_event(event, holder);
  });
  json_.end_array().key("clocks").begin_array();
  for (const ClockView& view : record.clocks)
    write_clock(record, view, true);
  const std::string text = json_.end_array().end_object().text();
  std::swap(json_, aside_);
  return text;
}

// Those of a ledger that was asked for, the overdue from the latest on, then the longest.
std::vector<int> Document::by_interest() const {
  std::vector<int> places;
  for (const CaseId id : ledger_)
    places.push_back(case_place(id));
  for (const Overdue& one : overdue_)
    places.push_back(case_place(one.id));
  std::vector<int> longest(cases_.size());
  std::iota(longest.begin(), longest.end(), 0);
  const auto length = [this](int place) {
    return cases_[static_cast<std::size_t>(place)].history.size();
  };
  std::stable_sort(longest.begin(), longest.end(),
                   [&](int a, int b) { return length(a) > length(b); });
  places.insert(places.end(), longest.begin(), longest.end());
  return places;
}

void Document::choose_whole() {
  std::size_t room = room_of_whole_cases;
  for (const int place : by_interest()) {
    if (place < 0 || whole_.count(place) != 0) continue;
    std::string text = whole_case(cases_[static_cast<std::size_t>(place)]);
    if (text.size() > room) return;
    room -= text.size();
    whole_.emplace(place, std::move(text));
  }
}

template <typename Of> void Document::write_column(std::string_view key, const Of& of) {
  json_.key(key).begin_array();
  for (const CaseRecord& record : cases_)
    json_.value(of(record));
  json_.end_array();
}

template <typename Of> void Document::write_texts(std::string_view key, const Of& of) {
  std::vector<std::string> texts;
  for (const CaseRecord& record : cases_)
    texts.emplace_back(of(record.whole));
  write_shared(json_, key, texts);
}

// Minutes from the report to a time of the case.
template <typename Of> void Document::write_after(std::string_view key, const Of& of) {
  json_.key(key).begin_array();
  for (const CaseRecord& record : cases_) {
    const std::optional<Instant> time = of(record);
    if (time)
      json_.value(civil_minute(*time) - civil_minute(record.whole.reported));
    else
      json_.null();
  }
  json_.end_array();
}

// Minutes of the clocks on the wall since the period began.
std::int64_t Document::civil_minute(Instant time) const {
  const std::string text = format_local(time, zone_);  // "2018-03-16 08:30:00"
  const std::int64_t day = day_number(date_of(time, zone_)) - day_number(wish_.period.from);
  return (day * 24 + std::stoi(text.substr(11, 2))) * 60 + std::stoi(text.substr(14, 2));
}

void Document::write_case_times() {
  std::vector<std::int64_t> reported;
  for (const CaseRecord& record : cases_)
    reported.push_back(civil_minute(record.whole.reported));
  write_steps(json_, "reported", reported);
  write_after("filed", [](const CaseRecord& it) { return it.whole.filed; });
  write_after("handled", [](const CaseRecord& it) { return it.whole.handled; });
  write_after("ended", [](const CaseRecord& it) { return it.whole.ended; });
  write_after("deadline", [](const CaseRecord& it) {
    const ClockView* closing = closing_clock(it.clocks);
    return closing == nullptr ? std::nullopt : std::optional(closing->clock.times.deadline);
  });
  std::vector<int> late;
  for (std::size_t i = 0; i < cases_.size(); ++i) {
    const ClockView* closing = closing_clock(cases_[i].clocks);
    if (closing != nullptr && closing->late && !closing->clock.exempt)
      late.push_back(static_cast<int>(i));
  }
  write_runs(json_, "late", late);
}

void Document::write_case_units() {
  write_column("grid", [this](const CaseRecord& it) { return grid_place(it.whole.grid); });
  write_column("lead", [this](const CaseRecord& it) { return unit_place(it.whole.lead); });
  write_column("holder", [this](const CaseRecord& it) { return unit_place(it.whole.holder); });
  std::vector<std::vector<int>> units;
  for (const CaseRecord& record : cases_) {
    units.emplace_back();
    for (const std::string& code : units_of(record)) {
      if (unit_place(code) >= 0) units.back().push_back(unit_place(code));
    }
  }
  write_shared(json_, "units", units);
}

void Document::write_cases() {
  json_.key("cases").begin_object().field("count", static_cast<std::int64_t>(cases_.size()));
  std::vector<std::string> numbers;
  for (const CaseRecord& record : cases_)
    numbers.push_back(record.whole.number);
  write_prefixed(json_, "number", numbers);
  write_texts("title", [](const Case& it) { return it.title; });
  write_texts("place", [](const Case& it) { return it.address; });
  write_texts("channel", [](const Case& it) { return it.channel; });
  write_texts("tier", [](const Case& it) {
    return name(it.solved_on.value_or(tier_of(it.position.state).value_or(it.origin)));
  });
  write_texts("state", [](const Case& it) { return name(it.position.state); });
  write_column("category", [this](const CaseRecord& it) {
    return place_in(category_places_, it.whole.category);
  });
  write_case_units();
  write_case_times();
  json_.key("whole").begin_object();
  for (const auto& [place, text] : whole_)
    json_.key(std::to_string(place)).raw(text);
  json_.end_object().end_object();
}

// Within a script element no "<" may stand: "</script" would end it.
std::string for_html(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  }
  return safe;
}

std::string Document::text() {
  read_facts();
  read_overdue();
  if (wish_.ledger) {
    ledger_ = ledger_cases(engine_, wish_);
    for (const CaseId id : ledger_)
      case_places_.emplace(id, 0);
  }
  read_cases();
  choose_whole();
  json_.begin_object();
  write_head();
  write_words();
  write_units();
  write_grids();
  write_categories();
  write_measures();
  write_figures();
  write_facts();
  write_funnel();
  write_trend();
  write_flows();
  write_league();
  write_overdue();
  write_ledger();
  write_cases();
  return for_html(json_.end_object().text());
}

}  // namespace

const std::vector<std::string>& league_measures() {
  static const std::vector<std::string> codes{"closings", late_measure, "sign_in_time_rate",
                                              "rework_rate"};
  return codes;
}

std::vector<CaseId> ledger_cases(const Engine& engine, const ReportWish& wish) {
  std::set<CaseId> ids;
  MeasureQuery query;
  query.by = wish.ledger->by;
  query.period = wish.period;
  for (const std::string& code : ledger_measures()) {
    const MeasureFacts facts =
        engine.facts_behind(code, wish.ledger->key, query, wish.actor, wish.moment);
    for (const auto* side : {&facts.numerator, &facts.denominator}) {
      for (const Fact& fact : *side)
        ids.insert(fact.case_id);
    }
  }
  return {ids.begin(), ids.end()};
}

std::string report_document(const Engine& engine, const Names& names, const ReportWish& wish) {
  return Document(engine, names, wish).text();
}

}  // namespace gridcase::cli
