// What can be wrong with the rules of a policy.

#include "rules/validate_time.hpp"

#include <gridcase/policy.hpp>

#include <algorithm>

namespace gridcase {

std::vector<Fault> validate(const Policy& policy) {
  std::vector<Fault> faults;
  const auto& tiers = policy.rules.tiers;
  if (std::find(tiers.begin(), tiers.end(), Tier::county) == tiers.end()) {
    faults.push_back({Severity::error, "rules.county_missing", "rules.tiers",
                      "the county holds no cases", "add county to the tiers"});
  }
  for (auto tier = tiers.begin(); tier != tiers.end(); ++tier) {
    if (std::find(tiers.begin(), tier, *tier) == tier) continue;
    faults.push_back({Severity::error, "rules.tier_twice", "rules.tiers",
                      std::string(name(*tier)) + " stands there twice", "name each tier once"});
  }
  const Duration tolerance = policy.rules.clock_tolerance;
  if (tolerance < Duration::zero() || tolerance > std::chrono::hours(24) ||
      tolerance % std::chrono::seconds(1) != Duration::zero()) {
    faults.push_back({Severity::error, "rules.clock_tolerance", "rules.clock_tolerance_seconds",
                      "the tolerance is not a whole number of seconds up to a day",
                      "use 0 to 86400 seconds"});
  }
  if (policy.rules.return_limit < 0) {
    faults.push_back({Severity::error, "rules.return_limit", "rules.return_limit",
                      "the limit is negative", "use 0 for no limit"});
  }
  rules::check_time(policy.time, policy.organization, faults);
  for (Fault& fault : validate(policy.organization)) {
    fault.path = "organization." + fault.path;
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace gridcase
