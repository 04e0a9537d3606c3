#include "host.hpp"

#include "described_types.hpp"

#include <atomic>
#include <chrono>
#include <exception>
#include <thread>

namespace gridcase::python {

namespace {

std::atomic<std::int64_t> calls_under_way{0};
std::atomic<bool> ending{false};
std::thread::id ends_it;     // set before `ending`
thread_local int depth = 0;  // a function of the host may call the engine from inside a call
thread_local std::exception_ptr kept;

template <class F> auto unlocked(F&& call) {
  const Unlocked guard;
  return call();
}

// Python runs what was set for a signal, such as KeyboardInterrupt, in its main thread only, and
// not while that is in a call: the call asks now and then. What is raised ends it.
std::function<bool()> with_signals(std::function<bool()> stop) {
  const auto main_thread = py::module_::import("threading").attr("main_thread")();
  const auto main_id = main_thread.attr("ident").cast<unsigned long>();
  return [stop = std::move(stop), main_id] {
    using Clock = std::chrono::steady_clock;
    constexpr auto pause = std::chrono::milliseconds(50);
    thread_local Clock::time_point looked;
    if (const auto now = Clock::now(); now - looked >= pause) {
      looked = now;
      if (PyThread_get_thread_ident() == main_id) {
        const py::gil_scoped_acquire gil;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      }
    }
    return stop && stop();
  };
}

EngineOptions options_in(py::handle given) {
  auto options = in<EngineOptions>(given, "options");
  options.stop = with_signals(std::move(options.stop));
  return options;
}

}  // namespace

Call::Call() {
  if (ending && depth == 0 && std::this_thread::get_id() != ends_it) {
    PyEval_SaveThread();
    for (;;)
      std::this_thread::sleep_for(std::chrono::hours(1));
  }
  ++depth;
  ++calls_under_way;
}

Call::~Call() {
  --calls_under_way;
  --depth;
}

void keep_for_caller(const py::error_already_set& error) {
  if (!kept && !error.matches(PyExc_Exception)) kept = std::make_exception_ptr(error);
}

void raise_kept() {
  if (kept && depth == 1) std::rethrow_exception(std::exchange(kept, nullptr));
}

Unlocked::Unlocked() : state_(PyEval_SaveThread()) {}

Unlocked::~Unlocked() { PyEval_RestoreThread(state_); }

void drain() {
  ends_it = std::this_thread::get_id();
  ending = true;
  // Functions of the host that those calls wait for need the GIL.
  const py::gil_scoped_release release;
  while (calls_under_way > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void forget_calls() { calls_under_way = depth; }

std::unique_ptr<Host> Host::create(py::handle location, py::handle policy, py::handle options,
                                   py::handle now) {
  const Call counted;
  const auto where = in<std::string>(location, "location");
  const auto rules = in<Policy>(policy, "policy");
  const auto how = options_in(options);
  const auto when = in<Instant>(now, "now");
  return std::unique_ptr<Host>(new Host(
      unlocked([&] { return std::make_shared<Engine>(Engine::create(where, rules, how, when)); })));
}

std::unique_ptr<Host> Host::open(py::handle location, py::handle options) {
  const Call counted;
  const auto where = in<std::string>(location, "location");
  const auto how = options_in(options);
  return std::unique_ptr<Host>(
      new Host(unlocked([&] { return std::make_shared<Engine>(Engine::open(where, how)); })));
}

Observer Host::observer_of(py::handle given) {
  const auto function = std::shared_ptr<py::object>(
      new py::object(py::reinterpret_borrow<py::object>(given)), [](py::object* held) {
        if (Py_IsInitialized() == 0) return;
        const py::gil_scoped_acquire gil;
        delete held;
      });
  return [function](const std::vector<Event>& events) {
    call_for_others([&] { (*function)(out(events)); });
  };
}

Subscribed Host::subscribe(py::handle observer, py::handle actor, py::handle after) {
  const Call counted;
  if (PyCallable_Check(observer.ptr()) == 0)
    refuse_type({nullptr, "observer", 0}, "a function", observer);
  const auto who = in<Actor>(actor, "actor");
  const auto from = in<std::optional<std::int64_t>>(after, "after");
  const Observer told = observer_of(observer);
  return Subscribed(call([&](Engine& engine) { return engine.subscribe(told, who, from); }));
}

Host::~Host() { close(); }

void Host::close() {
  auto engine = std::move(engine_);
  engine_.reset();
  if (!engine) return;
  const Call counted;
  const Unlocked unlocked;
  engine.reset();
}

void bind_engine(py::module_& module) {
  py::class_<Host> engine(module, "Engine");
  engine.def_static("create", &Host::create, py::arg("location"), py::arg("policy"),
                    py::arg("options"), py::arg("now"));
  engine.def_static("open", &Host::open, py::arg("location"), py::arg("options"));
  engine.def("close", &Host::close);
  engine.def_property_readonly("closed", &Host::closed);
  engine.def("subscribe", &Host::subscribe, py::arg("observer"), py::arg("actor"),
             py::arg("after"));
  bind_engine_methods(engine);
  py::class_<Subscribed> subscription(module, "Subscription");
  subscription.def("end", &Subscribed::end);
  subscription.def_property_readonly("delivered",
                                     [](const Subscribed& it) { return (*it).delivered(); });
  subscription.def_property_readonly("failures",
                                     [](const Subscribed& it) { return (*it).failures(); });
  subscription.def_property_readonly("last_failure",
                                     [](const Subscribed& it) { return (*it).last_failure(); });
}

}  // namespace gridcase::python
