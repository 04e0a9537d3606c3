#pragma once
// SQLite as far as the store needs it: connections, statements, transactions. Every failure is
// thrown as SqliteError, so that a result code cannot be overlooked.

#include <gridcase/error.hpp>
#include <gridcase/time.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace gridcase::store {

// The extended result code says more than the code of the public interface.
class SqliteError : public Error {
public:
  SqliteError(ErrorCode code, const std::string& message, int result);
  int result() const noexcept { return result_; }
  bool is_not_a_database() const noexcept;

private:
  int result_;
};

// A view of bytes; no data is NULL.
struct Blob {
  const void* data = nullptr;
  std::size_t size = 0;
};

// One execution of a statement: bind the parameters in order, step, read columns. Resets the
// statement at the end, which also ends an implicit read transaction.
class Cursor {
public:
  explicit Cursor(sqlite3_stmt* statement) noexcept : statement_(statement) {}
  ~Cursor();
  Cursor(Cursor&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  Cursor& operator=(Cursor&&) = delete;

  Cursor& bind(std::nullptr_t);
  Cursor& bind(double value);
  Cursor& bind(std::string_view text);
  Cursor& bind(const char* text) { return bind(std::string_view(text)); }
  Cursor& bind(const std::string& text) { return bind(std::string_view(text)); }
  Cursor& bind(Blob bytes);
  Cursor& bind(Instant instant) { return bind_integer(to_microseconds(instant)); }
  template <typename T> Cursor& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind(nullptr);
  }
  template <typename T, std::enable_if_t<std::is_integral_v<T> || std::is_enum_v<T>, int> = 0>
  Cursor& bind(T value) {
    return bind_integer(static_cast<std::int64_t>(value));
  }

  // Whether there is a row.
  bool step();
  // For statements that give no rows.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // valid until the next step
  Blob blob(int column) const;              // likewise

private:
  Cursor& bind_integer(std::int64_t value);
  void check_bound(int result);

  sqlite3_stmt* statement_;
  int bound_ = 0;
};

// One connection; used by one thread at a time.
class Connection {
public:
  enum class Mode : std::uint8_t { create, write, read, memory };

  // Safe settings for every mode; a connection that reads never checkpoints.
  Connection(const std::string& path, Mode mode, std::int32_t busy_wait_ms);
  // The host's own, with the host's settings; it outlives this one and is left open.
  explicit Connection(sqlite3* hosts);
  // In a forked child nothing is closed: the parent still works with the file.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // A statement whose text is a constant: prepared once, found again by its address.
  Cursor prepare(const char* text);
  // A statement whose text was put together: prepared once, found again by its text.
  Cursor prepare_built(const std::string& text);
  template <typename... Values> Cursor query(const char* text, const Values&... values) {
    Cursor cursor = prepare(text);
    (cursor.bind(values), ...);
    return cursor;
  }
  template <typename... Values> void run(const char* text, const Values&... values) {
    query(text, values...).run();
  }
  // Any number of statements, not kept.
  void execute(const std::string& text);
  // The first column of the first row; 0 when there is no row.
  std::int64_t integer(const std::string& text);

  // Rows changed by the statement that ran last.
  std::int64_t changes() const;
  bool in_transaction() const;
  bool is_hosts() const noexcept { return is_hosts_; }
  // The path of the database; empty when it has no file.
  std::string file() const;
  // The first column of the first row; empty when there is no row.
  std::string text(const std::string& text);
  void set_synchronous(bool full);
  // Pages in the write-ahead log after the latest commit of this connection.
  std::int32_t wal_pages() const noexcept { return wal_pages_; }

  struct Checkpoint {
    int result = 0;  // SQLITE_OK, SQLITE_BUSY … ; never thrown, since the commit before it holds
    std::int32_t wal_pages = 0;
    std::int32_t done = 0;
    bool failed_io = false;  // the disk refused: what is on it is unknown
    bool is_busy = false;    // somebody reads what it would move or overwrite
    bool ok() const noexcept { return result == 0; }
  };
  Checkpoint checkpoint_passive() noexcept;
  Checkpoint checkpoint_truncate() noexcept;
  // The same without waiting for readers.
  Checkpoint checkpoint_truncate_now() noexcept;
  // Leave the log as it is when this connection closes.
  void keep_log_on_close();

private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;

  Prepared compile(std::string_view text);
  Checkpoint checkpoint(int mode) noexcept;
  void configure(Mode mode);

  sqlite3* handle_ = nullptr;
  const bool is_hosts_ = false;
  int process_;
  std::int32_t busy_wait_ms_;
  std::int32_t wal_pages_ = 0;
  std::unordered_map<const char*, Prepared> constant_;
  std::unordered_map<std::string, Prepared> built_;
};

// Rolls back unless committed. On a host's connection that has a transaction open it is a part of
// that one, which commits and rolls back by itself.
class Transaction {
public:
  enum class Kind : std::uint8_t { read, write };

  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();
  // Of the host's: what is committed here the host may still roll back.
  bool is_part() const noexcept { return is_part_; }

private:
  Connection& connection_;
  const bool is_part_;
  bool is_over_ = false;
};

// Version number as SQLite writes it, 3040001 for 3.40.1.
int sqlite_version() noexcept;
// Throws Error unsupported when the linked SQLite is too old or was built without threads.
void require_sqlite();
// Whether this version can damage a write-ahead log when two connections write and checkpoint at
// once: 3.7.0 to 3.51.2, except 3.44.6 and up within 3.44 and 3.50.7 and up within 3.50.
constexpr bool allows_one_writer_only(int version) noexcept {
  if (version < 3007000 || version > 3051002) return false;
  const int minor = version / 1000;
  const int patch = version % 1000;
  return !(minor == 3044 && patch >= 6) && !(minor == 3050 && patch >= 7);
}

}  // namespace gridcase::store
