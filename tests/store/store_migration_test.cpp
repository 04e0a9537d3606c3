// The way from schema 1, on a store that the program of that time made.

#include "store_fixture.hpp"

#include "store/schema.hpp"

#include <gridcase/calendar.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

constexpr CaseId worked{3308812006290000001};
constexpr CaseId held{3308812006290000002};  // for the second time
constexpr CaseId asked{3308812006300000001};
constexpr CaseId closed{3308812006300000002};
constexpr CaseId limited{3308812006300000003};
constexpr CaseId merged{3308812006300000004};  // while on hold
constexpr CaseId reopened{3308812006300000005};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void make_schema_1(const std::string& path) {
  const std::string dump = bytes_of(GRIDCASE_TESTS_DIR "/data/store/schema_1.sql");
  REQUIRE_FALSE(dump.empty());
  Connection connection(path, Connection::Mode::create, 1000);
  connection.execute("PRAGMA journal_mode = WAL");
  connection.execute(dump);
}

Instant time(const char* local) { return parse_local(local, "Asia/Shanghai"); }

EngineOptions reading() {
  EngineOptions options;
  options.read_only = true;
  return options;
}

std::string all_of(Connection& connection, const std::string& question) {
  std::string lines;
  Cursor rows = connection.prepare_built(question);
  while (rows.step())
    lines += std::string(rows.text(0)) + "\n";
  return lines;
}

CaseSummary summary_of(Store& store, CaseId id) {
  const auto loaded = store.read(id);
  REQUIRE(loaded);
  CHECK(loaded->snapshot.clocks.empty());
  return loaded->snapshot.summary;
}

}  // namespace

TEST_CASE("a store of schema 1 is brought to schema 2 when it is opened for writing") {
  const Folder folder;
  make_schema_1(folder / "a");
  const Verification verification = Engine::open(folder / "a").verify();
  CHECK(verification.ok());
  CHECK(verification.events == 46);
  CHECK(verification.cases == 7);
  found(folder / "new");
  Connection old(folder / "a", Connection::Mode::read, 1000);
  Connection fresh(folder / "new", Connection::Mode::read, 1000);
  CHECK(old.integer("PRAGMA user_version") == schema_version);
  CHECK(old.integer("PRAGMA application_id") == application_id);
  CHECK(read_schema(old) == expected_schema());
  for (const char* question :
       {"SELECT domain || value || word FROM words ORDER BY domain, value",
        "SELECT tbl || ' ' || idx || ' ' || stat FROM sqlite_stat1 ORDER BY tbl, idx"}) {
    CHECK(all_of(old, question) == all_of(fresh, question));
    CHECK_FALSE(all_of(old, question).empty());
  }
}

TEST_CASE("what schema 1 did not keep of a case is taken from its history") {
  const Folder folder;
  make_schema_1(folder / "a");
  const auto store = open_sqlite(folder / "a", {});
  const CaseSummary work = summary_of(*store, worked);
  CHECK(work.contacted == time("2020-06-29 10:40"));
  CHECK(work.arrived == time("2020-06-29 11:00"));
  CHECK(work.controlled == time("2020-06-29 11:20"));
  CHECK(work.suspensions == 0);
  CHECK(summary_of(*store, held).suspensions == 2);
  CHECK_FALSE(summary_of(*store, held).contacted);
  CHECK(summary_of(*store, merged).suspensions == 1);
  CHECK(summary_of(*store, closed).arrived == time("2020-06-30 12:00"));
  CHECK(summary_of(*store, asked).waiting_since == time("2020-06-30 10:40"));
  for (const CaseId id : {worked, held, closed, limited, merged, reopened}) {
    CHECK_FALSE(summary_of(*store, id).waiting_since);
  }
  CHECK(summary_of(*store, limited).due == time("2020-07-02 18:00"));
  CHECK_FALSE(summary_of(*store, limited).deadline);
  CHECK(store->case_of({"12345", "A-17"}) == worked);
  CHECK(store->check().empty());
}

TEST_CASE("a case that schema 1 put on hold goes on at its time, and nothing else falls due") {
  const Folder folder;
  make_schema_1(folder / "a");
  {
    const auto store = open_sqlite(folder / "a", {});
    const auto due = store->due(time("2030-01-01 00:00"), nullptr, 10);
    REQUIRE(due.size() == 1);
    CHECK(due[0].case_id == held);
    CHECK(due[0].at == time("2020-07-03 09:00"));
    CHECK(due[0].clock == 0);
  }
  {
    Engine engine = Engine::open(folder / "a");
    CHECK(engine.tick(time("2020-07-03 08:59")).resumed == 0);
    const TickReport report = engine.tick(time("2020-07-05 09:00"));
    CHECK(report.resumed == 1);
    CHECK(report.fired == 0);
    CHECK_FALSE(report.next);
    CHECK(engine.verify().ok());
  }
  const auto store = open_sqlite(folder / "a", {});
  CHECK(summary_of(*store, held).position.state == State::township_intake);
  CHECK(summary_of(*store, held).last_happened == time("2020-07-03 09:00"));
}

TEST_CASE("a store of schema 1 that is only read is refused with the way out, and left alone") {
  const Folder folder;
  make_schema_1(folder / "a");
  const std::string before = bytes_of(folder / "a");
  std::string message;
  try {
    Engine::open(folder / "a", reading());
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unsupported);
    message = error.what();
  }
  CHECK(message.find("older schema 1") != std::string::npos);
  CHECK(message.find("open it for writing once") != std::string::npos);
  CHECK(bytes_of(folder / "a") == before);
  Engine::open(folder / "a");
  CHECK(Engine::open(folder / "a", reading()).verify().ok());
}

TEST_CASE("a migration that fails leaves the store of schema 1 as it was") {
  const Folder folder;
  make_schema_1(folder / "a");
  const std::string before = bytes_of(folder / "a");
  const auto fail = [](Connection& connection) { connection.execute("no SQL"); };
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    std::vector<Migration> steps = migrations();
    steps.push_back({schema_version, fail});
    CHECK_THROWS_AS(migrate(connection, schema_version + 1, steps), Error);
    CHECK(connection.integer("PRAGMA user_version") == 1);
  }
  CHECK(bytes_of(folder / "a") == before);
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    connection.execute("CREATE TABLE clocks(x)");  // in the way
  }
  CHECK_THROWS_AS(Engine::open(folder / "a"), Error);
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    CHECK(connection.integer("PRAGMA user_version") == 1);
    CHECK(connection.integer("SELECT count(*) FROM deadline_view WHERE kind = 'resume'") == 1);
    connection.execute("DROP TABLE clocks");
  }
  CHECK(Engine::open(folder / "a").verify().ok());
}
