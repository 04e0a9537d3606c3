#include "rules/action_fields.hpp"
#include "rules/deciding.hpp"
#include "rules/intake.hpp"
#include "rules/permission.hpp"

namespace gridcase::rules {
namespace {

using A = ActionKind;
using F = Field;

// Fields of enter_record that not every nature takes.
bool takes(Nature nature, Field field) {
  switch (field) {
  case F::unit: return nature < Nature::contact;
  case F::type: return is_incoming(nature);
  case F::number_dialled:
  case F::request:
  case F::due: return nature == Nature::contact;
  case F::lasted_until: return nature != Nature::article;
  default: return true;
  }
}

bool has_numbers(const Organization& organization) {
  return std::any_of(organization.desks.begin(), organization.desks.end(),
                     [](const IntakeDesk& desk) { return !desk.numbers.empty(); });
}

bool rings(const Organization& organization, const std::string& number) {
  return std::any_of(
      organization.desks.begin(), organization.desks.end(), [&](const IntakeDesk& desk) {
        return std::find(desk.numbers.begin(), desk.numbers.end(), number) != desk.numbers.end();
      });
}

// However many numbers there are, each rings at a desk.
MaybeRefusal check_number(const Deciding& it) {
  const std::string& number = it.event.action.number_dialled;
  const Organization& organization = it.directory().organization();
  if (number.empty() || !has_numbers(organization) || rings(organization, number)) {
    return std::nullopt;
  }
  return refusal(RefusalCode::bad_value, "number_dialled",
                 fmt::format("{} rings at no desk; add it to the numbers of one", number));
}

MaybeRefusal check_type(Deciding& it) {
  Action& action = it.action();
  const std::string& type = action.type;
  const auto& types = it.situation.policy.alert_types;
  if (type.empty()) {
    return refusal(RefusalCode::missing_field, "type",
                   "an alert needs its type, such as dwell or expired_licence");
  }
  const auto known = std::find_if(types.begin(), types.end(),
                                  [&](const AlertType& one) { return one.code == type; });
  if (types.empty()) return std::nullopt;
  if (known != types.end()) {
    // What becomes a sensitive case is hidden from the beginning.
    if (action.category.empty() && it.directory().is_sensitive(known->category))
      action.category = known->category;
    return std::nullopt;
  }
  return refusal(
      RefusalCode::bad_value, "type",
      fmt::format("the policy has no alert type {}; name one of its types, or add it", type));
}

MaybeRefusal check_author(const Deciding& it) {
  if (it.event.action.text.empty()) {
    return refusal(RefusalCode::missing_field, "text", "an article needs text: the answer");
  }
  const UnitKind kind = it.directory().unit(it.actor.unit)->kind;
  if (kind == UnitKind::command_center || kind == UnitKind::command_room ||
      kind == UnitKind::subcenter || kind == UnitKind::department) {
    return std::nullopt;
  }
  return refusal(RefusalCode::not_permitted, "actor",
                 "articles are written by the command centre, command rooms, subcentres and "
                 "departments");
}

bool has_desk(const Organization& organization, const std::string& unit) {
  return std::any_of(organization.desks.begin(), organization.desks.end(),
                     [&](const IntakeDesk& desk) { return desk.unit == unit; });
}

// Whoever got it first keeps it until another desk has taken it over (首接).
MaybeRefusal offer(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  if (unit == it.summary().holder) {
    return refusal(RefusalCode::bad_value, "unit", fmt::format("{} has the contact already", unit));
  }
  const bool takes_over = has_desk(it.directory().organization(), unit) ||
                          it.directory().unit(unit)->kind == UnitKind::platform;
  if (takes_over || it.may_send(unit)) return std::nullopt;
  return refusal(RefusalCode::no_way, "unit",
                 fmt::format("{} has no desk and is no platform; report a case instead", unit));
}

MaybeRefusal take_contact(Deciding& it) {
  it.event.facts.holder = it.actor.unit;
  return std::nullopt;
}

// What was offered stays where it is.
MaybeRefusal decline_offer(Deciding& it) {
  it.event.outcome = Outcome::partly;
  return std::nullopt;
}

MaybeRefusal take_back_offer(Deciding& it) {
  it.event.outcome = Outcome::partly;
  const std::string& asked = it.summary().checker;
  if (asked.empty()) {
    return refusal(RefusalCode::no_way, "kind",
                   "nobody was asked to take the contact over, so there is nothing to withdraw");
  }
  std::string& unit = it.action().unit;
  if (unit.empty()) unit = asked;
  if (unit == asked) return std::nullopt;
  return refusal(
      RefusalCode::bad_value, "unit",
      fmt::format("{} was asked to take the contact over; name it, or leave unit out", asked));
}

const CaseSummary* visible_other(const Deciding& it) {
  const model::Snapshot* other = it.situation.other;
  const bool visible = other != nullptr && scope_of(it.directory(), it.actor).covers(*other);
  return visible ? &other->summary : nullptr;
}

Refusal no_other(const Deciding& it) {
  return refusal(RefusalCode::unknown_case, "other_case",
                 fmt::format("there is no case {}", to_number(it.event.action.other_case)));
}

// The article the answer stands in.
MaybeRefusal name_article(const Deciding& it) {
  if (it.event.action.other_case == CaseId::none) return std::nullopt;
  const model::Snapshot* other = it.situation.other;
  const CaseSummary* article = other != nullptr ? &other->summary : nullptr;
  const bool is_open =
      article != nullptr && article->nature == Nature::article &&
      with_knowledge_base(it.directory(), scope_of(it.directory(), it.actor)).covers(*other);
  if (!is_open) {
    return refusal(RefusalCode::bad_value, "other_case",
                   "an answer names an article of the knowledge base, or nothing");
  }
  if (!is_end(article->position.state) || it.event.happened < article->ended) return std::nullopt;
  return refusal(RefusalCode::bad_value, "other_case",
                 fmt::format("the article {} was withdrawn; name the one that counts now, or none",
                             article->number));
}

// Of a case that is over nobody who waits hears more than its reply.
MaybeRefusal check_ended(const Deciding& it, const CaseSummary& other) {
  const bool waits = it.rules().reply_before_end && waits_for_reply(it.summary());
  if (!waits || !is_end(other.position.state) || other.replied) return std::nullopt;
  return refusal(RefusalCode::needs_reply, "other_case",
                 fmt::format("{} is {}, and its reply is none to who waits; answer the contact, "
                             "or name a case that goes on",
                             other.number, name(other.position.state)));
}

// What came in is settled by the case it became or joined, or by itself.
MaybeRefusal settle_incoming(Deciding& it) {
  const Action& action = it.event.action;
  if (action.other_case == CaseId::none) {
    const CaseSummary& summary = it.summary();
    if (!it.rules().reply_before_end || !summary.has_requester || summary.replied) {
      return std::nullopt;
    }
    return refusal(RefusalCode::needs_reply, "reply",
                   "a requester waits for an answer; answer the contact, or settle it with the "
                   "case it goes on in as other_case");
  }
  const CaseSummary* other = visible_other(it);
  if (other == nullptr) return no_other(it);
  if (is_record(other->nature)) {
    return refusal(RefusalCode::bad_value, "other_case",
                   fmt::format("it goes on in a case, not in a {}", name(other->nature)));
  }
  if (other->drill != it.summary().drill)
    return refusal(RefusalCode::drill_only, "other_case", "a drill and a real case do not mix");
  if (auto refused = check_ended(it, *other)) return refused;
  // What is hidden in the case is not to be read in what it came of.
  if (it.directory().is_sensitive(other->category)) it.action().category = other->category;
  return std::nullopt;
}

MaybeRefusal settle(Deciding& it) {
  if (is_incoming(it.summary().nature)) return settle_incoming(it);
  if (it.event.action.other_case == CaseId::none) return std::nullopt;
  return refusal(RefusalCode::unexpected_field, "other_case",
                 fmt::format("a {} goes on in no case; link them", name(it.summary().nature)));
}

}  // namespace

bool is_for(const CaseSummary& summary, ActionKind kind) noexcept {
  const Nature nature = summary.nature;
  if (!is_record(nature)) return kind != A::repeat;
  switch (kind) {
  case A::answer:
  case A::transfer:
  case A::accept:
  case A::decline:
  case A::withdraw:
  case A::contact:
  case A::fall_due:
  case A::recalculate: return nature == Nature::contact;
  case A::repeat: return nature == Nature::alert;
  case A::reopen: return is_incoming(nature);
  case A::amend: return nature == Nature::contact || !is_end(summary.position.state);
  default: return true;
  }
}

MaybeRefusal check_fields_of_nature(const Deciding& it) {
  const Action& action = it.event.action;
  for (const Field field :
       {F::unit, F::type, F::number_dialled, F::request, F::due, F::lasted_until}) {
    if (!is_given(action, field) || takes(action.nature, field)) continue;
    return refusal(RefusalCode::unexpected_field, name(field),
                   fmt::format("a {} does not take {}", name(action.nature), name(field)));
  }
  return std::nullopt;
}

MaybeRefusal check_incoming(Deciding& it) {
  Action& action = it.action();
  switch (action.nature) {
  case Nature::contact:
    if (action.type.empty()) action.type = "call";
    return check_number(it);
  case Nature::alert: return check_type(it);
  default: return check_author(it);
  }
}

bool is_step_of_record(ActionKind kind) noexcept {
  return kind == A::answer || kind == A::transfer || kind == A::accept || kind == A::decline ||
         kind == A::withdraw || kind == A::settle;
}

MaybeRefusal handle_record(Deciding& it) {
  switch (it.event.action.kind) {
  case A::answer: return name_article(it);
  case A::transfer: return offer(it);
  case A::accept: return take_contact(it);
  case A::decline: return decline_offer(it);
  case A::withdraw: return take_back_offer(it);
  case A::settle: return settle(it);
  default: return std::nullopt;
  }
}

namespace {

// Its requester waits for the case from now on, and no longer than was promised.
MaybeRefusal join_contact(Deciding& it, const model::Snapshot& contact) {
  const CaseSummary& summary = it.summary();
  if (!it.situation.by_engine || is_record(summary.nature) || is_end(summary.position.state) ||
      is_end(contact.summary.position.state) || !owes_more(contact, it.subject())) {
    return std::nullopt;
  }
  it.event.facts.for_requester = true;
  const auto limit = limit_of(contact);
  const auto given = given_limit(it.subject());
  if (limit && (!given || *limit < *given)) it.action().due = limit;
  return std::nullopt;
}

// A contact may become several cases, if it was about several things; the first settles it.
bool has_become_a_case(const CaseSummary& origin) {
  return origin.position.state == State::settled && origin.merged_into != CaseId::none;
}

}  // namespace

// The reporter of a contact waits for the case's reply, and is known by the contact alone.
MaybeRefusal check_origin(Deciding& it) {
  const model::Snapshot& other = *it.situation.other;
  const CaseSummary& origin = other.summary;
  if (!is_incoming(origin.nature)) return std::nullopt;
  if (it.event.action.kind == A::link) return join_contact(it, other);
  if (it.event.action.kind != A::report && it.event.action.kind != A::transfer_in) {
    return std::nullopt;
  }
  const bool is_next = has_become_a_case(origin);
  if (is_end(origin.position.state) && !is_next) return std::nullopt;
  const A right = is_next ? A::reopen : A::settle;
  if (const Verdict verdict = may(it.directory(), it.actor, right, false, other); !verdict) {
    return refusal(RefusalCode::not_permitted, "other_case",
                   fmt::format("the {} is held by {}; it makes the report, or hands it over",
                               name(origin.nature), origin.holder));
  }
  if (it.event.happened < origin.reported - it.rules().clock_tolerance) {
    return refusal(RefusalCode::out_of_order, "happened",
                   fmt::format("the case came of a {} of {}; it cannot be reported before that",
                               name(origin.nature), format_instant(origin.reported)));
  }
  if (waits_for_reply(origin)) it.event.facts.for_requester = true;
  Action& action = it.action();
  if (action.request == RequestKind::unstated) action.request = origin.request;
  if (action.channel.empty()) action.channel = origin.channel;
  if (action.number_dialled.empty()) action.number_dialled = origin.number_dialled;
  return std::nullopt;
}

// Whoever speaks for somebody gets the reply.
void note_proxy(Deciding& it) {
  const auto& parties = it.event.action.parties;
  it.event.facts.for_requester = std::any_of(
      parties.begin(), parties.end(), [](const Party& party) { return party.role == "proxy"; });
}

}  // namespace gridcase::rules
