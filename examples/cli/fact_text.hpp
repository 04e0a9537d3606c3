#pragma once
// The facts behind a figure, for people and for machines.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/measure.hpp>

namespace gridcase::cli {

bool is_time(MeasureForm form);
void print_facts(const Output& output, const Names& names, const MeasureDefinition& measure,
                 const MeasureFacts& behind);

}  // namespace gridcase::cli
