// Handles that programs in C hold.

#include "c_api/handles.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <set>
#include <thread>
#include <vector>

using gridcase::c_api::Handles;

namespace {

std::atomic<int> alive{0};

struct Body {
  explicit Body(int n) : number(n) { ++alive; }
  ~Body() {
    number = -1;
    --alive;
  }
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;
  std::atomic<int> number;
};

std::unique_ptr<Body> body(int number) { return std::make_unique<Body>(number); }

}  // namespace

TEST_CASE("a handle gives its body until it is closed, and never again") {
  static Handles<Body> handles;
  const std::uintptr_t first = handles.open(body(1));
  CHECK(first % 2 == 1);
  CHECK(Handles<Body>::Use(handles, first).get()->number == 1);
  handles.close(first);
  CHECK(alive == 0);
  CHECK(Handles<Body>::Use(handles, first).get() == nullptr);
  const std::uintptr_t second = handles.open(body(2));
  CHECK(second != first);
  CHECK(Handles<Body>::Use(handles, first).get() == nullptr);
  CHECK(Handles<Body>::Use(handles, second).get()->number == 2);
  handles.close(first);
  CHECK(alive == 1);
  handles.close(second);
  handles.close(second);
  CHECK(alive == 0);
}

TEST_CASE("what never was a handle is none") {
  static Handles<Body> handles;
  const std::uintptr_t one = handles.open(body(1));
  for (const std::uintptr_t wrong : {std::uintptr_t{0}, std::uintptr_t{1}, one + 1, one + 2,
                                     one - 2, one << 1, ~std::uintptr_t{0}}) {
    CHECK(Handles<Body>::Use(handles, wrong).get() == nullptr);
    handles.close(wrong);
  }
  CHECK(alive == 1);
  handles.close(one);
}

TEST_CASE("who uses a body keeps it while another closes it") {
  static Handles<Body> handles;
  const std::uintptr_t handle = handles.open(body(7));
  {
    const Handles<Body>::Use use(handles, handle);
    handles.close(handle);
    CHECK(use.get()->number == 7);
    CHECK(Handles<Body>::Use(handles, handle).get() == nullptr);
    // Its place is not given away yet.
    const std::uintptr_t other = handles.open(body(8));
    CHECK(use.get()->number == 7);
    handles.close(other);
  }
  CHECK(alive == 0);
}

TEST_CASE("many are open at once, each its own") {
  static Handles<Body> handles;
  std::vector<std::uintptr_t> all;
  for (int i = 0; i < 1000; ++i)
    all.push_back(handles.open(body(i)));
  CHECK(std::set<std::uintptr_t>(all.begin(), all.end()).size() == 1000);
  for (int i = 0; i < 1000; ++i)
    CHECK(Handles<Body>::Use(handles, all[static_cast<std::size_t>(i)]).get()->number == i);
  for (const std::uintptr_t handle : all)
    handles.close(handle);
  CHECK(alive == 0);
}

TEST_CASE("threads that open, use and close each other's handles see no body that is gone") {
  static Handles<Body> handles;
  constexpr int threads = 8;
  std::array<std::atomic<std::uintptr_t>, 4> shared{};
  std::atomic<int> wrong{0};
  std::vector<std::thread> workers;
  for (int t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      std::mt19937 random(static_cast<unsigned>(t));
      for (int i = 0; i < 4000; ++i) {
        auto& place = shared[random() % shared.size()];
        switch (random() % 4) {
        case 0: handles.close(place.exchange(handles.open(body(t)))); break;
        case 1: handles.close(place); break;
        default: {
          const Handles<Body>::Use use(handles, place);
          if (use.get() != nullptr && use.get()->number < 0) ++wrong;
        }
        }
      }
    });
  }
  for (std::thread& worker : workers)
    worker.join();
  for (auto& place : shared)
    handles.close(place);
  CHECK(wrong == 0);
  CHECK(alive == 0);
}
