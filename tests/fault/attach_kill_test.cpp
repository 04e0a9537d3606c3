// A host that dies between any two statements of its transaction, its own or the engine's, has its
// row and the action, or neither.

#include "store/child_process.hpp"
#include "support/environment.hpp"
#include "support/host_database.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <set>

#ifndef GRIDCASE_OWN_SQLITE

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

namespace {

const Actor chief{centre, "", ""};
const Instant start = parse_instant("2018-03-16T08:30:00+08:00");

constexpr int entered = 2;

// A stride above 1 dies at fewer statements, for builds that are about memory.
int stride() { return static_cast<int>(number_from("GRIDCASE_FAULT_STRIDE", 1)); }

// Dies before the statement of this number begins, counted from 1; those of triggers count, too.
struct Death {
  int left;
  static int count(unsigned, void* self, void*, void*) {
    if (--static_cast<Death*>(self)->left == 0) _exit(9);
    return 0;
  }
};

// Each round enters a permit with the case about it, files the case, and takes the permit further:
// the next round does what this one did, with what it left.
int work(const std::string& path, Death death) {
  const HostDatabase host(path);
  EngineOptions options;
  options.entropy = seeded_entropy(1);
  Engine engine = Engine::attach(host.connection(), options);
  sqlite3_trace_v2(host.connection(), SQLITE_TRACE_STMT, Death::count, &death);
  for (int round = 1; round <= entered; ++round) {
    const Instant now = start + std::chrono::hours(round);
    host.run("BEGIN IMMEDIATE; INSERT INTO permits(id) VALUES(" + std::to_string(round) + ")");
    Action report;
    report.kind = A::report;
    report.title = "dig " + std::to_string(round);
    report.category = "0404";
    report.grid = grid;
    const Answer reported = engine.submit(report, {centre, "", "p" + std::to_string(round)}, now);
    host.run("UPDATE permits SET case_id = " + std::to_string(to_number(reported.case_id)) +
             " WHERE id = " + std::to_string(round));
    Action file;
    file.kind = A::file;
    file.case_id = reported.case_id;
    const Answer filed = engine.submit(file, chief, now);
    if (!reported.provisional || !filed.ok()) return 1;
    host.run("UPDATE permits SET filed = 1 WHERE id = " + std::to_string(round) + "; COMMIT");
    engine.host_committed();
  }
  return 0;
}

// Every permit has its case, filed, and every case its permit.
void check(const std::string& path) {
  const HostDatabase host(path);
  const Engine engine = Engine::attach(host.connection());
  const auto log = engine.read_log(1, 100, chief);  // after the policy
  const std::int64_t permits = host.number("SELECT count(*) FROM permits");
  REQUIRE(log.size() == 2 * static_cast<std::size_t>(permits));
  REQUIRE(host.number("SELECT count(*) FROM permits WHERE filed = 1 AND case_id IS NOT NULL") ==
          permits);
  for (std::size_t i = 0; i < log.size(); i += 2) {
    REQUIRE(log[i].action.kind == A::report);
    REQUIRE(log[i + 1].action.kind == A::file);
    REQUIRE(host.number("SELECT id FROM permits WHERE case_id = " +
                        std::to_string(to_number(log[i].case_id))) ==
            static_cast<std::int64_t>(i / 2 + 1));
  }
  REQUIRE(engine.verify().ok());
}

}  // namespace

TEST_CASE("a host that dies before any statement has its row and the action, or neither") {
  const TemporaryFolder folder;
  const std::string founded = folder / "founded.db";
  {
    const HostDatabase host(founded);
    host.run("CREATE TABLE permits(id INTEGER PRIMARY KEY, case_id INTEGER, filed INTEGER)");
    Engine::create_in(host.connection(), {"town", {}, small_organization()}, {}, start);
  }
  const std::string path = folder / "host.db";
  int statement = 1;
  int status = 9;
  std::set<std::int64_t> kept;
  for (; status == 9; statement += stride()) {
    CAPTURE(statement);
    for (const char* suffix : {"", "-wal", "-shm", "-writer"})
      std::filesystem::remove(path + suffix);
    std::filesystem::copy_file(founded, path);
    Child child([&](int) { return work(path, {statement}); });
    status = child.wait();
    check(path);
    kept.insert(HostDatabase(path).number("SELECT count(*) FROM permits"));
  }
  CHECK(status == 0);
  MESSAGE("up to ", statement, " statements and the end");
  CHECK(statement > 100);
  CHECK(kept.size() == entered + 1);
}

#endif
