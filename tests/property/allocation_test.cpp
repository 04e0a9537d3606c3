// Allocations against slow and obvious answers, on random demands and supplies.
#include "support/allocation_oracle.hpp"
#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace gridcase;
using namespace gridcase::test;

namespace {

struct Instance {
  std::vector<Demand> demands;
  std::vector<Supply> supplies;
  Metric metric;
};

// Places that lie about, in clusters, on few points, or around a pole and the date line.
class Places {
public:
  explicit Places(Dice& dice) : dice_(dice), style_(dice.below(5)) {
    for (int i = 0; i < 3; ++i)
      centres_.push_back({dice.between(118.0, 119.0), dice.between(28.0, 29.0)});
  }

  Point one() {
    const Point centre = dice_.pick(centres_);
    switch (style_) {
    case 0: return {dice_.between(118.0, 119.0), dice_.between(28.0, 29.0)};
    case 1:
      return {centre.longitude + dice_.between(-0.001, 0.001),
              centre.latitude + dice_.between(-0.001, 0.001)};
    case 2: return centre;
    case 3: {
      const double away = dice_.between(-1.0, 1.0);
      return {away < 0 ? 180 + away : -180 + away, dice_.between(-1.0, 1.0)};
    }
    default: return {dice_.between(-180.0, 180.0), 90 - dice_.between(0.0, 1.0)};
    }
  }

private:
  Dice& dice_;
  std::size_t style_;
  std::vector<Point> centres_;
};

std::string capability(Dice& dice) { return std::string(1, "abc"[dice.below(3)]); }

Instance random_instance(Dice& dice, std::size_t most_demands, std::size_t most_supplies) {
  Instance instance;
  Places places(dice);
  const std::size_t demands = dice.below(most_demands + 1);
  const std::size_t supplies = dice.below(most_supplies + 1);
  const std::size_t asks = dice.pick(std::vector<std::size_t>{0, 30, 90});
  const std::size_t can = dice.pick(std::vector<std::size_t>{5, 30, 90});
  const std::size_t most_room = dice.between(std::size_t{1}, std::size_t{4});
  for (std::size_t i = 0; i < demands; ++i)
    instance.demands.push_back({places.one(), dice.chance(asks) ? capability(dice) : ""});
  for (std::size_t i = 0; i < supplies; ++i) {
    Supply supply;
    supply.unit = "u" + std::to_string(1000 + (i * 7919) % 1009);
    supply.place = places.one();
    for (const char* one : {"a", "b", "c"}) {
      if (dice.chance(can)) supply.capabilities.emplace_back(one);
    }
    supply.room = dice.chance(50) ? 1 : static_cast<std::int32_t>(dice.below(most_room + 1));
    instance.supplies.push_back(std::move(supply));
  }
  return instance;
}

// Demands at one or two points, in one or two villages or in a line, or on a lattice; supplies all
// over the county, in another village, or on a lattice.
Instance crowded_instance(Dice& dice) {
  Instance instance;
  const std::size_t demands = dice.between(std::size_t{20}, std::size_t{70});
  const std::size_t supplies = dice.between(std::size_t{40}, std::size_t{200});
  const double width = dice.pick(std::vector<double>{0, 0.002, 0.2});
  const bool on_lattice = dice.chance(30);
  const bool in_two = dice.chance(40);
  const bool in_line = dice.chance(20);
  const bool from_village = dice.chance(20);
  const std::size_t asks = dice.pick(std::vector<std::size_t>{0, 60});
  const std::size_t most_room = dice.pick(std::vector<std::size_t>{1, 1, 4});
  const auto on = [&](double degrees) {
    return on_lattice ? std::floor(degrees * 64) / 64 : degrees;
  };
  for (std::size_t i = 0; i < demands; ++i) {
    const double to_the_east = in_two && dice.chance(50) ? 0.3 : 0;
    const double to_the_north = in_line ? 0 : dice.between(0.0, width);
    instance.demands.push_back(
        {{on(118.4 + to_the_east + dice.between(0.0, width)), on(28.5 + to_the_north)},
         dice.chance(asks) ? capability(dice) : ""});
  }
  for (std::size_t i = 0; i < supplies; ++i) {
    Supply supply;
    supply.unit = "u" + std::to_string(1000 + (i * 7919) % 1009);
    supply.place = from_village
                       ? Point{dice.between(118.8, 118.802), dice.between(28.9, 28.902)}
                       : Point{on(dice.between(118.0, 119.0)), on(dice.between(28.0, 29.0))};
    if (in_line) supply.place.latitude = 28.5;
    for (const char* one : {"a", "b", "c"}) {
      if (dice.chance(40)) supply.capabilities.emplace_back(one);
    }
    supply.room = static_cast<std::int32_t>(dice.between(std::size_t{1}, most_room));
    instance.supplies.push_back(std::move(supply));
  }
  return instance;
}

// Whole numbers, few of them and therefore many ties, and no way here and there. A place's
// longitude is its number.
void give_metric(Dice& dice, Instance& instance, std::size_t different, std::size_t no_way) {
  double number = 0;
  for (Demand& demand : instance.demands)
    demand.place = {number++ / 1024, 0};
  for (Supply& supply : instance.supplies)
    supply.place = {number++ / 1024, 0};
  std::map<std::pair<double, double>, double> costs;
  for (const Supply& supply : instance.supplies) {
    for (const Demand& demand : instance.demands) {
      costs[{supply.place.longitude, demand.place.longitude}] =
          dice.chance(no_way) ? std::numeric_limits<double>::infinity()
                              : static_cast<double>(dice.below(different));
    }
  }
  instance.metric = [costs](Point from, Point to) {
    return costs.at({from.longitude, to.longitude});
  };
}

void compare(const Instance& instance, BestAllocation (*oracle)(const CostTable&)) {
  const CostTable table = cost_table(instance.demands, instance.supplies, instance.metric);
  const Allocation found = allocate(instance.demands, instance.supplies, instance.metric);
  const BestAllocation best = oracle(table);
  REQUIRE(fault_of(found, table) == std::string());
  REQUIRE(found.left_over == instance.demands.size() - best.taken);
  if (instance.metric) {
    REQUIRE(found.cost == best.cost);  // whole numbers
  } else {
    REQUIRE(std::abs(found.cost - best.cost) <= 1e-6 + 1e-12 * best.cost);
  }
}

std::vector<std::string> units_of(const Allocation& allocation,
                                  const std::vector<Supply>& supplies) {
  std::vector<std::string> units;
  for (const auto& taken_by : allocation.taken_by)
    units.push_back(taken_by ? supplies[*taken_by].unit : "");
  return units;
}

}  // namespace

TEST_CASE("both slow answers to who takes what agree") {
  Dice dice(30);
  for (int i = 0; i < 300; ++i) {
    Instance instance = random_instance(dice, 6, 6);
    give_metric(dice, instance, 6, 20);
    const CostTable table = cost_table(instance.demands, instance.supplies, instance.metric);
    REQUIRE(best_by_flow(table).taken == best_by_subsets(table).taken);
    REQUIRE(best_by_flow(table).cost == best_by_subsets(table).cost);
  }
}

TEST_CASE("by great circle, as many demands are taken as can be, at the least cost there is") {
  Dice dice(31);
  for (int i = 0; i < 6000; ++i) {
    CAPTURE(i);
    compare(random_instance(dice, 7, 6), best_by_subsets);
  }
}

TEST_CASE("by a metric with many ties and gaps, the number and the cost are exactly the best") {
  Dice dice(32);
  for (int i = 0; i < 6000; ++i) {
    CAPTURE(i);
    Instance instance = random_instance(dice, 7, 6);
    give_metric(dice, instance, 1 + dice.below(8), dice.below(80));
    compare(instance, best_by_subsets);
  }
}

TEST_CASE("larger allocations cost what a flow of least cost does") {
  Dice dice(33);
  for (int i = 0; i < 250; ++i) {
    CAPTURE(i);
    Instance instance = random_instance(dice, 60, dice.chance(50) ? 20 : 150);
    if (dice.chance(40)) give_metric(dice, instance, 1 + dice.below(1000), dice.below(99));
    compare(instance, best_by_flow);
  }
}

TEST_CASE("many demands that want the same supplies cost what a flow of least cost does") {
  Dice dice(37);
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    compare(crowded_instance(dice), best_by_flow);
  }
}

TEST_CASE("by a metric in whole numbers, many demands that want the same cost exactly the least") {
  Dice dice(38);
  for (int i = 0; i < 100; ++i) {
    CAPTURE(i);
    Instance instance = crowded_instance(dice);
    const double unit = dice.pick(std::vector<double>{1, 100, 5000});
    instance.metric = [unit](Point from, Point to) {
      return std::floor(distance_in_metres(from, to) / unit);
    };
    compare(instance, best_by_flow);
  }
}

TEST_CASE("the order in which the supplies are listed does not matter") {
  Dice dice(34);
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(i);
    Instance instance = dice.chance(20) ? crowded_instance(dice) : random_instance(dice, 20, 30);
    if (dice.chance(50)) give_metric(dice, instance, 1 + dice.below(4), 20);
    const auto units =
        units_of(allocate(instance.demands, instance.supplies, instance.metric), instance.supplies);
    auto& supplies = instance.supplies;
    for (std::size_t n = supplies.size(); n > 1; --n)
      std::swap(supplies[n - 1], supplies[dice.below(n)]);
    REQUIRE(units_of(allocate(instance.demands, supplies, instance.metric), supplies) == units);
  }
}

TEST_CASE("supplies that are alike are filled in the order of their codes, demands in theirs") {
  Dice dice(35);
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(i);
    const Instance instance =
        dice.chance(20) ? crowded_instance(dice) : random_instance(dice, 30, 30);
    const auto& [demands, supplies, metric] = instance;
    const Allocation found = allocate(demands, supplies);
    std::vector<std::int32_t> taken(supplies.size(), 0);
    for (const auto& supply : found.taken_by) {
      if (supply) ++taken[*supply];
    }
    for (std::size_t a = 0; a < supplies.size(); ++a) {
      for (std::size_t b = 0; b < supplies.size(); ++b) {
        const bool are_alike = supplies[a].place == supplies[b].place &&
                               supplies[a].capabilities == supplies[b].capabilities;
        if (!are_alike || !(supplies[a].unit < supplies[b].unit) || taken[b] == 0) continue;
        REQUIRE(taken[a] == supplies[a].room);
        for (std::size_t d = 0; d < demands.size(); ++d) {
          if (found.taken_by[d] != b) continue;
          for (std::size_t later = d + 1; later < demands.size(); ++later)
            REQUIRE(found.taken_by[later] != a);
        }
      }
    }
  }
}

TEST_CASE("of demands that are alike an earlier one does not fare worse than a later one") {
  Dice dice(36);
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(i);
    const Instance instance =
        dice.chance(20) ? crowded_instance(dice) : random_instance(dice, 30, 20);
    const CostTable table = cost_table(instance.demands, instance.supplies);
    const Allocation found = allocate(instance.demands, instance.supplies);
    const auto cost = [&](std::size_t d) {
      return found.taken_by[d] ? table.costs[d][*found.taken_by[d]]
                               : std::numeric_limits<double>::infinity();
    };
    for (std::size_t a = 0; a < instance.demands.size(); ++a) {
      for (std::size_t b = a + 1; b < instance.demands.size(); ++b) {
        if (instance.demands[a].place != instance.demands[b].place) continue;
        if (instance.demands[a].capability != instance.demands[b].capability) continue;
        REQUIRE(cost(a) <= cost(b));
      }
    }
  }
}
