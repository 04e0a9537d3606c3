#pragma once
// Lists of the document of a report in few bytes: a large month has tens of thousands of cases and
// several facts of each. examples/report/README.md describes the forms, data.js reads them.

#include "json.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gridcase::cli {

// Each number but the first as its distance from the one before.
void write_steps(Json& json, std::string_view key, const std::vector<std::int64_t>& numbers);
// Ascending places as "leave out so many, take so many" in turn.
void write_runs(Json& json, std::string_view key, const std::vector<int>& places);
// Texts as how many characters they have in common with the one before, and the rest.
void write_prefixed(Json& json, std::string_view key, const std::vector<std::string>& texts);
// Each text once, and which one stands where.
void write_shared(Json& json, std::string_view key, const std::vector<std::string>& texts);
// The same of lists of places.
void write_shared(Json& json, std::string_view key, const std::vector<std::vector<int>>& lists);

// Facts of several measures, those they have in common once.
class FactPack {
public:
  // Case, unit, grid, day and amount as in the document.
  using Line = std::array<std::int64_t, 5>;

  // The places of the lines, ascending.
  std::vector<int> add(const std::vector<Line>& lines);
  // A column of all lines.
  std::vector<std::int64_t> column(std::size_t which) const;

private:
  // A line that a side has twice is another one the second time.
  std::map<std::pair<Line, int>, int> places_;
  std::vector<Line> lines_;
};

}  // namespace gridcase::cli
