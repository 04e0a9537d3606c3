#pragma once
// A copy of one case on which an action is tried.

#include "engine/judging.hpp"

#include <optional>
#include <utility>

namespace gridcase::engine {

// The copy, and the other case that the action names.
class OneCase final : public Cases {
public:
  OneCase(store::Store& store, CaseId id, store::Loaded loaded)
      : Cases(store), id_(id), loaded_(std::move(loaded)) {}

  const store::Loaded* find(CaseId id) override;
  model::Snapshot& snapshot() { return loaded_.snapshot; }

  // Carries it out on the copy. `now` is when it would be recorded.
  std::optional<Refusal> carry_out(Rulebooks& rulebooks, const Submission& submission,
                                   Origin origin, Instant now);
  // If the submission comes after the end of a hold that nobody ended, ends it.
  void end_hold_before(Rulebooks& rulebooks, const Submission& submission, Origin origin,
                       Instant now);

private:
  CaseId id_;
  store::Loaded loaded_;
  CaseId other_id_ = CaseId::none;
  std::optional<store::Loaded> other_;
};

}  // namespace gridcase::engine
