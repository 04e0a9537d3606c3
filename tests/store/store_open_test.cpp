#include "child_process.hpp"
#include "store_fixture.hpp"

#include "store/file_system.hpp"
#include "store/sqlite.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <set>
#include <sys/stat.h>
#include <thread>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

EngineOptions reading() {
  EngineOptions options;
  options.read_only = true;
  return options;
}

EngineOptions impatient() {
  EngineOptions options;
  options.busy_wait_ms = 0;
  return options;
}

bool one_writer() { return allows_one_writer_only(sqlite_version()); }

std::set<std::string> files_in(const Folder& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

void write_text(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("the versions of SQLite that may damage a log shared by two writers are known") {
  for (const int bad :
       {3007000, 3037000, 3040001, 3044005, 3045000, 3049002, 3050006, 3051000, 3051002}) {
    CAPTURE(bad);
    CHECK(allows_one_writer_only(bad));
  }
  for (const int good : {3006023, 3044006, 3044099, 3050007, 3051003, 3052000, 3053002}) {
    CAPTURE(good);
    CHECK_FALSE(allows_one_writer_only(good));
  }
}

TEST_CASE("a path that is none is refused, and nothing is made or opened in its place") {
  const Folder folder;
  const std::string cut = (folder / "a") + std::string("\0b", 2);
  for (const std::string& path : {std::string(), cut}) {
    CHECK(error_of([&] { found(path); }) == ErrorCode::invalid_argument);
    CHECK(error_of([&] { open_sqlite(path, {}); }) == ErrorCode::invalid_argument);
  }
  CHECK(files_in(folder).empty());
  CHECK(error_of([&] { open_sqlite(folder.path(), {}); }) == ErrorCode::unsupported);
}

TEST_CASE("network drives are told from disks by the number of their file system") {
  for (const std::uint64_t kind :
       {0x6969UL, 0x517BUL, 0xFF534D42UL, 0xFE534D42UL, 0x65735546UL, 0x01021997UL, 0x00C36400UL}) {
    CHECK(is_network_drive(kind));
  }
  for (const std::uint64_t kind : {0xEF53UL, 0x58465342UL, 0x9123683EUL, 0x01021994UL, 0x794C7630UL,
                                   0x2FC12FC1UL}) {  // ext4, XFS, Btrfs, tmpfs, overlay, ZFS
    CHECK_FALSE(is_network_drive(kind));
  }
}

TEST_CASE("options that cannot work are refused with their name") {
  const Folder folder;
  found(folder / "a");
  EngineOptions options;
  options.busy_wait_ms = -1;
  CHECK(error_of([&] { open_sqlite(folder / "a", options); }) == ErrorCode::invalid_argument);
  options.busy_wait_ms = 600001;
  CHECK(error_of([&] { open_sqlite(folder / "a", options); }) == ErrorCode::invalid_argument);
  options = {};
  options.allow_network_drive = true;
  CHECK(error_of([&] { open_sqlite(folder / "a", options); }) == ErrorCode::invalid_argument);
  CHECK(error_of([&] { found(folder / "b", reading()); }) == ErrorCode::invalid_argument);
  CHECK(error_of([&] { found(""); }) == ErrorCode::invalid_argument);
  Founding wrong = founding();
  for (const char* code : {"", "33088", "3308811", "33088a", "000000", "999999"}) {
    wrong.county = code;
    CHECK(error_of([&] { create_sqlite(folder / "b", wrong, {}); }) == ErrorCode::invalid_argument);
  }
  CHECK_FALSE(file_exists(folder / "b"));
}

TEST_CASE("a new store appears whole, with nothing beside it but its lock") {
  const Folder folder;
  found(folder / "a");
  CHECK(files_in(folder) == std::set<std::string>{"a", "a-writer"});
  CHECK(error_of([&] { found(folder / "a"); }) == ErrorCode::invalid_argument);
  CHECK(open_sqlite(folder / "a", {})->county().code == "330881");
  CHECK(files_in(folder) == std::set<std::string>{"a", "a-writer"});
}

TEST_CASE("what a dead creator left is swept away, a log without its store is not") {
  const Folder folder;
  for (const char* name : {"a.tmp", "a.tmp-wal", "a.tmp-journal"}) {
    write_text(folder / name, "half a store");
  }
  CHECK(found(folder / "a")->check().empty());
  CHECK(files_in(folder) == std::set<std::string>{"a", "a-writer"});
  write_text(folder / "b-wal", "the log of a store that was moved");
  CHECK(error_of([&] { found(folder / "b"); }) == ErrorCode::invalid_argument);
}

TEST_CASE("a creator that is killed leaves a whole store or none") {
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const Folder folder;
    Child child([&](int pipe) {
      Child::send(pipe, 1);
      found(folder / "a");
      return 0;
    });
    std::int64_t started = 0;
    REQUIRE(child.receive(started));
    usleep(static_cast<useconds_t>(round * 250));
    child.end();
    if (file_exists(folder / "a")) {
      CHECK(open_sqlite(folder / "a", {})->check().empty());
    } else {
      CHECK(found(folder / "a")->check().empty());
    }
  }
}

TEST_CASE("what is no store is refused and left alone") {
  const Folder folder;
  CHECK(error_of([&] { open_sqlite(folder / "none", {}); }) == ErrorCode::not_found);
  CHECK(error_of([&] { found(folder / "no folder/a"); }) == ErrorCode::not_found);
  write_text(folder / "text", std::string(5000, 'x'));
  write_text(folder / "empty", "");
  {
    Connection other(folder / "other", Connection::Mode::create, 0);
    other.execute("CREATE TABLE t(x)");
  }
  for (const char* name : {"text", "empty", "other"}) {
    CAPTURE(name);
    CHECK(error_of([&] { open_sqlite(folder / name, {}); }) == ErrorCode::unsupported);
    CHECK(error_of([&] { open_sqlite(folder / name, reading()); }) == ErrorCode::unsupported);
  }
  CHECK(files_in(folder) == std::set<std::string>{"text", "empty", "other"});
}

TEST_CASE("a second writer in the same process is refused where SQLite is not safe with two") {
  const Folder folder;
  auto store = found(folder / "a");
  std::filesystem::create_symlink(folder / "a", folder / "alias");
  for (const char* name : {"a", "alias"}) {
    if (one_writer()) {
      CHECK(error_of([&] { open_sqlite(folder / name, {}); }) == ErrorCode::busy);
    } else {
      Loaded it = report(*open_sqlite(folder / name, {}), name[1] == 'l' ? 1 : 2);
      CHECK(store->read(it.snapshot.summary.id));
    }
  }
  report(*store, 5);
  CHECK(store->check().empty());
  store.reset();
  CHECK_NOTHROW(open_sqlite(folder / "a", {}));
}

TEST_CASE("a second writer in another process is refused likewise, readers are welcome") {
  const Folder folder;
  found(folder / "a");
  Child child([&](int pipe) {
    const auto store = open_sqlite(folder / "a", {});
    const Loaded it = report(*store, 1);
    Child::send(pipe, to_number(it.snapshot.summary.id));
    pause();
    return 0;
  });
  std::int64_t id = 0;
  REQUIRE(child.receive(id));
  if (one_writer()) {
    CHECK(error_of([&] { open_sqlite(folder / "a", {}); }) == ErrorCode::busy);
  } else {
    report(*open_sqlite(folder / "a", {}), 2);
  }
  const auto reader = open_sqlite(folder / "a", reading());
  CHECK(reader->read(CaseId{id}));
  CHECK(reader->county().last_sequence >= 2);
  CHECK(reader->check().empty());
  child.end();
  const auto store = open_sqlite(folder / "a", {});
  CHECK(store->read(CaseId{id}));
  report(*store, 3);
  CHECK(reader->case_ids(CaseId::none, 10).size() == store->case_ids(CaseId::none, 10).size());
}

TEST_CASE("a store that is only read takes nothing and needs no writer") {
  const Folder folder;
  Loaded it;
  {
    const auto store = found(folder / "a");
    it = report(*store, 1);
  }
  const auto store = open_sqlite(folder / "a", reading());
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  CHECK(equal(*store->load({it.snapshot.summary.id}).at(0), it));
  CHECK(store->check().empty());
  CHECK(error_of([&] { store->commit({step(it, ActionKind::comment)}); }) ==
        ErrorCode::invalid_argument);
  CHECK(store->county().last_sequence == 2);
}

TEST_CASE("what a killed writer left in its log is read by a reader alone") {
  const Folder folder;
  found(folder / "a");
  Child child([&](int pipe) {
    const auto store = open_sqlite(folder / "a", {});
    Child::send(pipe, to_number(report(*store, 1).snapshot.summary.id));
    pause();
    return 0;
  });
  std::int64_t id = 0;
  REQUIRE(child.receive(id));
  child.end();
  CHECK(open_sqlite(folder / "a", reading())->read(CaseId{id}));
}

TEST_CASE("words and units that another process wrote are understood") {
  if (one_writer()) return;
  const Folder folder;
  const auto one = found(folder / "a");
  const auto two = open_sqlite(folder / "a", {});
  Loaded a = reported(one->reserve_case_id({2018, 3, 16}), 1);
  a.snapshot.summary.holder = "new unit A";
  one->commit({step(a, ActionKind::report)});
  Loaded b = reported(two->reserve_case_id({2018, 3, 16}), 2);
  b.snapshot.summary.holder = "new unit B";
  CHECK(two->commit({step(b, ActionKind::report)}).at(0).outcome == DeltaOutcome::committed);
  for (Store* store : {one.get(), two.get()}) {
    CHECK(equal(*store->read(a.snapshot.summary.id), a));
    CHECK(equal(*store->read(b.snapshot.summary.id), b));
    CHECK(store->check().empty());
  }
}

TEST_CASE("a folder that cannot be written gives an error and nothing else") {
  const Folder folder;
  found(folder / "a");
  chmod(folder.path().c_str(), 0555);
  Child child([&](int) {
    if (getuid() == 0 && setuid(65534) != 0) return 1;  // permissions do not bind root
    if (error_of([&] { found(folder / "b"); }) != ErrorCode::io) return 2;
    if (error_of([&] { open_sqlite(folder / "a", {}); }) == ErrorCode{}) return 3;
    return 0;
  });
  CHECK(child.wait() == 0);
  chmod(folder.path().c_str(), 0755);
  CHECK(files_in(folder) == std::set<std::string>{"a", "a-writer"});
  CHECK(open_sqlite(folder / "a", {})->check().empty());
}

TEST_CASE("a forked child is refused and its end harms nothing") {
  const Folder folder;
  auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  store->read(it.snapshot.summary.id);
  Child child([&](int) {
    const auto is_forked = [](auto call) { return error_of(call) == ErrorCode::forked; };
    const bool refused = is_forked([&] { store->county(); }) &&
                         is_forked([&] { store->read(CaseId{1}); }) &&
                         is_forked([&] { store->check(); }) &&
                         is_forked([&] { store->commit({}); }) && is_forked([&] {
                           store->reserve_case_id({2018, 3, 16});
                         });
    store.reset();
    return refused ? 0 : 1;
  });
  CHECK(child.wait() == 0);
  CHECK(store->commit({step(it, ActionKind::comment)}).at(0).outcome == DeltaOutcome::committed);
  CHECK(store->check().empty());
  if (one_writer()) {
    CHECK(error_of([&] { open_sqlite(folder / "a", {}); }) == ErrorCode::busy);
  }
}

TEST_CASE("a writer that waits in vain says busy and has done nothing") {
  const Folder folder;
  found(folder / "a");
  const auto store = open_sqlite(folder / "a", impatient());
  Loaded it = reported(store->reserve_case_id({2018, 3, 16}), 1);
  const Delta delta = step(it, ActionKind::report);
  {
    Connection other(folder / "a", Connection::Mode::write, 0);
    other.keep_log_on_close();
    Transaction transaction(other, Transaction::Kind::write);
    CHECK(error_of([&] { store->commit({delta}); }) == ErrorCode::busy);
    CHECK_FALSE(store->read(it.snapshot.summary.id));
  }
  CHECK(store->commit({delta}).at(0).outcome == DeltaOutcome::committed);
  CHECK(store->check().empty());
}

TEST_CASE("the log is moved into the store while it is written") {
  const Folder folder;
  const auto store = found(folder / "a");
  std::uintmax_t longest = 0;
  for (std::int64_t i = 0; i < 60; ++i) {
    std::vector<Delta> batch;
    for (std::int64_t k = 1; k <= 100; ++k) {
      Loaded it = reported(store->reserve_case_id({2018, 3, 16}), i * 100 + k);
      batch.push_back(step(it, ActionKind::report, std::to_string(i * 7919 + k * 104729)));
    }
    store->commit(batch);
    longest = std::max(longest, std::filesystem::file_size(folder / "a-wal"));
  }
  CHECK(longest < 1200 * 4120);
  CHECK(store->check().empty());
}

TEST_CASE("many threads read while one writes, and each sees whole commits") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded one = report(*store, 1);
  Loaded two = report(*store, 2);
  std::atomic<bool> done{false};
  std::atomic<int> faults{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      try {
        while (!done) {
          const auto cases = store->find({}, {}, model::whole_county()).cases;
          if (cases.size() != 2 || cases[0].version != cases[1].version) ++faults;
          const auto log = store->read_log(0, 1000);
          if (log.size() % 2 != 1) ++faults;
          const auto loaded = store->read(one.snapshot.summary.id);
          if (!loaded || loaded->snapshot.summary.holder.empty()) ++faults;
        }
      } catch (const std::exception&) {
        ++faults;
      }
    });
  }
  for (int i = 0; i < 300; ++i) {
    one.snapshot.summary.holder = "unit-" + std::to_string(i);
    store->commit({step(one, ActionKind::transfer), step(two, ActionKind::comment)});
  }
  done = true;
  for (auto& thread : threads)
    thread.join();
  CHECK(faults == 0);
  CHECK(store->check().empty());
}
