#pragma once
// Slow and obvious answers to who takes what, to hold the library's against.

#include <gridcase/response.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gridcase::test {

// What taking demand d by supply s costs; infinity where it cannot.
struct CostTable {
  std::vector<std::vector<double>> costs;  // [d][s]
  std::vector<std::int32_t> room;          // [s]
};

CostTable cost_table(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                     const Metric& metric = {});

struct BestAllocation {
  std::size_t taken = 0;
  double cost = 0;
};

// Every set of demands for every supply; for a handful of demands.
BestAllocation best_by_subsets(const CostTable& table);

// A flow of least cost, with Bellman and Ford's search over all ways for every unit of it.
BestAllocation best_by_flow(const CostTable& table);

// What is wrong with an allocation in itself; empty if nothing is.
const char* fault_of(const Allocation& allocation, const CostTable& table);

}  // namespace gridcase::test
