#pragma once
// What is due is done: rungs of ladders, ends of holds. In slices, so that others come in between.

#include "engine/group_commit.hpp"
#include "store/store.hpp"

#include <gridcase/engine.hpp>

namespace gridcase::engine {

struct TickBudget {
  std::int32_t total = 0;
  std::int32_t slice = 0;
};

// `centre` is the unit in whose name the engine acts.
TickReport tick(store::Store& store, GroupCommit& queue, const std::string& centre, Instant now,
                TickBudget budget, const std::function<std::chrono::nanoseconds()>& stopwatch);

}  // namespace gridcase::engine
