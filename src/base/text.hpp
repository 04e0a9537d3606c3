#pragma once
// UTF-8.

#include <cstddef>
#include <string>
#include <string_view>

namespace gridcase::base {

bool is_valid_utf8(std::string_view text) noexcept;
// How many bytes from the beginning are whole, valid characters.
std::size_t valid_utf8_prefix(std::string_view text) noexcept;
// At most so many characters from the beginning, never half of one; the text must be valid.
std::string_view first_characters(std::string_view text, std::size_t count) noexcept;
// Unicode code points; the text must be valid.
std::size_t length_in_characters(std::string_view text) noexcept;
// Replaces each invalid byte by U+FFFD.
std::string repaired_utf8(std::string_view text);
// Whether every character may stand in a code: A-Z a-z 0-9 . _ -
bool has_code_characters_only(std::string_view text) noexcept;
// Levenshtein distance over bytes, for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace gridcase::base
