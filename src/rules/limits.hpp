#pragma once
// Which limit holds for a milestone of a case.

#include "model/snapshot.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::rules {

// The milestone of the limit that a report may bring with it, where the policy says nothing of it.
const Milestone& ordinary_due();

// The milestone of that code; null when the policy has none.
const Milestone* find_milestone(const TimeRules& rules, std::string_view code);

// The most specific limit that fits the case as it stands; null when none does.
const Limit* choose_limit(const TimeRules& rules, const Directory& directory,
                          std::string_view milestone, const CaseSummary& summary);

// What makes the limit special, for people: "category 04-04, grade urgent"; empty if it is for all.
std::string selectors_of(const Limit& limit);

}  // namespace gridcase::rules
