#include "duration.hpp"

#include "failure.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace gridcase::cli {
namespace {

// A number with a unit letter behind it, at the start of the text, which is shortened.
bool take(std::string_view& text, char unit, double& number) {
  const std::size_t end = text.find_first_not_of("0123456789.");
  if (end == 0 || end == std::string_view::npos || text[end] != unit) return false;
  number = std::stod(std::string(text.substr(0, end)));
  text.remove_prefix(end + 1);
  return true;
}

}  // namespace

Duration parse_duration(std::string_view field, std::string_view text) {
  std::string_view rest = text;
  double days = 0, hours = 0, minutes = 0, seconds = 0;
  bool good = !rest.empty() && rest.front() == 'P' && rest.size() > 2;
  if (good) rest.remove_prefix(1);
  take(rest, 'D', days);
  if (good && !rest.empty() && rest.front() == 'T') {
    rest.remove_prefix(1);
    take(rest, 'H', hours);
    take(rest, 'M', minutes);
    take(rest, 'S', seconds);
  }
  if (!good || !rest.empty())
    throw Failure("not_a_duration", std::string(field), {std::string(text)});
  const double total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return Duration(static_cast<std::int64_t>(std::llround(total * 1e6)));
}

std::string format_duration(Duration duration) {
  const std::int64_t microseconds = duration.count();
  const std::int64_t total = std::abs(microseconds);
  const std::int64_t seconds = total / 1'000'000;
  std::string out = microseconds < 0 ? "-PT" : "PT";
  if (seconds / 3600 != 0) out += fmt::format("{}H", seconds / 3600);
  if (seconds / 60 % 60 != 0) out += fmt::format("{}M", seconds / 60 % 60);
  if (total % 60'000'000 != 0 || total == 0) {
    out += fmt::format("{}S", static_cast<double>(total % 60'000'000) / 1e6);
  }
  return out;
}

std::string hours_text(Duration duration) {
  const std::int64_t total = std::abs(duration.count()) / 1'000'000;
  std::string out = duration < Duration::zero() && total != 0 ? "-" : "";
  out += fmt::format("{}:{:02}", total / 3600, total / 60 % 60);
  if (total % 60 != 0) out += fmt::format(":{:02}", total % 60);
  return out;
}

}  // namespace gridcase::cli
