#pragma once
// The versions of the policy: the one in force, and those that running cases were reported under.
// Any thread.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <map>
#include <mutex>

namespace gridcase::engine {

class Rulebooks {
public:
  Rulebooks(store::Store& store, std::int64_t in_force);

  // The newest that is known here.
  RulebookPtr in_force() const;
  // As the store has it: another engine may have adopted one since. For readers.
  RulebookPtr current();
  // Throws Error corrupt when the store has no such version.
  RulebookPtr version(std::int64_t number);
  // Puts this version in force, unless a newer one is.
  void switch_to(std::int64_t number);
  void adopt(RulebookPtr rulebook);
  // Those that were adopted in a transaction which was rolled back: newer than the store's.
  void forget_rolled_back();

private:
  RulebookPtr load(std::int64_t number) const;
  // The next newer one that is known, else the newest: likely to have the same calendars.
  RulebookPtr neighbour_of(std::int64_t number) const;

  store::Store& store_;
  mutable std::mutex mutex_;
  RulebookPtr in_force_;
  std::map<std::int64_t, RulebookPtr> known_;
};

}  // namespace gridcase::engine
