#include "rules/action_fields.hpp"

#include <gridcase/engine.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::rules;

TEST_CASE("every action has a line of fields, and no field is both needed and optional") {
  for (const ActionKind kind : all_actions()) {
    CAPTURE(name(kind));
    const auto required = required_fields(kind);
    for (const Field field : optional_fields(kind)) {
      CHECK(std::count(required.begin(), required.end(), field) == 0);
    }
  }
}

TEST_CASE("an empty action of each kind is refused exactly for its first needed field") {
  for (const ActionKind kind : all_actions()) {
    CAPTURE(name(kind));
    Action action;
    action.kind = kind;
    const auto refused = check_fields(action);
    const auto required = required_fields(kind);
    REQUIRE(refused.has_value() == !required.empty());
    if (!refused) continue;
    CHECK(refused->code == RefusalCode::missing_field);
    CHECK(refused->field == name(required.front()));
  }
}

TEST_CASE("lines are found by the action they belong to") {
  CHECK(name(required_fields(ActionKind::dispatch).front()) == "orders");
  CHECK(name(required_fields(ActionKind::suspend).back()) == "until");
  CHECK(name(required_fields(ActionKind::merge).front()) == "other_case");
  CHECK(name(required_fields(ActionKind::rate).front()) == "satisfaction");
}

TEST_CASE("every field is seen when it is given") {
  Action action;
  for (int i = 0; i <= static_cast<int>(Field::keep_deadlines); ++i) {
    CHECK_FALSE(is_given(action, static_cast<Field>(i)));
  }
  action.point = Point{};
  action.passed = false;
  action.drill = true;
  action.clock = 1;
  action.keep_deadlines = true;
  CHECK(is_given(action, Field::point));
  CHECK(is_given(action, Field::passed));
  CHECK(is_given(action, Field::drill));
  CHECK(is_given(action, Field::clock));
  CHECK(is_given(action, Field::keep_deadlines));
}

TEST_CASE("an extension is asked for without a date: the policy says how much it adds") {
  Action action;
  action.kind = ActionKind::request_extension;
  action.reason = "rain";
  action.clock = 1;
  CHECK_FALSE(check_fields(action));
  action.until = Instant{};
  REQUIRE(check_fields(action));
  CHECK(check_fields(action)->code == RefusalCode::unexpected_field);
  CHECK(check_fields(action)->field == "until");
}

TEST_CASE("clocks are counted from one") {
  Action action;
  action.kind = ActionKind::fall_due;
  for (const std::int32_t number : {0, -1}) {
    action.clock = number;
    REQUIRE(check_fields(action));
    CHECK(check_fields(action)->code == RefusalCode::bad_value);
    CHECK(check_fields(action)->field == "clock");
  }
  action.clock = 1;
  CHECK_FALSE(check_fields(action));
}

TEST_CASE("deadlines may be kept wherever an action could move them, and nowhere else") {
  for (const ActionKind kind : all_actions()) {
    CAPTURE(name(kind));
    const auto taken = optional_fields(kind);
    const bool moves = kind == ActionKind::file || kind == ActionKind::expedite ||
                       kind == ActionKind::reclassify || kind == ActionKind::rebase;
    CHECK((std::count(taken.begin(), taken.end(), Field::keep_deadlines) == 1) == moves);
  }
}

TEST_CASE("the catalogue lists every action in order") {
  const auto catalogue = action_catalogue();
  REQUIRE(catalogue.size() == all_actions().size());
  for (std::size_t i = 0; i < catalogue.size(); ++i) {
    CHECK(catalogue[i].action == all_actions()[i]);
  }
}
