#pragma once
// Whose time it is: every microsecond of a case, from its report on, belongs to exactly one share.

#include "model/snapshot.hpp"

#include <gridcase/action.hpp>
#include <gridcase/query.hpp>

#include <optional>

namespace gridcase::rules {

// Whose turn it is in a case as it stands.
Share share_of(const model::Snapshot& snapshot);

// Follows a case event by event, oldest first, and cuts its time into spans.
class ResponsibilityMeter {
public:
  void add(const Event& event);
  // Up to the end of the case, or to `until` while it is open. Nothing before the first event.
  Responsibility read(Instant until) const;
  const model::Snapshot& snapshot() const noexcept { return snapshot_; }

private:
  void close_span(Instant at);

  model::Snapshot snapshot_;
  std::optional<Share> share_;  // since `from_`
  Instant from_{};
  std::vector<Responsibility::Span> spans_;
};

}  // namespace gridcase::rules
