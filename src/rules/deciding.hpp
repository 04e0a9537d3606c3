#pragma once
// One decision under way: what is given, and the event as far as it is known. Shared by the files
// that make up `decide`; nobody else includes it.

#include "rules/decide.hpp"
#include "rules/phases.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gridcase::rules {

using MaybeRefusal = std::optional<Refusal>;

// What the command ids of the engine's own actions begin with. Being unique, they are what makes
// each of them happen once.
inline constexpr std::string_view engine_command = "tick.";

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
  // Orders are out, and somebody has one.
  bool is_at_work() const {
    const auto& all = subject().assignments;
    return is_sent_out(event.before.state) &&
           std::any_of(all.begin(), all.end(), [](const Assignment& one) { return one.is_open(); });
  }
  bool uses(Tier tier) const {
    return std::find(rules().tiers.begin(), rules().tiers.end(), tier) != rules().tiers.end();
  }
  // The unit of ground the case lies on, the smallest that the organization still knows; the holder
  // if there is none.
  const std::string& ground() const {
    for (const std::string* code : {&summary().grid, &summary().village, &summary().township}) {
      if (directory().unit(*code) != nullptr) return *code;
    }
    return summary().holder;
  }
  // Whether the holder, or the actor in its place, may send the case or an order to the unit.
  bool may_send(const std::string& unit) const {
    const std::string& holder = summary().holder;
    return (directory().unit(holder) != nullptr && directory().may_send(holder, unit)) ||
           directory().may_send(actor.unit, unit);
  }
};

// decide.cpp: a refusal that names the field, unless the unit exists at that time.
MaybeRefusal check_unit(const Deciding& it, std::string_view field, const std::string& code);

constexpr Outcome to_tier(Tier tier) { return static_cast<Outcome>(tier); }

// decide_place.cpp: where a case lies and who holds it there.
MaybeRefusal place_new_case(Deciding& it);
MaybeRefusal place_again(Deciding& it);
MaybeRefusal amend_case(Deciding& it);
MaybeRefusal send_up(Deciding& it);      // escalate
MaybeRefusal send_down(Deciding& it);    // hand_down, send_back, guide
MaybeRefusal send_across(Deciding& it);  // transfer

// decide_giving.cpp: orders to units.
MaybeRefusal give_orders(Deciding& it);  // dispatch, conclude, reinforce
MaybeRefusal give_out(Deciding& it);     // transfer_out
// The unit's order that goes on from before ends: another begins with the event.
void replace_open_order(Deciding& it, const std::string& unit);

// decide_orders.cpp: what units do with their orders, and rooms that take them back.
MaybeRefusal act_on_order(Deciding& it);      // sign, decline, start, arrive, feedback …
MaybeRefusal take_back_orders(Deciding& it);  // withdraw
MaybeRefusal let_go(Deciding& it);            // release
void keep_scene(Deciding& it);                // who holds the scene goes on when others end
void let_all_go(Deciding& it);                // the case ends

// decide_cases.cpp: what a case is to others.
MaybeRefusal tie_to_other(Deciding& it);  // merge, link, and reports of a part
MaybeRefusal cut_loose(Deciding& it);     // split

// decide_hands.cpp: consultations, checks, mediations, and units that are no more.
MaybeRefusal ask_for_check(Deciding& it);  // check, confirm
MaybeRefusal call_units(Deciding& it);     // consult
MaybeRefusal mediate(Deciding& it);
MaybeRefusal take_over(Deciding& it);
MaybeRefusal ask_reporter(Deciding& it);  // follow_up
MaybeRefusal check_record(Deciding& it);  // enter_record

// decide_intake.cpp: contacts, alerts and articles, and cases that come of them.
// Of enter_record: what only some natures take, and what else contacts, alerts and articles need.
MaybeRefusal check_fields_of_nature(const Deciding& it);
MaybeRefusal check_incoming(Deciding& it);
bool is_step_of_record(ActionKind kind) noexcept;  // another than for a case
MaybeRefusal handle_record(Deciding& it);
MaybeRefusal check_origin(Deciding& it);  // a report that follows a contact or an alert
void note_proxy(Deciding& it);
// Whether matters of that kind take the action at all; the lifecycle knows records as one.
bool is_for(const CaseSummary& summary, ActionKind kind) noexcept;

// decide_clocks.cpp: clocks that start, stop and are held with the event, and actions about clocks.
MaybeRefusal keep_clocks(Deciding& it);

// decide_policy.cpp: what the county's rules ask for beyond the lifecycle.
MaybeRefusal check_policy(Deciding& it);

}  // namespace gridcase::rules
