#pragma once
// Who is there and who has room: what the calendars and the store know of units.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace gridcase::engine {

// The store is asked once for each unit.
class Roll {
public:
  Roll(store::Store& store, const Rulebook& rules, Instant now);

  // By the calendar that names it, or the nearest unit above it. The organization's own hours are
  // no roster: who has none is there at any time.
  bool on_duty(const Unit& unit) const;
  // Orders it has open.
  std::int32_t load(const Unit& unit);
  bool has_room(const Unit& unit) { return unit.capacity == 0 || load(unit) < unit.capacity; }
  // "on duty, 2 of 5 cases"
  std::string in_words(const Unit& unit);

private:
  store::Store& store_;
  const Directory& directory_;
  Instant now_;
  std::map<std::string_view, const Timetable*> keeps_;  // codes of the policy, which outlives this
  std::map<std::string, std::int32_t> loads_;
};

// "850 m away", "1.2 km away"
std::string distance_in_words(double metres);

}  // namespace gridcase::engine
