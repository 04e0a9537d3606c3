#include "support/allocation_oracle.hpp"
#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

// On a line: metres do not matter, only which is nearer.
Point at(double where) { return {118 + where / 100, 28}; }
Supply supply(std::string unit, double where, std::int32_t room = 1,
              std::vector<std::string> capabilities = {}) {
  return {std::move(unit), at(where), std::move(capabilities), room};
}

// By demand the code of the unit, "-" where nobody takes it.
std::string taken(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                  const Metric& metric = {}) {
  std::string text;
  for (const auto& taken_by : allocate(demands, supplies, metric).taken_by)
    text += (text.empty() ? "" : " ") + (taken_by ? supplies[*taken_by].unit : "-");
  return text;
}

}  // namespace

TEST_CASE("the whole costs least, even if a demand does not get its nearest") {
  // Greedily, the first would take b and the second go far to a.
  CHECK(taken({{at(2), ""}, {at(4), ""}}, {supply("a", 0), supply("b", 3)}) == "a b");
}

TEST_CASE("as many as possible are taken, however much that costs") {
  CHECK(taken({{at(0), ""}, {at(0), "pump"}},
              {supply("far", 5000), supply("near", 0, 1, {"pump"})}) == "far near");
}

TEST_CASE("with too little room those are left over whom to take would cost most") {
  const std::vector<Demand> demands = {{at(9), ""}, {at(1), ""}, {at(5), ""}, {at(2), ""}};
  const Allocation found = allocate(demands, {supply("a", 0, 2)});
  CHECK(taken(demands, {supply("a", 0, 2)}) == "- a - a");
  CHECK(found.left_over == 2);
  CHECK(found.cost == distance_in_metres(at(0), at(1)) + distance_in_metres(at(0), at(2)));
}

TEST_CASE("nothing to allocate, nobody to take it, no room and no way are no errors") {
  CHECK(allocate({}, {}).taken_by.empty());
  CHECK(allocate({}, {supply("a", 0)}).cost == 0);
  CHECK(taken({{at(0), ""}}, {}) == "-");
  CHECK(taken({{at(0), ""}}, {supply("a", 0, 0)}) == "-");
  CHECK(taken({{at(0), "pump"}}, {supply("a", 0)}) == "-");
  CHECK(taken({{at(0), ""}}, {supply("a", 0)}, [](Point, Point) { return no_way; }) == "-");
}

TEST_CASE("equal supplies are filled in the order of their codes, whatever their order is") {
  const std::vector<Demand> demands(4, {at(0), ""});
  CHECK(taken(demands, {supply("c", 1), supply("b", 1), supply("a", 1, 2), supply("d", 1)}) ==
        "a a b c");
}

TEST_CASE("a metric is asked once for each pair that fits, from the unit to the case") {
  int calls = 0;
  const auto metric = [&](Point from, Point to) {
    ++calls;
    return from.longitude > to.longitude ? 1.0 : 10.0;
  };
  CHECK(taken({{at(5), ""}, {at(5), "pump"}},
              {supply("a", 1), supply("b", 9, 1, {"pump"}), supply("c", 2, 0)}, metric) == "a b");
  CHECK(calls == 3);
}

TEST_CASE("what cannot be allocated is refused with its place") {
  const auto field = [](const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                        const Metric& metric = {}) {
    try {
      allocate(demands, supplies, metric);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_argument);
      return error.field();
    }
    return std::string();
  };
  CHECK(field({{at(0), ""}, {{0, 91}, ""}}, {}) == "demands[1].place");
  CHECK(field({}, {{"a", {181, 0}, {}, 1}}) == "supplies[0].place");
  CHECK(field({}, {supply("a", 0), supply("b", 0, -1)}) == "supplies[1].room");
  CHECK(field(std::vector<Demand>(100001), {}) == "demands");
  CHECK(field({}, std::vector<Supply>(100001)) == "supplies");
  CHECK(field({{at(0), ""}}, {supply("a", 0)}, [](Point, Point) { return -1.0; }) == "metric");
  CHECK(field({{at(0), ""}}, {supply("a", 0)}, [](Point, Point) { return std::nan(""); }) ==
        "metric");
}

TEST_CASE("hundreds of cases in one village, and as many in a county, cost what a flow does") {
  Dice dice(60);
  for (const double width : {0.001, 0.5}) {
    std::vector<Demand> demands;
    std::vector<Supply> supplies;
    for (int i = 0; i < 100; ++i)
      demands.push_back({{118.5 + dice.between(0.0, width), 28.5 + dice.between(0.0, width)}, ""});
    for (int i = 0; i < 600; ++i)
      supplies.push_back(
          {"u" + std::to_string(i), {dice.between(118.0, 119.0), dice.between(28.0, 29.0)}, {}, 1});
    const CostTable table = cost_table(demands, supplies);
    const Allocation found = allocate(demands, supplies);
    CHECK(fault_of(found, table) == std::string());
    CHECK(found.cost == doctest::Approx(best_by_flow(table).cost).epsilon(1e-12));
  }
}
