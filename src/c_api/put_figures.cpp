// Figures, the facts behind them, and assessments.

#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"

namespace gridcase::c_api {
namespace {

void put_fact(JsonWriter& out, const Fact& fact, const std::string& zone) {
  out.begin_object().field("case_id", id_text(fact.case_id)).field("kind", name(fact.kind));
  put_word(out, "moment", fact.moment);
  out.field("number", fact.number);
  put_time(out, "at", fact.at, zone);
  out.key("marks").begin_array();
  for (int mark = 0; mark <= static_cast<int>(Mark::closed); ++mark) {
    if (fact.marks.has(Mark(mark))) out.value(name(Mark(mark)));
  }
  constexpr std::int64_t hour = 3'600'000'000;
  out.end_array();
  put_hundredths(out, "hours", hundredths({fact.amount, hour}, false));
  put_text(out, "unit", fact.unit);
  put_text(out, "person", fact.person);
  put_text(out, "grid", fact.grid);
  put_text(out, "category", fact.category);
  put_text(out, "channel", fact.channel);
  out.end_object();
}

void put_freeze(JsonWriter& out, const Freeze& freeze, const std::string& zone) {
  put_time(out, "recorded", freeze.recorded, zone);
  out.field("unit", freeze.actor.unit);
  put_text(out, "person", freeze.actor.person);
  out.field("sha256", freeze.sha256);
}

}  // namespace

void put_measurements(JsonWriter& out, const std::vector<Measurement>& figures) {
  put_list(out, figures, [&](const Measurement& figure) {
    out.begin_object().field("measure", figure.measure).field("key", figure.key);
    out.field("numerator", figure.ratio.numerator).field("denominator", figure.ratio.denominator);
    put_hundredths(out, "value", figure.value);
    out.end_object();
  });
}

void put_measure_facts(JsonWriter& out, const MeasureFacts& behind, const std::string& zone) {
  const auto put_all = [&](const std::vector<Fact>& facts) {
    put_list(out, facts, [&](const Fact& fact) { put_fact(out, fact, zone); });
  };
  out.begin_object().key("numerator");
  put_all(behind.numerator);
  out.key("denominator");
  put_all(behind.denominator);
  out.end_object();
}

void put_figure_sums(JsonWriter& out, const std::vector<FigureSum>& sums) {
  put_list(out, sums, [&](const FigureSum& sum) {
    out.begin_object().field("name", sum.name);
    put_text(out, "measure", sum.measure);
    out.field("unit", sum.unit).field("value", sum.value).field("cases", sum.cases).end_object();
  });
}

void put_assessment(JsonWriter& out, const Assessment& assessment, const std::string& zone) {
  out.begin_object().key("assessment").raw(write_assessment(assessment)).key("frozen");
  if (assessment.frozen) {
    out.begin_object();
    put_freeze(out, *assessment.frozen, zone);
    out.end_object();
  } else {
    out.null();
  }
  out.end_object();
}

void put_frozen_period(JsonWriter& out, const FrozenPeriod& period, const std::string& zone) {
  out.begin_object().field("rules", period.rules).field("period", format_period(period.period));
  out.field("sequence", period.sequence).field("policy_version", period.policy_version);
  put_freeze(out, period.freeze, zone);
  out.end_object();
}

}  // namespace gridcase::c_api
