#include "engine/fact_tables.hpp"

#include <algorithm>
#include <set>

namespace gridcase::engine {

using Form = store::FactSelection::Form;

const std::vector<std::string>& Counting::keys_of(const std::string& key) {
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  const bool has_above = directory_ != nullptr && directory_->unit(key) != nullptr;
  auto keys = has_above ? directory_->chain(key) : std::vector<std::string>{key};
  return known_.emplace(key, std::move(keys)).first->second;
}

FactTables::FactTables(const Definitions& definitions, Counting counting)
    : counting_(std::move(counting)) {
  for (const MeasureDefinition* one : definitions) {
    (void)place_of(one->numerator, one->form);
    if (one->form == MeasureForm::rate) (void)place_of(one->denominator, one->form);
  }
  tables_.resize(selections_.size());
}

void FactTables::take(const store::FactReading& reading) {
  const bool is_tier = counting_.by() == Dimension::tier;
  for (std::size_t i = 0; i < selections_.size(); ++i) {
    for (const store::FactSum& sum : reading.sums[i])
      add(i, is_tier ? rules::key_of(sum.marks, Dimension::tier) : sum.key, sum.marks, sum.facts,
          sum.amount);
  }
}

void FactTables::correct(const Fact& fact, std::int64_t count) {
  for (std::size_t i = 0; i < selections_.size(); ++i) {
    const store::FactSelection& selection = selections_[i];
    const bool is_in =
        selection.kind == fact.kind && (!selection.moment || selection.moment == fact.moment);
    if (!is_in) continue;
    const bool is_sum = selection.form == Form::sums;
    add(i, rules::key_of(fact, counting_.by()), fact.marks, count,
        is_sum ? count * fact.amount : fact.amount);
  }
}

std::vector<std::string> FactTables::keys_of(const Definitions& definitions) {
  std::set<std::string> keys;
  if (counting_.by() == Dimension::total) keys.insert(std::string());
  for (const MeasureDefinition* one : definitions) {
    table_of(one->numerator, one->form).note_keys(one->numerator, keys);
    if (one->form == MeasureForm::rate)
      table_of(one->denominator, one->form).note_keys(one->denominator, keys);
  }
  return {keys.begin(), keys.end()};
}

Measurement FactTables::figure(const MeasureDefinition& one, const std::string& key) {
  const rules::FactTable* denominator =
      one.form == MeasureForm::rate ? &table_of(one.denominator, one.form) : nullptr;
  return rules::figure_of(one, key, table_of(one.numerator, one.form), denominator);
}

std::size_t FactTables::place_of(const FactFilter& filter, MeasureForm form) {
  const store::FactSelection selection{filter.kind, filter.moment,
                                       rules::needs_each(form) ? Form::each : Form::sums};
  const auto found = std::find(selections_.begin(), selections_.end(), selection);
  if (found != selections_.end()) return static_cast<std::size_t>(found - selections_.begin());
  selections_.push_back(selection);
  return selections_.size() - 1;
}

const rules::FactTable& FactTables::table_of(const FactFilter& filter, MeasureForm form) {
  return tables_[place_of(filter, form)];
}

void FactTables::add(std::size_t table, const std::string& key, Marks marks, std::int64_t count,
                     std::int64_t amount) {
  for (const std::string& counted : counting_.keys_of(key)) {
    if (selections_[table].form == Form::each) {
      tables_[table].add_each(counted, marks, amount, count);
    } else {
      tables_[table].add(counted, marks, count, amount);
    }
  }
}

std::vector<store::FactSelection> whole_facts_of(const MeasureDefinition& definition) {
  const FactFilter& numerator = definition.numerator;
  const FactFilter& denominator = definition.denominator;
  std::vector<store::FactSelection> list{{numerator.kind, numerator.moment, Form::whole}};
  const store::FactSelection other{denominator.kind, denominator.moment, Form::whole};
  if (definition.form == MeasureForm::rate && !(list.front() == other)) list.push_back(other);
  return list;
}

}  // namespace gridcase::engine
