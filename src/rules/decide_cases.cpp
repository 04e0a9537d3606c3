#include "rules/deciding.hpp"
#include "rules/permission.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;

bool is_part(const Action& action) { return action.relation == Relation::part_of; }

MaybeRefusal check_other(const Deciding& it) {
  const Action& action = it.event.action;
  if (it.situation.subject != nullptr && action.other_case == it.event.case_id) {
    return refusal(RefusalCode::bad_value, "other_case",
                   "a case cannot be joined to itself; name another");
  }
  const model::Snapshot* other = it.situation.other;
  if (other == nullptr || !scope_of(it.directory(), it.actor).covers(*other)) {
    return refusal(RefusalCode::unknown_case, "other_case",
                   fmt::format("there is no case {}", to_number(action.other_case)));
  }
  const bool is_drill = it.situation.subject != nullptr ? it.summary().drill : action.drill;
  if (other->summary.drill != is_drill) {
    return refusal(RefusalCode::drill_only, "other_case", "a drill and a real case do not mix");
  }
  const Nature nature = it.situation.subject != nullptr ? it.summary().nature : action.nature;
  const bool joins = action.kind == A::merge || is_part(action);
  if (joins && is_record(nature) != is_record(other->summary.nature)) {
    return refusal(RefusalCode::bad_value, "other_case",
                   fmt::format("{} and {} do not join; link them as related", name(nature),
                               name(other->summary.nature)));
  }
  return std::nullopt;
}

MaybeRefusal check_goes_on(const Deciding& it) {
  const State state = it.situation.other->summary.position.state;
  if (!is_end(state)) return std::nullopt;
  return refusal(RefusalCode::bad_value, "other_case",
                 fmt::format("the other case is {}; name one that goes on", name(state)));
}

MaybeRefusal check_merge(const Deciding& it) {
  const CaseSummary& other = it.situation.other->summary;
  if (other.nature != it.summary().nature || is_record(other.nature)) {
    return refusal(RefusalCode::bad_value, "other_case",
                   fmt::format("a {} does not go on in a {}; link them instead",
                               name(it.summary().nature), name(other.nature)));
  }
  if (other.part_of == it.summary().id) {
    return refusal(RefusalCode::bad_value, "other_case",
                   "the other case is a part of this one; merge the part, or split it off first");
  }
  return check_goes_on(it);
}

// A part has no parts of its own, so that nothing can be a part of itself.
MaybeRefusal check_whole(const Deciding& it) {
  const model::Snapshot& whole = *it.situation.other;
  if (auto refused = check_goes_on(it)) return refused;
  if (whole.summary.part_of != CaseId::none) {
    return refusal(RefusalCode::bad_value, "other_case",
                   fmt::format("case {} is itself a part of {}; name that one",
                               to_number(whole.summary.id), to_number(whole.summary.part_of)));
  }
  if (it.situation.parts != nullptr && !it.situation.parts->empty()) {
    return refusal(RefusalCode::bad_value, "relation",
                   "the case has parts of its own; split them off first");
  }
  const Verdict verdict = may(it.directory(), it.actor, A::split, false, whole);
  if (verdict) return std::nullopt;
  return refusal(RefusalCode::not_permitted, "other_case",
                 "parts are given to a case by the unit that holds it, or one above it");
}

}  // namespace

MaybeRefusal tie_to_other(Deciding& it) {
  Action& action = it.action();
  if (auto refused = check_other(it)) return refused;
  if (action.kind == A::merge) return check_merge(it);
  if (!action.relation) action.relation = Relation::related;
  if (action.relation == Relation::follows) return check_origin(it);
  return is_part(action) ? check_whole(it) : std::nullopt;
}

MaybeRefusal cut_loose(Deciding& it) {
  if (it.summary().part_of != CaseId::none) return std::nullopt;
  return refusal(RefusalCode::wrong_step, "",
                 "the case is no part of another; to make a part, report it with other_case and "
                 "relation part_of");
}

bool needs_parts(const CaseRules& rules, const Action& action) {
  const bool ends = action.kind == A::close || action.kind == A::answer ||
                    action.kind == A::reject || action.kind == A::settle || action.kind == A::merge;
  return (rules.parts_first && ends) || (action.kind == A::link && is_part(action));
}

}  // namespace gridcase::rules
