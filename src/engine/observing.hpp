#pragma once
// Delivers what was committed to those who subscribed. One thread delivers at a time; a caller that
// finds one at it goes on, and that one looks again. No thread is started.

#include "engine/monitor.hpp"

#include <gridcase/observer.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace gridcase {

// One that is told.
class Subscription::Impl {
public:
  Impl(Observer observer, std::int64_t after) : observer_(std::move(observer)), delivered_(after) {}

  // What is new to it of the events, which go on from at most where it is.
  void tell(const std::vector<Event>& events);
  void note_failure(const std::string& what) noexcept;
  void end() noexcept;
  bool has_ended() const noexcept { return has_ended_; }
  std::int64_t delivered() const noexcept { return delivered_; }
  std::int64_t failures() const noexcept { return failures_; }
  std::string last_failure() const;

private:
  void call(const std::vector<Event>& events) noexcept;

  Observer observer_;
  std::mutex running_;  // while the observer runs
  std::atomic<std::thread::id> runner_{};
  std::atomic<bool> has_ended_{false};
  std::atomic<std::int64_t> delivered_;
  std::atomic<std::int64_t> failures_{0};
  mutable std::mutex failure_;
  std::string last_failure_;
};

namespace engine {

class Observing {
public:
  using ReadLog = std::function<std::vector<Event>(std::int64_t after)>;

  // `read` gives some of what was committed after a sequence, nothing if there is no more.
  explicit Observing(ReadLog read, Monitor* monitor = nullptr)
      : read_(std::move(read)), monitor_(monitor) {}

  void add(std::shared_ptr<Subscription::Impl> subscription);
  void deliver() noexcept;

private:
  using Subscriptions = std::vector<std::shared_ptr<Subscription::Impl>>;

  // Those that have not ended.
  Subscriptions current();
  void deliver_timed() noexcept;
  void deliver_all() noexcept;

  // One call of an observer's.
  void tell(Subscription::Impl& subscription, const std::vector<Event>& events);
  void note_failures(std::int64_t count) noexcept;

  const ReadLog read_;
  Monitor* const monitor_;
  std::mutex mutex_;
  Subscriptions subscriptions_;
  std::atomic<bool> has_any_{false};
  std::atomic<bool> delivering_{false};
  std::atomic<std::int64_t> wanted_{0};
};

}  // namespace engine
}  // namespace gridcase
