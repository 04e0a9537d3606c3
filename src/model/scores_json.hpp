#pragma once
// Scores read back from their text.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/scoring.hpp>

namespace gridcase::model {

// All but names and forms of figures, which the text leaves to the measures.
void read_scores(base::ObjectReader& in, Scores& scores);

}  // namespace gridcase::model
