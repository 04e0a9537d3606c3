#include "engine/monitor.hpp"

#include <algorithm>
#include <exception>

namespace gridcase {

std::string_view name(LogLevel level) noexcept {
  switch (level) {
  case LogLevel::info: return "info";
  case LogLevel::warning: return "warning";
  case LogLevel::error: return "error";
  }
  return "unknown";
}

namespace engine {
namespace {

struct Name {
  const char* name;
  const char* help;
};

constexpr std::array<Name, static_cast<std::size_t>(Count::end)> count_names{{
    {"submissions_committed", "submissions that were carried out, the engine's own included"},
    {"submissions_refused", "submissions that the rules refused"},
    {"submissions_duplicate", "submissions whose command id was done before"},
    {"submissions_conflict", "submissions about a case that had moved on"},
    {"submissions_busy", "submissions that another writer kept from being carried out"},
    {"submissions_unknown", "submissions whose fate is open since the disk failed"},
    {"submissions_failed", "submissions that ended in an error"},
    {"groups", "groups of submissions that were carried out together"},
    {"groups_tried_again", "times that part of a group was tried again, others being quicker"},
    {"policies_adopted", "versions of the policy that were put in force here"},
    {"ticks", "calls of tick"},
    {"rungs_fired", "reminders and escalations that ticks fired"},
    {"holds_ended", "holds that ticks ended"},
    {"queries", "calls that only read"},
    {"deliveries", "times that observers were looked after"},
    {"observer_failures", "times that an observer threw or could not be told"},
    {"log_failures", "lines of the log that were lost since the callback threw"},
    {"stopwatch_failures", "times that the stopwatch threw"},
}};

constexpr std::array<Name, static_cast<std::size_t>(Time::end)> time_names{{
    {"submit", "calls of submit and batch, waiting included"},
    {"group", "deciding and committing what is carried out together"},
    {"slice", "slices of ticks"},
    {"query", "calls that only read"},
    {"delivery", "looking after observers, what they do included"},
}};

constexpr std::int64_t first_bound = 1000;  // a microsecond

}  // namespace

void Monitor::count(Status status) noexcept {
  switch (status) {
  case Status::committed: return count(Count::committed);
  case Status::refused: return count(Count::refused);
  case Status::duplicate: return count(Count::duplicate);
  case Status::conflict: return count(Count::conflict);
  case Status::busy: return count(Count::busy);
  case Status::unknown: return count(Count::unknown);
  }
}

void Monitor::log(LogLevel level, std::string_view code, std::string_view message,
                  std::vector<LogField> fields) noexcept {
  if (!options_.log) return;
  try {
    options_.log({level, code, message, std::move(fields)});
  } catch (...) {  // whatever a host's function throws
    count(Count::log_failures);
  }
}

Monitor::Timed::~Timed() {
  const auto ended = began_ ? monitor_.read_stopwatch() : std::nullopt;
  if (ended) monitor_.note(what_, *ended - *began_);
}

std::optional<std::chrono::nanoseconds> Monitor::read_stopwatch() noexcept {
  if (!options_.stopwatch) return std::nullopt;
  try {
    return options_.stopwatch();
  } catch (...) {  // whatever a host's function throws
    count(Count::stopwatch_failures);
    return std::nullopt;
  }
}

void Monitor::note(Time what, std::chrono::nanoseconds took) noexcept {
  Latency& latency = latencies_[static_cast<std::size_t>(what)];
  const std::int64_t nanoseconds = std::max<std::int64_t>(took.count(), 0);
  std::size_t bucket = 0;
  for (std::int64_t bound = first_bound; nanoseconds > bound && bucket + 1 < buckets; bound *= 2)
    ++bucket;
  latency.counts[bucket].fetch_add(1, std::memory_order_relaxed);
  latency.sum.fetch_add(nanoseconds, std::memory_order_relaxed);
}

std::vector<Counter> Monitor::counters() const {
  std::vector<Counter> all;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const std::int64_t value = counts_[i].load(std::memory_order_relaxed);
    all.push_back({count_names[i].name, count_names[i].help, false, value});
  }
  return all;
}

std::vector<Histogram> Monitor::latencies() const {
  std::vector<Histogram> all;
  if (!options_.stopwatch) return all;
  for (std::size_t i = 0; i < latencies_.size(); ++i) {
    Histogram& it = all.emplace_back();
    it.name = time_names[i].name;
    it.help = time_names[i].help;
    std::int64_t bound = first_bound;
    for (const auto& bucket : latencies_[i].counts) {
      it.counts.push_back(bucket.load(std::memory_order_relaxed));
      it.count += it.counts.back();
      if (it.counts.size() < buckets) it.bounds.push_back(bound);
      bound *= 2;
    }
    it.sum = latencies_[i].sum.load(std::memory_order_relaxed);
  }
  return all;
}

}  // namespace engine
}  // namespace gridcase
