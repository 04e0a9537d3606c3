#pragma once
// Rebuilds every case from its history and compares it with the current rows.

#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

namespace gridcase::engine {

// Beside a writer. Of the county, only what never changes is used.
Verification verify(store::Store& store, Rulebooks& rulebooks, const store::County& county);

}  // namespace gridcase::engine
