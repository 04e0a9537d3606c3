#pragma once
// Clocks, and where the time of cases went.

#include "c_api/put.hpp"

#include <gridcase/query.hpp>

namespace gridcase::c_api {

void put_clock(JsonWriter& out, const Clock& clock, const std::string& zone);
// A line of a ledger.
void put_entry(JsonWriter& out, const ClockEntry& entry, const std::string& zone);
void put_view(JsonWriter& out, const ClockView& view, const std::string& zone);
void put_explanation(JsonWriter& out, const Explanation& explanation);
void put_responsibility(JsonWriter& out, const Responsibility& whole, const std::string& zone);
void put_shares(JsonWriter& out, const std::vector<ShareTime>& shares);
void put_moves(JsonWriter& out, const DeadlineMoves& moves, bool applied, const std::string& zone);
void put_tick(JsonWriter& out, const TickReport& report, const std::string& zone);

}  // namespace gridcase::c_api
