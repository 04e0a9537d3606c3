#pragma once
// The store in one SQLite file: one connection that writes, a pool that reads.

#include "store/sqlite_commit.hpp"
#include "store/stopping.hpp"
#include "store/writer_lock.hpp"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::store {

// Connections that read, each lent to one thread at a time.
class Readers {
public:
  Readers(std::string path, std::int32_t busy_wait_ms)
      : path_(std::move(path)), busy_wait_ms_(busy_wait_ms) {}

  class Lease {
  public:
    Lease(Readers& readers, std::unique_ptr<Connection> connection)
        : readers_(readers), connection_(std::move(connection)) {}
    ~Lease() { readers_.give_back(std::move(connection_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Connection& connection() const noexcept { return *connection_; }

  private:
    Readers& readers_;
    std::unique_ptr<Connection> connection_;
  };

  Lease lend();

private:
  static constexpr std::size_t most_idle = 16;
  void give_back(std::unique_ptr<Connection> connection) noexcept;

  const std::string path_;
  const std::int32_t busy_wait_ms_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

class SqliteStore final : public Store {
public:
  // `lock` and `writer` are null for a store that is only read. A writer that is the host's also
  // reads: what it has not committed yet is seen by it alone.
  SqliteStore(const std::string& path, const EngineOptions& options,
              std::unique_ptr<WriterLock> lock, std::unique_ptr<Connection> writer);
  ~SqliteStore() override;

  std::optional<Durability> durability() override;
  bool is_provisional() override;
  void settle(bool committed) override;
  bool notice_rollback() override;
  StoreCounts counts() const override;

  County county() override;
  std::vector<std::optional<Loaded>> load(const std::vector<CaseId>& ids) override;
  std::optional<FirstAnswer> first_answer(const std::string& command_id) override;
  CaseId reserve_case_id(Date day) override;
  std::vector<DeltaResult> commit(const std::vector<Delta>& deltas) override;
  bool keep_facts(const FactProgress& before, const FactProgress& after,
                  const std::vector<CaseFacts>& cases) override;

  County current_county() override;
  std::optional<Loaded> read(CaseId id) override;
  std::optional<CaseId> case_of(const ExternalId& external_id) override;
  std::vector<model::Part> parts_of(CaseId id) override;
  CaseId last_case() override;
  std::optional<Record> event_of(const std::string& command_id) override;
  std::int64_t count_commands(const std::string& from, const std::string& until) override;
  std::vector<Record> history(CaseId id, std::int64_t after, std::int32_t limit) override;
  std::vector<Record> read_log(std::int64_t after, std::int32_t limit) override;
  std::vector<LogPlace> concerning(const std::string& system, const std::string& unit,
                                   LogRange range, std::int32_t limit) override;
  std::int64_t acknowledged_by(const std::string& consumer) override;
  std::vector<Consumer> consumers() override;
  CasePage find(const CaseQuery& query, const std::vector<std::string>& categories,
                const model::Scope& scope) override;
  TextsFound search(const TextSearch& search, const model::Scope& scope) override;
  std::optional<SearchedTexts> searched_texts(CaseId id) override;
  std::vector<Occurrence> occurrences(const OccurrenceQuery& query) override;
  Board board(const BoardQuery& query, const model::Scope& scope) override;
  std::vector<FigureSum> sum_figures(Instant from, Instant until,
                                     const model::Scope& scope) override;
  std::vector<IntakeTotals::Line> intake_totals(Instant from, Instant until,
                                                const model::Scope& scope) override;
  std::vector<Rating> ratings(Instant from, Instant until, const model::Scope& scope) override;
  FactProgress fact_progress() override;
  std::pair<FactProgress, std::vector<Fact>> kept_facts(CaseId id) override;
  ChangedCases changed_after(std::int64_t sequence, std::int32_t limit) override;
  std::vector<CaseId> cases_with(ActionKind kind, std::int64_t after) override;
  FactReading read_facts(const std::vector<FactSelection>& selections, const FactRange& range,
                         const model::Scope& scope) override;
  std::vector<StoredFigure> figures(CaseId id) override;
  std::vector<StoredSubject> subjects(CaseId id) override;
  std::int64_t count_open_orders(const std::string& unit) override;
  std::vector<Deadline> due(Instant until, const Deadline* after, std::int32_t limit) override;
  std::optional<Instant> next_due() override;
  std::optional<StoredPolicy> policy(std::int64_t version) override;
  std::int64_t policy_version() override;
  std::vector<CaseId> case_ids(CaseId after, std::int32_t limit) override;
  std::vector<CaseId> open_case_ids(CaseId after, std::int32_t limit) override;
  std::vector<NamedElsewhere> external_ids(const NamedElsewhere* after,
                                           std::int32_t limit) override;
  std::vector<Finding> check() override;

private:
  // Throws Error forked in a child, needs_reopen after a write whose fate is open.
  void require_usable() const;
  // The connection of the one writer, or one that reads when there is no writer.
  template <typename Use> auto as_writer(Use use);
  std::vector<CaseId> ids_by(const char* statement, CaseId after, std::int32_t limit);
  template <typename Use> auto as_reader(Use use);
  // Throws RolledBack where an error took the host's transaction with it.
  template <typename Use> auto noticing_rollback(Use use);
  std::optional<Loaded> load_one(Connection& connection, CaseId id);
  std::vector<Record> records(Connection& connection, Cursor rows);
  bool is_attached() const noexcept { return writer_ && writer_->is_hosts(); }
  // What was read or given in a transaction of the host's that may be rolled back.
  void forget();
  std::vector<DeltaResult> write(const std::vector<Delta>& deltas);
  [[noreturn]] void stop(const std::string& why);
  void commit(Transaction& transaction);
  void checkpoint_when_long() noexcept;
  void note_checkpoint(const Connection::Checkpoint& done) noexcept;
  void log(LogLevel level, const char* code, const char* message, const char* field,
           std::int64_t value) const noexcept;
  void empty_log() noexcept;

  // In this order: the lock outlives the connections.
  std::unique_ptr<WriterLock> lock_;
  std::unique_ptr<Connection> writer_;
  Readers readers_;
  const int process_;
  std::atomic<bool> stopped_{false};
  std::int64_t county_ = 0;
  std::unique_ptr<Codes> codes_;
  std::map<std::int64_t, std::int64_t> reserved_;  // by day, the last case id given
  std::int32_t checkpoint_at_;
  std::int32_t last_wal_pages_ = 0;
  // Whether the log may hold what was erased; of one that was left by others nothing is known.
  bool erased_in_log_ = true;
  std::atomic<int> checkpoint_result_{0};  // of the latest checkpoint
  std::optional<Durability> durability_;   // of a connection of its own, which nobody else sets
  const LogSink log_;
  bool is_late_ = false;  // the log should have been moved long ago, and it was said
  std::atomic<std::int64_t> commits_{0};
  std::atomic<std::int64_t> events_{0};
  std::atomic<std::int64_t> checkpoints_{0};
  std::atomic<std::int64_t> failed_checkpoints_{0};
  std::atomic<std::int64_t> log_pages_{0};
  mutable std::atomic<std::int64_t> lost_lines_{0};
  // On a host's connection: the last event of ours that the host may still roll back; 0 if all is
  // settled.
  std::int64_t unsettled_ = 0;
  bool rolled_back_ = false;  // and nobody was told
};

template <typename Use> auto SqliteStore::as_reader(Use use) {
  require_usable();
  stop_if_asked();
  if (is_attached()) return use(*writer_);
  const Readers::Lease lease = readers_.lend();
  return use(lease.connection());
}

template <typename Use> auto SqliteStore::as_writer(Use use) {
  if (!writer_) return as_reader(use);
  require_usable();
  return noticing_rollback([&] { return use(*writer_); });
}

template <typename Use> auto SqliteStore::noticing_rollback(Use use) {
  const bool was_provisional = is_provisional();
  try {
    return use();
  } catch (const Error& error) {
    if (!was_provisional || is_provisional()) throw;
    throw RolledBack(error.what());
  }
}

// Statements name no database: a temporary table of the host's with the name of one of the store's
// would be taken for it. Throws Error invalid_argument that names it.
void refuse_hiding(Connection& connection);

// What WAL and PRAGMA synchronous of a connection promise; nothing if it is nothing.
std::optional<Durability> promise_of(Connection& connection);

// How many rows a page of a list looks at before it ends short.
constexpr std::int64_t rows_looked_at(std::int32_t limit) {
  const std::int64_t rows = 4 * static_cast<std::int64_t>(limit);
  return rows < 1000 ? 1000 : rows;
}

}  // namespace gridcase::store
