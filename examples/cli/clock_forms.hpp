#pragma once
// Clocks, explanations and shares of time as JSON, with the names of the public headers. Amounts
// are whole numbers in the measure of the limit, as in the headers; durations are ISO 8601.

#include "json.hpp"

#include <gridcase/query.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

void put_clock(Json& json, const Clock& clock, const std::string& zone);
// One line of a ledger.
void put_entry(Json& json, const ClockEntry& entry, const std::string& zone);

std::string views_json(const std::vector<ClockView>& views, const std::string& zone);
std::string explanation_json(const Explanation& explanation);
std::string responsibility_json(const Responsibility& whole, const std::string& zone);
std::string shares_json(const std::vector<ShareTime>& shares);
std::string moves_json(const DeadlineMoves& moves, bool applied, const std::string& zone);
std::string tick_json(const TickReport& report, const std::string& zone);

}  // namespace gridcase::cli
