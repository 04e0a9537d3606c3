#pragma once
// Where measures are looked up.

#include <gridcase/scoring.hpp>

namespace gridcase::rules {

// Those given, else the catalogue.
MeasureLookup given_or_catalogue(const MeasureLookup& measures);

}  // namespace gridcase::rules
