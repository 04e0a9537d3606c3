// A process that is killed while it takes messages or acknowledges them does each once.

#include "store/child_process.hpp"
#include "support/platforms.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

namespace {

const Actor chief{centre, "", ""};

std::vector<InMessage> messages_about(int cases) {
  std::vector<InMessage> all;
  for (int i = 0; i < cases; ++i) {
    const std::string name = "ZF-" + std::to_string(i);
    all.push_back(opening("1", name));
    for (const char* id : {"2", "3"}) {
      all.push_back(message(id, name, "comment", [&](Action& a) { a.note = name + id; }));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("killed while it takes messages, a host that sends them again has each once") {
  constexpr int cases = 60;
  County county(county_with({platform()}));
  county.close();
  const auto all = messages_about(cases);
  const auto take = [&](int pipe) {
    Engine engine = Engine::open(county.path(), county.options());
    for (std::size_t i = 0; i < all.size(); i += 4) {
      const std::size_t end = std::min(all.size(), i + 4);
      engine.receive(enforcement, {all.data() + i, all.data() + end}, county.now());
      Child::send(pipe, static_cast<std::int64_t>(end));
    }
    return 0;
  };
  std::mt19937 random(20180316);
  int kills = 0;
  for (std::int64_t done = 0; done < static_cast<std::int64_t>(all.size()); ++kills) {
    Child child(take);
    // Some messages further on than last time, and somewhere within the next.
    const std::int64_t until = done + static_cast<std::int64_t>(1 + random() % 24);
    while (done < until && child.receive(done)) {
    }
    usleep(static_cast<useconds_t>(random() % 2000));
    child.end();
    std::int64_t more = 0;
    while (child.receive(more))
      done = std::max(done, more);
  }
  MESSAGE(kills, " kills");
  CHECK(kills > 3);
  Engine engine = Engine::open(county.path(), county.options());
  for (const Answer& answer : engine.receive(enforcement, all, county.now()))
    CHECK(answer.status == Status::duplicate);
  CHECK(engine.read_log(0, 10'000, chief).size() == all.size() + 1);
  CHECK(engine.verify().ok());
}

TEST_CASE("killed before or after it acknowledged, a reader has everything, and in order") {
  constexpr int cases = 240;
  County county(county_with({platform()}));
  for (int i = 0; i < cases; ++i) {
    const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
    county.must(A::file, id, centre);
    county.must(A::transfer_out, id, centre, [](Action& action) { action.unit = enforcement; });
  }
  county.close();
  const auto read = [&](int pipe) {
    Engine engine = Engine::open(county.path(), county.options());
    for (;;) {
      const Outbox box = engine.outbox(enforcement, 3, chief);
      for (const OutMessage& message : box.messages)
        Child::send(pipe, message.sequence);
      if (box.last == box.acknowledged) return 0;
      engine.acknowledge(enforcement, box.last, chief, county.now());
      if (!box.more) Child::send(pipe, 0);
    }
  };
  std::mt19937 random(20180317);
  std::vector<std::int64_t> fresh;
  int kills = 0;
  int again = 0;
  const auto note = [&](std::int64_t sequence) {
    if (sequence == 0) return;
    if (!fresh.empty() && sequence <= fresh.back()) {
      ++again;
    } else {
      fresh.push_back(sequence);
    }
  };
  for (bool done = false; !done; ++kills) {
    Child child(read);
    std::int64_t said = 0;
    for (auto count = 1 + random() % 12; count > 0 && !done; --count) {
      done = !child.receive(said) || said == 0;
      if (!done) note(said);
    }
    usleep(static_cast<useconds_t>(random() % 300));  // a fast disk ends sixty reads in 2 ms
    child.end();
    while (child.receive(said)) {
      note(said);
      done = done || said == 0;
    }
  }
  MESSAGE(kills, " kills, ", again, " messages again");
  CHECK(kills > 3);
  CHECK(fresh.size() == cases);
  Engine engine = Engine::open(county.path(), county.options());
  CHECK(engine.outbox(enforcement, 10, chief).messages.empty());
  CHECK(engine.verify().ok());
}
