#include "rules/measure_lookup.hpp"

namespace gridcase::rules {

MeasureLookup given_or_catalogue(const MeasureLookup& measures) {
  if (measures) return measures;
  return [](std::string_view code) { return measure(code); };
}

}  // namespace gridcase::rules
