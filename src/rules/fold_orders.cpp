#include "rules/fold_orders.hpp"

#include "rules/assignment_machine.hpp"
#include "rules/join.hpp"
#include "rules/returns.hpp"
#include "rules/waiting.hpp"
#include "rules/word_set.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace gridcase::rules {
namespace {

using A = ActionKind;
using Assignments = std::vector<Assignment>;

void set_first(std::optional<Instant>& time, Instant when) {
  if (!time) time = when;
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
               std::int32_t dispatch, const Event& event) {
  Assignment& order = assignments.emplace_back();
  order.no = static_cast<std::int32_t>(assignments.size());
  order.unit = std::move(unit);
  order.role = role;
  order.dispatch = dispatch;
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
  const bool names_lead = std::any_of(orders.begin(), orders.end(), [](const Order& order) {
    return order.role == AssignmentRole::lead;
  });
  const std::int32_t dispatch = latest_dispatch(assignments) + (names_lead ? 1 : 0);
  for (const Order& order : orders)
    add_order(assignments, order.unit, order.role, dispatch, event);
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

// All but those that go on, for who holds the scene holds it until somebody takes it over.
void end_all(Assignments& assignments, OrderStep how, const Event& event) {
  const std::vector<std::int32_t>& kept = event.facts.kept;
  for (Assignment& order : assignments) {
    const bool goes_on = std::find(kept.begin(), kept.end(), order.no) != kept.end();
    if (order.is_open() && !goes_on) take(order, how, event.happened);
  }
}

// Work the holder, or the unit it guides, takes on without an order.
void take_on(Assignments& assignments, const Event& event) {
  add_order(assignments, event.facts.holder, AssignmentRole::lead, latest_dispatch(assignments) + 1,
            event);
  Assignment& order = assignments.back();
  take(order, OrderStep::sign, event.happened);
  order.signed_at = event.happened;
}

// The lead and those of its dispatch are at work again, each with its latest order and the lead as
// such; who finished under an earlier lead is not.
void rework(Assignments& assignments, Instant when) {
  const auto lead = std::find_if(assignments.rbegin(), assignments.rend(), [](const Assignment& a) {
    return a.role == AssignmentRole::lead &&
           (a.state == AssignmentState::done || a.state == AssignmentState::released);
  });
  if (lead == assignments.rend()) return;
  const bool was_let_go = lead->state == AssignmentState::released;  // another's result was enough
  take(*lead, OrderStep::rework, when);
  if (was_let_go) lead->signed_at.reset();
  std::set<std::string_view> back{lead->unit};
  for (auto order = assignments.rbegin(); order != assignments.rend(); ++order) {
    const bool was_done = order->state == AssignmentState::done &&
                          order->dispatch == lead->dispatch &&
                          order->role != AssignmentRole::consult;
    if (was_done && back.insert(order->unit).second) take(*order, OrderStep::rework, when);
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
    insert_ascending(order->handlers, event.actor.person);
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

// What both are to count; heads of lists that use the same codes are added up.
void add_checklist(std::vector<CheckItem>& own, const std::vector<CheckItem>& theirs) {
  for (const CheckItem& item : theirs) {
    const auto same = std::find_if(own.begin(), own.end(),
                                   [&](const CheckItem& one) { return one.code == item.code; });
    if (same == own.end()) {
      own.push_back(item);
    } else {
      same->expected += item.expected;
      same->counted += item.counted;
    }
  }
}

// It waits for what the other waited for, but not for who waits for it.
void add_waiting(Assignments& assignments, Assignment& own, const Assignment& theirs) {
  if (!theirs.freed) {
    for (const std::int32_t number : theirs.after) {
      const bool is_new = std::find(own.after.begin(), own.after.end(), number) == own.after.end();
      if (is_new) own.after.push_back(number);
    }
    if (!theirs.after.empty()) own.freed.reset();
  }
  wait_for_instead(assignments, theirs.no, own.no);
  const auto is_circle = [&](std::int32_t number) {
    const auto further = awaited(assignments, number);
    return number == own.no || number == theirs.no ||
           std::find(further.begin(), further.end(), own.no) != further.end();
  };
  auto& after = own.after;
  after.erase(std::remove_if(after.begin(), after.end(), is_circle), after.end());
}

// The successor's own order takes up what the other asked for. The stronger role goes over to it,
// so that nobody finds a lead in an order that is over.
void unite(Assignments& assignments, Assignment& own, Assignment& theirs, Instant when) {
  if (is_stronger(theirs.role, own.role)) std::swap(own.role, theirs.role);
  own.dispatch = std::max(own.dispatch, theirs.dispatch);
  own.forced = own.forced || theirs.forced;
  const bool is_more =
      own.state == AssignmentState::finished && theirs.state != AssignmentState::finished;
  if (is_more) take(own, OrderStep::rework, when);
  add_checklist(own.checklist, theirs.checklist);
  theirs.checklist.clear();
  add_waiting(assignments, own, theirs);
  if (!theirs.task.empty()) own.task += (own.task.empty() ? "" : "; ") + theirs.task;
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
  unite(assignments, *own, *theirs, event.happened);
  take(*theirs, OrderStep::release, event.happened);
}

void call_consultation(Assignments& assignments, const Event& event) {
  if (event.before.state != event.after.state) {
    end_all(assignments, OrderStep::release, event);
  }
  for (const std::string& unit : event.action.units)
    add_order(assignments, unit, AssignmentRole::consult, 0, event);
}

// Orders that came back, by the declaration of the way.
void send_back(Assignments& assignments, const Return& way, const Event& event) {
  if (event.action.kind == A::decline) {
    end_one(assignments, event.actor.unit, OrderStep::decline, event.happened);
  }
  switch (way.siblings) {
  case Siblings::keep: break;
  case Siblings::withdraw: end_all(assignments, OrderStep::withdraw, event); break;
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
    end_all(assignments, OrderStep::release, event);
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
  case A::annul: end_all(assignments, OrderStep::release, event); break;
  default: break;
  }
}

}  // namespace

void apply_to_orders(std::vector<Assignment>& assignments, const Event& event) {
  if (const Return* way = return_of(event)) {
    send_back(assignments, *way, event);
  } else {
    apply_action(assignments, event);
  }
  for (const std::int32_t number : event.facts.let_go) {
    take(assignments[static_cast<std::size_t>(number) - 1], OrderStep::release, event.happened);
  }
  free_orders(assignments, event.happened);
}

}  // namespace gridcase::rules
