#include "engine/measuring.hpp"

#include "engine/fact_source.hpp"
#include "engine/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace gridcase::engine {
namespace {

[[noreturn]] void refuse(const char* field, const std::string& why) {
  throw Error(ErrorCode::invalid_argument, why, field);
}

// In the order of the catalogue, each once.
Definitions definitions_of(const std::vector<std::string>& codes) {
  Definitions list;
  for (const std::string& code : codes)
    (void)definition_of(code);
  for (const MeasureDefinition& one : measure_catalogue()) {
    const bool is_asked =
        codes.empty() || std::find(codes.begin(), codes.end(), one.code) != codes.end();
    if (is_asked) list.push_back(&one);
  }
  return list;
}

void check_query(const MeasureQuery& query) {
  check_period(query.period);
  if (query.by == Dimension::total && !query.keys.empty()) {
    refuse("keys", "a total has no keys; say by what they are told apart, or leave them out");
  }
  if (query.below && query.by != Dimension::unit && query.by != Dimension::grid) {
    refuse("below", "only units and grids have others below them; ask by unit or grid, or leave "
                    "it out");
  }
}

FactsAsked asked_by(const MeasureQuery& query, const std::string& key) {
  return {query.by,
          query.below ? std::string() : key,
          query.channel,
          query.period,
          {Until{}.sequence, query.as_of}};
}

FactSource source_of(store::Store& store, Rulebooks& rulebooks, const RulebookPtr& rules,
                     const MeasureQuery& query, const std::string& key, const Actor& actor,
                     Instant now, Reckoned* reckoned) {
  return {store,
          rulebooks,
          asked_by(query, key),
          scope_of(*rules, actor),
          std::min(query.as_of.value_or(now), now),
          reckoned};
}

Counting counting_of(const MeasureQuery& query, const Rulebook& rules) {
  return {query.by, query.below ? &rules.directory : nullptr};
}

}  // namespace

const MeasureDefinition& definition_of(const std::string& code) {
  const MeasureDefinition* found = gridcase::measure(code);
  if (found != nullptr) return *found;
  refuse("measures", fmt::format("there is no measure {}; the catalogue has their codes", code));
}

void check_period(const Period& period) {
  if (period.from < period.until) return;
  refuse("period", fmt::format("the period from {} to {} has no day; its last day comes after its "
                               "first, and `until` is the day after that",
                               format_date(period.from), format_date(period.until)));
}

MeasureFacts sorted_behind(const MeasureDefinition& definition, std::vector<Fact> facts,
                           const FactWindow& window) {
  const auto order = [&](const Fact& fact) {
    return std::tuple(window.day_of(fact), fact.case_id, fact.kind, fact.moment, fact.number);
  };
  std::sort(facts.begin(), facts.end(),
            [&](const Fact& a, const Fact& b) { return order(a) < order(b); });
  MeasureFacts behind;
  for (const Fact& fact : facts) {
    if (definition.numerator.takes(fact)) behind.numerator.push_back(fact);
    if (definition.form == MeasureForm::rate && definition.denominator.takes(fact))
      behind.denominator.push_back(fact);
  }
  return behind;
}

std::vector<Measurement> measure(store::Store& store, Rulebooks& rulebooks,
                                 const MeasureQuery& query, const Actor& actor, Instant now,
                                 Reckoned* reckoned) {
  check_query(query);
  const Definitions definitions = definitions_of(query.measures);
  const RulebookPtr rules = rulebooks.current();
  FactTables tables(definitions, counting_of(query, *rules));
  source_of(store, rulebooks, rules, query, {}, actor, now, reckoned)
      .read(
          tables.selections(), [&](const store::FactReading& reading) { tables.take(reading); },
          [&](const Fact& fact, std::int64_t count) { tables.correct(fact, count); });
  const std::vector<std::string> keys =
      query.keys.empty() ? tables.keys_of(definitions) : query.keys;
  std::vector<Measurement> figures;
  for (const MeasureDefinition* one : definitions) {
    for (const std::string& key : keys)
      figures.push_back(tables.figure(*one, key));
  }
  return figures;
}

MeasureFacts facts_behind(store::Store& store, Rulebooks& rulebooks, const std::string& code,
                          const std::string& key, const MeasureQuery& query, const Actor& actor,
                          Instant now, Reckoned* reckoned) {
  const MeasureDefinition& definition = definition_of(code);
  check_query(query);
  if (!query.measures.empty()) refuse("measures", "one measure is asked for by its code already");
  if (!query.keys.empty()) refuse("keys", "one key is asked for already");
  if (query.by == Dimension::total && !key.empty()) {
    refuse("key", "a total has no keys; say by what they are told apart, or leave the key out");
  }
  const RulebookPtr rules = rulebooks.current();
  FactSource source = source_of(store, rulebooks, rules, query, key, actor, now, reckoned);
  std::vector<Fact> facts = source.read_all(whole_facts_of(definition));
  Counting counting = counting_of(query, *rules);
  facts.erase(std::remove_if(facts.begin(), facts.end(),
                             [&](const Fact& fact) {
                               const auto& keys = counting.keys_of(rules::key_of(fact, query.by));
                               return std::find(keys.begin(), keys.end(), key) == keys.end();
                             }),
              facts.end());
  return sorted_behind(definition, std::move(facts), source.window());
}

}  // namespace gridcase::engine
