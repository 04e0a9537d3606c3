#include "rules/duplicates.hpp"

#include "base/search_terms.hpp"
#include "base/text.hpp"

#include <gridcase/geo.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

// What each of the signs adds to the score. Together they are 1.
constexpr double place_weight = 0.4;
constexpr double text_weight = 0.25;
constexpr double time_weight = 0.2;
constexpr double category_weight = 0.15;

constexpr std::size_t least_text = 12;  // characters

bool is_above(const Directory& directory, const std::string& above, const std::string& below) {
  for (const Category* it = directory.category(below); it != nullptr && !it->parent.empty();
       it = directory.category(it->parent)) {
    if (it->parent == above) return true;
  }
  return false;
}

enum class Kinship { same, above_or_below, unknown, other };

Kinship kinship(const Directory& directory, const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Kinship::unknown;
  if (a == b) return Kinship::same;
  return is_above(directory, a, b) || is_above(directory, b, a) ? Kinship::above_or_below
                                                                : Kinship::other;
}

// 1 for nothing apart, 0 at the limit.
double closeness(double apart, double limit) { return limit > 0 ? 1 - apart / limit : 1; }

std::string in_words(Duration time) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
  return minutes < 120 ? fmt::format("{} min", minutes) : fmt::format("{} h", minutes / 60);
}

int texts_alike(const Matter& a, const Matter& b) {
  if (!is_long_enough(a.text) || !is_long_enough(b.text)) return 0;
  return base::alike_percent(a.text, b.text);
}

std::string reasons(const DuplicateCandidate& it, Kinship kinship, bool by_text) {
  std::string text = it.metres ? fmt::format("{:.0f} m", *it.metres) : std::string();
  text += (text.empty() ? "" : " and ") + in_words(it.apart) + " apart";
  if (kinship == Kinship::same) text += ", of the same category";
  if (kinship == Kinship::above_or_below) text += ", of a category above or below";
  if (kinship == Kinship::other) text += ", of another category";
  return text +
         fmt::format(", {} {} percent alike", by_text ? "texts" : "titles", it.alike_percent);
}

}  // namespace

bool is_long_enough(const std::string& searchable_text) {
  return base::length_in_characters(searchable_text) >= least_text;
}

std::vector<std::string> same_categories(const Directory& directory, const DuplicateRules& rules,
                                         const std::string& category) {
  if (!rules.same_category || category.empty()) return {};
  std::vector<std::string> list = directory.with_below(category);
  for (const Category* it = directory.category(category); it != nullptr && !it->parent.empty();
       it = directory.category(it->parent)) {
    list.push_back(it->parent);
  }
  list.emplace_back();
  return list;
}

std::optional<DuplicateCandidate> compare(const Directory& directory, const DuplicateRules& rules,
                                          const Matter& report, const Matter& other) {
  DuplicateCandidate it;
  const Kinship kin = kinship(directory, report.category, other.category);
  if (kin == Kinship::other && rules.same_category) return std::nullopt;
  it.same_category = kin == Kinship::same;
  it.apart = std::max(report.occurred, other.occurred) - std::min(report.occurred, other.occurred);
  if (it.apart > rules.within) return std::nullopt;
  const int titles = base::alike_percent(report.title, other.title);
  it.alike_percent = std::max(titles, texts_alike(report, other));
  if (report.point && other.point) {
    it.metres = distance_in_metres(*report.point, *other.point);
    if (!(*it.metres <= rules.metres)) return std::nullopt;
    it.score = place_weight * closeness(*it.metres, rules.metres);
  } else if (it.alike_percent < rules.alike_percent) {
    return std::nullopt;
  }
  using Seconds = std::chrono::duration<double>;
  it.score += time_weight * closeness(Seconds(it.apart).count(), Seconds(rules.within).count());
  it.score += text_weight * it.alike_percent / 100;
  it.score += category_weight * (kin == Kinship::same             ? 1
                                 : kin == Kinship::above_or_below ? 0.5
                                                                  : 0);
  it.because = reasons(it, kin, it.alike_percent > titles);
  return it;
}

}  // namespace gridcase::rules
