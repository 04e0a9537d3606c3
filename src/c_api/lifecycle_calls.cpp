// Calls about what is the same for every county: actions, the lifecycle, working time, tracks,
// shares of a whole.

#include "c_api/call.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request.hpp"
#include "model/time_rules_json.hpp"

#include <gridcase/calendar.hpp>
#include <gridcase/track.hpp>

#include <algorithm>

namespace gridcase::c_api {
namespace {

Work action_catalogue(Request&) {
  return [](Context&, JsonWriter& out) { put_allowed(out, gridcase::action_catalogue()); };
}

constexpr const char* format_words = "dot, mermaid, scxml, markdown";

std::optional<DiagramFormat> format_from_name(std::string_view text) {
  if (text == "dot") return DiagramFormat::dot;
  if (text == "mermaid") return DiagramFormat::mermaid;
  if (text == "scxml") return DiagramFormat::scxml;
  if (text == "markdown") return DiagramFormat::markdown;
  return std::nullopt;
}

Work draw_lifecycle(Request& in) {
  const auto format =
      in.required_word("format", format_from_name, DiagramFormat::dot, format_words);
  return [format, word = in.text("format")](Context&, JsonWriter& out) {
    out.begin_object().field("format", word);
    out.field("text", gridcase::draw_lifecycle(format)).end_object();
  };
}

std::string_view word_of(EdgeKind kind) {
  switch (kind) {
  case EdgeKind::go: return "go";
  case EdgeKind::stay: return "stay";
  case EdgeKind::back: return "back";
  case EdgeKind::cut: break;
  }
  return "cut";
}

Work edges(Request&) {
  return [](Context&, JsonWriter& out) {
    put_list(out, gridcase::edges(), [&](const Edge& edge) {
      out.begin_object().field("from", name(edge.from)).field("action", name(edge.action));
      out.field("outcome", name(edge.outcome));
      put_text(out, "to", edge.to == State::none ? std::string_view() : name(edge.to));
      out.field("kind", word_of(edge.kind)).end_object();
    });
  };
}

// The timetable of a calendar of the policy in force, of the first one if none is named.
Timetable timetable_of(const Engine& engine, const std::string& code) {
  const auto policy = engine.policy();
  const std::vector<Calendar>& calendars = policy->time.calendars;
  const auto found = std::find_if(calendars.begin(), calendars.end(), [&](const Calendar& one) {
    return code.empty() || one.code == code;
  });
  if (found == calendars.end()) {
    if (code.empty()) return Timetable();
    throw Error(ErrorCode::not_found, "the policy has no calendar " + code, "calendar");
  }
  return Timetable(*found, policy->time.holidays, policy->organization.time_zone);
}

Work deadline(Request& in) {
  Amount amount;
  in.in().require("amount");
  model::read_amount(in.in(), "amount", amount);
  return [=, calendar = in.text("calendar"), from = in.time("from")](Context& c, JsonWriter& out) {
    const Timetable timetable = timetable_of(*c.engine, calendar);
    const Instant deadline = timetable.deadline(from, amount);
    out.begin_object();
    put_time(out, "deadline", deadline, c.zone);
    out.field("provisional", timetable.is_provisional(measure_of(amount.unit), deadline));
    out.end_object();
  };
}

Work working_time(Request& in) {
  return [calendar = in.text("calendar"), from = in.time("from"),
          until = in.time("until")](Context& c, JsonWriter& out) {
    const Timetable timetable = timetable_of(*c.engine, calendar);
    const Duration working(timetable.measure(Measure::working, from, until));
    out.begin_object().field("working", duration_text(working));
    out.field("natural", duration_text(until - from)).end_object();
  };
}

std::vector<TrackPosition> read_positions(Request& in) {
  std::vector<TrackPosition> positions;
  in.in().require("positions");
  in.each("positions", [&](Request& one) {
    TrackPosition& position = positions.emplace_back();
    position.subject = one.required_text("subject");
    position.place = one.point("place");
    position.at = one.time("at");
    if (one.has("speed")) one.in().read("speed", position.speed.emplace());
  });
  return positions;
}

Work find_in_tracks(Request& in) {
  return
      [rules = in.document<TrackRules>("rules", read_track_rules), positions = read_positions(in),
       kind = in.text("subject_kind"), title = in.text("title")](Context&, JsonWriter& out) {
        put_list(out, gridcase::find_in_tracks(rules, positions), [&](const TrackFinding& finding) {
          out.begin_object().field("rule", finding.rule).field("type", name(finding.type));
          out.field("subject", finding.subject).key("place").begin_array();
          out.value(finding.place.longitude).value(finding.place.latitude).end_array();
          put_text(out, "site", finding.site);
          put_time(out, "from", finding.from, rules.zone);
          put_time(out, "until", finding.until, rules.zone);
          out.field("open", finding.open).field("because", finding.because).key("alert");
          kind.empty() ? out.null() : out.raw(write_action(to_alert(finding, kind, title)));
          out.end_object();
        });
      };
}

Work prove_closable(Request&) {
  return [](Context&, JsonWriter& out) {
    const Closability proof = gridcase::prove_closable();
    out.begin_object().field("positions", static_cast<std::int64_t>(proof.positions)).key("stuck");
    put_list(out, proof.stuck, [&](const Position& at) { out.value(name(at.state)); });
    out.end_object();
  };
}

}  // namespace

Calls lifecycle_calls() {
  return {{"action_catalogue", Needs::nothing, action_catalogue},
          {"draw_lifecycle", Needs::nothing, draw_lifecycle},
          {"edges", Needs::nothing, edges},
          {"prove_closable", Needs::nothing, prove_closable},
          {"deadline", Needs::engine, deadline},
          {"working_time", Needs::engine, working_time},
          {"find_in_tracks", Needs::nothing, find_in_tracks}};
}

}  // namespace gridcase::c_api
