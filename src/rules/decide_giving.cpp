#include "rules/deciding.hpp"
#include "rules/join.hpp"
#include "rules/permission.hpp"
#include "rules/waiting.hpp"

#include <set>

namespace gridcase::rules {
namespace {

using A = ActionKind;

// A unit with an open order gets no second one beside it; with new orders all begin anew.
MaybeRefusal check_addressee(const Deciding& it, const std::string& field,
                             const std::string& unit) {
  if (it.is_at_work() && open_assignment(it.subject(), unit) != nullptr) {
    return refusal(RefusalCode::bad_value, field,
                   fmt::format("{} has an open order in this case already; leave it out", unit));
  }
  if (it.may_send(unit)) return std::nullopt;
  return refusal(RefusalCode::no_way, field,
                 fmt::format("{} may not send orders to {}; send the case to a unit that may, or "
                             "add a linkage to the organization",
                             it.summary().holder, unit));
}

// An order of its own that goes on from before, such as to hold the scene, ends with the new one.
void replace_open_orders(Deciding& it) {
  for (const Order& order : it.event.action.orders)
    replace_open_order(it, order.unit);
}

const Order* order_to(const std::vector<Order>& orders, const std::string& unit) {
  const auto found = std::find_if(orders.begin(), orders.end(),
                                  [&](const Order& order) { return order.unit == unit; });
  return found == orders.end() ? nullptr : &*found;
}

// The order of a unit in the dispatch that goes on; null if it has none.
const Assignment* order_now(const Deciding& it, const std::string& unit) {
  if (!it.is_at_work()) return nullptr;
  const auto& all = it.subject().assignments;
  const std::int32_t latest = latest_dispatch(all);
  const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Assignment& one) {
    return one.unit == unit && one.dispatch == latest;
  });
  return found == all.rend() ? nullptr : &*found;
}

// Whom the order waits for by way of one unit: of an order given now those it names, of one that is
// out those it waits for. Who declined, and gets an order now, is waited for with that one.
std::vector<std::string> waited_for_by(const Deciding& it, const std::string& unit) {
  if (const Order* given = order_to(it.event.action.orders, unit)) return given->after;
  std::vector<std::string> units;
  const Assignment* out = order_now(it, unit);
  if (out == nullptr) return units;
  const auto& all = it.subject().assignments;
  for (const std::int32_t number : awaited(all, out->no))
    units.push_back(all[static_cast<std::size_t>(number) - 1].unit);
  return units;
}

// Whether the order, by way of others, waits for its own unit. Each unit is looked at once.
bool waits_for_itself(const Deciding& it, const Order& order) {
  std::vector<std::string> open = order.after;
  std::set<std::string> seen;
  while (!open.empty()) {
    const std::string unit = std::move(open.back());
    open.pop_back();
    if (unit == order.unit) return true;
    if (!seen.insert(unit).second) continue;
    for (std::string& before : waited_for_by(it, unit))
      open.push_back(std::move(before));
  }
  return false;
}

MaybeRefusal check_sequence(const Deciding& it, const std::string& field, const Order& order) {
  const std::vector<Order>& orders = it.event.action.orders;
  for (const std::string& before : order.after) {
    if (order_to(orders, before) != nullptr || order_now(it, before) != nullptr) continue;
    return refusal(RefusalCode::not_assigned, field + ".after",
                   fmt::format("{} is to wait for {}, which has no order beside it; name a unit "
                               "that has one",
                               order.unit, before));
  }
  if (!waits_for_itself(it, order)) return std::nullopt;
  return refusal(
      RefusalCode::bad_value, field + ".after",
      fmt::format("the order to {} waits for itself; take a unit out of after", order.unit));
}

MaybeRefusal check_force(const Deciding& it) {
  if (!it.event.action.forced || is_command_centre(it.directory(), it.actor.unit))
    return std::nullopt;
  return refusal(RefusalCode::not_permitted, "forced",
                 "only the command centre gives orders that cannot be declined");
}

std::vector<std::string_view> lineage(const Deciding& it) {
  std::vector<std::string_view> codes;
  const Category* category = it.directory().category(it.summary().category);
  for (; category != nullptr; category = it.directory().category(category->parent)) {
    codes.push_back(category->code);
    if (category->parent.empty()) break;
  }
  return codes;
}

// Which rule brings the orders together.
MaybeRefusal choose_join(Deciding& it, bool adds_only) {
  std::string& code = it.action().join;
  if (adds_only) {
    if (code.empty()) return std::nullopt;
    return refusal(RefusalCode::unexpected_field, "join",
                   "the orders that are out have their rule; withdraw them to choose another");
  }
  if (code.empty()) {
    code = join_rule_for(it.rules(), lineage(it)).code;
    return std::nullopt;
  }
  if (code == join_rule(it.rules(), code).code) return std::nullopt;
  return refusal(
      RefusalCode::bad_value, "join",
      fmt::format("the policy has no join rule {}; name one of its joins, or ordinary", code));
}

MaybeRefusal check_leads(const Deciding& it, bool adds_only) {
  const auto& orders = it.event.action.orders;
  const auto leads = std::count_if(orders.begin(), orders.end(), [](const Order& order) {
    return order.role == AssignmentRole::lead;
  });
  if (adds_only && leads != 0) {
    return refusal(RefusalCode::one_lead, "orders",
                   "the case has a lead; withdraw the orders before naming another");
  }
  if (!adds_only && leads != 1) {
    return refusal(RefusalCode::one_lead, "orders",
                   fmt::format("exactly one unit must lead; the orders name {}", leads));
  }
  return std::nullopt;
}

MaybeRefusal end_without_result(const Deciding& it) {
  for (const std::string_view field : {"orders", "join", "forced"}) {
    const Action& action = it.event.action;
    const bool given = field == "orders" ? !action.orders.empty()
                       : field == "join" ? !action.join.empty()
                                         : action.forced;
    if (!given) continue;
    return refusal(RefusalCode::unexpected_field, field,
                   "a consultation without result gives no orders");
  }
  return std::nullopt;
}

}  // namespace

void replace_open_order(Deciding& it, const std::string& unit) {
  const Assignment* old = open_assignment(it.subject(), unit);
  if (old == nullptr || old->role == AssignmentRole::consult) return;
  auto& kept = it.event.facts.kept;
  const auto found = std::find(kept.begin(), kept.end(), old->no);
  if (found != kept.end()) {
    kept.erase(found);  // it ends with the others
  } else {
    it.event.facts.let_go.push_back(old->no);
  }
}

MaybeRefusal give_orders(Deciding& it) {
  const Action& action = it.event.action;
  if (action.kind == A::conclude) {
    it.event.outcome = *action.passed ? Outcome::passed : Outcome::failed;
    keep_scene(it);
    if (!*action.passed) return end_without_result(it);
  }
  if (action.kind == A::reinforce && !it.is_at_work()) {
    return refusal(RefusalCode::one_lead, "orders",
                   "nobody has an order to be reinforced in; dispatch with a lead first");
  }
  const bool adds_only = it.is_at_work() && action.kind != A::conclude;
  if (auto refused = check_leads(it, adds_only)) return refused;
  for (std::size_t i = 0; i < action.orders.size(); ++i) {
    const Order& order = action.orders[i];
    const std::string field = fmt::format("orders[{}]", i);
    if (auto refused = check_addressee(it, field + ".unit", order.unit)) return refused;
    if (auto refused = check_sequence(it, field, order)) return refused;
  }
  if (auto refused = check_force(it)) return refused;
  replace_open_orders(it);
  return choose_join(it, adds_only);
}

MaybeRefusal give_out(Deciding& it) {
  Action& action = it.action();
  if (auto refused = check_addressee(it, "unit", action.unit)) return refused;
  // Where nobody is at work (opened again after it was closed by force), it leads.
  const bool joins = it.is_at_work();
  action.orders = {{action.unit, joins ? AssignmentRole::support : AssignmentRole::lead, {}, {}}};
  replace_open_orders(it);
  return joins ? std::nullopt : choose_join(it, false);
}

}  // namespace gridcase::rules
