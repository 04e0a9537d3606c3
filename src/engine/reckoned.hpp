#pragma once
// Facts of cases that moved on since facts were kept: who asks for many figures in a row has each
// such case reckoned once.

#include "store/store.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace gridcase::engine {

// What is known is as of the latest end of the history that was asked for; the next event empties
// it. Any thread.
class Reckoned {
public:
  using Facts = std::shared_ptr<const std::vector<Fact>>;

  // `most`: how many facts are remembered; those of further cases are reckoned each time.
  explicit Reckoned(std::size_t most = 500'000) : most_(most) {}

  // Null if they are not known.
  Facts find(std::int64_t last_sequence, CaseId id) const;
  void remember(std::int64_t last_sequence, CaseId id, const Facts& facts);
  // The history was cut: a sequence number may come again with another event.
  void forget();

private:
  const std::size_t most_;
  mutable std::mutex mutex_;
  std::int64_t last_sequence_ = 0;
  std::size_t count_ = 0;
  std::map<CaseId, Facts> known_;
};

}  // namespace gridcase::engine
