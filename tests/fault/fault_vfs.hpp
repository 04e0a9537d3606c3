#pragma once
// A layer between SQLite and the system that fails a chosen call. It stands under every connection
// that is opened while it lives.

#include <sqlite3.h>

#include <stdexcept>
#include <string>

namespace gridcase::store::test {

class FaultVfs {
public:
  enum class Call { sync, write, read };

  FaultVfs() {
    below() = sqlite3_vfs_find(nullptr);
    vfs_ = *below();
    vfs_.zName = "gridcase-fault";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + below()->szOsFile;
    vfs_.xOpen = open;
    if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK) throw std::runtime_error("no vfs");
    plan() = {};
  }
  ~FaultVfs() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(below(), 1);
  }
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  // The n-th such call from now on, counted from 1, on a file whose name ends so, fails; with
  // `sticky`, the later ones as well.
  void fail(Call call, int nth, int result, const std::string& suffix = "", bool sticky = false) {
    plan() = {true, call, nth, result, suffix, sticky, 0};
  }
  void heal() { plan().armed = false; }
  bool fired() const { return plan().fired > 0; }

private:
  struct Plan {
    bool armed = false;
    Call call = Call::sync;
    int nth = 0;
    int result = SQLITE_IOERR;
    std::string suffix;
    bool sticky = false;
    int fired = 0;
  };
  struct File {
    sqlite3_file base;
    const char* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  static Plan& plan() {
    static Plan plan;
    return plan;
  }
  static sqlite3_vfs*& below() {
    static sqlite3_vfs* below = nullptr;
    return below;
  }

  // The result of a call that is to fail, 0 for one that is to go through.
  static int verdict(sqlite3_file* file, Call call) {
    Plan& it = plan();
    const std::string name = self(file)->name == nullptr ? "" : self(file)->name;
    const std::size_t length = it.suffix.size();
    const bool fits =
        name.size() >= length && name.compare(name.size() - length, length, it.suffix) == 0;
    if (!it.armed || it.call != call || !fits) return SQLITE_OK;
    if (--it.nth > 0 || (it.nth < 0 && !it.sticky)) return SQLITE_OK;
    ++it.fired;
    return it.result;
  }
  static File* self(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return self(file)->real(); }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    File* it = self(file);
    it->name = name;
    it->base.pMethods = nullptr;
    const int result = below()->xOpen(below(), name, it->real(), flags, out);
    if (it->real()->pMethods != nullptr) it->base.pMethods = &methods();
    return result;
  }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods table{
        3,
        [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
        [](sqlite3_file* f, void* to, int count, sqlite3_int64 at) {
          if (const int failed = verdict(f, Call::read)) return failed;
          return real(f)->pMethods->xRead(real(f), to, count, at);
        },
        [](sqlite3_file* f, const void* from, int count, sqlite3_int64 at) {
          if (const int failed = verdict(f, Call::write)) return failed;
          return real(f)->pMethods->xWrite(real(f), from, count, at);
        },
        [](sqlite3_file* f, sqlite3_int64 size) {
          return real(f)->pMethods->xTruncate(real(f), size);
        },
        [](sqlite3_file* f, int flags) {
          if (const int failed = verdict(f, Call::sync)) return failed;
          return real(f)->pMethods->xSync(real(f), flags);
        },
        [](sqlite3_file* f, sqlite3_int64* size) {
          return real(f)->pMethods->xFileSize(real(f), size);
        },
        [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
        [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
        [](sqlite3_file* f, int* out) {
          return real(f)->pMethods->xCheckReservedLock(real(f), out);
        },
        [](sqlite3_file* f, int op, void* argument) {
          return real(f)->pMethods->xFileControl(real(f), op, argument);
        },
        [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
        [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
          return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
        },
        [](sqlite3_file* f, int offset, int count, int flags) {
          return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
        },
        [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
        [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
        [](sqlite3_file* f, sqlite3_int64 at, int count, void** out) {
          return real(f)->pMethods->xFetch(real(f), at, count, out);
        },
        [](sqlite3_file* f, sqlite3_int64 at, void* page) {
          return real(f)->pMethods->xUnfetch(real(f), at, page);
        }};
    return table;
  }

  sqlite3_vfs vfs_{};
};

}  // namespace gridcase::store::test
