#pragma once
// Which limit holds for a milestone of a case.

#include "model/snapshot.hpp"

#include <gridcase/policy.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace gridcase::rules {

// The code of the milestone whose limit comes with the report.
inline constexpr std::string_view due_milestone = "due";

// The milestone of the limit that a report may bring with it, where the policy says nothing of it.
const Milestone& ordinary_due();

// The milestone of that code; null when the policy has none.
const Milestone* find_milestone(const TimeRules& rules, std::string_view code);

// The most specific limit that fits the case as it stands; null when none does. The mode is the one
// that the policy has for the ground of the case.
const Limit* choose_limit(const Policy& policy, const Directory& directory,
                          std::string_view milestone, const CaseSummary& summary);

// So many percent, rounded down, so that a light or a rung never comes later than its share.
constexpr std::int64_t share_of(std::int64_t total, std::int32_t percent) {
  return total / 100 * percent + total % 100 * percent / 100;
}

// What one extension adds to a budget: its share, and something at least.
constexpr std::int64_t extension_of(std::int64_t budget, std::int32_t percent) {
  return std::max<std::int64_t>(share_of(budget, percent), 1);
}

// When a rung is due, in the measure of the budget. `offset` is the rung's, counted without its
// sign.
constexpr std::int64_t rung_amount(const Rung& rung, std::int64_t total, std::int64_t offset) {
  const std::int64_t amount = share_of(total, rung.share) + (rung.offset < 0 ? -offset : offset);
  return std::max<std::int64_t>(amount, 0);
}

// The unit whose number says how long a limit of the measure is, in days.
constexpr LimitUnit day_of(Measure measure) {
  return measure == Measure::natural   ? LimitUnit::calendar_day
         : measure == Measure::working ? LimitUnit::working_day
                                       : LimitUnit::end_of_working_day;
}

// Whether the policy itself says something of the milestone.
bool has_milestone(const TimeRules& rules, std::string_view code);

// What makes the limit special, for people: "category 04-04, grade urgent"; empty if it is for all.
std::string selectors_of(const Limit& limit);

}  // namespace gridcase::rules
