#pragma once
// Dates in JSON: year-month-day.

#include "base/json_reader.hpp"

#include <gridcase/time.hpp>

#include <optional>
#include <string_view>

namespace gridcase::model {

// Leaves `out` as it is when the key is missing or empty; what is no date is a fault.
void read_date(base::ObjectReader& in, std::string_view key, std::optional<Date>& out);
// A missing key is a fault, too.
void read_required_date(base::ObjectReader& in, std::string_view key, Date& out);

}  // namespace gridcase::model
