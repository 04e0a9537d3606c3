// The cases: all with their times and units, as many as there is room for step by step.
#include "report_document.hpp"

#include "clock_text.hpp"
#include "report_days.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gridcase::cli {
namespace {

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

}  // namespace

void ReportDocument::write_event(const Event& event, const std::string& holder_before) {
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

void ReportDocument::write_clock(const CaseRecord& record, const ClockView& view, bool explained) {
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
std::string ReportDocument::whole_case(const CaseRecord& record) {
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
std::vector<int> ReportDocument::by_interest() const {
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

void ReportDocument::choose_whole() {
  std::size_t room = room_of_whole_cases;
  for (const int place : by_interest()) {
    if (place < 0 || whole_.count(place) != 0) continue;
    std::string text = whole_case(cases_[static_cast<std::size_t>(place)]);
    if (text.size() > room) return;
    room -= text.size();
    whole_.emplace(place, std::move(text));
  }
}

template <typename Of> void ReportDocument::write_column(std::string_view key, const Of& of) {
  json_.key(key).begin_array();
  for (const CaseRecord& record : cases_)
    json_.value(of(record));
  json_.end_array();
}

template <typename Of> void ReportDocument::write_texts(std::string_view key, const Of& of) {
  std::vector<std::string> texts;
  for (const CaseRecord& record : cases_)
    texts.emplace_back(of(record.whole));
  write_shared(json_, key, texts);
}

// Minutes from the report to a time of the case.
template <typename Of> void ReportDocument::write_after(std::string_view key, const Of& of) {
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
std::int64_t ReportDocument::civil_minute(Instant time) const {
  const std::string text = format_local(time, zone_);  // "2018-03-16 08:30:00"
  const std::int64_t day = day_number(date_of(time, zone_)) - day_number(wish_.period.from);
  return (day * 24 + std::stoi(text.substr(11, 2))) * 60 + std::stoi(text.substr(14, 2));
}

void ReportDocument::write_case_times() {
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

void ReportDocument::write_case_units() {
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

void ReportDocument::write_cases() {
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

}  // namespace gridcase::cli
