#pragma once
/// \file what_if.hpp
/// What would have come of it: the recorded arrivals and reactions once more, under other rules.
///
/// `Engine::what_if` makes a new store and replays the history in it: every action is decided anew,
/// none is copied. Without other rules everything is as it was, and the new history is the same to
/// the last byte that is hashed; so the replay shows that the record follows from what people did.
///
/// With other rules, which hold from the first day:
///  - what comes in, comes in when it did;
///  - whoever acted acts again, after the same reaction: the time since the event before it in the
///    case, in the working hours the unit kept, laid out in those it keeps by the tried rules. The
///    recorded time stands where nothing before it moved and both calendars count the same;
///  - an order that went to whom the recorded rules named as lead by duty goes to whom the tried
///    rules name, and that unit does in the case what the other one did, without a person;
///  - clocks, ladders and the ends of holds are those of the tried rules;
///  - what the tried rules do not allow is left out, and listed with the reason. The rest of the
///    case goes on as far as it is possible without;
///  - modes, task forces, bulks as such, marks, frozen periods and what other systems acknowledged
///    are left out: they are acts upon rules that are not tried.
///
/// How many actions were committed together is not replayed: commit numbers may differ, which are
/// in no hash. Texts that were erased are missing in the replay, too: where a text is needed, a
/// word stands in its place.
///
/// Plain values; any thread.

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace gridcase {

/// What is tried.
struct WhatIf {
  /// In force from the first day. If absent, every version that was in force, at its time.
  std::optional<Policy> policy;
};

/// Something that was done, and cannot be done by the tried rules.
struct WhatIfRefusal {
  std::int64_t sequence = 0;  ///< of the recorded event
  CaseId case_id = CaseId::none;
  ActionKind action = ActionKind::comment;
  Refusal why;
};

/// How the replay differs from the history.
struct WhatIfReport {
  std::int64_t events = 0;     ///< recorded, of cases
  std::int64_t identical = 0;  ///< came about again, the same to the last byte that is hashed
  std::int64_t erased = 0;     ///< likewise, but for texts that were erased since
  /// Came about again at another time, by other hands, or with other consequences.
  std::int64_t changed = 0;
  std::int64_t refused = 0;             ///< what somebody did, and cannot do by the tried rules
  std::int64_t dropped = 0;             ///< of the engine's own acts, what did not come about
  std::int64_t added = 0;               ///< … and what came about newly
  std::int64_t left_out = 0;            ///< of the county's own line
  std::vector<WhatIfRefusal> refusals;  ///< at most 1,000, in the order of the history

  /// Whether every event came about again with the same hash.
  bool is_identical() const noexcept {
    return identical + erased == events && added == 0 && left_out == 0;
  }
};

}  // namespace gridcase
