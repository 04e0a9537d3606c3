#pragma once
/// \file observer.hpp
/// Being told of what was committed, in this process: `Engine::subscribe`.
///
/// Who must not miss anything while no process runs (another system, a replica) reads the history
/// instead, after the place it has kept: `Engine::read_log`, `Engine::outbox`.

#include <gridcase/action.hpp>
#include <gridcase/export.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gridcase {

/// Called with the events since its last call, at least one, in the order of their sequence, as
/// `Engine::read_log` gives them. Runs in the thread of the call that committed the last of them or
/// of another one that delivers, after the commit, with no lock held: it may call the engine, also
/// to submit; what comes of that is delivered after it has returned. One call at a time for each
/// engine. What it throws is caught and kept (`Subscription::last_failure`); the events count as
/// delivered, and the subscription goes on.
using Observer = std::function<void(const std::vector<Event>& events)>;

/// Ends with its destruction. Movable, not copyable; may outlive its engine.
/// Threads: any; one object is used by one thread at a time.
class GRIDCASE_API Subscription {
public:
  /// One that has ended.
  Subscription() noexcept;
  /// What was moved from has ended; what is assigned to ends before.
  Subscription(Subscription&&) noexcept;
  Subscription& operator=(Subscription&&) noexcept;
  ~Subscription();

  /// From its return on the observer does not run and is not called any more. Waits for a call that
  /// is under way in another thread; from within the observer it returns at once.
  void end() noexcept;
  /// Sequence of the last event that was delivered; at first of the last one before.
  std::int64_t delivered() const noexcept;
  /// How many deliveries threw, or could not be read from the store (these are made up for later).
  std::int64_t failures() const noexcept;
  /// What the last of them said; empty if there was none.
  std::string last_failure() const;

  class Impl;

private:
  friend class Engine;
  explicit Subscription(std::shared_ptr<Impl> impl) noexcept;
  std::shared_ptr<Impl> impl_;
};

}  // namespace gridcase
