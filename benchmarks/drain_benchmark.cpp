// A million deadlines due at the same second: how fast they are drained beside the same rows
// written by hand, and how long somebody else waits meanwhile.
//
//     bench_drain_benchmark [CASES]      100,000 if not said
//
// Each firing is an event of its case: a row of the history with its hash, the case and the clock
// moved on, the deadline gone. The reference writes those rows with SQLite alone, 100 a commit, on
// a copy of the same store, with the same durability; it decides nothing and knows what to write.
// Standalone, since one run is one measurement: a drained store cannot be drained again.

#include <gridcase/gridcase.hpp>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace gridcase;
using Watch = std::chrono::steady_clock;

constexpr int slice = 100;

double seconds_since(Watch::time_point began) {
  return std::chrono::duration<double>(Watch::now() - began).count();
}

Policy policy() {
  return read_policy(R"({
    "organization": {"code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
      "units": [{"code": "330881", "name": "centre", "kind": "command_center",
                 "area_code": "330881"}],
      "categories": [{"code": "04", "name": "events"}],
      "duties": [{"category": "04", "tier": "county", "lead": "330881"}]},
    "time": {"milestones": [{"code": "due", "from": "reported", "until": "closed",
                             "ladder": [{"kind": "escalate"}]}]}})");
}

const Instant start = parse_instant("2018-03-16T08:00:00+08:00");
const Instant due = parse_instant("2018-03-20T08:00:00+08:00");
const Actor centre{"330881", {}, {}};

void fill(Engine& engine, std::int64_t cases) {
  std::vector<Submission> batch;
  for (std::int64_t done = 0; done < cases;) {
    batch.clear();
    for (; done < cases && batch.size() < 500; ++done) {
      Submission one;
      one.action.kind = ActionKind::report;
      one.action.title = "路面塌陷";
      one.action.category = "04";
      one.action.due = due;
      one.actor = centre;
      one.now = start;
      batch.push_back(std::move(one));
    }
    for (const Answer& answer : engine.batch(batch)) {
      if (!answer.ok()) throw std::runtime_error(answer.refusal->reason);
    }
  }
}

struct Drained {
  double rate = 0;
  double longest_slice = 0;  // seconds
  double longest_wait = 0;   // of a foreground action
  std::int64_t foreground = 0;
};

// Comments on one case as fast as they are answered, and keeps the longest wait.
void comment(Engine& engine, const std::atomic<bool>& stop, CaseId id, Drained& result) {
  Action action;
  action.kind = ActionKind::comment;
  action.case_id = id;
  action.note = "still waiting";
  while (!stop) {
    const auto began = Watch::now();
    if (!engine.submit(action, centre, due).ok()) throw std::runtime_error("a comment failed");
    result.longest_wait = std::max(result.longest_wait, seconds_since(began));
    ++result.foreground;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

Drained drain(const std::string& path, std::int64_t cases, bool with_foreground) {
  EngineOptions options;
  options.stopwatch = [] { return std::chrono::nanoseconds(Watch::now().time_since_epoch()); };
  Engine engine = Engine::open(path, options);
  CaseQuery query;
  query.limit = 1;
  const CaseId first = engine.find(query, centre).cases.front().id;
  Drained result;
  std::atomic<bool> stop{false};
  std::thread foreground;
  if (with_foreground) foreground = std::thread([&] { comment(engine, stop, first, result); });
  std::int64_t fired = 0;
  const auto began = Watch::now();
  for (bool more = true; more;) {
    const TickReport report = engine.tick(due, 100'000, slice);
    fired += report.fired;
    more = report.more;
    result.longest_slice = std::max(
        result.longest_slice,
        std::chrono::duration<double>(report.longest_slice.value_or(std::chrono::nanoseconds(0)))
            .count());
  }
  result.rate = static_cast<double>(fired) / seconds_since(began);
  stop = true;
  if (foreground.joinable()) foreground.join();
  if (fired != cases) throw std::runtime_error(fmt::format("{} of {} fired", fired, cases));
  return result;
}

// ---- by hand -----------------------------------------------------------------------------------

void check(sqlite3* db, int result) {
  if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE) return;
  throw std::runtime_error(sqlite3_errmsg(db));
}

class Statement {
public:
  Statement(sqlite3* db, const char* text) : db_(db) {
    check(db, sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(sqlite3_int64 value) {
    check(db_, sqlite3_bind_int64(statement_, ++at_, value));
    return *this;
  }
  Statement& text(const std::string& value) {
    check(db_, sqlite3_bind_text(statement_, ++at_, value.data(), static_cast<int>(value.size()),
                                 SQLITE_STATIC));
    return *this;
  }
  Statement& blob(const std::array<unsigned char, 32>& value) {
    check(db_, sqlite3_bind_blob(statement_, ++at_, value.data(), 32, SQLITE_STATIC));
    return *this;
  }
  bool step() {
    const int result = sqlite3_step(statement_);
    check(db_, result);
    return result == SQLITE_ROW;
  }
  void run() {
    step();
    reset();
  }
  void reset() {
    sqlite3_reset(statement_);
    at_ = 0;
  }
  sqlite3_int64 integer(int column) { return sqlite3_column_int64(statement_, column); }
  const void* bytes(int column) { return sqlite3_column_blob(statement_, column); }

private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
  int at_ = 0;
};

class ByHand {
public:
  explicit ByHand(const std::string& path) {
    check(db_, sqlite3_open(path.c_str(), &db_));
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = "
            "1000; PRAGMA cache_size = -65536");
    digest_ = EVP_MD_CTX_new();
  }
  ~ByHand() {
    EVP_MD_CTX_free(digest_);
    sqlite3_close_v2(db_);
  }
  ByHand(const ByHand&) = delete;
  ByHand& operator=(const ByHand&) = delete;

  double drain(std::int64_t cases) {
    const auto began = Watch::now();
    Statements all(db_);
    std::int64_t sequence = integer("SELECT last_sequence FROM counties");
    std::int64_t commit = integer("SELECT last_commit FROM counties");
    std::vector<sqlite3_int64> slice_of_cases;
    std::int64_t fired = 0;
    for (;; ++commit) {
      slice_of_cases.clear();
      all.due.bind(to_microseconds(due));
      while (all.due.step())
        slice_of_cases.push_back(all.due.integer(0));
      all.due.reset();
      if (slice_of_cases.empty()) break;
      all.begin.run();
      for (const sqlite3_int64 id : slice_of_cases)
        fire(all, id, ++sequence, commit + 1);
      all.county.bind(sequence).bind(commit + 1).bind(to_microseconds(due)).run();
      all.commit.run();
      fired += static_cast<std::int64_t>(slice_of_cases.size());
    }
    if (fired != cases) throw std::runtime_error(fmt::format("{} of {} by hand", fired, cases));
    return static_cast<double>(fired) / seconds_since(began);
  }

private:
  struct Statements {
    explicit Statements(sqlite3* db)
        : due(db, "SELECT case_id FROM deadlines WHERE county = 330881 AND due_at <= $1 "
                  "ORDER BY due_at, case_id LIMIT 100"),
          load(db, "SELECT version, head, policy_version FROM cases WHERE county = 330881 "
                   "AND case_id = $1"),
          begin(db, "BEGIN IMMEDIATE"), commit(db, "COMMIT"),
          history(db, "INSERT INTO history(sequence, county, commit_number, case_id, version, "
                      "action, outcome, happened, recorded, unit, person, post, before_state, "
                      "before_back, before_back2, after_state, after_back, after_back2, "
                      "policy_version, command_id, detail, hash) VALUES($1, 330881, $2, $3, $4, "
                      "57, 0, $5, $6, $7, 0, $8, 770, 0, 0, 770, 0, 0, $9, $10, $11, $12)"),
          cases(db, "UPDATE cases SET version = $1, head = $2, last_happened = $3 WHERE county = "
                    "330881 AND case_id = $4 AND version = $5"),
          clock(db, "UPDATE clocks SET due = NULL, rung = 1 WHERE county = 330881 AND case_id = $1 "
                    "AND number = 1"),
          gone(db, "DELETE FROM deadlines WHERE county = 330881 AND due_at = $1 AND case_id = $2 "
                   "AND clock = 1"),
          county(db, "UPDATE counties SET last_sequence = $1, last_commit = $2, last_recorded = $3 "
                     "WHERE county = 330881") {}
    Statement due, load, begin, commit, history, cases, clock, gone, county;
  };

  void fire(Statements& all, sqlite3_int64 id, std::int64_t sequence, std::int64_t commit) {
    all.load.bind(id);
    all.load.step();
    const sqlite3_int64 version = all.load.integer(0);
    std::array<unsigned char, 32> head{};
    const auto* old = static_cast<const unsigned char*>(all.load.bytes(1));
    std::copy(old, old + 32, head.begin());
    const sqlite3_int64 rules = all.load.integer(2);
    all.load.reset();
    const std::string command = fmt::format("tick.{}.1.0.0", id);
    const std::string detail =
        fmt::format(R"({{"reason":"escalate","clock":1,"facts":{{"clocks":[{{"clock":1,)"
                    R"("step":"fire","at":"2018-03-20T00:00:00Z","deadline":)"
                    R"("2018-03-20T00:00:00Z","yellow":"2018-03-19T04:48:00Z","next_rung":1,)"
                    R"("rung":"escalate","due":"2018-03-20T00:00:00Z"}}]}}}})");
    const auto hash = chained(head, id, version + 1, command, detail);
    all.history.bind(sequence).bind(commit).bind(id).bind(version + 1);
    all.history.bind(to_microseconds(due)).bind(to_microseconds(due)).bind(1).bind(2);
    all.history.bind(rules).text(command).text(detail).blob(hash).run();
    all.cases.bind(version + 1).blob(hash).bind(to_microseconds(due)).bind(id).bind(version).run();
    all.clock.bind(id).run();
    all.gone.bind(to_microseconds(due)).bind(id).run();
  }

  std::array<unsigned char, 32> chained(const std::array<unsigned char, 32>& head, std::int64_t id,
                                        std::int64_t version, const std::string& command,
                                        const std::string& detail) {
    std::array<unsigned char, 32> hash{};
    EVP_DigestInit_ex(digest_, EVP_sha256(), nullptr);
    EVP_DigestUpdate(digest_, head.data(), head.size());
    EVP_DigestUpdate(digest_, &id, sizeof id);
    EVP_DigestUpdate(digest_, &version, sizeof version);
    EVP_DigestUpdate(digest_, command.data(), command.size());
    EVP_DigestUpdate(digest_, detail.data(), detail.size());
    EVP_DigestFinal_ex(digest_, hash.data(), nullptr);
    return hash;
  }

  void execute(const char* text) { check(db_, sqlite3_exec(db_, text, nullptr, nullptr, nullptr)); }
  std::int64_t integer(const char* text) {
    Statement statement(db_, text);
    statement.step();
    return statement.integer(0);
  }

  sqlite3* db_ = nullptr;
  EVP_MD_CTX* digest_ = nullptr;
};

void copy(const std::string& from, const std::string& to) {
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

int measure(std::int64_t cases) {
  std::string folder = (std::filesystem::temp_directory_path() / "gridcase-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
  const std::string full = folder + "/full.gridcase";
  {
    EngineOptions quick;
    quick.durability = Durability::relaxed;
    Engine engine = Engine::create(full, policy(), quick, start);
    const auto began = Watch::now();
    fill(engine, cases);
    fmt::print("{} cases, all due at {}; made at {:.0f}/s\n", cases,
               format_instant(due, "Asia/Shanghai"),
               static_cast<double>(cases) / seconds_since(began));
  }
  const std::string copied = folder + "/copy.gridcase";
  copy(full, copied);
  const double by_hand = ByHand(copied).drain(cases);
  fmt::print("by hand, {} a commit, FULL: {:.0f}/s\n", slice, by_hand);
  copy(full, copied);
  std::filesystem::remove(copied + "-wal");
  std::filesystem::remove(copied + "-shm");
  const Drained alone = drain(copied, cases, false);
  fmt::print("tick, {} a slice, strict: {:.0f}/s, {:.2f} of by hand; longest slice {:.1f} ms\n",
             slice, alone.rate, alone.rate / by_hand, alone.longest_slice * 1e3);
  const Drained beside = drain(full, cases, true);
  fmt::print("tick with a foreground: {:.0f}/s; {} foreground actions, longest wait {:.1f} ms, "
             "longest slice {:.1f} ms\n",
             beside.rate, beside.foreground, beside.longest_wait * 1e3, beside.longest_slice * 1e3);
  const Verification verification = Engine::open(full).verify();
  fmt::print("verify: {} events, {} findings\n", verification.events, verification.findings.size());
  std::filesystem::remove_all(folder);
  return verification.ok() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return measure(argc > 1 ? std::atoll(argv[1]) : 100'000);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
