#include "model/area_code.hpp"
#include "model/forest.hpp"
#include "support/environment.hpp"
#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

struct Broken {
  const char* fault;
  const char* path;
  Severity severity;
  std::function<void(Organization&)> damage;
};

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

Role a_role(const std::string& code, std::vector<std::string> actions = {}) {
  Role role;
  role.code = code;
  role.actions = std::move(actions);
  return role;
}

// One entry a rule: the damage, the fault it must give, and where. Positions are those of
// small_organization.
const std::vector<Broken>& broken() {
  using O = Organization;
  static const std::vector<Broken> list = {
      {"organization.code_invalid", "code", error, [](O& o) { o.code = "33088"; }},
      {"organization.time_zone_unknown", "time_zone", error, [](O& o) { o.time_zone = "Mars"; }},
      {"organization.tier_name_missing", "tier_names", warning, [](O& o) { o.tier_names[1] = ""; }},
      {"organization.root_missing", "units", error, [](O& o) { o.units[0].parent = "330881001"; }},
      {"organization.root_missing", "units", error, [](O& o) { o.units.clear(); }},
      {"organization.center_missing", "units", error,
       [](O& o) { o.units[0].kind = UnitKind::city_center; }},
      {"organization.root_several", "units[14].parent", error,
       [](O& o) {
         o.units.push_back(o.units[0]);
         o.units.back().code = "other";
         o.units.back().area_code = "";
       }},
      {"unit.parent_missing", "units[8].parent", error, [](O& o) { o.units[8].parent = ""; }},
      {"unit.code_invalid", "units[8].code", error, [](O& o) { o.units[8].code = "s z"; }},
      {"unit.code_invalid", "units[8].code", error,
       [](O& o) { o.units[8].code = std::string(33, 'a'); }},
      {"unit.code_twice", "units[9].code", error, [](O& o) { o.units[9].code = "sz"; }},
      {"unit.parent_unknown", "units[9].parent", error, [](O& o) { o.units[9].parent = "x"; }},
      {"unit.parent_cycle", "units[0].parent", error,
       [](O& o) { o.units[0].parent = "330881001001"; }},
      {"unit.parent_cycle", "units[8].parent", error, [](O& o) { o.units[8].parent = "sz"; }},
      {"unit.parent_kind", "units[3].parent", error,
       [](O& o) { o.units[3].parent = "330881101201"; }},
      {"unit.parent_kind", "units[3].parent", error, [](O& o) { o.units[3].parent = "sz"; }},
      {"grid.unreachable", "units[5].parent", error, [](O& o) { o.units[1].parent = ""; }},
      {"unit.tier_missing", "units[12].tier", error, [](O& o) { o.units[12].tier.reset(); }},
      {"unit.tier_conflict", "units[8].tier", error, [](O& o) { o.units[8].tier = Tier::village; }},
      {"unit.resident_at_unknown", "units[11].resident_at", error,
       [](O& o) { o.units[11].resident_at = "x"; }},
      {"unit.resident_at_kind", "units[11].resident_at", error,
       [](O& o) { o.units[11].resident_at = "sz"; }},
      {"unit.response_class_unknown", "units[13].response_class", error,
       [](O& o) { o.units[13].response_class = 4; }},
      {"unit.date_invalid", "units[8].valid_from", error,
       [](O& o) {
         o.units[8].valid_from = Date{2018, 2, 29};
       }},
      {"unit.span_empty", "units[8].valid_until", error,
       [](O& o) {
         o.units[8].valid_from = Date{2018, 3, 1};
         o.units[8].valid_until = Date{2018, 3, 1};
       }},
      {"unit.location_invalid", "units[8].location", error,
       [](O& o) {
         o.units[8].location = Point{28.7, 118.6};
       }},
      {"unit.territory_unknown", "units[10].territory", error,
       [](O& o) { o.units[10].territory = {"x"}; }},
      {"unit.capacity_negative", "units[10].capacity", error,
       [](O& o) { o.units[10].capacity = -1; }},
      {"unit.area_code_invalid", "units[1].area_code", error,
       [](O& o) { o.units[1].area_code = "33088100"; }},
      {"unit.area_code_invalid", "units[1].area_code", error,
       [](O& o) { o.units[1].area_code = "330881600"; }},
      {"unit.area_code_invalid", "units[0].area_code", error,
       [](O& o) { o.units[0].area_code = "990881"; }},
      {"unit.area_code_invalid", "units[5].area_code", error,
       [](O& o) { o.units[5].area_code = "3308810010010"; }},
      {"unit.area_code_outside", "units[3].area_code", error,
       [](O& o) { o.units[3].area_code = "330881002001"; }},
      {"unit.area_code_outside", "units[5].area_code", error,
       [](O& o) { o.units[5].area_code = "330881001002001"; }},
      {"unit.area_code_twice", "units[6].area_code", error,
       [](O& o) { o.units[6].area_code = "330881001001001"; }},
      {"person.code_twice", "persons[1].code", error, [](O& o) { o.persons[1].code = "leader"; }},
      {"person.unit_unknown", "persons[1].unit", error, [](O& o) { o.persons[1].unit = "x"; }},
      {"person.unit_missing", "persons[1].unit", error, [](O& o) { o.persons[1].unit = ""; }},
      {"person.unit_unknown", "persons[0].posts[0].unit", error,
       [](O& o) { o.persons[0].posts[0].unit = "x"; }},
      {"person.role_missing", "persons[0].posts[0].role", error,
       [](O& o) { o.persons[0].posts[0].role = ""; }},
      {"person.categories_unknown", "persons[2].posts[0].categories", error,
       [](O& o) { o.persons[2].posts[0].categories = {"x"}; }},
      {"person.territory_unknown", "persons[2].posts[0].territory", error,
       [](O& o) { o.persons[2].posts[0].territory = {"x"}; }},
      {"person.territory_kind", "persons[2].posts[0].territory", error,
       [](O& o) { o.persons[2].posts[0].territory = {"sz"}; }},
      {"person.role_unknown", "persons[0].posts[0].role", error,
       [](O& o) { o.roles = {a_role("other")}; }},
      {"person.post_twice", "persons[0].posts[1].role", warning,
       [](O& o) {
         o.roles = {a_role(o.persons[0].posts[0].role)};
         o.persons[0].posts.insert(o.persons[0].posts.begin(), o.persons[0].posts[0]);
       }},
      {"role.code_invalid", "roles[0].code", error, [](O& o) { o.roles = {a_role("a b")}; }},
      {"role.code_twice", "roles[1].code", error,
       [](O& o) { o.roles = {a_role("seat"), a_role("seat")}; }},
      {"role.actions_unknown", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"repair"})}; }},
      {"role.actions_none", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"none", "report"})}; }},
      {"role.actions_flag", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"reveal"})}; }},
      {"role.actions_flag", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"erase"})}; }},
      {"role.actions_engine", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"fall_due"})}; }},
      {"role.actions_engine", "roles[0].actions", error,
       [](O& o) { o.roles = {a_role("seat", {"repeat"})}; }},
      {"role.action_twice", "roles[0].actions", warning,
       [](O& o) { o.roles = {a_role("seat", {"report", "report"})}; }},
      {"person.substitutes_unknown", "persons[3].substitutes", error,
       [](O& o) { o.persons[3].substitutes = {"x"}; }},
      {"person.substitute_self", "persons[3].substitutes", error,
       [](O& o) { o.persons[3].substitutes = {"seat"}; }},
      {"group.person_unknown", "leading_groups[0].members[0].person", error,
       [](O& o) { o.leading_groups[0].members[0].person = "x"; }},
      {"group.role_unknown", "leading_groups[0].members[1].role", error,
       [](O& o) { o.leading_groups[0].members[1].role = "boss"; }},
      {"group.head", "leading_groups[0].members", warning,
       [](O& o) { o.leading_groups[0].members.clear(); }},
      {"group.topics_unknown", "leading_groups[0].topics", error,
       [](O& o) { o.leading_groups[0].topics = {"x"}; }},
      {"desk.unit_unknown", "desks[0].unit", error, [](O& o) { o.desks[0].unit = "x"; }},
      {"desk.number_twice", "desks[1].numbers", error,
       [](O& o) {
         o.desks.push_back(o.desks[0]);
         o.desks[1].code = "second";
       }},
      {"desk.seats_negative", "desks[0].seats", error, [](O& o) { o.desks[0].seats = -1; }},
      {"queue.unit_missing", "queues[0].unit", error, [](O& o) { o.queues[0].unit = ""; }},
      {"queue.categories_unknown", "queues[0].categories", error,
       [](O& o) { o.queues[0].categories = {"x"}; }},
      {"category.code_twice", "categories[1].code", error,
       [](O& o) { o.categories[1].code = "04"; }},
      {"category.parent_unknown", "categories[1].parent", error,
       [](O& o) { o.categories[1].parent = "x"; }},
      {"category.parent_cycle", "categories[0].parent", error,
       [](O& o) { o.categories[0].parent = "040401"; }},
      {"category.unled", "categories[1]", warning, [](O& o) { o.duties.clear(); }},
      {"duty.category_unknown", "duties[0].category", error,
       [](O& o) { o.duties[0].category = "x"; }},
      {"duty.territory_unknown", "duties[0].territory", error,
       [](O& o) { o.duties[0].territory = "x"; }},
      {"duty.lead_unknown", "duties[0].lead", error, [](O& o) { o.duties[0].lead = "x"; }},
      {"duty.lead_missing", "duties[0].lead", error, [](O& o) { o.duties[0].lead = ""; }},
      {"duty.lead_missing", "duties[0].lead", error,
       [](O& o) { o.duties[0].lead_capability = "drainage"; }},
      {"duty.lead_tier", "duties[0].lead", warning, [](O& o) { o.duties[0].lead = "pcs"; }},
      {"duty.capability_nobody", "duties[3].lead_capability", warning,
       [](O& o) { o.duties[3].lead_capability = "flying"; }},
      {"duty.capability_several", "duties[3].lead_capability", warning,
       [](O& o) { o.units[8].capabilities = {"drainage"}; }},
      {"duty.assists_unknown", "duties[1].assists", error,
       [](O& o) { o.duties[1].assists = {"x"}; }},
      {"duty.assist_twice", "duties[1].assists", warning,
       [](O& o) { o.duties[1].assists = {"sz"}; }},
      {"duty.twice", "duties[4]", error, [](O& o) { o.duties.push_back(o.duties[0]); }},
      {"duty.twice", "duties[5]", error,
       [](O& o) {
         o.duties.push_back(o.duties[0]);
         o.duties.back().mode = OperatingMode::emergency;
         o.duties.push_back(o.duties.back());
       }},
      {"category.unled", "categories[1]", warning,
       [](O& o) { o.duties[0].mode = o.duties[2].mode = OperatingMode::emergency; }},
      {"category.unled_in_emergency", "categories[1]", warning,
       [](O& o) { o.duties[0].mode = o.duties[2].mode = OperatingMode::normal; }},
      {"unit.members_kind", "units[13].members", error, [](O& o) { o.units[13].members = {"sz"}; }},
      {"unit.members_unknown", "units[13].members", error,
       [](O& o) {
         o.units[13].kind = UnitKind::task_force;
         o.units[13].members = {"sz", "x"};
       }},
      {"unit.member_self", "units[13].members", error,
       [](O& o) {
         o.units[13].kind = UnitKind::task_force;
         o.units[13].members = {"team"};
       }},
      {"unit.member_twice", "units[13].members", warning,
       [](O& o) {
         o.units[13].kind = UnitKind::task_force;
         o.units[13].members = {"sz", "jj", "sz"};
       }},
      {"unit.successor_unknown", "units[8].successor", error,
       [](O& o) { o.units[8].successor = "x"; }},
      {"unit.successor_self", "units[8].successor", error,
       [](O& o) { o.units[8].successor = "sz"; }},
      {"unit.successor_cycle", "units[8].successor", error,
       [](O& o) {
         o.units[8].successor = "team";
         o.units[13].successor = "jj";
         o.units[9].successor = "sz";
       }},
      {"asset.code_invalid", "assets[0].code", error,
       [](O& o) {
         o.assets = {{"", "", "", "sz", {}}};
       }},
      {"asset.code_twice", "assets[1].code", error,
       [](O& o) {
         o.assets = {{"cam-1", "", "camera", "sz", {}}, {"cam-1", "", "camera", "jj", {}}};
       }},
      {"asset.unit_missing", "assets[0].unit", error,
       [](O& o) {
         o.assets = {{"cam-1", "", "camera", "", {}}};
       }},
      {"asset.unit_unknown", "assets[0].unit", error,
       [](O& o) {
         o.assets = {{"cam-1", "", "camera", "x", {}}};
       }},
      {"asset.location_invalid", "assets[0].location", error,
       [](O& o) {
         o.assets = {{"cam-1", "", "camera", "sz", Point{28.7, 118.6}}};
       }},
      {"linkage.from_unknown", "linkages[0].from", error, [](O& o) { o.linkages[0].from = "x"; }},
      {"linkage.to_missing", "linkages[0].to", error, [](O& o) { o.linkages[0].to = ""; }},
      {"linkage.to_self", "linkages[0].to", error, [](O& o) { o.linkages[0].to = "12345"; }},
      {"linkage.twice", "linkages[2]", warning, [](O& o) { o.linkages.push_back(o.linkages[0]); }},
      {"grid.responsible_none", "units[6]", warning,
       [](O& o) {
         o.persons[3].posts.push_back({"seat", "330881001001002", {}});
       }},
      {"grid.responsible_several", "units[5]", warning,
       [](O& o) {
         o.persons[3].posts.push_back({"grid_worker", "330881001001001", {}});
       }},
      {"grid.responsible_several", "units[5]", warning,
       [](O& o) {
         o.persons[3].posts.push_back({"specialist", "330881001001", {"0404"}});
       }},
      {"grid.responsible_none", "units[6]", error,
       [](O& o) {
         o.persons[3].posts.push_back({"seat", "330881001001002", {}});
         o.staffed_grids = true;
       }},
      {"grid.leader_none", "units[6]", error, [](O& o) { o.staffed_grids = true; }},
      {"grid.worker_none", "units[7]", error, [](O& o) { o.staffed_grids = true; }},
      {"grid.leader_several", "units[5]", error,
       [](O& o) {
         o.staffed_grids = true;
         o.persons[3].posts.push_back({"grid_leader", "330881001001001", {}});
       }},
      {"grid.area_repaired", "units[5].area", warning,
       [](O& o) { std::swap(o.units[5].area[0].outer[1], o.units[5].area[0].outer[2]); }},
      {"grid.area_unusable", "units[5].area", error,
       [](O& o) { o.units[5].area[0].outer.resize(2); }},
      {"grid.area_unusable", "units[5].area", error, [](O& o) { o.units[5].area = {Polygon{}}; }},
      {"grid.area_unusable", "units[5].area", error,
       [](O& o) {
         o.units[5].area[0].outer[1].latitude = std::numeric_limits<double>::quiet_NaN();
       }},
      {"unit.area_unusable", "units[1].area", error, [](O& o) { o.units[1].area = {Polygon{}}; }},
      {"grid.overlap", "units[6].area", warning,
       [](O& o) {
         o.units[6].area = {square({118.609, 28.70}, 0.01)};
       }},
      {"ground.uncovered", "units[3].area", warning, [](O& o) { o.units[6].area.clear(); }},
  };
  return list;
}

}  // namespace

TEST_CASE("the sample organization has no fault") {
  const auto faults = validate(small_organization());
  CHECK_MESSAGE(faults.empty(), listed(faults));
}

TEST_CASE("every rule is found broken where it is broken") {
  for (const Broken& entry : broken()) {
    Organization organization = small_organization();
    entry.damage(organization);
    const auto faults = validate(organization);
    bool found = false;
    for (const Fault& fault : faults) {
      CHECK_FALSE(fault.message.empty());
      CHECK_FALSE(fault.fix.empty());
      found = found || (fault.code == entry.fault && fault.path == entry.path &&
                        fault.severity == entry.severity);
    }
    CHECK_MESSAGE(found, entry.fault << " at " << entry.path << " is not among\n"
                                     << listed(faults));
  }
}

TEST_CASE("a task force with members, a successor, an asset and a duty for emergencies are sound") {
  Organization organization = small_organization();
  Unit& force = unit_of(organization, "team");
  force.kind = UnitKind::task_force;
  force.members = {"sz", "pcs"};
  force.successor = "330881001";
  unit_of(organization, "330881001").successor = "330881";
  organization.assets = {{"cam-1", "江滨路口", "camera", "jj", Point{118.6, 28.7}},
                         {"sz", "", "", "sz", {}}};  // codes of units are another matter
  organization.duties.push_back(organization.duties[0]);
  organization.duties.back().mode = OperatingMode::emergency;
  organization.duties.back().lead = "330881";
  const auto faults = validate(organization);
  CHECK_MESSAGE(faults.empty(), listed(faults));
}

TEST_CASE("faults come in the order of the document") {
  Organization organization = small_organization();
  organization.linkages[0].to = "x";
  organization.units[9].parent = "x";
  organization.code = "";
  organization.units[2].area_code = "1";
  organization.persons[0].unit = "x";
  std::vector<std::string> paths;
  for (const Fault& fault : validate(organization))
    paths.push_back(fault.path);
  CHECK(paths == std::vector<std::string>{"code", "units[2].area_code", "units[9].parent",
                                          "persons[0].unit", "linkages[0].to"});
}

TEST_CASE("codes of other countries are left alone when Chinese ones are not asked for") {
  Organization organization = small_organization();
  organization.chinese_area_codes = false;
  for (Unit& unit : organization.units)
    unit.area_code = "whatever";
  CHECK(validate(organization).empty());
}

TEST_CASE("a grid code of 20 digits carries the village after six digits for the object") {
  Organization organization = small_organization();
  Unit& grid = unit_of(organization, "330881001001001");
  grid.area_code = "010203"
                   "330881001002"
                   "01";
  CHECK(has_fault(validate(organization), "unit.area_code_outside"));
  grid.area_code = "010203"
                   "330881001001"
                   "01";
  CHECK(validate(organization).empty());
}

TEST_CASE("a city centre may stand above the county") {
  Organization organization = small_organization();
  Unit city;
  city.code = "3308";
  city.kind = UnitKind::city_center;
  city.area_code = "330800";
  organization.units[0].parent = "3308";
  organization.units.push_back(city);
  const auto faults = validate(organization);
  CHECK_MESSAGE(faults.empty(), listed(faults));
  organization.units.back().area_code = "330900";
  CHECK(has_fault(validate(organization), "unit.area_code_outside"));
}

TEST_CASE("of two specialists at a grid the one for the nearer category is responsible") {
  Organization organization = small_organization();
  // "drains" is the specialist for 0404; one for all of 04 and one without limits stand behind.
  organization.persons[3].posts.push_back({"specialist", "330881001001001", {"04"}});
  organization.persons[4].posts.push_back({"specialist", "330881001001001", {}});
  CHECK(validate(organization).empty());
  organization.persons[4].posts.back().categories = {"04"};
  const auto faults = validate(organization);
  const Fault* several = find_fault(faults, "grid.responsible_several");
  REQUIRE(several != nullptr);
  CHECK(several->message == "seat, stand-in are all responsible at 330881001001001 for 04, 0401");
}

TEST_CASE("two who follow each other in a post are one at a time") {
  Organization organization = small_organization();
  Person next = organization.persons[1];
  next.code = "next";
  next.valid_from = Date{2020, 1, 1};
  organization.persons[1].valid_until = Date{2020, 1, 1};
  organization.persons.push_back(next);
  CHECK(validate(organization).empty());
  organization.persons[1].valid_until = Date{2020, 1, 2};
  CHECK(has_fault(validate(organization), "grid.responsible_several"));
}

TEST_CASE("the class of a township follows from its three digits") {
  using model::TownshipClass;
  CHECK(model::township_class("330881001") == TownshipClass::street);
  CHECK(model::township_class("330881099") == TownshipClass::street);
  CHECK(model::township_class("330881100") == TownshipClass::town);
  CHECK(model::township_class("330881200201") == TownshipClass::township);
  CHECK(model::township_class("330881399") == TownshipClass::township);
  CHECK(model::township_class("330881400") == TownshipClass::enterprise_unit);
  CHECK(model::township_class("330881599") == TownshipClass::enterprise_unit);
  CHECK(model::township_class("330881600") == TownshipClass::unknown);
  CHECK(model::township_class("330881000") == TownshipClass::unknown);
  CHECK(model::township_class("330881") == TownshipClass::unknown);
}

TEST_CASE("the real divisions of six places keep the rules for area codes") {
  const std::string folder = data_folder();
  if (folder.empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  for (const char* file : {"330881_jiangshan", "330382_yueqing", "331126_qingyuan",
                           "430112_wangcheng", "320685_haian", "3206_nantong_all"}) {
    std::istringstream lines(read_file(folder + "/divisions/" + file + ".csv"));
    std::string line;
    std::getline(lines, line);
    std::size_t count = 0;
    while (std::getline(lines, line)) {
      const std::string code = line.substr(0, line.find(','));
      const std::string parent = line.substr(line.rfind(',') + 1);
      if (code.size() < 6) continue;
      CAPTURE(line);
      REQUIRE(model::fault_of_area_code(code, code.size()) == "");
      REQUIRE(model::is_area_within(code, parent));
      ++count;
    }
    CHECK(count > 100);
  }
}

TEST_CASE("a chain of a hundred thousand units needs no stack") {
  std::vector<std::uint32_t> parent(100000);
  for (std::uint32_t i = 0; i < parent.size(); ++i)
    parent[i] = i + 1;
  parent.back() = model::nothing;
  const model::Forest line(parent);
  CHECK(line.depth(0) == 99999);
  CHECK(line.is_within(0, 99999));
  parent.back() = 50000;
  const model::Forest circle(parent);
  CHECK_FALSE(circle.is_rooted(0));
  REQUIRE(circle.cycles().size() == 1);
  CHECK(circle.cycles()[0].size() == 50000);
  CHECK(circle.cycles()[0][0] == 50000);
}
