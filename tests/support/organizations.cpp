#include "support/organizations.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace gridcase::test {

namespace {

Unit unit(std::string code, UnitKind kind, std::string parent) {
  Unit unit;
  unit.code = std::move(code);
  unit.name = unit.code;
  unit.kind = kind;
  unit.parent = std::move(parent);
  const bool coded = kind == UnitKind::command_center || kind == UnitKind::command_room ||
                     kind == UnitKind::village || kind == UnitKind::grid;
  if (coded) unit.area_code = unit.code;
  return unit;
}

Person person(std::string code, std::string unit, std::vector<Post> posts) {
  Person person;
  person.code = std::move(code);
  person.name = person.code;
  person.unit = std::move(unit);
  person.posts = std::move(posts);
  return person;
}

Category category(std::string code, std::string parent) {
  Category category;
  category.code = std::move(code);
  category.name = category.code;
  category.parent = std::move(parent);
  return category;
}

Duty duty(std::string category, Tier tier, std::string territory, std::string lead) {
  Duty duty;
  duty.category = std::move(category);
  duty.tier = tier;
  duty.territory = std::move(territory);
  duty.lead = std::move(lead);
  return duty;
}

std::string digits(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

void add_small_units(Organization& organization) {
  auto& units = organization.units;
  units = {unit("330881", UnitKind::command_center, ""),
           unit("330881001", UnitKind::command_room, "330881"),
           unit("330881101", UnitKind::command_room, "330881"),
           unit("330881001001", UnitKind::village, "330881001"),
           unit("330881101201", UnitKind::village, "330881101"),
           unit("330881001001001", UnitKind::grid, "330881001001"),
           unit("330881001001002", UnitKind::grid, "330881001001"),
           unit("330881101201001", UnitKind::grid, "330881101201"),
           unit("sz", UnitKind::department, "330881"),
           unit("jj", UnitKind::department, "330881"),
           unit("pcs", UnitKind::station, "jj"),
           unit("12345", UnitKind::subcenter, "330881"),
           unit("dredgers", UnitKind::provider, "sz"),
           unit("team", UnitKind::response_team, "330881001")};
  unit_of(organization, "pcs").territory = {"330881001"};
  unit_of(organization, "12345").resident_at = "330881";
  Unit& dredgers = unit_of(organization, "dredgers");
  dredgers.tier = Tier::county;
  dredgers.capabilities = {"drainage"};
  dredgers.territory = {"330881"};
  unit_of(organization, "team").tier = Tier::township;
  unit_of(organization, "team").response_class = 1;
  unit_of(organization, "sz").location = Point{118.62, 28.74};
  unit_of(organization, "jj").location = Point{118.63, 28.74};
  unit_of(organization, "dredgers").location = Point{118.70, 28.70};
  unit_of(organization, "330881001001001").area = {square({118.60, 28.70}, 0.01)};
  unit_of(organization, "330881001001002").area = {square({118.61, 28.70}, 0.01)};
  unit_of(organization, "330881001001").area = {
      {{{118.60, 28.70}, {118.62, 28.70}, {118.62, 28.71}, {118.60, 28.71}}, {}}};
}

}  // namespace

Polygon square(Point corner, double side) {
  return {{corner,
           {corner.longitude + side, corner.latitude},
           {corner.longitude + side, corner.latitude + side},
           {corner.longitude, corner.latitude + side}},
          {}};
}

Organization small_organization() {
  Organization organization;
  organization.code = "330881";
  organization.name = "江山市";
  organization.time_zone = "Asia/Shanghai";
  organization.tier_names = {"村", "乡", "市"};
  add_small_units(organization);
  organization.persons = {
      person("leader", "330881001001", {{"grid_leader", "330881001001001", {}}}),
      person("worker", "330881001001001", {{"grid_worker", "", {}}}),
      person("drains", "sz", {{"specialist", "330881001001001", {"0404"}}}),
      person("seat", "12345", {{"seat", "", {}}}), person("stand-in", "jj", {})};
  organization.persons[3].substitutes = {"stand-in"};
  organization.leading_groups = {
      {"flood", "防汛", {"04"}, {{"leader", "head"}, {"seat", "member"}}}};
  organization.desks = {{"hotline", "12345", "12345", {"12345", "96345"}, {"call"}, 10, 20}};
  organization.queues = {{"hard", "难题", "330881", {"04"}, 0}};
  organization.categories = {category("04", ""), category("0401", "04"), category("0404", "04"),
                             category("040401", "0404")};
  organization.categories[0].emergency = true;
  organization.duties = {duty("04", Tier::county, "", "jj"),
                         duty("0404", Tier::county, "330881", "sz"),
                         duty("04", Tier::township, "330881001", "330881001"),
                         duty("040401", Tier::county, "330881001", "")};
  organization.duties[1].assists = {"jj"};
  organization.duties[3].lead_capability = "drainage";
  organization.linkages = {{"12345", "330881001", LinkageKind::dispatches_to},
                           {"pcs", "team", LinkageKind::assists}};
  return organization;
}

namespace {

// Builds a random organization in the order of its lists.
class Builder {
public:
  Builder(Dice& dice, bool with_areas) : dice_(dice), with_areas_(with_areas) {}

  Organization build() {
    organization_.code = "330881";
    organization_.time_zone = "Asia/Shanghai";
    add_command_line();
    add_others();
    add_categories();
    add_duties();
    add_linkages();
    add_persons();
    // Codes come in no order, and neither do parents before children.
    for (std::size_t i = organization_.units.size(); i > 1; --i) {
      std::swap(organization_.units[i - 1], organization_.units[dice_.below(i)]);
    }
    return std::move(organization_);
  }

private:
  void add_command_line() {
    organization_.units.push_back(unit("330881", UnitKind::command_center, ""));
    const std::size_t rooms = dice_.between(std::size_t{1}, std::size_t{3});
    for (std::size_t room = 1; room <= rooms; ++room) {
      const std::string code = "330881" + digits(room, 3);
      organization_.units.push_back(unit(code, UnitKind::command_room, "330881"));
      if (dice_.chance(30)) add_city_grid(code);
      const std::size_t villages = dice_.below(3);
      for (std::size_t village = 1; village <= villages; ++village)
        add_village(code, village);
    }
  }

  // A step of the command line may be left out; the code still has the village's digits.
  void add_city_grid(const std::string& room) {
    organization_.units.push_back(unit(room + "999001", UnitKind::grid, room));
    give_ground(organization_.units.back());
  }

  void add_village(const std::string& room, std::size_t number) {
    const std::string code = room + digits(number, 3);
    organization_.units.push_back(unit(code, UnitKind::village, room));
    const std::size_t grids = dice_.below(4);
    for (std::size_t grid = 1; grid <= grids; ++grid) {
      organization_.units.push_back(unit(code + digits(grid, 3), UnitKind::grid, code));
      give_ground(organization_.units.back());
    }
  }

  void give_ground(Unit& grid) {
    if (dice_.chance(50))
      grid.location = Point{dice_.between(118.0, 119.0), dice_.between(28.0, 29.0)};
    if (!with_areas_) return;
    const double side = 1.0 / 128;  // exact in binary: neighbours share their corners
    grid.area = {square(
        {118 + side * static_cast<double>(cells_ % 8), 28 + side * static_cast<double>(cells_ / 8)},
        side)};
    ++cells_;
  }

  void add_others() {
    const std::size_t count = dice_.below(8);
    const UnitKind kinds[] = {UnitKind::department,    UnitKind::station,  UnitKind::subcenter,
                              UnitKind::response_team, UnitKind::provider, UnitKind::platform};
    for (std::size_t i = 0; i < count; ++i) {
      Unit other = unit("u" + std::to_string(dice_.below(1000) * 10 + i), kinds[dice_.below(6)],
                        dice_.pick(organization_.units).code);
      if (other.kind >= UnitKind::provider) {
        other.tier = static_cast<Tier>(dice_.between(std::size_t{1}, std::size_t{3}));
      }
      if (dice_.chance(40)) other.territory = {dice_.pick(organization_.units).code};
      if (dice_.chance(20)) other.territory.push_back(dice_.pick(organization_.units).code);
      if (dice_.chance(50)) other.capabilities.push_back("drainage");
      if (dice_.chance(20)) other.valid_until = Date{2020, 1, 1};
      if (dice_.chance(70)) {
        other.location = Point{dice_.between(118.0, 119.0), dice_.between(28.0, 29.0)};
      }
      organization_.units.push_back(std::move(other));
    }
  }

  void add_categories() {
    const std::size_t count = dice_.between(std::size_t{1}, std::size_t{12});
    for (std::size_t i = 0; i < count; ++i) {
      std::string parent;
      if (i > 0 && dice_.chance(75)) parent = dice_.pick(organization_.categories).code;
      organization_.categories.push_back(category("c" + std::to_string(i), parent));
    }
  }

  void add_duties() {
    const std::size_t count = dice_.below(15);
    for (std::size_t i = 0; i < count; ++i) {
      Duty made = duty(dice_.pick(organization_.categories).code,
                       static_cast<Tier>(dice_.between(std::size_t{1}, std::size_t{3})),
                       dice_.chance(60) ? dice_.pick(organization_.units).code : "", "");
      if (dice_.chance(75)) {
        made.lead = dice_.pick(organization_.units).code;
      } else {
        made.lead_capability = "drainage";
      }
      if (dice_.chance(30)) made.assists = {dice_.pick(organization_.units).code};
      const bool is_new = std::none_of(
          organization_.duties.begin(), organization_.duties.end(), [&](const Duty& other) {
            return other.category == made.category && other.tier == made.tier &&
                   other.territory == made.territory;
          });
      if (is_new) organization_.duties.push_back(std::move(made));
    }
  }

  void add_linkages() {
    const std::size_t count = dice_.below(8);
    for (std::size_t i = 0; i < count; ++i) {
      const Linkage linkage{
          dice_.pick(organization_.units).code, dice_.pick(organization_.units).code,
          static_cast<LinkageKind>(dice_.between(std::size_t{1}, std::size_t{3}))};
      if (linkage.from != linkage.to) organization_.linkages.push_back(linkage);
    }
  }

  void add_persons() {
    const std::size_t count = dice_.below(8);
    const char* roles[] = {"grid_worker", "specialist", "grid_leader", "seat"};
    for (std::size_t i = 0; i < count; ++i) {
      Person made = person("p" + std::to_string(i), dice_.pick(organization_.units).code, {});
      const std::size_t posts = dice_.below(3);
      for (std::size_t post = 0; post < posts; ++post) {
        made.posts.push_back({roles[dice_.below(4)],
                              dice_.chance(60) ? dice_.pick(organization_.units).code : "",
                              {}});
        if (dice_.chance(50)) {
          made.posts.back().categories = {dice_.pick(organization_.categories).code};
        }
      }
      if (dice_.chance(40) && i > 0) made.substitutes = {"p" + std::to_string(dice_.below(i))};
      if (dice_.chance(20)) made.valid_until = Date{2021, 1, 1};
      organization_.persons.push_back(std::move(made));
    }
  }

  Dice& dice_;
  bool with_areas_;
  std::size_t cells_ = 0;
  Organization organization_;
};

}  // namespace

Organization random_organization(Dice& dice, bool with_areas) {
  return Builder(dice, with_areas).build();
}

namespace {

// The corners of the lattice are bent by a wave, the same for both neighbours of a border.
Point bent(double x, double y) {
  constexpr double step = 0.005;
  return {118 + step * (x + 0.2 * std::sin(3 * y + x)), 28 + step * (y + 0.2 * std::sin(2 * x))};
}

// A piece of the lattice from (x, y), `width` by one cells, with so many points on each unit side.
Polygon cell(std::size_t x, std::size_t y, std::size_t width, std::size_t points) {
  Polygon polygon;
  const auto side = [&](double from_x, double from_y, double to_x, double to_y, std::size_t steps) {
    for (std::size_t i = 0; i < steps; ++i) {
      const double part = static_cast<double>(i) / static_cast<double>(steps);
      polygon.outer.push_back(
          bent(from_x + part * (to_x - from_x), from_y + part * (to_y - from_y)));
    }
  };
  const auto left = static_cast<double>(x);
  const auto low = static_cast<double>(y);
  const auto right = static_cast<double>(x + width);
  side(left, low, right, low, points * width);
  side(right, low, right, low + 1, points);
  side(right, low + 1, left, low + 1, points * width);
  side(left, low + 1, left, low, points);
  return polygon;
}

}  // namespace

Organization large_organization(std::size_t rooms, std::size_t villages_each,
                                std::size_t grids_each, std::size_t points_a_side) {
  Organization organization;
  organization.code = "330881";
  organization.time_zone = "Asia/Shanghai";
  organization.units.push_back(unit("330881", UnitKind::command_center, ""));
  for (std::size_t i = 0; i < 20; ++i)
    organization.categories.push_back(category("c" + digits(i, 2), ""));
  for (std::size_t i = 0; i < 100; ++i) {
    organization.categories.push_back(category("d" + digits(i, 3), "c" + digits(i % 20, 2)));
  }
  for (std::size_t i = 0; i < 74; ++i) {
    organization.units.push_back(unit("dept" + digits(i, 2), UnitKind::department, "330881"));
  }
  for (std::size_t i = 0; i < 20; ++i) {
    organization.duties.push_back(
        duty("c" + digits(i, 2), Tier::county, "", "dept" + digits(i, 2)));
  }
  std::size_t row = 0;
  for (std::size_t room = 1; room <= rooms; ++room) {
    const std::string room_code = "330881" + digits(room, 3);
    organization.units.push_back(unit(room_code, UnitKind::command_room, "330881"));
    for (std::size_t village = 1; village <= villages_each; ++village, ++row) {
      const std::string village_code = room_code + digits(village, 3);
      organization.units.push_back(unit(village_code, UnitKind::village, room_code));
      organization.units.back().area = {cell(0, row, grids_each, points_a_side)};
      for (std::size_t grid = 1; grid <= grids_each; ++grid) {
        const std::string code = village_code + digits(grid, 3);
        organization.units.push_back(unit(code, UnitKind::grid, village_code));
        organization.units.back().area = {cell(grid - 1, row, 1, points_a_side)};
        organization.persons.push_back(person("w" + code, code, {{"grid_worker", "", {}}}));
      }
    }
  }
  return organization;
}

Unit& unit_of(Organization& organization, std::string_view code) {
  for (Unit& unit : organization.units) {
    if (unit.code == code) return unit;
  }
  throw std::logic_error("no such unit in the test");
}

const Fault* find_fault(const std::vector<Fault>& faults, std::string_view code) {
  for (const Fault& fault : faults) {
    if (fault.code == code) return &fault;
  }
  return nullptr;
}

bool has_fault(const std::vector<Fault>& faults, std::string_view code) {
  return find_fault(faults, code) != nullptr;
}

bool has_error(const std::vector<Fault>& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Fault& fault) { return fault.severity == Severity::error; });
}

std::string listed(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    text += (fault.severity == Severity::error ? "error " : "warning ") + fault.code + " at " +
            fault.path + ": " + fault.message + "; " + fault.fix + "\n";
  }
  return text;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> json_blocks(const std::string& page) {
  std::vector<std::string> blocks;
  const std::string open = "```json\n";
  for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    blocks.push_back(page.substr(at, page.find("```", at) - at));
  }
  return blocks;
}

}  // namespace gridcase::test
