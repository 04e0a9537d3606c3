#include "clock_forms.hpp"

#include "duration.hpp"
#include "forms.hpp"

namespace gridcase::cli {
namespace {

void put_times(Json& json, const std::optional<ClockTimes>& times, const std::string& zone) {
  json.key("times");
  if (!times) {
    json.null();
    return;
  }
  json.begin_object();
  put_time(json, "deadline", times->deadline, zone);
  put_time(json, "yellow", times->yellow, zone);
  put_time(json, "red", times->red, zone);
  put_time(json, "next", times->next, zone);
  json.field("rung", times->rung).field("provisional", times->provisional).end_object();
}

void put_state(Json& json, const Clock& clock, const std::string& zone) {
  json.field("state", name(clock.state));
  put_time(json, "started", clock.started, zone);
  put_time(json, "stopped", clock.stopped, zone);
  json.key("holds").begin_array();
  for (const Clock::Hold& hold : clock.holds) {
    json.begin_object();
    put_time(json, "from", hold.from, zone);
    put_time(json, "until", hold.until, zone);
    json.end_object();
  }
  json.end_array();
  put_times(json, clock.times, zone);
}

void put_share(Json& json, const Share& share) {
  json.field("kind", name(share.kind)).text_or_null("unit", share.unit);
  json.text_or_null("role", share.role == Share::Role::none ? "" : name(share.role));
}

void put_shares(Json& json, const std::vector<ShareTime>& shares) {
  json.key("shares").begin_array();
  for (const ShareTime& one : shares) {
    json.begin_object();
    put_share(json, one.share);
    json.field("time", format_duration(one.time)).end_object();
  }
  json.end_array();
}

void put_segments(Json& json, const Explanation& explanation) {
  json.key("segments").begin_array();
  for (const Explanation::Segment& segment : explanation.segments) {
    json.begin_object();
    put_time(json, "from", segment.from, explanation.time_zone);
    put_time(json, "until", segment.until, explanation.time_zone);
    json.field("kind", name(segment.kind)).field("amount", segment.amount);
    json.text_or_null("name", segment.name).end_object();
  }
  json.end_array();
}

}  // namespace

void put_clock(Json& json, const Clock& clock, const std::string& zone) {
  json.begin_object().field("no", clock.no).field("milestone", clock.milestone);
  json.field("assignment", clock.assignment).text_or_null("unit", clock.unit);
  json.field("limit", name(clock.limit)).field("budget", clock.budget);
  json.field("extended", clock.extended).field("extensions", clock.extensions);
  json.text_or_null("calendar", clock.calendar).field("rules", clock.rules);
  put_state(json, clock, zone);
  json.field("round", clock.round).field("exempt", clock.exempt);
  json.field("approvals", clock.approvals).text_or_null("asked_by", clock.asked_by);
  json.text_or_null("asked_by_person", clock.asked_by_person);
  json.text_or_null("approved_by", clock.approved_by).field("reviews", clock.reviews);
  json.text_or_null("appealed_by", clock.appealed_by);
  json.text_or_null("reviewed_by", clock.reviewed_by).end_object();
}

void put_entry(Json& json, const ClockEntry& entry, const std::string& zone) {
  const bool sets_limit = entry.step == ClockStep::start || entry.step == ClockStep::replace;
  json.begin_object().field("clock", entry.clock).field("step", name(entry.step));
  put_time(json, "at", entry.at, zone);
  put_times(json, entry.times, zone);
  json.text_or_null("milestone", entry.milestone).field("assignment", entry.assignment);
  json.text_or_null("unit", entry.unit).text_or_null("calendar", entry.calendar);
  json.field("amount", entry.amount).field("extended", entry.extended);
  json.text_or_null("rule", entry.rule);
  json.text_or_null("limit", sets_limit ? name(entry.limit) : std::string_view());
  json.text_or_null("rung", entry.step == ClockStep::fire ? name(entry.rung) : std::string_view());
  put_time(json, "due", entry.due, zone);
  json.end_object();
}

std::string views_json(const std::vector<ClockView>& views, const std::string& zone) {
  Json json;
  json.begin_array();
  for (const ClockView& view : views) {
    json.begin_object().key("clock");
    put_clock(json, view.clock, zone);
    json.field("milestone", view.milestone).field("used", view.used);
    json.field("light", name(view.light)).field("late", view.late).end_object();
  }
  return json.end_array().text();
}

std::string explanation_json(const Explanation& explanation) {
  const std::string& zone = explanation.time_zone;
  Json json;
  json.begin_object().key("clock");
  put_clock(json, explanation.clock, zone);
  json.field("milestone", explanation.milestone).field("rules", explanation.rules);
  json.text_or_null("rule", explanation.rule).field("time_zone", zone);
  json.text_or_null("calendar", explanation.calendar);
  json.text_or_null("horizon", explanation.horizon ? format_date(*explanation.horizon) : "");
  json.field("used", explanation.used).field("light", name(explanation.light));
  put_segments(json, explanation);
  json.key("ledger").begin_array();
  for (const ClockEntry& entry : explanation.ledger)
    put_entry(json, entry, zone);
  return json.end_array().end_object().text();
}

std::string responsibility_json(const Responsibility& whole, const std::string& zone) {
  Json json;
  json.begin_object().key("spans").begin_array();
  for (const Responsibility::Span& span : whole.spans) {
    json.begin_object();
    put_share(json, span.share);
    put_time(json, "from", span.from, zone);
    put_time(json, "until", span.until, zone);
    json.end_object();
  }
  json.end_array();
  put_shares(json, whole.shares);
  json.key("passages").begin_array();
  for (const Responsibility::Passage& passage : whole.passages) {
    json.begin_object().field("from", passage.from).field("to", passage.to);
    json.field("times", passage.times).end_object();
  }
  json.end_array().field("total", format_duration(whole.total));
  return json.end_object().text();
}

std::string shares_json(const std::vector<ShareTime>& shares) {
  Json json;
  json.begin_object();
  put_shares(json, shares);
  return json.end_object().text();
}

std::string moves_json(const DeadlineMoves& moves, bool applied, const std::string& zone) {
  Json json;
  json.begin_object().field("applied", applied).field("open", moves.open);
  json.field("moved", moves.moved).field("settled", moves.settled);
  json.field("earliest", format_duration(moves.earliest));
  json.field("latest", format_duration(moves.latest)).key("moves").begin_array();
  for (const DeadlineMove& move : moves.moves) {
    json.begin_object().field("case_id", id_text(move.case_id)).field("clock", move.clock);
    put_time(json, "before", move.before, zone);
    put_time(json, "after", move.after, zone);
    json.end_object();
  }
  json.end_array().key("policy_version");
  return (applied ? json.value(moves.policy_version) : json.null()).end_object().text();
}

std::string tick_json(const TickReport& report, const std::string& zone) {
  Json json;
  json.begin_object().field("fired", report.fired).field("resumed", report.resumed);
  json.field("slices", report.slices).field("failed", report.failed);
  json.field("more", report.more);
  json.field("followed", report.followed).field("behind", report.behind);
  json.field("latest", format_duration(report.latest));
  put_time(json, "next", report.next, zone);
  const auto longest = report.longest_slice;
  json.text_or_null("longest_slice",
                    longest ? format_duration(std::chrono::duration_cast<Duration>(*longest)) : "");
  return json.end_object().text();
}

}  // namespace gridcase::cli
