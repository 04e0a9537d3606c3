// What can be wrong with the rules of a policy.

#include "base/text.hpp"
#include "model/organization_index.hpp"
#include "rules/validate_assessment.hpp"
#include "rules/validate_intake.hpp"
#include "rules/validate_platforms.hpp"
#include "rules/validate_programmes.hpp"
#include "rules/validate_time.hpp"

#include <gridcase/policy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gridcase {
namespace {

bool is_code(const std::string& text, std::size_t longest) {
  return !text.empty() && text.size() <= longest && base::has_code_characters_only(text);
}

constexpr std::size_t longest_code = 32;
constexpr std::size_t longest_word = 64;  // as an action takes reasons and figures

class PolicyCheck {
public:
  PolicyCheck(const Policy& policy, std::vector<Fault>& faults)
      : policy_(policy), rules_(policy.rules), index_(policy.organization), faults_(faults) {}

  void all() {
    tiers();
    numbers();
    reasons();
    joins();
    figures();
    modes();
    duplicates();
  }

private:
  void tiers();
  void numbers();
  void reasons();
  void joins();
  void join(const JoinRule& join, const std::string& path);
  void figures();
  void modes();
  void mode(const AreaMode& area, const std::string& path);
  void duplicates();

  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  const Policy& policy_;
  const CaseRules& rules_;
  const model::OrganizationIndex index_;
  std::vector<Fault>& faults_;
};

void PolicyCheck::tiers() {
  const auto& tiers = rules_.tiers;
  if (std::find(tiers.begin(), tiers.end(), Tier::county) == tiers.end()) {
    error("rules.county_missing", "rules.tiers", "the county holds no cases",
          "add county to the tiers");
  }
  for (auto tier = tiers.begin(); tier != tiers.end(); ++tier) {
    if (std::find(tiers.begin(), tier, *tier) == tier) continue;
    error("rules.tier_twice", "rules.tiers", std::string(name(*tier)) + " stands there twice",
          "name each tier once");
  }
}

void PolicyCheck::numbers() {
  const Duration tolerance = rules_.clock_tolerance;
  if (tolerance < Duration::zero() || tolerance > std::chrono::hours(24) ||
      tolerance % std::chrono::seconds(1) != Duration::zero()) {
    error("rules.clock_tolerance", "rules.clock_tolerance_seconds",
          "the tolerance is not a whole number of seconds up to a day", "use 0 to 86400 seconds");
  }
  if (rules_.return_limit < 0) {
    error("rules.return_limit", "rules.return_limit", "the limit is negative",
          "use 0 for no limit");
  }
  if (rules_.dissatisfied_at < 1 || rules_.dissatisfied_at > 5) {
    error("rules.dissatisfied_at", "rules.dissatisfied_at", "satisfaction has five grades",
          "use 1 to 5; a satisfaction of so much or less sends the case back");
  }
}

void PolicyCheck::reasons() {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < rules_.decline_reasons.size(); ++i) {
    const std::string& reason = rules_.decline_reasons[i];
    const std::string path = fmt::format("rules.decline_reasons[{}]", i);
    if (!is_code(reason, longest_word)) {
      error("rules.decline_reason", path, fmt::format("\"{}\" is no code", reason),
            "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
    } else if (!seen.insert(reason).second) {
      error("rules.decline_reason_twice", path, reason + " stands there twice",
            "name each reason once");
    }
  }
}

void PolicyCheck::join(const JoinRule& join, const std::string& path) {
  if (!is_code(join.code, longest_code)) {
    error("rules.join_code", path + ".code", fmt::format("\"{}\" is no code", join.code),
          "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
  }
  if (join.category.empty()) return;
  if (index_.categories.find(join.category) == model::nothing) {
    error("rules.join_category_unknown", path + ".category",
          fmt::format("there is no category with the code \"{}\"", join.category),
          "correct the code, or add the category");
  }
  if (join.code == "ordinary") {
    error("rules.join_ordinary", path + ".category", "the rule \"ordinary\" is for every category",
          "leave the category out, or choose another code");
  }
}

void PolicyCheck::joins() {
  std::set<std::string_view> codes;
  std::set<std::string_view> categories;
  for (std::size_t i = 0; i < rules_.joins.size(); ++i) {
    const JoinRule& one = rules_.joins[i];
    const std::string path = fmt::format("rules.joins[{}]", i);
    join(one, path);
    if (!codes.insert(one.code).second) {
      error("rules.join_twice", path + ".code", fmt::format("the code {} is taken", one.code),
            "give each its own code");
    }
    if (!one.category.empty() && !categories.insert(one.category).second) {
      error("rules.join_category_twice", path + ".category",
            fmt::format("another rule is for the category {}", one.category),
            "keep one for each category; a dispatch may name the others by their code");
    }
  }
}

void PolicyCheck::figures() {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < rules_.figures.size(); ++i) {
    const std::string& name = rules_.figures[i].name;
    const std::string path = fmt::format("rules.figures[{}].name", i);
    if (!is_code(name, longest_word)) {
      error("rules.figure_name", path, fmt::format("\"{}\" is no code", name),
            "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
    } else if (!names.insert(name).second) {
      error("rules.figure_twice", path, fmt::format("the figure {} stands there twice", name),
            "give each its own name");
    }
  }
}

void PolicyCheck::mode(const AreaMode& area, const std::string& path) {
  const std::uint32_t found = index_.units.find(area.unit);
  if (found == model::nothing) {
    error("mode.unit_unknown", path,
          fmt::format("there is no unit with the code \"{}\"", area.unit),
          "correct the code, or add the unit");
    return;
  }
  if (model::is_area(policy_.organization.units[found])) return;
  error("mode.unit_kind", path, fmt::format("{} has no ground", area.unit),
        "name the command centre, a command room, a village, a grid, or a unit with an area");
}

// What is looked through for one report must stay little.
void PolicyCheck::duplicates() {
  const DuplicateRules& it = policy_.duplicates;
  if (!(it.metres >= 0 && it.metres <= 2000)) {
    error("duplicates.metres", "duplicates.metres", "the distance is none, or too far",
          "use 0 to 2000 metres");
  }
  if (it.within < std::chrono::minutes(1) || it.within > std::chrono::hours(7 * 24)) {
    error("duplicates.within", "duplicates.within_seconds", "the time is none, or too long",
          "use 60 to 604800 seconds, which are seven days");
  }
  if (it.alike_percent < 1 || it.alike_percent > 100) {
    error("duplicates.alike_percent", "duplicates.alike_percent",
          fmt::format("{} is no percentage that tells titles apart", it.alike_percent),
          "use 1 to 100");
  }
}

void PolicyCheck::modes() {
  std::set<std::string_view> areas;
  for (std::size_t i = 0; i < policy_.modes.size(); ++i) {
    const AreaMode& area = policy_.modes[i];
    const std::string path = fmt::format("modes[{}].unit", i);
    mode(area, path);
    if (!areas.insert(area.unit).second) {
      error("mode.unit_twice", path, fmt::format("{} has been given a mode before", area.unit),
            "name each area once");
    }
  }
}

}  // namespace

std::vector<Fault> validate(const Policy& policy) {
  std::vector<Fault> faults;
  PolicyCheck(policy, faults).all();
  rules::check_time(policy, faults);
  rules::check_programmes(policy, faults);
  rules::check_intake(policy, faults);
  rules::check_platforms(policy, faults);
  rules::check_assessment(policy, faults);
  for (Fault& fault : validate(policy.organization)) {
    fault.path = "organization." + fault.path;
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace gridcase
