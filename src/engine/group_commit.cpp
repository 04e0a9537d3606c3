#include "engine/group_commit.hpp"

#include "store/store.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gridcase::engine {

bool concerns_store(const Error& error) noexcept {
  const ErrorCode code = error.code();
  return code == ErrorCode::io || code == ErrorCode::busy || code == ErrorCode::needs_reopen ||
         code == ErrorCode::forked || code == ErrorCode::stopped;
}

struct GroupCommit::Ticket {
  std::size_t left = 0;  // submissions that have not come to their end
  std::vector<std::optional<Answer>> answers;
  std::exception_ptr failure;  // the first one
};

namespace {

Answer not_carried_out(const Submission& submission) {
  Answer answer;
  answer.status = Status::busy;
  answer.case_id = submission.action.case_id;
  return answer;
}

// Whether answers that were given before it are void.
bool is_rollback(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const store::RolledBack&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

GroupCommit::GroupCommit(std::function<void(const std::vector<Work>&)> carry_out)
    : carry_out_(std::move(carry_out)) {
  group_.reserve(largest_group);
  tickets_.reserve(largest_group);
}

std::vector<Answer> GroupCommit::submit(const Submission* submissions, std::size_t count,
                                        Origin origin) {
  std::vector<Answer> answers(count);  // before anything is done: an answer must not lack room
  Ticket ticket{count, std::vector<std::optional<Answer>>(count), nullptr};
  std::unique_lock lock(mutex_);
  refuse_leader();
  const std::size_t before = waiting_.size();
  try {
    for (std::size_t i = 0; i < count; ++i) {
      waiting_.push_back({{&submissions[i], &ticket.answers[i], &ticket.failure, origin}, &ticket});
    }
  } catch (...) {
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end());
    throw;
  }
  while (ticket.left > 0) {
    if (leading_) {
      changed_.wait(lock, [&] { return ticket.left == 0 || !leading_; });
    } else {
      lead(lock);
    }
  }
  lock.unlock();
  const bool is_any_settled = std::any_of(ticket.answers.begin(), ticket.answers.end(),
                                          [](const auto& answer) { return answer.has_value(); });
  if (ticket.failure && (!is_any_settled || is_rollback(ticket.failure)))
    std::rethrow_exception(ticket.failure);
  for (std::size_t i = 0; i < count; ++i) {
    answers[i] =
        ticket.answers[i] ? std::move(*ticket.answers[i]) : not_carried_out(submissions[i]);
  }
  return answers;
}

std::vector<Answer> GroupCommit::submit_own(const std::vector<Submission>& submissions,
                                            Origin origin) {
  try {
    return submit(submissions.data(), submissions.size(), origin);
  } catch (const Error& error) {
    if (concerns_store(error)) throw;
  }
  std::vector<Answer> answers;
  for (const Submission& submission : submissions)
    answers.push_back(not_carried_out(submission));
  return answers;
}

void GroupCommit::refuse_leader() const {
  if (!leading_ || leader_ != std::this_thread::get_id()) return;
  throw Error(ErrorCode::invalid_argument,
              "a function that the engine calls while it writes (entropy, number, log, stopwatch) "
              "cannot write by it; do so after the call, or in an observer");
}

// Works for one group and gives the lead up, so that nobody leads for others for ever.
void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  group_.clear();
  tickets_.clear();
  while (!waiting_.empty() && group_.size() < largest_group) {
    group_.push_back(waiting_.front().work);
    tickets_.push_back(waiting_.front().ticket);
    waiting_.pop_front();
  }
  leading_ = true;
  leader_ = std::this_thread::get_id();
  lock.unlock();
  std::exception_ptr failure;
  try {
    carry_out_(group_);
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  // Only the last caller can have more waiting. Its later work may build on what failed.
  if (failure) drop_rest_of(tickets_.back());
  for (std::size_t i = 0; i < group_.size(); ++i) {
    --tickets_[i]->left;
    if (failure && !*group_[i].answer && !*group_[i].failure) *group_[i].failure = failure;
  }
  leading_ = false;
  changed_.notify_all();
}

void GroupCommit::drop_rest_of(Ticket* ticket) {
  while (!waiting_.empty() && waiting_.front().ticket == ticket) {
    waiting_.pop_front();
    --ticket->left;
  }
}

void GroupCommit::exclusively(const std::function<void()>& alone) {
  std::unique_lock lock(mutex_);
  refuse_leader();
  changed_.wait(lock, [&] { return !leading_; });
  leading_ = true;
  leader_ = std::this_thread::get_id();
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
