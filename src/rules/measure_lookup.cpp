#include "rules/measure_lookup.hpp"

namespace gridcase::rules {

MeasureLookup given_or_catalogue(const MeasureLookup& measures) {
  if (measures) return measures;
  throw Error(ErrorCode::unsupported, "there is no catalogue of measures yet; name them",
              "measures");
}

}  // namespace gridcase::rules
