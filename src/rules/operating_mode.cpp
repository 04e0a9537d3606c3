#include "rules/operating_mode.hpp"

#include <algorithm>

namespace gridcase {

OperatingMode mode_at(const Policy& policy, const Directory& directory, std::string_view unit) {
  if (policy.modes.empty() || directory.unit(unit) == nullptr) return OperatingMode::normal;
  for (const std::string& area : directory.chain(unit)) {
    const auto found = std::find_if(policy.modes.begin(), policy.modes.end(),
                                    [&](const AreaMode& one) { return one.unit == area; });
    if (found != policy.modes.end()) return found->mode;
  }
  return OperatingMode::normal;
}

OperatingMode rules::mode_of(const Policy& policy, const Directory& directory,
                             const CaseSummary& summary) {
  for (const std::string* code : {&summary.grid, &summary.village, &summary.township}) {
    if (directory.unit(*code) != nullptr) return mode_at(policy, directory, *code);
  }
  return mode_at(policy, directory, summary.holder);
}

}  // namespace gridcase
