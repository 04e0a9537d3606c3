#pragma once
// The document of a report while it is made: what is read for all parts, and where each part is
// written.

#include "json.hpp"
#include "report_data.hpp"
#include "report_pack.hpp"

#include <map>
#include <set>

namespace gridcase::cli {

// What the map is coloured by, and the days show.
constexpr const char* load_measure = "reports";
constexpr const char* late_measure = "closing_in_time_rate";

// What keeps the page of a large month quick to open.
constexpr std::size_t room_of_whole_cases = 700'000;  // bytes
constexpr std::size_t most_overdue = 1000;

// What stands at the top of the page, in this order.
const std::vector<std::string>& headline();

struct CaseRecord {
  Case whole;
  std::vector<Event> history;
  std::vector<ClockView> clocks;
};

// Calls `each` with every event and who held the case before it.
template <typename Each> void with_holders(const CaseRecord& record, const Each& each) {
  std::string holder;
  for (const Event& event : record.history) {
    each(event, holder.empty() ? event.actor.unit : holder);
    if (!event.facts.holder.empty()) holder = event.facts.holder;
  }
}

// Whom a step gives the case or an order to, each once.
std::vector<std::string> receivers(const Event& event, const std::string& holder_before);

// The document as it is read and written, part by part; each part is a file of its own.
class ReportDocument {
public:
  ReportDocument(const Engine& engine, const Names& names, const ReportWish& wish);

  std::string text();

private:
  struct Overdue {
    Instant deadline;
    CaseId id = CaseId::none;
    std::int32_t clock = 0;  // its number
  };

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

}  // namespace gridcase::cli
