// Who can be there first, and who takes what: the library beside the plain way in the same process.
#include <gridcase/response.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace gridcase;

constexpr std::size_t unit_count = 10000;
constexpr std::size_t demand_count = 1000;

// A county: 50 km by 50 km, with three towns where half of everything is.
class Places {
public:
  explicit Places(std::uint64_t seed) : random_(seed) {}

  Point in_county() {
    if (unit(random_) < 0.5) return {118.3 + unit(random_) / 2, 28.4 + unit(random_) / 2};
    const double town = std::floor(unit(random_) * 3);
    return {118.4 + town / 8 + unit(random_) / 50, 28.5 + town / 9 + unit(random_) / 50};
  }
  Point in_one_village() { return {118.5 + unit(random_) / 500, 28.6 + unit(random_) / 500}; }

private:
  std::mt19937_64 random_;
  std::uniform_real_distribution<double> unit;
};

const Directory& county() {
  static const Directory directory = [] {
    Organization organization;
    organization.code = "330881";
    organization.time_zone = "Asia/Shanghai";
    organization.chinese_area_codes = false;
    Unit centre;
    centre.code = "330881";
    centre.kind = UnitKind::command_center;
    organization.units.push_back(centre);
    Places places(1);
    for (std::size_t i = 0; i < unit_count; ++i) {
      Unit unit;
      unit.code = "team" + std::to_string(i);
      unit.kind = UnitKind::response_team;
      unit.tier = Tier::county;
      unit.parent = "330881";
      unit.response_class = static_cast<std::uint8_t>(1 + i % 3);
      unit.location = places.in_county();
      unit.capacity = 5;
      if (i % 2 == 0) unit.capabilities.emplace_back("drainage");
      if (i % 500 == 0) unit.capabilities.emplace_back("rescue");
      organization.units.push_back(unit);
    }
    return Directory(organization);
  }();
  return directory;
}

const Instant now = parse_instant("2022-06-01T00:00:00Z");

std::vector<Point> questions() {
  std::vector<Point> points;
  Places places(2);
  for (std::size_t i = 0; i < 1024; ++i)
    points.push_back(places.in_county());
  return points;
}

Readiness readiness() {
  return {[](const Unit& unit, Instant) { return unit.code.back() != '7'; },
          [](const Unit& unit) { return static_cast<std::int32_t>(unit.code.back() - '0') / 2; }};
}

void nearest(benchmark::State& state, const char* capability) {
  const Responders responders(county());
  const auto points = questions();
  const Readiness ready = readiness();
  ResponseSearch search;
  search.capability = capability;
  search.on_duty_only = true;
  search.with_room_only = true;
  std::size_t i = 0;
  for (auto _ : state) {
    search.place = points[i++ % points.size()];
    benchmark::DoNotOptimize(responders.nearest(search, now, ready));
  }
}

// Every unit measured in turn.
void nearest_by_scan(benchmark::State& state, const char* capability) {
  const auto points = questions();
  const Readiness ready = readiness();
  std::size_t i = 0;
  for (auto _ : state) {
    const Point place = points[i++ % points.size()];
    const Unit* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Unit& unit : county().organization().units) {
      if (!unit.location || !county().is_valid(unit, now)) continue;
      const auto& can = unit.capabilities;
      if (*capability != 0 && std::find(can.begin(), can.end(), capability) == can.end()) continue;
      const double metres = distance_in_metres(place, *unit.location);
      if (!(metres < least) || !ready.on_duty(unit, now) || ready.load(unit) >= 5) continue;
      least = metres;
      best = &unit;
    }
    benchmark::DoNotOptimize(best);
  }
}

BENCHMARK_CAPTURE(nearest, any, "");
BENCHMARK_CAPTURE(nearest, every_second, "drainage");
BENCHMARK_CAPTURE(nearest, one_in_500, "rescue");
BENCHMARK_CAPTURE(nearest_by_scan, any, "")->Unit(benchmark::kMicrosecond);

// A lattice of streets, 100 crossings by 100.
Roads streets() {
  Roads roads;
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 100; ++x) {
      const std::string code = std::to_string(x) + "." + std::to_string(y);
      roads.crossings.push_back({code, {118.3 + x / 200.0, 28.4 + y / 200.0}});
      const double seconds = 30 + (x * 7 + y * 13) % 60;
      if (x > 0)
        roads.roads.push_back(
            {code, std::to_string(x - 1) + "." + std::to_string(y), seconds, y % 9 == 0});
      if (y > 0)
        roads.roads.push_back(
            {code, std::to_string(x) + "." + std::to_string(y - 1), seconds, x % 9 == 0});
    }
  }
  return roads;
}

// By travel time, over a network of 10,000 crossings.
void nearest_by_road(benchmark::State& state, const char* capability) {
  const Responders responders(county(), RoadNetwork(streets()));
  const auto points = questions();
  ResponseSearch search;
  search.capability = capability;
  std::size_t i = 0;
  for (auto _ : state) {
    search.place = points[i++ % points.size()];
    benchmark::DoNotOptimize(responders.nearest(search, now));
  }
}
BENCHMARK_CAPTURE(nearest_by_road, any, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(nearest_by_road, one_in_500, "rescue")->Unit(benchmark::kMicrosecond);

struct Instance {
  std::vector<Demand> demands;
  std::vector<Supply> supplies;
};

Instance instance(std::size_t demands, std::size_t supplies, bool in_one_village,
                  bool with_capabilities) {
  Instance all;
  Places places(3);
  for (std::size_t i = 0; i < demands; ++i) {
    all.demands.push_back({in_one_village ? places.in_one_village() : places.in_county(),
                           with_capabilities && i % 3 == 0 ? "drainage" : ""});
  }
  for (std::size_t i = 0; i < supplies; ++i) {
    all.supplies.push_back({"team" + std::to_string(i), places.in_county(), {}, 1});
    if (i % 20 == 0) all.supplies.back().capabilities.emplace_back("drainage");
  }
  return all;
}

void run_allocate(benchmark::State& state, const Instance& given, const Metric& metric = {}) {
  for (auto _ : state) {
    const Allocation allocation = allocate(given.demands, given.supplies, metric);
    state.counters["cost"] = allocation.cost;
    state.counters["left_over"] = static_cast<double>(allocation.left_over);
  }
}

void allocate_county(benchmark::State& state) {
  run_allocate(state, instance(demand_count, unit_count, false, false));
}
void allocate_capabilities(benchmark::State& state) {
  run_allocate(state, instance(demand_count, unit_count, false, true));
}
void allocate_one_village(benchmark::State& state) {
  run_allocate(state, instance(demand_count, unit_count, true, false));
}
// All demands are alike.
void allocate_one_point(benchmark::State& state) {
  Instance given = instance(demand_count, unit_count, true, false);
  for (Demand& demand : given.demands)
    demand.place = given.demands.front().place;
  run_allocate(state, given);
}
// Where the prices of one crowd say nothing about the other's.
void allocate_two_villages(benchmark::State& state) {
  Instance given = instance(demand_count, unit_count, true, false);
  for (std::size_t i = 0; i < given.demands.size(); i += 2)
    given.demands[i].place.longitude += 0.1;
  run_allocate(state, given);
}
void allocate_not_enough_room(benchmark::State& state) {
  run_allocate(state, instance(demand_count, demand_count / 2, false, false));
}
// A metric that costs as little as one can, to see the rest.
void allocate_with_metric(benchmark::State& state) {
  run_allocate(state, instance(demand_count, unit_count, false, false), distance_in_metres);
}
void allocate_10000_to_10000(benchmark::State& state) {
  run_allocate(state, instance(unit_count, unit_count, false, false));
}
BENCHMARK(allocate_county)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_capabilities)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_one_village)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_one_point)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_two_villages)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_not_enough_room)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_with_metric)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate_10000_to_10000)->Unit(benchmark::kMillisecond)->Iterations(1);

// The plain Hungarian method on the whole matrix, every supply with room for one.
double hungarian(const Instance& given) {
  const std::size_t rows = given.demands.size();
  const std::size_t columns = given.supplies.size();
  std::vector<std::vector<double>> cost(rows, std::vector<double>(columns));
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j)
      cost[i][j] = distance_in_metres(given.demands[i].place, given.supplies[j].place);
  }
  std::vector<double> u(rows + 1), v(columns + 1);
  std::vector<std::size_t> taken(columns + 1), way(columns + 1);  // 1-based; 0 is none
  for (std::size_t i = 1; i <= rows; ++i) {
    taken[0] = i;
    std::size_t on = 0;
    std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(columns + 1);
    do {
      used[on] = true;
      const std::size_t row = taken[on];
      std::size_t next = 0;
      double delta = std::numeric_limits<double>::infinity();
      for (std::size_t j = 1; j <= columns; ++j) {
        if (used[j]) continue;
        const double reduced = cost[row - 1][j - 1] - u[row] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = on;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= columns; ++j) {
        if (used[j]) {
          u[taken[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      on = next;
    } while (taken[on] != 0);
    for (; on != 0; on = way[on])
      taken[on] = taken[way[on]];
  }
  double sum = 0;
  for (std::size_t j = 1; j <= columns; ++j) {
    if (taken[j] != 0) sum += cost[taken[j] - 1][j - 1];
  }
  return sum;
}

void hungarian_county(benchmark::State& state) {
  const Instance given = instance(demand_count, unit_count, false, false);
  for (auto _ : state)
    state.counters["cost"] = hungarian(given);
}
BENCHMARK(hungarian_county)->Unit(benchmark::kMillisecond)->Iterations(1);

void hungarian_one_village(benchmark::State& state) {
  const Instance given = instance(demand_count, unit_count, true, false);
  for (auto _ : state)
    state.counters["cost"] = hungarian(given);
}
BENCHMARK(hungarian_one_village)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
