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

}  // namespace

TEST_CASE("a lone caller goes through in groups of the largest size at most") {
  std::vector<std::size_t> sizes;
  GroupCommit queue([&](const std::vector<Work>& group) {
    sizes.push_back(group.size());
    for (const Work& work : group)
      work.answer->status = Status::committed;
  });
  const auto work = submissions(GroupCommit::largest_group + 10);
  const auto answers = queue.submit(work.data(), work.size());
  CHECK(sizes == std::vector<std::size_t>{GroupCommit::largest_group, 10});
  for (const Answer& answer : answers)
    CHECK(answer.status == Status::committed);
}

TEST_CASE("what the work throws reaches its callers, and the queue goes on") {
  bool fails = true;
  GroupCommit queue([&](const std::vector<Work>&) {
    if (fails) throw std::runtime_error("disk");
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
  GroupCommit queue([&](const std::vector<Work>&) {
    CHECK(++inside == 1);
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
