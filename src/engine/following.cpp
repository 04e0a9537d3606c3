#include "engine/following.hpp"

#include "engine/reading.hpp"
#include "rules/limits.hpp"

#include <algorithm>

namespace gridcase::engine {
namespace {

std::vector<store::CaseFacts> facts_of(store::Store& store, const std::vector<CaseId>& cases,
                                       std::int64_t sequence, const rules::WaitedFor& waited_for) {
  std::vector<store::CaseFacts> all;
  for (const CaseId id : cases) {
    try {
      all.push_back({id, meter_of(store, id, {sequence, {}}).read(waited_for)});
    } catch (const Error& error) {
      // `verify` says what is wrong with it; the others are not to wait for that.
      if (concerns_store(error)) throw;
    }
  }
  return all;
}

}  // namespace

rules::FactMeter meter_of(store::Store& store, CaseId id, const Until& until) {
  constexpr std::int32_t page = 500;
  rules::FactMeter meter;
  for (std::int64_t after = 0;;) {
    const auto records = store.history(id, after, page);
    for (const store::Record& record : records) {
      if (record.sequence > until.sequence) return meter;
      if (until.recorded && record.recorded > *until.recorded) return meter;
      meter.add(store::decode(record));
    }
    if (records.size() < page) return meter;
    after = records.back().version;
  }
}

rules::WaitedFor waited_for(Rulebooks& rulebooks) {
  return [&rulebooks](const Clock& clock) -> std::optional<Moment> {
    const RulebookPtr book = rulebooks.version(clock.rules);
    const Milestone* milestone = rules::find_milestone(book->policy->time, clock.milestone);
    return milestone == nullptr ? std::nullopt : std::optional(milestone->until);
  };
}

namespace {

// What a slice brings, and where it begins and ends.
struct Slice {
  store::FactProgress before;
  store::FactProgress after;
  std::vector<store::CaseFacts> facts;
};

// Nothing when there is nothing to follow.
std::optional<Slice> next_slice(store::Store& store, const std::string& zone, std::int32_t limit,
                                const rules::WaitedFor& moments) {
  Slice slice;
  slice.before = store.fact_progress();
  slice.after = {0, zone};
  // Days of another zone are not those of today: all anew.
  if (!slice.before.zone.empty() && slice.before.zone != zone) return slice;
  const store::ChangedCases changed = store.changed_after(slice.before.sequence, limit);
  if (changed.until == 0) return std::nullopt;
  slice.after.sequence = changed.until;
  slice.facts = facts_of(store, changed.cases, changed.until, moments);
  return slice;
}

}  // namespace

Followed follow(store::Store& store, Rulebooks& rulebooks, GroupCommit& queue, FollowBudget budget,
                const Timed& timed) {
  Followed done;
  const rules::WaitedFor moments = waited_for(rulebooks);
  const std::string zone = rulebooks.current()->policy->organization.time_zone;
  try {
    // In a host's transaction it would be undone with it, and nobody would know how far.
    for (std::int64_t left = store.is_provisional() ? 0 : budget.total; left > 0;) {
      const auto limit = static_cast<std::int32_t>(std::min<std::int64_t>(left, budget.slice));
      const auto slice = next_slice(store, zone, limit, moments);
      if (!slice) break;
      bool was_kept = false;
      timed([&] {
        queue.exclusively(
            [&] { was_kept = store.keep_facts(slice->before, slice->after, slice->facts); });
      });
      const std::int64_t events =
          std::max<std::int64_t>(slice->after.sequence - slice->before.sequence, 0);
      if (was_kept) done.events += events;
      left -= std::max<std::int64_t>(events, 1);
    }
  } catch (const Error& error) {
    // Another writer in the way: it can wait.
    if (error.code() != ErrorCode::busy) throw;
  }
  done.behind = store.current_county().last_sequence - store.fact_progress().sequence;
  return done;
}

}  // namespace gridcase::engine
