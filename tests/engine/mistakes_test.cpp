// What a new user gets wrong with many hands on a case: each answer names the field and says what
// to do instead, and nothing is changed by it.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using R = RefusalCode;
using Part = AssignmentRole;

namespace {

CaseRules strict_rules() {
  CaseRules rules;
  rules.return_limit = 1;
  rules.decline_reasons = {"not_ours", "no_means"};
  rules.parts_first = true;
  rules.figures = {{"persons_moved", "persons", false}};
  JoinRule rule;
  rule.code = "one_enough";
  rule.result = JoinRule::Result::conclusive;
  rules.joins = {rule};
  return rules;
}

// Cases in the states in which the mistakes are made.
struct Scene {
  Scene()
      : county(strict_rules()), filed(file()), out(send_out()), returned(send_back()),
        talking(consult()) {}

  CaseId file() {
    const CaseId id = county.report();
    county.must(A::escalate, id, grid, [](Action& a) {
      a.reason = "needs_help";
      a.tier = Tier::county;
    });
    county.must(A::file, id, centre);
    return id;
  }
  CaseId send_out() {
    const CaseId id = file();
    county.must(A::dispatch, id, centre, [](Action& a) {
      a.orders = {{drains, Part::lead, "count the households", {}, {{"h1", 4, 0}}},
                  {traffic, Part::assist, "block the road", {drains}},
                  {room, Part::scene, "hold"}};
    });
    for (const std::string& unit : {drains, traffic})
      county.must(A::sign, id, unit);
    return id;
  }
  CaseId send_back() {
    const CaseId id = file();
    county.must(A::dispatch, id, centre, with_orders({{drains, Part::lead, ""}}));
    county.must(A::decline, id, drains, because("not_ours"));
    return id;
  }
  CaseId consult() {
    const CaseId id = file();
    county.must(A::consult, id, centre, [](Action& a) { a.units = {traffic}; });
    return id;
  }

  County county;
  CaseId filed;
  CaseId out;
  CaseId returned;
  CaseId talking;
};

struct Mistake {
  A kind;
  CaseId Scene::*which;
  std::string unit;
  Edit edit;
  R code;
  std::string field;
  std::string hint;  // part of what it says to do
};

const Mistake mistakes[] = {
    {A::dispatch, &Scene::filed, centre, with_orders({{drains, Part::assist, ""}}), R::one_lead,
     "orders", "exactly one unit must lead"},
    {A::dispatch, &Scene::filed, centre,
     with_orders({{drains, Part::lead, ""}, {traffic, Part::lead, ""}}), R::one_lead, "orders",
     "exactly one unit must lead"},
    {A::dispatch, &Scene::filed, centre, with_orders({{"shizhen", Part::lead, ""}}),
     R::unknown_unit, "orders[0].unit", "name one of the organization"},
    {A::dispatch, &Scene::filed, centre,
     with_orders({{drains, Part::lead, "", {}}, {traffic, Part::assist, "", {room}}}),
     R::not_assigned, "orders[1].after", "name a unit that has one"},
    {A::dispatch, &Scene::filed, centre,
     [](Action& a) {
       a.orders = {{drains, Part::lead, ""}};
       a.join = "all";
     },
     R::bad_value, "join", "name one of its joins"},
    {A::dispatch, &Scene::filed, grid, with_orders({{drains, Part::lead, ""}}), R::not_permitted,
     "actor", "is for the unit that holds the case"},
    {A::dispatch, &Scene::out, centre, with_orders({{"12345", Part::lead, ""}}), R::one_lead,
     "orders", "withdraw the orders"},
    {A::reinforce, &Scene::out, centre, with_orders({{traffic, Part::support, ""}}), R::bad_value,
     "orders[0].unit", "leave it out"},
    {A::reinforce, &Scene::filed, centre, with_orders({{traffic, Part::support, ""}}),
     R::not_possible, "kind", "dispatch"},
    {A::feedback, &Scene::out, room, {}, R::wrong_step, "", "sign first"},
    {A::sign, &Scene::out, drains, {}, R::wrong_step, "", "go on with"},
    {A::start, &Scene::out, traffic, {}, R::waits, "", "waits for sz"},
    {A::feedback, &Scene::out, drains, {}, R::waits, "counts", "must be complete"},
    {A::progress, &Scene::out, drains,
     [](Action& a) {
       a.counts = {{"h9", 1, 4}};
     },
     R::bad_value, "counts", "count what is"},
    {A::decline, &Scene::out, drains, because("tired"), R::bad_value, "reason",
     "the policy has not_ours, no_means"},
    {A::decline, &Scene::out, drains, {}, R::missing_field, "reason", "reason"},
    {A::release, &Scene::out, centre, [](Action& a) { a.unit = drains; }, R::one_lead, "unit",
     "withdraw the orders instead"},
    {A::release, &Scene::out, centre, [](Action& a) { a.unit = village; }, R::not_assigned, "unit",
     "has no open order"},
    {A::dispatch, &Scene::returned, centre, with_orders({{drains, Part::lead, ""}}),
     R::needs_consultation, "", "call a consultation"},
    {A::escalate, &Scene::returned, centre, because("no_idea"), R::not_possible, "kind",
     "the actor may"},
    {A::conclude, &Scene::talking, centre, [](Action& a) { a.passed = true; }, R::one_lead,
     "orders", "exactly one unit must lead"},
    {A::conclude, &Scene::talking, centre,
     [](Action& a) {
       a.passed = false;
       a.orders = {{drains, Part::lead, ""}};
     },
     R::unexpected_field, "orders", "without result gives no orders"},
    {A::consult, &Scene::talking, centre, [](Action& a) { a.units = {traffic}; }, R::bad_value,
     "units", "leave it out"},
    {A::mediate, &Scene::filed, centre, [](Action& a) { a.passed = true; }, R::needs_evidence,
     "attachments", "attach the agreement"},
    {A::take_over, &Scene::out, centre,
     [](Action& a) {
       a.units = {drains};
       a.unit = traffic;
     },
     R::wrong_step, "units", "set its last day"},
    {A::record_outcome, &Scene::out, centre,
     [](Action& a) {
       a.figures = {{"persons", 3, "persons"}};
     },
     R::bad_value, "figures", "name one of its figures"},
    {A::urge, &Scene::filed, centre, [](Action& a) { a.unit = traffic; }, R::not_assigned, "unit",
     "leave unit out"},
    {A::split, &Scene::filed, centre, {}, R::wrong_step, "", "relation part_of"},
};

}  // namespace

TEST_CASE("mistakes of a new user are answered with what to do, and change nothing") {
  Scene scene;
  for (const Mistake& mistake : mistakes) {
    const CaseId id = scene.*mistake.which;
    const std::int64_t version = scene.county.whole(id).version;
    const Answer answer = scene.county.act(mistake.kind, id, mistake.unit, mistake.edit);
    CAPTURE(name(mistake.kind));
    CAPTURE(mistake.hint);
    REQUIRE(answer.refusal);
    CAPTURE(answer.refusal->reason);
    CHECK(answer.refusal->code == mistake.code);
    CHECK(answer.refusal->field == mistake.field);
    CHECK(answer.refusal->reason.find(mistake.hint) != std::string::npos);
    CHECK(scene.county.whole(id).version == version);
  }
}
