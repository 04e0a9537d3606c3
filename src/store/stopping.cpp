#include "store/stopping.hpp"

#include <gridcase/error.hpp>

#include <exception>
#include <utility>

namespace gridcase::store {

namespace {

thread_local const std::function<bool()>* asked = nullptr;
thread_local std::exception_ptr thrown;  // by the host's function, inside SQLite

}  // namespace

Stoppable::Stoppable(const std::function<bool()>& stop) noexcept
    : before_(std::exchange(asked, stop ? &stop : nullptr)) {}

Stoppable::~Stoppable() { asked = before_; }

void stop_if_asked() {
  if (asked != nullptr && (*asked)()) throw_stop();
}

bool wants_stop() noexcept {
  try {
    return asked != nullptr && (*asked)();
  } catch (...) {  // whatever a host's function throws
    thrown = std::current_exception();
    return true;
  }
}

void throw_stop() {
  if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
  throw Error(ErrorCode::stopped, "the call was ended by the host before it was done");
}

}  // namespace gridcase::store
