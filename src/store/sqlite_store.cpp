#include "store/sqlite_store.hpp"

#include "store/statements.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace gridcase::store {

namespace {

// A checkpoint is due when the log has grown by this many pages (4 MB).
constexpr std::int32_t checkpoint_pages = 1000;
// So many pages (64 MB) that nobody would expect it.
constexpr std::int32_t late_pages = 16 * checkpoint_pages;
constexpr std::int64_t cases_a_day = 9999999;

std::int64_t first_number_of(std::int64_t county, Date day) {
  const int date = day.year % 100 * 10000 + day.month * 100 + day.day;
  return (county * 1000000 + date) * (cases_a_day + 1);
}

}  // namespace

RolledBack::RolledBack(const std::string& why)
    : Error(ErrorCode::io,
            "SQLite rolled the host's transaction back, with all that the host did in it: " + why) {
}

// ---- Readers

Readers::Lease Readers::lend() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(connection)};
    }
  }
  return {*this, std::make_unique<Connection>(path_, Connection::Mode::read, busy_wait_ms_)};
}

void Readers::give_back(std::unique_ptr<Connection> connection) noexcept {
  if (connection->in_transaction()) return;  // something went wrong: do not keep it
  const std::lock_guard<std::mutex> lock(mutex_);
  if (idle_.size() == most_idle) return;
  try {
    idle_.push_back(std::move(connection));
  } catch (const std::bad_alloc&) {
    // It is closed instead.
  }
}

// ---- open and closed

SqliteStore::SqliteStore(const std::string& path, const EngineOptions& options,
                         std::unique_ptr<WriterLock> lock, std::unique_ptr<Connection> writer)
    : lock_(std::move(lock)), writer_(std::move(writer)), readers_(path, options.busy_wait_ms),
      process_(getpid()), checkpoint_at_(checkpoint_pages), log_(options.log) {
  county_ = as_writer([](Connection& connection) { return read_county(connection).number; });
  codes_ = std::make_unique<Codes>(county_);
  if (writer_) durability_ = promise_of(*writer_);
}

SqliteStore::~SqliteStore() {
  if (!writer_ || is_attached() || getpid() != process_) return;
  if (!stopped_ && lock_->try_checkpointer()) {
    writer_->checkpoint_truncate();  // if it fails, the log keeps everything for the next one
    return;
  }
  try {
    writer_->keep_log_on_close();
  } catch (const std::exception&) {
    // A checkpoint at this moment costs time, not data.
  }
}

void SqliteStore::require_usable() const {
  if (getpid() != process_) {
    throw Error(ErrorCode::forked,
                "this store was opened by the parent process; open it again in the child");
  }
  if (stopped_) {
    throw Error(ErrorCode::needs_reopen,
                "an earlier write failed and its fate is open; close the store, open it again and "
                "submit again with the same command ids");
  }
  if (is_attached()) refuse_hiding(*writer_);
}

void SqliteStore::stop(const std::string& why) {
  stopped_ = true;
  throw Error(ErrorCode::needs_reopen,
              "the commit failed and its fate is open (" + why +
                  "); close the store, open it again and submit again with the same command ids");
}

// ---- a host's transaction

std::optional<Durability> SqliteStore::durability() {
  return is_attached() ? promise_of(*writer_) : durability_;
}

bool SqliteStore::is_provisional() { return is_attached() && writer_->in_transaction(); }

void SqliteStore::forget() {
  codes_ = std::make_unique<Codes>(county_);
  reserved_.clear();
  rolled_back_ = true;
}

void SqliteStore::settle(bool committed) {
  require_usable();
  if (!is_attached()) return;
  if (committed && writer_->in_transaction()) {
    throw Error(
        ErrorCode::invalid_argument,
        "the host's connection has a transaction open: it is not committed yet, or the next "
        "one began before this was reported");
  }
  // Some of it may have been taken back to a savepoint of the host's before.
  const std::int64_t last = county().last_sequence;
  if (!committed || last < unsettled_) forget();
  unsettled_ = is_provisional() ? last : 0;
}

bool SqliteStore::notice_rollback() {
  if (!is_attached()) return false;  // any thread may ask: nothing is read that changes
  if (unsettled_ != 0) {
    const std::int64_t last = county().last_sequence;
    if (last < unsettled_) forget();
    unsettled_ = is_provisional() ? last : 0;
  }
  return std::exchange(rolled_back_, false);
}

// ---- for the writer

County SqliteStore::county() {
  return as_writer([](Connection& connection) { return read_county(connection).county; });
}

std::vector<std::optional<Loaded>> SqliteStore::load(const std::vector<CaseId>& ids) {
  return as_writer([&](Connection& connection) {
    Transaction transaction(connection, Transaction::Kind::read);
    std::vector<std::optional<Loaded>> all;
    all.reserve(ids.size());
    for (const CaseId id : ids)
      all.push_back(load_one(connection, id));
    transaction.commit();
    return all;
  });
}

std::optional<Loaded> SqliteStore::load_one(Connection& connection, CaseId id) {
  if (id == CaseId::none) {  // the county's own line
    CountyRow row = read_county(connection);
    Loaded line;
    line.snapshot.summary.version = row.county.line_version;
    line.snapshot.summary.policy_version = row.county.policy_version;
    line.head = row.county.line_head;
    line.key = row.county.line_key;
    return line;
  }
  std::optional<Loaded> loaded;
  {
    Cursor cursor = connection.query(sql::select_case, county_, id);
    if (!cursor.step()) return std::nullopt;
    Row row(cursor, *codes_, connection);
    loaded = read_case(row);
  }
  Cursor rows = connection.query(sql::select_assignments, county_, id);
  while (rows.step()) {
    Row row(rows, *codes_, connection);
    loaded->snapshot.assignments.push_back(read_assignment(row));
  }
  Cursor clocks = connection.query(sql::select_clocks, county_, id);
  while (clocks.step()) {
    Row row(clocks, *codes_, connection);
    loaded->snapshot.clocks.push_back(read_clock(row));
  }
  return loaded;
}

std::optional<FirstAnswer> SqliteStore::first_answer(const std::string& command_id) {
  return as_writer(
      [&](Connection& connection) { return find_first_answer(connection, county_, command_id); });
}

CaseId SqliteStore::reserve_case_id(Date day) {
  return as_writer([&](Connection& connection) {
    const std::int64_t base = first_number_of(county_, day);
    std::int64_t& last = reserved_[base];
    if (last == 0) last = base;
    // Another process may have written since, where SQLite allows several.
    Cursor row = connection.query(sql::last_case_between, county_, base, base + cases_a_day);
    if (row.step()) last = std::max(last, row.integer(0));
    if (last - base >= cases_a_day) {
      throw Error(ErrorCode::unsupported, "a county has at most 9,999,999 cases a day");
    }
    return static_cast<CaseId>(++last);
  });
}

std::vector<DeltaResult> SqliteStore::commit(const std::vector<Delta>& deltas) {
  require_usable();
  if (!writer_) {
    throw Error(ErrorCode::invalid_argument, "the store was opened for reading only", "read_only");
  }
  return noticing_rollback([&] { return write(deltas); });
}

std::vector<DeltaResult> SqliteStore::write(const std::vector<Delta>& deltas) {
  std::vector<DeltaResult> results;
  results.reserve(deltas.size());
  NewCodes codes(*codes_, *writer_);
  {
    Transaction transaction(*writer_, Transaction::Kind::write);
    Committer committer(*writer_, codes);
    for (const Delta& delta : deltas)
      results.push_back(committer.apply(delta));
    if (!committer.wrote()) return results;
    committer.finish();
    erased_in_log_ = erased_in_log_ || committer.erased();
    commit(transaction);
    if (transaction.is_part()) unsettled_ = committer.last_sequence();
    ++commits_;
    events_ += committer.events();
  }
  codes.publish();
  if (is_attached()) return results;  // the host looks after its log
  if (erased_in_log_) empty_log();
  checkpoint_when_long();
  return results;
}

void SqliteStore::commit(Transaction& transaction) {
  if (transaction.is_part()) return transaction.commit();
  try {
    transaction.commit();
  } catch (const std::exception& error) {
    stop(error.what());
  }
}

// Pages as they were before an erasure stay in the log until it is written over. A reader that
// looks at one of them puts this off to a later commit.
void SqliteStore::empty_log() noexcept {
  if (!lock_->try_checkpointer()) return;
  const Connection::Checkpoint done = writer_->checkpoint_truncate_now();
  if (done.ok()) erased_in_log_ = false;
  note_checkpoint(done);
}

void SqliteStore::checkpoint_when_long() noexcept {
  const std::int32_t pages = writer_->wal_pages();
  log_pages_ = pages;
  if (pages < last_wal_pages_) checkpoint_at_ = checkpoint_pages;  // the log began anew
  last_wal_pages_ = pages;
  if (pages < checkpoint_at_ || !lock_->try_checkpointer()) return;
  const Connection::Checkpoint done = writer_->checkpoint_passive();
  checkpoint_at_ = pages + checkpoint_pages;  // a reader may hold it back: not at every commit
  note_checkpoint(done);
  const bool is_late = pages >= late_pages && done.done < done.wal_pages;
  if (is_late && !is_late_) {
    log(LogLevel::warning, "checkpoint.late",
        "readers that go on for long keep the log from being moved into the file", "pages", pages);
  }
  is_late_ = is_late;
}

void SqliteStore::note_checkpoint(const Connection::Checkpoint& done) noexcept {
  const bool has_failed = !done.ok() && !done.is_busy;
  checkpoint_result_ = has_failed ? done.result : 0;
  if (done.failed_io) stopped_ = true;  // the commit before it is safe in the log; take no more
  if (done.ok()) ++checkpoints_;
  if (!has_failed) return;
  ++failed_checkpoints_;
  log(LogLevel::error, "checkpoint.failed", "the log could not be moved into the file", "result",
      done.result);
}

void SqliteStore::log(LogLevel level, const char* code, const char* message, const char* field,
                      std::int64_t value) const noexcept {
  if (!log_) return;
  try {
    log_({level, code, message, {{field, std::to_string(value)}}});
  } catch (...) {
    ++lost_lines_;
  }
}

StoreCounts SqliteStore::counts() const {
  return {commits_, events_, checkpoints_, failed_checkpoints_, log_pages_, lost_lines_};
}

// ---- for readers

std::optional<Loaded> SqliteStore::read(CaseId id) {
  return as_reader([&](Connection& connection) {
    Transaction transaction(connection, Transaction::Kind::read);
    auto loaded = load_one(connection, id);
    transaction.commit();
    return loaded;
  });
}

County SqliteStore::current_county() {
  return as_reader([](Connection& connection) { return read_county(connection).county; });
}

std::optional<CaseId> SqliteStore::case_of(const ExternalId& external_id) {
  return as_reader([&](Connection& connection) -> std::optional<CaseId> {
    const std::int64_t system = codes_->find(connection, external_id.system);
    Cursor row = connection.query(sql::case_with_external_id, county_, system, external_id.id);
    if (!row.step()) return std::nullopt;
    return static_cast<CaseId>(row.integer(0));
  });
}

std::vector<model::Part> SqliteStore::parts_of(CaseId id) {
  return as_reader([&](Connection& connection) {
    std::vector<model::Part> parts;
    Cursor rows = connection.query(sql::parts_of, county_, id);
    while (rows.step())
      parts.push_back({static_cast<CaseId>(rows.integer(0)), rows.integer(1) != 0});
    return parts;
  });
}

CaseId SqliteStore::last_case() {
  return as_reader([&](Connection& connection) {
    Cursor row = connection.query(sql::last_case, county_);
    return row.step() ? static_cast<CaseId>(row.integer(0)) : CaseId::none;
  });
}

std::optional<Record> SqliteStore::event_of(const std::string& command_id) {
  return as_reader([&](Connection& connection) -> std::optional<Record> {
    auto found = records(connection, connection.query(sql::event_of_command, county_, command_id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  });
}

std::int64_t SqliteStore::count_commands(const std::string& from, const std::string& until) {
  return as_reader([&](Connection& connection) {
    Cursor row = connection.query(sql::count_commands, county_, from, until);
    return row.step() ? row.integer(0) : 0;
  });
}

std::vector<Record> SqliteStore::records(Connection& connection, Cursor rows) {
  std::vector<Record> list;
  while (rows.step()) {
    Row row(rows, *codes_, connection);
    list.push_back(read_record(row));
  }
  return list;
}

std::vector<Record> SqliteStore::history(CaseId id, std::int64_t after, std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    return records(connection, connection.query(sql::history_of_case, county_, id, after, limit));
  });
}

std::vector<Record> SqliteStore::read_log(std::int64_t after, std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    return records(connection, connection.query(sql::read_log, after, limit));
  });
}

std::vector<LogPlace> SqliteStore::concerning(const std::string& system, const std::string& unit,
                                              LogRange range, std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    std::vector<LogPlace> places;
    Cursor rows = connection.query(sql::concerning, range.after, range.until, county_,
                                   codes_->find(connection, system), codes_->find(connection, unit),
                                   Nature::contact, ActionKind::transfer, '"' + unit + '"', limit);
    while (rows.step())
      places.push_back({rows.integer(0), static_cast<CaseId>(rows.integer(1)), rows.integer(2)});
    return places;
  });
}

std::int64_t SqliteStore::acknowledged_by(const std::string& consumer) {
  return as_reader([&](Connection& connection) {
    Cursor row = connection.query(sql::select_consumer, county_, consumer);
    return row.step() ? row.integer(0) : 0;
  });
}

std::vector<Consumer> SqliteStore::consumers() {
  return as_reader([&](Connection& connection) {
    std::vector<Consumer> all;
    Cursor rows = connection.query(sql::select_consumers, county_);
    while (rows.step())
      all.push_back({std::string(rows.text(0)), rows.integer(1)});
    return all;
  });
}

std::vector<Deadline> SqliteStore::due(Instant until, const Deadline* after, std::int32_t limit) {
  constexpr Deadline from_the_first{Instant::min(), CaseId::none, 0};
  const Deadline& from = after == nullptr ? from_the_first : *after;
  return as_reader([&](Connection& connection) {
    std::vector<Deadline> list;
    Cursor rows =
        connection.query(sql::due, county_, until, from.at, from.case_id, from.clock, limit);
    while (rows.step()) {
      list.push_back({from_microseconds(rows.integer(0)), static_cast<CaseId>(rows.integer(1)),
                      static_cast<std::int32_t>(rows.integer(2))});
    }
    return list;
  });
}

std::optional<Instant> SqliteStore::next_due() {
  return as_reader([&](Connection& connection) -> std::optional<Instant> {
    Cursor row = connection.query(sql::next_due, county_);
    if (!row.step()) return std::nullopt;
    return from_microseconds(row.integer(0));
  });
}

std::vector<StoredFigure> SqliteStore::figures(CaseId id) {
  return as_reader([&](Connection& connection) {
    std::vector<StoredFigure> list;
    Cursor rows = connection.query(sql::figures_of_case, county_, id);
    while (rows.step()) {
      Row row(rows, *codes_, connection);
      StoredFigure& it = list.emplace_back();
      row.read(it.version);
      row.read(it.number);
      row.read_code(it.figure.name);
      row.read_code(it.figure.measure);
      row.read_code(it.unit);
      row.read(it.figure.value);
    }
    return list;
  });
}

std::vector<StoredSubject> SqliteStore::subjects(CaseId id) {
  return as_reader([&](Connection& connection) {
    std::vector<StoredSubject> list;
    Cursor rows = connection.query(sql::subjects_of_case, county_, id);
    while (rows.step()) {
      Row row(rows, *codes_, connection);
      StoredSubject& it = list.emplace_back();
      row.read(it.version);
      row.read(it.number);
      row.read_code(it.kind);
      row.read(it.code);
    }
    return list;
  });
}

std::int64_t SqliteStore::count_open_orders(const std::string& unit) {
  return as_reader([&](Connection& connection) {
    Cursor row = connection.query(sql::count_open_orders, county_, codes_->find(connection, unit));
    return row.step() ? row.integer(0) : 0;
  });
}

std::optional<StoredPolicy> SqliteStore::policy(std::int64_t version) {
  return as_reader([&](Connection& connection) -> std::optional<StoredPolicy> {
    Cursor row = connection.query(sql::select_policy, county_, version);
    if (!row.step()) return std::nullopt;
    return StoredPolicy{row.integer(0), from_microseconds(row.integer(1)),
                        std::string(row.text(2))};
  });
}

std::int64_t SqliteStore::policy_version() {
  return as_reader([](Connection& connection) {
    Cursor row = connection.prepare(sql::select_policy_version);
    return row.step() ? row.integer(0) : 0;
  });
}

std::vector<NamedElsewhere> SqliteStore::external_ids(const NamedElsewhere* after,
                                                      std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    const std::int64_t system =
        after == nullptr ? Codes::unknown : codes_->find(connection, after->external_id.system);
    const std::string id = after == nullptr ? std::string() : after->external_id.id;
    std::vector<NamedElsewhere> names;
    Cursor rows = connection.query(sql::external_ids, county_, system, id, limit);
    while (rows.step()) {
      names.push_back({{codes_->text(connection, rows.integer(0)), std::string(rows.text(1))},
                       static_cast<CaseId>(rows.integer(2))});
    }
    return names;
  });
}

std::vector<CaseId> SqliteStore::case_ids(CaseId after, std::int32_t limit) {
  return ids_by(sql::case_ids, after, limit);
}

std::vector<CaseId> SqliteStore::open_case_ids(CaseId after, std::int32_t limit) {
  return ids_by(sql::open_case_ids, after, limit);
}

std::vector<CaseId> SqliteStore::ids_by(const char* statement, CaseId after, std::int32_t limit) {
  return as_reader([&](Connection& connection) {
    std::vector<CaseId> ids;
    Cursor rows = connection.query(statement, county_, after, limit);
    while (rows.step())
      ids.push_back(static_cast<CaseId>(rows.integer(0)));
    return ids;
  });
}

}  // namespace gridcase::store
