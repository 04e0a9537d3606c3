// Random reports: what may be a duplicate of what is what somebody finds who compares every pair.

#include "base/search_terms.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const std::vector<std::string> categories{"04", "0401", "0404", "040401"};
const std::vector<std::string> titles{"污水外溢", "污水满地", "路灯不亮", "井盖丢失污水", "水"};

bool related(const std::string& a, const std::string& b) {
  return a.compare(0, b.size(), b) == 0 || b.compare(0, a.size(), a) == 0;
}

bool alike(const Case& a, const Case& b, const DuplicateRules& rules) {
  if (a.drill != b.drill) return false;
  for (const Link& link : a.links) {
    if (link.case_id == b.id && link.relation == Relation::distinct) return false;
  }
  for (const Link& link : b.links) {
    if (link.case_id == a.id && link.relation == Relation::distinct) return false;
  }
  if (rules.same_category && !related(a.category, b.category)) return false;
  const Duration apart = std::max(a.occurred, b.occurred) - std::min(a.occurred, b.occurred);
  if (apart > rules.within) return false;
  if (a.point && b.point) return distance_in_metres(*a.point, *b.point) <= rules.metres;
  return base::alike_percent(base::searchable(a.title), base::searchable(b.title)) >=
         rules.alike_percent;
}

Policy random_policy(Dice& dice) {
  Policy policy;
  policy.organization = small_organization();
  policy.duplicates.same_category = dice.chance(70);
  policy.duplicates.metres = dice.between(10.0, 500.0);
  policy.duplicates.within = std::chrono::minutes(dice.between(std::size_t{1}, std::size_t{90}));
  policy.duplicates.alike_percent =
      static_cast<std::int32_t>(dice.between(std::size_t{20}, std::size_t{100}));
  return policy;
}

}  // namespace

TEST_CASE("candidates are those of every pair that the rules call alike") {
  std::size_t pairs = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Policy policy = random_policy(dice);
    County county(policy);
    std::vector<CaseId> ids;
    for (int i = 0; i < 60; ++i) {
      const std::string unit = dice.pick(std::vector<std::string>{centre, grid, other_grid});
      const CaseId id = county.report(unit, [&](Action& action) {
        action.title = dice.pick(titles);
        action.category = dice.pick(categories);
        action.drill = dice.chance(10);
        if (unit == centre && dice.chance(70))
          action.point = Point{118.6 + dice.unit() * 0.006, 28.7 + dice.unit() * 0.002};
      });
      if (!ids.empty() && dice.chance(30)) {
        const CaseId other = dice.pick(ids);
        county.act(dice.chance(30) ? A::merge : A::link, id, centre, [&](Action& action) {
          action.other_case = other;
          if (action.kind == A::link)
            action.relation = dice.chance(70) ? Relation::distinct : Relation::related;
        });
      }
      if (dice.chance(10)) county.act(A::annul, id, centre, because("mistake"));
      ids.push_back(id);
    }
    std::vector<Case> cases;
    for (const CaseId id : ids)
      cases.push_back(county.whole(id));
    for (const std::string& unit : {centre, grid}) {
      for (const Case& one : cases) {
        const Actor actor{unit, "", ""};
        std::set<CaseId> expected;
        for (const Case& other : cases) {
          const State state = other.position.state;
          if (other.id == one.id || state == State::merged || state == State::annulled) continue;
          if (!county.engine().get(one.id, actor) || !county.engine().get(other.id, actor))
            continue;
          if (alike(one, other, policy.duplicates)) expected.insert(other.id);
        }
        std::set<CaseId> found;
        double last = 1;
        for (const auto& it : county.engine().duplicates(one.id, 100, actor, county.now())) {
          CHECK(it.score <= last);
          CHECK(it.score >= 0);
          last = it.score;
          found.insert(it.case_id);
        }
        CAPTURE(to_number(one.id));
        REQUIRE(found == expected);
        pairs += expected.size();
      }
    }
  }
  CHECK(pairs > 100);
}
