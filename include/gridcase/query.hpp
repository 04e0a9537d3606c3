#pragma once
/// \file query.hpp
/// Questions about cases. Every list pages by key, never by offset, and is served by an index.
/// Plain values; any thread.

#include <gridcase/action.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gridcase {

/// Which cases. At most one of the *selectors* may be set; it decides the index. Without one, all
/// cases of the county in the order of recording. The *filters* narrow what the selector gives.
struct CaseQuery {
  // selectors
  std::string number;                     ///< the one with this number
  std::optional<ExternalId> external_id;  ///< the one with this name elsewhere
  std::string holder;                     ///< held by this unit now, ends left out
  std::string assigned;                   ///< with an open order to this unit, ends left out
  std::string township;                   ///< lying in this township
  std::string grid;                       ///< lying in this grid

  // filters
  std::optional<Stage> stage;
  std::optional<State> state;
  std::string category;  ///< this one or below
  std::optional<Instant> reported_from;
  std::optional<Instant> reported_until;  ///< exclusive
  bool open_only = false;

  /// Cases after this one, in ascending order of id.
  CaseId after = CaseId::none;
  std::int32_t limit = 100;  ///< 1 … 1000
};

/// One page of a list.
struct CasePage {
  std::vector<CaseSummary> cases;
  /// Where the next page starts; none at the end. A page may be short, even empty, and have a next
  /// one: the engine looks at a bounded number of rows for each page.
  std::optional<CaseId> next;
};

/// What a board counts by.
enum class BoardKey : std::uint8_t {
  holder = 1,  ///< unit that has the case
  lead,        ///< unit that leads
  township,
  category,
  tier,  ///< tier the case is on, or ended on
  channel,
};

GRIDCASE_API std::string_view name(BoardKey key) noexcept;
GRIDCASE_API std::optional<BoardKey> board_key_from_name(std::string_view name) noexcept;

struct BoardQuery {
  BoardKey by = BoardKey::holder;
  bool open_only = true;
};

/// One line of a board.
struct BoardLine {
  std::string key;                         ///< code of the unit, category …; empty for "none"
  std::array<std::int64_t, 6> by_stage{};  ///< open cases by public stage, report first; close is 0
  std::int64_t suspended = 0;              ///< among the open ones
  std::int64_t open = 0;
  std::int64_t closed = 0;      ///< closed (结案)
  std::int64_t other_ends = 0;  ///< answered, rejected, merged, annulled
};

/// Counts of cases the actor may see, drills left out.
struct Board {
  std::vector<BoardLine> lines;  ///< by key
  BoardLine total;
};

/// A finding of `Engine::verify`.
struct Finding {
  /// "chain_broken", "gap", "text_changed", "policy_changed", "row_differs", "orphan",
  /// "schema_differs", "sqlite", "unreadable" (damaged so that it cannot be looked at)
  std::string code;
  CaseId case_id = CaseId::none;
  std::int64_t sequence = 0;
  std::string message;
};

struct Verification {
  std::int64_t events = 0;
  std::int64_t cases = 0;
  std::vector<Finding> findings;  ///< at most 1,000
  bool ok() const noexcept { return findings.empty(); }
};

}  // namespace gridcase
