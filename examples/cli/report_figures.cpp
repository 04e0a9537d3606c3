#include "report_figures.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace gridcase::cli {
namespace {

constexpr std::int64_t hour = 3'600'000'000;

std::vector<std::int64_t> amounts_within(const std::vector<Fact>& facts, const Directory& directory,
                                         const std::string& unit, const std::string& channel) {
  std::vector<std::int64_t> amounts;
  for (const Fact& fact : facts) {
    if (!channel.empty() && fact.channel != channel) continue;
    if (directory.is_within(fact.unit, unit)) amounts.push_back(fact.amount);
  }
  std::sort(amounts.begin(), amounts.end());
  return amounts;
}

// The one in the middle, or the sum of the middle two.
Ratio middle(const std::vector<std::int64_t>& sorted) {
  if (sorted.empty()) return {0, 0};
  const std::size_t half = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return {sorted[half], 1};
  return {sorted[half - 1] + sorted[half], 2};
}

}  // namespace

Ratio ratio_within(const MeasureDefinition& definition, const MeasureFacts& facts,
                   const Directory& directory, const std::string& unit,
                   const std::string& channel) {
  const auto amounts = amounts_within(facts.numerator, directory, unit, channel);
  const auto count = static_cast<std::int64_t>(amounts.size());
  const std::int64_t sum = std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
  switch (definition.form) {
  case MeasureForm::rate:
    return {count, static_cast<std::int64_t>(
                       amounts_within(facts.denominator, directory, unit, channel).size())};
  case MeasureForm::mean: return {sum, count};
  case MeasureForm::sum: return {sum, 1};
  case MeasureForm::median: return middle(amounts);
  case MeasureForm::percentile90:  // nearest rank
    if (amounts.empty()) return {0, 0};
    return {amounts[(amounts.size() * 9 + 9) / 10 - 1], 1};
  case MeasureForm::count: break;
  }
  return {count, 1};
}

std::optional<std::int64_t> hundredths_of(const MeasureDefinition& definition, Ratio ratio) {
  if (definition.form == MeasureForm::rate) return hundredths(ratio);
  if (definition.form == MeasureForm::count) return hundredths(ratio, false);
  return hundredths({ratio.numerator, ratio.denominator * hour}, false);
}

}  // namespace gridcase::cli
