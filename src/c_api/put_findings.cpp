#include "c_api/put_findings.hpp"

#include "c_api/put_case.hpp"

namespace gridcase::c_api {
namespace {

void put_board_line(JsonWriter& out, const BoardLine& line) {
  out.begin_object();
  put_text(out, "key", line.key);
  out.key("by_stage").begin_object();
  for (std::size_t i = 0; i < line.by_stage.size(); ++i)
    out.field(name(static_cast<Stage>(i + 1)), line.by_stage.at(i));
  out.end_object().field("suspended", line.suspended).field("open", line.open);
  out.field("closed", line.closed).field("other_ends", line.other_ends).end_object();
}

void put_verdict(JsonWriter& out, const BulkVerdict& verdict, const std::string& zone) {
  out.begin_object().field("case_id", id_text(verdict.case_id)).field("number", verdict.number);
  out.field("before", name(verdict.before)).field("after", name(verdict.after)).key("refusal");
  if (verdict.refusal) {
    out.begin_object().field("code", name(verdict.refusal->code));
    put_text(out, "field", verdict.refusal->field);
    out.field("reason", verdict.refusal->reason).end_object();
  } else {
    out.null();
  }
  put_time(out, "deadline", verdict.deadline, zone);
  out.end_object();
}

void put_rating(JsonWriter& out, const Rating& rating) {
  out.begin_object().field("unit", rating.unit).field("cases", rating.cases);
  out.field("rated", rating.rated).field("stars", rating.stars).field("solved", rating.solved);
  out.field("partly", rating.partly).field("unsolved", rating.unsolved).end_object();
}

}  // namespace

void put_page(JsonWriter& out, const CasePage& page, const std::string& zone) {
  out.begin_object().key("cases");
  put_list(out, page.cases, [&](const CaseSummary& one) { put_summary(out, one, zone); });
  put_id(out, "next", page.next.value_or(CaseId::none));
  out.end_object();
}

void put_board(JsonWriter& out, const Board& board, BoardKey by) {
  out.begin_object().field("by", name(by)).key("lines");
  put_list(out, board.lines, [&](const BoardLine& line) { put_board_line(out, line); });
  out.key("total");
  put_board_line(out, board.total);
  out.end_object();
}

void put_hits(JsonWriter& out, const SearchPage& page, const std::string& zone) {
  out.begin_object().key("hits");
  put_list(out, page.hits, [&](const SearchHit& hit) {
    out.begin_object().field("score", hit.score).key("case");
    put_summary(out, hit.summary, zone);
    out.end_object();
  });
  out.field("partial", page.partial).field("more", page.more).end_object();
}

void put_candidates(JsonWriter& out, const std::vector<DuplicateCandidate>& found) {
  out.begin_object().key("candidates");
  put_list(out, found, [&](const DuplicateCandidate& one) {
    out.begin_object().field("case_id", id_text(one.case_id)).field("number", one.number);
    out.field("state", name(one.state)).field("same_category", one.same_category);
    put_number(out, "metres", one.metres);
    const std::int64_t seconds =
        std::chrono::duration_cast<std::chrono::seconds>(one.apart).count();
    out.field("apart_seconds", seconds).field("alike_percent", one.alike_percent);
    out.field("score", one.score).field("because", one.because).end_object();
  });
  out.end_object();
}

void put_bulk(JsonWriter& out, const BulkReport& report, const std::string& zone) {
  out.begin_object();
  put_text(out, "key", report.key);
  out.field("cases", report.cases).field("done", report.done).field("refused", report.refused);
  out.field("failed", report.failed).key("refusals").begin_object();
  for (const auto& [code, count] : report.refusals)
    out.field(name(code), count);
  out.end_object().key("verdicts");
  put_list(out, report.verdicts,
           [&](const BulkVerdict& verdict) { put_verdict(out, verdict, zone); });
  out.field("finished", report.finished).field("from_sequence", report.from_sequence);
  out.field("until_sequence", report.until_sequence).end_object();
}

void put_verification(JsonWriter& out, const Verification& result) {
  out.begin_object().field("ok", result.ok());
  out.field("events", result.events).field("cases", result.cases).key("findings");
  put_list(out, result.findings, [&](const Finding& finding) {
    out.begin_object().field("code", finding.code);
    put_id(out, "case_id", finding.case_id);
    out.field("sequence", finding.sequence).field("message", finding.message).end_object();
  });
  out.end_object();
}

void put_allowed(JsonWriter& out, const std::vector<Allowed>& allowed) {
  put_list(out, allowed, [&](const Allowed& one) {
    out.begin_object().field("action", name(one.action)).field("required", one.required);
    out.field("optional", one.optional).end_object();
  });
}

void put_responders(JsonWriter& out, const std::vector<Responder>& found) {
  put_list(out, found, [&](const Responder& one) {
    out.begin_object().field("unit", one.unit).field("metres", one.metres);
    put_number(out, "cost", one.cost);
    out.field("response_class", std::int32_t{one.response_class}).field("on_duty", one.on_duty);
    out.field("load", one.load).field("because", one.because).end_object();
  });
}

void put_proposals(JsonWriter& out, const std::vector<ProposedOrder>& orders) {
  put_list(out, orders, [&](const ProposedOrder& one) {
    out.begin_object().key("order");
    put_order(out, one.order);
    out.field("because", one.because);
    put_number(out, "metres", one.metres);
    out.end_object();
  });
}

void put_providers(JsonWriter& out, const std::vector<ProposedProvider>& providers) {
  put_list(out, providers, [&](const ProposedProvider& one) {
    out.begin_object().field("unit", one.unit);
    put_number(out, "metres", one.metres);
    out.key("rating");
    put_rating(out, one.rating);
    out.field("because", one.because).end_object();
  });
}

void put_allocation(JsonWriter& out, const CaseAllocation& allocation) {
  out.begin_object().key("lines");
  put_list(out, allocation.lines, [&](const CaseAllocation::Line& line) {
    out.begin_object().field("case_id", id_text(line.case_id)).field("unit", line.unit);
    out.field("cost", line.cost).field("because", line.because).end_object();
  });
  put_ids(out, "left_over", allocation.left_over);
  put_ids(out, "without_place", allocation.without_place);
  out.field("cost", allocation.cost).end_object();
}

void put_ratings(JsonWriter& out, const std::vector<Rating>& ratings) {
  put_list(out, ratings, [&](const Rating& rating) { put_rating(out, rating); });
}

void put_roll_up(JsonWriter& out, const RollUp& whole, const std::string& zone) {
  out.begin_object().key("lines");
  put_list(out, whole.lines, [&](const RollUp::Line& line) {
    out.begin_object().field("unit", line.unit).field("tier", name(line.tier));
    out.field("ordered", line.ordered).field("acknowledged", line.acknowledged);
    out.field("executed", line.executed).field("reported", line.reported);
    out.field("expected", line.expected).field("counted", line.counted);
    put_time(out, "last", line.last, zone);
    out.end_object();
  });
  out.end_object();
}

void put_intake_totals(JsonWriter& out, const IntakeTotals& totals) {
  put_list(out, totals.lines, [&](const IntakeTotals::Line& line) {
    out.begin_object().field("nature", name(line.nature));
    put_text(out, "type", line.type);
    put_text(out, "number_dialled", line.number_dialled);
    out.field("request", name(line.request)).field("count", line.count);
    out.field("answered", line.answered).field("became", line.became);
    out.field("open", line.open).field("repeats", line.repeats).end_object();
  });
}

void put_coverage(JsonWriter& out, const Coverage& coverage) {
  out.begin_object().field("matched", coverage.share.matched);
  out.field("expected", coverage.share.expected);
  put_text(out, "percent", percent(coverage.share));
  out.key("sites");
  put_list(out, coverage.sites, [&](const Coverage::Site& site) {
    out.begin_object().field("code", site.code).key("matches");
    put_list(out, site.matches, [&](const CoverageMatch& match) {
      out.begin_object().field("alert", static_cast<std::int64_t>(match.alert));
      out.field("by", name(match.by)).field("metres", match.metres).end_object();
    });
    out.end_object();
  });
  out.key("elsewhere");
  put_list(out, coverage.elsewhere,
           [&](std::size_t alert) { out.value(static_cast<std::int64_t>(alert)); });
  out.end_object();
}

void put_public_view(JsonWriter& out, const PublicView& view, const std::string& zone) {
  out.begin_object().field("number", view.number).field("stage", name(view.stage));
  put_time(out, "reported", view.reported, zone);
  put_time(out, "ended", view.ended, zone);
  put_text(out, "reply", view.reply);
  put_text(out, "continues_in", view.continues_in);
  out.end_object();
}

}  // namespace gridcase::c_api
