#include "exchange/cap_text.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

namespace gridcase::exchange {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return parts;
    text.remove_prefix(from);
    parts.push_back(text.substr(0, text.find_first_of(blanks)));
    text.remove_prefix(parts.back().size());
  }
}

// dddd-dd-ddTdd:dd:dd±dd:dd
bool has_the_form_of_a_time(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd+dd:dd";
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char wanted) {
           if (wanted == 'd') return c >= '0' && c <= '9';
           return c == wanted || (wanted == '+' && c == '-');
         });
}

std::optional<Point> read_point(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto latitude = read_decimal(text.substr(0, comma));
  const auto longitude = read_decimal(text.substr(comma + 1));
  if (!latitude || !longitude || !is_valid({*longitude, *latitude})) return std::nullopt;
  return Point{*longitude, *latitude};
}

std::string point_text(Point point) {
  return written(point.latitude) + "," + written(point.longitude);
}

}  // namespace

std::string written(CapTime time) {
  const auto local = time.instant + std::chrono::minutes(time.offset_in_minutes);
  const auto text = format_instant(local, "UTC");  // with "Z" or "+00:00" at the end
  const auto offset = std::abs(time.offset_in_minutes);
  return fmt::format("{}{}{:02}:{:02}", text.substr(0, 19), time.offset_in_minutes > 0 ? '+' : '-',
                     offset / 60, offset % 60);
}

std::optional<CapTime> read_cap_time(std::string_view text) {
  if (!has_the_form_of_a_time(text)) return std::nullopt;
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  CapTime time;
  time.offset_in_minutes = number(20) * 60 + number(23);
  if (number(23) > 59 || time.offset_in_minutes > 840) return std::nullopt;
  if (text[19] == '-') time.offset_in_minutes = -time.offset_in_minutes;
  try {
    time.instant = parse_instant(text);
  } catch (const Error&) {
    return std::nullopt;  // no such day or hour; the caller says where
  }
  return time;
}

std::string written(double number) {
  char digits[400];  // the largest double has 309 digits, the smallest 324 behind the point
  const auto end =
      std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed);
  return std::string(digits, end.ptr);
}

std::optional<double> read_decimal(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("-.0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  double number = 0;
  const auto end =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string written(const Ring& ring) {
  std::string text;
  for (const Point point : ring)
    text += (text.empty() ? "" : " ") + point_text(point);
  if (!ring.empty() && (ring.size() == 1 || ring.front() != ring.back())) {
    text += " " + point_text(ring.front());
  }
  return text;
}

std::optional<Ring> read_ring(std::string_view text, bool& closed) {
  Ring ring;
  for (const auto part : split(text)) {
    const auto point = read_point(part);
    if (!point) return std::nullopt;
    ring.push_back(*point);
  }
  closed = ring.size() > 1 && ring.front() == ring.back();
  if (closed) ring.pop_back();
  return ring;
}

std::string written(CapCircle circle) {
  return point_text(circle.centre) + " " + written(circle.radius_in_kilometres);
}

std::optional<CapCircle> read_circle(std::string_view text) {
  const auto parts = split(text);
  if (parts.size() != 2) return std::nullopt;
  const auto centre = read_point(parts[0]);
  const auto radius = read_decimal(parts[1]);
  if (!centre || !radius) return std::nullopt;
  return CapCircle{*centre, *radius};
}

std::string written(const std::vector<std::string>& texts) {
  std::string list;
  for (const auto& text : texts) {
    if (!list.empty()) list += ' ';
    const bool quoted = text.find_first_of(blanks) != std::string::npos;
    list += quoted ? '"' + text + '"' : text;
  }
  return list;
}

std::optional<std::vector<std::string>> read_texts(std::string_view text) {
  std::vector<std::string> texts;
  for (;;) {
    const auto from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return texts;
    text.remove_prefix(from);
    const bool quoted = text.front() == '"';
    if (quoted) text.remove_prefix(1);
    const auto end = quoted ? text.find('"') : text.find_first_of(blanks);
    if (quoted && end == std::string_view::npos) return std::nullopt;
    const auto part = text.substr(0, end);
    if (!part.empty()) texts.emplace_back(part);
    text.remove_prefix(part.size() + (quoted ? 1 : 0));
  }
}

std::string written(const std::vector<CapReference>& references) {
  std::string list;
  for (const auto& reference : references) {
    list += (list.empty() ? "" : " ") + reference.sender + "," + reference.identifier + "," +
            written(reference.sent);
  }
  return list;
}

std::optional<std::vector<CapReference>> read_references(std::string_view text) {
  std::vector<CapReference> references;
  for (const auto part : split(text)) {
    const auto first = part.find(',');
    const auto last = part.rfind(',');
    if (first == last) return std::nullopt;  // also when there is none
    const auto sent = read_cap_time(part.substr(last + 1));
    if (!sent) return std::nullopt;
    references.push_back({std::string(part.substr(0, first)),
                          std::string(part.substr(first + 1, last - first - 1)), *sent});
  }
  return references;
}

}  // namespace gridcase::exchange
