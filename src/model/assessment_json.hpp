#pragma once
// Assessments read back from their text. assessment.schema.md describes it for people.

#include "base/json_reader.hpp"

#include <gridcase/assessment.hpp>

namespace gridcase::model {

// All but names and forms of figures, which the text leaves to the measures.
void read_assessment(base::ObjectReader& in, Assessment& assessment);

}  // namespace gridcase::model
