// Area codes against the standards and against the codes above them.
#include "model/area_code.hpp"
#include "model/organization_check.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace gridcase::model {

namespace {

std::string fault_of(const Check& check, const Unit& unit) {
  switch (unit.kind) {
  case UnitKind::city_center:
  case UnitKind::command_center: return fault_of_area_code(unit.area_code, 6);
  case UnitKind::command_room: return fault_of_area_code(unit.area_code, 9);
  case UnitKind::village: return fault_of_area_code(unit.area_code, 12);
  case UnitKind::grid:
    return fault_of_grid_code(unit.area_code, check.organization.grid_code_lengths);
  default: break;
  }
  // A unit beside the command line may serve a county, a township or a village.
  for (const std::size_t length : {std::size_t{6}, std::size_t{9}, std::size_t{12}}) {
    if (unit.area_code.size() == length) return fault_of_area_code(unit.area_code, length);
  }
  return "an area code has 6, 9 or 12 digits";
}

// The nearest unit above on the command line that has an area code worth comparing with: a wrong
// one is reported once, not again for everything below it.
std::uint32_t coded_above(const Check& check, std::uint32_t unit) {
  const Forest& line = check.index.command_line;
  if (!line.is_rooted(unit)) return nothing;
  const auto is_usable = [&](const Unit& above) {
    return !above.area_code.empty() && fault_of(check, above).empty();
  };
  std::uint32_t on = line.parent(unit);
  while (on != nothing && !is_usable(check.organization.units[on]))
    on = line.parent(on);
  return on;
}

// A city is coded as 330800, the counties in it as 3308xx.
std::string_view common_digits(const Unit& above) {
  const std::string_view code = above.area_code;
  if (above.kind != UnitKind::city_center || code.size() != 6) return code;
  return code.substr(2) == "0000" ? code.substr(0, 2)
         : code.substr(4) == "00" ? code.substr(0, 4)
                                  : code;
}

void check_nesting(const Check& check, std::uint32_t position) {
  const auto& units = check.organization.units;
  const std::uint32_t above = coded_above(check, position);
  if (above == nothing || !is_on_command_line(units[position].kind)) return;
  const std::string_view begin = common_digits(units[above]);
  if (is_area_within(units[position].area_code, begin)) return;
  check.findings.error({Section::units, position, "area_code"}, "unit.area_code_outside",
                       fmt::format("the area code {} does not begin with {}, that of {}",
                                   units[position].area_code, begin, units[above].code),
                       "correct one of the codes, or the parent");
}

// Two units of the command line must not stand for the same division at the same time.
void check_twins(const Check& check) {
  const auto& units = check.organization.units;
  std::map<std::pair<UnitKind, std::string_view>, std::vector<std::uint32_t>> same;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].area_code.empty() || !is_on_command_line(units[i].kind)) continue;
    auto& earlier = same[{units[i].kind, units[i].area_code}];
    for (const std::uint32_t other : earlier) {
      if (!spans_overlap(units[i].valid_from, units[i].valid_until, units[other].valid_from,
                         units[other].valid_until)) {
        continue;
      }
      check.findings.error({Section::units, i, "area_code"}, "unit.area_code_twice",
                           "the area code " + units[i].area_code + " is also that of " +
                               units[other].code,
                           "give each its own, or let one end before the other begins");
      break;
    }
    earlier.push_back(i);
  }
}

}  // namespace

void check_area_codes(const Check& check) {
  if (!check.organization.chinese_area_codes) return;
  const auto& units = check.organization.units;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].area_code.empty()) continue;
    const std::string fault = fault_of(check, units[i]);
    if (fault.empty()) {
      check_nesting(check, i);
    } else {
      check.findings.error({Section::units, i, "area_code"}, "unit.area_code_invalid", fault,
                           "see GB/T 2260 and GB/T 10114, or set chinese_area_codes to false");
    }
  }
  check_twins(check);
}

}  // namespace gridcase::model
