#include "rules/fold_summary.hpp"

#include "rules/phases.hpp"
#include "rules/returns.hpp"
#include "rules/word_set.hpp"

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

void set_first(std::string& word, const std::string& value) {
  if (word.empty()) word = value;
}

void apply_report(CaseSummary& summary, const Event& event) {
  const Action& action = event.action;
  summary.id = event.case_id;
  summary.number = event.facts.number;
  summary.nature = action.nature;
  summary.type = action.type;
  if (action.kind == A::enter_record) summary.about = action.unit;
  summary.campaign = event.facts.campaign;
  summary.title = action.title;
  summary.category = action.category;
  summary.grade = action.grade;
  summary.request = action.request;
  summary.channel = action.channel;
  summary.number_dialled = action.number_dialled;
  summary.point = action.point;
  summary.drill = action.drill;
  summary.surprise = action.surprise;
  summary.reporter_unit = event.actor.unit;
  summary.reporter_person = event.actor.person;
  summary.origin = tier_of(event.after.state).value_or(Tier::county);
  summary.policy_version = event.policy_version;
  summary.occurred = action.occurred.value_or(event.happened);
  summary.lasted_until = action.lasted_until;
  summary.reported = event.happened;
}

bool makes_part(const Action& action) {
  return (action.kind == A::report || action.kind == A::transfer_in || action.kind == A::link ||
          action.kind == A::enter_record) &&
         action.relation == Relation::part_of;
}

void apply_ties(CaseSummary& summary, const Action& action) {
  if (makes_part(action)) summary.part_of = action.other_case;
  if (action.kind == A::split) summary.part_of = CaseId::none;
}

bool amends(A kind) {
  return kind == A::amend || kind == A::reclassify || kind == A::file || kind == A::expedite ||
         kind == A::settle;
}

void apply_amendment(CaseSummary& summary, const Action& action) {
  set_if(summary.title, action.title);
  set_if(summary.category, action.category);
  set_if(summary.grade, action.grade);

  if (action.request != RequestKind::unstated) summary.request = action.request;
  if (action.point) summary.point = action.point;
  if (action.occurred) summary.occurred = *action.occurred;
  if (action.lasted_until) summary.lasted_until = action.lasted_until;
}

// A limit that came with the report, or was brought forward: amended, or promised to the requester
// of a contact that joined.
void apply_due(CaseSummary& summary, const Action& action) {
  if (action.due) summary.due = action.due;
}

// The alert came again: its window grows.
void apply_repeat(CaseSummary& summary, const Action& action) {
  if (action.kind != A::repeat) return;
  ++summary.repeats;
  const Instant end = action.lasted_until.value_or(action.occurred.value_or(summary.occurred));
  summary.lasted_until = std::max(summary.lasted_until.value_or(summary.occurred), end);
  if (action.occurred) summary.occurred = std::min(summary.occurred, *action.occurred);
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

bool reopens(const Event& event) {
  return event.before.state == State::closed && event.after.state != State::closed;
}

// Nobody leads before orders are out, and nobody after they have all ended.
bool loses_lead(const Event& event) {
  const auto phase = phase_of(event.after.state);
  if (phase == Phase::intake || phase == Phase::triage || phase == Phase::returned ||
      phase == Phase::consulting) {
    return true;
  }
  return reopens(event) && is_sent_out(event.after.state);
}

bool sends_out(A kind) {
  return kind == A::dispatch || kind == A::conclude || kind == A::transfer_out ||
         kind == A::handle || kind == A::guide;
}

// New orders name their join rule, also where the case is out already and nobody is at work.
bool begins_dispatch(const Event& event) {
  return sends_out(event.action.kind) &&
         (event.before.state != event.after.state || !event.action.join.empty());
}

void apply_lead(CaseSummary& summary, const Event& event) {
  for (const Order& order : event.action.orders) {
    if (order.role == AssignmentRole::lead) summary.lead = order.unit;
  }
  const bool takes_on = event.action.kind == A::handle ||
                        (event.action.kind == A::guide && event.before != event.after);
  if (takes_on) summary.lead = event.facts.holder;
  set_first(summary.first_receiver, summary.lead);
  if (loses_lead(event)) summary.lead.clear();
  if (begins_dispatch(event)) summary.join = event.action.join;
}

// What neither takes a case up nor moves it.
bool leaves_untouched(A kind) {
  switch (kind) {
  case A::comment:
  case A::attach:
  case A::link:
  case A::amend:
  case A::reclassify:
  case A::rebase:
  case A::expedite:
  case A::request_info:
  case A::supply_info:
  case A::urge:
  case A::supervise:
  case A::record_outcome:
  case A::mark_hard:
  case A::broadcast:
  case A::take_over:
  case A::fall_due:
  case A::recalculate:
  case A::repeat:
  case A::reveal:
  case A::erase: return true;
  default: return false;
  }
}

void apply_attention(CaseSummary& summary, const Event& event) {
  const Action& action = event.action;
  if (!leaves_untouched(action.kind)) summary.sender = event.facts.sender;
  switch (action.kind) {
  case A::urge: ++summary.urges; break;
  case A::mark_hard:
    if (!action.passed.value_or(true)) {
      summary.hard_since.reset();
    } else if (!summary.hard_since) {
      summary.hard_since = event.happened;
    }
    break;
  case A::supervise:
    summary.supervision = action.passed.value_or(false)
                              ? 0
                              : std::max({summary.supervision, action.level, std::int32_t{1}});
    break;
  case A::consult:
    if (event.before.state != event.after.state) ++summary.consultations;
    break;
  case A::mediate:
    summary.mediation = *action.passed ? Mediation::settled : Mediation::not_settled;
    break;
  case A::confirm:
    if (action.passed) {
      const Actor& who = event.actor;
      insert_ascending(summary.verifiers,
                       who.person.empty() ? who.unit : who.unit + '/' + who.person);
    }
    break;
  default: break;
  }
}

void apply_times(CaseSummary& summary, const Event& event) {
  const Instant when = event.happened;
  // Work on a case that came back before it was filed files it.
  if (!summary.filed && is_sent_out(event.after.state)) summary.filed = when;
  switch (event.action.kind) {
  case A::accept: set_first(summary.accepted, when); break;
  case A::check:
    if (event.outcome == Outcome::requested) summary.check_sent = when;
    if (event.outcome == Outcome::passed) summary.checked = when;
    if (event.outcome == Outcome::failed) summary.checked.reset();
    break;
  case A::file: summary.filed = when; break;
  case A::conclude:
    if (event.outcome == Outcome::passed) summary.dispatched = when;
    break;
  case A::dispatch:
  case A::transfer_out:
    if (begins_dispatch(event)) summary.dispatched = when;
    break;
  case A::confirm:
    if (event.outcome == Outcome::requested) summary.confirm_sent = when;
    if (event.outcome == Outcome::passed) summary.confirmed = when;
    break;
  case A::withdraw:
    if (phase_of(event.before.state) == Phase::checking) summary.check_sent.reset();
    if (phase_of(event.before.state) == Phase::confirming) summary.confirm_sent.reset();
    break;
  case A::suspend:
    summary.resume_at = event.action.until;
    ++summary.suspensions;
    break;
  case A::resume: summary.resume_at.reset(); break;
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
  if (reopens(event)) {
    summary.replied = false;
    summary.confirm_sent.reset();
    summary.confirmed.reset();
    if (event.action.kind == A::follow_up) ++summary.returns;
  }
  if (is_end(event.after.state)) summary.waiting_since.reset();
  if (phase_of(event.after.state) == Phase::review && is_sent_out(event.before.state)) {
    summary.handled = when;
  }
  const Return* way = return_of(event);
  const bool goes_to_work = is_sent_out(event.after.state) && !is_sent_out(event.before.state);
  if (way != nullptr ? way->undoes_work : goes_to_work) {
    summary.handled.reset();
    summary.confirm_sent.reset();
    summary.confirmed.reset();
  }
  if (way != nullptr && way->counts) ++summary.returns;
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

// The unit that is no more, wherever it stands; it leads no more if the order it had was to lead.
void apply_succession(CaseSummary& summary, const std::vector<Assignment>& orders,
                      const Event& event) {
  if (event.action.kind != A::take_over) return;
  for (std::string* unit : {&summary.checker, &summary.first_receiver, &summary.sender}) {
    if (*unit == event.action.units.front()) *unit = event.action.unit;
  }
  for (const Assignment& order : orders) {
    if (order.is_open() && order.role == AssignmentRole::lead) summary.lead = order.unit;
  }
}

// Of a contact: who was asked to take it over, until somebody has.
void apply_offer(CaseSummary& summary, const Event& event) {
  const A kind = event.action.kind;
  if (kind == A::transfer) summary.checker = event.action.unit;
  if (kind == A::accept || kind == A::decline || kind == A::withdraw || is_end(event.after.state))
    summary.checker.clear();
}

void apply_checker(CaseSummary& summary, const Event& event) {
  if (is_record(summary.nature)) return apply_offer(summary, event);
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
    const bool goes_on = event.after.state == State::merged || event.after.state == State::settled;
    if (goes_on) summary.merged_into = event.action.other_case;
  } else if (!is_end(event.after.state) && is_end(event.before.state)) {
    summary.ended.reset();
    summary.solved_on.reset();
    summary.merged_into = CaseId::none;
  }
}

void apply_requester(CaseSummary& summary, const Event& event) {
  const Action& action = event.action;
  if (event.facts.for_requester) summary.has_requester = true;
  // Somebody else joins those who wait.
  if (event.facts.for_requester && action.kind == A::link) summary.replied = false;
  for (const Party& party : action.parties) {
    if (party.role == "requester") summary.has_requester = true;
  }
  if (!action.reply.empty()) summary.replied = true;
  if (action.kind == A::erase) summary.title.clear();
  if (action.satisfaction != 0) summary.satisfaction = action.satisfaction;
  set_if(summary.solved, action.solved);
}

}  // namespace

void apply_to_summary(CaseSummary& summary, const std::vector<Assignment>& orders,
                      const Event& event) {
  if (event.version == 1) apply_report(summary, event);
  summary.version = event.version;
  summary.position = event.after;
  // What the engine adds when it comes to it does not stand in the way of what people did before.
  if (event.action.kind != A::fall_due && event.action.kind != A::recalculate) {
    summary.last_happened = std::max(summary.last_happened, event.happened);
  }
  if (amends(event.action.kind)) apply_amendment(summary, event.action);
  apply_due(summary, event.action);
  apply_repeat(summary, event.action);
  if (event.action.kind == A::rebase) summary.policy_version = event.policy_version;
  apply_facts(summary, event);
  apply_ties(summary, event.action);
  apply_lead(summary, event);
  apply_attention(summary, event);
  apply_times(summary, event);
  apply_mode(summary, event);
  apply_checker(summary, event);
  apply_end(summary, event);
  apply_requester(summary, event);
  apply_succession(summary, orders, event);
}

}  // namespace gridcase::rules
