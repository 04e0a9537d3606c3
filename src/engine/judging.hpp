#pragma once
// One decision with all it depends on: the rules that count, and what they ask about the case. The
// writer and the previews judge by it alike.

#include "engine/origin.hpp"
#include "engine/rulebooks.hpp"
#include "rules/decide.hpp"
#include "store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::engine {

// Cases as the next decision is to see them: the store's, unless somebody knows better.
class Cases {
public:
  explicit Cases(store::Store& store) : store_(store) {}
  virtual ~Cases() = default;
  Cases(const Cases&) = delete;
  Cases& operator=(const Cases&) = delete;

  // Null if there is none. Only for the cases that the action names.
  virtual const store::Loaded* find(CaseId id) = 0;
  virtual void each_event_of(CaseId id, const std::function<void(const Event&)>& each);
  // The kinds of attachment it has.
  std::vector<std::string> evidence_of(CaseId id);
  virtual std::vector<model::Part> parts_of(CaseId whole);
  // The cases a contact became, and those they were merged into; also others it is linked with.
  std::vector<CaseSummary> became(const CaseSummary& contact);
  virtual std::optional<CaseId> owner_of(const ExternalId& name);
  // The numbers of the contacts and alerts that go on in the case and are not erased yet.
  std::vector<std::string> unerased_sources(CaseId id);
  // Of any case; false if there is none.
  bool is_within(const model::Scope& scope, CaseId id);

protected:
  // Whether what came in goes on in the case; what was taken out of it again does not.
  bool leads_to(CaseId source, CaseId id);
  // The case, or the one it was merged into in the end.
  std::optional<CaseSummary> goes_on_in(CaseId id);

  store::Store& store_;
};

// Of a contact that joins a case: what was told and shown, as a note for the house, unless it was
// said in confidence.
void note_what_was_told(Cases& cases, const Directory& directory, const CaseSummary& contact,
                        const CaseSummary& joined, Action& link);

// A refusal, or the event that comes of it. `now` is when it is recorded.
rules::Decision judge(Rulebooks& rulebooks, Cases& cases, const Submission& submission,
                      Origin origin, Instant now);

// A refusal when the case can no longer hold what the event says.
std::optional<Refusal> check_erased(const store::Loaded& subject, ActionKind kind,
                                    const model::ActionParts& parts);
// Whether it is done to cases only that are not erased.
bool needs_key(ActionKind kind) noexcept;

// Whether the submission comes to a case whose hold should have ended by then, and nobody ticked.
// What is dated back into the hold is decided in it.
bool is_after_hold(const model::Snapshot& subject, const Submission& submission, Origin origin,
                   Instant now);
// What ends it then, as a tick would have done.
Submission end_of_hold(CaseId id, const Rulebook& in_force, Instant now);

}  // namespace gridcase::engine
