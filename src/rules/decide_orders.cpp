#include "rules/assignment_machine.hpp"
#include "rules/clock_reckoner.hpp"
#include "rules/deciding.hpp"
#include "rules/join.hpp"
#include "rules/permission.hpp"

#include <utility>

namespace gridcase::rules {
namespace {

using A = ActionKind;

// ---- what a unit does with its order -----------------------------------------------------------

// What the orders come to when this one has taken the step.
Joined after_step(const Deciding& it, const Assignment& order, OrderStep step) {
  std::vector<Assignment> after = it.subject().assignments;
  Assignment& own = after[static_cast<std::size_t>(order.no) - 1];
  own.state = advance(own.state, step).value_or(own.state);
  own.conclusive = step == OrderStep::feed_back && it.event.action.conclusive;
  return join(join_rule(it.rules(), it.summary().join), after);
}

// The case goes to review when its orders have done their work; what is open still ends with it.
void end_order(Deciding& it, const Assignment& order, OrderStep step) {
  if (!is_sent_out(it.event.before.state)) {  // advises, or holds the scene meanwhile
    it.event.outcome = Outcome::partly;
    return;
  }
  Joined joined = after_step(it, order, step);
  it.event.outcome = joined.is_complete ? Outcome::whole : Outcome::partly;
  it.event.facts.let_go = std::move(joined.let_go);
}

MaybeRefusal sign_for(Deciding& it, const Assignment& mine) {
  if (mine.state != AssignmentState::assigned) {
    return refusal(
        RefusalCode::wrong_step, "",
        fmt::format("{} has signed for this order already; go on with start, progress or feedback",
                    mine.unit));
  }
  const bool starts_work = mine.role == AssignmentRole::lead && it.phase() == Phase::dispatched;
  if (it.phase() == Phase::handling) {
    end_order(it, mine, OrderStep::sign);  // where nothing but signatures was waited for
  } else {
    it.event.outcome = starts_work ? Outcome::whole : Outcome::partly;
  }
  return std::nullopt;
}

// Until when an order can be sent back.
Instant end_of_declining(const Deciding& it, const Assignment& mine) {
  const ClockReckoner reckoner(it.situation.policy,
                               {it.situation.timetables, it.situation.own_timetables});
  Limit limit;
  limit.within = *it.rules().decline_within;
  Clock clock;
  clock.limit = limit.within.unit;
  clock.started = mine.ordered;
  const std::string calendar = reckoner.calendar_for(limit, mine.unit);
  const Timetable& timetable = reckoner.timetable_of(calendar);
  clock.budget = timetable.counted(limit.within);
  return deadline_of(clock, timetable);
}

MaybeRefusal check_right_to_decline(const Deciding& it, const Assignment& mine) {
  const CaseRules& rules = it.rules();
  if (mine.forced) {
    return refusal(RefusalCode::cannot_decline, "",
                   "the command centre gave this order without a way back; report what stands in "
                   "the way with progress, or ask for support");
  }
  if (rules.first_receiver && mine.role == AssignmentRole::lead &&
      it.summary().first_receiver == mine.unit) {
    return refusal(RefusalCode::cannot_decline, "",
                   fmt::format("{} was the first to receive the case and stays responsible; ask "
                               "the holder to reinforce it with the units that can help",
                               mine.unit));
  }
  const auto& reasons = rules.decline_reasons;
  const std::string& reason = it.event.action.reason;
  if (!reasons.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
    return refusal(RefusalCode::bad_value, "reason",
                   fmt::format("{} is no reason to decline; the policy has {}", reason,
                               fmt::join(reasons, ", ")));
  }
  if (rules.decline_within && it.event.happened > end_of_declining(it, mine)) {
    return refusal(
        RefusalCode::cannot_decline, "",
        fmt::format("orders can be declined within {}; this one was given {}; ask the holder to "
                    "release or withdraw it",
                    in_words(*rules.decline_within, Language::english),
                    format_local(mine.ordered, it.directory().organization().time_zone)));
  }
  return std::nullopt;
}

// A lead that sends its order back leaves nobody to lead the others: all orders end with it.
MaybeRefusal decline(Deciding& it, const Assignment& mine) {
  if (mine.role == AssignmentRole::consult) {
    it.event.outcome = Outcome::partly;
    return std::nullopt;
  }
  if (mine.state == AssignmentState::finished) {
    return refusal(RefusalCode::wrong_step, "",
                   fmt::format("{} has finished the work; report it with feedback", mine.unit));
  }
  if (auto refused = check_right_to_decline(it, mine)) return refused;
  const bool is_lead = mine.role == AssignmentRole::lead;
  if (!is_lead && is_sent_out(it.event.before.state) &&
      after_step(it, mine, OrderStep::decline).is_complete) {
    return refusal(RefusalCode::wrong_step, "",
                   "the others have finished; ask the holder to release you instead");
  }
  it.event.outcome = is_lead ? Outcome::whole : Outcome::partly;
  if (is_lead) keep_scene(it);
  return std::nullopt;
}

bool needs_freedom(A kind) {
  return kind == A::start || kind == A::control || kind == A::finish || kind == A::feedback;
}

CheckItem* item_of(std::vector<CheckItem>& list, const std::string& code) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const CheckItem& item) { return item.code == code; });
  return found == list.end() ? nullptr : &*found;
}

// The work is done when everything on the list is counted in full (人数清点一致).
MaybeRefusal check_counts(const Deciding& it, const Assignment& mine) {
  if (mine.state == AssignmentState::finished && !it.event.action.counts.empty()) {
    return refusal(
        RefusalCode::wrong_step, "counts",
        fmt::format("{} has finished, and its list is closed; correct it in a note", mine.unit));
  }
  std::vector<CheckItem> list = mine.checklist;
  for (const CheckItem& counted : it.event.action.counts) {
    CheckItem* item = item_of(list, counted.code);
    if (item == nullptr) {
      return refusal(
          RefusalCode::bad_value, "counts",
          fmt::format("{} is not on the list of {}; count what is", counted.code, mine.unit));
    }
    item->counted = counted.counted;
  }
  const A kind = it.event.action.kind;
  if (kind != A::finish && kind != A::feedback) return std::nullopt;
  for (const CheckItem& item : list) {
    if (item.counted == item.expected) continue;
    return refusal(RefusalCode::waits, "counts",
                   fmt::format("{} has {} of {} counted; the list must be complete", item.code,
                               item.counted, item.expected));
  }
  return std::nullopt;
}

MaybeRefusal check_turn(const Deciding& it, const Assignment& mine) {
  if (mine.freed || !needs_freedom(it.event.action.kind)) return std::nullopt;
  for (const std::int32_t number : mine.after) {
    const Assignment& other = it.subject().assignments[static_cast<std::size_t>(number) - 1];
    if (other.is_open()) {
      return refusal(RefusalCode::waits, "",
                     fmt::format("{} waits for {}, which has not fed back", mine.unit, other.unit));
    }
    if (other.state == AssignmentState::declined) {
      return refusal(RefusalCode::waits, "",
                     fmt::format("{} waits for {}, which declined; the holder gives that order "
                                 "anew, or releases {} to go on without it",
                                 mine.unit, other.unit, other.unit));
    }
  }
  return std::nullopt;
}

// Whose orders do not count for the end of the work settles nothing.
MaybeRefusal check_conclusive(const Deciding& it, const Assignment& mine) {
  if (!it.event.action.conclusive || is_work(mine.role)) return std::nullopt;
  return refusal(RefusalCode::bad_value, "conclusive",
                 fmt::format("an order to {} settles nothing by itself; leave conclusive out, or "
                             "have the lead feed back",
                             name(mine.role)));
}

// Who holds the scene is let go when the lead is there (先期处置移交).
void hand_over_scene(Deciding& it, const Assignment& mine) {
  if (!it.rules().release_scene || mine.role != AssignmentRole::lead) return;
  for (const Assignment& other : it.subject().assignments) {
    if (other.is_open() && other.role == AssignmentRole::scene) {
      it.event.facts.let_go.push_back(other.no);
    }
  }
}

// ---- taking orders back ------------------------------------------------------------------------

// Who sent the case takes it back before it is taken up; nobody else is permitted to get here.
MaybeRefusal recall(Deciding& it) {
  const std::string& sender = it.summary().sender;
  const auto tier = it.directory().tier_of(sender);
  if (!it.event.action.unit.empty()) {
    return refusal(RefusalCode::unexpected_field, "unit",
                   "the case itself is taken back; leave unit out");
  }
  it.event.outcome = to_tier(tier.value_or(it.tier()));
  it.event.facts.holder = sender;
  return std::nullopt;
}

const Assignment* waited_for(const Deciding& it, const std::string& unit) {
  const auto& all = it.subject().assignments;
  for (const Assignment& order : all) {
    if (order.freed || !order.is_open()) continue;
    for (const std::int32_t number : order.after) {
      const Assignment& other = all[static_cast<std::size_t>(number) - 1];
      if (other.unit == unit && other.state == AssignmentState::declined) return &other;
    }
  }
  return nullptr;
}

}  // namespace

MaybeRefusal act_on_order(Deciding& it) {
  const Assignment* mine = open_assignment(it.subject(), it.actor.unit);
  const A kind = it.event.action.kind;
  // Contact, control and progress are open to the holder, who needs no order of its own.
  if (mine == nullptr) {
    if (it.event.action.counts.empty()) return std::nullopt;
    return refusal(RefusalCode::unexpected_field, "counts",
                   "only a unit with an order has a list to count");
  }
  if (kind == A::sign) return sign_for(it, *mine);
  if (kind == A::decline) return decline(it, *mine);
  if (mine->state == AssignmentState::assigned) {
    return refusal(RefusalCode::wrong_step, "",
                   fmt::format("{} has not signed for its order; sign first", mine->unit));
  }
  if (auto refused = check_turn(it, *mine)) return refused;
  if (auto refused = check_counts(it, *mine)) return refused;
  if (auto refused = check_conclusive(it, *mine)) return refused;
  if (kind == A::arrive) hand_over_scene(it, *mine);
  if (kind == A::feedback) end_order(it, *mine, OrderStep::feed_back);
  return std::nullopt;
}

MaybeRefusal take_back_orders(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  it.event.outcome = Outcome::whole;
  if (it.phase() == Phase::intake || it.phase() == Phase::triage) {
    return recall(it);
  }
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
  if (theirs->role == AssignmentRole::lead) {
    keep_scene(it);
    return std::nullopt;
  }
  if (after_step(it, *theirs, OrderStep::withdraw).is_complete) {
    return refusal(RefusalCode::wrong_step, "unit",
                   "the others have finished; release the unit instead");
  }
  it.event.outcome = Outcome::partly;
  return std::nullopt;
}

MaybeRefusal let_go(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  const Assignment* theirs = open_assignment(it.subject(), unit);
  if (theirs == nullptr) theirs = waited_for(it, unit);
  if (theirs == nullptr) {
    return refusal(RefusalCode::not_assigned, "unit",
                   fmt::format("{} has no open order in this case", unit));
  }
  if (theirs->role == AssignmentRole::lead) {
    return refusal(RefusalCode::one_lead, "unit",
                   "the lead cannot be released; withdraw the orders instead");
  }
  end_order(it, *theirs, OrderStep::release);
  // It ends by the action itself.
  auto& numbers = it.event.facts.let_go;
  numbers.erase(std::remove(numbers.begin(), numbers.end(), theirs->no), numbers.end());
  return std::nullopt;
}

// Interim control lasts until somebody takes it over (就近处置), whatever becomes of the others.
void keep_scene(Deciding& it) {
  for (const Assignment& order : it.subject().assignments) {
    if (order.is_open() && order.role == AssignmentRole::scene) {
      it.event.facts.kept.push_back(order.no);
    }
  }
}

void let_all_go(Deciding& it) {
  for (const Assignment& order : it.subject().assignments) {
    if (order.is_open()) it.event.facts.let_go.push_back(order.no);
  }
}

}  // namespace gridcase::rules
