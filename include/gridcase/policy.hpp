#pragma once
/// \file policy.hpp
/// The rules of a county that are data: versioned, with an effective date, validated whole.
///
/// Plain values; any thread.

#include <gridcase/organization.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Rules for cases. Defaults are the widest: what a county does not ask for is not asked.
struct CaseRules {
  /// Tiers that hold cases. A county that uses fewer leaves some out; county must be among them.
  std::vector<Tier> tiers{Tier::village, Tier::township, Tier::county};
  /// Channels whose cases must pass a check before they are filed (the public's own reports in
  /// many places; an inspector's report needs none).
  std::vector<std::string> check_before_filing;
  bool check_after_handling = false;  ///< a passed check is needed before closing
  bool reply_before_end = true;       ///< where a requester waits, no end without a reply
  /// Patrol and handling are separate (巡办分离): who reported may verify but not handle, and who
  /// handled may not verify.
  bool separate_duties = false;
  /// How often a case may come back before it can no longer be sent on, only be consulted about or
  /// handled by its holder; 0 means no limit.
  std::int32_t return_limit = 0;
  /// How far `happened` may lie ahead of now, for clocks that differ; whole seconds, at most a day.
  Duration clock_tolerance = std::chrono::minutes(5);
};

/// One version of everything that is data.
struct Policy {
  std::string name;
  CaseRules rules;
  Organization organization;
};

/// Reads and writes the JSON form, {"name", "rules", "organization"}; src/model/policy.schema.md.
/// A document that is an organization only is read as a policy with default rules.
/// \throws DocumentError with all faults of form.
GRIDCASE_API Policy read_policy(std::string_view json);
GRIDCASE_API std::string write_policy(const Policy& policy);

/// Every fault of meaning in the rules and in the organization.
GRIDCASE_API std::vector<Fault> validate(const Policy& policy);

}  // namespace gridcase
