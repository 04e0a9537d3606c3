#include "model/grid_staff.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace gridcase::model {
namespace {

constexpr std::uint32_t far = std::numeric_limits<std::uint32_t>::max();

}  // namespace

GridStaff::GridStaff(const Organization& organization, const OrganizationIndex& index)
    : organization_(organization), index_(index), of_grid_(organization.units.size()) {
  for (std::uint32_t i = 0; i < organization.persons.size(); ++i) {
    for (const Post& post : organization.persons[i].posts)
      add(i, post);
  }
}

void GridStaff::add(std::uint32_t person, const Post& post) {
  Staff staff{person, &post, post.role == "specialist", post.role == "grid_worker", {}};
  for (const std::string& code : post.categories) {
    const std::uint32_t category = index_.categories.find(code);
    if (category != nothing) staff.limits.push_back(category);
  }
  const auto position = static_cast<std::uint32_t>(staff_.size());
  staff_.push_back(std::move(staff));
  if (post.territory.empty()) {
    const std::uint32_t unit = index_.units.find(unit_of(organization_.persons[person], post));
    const bool is_local = unit != nothing && (organization_.units[unit].kind == UnitKind::grid ||
                                              organization_.units[unit].kind == UnitKind::village);
    if (is_local) add_to_ground(unit, position);
    return;
  }
  for (const std::string& code : post.territory) {
    const std::uint32_t unit = index_.units.find(code);
    if (unit != nothing) add_to_ground(unit, position);
  }
}

void GridStaff::add_to_ground(std::uint32_t unit, std::uint32_t staff) {
  std::vector<std::uint32_t> below{unit};
  const Forest& line = index_.command_line;
  if (!line.is_rooted(unit)) return;  // a circle has no end
  while (!below.empty()) {
    const std::uint32_t on = below.back();
    below.pop_back();
    const auto children = line.children(on);
    below.insert(below.end(), children.begin(), children.end());
    if (organization_.units[on].kind != UnitKind::grid) continue;
    auto& here = of_grid_[on];
    // Named twice, a grid and the village around it, it counts once.
    if (here.empty() || here.back() != staff) here.push_back(staff);
  }
}

std::vector<std::uint32_t> GridStaff::at_grid(std::string_view role, std::uint32_t grid) const {
  std::vector<std::uint32_t> persons;
  for (const std::uint32_t position : of_grid_[grid]) {
    const Staff& staff = staff_[position];
    const Person& person = organization_.persons[staff.person];
    const bool is_here = unit_of(person, *staff.post) == organization_.units[grid].code;
    if (is_here && staff.post->role == role) persons.push_back(staff.person);
  }
  return contemporaries(std::move(persons));
}

GridStaff::Found GridStaff::nearest(std::uint32_t grid, std::uint32_t category, bool Staff::*role,
                                    const std::optional<Date>& day) const {
  const Forest& tree = index_.category_tree;
  Found found;
  std::uint32_t nearest = far;
  for (const std::uint32_t position : of_grid_[grid]) {
    const Staff& staff = staff_[position];
    if (!(staff.*role) || !serves(staff.person, day)) continue;
    // The steps from the category up to the nearest one the post is for.
    std::uint32_t steps = staff.post->categories.empty() ? far - 1 : far;
    std::uint32_t deciding = nothing;
    for (const std::uint32_t limit : staff.limits) {
      if (!tree.is_within(category, limit)) continue;
      const std::uint32_t distance = tree.depth(category) - tree.depth(limit);
      if (distance >= steps) continue;
      steps = distance;
      deciding = limit;
    }
    if (steps == far || steps > nearest) continue;
    if (steps < nearest) found.persons.clear();
    nearest = steps;
    found.post = staff.post;
    found.limit = deciding;
    found.persons.push_back(staff.person);
  }
  return found;
}

GridStaff::Found GridStaff::responsible(std::uint32_t grid, std::uint32_t category,
                                        const std::optional<Date>& day) const {
  Found found = nearest(grid, category, &Staff::is_specialist, day);
  if (found.persons.empty()) found = nearest(grid, category, &Staff::is_worker, day);
  found.persons = contemporaries(std::move(found.persons));
  return found;
}

bool GridStaff::serves(std::uint32_t person, const std::optional<Date>& day) const {
  if (!day) return true;
  const Person& it = organization_.persons[person];
  return (!it.valid_from || *it.valid_from <= *day) && (!it.valid_until || *day < *it.valid_until);
}

// Two who follow each other in a post are no fault: one who overlaps with nobody else is enough.
std::vector<std::uint32_t> GridStaff::contemporaries(std::vector<std::uint32_t> persons) const {
  std::sort(persons.begin(), persons.end());
  persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
  const auto& all = organization_.persons;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    for (std::size_t j = i + 1; j < persons.size(); ++j) {
      const Person& a = all[persons[i]];
      const Person& b = all[persons[j]];
      if (spans_overlap(a.valid_from, a.valid_until, b.valid_from, b.valid_until)) return persons;
    }
  }
  if (persons.size() > 1) persons.resize(1);
  return persons;
}

}  // namespace gridcase::model
