#pragma once
// A case as a person wants to read it: when, who, what, from where to where, and why.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/action.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gridcase::cli {

// What was invented for a play, by the sequence number of the event.
using Invented = std::map<std::int64_t, std::string>;

// Number, title and where it stands, in one or two lines.
std::string case_heading(const Output& output, const Names& names, const CaseSummary& summary);
// One line an event with what was said below it.
std::string timeline(const Output& output, const Names& names, const Case& whole,
                     const std::vector<Event>& history, const Invented& invented = {});
// What the county did itself: modes that were switched, task forces, rules that were adopted.
std::string county_timeline(const Output& output, const Names& names, const std::vector<Event>& log,
                            const Invented& invented);
// "+1 d 06:40", to the second where asked.
std::string elapsed_text(const Output& output, Duration elapsed, bool seconds);
// "网格员 何伟琪, 县前社区网格".
std::string actor_text(const Output& output, const Names& names, const Actor& actor);

}  // namespace gridcase::cli
