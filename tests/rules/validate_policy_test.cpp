// What can be wrong with the rules for cases and with modes.
#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <functional>

using namespace gridcase;

namespace {

// "code path" of each fault after the edit, a line each.
std::string faults_after(const std::function<void(Policy&)>& edit) {
  Policy policy;
  policy.organization = test::small_organization();
  edit(policy);
  std::string text;
  for (const Fault& fault : validate(policy)) {
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
    text += fault.code + " " + fault.path + "\n";
  }
  return text;
}

Calendar calendar(std::int32_t minutes_a_week) {
  Calendar made;
  made.code = "office";
  made.week[0] = {{480, 480 + minutes_a_week}};
  return made;
}

JoinRule join(std::string code, std::string category = {}) {
  JoinRule made;
  made.code = std::move(code);
  made.category = std::move(category);
  return made;
}

}  // namespace

TEST_CASE("rules that use everything there is have no fault") {
  CHECK(faults_after([](Policy& policy) {
          CaseRules& rules = policy.rules;
          rules.decline_reasons = {"not_ours", "no-power.1"};
          rules.decline_within = Amount{2, LimitUnit::urgent_hour};
          rules.joins = {join("ordinary"), join("fire", "0401"), join("drains", "0404"),
                         join("by_name")};
          rules.dissatisfied_at = 5;
          rules.figures = {{"persons_moved", "persons", false}, {"vehicles", "", true}};
          policy.modes = {{"330881", OperatingMode::emergency},
                          {"330881001001001", OperatingMode::normal}};
        }).empty());
}

TEST_CASE("a reason for declining is a code, once") {
  CHECK(faults_after([](Policy& policy) {
          policy.rules.decline_reasons = {"not ours", "a", "a", ""};
        }) == "rules.decline_reason rules.decline_reasons[0]\n"
              "rules.decline_reason_twice rules.decline_reasons[2]\n"
              "rules.decline_reason rules.decline_reasons[3]\n");
}

TEST_CASE("the time for declining is some time, and can be told") {
  const auto within = [](Amount amount, std::vector<Calendar> calendars) {
    return faults_after([&](Policy& policy) {
      policy.rules.decline_within = amount;
      policy.time.calendars = calendars;
    });
  };
  CHECK(within({1, LimitUnit::urgent_minute}, {}).empty());
  CHECK(within({0, LimitUnit::urgent_minute}, {}) ==
        "rules.decline_within rules.decline_within.value\n");
  CHECK(within({INT64_MAX, LimitUnit::urgent_minute}, {}) ==
        "rules.decline_within rules.decline_within.value\n");
  CHECK(within({2, LimitUnit::working_day}, {}) ==
        "rules.decline_calendar rules.decline_within.unit\n");
  CHECK(within({2, LimitUnit::working_day}, {calendar(60)}).empty());
  CHECK(within({1000, LimitUnit::working_day}, {calendar(60)}) ==
        "rules.decline_too_far rules.decline_within\n");
}

TEST_CASE("a rule of joining has a code and a category of its own") {
  CHECK(faults_after([](Policy& policy) {
          policy.rules.joins = {join("a b"), join("x", "99"), join("ordinary", "04"),
                                join("y", "04"), join("y")};
        }) == "rules.join_code rules.joins[0].code\n"
              "rules.join_category_unknown rules.joins[1].category\n"
              "rules.join_ordinary rules.joins[2].category\n"
              "rules.join_category_twice rules.joins[3].category\n"
              "rules.join_twice rules.joins[4].code\n");
}

TEST_CASE("satisfaction has five grades") {
  const auto at = [](std::int32_t grade) {
    return faults_after([&](Policy& policy) { policy.rules.dissatisfied_at = grade; });
  };
  CHECK(at(0) == "rules.dissatisfied_at rules.dissatisfied_at\n");
  CHECK(at(1).empty());
  CHECK(at(5).empty());
  CHECK(at(6) == "rules.dissatisfied_at rules.dissatisfied_at\n");
}

TEST_CASE("a kind of figure has a name of its own") {
  CHECK(faults_after([](Policy& policy) {
          policy.rules.figures = {{"moved", "persons", false},
                                  {"moved", "t", false},
                                  {"", "t", false},
                                  {"转移", "t", false}};
        }) == "rules.figure_twice rules.figures[1].name\n"
              "rules.figure_name rules.figures[2].name\n"
              "rules.figure_name rules.figures[3].name\n");
}

TEST_CASE("a mode is that of some ground, said once") {
  CHECK(faults_after([](Policy& policy) {
          policy.modes = {{"330881001", OperatingMode::emergency},
                          {"330881001", OperatingMode::normal},
                          {"nowhere", OperatingMode::emergency},
                          {"sz", OperatingMode::emergency}};
        }) == "mode.unit_twice modes[1].unit\n"
              "mode.unit_unknown modes[2].unit\n"
              "mode.unit_kind modes[3].unit\n");
  CHECK(faults_after([](Policy& policy) {
          Unit& park = test::unit_of(policy.organization, "team");
          park.area = {test::square({118.60, 28.70}, 0.005)};
          policy.modes = {{"team", OperatingMode::emergency}};
        }).find("mode.") == std::string::npos);
}
