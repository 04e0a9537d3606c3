// Who is responsible at each grid: its leader and full-time worker, and for every category exactly
// one person. A specialist for the category or one above it comes first, the nearer category
// before the farther, one without limits last; where there is none, the full-time worker.
#include "model/organization_check.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace gridcase::model {

namespace {

struct Staff {
  std::uint32_t person;
  const Post* post;
};
using StaffByUnit = std::vector<std::vector<Staff>>;

StaffByUnit staff_by_unit(const Check& check) {
  StaffByUnit staff(check.organization.units.size());
  for (std::uint32_t i = 0; i < check.organization.persons.size(); ++i) {
    const Person& person = check.organization.persons[i];
    for (const Post& post : person.posts) {
      const std::uint32_t unit = check.index.units.find(unit_of(person, post));
      if (unit != nothing) staff[unit].push_back({i, &post});
    }
  }
  return staff;
}

// What the check of one grid works on.
class GridStaff {
public:
  GridStaff(const Check& check, const StaffByUnit& by_unit, std::uint32_t grid)
      : check_(check), grid_(grid), at_grid_(by_unit[grid]), all_(by_unit[grid]) {
    const std::uint32_t above = check.index.command_line.parent(grid);
    if (above != nothing && check.organization.units[above].kind == UnitKind::village) {
      all_.insert(all_.end(), by_unit[above].begin(), by_unit[above].end());
    }
    workers_ = with_role("grid_worker", all_);
    specialists_ = with_role("specialist", all_);
  }

  void check_one_plus_one() const {
    check_exactly_one("grid_leader", "leader");
    check_exactly_one("grid_worker", "worker");
  }

  // One finding for all categories with the same trouble: a grid without a worker has hundreds.
  void check_categories(Severity severity) const {
    if (all_.empty()) return;
    std::vector<std::uint32_t> nobody;
    std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> several;
    const auto& categories = check_.organization.categories;
    for (std::uint32_t i = 0; i < categories.size(); ++i) {
      const Forest& tree = check_.index.category_tree;
      if (!tree.is_leaf(i) || !tree.is_rooted(i)) continue;
      std::vector<std::uint32_t> persons = responsible_for(i);
      if (persons.empty()) nobody.push_back(i);
      if (persons.size() > 1) several[std::move(persons)].push_back(i);
    }
    if (!nobody.empty()) {
      check_.findings.add(severity, spot(), "grid.responsible_none",
                          "nobody at " + code() + " is responsible for " +
                              list_of_codes(categories, nobody),
                          "add a grid_worker, or a specialist for these categories");
    }
    for (const auto& [persons, shared] : several) {
      check_.findings.add(severity, spot(), "grid.responsible_several",
                          list_of_codes(check_.organization.persons, persons) +
                              " are all responsible at " + code() + " for " +
                              list_of_codes(categories, shared),
                          "leave the post to one, or limit it by categories");
    }
  }

private:
  Spot spot() const { return {Section::units, grid_, {}}; }
  const std::string& code() const { return check_.organization.units[grid_].code; }

  static std::vector<Staff> with_role(std::string_view role, const std::vector<Staff>& staff) {
    std::vector<Staff> found;
    for (const Staff& member : staff) {
      if (member.post->role == role) found.push_back(member);
    }
    return found;
  }

  void check_exactly_one(std::string_view role, const std::string& word) const {
    std::vector<std::uint32_t> persons;
    for (const Staff& member : with_role(role, at_grid_))
      persons.push_back(member.person);
    persons = contemporaries(std::move(persons));
    if (persons.size() == 1) return;
    const std::string fix = "give one person a post with the role " + std::string(role) + " here";
    if (persons.empty()) {
      check_.findings.error(spot(), "grid." + word + "_none", code() + " has no " + word, fix);
    } else {
      check_.findings.error(
          spot(), "grid." + word + "_several",
          code() + " has several: " + list_of_codes(check_.organization.persons, persons), fix);
    }
  }

  // The steps from the category up to the nearest one the post is for; `far` if it is not for it.
  static constexpr std::uint32_t far = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t distance(const Post& post, std::uint32_t category) const {
    const Forest& tree = check_.index.category_tree;
    if (post.categories.empty()) return far - 1;
    std::uint32_t nearest = far;
    for (const std::string& code : post.categories) {
      const std::uint32_t limit = check_.index.categories.find(code);
      if (limit == nothing || !tree.is_within(category, limit)) continue;
      nearest = std::min(nearest, tree.depth(category) - tree.depth(limit));
    }
    return nearest;
  }

  std::vector<std::uint32_t> nearest_of(const std::vector<Staff>& staff,
                                        std::uint32_t category) const {
    std::vector<std::uint32_t> persons;
    std::uint32_t nearest = far;
    for (const Staff& member : staff) {
      const std::uint32_t steps = distance(*member.post, category);
      if (steps == far || steps > nearest) continue;
      if (steps < nearest) persons.clear();
      nearest = steps;
      persons.push_back(member.person);
    }
    return persons;
  }

  std::vector<std::uint32_t> responsible_for(std::uint32_t category) const {
    std::vector<std::uint32_t> persons = nearest_of(specialists_, category);
    if (persons.empty()) persons = nearest_of(workers_, category);
    return contemporaries(std::move(persons));
  }

  // Two who follow each other in a post are no fault: one who overlaps with nobody else is enough.
  std::vector<std::uint32_t> contemporaries(std::vector<std::uint32_t> persons) const {
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    const auto& all = check_.organization.persons;
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

  const Check& check_;
  std::uint32_t grid_;
  std::vector<Staff> at_grid_;
  std::vector<Staff> all_;  // with those of its village
  std::vector<Staff> workers_;
  std::vector<Staff> specialists_;
};

}  // namespace

void check_grid_staff(const Check& check) {
  const auto& units = check.organization.units;
  const StaffByUnit by_unit = staff_by_unit(check);
  const bool staffed = check.organization.staffed_grids;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    // Nobody is left at a grid that is given up; only running ones are looked at.
    if (units[i].kind != UnitKind::grid || units[i].valid_until) continue;
    const GridStaff staff(check, by_unit, i);
    if (staffed) staff.check_one_plus_one();
    staff.check_categories(staffed ? Severity::error : Severity::warning);
  }
}

}  // namespace gridcase::model
