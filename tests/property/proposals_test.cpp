// Proposals of orders in random organizations: one lead, nobody twice, and the engine takes them.

#include "support/county.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

Point random_point(Dice& dice) { return {dice.between(118.0, 119.0), dice.between(28.0, 29.0)}; }

// With classes, room and emergencies, which random organizations have none of.
Organization random_county(Dice& dice) {
  Organization organization = random_organization(dice, dice.chance(50));
  for (Unit& unit : organization.units) {
    if (dice.chance(40)) unit.response_class = static_cast<std::uint8_t>(1 + dice.below(3));
    if (dice.chance(30)) unit.capabilities.emplace_back("rescue");
    if (dice.chance(30)) unit.location = random_point(dice);
    unit.capacity = static_cast<std::int32_t>(dice.below(3));
  }
  const std::vector<Duty> duties = organization.duties;
  for (Duty duty : duties) {
    if (dice.chance(70)) continue;
    duty.mode = OperatingMode::emergency;
    duty.assists.clear();
    duty.lead_capability.clear();
    duty.lead = dice.pick(organization.units).code;
    organization.duties.push_back(duty);
  }
  return organization;
}

std::string pool_of(Dice& dice, const Organization& organization) {
  std::vector<std::string> pools;
  for (const Unit& unit : organization.units) {
    const bool holds = unit.kind == UnitKind::command_center ||
                       unit.kind == UnitKind::command_room || unit.kind == UnitKind::grid;
    if (holds) pools.push_back(unit.code);
  }
  return dice.pick(pools);
}

CaseId filed_case(Dice& dice, County& county) {
  const Organization& organization = county.engine().policy()->organization;
  const CaseId id = county.report(pool_of(dice, organization), [&](Action& action) {
    action.category = dice.pick(organization.categories).code;
    if (dice.chance(70)) action.point = random_point(dice);
  });
  county.must(A::file, id, county.whole(id).holder);
  return id;
}

// Whether somebody but the holder leads by duty whom the centre can send, on the tier of the case
// or the county's.
bool has_duty(County& county, const Case& subject) {
  const Directory directory = county.engine().directory();
  const Policy& policy = *county.engine().policy();
  std::string ground = subject.holder;
  for (const std::string* code : {&subject.township, &subject.village, &subject.grid}) {
    if (!code->empty()) ground = *code;
  }
  for (const Tier tier : {*tier_of(subject.position.state), Tier::county}) {
    const std::string lead =
        directory.responsible(subject.category, ground, tier, mode_at(policy, directory, ground))
            .lead;
    const bool needs_order = !lead.empty() && lead != subject.holder;
    if (needs_order && directory.is_valid(*directory.unit(lead), county.now())) return true;
  }
  return false;
}

std::size_t count_leads(const std::vector<Order>& orders) {
  return static_cast<std::size_t>(
      std::count_if(orders.begin(), orders.end(),
                    [](const Order& order) { return order.role == AssignmentRole::lead; }));
}

struct Found {
  std::uint64_t proposals = 0;
  std::uint64_t by_class = 0;  // led by a unit of class 1
  std::uint64_t scenes = 0;
  std::uint64_t added = 0;
};

std::vector<Order> orders_of(const std::vector<ProposedOrder>& proposed, Found& found) {
  std::vector<Order> orders;
  std::set<std::string> units;
  for (const ProposedOrder& one : proposed) {
    CHECK_FALSE(one.because.empty());
    CHECK(units.insert(one.order.unit).second);
    found.scenes += one.order.role == AssignmentRole::scene ? 1 : 0;
    orders.push_back(one.order);
  }
  return orders;
}

void propose_and_dispatch(Dice& dice, County& county, Found& found) {
  const CaseId id = filed_case(dice, county);
  const Case subject = county.whole(id);
  const std::string actor = dice.chance(50) ? centre : subject.holder;
  const auto classes = static_cast<std::uint8_t>(dice.below(4));
  const auto propose = [&] {
    return orders_of(
        county.engine().propose_orders(id, classes, dice.below(4), {actor, "", ""}, county.now()),
        found);
  };
  const std::vector<Order> orders = propose();
  const std::size_t leads = count_leads(orders);
  REQUIRE(leads <= 1);
  if (actor == centre && has_duty(county, subject)) CHECK(leads == 1);
  if (leads == 0) return;
  CHECK(orders.front().role == AssignmentRole::lead);
  ++found.proposals;
  if (!has_duty(county, subject)) ++found.by_class;
  county.must(A::dispatch, id, actor, with_orders(orders));
  const std::vector<Order> more = propose();
  CHECK(count_leads(more) == 0);
  if (more.empty()) return;
  ++found.added;
  county.must(A::dispatch, id, actor, with_orders(more));
}

}  // namespace

TEST_CASE("a proposal names one lead and nobody twice, and is accepted as it is") {
  Found found;
  for (std::uint64_t seed = 0; seed < rounds(120); ++seed) {
    INFO("seed ", seed);
    Dice dice(seed);
    County county({}, random_county(dice));
    if (dice.chance(50)) county.wait_until("2021-06-01 09:00");  // some units are no more
    if (dice.chance(40)) {
      county.engine().switch_mode(centre, OperatingMode::emergency, "typhoon", {centre, "", ""},
                                  county.now());
    }
    for (int i = 0; i < 4; ++i)
      propose_and_dispatch(dice, county, found);
  }
  // The random counties are such that everything comes about.
  CHECK(found.proposals > rounds(150) / 2);
  CHECK(found.by_class > rounds(20) / 2);
  CHECK(found.scenes > rounds(100) / 2);
  CHECK(found.added > rounds(20) / 2);
}
