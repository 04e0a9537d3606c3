#pragma once
// One decision under way: what is given, and the event as far as it is known. Shared by the files
// that make up `decide`; nobody else includes it.

#include "rules/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace gridcase::rules {

using MaybeRefusal = std::optional<Refusal>;

inline Refusal refusal(RefusalCode code, std::string_view field, std::string reason) {
  Refusal made;
  made.code = code;
  made.field = field;
  made.reason = std::move(reason);
  return made;
}

struct Deciding {
  const Situation& situation;
  const Actor& actor;
  Event event;  // event.action is the submitted action, completed step by step

  const Directory& directory() const { return situation.directory; }
  const CaseRules& rules() const { return situation.policy.rules; }
  const model::Snapshot& subject() const { return *situation.subject; }
  const CaseSummary& summary() const { return situation.subject->summary; }
  Action& action() { return event.action; }
  Phase phase() const { return phase_of(event.before.state).value_or(Phase::intake); }
  Tier tier() const { return tier_of(event.before.state).value_or(Tier::county); }
  bool uses(Tier tier) const {
    return std::find(rules().tiers.begin(), rules().tiers.end(), tier) != rules().tiers.end();
  }
  // The unit of ground the case is known to lie on, the smallest first; the holder if none is.
  const std::string& ground() const {
    if (!summary().grid.empty()) return summary().grid;
    if (!summary().village.empty()) return summary().village;
    return summary().township.empty() ? summary().holder : summary().township;
  }
};

constexpr Outcome to_tier(Tier tier) { return static_cast<Outcome>(tier); }

// decide_place.cpp: where a case lies and who holds it there.
MaybeRefusal place_new_case(Deciding& it);
MaybeRefusal place_again(Deciding& it);  // amend
MaybeRefusal send_up(Deciding& it);      // escalate
MaybeRefusal send_down(Deciding& it);    // hand_down, send_back, guide
MaybeRefusal send_across(Deciding& it);  // transfer

// decide_orders.cpp: orders to units and what units do with them.
MaybeRefusal give_orders(Deciding& it);       // dispatch, conclude, reinforce
MaybeRefusal give_out(Deciding& it);          // transfer_out
MaybeRefusal act_on_order(Deciding& it);      // sign, decline, start, arrive, feedback …
MaybeRefusal take_back_orders(Deciding& it);  // withdraw
MaybeRefusal let_go(Deciding& it);            // release

// decide_policy.cpp: what the county's rules ask for beyond the lifecycle.
MaybeRefusal check_policy(Deciding& it);

}  // namespace gridcase::rules
