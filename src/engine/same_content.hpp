#pragma once
// Whether what comes again under one name is what was recorded of it.

#include <gridcase/action.hpp>

#include <cstdint>
#include <vector>

namespace gridcase::engine {

// What the rules completed was not said. What was erased is no proof that it was something else.
bool is_same_content(Action said, const Event& event);

// Likewise, of an event in the history of a case as readers get it: masked, and hidden where the
// case is sensitive. What that takes away cannot be compared.
bool is_same_as_shown(Action said, const std::vector<Event>& history, std::int64_t version);

}  // namespace gridcase::engine
