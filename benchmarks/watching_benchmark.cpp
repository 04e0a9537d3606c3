// What it costs that somebody watches: batches of 100 reports in an engine that nobody watches, in
// one with a stopwatch, a log and a question whether to stop, and in one with observers.
// Run it with --benchmark_enable_random_interleaving=true --benchmark_repetitions=9.

#include <gridcase/gridcase.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace gridcase;

const Instant start = parse_instant("2018-03-16T08:00:00+08:00");
const Actor centre{"330881", {}, {}};

Policy policy() {
  return read_policy(R"({
    "organization": {"code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
      "units": [{"code": "330881", "name": "centre", "kind": "command_center",
                 "area_code": "330881"}],
      "categories": [{"code": "04", "name": "events"}],
      "duties": [{"category": "04", "tier": "county", "lead": "330881"}]}})");
}

void report_in_batches(benchmark::State& state, const EngineOptions& chosen, int observers) {
  const std::string path = (std::filesystem::temp_directory_path() / "gridcase-watching").string();
  const auto clear = [&] {
    for (const char* suffix : {"", "-wal", "-shm", "-writer"})
      std::filesystem::remove(path + suffix);
  };
  clear();
  EngineOptions options = chosen;
  options.durability = Durability::relaxed;
  std::size_t heard = 0;
  {
    Engine engine = Engine::create(path, policy(), options, start);
    std::vector<Subscription> told;
    for (int i = 0; i < observers; ++i) {
      told.push_back(engine.subscribe(
          [&](const std::vector<Event>& events) { heard += events.size(); }, centre));
    }
    Submission one;
    one.action.kind = ActionKind::report;
    one.action.title = "sewage";
    one.action.category = "04";
    one.actor = centre;
    one.now = start;
    const std::vector<Submission> batch(100, one);
    for (auto unused : state) {
      for (const Answer& answer : engine.batch(batch))
        if (!answer.ok()) throw std::runtime_error("refused");
    }
  }
  const auto reports = static_cast<std::size_t>(state.iterations()) * 100;
  if (heard != reports * static_cast<std::size_t>(observers))
    throw std::runtime_error("an observer did not hear of everything");
  state.SetItemsProcessed(static_cast<std::int64_t>(reports));
  clear();
}

EngineOptions watched() {
  EngineOptions options;
  options.stopwatch = [] { return std::chrono::steady_clock::now().time_since_epoch(); };
  options.log = [](const LogRecord&) {};
  options.stop = [] { return false; };
  return options;
}

void add(const char* name, const EngineOptions& options, int observers) {
  benchmark::RegisterBenchmark(
      name, [=](benchmark::State& state) { report_in_batches(state, options, observers); })
      ->Iterations(100)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  add("nobody", {}, 0);
  add("stopwatch_log_stop", watched(), 0);
  add("one_observer", {}, 1);
  add("ten_observers", {}, 10);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
