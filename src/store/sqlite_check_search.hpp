#pragma once
// Whether what cases are searched by is what it follows from.

#include "store/sqlite.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace gridcase::store {

// Calls `found` with a code, a message and the case for each finding.
using SearchFinding = std::function<void(const char*, const char*, std::int64_t)>;

// Texts against the rows of their cases, and the index against the texts, in both directions. That
// the texts are those of the history is for who knows the fold.
void check_search(Connection& connection, std::int64_t county, const SearchFinding& found);
// Who may see a case, and when and where it happened, against the rows of cases and orders.
void check_sights(Connection& connection, const SearchFinding& found);
void check_occurrences(Connection& connection, const SearchFinding& found);

}  // namespace gridcase::store
