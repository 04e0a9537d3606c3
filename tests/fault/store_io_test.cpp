#include "fault_vfs.hpp"
#include "store/store_fixture.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

using Call = FaultVfs::Call;

// Every call of a kind fails once; or every n-th, where the calls take long.
int stride() { return static_cast<int>(gridcase::test::number_from("GRIDCASE_FAULT_STRIDE", 1)); }

Delta big_step(Loaded& it) {
  Delta delta = step(it, ActionKind::comment);
  delta.record.parts.detail = std::string(20000, 'd');
  return delta;
}

}  // namespace

TEST_CASE("a failed sync at the commit leaves its fate open and stops the store") {
  FaultVfs vfs;
  const Folder folder;
  auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  const Loaded before = it;
  const Delta delta = step(it, ActionKind::comment, "c-1");
  vfs.fail(Call::sync, 1, SQLITE_IOERR_FSYNC, "-wal");
  CHECK(error_of([&] { store->commit({delta}); }) == ErrorCode::needs_reopen);
  REQUIRE(vfs.fired());
  vfs.heal();
  CHECK(error_of([&] { store->commit({delta}); }) == ErrorCode::needs_reopen);
  CHECK(error_of([&] { store->county(); }) == ErrorCode::needs_reopen);
  CHECK(error_of([&] { store->read(it.snapshot.summary.id); }) == ErrorCode::needs_reopen);
  store.reset();
  store = open_sqlite(folder / "a", {});
  const auto found_again = store->read(it.snapshot.summary.id);
  REQUIRE(found_again);
  CHECK((equal(*found_again, before) || equal(*found_again, it)));
  const auto outcome = store->commit({delta}).at(0).outcome;
  CHECK((outcome == DeltaOutcome::committed || outcome == DeltaOutcome::duplicate));
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  CHECK(store->check().empty());
}

TEST_CASE("a failed checkpoint stops the store after a commit that holds") {
  FaultVfs vfs;
  const Folder folder;
  auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  vfs.fail(Call::sync, 1, SQLITE_IOERR_FSYNC, "/a");
  std::int64_t acknowledged = 0;
  ErrorCode error{};
  for (int i = 0; i < 400 && error == ErrorCode{}; ++i) {
    Delta delta = big_step(it);
    error = error_of([&] { store->commit({delta}); });
    if (error == ErrorCode{}) acknowledged = delta.record.version;
  }
  CHECK(vfs.fired());
  CHECK(error == ErrorCode::needs_reopen);
  vfs.heal();
  store.reset();
  store = open_sqlite(folder / "a", {});
  CHECK(store->read(it.snapshot.summary.id)->snapshot.summary.version == acknowledged);
  CHECK(store->check().empty());
}

TEST_CASE("whatever call fails, nothing acknowledged is lost and nothing is done twice") {
  struct Kind {
    Call call;
    int result;
    bool sticky;
  };
  const Folder model;
  Loaded reported_case;
  {
    const auto store = found(model / "a");
    reported_case = report(*store, 1);
  }
  for (const Kind kind :
       {Kind{Call::write, SQLITE_FULL, false}, Kind{Call::write, SQLITE_FULL, true},
        Kind{Call::write, SQLITE_IOERR_WRITE, true}, Kind{Call::sync, SQLITE_IOERR_FSYNC, false},
        Kind{Call::read, SQLITE_IOERR_READ, false}}) {
    for (int nth = 1;; nth += stride()) {
      CAPTURE(static_cast<int>(kind.call));
      CAPTURE(kind.result);
      CAPTURE(nth);
      FaultVfs vfs;
      const Folder folder;
      std::filesystem::copy_file(model / "a", folder / "a");
      auto store = open_sqlite(folder / "a", {});
      Loaded it = reported_case;
      std::int64_t acknowledged = 1;
      Delta pending;
      ErrorCode error{};
      vfs.fail(kind.call, nth, kind.result, "", kind.sticky);
      for (int i = 1; i <= 4 && error == ErrorCode{}; ++i) {
        it.snapshot.summary.holder = "unit-" + std::to_string(i);
        pending = big_step(it);
        pending.record.command_id = "c-" + std::to_string(i);
        error = error_of([&] { store->commit({pending}); });
        if (error == ErrorCode{}) acknowledged = pending.record.version;
      }
      const bool fired = vfs.fired();
      vfs.heal();
      if (error != ErrorCode{}) {
        CHECK((error == ErrorCode::io || error == ErrorCode::needs_reopen));
        if (error == ErrorCode::io) {
          CHECK(store->county().last_sequence == acknowledged + 1);  // nothing happened
        }
      }
      store.reset();
      store = open_sqlite(folder / "a", {});
      const auto version = store->read(it.snapshot.summary.id)->snapshot.summary.version;
      CHECK(version >= acknowledged);
      CHECK(version <= acknowledged + (error == ErrorCode::needs_reopen ? 1 : 0));
      const auto outcome = store->commit({pending}).at(0).outcome;
      CHECK(outcome ==
            (version < pending.record.version ? DeltaOutcome::committed : DeltaOutcome::duplicate));
      CHECK(store->check().empty());
      if (!fired) break;
    }
  }
}

TEST_CASE("a store that could not be made is not there") {
  for (const Call call : {Call::write, Call::sync}) {
    for (int nth = 1;; nth += stride()) {
      CAPTURE(nth);
      FaultVfs vfs;
      const Folder folder;
      vfs.fail(call, nth, call == Call::write ? SQLITE_FULL : SQLITE_IOERR_FSYNC, "", true);
      const ErrorCode error = error_of([&] { found(folder / "a"); });
      const bool fired = vfs.fired();
      vfs.heal();
      if (error == ErrorCode{}) {
        CHECK(open_sqlite(folder / "a", {})->check().empty());
      } else if (!std::filesystem::exists(folder / "a")) {
        CHECK(error == ErrorCode::io);
        CHECK_FALSE(std::filesystem::exists(folder / "a.tmp"));
        CHECK(found(folder / "a")->check().empty());
      } else {  // made, but not opened again
        CHECK(open_sqlite(folder / "a", {})->check().empty());
      }
      if (!fired) break;
    }
  }
}
