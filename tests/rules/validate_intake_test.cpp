#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

using namespace gridcase;

namespace {

Policy sound() {
  Policy policy;
  policy.organization = test::small_organization();
  policy.intake = {{"danger", RequestKind::unstated, "04", "", true, Path::transfer, "12345"}};
  AlertType type;
  type.code = "dwell";
  type.category = "0401";
  type.site_list = "works";
  policy.alert_types = {type};
  policy.site_lists = {{"works", "", {{"w1", "", {118.6, 28.7}, 80, "sz"}}}};
  return policy;
}

// "code path" of each fault, in their order.
std::vector<std::string> faults_of(const std::function<void(Policy&)>& damage) {
  Policy policy = sound();
  damage(policy);
  std::vector<std::string> found;
  for (const Fault& fault : validate(policy))
    found.push_back(fault.code + " " + fault.path);
  return found;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("sound intake rules, alert types and site lists have no fault") {
  CHECK(faults_of([](Policy&) {}).empty());
}

TEST_CASE("codes are codes, and each its own") {
  CHECK(faults_of([](Policy& p) { p.intake[0].code = ""; }) ==
        Faults{"intake.code intake[0].code"});
  CHECK(faults_of([](Policy& p) { p.alert_types.push_back(p.alert_types[0]); }) ==
        Faults{"intake.code_twice alert_types[1].code"});
  CHECK(faults_of([](Policy& p) { p.site_lists[0].sites.push_back(p.site_lists[0].sites[0]); }) ==
        Faults{"intake.code_twice site_lists[0].sites[1].code"});
}

TEST_CASE("a transfer names who takes over, and nothing else does") {
  CHECK(faults_of([](Policy& p) { p.intake[0].unit.clear(); }) ==
        Faults{"intake.unit intake[0].unit"});
  CHECK(faults_of([](Policy& p) { p.intake[0].path = Path::answer; }) ==
        Faults{"intake.unit intake[0].unit"});
}

TEST_CASE("units, categories and lists that are named exist") {
  CHECK(faults_of([](Policy& p) { p.intake[0].unit = "x"; }) ==
        Faults{"intake.unknown_unit intake[0].unit"});
  CHECK(faults_of([](Policy& p) { p.intake[0].category = "99"; }) ==
        Faults{"intake.unknown_category intake[0].category"});
  CHECK(faults_of([](Policy& p) { p.alert_types[0].unit = "x"; }) ==
        Faults{"intake.unknown_unit alert_types[0].unit"});
  CHECK(faults_of([](Policy& p) { p.alert_types[0].site_list = "x"; }) ==
        Faults{"intake.site_list alert_types[0].site_list"});
  CHECK(faults_of([](Policy& p) { p.site_lists[0].sites[0].unit = "x"; }) ==
        Faults{"intake.unknown_unit site_lists[0].sites[0].unit"});
}

TEST_CASE("what says how a case is made needs its category") {
  CHECK(faults_of([](Policy& p) { p.alert_types[0].category.clear(); }) ==
        Faults{"intake.alert_category alert_types[0].category"});
}

TEST_CASE("distances, gaps and places lie in their bounds") {
  CHECK(faults_of([](Policy& p) { p.alert_types[0].same_metres = -1; }) ==
        Faults{"intake.distance alert_types[0].same_metres"});
  CHECK(faults_of([](Policy& p) { p.alert_types[0].same_metres = std::nan(""); }) ==
        Faults{"intake.distance alert_types[0].same_metres"});
  CHECK(faults_of([](Policy& p) { p.alert_types[0].same_within = std::chrono::hours(-1); }) ==
        Faults{"intake.alert_gap alert_types[0].same_within_seconds"});
  CHECK(faults_of([](Policy& p) {
          p.site_lists[0].sites[0].point = {200, 0};
        }) == Faults{"intake.point site_lists[0].sites[0].point"});
}
