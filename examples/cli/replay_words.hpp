#pragma once
// The words of the replay in English and Chinese.

#include "messages.hpp"

#include <string_view>

namespace gridcase::cli::replay {

// The words under a key; the key itself where there are none.
std::string_view words(Language language, std::string_view key) noexcept;

}  // namespace gridcase::cli::replay
