// Calls about figures and assessments.

#include "c_api/call.hpp"
#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request_queries.hpp"
#include "model/scoring_json.hpp"

#include <gridcase/rating.hpp>

namespace gridcase::c_api {
namespace {

Work measure(Request& in) {
  return [query = read_measure_query(in), actor = in.actor(), now = in.now()](Context& c,
                                                                              JsonWriter& out) {
    put_measurements(out, c.engine->measure(query, actor, now));
  };
}

// With "figure" those behind a figure of an assessment, else behind one of "measure".
Work facts_behind(Request& in) {
  const Actor actor = in.actor();
  const Instant now = in.now();
  if (!in.has("figure")) {
    return [=, measure = in.required_text("measure"), key = in.text("key"),
            query = read_measure_query(in)](Context& c, JsonWriter& out) {
      put_measure_facts(out, c.engine->facts_behind(measure, key, query, actor, now), c.zone);
    };
  }
  FigureKey figure;
  in.with("figure", [&](Request& key) {
    figure.measure = key.required_text("measure");
    figure.subject = key.required_text("subject");
    figure.channel = key.text("channel");
  });
  return [=, query = read_assessment_query(in)](Context& c, JsonWriter& out) {
    put_measure_facts(out, c.engine->facts_behind(figure, query, actor, now), c.zone);
  };
}

Work sum_figures(Request& in) {
  return [from = in.time("from"), until = in.time("until"), actor = in.actor()](Context& c,
                                                                                JsonWriter& out) {
    put_figure_sums(out, c.engine->sum_figures(from, until, actor));
  };
}

Work measure_catalogue(Request&) {
  return [](Context&, JsonWriter& out) {
    put_list(out, gridcase::measure_catalogue(), [&](const MeasureDefinition& it) {
      out.begin_object().field("measure", it.code).field("english", it.english);
      out.field("chinese", it.chinese).field("form", name(it.form));
      out.field("definition", it.definition).field("definition_chinese", it.definition_chinese);
      put_text(out, "source", it.source);
      out.end_object();
    });
  };
}

Work assess(Request& in) {
  return [query = read_assessment_query(in), actor = in.actor(), now = in.now()](Context& c,
                                                                                 JsonWriter& out) {
    put_assessment(out, c.engine->assess(query, actor, now), c.zone);
  };
}

Work give_marks(Request& in) {
  std::vector<ScoreMark> marks;
  model::read_marks(in.in(), marks);
  return [marks, rules = in.required_text("rules"), period = in.period(), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    c.engine->give_marks(rules, period, marks, actor, now);
    out.begin_object().field("marks", static_cast<std::int64_t>(marks.size())).end_object();
  };
}

Work freeze(Request& in) {
  return [rules = in.required_text("rules"), period = in.period(), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_assessment(out, c.engine->freeze(rules, period, actor, now), c.zone);
  };
}

Work frozen_periods(Request& in) {
  return [rules = in.text("rules"), actor = in.actor()](Context& c, JsonWriter& out) {
    put_list(out, c.engine->frozen_periods(rules, actor),
             [&](const FrozenPeriod& period) { put_frozen_period(out, period, c.zone); });
  };
}

Work give_stars(Request& in) {
  return [scheme = in.required_text("scheme"), events = read_events(in), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    c.engine->give_stars(scheme, events, actor, now);
    out.begin_object().field("events", static_cast<std::int64_t>(events.size())).end_object();
  };
}

Work stars(Request& in) {
  return [scheme = in.required_text("scheme"), actor = in.actor()](Context& c, JsonWriter& out) {
    const StarRecord record = c.engine->stars(scheme, actor);
    const std::string events = write_rating_events(record.events);  // {"events": [ … ]}
    const std::size_t begin = events.find('[');
    out.begin_object().key("scheme").raw(write_rating_scheme(record.scheme)).key("events");
    out.raw(std::string_view(events).substr(begin, events.rfind(']') + 1 - begin)).end_object();
  };
}

void put_replay_refusal(JsonWriter& out, const WhatIfRefusal& it) {
  out.begin_object().field("sequence", it.sequence);
  out.field("case_id", std::to_string(to_number(it.case_id))).field("action", name(it.action));
  out.field("code", name(it.why.code));
  put_text(out, "field", it.why.field);
  out.field("reason", it.why.reason).end_object();
}

Work what_if(Request& in) {
  WhatIf tried;
  if (in.has("policy")) tried.policy = in.document<Policy>("policy", read_policy);
  return [tried, location = in.required_text("location"), actor = in.actor()](Context& c,
                                                                              JsonWriter& out) {
    const WhatIfReport report = c.engine->what_if(location, tried, actor);
    out.begin_object().field("identical", report.is_identical()).field("events", report.events);
    out.field("same", report.identical).field("erased", report.erased);
    out.field("changed", report.changed).field("refused", report.refused);
    out.field("dropped", report.dropped).field("added", report.added);
    out.field("left_out", report.left_out).key("refusals");
    put_list(out, report.refusals, [&](const WhatIfRefusal& it) { put_replay_refusal(out, it); });
    out.end_object();
  };
}

}  // namespace

Calls figure_calls() {
  return {{"measure", Needs::engine, measure},
          {"facts_behind", Needs::engine, facts_behind},
          {"sum_figures", Needs::engine, sum_figures},
          {"measure_catalogue", Needs::nothing, measure_catalogue},
          {"assess", Needs::engine, assess},
          {"give_marks", Needs::engine, give_marks},
          {"freeze", Needs::engine, freeze},
          {"frozen_periods", Needs::engine, frozen_periods},
          {"give_stars", Needs::engine, give_stars},
          {"stars", Needs::engine, stars},
          {"what_if", Needs::engine, what_if}};
}

}  // namespace gridcase::c_api
