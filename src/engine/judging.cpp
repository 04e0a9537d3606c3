#include "engine/judging.hpp"

#include "base/text.hpp"
#include "engine/reading.hpp"
#include "rules/action_fields.hpp"
#include "rules/fold.hpp"
#include "rules/intake.hpp"
#include "rules/permission.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::engine {
namespace {

// A case keeps the rules it runs under, until it is re-based.
RulebookPtr rules_for(Rulebooks& rulebooks, const store::Loaded* subject, ActionKind kind) {
  if (subject == nullptr || kind == ActionKind::rebase) return rulebooks.in_force();
  return rulebooks.version(subject->snapshot.summary.policy_version);
}

// No more than an action takes.
void add_files(const std::vector<Attachment>& known, std::vector<Attachment>& files) {
  for (const Attachment& file : known) {
    const bool is_there = std::any_of(files.begin(), files.end(), [&](const Attachment& one) {
      return one.sha256 == file.sha256 && one.name == file.name;
    });
    if (!file.internal && !is_there && files.size() < rules::most_attachments)
      files.push_back(file);
  }
}

// Of a contact: what was told and shown, the things and the place. What was said in confidence
// stays where it is, and what was noted for the house alone.
void take_over_texts(Cases& cases, const Directory& directory, const CaseSummary& origin,
                     Action& action) {
  if (directory.is_sensitive(origin.category) && !directory.is_sensitive(action.category)) return;
  Case contact;
  cases.each_event_of(origin.id, [&](const Event& event) { rules::apply(contact, event); });
  if (action.text.empty()) action.text = std::move(contact.text);
  if (action.subjects.empty()) action.subjects = std::move(contact.subjects);
  add_files(contact.attachments, action.attachments);
  const bool has_place = action.point || !action.grid.empty() || !action.address.empty();
  if (has_place) return;
  action.address = std::move(contact.address);
  action.point = origin.point;
  if (!origin.point) action.grid = origin.grid;
}

// A case that came of a contact is about the same thing, at the same place, and no later. Nothing
// for what is no such report.
std::optional<Action> with_origin(Cases& cases, const Directory& directory, const Action& given) {
  const bool is_report = given.kind == ActionKind::report ||
                         (given.kind == ActionKind::transfer_in && given.case_id == CaseId::none);
  if (!is_report || given.relation != Relation::follows) return std::nullopt;
  const store::Loaded* origin = cases.find(given.other_case);
  if (origin == nullptr || !is_incoming(origin->snapshot.summary.nature)) return std::nullopt;
  const CaseSummary& contact = origin->snapshot.summary;
  const bool became_a_case = contact.merged_into != CaseId::none;
  if (is_end(contact.position.state) && !became_a_case) return std::nullopt;
  Action action = given;
  const auto limit = rules::limit_of(origin->snapshot);
  if (limit) action.due = std::min(action.due.value_or(*limit), *limit);
  if (!action.occurred && contact.occurred < contact.reported) action.occurred = contact.occurred;
  if (!action.lasted_until) action.lasted_until = contact.lasted_until;
  take_over_texts(cases, directory, origin->snapshot.summary, action);
  return action;
}

rules::Decision decide(Rulebooks& rulebooks, Cases& cases, const Submission& submission,
                       Origin origin, Instant now) {
  const RulebookPtr in_force = rulebooks.in_force();
  const auto completed = with_origin(cases, in_force->directory, submission.action);
  const Action& action = completed ? *completed : submission.action;
  const store::Loaded* subject = cases.find(action.case_id);
  const RulebookPtr rules = rules_for(rulebooks, subject, action.kind);
  rules::Situation situation{*rules->policy,    in_force->directory, in_force->timetables,
                             rules->timetables, rules->version,      now,
                             submission.now};
  situation.by_engine = origin == Origin::engine;
  // What is a repeat was judged with its own origin before.
  situation.in_bulk =
      origin == Origin::bulk || origin == Origin::source || origin == Origin::repeat;
  situation.repeats = origin == Origin::repeat;
  situation.is_source = origin == Origin::source;
  const store::Loaded* other = cases.find(action.other_case);
  if (other != nullptr) situation.other = &other->snapshot;
  if (subject == nullptr) return rules::decide(situation, action, submission.actor);

  situation.subject = &subject->snapshot;
  std::vector<std::string> evidence;
  if (rules::needs_evidence(in_force->directory, action, subject->snapshot)) {
    evidence = cases.evidence_of(action.case_id);
    situation.evidence = &evidence;
  }
  std::vector<model::Part> parts;
  if (rules::needs_parts(rules->policy->rules, action)) {
    parts = cases.parts_of(action.case_id);
    situation.parts = &parts;
  }
  return rules::decide(situation, action, submission.actor);
}

// One name elsewhere means one case here.
std::optional<Refusal> check_external_ids(const Rulebook& in_force, Cases& cases,
                                          const Event& event) {
  for (const ExternalId& external : event.action.external_ids) {
    const std::optional<CaseId> owner = cases.owner_of(external);
    if (!owner || (*owner == event.case_id && *owner != CaseId::none)) continue;
    const model::Scope scope = rules::scope_of(in_force.directory, event.actor);
    return rules::refusal(
        RefusalCode::duplicate_external, "external_ids",
        cases.is_within(scope, *owner)
            ? fmt::format("{} {} is case {} already", external.system, external.id,
                          to_number(*owner))
            : fmt::format("{} {} belongs to another case", external.system, external.id));
  }
  return std::nullopt;
}

// Who is to be told when the case ends must be known until then.
std::optional<Refusal> check_waiting(Cases& cases, const Event& event) {
  const store::Loaded* erased = cases.find(event.case_id);
  if (erased == nullptr || !rules::waits_for_reply(erased->snapshot.summary)) return std::nullopt;
  for (const CaseSummary& next : cases.became(erased->snapshot.summary)) {
    if (is_end(next.position.state)) continue;
    return rules::refusal(RefusalCode::not_possible, "case_id",
                          fmt::format("its requester waits for the reply of {}, which is not at "
                                      "its end; erase it then",
                                      next.number));
  }
  return std::nullopt;
}

// What a caller said stands in the contact as well; erasing the case alone would leave it there.
std::optional<Refusal> check_sources(Cases& cases, const Event& event) {
  if (event.action.kind != ActionKind::erase) return std::nullopt;
  if (auto refused = check_waiting(cases, event)) return refused;
  const std::vector<std::string> left = cases.unerased_sources(event.case_id);
  if (left.empty()) return std::nullopt;
  return rules::refusal(
      RefusalCode::not_possible, "case_id",
      fmt::format("what the case came of still says it; erase {} first", fmt::join(left, ", ")));
}

}  // namespace

void note_what_was_told(Cases& cases, const Directory& directory, const CaseSummary& contact,
                        const CaseSummary& joined, Action& link) {
  if (directory.is_sensitive(contact.category) && !directory.is_sensitive(joined.category)) return;
  Case told;
  cases.each_event_of(contact.id, [&](const Event& event) { rules::apply(told, event); });
  std::string text = told.text;
  if (!told.address.empty()) text += (text.empty() ? "" : "\n") + told.address;
  if (text.empty()) text = told.title;
  link.note = base::first_characters(text, rules::longest_note);
  link.internal_note = !link.note.empty();
  add_files(told.attachments, link.attachments);
}

std::vector<std::string> Cases::unerased_sources(CaseId id) {
  CaseQuery query;
  query.merged_into = id;
  query.limit = 1000;
  std::vector<std::string> numbers;
  const auto look_at = [&](CaseId source) {
    const store::Loaded* known = find(source);
    const auto loaded = known == nullptr ? store_.read(source) : std::nullopt;
    const store::Loaded* it = known != nullptr ? known : loaded ? &*loaded : nullptr;
    if (it == nullptr || !it->key || !is_record(it->snapshot.summary.nature)) return;
    numbers.push_back(it->snapshot.summary.number);
  };
  each_event(store_, id, [&](const Event& event) {
    const CaseId source = event.action.other_case;
    if (event.action.relation == Relation::follows && leads_to(source, id)) look_at(source);
  });
  for (std::optional<CaseId> after = CaseId::none; after;) {
    query.after = *after;
    const CasePage page = store_.find(query, {}, model::whole_county());
    for (const CaseSummary& summary : page.cases)
      look_at(summary.id);
    after = page.next;
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

bool Cases::leads_to(CaseId source, CaseId id) {
  const auto loaded = store_.read(source);
  bool leads = loaded && loaded->snapshot.summary.merged_into == id;
  each_event(store_, source, [&](const Event& event) {
    leads = leads || (event.action.kind == ActionKind::link && event.action.other_case == id);
  });
  return leads;
}

std::vector<CaseSummary> Cases::became(const CaseSummary& contact) {
  std::vector<CaseSummary> found;
  const auto add = [&](CaseId id) {
    if (const auto last = goes_on_in(id)) found.push_back(*last);
  };
  add(contact.merged_into);
  each_event_of(contact.id, [&](const Event& event) {
    if (event.action.kind == ActionKind::link) add(event.action.other_case);
  });
  return found;
}

std::optional<CaseSummary> Cases::goes_on_in(CaseId id) {
  std::optional<CaseSummary> last;
  while (id != CaseId::none) {
    const store::Loaded* known = find(id);
    const auto loaded = known == nullptr ? store_.read(id) : std::nullopt;
    if (known == nullptr && !loaded) break;
    last = known != nullptr ? known->snapshot.summary : loaded->snapshot.summary;
    id = last->merged_into;
  }
  return last;
}

void Cases::each_event_of(CaseId id, const std::function<void(const Event&)>& each) {
  each_event(store_, id, each);
}

std::vector<std::string> Cases::evidence_of(CaseId id) {
  std::vector<std::string> kinds;
  each_event_of(id, [&](const Event& event) {
    for (const Attachment& attachment : event.action.attachments)
      kinds.push_back(attachment.kind);
  });
  return kinds;
}

std::vector<model::Part> Cases::parts_of(CaseId whole) { return store_.parts_of(whole); }

std::optional<CaseId> Cases::owner_of(const ExternalId& name) { return store_.case_of(name); }

bool Cases::is_within(const model::Scope& scope, CaseId id) {
  if (const store::Loaded* known = find(id)) return scope.covers(known->snapshot);
  const auto loaded = store_.read(id);
  return loaded && scope.covers(loaded->snapshot);
}

rules::Decision judge(Rulebooks& rulebooks, Cases& cases, const Submission& submission,
                      Origin origin, Instant now) {
  rules::Decision decision = decide(rulebooks, cases, submission, origin, now);
  if (!decision.refusal)
    decision.refusal = check_external_ids(*rulebooks.in_force(), cases, decision.event);
  if (!decision.refusal) decision.refusal = check_sources(cases, decision.event);
  return decision;
}

bool needs_key(ActionKind kind) noexcept {
  return kind == ActionKind::reopen || kind == ActionKind::unmerge || kind == ActionKind::erase;
}

std::optional<Refusal> check_erased(const store::Loaded& subject, ActionKind kind,
                                    const model::ActionParts& parts) {
  if (subject.key) return std::nullopt;
  if (needs_key(kind)) {  // opened again it could neither be worked on nor answered
    return rules::refusal(RefusalCode::not_possible, "case_id",
                          "the case was erased; what is left of it stays as it is");
  }
  if (parts.text.empty() && parts.personal.empty()) return std::nullopt;
  // A commitment under no key could be guessed at by anybody.
  return rules::refusal(RefusalCode::not_possible, "case_id",
                        "the case was erased and its key is gone; it takes no text and no "
                        "personal data any more");
}

bool is_after_hold(const model::Snapshot& subject, const Submission& submission, Origin origin,
                   Instant now) {
  const Action& action = submission.action;
  const CaseSummary& summary = subject.summary;
  // It is what ends the hold.
  if (origin == Origin::engine && action.kind == ActionKind::resume) return false;
  if (summary.position.state != State::suspended || !summary.resume_at) return false;
  const Instant by = std::min(now, action.happened.value_or(submission.now));
  // Who resumes at that very time is on time.
  return *summary.resume_at < by || (*summary.resume_at == by && action.kind != ActionKind::resume);
}

Submission end_of_hold(CaseId id, const Rulebook& in_force, Instant now) {
  Submission submission;
  submission.action.kind = ActionKind::resume;
  submission.action.case_id = id;
  submission.actor = {in_force.centre(), {}, "tick"};
  submission.now = now;
  return submission;
}

}  // namespace gridcase::engine
