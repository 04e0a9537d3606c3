#pragma once
// Callers queue; the first becomes the leader, takes what waits, and works for all. There is no
// waiting window: a lone caller goes straight through. No thread is started.

#include "engine/origin.hpp"

#include <gridcase/action.hpp>
#include <gridcase/error.hpp>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gridcase::engine {

// Failures of the store as a whole; every other one is of the submission it came up with.
bool concerns_store(const Error& error) noexcept;

// One submission and where its end goes: an answer, once it has one, or what kept it from one.
struct Work {
  const Submission* submission = nullptr;
  std::optional<Answer>* answer = nullptr;
  std::exception_ptr* failure = nullptr;  // shared by what one caller submits; the first counts
  Origin origin = Origin::host;
};

class GroupCommit {
public:
  // `carry_out` fills the answers of a group; it is called by one thread at a time. What it throws
  // is the failure of all work of the group that has no answer by then, and ends what else waits of
  // the same callers.
  explicit GroupCommit(std::function<void(const std::vector<Work>&)> carry_out);

  // Returns when every submission has come to its end. No answer is lost: what failed is answered
  // `busy` beside others that have an answer, and thrown when there are none.
  std::vector<Answer> submit(const Submission* submissions, std::size_t count,
                             Origin origin = Origin::host);
  // What the engine does by itself. One case that cannot be dealt with must not stop the others:
  // what failed because of it is answered `busy`; thrown is only what concerns the whole store.
  std::vector<Answer> submit_own(const std::vector<Submission>& submissions,
                                 Origin origin = Origin::engine);
  // Runs `alone` while no group is under way.
  void exclusively(const std::function<void()>& alone);

  static constexpr std::size_t largest_group = 512;

private:
  struct Ticket;
  struct Waiting {
    Work work;
    Ticket* ticket;
  };

  // Throws Error invalid_argument where a function of the host's that is called while a group is
  // under way wants another one: it would wait for itself.
  void refuse_leader() const;
  void lead(std::unique_lock<std::mutex>& lock);
  void drop_rest_of(Ticket* ticket);

  std::function<void(const std::vector<Work>&)> carry_out_;
  // The group under way. Its room is made once, so that leading cannot fail half-way.
  std::vector<Work> group_;
  std::vector<Ticket*> tickets_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  bool leading_ = false;
  std::thread::id leader_;  // while leading
};

}  // namespace gridcase::engine
