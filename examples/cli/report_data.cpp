// What is read for the document, and its parts in their order.
#include "report_data.hpp"

#include "report_document.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::cli {
namespace {

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

}  // namespace

// What stands at the top of the page, in this order.
const std::vector<std::string>& headline() {
  static const std::vector<std::string> codes{
      "reports",    "filings",           "closings",          "closing_rate",
      late_measure, "sign_in_time_rate", "satisfaction_rate", "closing_time_median"};
  return codes;
}

ReportDocument::ReportDocument(const Engine& engine, const Names& names, const ReportWish& wish)
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

int ReportDocument::place_in(const std::map<std::string, int>& places, const std::string& code) {
  const auto found = places.find(code);
  return found == places.end() ? -1 : found->second;
}

int ReportDocument::case_place(CaseId id) const {
  const auto found = case_places_.find(id);
  return found == case_places_.end() ? -1 : found->second;
}

int ReportDocument::measure_place(const std::string& code) const {
  const auto found = std::find(measures_.begin(), measures_.end(), code);
  return static_cast<int>(found - measures_.begin());
}

MeasureQuery ReportDocument::query(Dimension by) const {
  MeasureQuery query;
  query.by = by;
  query.period = wish_.period;
  return query;
}

void ReportDocument::read_facts() {
  for (const std::string& code : measures_) {
    facts_[code] =
        engine_.facts_behind(code, "", query(Dimension::total), wish_.actor, wish_.moment);
    for (const auto* side : {&facts_[code].numerator, &facts_[code].denominator}) {
      for (const Fact& fact : *side)
        case_places_.emplace(fact.case_id, 0);
    }
  }
}

void ReportDocument::read_overdue() {
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

void ReportDocument::read_cases() {
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

std::vector<CaseId> ReportDocument::reported_cases() const {
  std::set<CaseId> ids;
  for (const Fact& fact : facts_.at(load_measure).numerator)
    ids.insert(fact.case_id);
  return {ids.begin(), ids.end()};
}

std::string ReportDocument::text() {
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
  return ReportDocument(engine, names, wish).text();
}

}  // namespace gridcase::cli
