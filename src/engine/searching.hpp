#pragma once
// Records by their texts.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/search.hpp>

namespace gridcase::engine {

// What an event says of the texts that a case is searched by, as the fold takes it.
store::TextChange text_change(const Event& event, const std::string& title_before,
                              const std::string& title);

SearchPage search(store::Store& store, const Rulebook& rules, const SearchQuery& query,
                  const Actor& actor);

}  // namespace gridcase::engine
