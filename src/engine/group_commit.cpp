#include "engine/group_commit.hpp"

#include <utility>

namespace gridcase::engine {

struct GroupCommit::Ticket {
  std::size_t left = 0;  // submissions without an answer
  std::exception_ptr failure;
};

GroupCommit::GroupCommit(std::function<void(const std::vector<Work>&)> carry_out)
    : carry_out_(std::move(carry_out)) {}

std::vector<Answer> GroupCommit::submit(const Submission* submissions, std::size_t count) {
  std::vector<Answer> answers(count);
  Ticket ticket{count, nullptr};
  std::unique_lock lock(mutex_);
  for (std::size_t i = 0; i < count; ++i) {
    waiting_.push_back({{&submissions[i], &answers[i]}, &ticket});
  }
  while (ticket.left > 0) {
    if (leading_) {
      changed_.wait(lock, [&] { return ticket.left == 0 || !leading_; });
    } else {
      lead(lock);
    }
  }
  lock.unlock();
  if (ticket.failure) std::rethrow_exception(ticket.failure);
  return answers;
}

// Works for one group and gives the lead up, so that nobody leads for others for ever.
void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  std::vector<Work> group;
  std::vector<Ticket*> tickets;
  while (!waiting_.empty() && group.size() < largest_group) {
    group.push_back(waiting_.front().work);
    tickets.push_back(waiting_.front().ticket);
    waiting_.pop_front();
  }
  leading_ = true;
  lock.unlock();
  std::exception_ptr failure;
  try {
    carry_out_(group);
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  for (Ticket* ticket : tickets) {
    --ticket->left;
    if (failure) ticket->failure = failure;
  }
  leading_ = false;
  changed_.notify_all();
}

void GroupCommit::exclusively(const std::function<void()>& alone) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !leading_; });
  leading_ = true;
  lock.unlock();
  const auto give_up_the_lead = [&] {
    lock.lock();
    leading_ = false;
    changed_.notify_all();
  };
  try {
    alone();
  } catch (...) {
    give_up_the_lead();
    throw;
  }
  give_up_the_lead();
}

}  // namespace gridcase::engine
