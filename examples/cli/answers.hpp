#pragma once
// Says how a submission ended.

#include "names.hpp"
#include "output.hpp"

#include <gridcase/action.hpp>

#include <string>

namespace gridcase::cli {

// Why it was refused, in one line, and what is allowed instead.
std::string refusal_text(const Output& output, const Refusal& refusal);
// Prints the answer and returns the exit code it stands for. `number` is that of the case.
int print_answer(const Output& output, const Names& names, const Answer& answer,
                 const std::string& number);

}  // namespace gridcase::cli
