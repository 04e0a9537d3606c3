// What can be wrong with the rules of a policy.

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
  if (policy.rules.return_limit < 0) {
    faults.push_back({Severity::error, "rules.return_limit", "rules.return_limit",
                      "the limit is negative", "use 0 for no limit"});
  }
  for (Fault& fault : validate(policy.organization)) {
    fault.path = "organization." + fault.path;
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace gridcase
