#include "base/zone_years.hpp"

namespace gridcase::base {

date::days shift_to_known_rules(date::year year) {
  if (static_cast<int>(year) <= 2036) return date::days{0};
  const date::sys_days start = year / 1 / 1;
  for (date::year like{2036};; --like) {
    const date::sys_days other = like / 1 / 1;
    if (like.is_leap() == year.is_leap() && date::weekday(other) == date::weekday(start)) {
      return start - other;
    }
  }
}

}  // namespace gridcase::base
