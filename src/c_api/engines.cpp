#include "c_api/engines.hpp"

#include "c_api/errors.hpp"

#include <utility>

namespace gridcase::c_api {

Handles<Engine>& engines() {
  static Handles<Engine> all;
  return all;
}

gridcase_engine* opened(Engine engine) {
  const std::uintptr_t handle = engines().open(std::make_unique<Engine>(std::move(engine)));
  if (handle != 0) return reinterpret_cast<gridcase_engine*>(handle);
  throw Error(ErrorCode::unsupported, "65,536 engines are open; close some", "engine");
}

UsedEngine::UsedEngine(gridcase_engine* handle)
    : use_(engines(), reinterpret_cast<std::uintptr_t>(handle)) {
  need(handle, "engine");
  if (use_.get() != nullptr) return;
  throw Error(ErrorCode::invalid_argument,
              "engine is not open: it was closed, or this is no engine; pass what gridcase_create "
              "or gridcase_open gave",
              "engine");
}

}  // namespace gridcase::c_api
