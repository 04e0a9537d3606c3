#pragma once
// Characters of UTF-8 text.

#include <cstddef>
#include <string_view>

namespace gridcase::cli {

constexpr char32_t replacement_character = 0xFFFD;

// The character at `at`, and `at` moved behind it. A byte that is not UTF-8 counts as one
// replacement character.
char32_t next_character(std::string_view text, std::size_t& at) noexcept;

// Cells the character takes on a terminal: 0, 1 or 2.
std::size_t width_of(char32_t character) noexcept;

}  // namespace gridcase::cli
