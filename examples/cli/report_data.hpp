#pragma once
// What the page of a report is made of, read out of a store through the library's public interface.
// The form of the document is described in examples/report/README.md.

#include "names.hpp"

#include <gridcase/engine.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::cli {

// A unit in the league table.
struct LeagueLine {
  std::string unit;
  std::optional<std::int32_t> rank;    // none without a figure to go by
  std::optional<std::int32_t> before;  // rank in the period before
  std::string score;                   // empty without rules
  std::string grade;
  std::string chinese;  // how the score came about, in sentences
  std::string english;
  std::optional<std::int32_t> stars;
};

// By rank.
struct League {
  std::vector<LeagueLine> lines;
  std::string chinese;  // name of the rules; empty without rules
  std::string english;
  std::optional<Freeze> frozen;
  std::int32_t most_stars = 5;
};

// Whose ledger (台账): a grid, a unit or a person.
struct LedgerKey {
  Dimension by = Dimension::unit;
  std::string key;
};

struct ReportWish {
  Period period;
  Actor actor;
  Instant moment{};  // clocks and figures are those at this time
  std::string view;  // that is shown first: "overview", "bulletin", "ledger"
  League league;
  std::optional<LedgerKey> ledger;
};

// The columns of the league table beside score and stars.
const std::vector<std::string>& league_measures();
// The period of the same length before; whole months where it is made of whole months.
Period period_before(const Period& period);
// The first moment of a day in the zone.
Instant start_of(Date day, const std::string& zone);

// Cases that anything of the ledger was counted of in the period, by id.
std::vector<CaseId> ledger_cases(const Engine& engine, const ReportWish& wish);

// The whole document, safe to stand in a script element of HTML.
std::string report_document(const Engine& engine, const Names& names, const ReportWish& wish);

}  // namespace gridcase::cli
