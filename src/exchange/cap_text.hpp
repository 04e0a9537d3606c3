#pragma once
// What CAP packs into the text of one element, both ways.

#include <gridcase/cap.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::exchange {

// "2018-03-16T08:30:00+08:00"; UTC is "-00:00".
std::string written(CapTime time);
std::optional<CapTime> read_cap_time(std::string_view text);

// In the shortest form that reads back as the same number, without exponent, in no locale.
std::string written(double number);
std::optional<double> read_decimal(std::string_view text);

// "28.7,118.6 …", latitude first, the first point once more at the end.
std::string written(const Ring& ring);
// Without the closing point; nothing when it is no list of valid points. `closed` tells whether the
// last point was the first.
std::optional<Ring> read_ring(std::string_view text, bool& closed);

std::string written(CapCircle circle);  // "28.7,118.6 2.5"
std::optional<CapCircle> read_circle(std::string_view text);

// Divided by blanks; what holds a blank stands in quotation marks.
std::string written(const std::vector<std::string>& texts);
// Nothing when a quotation mark is not closed.
std::optional<std::vector<std::string>> read_texts(std::string_view text);

std::string written(const std::vector<CapReference>& references);
std::optional<std::vector<CapReference>> read_references(std::string_view text);

}  // namespace gridcase::exchange
