#pragma once
// The fields that a row of a legacy table can fill, by name, and how text becomes a value.

#include <gridcase/legacy.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::exchange {

// What a row says.
struct LegacyRow {
  Action action;
  Actor actor;
  std::string id;       // old id
  std::string about;    // old id of the case a step is about
  std::string contact;  // old id of the contact a case came of, or a step is about
};

struct LegacyField {
  std::string_view name;
  std::string_view fills;  // the field of an action; empty if it is none
  std::string_view words;  // what the value can be, for people
  bool is_list = false;    // several values, each of them mapped
  bool is_time = false;
  bool is_text = false;  // may speak of people: never quoted
  // False: the value is none of these words. Null for times.
  bool (*set)(LegacyRow& row, const std::string& value) = nullptr;
  std::optional<Instant> Action::*time = nullptr;
};

const std::vector<LegacyField>& legacy_fields();
const LegacyField* legacy_field(std::string_view name);

// A time in one of the formats; nothing if none fits. Throws Error where the zone is unknown.
std::optional<Instant> read_legacy_time(const std::string& text, const LegacyMapping& mapping);
// Whether the pattern has year, month and day, each once.
bool is_time_format(std::string_view format);

// Values apart: commas and semicolons, Chinese ones and 、 as well.
std::vector<std::string> split_list(std::string_view text);
// Without spaces around it, ideographic ones as well.
std::string_view without_spaces(std::string_view text);

// Every fault of a mapping, for DocumentError.
std::vector<Fault> check_legacy_mapping(const LegacyMapping& mapping);

const LegacyRows& rows_of(const LegacyMapping& mapping, LegacyTable table);

}  // namespace gridcase::exchange
