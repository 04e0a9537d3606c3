#include "engine/clock_queries.hpp"

#include "engine/reading.hpp"
#include "rules/clock_reckoner.hpp"
#include "rules/explain.hpp"
#include "rules/limits.hpp"
#include "rules/responsibility.hpp"

#include <algorithm>
#include <map>

namespace gridcase::engine {
namespace {

// That of the given rules; that of the rules that set the limit if those do not have it.
const Timetable& timetable_of(const Clock& clock, const Rulebook& rules, const Rulebook& own) {
  return rules::ClockReckoner(*own.policy, {rules.timetables, own.timetables})
      .timetable_of(clock.calendar);
}

// The calendar that a deadline was found by. Newer ones move what runs once they come to it, and
// nothing that has ended.
RulebookPtr book_behind(const Clock& clock, Rulebooks& rulebooks, const RulebookPtr& in_force) {
  for (std::int64_t version = in_force->version; version >= clock.rules; --version) {
    RulebookPtr book = rulebooks.version(version);
    const Timetable* timetable = book->timetables.find(clock.calendar);
    if (timetable != nullptr && deadline_of(clock, *timetable) == clock.times.deadline) return book;
  }
  return in_force;
}

std::string milestone_name(const Rulebook& rules, const std::string& code) {
  const Milestone* milestone = rules::find_milestone(rules.policy->time, code);
  return milestone == nullptr || milestone->name.empty() ? code : milestone->name;
}

// The rules a clock's limit is of may be gone from the case by now; its milestone's name with them.
ClockView view(const Clock& clock, Rulebooks& rulebooks, const RulebookPtr& in_force, Instant now) {
  const RulebookPtr own = rulebooks.version(clock.rules);
  const RulebookPtr behind = book_behind(clock, rulebooks, in_force);
  ClockView seen;
  seen.clock = clock;
  seen.milestone = milestone_name(*own, clock.milestone);
  seen.used = time_used(clock, timetable_of(clock, *behind, *own), now);
  seen.light = light(clock, now);
  seen.late = clock.is_late(now);
  return seen;
}

std::vector<ClockEntry> ledger_of(store::Store& store, CaseId id, std::int32_t clock) {
  std::vector<ClockEntry> ledger;
  each_event(store, id, [&](const Event& event) {
    for (const ClockEntry& entry : event.facts.clocks) {
      if (entry.clock == clock) ledger.push_back(entry);
    }
  });
  return ledger;
}

// What made the limit special when it was set last.
std::string rule_of(const std::vector<ClockEntry>& ledger) {
  std::string rule;
  for (const ClockEntry& entry : ledger) {
    if (entry.step == ClockStep::start || entry.step == ClockStep::replace) rule = entry.rule;
  }
  return rule;
}

}  // namespace

std::vector<ClockView> clocks(store::Store& store, Rulebooks& rulebooks,
                              const RulebookPtr& in_force, CaseId id, const Actor& actor,
                              Instant now) {
  std::vector<ClockView> views;
  const auto loaded = read_visible(store, *in_force, id, actor);
  if (!loaded) return views;
  for (const Clock& clock : loaded->snapshot.clocks)
    views.push_back(view(clock, rulebooks, in_force, now));
  return views;
}

std::optional<Explanation> explain(store::Store& store, Rulebooks& rulebooks,
                                   const RulebookPtr& in_force, CaseId id, std::int32_t clock,
                                   const Actor& actor, Instant now) {
  const auto loaded = read_visible(store, *in_force, id, actor);
  if (!loaded || clock < 1 || static_cast<std::size_t>(clock) > loaded->snapshot.clocks.size()) {
    return std::nullopt;
  }
  const Clock& it = loaded->snapshot.clocks[static_cast<std::size_t>(clock) - 1];
  const RulebookPtr own = rulebooks.version(it.rules);
  const RulebookPtr behind = book_behind(it, rulebooks, in_force);
  Explanation explanation = rules::explain(it, timetable_of(it, *behind, *own), now);
  if (it.calendar.empty()) explanation.time_zone = in_force->policy->organization.time_zone;
  explanation.milestone = milestone_name(*own, it.milestone);
  explanation.rules = it.rules;
  explanation.ledger = ledger_of(store, id, clock);
  explanation.rule = rule_of(explanation.ledger);
  return explanation;
}

std::optional<Responsibility> responsibility(store::Store& store, const Rulebook& rules, CaseId id,
                                             const Actor& actor, Instant until) {
  if (!read_visible(store, rules, id, actor)) return std::nullopt;
  rules::ResponsibilityMeter meter;
  each_event(store, id, [&](const Event& event) { meter.add(event); });
  return meter.read(until);
}

std::vector<ShareTime> responsibility_by_unit(store::Store& store, const Rulebook& rules,
                                              Instant from, Instant until, const Actor& actor,
                                              Instant now) {
  const model::Scope scope = scope_of(rules, actor);
  CaseQuery query;
  query.reported_from = from;
  query.reported_until = until;
  query.limit = 1000;
  std::map<Share, Duration> sums;
  for (std::optional<CaseId> after = CaseId::none; after;) {
    query.after = *after;
    const CasePage page = store.find(query, {}, scope);
    for (const CaseSummary& summary : page.cases) {
      if (summary.drill || is_record(summary.nature)) continue;
      rules::ResponsibilityMeter meter;
      each_event(store, summary.id, [&](const Event& event) { meter.add(event); });
      for (const ShareTime& share : meter.read(now).shares)
        sums[share.share] += share.time;
    }
    after = page.next;
  }
  std::vector<ShareTime> result;
  for (const auto& [share, time] : sums)
    result.push_back({share, time});
  return result;
}

}  // namespace gridcase::engine
