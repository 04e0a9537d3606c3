#include "engine/rulebooks.hpp"

#include <fmt/format.h>

#include <iterator>

namespace gridcase::engine {

Rulebooks::Rulebooks(store::Store& store, std::int64_t in_force) : store_(store) {
  in_force_ = load(in_force);
  known_.emplace(in_force, in_force_);
}

RulebookPtr Rulebooks::in_force() const {
  const std::lock_guard lock(mutex_);
  return in_force_;
}

RulebookPtr Rulebooks::current() {
  switch_to(store_.policy_version());
  return in_force();
}

// Compiled without the lock: a query must not wait until a large organization is indexed.
RulebookPtr Rulebooks::version(std::int64_t number) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(number);
    if (found != known_.end()) return found->second;
  }
  RulebookPtr loaded = load(number);
  const std::lock_guard lock(mutex_);
  return known_.emplace(number, std::move(loaded)).first->second;
}

void Rulebooks::switch_to(std::int64_t number) {
  if (number > in_force()->version) adopt(version(number));
}

void Rulebooks::adopt(RulebookPtr rulebook) {
  const std::lock_guard lock(mutex_);
  known_.emplace(rulebook->version, rulebook);
  if (rulebook->version > in_force_->version) in_force_ = std::move(rulebook);
}

void Rulebooks::forget_rolled_back() {
  const std::int64_t number = store_.policy_version();
  if (in_force()->version <= number) return;
  RulebookPtr in_force = version(number);
  const std::lock_guard lock(mutex_);
  known_.erase(known_.upper_bound(number), known_.end());
  in_force_ = std::move(in_force);
}

RulebookPtr Rulebooks::load(std::int64_t number) const {
  const auto stored = store_.policy(number);
  if (!stored) {
    throw Error(ErrorCode::corrupt,
                fmt::format("the store lacks version {} of the policy", number));
  }
  const RulebookPtr donor = neighbour_of(number);
  return std::make_shared<const Rulebook>(number, read_policy(stored->document), donor.get());
}

RulebookPtr Rulebooks::neighbour_of(std::int64_t number) const {
  const std::lock_guard lock(mutex_);
  if (known_.empty()) return nullptr;
  const auto next = known_.lower_bound(number);
  return next == known_.end() ? std::prev(next)->second : next->second;
}

}  // namespace gridcase::engine
