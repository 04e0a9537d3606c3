#pragma once
// Administrative division codes: GB/T 2260 (6 digits: province, prefecture, county), GB/T 10114
// (three more for the township), three more for the village or community; grid codes begin with
// the village's 12 digits.

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::model {

enum class TownshipClass {
  street = 1,       // 001 – 099 街道
  town,             // 100 – 199 镇
  township,         // 200 – 399 乡
  enterprise_unit,  // 400 – 599 政企合一单位
  unknown,
};

// The class that the three digits after the county name; for codes of 9 digits and more.
TownshipClass township_class(std::string_view area_code) noexcept;

bool is_all_digits(std::string_view text) noexcept;
// Whether the first two digits are a province of GB/T 2260 and the rest are digits.
bool is_county_or_above(std::string_view area_code) noexcept;

// What is wrong with a code of `length` 6, 9 or 12; empty if nothing is.
std::string fault_of_area_code(std::string_view area_code, std::size_t length);
// What is wrong with a grid's code, whatever stands above it; `lengths` are the allowed ones.
std::string fault_of_grid_code(std::string_view area_code, const std::vector<int>& lengths);
// Whether the code lies in the division `above`. A grid code of 20 digits (CJ/T 349) begins with
// six digits for the kind of object before those of the division.
bool is_area_within(std::string_view area_code, std::string_view above) noexcept;

}  // namespace gridcase::model
