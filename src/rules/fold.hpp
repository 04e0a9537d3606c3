#pragma once
// The fold: what a case is after an event. The engine changes current rows in no other way, and
// `verify` runs the same fold over the history and compares.

#include "model/snapshot.hpp"

#include <gridcase/action.hpp>

namespace gridcase::rules {

// For the first event the snapshot is an empty one.
void apply(model::Snapshot& snapshot, const Event& event);

// The whole case: the snapshot's part, and what only the history keeps.
void apply(Case& whole, const Event& event);

// Whether the text of such an action is that of the case from then on.
bool gives_text(ActionKind kind);

}  // namespace gridcase::rules
