// A million positions against six rules, and many alerts against many sites.
#include <gridcase/coverage.hpp>
#include <gridcase/track.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace gridcase;

constexpr std::size_t subject_count = 1000;
constexpr std::size_t positions_each = 1000;  // of ten seconds: about three hours

// A city of 60 km by 60 km.
class City {
public:
  Point place() { return {120.5 + unit(random_) * 0.6, 31.8 + unit(random_) * 0.6}; }
  double between(double low, double high) { return low + unit(random_) * (high - low); }

private:
  std::mt19937_64 random_{1};
  std::uniform_real_distribution<double> unit;
};

TrackRules six_rules() {
  City city;
  TrackRules rules;
  for (int i = 0; i < 1000; ++i)
    rules.sites.push_back({"site" + std::to_string(i), "", city.place(), 200});
  DwellRule dwell;
  for (int i = 0; i < 500; ++i)
    dwell.permitted.push_back("site" + std::to_string(i));
  RouteRule route;
  for (int line = 0; line < 20; ++line) {
    route.lines.emplace_back();
    for (int i = 0; i < 100; ++i)
      route.lines.back().push_back({120.5 + i * 0.006, 31.8 + line * 0.03});
  }
  AreaRule area;
  area.area = {{{{120.7, 32.0}, {120.8, 32.0}, {120.8, 32.1}, {120.7, 32.1}}, {}}};
  rules.rules = {{"dwell", {}, dwell}, {"night", {}, NightRule{}},  {"route", {}, route},
                 {"area", {}, area},   {"op", {}, OperationRule{}}, {"licence", {}, LicenceRule{}}};
  for (std::size_t i = 0; i < subject_count; i += 10)
    rules.subjects.push_back({"t" + std::to_string(i), "", false, Date{2020, 6, 14}});
  return rules;
}

// As they come in: a position of each subject, then the next of each. A tenth is parked.
const std::vector<TrackPosition>& million() {
  static const std::vector<TrackPosition> positions = [] {
    City city;
    std::vector<Point> places;
    for (std::size_t i = 0; i < subject_count; ++i)
      places.push_back(city.place());
    std::vector<TrackPosition> out;
    out.reserve(subject_count * positions_each);
    Instant at = parse_instant("2020-06-15T12:30:00Z");  // half past eight in the evening
    for (std::size_t round = 0; round < positions_each; ++round) {
      for (std::size_t i = 0; i < subject_count; ++i) {
        const double step = i % 10 == 0 ? 0.0001 : 0.002;
        places[i].longitude += city.between(-step, step);
        places[i].latitude += city.between(-step, step);
        out.push_back({"t" + std::to_string(i), places[i], at, {}});
      }
      at += std::chrono::seconds(10);
    }
    return out;
  }();
  return positions;
}

void positions_watched(benchmark::State& state) {
  const TrackRules rules = six_rules();
  std::size_t findings = 0;
  for (auto _ : state) {
    TrackWatcher watcher(rules);
    findings = 0;
    for (const TrackPosition& position : million())
      findings += watcher.take(position).size();
  }
  state.counters["findings"] = static_cast<double>(findings);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * million().size()));
}
BENCHMARK(positions_watched)->Unit(benchmark::kMillisecond);

CoverageRequest many(std::size_t alerts, std::size_t sites) {
  City city;
  CoverageRequest request;
  for (std::size_t i = 0; i < sites; ++i)
    request.sites.push_back({"site" + std::to_string(i), city.place(), {}, {}});
  for (std::size_t i = 0; i < alerts; ++i) {
    CoverageAlert alert;
    alert.subject = "t" + std::to_string(i);
    alert.place = city.place();
    request.alerts.push_back(alert);
  }
  return request;
}

void coverage_of_sites(benchmark::State& state) {
  const CoverageRequest request = many(100000, 10000);
  std::int64_t matched = 0;
  for (auto _ : state)
    matched = coverage(request).share.matched;
  state.counters["matched"] = static_cast<double>(matched);
}
BENCHMARK(coverage_of_sites)->Unit(benchmark::kMillisecond);

// Every alert measured against every site; a tenth of the alerts, for it is slow.
void coverage_by_hand_of_a_tenth(benchmark::State& state) {
  const CoverageRequest request = many(10000, 10000);
  std::size_t matched = 0;
  for (auto _ : state) {
    matched = 0;
    for (const CoverageSite& site : request.sites) {
      bool found = false;
      for (const CoverageAlert& alert : request.alerts)
        found = distance_in_metres(*site.place, *alert.place) <= request.distance || found;
      matched += found ? 1 : 0;
    }
  }
  state.counters["matched"] = static_cast<double>(matched);
}
BENCHMARK(coverage_by_hand_of_a_tenth)->Unit(benchmark::kMillisecond);

}  // namespace
