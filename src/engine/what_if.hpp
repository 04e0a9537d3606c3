#pragma once
// The history once more in another store, decided anew.

#include "engine/group_commit.hpp"
#include "engine/rulebooks.hpp"
#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/what_if.hpp>

#include <optional>
#include <string>

namespace gridcase::engine {

// What the replay would draw anew, given as it was recorded: the key of the next case, and its
// number. The options of the new store ask it.
struct ReplaySeeds {
  std::optional<store::Key> key;
  std::string number;

  void fill(std::uint8_t* out, std::size_t count) const;
};

// How the new store begins.
store::Founding founding_of(store::Store& recorded, const WhatIf& tried);

struct ReplayStore {
  store::Store& store;
  Rulebooks& rulebooks;
  Writer& writer;
  GroupCommit& queue;
};

WhatIfReport replay(store::Store& recorded, Rulebooks& rulebooks, const ReplayStore& into,
                    ReplaySeeds& seeds, const WhatIf& tried);

}  // namespace gridcase::engine
