// What is remembered of the events; facts_read.cpp makes facts of it.
#include "rules/facts.hpp"

#include "rules/join.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

using A = ActionKind;

// Work that a unit begins by itself is no order.
bool gives_orders(A kind) { return kind != A::handle && kind != A::guide; }

// Number of the order the unit is at work on; 0 if it has none.
std::int32_t open_order_of(const model::Snapshot& snapshot, const std::string& unit) {
  for (const Assignment& order : snapshot.assignments) {
    if (order.unit == unit && order.is_open()) return order.no;
  }
  return 0;
}

bool is_answer(Outcome outcome) { return outcome == Outcome::passed || outcome == Outcome::failed; }

}  // namespace

FactMeter::Deed FactMeter::deed(const Event& event) {
  return {event.happened, event.actor.unit, event.actor.person, event.outcome == Outcome::passed};
}

void FactMeter::add(const Event& event) {
  const bool was_accepted = snapshot().summary.accepted.has_value();
  const bool was_filed = snapshot().summary.filed.has_value();
  const std::size_t orders = snapshot().assignments.size();
  const std::int32_t dispatch = latest_dispatch(snapshot().assignments);
  const std::int32_t own = open_order_of(snapshot(), event.actor.unit);
  meter_.add(event);
  if (!was_accepted && snapshot().summary.accepted) accepted_ = deed(event);
  note_filing(event, was_filed);
  note_orders(event, orders, dispatch);
  note_own_order(event, own);
  note_clocks(event);
  note_checks(event);
  note_end(event);
}

void FactMeter::note_filing(const Event& event, bool was_filed) {
  if (was_filed || !snapshot().summary.filed) return;
  filed_ = deed(event);
  checked_before_filing_ = snapshot().summary.checked.has_value();
}

void FactMeter::note_orders(const Event& event, std::size_t before, std::int32_t dispatch_before) {
  if (!gives_orders(event.action.kind)) return;
  for (std::size_t i = before; i < snapshot().assignments.size(); ++i) {
    const Assignment& order = snapshot().assignments[i];
    if (order.role == AssignmentRole::consult) continue;
    given_.insert(order.no);
    if (order.dispatch > dispatch_before) dispatches_.emplace(order.dispatch, deed(event));
  }
}

void FactMeter::note_own_order(const Event& event, std::int32_t number) {
  if (event.action.kind == A::decline) {
    returns_.push_back(deed(event));
    if (number != 0) declined_.insert(number);
  }
  if (event.action.kind == A::send_back) returns_.push_back(deed(event));
  if (event.action.kind == A::feedback && number != 0) {
    fed_back_by_[number] = event.actor.person;
  }
}

void FactMeter::note_clocks(const Event& event) {
  for (const ClockEntry& entry : event.facts.clocks) {
    if (entry.step == ClockStep::stop) met_by_[entry.clock] = event.actor.person;
    if (entry.step == ClockStep::resume) met_by_.erase(entry.clock);
  }
}

void FactMeter::note_checks(const Event& event) {
  switch (event.action.kind) {
  case A::check:
    if (is_answer(event.outcome)) checks_.push_back(deed(event));
    break;
  case A::confirm:
    if (is_answer(event.outcome)) confirmations_.push_back(deed(event));
    break;
  case A::consult:
    if (event.before.state != event.after.state) consultations_.push_back(deed(event));
    break;
  case A::conclude:
    if (!consultations_.empty()) consultations_.back().passed = event.outcome == Outcome::passed;
    break;
  default: break;
  }
}

void FactMeter::note_end(const Event& event) {
  const bool is_closed = event.after.state == State::closed;
  if (is_closed && event.before.state != State::closed) closed_ = deed(event);
  if (!is_closed && event.before.state == State::closed) reopened_ = true;
  switch (event.action.kind) {
  case A::follow_up:
  case A::rate: followed_up_ = event.happened; break;
  case A::settle: settled_ = event.action.passed; break;
  case A::transfer_out: transferred_ = true; break;
  case A::accept:
    if (snapshot().summary.nature == Nature::contact) transferred_ = true;
    break;
  default: break;
  }
}

}  // namespace gridcase::rules
