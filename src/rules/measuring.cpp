#include "rules/measuring.hpp"

#include <gridcase/organization.hpp>

#include <algorithm>

namespace gridcase::rules {
namespace {

constexpr std::int64_t hour = 3'600'000'000;  // microseconds

bool fits(Marks marks, const FactFilter& filter) {
  return marks.has_all(filter.all) && (filter.any == Marks() || marks.has_any(filter.any)) &&
         !marks.has_any(filter.none);
}

// The one in the middle, or both of them.
Ratio median_of(const std::vector<std::int64_t>& amounts) {
  if (amounts.empty()) return {0, 0};
  const std::size_t middle = amounts.size() / 2;
  if (amounts.size() % 2 == 1) return {amounts[middle], 1};
  return {amounts[middle - 1] + amounts[middle], 2};
}

// The smallest that nine in ten do not exceed.
Ratio percentile90_of(const std::vector<std::int64_t>& amounts) {
  if (amounts.empty()) return {0, 0};
  const std::size_t rank = (amounts.size() * 9 + 9) / 10;
  return {amounts[rank - 1], 1};
}

std::optional<std::int64_t> value_of(MeasureForm form, Ratio ratio) {
  switch (form) {
  case MeasureForm::count: return hundredths(ratio, false);
  case MeasureForm::rate: return hundredths(ratio, true);
  case MeasureForm::mean:
  case MeasureForm::median:
  case MeasureForm::percentile90:
  case MeasureForm::sum: return hundredths({ratio.numerator, ratio.denominator * hour}, false);
  }
  return std::nullopt;
}

}  // namespace

std::string key_of(Marks marks, Dimension by) {
  if (by != Dimension::tier) return {};
  if (marks.has(Mark::village)) return std::string(name(Tier::village));
  if (marks.has(Mark::township)) return std::string(name(Tier::township));
  if (marks.has(Mark::county)) return std::string(name(Tier::county));
  return {};
}

std::string key_of(const Fact& fact, Dimension by) {
  switch (by) {
  case Dimension::total: return {};
  case Dimension::unit: return fact.unit;
  case Dimension::person: return fact.person;
  case Dimension::grid: return fact.grid;
  case Dimension::category: return fact.category;
  case Dimension::channel: return fact.channel;
  case Dimension::tier: return key_of(fact.marks, by);
  }
  return {};
}

bool needs_each(MeasureForm form) noexcept {
  return form == MeasureForm::median || form == MeasureForm::percentile90;
}

void FactTable::add(const std::string& key, Marks marks, std::int64_t count, std::int64_t amount) {
  Sum& sum = sums_[key][marks.bits()];
  sum.facts += count;
  sum.amount += amount;
}

void FactTable::add_each(const std::string& key, Marks marks, std::int64_t amount,
                         std::int64_t count) {
  each_[key][marks.bits()][amount] += count;
}

FactTable::Sum FactTable::sum(const std::string& key, const FactFilter& filter) const {
  Sum total;
  const auto found = sums_.find(key);
  if (found == sums_.end()) return total;
  for (const auto& [marks, sum] : found->second) {
    if (!fits(Marks(marks), filter)) continue;
    total.facts += sum.facts;
    total.amount += sum.amount;
  }
  return total;
}

std::vector<std::int64_t> FactTable::amounts(const std::string& key,
                                             const FactFilter& filter) const {
  std::vector<std::int64_t> all;
  const auto found = each_.find(key);
  if (found == each_.end()) return all;
  for (const auto& [marks, amounts] : found->second) {
    if (!fits(Marks(marks), filter)) continue;
    for (const auto& [amount, count] : amounts)
      all.insert(all.end(), static_cast<std::size_t>(count), amount);
  }
  std::sort(all.begin(), all.end());
  return all;
}

void FactTable::note_keys(const FactFilter& filter, std::set<std::string>& keys) const {
  for (const auto& [key, by_marks] : sums_) {
    if (sum(key, filter).facts != 0) keys.insert(key);
  }
  for (const auto& [key, by_marks] : each_) {
    if (!amounts(key, filter).empty()) keys.insert(key);
  }
}

Measurement figure_of(const MeasureDefinition& definition, const std::string& key,
                      const FactTable& numerator, const FactTable* denominator) {
  Measurement figure;
  figure.measure = definition.code;
  figure.key = key;
  if (needs_each(definition.form)) {
    const auto amounts = numerator.amounts(key, definition.numerator);
    figure.ratio =
        definition.form == MeasureForm::median ? median_of(amounts) : percentile90_of(amounts);
  } else {
    const FactTable::Sum sum = numerator.sum(key, definition.numerator);
    switch (definition.form) {
    case MeasureForm::mean: figure.ratio = {sum.amount, sum.facts}; break;
    case MeasureForm::sum: figure.ratio = {sum.amount, 1}; break;
    case MeasureForm::rate:
      figure.ratio = {sum.facts, denominator->sum(key, definition.denominator).facts};
      break;
    default: figure.ratio = {sum.facts, 1}; break;
    }
  }
  figure.value = value_of(definition.form, figure.ratio);
  return figure;
}

}  // namespace gridcase::rules
