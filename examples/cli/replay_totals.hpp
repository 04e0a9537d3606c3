#pragma once
// What a replay came to: counted from the store, not from what was sent to it.

#include "output.hpp"
#include "replay_clocks.hpp"
#include "replay_run.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace gridcase::cli::replay {

struct Count {
  std::int64_t cases = 0, closed = 0, open = 0, other = 0;

  void add(const CaseSummary& summary);
};

struct Totals {
  std::int64_t records = 0;
  std::string earliest, latest;  // report, in the zone of the organization
  Count all;
  std::map<std::string, Count> by_origin, by_solved_on, by_mode, by_township, by_department;
  Judged judged;
};

Totals count_cases(const Engine& engine, const std::string& center, std::int64_t records);

// For machines: the same store and table, the same bytes.
std::string to_json(const Totals& totals, const Places& places, const Troubles& troubles,
                    const Directory& directory, const std::string& title);
// For people.
void print_totals(const Output& output, const Totals& totals, const Places& places,
                  const Troubles& troubles, const Directory& directory, const std::string& title);

}  // namespace gridcase::cli::replay
