#include "store/sqlite.hpp"

#include "store/stopping.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <new>
#include <utility>

namespace gridcase::store {

namespace {

constexpr int oldest_version = 3037000;  // STRICT tables

ErrorCode code_of(int result) {
  switch (result & 0xFF) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED: return ErrorCode::busy;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_CONSTRAINT:  // whatever may be refused is looked up before it is written
  case SQLITE_MISMATCH: return ErrorCode::corrupt;
  case SQLITE_IOERR:
  case SQLITE_FULL:
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_PROTOCOL:
  case SQLITE_NOLFS: return ErrorCode::io;
  case SQLITE_TOOBIG: return ErrorCode::invalid_argument;
  case SQLITE_AUTH: return ErrorCode::unsupported;  // by the host's authorizer
  default: return ErrorCode::internal;
  }
}

[[noreturn]] void fail(sqlite3* handle, int result, const char* doing) {
  if ((result & 0xFF) == SQLITE_NOMEM) throw std::bad_alloc();
  if (result == SQLITE_INTERRUPT) throw_stop();
  const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : result;
  const char* text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
  throw SqliteError(code_of(result),
                    std::string("SQLite, ") + doing + ": " + text + " (result " +
                        std::to_string(extended == SQLITE_OK ? result : extended) + ")",
                    extended == SQLITE_OK ? result : extended);
}

void set_flag(sqlite3* handle, int flag, int value) {
  const int result = sqlite3_db_config(handle, flag, value, nullptr);
  if (result != SQLITE_OK) fail(handle, result, "configuring");
}

}  // namespace

SqliteError::SqliteError(ErrorCode code, const std::string& message, int result)
    : Error(code, message), result_(result) {}

bool SqliteError::is_not_a_database() const noexcept { return (result_ & 0xFF) == SQLITE_NOTADB; }

// ---- Cursor

Cursor::~Cursor() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}

void Cursor::check_bound(int result) {
  if (result != SQLITE_OK) fail(sqlite3_db_handle(statement_), result, "binding");
}

Cursor& Cursor::bind(std::nullptr_t) {
  check_bound(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

Cursor& Cursor::bind(double value) {
  check_bound(sqlite3_bind_double(statement_, ++bound_, value));
  return *this;
}

Cursor& Cursor::bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  check_bound(
      sqlite3_bind_text64(statement_, ++bound_, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Cursor& Cursor::bind(Blob bytes) {
  if (bytes.data == nullptr) return bind(nullptr);
  check_bound(sqlite3_bind_blob64(statement_, ++bound_, bytes.data, bytes.size, SQLITE_TRANSIENT));
  return *this;
}

Cursor& Cursor::bind_integer(std::int64_t value) {
  check_bound(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

bool Cursor::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(sqlite3_db_handle(statement_), result, "running a statement");
}

void Cursor::run() {
  while (step()) {
  }
  sqlite3_reset(statement_);
}

bool Cursor::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Cursor::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Cursor::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Cursor::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return text == nullptr ? std::string_view() : std::string_view(text, size);
}

Blob Cursor::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

// ---- Connection

void Connection::Finalizer::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

Connection::Connection(const std::string& path, Mode mode, std::int32_t busy_wait_ms)
    : process_(getpid()), busy_wait_ms_(busy_wait_ms) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (mode == Mode::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (mode == Mode::write) flags |= SQLITE_OPEN_READWRITE;
  if (mode == Mode::read) flags |= SQLITE_OPEN_READONLY;
  if (mode == Mode::memory) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY;
  const int result = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr);
  try {
    if (result != SQLITE_OK) fail(handle_, result, ("opening " + path).c_str());
    configure(mode);
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

Connection::Connection(sqlite3* hosts)
    : handle_(hosts), is_hosts_(true), process_(getpid()), busy_wait_ms_(0) {}

void Connection::configure(Mode mode) {
  sqlite3_busy_timeout(handle_, busy_wait_ms_);
  set_flag(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1);
  set_flag(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  set_flag(handle_, SQLITE_DBCONFIG_DQS_DML, 0);
  set_flag(handle_, SQLITE_DBCONFIG_DQS_DDL, 0);
  execute("PRAGMA cell_size_check = ON");
  execute("PRAGMA temp_store = MEMORY");
  if (mode == Mode::read) {
    set_flag(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    execute("PRAGMA query_only = ON");
    constexpr int instructions = 20'000;  // less than a millisecond
    sqlite3_progress_handler(
        handle_, instructions, [](void*) { return wants_stop() ? 1 : 0; }, nullptr);
  } else {
    execute("PRAGMA secure_delete = ON");
    execute("PRAGMA cache_size = -16384");
    sqlite3_wal_autocheckpoint(handle_, 0);
    sqlite3_wal_hook(
        handle_,
        [](void* self, sqlite3*, const char*, int pages) {
          static_cast<Connection*>(self)->wal_pages_ = pages;
          return SQLITE_OK;
        },
        this);
  }
}

Connection::~Connection() {
  if (getpid() != process_) {
    for (auto& [text, statement] : constant_)
      (void)statement.release();
    for (auto& [text, statement] : built_)
      (void)statement.release();
    return;
  }
  constant_.clear();
  built_.clear();
  if (!is_hosts_) sqlite3_close_v2(handle_);
}

Connection::Prepared Connection::compile(std::string_view text) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) fail(handle_, result, "preparing a statement");
  Prepared prepared(statement);
  // SQLite numbers "$1" by its first appearance; PostgreSQL by its digits. Both must agree.
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
    const char* name = sqlite3_bind_parameter_name(statement, i);
    if (name == nullptr || name != "$" + std::to_string(i)) {
      throw Error(ErrorCode::internal, "a statement names its parameters out of order");
    }
  }
  return prepared;
}

Cursor Connection::prepare(const char* text) {
  Prepared& statement = constant_[text];
  if (!statement) statement = compile(text);
  return Cursor(statement.get());
}

Cursor Connection::prepare_built(const std::string& text) {
  Prepared& statement = built_[text];
  if (!statement) statement = compile(text);
  return Cursor(statement.get());
}

void Connection::execute(const std::string& text) {
  const int result = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(handle_, result, "running a statement");
}

std::int64_t Connection::integer(const std::string& text) {
  const Prepared statement = compile(text);
  Cursor cursor(statement.get());
  return cursor.step() ? cursor.integer(0) : 0;
}

std::int64_t Connection::changes() const { return sqlite3_changes(handle_); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::string Connection::file() const {
  const char* path = sqlite3_db_filename(handle_, "main");
  return path == nullptr ? "" : path;
}

std::string Connection::text(const std::string& text) {
  const Prepared statement = compile(text);
  Cursor cursor(statement.get());
  return cursor.step() ? std::string(cursor.text(0)) : std::string();
}

void Connection::set_synchronous(bool full) {
  execute(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

Connection::Checkpoint Connection::checkpoint(int mode) noexcept {
  Checkpoint done;
  int pages = 0;
  int moved = 0;
  done.result = sqlite3_wal_checkpoint_v2(handle_, "main", mode, &pages, &moved);
  done.wal_pages = pages;
  done.done = moved;
  done.failed_io = (done.result & 0xFF) == SQLITE_IOERR;
  done.is_busy = (done.result & 0xFF) == SQLITE_BUSY;
  return done;
}

Connection::Checkpoint Connection::checkpoint_passive() noexcept {
  return checkpoint(SQLITE_CHECKPOINT_PASSIVE);
}

Connection::Checkpoint Connection::checkpoint_truncate() noexcept {
  return checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
}

Connection::Checkpoint Connection::checkpoint_truncate_now() noexcept {
  sqlite3_busy_timeout(handle_, 0);
  const Checkpoint done = checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
  sqlite3_busy_timeout(handle_, busy_wait_ms_);
  return done;
}

void Connection::keep_log_on_close() { set_flag(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1); }

// ---- Transaction

Transaction::Transaction(Connection& connection, Kind kind)
    : connection_(connection), is_part_(connection.is_hosts() && connection.in_transaction()) {
  connection_.run(is_part_              ? "SAVEPOINT gridcase"
                  : kind == Kind::write ? "BEGIN IMMEDIATE"
                                        : "BEGIN");
}

Transaction::~Transaction() {
  // SQLite rolls back by itself after some errors.
  if (is_over_ || !connection_.in_transaction()) return;
  try {
    connection_.run(is_part_ ? "ROLLBACK TO gridcase" : "ROLLBACK");
    if (is_part_) connection_.run("RELEASE gridcase");
  } catch (const std::exception&) {
    // The next BEGIN on this connection fails and says so.
  }
}

void Transaction::commit() {
  connection_.run(is_part_ ? "RELEASE gridcase" : "COMMIT");
  is_over_ = true;
}

// ---- the library itself

int sqlite_version() noexcept { return sqlite3_libversion_number(); }

void require_sqlite() {
  if (sqlite3_libversion_number() < oldest_version) {
    throw Error(ErrorCode::unsupported, std::string("SQLite ") + sqlite3_libversion() +
                                            " is too old; gridcase needs 3.37 or later");
  }
  if (sqlite3_threadsafe() == 0) {
    throw Error(ErrorCode::unsupported,
                "this SQLite was built without threads; link one with SQLITE_THREADSAFE=1 or 2");
  }
}

}  // namespace gridcase::store
