#pragma once
// The words of the command line in English and Chinese. They stand in messages.cpp
// and help_texts.cpp.

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace gridcase::cli {

enum class Language { en, zh };

// The words under a key; "⟦?⟧" if there are none, which a test looks for.
std::string_view text(Language language, std::string_view key);
// Whether there are words under the key.
bool has_text(std::string_view key);
// The words for a stable name of the library, such as word("state", "closed"); the name itself if
// there are none, since the library may be newer.
std::string word(Language language, std::string_view group, std::string_view name);

// The words under a key with {} replaced.
template <typename... Arguments>
std::string say(Language language, std::string_view key, const Arguments&... arguments) {
  return fmt::vformat(text(language, key), fmt::make_format_args(arguments...));
}

// From the environment: LC_ALL, LC_MESSAGES, LANG, the first that is set.
Language language_of_environment();

}  // namespace gridcase::cli
