#pragma once
// The JSON that commands print with --json. Keys are those of the public headers and always all
// there, null where a value is missing; enumerations are names, ids are strings of digits, times
// are RFC 3339 in the organization's zone.

#include "json.hpp"

#include <gridcase/engine.hpp>

#include <string>

namespace gridcase::cli {

std::string id_text(CaseId id);

// A case in a list, and one with everything that hangs on it.
std::string summary_json(const CaseSummary& summary, const std::string& zone);
std::string case_json(const Case& whole, const std::string& zone);
// One line of the history.
std::string event_json(const Event& event, const std::string& zone);
std::string answer_json(const Answer& answer);

// Writes an optional time under a key.
void put_time(Json& json, std::string_view key, const std::optional<Instant>& time,
              const std::string& zone);

}  // namespace gridcase::cli
