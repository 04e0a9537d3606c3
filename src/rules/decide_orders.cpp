#include "rules/deciding.hpp"
#include "rules/permission.hpp"

namespace gridcase::rules {
namespace {

bool is_sent_out(const Deciding& it) {
  return it.phase() == Phase::dispatched || it.phase() == Phase::handling;
}

MaybeRefusal check_addressee(const Deciding& it, const std::string& unit) {
  if (open_assignment(it.subject(), unit) != nullptr && is_sent_out(it)) {
    return refusal(RefusalCode::bad_value, "orders",
                   fmt::format("{} has an open order in this case already", unit));
  }
  if (it.may_send(unit)) return std::nullopt;
  return refusal(RefusalCode::no_way, "orders",
                 fmt::format("{} may not send orders to {}", it.summary().holder, unit));
}

bool others_are_open(const Deciding& it, const std::string& unit) {
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(),
                     [&](const Assignment& a) { return a.is_open() && a.unit != unit; });
}

bool lead_is_open(const Deciding& it) {
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(), [](const Assignment& a) {
    return a.is_open() && a.role == AssignmentRole::lead;
  });
}

MaybeRefusal sign_for(Deciding& it, const Assignment& mine) {
  if (mine.state != AssignmentState::assigned) {
    return refusal(RefusalCode::wrong_step, "",
                   fmt::format("{} has signed for this order already", mine.unit));
  }
  const bool starts_work = mine.role == AssignmentRole::lead && it.phase() == Phase::dispatched;
  it.event.outcome = starts_work ? Outcome::whole : Outcome::partly;
  return std::nullopt;
}

// A lead that sends its order back leaves nobody to lead the others: all orders end with it.
MaybeRefusal decline(Deciding& it, const Assignment& mine) {
  const bool is_lead = mine.role == AssignmentRole::lead;
  if (!is_lead && !lead_is_open(it) && !others_are_open(it, mine.unit)) {
    return refusal(RefusalCode::wrong_step, "",
                   "the lead has finished; ask the holder to release you instead");
  }
  it.event.outcome = is_lead ? Outcome::whole : Outcome::partly;
  return std::nullopt;
}

// The last open order that ends brings the whole case to review.
Outcome after_ending(const Deciding& it, const std::string& unit) {
  return others_are_open(it, unit) || it.phase() == Phase::dispatched ? Outcome::partly
                                                                      : Outcome::whole;
}

}  // namespace

MaybeRefusal give_orders(Deciding& it) {
  const Action& action = it.event.action;
  const ActionKind kind = action.kind;
  if (kind == ActionKind::conclude) {
    it.event.outcome = *action.passed ? Outcome::passed : Outcome::failed;
    if (!*action.passed) {
      if (action.orders.empty()) return std::nullopt;
      return refusal(RefusalCode::unexpected_field, "orders",
                     "a consultation without result gives no orders");
    }
  }
  const auto leads = std::count_if(action.orders.begin(), action.orders.end(),
                                   [](const Order& o) { return o.role == AssignmentRole::lead; });
  const bool adds_only =
      kind == ActionKind::reinforce ||
      (kind == ActionKind::dispatch && is_sent_out(it) && others_are_open(it, {}));
  if (kind == ActionKind::reinforce && !others_are_open(it, {})) {
    return refusal(RefusalCode::one_lead, "orders",
                   "nobody has an order to be reinforced in; dispatch with a lead first");
  }
  if (adds_only && leads != 0) {
    return refusal(RefusalCode::one_lead, "orders",
                   "the case has a lead; withdraw the orders before naming another");
  }
  if (!adds_only && leads != 1) {
    return refusal(RefusalCode::one_lead, "orders",
                   fmt::format("exactly one unit must lead; the orders name {}", leads));
  }
  for (const Order& order : action.orders) {
    if (auto refused = check_addressee(it, order.unit)) return refused;
  }
  return std::nullopt;
}

MaybeRefusal give_out(Deciding& it) {
  Action& action = it.action();
  if (auto refused = check_addressee(it, action.unit)) return refused;
  const auto role = is_sent_out(it) ? AssignmentRole::support : AssignmentRole::lead;
  action.orders = {{action.unit, role, {}}};
  return std::nullopt;
}

MaybeRefusal act_on_order(Deciding& it) {
  const Assignment* mine = open_assignment(it.subject(), it.actor.unit);
  const ActionKind kind = it.event.action.kind;
  // Contact, control and progress are open to the holder, who needs no order of its own.
  if (mine == nullptr) return std::nullopt;
  if (kind == ActionKind::sign) return sign_for(it, *mine);
  if (kind == ActionKind::decline) return decline(it, *mine);
  if (mine->state == AssignmentState::assigned) {
    return refusal(RefusalCode::wrong_step, "",
                   fmt::format("{} has not signed for its order; sign first", mine->unit));
  }
  if (kind == ActionKind::feedback) it.event.outcome = after_ending(it, mine->unit);
  return std::nullopt;
}

MaybeRefusal take_back_orders(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  it.event.outcome = Outcome::whole;
  if (unit.empty()) return std::nullopt;
  if (it.phase() == Phase::checking || it.phase() == Phase::confirming) {
    return refusal(RefusalCode::unexpected_field, "unit",
                   "one unit was asked for the check; leave unit out");
  }
  const Assignment* theirs = open_assignment(it.subject(), unit);
  if (theirs == nullptr) {
    return refusal(RefusalCode::not_assigned, "unit",
                   fmt::format("{} has no open order in this case", unit));
  }
  if (theirs->role == AssignmentRole::lead) return std::nullopt;
  if (!others_are_open(it, unit)) {
    return refusal(RefusalCode::wrong_step, "unit",
                   "the lead has finished; release the unit instead");
  }
  it.event.outcome = Outcome::partly;
  return std::nullopt;
}

MaybeRefusal let_go(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  const Assignment* theirs = open_assignment(it.subject(), unit);
  if (theirs == nullptr) {
    return refusal(RefusalCode::not_assigned, "unit",
                   fmt::format("{} has no open order in this case", unit));
  }
  if (theirs->role == AssignmentRole::lead) {
    return refusal(RefusalCode::one_lead, "unit",
                   "the lead cannot be released; withdraw the orders instead");
  }
  it.event.outcome = after_ending(it, unit);
  return std::nullopt;
}

}  // namespace gridcase::rules
