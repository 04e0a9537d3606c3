#include "rules/decide.hpp"

#include "rules/action_fields.hpp"
#include "rules/campaigns.hpp"
#include "rules/deciding.hpp"
#include "rules/permission.hpp"
#include "rules/returns.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;

bool makes_case(const Action& action) {
  return action.kind == A::report || action.kind == A::enter_record ||
         (action.kind == A::transfer_in && action.case_id == CaseId::none);
}

bool answers_check(const Action& action) { return action.passed.has_value(); }

// ---- what is named must exist ------------------------------------------------------------------

// An order is taken back also from a unit that is no more.
bool ends_order_of(const Deciding& it, const std::string& unit) {
  const A kind = it.event.action.kind;
  if ((kind != A::release && kind != A::withdraw) || it.situation.subject == nullptr) return false;
  const auto& all = it.subject().assignments;
  return std::any_of(all.begin(), all.end(),
                     [&](const Assignment& one) { return one.unit == unit; });
}

MaybeRefusal check_names(const Deciding& it) {
  const Action& action = it.event.action;
  if (!action.category.empty() && it.directory().category(action.category) == nullptr) {
    return refusal(
        RefusalCode::unknown_category, "category",
        fmt::format("there is no category {}; name one of the organization's", action.category));
  }
  if (!action.unit.empty() && !ends_order_of(it, action.unit)) {
    if (auto refused = check_unit(it, "unit", action.unit)) return refused;
  }
  for (std::size_t i = 0; i < action.orders.size(); ++i) {
    const std::string field = fmt::format("orders[{}].unit", i);
    if (auto refused = check_unit(it, field, action.orders[i].unit)) return refused;
  }
  for (const std::string& unit : action.units) {
    if (action.kind == A::take_over) break;  // it is no more
    if (auto refused = check_unit(it, "units", unit)) return refused;
  }
  for (const Attachment& attachment : action.attachments) {
    if (attachment.asset.empty() || it.directory().asset(attachment.asset) != nullptr) continue;
    return refusal(RefusalCode::bad_value, "attachments",
                   fmt::format("there is no asset {}; name one of the organization's assets",
                               attachment.asset));
  }
  return std::nullopt;
}

// ---- times -------------------------------------------------------------------------------------

MaybeRefusal check_times(Deciding& it) {
  const Action& action = it.event.action;
  const Instant latest = it.situation.now + it.rules().clock_tolerance;
  constexpr Instant first{std::chrono::seconds(946'684'800)};  // 2000-01-01, as for `now`
  if (it.event.happened < first) {
    return refusal(RefusalCode::bad_value, "happened",
                   "happened must not lie before the year 2000; use occurred for what was before");
  }
  if (it.event.happened > latest) {
    return refusal(RefusalCode::too_far_ahead, "happened",
                   fmt::format("{} lies in the future", format_instant(it.event.happened)));
  }
  if (action.occurred && *action.occurred > latest) {
    return refusal(RefusalCode::too_far_ahead, "occurred",
                   fmt::format("{} lies in the future", format_instant(*action.occurred)));
  }
  if (action.occurred && *action.occurred > it.event.happened + it.rules().clock_tolerance) {
    return refusal(RefusalCode::bad_value, "occurred", "it cannot be reported before it occurred");
  }
  constexpr Instant end_of_times{std::chrono::seconds(4'733'510'400)};  // 2120-01-01
  if (action.due && *action.due >= end_of_times) {
    return refusal(RefusalCode::limit, "due", "due must lie before the year 2120");
  }
  if (action.until && *action.until <= it.event.happened) {
    return refusal(RefusalCode::bad_value, "until", "until must be later than the action");
  }
  if (it.situation.subject != nullptr && it.event.happened < it.summary().last_happened) {
    return refusal(RefusalCode::out_of_order, "happened",
                   fmt::format("{} is before the latest event of the case, {}",
                               format_instant(it.event.happened),
                               format_instant(it.summary().last_happened)));
  }
  return std::nullopt;
}

// ---- steps -------------------------------------------------------------------------------------

MaybeRefusal decide_send_back(Deciding& it) {
  if (it.phase() != Phase::review) return send_down(it);
  it.event.outcome = to_tier(it.tier());
  if (it.event.action.unit.empty() && !it.event.action.tier) return std::nullopt;
  return refusal(RefusalCode::unexpected_field, "unit",
                 "rework goes to the units that did the work; leave unit and tier out");
}

// The holder does the work itself.
MaybeRefusal take_on(Deciding& it) {
  it.event.facts.holder = it.summary().holder;
  replace_open_order(it, it.event.facts.holder);
  return std::nullopt;
}

MaybeRefusal decide_guide(Deciding& it) {
  if (it.phase() != Phase::handling) {
    if (auto refused = send_down(it)) return refused;
    replace_open_order(it, it.event.facts.holder);
    return std::nullopt;
  }
  it.event.outcome = to_tier(it.tier());
  if (it.event.action.unit.empty() && !it.event.action.tier) return std::nullopt;
  return refusal(RefusalCode::unexpected_field, "unit",
                 "the case is handled already; leave unit and tier out");
}

// Who sends a case on may take it back until it is taken up. Another system takes part with an
// order: the case stays with who has it until it is done there.
MaybeRefusal decide_sending(Deciding& it) {
  const A kind = it.event.action.kind;
  const Unit* to = it.directory().unit(it.event.action.unit);
  if (kind == A::transfer && to != nullptr && to->kind == UnitKind::platform) {
    return refusal(
        RefusalCode::no_way, "unit",
        fmt::format("{} is another system; let it take part with transfer_out", to->code));
  }
  auto refused = kind == A::escalate    ? send_up(it)
                 : kind == A::hand_down ? send_down(it)
                                        : send_across(it);
  if (refused) return refused;
  it.event.facts.sender = it.summary().holder;
  keep_scene(it);
  return std::nullopt;
}

// Another system hands a case on that exists here: it brings news, not the facts of a report.
MaybeRefusal decide_news_from_outside(Deciding& it) {
  it.event.outcome = to_tier(it.tier());
  for (const Field field : optional_fields(A::transfer_in)) {
    const bool is_news = field == Field::note || field == Field::attachments ||
                         field == Field::external_ids || field == Field::performer ||
                         field == Field::occurred;
    if (is_news || !is_given(it.event.action, field)) continue;
    return refusal(RefusalCode::unexpected_field, name(field),
                   fmt::format("the case exists; correct its {} with amend", name(field)));
  }
  return std::nullopt;
}

// Nobody is reminded of what is not his.
MaybeRefusal urge(const Deciding& it) {
  const std::string& unit = it.event.action.unit;
  const CaseSummary& summary = it.summary();
  if (unit.empty() || unit == summary.holder || unit == summary.checker ||
      open_assignment(it.subject(), unit) != nullptr) {
    return std::nullopt;
  }
  return refusal(RefusalCode::not_assigned, "unit",
                 fmt::format("{} has no open part in this case; leave unit out to remind the "
                             "holder",
                             unit));
}

// The log says what could be read, whatever becomes of roles later.
MaybeRefusal note_what_is_revealed(Deciding& it) {
  const Opening opening = opening_of(it.directory(), it.actor, it.subject());
  const bool is_sensitive = it.directory().is_sensitive(it.summary().category);
  if (is_sensitive && opening.sensitive) it.event.facts.because = "sensitive";
  if (opening.personal) it.event.facts.because += is_sensitive ? " personal" : "personal";
  return std::nullopt;
}

// Chooses the outcome and completes the action.
MaybeRefusal decide_step(Deciding& it) {
  if (is_record(it.summary().nature) && is_step_of_record(it.event.action.kind)) {
    return handle_record(it);
  }
  switch (it.event.action.kind) {
  case A::reveal: return note_what_is_revealed(it);
  case A::check:
  case A::confirm: return ask_for_check(it);
  case A::escalate:
  case A::hand_down:
  case A::transfer: return decide_sending(it);
  case A::send_back: return decide_send_back(it);
  case A::guide: return decide_guide(it);
  case A::handle: return take_on(it);
  case A::dispatch:
  case A::conclude:
  case A::reinforce: return give_orders(it);
  case A::transfer_out: return give_out(it);
  case A::transfer_in: return decide_news_from_outside(it);
  case A::sign:
  case A::decline:
  case A::start:
  case A::contact:
  case A::arrive:
  case A::control:
  case A::progress:
  case A::finish:
  case A::feedback: return act_on_order(it);
  case A::withdraw: return take_back_orders(it);
  case A::release: return let_go(it);
  case A::decide_extension:
  case A::decide_appeal:
    it.event.outcome = *it.event.action.passed ? Outcome::granted : Outcome::denied;
    return std::nullopt;
  case A::amend: return amend_case(it);
  case A::merge:
  case A::link: return tie_to_other(it);
  case A::split: return cut_loose(it);
  case A::consult: return call_units(it);
  case A::mediate: return mediate(it);
  case A::take_over: return take_over(it);
  case A::follow_up: return ask_reporter(it);
  case A::urge: return urge(it);
  default: return std::nullopt;
  }
}

MaybeRefusal check_reason(const Deciding& it) {
  const Event& event = it.event;
  const Return* way = return_of(event);
  if (way == nullptr || !way->needs_reason || !event.action.reason.empty()) return std::nullopt;
  return refusal(RefusalCode::missing_field, "reason",
                 fmt::format("{} sends the case back and needs a reason", name(event.action.kind)));
}

MaybeRefusal not_possible(const Event& event) {
  return refusal(RefusalCode::not_possible, "kind",
                 fmt::format("{} is not possible in state {}", name(event.action.kind),
                             name(event.before.state)));
}

MaybeRefusal move(Deciding& it) {
  const auto after = advance(it.event.before, it.event.action.kind, it.event.outcome);
  if (!after) return not_possible(it.event);
  it.event.after = *after;
  return std::nullopt;
}

// Who still holds the scene of a case that is answered, rejected or closed is let go. What is
// merged goes on when it is unmerged; the other ends end all orders by themselves.
void end_orders_with_case(Deciding& it) {
  const A kind = it.event.action.kind;
  if (kind == A::answer || kind == A::reject || kind == A::close) let_all_go(it);
}

// ---- the two ways: a new case, and one that exists ----------------------------------------------

MaybeRefusal tie_new_case(Deciding& it) {
  if (it.event.action.other_case == CaseId::none) return std::nullopt;
  return tie_to_other(it);
}

// A record is with the unit that enters it. It has no tier and no clocks.
MaybeRefusal enter_record(Deciding& it) {
  note_proxy(it);
  for (const auto step : {check_times, check_record, tie_new_case, move}) {
    if (auto refused = step(it)) return refused;
  }
  it.event.facts.holder = it.actor.unit;
  if (auto refused = place_again(it)) return refused;
  return keep_clocks(it);
}

MaybeRefusal check_role(const Deciding& it) {
  const Verdict verdict = may_by_role(it.directory(), it.actor, it.event.action.kind, nullptr);
  if (it.situation.by_engine || verdict) return std::nullopt;
  return refusal(RefusalCode::not_permitted, "actor", verdict.because);
}

MaybeRefusal decide_new(Deciding& it) {
  if (it.event.action.case_id != CaseId::none) {
    return refusal(RefusalCode::unexpected_field, "case_id",
                   "a report makes a new case; leave case_id out");
  }
  if (auto refused = check_role(it)) return refused;
  if (it.event.action.kind == A::enter_record) return enter_record(it);
  for (const Field field : {Field::title, Field::category}) {
    if (is_given(it.event.action, field)) continue;
    return refusal(RefusalCode::missing_field, name(field),
                   fmt::format("a new case needs {}", name(field)));
  }
  note_proxy(it);
  for (const auto step : {check_times, place_new_case, tie_new_case, move}) {
    if (auto refused = step(it)) return refused;
  }
  const Event::Facts& facts = it.event.facts;
  it.event.facts.campaign = campaign_of(it.situation.policy, it.directory(),
                                        facts.grid.empty() ? facts.holder : facts.grid,
                                        it.event.action.category, it.event.happened);
  return keep_clocks(it);
}

MaybeRefusal check_subject(const Deciding& it) {
  if (it.situation.subject == nullptr ||
      (!it.situation.repeats && !it.situation.is_source &&
       !scope_of(it.directory(), it.actor).covers(it.subject()))) {
    return refusal(RefusalCode::unknown_case, "case_id",
                   it.event.case_id == CaseId::none
                       ? "case_id is missing"
                       : fmt::format("there is no case {}", to_number(it.event.case_id)));
  }
  const auto& expected = it.event.action.expected_version;
  if (expected && *expected != it.summary().version) {
    return refusal(RefusalCode::stale_version, "expected_version",
                   fmt::format("the case is at version {}, not {}; load it again",
                               it.summary().version, *expected));
  }
  return std::nullopt;
}

MaybeRefusal check_possible(const Deciding& it) {
  const A kind = it.event.action.kind;
  if (is_for(it.summary(), kind) && !outcomes(it.event.before.state, kind).empty()) {
    return std::nullopt;
  }
  return not_possible(it.event);
}

MaybeRefusal check_permission(const Deciding& it) {
  const Action& action = it.event.action;
  if (it.situation.by_engine || it.situation.repeats) return std::nullopt;
  if (it.situation.is_source && is_for_participants(action.kind)) return std::nullopt;
  const Verdict verdict =
      may(it.directory(), it.actor, action.kind, answers_check(action), it.subject());
  if (verdict) return std::nullopt;
  const bool lacks_order = !is_record(it.summary().nature) && needs_order(action.kind) &&
                           open_assignment(it.subject(), it.actor.unit) == nullptr;
  return refusal(lacks_order ? RefusalCode::not_assigned : RefusalCode::not_permitted, "actor",
                 verdict.because);
}

// A hold ends when it was to end, however late somebody comes to write it down.
void end_hold_on_time(Deciding& it) {
  const CaseSummary& summary = it.summary();
  it.event.happened =
      std::max(summary.resume_at.value_or(it.event.happened), summary.last_happened);
  it.event.action.command_id =
      fmt::format("{}{}.0.{}", engine_command, to_number(it.event.case_id), summary.suspensions);
}

MaybeRefusal decide_existing(Deciding& it) {
  if (auto refused = check_subject(it)) return refused;
  if (it.situation.by_engine && it.event.action.kind == A::resume) end_hold_on_time(it);
  if (!it.event.action.happened) {
    it.event.happened = std::max(it.event.happened, it.summary().last_happened);
  }
  it.event.before = it.summary().position;
  it.event.version = it.summary().version + 1;
  if (auto refused = check_possible(it)) return refused;
  if (auto refused = check_permission(it)) return refused;
  for (const auto step : {check_times, decide_step, check_policy, move}) {
    if (auto refused = step(it)) return refused;
  }
  if (auto refused = check_reason(it)) return refused;
  end_orders_with_case(it);
  return keep_clocks(it);
}

// What would move the case from where it stands.
bool moves(const Position& from, A kind) {
  const auto all = outcomes(from.state, kind);
  return std::any_of(all.begin(), all.end(), [&](Outcome outcome) {
    const auto after = advance(from, kind, outcome);
    return after && after->state != from.state;
  });
}

// Names the ways out of a state, so that nobody has to look them up.
void name_ways(Refusal& refused, const Position& position) {
  std::vector<std::string_view> ways;
  for (const A kind : refused.allowed) {
    if (moves(position, kind)) ways.push_back(name(kind));
  }
  if (!ways.empty()) refused.reason += fmt::format("; the actor may {}", fmt::join(ways, ", "));
}

// A refusal tells the actor where the case stands, unless the actor may not know that it exists.
void explain(Refusal& refused, const Situation& situation, const Actor& actor) {
  if (situation.subject == nullptr || refused.code == RefusalCode::unknown_case ||
      check_actor(situation.directory, actor, situation.now)) {
    return;
  }
  if (!scope_of(situation.directory, actor).covers(*situation.subject)) return;
  refused.state = situation.subject->summary.position.state;
  refused.allowed = allowed(situation.directory, actor, situation.subject);
  if (refused.code == RefusalCode::not_possible)
    name_ways(refused, situation.subject->summary.position);
}

// A unit signs first, and once.
bool is_in_step(ActionKind kind, const Assignment* mine) {
  if (mine == nullptr) return true;
  const bool has_signed = mine->state != AssignmentState::assigned;
  if (kind == A::sign) return !has_signed;
  return has_signed || kind == A::decline || !needs_order(kind);
}

MaybeRefusal check_command_id(const Deciding& it) {
  for (const std::string_view reserved :
       {engine_command, bulk_command, patrol_command, alert_command, inbox_command, score_command,
        stars_command}) {
    if (reserved != engine_command && it.situation.in_bulk) continue;
    if (it.event.action.command_id.rfind(reserved, 0) != 0) continue;
    return refusal(RefusalCode::bad_value, "command_id",
                   fmt::format("command ids that begin with {} are the engine's own", reserved));
  }
  return std::nullopt;
}

MaybeRefusal check_submitter(const Deciding& it) {
  if (auto refused = check_command_id(it)) return refused;
  const Directory& directory = it.directory();
  if (auto refused = check_actor(directory, it.actor, it.situation.now)) return refused;
  // Nor does dating an action back give a right that is gone, or was not there yet.
  return check_actor(directory, it.actor, it.event.happened);
}

}  // namespace

MaybeRefusal check_unit(const Deciding& it, std::string_view field, const std::string& code) {
  const Unit* unit = it.directory().unit(code);
  if (unit != nullptr && it.directory().is_valid(*unit, it.event.happened)) return std::nullopt;
  return refusal(
      RefusalCode::unknown_unit, field,
      unit == nullptr
          ? fmt::format("there is no unit {}; name one of the organization", code)
          : fmt::format("unit {} does not exist at that time; name its successor", code));
}

Decision decide(const Situation& situation, const Action& action, const Actor& actor) {
  Deciding it{situation, actor, {}};
  it.event.case_id = action.case_id;
  it.event.version = 1;
  it.event.happened = action.happened.value_or(situation.stated_now.value_or(situation.now));
  it.event.recorded = situation.now;
  it.event.actor = actor;
  it.event.policy_version = situation.policy_version;
  it.event.action = action;

  MaybeRefusal refused = check_fields(action);
  if (!refused && !situation.by_engine) refused = check_submitter(it);
  if (!refused) refused = check_names(it);
  if (!refused) refused = makes_case(action) ? decide_new(it) : decide_existing(it);
  if (refused) explain(*refused, situation, actor);
  it.event.action.happened = it.event.happened;
  return {std::move(refused), std::move(it.event)};
}

MaybeRefusal check_may(const Situation& situation, ActionKind kind, CaseId id, const Actor& actor) {
  Deciding it{situation, actor, {}};
  it.event.case_id = id;
  it.event.happened = situation.now;
  it.event.action.kind = kind;
  it.event.action.case_id = id;
  if (auto refused = check_actor(situation.directory, actor, situation.now)) return refused;
  if (makes_case(it.event.action) && (id == CaseId::none || kind != A::transfer_in)) {
    if (id == CaseId::none) return check_role(it);
    return refusal(RefusalCode::not_possible, "case_id",
                   fmt::format("{} makes a new case", name(kind)));
  }
  if (auto refused = check_subject(it)) return refused;
  it.event.before = it.summary().position;
  if (auto refused = check_possible(it)) return refused;
  auto refused = check_permission(it);
  if (refused) {
    // A check is asked for by one and answered by another.
    it.event.action.passed = true;
    if (check_permission(it)) return refused;
  }
  if (is_in_step(kind, open_assignment(it.subject(), actor.unit))) return std::nullopt;
  return refusal(RefusalCode::not_possible, "kind",
                 kind == A::sign ? "the unit has signed already" : "the unit has still to sign");
}

std::vector<ActionKind> allowed(const Directory& directory, const Actor& actor,
                                const model::Snapshot* subject) {
  std::vector<ActionKind> list;
  if (subject == nullptr) {
    for (const A kind : {A::report, A::transfer_in, A::enter_record}) {
      if (may_by_role(directory, actor, kind, nullptr)) list.push_back(kind);
    }
    return list;
  }
  if (!scope_of(directory, actor).covers(*subject)) return list;
  const Assignment* mine = open_assignment(*subject, actor.unit);
  for (const ActionKind kind : possible_actions(subject->summary.position.state)) {
    if (!is_in_step(kind, mine) || !is_for(subject->summary, kind)) continue;
    if (may(directory, actor, kind, false, *subject) ||
        may(directory, actor, kind, true, *subject)) {
      list.push_back(kind);
    }
  }
  return list;
}

}  // namespace gridcase::rules
