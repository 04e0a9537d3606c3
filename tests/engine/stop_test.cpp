// A host ends a call that only reads, and no other.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// A county with a closed case, asked for by an engine that stops at the n-th question.
struct Asked {
  Asked() {
    const CaseId id = county.report();
    county.must(A::file, id, grid);
    county.must(A::handle, id, grid);
    EngineOptions options;
    options.read_only = true;
    options.stop = [this] { return ++questions == stop_at; };
    engine = Engine::open(county.path(), options);
  }

  County county;
  int questions = 0;
  int stop_at = 0;
  std::optional<Engine> engine;
};

}  // namespace

TEST_CASE("wherever a check of the record is stopped, it says so and finds nothing wrong") {
  Asked it;
  int stopped = 0;
  for (it.stop_at = 1;; ++it.stop_at) {
    it.questions = 0;
    try {
      const bool is_sound = it.engine->verify().ok();
      CHECK(is_sound);
      break;
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::stopped);
      CHECK(it.questions == it.stop_at);
      ++stopped;
    }
  }
  CHECK(stopped > 10);
  it.stop_at = 0;
  CHECK(it.engine->verify().events > 0);
}

TEST_CASE("what the host's function throws goes through the call as it is") {
  County county;
  EngineOptions options;
  options.read_only = true;
  options.stop = []() -> bool { throw std::out_of_range("enough"); };
  const Engine engine = Engine::open(county.path(), options);
  CHECK_THROWS_WITH_AS(engine.find({}, chief), "enough", std::out_of_range);
}

TEST_CASE("what writes is not stopped, nor what an observer reads of it") {
  const TemporaryFolder folder;
  EngineOptions options;
  options.durability = Durability::relaxed;
  bool stops = false;
  options.stop = [&] { return stops; };
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  Engine engine =
      Engine::create(folder / "county", {"test", {}, small_organization()}, options, now);
  std::size_t told = 0;
  const Subscription subscription =
      engine.subscribe([&](const std::vector<Event>& events) { told += events.size(); }, chief);
  stops = true;
  Action report;
  report.kind = A::report;
  report.title = "污水倒灌";
  report.category = "0404";
  report.grid = grid;
  const Answer reported = engine.submit(report, chief, now);
  CHECK(reported.ok());
  CHECK(told == 1);
  CHECK(!engine.tick(now + std::chrono::hours(100), 100).more);
  CHECK_THROWS_AS(engine.get(reported.case_id, chief), Error);
  stops = false;
  CHECK(engine.get(reported.case_id, chief));
}
