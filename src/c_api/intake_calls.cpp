// Calls about what comes in, and what the public may see.

#include "c_api/call.hpp"
#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request.hpp"

namespace gridcase::c_api {
namespace {

Work propose_path(Request& in) {
  return [contact = in.action("contact"), actor = in.actor(), now = in.now()](Context& c,
                                                                              JsonWriter& out) {
    const PathProposal proposal = c.engine->propose_path(contact, actor, now);
    out.begin_object().field("path", name(proposal.path));
    put_text(out, "unit", proposal.unit);
    out.field("because", proposal.because).end_object();
  };
}

Work raise_alert(Request& in) {
  return [alert = in.action("alert"), actor = in.actor(), now = in.now()](Context& c,
                                                                          JsonWriter& out) {
    put_answers(out, c.engine->raise_alert(alert, actor, now));
  };
}

Work intake_totals(Request& in) {
  return [from = in.time("from"), until = in.time("until"), actor = in.actor()](Context& c,
                                                                                JsonWriter& out) {
    put_intake_totals(out, c.engine->intake_totals(from, until, actor));
  };
}

Work coverage(Request& in) {
  return [list = in.required_text("site_list"), type = in.text("type"), from = in.time("from"),
          until = in.time("until"), actor = in.actor()](Context& c, JsonWriter& out) {
    put_coverage(out, c.engine->coverage(list, type, from, until, actor));
  };
}

Work public_code(Request& in) {
  return [id = in.case_id(), actor = in.actor()](Context& c, JsonWriter& out) {
    out.begin_object();
    put_text(out, "code", c.engine->public_code(id, actor));
    out.end_object();
  };
}

Work public_view(Request& in) {
  return [number = in.required_text("number"), code = in.required_text("code")](Context& c,
                                                                                JsonWriter& out) {
    const auto view = c.engine->public_view(number, code);
    if (view) {
      put_public_view(out, *view, c.zone);
    } else {
      out.null();
    }
  };
}

}  // namespace

Calls intake_calls() {
  return {
      {"propose_path", Needs::engine, propose_path},   {"raise_alert", Needs::engine, raise_alert},
      {"intake_totals", Needs::engine, intake_totals}, {"coverage", Needs::engine, coverage},
      {"public_code", Needs::engine, public_code},     {"public_view", Needs::engine, public_view}};
}

}  // namespace gridcase::c_api
