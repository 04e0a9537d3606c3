#include "rules/limits.hpp"

#include "rules/operating_mode.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace gridcase::rules {
namespace {

// A category and those above it, from below; none is passed twice.
std::vector<const Category*> lineage(const Directory& directory, std::string_view code) {
  std::vector<const Category*> list;
  for (const Category* one = directory.category(code); one != nullptr;
       one = directory.category(one->parent)) {
    list.push_back(one);
    if (one->parent.empty()) break;
  }
  return list;
}

std::string_view grade_of(const CaseSummary& summary, const std::vector<const Category*>& lineage) {
  if (!summary.grade.empty()) return summary.grade;
  for (const Category* category : lineage) {
    if (!category->grade.empty()) return category->grade;
  }
  return {};
}

// A case on hold is on the tier it was on.
std::optional<Tier> tier_now(const Position& position) {
  const auto tier = tier_of(position.state);
  return tier ? tier : tier_of(position.back);
}

// By weight: how far below the top the category stands, then what else is named.
using Rank = std::array<std::size_t, 6>;

class Chooser {
public:
  Chooser(const Policy& policy, const Directory& directory, const CaseSummary& summary)
      : summary_(summary), lineage_(lineage(directory, summary.category)),
        grade_(grade_of(summary, lineage_)), tier_(tier_now(summary.position)),
        mode_(mode_of(policy, directory, summary)) {}

  bool fits(const Limit& limit) const {
    return (limit.category.empty() || depth(limit.category) != 0) &&
           (limit.grade.empty() || limit.grade == grade_) &&
           (limit.request == RequestKind::unstated || limit.request == summary_.request) &&
           (limit.channel.empty() || limit.channel == summary_.channel) &&
           (!limit.tier || limit.tier == tier_) && (!limit.mode || *limit.mode == mode_);
  }

  Rank rank(const Limit& limit) const {
    return {depth(limit.category),
            std::size_t{!limit.grade.empty()},
            std::size_t{limit.request != RequestKind::unstated},
            std::size_t{!limit.channel.empty()},
            std::size_t{limit.tier.has_value()},
            std::size_t{limit.mode.has_value()}};
  }

private:
  // 1 for the top class of the case's category, more below it; 0 if it is none of them.
  std::size_t depth(const std::string& category) const {
    for (std::size_t i = 0; i < lineage_.size(); ++i) {
      if (lineage_[i]->code == category) return lineage_.size() - i;
    }
    return 0;
  }

  const CaseSummary& summary_;
  std::vector<const Category*> lineage_;
  std::string_view grade_;
  std::optional<Tier> tier_;
  OperatingMode mode_;
};

}  // namespace

const Milestone& ordinary_due() {
  static const Milestone milestone = [] {
    Milestone made;
    made.code = due_milestone;
    made.name = due_milestone;
    return made;
  }();
  return milestone;
}

bool has_milestone(const TimeRules& rules, std::string_view code) {
  return std::any_of(rules.milestones.begin(), rules.milestones.end(),
                     [&](const Milestone& m) { return m.code == code; });
}

const Milestone* find_milestone(const TimeRules& rules, std::string_view code) {
  const auto found = std::find_if(rules.milestones.begin(), rules.milestones.end(),
                                  [&](const Milestone& m) { return m.code == code; });
  if (found != rules.milestones.end()) return &*found;
  return code == due_milestone ? &ordinary_due() : nullptr;
}

const Limit* choose_limit(const Policy& policy, const Directory& directory,
                          std::string_view milestone, const CaseSummary& summary) {
  const Chooser chooser(policy, directory, summary);
  const Limit* best = nullptr;
  Rank best_rank{};
  for (const Limit& limit : policy.time.limits) {
    if (limit.milestone != milestone || !chooser.fits(limit)) continue;
    const Rank rank = chooser.rank(limit);
    if (best != nullptr && rank <= best_rank) continue;
    best = &limit;
    best_rank = rank;
  }
  return best;
}

std::string selectors_of(const Limit& limit) {
  std::string text;
  const auto add = [&](std::string_view what, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += ", ";
    text.append(what).append(" ").append(value);
  };
  add("category", limit.category);
  add("grade", limit.grade);
  if (limit.request != RequestKind::unstated) add("request", name(limit.request));
  add("channel", limit.channel);
  if (limit.tier) add("tier", name(*limit.tier));
  if (limit.mode) add("mode", name(*limit.mode));
  return text;
}

}  // namespace gridcase::rules
