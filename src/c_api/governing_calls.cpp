// Calls about what is in force: the policy, modes of areas, task forces.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::c_api {
namespace {

void put_version(JsonWriter& out, std::int64_t version) {
  out.begin_object().field("policy_version", version).end_object();
}

Work policy(Request&) {
  return [](Context& c, JsonWriter& out) { out.raw(write_policy(*c.engine->policy())); };
}

Work adopt(Request& in) {
  return [policy = in.document<Policy>("policy", read_policy), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_version(out, c.engine->adopt(policy, actor, now));
  };
}

Work switch_mode(Request& in) {
  const auto mode = in.required_word("mode", operating_mode_from_name, OperatingMode::normal,
                                     "normal, emergency");
  return [mode, unit = in.required_text("unit"), reason = in.required_text("reason"),
          actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    put_version(out, c.engine->switch_mode(unit, mode, reason, actor, now));
  };
}

// A unit is read as the organization's document has it.
Unit read_unit(std::string_view json) {
  try {
    return read_organization("{\"units\":[" + std::string(json) + "]}").units.at(0);
  } catch (const DocumentError& error) {
    throw DocumentError("unit", faults_below(error.faults(), "units[0]"));
  }
}

Work form_task_force(Request& in) {
  return [unit = in.document<Unit>("task_force", read_unit), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    put_version(out, c.engine->form_task_force(unit, actor, now));
  };
}

Work dissolve_task_force(Request& in) {
  return [unit = in.required_text("unit"), actor = in.actor(), now = in.now()](Context& c,
                                                                               JsonWriter& out) {
    put_version(out, c.engine->dissolve_task_force(unit, actor, now));
  };
}

}  // namespace

Calls governing_calls() {
  return {{"policy", Needs::engine, policy},
          {"adopt", Needs::engine, adopt},
          {"switch_mode", Needs::engine, switch_mode},
          {"form_task_force", Needs::engine, form_task_force},
          {"dissolve_task_force", Needs::engine, dissolve_task_force}};
}

}  // namespace gridcase::c_api
