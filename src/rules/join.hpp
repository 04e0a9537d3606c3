#pragma once
// When the orders that are out have done their work: join rules as data.

#include <gridcase/policy.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace gridcase::rules {

// The rule of that name; the ordinary one if the name is empty or the policy does not have it any
// more: the lead has fed back, and whoever assists has fed back or was let go.
const JoinRule& join_rule(const CaseRules& rules, std::string_view code);

// The rule for a dispatch that names none: that of the deepest category on the way up from the
// case's, else the ordinary one. `lineage` are the category and those above it, from below.
const JoinRule& join_rule_for(const CaseRules& rules, const std::vector<std::string_view>& lineage);

// Whether orders of this role count for the join: not to hold the scene, to check, to advise.
bool is_work(AssignmentRole role) noexcept;

// Number of the dispatch that counts; 0 before there is one.
std::int32_t latest_dispatch(const std::vector<Assignment>& assignments) noexcept;

struct Joined {
  bool is_complete = false;
  std::vector<std::int32_t> let_go;  // if so: numbers of the orders that end with it
};

// Looks at the orders of the latest lead's dispatch; what is open still of earlier ones, such as
// the holding of the scene, is let go with it.
Joined join(const JoinRule& rule, const std::vector<Assignment>& assignments);

}  // namespace gridcase::rules
