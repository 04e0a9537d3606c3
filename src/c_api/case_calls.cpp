// Calls that read cases: one, many, their history, what may be done with them, and all of them.

#include "c_api/call.hpp"
#include "c_api/put_case.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request_queries.hpp"

namespace gridcase::c_api {
namespace {

std::string action_words() {
  std::string words;
  for (const ActionKind kind : all_actions())
    words += (words.empty() ? "" : ", ") + std::string(name(kind));
  return words;
}

Work get(Request& in) {
  return [id = in.case_id(), actor = in.actor()](Context& c, JsonWriter& out) {
    const auto found = c.engine->get(id, actor);
    if (found) {
      put_case(out, *found, c.zone);
    } else {
      out.null();
    }
  };
}

Work history(Request& in) {
  return [id = in.case_id(), actor = in.actor()](Context& c, JsonWriter& out) {
    put_list(out, c.engine->history(id, actor),
             [&](const Event& event) { put_event(out, event, c.zone); });
  };
}

Work find(Request& in) {
  return [query = read_case_query(in), actor = in.actor()](Context& c, JsonWriter& out) {
    put_page(out, c.engine->find(query, actor), c.zone);
  };
}

Work board(Request& in) {
  return [query = read_board_query(in), actor = in.actor()](Context& c, JsonWriter& out) {
    put_board(out, c.engine->board(query, actor), query.by);
  };
}

Work search(Request& in) {
  return [query = read_search_query(in), actor = in.actor()](Context& c, JsonWriter& out) {
    put_hits(out, c.engine->search(query, actor), c.zone);
  };
}

// Of a report that is not made yet, or of a case.
Work duplicates(Request& in) {
  const std::int32_t limit = in.number("limit", 10);
  const Actor actor = in.actor();
  const Instant now = in.now();
  if (in.has("report")) {
    return [=, report = in.action("report")](Context& c, JsonWriter& out) {
      put_candidates(out, c.engine->duplicates(report, limit, actor, now));
    };
  }
  return [=, id = in.case_id()](Context& c, JsonWriter& out) {
    put_candidates(out, c.engine->duplicates(id, limit, actor, now));
  };
}

Work allowed(Request& in) {
  return [id = in.optional_case_id(), actor = in.actor(), now = in.now()](
             Context& c, JsonWriter& out) { put_allowed(out, c.engine->allowed(id, actor, now)); };
}

Work may(Request& in) {
  const auto kind =
      in.required_word("action", action_from_name, ActionKind::comment, action_words());
  return [kind, id = in.optional_case_id(), actor = in.actor(), now = in.now()](Context& c,
                                                                                JsonWriter& out) {
    const Verdict verdict = c.engine->may(kind, id, actor, now);
    out.begin_object().field("yes", verdict.yes);
    put_text(out, "because", verdict.because);
    out.end_object();
  };
}

Work roll_up(Request& in) {
  return [id = in.case_id(), actor = in.actor()](Context& c, JsonWriter& out) {
    put_roll_up(out, c.engine->roll_up(id, actor), c.zone);
  };
}

Work read_log(Request& in) {
  const std::int32_t limit = in.number("limit", 1000);
  std::int64_t after = 0;
  in.in().read("after", after);
  return [=, actor = in.actor()](Context& c, JsonWriter& out) {
    put_list(out, c.engine->read_log(after, limit, actor),
             [&](const Event& event) { put_event(out, event, c.zone); });
  };
}

Work verify(Request&) {
  return [](Context& c, JsonWriter& out) { put_verification(out, c.engine->verify()); };
}

}  // namespace

Calls case_calls() {
  return {{"get", Needs::engine, get},         {"history", Needs::engine, history},
          {"find", Needs::engine, find},       {"board", Needs::engine, board},
          {"search", Needs::engine, search},   {"duplicates", Needs::engine, duplicates},
          {"allowed", Needs::engine, allowed}, {"may", Needs::engine, may},
          {"roll_up", Needs::engine, roll_up}, {"read_log", Needs::engine, read_log},
          {"verify", Needs::engine, verify}};
}

}  // namespace gridcase::c_api
