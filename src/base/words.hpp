#pragma once
// Enumerations and their stable names: one table each, read both ways.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace gridcase::base {

template <typename Enum> struct Word {
  Enum value;
  std::string_view name;
};

template <typename Enum, std::size_t N>
constexpr std::string_view name_in(const std::array<Word<Enum>, N>& words, Enum value) noexcept {
  for (const auto& word : words) {
    if (word.value == value) return word.name;
  }
  return "unknown";
}

template <typename Enum, std::size_t N>
constexpr std::optional<Enum> value_in(const std::array<Word<Enum>, N>& words,
                                       std::string_view name) noexcept {
  for (const auto& word : words) {
    if (word.name == name) return word.value;
  }
  return std::nullopt;
}

}  // namespace gridcase::base
