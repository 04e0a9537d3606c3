// Categories, who leads them, and the linkages.
#include "model/organization_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace gridcase::model {

namespace {

// For every category whether a duty that holds in the mode stands at it or above it.
std::vector<bool> led_categories(const Check& check, OperatingMode mode) {
  const Forest& tree = check.index.category_tree;
  std::vector<bool> has_duty(check.organization.categories.size(), false);
  for (const Duty& duty : check.organization.duties) {
    const std::uint32_t category = check.index.categories.find(duty.category);
    const bool holds = !duty.mode || *duty.mode == mode;
    if (category != nothing && holds) has_duty[category] = true;
  }
  std::vector<bool> led(has_duty.size(), false);
  for (std::uint32_t i = 0; i < led.size(); ++i) {
    if (!tree.is_rooted(i)) continue;
    std::uint32_t on = i;
    while (on != nothing && !has_duty[on])
      on = tree.parent(on);
    led[i] = on != nothing;
  }
  return led;
}

void check_lead(const Check& check, Spot spot, const Duty& duty) {
  if (duty.lead.empty() == duty.lead_capability.empty()) {
    check.findings.error(spot.at("lead"), "duty.lead_missing",
                         duty.lead.empty() ? "nobody leads" : "a lead and a capability are given",
                         "give either the unit that leads or the capability that finds it");
    return;
  }
  check.unit(spot.at("lead"), "duty", duty.lead);
  const std::uint32_t lead = check.index.units.find(duty.lead);
  if (duty.lead.empty() || lead == nothing) return;
  const auto tier = tier_of(check.organization.units[lead]);
  if (!tier) {
    check.findings.error(spot.at("lead"), "duty.lead_kind", duty.lead + " cannot hold a case",
                         "let a unit of a county lead");
  } else if (*tier != duty.tier) {
    check.findings.warning(spot.at("lead"), "duty.lead_tier",
                           duty.lead + " works on the tier " + std::string(name(*tier)),
                           "let a unit of the tier " + std::string(name(duty.tier)) + " lead");
  }
}

// A capability must find one unit: somebody has it, and no ground is served by two who have it.
void check_lead_capability(const Check& check, Spot spot, const Duty& duty) {
  const auto& units = check.organization.units;
  std::map<std::uint32_t, std::uint32_t> server_of;  // ground to the unit that serves it
  bool found = false;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const auto& can = units[i].capabilities;
    if (tier_of(units[i]) != duty.tier ||
        std::find(can.begin(), can.end(), duty.lead_capability) == can.end()) {
      continue;
    }
    found = true;
    for (const std::uint32_t ground : territory_of(check.organization, check.index, i)) {
      const auto [at, is_new] = server_of.emplace(ground, i);
      const Unit& other = units[at->second];
      if (is_new || at->second == i ||
          !spans_overlap(units[i].valid_from, units[i].valid_until, other.valid_from,
                         other.valid_until)) {
        continue;
      }
      check.findings.warning(spot.at("lead_capability"), "duty.capability_several",
                             other.code + " and " + units[i].code + " both have \"" +
                                 duty.lead_capability + "\" for " + units[ground].code,
                             "give them different territories, or name the lead");
    }
  }
  if (found) return;
  check.findings.warning(spot.at("lead_capability"), "duty.capability_nobody",
                         "no unit of the tier " + std::string(name(duty.tier)) + " has \"" +
                             duty.lead_capability + "\"",
                         "add the capability to a unit, or name the lead");
}

void check_assists(const Check& check, Spot spot, const Duty& duty) {
  std::set<std::string_view> seen;
  for (const std::string& assist : duty.assists) {
    check.unit(spot.at("assists"), "duty", assist);
    if (assist == duty.lead || !seen.insert(assist).second) {
      check.findings.warning(spot.at("assists"), "duty.assist_twice",
                             assist + " is named twice in this duty", "name it once");
    }
  }
}

}  // namespace

void check_categories(const Check& check) {
  const auto& categories = check.organization.categories;
  const Forest& tree = check.index.category_tree;
  const std::vector<bool> led = led_categories(check, OperatingMode::normal);
  const std::vector<bool> led_then = led_categories(check, OperatingMode::emergency);
  for (std::uint32_t i = 0; i < categories.size(); ++i) {
    const Category& category = categories[i];
    const Spot spot{Section::categories, i, {}};
    check.code(spot, "category", category.code, check.index.categories.find(category.code));
    check.category(spot.at("parent"), "category", category.parent);
    if (!tree.is_rooted(i) || !tree.is_leaf(i)) continue;
    if (!led[i]) {
      check.findings.warning(spot, "category.unled", "nobody leads the category " + category.code,
                             "add a duty for it or for a category above it");
    } else if (!led_then[i]) {
      check.findings.warning(spot, "category.unled_in_emergency",
                             "nobody leads the category " + category.code + " in an emergency",
                             "add a duty of the mode emergency, or one of no mode");
    }
  }
  for (const auto& cycle : tree.cycles()) {
    check.findings.error({Section::categories, cycle.front(), "parent"}, "category.parent_cycle",
                         "the categories run in a circle: " + list_of_codes(categories, cycle),
                         "give one of them another parent");
  }
}

void check_duties(const Check& check) {
  using Subject =
      std::tuple<std::string_view, Tier, std::string_view, std::optional<OperatingMode>>;
  std::map<Subject, std::size_t> first;
  const auto& duties = check.organization.duties;
  for (std::size_t i = 0; i < duties.size(); ++i) {
    const Duty& duty = duties[i];
    const Spot spot{Section::duties, i, {}};
    check.not_empty(spot.at("category"), "duty", duty.category);
    check.category(spot.at("category"), "duty", duty.category);
    check.unit(spot.at("territory"), "duty", duty.territory);
    check_lead(check, spot, duty);
    if (duty.lead.empty() && !duty.lead_capability.empty()) {
      check_lead_capability(check, spot, duty);
    }
    check_assists(check, spot, duty);
    const auto [at, is_new] =
        first.emplace(Subject(duty.category, duty.tier, duty.territory, duty.mode), i);
    if (!is_new) {
      check.findings.error(spot, "duty.twice",
                           "the same category, tier, territory and mode as " +
                               Spot{Section::duties, at->second, {}}.path(),
                           "keep one: a case has exactly one lead");
    }
  }
}

void check_linkages(const Check& check) {
  std::set<std::tuple<std::string_view, std::string_view, LinkageKind>> seen;
  const auto& linkages = check.organization.linkages;
  for (std::size_t i = 0; i < linkages.size(); ++i) {
    const Linkage& linkage = linkages[i];
    const Spot spot{Section::linkages, i, {}};
    check.not_empty(spot.at("from"), "linkage", linkage.from);
    check.not_empty(spot.at("to"), "linkage", linkage.to);
    check.unit(spot.at("from"), "linkage", linkage.from);
    check.unit(spot.at("to"), "linkage", linkage.to);
    if (!linkage.from.empty() && linkage.from == linkage.to) {
      check.findings.error(spot.at("to"), "linkage.to_self", "a unit is linked to itself",
                           "name another unit, or remove the linkage");
    }
    if (!seen.emplace(linkage.from, linkage.to, linkage.kind).second) {
      check.findings.warning(spot, "linkage.twice", "the linkage is given twice", "keep one");
    }
  }
}

}  // namespace gridcase::model
