#include "output.hpp"
#include "failure.hpp"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>

namespace gridcase::cli {

void look_around(Output& output) {
  const char* no_colour = std::getenv("NO_COLOR");
  output.colour = isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
  output.progress = isatty(STDERR_FILENO) == 1;
}

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw Failure("output", "", {std::strerror(errno)}, exit_store);
  }
}

void print_line(std::string_view line) {
  print(line);
  print("\n");
}

void finish_output() {
  if (std::fflush(stdout) != 0) throw Failure("output", "", {std::strerror(errno)}, exit_store);
}

void print_error_line(std::string_view line) {
  std::fflush(stdout);  // keeps the order where both streams go to one place
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

struct Progress::Shared {
  std::atomic<std::int64_t> count{0};
  std::mutex mutex;
  std::condition_variable done_changed;
  bool done = false;
  std::thread watch;

  // Sleeps most of the time; the work itself is never interrupted.
  void run(Language language, const std::string& what) {
    using namespace std::chrono;
    const auto start = steady_clock::now();
    std::unique_lock<std::mutex> lock(mutex);
    auto next = start + seconds(2);
    bool shown = false;
    while (!done_changed.wait_until(lock, next, [this] { return done; })) {
      const auto elapsed = duration_cast<seconds>(steady_clock::now() - start).count();
      const std::int64_t items = count.load();
      const std::string line = items == 0 ? say(language, "progress.plain", what, elapsed)
                                          : say(language, "progress.count", what, items, elapsed);
      std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
      std::fflush(stderr);
      shown = true;
      next = steady_clock::now() + seconds(1);
    }
    if (shown) std::fputs("\r\x1b[K", stderr);
  }
};

Progress::Progress(const Output& output, std::string_view what_key) {
  if (!output.progress) return;
  shared_ = std::make_unique<Shared>();
  shared_->watch =
      std::thread([shared = shared_.get(), language = output.language,
                   what = std::string(output.text(what_key))] { shared->run(language, what); });
}

Progress::~Progress() {
  if (!shared_) return;
  {
    const std::lock_guard<std::mutex> lock(shared_->mutex);
    shared_->done = true;
  }
  shared_->done_changed.notify_one();
  shared_->watch.join();
}

void Progress::advance(std::int64_t count) noexcept {
  if (shared_) shared_->count += count;
}

}  // namespace gridcase::cli
