// Temporary units: formed, at work, dissolved, and readable for ever.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor commander{centre, "", ""};
const std::string force = "flood-2018";

Unit flood_force() {
  Unit unit;
  unit.code = force;
  unit.name = "防汛专班";
  unit.kind = UnitKind::task_force;
  unit.members = {drains, traffic};
  unit.capabilities = {"pumping"};
  return unit;
}

std::int64_t form(County& county, const Unit& unit, const Actor& actor = commander) {
  county.pass(std::chrono::minutes(1));
  return county.engine().form_task_force(unit, actor, county.now());
}

std::int64_t dissolve(County& county, const std::string& unit, const Actor& actor = commander) {
  county.pass(std::chrono::minutes(1));
  return county.engine().dissolve_task_force(unit, actor, county.now());
}

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(name(error.code())) + " " + error.field();
  }
  return {};
}

Answer act_as(County& county, const std::string& person, ActionKind kind, CaseId id) {
  county.pass(std::chrono::minutes(1));
  Action action;
  action.kind = kind;
  action.case_id = id;
  return county.engine().submit(action, {force, person, ""}, county.now());
}

// A case of the centre's that the task force leads.
CaseId led_by_force(County& county) {
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_orders({{force, AssignmentRole::lead, "", {}}}));
  return id;
}

}  // namespace

TEST_CASE("a task force is a unit of the organization from the day it is formed") {
  County county;
  CHECK(form(county, flood_force()) == 2);
  const Directory directory = county.engine().directory();
  const Unit* unit = directory.unit(force);
  REQUIRE(unit != nullptr);
  CHECK(unit->parent == centre);
  CHECK(unit->tier == Tier::county);
  CHECK(unit->valid_from == Date{2018, 3, 16});
  CHECK_FALSE(unit->valid_until);
  CHECK(unit->members == std::vector<std::string>{drains, traffic});
  CHECK(directory.may_send(centre, force));
  const Event event = county.engine().read_log(1, 1, commander).at(0);
  CHECK(event.action.kind == A::amend);
  CHECK(event.action.unit == force);
  CHECK(event.action.tool == "form_task_force");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("staff of the members act for it, and its history stays readable when it is dissolved") {
  County county;
  form(county, flood_force());
  const CaseId id = led_by_force(county);
  CHECK(act_as(county, "worker", A::sign, id).refusal->code == RefusalCode::unknown_person);
  CHECK(act_as(county, "drains", A::sign, id).ok());
  CHECK(error_of([&] { dissolve(county, force); }) == "busy unit");
  CHECK(act_as(county, "drains", A::feedback, id).ok());
  county.must(A::close, id, centre);
  CHECK(dissolve(county, force) == 3);

  const Unit* unit = county.engine().directory().unit(force);
  REQUIRE(unit != nullptr);
  CHECK(unit->name == "防汛专班");
  CHECK(unit->valid_until == Date{2018, 3, 17});
  CHECK(unit->successor == centre);
  CHECK(unit->capabilities.empty());
  CHECK(county.engine().read_log(0, 100, commander).back().action.tool == "dissolve_task_force");

  county.wait_until("2018-03-17 00:00");
  county.reopen();
  const CaseId next = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, next, centre);
  const Answer late =
      county.act(A::dispatch, next, centre, with_orders({{force, AssignmentRole::lead, "", {}}}));
  REQUIRE(late.refusal);
  CHECK(late.refusal->code == RefusalCode::unknown_unit);
  const auto history = county.engine().history(id, commander);
  CHECK(std::count_if(history.begin(), history.end(), [](const Event& event) {
          return event.actor.unit == force && event.actor.person == "drains";
        }) == 2);
  CHECK(county.whole(id).assignments.front().unit == force);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a member sees the cases its task force has or had, also when it is dissolved") {
  County county;
  const CaseId other = county.dispatched();
  form(county, flood_force());
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  const Actor member{traffic, "", ""};
  const Actor below{"pcs", "", ""};  // a station of the member's
  const auto sees = [&](const Actor& actor) {
    const bool gets = county.engine().get(id, actor).has_value();
    CHECK(county.engine().history(id, actor).empty() != gets);
    const auto found = county.engine().find({}, actor).cases;
    const auto is_it = [&](const CaseSummary& summary) { return summary.id == id; };
    CHECK(std::any_of(found.begin(), found.end(), is_it) == gets);
    CHECK(county.engine().board({BoardKey::holder, false}, actor).total.closed ==
          (gets && county.state(id) == State::closed ? 1 : 0));
    return gets;
  };
  CHECK_FALSE(sees(member));
  county.must(A::file, id, centre);
  county.must(A::dispatch, id, centre, with_orders({{force, AssignmentRole::lead, ""}}));
  CHECK(sees(member));
  CHECK_FALSE(sees(below));
  CHECK(county.engine().find({}, member).cases.size() == 2);  // it assists in the other one
  CHECK(county.engine().get(other, member));

  // Seeing is not acting.
  const Edit note = [](Action& action) { action.note = "news"; };
  CHECK(county.act(A::comment, id, traffic, note).refusal->code == RefusalCode::not_permitted);
  CHECK(county.act(A::sign, id, traffic).refusal->code == RefusalCode::not_assigned);
  CHECK(county.act(A::comment, id, "pcs", note).refusal->code == RefusalCode::unknown_case);
  CHECK(act_as(county, "drains", A::sign, id).ok());
  CHECK(act_as(county, "drains", A::feedback, id).ok());
  county.must(A::close, id, centre);
  dissolve(county, force);
  county.wait_until("2019-03-17 00:00");
  county.reopen();
  CHECK(sees(member));
  CHECK_FALSE(sees(below));
}

TEST_CASE("it is not dissolved while it holds a case") {
  County county;
  form(county, flood_force());
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  county.must(A::transfer, id, centre, [](Action& action) {
    action.unit = force;
    action.reason = "typhoon";
  });
  REQUIRE(county.whole(id).holder == force);
  CHECK(error_of([&] { dissolve(county, force); }) == "busy unit");
  county.must(A::transfer, id, centre, [](Action& action) {
    action.unit = centre;
    action.reason = "typhoon";
  });
  CHECK(error_of([&] { dissolve(county, force); }).empty());
}

TEST_CASE("it is formed by who stands above its members, and anywhere by the centre") {
  County county;
  Unit local = flood_force();
  local.members = {village, "team"};
  CHECK(error_of([&] {
          form(county, local, {other_room, "", ""});
        }) == "invalid_argument actor.unit");
  CHECK(error_of([&] {
          form(county, flood_force(), {room, "", ""});
        }) == "invalid_argument actor.unit");
  local.parent = centre;
  CHECK(error_of([&] { form(county, local, {room, "", ""}); }) == "invalid_argument parent");
  local.parent = "nowhere";
  CHECK(error_of([&] { form(county, local, {room, "", ""}); }) == "not_found parent");
  local.parent.clear();
  form(county, local, {room, "", ""});
  const Unit* unit = county.engine().directory().unit(force);
  CHECK(unit->parent == room);
  CHECK(unit->tier == Tier::township);
}

TEST_CASE("what is no task force is not formed, and faults of its document are all told") {
  County county;
  Unit unit = flood_force();
  unit.kind = UnitKind::department;
  CHECK(error_of([&] { form(county, unit); }) == "invalid_argument kind");
  unit = flood_force();
  unit.members.clear();
  CHECK(error_of([&] { form(county, unit); }) == "invalid_argument members");
  unit = flood_force();
  unit.members = {drains, "nowhere"};
  unit.code = drains;
  unit.valid_until = Date{2018, 3, 16};
  try {
    form(county, unit);
    FAIL("formed");
  } catch (const DocumentError& error) {
    CHECK(has_fault(error.faults(), "unit.code_twice"));
    CHECK(has_fault(error.faults(), "unit.members_unknown"));
    CHECK(has_fault(error.faults(), "unit.span_empty"));
  }
  CHECK(county.engine().read_log(0, 100, commander).size() == 1);
}

TEST_CASE("only a task force that stands is dissolved, by who stands above it") {
  County county;
  Unit unit = flood_force();
  unit.valid_from = Date{2018, 4, 1};
  unit.successor = drains;
  form(county, unit);
  CHECK(error_of([&] { dissolve(county, "nowhere"); }) == "not_found unit");
  CHECK(error_of([&] { dissolve(county, drains); }) == "invalid_argument unit");
  CHECK(error_of([&] {
          dissolve(county, force, {room, "", ""});
        }) == "invalid_argument actor.unit");
  dissolve(county, force);
  CHECK(county.engine().directory().unit(force)->valid_until == Date{2018, 4, 2});
  CHECK(county.engine().directory().unit(force)->successor == drains);
  CHECK(error_of([&] { dissolve(county, force); }) == "invalid_argument unit");
}

TEST_CASE("a task force that a duty names is not dissolved before the duty is changed") {
  County county;
  form(county, flood_force());
  Policy policy = *county.engine().policy();
  policy.organization.duties[1].assists = {force};
  county.engine().adopt(policy, commander, county.now());
  CHECK(error_of([&] { dissolve(county, force); }) == "invalid_argument unit");
  policy.organization.duties[1].assists.clear();
  county.engine().adopt(policy, commander, county.now());
  CHECK(error_of([&] { dissolve(county, force); }).empty());
}
