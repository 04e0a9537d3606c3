#pragma once
// What an event does to the clocks of its case: starts, stops, holds, other limits. Works on the
// case as it is after the event, and writes the entries that the event is to carry.

#include "rules/timetables.hpp"

#include "model/snapshot.hpp"

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

namespace gridcase::rules {

class ClockKeeper {
public:
  // Timetables in force, and those of the policy the case runs under: for a calendar that newer
  // policies no longer have.
  struct Calendars {
    const Timetables& in_force;
    const Timetables& own;
  };

  // `after` is the case after the event; its clocks are brought up to date entry by entry.
  ClockKeeper(const Policy& policy, const Directory& directory, Calendars calendars,
              model::Snapshot& after, Event& event)
      : policy_(policy), directory_(directory), calendars_(calendars), after_(after),
        event_(event) {}

  // Everything that follows from the event by itself.
  void keep();

  // Adds an entry, and to it the times it leads to where it changes any.
  void enter(ClockEntry entry);

  // The times of a clock by its ledger. `rung` is the first that has not fired.
  ClockTimes times_of(const Clock& clock, std::int32_t rung) const;
  const Timetable& timetable_of(const std::string& calendar) const;
  // The milestone of a clock; null when the rules of the case no longer have it.
  const Milestone* milestone_of(const Clock& clock) const;

private:
  // A milestone, and of which order it is looked at; null for the case.
  struct Watch {
    const Milestone& milestone;
    const Assignment* order;
  };

  void watch(const Milestone& milestone);
  void watch(const Watch& watch);
  void watch_open(const Watch& watch, Clock clock);
  void watch_hold(const Milestone& milestone, const Clock& clock);
  void watch_holder(const Watch& watch, const Clock& clock);
  void choose_again(const Clock& clock);
  void follow_rules(std::int32_t number);
  void start(const Watch& watch, Instant anchor);
  void drop_unknown();

  const Clock* latest(const Watch& watch) const;
  std::optional<Instant> moment(const Watch& watch, Moment moment) const;
  bool is_over(const Watch& watch) const;
  std::string calendar_for(const Limit& limit, const Assignment* order) const;
  Instant rung_due(const Clock& clock, const Rung& rung, const Timetable& timetable) const;
  std::int32_t next_rung(const ClockEntry& entry, const Clock& clock) const;

  const Policy& policy_;
  const Directory& directory_;
  Calendars calendars_;
  model::Snapshot& after_;
  Event& event_;
};

}  // namespace gridcase::rules
