#include "engine/rulebook.hpp"

#include <algorithm>

namespace gridcase::engine {
namespace {

std::shared_ptr<const Policy> checked(Policy policy) {
  std::vector<Fault> faults = validate(policy);
  const bool usable = std::none_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return fault.severity == Severity::error;
  });
  if (!usable) throw DocumentError("policy", std::move(faults));
  return std::make_shared<const Policy>(std::move(policy));
}

}  // namespace

Rulebook::Rulebook(std::int64_t number, Policy whole, const Rulebook* donor)
    : version(number), policy(checked(std::move(whole))), directory(policy->organization),
      timetables(policy->time, directory, donor == nullptr ? nullptr : &donor->timetables) {}

const std::string& Rulebook::centre() const {
  const auto& units = policy->organization.units;
  return std::find_if(units.begin(), units.end(),
                      [](const Unit& unit) { return unit.kind == UnitKind::command_center; })
      ->code;
}

}  // namespace gridcase::engine
