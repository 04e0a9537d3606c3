#pragma once
// The files of examples/report, as they were when the program was built.

#include <string_view>

namespace gridcase::cli {

// Empty for an unknown name.
std::string_view report_asset(std::string_view name);

}  // namespace gridcase::cli
