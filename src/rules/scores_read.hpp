#pragma once
// What the text of scores leaves to the measures.

#include <gridcase/scoring.hpp>

namespace gridcase::rules {

// Gives every figure the names and the form of its measure; of one that is unknown the code.
void name_figures(Scores& scores, const MeasureLookup& measures);

}  // namespace gridcase::rules
