#pragma once
// What is due is done: rungs of ladders, ends of holds; then the kept facts follow the history. In
// slices, so that others come in between.

#include "engine/group_commit.hpp"
#include "engine/monitor.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/engine.hpp>

namespace gridcase::engine {

struct TickBudget {
  std::int32_t total = 0;
  std::int32_t slice = 0;
};

TickReport tick(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, Instant now,
                TickBudget budget, Monitor* monitor);

}  // namespace gridcase::engine
