#pragma once
// Small parts of answers. Keys are always there, null where a value is missing, as in what the
// command line prints with --json.

#include "base/json_writer.hpp"

#include <gridcase/action.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::c_api {

using base::JsonWriter;

std::string id_text(CaseId id);
// ISO 8601: "PT26H50M".
std::string duration_text(Duration duration);

// Null for an empty text.
void put_text(JsonWriter& out, std::string_view key, std::string_view text);
void put_id(JsonWriter& out, std::string_view key, CaseId id);
void put_ids(JsonWriter& out, std::string_view key, const std::vector<CaseId>& ids);
void put_time(JsonWriter& out, std::string_view key, const std::optional<Instant>& time,
              const std::string& zone);
void put_number(JsonWriter& out, std::string_view key, const std::optional<double>& number);
void put_numbers(JsonWriter& out, std::string_view key, const std::vector<std::int32_t>& numbers);
// Hundredths as a number with two decimals; null for nothing.
void put_hundredths(JsonWriter& out, std::string_view key, std::optional<std::int64_t> hundredths);
void put_faults(JsonWriter& out, const std::vector<Fault>& faults);
void put_actor(JsonWriter& out, const Actor& actor);

// The word of a value; null where there is none.
template <typename Enum>
void put_word(JsonWriter& out, std::string_view key, const std::optional<Enum>& value) {
  put_text(out, key, value ? name(*value) : std::string_view());
}

// A list, with `put` for each.
template <typename Elements, typename Put>
void put_list(JsonWriter& out, const Elements& elements, Put put) {
  out.begin_array();
  for (const auto& element : elements)
    put(element);
  out.end_array();
}

}  // namespace gridcase::c_api
