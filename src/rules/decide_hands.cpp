#include "rules/deciding.hpp"
#include "rules/permission.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;

bool has_had_order(const Deciding& it, const std::string& unit) {
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(), [&](const Assignment& one) {
    return one.unit == unit && one.signed_at && one.role != AssignmentRole::verify &&
           one.role != AssignmentRole::consult;
  });
}

std::optional<Point> place_of(const Deciding& it) {
  if (it.summary().point) return it.summary().point;
  const Unit* ground = it.directory().unit(it.ground());
  return ground == nullptr ? std::nullopt : ground->location;
}

// The nearest unit that can judge and has had no hand in it.
void choose_nearest_checker(Deciding& it) {
  const auto place = place_of(it);
  if (!place) return;
  for (const Near& near : it.directory().nearest(*place, "verify", 20, it.event.happened)) {
    if (has_had_order(it, near.unit) || near.unit == it.summary().holder) continue;
    it.action().unit = near.unit;
    it.event.facts.because = near.because;
    return;
  }
}

// Who found it, or what is there instead: the grid before filing, the unit that reported it after
// handling; its successor when it is no more.
void choose_finder(Deciding& it) {
  const bool before_filing = it.event.action.kind == A::check && !it.summary().grid.empty();
  std::string unit = before_filing ? it.summary().grid : it.summary().reporter_unit;
  for (const Unit* one = it.directory().unit(unit); one != nullptr && !one->successor.empty();
       one = it.directory().unit(unit)) {
    if (it.directory().is_valid(*one, it.event.happened)) break;
    unit = one->successor;
  }
  it.action().unit = unit;
}

bool holds_any_part(const Deciding& it, const std::string& unit) {
  return it.summary().holder == unit || it.summary().checker == unit ||
         open_assignment(it.subject(), unit) != nullptr;
}

// The one that comes after, as the organization has it.
std::string successor_of(const Deciding& it, const std::string& gone) {
  const Unit* unit = it.directory().unit(gone);
  return unit == nullptr ? std::string() : unit->successor;
}

// Whose place is taken is no more, or will not be: a day is set, or it is there for a time only.
MaybeRefusal check_goes(const Deciding& it, const std::string& code) {
  const Unit* unit = it.directory().unit(code);
  if (unit == nullptr || unit->valid_until || unit->kind == UnitKind::task_force) {
    return std::nullopt;
  }
  return refusal(RefusalCode::wrong_step, "units",
                 fmt::format("{} goes on to exist; withdraw its order and give it to another, "
                             "transfer the case, or set its last day (valid_until) in the "
                             "organization",
                             code));
}

bool is_dissatisfied(const Deciding& it) {
  const Action& action = it.event.action;
  const CaseRules& rules = it.rules();
  const bool is_low = action.satisfaction != 0 && action.satisfaction <= rules.dissatisfied_at;
  return rules.rework_dissatisfied && (action.solved == "no" || is_low);
}

}  // namespace

// Asking for a check names a checker; answering it says how it went.
MaybeRefusal ask_for_check(Deciding& it) {
  Action& action = it.action();
  if (action.passed) {
    it.event.outcome = *action.passed ? Outcome::passed : Outcome::failed;
    if (action.unit.empty()) return std::nullopt;
    return refusal(RefusalCode::unexpected_field, "unit",
                   "an answer to a check names no unit; leave unit out");
  }
  if (action.kind == A::check && it.summary().filed) {
    return refusal(RefusalCode::wrong_step, "kind",
                   "the case is filed, so nothing is left to check before filing; send it out, "
                   "handle it, or send it back");
  }
  it.event.outcome = Outcome::requested;
  if (action.unit.empty() && it.rules().checker == Checker::nearest) choose_nearest_checker(it);
  if (action.unit.empty()) choose_finder(it);
  if (auto refused = check_unit(it, "unit", action.unit)) return refused;
  if (action.kind != A::confirm || !it.rules().separate_duties || !has_had_order(it, action.unit)) {
    return std::nullopt;
  }
  return refusal(RefusalCode::separate_duties, "unit",
                 fmt::format("{} had an order in the matter and may not check it; ask another unit",
                             action.unit));
}

// A unit has one order at a time: who is called away from the scene no longer holds it.
MaybeRefusal call_units(Deciding& it) {
  const bool goes_on = it.phase() == Phase::consulting;
  if (!goes_on) keep_scene(it);
  auto& kept = it.event.facts.kept;
  for (const std::string& unit : it.event.action.units) {
    const Assignment* old = open_assignment(it.subject(), unit);
    if (old == nullptr) continue;
    if (old->role == AssignmentRole::consult) {
      return refusal(RefusalCode::bad_value, "units",
                     fmt::format("{} takes part in the consultation already; leave it out", unit));
    }
    if (goes_on) it.event.facts.let_go.push_back(old->no);
    kept.erase(std::remove(kept.begin(), kept.end(), old->no), kept.end());
  }
  return std::nullopt;
}

MaybeRefusal mediate(Deciding& it) {
  const Action& action = it.event.action;
  const bool has_agreement =
      std::any_of(action.attachments.begin(), action.attachments.end(),
                  [](const Attachment& one) { return one.kind == "agreement"; });
  if (!*action.passed || has_agreement) return std::nullopt;
  return refusal(RefusalCode::needs_evidence, "attachments",
                 "what was settled is written down; attach the agreement, kind agreement");
}

MaybeRefusal take_over(Deciding& it) {
  Action& action = it.action();
  if (action.units.size() != 1) {
    return refusal(RefusalCode::bad_value, "units", "name the one unit whose place is taken");
  }
  const std::string& gone = action.units.front();
  if (!holds_any_part(it, gone)) {
    return refusal(RefusalCode::not_assigned, "units",
                   fmt::format("{} has no part in this case that could be taken over", gone));
  }
  if (action.unit.empty()) action.unit = successor_of(it, gone);
  if (action.unit.empty()) {
    return refusal(RefusalCode::missing_field, "unit",
                   fmt::format("the organization names no successor of {}; name one", gone));
  }
  if (auto refused = check_unit(it, "unit", action.unit)) return refused;
  if (action.unit == gone) {
    return refusal(RefusalCode::bad_value, "unit", "a unit cannot take its own place");
  }
  if (auto refused = check_goes(it, gone)) return refused;
  const Assignment* theirs = open_assignment(it.subject(), gone);
  if (theirs != nullptr && action.unit != successor_of(it, gone) && !it.may_send(action.unit)) {
    return refusal(RefusalCode::no_way, "unit",
                   fmt::format("{} may not send orders to {}; name another unit",
                               it.summary().holder, action.unit));
  }
  const Assignment* own = open_assignment(it.subject(), action.unit);
  const bool leads_on = it.phase() == Phase::dispatched && theirs != nullptr && own != nullptr &&
                        theirs->role == AssignmentRole::lead &&
                        own->state != AssignmentState::assigned;
  it.event.outcome = leads_on ? Outcome::whole : Outcome::partly;
  if (it.summary().holder != gone) return std::nullopt;
  const auto tier = tier_of(it.event.before.state);
  if (tier && it.directory().tier_of(action.unit) != tier) {
    return refusal(
        RefusalCode::no_way, "unit",
        fmt::format("{} is not on the {} tier, where the case is", action.unit, name(*tier)));
  }
  it.event.facts.holder = action.unit;
  return std::nullopt;
}

// What counts against a unit, or for it, is entered by one above it.
MaybeRefusal check_record(Deciding& it) {
  Action& action = it.action();
  if (auto refused = check_fields_of_nature(it)) return refused;
  const bool is_check = action.nature == Nature::duty_check || action.nature == Nature::inspection;
  if (action.surprise && !is_check) {
    return refusal(RefusalCode::unexpected_field, "surprise",
                   fmt::format("a {} is no surprise; that is for duty_check and inspection",
                               name(action.nature)));
  }
  if (action.nature >= Nature::contact) return check_incoming(it);
  if (action.nature == Nature::patrol) {
    if (action.unit.empty()) action.unit = it.actor.unit;
    return std::nullopt;
  }
  if (action.unit.empty()) {
    return refusal(RefusalCode::missing_field, "unit",
                   fmt::format("name the unit that the {} is about", name(action.nature)));
  }
  const Unit* actor = it.directory().unit(it.actor.unit);
  const bool is_above =
      it.actor.unit != action.unit && it.directory().is_within(action.unit, it.actor.unit);
  if (is_above || actor->kind == UnitKind::command_center) return std::nullopt;
  return refusal(
      RefusalCode::not_permitted, "actor",
      fmt::format("a {} about {} is entered by a unit above it", name(action.nature), action.unit));
}

MaybeRefusal ask_reporter(Deciding& it) {
  const bool can_go_back = it.phase() == Phase::review || it.phase() == Phase::confirming ||
                           it.event.before.state == State::closed;
  it.event.outcome = can_go_back && is_dissatisfied(it) ? Outcome::failed : Outcome::passed;
  return std::nullopt;
}

}  // namespace gridcase::rules
