#include "store/child_process.hpp"
#include "store/store_fixture.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

constexpr int cases = 4;

// Goes on with the cases of the store for ever, `batch` steps a commit, and sends the number of
// each command after it was committed. Command n is "c-n", for case n mod 4.
int work(const std::string& path, EngineOptions options, int batch, int pipe) {
  const auto store = open_sqlite(path, options);
  std::vector<Loaded> all;
  for (const CaseId id : store->case_ids(CaseId::none, cases))
    all.push_back(*store->read(id));
  std::int64_t command = store->county().last_sequence;
  for (;;) {
    std::vector<Delta> deltas;
    for (int i = 0; i < batch; ++i, ++command) {
      Loaded& it = all[static_cast<std::size_t>(command % cases)];
      it.snapshot.summary.holder = "unit-" + std::to_string(command % 17);
      it.snapshot.summary.due = at(command);
      deltas.push_back(step(it, ActionKind::transfer, "c-" + std::to_string(command)));
    }
    const auto results = store->commit(deltas);
    for (const auto& result : results) {
      if (result.outcome != DeltaOutcome::committed) return 1;
    }
    Child::send(pipe, command - 1);
  }
}

void kill_rounds(int rounds, EngineOptions options, int batch, unsigned seed) {
  std::mt19937 random(seed);
  const Folder folder;
  {
    const auto store = found(folder / "a");
    for (int i = 1; i <= cases; ++i)
      report(*store, i);
  }
  std::int64_t acknowledged = 0;
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    Child child([&](int pipe) { return work(folder / "a", options, batch, pipe); });
    std::int64_t command = 0;
    REQUIRE(child.receive(command));
    usleep(static_cast<useconds_t>(random() % 20000));
    child.end();
    do {
      acknowledged = command;
    } while (child.receive(command));

    const auto store = open_sqlite(folder / "a", options);
    REQUIRE(store->check().empty());
    REQUIRE(store->first_answer("c-" + std::to_string(acknowledged)));
    // Every command up to the last one is there once, in its place; at most one batch was not
    // acknowledged.
    const std::int64_t last = store->county().last_sequence;
    CHECK(last > acknowledged);
    CHECK(last <= acknowledged + 1 + batch);
    CHECK((last - 1 - cases) % batch == 0);
  }
  const auto store = open_sqlite(folder / "a", options);
  std::int64_t after = 1 + cases;
  for (auto log = store->read_log(after, 1000); !log.empty(); log = store->read_log(after, 1000)) {
    for (const Record& record : log) {
      REQUIRE(record.sequence == after + 1);
      REQUIRE(record.command_id == "c-" + std::to_string(after));
      ++after;
    }
  }
  CHECK(after > acknowledged);
}

}  // namespace

TEST_CASE("fifty killed writers lose nothing they acknowledged") { kill_rounds(50, {}, 1, 1); }

TEST_CASE("nor do writers that commit sixteen at a time") { kill_rounds(20, {}, 16, 2); }

TEST_CASE("nor do relaxed ones: only power loss may cut a suffix") {
  EngineOptions options;
  options.durability = Durability::relaxed;
  kill_rounds(20, options, 1, 3);
}
