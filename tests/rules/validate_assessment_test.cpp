// What can be wrong with rules for scores and star schemes as parts of a policy.
#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

Policy scored_policy() {
  Policy policy;
  policy.organization = small_organization();
  for (const char* sheet : {"wangcheng", "jinhua", "inspector"}) {
    policy.scoring.push_back(read_score_rules(
        read_file(std::string(GRIDCASE_TESTS_DIR "/../examples/scoring/") + sheet + ".json")));
  }
  policy.ratings = {
      read_rating_scheme(read_file(GRIDCASE_TESTS_DIR "/../examples/scoring/yueqing.json"))};
  return policy;
}

std::string faults_of(const Policy& policy) {
  std::string text;
  for (const Fault& fault : validate(policy)) {
    const bool is_ours = fault.code.rfind("score.", 0) == 0 || fault.code.rfind("rating.", 0) == 0;
    if (is_ours) text += fault.code + " " + fault.path + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the examples for scores and stars can be parts of a policy") {
  const Policy policy = scored_policy();
  CHECK(faults_of(policy).empty());
  const Policy again = read_policy(write_policy(policy));
  CHECK(write_policy(again) == write_policy(policy));
  REQUIRE(again.scoring.size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(write_score_rules(again.scoring[i]) == write_score_rules(policy.scoring[i]));
  REQUIRE(again.ratings.size() == 1);
  CHECK(write_rating_scheme(again.ratings[0]) == write_rating_scheme(policy.ratings[0]));
}

TEST_CASE("faults of rules and schemes have their place in the policy") {
  Policy policy = scored_policy();
  policy.scoring[1].code = "no code";
  policy.ratings[0].aspects.clear();
  CHECK(faults_of(policy) == "score.code_invalid scoring[1].code\n"
                             "rating.aspects ratings[0].aspects\n");
}

TEST_CASE("versions of rules begin on days of their own, schemes have codes of their own") {
  Policy policy = scored_policy();
  policy.scoring.push_back(policy.scoring[0]);
  policy.ratings.push_back(policy.ratings[0]);
  CHECK(faults_of(policy) == "score.version_twice scoring[3].valid_from\n"
                             "rating.code_twice ratings[1].code\n");
  policy.scoring[3].valid_from = {2019, 1, 1};
  policy.ratings[1].code = "other";
  CHECK(faults_of(policy).empty());
}

TEST_CASE("rules may ask for measures of the catalogue only") {
  Policy policy = scored_policy();
  std::string sheet = read_file(GRIDCASE_TESTS_DIR "/../examples/scoring/acceptor.json");
  sheet.replace(sheet.find("\"accepted\""), 10, "\"calls_taken\"");
  policy.scoring.push_back(read_score_rules(sheet));
  CHECK(faults_of(policy).find("score.measure_unknown scoring[3].sheet") != std::string::npos);
}
