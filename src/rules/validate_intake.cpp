#include "rules/validate_intake.hpp"

#include "base/text.hpp"
#include "model/organization_index.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <string>
#include <string_view>

namespace gridcase::rules {
namespace {

constexpr std::size_t longest_code = 64;
constexpr double largest_distance = 100'000;                // metres
constexpr auto longest_gap = std::chrono::hours(24) * 366;  // between two of the same alert

class IntakeCheck {
public:
  IntakeCheck(const Policy& policy, std::vector<Fault>& faults)
      : policy_(policy), index_(policy.organization), faults_(faults) {}

  void all() {
    each("intake", policy_.intake,
         [&](const IntakeRule& it, const std::string& at) { rule(it, at); });
    each("alert_types", policy_.alert_types,
         [&](const AlertType& it, const std::string& at) { type(it, at); });
    each("site_lists", policy_.site_lists,
         [&](const SiteList& it, const std::string& at) { list(it, at); });
  }

private:
  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  // Each item has a code, and each its own.
  template <typename Item, typename Check>
  void each(const std::string& key, const std::vector<Item>& items, Check check) {
    std::set<std::string_view> taken;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string path = fmt::format("{}[{}]", key, i);
      const std::string& code = items[i].code;
      if (code.empty() || code.size() > longest_code || !base::has_code_characters_only(code)) {
        error("intake.code", path + ".code", fmt::format("\"{}\" is no code", code),
              "use 1 to 64 characters of A-Z a-z 0-9 . _ -");
      } else if (!taken.insert(code).second) {
        error("intake.code_twice", path + ".code", fmt::format("{} is used twice", code),
              "give each a code of its own");
      }
      check(items[i], path);
    }
  }

  void rule(const IntakeRule& rule, const std::string& path) {
    category(rule.category, path + ".category");
    if (rule.path == Path::transfer) {
      if (rule.unit.empty()) {
        error("intake.unit", path + ".unit", "a transfer needs the unit that takes it over",
              "name a unit with a desk, or a platform");
      }
      unit(rule.unit, path + ".unit");
    } else if (!rule.unit.empty()) {
      error("intake.unit", path + ".unit", "only a transfer names a unit",
            "leave unit out, or set path to transfer");
    }
  }

  void type(const AlertType& type, const std::string& path) {
    category(type.category, path + ".category");
    unit(type.unit, path + ".unit");
    distance(type.same_metres, path + ".same_metres");
    if (type.same_within < Duration::zero() || type.same_within > longest_gap) {
      error("intake.alert_gap", path + ".same_within_seconds",
            "alerts lie 0 seconds to 366 days apart", "give a number from 0 to 31622400");
    }
    if (type.category.empty() && (!type.site_list.empty() || !type.unit.empty())) {
      error("intake.alert_category", path + ".category",
            "site_list and unit are about the case it becomes, and it becomes none",
            "name the category of the case, or leave the two out");
    }
    if (!type.site_list.empty() && !has_list(type.site_list)) {
      error("intake.site_list", path + ".site_list",
            fmt::format("there is no site list {}", type.site_list),
            "name one of the policy's site_lists");
    }
  }

  void list(const SiteList& list, const std::string& path) {
    each(path + ".sites", list.sites, [&](const Site& site, const std::string& at) {
      unit(site.unit, at + ".unit");
      distance(site.metres, at + ".metres");
      if (!is_valid(site.point)) {
        error("intake.point", at + ".point", "this is no point on the earth",
              "write [longitude -180 to 180, latitude -90 to 90]");
      }
    });
  }

  bool has_list(const std::string& code) const {
    for (const SiteList& list : policy_.site_lists) {
      if (list.code == code) return true;
    }
    return false;
  }

  void category(const std::string& code, const std::string& path) {
    if (code.empty() || index_.categories.find(code) != model::nothing) return;
    error("intake.unknown_category", path, fmt::format("there is no category {}", code),
          "name one of the organization's categories");
  }

  void unit(const std::string& code, const std::string& path) {
    if (code.empty() || index_.units.find(code) != model::nothing) return;
    error("intake.unknown_unit", path, fmt::format("there is no unit {}", code),
          "name one of the organization's units");
  }

  void distance(double metres, const std::string& path) {
    if (metres >= 0 && metres <= largest_distance) return;  // not a number either
    error("intake.distance", path, "a distance is 0 to 100,000 metres",
          "give a number from 0 to 100000");
  }

  const Policy& policy_;
  const model::OrganizationIndex index_;
  std::vector<Fault>& faults_;
};

}  // namespace

void check_intake(const Policy& policy, std::vector<Fault>& faults) {
  IntakeCheck(policy, faults).all();
}

}  // namespace gridcase::rules
