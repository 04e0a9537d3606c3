#include "engine/governing.hpp"

#include "base/text.hpp"
#include "model/organization_index.hpp"
#include "rules/permission.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::engine {
namespace {

bool is_reason(const std::string& text) {
  return !text.empty() && text.size() <= 64 && base::has_code_characters_only(text);
}

bool is_command(UnitKind kind) {
  return kind == UnitKind::city_center || kind == UnitKind::command_center ||
         kind == UnitKind::command_room;
}

// The centre or room of the area, and what commands it.
void check_commands(const Command& command, const std::string& area) {
  const Directory& directory = command.rules.directory;
  const std::string& unit = command.actor.unit;
  if (is_command(directory.unit(unit)->kind) && directory.is_within(area, unit)) return;
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("{} does not command {}; let its command room or centre do it", unit, area),
      "actor.unit");
}

// Where the area above has the mode already, nothing need be said of this one.
std::vector<AreaMode> with_mode(const Policy& policy, const Directory& directory,
                                const std::string& area, OperatingMode mode) {
  Policy without = policy;
  auto& modes = without.modes;
  modes.erase(std::remove_if(modes.begin(), modes.end(),
                             [&](const AreaMode& one) { return one.unit == area; }),
              modes.end());
  if (mode_at(without, directory, area) != mode) modes.push_back({area, mode});
  return modes;
}

}  // namespace

void check_actor(const Command& command) {
  const auto refused = rules::check_actor(command.rules.directory, command.actor, command.now);
  if (refused) throw Error(ErrorCode::invalid_argument, refused->reason, refused->field);
}

Change switched_mode(const Command& command, const std::string& unit, OperatingMode mode,
                     const std::string& reason) {
  check_actor(command);
  const Policy& policy = *command.rules.policy;
  const Directory& directory = command.rules.directory;
  const Unit* area = directory.unit(unit);
  if (area == nullptr) {
    throw Error(ErrorCode::not_found, fmt::format("there is no unit {}", unit), "unit");
  }
  if (!model::is_area(*area)) {
    throw Error(ErrorCode::invalid_argument, fmt::format("{} has no ground", unit), "unit");
  }
  check_commands(command, unit);
  if (mode != OperatingMode::normal && mode != OperatingMode::emergency) {
    throw Error(ErrorCode::invalid_argument, "there is no such mode", "mode");
  }
  if (!is_reason(reason)) {
    throw Error(ErrorCode::invalid_argument,
                "give a reason of 1 to 64 characters of A-Z a-z 0-9 . _ -", "reason");
  }
  if (mode_at(policy, directory, unit) == mode) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} is in the mode {} already", unit, name(mode)), "mode");
  }
  Change change{policy, {}};
  change.next.modes = with_mode(policy, directory, unit, mode);
  change.done.unit = unit;
  change.done.reason = reason;
  change.done.tool = fmt::format("switch_mode.{}", name(mode));
  return change;
}

}  // namespace gridcase::engine
