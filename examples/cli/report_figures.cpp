// Measures, their figures, and the facts behind them.
#include "report_document.hpp"

#include "report_days.hpp"

#include <array>
#include <utility>

namespace gridcase::cli {
namespace {

// A value as people read it, without its unit.
std::string value_text(const MeasureDefinition& definition, const Measurement& measured) {
  if (definition.form == MeasureForm::count) return std::to_string(measured.ratio.numerator);
  return two_decimals(measured.value);
}

}  // namespace

void ReportDocument::write_measures() {
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

void ReportDocument::write_figure(const Measurement& measured, Dimension by,
                                  const Measurement* before) {
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

void ReportDocument::write_figures() {
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

std::vector<FactPack::Line> ReportDocument::lines_of(const std::vector<Fact>& facts) const {
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
void ReportDocument::write_fact_lines(const FactPack& pack) {
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

void ReportDocument::write_facts() {
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

}  // namespace gridcase::cli
