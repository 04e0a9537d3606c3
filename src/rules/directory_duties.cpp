#include "rules/directory_duties.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {

using model::nothing;

DutyBook::DutyBook(const Organization& organization, const model::OrganizationIndex& index)
    : organization_(organization), index_(index), by_category_(organization.categories.size()) {
  for (std::uint32_t i = 0; i < organization.duties.size(); ++i) {
    const Duty& duty = organization.duties[i];
    const std::uint32_t territory =
        duty.territory.empty() ? nothing : index.units.find(duty.territory);
    by_category_[index.categories.find(duty.category)].push_back({i, territory});
  }
  const auto depth = [&](const Entry& entry) {
    return entry.territory == nothing ? 0 : index.command_line.depth(entry.territory) + 1;
  };
  for (auto& entries : by_category_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Entry& a, const Entry& b) { return depth(a) > depth(b); });
  }
}

// A unit beside the command line lies where the ground it serves lies.
bool DutyBook::covers(std::uint32_t territory, std::uint32_t place) const {
  if (territory == nothing || index_.command_line.is_within(place, territory)) return true;
  const auto grounds = model::territory_of(organization_, index_, place);
  return !grounds.empty() && std::all_of(grounds.begin(), grounds.end(), [&](std::uint32_t ground) {
    return index_.command_line.is_within(ground, territory);
  });
}

// The units of the tier with the capability that serve the place, only those of the smallest
// ground; normally one.
std::vector<std::uint32_t> DutyBook::capable_units(const Duty& duty, std::uint32_t place) const {
  std::vector<std::uint32_t> best;
  std::uint32_t best_depth = 0;
  for (std::uint32_t i = 0; i < organization_.units.size(); ++i) {
    const Unit& unit = organization_.units[i];
    const auto& can = unit.capabilities;
    if (std::find(can.begin(), can.end(), duty.lead_capability) == can.end()) continue;
    if (model::tier_of(unit) != duty.tier) continue;
    for (const std::uint32_t ground : model::territory_of(organization_, index_, i)) {
      const std::uint32_t depth = index_.command_line.depth(ground) + 1;
      if (!covers(ground, place) || depth < best_depth) continue;
      if (depth > best_depth) best.clear();
      best_depth = depth;
      if (best.empty() || best.back() != i) best.push_back(i);
    }
  }
  return best;
}

Responsible DutyBook::answer(const Duty& duty, std::uint32_t category, std::uint32_t place) const {
  const std::string& asked = organization_.categories[category].code;
  const std::string& code = organization_.units[place].code;
  Responsible result;
  result.assists = duty.assists;
  result.because = fmt::format(
      "duty of {}{} at {} for {}{}: ", duty.category,
      duty.category == asked ? std::string() : fmt::format(", which includes {},", asked),
      name(duty.tier), duty.territory.empty() ? "the whole organization" : duty.territory,
      duty.mode ? fmt::format(" in the mode {}", name(*duty.mode)) : std::string());
  if (!duty.lead.empty()) {
    result.lead = duty.lead;
    result.because += "lead " + duty.lead;
    return result;
  }
  const auto capable = capable_units(duty, place);
  if (capable.size() == 1) {
    result.lead = organization_.units[capable.front()].code;
    result.because += fmt::format("lead {} ({})", result.lead, duty.lead_capability);
    // The unit found may be among those that are to help: a lead does not assist itself.
    auto& assists = result.assists;
    assists.erase(std::remove(assists.begin(), assists.end(), result.lead), assists.end());
  } else if (capable.empty()) {
    result.because += fmt::format("no unit with {} serves {}", duty.lead_capability, code);
  } else {
    std::vector<std::string> codes;
    for (const std::uint32_t unit : capable)
      codes.push_back(organization_.units[unit].code);
    std::sort(codes.begin(), codes.end());
    result.because += fmt::format("{} units with {} serve {}: {}", codes.size(),
                                  duty.lead_capability, code, fmt::join(codes, ", "));
  }
  return result;
}

const Duty* DutyBook::first_duty(std::uint32_t category, std::uint32_t place, Tier tier,
                                 std::optional<OperatingMode> mode) const {
  for (std::uint32_t on = category; on != nothing; on = index_.category_tree.parent(on)) {
    for (const Entry& entry : by_category_[on]) {
      const Duty& duty = organization_.duties[entry.duty];
      if (duty.tier == tier && duty.mode == mode && covers(entry.territory, place)) return &duty;
    }
  }
  return nullptr;
}

// What is laid down for the mode goes before what holds always, however general it is: in an
// emergency a headquarters leads what each department leads otherwise.
Responsible DutyBook::responsible(std::uint32_t category, std::uint32_t place, Tier tier,
                                  OperatingMode mode) const {
  const Duty* duty = first_duty(category, place, tier, mode);
  if (duty == nullptr) duty = first_duty(category, place, tier, std::nullopt);
  if (duty != nullptr) return answer(*duty, category, place);
  Responsible nobody;
  nobody.because = fmt::format("no duty of {} or a category above it at {} covers {}",
                               organization_.categories[category].code, name(tier),
                               organization_.units[place].code);
  return nobody;
}

}  // namespace gridcase::rules
