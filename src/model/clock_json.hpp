#pragma once
// The lines of the ledgers of clocks inside an event, as JSON.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/clock.hpp>

#include <vector>

namespace gridcase::model {

// The list under "clocks"; nothing is written where it is empty.
void write_clocks(base::JsonWriter& out, const std::vector<ClockEntry>& entries);
void read_clocks(base::ObjectReader& in, std::vector<ClockEntry>& entries);

}  // namespace gridcase::model
