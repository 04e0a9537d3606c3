#include "engine/roll.hpp"

#include <fmt/format.h>

namespace gridcase::engine {

Roll::Roll(store::Store& store, const Rulebook& rules, Instant now)
    : store_(store), directory_(rules.directory), now_(now) {
  for (const Calendar& calendar : rules.policy->time.calendars) {
    for (const std::string& unit : calendar.units)
      keeps_.emplace(unit, rules.timetables.find(calendar.code));
  }
}

bool Roll::on_duty(const Unit& unit) const {
  if (keeps_.empty()) return true;
  for (const std::string& code : directory_.chain(unit.code)) {
    const auto found = keeps_.find(code);
    if (found != keeps_.end()) return found->second->is_working(now_);
  }
  return true;
}

std::int32_t Roll::load(const Unit& unit) {
  const auto [at, is_new] = loads_.emplace(unit.code, 0);
  if (is_new) at->second = static_cast<std::int32_t>(store_.count_open_orders(unit.code));
  return at->second;
}

std::string Roll::in_words(const Unit& unit) {
  const std::int32_t open = load(unit);
  const std::string cases = unit.capacity > 0
                                ? fmt::format("{} of {} cases", open, unit.capacity)
                                : fmt::format("{} case{}", open, open == 1 ? "" : "s");
  return fmt::format("{}, {}", on_duty(unit) ? "on duty" : "not on duty", cases);
}

std::string distance_in_words(double metres) {
  return metres < 999.5 ? fmt::format("{:.0f} m away", metres)
                        : fmt::format("{:.1f} km away", metres / 1000);
}

}  // namespace gridcase::engine
