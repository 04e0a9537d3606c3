// Temporary units (专班): formed of others, dissolved when the matter is over.

#include "engine/governing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::engine {
namespace {

Date day_after(Date day) {
  constexpr std::chrono::hours whole(24);
  return date_of(parse_instant(format_date(day) + "T00:00:00Z") + whole, "UTC");
}

Date today(const Command& command) {
  return date_of(command.now, command.rules.policy->organization.time_zone);
}

bool is_centre(const Command& command) {
  return command.rules.directory.unit(command.actor.unit)->kind == UnitKind::command_center;
}

// Members that do not exist are a fault of the document, and told as such.
void check_above_members(const Command& command, const Unit& task_force) {
  const Directory& directory = command.rules.directory;
  if (is_centre(command)) return;
  for (const std::string& member : task_force.members) {
    if (directory.unit(member) == nullptr || directory.is_within(member, command.actor.unit)) {
      continue;
    }
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} does not stand above {}; let the command centre form it",
                            command.actor.unit, member),
                "actor.unit");
  }
}

// It takes its orders from the parent, so the parent must be the actor's to speak for.
void check_parent(const Command& command, const std::string& parent) {
  const Directory& directory = command.rules.directory;
  if (directory.unit(parent) == nullptr) {
    throw Error(ErrorCode::not_found, fmt::format("there is no unit {}", parent), "parent");
  }
  if (is_centre(command) || directory.is_within(parent, command.actor.unit)) return;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("{} does not stand under {}", parent, command.actor.unit), "parent");
}

// Whether there is any case the query finds. A page may be empty and have a next one.
bool finds_any(store::Store& store, CaseQuery query) {
  const model::Scope everything = model::whole_county();
  query.limit = 1;
  for (;;) {
    const CasePage page = store.find(query, {}, everything);
    if (!page.cases.empty()) return true;
    if (!page.next) return false;
    query.after = *page.next;
  }
}

void check_idle(store::Store& store, const std::string& code) {
  CaseQuery held;
  held.holder = code;
  CaseQuery ordered;
  ordered.assigned = code;
  const bool holds = finds_any(store, held);
  if (!holds && !finds_any(store, ordered)) return;
  throw Error(ErrorCode::busy,
              fmt::format("{} {}; hand over what it has first", code,
                          holds ? "holds open cases" : "has open orders"),
              "unit");
}

// Nothing may lead to it afterwards.
void check_unneeded(const Organization& organization, const std::string& code) {
  for (const Duty& duty : organization.duties) {
    const bool assists =
        std::find(duty.assists.begin(), duty.assists.end(), code) != duty.assists.end();
    if (duty.lead != code && !assists) continue;
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} {} by a duty of {}; adopt duties without it first", code,
                            assists ? "assists" : "leads", duty.category),
                "unit");
  }
}

Unit& unit_in(Policy& policy, const std::string& code) {
  auto& units = policy.organization.units;
  return *std::find_if(units.begin(), units.end(),
                       [&](const Unit& unit) { return unit.code == code; });
}

const Unit& standing_task_force(const Command& command, const std::string& code) {
  const Directory& directory = command.rules.directory;
  const Unit* unit = directory.unit(code);
  if (unit == nullptr) {
    throw Error(ErrorCode::not_found, fmt::format("there is no unit {}", code), "unit");
  }
  if (unit->kind != UnitKind::task_force) {
    throw Error(ErrorCode::invalid_argument, fmt::format("{} is no task force", code), "unit");
  }
  if (code == command.actor.unit || !directory.is_within(code, command.actor.unit)) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} does not stand above {}", command.actor.unit, code), "actor.unit");
  }
  return *unit;
}

}  // namespace

Change formed_task_force(const Command& command, Unit task_force) {
  check_actor(command);
  if (task_force.kind != UnitKind::task_force) {
    throw Error(ErrorCode::invalid_argument, "this is no task force; give the kind task_force",
                "kind");
  }
  if (task_force.members.empty()) {
    throw Error(ErrorCode::invalid_argument, "name the units it is formed of", "members");
  }
  check_above_members(command, task_force);
  if (task_force.parent.empty()) task_force.parent = command.actor.unit;
  check_parent(command, task_force.parent);
  if (!task_force.tier) task_force.tier = command.rules.directory.tier_of(task_force.parent);
  if (!task_force.valid_from) task_force.valid_from = today(command);
  Change change{*command.rules.policy, {}};
  change.done.unit = task_force.code;
  change.done.tool = "form_task_force";
  change.next.organization.units.push_back(std::move(task_force));
  return change;
}

Change dissolved_task_force(const Command& command, store::Store& store, const std::string& code) {
  check_actor(command);
  const Unit& standing = standing_task_force(command, code);
  // It exists to the end of its last day, for what it did on it is dated so.
  const Date begun = standing.valid_from.value_or(today(command));
  const Date end = day_after(std::max(today(command), begun));
  if (standing.valid_until && *standing.valid_until <= end) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} ends on {} already", code, format_date(*standing.valid_until)),
                "unit");
  }
  check_unneeded(command.rules.policy->organization, code);
  check_idle(store, code);
  Change change{*command.rules.policy, {}};
  Unit& ended = unit_in(change.next, code);
  ended.valid_until = end;
  ended.capabilities.clear();  // no duty and no search for the nearest finds it from now on
  if (ended.successor.empty()) ended.successor = ended.parent;
  change.done.unit = code;
  change.done.tool = "dissolve_task_force";
  return change;
}

}  // namespace gridcase::engine
