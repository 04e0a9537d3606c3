#pragma once
// How a host ends a call that only reads, from inside it. Of one thread, since the store below does
// not know which call it reads for.

#include <functional>

namespace gridcase::store {

// While it lives, what this thread reads is asked whether it is to end; not at all if `stop` is
// empty.
class Stoppable {
public:
  explicit Stoppable(const std::function<bool()>& stop) noexcept;
  ~Stoppable();
  Stoppable(const Stoppable&) = delete;
  Stoppable& operator=(const Stoppable&) = delete;

private:
  const std::function<bool()>* const before_;
};

// Throws Error stopped if the host wants the call of this thread to end, or what its function
// threw.
void stop_if_asked();
// For SQLite, through which nothing can be thrown: whether it is to break off. `throw_stop` then
// says why.
bool wants_stop() noexcept;
[[noreturn]] void throw_stop();

}  // namespace gridcase::store
