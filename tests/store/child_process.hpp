#pragma once
// Another process, for what one process cannot show.

#include <csignal>
#include <cstdint>
#include <exception>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace gridcase::store::test {

// Runs `work` in a forked child that may send bytes to the parent; its result is the exit status,
// 99 when it throws.
class Child {
public:
  template <typename Work> explicit Child(Work work) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
      close(ends[0]);
      int status = 99;
      try {
        status = work(ends[1]);
      } catch (const std::exception&) {
        // reported by the status
      }
      _exit(status);
    }
    close(ends[1]);
    pipe_ = ends[0];
  }
  ~Child() {
    if (process_ > 0) end();
    close(pipe_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The next number the child sent; false at the end.
  bool receive(std::int64_t& value) {
    return read(pipe_, &value, sizeof value) == static_cast<ssize_t>(sizeof value);
  }
  static void send(int pipe, std::int64_t value) {
    if (write(pipe, &value, sizeof value) != static_cast<ssize_t>(sizeof value)) _exit(98);
  }
  // kill -9
  void end() {
    kill(process_, SIGKILL);
    wait();
  }
  int wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

private:
  pid_t process_ = -1;
  int pipe_ = -1;
};

}  // namespace gridcase::store::test
