// What `verify` finds when somebody changes the file behind the engine's back.

#include "support/county.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// Carries out SQL with the guards of the schema taken away, as a forger would.
void tamper(const std::string& path, const std::string& statement) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  sqlite3_busy_timeout(database, 5000);
  char* message = nullptr;
  const std::string drop =
      "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
  std::string drops;
  sqlite3_exec(
      database, drop.c_str(),
      [](void* out, int, char** values, char**) {
        if (values[0] != nullptr) *static_cast<std::string*>(out) = values[0];
        return 0;
      },
      &drops, &message);
  const int result =
      sqlite3_exec(database, (drops + ";" + statement).c_str(), nullptr, nullptr, &message);
  INFO(statement, ": ", message != nullptr ? message : "");
  REQUIRE(result == SQLITE_OK);
  REQUIRE(sqlite3_changes(database) > 0);
  sqlite3_close(database);
}

bool finds(const std::string& code, const std::string& statement) {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.text = "二楼返水";
    a.parties = {{"requester", "李小明", "13800001111", ""}};
    a.external_ids = {{"hotline", "T1"}};
  });
  county.must(A::file, id, grid);
  county.must(A::handle, id, grid);
  REQUIRE(county.engine().verify().ok());
  tamper(county.path(), statement);
  const Verification verification = county.engine().verify();
  std::string all;
  bool found = false;
  for (const Finding& finding : verification.findings) {
    found = found || finding.code == code;
    all += finding.code + " " + finding.message + "; ";
  }
  INFO(statement, " gives ", all);
  CHECK(found);
  return found;
}

}  // namespace

TEST_CASE("a changed event breaks its chain") {
  CHECK(finds("chain_broken", "UPDATE history SET happened = happened + 1 WHERE version = 2"));
  CHECK(
      finds("chain_broken", "UPDATE history SET detail = '{}' WHERE version = 1 AND case_id > 0"));
  CHECK(finds("chain_broken", "UPDATE history SET command_id = 'x' WHERE version = 2"));
}

TEST_CASE("a changed text is not what was committed to") {
  CHECK(finds("text_changed",
              "UPDATE history SET text = '{\"title\":\"x\"}' WHERE text IS NOT NULL"));
  CHECK(finds("text_changed", "UPDATE personal SET personal = '{\"parties\":[{\"name\":\"x\"}]}'"));
}

TEST_CASE("a deleted event leaves a gap") {
  CHECK(finds("gap", "DELETE FROM history WHERE version = 2"));
}

TEST_CASE("a changed row is not what the history gives") {
  CHECK(finds("row_differs", "UPDATE cases SET urgency = 7"));
  CHECK(finds("row_differs", "UPDATE cases SET title = 'x'"));
  CHECK(finds("row_differs", "UPDATE assignments SET round = 3"));
}

TEST_CASE("a changed policy is not the one that was adopted") {
  CHECK(finds("policy_changed", "UPDATE policies SET document = document || ' '"));
}

TEST_CASE("a part goes only with the key, and the key only with every part") {
  CHECK(finds("text_changed", "UPDATE cases SET case_key = NULL"));
  CHECK(finds("text_changed", "UPDATE history SET text = NULL WHERE text IS NOT NULL"));
  CHECK(finds("text_changed", "DELETE FROM personal"));
}

TEST_CASE("names elsewhere are those that events gave") {
  CHECK(finds("row_differs", "DELETE FROM external_ids"));
  CHECK(finds("row_differs", "UPDATE external_ids SET external_id = 'T2'"));
  CHECK(finds("row_differs", "INSERT INTO external_ids SELECT county, system, 'T2', case_id "
                             "FROM external_ids"));
}

TEST_CASE("times of the county are those of its history") {
  CHECK(finds("row_differs", "UPDATE counties SET last_recorded = last_recorded + 1"));
  CHECK(finds("row_differs", "UPDATE policies SET adopted = adopted - 1"));
}

TEST_CASE("what cannot be read is a finding, and the rest is looked at still") {
  CHECK(finds("unreadable", "UPDATE cases SET holder = 4711"));
  CHECK(finds("unreadable", "UPDATE history SET unit = 4711"));
  CHECK(finds("unreadable", "DROP TABLE words; UPDATE cases SET urgency = 7"));
  CHECK(finds("row_differs", "DROP TABLE words; UPDATE cases SET urgency = 7"));
}
