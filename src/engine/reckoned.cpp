#include "engine/reckoned.hpp"

namespace gridcase::engine {

Reckoned::Facts Reckoned::find(std::int64_t last_sequence, CaseId id) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (last_sequence != last_sequence_) return nullptr;
  const auto found = known_.find(id);
  return found == known_.end() ? nullptr : found->second;
}

void Reckoned::remember(std::int64_t last_sequence, CaseId id, const Facts& facts) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (last_sequence < last_sequence_) return;  // of a reader of an earlier state
  if (last_sequence > last_sequence_) {
    known_.clear();
    count_ = 0;
    last_sequence_ = last_sequence;
  }
  const std::size_t size = facts->size() + 1;  // a case without facts takes room, too
  if (count_ + size > most_) return;
  if (known_.emplace(id, facts).second) count_ += size;
}

void Reckoned::forget() {
  const std::lock_guard<std::mutex> lock(mutex_);
  known_.clear();
  count_ = 0;
  last_sequence_ = 0;
}

}  // namespace gridcase::engine
