#include "rules/join.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

using Orders = std::vector<const Assignment*>;

const JoinRule& ordinary() {
  static const JoinRule rule = [] {
    JoinRule made;
    made.code = "ordinary";
    return made;
  }();
  return rule;
}

bool is_fed_back(const Assignment* order) { return order->state == AssignmentState::done; }

bool is_open(const Assignment* order) { return order->is_open(); }

bool settles(const Assignment* order) { return is_fed_back(order) && order->conclusive; }

// Taken back, sent back or let go: nothing is expected of it.
bool is_gone(const Assignment* order) { return !order->is_open() && !is_fed_back(order); }

// The latest lead that still counts; null before there is one.
const Assignment* latest_lead(const std::vector<Assignment>& assignments) {
  const auto found =
      std::find_if(assignments.rbegin(), assignments.rend(), [](const Assignment& order) {
        return order.role == AssignmentRole::lead && !is_gone(&order);
      });
  return found == assignments.rend() ? nullptr : &*found;
}

bool has_result(JoinRule::Result wanted, const Assignment& lead, const Orders& orders) {
  switch (wanted) {
  case JoinRule::Result::lead: return is_fed_back(&lead);
  case JoinRule::Result::conclusive:
    return std::any_of(orders.begin(), orders.end(), settles) ||
           std::none_of(orders.begin(), orders.end(), is_open);
  case JoinRule::Result::every: return std::none_of(orders.begin(), orders.end(), is_open);
  }
  return false;
}

bool are_ready(JoinRule::Others wanted, const Orders& orders) {
  return std::all_of(orders.begin(), orders.end(), [&](const Assignment* order) {
    switch (wanted) {
    case JoinRule::Others::finished: return !order->is_open();
    case JoinRule::Others::signed_for: return order->state != AssignmentState::assigned;
    case JoinRule::Others::any: return true;
    }
    return false;
  });
}

}  // namespace

bool is_work(AssignmentRole role) noexcept {
  return role == AssignmentRole::lead || role == AssignmentRole::assist ||
         role == AssignmentRole::support;
}

std::int32_t latest_dispatch(const std::vector<Assignment>& assignments) noexcept {
  std::int32_t latest = 0;
  for (const Assignment& order : assignments)
    latest = std::max(latest, order.dispatch);
  return latest;
}

const JoinRule& join_rule(const CaseRules& rules, std::string_view code) {
  const auto found = std::find_if(rules.joins.begin(), rules.joins.end(),
                                  [&](const JoinRule& rule) { return rule.code == code; });
  return found == rules.joins.end() ? ordinary() : *found;
}

const JoinRule& join_rule_for(const CaseRules& rules,
                              const std::vector<std::string_view>& lineage) {
  for (const std::string_view category : lineage) {
    const auto found =
        std::find_if(rules.joins.begin(), rules.joins.end(), [&](const JoinRule& rule) {
          return !rule.category.empty() && rule.category == category;
        });
    if (found != rules.joins.end()) return *found;
  }
  return join_rule(rules, ordinary().code);
}

Joined join(const JoinRule& rule, const std::vector<Assignment>& assignments) {
  Joined joined;
  const Assignment* lead = latest_lead(assignments);
  if (lead == nullptr) return joined;
  Orders counted;
  std::vector<std::int32_t> open;
  for (const Assignment& order : assignments) {
    if (order.dispatch == lead->dispatch && is_work(order.role)) counted.push_back(&order);
    if (order.is_open()) open.push_back(order.no);
  }
  joined.is_complete = has_result(rule.result, *lead, counted) && are_ready(rule.others, counted);
  if (joined.is_complete) joined.let_go = std::move(open);
  return joined;
}

}  // namespace gridcase::rules
