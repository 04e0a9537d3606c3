#include "support/allocation_oracle.hpp"

#include <algorithm>
#include <cmath>

namespace gridcase::test {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::size_t bits_of(std::size_t set) {
  std::size_t count = 0;
  for (; set != 0; set &= set - 1)
    ++count;
  return count;
}

struct Edge {
  std::size_t from;
  std::size_t to;
  std::int32_t left;
  double cost;
};

// Source, demands, supplies, sink; every edge is followed by its reverse.
class Flow {
public:
  explicit Flow(const CostTable& table)
      : demands_(table.costs.size()), nodes_(demands_ + table.room.size() + 2) {
    for (std::size_t d = 0; d < demands_; ++d) {
      add(0, 1 + d, 1, 0);
      for (std::size_t s = 0; s < table.room.size(); ++s) {
        if (table.costs[d][s] < never) add(1 + d, 1 + demands_ + s, 1, table.costs[d][s]);
      }
    }
    for (std::size_t s = 0; s < table.room.size(); ++s)
      add(1 + demands_ + s, nodes_ - 1, table.room[s], 0);
  }

  // One more unit over the cheapest way; false if there is none.
  bool push(double& cost) {
    std::vector<double> distance(nodes_, never);
    std::vector<std::size_t> over(nodes_, 0);
    distance[0] = 0;
    // A gain below this is rounding, and could run in circles.
    constexpr double gain = 1e-9;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t e = 0; e < edges_.size(); ++e) {
        const Edge& edge = edges_[e];
        if (edge.left == 0 || !(distance[edge.from] + edge.cost < distance[edge.to] - gain))
          continue;
        distance[edge.to] = distance[edge.from] + edge.cost;
        over[edge.to] = e;
        changed = true;
      }
    }
    if (!(distance.back() < never)) return false;
    for (std::size_t node = nodes_ - 1; node != 0; node = edges_[over[node]].from) {
      --edges_[over[node]].left;
      ++edges_[over[node] ^ 1U].left;
      cost += edges_[over[node]].cost;
    }
    return true;
  }

private:
  void add(std::size_t from, std::size_t to, std::int32_t room, double cost) {
    edges_.push_back({from, to, room, cost});
    edges_.push_back({to, from, 0, -cost});
  }

  std::size_t demands_;
  std::size_t nodes_;
  std::vector<Edge> edges_;
};

}  // namespace

CostTable cost_table(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                     const Metric& metric) {
  CostTable table;
  for (const Supply& supply : supplies)
    table.room.push_back(supply.room);
  for (const Demand& demand : demands) {
    auto& costs = table.costs.emplace_back();
    for (const Supply& supply : supplies) {
      const auto& can = supply.capabilities;
      const bool able = demand.capability.empty() ||
                        std::find(can.begin(), can.end(), demand.capability) != can.end();
      const double cost = metric ? metric(supply.place, demand.place)
                                 : distance_in_metres(supply.place, demand.place);
      costs.push_back(able ? cost : never);
    }
  }
  return table;
}

BestAllocation best_by_subsets(const CostTable& table) {
  const std::size_t demands = table.costs.size();
  const std::size_t sets = std::size_t{1} << demands;
  std::vector<double> best(sets, never);  // the least cost of taking just these
  best[0] = 0;
  for (std::size_t s = 0; s < table.room.size(); ++s) {
    std::vector<double> cost_of(sets, 0);
    for (std::size_t set = 1; set < sets; ++set) {
      for (std::size_t d = 0; d < demands; ++d) {
        if ((set >> d & 1U) != 0) cost_of[set] += table.costs[d][s];
      }
    }
    std::vector<double> next = best;
    for (std::size_t all = 1; all < sets; ++all) {
      for (std::size_t its = all; its != 0; its = (its - 1) & all) {
        if (bits_of(its) > static_cast<std::size_t>(table.room[s])) continue;
        next[all] = std::min(next[all], best[all ^ its] + cost_of[its]);
      }
    }
    best = next;
  }
  BestAllocation answer;
  for (std::size_t set = 1; set < sets; ++set) {
    if (!(best[set] < never) || bits_of(set) < answer.taken) continue;
    if (bits_of(set) > answer.taken || best[set] < answer.cost) answer = {bits_of(set), best[set]};
  }
  return answer;
}

BestAllocation best_by_flow(const CostTable& table) {
  Flow flow(table);
  BestAllocation answer;
  while (flow.push(answer.cost))
    ++answer.taken;
  return answer;
}

const char* fault_of(const Allocation& allocation, const CostTable& table) {
  if (allocation.taken_by.size() != table.costs.size()) return "the wrong number of demands";
  std::vector<std::int32_t> room = table.room;
  std::size_t left_over = 0;
  double cost = 0;
  for (std::size_t d = 0; d < table.costs.size(); ++d) {
    if (!allocation.taken_by[d]) {
      ++left_over;
      continue;
    }
    const std::size_t s = *allocation.taken_by[d];
    if (s >= room.size()) return "a supply that is none";
    if (!(table.costs[d][s] < never)) return "a supply that cannot";
    if (--room[s] < 0) return "more than there is room for";
    cost += table.costs[d][s];
  }
  if (left_over != allocation.left_over) return "the wrong number of those left over";
  return cost == allocation.cost ? "" : "the cost is not the sum";
}

}  // namespace gridcase::test
