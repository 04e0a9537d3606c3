#pragma once
// The log, the counters and the stopwatch of one engine. Any thread; no lock.

#include <gridcase/engine.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::engine {

// In the order of their names in monitor.cpp.
enum class Count : std::uint8_t {
  committed,
  refused,
  duplicate,
  conflict,
  busy,
  unknown,
  failed,
  groups,
  tries_again,
  policies,
  ticks,
  rungs_fired,
  holds_ended,
  queries,
  deliveries,
  observer_failures,
  log_failures,
  stopwatch_failures,
  end
};

enum class Time : std::uint8_t { submit, group, slice, query, delivery, end };

class Monitor {
public:
  explicit Monitor(const EngineOptions& options) : options_(options) {}

  void count(Count what, std::int64_t by = 1) noexcept {
    counts_[static_cast<std::size_t>(what)].fetch_add(by, std::memory_order_relaxed);
  }
  void count(Status status) noexcept;
  void log(LogLevel level, std::string_view code, std::string_view message,
           std::vector<LogField> fields = {}) noexcept;

  // Notes how long it lived.
  class Timed {
  public:
    Timed(Monitor& monitor, Time what) noexcept
        : monitor_(monitor), what_(what), began_(monitor.read_stopwatch()) {}
    ~Timed();
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

  private:
    Monitor& monitor_;
    const Time what_;
    const std::optional<std::chrono::nanoseconds> began_;
  };
  // Nothing without one, or when it threw.
  std::optional<std::chrono::nanoseconds> read_stopwatch() noexcept;
  void note(Time what, std::chrono::nanoseconds took) noexcept;

  // Those of the store come after them.
  std::vector<Counter> counters() const;
  std::vector<Histogram> latencies() const;

private:
  static constexpr std::size_t buckets = 31;  // up to 1 µs, 2 µs … 2^29 µs, and longer
  struct Latency {
    std::array<std::atomic<std::int64_t>, buckets> counts{};
    std::atomic<std::int64_t> sum{0};
  };

  const EngineOptions& options_;
  std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(Count::end)> counts_{};
  std::array<Latency, static_cast<std::size_t>(Time::end)> latencies_;
};

}  // namespace gridcase::engine
