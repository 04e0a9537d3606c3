#include "model/organization_index.hpp"

#include <utility>

namespace gridcase::model {

namespace {

template <typename Element>
Forest forest_of(const std::vector<Element>& elements, const CodeIndex& codes) {
  std::vector<std::uint32_t> parent;
  parent.reserve(elements.size());
  for (const Element& element : elements) {
    parent.push_back(element.parent.empty() ? nothing : codes.find(element.parent));
  }
  return Forest(std::move(parent));
}

}  // namespace

OrganizationIndex::OrganizationIndex(const Organization& organization)
    : units(organization.units), persons(organization.persons), categories(organization.categories),
      assets(organization.assets), roles(organization.roles),
      command_line(forest_of(organization.units, units)),
      category_tree(forest_of(organization.categories, categories)) {}

int rank_on_command_line(UnitKind kind) noexcept {
  switch (kind) {
  case UnitKind::grid: return 1;
  case UnitKind::village: return 2;
  case UnitKind::command_room: return 3;
  case UnitKind::command_center: return 4;
  case UnitKind::city_center: return 5;
  default: return 0;
  }
}

bool is_on_command_line(UnitKind kind) noexcept { return rank_on_command_line(kind) > 0; }

bool is_area(const Unit& unit) noexcept {
  const bool is_centre_or_below =
      is_on_command_line(unit.kind) && unit.kind != UnitKind::city_center;
  return is_centre_or_below || !unit.area.empty();
}

std::optional<Tier> tier_of_kind(UnitKind kind) noexcept {
  switch (kind) {
  case UnitKind::grid:
  case UnitKind::village: return Tier::village;
  case UnitKind::command_room:
  case UnitKind::station: return Tier::township;
  case UnitKind::command_center:
  case UnitKind::department:
  case UnitKind::subcenter: return Tier::county;
  default: return std::nullopt;
  }
}

std::optional<Tier> tier_of(const Unit& unit) noexcept {
  if (unit.kind == UnitKind::city_center) return std::nullopt;
  const auto follows = tier_of_kind(unit.kind);
  return follows ? follows : unit.tier;
}

std::vector<std::uint32_t> territory_of(const Organization& organization,
                                        const OrganizationIndex& index, std::uint32_t unit) {
  const Unit& self = organization.units[unit];
  std::vector<std::uint32_t> ground;
  if (!self.territory.empty()) {
    for (const std::string& code : self.territory) {
      const std::uint32_t found = index.units.find(code);
      if (found != nothing) ground.push_back(found);
    }
  } else if (is_on_command_line(self.kind)) {
    ground.push_back(unit);
  } else if (index.command_line.parent(unit) != nothing) {
    ground.push_back(index.command_line.parent(unit));
  }
  return ground;
}

const std::string& unit_of(const Person& person, const Post& post) noexcept {
  return post.unit.empty() ? person.unit : post.unit;
}

bool spans_overlap(const std::optional<Date>& from_a, const std::optional<Date>& until_a,
                   const std::optional<Date>& from_b, const std::optional<Date>& until_b) noexcept {
  const bool a_before_b = until_a && from_b && *until_a <= *from_b;
  const bool b_before_a = until_b && from_a && *until_b <= *from_a;
  return !a_before_b && !b_before_a;
}

}  // namespace gridcase::model
