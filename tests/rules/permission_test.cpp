#include "rules/permission.hpp"

#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace gridcase;
using namespace gridcase::rules;
using A = ActionKind;

namespace {

model::Snapshot held_by(const std::string& unit) {
  model::Snapshot snapshot;
  snapshot.summary.holder = unit;
  snapshot.summary.reporter_unit = "330881001001001";
  snapshot.summary.township = "330881001";
  return snapshot;
}

bool permits(const Directory& directory, const std::string& unit, A kind,
             const model::Snapshot& snapshot) {
  return may(directory, {unit, "", ""}, kind, false, snapshot).yes;
}

}  // namespace

TEST_CASE("what the holder may do, everybody above it may, and nobody else") {
  const Directory directory(test::small_organization());
  const model::Snapshot snapshot = held_by("330881001");
  for (const Unit& unit : directory.organization().units) {
    CAPTURE(unit.code);
    const bool expected = unit.code == "330881001" || unit.code == "330881";
    CHECK(permits(directory, unit.code, A::file, snapshot) == expected);
  }
}

TEST_CASE("a superior stands above the holder, and only the centre above itself") {
  const Directory directory(test::small_organization());
  CHECK(permits(directory, "330881", A::annul, held_by("330881001")));
  CHECK_FALSE(permits(directory, "330881001", A::annul, held_by("330881001")));
  CHECK(permits(directory, "330881", A::annul, held_by("330881")));
  CHECK_FALSE(permits(directory, "sz", A::annul, held_by("sz")));
}

TEST_CASE("the scope of a unit follows from its kind") {
  const Directory directory(test::small_organization());
  using Codes = model::Scope::Codes;
  const auto view = [&](const char* unit) {
    return scope_of(directory, Actor{unit, "", ""}).views.at(0);
  };
  CHECK(scope_of(directory, Actor{"330881", "", ""}).is_everything());
  CHECK(view("330881001").townships == Codes{"330881001"});
  CHECK(view("330881001001").villages == Codes{"330881001001"});
  CHECK(view("330881001001001").grids == Codes{"330881001001001"});
  for (const char* unit : {"sz", "nowhere"}) {
    CHECK_FALSE(view(unit).everything);
    CHECK(view(unit).townships.empty());
    CHECK(view(unit).villages.empty());
    CHECK(view(unit).grids.empty());
  }
}

TEST_CASE("every action is permitted to somebody for whom the case lies right") {
  const Directory directory(test::small_organization());
  model::Snapshot snapshot = held_by("330881001");
  snapshot.summary.checker = "330881001001001";
  Assignment order;
  order.unit = "sz";
  snapshot.assignments.push_back(order);
  for (const A kind : all_actions()) {
    CAPTURE(name(kind));
    std::set<std::string> permitted;
    for (const Unit& unit : directory.organization().units) {
      if (permits(directory, unit.code, kind, snapshot)) permitted.insert(unit.code);
    }
    const bool is_the_engines = kind == A::fall_due || kind == A::recalculate || kind == A::repeat;
    CHECK(permitted.empty() == is_the_engines);
    if (kind != A::report && kind != A::enter_record) CHECK(permitted.count("330881101") == 0);
  }
}
