#include "engine/fact_source.hpp"

#include <algorithm>
#include <set>

namespace gridcase::engine {

bool FactWindow::has(const Fact& fact) const {
  if (fact.at > until_) return false;
  if (!channel_.empty() && fact.channel != channel_) return false;
  const Date day = day_of(fact);
  return days_.from <= day && day < days_.until;
}

FactSource::FactSource(store::Store& store, Rulebooks& rulebooks, FactsAsked asked,
                       model::Scope scope, Instant now, Reckoned* reckoned)
    : store_(store), moments_(waited_for(rulebooks)), asked_(std::move(asked)),
      scope_(std::move(scope)),
      window_(asked_, now, rulebooks.current()->policy->organization.time_zone),
      reckoned_(reckoned) {}

std::int64_t FactSource::read(const std::vector<store::FactSelection>& selections, const Kept& kept,
                              const Correct& correct) {
  if (asked_.until.recorded) return recount(correct);
  const store::FactReading reading =
      store_.read_facts(selections,
                        {asked_.by, asked_.key, asked_.channel, asked_.period, window_.until(),
                         asked_.until.sequence},
                        scope_);
  const bool is_of_zone = reading.progress.sequence == 0 || reading.progress.zone == window_.zone();
  if (!is_of_zone) return recount(correct);
  kept(reading);
  correct_by(reading, correct);
  return reading.last_sequence;
}

std::vector<Fact> FactSource::read_all(const std::vector<store::FactSelection>& selections) {
  std::vector<Fact> facts;
  const auto is_selected = [&](const Fact& fact) {
    return std::any_of(selections.begin(), selections.end(), [&](const auto& one) {
      return one.kind == fact.kind && (!one.moment || one.moment == fact.moment);
    });
  };
  read(
      selections,
      [&](const store::FactReading& reading) {
        std::set<CaseId> changed;
        for (const store::CaseFacts& one : reading.changed)
          changed.insert(one.case_id);
        for (const Fact& fact : reading.whole) {
          if (changed.count(fact.case_id) == 0) facts.push_back(fact);
        }
      },
      [&](const Fact& fact, std::int64_t count) {
        if (count > 0 && is_selected(fact)) facts.push_back(fact);
      });
  return facts;
}

void FactSource::correct_by(const store::FactReading& reading, const Correct& correct) {
  for (const store::CaseFacts& changed : reading.changed) {
    each(changed.facts, -1, correct);
    each(*facts_at(reading.last_sequence, changed.case_id), 1, correct);
  }
}

std::int64_t FactSource::recount(const Correct& correct) {
  constexpr std::int32_t page = 1000;
  Until until = asked_.until;
  until.sequence = std::min(until.sequence, store_.current_county().last_sequence);
  for (CaseId after = CaseId::none;;) {
    const std::vector<CaseId> ids = store_.case_ids(after, page);
    for (const CaseId id : ids) {
      if (is_visible(id)) each(facts_of(id, until), 1, correct);
    }
    if (ids.size() < page) return until.sequence;
    after = ids.back();
  }
}

void FactSource::each(const std::vector<Fact>& facts, std::int64_t count,
                      const Correct& correct) const {
  for (const Fact& fact : facts) {
    if (window_.has(fact)) correct(fact, count);
  }
}

bool FactSource::is_visible(CaseId id) {
  if (scope_.is_everything()) return true;
  const auto loaded = store_.read(id);
  return loaded && scope_.covers(loaded->snapshot);
}

Reckoned::Facts FactSource::facts_at(std::int64_t last_sequence, CaseId id) {
  Reckoned::Facts facts = reckoned_ != nullptr ? reckoned_->find(last_sequence, id) : nullptr;
  if (facts) return facts;
  facts = std::make_shared<const std::vector<Fact>>(facts_of(id, {last_sequence, {}}));
  if (reckoned_ != nullptr) reckoned_->remember(last_sequence, id, facts);
  return facts;
}

std::vector<Fact> FactSource::facts_of(CaseId id, const Until& until) {
  return meter_of(store_, id, until).read(moments_);
}

}  // namespace gridcase::engine
