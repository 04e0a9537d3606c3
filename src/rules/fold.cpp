#include "rules/fold.hpp"

#include "rules/clock_fold.hpp"
#include "rules/lifecycle_machine.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

using A = ActionKind;

void set_if(std::string& target, const std::string& value) {
  if (!value.empty()) target = value;
}

void set_first(std::optional<Instant>& time, Instant when) {
  if (!time) time = when;
}

// ---- assignments -------------------------------------------------------------------------------

void add_orders(std::vector<Assignment>& assignments, const std::vector<Order>& orders,
                Instant when) {
  for (const Order& order : orders) {
    Assignment assignment;
    assignment.no = static_cast<std::int32_t>(assignments.size()) + 1;
    assignment.unit = order.unit;
    assignment.role = order.role;
    assignment.ordered = when;
    assignments.push_back(std::move(assignment));
  }
}

Assignment* open_one(std::vector<Assignment>& assignments, const std::string& unit) {
  const auto found = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& a) {
    return a.unit == unit && a.is_open();
  });
  return found == assignments.end() ? nullptr : &*found;
}

void end_one(std::vector<Assignment>& assignments, const std::string& unit, AssignmentState how,
             Instant when) {
  if (Assignment* assignment = open_one(assignments, unit)) {
    assignment->state = how;
    assignment->ended = when;
  }
}

void end_all(std::vector<Assignment>& assignments, AssignmentState how, Instant when) {
  for (Assignment& assignment : assignments) {
    if (!assignment.is_open()) continue;
    assignment.state = how;
    assignment.ended = when;
  }
}

// Work the holder, or the unit it guides, takes on without an order.
void take_on(std::vector<Assignment>& assignments, const std::string& unit, Instant when) {
  add_orders(assignments, {{unit, AssignmentRole::lead, {}}}, when);
  assignments.back().state = AssignmentState::signed_for;
  assignments.back().signed_at = when;
}

// The lead and those who were ordered with it or after it are at work again; who finished under an
// earlier lead is not.
void rework(std::vector<Assignment>& assignments) {
  const auto lead = std::find_if(assignments.rbegin(), assignments.rend(), [](const Assignment& a) {
    return a.role == AssignmentRole::lead && a.state == AssignmentState::done;
  });
  if (lead == assignments.rend()) return;
  const Instant since = lead->ordered;
  for (Assignment& assignment : assignments) {
    if (assignment.state != AssignmentState::done || assignment.ordered < since) continue;
    assignment.state = AssignmentState::signed_for;
    assignment.ended.reset();
    ++assignment.round;
  }
}

void apply_to_assignments(std::vector<Assignment>& assignments, const Event& event) {
  const Action& action = event.action;
  const Instant when = event.happened;
  const bool whole = event.outcome == Outcome::whole;
  switch (action.kind) {
  case A::dispatch:
  case A::reinforce:
  case A::conclude:
  case A::transfer_out: add_orders(assignments, action.orders, when); break;
  case A::handle: take_on(assignments, event.facts.holder, when); break;
  case A::guide:
    if (event.before.state != event.after.state) take_on(assignments, event.facts.holder, when);
    break;
  case A::sign:
    if (Assignment* assignment = open_one(assignments, event.actor.unit)) {
      assignment->state = AssignmentState::signed_for;
      assignment->signed_at = when;
    }
    break;
  case A::contact:
    if (Assignment* one = open_one(assignments, event.actor.unit)) set_first(one->contacted, when);
    break;
  case A::arrive:
    if (Assignment* one = open_one(assignments, event.actor.unit)) set_first(one->arrived, when);
    break;
  case A::control:
    if (Assignment* one = open_one(assignments, event.actor.unit)) set_first(one->controlled, when);
    break;
  case A::feedback: end_one(assignments, event.actor.unit, AssignmentState::done, when); break;
  case A::decline:
    end_one(assignments, event.actor.unit, AssignmentState::declined, when);
    if (whole) end_all(assignments, AssignmentState::withdrawn, when);
    break;
  case A::withdraw:
    if (whole)
      end_all(assignments, AssignmentState::withdrawn, when);
    else
      end_one(assignments, action.unit, AssignmentState::withdrawn, when);
    break;
  case A::release: end_one(assignments, action.unit, AssignmentState::released, when); break;
  case A::escalate:
  case A::hand_down:
  case A::transfer:
  case A::force_close:
  case A::annul: end_all(assignments, AssignmentState::released, when); break;
  case A::confirm:
    if (event.outcome == Outcome::failed) rework(assignments);
    break;
  case A::send_back:
    if (phase_of(event.after.state) == Phase::handling) rework(assignments);
    break;
  case A::consult: end_all(assignments, AssignmentState::released, when); break;
  default: break;
  }
}

// ---- summary -----------------------------------------------------------------------------------

void apply_report(CaseSummary& summary, const Event& event) {
  const Action& action = event.action;
  summary.id = event.case_id;
  summary.number = event.facts.number;
  summary.title = action.title;
  summary.category = action.category;
  summary.grade = action.grade;
  summary.request = action.request;
  summary.channel = action.channel;
  summary.point = action.point;
  summary.drill = action.drill;
  summary.reporter_unit = event.actor.unit;
  summary.reporter_person = event.actor.person;
  summary.origin = *tier_of(event.after.state);
  summary.policy_version = event.policy_version;
  summary.occurred = action.occurred.value_or(event.happened);
  summary.reported = event.happened;
  summary.due = action.due;
}

bool amends(A kind) {
  return kind == A::amend || kind == A::reclassify || kind == A::file || kind == A::expedite;
}

void apply_amendment(CaseSummary& summary, const Action& action) {
  set_if(summary.title, action.title);
  set_if(summary.category, action.category);
  set_if(summary.grade, action.grade);

  if (action.request != RequestKind::unstated) summary.request = action.request;
  if (action.point) summary.point = action.point;
  if (action.occurred) summary.occurred = *action.occurred;
}

// Where the case lies and who has it, as far as the rules decided it with this event.
void apply_facts(CaseSummary& summary, const Event& event) {
  if (!event.facts.grid.empty() || !event.facts.village.empty() || !event.facts.township.empty()) {
    summary.grid = event.facts.grid;
    summary.village = event.facts.village;
    summary.township = event.facts.township;
  }
  set_if(summary.holder, event.facts.holder);
}

bool is_sent_out(State state) {
  return phase_of(state) == Phase::dispatched || phase_of(state) == Phase::handling;
}

// Nobody leads before orders are out, and nobody after they have all ended.
bool loses_lead(const Event& event) {
  const auto phase = phase_of(event.after.state);
  if (phase == Phase::intake || phase == Phase::triage || phase == Phase::returned ||
      phase == Phase::consulting) {
    return true;
  }
  return event.action.kind == A::reopen && is_sent_out(event.after.state);
}

void apply_lead(CaseSummary& summary, const Event& event) {
  for (const Order& order : event.action.orders) {
    if (order.role == AssignmentRole::lead) summary.lead = order.unit;
  }
  const bool takes_on = event.action.kind == A::handle ||
                        (event.action.kind == A::guide && event.before != event.after);
  if (takes_on) summary.lead = event.facts.holder;
  if (loses_lead(event)) summary.lead.clear();
}

void apply_times(CaseSummary& summary, const Event& event) {
  const Instant when = event.happened;
  // Work on a case that came back before it was filed files it.
  if (!summary.filed && is_sent_out(event.after.state)) summary.filed = when;
  switch (event.action.kind) {
  case A::accept: set_first(summary.accepted, when); break;
  case A::check:
    if (event.outcome == Outcome::passed) summary.checked = when;
    if (event.outcome == Outcome::failed) summary.checked.reset();
    break;
  case A::file: summary.filed = when; break;
  case A::conclude:
    if (event.outcome == Outcome::passed) summary.dispatched = when;
    break;
  case A::dispatch:
  case A::transfer_out:
    if (event.before.state != event.after.state) summary.dispatched = when;
    break;
  case A::confirm:
    if (event.outcome == Outcome::passed) summary.confirmed = when;
    break;
  case A::suspend:
    summary.resume_at = event.action.until;
    ++summary.suspensions;
    break;
  case A::resume: summary.resume_at.reset(); break;
  case A::reopen: summary.replied = false; break;
  case A::expedite: ++summary.urgency; break;
  case A::request_info:
    if (!summary.waiting_since) summary.waiting_since = when;
    break;
  case A::supply_info: summary.waiting_since.reset(); break;
  case A::contact: set_first(summary.contacted, when); break;
  case A::arrive: set_first(summary.arrived, when); break;
  case A::control: set_first(summary.controlled, when); break;
  default: break;
  }
  if (is_end(event.after.state)) summary.waiting_since.reset();
  if (phase_of(event.after.state) == Phase::review &&
      phase_of(event.before.state) == Phase::handling) {
    summary.handled = when;
  }
  if (is_sent_out(event.after.state) && !is_sent_out(event.before.state)) {
    summary.handled.reset();
    summary.confirmed.reset();
  }
  if (is_return(event.before.state, event.action.kind, event.outcome, event.after.state))
    ++summary.returns;
}

void apply_mode(CaseSummary& summary, const Event& event) {
  switch (event.action.kind) {
  case A::handle: summary.mode = ResolutionMode::self; break;
  case A::guide:
    // Advice to units that have their orders leaves it at that.
    if (summary.mode != ResolutionMode::dispatched || event.before != event.after) {
      summary.mode = ResolutionMode::guided;
    }
    break;
  case A::dispatch:
  case A::conclude:
  case A::transfer_out:
    if (!event.action.orders.empty()) summary.mode = ResolutionMode::dispatched;
    break;
  default: break;
  }
}

void apply_checker(CaseSummary& summary, const Event& event) {
  if (event.outcome == Outcome::requested) {
    summary.checker = event.action.unit;
  } else if (phase_of(event.after.state) != Phase::checking &&
             phase_of(event.after.state) != Phase::confirming &&
             event.after.state != State::suspended && event.after.state != State::merged) {
    summary.checker.clear();
  }
}

void apply_end(CaseSummary& summary, const Event& event) {
  if (is_end(event.after.state) && !is_end(event.before.state)) {
    summary.ended = event.happened;
    if (event.after.state == State::closed) summary.solved_on = tier_of(event.before.state);
    if (event.after.state == State::merged) summary.merged_into = event.action.other_case;
  } else if (!is_end(event.after.state) && is_end(event.before.state)) {
    summary.ended.reset();
    summary.solved_on.reset();
    summary.merged_into = CaseId::none;
  }
}

void apply_requester(CaseSummary& summary, const Action& action) {
  for (const Party& party : action.parties) {
    if (party.role == "requester") summary.has_requester = true;
  }
  if (!action.reply.empty()) summary.replied = true;
}

void apply_to_summary(CaseSummary& summary, const Event& event) {
  if (event.version == 1) apply_report(summary, event);
  summary.version = event.version;
  summary.position = event.after;
  // What the engine adds when it comes to it does not stand in the way of what people did before.
  if (event.action.kind != A::fall_due && event.action.kind != A::recalculate) {
    summary.last_happened = std::max(summary.last_happened, event.happened);
  }
  if (amends(event.action.kind)) apply_amendment(summary, event.action);
  if (event.action.kind == A::rebase) summary.policy_version = event.policy_version;
  apply_facts(summary, event);
  apply_lead(summary, event);
  apply_times(summary, event);
  apply_mode(summary, event);
  apply_checker(summary, event);
  apply_end(summary, event);
  apply_requester(summary, event.action);
}

template <typename Item> void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

void apply(model::Snapshot& snapshot, const Event& event) {
  apply_to_assignments(snapshot.assignments, event);
  apply_to_summary(snapshot.summary, event);
  apply_clocks(snapshot.clocks, event);
  note_clocks(snapshot.summary, snapshot.clocks);
}

void apply(Case& whole, const Event& event) {
  const Action& action = event.action;
  apply_to_assignments(whole.assignments, event);
  apply_to_summary(whole, event);
  apply_clocks(whole.clocks, event);
  note_clocks(whole, whole.clocks);
  set_if(whole.text, action.text);
  set_if(whole.address, action.address);
  set_if(whole.number_dialled, action.number_dialled);
  set_if(whole.reply, action.reply);
  append(whole.parties, action.parties);
  append(whole.external_ids, action.external_ids);
  append(whole.attachments, action.attachments);
  append(whole.figures, action.figures);
  if (action.other_case != CaseId::none && action.kind != A::merge) {
    whole.links.push_back(action.other_case);
  }
  if (!action.note.empty()) {
    whole.notes.push_back({event.happened, event.actor.unit, action.note, action.internal_note});
  }
  if (action.satisfaction != 0) whole.satisfaction = action.satisfaction;
  set_if(whole.solved, action.solved);
}

}  // namespace gridcase::rules
