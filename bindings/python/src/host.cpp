#include "host.hpp"

#include "described_types.hpp"

#include <atomic>
#include <chrono>
#include <thread>

namespace gridcase::python {

namespace {

std::atomic<std::int64_t> calls_under_way{0};
std::atomic<bool> ending{false};

template <class F> auto unlocked(F&& call) {
  const Unlocked guard;
  return call();
}

}  // namespace

Unlocked::Unlocked() {
  if (ending) return;
  ++calls_under_way;
  state_ = PyEval_SaveThread();
}

Unlocked::~Unlocked() {
  if (state_ == nullptr) return;
  PyEval_RestoreThread(state_);
  --calls_under_way;
}

void drain() {
  ending = true;
  // Callbacks of those calls need the GIL.
  const py::gil_scoped_release release;
  while (calls_under_way > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void forget_calls() { calls_under_way = 0; }

std::unique_ptr<Host> Host::create(py::handle location, py::handle policy, py::handle options,
                                   py::handle now) {
  const auto where = in<std::string>(location, "location");
  const auto rules = in<Policy>(policy, "policy");
  const auto how = in<EngineOptions>(options, "options");
  const auto when = in<Instant>(now, "now");
  return std::unique_ptr<Host>(new Host(
      unlocked([&] { return std::make_shared<Engine>(Engine::create(where, rules, how, when)); })));
}

std::unique_ptr<Host> Host::open(py::handle location, py::handle options) {
  const auto where = in<std::string>(location, "location");
  const auto how = in<EngineOptions>(options, "options");
  return std::unique_ptr<Host>(
      new Host(unlocked([&] { return std::make_shared<Engine>(Engine::open(where, how)); })));
}

Host::~Host() { close(); }

void Host::close() {
  auto engine = std::move(engine_);
  engine_.reset();
  if (!engine) return;
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
  bind_engine_methods(engine);
}

}  // namespace gridcase::python
