#include "rules/limits.hpp"
#include "rules/operating_mode.hpp"
#include "support/organizations.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr OperatingMode normal = OperatingMode::normal;
constexpr OperatingMode emergency = OperatingMode::emergency;

Policy policy_with(std::vector<AreaMode> modes) {
  Policy policy;
  policy.organization = small_organization();
  policy.modes = std::move(modes);
  return policy;
}

Limit limit_of(std::int64_t minutes) {
  Limit limit;
  limit.milestone = "sign";
  limit.within = {minutes, LimitUnit::urgent_minute};
  return limit;
}

// Number of the limit that is chosen for a case of the category in the grid, from 0; -1 for none.
std::ptrdiff_t chosen(const Policy& policy, const std::string& category, const std::string& grid) {
  const Directory directory(policy.organization);
  CaseSummary summary;
  summary.category = category;
  summary.grid = grid;
  summary.holder = "sz";
  const Limit* limit = rules::choose_limit(policy, directory, "sign", summary);
  return limit == nullptr ? -1 : limit - policy.time.limits.data();
}

}  // namespace

TEST_CASE("the smallest area that has a mode decides, and normal is the mode of the rest") {
  const Directory directory(small_organization());
  const Policy none = policy_with({});
  CHECK(mode_at(none, directory, "330881001001001") == normal);
  const Policy flood =
      policy_with({{"330881", emergency}, {"330881001", normal}, {"330881001001001", emergency}});
  CHECK(mode_at(flood, directory, "330881") == emergency);
  CHECK(mode_at(flood, directory, "330881101201001") == emergency);
  CHECK(mode_at(flood, directory, "330881001") == normal);
  CHECK(mode_at(flood, directory, "330881001001") == normal);
  CHECK(mode_at(flood, directory, "330881001001001") == emergency);
  CHECK(mode_at(flood, directory, "330881001001002") == normal);
}

TEST_CASE("a unit beside the command line has the mode of what stands above it") {
  const Directory directory(small_organization());
  const Policy policy = policy_with({{"330881001", emergency}});
  CHECK(mode_at(policy, directory, "team") == emergency);
  CHECK(mode_at(policy, directory, "sz") == normal);
}

TEST_CASE("an unknown code is in the mode of normal, whatever else is so") {
  const Directory directory(small_organization());
  const Policy policy = policy_with({{"330881", emergency}, {"gone", emergency}});
  CHECK(mode_at(policy, directory, "") == normal);
  CHECK(mode_at(policy, directory, "gone") == normal);
}

TEST_CASE("a case has the mode of its smallest ground that is known, else of its holder") {
  const Directory directory(small_organization());
  const Policy policy = policy_with({{"330881001", emergency}, {"330881001001001", normal}});
  CaseSummary summary;
  summary.holder = "330881001";
  CHECK(rules::mode_of(policy, directory, summary) == emergency);
  summary.township = "330881101";
  CHECK(rules::mode_of(policy, directory, summary) == normal);
  summary.village = "330881001001";
  CHECK(rules::mode_of(policy, directory, summary) == emergency);
  summary.grid = "given-up";
  CHECK(rules::mode_of(policy, directory, summary) == emergency);
  summary.grid = "330881001001001";
  CHECK(rules::mode_of(policy, directory, summary) == normal);
}

TEST_CASE("a limit for a mode holds where the mode is, and weighs least of all that is named") {
  Policy policy = policy_with({{"330881001", emergency}});
  policy.time.limits = {limit_of(60), limit_of(15), limit_of(30)};
  policy.time.limits[1].mode = emergency;
  policy.time.limits[2].category = "0404";
  CHECK(chosen(policy, "0401", "330881001001001") == 1);
  CHECK(chosen(policy, "0401", "330881101201001") == 0);
  CHECK(chosen(policy, "040401", "330881001001001") == 2);
  policy.time.limits[2] = limit_of(30);
  policy.time.limits[2].channel = "hotline";
  CHECK(chosen(policy, "0401", "330881001001001") == 1);
  policy.time.limits[0].mode = normal;
  policy.time.limits[1].mode = normal;
  CHECK(chosen(policy, "0401", "330881001001001") == -1);
}

TEST_CASE("what makes a limit special names the mode") {
  Limit limit = limit_of(15);
  CHECK(rules::selectors_of(limit) == "");
  limit.category = "04";
  limit.mode = emergency;
  CHECK(rules::selectors_of(limit) == "category 04, mode emergency");
}
