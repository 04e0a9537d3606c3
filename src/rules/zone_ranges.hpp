#pragma once
// The times in which the clocks of a zone do not change.

#include <gridcase/time.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace gridcase::rules {

struct OffsetRange {
  std::int64_t begin = 0;   // microseconds of UTC
  std::int64_t end = 0;     // exclusive
  std::int64_t offset = 0;  // microseconds that the civil time is ahead of UTC
};

// All of them between two instants, in order, without gaps; neighbours differ in their offset. The
// same offsets as `format_instant` shows.
std::vector<OffsetRange> offset_ranges(const std::string& zone, Instant from, Instant until);

}  // namespace gridcase::rules
