#include "engine/measuring.hpp"

#include "engine/following.hpp"
#include "engine/reading.hpp"
#include "rules/measuring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace gridcase::engine {
namespace {

using Definitions = std::vector<const MeasureDefinition*>;
using Form = store::FactSelection::Form;

[[noreturn]] void refuse(const char* field, const std::string& why) {
  throw Error(ErrorCode::invalid_argument, why, field);
}

const MeasureDefinition& definition_of(const std::string& code) {
  const MeasureDefinition* found = gridcase::measure(code);
  if (found != nullptr) return *found;
  refuse("measures", fmt::format("there is no measure {}; the catalogue has their codes", code));
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

void check_period(const Period& period) {
  if (period.from < period.until) return;
  refuse("period", fmt::format("the period from {} to {} has no day; its last day comes after its "
                               "first, and `until` is the day after that",
                               format_date(period.from), format_date(period.until)));
}

// Which facts count: by their day in the zone of the county, and up to an instant.
class Window {
public:
  Window(const MeasureQuery& query, Instant now, std::string zone)
      : days_(query.period), until_(std::min(query.as_of.value_or(now), now)),
        zone_(std::move(zone)) {}

  bool has(const Fact& fact) const {
    if (fact.at > until_) return false;
    const Date day = date_of(fact.at, zone_);
    return days_.from <= day && day < days_.until;
  }
  Date day_of(const Fact& fact) const { return date_of(fact.at, zone_); }
  Instant until() const noexcept { return until_; }
  const std::string& zone() const noexcept { return zone_; }

private:
  Period days_;
  Instant until_;
  std::string zone_;
};

// Where the facts come from: those that are kept, put right by what was recorded since; or all
// histories, as far as they were recorded by then.
class Source {
public:
  Source(store::Store& store, Rulebooks& rulebooks, const MeasureQuery& query, const Actor& actor,
         Instant now)
      : store_(store), rules_(rulebooks.current()), moments_(waited_for(rulebooks)),
        scope_(scope_of(*rules_, actor)), query_(query),
        window_(query, now, rules_->policy->organization.time_zone) {}

  const Window& window() const noexcept { return window_; }

  // `kept` takes what is read as it is kept; `correct` facts that are to be added or, with -1,
  // taken out of that again.
  template <typename Kept, typename Correct>
  void read(const std::vector<store::FactSelection>& selections, const std::string& key, Kept kept,
            Correct correct) {
    if (!query_.as_of) {
      const store::FactReading reading =
          store_.read_facts(selections, {query_.by, key, query_.period, window_.until()}, scope_);
      if (reading.progress.sequence == 0 || reading.progress.zone == window_.zone()) {
        kept(reading);
        return correct_by(reading, correct);
      }
    }
    recount(correct);
  }

private:
  template <typename Correct> void correct_by(const store::FactReading& reading, Correct correct) {
    for (const store::CaseFacts& changed : reading.changed) {
      each(changed.facts, -1, correct);
      each(facts_of(changed.case_id, {reading.last_sequence, {}}), 1, correct);
    }
  }

  template <typename Correct> void recount(Correct correct) {
    constexpr std::int32_t page = 1000;
    for (CaseId after = CaseId::none;;) {
      const std::vector<CaseId> ids = store_.case_ids(after, page);
      for (const CaseId id : ids) {
        if (is_visible(id)) each(facts_of(id, {Until{}.sequence, query_.as_of}), 1, correct);
      }
      if (ids.size() < page) return;
      after = ids.back();
    }
  }

  template <typename Correct>
  void each(const std::vector<Fact>& facts, std::int64_t count, Correct correct) {
    for (const Fact& fact : facts) {
      if (window_.has(fact)) correct(fact, count);
    }
  }

  bool is_visible(CaseId id) {
    if (scope_.is_everything()) return true;
    const auto loaded = store_.read(id);
    return loaded && scope_.covers(loaded->snapshot);
  }

  std::vector<Fact> facts_of(CaseId id, const Until& until) {
    return meter_of(store_, id, until).read(moments_);
  }

  store::Store& store_;
  const RulebookPtr rules_;
  const rules::WaitedFor moments_;
  const model::Scope scope_;
  const MeasureQuery& query_;
  const Window window_;
};

// The tables that figures are read from, each read once for all measures that need it.
class Tables {
public:
  explicit Tables(const Definitions& definitions, Dimension by) : by_(by) {
    for (const MeasureDefinition* one : definitions) {
      (void)place_of(one->numerator, one->form);
      if (one->form == MeasureForm::rate) (void)place_of(one->denominator, one->form);
    }
    tables_.resize(selections_.size());
  }

  const std::vector<store::FactSelection>& selections() const noexcept { return selections_; }

  void take(const store::FactReading& reading) {
    for (std::size_t i = 0; i < selections_.size(); ++i) {
      for (const store::FactSum& sum : reading.sums[i]) {
        const std::string key = by_ == Dimension::tier ? rules::key_of(sum.marks, by_) : sum.key;
        add(i, key, sum.marks, sum.facts, sum.amount);
      }
    }
  }

  void correct(const Fact& fact, std::int64_t count) {
    for (std::size_t i = 0; i < selections_.size(); ++i) {
      const store::FactSelection& selection = selections_[i];
      const bool is_in =
          selection.kind == fact.kind && (!selection.moment || selection.moment == fact.moment);
      if (!is_in) continue;
      const bool is_sum = selection.form == Form::sums;
      add(i, rules::key_of(fact, by_), fact.marks, count,
          is_sum ? count * fact.amount : fact.amount);
    }
  }

  std::vector<std::string> keys_of(const Definitions& definitions) {
    std::set<std::string> keys;
    if (by_ == Dimension::total) keys.insert(std::string());
    for (const MeasureDefinition* one : definitions) {
      table_of(one->numerator, one->form).note_keys(one->numerator, keys);
      if (one->form == MeasureForm::rate)
        table_of(one->denominator, one->form).note_keys(one->denominator, keys);
    }
    return {keys.begin(), keys.end()};
  }

  Measurement figure(const MeasureDefinition& one, const std::string& key) {
    const rules::FactTable* denominator =
        one.form == MeasureForm::rate ? &table_of(one.denominator, one.form) : nullptr;
    return rules::figure_of(one, key, table_of(one.numerator, one.form), denominator);
  }

private:
  std::size_t place_of(const FactFilter& filter, MeasureForm form) {
    const store::FactSelection selection{filter.kind, filter.moment,
                                         rules::needs_each(form) ? Form::each : Form::sums};
    const auto found = std::find(selections_.begin(), selections_.end(), selection);
    if (found != selections_.end()) return static_cast<std::size_t>(found - selections_.begin());
    selections_.push_back(selection);
    return selections_.size() - 1;
  }

  const rules::FactTable& table_of(const FactFilter& filter, MeasureForm form) {
    return tables_[place_of(filter, form)];
  }

  void add(std::size_t table, const std::string& key, Marks marks, std::int64_t count,
           std::int64_t amount) {
    if (selections_[table].form == Form::each) {
      tables_[table].add_each(key, marks, amount, count);
    } else {
      tables_[table].add(key, marks, count, amount);
    }
  }

  const Dimension by_;
  std::vector<store::FactSelection> selections_;
  std::vector<rules::FactTable> tables_;
};

void check_query(const MeasureQuery& query) {
  check_period(query.period);
  if (query.by == Dimension::total && !query.keys.empty()) {
    refuse("keys", "a total has no keys; say by what they are told apart, or leave them out");
  }
}

// Those taken by the filter; the others are another key's, or of another measure.
std::vector<Fact> taken(const std::vector<Fact>& facts, const FactFilter& filter) {
  std::vector<Fact> list;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(list),
               [&](const Fact& fact) { return filter.takes(fact); });
  return list;
}

std::vector<store::FactSelection> whole_facts_of(const MeasureDefinition& definition) {
  const FactFilter& numerator = definition.numerator;
  const FactFilter& denominator = definition.denominator;
  std::vector<store::FactSelection> list{{numerator.kind, numerator.moment, Form::whole}};
  const store::FactSelection other{denominator.kind, denominator.moment, Form::whole};
  if (definition.form == MeasureForm::rate && !(list.front() == other)) list.push_back(other);
  return list;
}

}  // namespace

std::vector<Measurement> measure(store::Store& store, Rulebooks& rulebooks,
                                 const MeasureQuery& query, const Actor& actor, Instant now) {
  check_query(query);
  const Definitions definitions = definitions_of(query.measures);
  Tables tables(definitions, query.by);
  Source(store, rulebooks, query, actor, now)
      .read(
          tables.selections(), {}, [&](const store::FactReading& reading) { tables.take(reading); },
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
                          Instant now) {
  const MeasureDefinition& definition = definition_of(code);
  check_period(query.period);
  if (!query.measures.empty()) refuse("measures", "one measure is asked for by its code already");
  if (!query.keys.empty()) refuse("keys", "one key is asked for already");
  if (query.by == Dimension::total && !key.empty()) {
    refuse("key", "a total has no keys; say by what they are told apart, or leave the key out");
  }
  std::vector<Fact> facts;
  Source source(store, rulebooks, query, actor, now);
  source.read(
      whole_facts_of(definition), key,
      [&](const store::FactReading& reading) {
        std::set<CaseId> changed;
        for (const store::CaseFacts& one : reading.changed)
          changed.insert(one.case_id);
        for (const Fact& fact : reading.whole) {
          if (changed.count(fact.case_id) == 0) facts.push_back(fact);
        }
      },
      [&](const Fact& fact, std::int64_t count) {
        if (count > 0) facts.push_back(fact);
      });
  facts.erase(
      std::remove_if(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return rules::key_of(fact, query.by) != key; }),
      facts.end());
  const auto order = [&](const Fact& fact) {
    return std::tuple(source.window().day_of(fact), fact.case_id, fact.kind, fact.moment,
                      fact.number);
  };
  std::sort(facts.begin(), facts.end(),
            [&](const Fact& a, const Fact& b) { return order(a) < order(b); });
  MeasureFacts behind;
  behind.numerator = taken(facts, definition.numerator);
  if (definition.form == MeasureForm::rate)
    behind.denominator = taken(facts, definition.denominator);
  return behind;
}

}  // namespace gridcase::engine
