// An engine on the host's own connection, in the host's own transactions.

#include "store/child_process.hpp"
#include "support/host_database.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include <sqlite3.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

#ifdef GRIDCASE_OWN_SQLITE

TEST_CASE("a library with an SQLite of its own says that it cannot use the host's connection") {
  const TemporaryFolder folder;
  const HostDatabase host(folder / "host.db");
  try {
    Engine::attach(host.connection());
    FAIL("attached");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unsupported);
  }
}

#else

namespace {

const Actor chief{centre, "", ""};

Policy policy_named(const std::string& name) { return {name, {}, small_organization()}; }

Action report_of(const std::string& title) {
  Action report;
  report.kind = A::report;
  report.title = title;
  report.category = "0404";
  report.grid = grid;
  return report;
}

// A host that keeps permits, and a store in the same file.
struct Town {
  Town() {
    host.run("PRAGMA application_id = 77; PRAGMA user_version = 12; "
             "CREATE TABLE permits(id INTEGER PRIMARY KEY, about TEXT)");
    options.entropy = seeded_entropy(1);
    engine = Engine::create_in(host.connection(), policy_named("first"), options, now);
  }
  Answer submit(const Action& action, const Actor& actor = chief) {
    return engine->submit(action, actor, now += std::chrono::minutes(1));
  }
  // Fails the test unless it is carried out.
  Answer must(const Action& action, const Actor& actor = chief) {
    Answer answer = submit(action, actor);
    INFO((answer.refusal ? answer.refusal->reason : name(answer.status)));
    REQUIRE(answer.ok());
    return answer;
  }
  std::int64_t cases() { return engine->board({}, chief).total.open; }
  // As the catalogue of measures counts them.
  std::int64_t reported() {
    MeasureQuery query;
    query.measures = {"reports"};
    query.period = parse_period("2018-03");
    return engine->measure(query, chief, now).front().ratio.numerator;
  }

  TemporaryFolder folder;
  const std::string path = folder / "host.db";
  HostDatabase host{path};
  EngineOptions options;
  Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  std::optional<Engine> engine;
};

template <typename Call> Error error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return {ErrorCode::internal, ""};
}

}  // namespace

TEST_CASE("a row of the host's and an action are committed together, or rolled back together") {
  Town town;
  for (const bool is_kept : {true, false}) {
    town.host.run("BEGIN IMMEDIATE; INSERT INTO permits(about) VALUES('dig')");
    const Answer answer = town.submit(report_of("污水倒灌"));
    CHECK(answer.status == Status::committed);
    CHECK(answer.provisional);
    CHECK(town.engine->get(answer.case_id, chief).has_value());
    town.host.run(is_kept ? "COMMIT" : "ROLLBACK");
    if (is_kept) {
      town.engine->host_committed();
    } else {
      town.engine->host_rolled_back();
    }
    CHECK(town.engine->get(answer.case_id, chief).has_value() == is_kept);
    CHECK(town.host.number("SELECT count(*) FROM permits") == 1);
  }
  CHECK(town.engine->verify().ok());
}

TEST_CASE("outside of a transaction an attached engine commits by itself, and nothing is open") {
  Town town;
  const Answer answer = town.submit(report_of("路灯不亮"));
  CHECK(answer.ok());
  CHECK_FALSE(answer.provisional);
  CHECK_FALSE(town.host.in_transaction());
  EngineOptions reading;
  reading.read_only = true;
  CHECK(Engine::open(town.path, reading).get(answer.case_id, chief).has_value());
}

TEST_CASE("only the host's connection sees what it has not committed") {
  Town town;
  EngineOptions reading;
  reading.read_only = true;
  const Engine reader = Engine::open(town.path, reading);
  town.host.run("BEGIN");
  const Answer answer = town.submit(report_of("路灯不亮"));
  CHECK(town.engine->get(answer.case_id, chief).has_value());
  CHECK_FALSE(reader.get(answer.case_id, chief).has_value());
  town.host.run("COMMIT");
  CHECK(reader.get(answer.case_id, chief).has_value());
}

TEST_CASE("a refused action leaves the host's transaction as it was") {
  Town town;
  town.host.run("BEGIN; INSERT INTO permits(about) VALUES('dig')");
  Action action = report_of("");
  CHECK(town.submit(action).status == Status::refused);
  town.must(report_of("污水倒灌"));
  town.host.run("COMMIT");
  CHECK(town.host.number("SELECT count(*) FROM permits") == 1);
  CHECK(town.cases() == 1);
}

TEST_CASE("what was known of a rolled back transaction is forgotten, told or not") {
  for (const bool is_told : {true, false}) {
    CAPTURE(is_told);
    Town town;
    town.host.run("BEGIN");
    const Answer lost = town.must(report_of("lost"), {centre, "", "mistaken"});
    CHECK(town.engine->adopt(policy_named("lost"), chief, town.now) == 2);
    CHECK(town.reported() == 1);
    town.host.run("ROLLBACK");
    if (is_told) town.engine->host_rolled_back();
    CHECK(town.engine->policy()->name == "first");
    CHECK_FALSE(town.engine->get(lost.case_id, chief).has_value());
    // The same numbers of the dictionary, of versions and of events, for others.
    const Answer kept = town.must(report_of("kept"), {centre, "", "clerk"});
    CHECK(kept.sequence == lost.sequence);
    CHECK(town.engine->history(kept.case_id, chief).front().actor.post == "clerk");
    CHECK(town.engine->adopt(policy_named("kept"), chief, town.now) == 2);
    CHECK(town.engine->policy()->name == "kept");
    town.engine.reset();
    town.engine = Engine::attach(town.host.connection(), town.options);
    CHECK(town.engine->history(kept.case_id, chief).front().actor.post == "clerk");
    CHECK(town.engine->policy()->name == "kept");
    CHECK(town.engine->verify().ok());
  }
}

TEST_CASE("a savepoint of the host's takes back what came after it") {
  for (const bool is_told : {true, false}) {
    CAPTURE(is_told);
    Town town;
    town.host.run("BEGIN");
    const Answer first = town.must(report_of("first"));
    town.host.run("SAVEPOINT second");
    const Answer second = town.must(report_of("second"), {centre, "", "mistaken"});
    town.host.run("ROLLBACK TO second");
    if (is_told) town.engine->host_rolled_back();
    const Answer third = town.must(report_of("third"), {centre, "", "clerk"});
    CHECK(third.sequence == second.sequence);
    town.host.run("COMMIT");
    town.engine->host_committed();
    CHECK(town.engine->get(first.case_id, chief).has_value());
    CHECK(town.engine->history(third.case_id, chief).front().actor.post == "clerk");
    CHECK(town.cases() == 2);
    CHECK(town.engine->verify().ok());
  }
}

TEST_CASE("a commit is reported when it is one, and what is not there is forgotten") {
  Town town;
  town.host.run("BEGIN");
  town.must(report_of("lost"), {centre, "", "mistaken"});
  CHECK(error_of([&] { town.engine->host_committed(); }).code() == ErrorCode::invalid_argument);
  town.host.run("ROLLBACK");
  town.engine->host_committed();
  CHECK(town.cases() == 0);
  const Answer kept = town.must(report_of("kept"), {centre, "", "clerk"});
  CHECK(town.engine->history(kept.case_id, chief).front().actor.post == "clerk");
  CHECK(town.engine->verify().ok());
}

TEST_CASE("settings that promise too little are refused with the PRAGMA that mends it") {
  struct Setting {
    const char* statement;
    const char* field;
  };
  for (const Setting& it : {Setting{"PRAGMA journal_mode = DELETE", "journal_mode"},
                            {"PRAGMA synchronous = NORMAL", "synchronous"},
                            {"PRAGMA synchronous = OFF", "synchronous"},
                            {"PRAGMA secure_delete = OFF", "secure_delete"},
                            {"PRAGMA secure_delete = FAST", "secure_delete"}}) {
    CAPTURE(it.statement);
    Town town;
    town.engine.reset();
    town.host.run(it.statement);
    const Error error = error_of([&] { Engine::attach(town.host.connection()); });
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == it.field);
    CHECK(std::string(error.what()).find("set ") != std::string::npos);
  }
}

TEST_CASE("what is promised follows the settings of the connection") {
  Town town;
  CHECK(town.engine->durability() == Durability::strict);
  town.host.run("PRAGMA synchronous = EXTRA");
  CHECK(town.engine->durability() == Durability::strict);
  town.host.run("PRAGMA synchronous = NORMAL");
  CHECK(town.engine->durability() == Durability::relaxed);
  town.engine.reset();
  town.options.durability = Durability::relaxed;
  town.engine = Engine::attach(town.host.connection(), town.options);
  town.host.run("PRAGMA synchronous = OFF");
  CHECK_FALSE(town.engine->durability().has_value());
}

TEST_CASE("a connection that nothing can be attached to is refused") {
  const TemporaryFolder folder;
  CHECK(error_of([] { Engine::attach(nullptr); }).field() == "connection");
  const HostDatabase memory(":memory:");
  CHECK(error_of([&] { Engine::attach(memory.connection()); }).code() ==
        ErrorCode::invalid_argument);
  const HostDatabase empty(folder / "empty.db");
  CHECK(error_of([&] { Engine::attach(empty.connection()); }).code() == ErrorCode::not_found);
  empty.run("BEGIN");
  CHECK(error_of([&] { Engine::attach(empty.connection()); }).field() == "connection");
  empty.run("ROLLBACK");
  EngineOptions reading;
  reading.read_only = true;
  CHECK(error_of([&] { Engine::attach(empty.connection(), reading); }).field() == "read_only");
  HostDatabase wide(folder / "wide.db", "PRAGMA encoding = 'UTF-16'");
  CHECK(error_of([&] { Engine::attach(wide.connection()); }).field() == "encoding");
}

TEST_CASE("while an engine is attached no other writes") {
  Town town;
  CHECK(error_of([&] { Engine::open(town.path); }).code() == ErrorCode::busy);
  CHECK(error_of([&] { Engine::attach(town.host.connection(), town.options); }).code() ==
        ErrorCode::busy);
  town.engine.reset();
  CHECK(Engine::open(town.path).verify().ok());
}

TEST_CASE("a store lives beside the host's tables, and leaves the header to the host") {
  Town town;
  town.must(report_of("污水倒灌"));
  CHECK(town.host.number("PRAGMA application_id") == 77);
  CHECK(town.host.number("PRAGMA user_version") == 12);
  CHECK(town.host.text("PRAGMA integrity_check") == "ok");
  CHECK(town.engine->verify().ok());
  CHECK(error_of([&] {
          Engine::create_in(town.host.connection(), policy_named("x"), town.options, town.now);
        }).code() == ErrorCode::busy);
  town.engine.reset();
  CHECK(error_of([&] {
          Engine::create_in(town.host.connection(), policy_named("x"), town.options, town.now);
        }).code() == ErrorCode::invalid_argument);
}

TEST_CASE("a trigger of the host's on a table of the store is found by the check") {
  Town town;
  town.host.run("CREATE TRIGGER spy AFTER INSERT ON history BEGIN "
                "INSERT INTO permits(about) VALUES('case'); END");
  const Verification found = town.engine->verify();
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings.front().code == "schema_differs");
}

TEST_CASE("a table of the host's with a name that the store needs is named, and nothing is made") {
  const TemporaryFolder folder;
  const HostDatabase host(folder / "host.db");
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  for (const std::string name : {"cases", "Cases"}) {
    host.run("CREATE TABLE " + name + "(id INTEGER)");
    const Error error =
        error_of([&] { Engine::create_in(host.connection(), policy_named("x"), {}, now); });
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == name);
    CHECK(host.number("SELECT count(*) FROM sqlite_schema") == 1);
    host.run("DROP TABLE cases");
  }
  Engine::create_in(host.connection(), policy_named("x"), {}, now);
  host.run("CREATE TEMP TABLE CASES(id INTEGER)");
  CHECK(error_of([&] { Engine::attach(host.connection()); }).field() == "CASES");
}

TEST_CASE("a temporary table of the host's cannot take what is meant for the store") {
  Town town;
  town.host.run("CREATE TEMP TABLE desk(id INTEGER)");
  town.must(report_of("dig"));
  town.host.run("CREATE TEMP TABLE History AS SELECT * FROM main.history");
  for (const bool writes : {false, true}) {
    const Error error = error_of([&] {
      if (writes)
        town.submit(report_of("dig"));
      else
        (void)town.engine->read_log(0, 10, chief);
    });
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == "History");
  }
  town.host.run("DROP TABLE temp.History");
  town.must(report_of("dig"));
  CHECK(town.engine->verify().ok());
}

TEST_CASE("a store in a file of its own can be attached as well") {
  County county;
  const CaseId id = county.report();
  county.close();
  const HostDatabase host(county.path());
  host.run("CREATE TABLE permits(id INTEGER PRIMARY KEY)");
  Engine engine = Engine::attach(host.connection());
  CHECK(engine.get(id, chief).has_value());
  host.run("BEGIN; INSERT INTO permits(id) VALUES(1)");
  CHECK(engine.submit(report_of("路灯不亮"), chief, county.now()).provisional);
  host.run("COMMIT");
  engine.host_committed();
  CHECK(engine.verify().ok());
}

TEST_CASE("a tick in the host's transaction is a part of it, and leaves kept figures for later") {
  Town town;
  const Answer answer = town.submit(report_of("污水倒灌"));
  town.host.run("BEGIN");
  town.must(report_of("lost"));
  const TickReport inside = town.engine->tick(town.now);
  CHECK(inside.followed == 0);
  CHECK(inside.behind == 3);
  CHECK(town.reported() == 2);
  town.host.run("ROLLBACK");
  CHECK(town.reported() == 1);
  const TickReport outside = town.engine->tick(town.now);
  CHECK(outside.followed == 2);
  CHECK(outside.behind == 0);
  CHECK(town.reported() == 1);
  CHECK(town.engine->get(answer.case_id, chief).has_value());
  CHECK(town.engine->verify().ok());
}

TEST_CASE("when SQLite takes the host's transaction back, no answer given in it is left standing") {
  Town town;
  town.host.run("BEGIN IMMEDIATE; INSERT INTO permits(about) VALUES('dig')");
  const std::int64_t pages = town.host.number("PRAGMA page_count");
  town.host.run("PRAGMA max_page_count = " + std::to_string(pages + 400));
  // More than one group: the disk is full in a later one.
  const std::vector<Submission> batch(3000, {report_of("dig"), chief, town.now});
  try {
    town.engine->batch(batch);
    FAIL("there was room");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::io);
    CHECK(std::string(error.what()).find("rolled the host's transaction back") !=
          std::string::npos);
  }
  CHECK(!town.host.in_transaction());
  CHECK(town.host.number("SELECT count(*) FROM permits") == 0);
  town.host.run("PRAGMA max_page_count = 1000000");
  CHECK(town.cases() == 0);
  town.must(report_of("dig"));
  CHECK(town.cases() == 1);
}

TEST_CASE("a host that interrupts its connection ends the call, and nothing of it is there") {
  Town town;
  town.must(report_of("dig"));
  sqlite3_progress_handler(
      town.host.connection(), 1, [](void*) { return 1; }, nullptr);
  for (const bool writes : {false, true}) {
    const Error error = error_of([&] {
      if (writes)
        town.submit(report_of("dig"));
      else
        (void)town.cases();
    });
    CHECK(error.code() == ErrorCode::stopped);
  }
  sqlite3_progress_handler(town.host.connection(), 0, nullptr, nullptr);
  CHECK(town.cases() == 1);
  CHECK(town.engine->verify().ok());
}

TEST_CASE("a transaction that began before another wrote is answered busy, and can begin again") {
  Town town;
  const HostDatabase other(town.path);
  town.host.run("BEGIN");
  CHECK(town.cases() == 0);  // reads: from now on it sees this state
  other.run("INSERT INTO permits(about) VALUES('dig')");
  CHECK(town.submit(report_of("污水倒灌")).status == Status::busy);
  town.host.run("ROLLBACK; BEGIN IMMEDIATE");
  town.must(report_of("污水倒灌"));
  town.host.run("COMMIT");
  CHECK(town.cases() == 1);
}

TEST_CASE("what is erased is gone from the file once the host has emptied the log") {
  Town town;
  town.host.run("BEGIN");
  Action report = report_of("污水倒灌");
  report.text = "unmistakable words";
  const Answer answer = town.submit(report);
  town.host.run("COMMIT; BEGIN");
  Action annul;
  annul.kind = A::annul;
  annul.case_id = answer.case_id;
  annul.reason = "mistake";
  town.must(annul);
  Action erase;
  erase.kind = A::erase;
  erase.case_id = answer.case_id;
  erase.reason = "asked";
  town.must(erase);
  town.host.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  std::ifstream file(town.path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  CHECK(bytes.size() > 4096);
  CHECK(bytes.find("unmistakable") == std::string::npos);
  CHECK(town.engine->verify().ok());
}

TEST_CASE("in a forked child an attached engine is forked, and leaves the connection alone") {
  Town town;
  town.host.run("BEGIN; INSERT INTO permits(about) VALUES('dig')");
  town.must(report_of("污水倒灌"));
  Child child([&](int) {
    const bool is_forked =
        error_of([&] { town.submit(report_of("x")); }).code() == ErrorCode::forked;
    town.engine.reset();
    return is_forked ? 0 : 1;
  });
  CHECK(child.wait() == 0);
  town.host.run("COMMIT");
  town.engine->host_committed();
  CHECK(town.cases() == 1);
}

#endif
