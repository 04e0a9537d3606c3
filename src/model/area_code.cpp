#include "model/area_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gridcase::model {

namespace {

constexpr std::array<std::string_view, 34> provinces = {
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
    "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
    "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};

constexpr std::size_t object_digits = 6;  // of a 20-digit code, before the division
constexpr std::size_t long_grid_code = 20;

}  // namespace

bool is_all_digits(std::string_view text) noexcept {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_county_or_above(std::string_view area_code) noexcept {
  return area_code.size() >= 6 && is_all_digits(area_code) &&
         std::find(provinces.begin(), provinces.end(), area_code.substr(0, 2)) != provinces.end();
}

TownshipClass township_class(std::string_view area_code) noexcept {
  if (area_code.size() < 9 || !is_all_digits(area_code)) return TownshipClass::unknown;
  const std::string_view digits = area_code.substr(6, 3);
  if (digits == "000" || digits >= "600") return TownshipClass::unknown;
  if (digits < "100") return TownshipClass::street;
  if (digits < "200") return TownshipClass::town;
  if (digits < "400") return TownshipClass::township;
  return TownshipClass::enterprise_unit;
}

std::string fault_of_area_code(std::string_view area_code, std::size_t length) {
  if (area_code.size() != length || !is_all_digits(area_code)) {
    return fmt::format("the area code must have {} digits", length);
  }
  if (!is_county_or_above(area_code)) {
    return fmt::format("{} is no province of GB/T 2260", area_code.substr(0, 2));
  }
  if (length > 6 && township_class(area_code) == TownshipClass::unknown) {
    return fmt::format("{} is no township of GB/T 10114 (001-599)", area_code.substr(6, 3));
  }
  if (length > 9 && area_code.substr(9, 3) == "000") return "000 is no village or community";
  return {};
}

std::string fault_of_grid_code(std::string_view area_code, const std::vector<int>& lengths) {
  const auto fits = [&](int length) {
    return static_cast<std::size_t>(length) == area_code.size();
  };
  if (!is_all_digits(area_code) || std::none_of(lengths.begin(), lengths.end(), fits)) {
    return fmt::format("the grid code must have {} digits", fmt::join(lengths, " or "));
  }
  return {};
}

bool is_area_within(std::string_view area_code, std::string_view above) noexcept {
  const auto begins = [above](std::string_view code) {
    return code.size() >= above.size() && code.substr(0, above.size()) == above;
  };
  return begins(area_code) ||
         (area_code.size() == long_grid_code && begins(area_code.substr(object_digits)));
}

}  // namespace gridcase::model
