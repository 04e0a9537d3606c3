#include "rules/fold.hpp"

#include "rules/assignment_machine.hpp"
#include "rules/clock_fold.hpp"
#include "rules/returns.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

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

// ---- assignments -------------------------------------------------------------------------------

using Assignments = std::vector<Assignment>;

void insert(std::vector<std::string>& ascending, const std::string& word) {
  const auto at = std::lower_bound(ascending.begin(), ascending.end(), word);
  if (at == ascending.end() || *at != word) ascending.insert(at, word);
}

void take(Assignment& order, OrderStep step, Instant when) {
  const auto after = advance(order.state, step);
  if (!after) {
    throw Error(ErrorCode::corrupt, "the history has a step that the order could not take");
  }
  order.state = *after;
  if (!order.is_open()) {
    order.ended = when;
  } else if (step == OrderStep::rework) {
    order.ended.reset();
    order.conclusive = false;
    order.finished.reset();
    if (!order.after.empty()) order.freed.reset();
    ++order.round;
  }
}

const Assignment* latest_of(const Assignments& assignments, const std::string& unit) {
  const auto found = std::find_if(assignments.rbegin(), assignments.rend(),
                                  [&](const Assignment& a) { return a.unit == unit; });
  return found == assignments.rend() ? nullptr : &*found;
}

void add_order(Assignments& assignments, std::string unit, AssignmentRole role,
               const Event& event) {
  Assignment& order = assignments.emplace_back();
  order.no = static_cast<std::int32_t>(assignments.size());
  order.unit = std::move(unit);
  order.role = role;
  order.forced = event.action.forced;
  order.ordered = event.happened;
  order.freed = event.happened;
}

// Others that waited for one order wait for another in its place.
void wait_for_instead(Assignments& assignments, std::int32_t old, std::int32_t now) {
  for (Assignment& order : assignments) {
    if (order.no != now) std::replace(order.after.begin(), order.after.end(), old, now);
  }
}

// Who waited for the unit's order that it declined waits for the one it has got now.
void wait_for_new(Assignments& assignments, std::size_t first, const Assignment& given) {
  for (std::size_t i = 0; i < first; ++i) {
    const Assignment& old = assignments[i];
    if (old.unit == given.unit && old.state == AssignmentState::declined) {
      wait_for_instead(assignments, old.no, given.no);
    }
  }
}

void add_orders(Assignments& assignments, const Event& event) {
  const std::vector<Order>& orders = event.action.orders;
  const std::size_t first = assignments.size();
  for (const Order& order : orders)
    add_order(assignments, order.unit, order.role, event);
  for (std::size_t i = 0; i < orders.size(); ++i) {
    Assignment& order = assignments[first + i];
    order.checklist = orders[i].checklist;
    for (const std::string& unit : orders[i].after)
      order.after.push_back(latest_of(assignments, unit)->no);
    wait_for_new(assignments, first, order);
    if (!order.after.empty()) order.freed.reset();
  }
}

Assignment* open_one(Assignments& assignments, const std::string& unit) {
  const auto found = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& a) {
    return a.unit == unit && a.is_open();
  });
  return found == assignments.end() ? nullptr : &*found;
}

void end_one(Assignments& assignments, const std::string& unit, OrderStep how, Instant when) {
  if (Assignment* order = open_one(assignments, unit)) take(*order, how, when);
}

void end_all(Assignments& assignments, OrderStep how, Instant when) {
  for (Assignment& order : assignments) {
    if (order.is_open()) take(order, how, when);
  }
}

// Work the holder, or the unit it guides, takes on without an order.
void take_on(Assignments& assignments, const Event& event) {
  add_order(assignments, event.facts.holder, AssignmentRole::lead, event);
  Assignment& order = assignments.back();
  take(order, OrderStep::sign, event.happened);
  order.signed_at = event.happened;
}

// The lead and those who were ordered with it or after it are at work again; who finished under an
// earlier lead is not.
void rework(Assignments& assignments, Instant when) {
  const auto lead = std::find_if(assignments.rbegin(), assignments.rend(), [](const Assignment& a) {
    return a.role == AssignmentRole::lead &&
           (a.state == AssignmentState::done || a.state == AssignmentState::released);
  });
  if (lead == assignments.rend()) return;
  const Instant since = lead->ordered;
  if (lead->state == AssignmentState::released) {  // another's result had been enough
    take(*lead, OrderStep::rework, when);
    lead->signed_at.reset();
  }
  for (Assignment& order : assignments) {
    if (order.state == AssignmentState::done && order.ordered >= since &&
        order.role != AssignmentRole::consult) {
      take(order, OrderStep::rework, when);
    }
  }
}

void sign(Assignment& order, Instant when) {
  take(order, OrderStep::sign, when);
  order.signed_at = when;
}

// What a unit does with its own order.
void act(Assignment& order, const Event& event) {
  const Instant when = event.happened;
  switch (event.action.kind) {
  case A::sign: sign(order, when); break;
  case A::start: set_first(order.begun, when); break;
  case A::contact:
    take(order, OrderStep::contact, when);
    set_first(order.contacted, when);
    break;
  case A::arrive:
    take(order, OrderStep::arrive, when);
    set_first(order.arrived, when);
    break;
  case A::control:
    take(order, OrderStep::control, when);
    set_first(order.controlled, when);
    break;
  case A::finish:
    take(order, OrderStep::finish, when);
    set_first(order.finished, when);
    break;
  case A::feedback:
    take(order, OrderStep::feed_back, when);
    order.conclusive = event.action.conclusive;
    break;
  default: break;
  }
  for (const CheckItem& counted : event.action.counts) {
    for (CheckItem& item : order.checklist) {
      if (item.code == counted.code) item.counted = counted.counted;
    }
  }
}

bool is_work(A kind) {
  return kind == A::sign || kind == A::start || kind == A::arrive || kind == A::control ||
         kind == A::finish || kind == A::feedback;
}

void act_on_own(Assignments& assignments, const Event& event) {
  Assignment* order = open_one(assignments, event.actor.unit);
  if (order == nullptr) return;
  act(*order, event);
  if (is_work(event.action.kind) && !event.actor.person.empty()) {
    insert(order->handlers, event.actor.person);
  }
}

// One that was declined ends when nobody is to wait for it any more.
void release_one(Assignments& assignments, const std::string& unit, Instant when) {
  if (open_one(assignments, unit) != nullptr) {
    return end_one(assignments, unit, OrderStep::release, when);
  }
  const auto declined =
      std::find_if(assignments.rbegin(), assignments.rend(), [&](const Assignment& a) {
        return a.unit == unit && a.state == AssignmentState::declined;
      });
  if (declined != assignments.rend()) take(*declined, OrderStep::release, when);
}

// Which of two roles asks for more.
bool is_stronger(AssignmentRole a, AssignmentRole b) {
  constexpr AssignmentRole by_weight[] = {AssignmentRole::lead,    AssignmentRole::assist,
                                          AssignmentRole::support, AssignmentRole::scene,
                                          AssignmentRole::verify,  AssignmentRole::consult};
  return std::find(std::begin(by_weight), std::end(by_weight), a) <
         std::find(std::begin(by_weight), std::end(by_weight), b);
}

// The successor's own order takes up what the other asked for.
void unite(Assignments& assignments, Assignment& own, Assignment& theirs) {
  if (is_stronger(theirs.role, own.role)) own.role = theirs.role;
  own.ordered = std::min(own.ordered, theirs.ordered);  // what was given with a lead's still counts
  own.forced = own.forced || theirs.forced;
  for (const CheckItem& item : theirs.checklist) {
    const auto is_same = [&](const CheckItem& one) { return one.code == item.code; };
    if (std::none_of(own.checklist.begin(), own.checklist.end(), is_same))
      own.checklist.push_back(item);
  }
  for (const std::int32_t number : theirs.after) {
    const bool is_new = std::find(own.after.begin(), own.after.end(), number) == own.after.end();
    if (is_new && number != own.no) own.after.push_back(number);
  }
  own.after.erase(std::remove(own.after.begin(), own.after.end(), theirs.no), own.after.end());
  if (!own.after.empty() && !theirs.freed) own.freed.reset();
  if (!theirs.task.empty()) own.task += (own.task.empty() ? "" : "; ") + theirs.task;
  wait_for_instead(assignments, theirs.no, own.no);
}

// Where both have an order, the successor's own goes on for both.
void take_over_orders(Assignments& assignments, const Event& event) {
  const std::string& gone = event.action.units.front();
  Assignment* theirs = open_one(assignments, gone);
  if (theirs == nullptr) return;
  Assignment* own = open_one(assignments, event.action.unit);
  if (own == nullptr) {
    theirs->unit = event.action.unit;
    return;
  }
  unite(assignments, *own, *theirs);
  take(*theirs, OrderStep::release, event.happened);
}

void call_consultation(Assignments& assignments, const Event& event) {
  if (event.before.state != event.after.state) {
    end_all(assignments, OrderStep::release, event.happened);
  }
  for (const std::string& unit : event.action.units)
    add_order(assignments, unit, AssignmentRole::consult, event);
}

// Orders that came back, by the declaration of the way.
void send_back(Assignments& assignments, const Return& way, const Event& event) {
  if (event.action.kind == A::decline) {
    end_one(assignments, event.actor.unit, OrderStep::decline, event.happened);
  }
  switch (way.siblings) {
  case Siblings::keep: break;
  case Siblings::withdraw: end_all(assignments, OrderStep::withdraw, event.happened); break;
  case Siblings::rework: rework(assignments, event.happened); break;
  }
}

// An order that waited is free when all it waited for has ended; what was declined has not, before
// the room has let it go.
void free_orders(Assignments& assignments, Instant when) {
  const auto is_in_the_way = [&](std::int32_t number) {
    const Assignment& other = assignments[static_cast<std::size_t>(number) - 1];
    return other.is_open() || other.state == AssignmentState::declined;
  };
  for (Assignment& order : assignments) {
    if (order.freed || !order.is_open()) continue;
    if (std::none_of(order.after.begin(), order.after.end(), is_in_the_way)) order.freed = when;
  }
}

void apply_action(Assignments& assignments, const Event& event) {
  const Instant when = event.happened;
  switch (event.action.kind) {
  case A::dispatch:
  case A::reinforce:
  case A::transfer_out: add_orders(assignments, event); break;
  case A::conclude:
    end_all(assignments, OrderStep::release, when);
    add_orders(assignments, event);
    break;
  case A::handle: take_on(assignments, event); break;
  case A::guide:
    if (event.before.state != event.after.state) take_on(assignments, event);
    break;
  case A::sign:
  case A::start:
  case A::contact:
  case A::arrive:
  case A::control:
  case A::progress:
  case A::finish:
  case A::feedback: act_on_own(assignments, event); break;
  case A::decline: end_one(assignments, event.actor.unit, OrderStep::decline, when); break;
  case A::withdraw:
    if (!event.action.unit.empty()) {
      end_one(assignments, event.action.unit, OrderStep::withdraw, when);
    }
    break;
  case A::release: release_one(assignments, event.action.unit, when); break;
  case A::consult: call_consultation(assignments, event); break;
  case A::take_over: take_over_orders(assignments, event); break;
  case A::escalate:
  case A::hand_down:
  case A::transfer:
  case A::force_close:
  case A::annul: end_all(assignments, OrderStep::release, when); break;
  default: break;
  }
}

const Return* way_back(const Event& event) {
  return return_of(event.before.state, event.action.kind, event.outcome, event.after.state);
}

void apply_to_assignments(Assignments& assignments, const Event& event) {
  if (const Return* way = way_back(event)) {
    send_back(assignments, *way, event);
  } else {
    apply_action(assignments, event);
  }
  for (const std::int32_t number : event.facts.let_go) {
    take(assignments[static_cast<std::size_t>(number) - 1], OrderStep::release, event.happened);
  }
  free_orders(assignments, event.happened);
}

// ---- summary -----------------------------------------------------------------------------------

void apply_report(CaseSummary& summary, const Event& event) {
  const Action& action = event.action;
  summary.id = event.case_id;
  summary.number = event.facts.number;
  summary.nature = action.nature;
  if (action.kind == A::enter_record) summary.about = action.unit;
  summary.campaign = event.facts.campaign;
  summary.title = action.title;
  summary.category = action.category;
  summary.grade = action.grade;
  summary.request = action.request;
  summary.channel = action.channel;
  summary.point = action.point;
  summary.drill = action.drill;
  summary.reporter_unit = event.actor.unit;
  summary.reporter_person = event.actor.person;
  summary.origin = tier_of(event.after.state).value_or(Tier::county);
  summary.policy_version = event.policy_version;
  summary.occurred = action.occurred.value_or(event.happened);
  summary.reported = event.happened;
  summary.due = action.due;
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

void apply_lead(CaseSummary& summary, const Event& event) {
  for (const Order& order : event.action.orders) {
    if (order.role == AssignmentRole::lead) summary.lead = order.unit;
  }
  const bool takes_on = event.action.kind == A::handle ||
                        (event.action.kind == A::guide && event.before != event.after);
  if (takes_on) summary.lead = event.facts.holder;
  set_first(summary.first_receiver, summary.lead);
  if (loses_lead(event)) summary.lead.clear();
  const bool begins = event.before.state != event.after.state && sends_out(event.action.kind);
  if (begins) summary.join = event.action.join;
}

// The unit that is no more, wherever it stands; it leads no more if the order it had was to lead.
void apply_succession(CaseSummary& summary, const Assignments& assignments, const Event& event) {
  if (event.action.kind != A::take_over) return;
  for (std::string* unit : {&summary.checker, &summary.first_receiver, &summary.sender}) {
    if (*unit == event.action.units.front()) *unit = event.action.unit;
  }
  for (const Assignment& order : assignments) {
    if (order.is_open() && order.role == AssignmentRole::lead) summary.lead = order.unit;
  }
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
  case A::recalculate: return true;
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
      insert(summary.verifiers, who.person.empty() ? who.unit : who.unit + '/' + who.person);
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
  if (reopens(event)) summary.replied = false;
  if (reopens(event) && event.action.kind == A::follow_up) {
    summary.confirmed.reset();
    ++summary.returns;
  }
  if (is_end(event.after.state)) summary.waiting_since.reset();
  if (phase_of(event.after.state) == Phase::review && is_sent_out(event.before.state)) {
    summary.handled = when;
  }
  const Return* way = way_back(event);
  const bool goes_to_work = is_sent_out(event.after.state) && !is_sent_out(event.before.state);
  if (way != nullptr ? way->undoes_work : goes_to_work) {
    summary.handled.reset();
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
  apply_ties(summary, event.action);
  apply_lead(summary, event);
  apply_attention(summary, event);
  apply_times(summary, event);
  apply_mode(summary, event);
  apply_checker(summary, event);
  apply_end(summary, event);
  apply_requester(summary, event.action);
}

template <typename Item> void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void add_tasks(std::vector<Assignment>& assignments, const Action& action) {
  const std::size_t first = assignments.size() - std::min(assignments.size(), action.orders.size());
  for (std::size_t i = first; i < assignments.size(); ++i)
    assignments[i].task = action.orders[i - first].task;
}

void apply_to_conferences(std::vector<Consultation>& conferences, const Event& event) {
  const Action& action = event.action;
  const bool is_open = !conferences.empty() && !conferences.back().concluded;
  if (action.kind == A::consult) {
    if (!is_open) conferences.emplace_back().called = event.happened;
    Consultation& it = conferences.back();
    set_if(it.reason, action.reason);
    append(it.units, action.units);
    append(it.parties, action.parties);
  } else if (action.kind == A::conclude && is_open) {
    Consultation& it = conferences.back();
    it.concluded = event.happened;
    it.agreed = *action.passed;
    it.minutes = action.text;
    it.opinion = action.note;
    for (const Order& order : action.orders) {
      if (order.role == AssignmentRole::lead) it.lead = order.unit;
    }
  }
}

}  // namespace

void apply(model::Snapshot& snapshot, const Event& event) {
  apply_to_assignments(snapshot.assignments, event);
  apply_to_summary(snapshot.summary, event);
  apply_succession(snapshot.summary, snapshot.assignments, event);
  apply_clocks(snapshot.clocks, event);
  note_clocks(snapshot.summary, snapshot.clocks);
}

void apply(Case& whole, const Event& event) {
  const Action& action = event.action;
  apply_to_assignments(whole.assignments, event);
  apply_to_summary(whole, event);
  apply_succession(whole, whole.assignments, event);
  apply_clocks(whole.clocks, event);
  note_clocks(whole, whole.clocks);
  if (action.kind != A::conclude && action.kind != A::broadcast) set_if(whole.text, action.text);
  set_if(whole.address, action.address);
  set_if(whole.number_dialled, action.number_dialled);
  set_if(whole.reply, action.reply);
  append(whole.parties, action.parties);
  append(whole.external_ids, action.external_ids);
  append(whole.attachments, action.attachments);
  append(whole.figures, action.figures);
  if (action.other_case != CaseId::none && action.kind != A::merge) {
    whole.links.push_back({action.other_case, action.relation.value_or(Relation::related)});
  }
  add_tasks(whole.assignments, action);
  apply_to_conferences(whole.conferences, event);
  if (!action.note.empty()) {
    whole.notes.push_back({event.happened, event.actor.unit, action.note, action.internal_note});
  }
  if (action.satisfaction != 0) whole.satisfaction = action.satisfaction;
  set_if(whole.solved, action.solved);
}

}  // namespace gridcase::rules
