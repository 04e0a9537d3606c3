// Calls for the operator of a host: counters, latencies, what is promised.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request.hpp"

namespace gridcase::c_api {
namespace {

Work counters(Request&) {
  return [](Context& c, JsonWriter& out) {
    put_list(out, c.engine->counters(), [&](const Counter& it) {
      out.begin_object().field("name", it.name).field("help", it.help);
      out.field("gauge", it.is_gauge).field("value", it.value).end_object();
    });
  };
}

void put_integers(JsonWriter& out, std::string_view key, const std::vector<std::int64_t>& values) {
  out.key(key);
  put_list(out, values, [&](std::int64_t value) { out.value(value); });
}

Work latencies(Request&) {
  return [](Context& c, JsonWriter& out) {
    put_list(out, c.engine->latencies(), [&](const Histogram& it) {
      out.begin_object().field("name", it.name).field("help", it.help);
      put_integers(out, "bounds", it.bounds);
      put_integers(out, "counts", it.counts);
      out.field("count", it.count).field("sum", it.sum).end_object();
    });
  };
}

Work durability(Request&) {
  return [](Context& c, JsonWriter& out) {
    const auto promised = c.engine->durability();
    out.begin_object().key("durability");
    if (!promised) {
      out.null();
    } else {
      out.value(*promised == Durability::strict ? "strict" : "relaxed");
    }
    out.end_object();
  };
}

}  // namespace

Calls monitor_calls() {
  return {{"counters", Needs::engine, counters},
          {"latencies", Needs::engine, latencies},
          {"durability", Needs::engine, durability}};
}

}  // namespace gridcase::c_api
