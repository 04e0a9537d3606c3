#include "rules/validate_assessment.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>

namespace gridcase::rules {
namespace {

void add(std::vector<Fault>& faults, std::vector<Fault> of_part, const std::string& path) {
  for (Fault& fault : of_part) {
    fault.path = fault.path.empty() ? path : path + "." + fault.path;
    faults.push_back(std::move(fault));
  }
}

}  // namespace

void check_assessment(const Policy& policy, std::vector<Fault>& faults) {
  std::set<std::pair<std::string, std::string>> versions;
  for (std::size_t i = 0; i < policy.scoring.size(); ++i) {
    const ScoreRules& one = policy.scoring[i];
    const std::string path = fmt::format("scoring[{}]", i);
    add(faults, validate(one), path);
    if (!versions.insert({one.code, format_date(one.valid_from)}).second) {
      faults.push_back(
          {Severity::error, "score.version_twice", path + ".valid_from",
           fmt::format("{} has a version from {} already", one.code, format_date(one.valid_from)),
           "give each version a day of its own"});
    }
  }
  std::set<std::string> schemes;
  for (std::size_t i = 0; i < policy.ratings.size(); ++i) {
    const std::string path = fmt::format("ratings[{}]", i);
    add(faults, validate(policy.ratings[i]), path);
    if (!schemes.insert(policy.ratings[i].code).second) {
      faults.push_back({Severity::error, "rating.code_twice", path + ".code",
                        fmt::format("there is a scheme {} already", policy.ratings[i].code),
                        "give each scheme a code of its own"});
    }
  }
}

}  // namespace gridcase::rules
