// Thousands of random organizations, each with random damage: the damage is found, nothing crashes.
#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

struct Damage {
  const char* fault;
  std::function<bool(Organization&, Dice&)> apply;  // false where there is nothing to damage
};

template <typename Element>
bool change(std::vector<Element>& list, Dice& dice, const std::function<void(Element&)>& change) {
  if (list.empty()) return false;
  change(dice.pick(list));
  return true;
}

Unit* pick_kind(Organization& organization, Dice& dice, UnitKind kind) {
  std::vector<Unit*> found;
  for (Unit& unit : organization.units) {
    if (unit.kind == kind) found.push_back(&unit);
  }
  return found.empty() ? nullptr : dice.pick(found);
}

const std::vector<Damage>& damages() {
  using O = Organization;
  static const std::vector<Damage> list = {
      {"unit.parent_unknown",
       [](O& o, Dice& d) {
         return change<Unit>(o.units, d, [](Unit& u) { u.parent = "nobody"; });
       }},
      {"unit.code_twice",
       [](O& o, Dice& d) {
         o.units.push_back(d.pick(o.units));
         return true;
       }},
      {"unit.code_invalid",
       [](O& o, Dice& d) { return change<Unit>(o.units, d, [](Unit& u) { u.code = "é"; }); }},
      {"unit.parent_cycle",
       [](O& o, Dice& d) { return change<Unit>(o.units, d, [](Unit& u) { u.parent = u.code; }); }},
      {"unit.parent_cycle",
       [](O& o, Dice& d) {
         // The root is put under any unit: all chains lead into the circle.
         unit_of(o, "330881").parent = d.pick(o.units).code;
         return true;
       }},
      {"unit.area_code_invalid",
       [](O& o, Dice& d) {
         Unit* room = pick_kind(o, d, UnitKind::command_room);
         room->area_code = "330881999";
         return true;
       }},
      {"unit.area_code_outside",
       [](O& o, Dice& d) {
         Unit* grid = pick_kind(o, d, UnitKind::grid);
         if (grid == nullptr) return false;
         grid->area_code = "110101001001001";
         return true;
       }},
      {"grid.unreachable",
       [](O& o, Dice& d) {
         Unit* grid = pick_kind(o, d, UnitKind::grid);
         if (grid == nullptr) return false;
         unit_of(o, grid->parent).parent = "nobody";
         return true;
       }},
      {"grid.area_unusable",
       [](O& o, Dice& d) {
         Unit* grid = pick_kind(o, d, UnitKind::grid);
         if (grid == nullptr) return false;
         grid->area = {square({118, 28}, d.chance(50) ? 0.0 : 1e300)};
         return true;
       }},
      {"unit.location_invalid",
       [](O& o, Dice& d) {
         return change<Unit>(o.units, d, [](Unit& u) {
           u.location = Point{0, std::numeric_limits<double>::quiet_NaN()};
         });
       }},
      {"unit.territory_unknown",
       [](O& o, Dice& d) {
         return change<Unit>(o.units, d, [](Unit& u) { u.territory.push_back("nobody"); });
       }},
      {"person.unit_unknown",
       [](O& o, Dice& d) {
         return change<Person>(o.persons, d, [](Person& p) { p.unit = "nobody"; });
       }},
      {"person.substitutes_unknown",
       [](O& o, Dice& d) {
         return change<Person>(o.persons, d, [](Person& p) { p.substitutes = {"nobody"}; });
       }},
      {"category.parent_cycle",
       [](O& o, Dice& d) {
         return change<Category>(o.categories, d, [](Category& c) { c.parent = c.code; });
       }},
      {"category.unled",
       [](O& o, Dice&) {
         o.duties.clear();
         return true;
       }},
      {"duty.lead_unknown",
       [](O& o, Dice& d) {
         return change<Duty>(o.duties, d, [](Duty& duty) {
           duty.lead = "nobody";
           duty.lead_capability.clear();
         });
       }},
      {"duty.twice",
       [](O& o, Dice& d) {
         if (o.duties.empty()) return false;
         o.duties.push_back(d.pick(o.duties));
         return true;
       }},
      {"linkage.to_unknown",
       [](O& o, Dice& d) {
         return change<Linkage>(o.linkages, d, [](Linkage& l) { l.to = "nobody"; });
       }},
      {"grid.responsible_several",
       [](O& o, Dice& d) {
         Unit* grid = pick_kind(o, d, UnitKind::grid);
         if (grid == nullptr) return false;
         o.persons.clear();
         for (const char* code : {"one", "two"}) {
           Person person;
           person.code = code;
           person.unit = grid->code;
           person.posts = {{"grid_worker", "", {}}};
           o.persons.push_back(person);
         }
         return true;
       }},
      {"grid.overlap",
       [](O& o, Dice& d) {
         Unit* grid = pick_kind(o, d, UnitKind::grid);
         if (grid == nullptr) return false;
         const Unit copy = *grid;
         o.units.push_back(copy);
         o.units.back().code = "twin";
         o.units.back().area_code = "";
         o.units.back().area = {square({118, 28}, 1.0)};
         unit_of(o, copy.code).area = {square({118.5, 28.5}, 0.1)};
         return true;
       }},
  };
  return list;
}

}  // namespace

TEST_CASE("random organizations have no error, and a directory") {
  Dice dice(30);
  for (int i = 0; i < 1000; ++i) {
    const Organization organization = random_organization(dice, true);
    const auto faults = validate(organization);
    REQUIRE_MESSAGE(!has_error(faults), listed(faults));
    REQUIRE_FALSE(has_fault(faults, "grid.overlap"));
    REQUIRE_NOTHROW(Directory{organization});
  }
}

TEST_CASE("damage done to a random organization is found") {
  Dice dice(31);
  for (int i = 0; i < 4000; ++i) {
    Organization organization = random_organization(dice, dice.chance(30));
    const Damage& damage = damages()[static_cast<std::size_t>(i) % damages().size()];
    if (!damage.apply(organization, dice)) continue;
    const auto faults = validate(organization);
    REQUIRE_MESSAGE(has_fault(faults, damage.fault), damage.fault << " is not among\n"
                                                                  << listed(faults));
    REQUIRE(validate(organization) == faults);
  }
}

TEST_CASE("much damage at once is refused, never worse") {
  Dice dice(32);
  for (int i = 0; i < 3000; ++i) {
    Organization organization = random_organization(dice, dice.chance(30));
    for (std::size_t n = dice.between(std::size_t{1}, std::size_t{6}); n > 0; --n) {
      if (organization.units.empty()) break;
      try {
        dice.pick(damages()).apply(organization, dice);
      } catch (const std::logic_error&) {
        break;  // the damage before took away the unit that was to be damaged
      }
    }
    try {
      const Directory directory(organization);
    } catch (const DocumentError& refused) {
      REQUIRE(has_error(refused.faults()));
    }
  }
}
