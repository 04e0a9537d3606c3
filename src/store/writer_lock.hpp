#pragma once
// Who may write: locks on a file beside the store, which the system drops when its holder dies.

#include <string>

namespace gridcase::store {

class WriterLock {
public:
  enum class Writers { one, several };

  // With `one`, no other writer may exist; with `several`, others that also allow several may.
  // Throws Error busy when that cannot be had now, io when the lock file cannot be made.
  WriterLock(const std::string& store_path, Writers writers);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  // Whether this holder is the one that checkpoints. Asked again, it takes over from a holder that
  // has gone.
  bool try_checkpointer() noexcept;

private:
  int file_;
  const int process_;
  bool checkpointer_ = false;
};

}  // namespace gridcase::store
