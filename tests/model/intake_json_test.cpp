#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

using namespace gridcase;

namespace {

Policy full() {
  Policy policy;
  policy.name = "p";
  policy.organization = test::small_organization();
  policy.intake = {{"danger", RequestKind::help, "04", "call", true, Path::transfer, "12345"},
                   {"rest", RequestKind::unstated, "", "", false, Path::answer, ""}};
  AlertType type;
  type.code = "dwell";
  type.name = "驻留";
  type.same_within = std::chrono::minutes(90);
  type.same_metres = 12.5;
  type.category = "0401";
  type.site_list = "works";
  type.unit = "sz";
  policy.alert_types = {type};
  policy.site_lists = {{"works", "小化工", {{"w1", "一厂", {118.6, 28.7}, 80, "sz"}}}};
  return policy;
}

Fault first_fault(const std::string& json) {
  try {
    (void)read_policy(json);
  } catch (const DocumentError& error) {
    return error.faults().front();
  }
  FAIL("nothing was thrown");
  return {};
}

}  // namespace

TEST_CASE("intake rules, alert types and site lists are written and read back") {
  const Policy policy = full();
  const std::string text = write_policy(policy);
  const Policy read = read_policy(text);
  CHECK(write_policy(read) == text);
  REQUIRE(read.intake.size() == 2);
  CHECK(read.intake[0].request == RequestKind::help);
  CHECK(read.intake[0].emergency);
  CHECK(read.intake[0].path == Path::transfer);
  CHECK(read.alert_types[0].same_within == std::chrono::minutes(90));
  CHECK(read.alert_types[0].same_metres == 12.5);
  CHECK(read.site_lists[0].sites[0].point == Point{118.6, 28.7});
  CHECK(validate(read).empty());
}

TEST_CASE("what is wrong with their form is said with its path") {
  Policy none = full();
  none.intake.clear();
  none.alert_types.clear();
  none.site_lists.clear();
  const std::string rest = write_policy(none).substr(1);
  CHECK(first_fault(R"({"intake":[{"code":"a"}],)" + rest).path == "intake[0].path");
  CHECK(first_fault(R"({"intake":[{"code":"a","path":"fly"}],)" + rest).path == "intake[0].path");
  CHECK(first_fault(R"({"site_lists":[{"code":"a","sites":[{"code":"b","point":[1]}]}],)" + rest)
            .path == "site_lists[0].sites[0].point");
  CHECK(first_fault(R"({"alert_types":[{"code":"a","size":1}],)" + rest).path ==
        "alert_types[0].size");
}
