#include "engine/access.hpp"

#include "engine/masking.hpp"
#include "engine/one_case.hpp"
#include "engine/queries.hpp"
#include "engine/reading.hpp"
#include "rules/decide.hpp"
#include "rules/permission.hpp"

#include <algorithm>

namespace gridcase::engine {

Verdict may(store::Store& store, Rulebooks& rulebooks, ActionKind kind, CaseId id,
            const Actor& actor, Instant now) {
  const RulebookPtr in_force = rulebooks.current();
  const Instant recorded = std::max(now, store.current_county().last_recorded);
  rules::Situation situation{*in_force->policy,
                             in_force->directory,
                             in_force->timetables,
                             in_force->timetables,
                             in_force->version,
                             recorded,
                             now};
  std::optional<OneCase> subject;
  bool is_erased = false;
  if (id != CaseId::none) {
    if (auto loaded = store.read(id)) {
      is_erased = !loaded->key;
      subject.emplace(store, id, *std::move(loaded));
      Submission submission;
      submission.action.kind = kind;
      submission.action.case_id = id;
      submission.actor = actor;
      submission.now = now;
      subject->end_hold_before(rulebooks, submission, Origin::host, recorded);
      situation.subject = &subject->snapshot();
    }
  }
  const auto refused = rules::check_may(situation, kind, id, actor);
  if (refused) return {false, refused->reason};
  if (is_erased && needs_key(kind)) return {false, "the case was erased"};
  return {true, rules::why_permitted(in_force->directory, actor, kind, situation.subject)};
}

Engine::Revealed reveal(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, CaseId id,
                        const std::string& reason, const Actor& actor, Instant now) {
  Submission submission;
  submission.action.kind = ActionKind::reveal;
  submission.action.case_id = id;
  submission.action.reason = reason;
  submission.actor = actor;
  submission.now = now;
  Engine::Revealed revealed;
  revealed.answer = queue.submit(&submission, 1).front();
  if (!revealed.answer.ok()) return revealed;
  const RulebookPtr rules = rulebooks.current();
  const auto loaded = read_visible(store, *rules, id, actor);
  if (!loaded) return revealed;  // others changed it just now
  // As it stands now, by the rights of now.
  const rules::Opening opening = rules::opening_of(rules->directory, actor, loaded->snapshot);
  Case& whole = revealed.found.emplace(read_whole(store, *rules, *loaded, actor));
  if (rules->directory.is_sensitive(whole.category) && !opening.sensitive) hide(whole);
  if (!opening.personal) mask(whole);
  return revealed;
}

}  // namespace gridcase::engine
