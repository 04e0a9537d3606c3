#include "rules/clock_fold.hpp"

#include <gridcase/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

Clock& find(std::vector<Clock>& clocks, const ClockEntry& entry) {
  const auto index = static_cast<std::size_t>(entry.clock) - 1;
  if (index < clocks.size()) return clocks[index];
  throw Error(ErrorCode::corrupt,
              fmt::format("the history speaks of clock {}, which never started", entry.clock));
}

void start(std::vector<Clock>& clocks, const ClockEntry& entry, const Event& event) {
  Clock& clock = clocks.emplace_back();
  clock.no = static_cast<std::int32_t>(clocks.size());
  clock.milestone = entry.milestone;
  clock.assignment = entry.assignment;
  clock.unit = entry.unit;
  clock.limit = entry.limit;
  clock.budget = entry.amount;
  clock.calendar = entry.calendar;
  clock.rules = event.policy_version;
  clock.started = entry.at;
}

// Nothing fires while it does not run.
void hold(Clock& clock, Instant at) {
  clock.state = ClockState::held;
  clock.holds.push_back({at, std::nullopt});
  clock.times.next.reset();
}

void resume(Clock& clock, Instant at) {
  if (clock.state == ClockState::held) {
    clock.holds.back().until = at;
  } else {
    clock.holds.push_back({*clock.stopped, at});
    clock.stopped.reset();
    clock.exempt = false;  // that was for the time before
    clock.reviews = -1;
  }
  clock.state = ClockState::running;
}

void end(Clock& clock, ClockState how, Instant at) {
  if (clock.state == ClockState::held) clock.holds.back().until = at;
  clock.state = how;
  clock.stopped = at;
  clock.times.next.reset();
  clock.approvals = -1;
}

void extend(Clock& clock, std::int64_t amount) {
  clock.extended += amount;
  ++clock.extensions;
  ++clock.round;
  clock.approvals = -1;
}

void replace(Clock& clock, const ClockEntry& entry, const Event& event) {
  clock.limit = entry.limit;
  clock.budget = entry.amount;
  clock.extended = entry.extended;
  clock.calendar = entry.calendar;
  clock.rules = event.policy_version;
  ++clock.round;
}

void ask(Clock& clock, const Actor& actor) {
  clock.approvals = 0;
  clock.asked_by = actor.unit;
  clock.asked_by_person = actor.person;
  clock.approved_by.clear();
}

}  // namespace

void apply(std::vector<Clock>& clocks, const ClockEntry& entry, const Event& event) {
  if (entry.step == ClockStep::start) start(clocks, entry, event);
  Clock& clock = find(clocks, entry);
  switch (entry.step) {
  case ClockStep::start: break;
  case ClockStep::hold: hold(clock, entry.at); break;
  case ClockStep::resume: resume(clock, entry.at); break;
  case ClockStep::ask: ask(clock, event.actor); break;
  case ClockStep::approve:
    ++clock.approvals;
    clock.approved_by = hand_of(event.actor);
    break;
  case ClockStep::deny: clock.approvals = -1; break;
  case ClockStep::extend: extend(clock, entry.amount); break;
  case ClockStep::replace: replace(clock, entry, event); break;
  case ClockStep::transfer: clock.unit = entry.unit; break;
  case ClockStep::stop: end(clock, ClockState::met, entry.at); break;
  case ClockStep::drop: end(clock, ClockState::dropped, entry.at); break;
  case ClockStep::fire:
  case ClockStep::move: break;  // only the times
  case ClockStep::appeal:
    clock.reviews = 0;
    clock.appealed_by = hand_of(event.actor);
    break;
  case ClockStep::review:
    ++clock.reviews;
    clock.reviewed_by = hand_of(event.actor);
    break;
  case ClockStep::uphold: clock.reviews = -2; break;
  case ClockStep::exempt: clock.exempt = true; break;
  }
  if (entry.times) clock.times = *entry.times;
}

void apply_clocks(std::vector<Clock>& clocks, const Event& event) {
  for (const ClockEntry& entry : event.facts.clocks)
    apply(clocks, entry, event);
}

void note_clocks(CaseSummary& summary, const std::vector<Clock>& clocks) {
  const auto earlier = [](std::optional<Instant>& time, Instant other) {
    time = time ? std::min(*time, other) : other;
  };
  summary.deadline.reset();
  summary.yellow.reset();
  summary.red.reset();
  for (const Clock& clock : clocks) {
    if (clock.state != ClockState::running) continue;
    earlier(summary.deadline, clock.times.deadline);
    earlier(summary.yellow, clock.times.yellow);
    earlier(summary.red, clock.times.red);
  }
}

std::string hand_of(const Actor& actor) {
  return actor.person.empty() ? actor.unit : actor.unit + "/" + actor.person;
}

bool is_same_hand(std::string_view one, std::string_view other) {
  const std::size_t first = one.find('/');
  const std::size_t second = other.find('/');
  if (first != one.npos && second != other.npos) {
    return one.substr(first + 1) == other.substr(second + 1);
  }
  return one.substr(0, first) == other.substr(0, second);
}

}  // namespace gridcase::rules
