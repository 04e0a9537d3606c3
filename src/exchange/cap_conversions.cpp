#include "base/words.hpp"

#include <gridcase/cap.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace gridcase {

namespace {

constexpr std::string_view color_code = "ColorCode";
constexpr std::string_view division_system = "GB/T 2260";
constexpr std::string_view place_system = "GB/T 10114";

struct Level {
  WarningLevel level;
  std::string_view name;     // also the code, with a capital
  std::string_view chinese;  // without 色
  CapSeverity severity;
};

constexpr Level levels[] = {
    {WarningLevel::red, "red", "红", CapSeverity::extreme},
    {WarningLevel::orange, "orange", "橙", CapSeverity::severe},
    {WarningLevel::yellow, "yellow", "黄", CapSeverity::moderate},
    {WarningLevel::blue, "blue", "蓝", CapSeverity::minor},
};

bool same_word(std::string_view a, std::string_view lower) {
  return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [](char x, char y) {
    return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
  });
}

bool means(const Level& level, std::string_view color) {
  if (same_word(color, level.name) || color == level.chinese) return true;
  constexpr std::string_view suffix = "色";
  return color.size() == level.chinese.size() + suffix.size() &&
         color.substr(0, level.chinese.size()) == level.chinese &&
         color.substr(level.chinese.size()) == suffix;
}

}  // namespace

CapTime cap_time(Instant instant, std::string_view zone) {
  CapTime time;
  time.instant = std::chrono::floor<std::chrono::seconds>(instant);
  const std::string text = format_instant(time.instant, zone);
  const std::string civil = text.substr(0, 19) + "Z";
  const auto offset = parse_instant(civil) - time.instant;
  time.offset_in_minutes =
      static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::minutes>(offset).count());
  return time;
}

std::string_view name(WarningLevel level) noexcept {
  for (const Level& entry : levels) {
    if (entry.level == level) return entry.name;
  }
  return "unknown";
}

CapSeverity severity_of(WarningLevel level) noexcept {
  for (const Level& entry : levels) {
    if (entry.level == level) return entry.severity;
  }
  return CapSeverity::unknown;
}

std::optional<WarningLevel> warning_level_of(CapSeverity severity) noexcept {
  for (const Level& entry : levels) {
    if (entry.severity == severity) return entry.level;
  }
  return std::nullopt;
}

void set_warning_level(CapInfo& info, WarningLevel level) {
  std::string code{name(level)};
  code.front() = static_cast<char>(code.front() - 'a' + 'A');
  info.severity = severity_of(level);
  auto& parameters = info.parameters;
  const auto is_color = [](const CapValue& value) { return value.name == color_code; };
  const auto found = std::find_if(parameters.begin(), parameters.end(), is_color);
  if (found == parameters.end()) {
    parameters.push_back({std::string(color_code), code});
    return;
  }
  found->value = code;
  parameters.erase(std::remove_if(found + 1, parameters.end(), is_color), parameters.end());
}

std::optional<WarningLevel> warning_level(const CapInfo& info) noexcept {
  for (const CapValue& value : info.parameters) {
    if (value.name != color_code) continue;
    for (const Level& level : levels) {
      if (means(level, value.value)) return level.level;
    }
  }
  return warning_level_of(info.severity);
}

CapStatus cap_status(bool drill) noexcept {
  return drill ? CapStatus::exercise : CapStatus::actual;
}

bool is_drill(CapStatus status) noexcept {
  return status != CapStatus::actual && status != CapStatus::system;
}

CapValue division_geocode(std::string_view code) {
  const bool digits = code.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && code.size() == 6) return {std::string(division_system), std::string(code)};
  if (digits && (code.size() == 9 || code.size() == 12)) {
    return {std::string(place_system), std::string(code)};
  }
  throw Error(ErrorCode::invalid_argument,
              "this is no code of an administrative division: give 6, 9 or 12 digits", "code");
}

std::vector<std::string> division_codes(const CapArea& area) {
  std::vector<std::string> codes;
  for (const CapValue& geocode : area.geocodes) {
    if (geocode.name == division_system || geocode.name == place_system) {
      codes.push_back(geocode.value);
    }
  }
  return codes;
}

CapReference reference_to(const CapAlert& alert) {
  return {alert.sender, alert.identifier, alert.sent};
}

}  // namespace gridcase
