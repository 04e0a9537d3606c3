#pragma once
// The JSON form of an action in three parts: what is plain, what is free text, what is personal.
// The history hashes the first and commits to the other two, so that they can be erased.

#include "base/json_reader.hpp"

#include <gridcase/action.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace gridcase::model {

struct ActionParts {
  std::string detail;    // plain fields, and the facts of the event
  std::string text;      // free text; empty if there is none
  std::string personal;  // names, telephones, addresses of parties; empty if there are none
};

// Fields that the event has columns for (kind, case_id, command_id, happened) are left out.
ActionParts split(const Action& action, const Event::Facts& facts);

// Puts action and facts together again. Text or personal parts may be missing (erased, masked).
// Throws Error corrupt when a part is not what `split` wrote.
void join(const ActionParts& parts, Action& action, Event::Facts& facts);

enum class Kind : std::uint8_t { must_be_there, may_be_missing };

// Reads an action inside a larger document, such as a line of a script.
Action read_action(base::ObjectReader& reader, Kind kind = Kind::must_be_there);

}  // namespace gridcase::model
