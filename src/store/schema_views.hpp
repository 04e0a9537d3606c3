#pragma once
// Views for readers without this library: words for numbers, codes for what the dictionary keeps.

#include "store/sqlite.hpp"

namespace gridcase::store {

void create_views(Connection& connection);
// All of any schema; the last step of a migration makes those of today.
void drop_views(Connection& connection);

}  // namespace gridcase::store
