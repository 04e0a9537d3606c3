#include "store/writer_lock.hpp"

#include <gridcase/error.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gridcase::store {

namespace {

constexpr off_t writer_byte = 0;
constexpr off_t checkpointer_byte = 1;

// Locks of the open file, not of the process: two stores opened by one process exclude each other,
// and closing another descriptor of the same file drops nothing.
bool lock_byte(int file, off_t byte, short type) noexcept {
#ifdef F_OFD_SETLK
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = byte;
  lock.l_len = 1;
  return fcntl(file, F_OFD_SETLK, &lock) == 0;
#else
  (void)file, (void)byte, (void)type;
  errno = ENOTSUP;
  return false;
#endif
}

}  // namespace

WriterLock::WriterLock(const std::string& store_path, Writers writers) : process_(getpid()) {
  const std::string path = store_path + "-writer";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0) {
    throw Error(ErrorCode::io, "cannot open the lock file " + path + ": " + std::strerror(errno));
  }
  const bool alone = writers == Writers::one;
  if (lock_byte(file_, writer_byte, alone ? F_WRLCK : F_RDLCK)) return;
  const int error = errno;
  close(file_);
  if (error != EAGAIN && error != EACCES) {
    throw Error(ErrorCode::io, "cannot lock " + path + ": " + std::strerror(error));
  }
  throw Error(ErrorCode::busy,
              alone ? "another engine writes to " + store_path +
                          "; this SQLite allows one writer at a time (any number may read: open "
                          "with read_only)"
                    : "another engine holds " + store_path + " for itself");
}

// A forked child has the same open file, and would keep the locks for as long as it lives: the
// process that took them gives them back by name. The child gives nothing back.
WriterLock::~WriterLock() {
#ifdef F_OFD_SETLK
  if (getpid() == process_) {
    (void)lock_byte(file_, checkpointer_byte, F_UNLCK);
    (void)lock_byte(file_, writer_byte, F_UNLCK);
  }
#endif
  close(file_);
}

bool WriterLock::try_checkpointer() noexcept {
  if (!checkpointer_) checkpointer_ = lock_byte(file_, checkpointer_byte, F_WRLCK);
  return checkpointer_;
}

}  // namespace gridcase::store
