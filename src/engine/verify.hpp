#pragma once
// Rebuilds every case from its history and compares it with the current rows.

#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

namespace gridcase::engine {

Verification verify(store::Store& store);

}  // namespace gridcase::engine
