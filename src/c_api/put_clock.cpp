#include "c_api/put_clock.hpp"

namespace gridcase::c_api {
namespace {

void put_clock_times(JsonWriter& out, const std::optional<ClockTimes>& times,
                     const std::string& zone) {
  out.key("times");
  if (!times) {
    out.null();
    return;
  }
  out.begin_object();
  put_time(out, "deadline", times->deadline, zone);
  put_time(out, "yellow", times->yellow, zone);
  put_time(out, "red", times->red, zone);
  put_time(out, "next", times->next, zone);
  out.field("rung", times->rung).field("provisional", times->provisional).end_object();
}

void put_state(JsonWriter& out, const Clock& clock, const std::string& zone) {
  out.field("state", name(clock.state));
  put_time(out, "started", clock.started, zone);
  put_time(out, "stopped", clock.stopped, zone);
  out.key("holds");
  put_list(out, clock.holds, [&](const Clock::Hold& hold) {
    out.begin_object();
    put_time(out, "from", hold.from, zone);
    put_time(out, "until", hold.until, zone);
    out.end_object();
  });
  put_clock_times(out, clock.times, zone);
}

void put_share(JsonWriter& out, const Share& share) {
  out.field("kind", name(share.kind));
  put_text(out, "unit", share.unit);
  put_text(out, "role", share.role == Share::Role::none ? std::string_view() : name(share.role));
}

void put_share_list(JsonWriter& out, const std::vector<ShareTime>& shares) {
  out.key("shares");
  put_list(out, shares, [&](const ShareTime& one) {
    out.begin_object();
    put_share(out, one.share);
    out.field("time", duration_text(one.time)).end_object();
  });
}

}  // namespace

void put_clock(JsonWriter& out, const Clock& clock, const std::string& zone) {
  out.begin_object().field("no", clock.no).field("milestone", clock.milestone);
  out.field("assignment", clock.assignment);
  put_text(out, "unit", clock.unit);
  out.field("limit", name(clock.limit)).field("budget", clock.budget);
  out.field("extended", clock.extended).field("extensions", clock.extensions);
  put_text(out, "calendar", clock.calendar);
  out.field("rules", clock.rules);
  put_state(out, clock, zone);
  out.field("round", clock.round).field("exempt", clock.exempt);
  out.field("approvals", clock.approvals);
  put_text(out, "asked_by", clock.asked_by);
  put_text(out, "asked_by_person", clock.asked_by_person);
  put_text(out, "approved_by", clock.approved_by);
  out.field("reviews", clock.reviews);
  put_text(out, "appealed_by", clock.appealed_by);
  put_text(out, "reviewed_by", clock.reviewed_by);
  out.end_object();
}

void put_entry(JsonWriter& out, const ClockEntry& entry, const std::string& zone) {
  const bool sets_limit = entry.step == ClockStep::start || entry.step == ClockStep::replace;
  out.begin_object().field("clock", entry.clock).field("step", name(entry.step));
  put_time(out, "at", entry.at, zone);
  put_clock_times(out, entry.times, zone);
  put_text(out, "milestone", entry.milestone);
  out.field("assignment", entry.assignment);
  put_text(out, "unit", entry.unit);
  put_text(out, "calendar", entry.calendar);
  out.field("amount", entry.amount).field("extended", entry.extended);
  put_text(out, "rule", entry.rule);
  put_text(out, "limit", sets_limit ? name(entry.limit) : std::string_view());
  put_text(out, "rung", entry.step == ClockStep::fire ? name(entry.rung) : std::string_view());
  put_time(out, "due", entry.due, zone);
  out.end_object();
}

void put_view(JsonWriter& out, const ClockView& view, const std::string& zone) {
  out.begin_object().key("clock");
  put_clock(out, view.clock, zone);
  out.field("milestone", view.milestone).field("used", view.used);
  out.field("light", name(view.light)).field("late", view.late).end_object();
}

void put_explanation(JsonWriter& out, const Explanation& explanation) {
  const std::string& zone = explanation.time_zone;
  out.begin_object().key("clock");
  put_clock(out, explanation.clock, zone);
  out.field("milestone", explanation.milestone).field("rules", explanation.rules);
  put_text(out, "rule", explanation.rule);
  out.field("time_zone", zone);
  put_text(out, "calendar", explanation.calendar);
  put_text(out, "horizon", explanation.horizon ? format_date(*explanation.horizon) : "");
  out.field("used", explanation.used).field("light", name(explanation.light)).key("segments");
  put_list(out, explanation.segments, [&](const Explanation::Segment& segment) {
    out.begin_object();
    put_time(out, "from", segment.from, zone);
    put_time(out, "until", segment.until, zone);
    out.field("kind", name(segment.kind)).field("amount", segment.amount);
    put_text(out, "name", segment.name);
    out.end_object();
  });
  out.key("ledger");
  put_list(out, explanation.ledger, [&](const ClockEntry& entry) { put_entry(out, entry, zone); });
  out.key("words").begin_object();
  out.field("english", in_words(explanation, Language::english));
  out.field("chinese", in_words(explanation, Language::chinese)).end_object().end_object();
}

void put_responsibility(JsonWriter& out, const Responsibility& whole, const std::string& zone) {
  out.begin_object().key("spans");
  put_list(out, whole.spans, [&](const Responsibility::Span& span) {
    out.begin_object();
    put_share(out, span.share);
    put_time(out, "from", span.from, zone);
    put_time(out, "until", span.until, zone);
    out.end_object();
  });
  put_share_list(out, whole.shares);
  out.key("passages");
  put_list(out, whole.passages, [&](const Responsibility::Passage& passage) {
    out.begin_object().field("from", passage.from).field("to", passage.to);
    out.field("times", passage.times).end_object();
  });
  out.field("total", duration_text(whole.total)).end_object();
}

void put_shares(JsonWriter& out, const std::vector<ShareTime>& shares) {
  out.begin_object();
  put_share_list(out, shares);
  out.end_object();
}

void put_moves(JsonWriter& out, const DeadlineMoves& moves, bool applied, const std::string& zone) {
  out.begin_object().field("applied", applied).field("open", moves.open);
  out.field("moved", moves.moved).field("settled", moves.settled).field("failed", moves.failed);
  out.field("earliest", duration_text(moves.earliest));
  out.field("latest", duration_text(moves.latest)).key("moves");
  put_list(out, moves.moves, [&](const DeadlineMove& move) {
    out.begin_object().field("case_id", id_text(move.case_id)).field("clock", move.clock);
    put_time(out, "before", move.before, zone);
    put_time(out, "after", move.after, zone);
    out.end_object();
  });
  out.key("policy_version");
  (applied ? out.value(moves.policy_version) : out.null()).end_object();
}

void put_tick(JsonWriter& out, const TickReport& report, const std::string& zone) {
  out.begin_object().field("fired", report.fired).field("resumed", report.resumed);
  out.field("slices", report.slices).field("failed", report.failed).field("more", report.more);
  out.field("followed", report.followed).field("behind", report.behind);
  out.field("latest", duration_text(report.latest));
  put_time(out, "next", report.next, zone);
  const auto longest = report.longest_slice;
  put_text(out, "longest_slice",
           longest ? duration_text(std::chrono::duration_cast<Duration>(*longest)) : "");
  out.end_object();
}

}  // namespace gridcase::c_api
