#include "rules/intake.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::rules;

namespace {

const Instant noon = parse_local("2020-07-01 12:00", "Asia/Shanghai");
using std::chrono::hours;

CaseSummary known() {
  CaseSummary alert;
  alert.nature = Nature::alert;
  alert.type = "dwell";
  alert.position.state = State::noted;
  alert.occurred = noon;
  alert.lasted_until = noon + hours(1);
  return alert;
}

Action again(Instant from) {
  Action action;
  action.type = "dwell";
  action.occurred = from;
  return action;
}

AlertType within(Duration gap) {
  AlertType type;
  type.code = "dwell";
  type.same_within = gap;
  type.same_metres = 100;
  return type;
}

}  // namespace

TEST_CASE("windows that overlap, touch or lie near enough are of one alert") {
  const auto same = [](Instant from, Duration gap) {
    return is_same_alert(within(gap), known(), again(from), noon);
  };
  CHECK(same(noon + hours(1), hours(0)));
  CHECK_FALSE(same(noon + hours(1) + std::chrono::microseconds(1), hours(0)));
  CHECK(same(noon + hours(3), hours(2)));
  CHECK(same(noon - hours(2), hours(2)));
  CHECK_FALSE(same(noon - hours(2) - std::chrono::microseconds(1), hours(2)));
}

TEST_CASE("an alert without times is one of the moment it is told") {
  Action action;
  action.type = "dwell";
  CHECK(is_same_alert(within(hours(0)), known(), action, noon));
  CHECK_FALSE(is_same_alert(within(hours(0)), known(), action, noon + hours(2)));
}

TEST_CASE("a place that only one of them has makes them two") {
  Action action = again(noon);
  action.point = Point{120, 32};
  CHECK_FALSE(is_same_alert(within(hours(1)), known(), action, noon));
  CaseSummary placed = known();
  placed.point = Point{120, 32};
  CHECK(is_same_alert(within(hours(1)), placed, action, noon));
  placed.point = Point{120.01, 32};
  CHECK_FALSE(is_same_alert(within(hours(1)), placed, action, noon));
}

TEST_CASE("what was struck out, and what is no alert, does not come again") {
  CaseSummary other = known();
  other.position.state = State::annulled;
  CHECK_FALSE(is_same_alert(within(hours(1)), other, again(noon), noon));
  other = known();
  other.nature = Nature::contact;
  CHECK_FALSE(is_same_alert(within(hours(1)), other, again(noon), noon));
}

TEST_CASE("of several sites the nearest is meant, within its own distance") {
  const SiteList list{
      "l", "", {{"far", "", {120.001, 32}, 500, ""}, {"near", "", {120.0002, 32}, 50, ""}}};
  CHECK(site_at(list, Point{120, 32})->code == "near");
  CHECK(site_at(list, Point{120.003, 32})->code == "far");
  CHECK(site_at(list, Point{120.1, 32}) == nullptr);
  CHECK(site_at(list, std::nullopt) == nullptr);
}
