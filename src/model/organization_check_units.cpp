// Units one by one, and the command line they form.
#include "model/organization_check.hpp"

#include <set>
#include <utility>

namespace gridcase::model {

namespace {

bool is_center_or_room(UnitKind kind) {
  return kind == UnitKind::city_center || kind == UnitKind::command_center ||
         kind == UnitKind::command_room;
}

void check_tier(const Check& check, Spot spot, const Unit& unit) {
  const std::string kind(name(unit.kind));
  const auto follows = tier_of_kind(unit.kind);
  if (unit.kind == UnitKind::city_center) {
    if (!unit.tier) return;
    check.findings.error(spot.at("tier"), "unit.tier_conflict", "a city centre has no tier",
                         "leave the tier out");
  } else if (follows && unit.tier && *unit.tier != *follows) {
    check.findings.error(spot.at("tier"), "unit.tier_conflict",
                         "a unit of kind " + kind + " works on the tier " +
                             std::string(name(*follows)),
                         "leave the tier out, or choose another kind");
  } else if (!follows && !unit.tier) {
    check.findings.error(spot.at("tier"), "unit.tier_missing",
                         "the tier does not follow from the kind " + kind,
                         "give the tier it works on");
  }
}

void check_residence(const Check& check, Spot spot, const Unit& unit) {
  const std::uint32_t hall = check.index.units.find(unit.resident_at);
  if (unit.resident_at.empty()) return;
  check.unit(spot.at("resident_at"), "unit", unit.resident_at);
  if (hall == nothing || is_center_or_room(check.organization.units[hall].kind)) return;
  check.findings.error(spot.at("resident_at"), "unit.resident_at_kind",
                       unit.resident_at + " is neither a centre nor a command room",
                       "name the centre or room whose hall it works in");
}

void check_members(const Check& check, Spot spot, const Unit& unit) {
  if (!unit.members.empty() && unit.kind != UnitKind::task_force) {
    check.findings.error(spot.at("members"), "unit.members_kind",
                         "a unit of kind " + std::string(name(unit.kind)) + " has no members",
                         "make it a task_force, or leave the members out");
  }
  std::set<std::string_view> seen;
  for (const std::string& member : unit.members) {
    check.unit(spot.at("members"), "unit", member);
    if (member == unit.code) {
      check.findings.error(spot.at("members"), "unit.member_self", "it is a member of itself",
                           "name the units it is formed of");
    } else if (!seen.insert(member).second) {
      check.findings.warning(spot.at("members"), "unit.member_twice",
                             member + " is named twice among the members", "name it once");
    }
  }
}

// Whoever takes over must be somebody in the end.
void check_successors(const Check& check) {
  const auto& units = check.organization.units;
  std::vector<std::uint32_t> successors;
  successors.reserve(units.size());
  for (const Unit& unit : units) {
    successors.push_back(unit.successor.empty() ? nothing : check.index.units.find(unit.successor));
  }
  for (const auto& cycle : Forest(std::move(successors)).cycles()) {
    const Spot spot{Section::units, cycle.front(), "successor"};
    if (cycle.size() == 1) {
      check.findings.error(spot, "unit.successor_self", "it takes over from itself",
                           "name another unit, or leave the successor out");
    } else {
      check.findings.error(spot, "unit.successor_cycle",
                           "the successors run in a circle: " + list_of_codes(units, cycle),
                           "leave the successor of the last one out");
    }
  }
}

void check_parent(const Check& check, std::uint32_t position) {
  const Unit& unit = check.organization.units[position];
  const Spot spot{Section::units, position, "parent"};
  check.unit(spot, "unit", unit.parent);
  const std::uint32_t above = check.index.command_line.parent(position);
  const int rank = rank_on_command_line(unit.kind);
  if (above == nothing || above == position || rank == 0) return;
  const Unit& parent = check.organization.units[above];
  if (rank_on_command_line(parent.kind) > rank) return;
  check.findings.error(spot, "unit.parent_kind",
                       "a unit of kind " + std::string(name(unit.kind)) +
                           " cannot stand under one of kind " + std::string(name(parent.kind)),
                       "the command line is grid, village, command_room, command_center, "
                       "city_center; a step may be left out");
}

void check_roots(const Check& check) {
  const auto& units = check.organization.units;
  std::vector<std::uint32_t> roots;
  bool has_center = false;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].parent.empty()) roots.push_back(i);
    has_center = has_center || units[i].kind == UnitKind::command_center;
  }
  if (roots.empty()) {
    check.findings.error({Section::head, 0, "units"}, "organization.root_missing",
                         "no unit is the root of the command line",
                         "leave out the parent of the command centre");
  }
  if (!has_center) {
    check.findings.error({Section::head, 0, "units"}, "organization.center_missing",
                         "there is no command centre", "add a unit of kind command_center");
  }
  for (const std::uint32_t root : roots) {
    const Spot spot{Section::units, root, "parent"};
    const UnitKind kind = units[root].kind;
    if (kind != UnitKind::command_center && kind != UnitKind::city_center) {
      check.findings.error(spot, "unit.parent_missing",
                           "only a centre can be the root of the command line",
                           "give the unit above it");
    } else if (root != roots.front()) {
      check.findings.error(spot, "organization.root_several",
                           units[roots.front()].code + " is a root of the command line as well",
                           "put one under the other, or both under a city centre");
    }
  }
}

void check_cycles(const Check& check) {
  const auto& units = check.organization.units;
  for (const auto& cycle : check.index.command_line.cycles()) {
    check.findings.error({Section::units, cycle.front(), "parent"}, "unit.parent_cycle",
                         "the command line runs in a circle: " + list_of_codes(units, cycle),
                         "give one of them another parent");
  }
}

// For every unit whether a command centre stands at or above it, without walking any chain twice.
std::vector<bool> reaches_center(const Check& check) {
  const auto& units = check.organization.units;
  const Forest& line = check.index.command_line;
  std::vector<bool> reaches(units.size(), false);
  std::vector<bool> known(units.size(), false);
  std::vector<std::uint32_t> walked;
  for (std::uint32_t start = 0; start < units.size(); ++start) {
    if (!line.is_rooted(start)) continue;
    bool found = false;
    walked.clear();
    for (std::uint32_t on = start; on != nothing && !found; on = line.parent(on)) {
      if (known[on]) {
        found = reaches[on];
        break;
      }
      walked.push_back(on);
      found = units[on].kind == UnitKind::command_center;
    }
    for (const std::uint32_t on : walked) {
      known[on] = true;
      reaches[on] = found;
    }
  }
  return reaches;
}

void check_grids_reach_center(const Check& check) {
  const auto& units = check.organization.units;
  const std::vector<bool> reaches = reaches_center(check);
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != UnitKind::grid || reaches[i]) continue;
    check.findings.error({Section::units, i, "parent"}, "grid.unreachable",
                         "the grid " + units[i].code + " has no command centre above it",
                         "correct the parents on its way up");
  }
}

}  // namespace

void check_units(const Check& check) {
  const auto& units = check.organization.units;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const Spot spot{Section::units, i, {}};
    check.code(spot, "unit", unit.code, check.index.units.find(unit.code));
    check.span(spot, "unit", unit.valid_from, unit.valid_until);
    check_tier(check, spot, unit);
    check_parent(check, i);
    check_residence(check, spot, unit);
    if (unit.response_class > 3) {
      check.findings.error(spot.at("response_class"), "unit.response_class_unknown",
                           "there are the response classes 0 to 3",
                           "use 1 at once, 2 on request, 3 in support, 0 not at all");
    }
    if (unit.location && !is_valid(*unit.location)) {
      check.findings.error(spot.at("location"), "unit.location_invalid",
                           "the location is no place on the ground",
                           "use degrees of WGS 84, the longitude first");
    }
    for (const std::string& code : unit.territory) {
      check.unit(spot.at("territory"), "unit", code);
    }
    check.not_negative(spot.at("capacity"), "unit", unit.capacity);
    check_members(check, spot, unit);
    check.unit(spot.at("successor"), "unit", unit.successor);
  }
  check_successors(check);
}

void check_command_line(const Check& check) {
  check_roots(check);
  check_cycles(check);
  check_grids_reach_center(check);
}

}  // namespace gridcase::model
