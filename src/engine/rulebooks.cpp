#include "engine/rulebooks.hpp"

#include <fmt/format.h>

namespace gridcase::engine {

Rulebooks::Rulebooks(store::Store& store, std::int64_t in_force) : store_(store) {
  in_force_ = load(in_force);
  known_.emplace(in_force, in_force_);
}

RulebookPtr Rulebooks::in_force() const {
  const std::lock_guard lock(mutex_);
  return in_force_;
}

RulebookPtr Rulebooks::version(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  auto& rulebook = known_[number];
  if (!rulebook) rulebook = load(number);
  return rulebook;
}

void Rulebooks::adopt(RulebookPtr rulebook) {
  const std::lock_guard lock(mutex_);
  known_[rulebook->version] = rulebook;
  in_force_ = std::move(rulebook);
}

RulebookPtr Rulebooks::load(std::int64_t number) {
  const auto stored = store_.policy(number);
  if (!stored) {
    throw Error(ErrorCode::corrupt,
                fmt::format("the store lacks version {} of the policy", number));
  }
  return std::make_shared<const Rulebook>(number, read_policy(stored->document));
}

}  // namespace gridcase::engine
