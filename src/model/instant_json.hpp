#pragma once
// Instants in JSON: RFC 3339, written in UTC.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/time.hpp>

#include <optional>
#include <string_view>

namespace gridcase::model {

// Leaves `out` as it is when the key is missing or empty.
void read_instant(base::ObjectReader& in, std::string_view key, std::optional<Instant>& out);
void write_instant(base::JsonWriter& out, std::string_view key, Instant instant);
// Writes nothing where there is none.
void write_instant(base::JsonWriter& out, std::string_view key,
                   const std::optional<Instant>& instant);

}  // namespace gridcase::model
