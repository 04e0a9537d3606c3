// Which campaign a new case falls under, against a scan that walks, one step at a time.
#include "rules/campaigns.hpp"
#include "support/organizations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace gridcase;
using namespace gridcase::test;

namespace {

// Civil days around a month's end, by number.
const std::vector<Date> days{{2026, 2, 26}, {2026, 2, 27}, {2026, 2, 28}, {2026, 3, 1},
                             {2026, 3, 2},  {2026, 3, 3},  {2026, 3, 4}};

Campaign random_campaign(Dice& dice, const Organization& organization, std::size_t number) {
  Campaign campaign;
  campaign.code = "c" + std::to_string(number);
  const std::size_t from = dice.below(days.size());
  campaign.from = days[from];
  campaign.until = days[dice.between(from, days.size() - 1)];
  for (std::size_t i = dice.below(3); i > 0; --i)
    campaign.units.push_back(dice.pick(organization.units).code);
  for (std::size_t i = dice.below(3); i > 0; --i)
    campaign.categories.push_back(dice.pick(organization.categories).code);
  return campaign;
}

using Parents = std::map<std::string, std::string>;

template <typename Element> Parents parents_of(const std::vector<Element>& elements) {
  Parents parents;
  for (const Element& element : elements)
    parents[element.code] = element.parent;
  return parents;
}

// Whether one of the codes is met on the way up; an empty list lets everything in.
bool meets(const Parents& parents, std::string code, const std::vector<std::string>& codes) {
  if (codes.empty()) return true;
  for (; parents.count(code) != 0; code = parents.at(code)) {
    for (const std::string& wanted : codes) {
      if (wanted == code) return true;
    }
  }
  return false;
}

// By what is printed, which is sorted as the days are.
bool is_during(const Campaign& campaign, Instant when, const std::string& zone) {
  const std::string day = format_local(when, zone).substr(0, 10);
  return format_date(campaign.from) <= day && day <= format_date(campaign.until);
}

std::string scan(const Policy& policy, const std::string& ground, const std::string& category,
                 Instant when) {
  const Organization& organization = policy.organization;
  for (const Campaign& campaign : policy.campaigns) {
    if (is_during(campaign, when, organization.time_zone) &&
        meets(parents_of(organization.units), ground, campaign.units) &&
        meets(parents_of(organization.categories), category, campaign.categories)) {
      return campaign.code;
    }
  }
  return {};
}

Instant random_instant(Dice& dice) {
  const Instant midnight = parse_instant("2026-02-25T00:00:00+08:00");
  const auto day = std::chrono::hours(24 * static_cast<std::int64_t>(dice.below(9)));
  // Often where one day ends and the next begins.
  if (dice.chance(30)) return midnight + day - Duration(dice.below(2));
  return midnight + day + std::chrono::minutes(dice.below(24 * 60));
}

Policy with(std::vector<Campaign> campaigns) {
  Policy policy;
  policy.organization = small_organization();
  policy.campaigns = std::move(campaigns);
  return policy;
}

std::string at(const Policy& policy, const std::string& time) {
  return rules::campaign_of(policy, Directory(policy.organization), "330881001001001", "040401",
                            parse_instant(time));
}

}  // namespace

TEST_CASE("the campaign of a case is that which a scan of all finds") {
  Dice dice(71);
  int found = 0;
  int late = 0;  // not the first of the list
  for (int i = 0; i < 150; ++i) {
    Policy policy;
    policy.organization = random_organization(dice);
    policy.organization.time_zone = dice.pick(
        std::vector<std::string>{"Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"});
    const std::size_t count = dice.below(6);
    for (std::size_t n = 0; n < count; ++n)
      policy.campaigns.push_back(random_campaign(dice, policy.organization, n));
    const Directory directory(policy.organization);
    for (int question = 0; question < 40; ++question) {
      const std::string ground =
          dice.chance(5) ? "nowhere" : dice.pick(policy.organization.units).code;
      const std::string category =
          dice.chance(5) ? "nothing" : dice.pick(policy.organization.categories).code;
      const Instant when = random_instant(dice);
      const std::string campaign = rules::campaign_of(policy, directory, ground, category, when);
      CAPTURE(format_local(when, policy.organization.time_zone));
      REQUIRE(campaign == scan(policy, ground, category, when));
      found += campaign.empty() ? 0 : 1;
      late += campaign.empty() || campaign == "c0" ? 0 : 1;
    }
  }
  CHECK(found > 400);  // the dice found something to decide
  CHECK(late > 100);
}

TEST_CASE("both days of a campaign belong to it, as the organization's zone counts them") {
  const Policy policy = with({{"fish", "", {2021, 1, 1}, {2021, 1, 2}, {}, {}}});
  CHECK(at(policy, "2020-12-31T23:59:59.999999+08:00").empty());
  CHECK(at(policy, "2021-01-01T00:00:00+08:00") == "fish");
  CHECK(at(policy, "2021-01-02T23:59:59.999999+08:00") == "fish");
  CHECK(at(policy, "2021-01-03T00:00:00+08:00").empty());
  CHECK(at(policy, "2020-12-31T16:00:00Z") == "fish");
}

TEST_CASE("the first campaign that fits counts, by ground and category with what is below") {
  const Date day{2021, 1, 1};
  const std::string noon = "2021-01-01T12:00:00+08:00";
  CHECK(at(with({}), noon).empty());
  CHECK(at(with({{"a", "", day, day, {"330881101"}, {}},
                 {"b", "", day, day, {}, {"0401"}},
                 {"c", "", day, day, {"330881101", "330881001"}, {"04"}},
                 {"d", "", day, day, {}, {}}}),
           noon) == "c");
  CHECK(at(with({{"a", "", day, day, {}, {}}, {"b", "", day, day, {"330881001001001"}, {}}}),
           noon) == "a");
}
