#include "store_fixture.hpp"

#include "store/schema.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

std::string text_of(Connection& connection, const std::string& question) {
  Cursor row = connection.prepare_built(question);
  return row.step() ? std::string(row.text(0)) : "no row";
}

bool refuses(Connection& connection, const std::string& statement) {
  try {
    connection.execute(statement);
    return false;
  } catch (const SqliteError&) {
    return true;
  }
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings)
    codes.push_back(finding.code);
  return codes;
}

bool has(const std::vector<Finding>& findings, const std::string& code) {
  const auto codes = codes_of(findings);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

TEST_CASE("every table is strict and has the county first in every key but that of the history") {
  Connection memory(":memory:", Connection::Mode::memory, 0);
  create_schema(memory);
  for (const SchemaItem& item : read_schema(memory)) {
    CAPTURE(item.name);
    // The full-text index and what SQLite keeps for it: its row id is the case, county included.
    if (item.sql.find("USING fts5") != std::string::npos) continue;
    if (item.name.rfind("search_index_", 0) == 0) continue;
    if (item.type == "table") {
      CHECK(item.name.rfind("event", 0) != 0);  // names of an object-centric log, which is views
      CHECK(item.name.rfind("object", 0) != 0);
      CHECK(item.sql.find("STRICT") != std::string::npos);
      CHECK(item.sql.find("AUTOINCREMENT") == std::string::npos);
      CHECK(item.sql.find("REFERENCES") == std::string::npos);
    }
    if (item.type == "index" && !item.sql.empty()) {
      CHECK(item.sql.find("(county, ") != std::string::npos);
    }
    if (item.sql.find("PRIMARY KEY(") != std::string::npos) {
      CHECK(item.sql.find("PRIMARY KEY(county, ") != std::string::npos);
    }
  }
  CHECK(read_schema(memory) == expected_schema());
}

TEST_CASE("history is never deleted or changed, only its text erased") {
  const Folder folder;
  {
    const auto store = found(folder / "a");
    Loaded it = reported(store->reserve_case_id({2018, 3, 16}), 1);
    Delta delta = step(it, ActionKind::report);
    delta.record.parts.text = "text";
    delta.record.text_commitment = digest_of(5);
    store->commit({delta});
  }
  Connection connection(folder / "a", Connection::Mode::write, 1000);
  CHECK(refuses(connection, "DELETE FROM history"));
  CHECK(refuses(connection, "UPDATE history SET rowid = rowid + 100"));
  CHECK(refuses(connection, "UPDATE history SET text = 'other'"));
  Cursor columns = connection.prepare("SELECT name FROM pragma_table_info('history')");
  int changed = 0;
  while (columns.step()) {
    const std::string column(columns.text(0));
    CAPTURE(column);
    if (column == "text") continue;
    const bool bytes = column == "hash" || column.find("commitment") != std::string::npos;
    const bool words = column == "detail" || column == "command_id";
    const char* value = bytes ? "x'00'" : words ? "'other'" : "77";
    CHECK(refuses(connection, "UPDATE history SET " + column + " = " + value));
    CHECK(refuses(connection,
                  "UPDATE history SET text = NULL, " + column + " = " + std::string(value)));
    ++changed;
  }
  CHECK(changed == 24);
  CHECK(refuses(connection, "DELETE FROM codes"));
  CHECK(refuses(connection, "UPDATE codes SET text = 'other'"));
  CHECK_FALSE(refuses(connection, "UPDATE history SET text = NULL WHERE case_id <> 0"));
}

TEST_CASE("views show words and times that people can read") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = reported(store->reserve_case_id({2018, 3, 16}), 1);
  CaseSummary& s = it.snapshot.summary;
  s.position = {State::suspended, State::county_handling, State::none};
  s.reported = from_microseconds(1521160200000001);
  s.occurred = from_microseconds(-1);
  s.resume_at = from_microseconds(1521160200000000);
  s.lead = "";
  it.snapshot.assignments.push_back(
      order(1, "water", AssignmentRole::lead, from_microseconds(1521160200000000)));
  it.snapshot.assignments.back().state = AssignmentState::signed_for;
  Delta delta = step(it, ActionKind::report);
  delta.external_ids = {{"12345", "A"}};
  store->commit({delta});

  Connection connection(folder / "a", Connection::Mode::read, 1000);
  const auto value = [&](const std::string& column, const std::string& view) {
    return text_of(connection, "SELECT " + column + " FROM " + view + " WHERE case_id <> 0");
  };
  CHECK(value("state", "case_view") == "suspended");
  CHECK(value("stage", "case_view") == "handle");
  CHECK(value("back", "case_view") == "county_handling");
  CHECK(value("holder", "case_view") == "village-1");
  CHECK(value("lead IS NULL", "case_view") == "1");
  CHECK(value("origin", "case_view") == "village");
  CHECK(value("reported", "case_view") == "2018-03-16T00:30:00.000001Z");
  CHECK(value("occurred", "case_view") == "1969-12-31T23:59:59.999999Z");
  CHECK(value("ended IS NULL", "case_view") == "1");
  CHECK(value("action", "history_view") == "report");
  CHECK(value("outcome", "history_view") == "only");
  CHECK(value("person", "history_view") == "hwq");
  CHECK(value("unit", "assignment_view") == "water");
  CHECK(value("role", "assignment_view") == "lead");
  CHECK(value("state", "assignment_view") == "signed_for");
  CHECK(value("clock", "deadline_view") == "0");
  CHECK(value("due_at", "deadline_view") == "2018-03-16T00:30:00.000000Z");
  CHECK(value("system", "external_id_view") == "12345");
  for (const char* view : {"case_view", "history_view", "assignment_view", "clock_view",
                           "deadline_view", "external_id_view"}) {
    CHECK(refuses(connection, std::string("DELETE FROM ") + view));
  }
}

TEST_CASE("every word of an enumeration is in the store") {
  const Folder folder;
  found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  for (const Word& word : all_words()) {
    CHECK_FALSE(word.word.empty());
    CHECK(text_of(connection, "SELECT word FROM words WHERE domain = '" + word.domain +
                                  "' AND value = " + std::to_string(word.value)) == word.word);
  }
}

TEST_CASE("an older schema is brought forward in one transaction, or not at all") {
  const Folder folder;
  found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::write, 1000);
  const Migration first{schema_version,
                        [](Connection& c) { c.execute("ALTER TABLE cases ADD extra INTEGER"); }};
  const Migration second{schema_version + 1,
                         [](Connection& c) { c.execute("CREATE TABLE more(x INTEGER)"); }};
  const Migration broken{schema_version + 1, [](Connection& c) { c.execute("no SQL"); }};
  CHECK_THROWS_AS(migrate(connection, schema_version + 2, {first, broken}), Error);
  CHECK(connection.integer("PRAGMA user_version") == schema_version);
  CHECK(read_schema(connection) == expected_schema());
  CHECK(error_of([&] { migrate(connection, schema_version + 2, {first}); }) ==
        ErrorCode::unsupported);
  migrate(connection, schema_version + 2, {first, second});
  CHECK(connection.integer("PRAGMA user_version") == schema_version + 2);
  CHECK(connection.integer("SELECT count(*) FROM more") == 0);
  migrate(connection, schema_version + 2, {first, second});
  CHECK(error_of([&] { migrate(connection, schema_version + 1, {}); }) == ErrorCode::unsupported);
}

TEST_CASE("a newer schema is refused, for writing and for reading") {
  const Folder folder;
  found(folder / "a");
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    connection.execute("PRAGMA user_version = 99");
  }
  EngineOptions reading;
  reading.read_only = true;
  CHECK(error_of([&] { open_sqlite(folder / "a", {}); }) == ErrorCode::unsupported);
  CHECK(error_of([&] { open_sqlite(folder / "a", reading); }) == ErrorCode::unsupported);
}

TEST_CASE("the check finds what was changed behind the back of the store") {
  struct Change {
    const char* statement;
    const char* finding;
  };
  const std::vector<Change> changes{
      {"DROP TRIGGER history_keeps_lines; DELETE FROM history WHERE sequence = 3", "gap"},
      {"DROP TRIGGER history_keeps_lines; DELETE FROM history WHERE sequence = 4", "gap"},
      {"DROP TRIGGER history_keeps_lines", "schema_differs"},
      {"CREATE INDEX other ON cases(title)", "schema_differs"},
      {"DELETE FROM cases", "orphan"},
      {"UPDATE cases SET version = 9", "orphan"},
      {"UPDATE cases SET state = 258", "row_differs"},
      {"UPDATE cases SET is_open = 0", "row_differs"},
      {"UPDATE cases SET resume_at = 5", "row_differs"},
      {"UPDATE clocks SET due = 5", "row_differs"},
      {"DELETE FROM deadlines WHERE clock = 0", "row_differs"},
      {"DELETE FROM deadlines WHERE clock = 1", "row_differs"},
      {"UPDATE deadlines SET due_at = due_at + 1 WHERE clock = 0", "row_differs"},
      {"UPDATE deadlines SET due_at = due_at + 1 WHERE clock = 1", "row_differs"},
      {"UPDATE deadlines SET clock = 3 WHERE clock = 1", "row_differs"},
      {"INSERT INTO deadlines SELECT county, 1, case_id, 0 FROM cases", "row_differs"},
      {"INSERT INTO deadlines VALUES(330881, 1, 1, 0)", "row_differs"},
      {"DELETE FROM clocks", "row_differs"},
      {"UPDATE clocks SET case_id = 1", "orphan"},
      {"UPDATE clocks SET milestone = 9999", "orphan"},
      {"UPDATE clocks SET unit = 9999", "orphan"},
      {"UPDATE clocks SET calendar = 9999", "orphan"},
      {"UPDATE cases SET holder = 9999", "orphan"},
      {"DELETE FROM policies", "orphan"},
      {"UPDATE counties SET last_sequence = 9", "gap"},
      {"UPDATE counties SET line_head = x'00'", "row_differs"},
      {"UPDATE words SET word = 'other' WHERE value = 3", "row_differs"},
      {"INSERT INTO personal VALUES(330881, 1, 1, 'x')", "orphan"},
      {"INSERT INTO external_ids VALUES(330881, 1, 'x', 1)", "orphan"},
      {"UPDATE assignments SET case_id = 1", "orphan"}};
  for (const Change& change : changes) {
    CAPTURE(change.statement);
    const Folder folder;
    {
      const auto store = found(folder / "a");
      Loaded it = reported(store->reserve_case_id({2018, 3, 16}), 1);
      it.snapshot.summary.position.state = State::suspended;
      it.snapshot.summary.resume_at = at(7);
      it.snapshot.assignments.push_back(order(1, "water", AssignmentRole::lead, at(1)));
      it.snapshot.clocks = {running(1, at(9)), running(2, at(9))};
      Delta reported = step(it, ActionKind::report);
      reported.clocks = {{1, true, std::nullopt}, {2, true, std::nullopt}};
      store->commit({reported});
      store->commit({step(it, ActionKind::comment)});
      store->commit({step(it, ActionKind::comment)});
      CHECK(store->check().empty());
    }
    {
      Connection connection(folder / "a", Connection::Mode::write, 1000);
      connection.execute(change.statement);
    }
    CHECK(has(open_sqlite(folder / "a", {})->check(), change.finding));
  }
}

TEST_CASE("no line of the history and of the dictionary can be replaced") {
  const Folder folder;
  {
    const auto store = found(folder / "a");
    Loaded it = report(*store, 1);
    store->commit({step(it, ActionKind::comment, "c-1")});
  }
  Connection connection(folder / "a", Connection::Mode::write, 1000);
  const auto replaced = [&](const std::string& change) {
    return refuses(connection, "CREATE TEMP TABLE t AS SELECT * FROM history WHERE sequence = 3; " +
                                   change + "; INSERT OR REPLACE INTO history SELECT * FROM t") &&
           !refuses(connection, "DROP TABLE t");
  };
  CHECK(replaced("UPDATE t SET detail = 'x'"));
  CHECK(replaced("UPDATE t SET detail = 'x', sequence = 9, command_id = NULL"));
  CHECK(replaced("UPDATE t SET detail = 'x', sequence = 9, version = 9"));
  CHECK_FALSE(replaced("UPDATE t SET sequence = 4, version = 3, command_id = 'c-2'"));
  CHECK(refuses(connection, "INSERT OR REPLACE INTO codes SELECT county, code, 'x' FROM codes"));
  CHECK(refuses(connection,
                "INSERT OR REPLACE INTO codes SELECT county, code + 99, text FROM codes"));
}
