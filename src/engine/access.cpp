#include "engine/access.hpp"

#include "engine/one_case.hpp"
#include "engine/reading.hpp"
#include "rules/decide.hpp"

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
  if (id != CaseId::none) {
    if (auto loaded = store.read(id)) {
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
  if (!refused) return {true, "nothing stands against it"};
  return {false, refused->reason};
}

}  // namespace gridcase::engine
