#pragma once
// The engine as Python holds it, and how the GIL is let go of around it.

#include "convert.hpp"

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace gridcase::python {

// A call to an engine that was closed.
struct Closed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A call under way, from its arguments to its answer. Once the interpreter is about to end
// (`drain`), a thread that calls anew stops here for good, as Python itself would stop it: only
// that Python would do so in the middle of C++ and take the process with it. Whoever ends the
// interpreter may go on.
class Call {
public:
  Call();
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
};

void keep_for_caller(const py::error_already_set& error);
// Throws what was kept on this thread.
void raise_kept();

// Lets other threads run Python while the engine works, within a `Call`.
class Unlocked {
public:
  Unlocked();
  ~Unlocked();
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

private:
  PyThreadState* state_;
};

// In a function of the host whose failures are none of the caller's: calls it with the GIL, and
// keeps what is no Exception to Python (an interrupt, the end of the program) for the call it came
// in.
template <class F> void call_for_others(F&& call) {
  const py::gil_scoped_acquire gil;
  try {
    call();
  } catch (const py::error_already_set& error) {
    keep_for_caller(error);
    throw std::runtime_error(error.what());
  }
}

// Waits for the calls under way; to be called before the interpreter goes.
void drain();
// In the child of a fork: the calls of other threads are none of its own.
void forget_calls();

// Who is told. Its end may wait for an observer that needs the GIL.
class Subscribed {
public:
  explicit Subscribed(Subscription subscription) : subscription_(std::move(subscription)) {}
  Subscribed(Subscribed&&) = default;
  Subscribed& operator=(Subscribed&&) = delete;
  ~Subscribed() { end(); }

  void end() {
    const Call counted;
    const Unlocked unlocked;
    subscription_.end();
  }
  const Subscription& operator*() const noexcept { return subscription_; }

private:
  Subscription subscription_;
};

class Host {
public:
  static std::unique_ptr<Host> create(py::handle location, py::handle policy, py::handle options,
                                      py::handle now);
  static std::unique_ptr<Host> open(py::handle location, py::handle options);
  ~Host();

  bool closed() const { return !engine_; }
  // Calls under way end first; the last of them closes the store.
  void close();

  Subscribed subscribe(py::handle observer, py::handle actor, py::handle after);

  // With the GIL: what `call` gives, without it.
  template <class F> auto call(F&& call) {
    const auto engine = engine_;
    if (!engine) throw Closed("this engine is closed: open the store again");
    const Unlocked unlocked;
    if constexpr (std::is_void_v<decltype(call(*engine))>) {
      call(*engine);
      raise_kept();
    } else {
      auto answer = call(*engine);
      raise_kept();
      return answer;
    }
  }

private:
  explicit Host(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {}
  static Observer observer_of(py::handle given);
  std::shared_ptr<Engine> engine_;
};

void bind_engine(py::module_& module);
void bind_directory(py::module_& module);
void bind_functions(py::module_& module);
// Written by tools/generate.py.
void bind_engine_methods(py::class_<Host>& engine);

}  // namespace gridcase::python
