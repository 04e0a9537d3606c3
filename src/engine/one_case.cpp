#include "engine/one_case.hpp"

#include "rules/fold.hpp"

namespace gridcase::engine {

const store::Loaded* OneCase::find(CaseId id) {
  if (id == id_) return &loaded_;
  if (id == CaseId::none) return nullptr;
  if (id != other_id_) {
    other_ = store_.read(id);
    other_id_ = id;
  }
  return other_ ? &*other_ : nullptr;
}

std::optional<Refusal> OneCase::carry_out(Rulebooks& rulebooks, const Submission& submission,
                                          Origin origin, Instant now) {
  rules::Decision decision = judge(rulebooks, *this, submission, origin, now);
  if (!decision.refusal) {
    const Event& event = decision.event;
    decision.refusal =
        check_erased(loaded_, event.action.kind, model::split(event.action, event.facts));
  }
  if (!decision.refusal) rules::apply(snapshot(), decision.event);
  return std::move(decision.refusal);
}

void OneCase::end_hold_before(Rulebooks& rulebooks, const Submission& submission, Origin origin,
                              Instant now) {
  if (!is_after_hold(snapshot(), submission, origin, now)) return;
  const Submission end = end_of_hold(id_, *rulebooks.in_force(), now);
  (void)carry_out(rulebooks, end, Origin::engine, now);
}

}  // namespace gridcase::engine
