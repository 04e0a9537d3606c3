#pragma once
// In time or late: what the library's clocks say of the requests, against the city's own flag.

#include "replay_source.hpp"

#include <gridcase/engine.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace gridcase::cli::replay {

// Of a case by its clock of the limit that was given with the report.
enum class Verdict : std::uint8_t { on_time, late, open, no_limit };
constexpr std::size_t verdict_count = 4;
std::string_view name(Verdict verdict) noexcept;

// Cases by what the clock says, and by what the table says of them.
struct Judged {
  struct Counts {
    std::int64_t cases = 0;
    std::map<std::string, std::int64_t> by_flag;  // the city's word; empty: the row has none
  };
  std::array<Counts, verdict_count> by_verdict;
  std::int64_t agree = 0;  // met in time or late, and the flag says so too
  std::int64_t contradict = 0;

  const Counts& of(Verdict verdict) const { return by_verdict[static_cast<std::size_t>(verdict)]; }
};

// Asks the clocks of every case that was made. Where both the clock and the flag have a say, they
// are compared; contradictions go to the troubles, and nothing is guessed or corrected.
Judged judge(const Engine& engine, const std::string& center, const Mapping& mapping,
             Source& source, Troubles& troubles);

}  // namespace gridcase::cli::replay
