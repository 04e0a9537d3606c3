#include "rules/reaction.hpp"

namespace gridcase::rules {

Instant reaction_at(const Hours& then, Instant before, Instant at, const Hours& now,
                    Instant moved) {
  const std::int64_t took = then.timetable->measure(then.measure, before, at);
  const bool stands = moved == before && now.timetable->measure(now.measure, before, at) == took;
  if (stands) return at;
  // What was done outside the hours, at once or at night, comes as long after as it did.
  if (took <= 0) return moved + (at - before);
  return now.timetable->reach(now.measure, moved, took);
}

}  // namespace gridcase::rules
