#pragma once
// What one rule knows of one subject: the machine behind TrackWatcher.

#include "rules/track_ground.hpp"
#include "rules/zone_ranges.hpp"

#include <gridcase/track.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace gridcase::rules {

// Civil days and minutes of a zone.
class TrackClock {
public:
  explicit TrackClock(const std::string& zone);

  // Microseconds of civil time since the beginning of 1970; nothing before 1900 or from 2500 on.
  std::optional<std::int64_t> local(Instant at) const;

private:
  std::vector<OffsetRange> ranges_;
};

// A position, and what all rules need to know of it.
struct TrackStep {
  const TrackPosition& position;
  bool gap = false;        // nothing is known of the time before
  std::int64_t local = 0;  // civil time in microseconds
};

// What is the same for all subjects. Immutable once made.
struct TrackSurroundings {
  const TrackRules& rules;
  TrackSites sites;
  TrackClock clock;
};

class TrackWatch {
public:
  virtual ~TrackWatch();
  // Adds what begins and what ends.
  virtual void take(const TrackStep& step, std::vector<TrackFinding>& findings) = 0;
  // What has begun and is not over.
  virtual std::optional<TrackFinding> open() const = 0;
};

// A rule made ready to watch.
class TrackRuleMachine {
public:
  virtual ~TrackRuleMachine();
  // Null when the rule has no business with the subject.
  virtual std::unique_ptr<TrackWatch> watch(const TrackSubject& subject) const = 0;
};

// Both arguments must outlive what is returned.
std::unique_ptr<TrackRuleMachine> machine_of(const TrackRule& rule,
                                             const TrackSurroundings& surroundings);

}  // namespace gridcase::rules
