#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr Date day{2018, 6, 1};

Organization small() {
  Organization organization;
  const auto unit = [&](const char* code, UnitKind kind) -> Unit& {
    Unit& added = organization.units.emplace_back();
    added.code = code;
    added.name = std::string("Unit ") + code;
    added.kind = kind;
    return added;
  };
  unit("room2", UnitKind::command_room);
  unit("room1", UnitKind::command_room);
  unit("room3", UnitKind::command_room).valid_from = Date{2018, 6, 2};
  unit("room4", UnitKind::command_room).valid_until = Date{2018, 6, 1};
  unit("room5", UnitKind::command_room).valid_until = Date{2018, 6, 2};
  unit("station", UnitKind::station);
  unit("grid", UnitKind::grid);
  const auto person = [&](const char* code, const char* home, std::vector<Post> posts) {
    Person added;
    added.code = code;
    added.unit = home;
    added.posts = std::move(posts);
    organization.persons.push_back(added);
  };
  person("p1", "grid", {{"grid_worker", "", {}}});
  person("p2", "station", {{"seat", "room1", {}}});
  person("p3", "room2", {{"seat", "", {}}, {"on_duty", "room1", {}}});
  person("p4", "grid", {});
  organization.persons.push_back(organization.persons[1]);
  organization.persons.back().code = "gone";
  organization.persons.back().valid_until = Date{2018, 1, 1};
  return organization;
}

std::string scored(const ScoredOnes& who) {
  ScoreRules rules = rules_of({});
  rules.who = who;
  std::string codes;
  for (const ScoreSubject& subject : subjects_of(rules, small(), day))
    codes += subject.code + " ";
  return codes;
}

}  // namespace

TEST_CASE("units are chosen by kind, tier and name, among those that exist on the day") {
  CHECK(scored({{UnitKind::command_room}, {}, {}, {}, {}}) == "room1 room2 room5 ");
  CHECK(scored({{}, {Tier::township}, {}, {}, {}}) == "room1 room2 room5 station ");
  CHECK(scored({{UnitKind::station}, {Tier::township}, {}, {}, {}}) == "station ");
  CHECK(scored({{}, {}, {"grid", "room3", "nowhere"}, {}, {}}) == "grid ");
}

TEST_CASE("persons are chosen by post, at the units chosen") {
  CHECK(scored({{}, {}, {}, {"seat"}, {}}) == "p2 p3 ");
  CHECK(scored({{}, {}, {"room1"}, {"seat"}, {}}) == "p2 ");
  CHECK(scored({{}, {}, {"room1"}, {"seat", "on_duty"}, {}}) == "p2 p3 ");
  CHECK(scored({{UnitKind::grid}, {}, {}, {"seat"}, {}}) == "");
  CHECK(scored({{}, {}, {}, {}, {"p4", "p1", "gone"}}) == "p1 p4 ");
  CHECK(scored({{}, {}, {}, {"seat"}, {"p3"}}) == "p3 ");
}

TEST_CASE("the version that counts on a day is the latest that has begun") {
  std::vector<ScoreRules> versions;
  for (const Date from : {Date{2019, 1, 1}, Date{2018, 1, 1}, Date{2018, 7, 1}}) {
    versions.push_back(rules_of({}));
    versions.back().valid_from = from;
  }
  versions.push_back(versions[0]);
  versions.back().code = "other";
  CHECK(rules_on(versions, "rules", {2017, 12, 31}) == nullptr);
  CHECK(rules_on(versions, "rules", {2018, 1, 1}) == &versions[1]);
  CHECK(rules_on(versions, "rules", {2018, 6, 30}) == &versions[1]);
  CHECK(rules_on(versions, "rules", {2018, 12, 31}) == &versions[2]);
  CHECK(rules_on(versions, "rules", {2030, 1, 1}) == &versions[0]);
  CHECK(rules_on(versions, "none", {2030, 1, 1}) == nullptr);
}
