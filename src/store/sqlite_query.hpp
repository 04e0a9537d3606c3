#pragma once
// The texts of lists and boards, apart so that a test can ask SQLite how it would run them.

#include "store/scope_sql.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gridcase::store {

// What decides the index of a list.
enum class Selector : std::uint8_t {
  all,
  open,
  number,
  external_id,
  holder,
  assigned,
  township,
  grid,
  part_of,
  merged_into,
  concerns,
  about,
  subject,
  incoming  // contacts, alerts or articles
};

Selector selector_of(const CaseQuery& query) noexcept;

// GRIDCASE_CASE_COLUMNS, then state, category, reported, deadline, and 1 or 0 for inside the scope.
// In ascending order of case; a case may come more than once.
// Parameters in order: those of the scope; the county, what the selector needs; then, unless it
// gives one case at most, the case to start after and the number of rows.
std::string list_text(Selector selector, const ScopeSql& scope);

// The key (for the tier: origin, back, back2), state, count. Parameters in order: the county, those
// of the scope.
std::string board_text(BoardKey key, bool open_only, Nature nature, const ScopeSql& scope);

}  // namespace gridcase::store
