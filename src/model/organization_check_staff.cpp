// Who is responsible at each grid: its leader and full-time worker, and for every category exactly
// one person.
#include "model/grid_staff.hpp"
#include "model/organization_check.hpp"

#include <map>
#include <utility>

namespace gridcase::model {

namespace {

// What the check of one grid works on.
class GridCheck {
public:
  GridCheck(const Check& check, const GridStaff& staff, std::uint32_t grid)
      : check_(check), staff_(staff), grid_(grid) {}

  void check_one_plus_one() const {
    check_exactly_one("grid_leader", "leader");
    check_exactly_one("grid_worker", "worker");
  }

  // One finding for all categories with the same trouble: a grid without a worker has hundreds.
  void check_categories(Severity severity) const {
    if (!staff_.has_any(grid_)) return;
    std::vector<std::uint32_t> nobody;
    std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> several;
    const auto& categories = check_.organization.categories;
    for (std::uint32_t i = 0; i < categories.size(); ++i) {
      if (!check_.index.category_tree.is_rooted(i)) continue;
      std::vector<std::uint32_t> persons = staff_.responsible(grid_, i, std::nullopt).persons;
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

  void check_exactly_one(std::string_view role, const std::string& word) const {
    const std::vector<std::uint32_t> persons = staff_.at_grid(role, grid_);
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

  const Check& check_;
  const GridStaff& staff_;
  std::uint32_t grid_;
};

}  // namespace

void check_grid_staff(const Check& check) {
  const auto& units = check.organization.units;
  const GridStaff staff(check.organization, check.index);
  const bool staffed = check.organization.staffed_grids;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    // Nobody is left at a grid that is given up; only running ones are looked at.
    if (units[i].kind != UnitKind::grid || units[i].valid_until) continue;
    const GridCheck grid(check, staff, i);
    if (staffed) grid.check_one_plus_one();
    grid.check_categories(staffed ? Severity::error : Severity::warning);
  }
}

}  // namespace gridcase::model
