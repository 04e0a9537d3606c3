// How a store comes into being, and how it is opened.

#include "store/file_system.hpp"
#include "store/founding.hpp"
#include "store/schema.hpp"
#include "store/schema_search.hpp"
#include "store/sqlite_store.hpp"

#include <utility>

namespace gridcase::store {

namespace {

void check_options(const EngineOptions& options) {
  if (options.busy_wait_ms < 0 || options.busy_wait_ms > 600000) {
    throw Error(ErrorCode::invalid_argument, "busy_wait_ms must be 0 to 600,000", "busy_wait_ms");
  }
  if (options.allow_network_drive && !options.read_only) {
    throw Error(ErrorCode::invalid_argument,
                "a store on a network drive can only be read; set read_only as well",
                "allow_network_drive");
  }
}

WriterLock::Writers writers_allowed() {
  return allows_one_writer_only(sqlite_version()) ? WriterLock::Writers::one
                                                  : WriterLock::Writers::several;
}

// Looked at through SQLite, not by opening the file: closing it would drop the locks that another
// store of this process holds on it.
void require_store(const std::string& path, std::int32_t busy_wait_ms) {
  try {
    Connection connection(path, Connection::Mode::read, busy_wait_ms);
    if (found_schema(connection)) return;
  } catch (const SqliteError& error) {
    if (!error.is_not_a_database()) throw;
  }
  throw Error(ErrorCode::unsupported, path + " is no gridcase store");
}

void use_write_ahead_log(Connection& connection) {
  connection.execute("PRAGMA journal_mode = WAL");
  Cursor mode = connection.prepare("PRAGMA journal_mode");
  if (mode.step() && mode.text(0) == "wal") return;
  throw Error(ErrorCode::unsupported, "SQLite cannot keep a write-ahead log here");
}

std::unique_ptr<Connection> open_writer(const std::string& path, const EngineOptions& options) {
  auto writer = std::make_unique<Connection>(path, Connection::Mode::write, options.busy_wait_ms);
  writer->set_synchronous(options.durability == Durability::strict);
  use_write_ahead_log(*writer);
  require_search(*writer);
  bring_up_to_date(*writer, options.log);
  return writer;
}

void remove_all(const std::string& path) {
  for (const char* suffix : {"-wal", "-shm", "-journal", ""})
    remove_if_exists(path + suffix);
}

void require_free(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-journal"}) {
    if (!file_exists(path + suffix)) continue;
    throw Error(ErrorCode::invalid_argument,
                path + suffix + " exists already; open it, or choose another path", "location");
  }
}

// Written aside and synced before it gets its name: it appears whole or not at all. The folder is
// synced at the end, without which a power loss could take the name back.
void build(const std::string& path, const Founding& founding, const EngineOptions& options) {
  const std::string aside = path + ".tmp";
  remove_all(aside);  // left by a process that died here
  try {
    {
      Connection connection(aside, Connection::Mode::create, options.busy_wait_ms);
      connection.set_synchronous(true);
      use_write_ahead_log(connection);
      require_search(connection);
      write_founding(connection, founding, create_schema);
      if (!connection.checkpoint_truncate().ok()) {
        throw Error(ErrorCode::io, "SQLite could not write the new store to " + aside);
      }
    }
    sync_file(aside);
    rename_file(aside, path);
  } catch (...) {
    try {
      remove_all(aside);
    } catch (const Error&) {
      // The first error is the one to report.
    }
    throw;
  }
  sync_folder_of(path);
}

}  // namespace

std::unique_ptr<Store> create_sqlite(const std::string& path, const Founding& founding,
                                     const EngineOptions& options) {
  check_options(options);
  if (options.read_only) {
    throw Error(ErrorCode::invalid_argument, "a new store cannot be read only", "read_only");
  }
  require_path(path, "location");
  require_sqlite();
  refuse_network_drive(path);
  require_free(path);
  {
    const WriterLock alone(path, WriterLock::Writers::one);
    require_free(path);
    build(path, founding, options);
  }
  return open_sqlite(path, options);
}

std::unique_ptr<Store> open_sqlite(const std::string& location, const EngineOptions& options) {
  check_options(options);
  require_path(location, "location");
  require_sqlite();
  const std::string path = resolved(location);
  if (is_folder(path)) {
    throw Error(ErrorCode::unsupported, path + " is a folder; name the file of the store in it",
                "location");
  }
  if (!options.allow_network_drive) refuse_network_drive(path);
  require_store(path, options.busy_wait_ms);
  if (options.read_only) {
    Connection connection(path, Connection::Mode::read, options.busy_wait_ms);
    require_current(connection);
    require_search(connection);
    return std::make_unique<SqliteStore>(path, options, nullptr, nullptr);
  }
  auto lock = std::make_unique<WriterLock>(path, writers_allowed());
  auto writer = open_writer(path, options);
  return std::make_unique<SqliteStore>(path, options, std::move(lock), std::move(writer));
}

}  // namespace gridcase::store
