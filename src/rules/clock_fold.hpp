#pragma once
// Clocks are a fold of the entries that events carry, like everything else of a case.

#include "model/snapshot.hpp"

#include <gridcase/action.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::rules {

// One entry of `event`. Throws Error corrupt for an entry about a clock that is not there.
void apply(std::vector<Clock>& clocks, const ClockEntry& entry, const Event& event);

// All entries of the event, in their order.
void apply_clocks(std::vector<Clock>& clocks, const Event& event);

// The earliest times of the clocks that run, for the summary.
void note_clocks(CaseSummary& summary, const std::vector<Clock>& clocks);

// Who somebody is when two must be two: "unit", or "unit/person" where a person is named.
std::string hand_of(const Actor& actor);
// Persons if both name one, else units: who leaves the person out may be anybody of the unit.
bool is_same_hand(std::string_view one, std::string_view other);

}  // namespace gridcase::rules
