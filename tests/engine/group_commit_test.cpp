#include "engine/group_commit.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace gridcase;
using engine::GroupCommit;
using engine::Work;

namespace {

std::vector<Submission> submissions(std::size_t count) { return std::vector<Submission>(count); }

void answer(const Work& work) { work.answer->emplace().status = Status::committed; }

void answer_all(const std::vector<Work>& group) {
  for (const Work& work : group)
    answer(work);
}

}  // namespace

TEST_CASE("a lone caller goes through in groups of the largest size at most") {
  std::vector<std::size_t> sizes;
  GroupCommit queue([&](const std::vector<Work>& group) {
    sizes.push_back(group.size());
    answer_all(group);
  });
  const auto work = submissions(GroupCommit::largest_group + 10);
  const auto answers = queue.submit(work.data(), work.size());
  CHECK(sizes == std::vector<std::size_t>{GroupCommit::largest_group, 10});
  for (const Answer& answer : answers)
    CHECK(answer.status == Status::committed);
}

TEST_CASE("what the work throws reaches its callers, and the queue goes on") {
  bool fails = true;
  GroupCommit queue([&](const std::vector<Work>& group) {
    if (fails) throw std::runtime_error("disk");
    answer_all(group);
  });
  const auto work = submissions(1);
  CHECK_THROWS_AS(queue.submit(work.data(), 1), std::runtime_error);
  fails = false;
  CHECK(queue.submit(work.data(), 1).size() == 1);
}

TEST_CASE("groups never overlap, and callers that wait are served together") {
  std::atomic<int> inside{0};
  std::atomic<std::size_t> largest{0};
  std::atomic<std::size_t> total{0};
  GroupCommit queue([&](const std::vector<Work>& group) {
    CHECK(++inside == 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    largest = std::max<std::size_t>(largest, group.size());
    total += group.size();
    answer_all(group);
    --inside;
  });
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      const auto work = submissions(1);
      for (int j = 0; j < 20; ++j)
        (void)queue.submit(work.data(), 1);
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(total == 160);
  CHECK(largest > 1);
}

TEST_CASE("work that must be alone overlaps with no group") {
  std::atomic<int> inside{0};
  GroupCommit queue([&](const std::vector<Work>& group) {
    CHECK(++inside == 1);
    answer_all(group);
    --inside;
  });
  std::thread other([&] {
    const auto work = submissions(1);
    for (int i = 0; i < 500; ++i)
      (void)queue.submit(work.data(), 1);
  });
  for (int i = 0; i < 500; ++i) {
    queue.exclusively([&] {
      CHECK(++inside == 1);
      --inside;
    });
  }
  other.join();
  CHECK_THROWS_AS(queue.exclusively([] { throw std::runtime_error("no"); }), std::runtime_error);
  const auto work = submissions(1);
  CHECK(queue.submit(work.data(), 1).size() == 1);
}

TEST_CASE("when a group fails, answers of groups before are kept and the rest is not tried") {
  int groups = 0;
  GroupCommit queue([&](const std::vector<Work>& group) {
    if (++groups == 2) throw std::runtime_error("disk");
    answer_all(group);
  });
  const auto work = submissions(3 * GroupCommit::largest_group);
  const auto answers = queue.submit(work.data(), work.size());
  CHECK(groups == 2);
  REQUIRE(answers.size() == work.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    REQUIRE(answers[i].status ==
            (i < GroupCommit::largest_group ? Status::committed : Status::busy));
  }
}

TEST_CASE("what a group settled before it failed stays settled") {
  GroupCommit queue([](const std::vector<Work>& group) {
    answer(group.front());
    throw std::runtime_error("disk");
  });
  const auto work = submissions(2);
  const auto answers = queue.submit(work.data(), work.size());
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::busy);
}

TEST_CASE("work that wants a group while it is in one is refused, and does not wait for ever") {
  GroupCommit* again = nullptr;
  const auto work = submissions(1);
  bool is_nested = true;
  GroupCommit queue([&](const std::vector<Work>& group) {
    if (is_nested) again->submit(work.data(), 1);
    answer_all(group);
  });
  again = &queue;
  CHECK_THROWS_AS(queue.submit(work.data(), 1), Error);
  CHECK_THROWS_AS(queue.exclusively([&] { queue.exclusively([] {}); }), Error);
  is_nested = false;
  CHECK(queue.submit(work.data(), 1).front().ok());
}

TEST_CASE("the failure of one submission is its caller's alone") {
  std::atomic<bool> both_wait{false};
  const auto good = submissions(1);
  const auto bad = submissions(1);
  const auto first = submissions(1);
  GroupCommit queue([&](const std::vector<Work>& group) {
    while (!both_wait)
      std::this_thread::yield();
    for (const Work& work : group) {
      if (work.submission == bad.data()) {
        *work.failure = std::make_exception_ptr(std::runtime_error("number"));
      } else {
        answer(work);
      }
    }
  });
  std::thread leader([&] { CHECK(queue.submit(first.data(), 1).size() == 1); });
  std::thread other([&] { CHECK(queue.submit(good.data(), 1).front().ok()); });
  std::thread failing([&] { CHECK_THROWS_AS(queue.submit(bad.data(), 1), std::runtime_error); });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  both_wait = true;
  leader.join();
  other.join();
  failing.join();
}
