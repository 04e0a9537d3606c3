#pragma once
// The facts that measures are reckoned from follow the history, a slice of events at a time. What
// is submitted writes nothing for them.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"
#include "rules/facts.hpp"
#include "store/store.hpp"

#include <functional>
#include <limits>
#include <optional>

namespace gridcase::engine {

// Which events of a case count.
struct Until {
  std::int64_t sequence = std::numeric_limits<std::int64_t>::max();  // no later ones
  std::optional<Instant> recorded;                                   // nor recorded later
};

// What the events of a case come to, those of the history up to a place.
rules::FactMeter meter_of(store::Store& store, CaseId id, const Until& until);

// What clocks wait for, by the versions of the policy.
rules::WaitedFor waited_for(Rulebooks& rulebooks);

struct Followed {
  std::int64_t events = 0;
  std::int64_t behind = 0;  // events that are left
};

// At most so many events, a slice in a commit. Several engines may do it at once: each slice is
// taken in by one of them. A case that is damaged keeps the facts it had. `timed` is
// called with what carries a slice out, and does so.
struct FollowBudget {
  std::int32_t total = 0;
  std::int32_t slice = 0;
};
using Timed = std::function<void(const std::function<void()>& slice)>;
Followed follow(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, FollowBudget budget,
                const Timed& timed);

}  // namespace gridcase::engine
