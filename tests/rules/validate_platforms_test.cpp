// What can be wrong with the register of other systems.
#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

using namespace gridcase;
using Means = Platform::Means;
using A = ActionKind;

namespace {

Platform complete() {
  Platform it;
  it.system = "zf";
  it.name = "执法监管";
  it.unit = "12345";
  it.categories = {"04"};
  it.sends = {A::transfer_in, A::sign, A::feedback};
  it.receives = {A::transfer_out, A::fall_due};
  it.personal = true;
  it.category_codes = {{"A-17", "0404"}, {"A-18", "0404"}};
  it.steps = {{"签收", A::sign}, {"办结", A::feedback}};
  return it;
}

std::string faults_of(const std::vector<Platform>& platforms) {
  Policy policy;
  policy.organization = test::small_organization();
  policy.platforms = platforms;
  std::string text;
  for (const Fault& fault : validate(policy)) {
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
    text += fault.code + " " + fault.path + "\n";
  }
  return text;
}

template <typename Edit> std::string faults_after(Edit edit) {
  Platform it = complete();
  edit(it);
  return faults_of({it});
}

}  // namespace

TEST_CASE("a register that uses everything there is has no fault, nor has an empty one") {
  Platform second = complete();
  second.system = "zf2";  // of the same unit
  CHECK(faults_of({complete(), second}).empty());
  CHECK(faults_of({}).empty());
}

TEST_CASE("each system has a code of its own and a unit that exists") {
  Platform nobody;
  Platform chinese = complete();
  chinese.system = "执法";
  CHECK(faults_of({complete(), complete(), nobody, chinese}) ==
        "platform.system_twice platforms[1].system\n"
        "platform.system_invalid platforms[2].system\n"
        "platform.unit_unknown platforms[2].unit\n"
        "platform.system_invalid platforms[3].system\n");
}

TEST_CASE("categories and what codes mean are of the organization, each code once") {
  CHECK(faults_after([](Platform& it) {
          it.categories = {"04", "99"};
          it.category_codes = {{"A", "99"}, {"A", "04"}, {"", "04"}, {"", "04"}};
        }) == "platform.category_unknown platforms[0].categories[1]\n"
              "platform.category_unknown platforms[0].category_codes[0].ours\n"
              "platform.word_twice platforms[0].category_codes[1].theirs\n"
              "platform.word_twice platforms[0].category_codes[3].theirs\n");
}

TEST_CASE("a step means something that the system may send, and that is for others to do") {
  CHECK(faults_after([](Platform& it) {
          it.steps = {{"a", A::sign}, {"a", A::sign}, {"b", A::progress}, {"c", A::fall_due}};
        }) == "platform.word_twice platforms[0].steps[1].theirs\n"
              "platform.step_not_sent platforms[0].steps[2].action\n"
              "platform.action platforms[0].steps[3].action\n");
  CHECK(faults_after([](Platform& it) {
          it.sends = {A::sign, A::erase, A::reveal, A::repeat, A::recalculate};
          it.steps.clear();
        }) == "platform.action platforms[0].sends[1]\n"
              "platform.action platforms[0].sends[2]\n"
              "platform.action platforms[0].sends[3]\n"
              "platform.action platforms[0].sends[4]\n");
}

TEST_CASE("nothing is said of a way that the system does not have") {
  CHECK(faults_after([](Platform& it) { it.means = Means::pull_only; }) ==
        "platform.means platforms[0].sends\nplatform.means platforms[0].steps\n");
  CHECK(faults_after([](Platform& it) { it.means = Means::push_only; }) ==
        "platform.means platforms[0].receives\nplatform.means platforms[0].categories\n"
        "platform.means platforms[0].personal\n");
  CHECK(faults_after([](Platform& it) { it.means = Means::manual; }) ==
        "platform.means platforms[0].sends\nplatform.means platforms[0].steps\n"
        "platform.means platforms[0].receives\nplatform.means platforms[0].categories\n"
        "platform.means platforms[0].personal\n");
}
