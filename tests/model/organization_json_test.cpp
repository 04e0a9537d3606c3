#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::vector<Fault> faults_of(std::string_view json) {
  try {
    read_organization(json);
  } catch (const DocumentError& error) {
    return error.faults();
  }
  return {};
}

}  // namespace

TEST_CASE("enumerations have stable names that lead back to them") {
  CHECK(name(Tier::township) == "township");
  CHECK(tier_from_name("county") == Tier::county);
  CHECK_FALSE(tier_from_name("city"));
  for (int i = 1; i <= 12; ++i) {
    const auto kind = static_cast<UnitKind>(i);
    CHECK(unit_kind_from_name(name(kind)) == kind);
  }
  CHECK(category_kind_from_name("component") == CategoryKind::component);
  CHECK(linkage_kind_from_name("assists") == LinkageKind::assists);
  CHECK(name(OperatingMode::emergency) == "emergency");
  CHECK(operating_mode_from_name("normal") == OperatingMode::normal);
  CHECK_FALSE(operating_mode_from_name("war"));
  CHECK_FALSE(unit_kind_from_name(""));
}

TEST_CASE("an organization is read back as it was written, byte for byte") {
  Organization organization = small_organization();
  Unit& unit = unit_of(organization, "sz");
  unit.valid_from = Date{2017, 9, 1};
  unit.valid_until = Date{2030, 1, 1};
  unit.capacity = 12;
  unit.remark = "江滨路 \"1\"";
  organization.units[5].area[0].holes = {{{118.601, 28.701}, {118.602, 28.701}, {118.602, 28.702}}};
  organization.grid_code_lengths = {15};
  organization.staffed_grids = true;
  organization.persons[1].valid_from = Date{2018, 1, 1};
  organization.categories[1].kind = CategoryKind::component;
  organization.categories[1].required_evidence = {"photo"};
  Unit& force = unit_of(organization, "team");
  force.members = {"sz", "jj"};
  force.successor = "330881001";
  organization.duties[0].mode = OperatingMode::emergency;
  organization.assets = {{"cam-1", "江滨路口", "camera", "jj", Point{118.6, 28.7}},
                         {"boat", "", "", "sz", {}}};
  const std::string text = write_organization(organization);
  const Organization read = read_organization(text);
  CHECK(write_organization(read) == text);
  CHECK(read.units.size() == organization.units.size());
  const Unit& again = read.units[8];
  CHECK(again.code == "sz");
  CHECK(again.valid_from == unit.valid_from);
  CHECK(again.valid_until == unit.valid_until);
  CHECK(again.location == unit.location);
  CHECK(again.capacity == 12);
  CHECK(again.remark == unit.remark);
  CHECK(read.units[5].area == organization.units[5].area);
  CHECK(read.staffed_grids);
  CHECK(read.tier_names == organization.tier_names);
  CHECK(read.persons[2].posts[0].categories == std::vector<std::string>{"0404"});
  CHECK(read.duties[3].lead_capability == "drainage");
  CHECK(read.linkages[1].kind == LinkageKind::assists);
  CHECK(read.units[13].members == force.members);
  CHECK(read.units[13].successor == "330881001");
  CHECK(read.duties[0].mode == OperatingMode::emergency);
  CHECK_FALSE(read.duties[1].mode);
  REQUIRE(read.assets.size() == 2);
  CHECK(read.assets[0].name == "江滨路口");
  CHECK(read.assets[0].kind == "camera");
  CHECK(read.assets[0].unit == "jj");
  CHECK(read.assets[0].location == Point{118.6, 28.7});
  CHECK_FALSE(read.assets[1].location);
}

TEST_CASE("an organization without the newer things is written as it always was") {
  const std::string text = write_organization(small_organization());
  for (const char* key : {"successor", "mode", "assets"}) {
    CAPTURE(key);
    CHECK(text.find("\"" + std::string(key) + "\": ") == std::string::npos);
  }
}

TEST_CASE("what is left out has its default") {
  const Organization organization = read_organization(R"({"units": [{"kind": "grid"}]})");
  CHECK(organization.chinese_area_codes);
  CHECK_FALSE(organization.staffed_grids);
  CHECK(organization.tier_names[1] == "township");
  CHECK(organization.grid_code_lengths == std::vector<int>{14, 15, 16, 17, 20});
  CHECK_FALSE(organization.units[0].tier);
  CHECK(organization.units[0].area.empty());
}

TEST_CASE("all faults of form are found at once, each with its path and a way out") {
  const auto faults = faults_of(R"({
    "code": 330881,
    "units": [
      {"code": "a", "kind": "vilage"},
      {"code": "b", "knd": "grid"},
      {"code": "c", "kind": "grid", "location": [118.6], "area": [[[[1, 2], [3]]]]},
      {"code": "d", "kind": "grid", "valid_from": "2018-02-30", "response_class": 4, "tier": "x"}
    ],
    "grid_code_lengths": [15, "x"],
    "linkages": [{"from": "a", "to": "b"}],
    "duties": [{"category": "c", "tier": "county", "mode": "war"}],
    "assets": [{"code": "x", "unit": "a", "location": "there"}],
    "persons": [{"code": "p", "unit": "a", "posts": [{"role": "seat", "territory": "a"}]}],
    "roles": [{"code": "seat", "reads": "al"}, {"code": "handler", "reads": "territory",
              "actions": "sign", "sensitive": "yes", "erase": true}]
  })");
  std::vector<std::string> paths;
  for (const Fault& fault : faults)
    paths.push_back(fault.path);
  for (const char* path :
       {"code", "units[0].kind", "units[1].kind", "units[1].knd", "units[2].location",
        "units[2].area[0]", "units[3].valid_from", "units[3].response_class", "units[3].tier",
        "grid_code_lengths", "linkages[0].kind", "duties[0].mode", "assets[0].location",
        "persons[0].posts[0].territory", "roles[0].reads", "roles[1].actions", "roles[1].sensitive",
        "roles[1].erase"}) {
    CAPTURE(path);
    CHECK(std::find(paths.begin(), paths.end(), path) != paths.end());
  }
  CHECK(faults.size() == 18);
  CHECK(find_fault(faults, "json.unknown_key")->fix == "did you mean \"kind\"?");
  for (const Fault& fault : faults) {
    CAPTURE(fault.path);
    CHECK_FALSE(fault.fix.empty());
    if (fault.path == "roles[1].erase") CHECK(fault.fix == "did you mean \"erases\"?");
    if (fault.path == "roles[0].reads")
      CHECK(fault.fix.find("participation, territory, everything") != std::string::npos);
  }
  CHECK(find_fault(faults, "json.unknown_word")->fix.find("village") != std::string::npos);
}

TEST_CASE("random organizations survive writing and reading") {
  Dice dice(4);
  for (int i = 0; i < 300; ++i) {
    const Organization organization = random_organization(dice, dice.chance(50));
    const std::string text = write_organization(organization);
    REQUIRE(write_organization(read_organization(text)) == text);
  }
}

TEST_CASE("a damaged text is refused or read, never worse") {
  Dice dice(5);
  const std::string whole = write_organization(small_organization());
  for (int i = 0; i < 2000; ++i) {
    std::string text = whole;
    for (std::size_t n = dice.between(std::size_t{1}, std::size_t{4}); n > 0; --n) {
      const std::size_t at = dice.below(text.size());
      if (dice.chance(30)) {
        text.resize(at + 1);
      } else if (dice.chance(50)) {
        text[at] = "{}[]\",:0-e\\n"[dice.below(12)];
      } else {
        text.erase(at, dice.below(20));
      }
    }
    try {
      validate(read_organization(text));
    } catch (const DocumentError& error) {
      REQUIRE_FALSE(error.faults().empty());
    }
  }
}

TEST_CASE("the example of the description is an organization without errors") {
  const std::string page = read_file(GRIDCASE_TESTS_DIR "/../src/model/organization.schema.md");
  const std::size_t begin = page.find("```json") + 7;
  const Organization organization =
      read_organization(page.substr(begin, page.find("```", begin) - begin));
  const auto faults = validate(organization);
  CHECK_MESSAGE(faults.empty(), listed(faults));
  CHECK(Directory(organization).locate({118.625, 28.745}).grid == "330881001001001");
}
