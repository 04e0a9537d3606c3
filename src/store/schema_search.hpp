#pragma once
// The tables that cases are searched by: their texts, who may see them, when and where they
// happened. Part of schema 4.

#include "store/sqlite.hpp"

namespace gridcase::store {

// Throws Error unsupported when SQLite was built without full-text search (FTS5).
void require_search(Connection& connection);
void create_search(Connection& connection);
// From the cases there are, in a store that is brought forward.
void fill_search(Connection& connection);

}  // namespace gridcase::store
