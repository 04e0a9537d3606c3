#pragma once
// Callers queue; the first becomes the leader, takes what waits, and works for all. There is no
// waiting window: a lone caller goes straight through. No thread is started.

#include <gridcase/action.hpp>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace gridcase::engine {

// One submission and where its answer goes.
struct Work {
  const Submission* submission = nullptr;
  Answer* answer = nullptr;
};

class GroupCommit {
public:
  // `carry_out` fills the answers of a group; it is called by one thread at a time. What it throws
  // is thrown to every caller with work in the group.
  explicit GroupCommit(std::function<void(const std::vector<Work>&)> carry_out);

  // Returns when every submission has its answer.
  std::vector<Answer> submit(const Submission* submissions, std::size_t count);
  // Runs `alone` while no group is under way.
  void exclusively(const std::function<void()>& alone);

  static constexpr std::size_t largest_group = 512;

private:
  struct Ticket;
  struct Waiting {
    Work work;
    Ticket* ticket;
  };

  void lead(std::unique_lock<std::mutex>& lock);

  std::function<void(const std::vector<Work>&)> carry_out_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  bool leading_ = false;
};

}  // namespace gridcase::engine
