#pragma once
// Lengths of time: in ISO 8601 for machines and scripts, as hours and minutes for people.

#include <gridcase/time.hpp>

#include <string>
#include <string_view>

namespace gridcase::cli {

// ISO 8601, days to fractions of a second: "PT24H", "P1DT2H30M", "PT0.5S". Throws Failure.
Duration parse_duration(std::string_view field, std::string_view text);
// "PT26H50M".
std::string format_duration(Duration duration);

// "7:30", to the second where there are any: "0:00:40". Fractions are cut off.
std::string hours_text(Duration duration);

}  // namespace gridcase::cli
