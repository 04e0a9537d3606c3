// A store in the database of a host, on the host's own connection.

#include "store/file_system.hpp"
#include "store/founding.hpp"
#include "store/schema.hpp"
#include "store/schema_search.hpp"
#include "store/sqlite_store.hpp"

#include <algorithm>

namespace gridcase::store {
namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& field) {
  throw Error(ErrorCode::invalid_argument, what, field);
}

void require(Connection& connection, const char* pragma, const char* value, const char* why) {
  const std::string found = connection.text(std::string("PRAGMA ") + pragma);
  if (found == value) return;
  refuse(std::string("PRAGMA ") + pragma + " of the host's connection is " + found + "; set " +
             value + ": " + why,
         pragma);
}

// Also what is promised: see `Engine::durability`.
void check_settings(Connection& connection, Durability wanted) {
  require(connection, "encoding", "UTF-8", "lists and chains go by the bytes of UTF-8");
  require(connection, "journal_mode", "wal", "readers must not wait for the host, nor it for them");
  require(connection, "secure_delete", "1", "what is erased must not stay in unused pages");
  const std::optional<Durability> promised = promise_of(connection);
  if (promised && *promised <= wanted) return;
  refuse("PRAGMA synchronous of the host's connection is " + connection.text("PRAGMA synchronous") +
             "; set FULL, or NORMAL and ask for relaxed durability",
         "synchronous");
}

void check_options(const EngineOptions& options) {
  if (options.read_only) {
    refuse("an attached engine writes; to read, open the file by its path", "read_only");
  }
  if (options.allow_network_drive) {
    refuse("a store on a network drive can only be read", "allow_network_drive");
  }
}

// A connection that can be worked with, at rest.
std::unique_ptr<Connection> take(sqlite3* hosts, const EngineOptions& options) {
  check_options(options);
#ifdef GRIDCASE_OWN_SQLITE
  throw Error(ErrorCode::unsupported,
              "this gridcase has an SQLite of its own built in, which cannot use a connection of "
              "the host's; build it with the SQLite of the host");
#endif
  require_sqlite();
  if (hosts == nullptr) refuse("connection is null; pass an open one", "connection");
  auto connection = std::make_unique<Connection>(hosts);
  if (connection->in_transaction()) {
    refuse("the connection has a transaction open; attach before it begins", "connection");
  }
  if (connection->file().empty()) {
    refuse("the host's database has no file; attach to one that has", "connection");
  }
  refuse_network_drive(connection->file());
  check_settings(*connection, options.durability);
  require_search(*connection);
  return connection;
}

std::unique_ptr<WriterLock> lock_of(const Connection& connection) {
  return std::make_unique<WriterLock>(resolved(connection.file()), WriterLock::Writers::one);
}

// As SQLite compares names.
bool is_same_name(std::string_view a, std::string_view b) {
  const auto small = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return small(x) == small(y); });
}

void refuse_same_names(Connection& connection, const char* catalogue) {
  static const std::vector<SchemaItem> ours = expected_schema();
  Cursor rows = connection.prepare_built(std::string("SELECT type, name FROM ") + catalogue);
  while (rows.step()) {
    const std::string name(rows.text(1));
    const bool is_taken = is_same_name(name, "gridcase_schema") ||
                          std::any_of(ours.begin(), ours.end(), [&](const SchemaItem& item) {
                            return is_same_name(item.name, name);
                          });
    if (!is_taken) continue;
    refuse("the host's database has a " + std::string(rows.text(0)) + " " + name +
               ", a name that gridcase needs; rename it, or keep the store in a file of its own",
           name);
  }
}

}  // namespace

void refuse_hiding(Connection& connection) { refuse_same_names(connection, "sqlite_temp_schema"); }

std::optional<Durability> promise_of(Connection& connection) {
  const std::int64_t synchronous = connection.integer("PRAGMA synchronous");
  if (synchronous == 0 || connection.text("PRAGMA journal_mode") != "wal") return std::nullopt;
  return synchronous == 1 ? Durability::relaxed : Durability::strict;
}

void found_in_sqlite(sqlite3* hosts, const Founding& founding, const EngineOptions& options) {
  const auto connection = take(hosts, options);
  const auto lock = lock_of(*connection);
  if (found_schema(*connection)) {
    refuse("the host's database holds a store already; attach to it", "connection");
  }
  refuse_same_names(*connection, "sqlite_schema");
  write_founding(*connection, founding, create_schema_beside);
}

std::unique_ptr<Store> attach_sqlite(sqlite3* hosts, const EngineOptions& options) {
  auto connection = take(hosts, options);
  if (!found_schema(*connection)) {
    throw Error(ErrorCode::not_found,
                "the host's database holds no store; make one with Engine::create_in");
  }
  refuse_hiding(*connection);
  auto lock = lock_of(*connection);
  bring_up_to_date(*connection, options.log);
  const std::string path = connection->file();
  return std::make_unique<SqliteStore>(path, options, std::move(lock), std::move(connection));
}

}  // namespace gridcase::store
