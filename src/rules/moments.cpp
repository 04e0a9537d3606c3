#include "rules/moments.hpp"

#include "rules/join.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

std::optional<Instant> first_signature(const model::Snapshot& snapshot) {
  std::optional<Instant> first;
  const std::int32_t latest = latest_dispatch(snapshot.assignments);
  for (const Assignment& one : snapshot.assignments) {
    const bool stands = one.role != AssignmentRole::consult &&
                        one.state != AssignmentState::declined &&
                        one.state != AssignmentState::withdrawn;
    const bool counts = stands && one.signed_at && one.dispatch == latest;
    if (counts && (!first || *one.signed_at < *first)) first = one.signed_at;
  }
  return first;
}

bool is_closed(State state) { return state == State::closed || state == State::answered; }

}  // namespace

std::optional<Instant> moment_of(const model::Snapshot& snapshot, Moment moment) {
  const CaseSummary& it = snapshot.summary;
  switch (moment) {
  case Moment::reported: return it.reported;
  case Moment::accepted: return it.accepted;
  case Moment::check_sent: return it.check_sent;
  case Moment::checked: return it.checked;
  case Moment::filed: return it.filed;
  case Moment::dispatched: return it.dispatched;
  case Moment::signed_for: return first_signature(snapshot);
  case Moment::contacted: return it.contacted;
  case Moment::arrived: return it.arrived;
  case Moment::controlled: return it.controlled;
  case Moment::handled: return it.handled;
  case Moment::confirm_sent: return it.confirm_sent;
  case Moment::confirmed: return it.confirmed;
  // Nothing starts at it, so that only whether it has come about counts.
  case Moment::replied: return it.replied ? std::optional(it.last_happened) : std::nullopt;
  case Moment::closed: return is_closed(it.position.state) ? it.ended : std::nullopt;
  case Moment::freed:
  case Moment::begun:
  case Moment::finished: break;
  }
  return std::nullopt;
}

std::optional<Instant> moment_of(const Assignment& assignment, Moment moment) {
  switch (moment) {
  case Moment::dispatched: return assignment.ordered;
  case Moment::freed: return assignment.freed;
  case Moment::signed_for: return assignment.signed_at;
  case Moment::begun: return assignment.begun;
  case Moment::finished: return assignment.finished;
  case Moment::contacted: return assignment.contacted;
  case Moment::arrived: return assignment.arrived;
  case Moment::controlled: return assignment.controlled;
  case Moment::handled:
    return assignment.state == AssignmentState::done ? assignment.ended : std::nullopt;
  default: return std::nullopt;
  }
}

}  // namespace gridcase::rules
