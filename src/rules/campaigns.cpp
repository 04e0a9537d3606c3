#include "rules/campaigns.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

bool is_among(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool fits_ground(const Campaign& campaign, const Directory& directory, const std::string& ground) {
  return campaign.units.empty() ||
         std::any_of(campaign.units.begin(), campaign.units.end(),
                     [&](const std::string& unit) { return directory.is_within(ground, unit); });
}

bool fits_category(const Campaign& campaign, const Directory& directory, const std::string& code) {
  if (campaign.categories.empty()) return true;
  const Category* category = directory.category(code);
  for (; category != nullptr; category = directory.category(category->parent)) {
    if (is_among(campaign.categories, category->code)) return true;
  }
  return false;
}

}  // namespace

std::string campaign_of(const Policy& policy, const Directory& directory,
                        const std::string& ground_unit, const std::string& category, Instant when) {
  if (policy.campaigns.empty()) return {};
  const Date day = date_of(when, directory.organization().time_zone);
  for (const Campaign& campaign : policy.campaigns) {
    const bool is_on = campaign.from <= day && day <= campaign.until;
    if (is_on && fits_ground(campaign, directory, ground_unit) &&
        fits_category(campaign, directory, category)) {
      return campaign.code;
    }
  }
  return {};
}

}  // namespace gridcase::rules
