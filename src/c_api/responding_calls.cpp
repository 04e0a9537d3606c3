// Calls about who can be there: responders, providers, proposals, roads.

#include "c_api/call.hpp"
#include "c_api/put_findings.hpp"
#include "c_api/request_queries.hpp"

namespace gridcase::c_api {
namespace {

Work nearest_responders(Request& in) {
  return [id = in.case_id(), search = read_response_search(in), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_responders(out, c.engine->nearest_responders(id, search, actor, now));
  };
}

Work propose_orders(Request& in) {
  const std::int32_t response_class = in.number("response_class", 1);
  if (response_class < 0 || response_class > 3) {
    in.in().fault("response_class", "json.range", "there are the response classes 0 to 3",
                  "write 1 at once, 2 on request, 3 in support");
  }
  return [response_class, id = in.case_id(), scene = in.count("scene", 0), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_proposals(out, c.engine->propose_orders(id, static_cast<std::uint8_t>(response_class),
                                                scene, actor, now));
  };
}

Work propose_providers(Request& in) {
  return [id = in.case_id(), skill = in.required_text("skill"), count = in.count("count", 3),
          actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    put_providers(out, c.engine->propose_providers(id, skill, count, actor, now));
  };
}

Work allocate_cases(Request& in) {
  return [query = read_case_query(in), capability = in.text("capability"), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_allocation(out, c.engine->allocate_cases(query, capability, actor, now));
  };
}

Work ratings(Request& in) {
  return [from = in.time("from"), until = in.time("until"), actor = in.actor()](Context& c,
                                                                                JsonWriter& out) {
    put_ratings(out, c.engine->ratings(from, until, actor));
  };
}

// Without roads, or with null, they are taken away.
Work use_roads(Request& in) {
  in.in().object("roads");
  if (in.has("roads")) {
    const Roads read = in.document<Roads>("roads", read_roads);
    return [read](Context& c, JsonWriter& out) {
      c.engine->use_roads(RoadNetwork(read));
      out.begin_object().end_object();
    };
  }
  return [](Context& c, JsonWriter& out) {
    c.engine->use_roads(std::nullopt);
    out.begin_object().end_object();
  };
}

}  // namespace

Calls responding_calls() {
  return {{"nearest_responders", Needs::engine, nearest_responders},
          {"propose_orders", Needs::engine, propose_orders},
          {"propose_providers", Needs::engine, propose_providers},
          {"allocate_cases", Needs::engine, allocate_cases},
          {"ratings", Needs::engine, ratings},
          {"use_roads", Needs::engine, use_roads}};
}

}  // namespace gridcase::c_api
