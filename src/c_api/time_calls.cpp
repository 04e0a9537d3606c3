// Calls about time: what is due, clocks and why their deadlines are when they are, holidays.

#include "c_api/call.hpp"
#include "c_api/put_clock.hpp"
#include "c_api/request.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::c_api {
namespace {

Work tick(Request& in) {
  const std::int32_t budget = in.number("budget", 10'000);
  const std::int32_t slice = in.number("slice", 100);
  return [=, now = in.now()](Context& c, JsonWriter& out) {
    put_tick(out, c.engine->tick(now, budget, slice), c.zone);
  };
}

Work clocks(Request& in) {
  return [id = in.case_id(), actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    put_list(out, c.engine->clocks(id, actor, now),
             [&](const ClockView& view) { put_view(out, view, c.zone); });
  };
}

Work explain(Request& in) {
  in.in().require("clock");
  return [id = in.case_id(), clock = in.number("clock", 0), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    const auto explanation = c.engine->explain(id, clock, actor, now);
    if (explanation) {
      put_explanation(out, *explanation);
    } else {
      out.null();
    }
  };
}

Work responsibility(Request& in) {
  return [id = in.case_id(), actor = in.actor(), until = in.time("until")](Context& c,
                                                                           JsonWriter& out) {
    const auto whole = c.engine->responsibility(id, actor, until);
    if (whole) {
      put_responsibility(out, *whole, c.zone);
    } else {
      out.null();
    }
  };
}

Work responsibility_by_unit(Request& in) {
  return [from = in.time("from"), until = in.time("until"), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_shares(out, c.engine->responsibility_by_unit(from, until, actor, now));
  };
}

Work preview_holidays(Request& in) {
  return [table = in.document<HolidayTable>("table", read_holidays), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_moves(out, c.engine->preview_holidays(table, actor, now), false, c.zone);
  };
}

Work import_holidays(Request& in) {
  return [table = in.document<HolidayTable>("table", read_holidays), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_moves(out, c.engine->import_holidays(table, actor, now), true, c.zone);
  };
}

}  // namespace

Calls time_calls() {
  return {{"tick", Needs::engine, tick},
          {"clocks", Needs::engine, clocks},
          {"explain", Needs::engine, explain},
          {"responsibility", Needs::engine, responsibility},
          {"responsibility_by_unit", Needs::engine, responsibility_by_unit},
          {"preview_holidays", Needs::engine, preview_holidays},
          {"import_holidays", Needs::engine, import_holidays}};
}

}  // namespace gridcase::c_api
