#pragma once
// Lookups into one organization by code, and its two trees by position. The organization must
// outlive the index and stay where it is: the keys are views of its strings.

#include "model/forest.hpp"

#include <gridcase/organization.hpp>

#include <string_view>
#include <unordered_map>

namespace gridcase::model {

// Code to position; the first of two elements with the same code counts.
class CodeIndex {
public:
  template <typename Element> explicit CodeIndex(const std::vector<Element>& elements) {
    positions_.reserve(elements.size());
    for (std::uint32_t i = 0; i < elements.size(); ++i)
      positions_.emplace(elements[i].code, i);
  }

  std::uint32_t find(std::string_view code) const {
    const auto found = positions_.find(code);
    return found == positions_.end() ? nothing : found->second;
  }

private:
  std::unordered_map<std::string_view, std::uint32_t> positions_;
};

struct OrganizationIndex {
  explicit OrganizationIndex(const Organization& organization);

  CodeIndex units;
  CodeIndex persons;
  CodeIndex categories;
  CodeIndex assets;
  CodeIndex roles;
  Forest command_line;   // units by `parent`; an unknown parent counts as none
  Forest category_tree;  // categories by `parent`, likewise
};

// Whether the kind is one of the vertical stroke: centres, rooms, villages, grids.
bool is_on_command_line(UnitKind kind) noexcept;
// 1 for a grid … 5 for a city centre; 0 for the units beside the command line.
int rank_on_command_line(UnitKind kind) noexcept;
// Whether the unit stands for a piece of ground of the county: one of the command line from the
// command centre down, or one with an area of its own.
bool is_area(const Unit& unit) noexcept;
// The tier that follows from the kind, if one does.
std::optional<Tier> tier_of_kind(UnitKind kind) noexcept;
// The tier of a unit: that of its kind, else the one given.
std::optional<Tier> tier_of(const Unit& unit) noexcept;
// The positions of the units whose ground `unit` serves: those of its territory; without one its
// parent, and itself where it stands on the command line. Unknown codes are left out.
std::vector<std::uint32_t> territory_of(const Organization& organization,
                                        const OrganizationIndex& index, std::uint32_t unit);

// The unit a post is at: its own, else the person's home unit.
const std::string& unit_of(const Person& person, const Post& post) noexcept;

// Whether two spans of days [from, until) have a day in common; an absent end is open.
bool spans_overlap(const std::optional<Date>& from_a, const std::optional<Date>& until_a,
                   const std::optional<Date>& from_b, const std::optional<Date>& until_b) noexcept;

}  // namespace gridcase::model
