// A process that is killed in the middle of a bulk does each case once, and counts it once.

#include "store/child_process.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

namespace {

const Actor chief{centre, "", ""};

// Each third is filed already.
struct World {
  World(County& county, A kind) {
    for (int i = 0; i < 240; ++i) {
      cases.push_back(county.report(centre, [](Action& action) { action.grid = grid; }));
      if (i % 3 == 0) county.must(A::file, cases.back(), centre);
    }
    bulk.key = "spring";
    bulk.query.holder = centre;
    bulk.action.kind = kind;
    if (kind == A::comment) bulk.action.note = "cleaned";
  }

  std::vector<CaseId> cases;
  Bulk bulk;
};

// Works until it is killed, and tells of every call.
int work(County& county, const Bulk& bulk, std::int32_t budget, int pipe) {
  Engine engine = Engine::open(county.path(), county.options());
  Child::send(pipe, 0);
  while (!engine.bulk(bulk, chief, county.now(), budget, 4).finished)
    Child::send(pipe, 0);
  Child::send(pipe, 1);
  return 0;
}

void check_end(County& county, const World& world, std::int64_t refused) {
  Engine engine = Engine::open(county.path(), county.options());
  const BulkReport report = engine.bulk(world.bulk, chief, county.now());
  CHECK(report.finished);
  CHECK(report.done == 240 - refused);
  CHECK(report.refused == refused);
  CHECK(report.verdicts.size() == static_cast<std::size_t>(refused));
  CHECK(engine.verify().ok());
  for (const CaseId id : world.cases) {
    int times = 0;
    for (const Event& event : engine.history(id, chief))
      times += event.action.kind == world.bulk.action.kind ? 1 : 0;
    REQUIRE(times == 1);
  }
}

}  // namespace

TEST_CASE("killed between calls and within them, a bulk does each case once") {
  County county;
  const World world(county, A::file);
  county.close();
  std::mt19937 random(20180316);
  int kills = 0;
  for (bool done = false; !done; ++kills) {
    Child child([&](int pipe) { return work(county, world.bulk, 10, pipe); });
    std::int64_t said = 0;
    // Some calls further on, and somewhere within the next.
    for (auto calls = 1 + random() % 6; calls > 0 && said == 0; --calls)
      REQUIRE(child.receive(said));
    done = said == 1;
    usleep(static_cast<useconds_t>(random() % 3000));
    child.end();
    while (child.receive(said))
      done = done || said == 1;
  }
  MESSAGE(kills, " kills");
  CHECK(kills > 3);
  check_end(county, world, 80);
}

TEST_CASE("killed before it could say how far it is, a bulk goes on by the histories") {
  County county;
  const World world(county, A::comment);  // what could be done twice
  county.close();
  EngineOptions reading = county.options();
  reading.read_only = true;
  std::mt19937 random(20180317);
  int in_the_middle = 0;
  std::int64_t sequence = 1 + 240 + 80;  // the policy, and what there was before
  for (int kills = 0; kills < 4; ++kills) {
    Child child([&](int pipe) { return work(county, world.bulk, 10'000, pipe); });
    std::int64_t said = 0;
    REQUIRE(child.receive(said));
    // Some events further on, and somewhere within the next slice; on a slow day after the end.
    const Engine looker = Engine::open(county.path(), reading);
    const auto has_ended = [&] { return looker.bulk_receipt("spring", chief).has_value(); };
    const auto is_there = [&](std::int64_t at) {
      return !looker.read_log(at - 1, 1, chief).empty();
    };
    sequence += 5 + static_cast<std::int64_t>(random() % 20);
    while (!is_there(sequence) && !has_ended())
      usleep(200);
    usleep(static_cast<useconds_t>(random() % 1000));
    child.end();
    in_the_middle += has_ended() ? 0 : 1;
    while (is_there(sequence + 1))
      ++sequence;
  }
  MESSAGE(in_the_middle, " kills in the middle");
  check_end(county, world, 0);
}
