// Calls that change cases: submit, batch, bulk, patrol, reveal, and what other systems say.

#include "c_api/call.hpp"
#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request_queries.hpp"

namespace gridcase::c_api {
namespace {

constexpr std::int32_t usual_budget = 10'000;
constexpr std::int32_t usual_slice = 100;

Work submit(Request& in) {
  return [action = in.action(), actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    put_answer(out, c.engine->submit(action, actor, now));
  };
}

Work batch(Request& in) {
  std::vector<Submission> submissions;
  in.in().require("submissions");
  in.each("submissions", [&](Request& one) {
    submissions.push_back({one.action(), one.actor(), one.now()});
  });
  return [submissions](Context& c, JsonWriter& out) {
    put_answers(out, c.engine->batch(submissions));
  };
}

Work preview_bulk(Request& in) {
  return [bulk = read_bulk(in), actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    put_bulk(out, c.engine->preview_bulk(bulk, actor, now), c.zone);
  };
}

Work bulk(Request& in) {
  const std::int32_t budget = in.number("budget", usual_budget);
  const std::int32_t slice = in.number("slice", usual_slice);
  return
      [=, bulk = read_bulk(in), actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
        put_bulk(out, c.engine->bulk(bulk, actor, now, budget, slice), c.zone);
      };
}

Work bulk_receipt(Request& in) {
  return [key = in.required_text("key"), actor = in.actor()](Context& c, JsonWriter& out) {
    const auto receipt = c.engine->bulk_receipt(key, actor);
    if (receipt) {
      put_bulk(out, *receipt, c.zone);
    } else {
      out.null();
    }
  };
}

Work patrol(Request& in) {
  return
      [round = read_patrol(in), actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
        put_answers(out, c.engine->patrol(round, actor, now));
      };
}

Work reveal(Request& in) {
  return [id = in.case_id(), reason = in.required_text("reason"), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    const Engine::Revealed revealed = c.engine->reveal(id, reason, actor, now);
    out.begin_object().key("answer");
    put_answer(out, revealed.answer);
    out.key("case");
    if (revealed.found) {
      put_case(out, *revealed.found, c.zone);
    } else {
      out.null();
    }
    out.end_object();
  };
}

Work outbox(Request& in) {
  const std::int32_t limit = in.number("limit", 100);
  return [limit, system = in.required_text("system"), actor = in.actor()](Context& c,
                                                                          JsonWriter& out) {
    out.raw(write_outbox(c.engine->outbox(system, limit, actor)));
  };
}

Work acknowledge(Request& in) {
  return [system = in.required_text("system"), last = in.required_number("last"),
          actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    c.engine->acknowledge(system, last, actor, now);
    out.begin_object().field("acknowledged", last).end_object();
  };
}

Work receive(Request& in) {
  return [system = in.required_text("system"),
          messages = in.document<std::vector<InMessage>>("messages", read_messages),
          now = in.now()](Context& c, JsonWriter& out) {
    put_answers(out, c.engine->receive(system, messages, now));
  };
}

}  // namespace

Calls acting_calls() {
  return {{"submit", Needs::engine, submit},
          {"batch", Needs::engine, batch},
          {"preview_bulk", Needs::engine, preview_bulk},
          {"bulk", Needs::engine, bulk},
          {"bulk_receipt", Needs::engine, bulk_receipt},
          {"patrol", Needs::engine, patrol},
          {"reveal", Needs::engine, reveal},
          {"outbox", Needs::engine, outbox},
          {"acknowledge", Needs::engine, acknowledge},
          {"receive", Needs::engine, receive}};
}

}  // namespace gridcase::c_api
