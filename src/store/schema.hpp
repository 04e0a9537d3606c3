#pragma once
// The tables of a store, described one by one in README.md, and the way from older schemas.

#include "store/sqlite.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::store {

constexpr std::int32_t application_id = 0x47435345;  // "GCSE" in the header of the file
constexpr std::int32_t schema_version = 6;

// Which schema of gridcase a database holds: that of a file of its own stands in PRAGMA
// user_version; in a host's database, whose header is the host's, in the table gridcase_schema.
// Nothing if it holds none.
std::optional<std::int64_t> found_schema(Connection& connection);
void set_schema(Connection& connection, std::int32_t version);

// Everything the database holds by its name: tables, indexes, triggers, views.
struct SchemaItem {
  std::string type;
  std::string name;
  std::string table;  // that it belongs to
  std::string sql;

  friend bool operator==(const SchemaItem& a, const SchemaItem& b) {
    return a.type == b.type && a.name == b.name && a.table == b.table && a.sql == b.sql;
  }
};

// Makes the tables in an empty database and marks it as a store.
void create_schema(Connection& connection);
// Likewise beside the tables of a host, whose names must be others.
void create_schema_beside(Connection& connection);
// What the database holds, by name, without the statistics of the query planner.
std::vector<SchemaItem> read_schema(Connection& connection);
// What `create_schema` makes, by name.
std::vector<SchemaItem> expected_schema();

// The word for a number of an enumeration, for readers without this library.
struct Word {
  std::string domain;
  std::int64_t value = 0;
  std::string word;
};

std::vector<Word> all_words();
// Adds the words that are missing; a newer library may know more.
void write_words(Connection& connection, std::int64_t county);

// One step forward, from `from` to `from` + 1. It runs inside a transaction.
struct Migration {
  std::int32_t from = 0;
  std::function<void(Connection&)> run;
};

const std::vector<Migration>& migrations();
// Brings an older schema up to `target` in one transaction: all steps or none.
// Throws Error unsupported when the schema is newer or a step is missing.
void migrate(Connection& connection, std::int32_t target, const std::vector<Migration>& steps);

// Throws Error unsupported when the schema is not exactly this version, for a reader that may not
// migrate.
void require_current(Connection& connection);

}  // namespace gridcase::store
