// The log, the counters and the latencies of an engine.

#include "engine/monitor.hpp"
#include "support/host_database.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// A line as it was when it was written.
struct Line {
  LogLevel level;
  std::string code;
  std::map<std::string, std::string> fields;
};

// A store of its own, opened with a log.
struct Watched {
  explicit Watched(const std::function<void(EngineOptions&)>& change = {}) {
    options.durability = Durability::relaxed;
    options.entropy = seeded_entropy(1);
    options.log = [this](const LogRecord& record) {
      Line& line = lines.emplace_back();
      line.level = record.level;
      line.code = record.code;
      for (const LogField& field : record.fields)
        line.fields[std::string(field.name)] = field.value;
      if (throws) throw std::runtime_error("no paper");
    };
    if (change) change(options);
    engine = Engine::create(path, {"test", {}, small_organization()}, options, now);
  }
  Answer report(Instant at) {
    Action action;
    action.kind = A::report;
    action.title = "污水倒灌";
    action.category = "0404";
    action.grid = grid;
    return engine->submit(action, chief, at);
  }
  std::int64_t count(const std::string& name) const {
    for (const Counter& it : engine->counters())
      if (it.name == name) return it.value;
    FAIL("no counter ", name);
    return -1;
  }
  int logged(const std::string& code) const {
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [&](const Line& it) { return it.code == code; }));
  }

  TemporaryFolder folder;
  const std::string path = folder / "county.gridcase";
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  EngineOptions options;
  std::vector<Line> lines;
  bool throws = false;
  std::optional<Engine> engine;
};

}  // namespace

TEST_CASE("opening, adopting and migrating are said") {
  Watched it;
  REQUIRE(it.lines.size() == 1);
  CHECK(it.lines[0].code == "store.opened");
  CHECK(it.lines[0].level == LogLevel::info);
  CHECK(it.lines[0].fields ==
        std::map<std::string, std::string>{{"county", "330881"}, {"durability", "relaxed"}});
  it.engine->adopt(*it.engine->policy(), chief, it.now);
  CHECK(it.lines.back().code == "policy.adopted");
  CHECK(it.lines.back().fields.at("version") == "2");
}

TEST_CASE("a store of an older schema says that it was brought forward") {
  Watched it;
  it.engine.reset();
  const std::string old = it.folder / "old.gridcase";
  {
    const HostDatabase dump(old);
    std::string text = read_file(std::string(GRIDCASE_TESTS_DIR) + "/data/store/schema_5.sql");
    dump.run(text);
  }
  const Engine engine = Engine::open(old, it.options);
  CHECK(it.logged("store.migrated") == 1);
}

TEST_CASE("a host's clock that goes back is said once, until it is right again") {
  Watched it;
  CHECK(it.report(it.now + std::chrono::hours(1)).ok());
  CHECK(it.report(it.now + std::chrono::minutes(59) + std::chrono::seconds(30)).ok());
  CHECK(it.logged("clock.behind") == 0);
  CHECK(it.report(it.now).ok());
  CHECK(it.report(it.now).ok());
  CHECK(it.logged("clock.behind") == 1);
  CHECK(it.lines.back().fields.at("seconds") == "3600");
  CHECK(it.report(it.now + std::chrono::hours(2)).ok());
  CHECK(it.report(it.now).ok());
  CHECK(it.logged("clock.behind") == 2);
}

TEST_CASE("a writer in the way is said") {
  Watched it([](EngineOptions& options) { options.busy_wait_ms = 10; });
  const HostDatabase other(it.path);
  other.run("BEGIN IMMEDIATE");
  CHECK(it.report(it.now).status == Status::busy);
  CHECK(it.logged("write.busy") == 1);
  CHECK(it.count("submissions_busy") == 1);
  other.run("ROLLBACK");
  CHECK(it.report(it.now).ok());
  CHECK(it.logged("write.busy") == 1);
}

TEST_CASE("a submission that cannot be decided is said, with its case") {
  Watched it([](EngineOptions& options) {
    options.number = [](const Action&, CaseId, Instant) -> std::string {
      throw std::runtime_error("no numbers left");
    };
  });
  CHECK_THROWS_AS(it.report(it.now), std::runtime_error);
  CHECK(it.logged("submission.failed") == 1);
  CHECK(it.logged("write.failed") == 1);
  CHECK(it.count("submissions_failed") == 1);
}

TEST_CASE("an observer that throws is said and counted") {
  Watched it;
  const Subscription subscription = it.engine->subscribe(
      [](const std::vector<Event>&) { throw std::runtime_error("no"); }, chief);
  CHECK(it.report(it.now).ok());
  CHECK(it.logged("observer.failed") == 1);
  CHECK(it.count("observer_failures") == 1);
  CHECK(it.count("deliveries") == 1);
}

TEST_CASE("a log that throws disturbs nobody, and is counted") {
  Watched it;
  it.throws = true;
  it.engine->adopt(*it.engine->policy(), chief, it.now);
  CHECK(it.count("log_failures") == 1);
  CHECK(it.report(it.now).ok());
}

TEST_CASE("counters are what was done") {
  Watched it;
  const Answer first = it.report(it.now);
  Action file;
  file.kind = A::file;
  file.case_id = first.case_id;
  file.command_id = "f";
  CHECK(it.engine->submit(file, chief, it.now).status == Status::committed);
  CHECK(it.engine->submit(file, chief, it.now).status == Status::duplicate);
  file.command_id.clear();
  CHECK(it.engine->submit(file, chief, it.now).status == Status::refused);
  file.expected_version = 1;
  CHECK(it.engine->submit(file, chief, it.now).status == Status::conflict);
  (void)it.engine->get(first.case_id, chief);
  (void)it.engine->find({}, chief);
  (void)it.engine->tick(it.now);
  CHECK(it.count("submissions_committed") == 2);
  CHECK(it.count("submissions_duplicate") == 1);
  CHECK(it.count("submissions_refused") == 1);
  CHECK(it.count("submissions_conflict") == 1);
  CHECK(it.count("groups") == 5);
  CHECK(it.count("events") == 2);
  CHECK(it.count("commits") == 2);
  CHECK(it.count("queries") == 2);
  CHECK(it.count("ticks") == 1);
  CHECK(it.count("log_pages") > 0);
  std::vector<std::string> names;
  for (const Counter& counter : it.engine->counters()) {
    CHECK_FALSE(counter.help.empty());
    CHECK(counter.is_gauge == (counter.name == "log_pages"));
    names.push_back(counter.name);
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("counters of many threads add up") {
  Watched it;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i)
        CHECK(it.report(it.now).ok());
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(it.count("submissions_committed") == 200);
  CHECK(it.count("events") == 200);
  CHECK(it.count("groups") == it.count("commits"));
  CHECK(it.count("groups") <= 200);
}

TEST_CASE("latencies are those of the host's stopwatch, in their buckets") {
  CHECK(Watched().engine->latencies().empty());
  std::int64_t nanoseconds = 0;
  std::int64_t step = 700;
  Watched it([&](EngineOptions& options) {
    options.stopwatch = [&] { return std::chrono::nanoseconds(nanoseconds += step); };
  });
  const CaseId id = it.report(it.now).case_id;
  for (const std::int64_t each : {700, 1000, 1001, 5'000'000}) {
    step = each;
    (void)it.engine->get(id, chief);
  }
  for (const Histogram& histogram : it.engine->latencies()) {
    REQUIRE(histogram.counts.size() == histogram.bounds.size() + 1);
    CHECK(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t{0}) ==
          histogram.count);
    CHECK(histogram.bounds.front() == 1000);
    CHECK(histogram.bounds.back() == 1000LL << (histogram.bounds.size() - 1));
    if (histogram.name == "submit") CHECK(histogram.count == 1);
    if (histogram.name == "group") CHECK(histogram.sum == 700);
    if (histogram.name != "query") continue;
    CHECK(histogram.count == 4);
    CHECK(histogram.sum == 700 + 1000 + 1001 + 5'000'000);
    CHECK(histogram.counts[0] == 2);  // the bound is within
    CHECK(histogram.counts[1] == 1);
    CHECK(histogram.counts[13] == 1);  // up to 8.192 ms
  }
}

TEST_CASE("a stopwatch that throws disturbs nobody, and is counted") {
  Watched it([](EngineOptions& options) {
    options.stopwatch = []() -> std::chrono::nanoseconds { throw std::runtime_error("broken"); };
  });
  CHECK(it.report(it.now).ok());
  CHECK(it.count("stopwatch_failures") == 2);  // the call and the group
}
