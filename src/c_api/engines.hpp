#pragma once
// The engines that programs in C have open.

#include "c_api/handles.hpp"

#include <gridcase/engine.hpp>
#include <gridcase/gridcase.h>

namespace gridcase::c_api {

Handles<Engine>& engines();

// Throws Error unsupported when too many are open.
gridcase_engine* opened(Engine engine);

// What a function of an engine begins with: keeps the engine until the end of the call. Throws
// Error invalid_argument for NULL, one that was closed, and what never was one.
class UsedEngine {
public:
  explicit UsedEngine(gridcase_engine* handle);
  Engine* operator->() const noexcept { return use_.get(); }
  Engine& operator*() const noexcept { return *use_.get(); }

private:
  Handles<Engine>::Use use_;
};

}  // namespace gridcase::c_api
