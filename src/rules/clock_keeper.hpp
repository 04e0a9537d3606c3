#pragma once
// What an event does to the clocks of its case: starts, stops, holds, other limits. Works on the
// case as it is after the event, and writes the entries that the event is to carry.

#include "model/snapshot.hpp"
#include "rules/clock_reckoner.hpp"

#include <gridcase/action.hpp>

namespace gridcase::rules {

class ClockKeeper {
public:
  // `after` is the case after the event; its clocks are brought up to date entry by entry.
  ClockKeeper(const ClockReckoner& reckoner, const Directory& directory, model::Snapshot& after,
              Event& event)
      : reckoner_(reckoner), directory_(directory), after_(after), event_(event) {}

  // Everything that follows from the event by itself.
  void keep();

  // Adds an entry, and to it the times it leads to where it changes any.
  void enter(ClockEntry entry);

private:
  // A milestone, and of which order it is kept; null for the case.
  struct Subject {
    const Milestone& milestone;
    const Assignment* order;
  };

  void keep(const Milestone& milestone);
  void keep(const Subject& subject);
  void drop_open(const Subject& subject);
  void keep_open(const Subject& subject, const Clock& clock);
  void keep_hold(const Milestone& milestone, std::int32_t number);
  // Whether another clock took its place.
  bool keep_holder(const Subject& subject, const Clock& clock);
  void keep_limit(const Subject& subject, std::int32_t number);
  void bring_forward(const Subject& subject, std::int32_t number);
  void follow_rules(std::int32_t number);
  void start(const Subject& subject, Instant anchor);
  void drop_unkept();
  void enter(std::int32_t number, ClockStep step);

  const Clock& clock(std::int32_t number) const;
  const Clock* latest(const Subject& subject) const;
  bool was_dropped(const Clock& clock) const;
  bool is_kept(const Clock& clock) const;
  std::optional<Instant> moment(const Subject& subject, Moment moment) const;
  bool is_over(const Subject& subject) const;
  std::int32_t next_rung(const ClockEntry& entry, const Clock& clock) const;

  const ClockReckoner& reckoner_;
  const Directory& directory_;
  model::Snapshot& after_;
  Event& event_;
};

}  // namespace gridcase::rules
