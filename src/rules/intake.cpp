#include "rules/intake.hpp"

#include "base/text.hpp"
#include "rules/limits.hpp"

#include <gridcase/geo.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

bool is_at_or_below(const Directory& directory, const std::string& category,
                    const std::string& above) {
  for (const Category* at = directory.category(category); at != nullptr;
       at = directory.category(at->parent)) {
    if (at->code == above) return true;
  }
  return false;
}

bool is_emergency(const Directory& directory, const std::string& category) {
  for (const Category* at = directory.category(category); at != nullptr;
       at = directory.category(at->parent)) {
    if (at->emergency) return true;
  }
  return false;
}

bool fits(const IntakeRule& rule, const Directory& directory, const Action& contact) {
  const bool is_contact = contact.nature == Nature::contact;
  const std::string type = contact.type.empty() && is_contact ? "call" : contact.type;
  return (rule.request == RequestKind::unstated || rule.request == contact.request) &&
         (rule.category.empty() || is_at_or_below(directory, contact.category, rule.category)) &&
         (rule.type.empty() || rule.type == type) &&
         (!rule.emergency || is_emergency(directory, contact.category));
}

}  // namespace

PathProposal propose_path(const Policy& policy, const Directory& directory, const Action& contact) {
  if (!contact.category.empty() && directory.category(contact.category) == nullptr) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("there is no category {}", contact.category), "category");
  }
  for (const IntakeRule& rule : policy.intake) {
    if (!fits(rule, directory, contact)) continue;
    return {rule.path, rule.unit, fmt::format("intake rule {}", rule.code)};
  }
  if (contact.request == RequestKind::inquiry && !is_emergency(directory, contact.category)) {
    return {Path::answer, {}, "an inquiry, and no intake rule says otherwise"};
  }
  return {Path::report, {}, "no intake rule fits"};
}

AlertType alert_type(const Policy& policy, const std::string& code) {
  const auto& all = policy.alert_types;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const AlertType& type) { return type.code == code; });
  if (found != all.end()) return *found;
  AlertType unknown;
  unknown.code = code;
  return unknown;
}

Window window_of(const CaseSummary& alert) {
  return {alert.occurred, alert.lasted_until.value_or(alert.occurred)};
}

Window window_of(const Action& alert, Instant now) {
  const Instant from = alert.occurred.value_or(alert.happened.value_or(now));
  return {from, std::max(from, alert.lasted_until.value_or(from))};
}

bool is_same_alert(const AlertType& type, const CaseSummary& known, const Action& alert,
                   Instant now) {
  if (known.nature != Nature::alert || known.type != alert.type ||
      known.position.state == State::annulled || known.drill != alert.drill) {
    return false;
  }
  if (known.point.has_value() != alert.point.has_value()) return false;
  if (known.point && distance_in_metres(*known.point, *alert.point) > type.same_metres)
    return false;
  const Window before = window_of(known);
  const Window again = window_of(alert, now);
  return again.from <= before.until + type.same_within &&
         before.from <= again.until + type.same_within;
}

std::optional<Instant> limit_of(const model::Snapshot& contact) {
  std::optional<Instant> limit = contact.summary.due;
  for (const Clock& clock : contact.clocks) {
    // Those that ended with it, when it became its first case, hold for the next one, too.
    const bool ended_with_it = clock.state == ClockState::dropped && contact.summary.ended &&
                               clock.stopped == contact.summary.ended;
    if (!clock.is_open() && !ended_with_it) continue;
    limit = std::min(limit.value_or(clock.times.deadline), clock.times.deadline);
  }
  return limit;
}

std::optional<Instant> given_limit(const model::Snapshot& snapshot) {
  const auto& clocks = snapshot.clocks;
  const auto clock = std::find_if(clocks.rbegin(), clocks.rend(), [](const Clock& one) {
    return one.milestone == due_milestone && one.is_open();
  });
  return clock == clocks.rend() ? snapshot.summary.due
                                : std::optional<Instant>(clock->times.deadline);
}

bool waits_for_reply(const CaseSummary& contact) {
  return contact.nature == Nature::contact && contact.has_requester && !contact.replied;
}

bool owes_more(const model::Snapshot& contact, const model::Snapshot& joined) {
  if (!waits_for_reply(contact.summary)) return false;
  const std::optional<Instant> limit = limit_of(contact);
  const std::optional<Instant> given = given_limit(joined);
  // What was replied before was no reply to who comes now.
  const bool waits = joined.summary.has_requester && !joined.summary.replied;
  return !waits || (limit && (!given || *limit < *given));
}

const Site* site_at(const SiteList& list, const std::optional<Point>& place) {
  if (!place) return nullptr;
  const Site* nearest = nullptr;
  double least = 0;
  for (const Site& site : list.sites) {
    const double metres = distance_in_metres(site.point, *place);
    if (metres > site.metres || (nearest != nullptr && metres >= least)) continue;
    nearest = &site;
    least = metres;
  }
  return nearest;
}

}  // namespace gridcase::rules
