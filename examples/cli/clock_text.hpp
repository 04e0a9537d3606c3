#pragma once
// Clocks for people: limits, times and lights in words, and the table of a case's clocks.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/policy.hpp>
#include <gridcase/query.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

// The library's word for the language of the command line.
gridcase::Language library_language(Language language);

// "4 working hours", "5 working days of 8 h" (of the calendar in force).
std::string limit_text(const Output& output, const Clock& clock, const TimeRules& rules);
// "green"; "no clock" has none.
std::string light_text(const Output& output, Light light);
// Whose time a share is: a unit with what it is to the case, or in words.
std::string share_text(const Output& output, const Names& names, const Share& share);

// One line a clock; empty if there is none.
std::string clocks_text(const Output& output, const Names& names,
                        const std::vector<ClockView>& views, const TimeRules& rules);

}  // namespace gridcase::cli
