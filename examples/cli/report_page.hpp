#pragma once
// The page of a report: one HTML file that needs nothing else, or the table of a ledger.

#include "command.hpp"

#include <string>
#include <utility>

namespace gridcase::cli {

struct PageOptions {
  std::string file, period, out, by, at, rules, stars;
  std::pair<std::string, std::string> ledger;  // grid, unit or person, and the code
  bool bulletin = false, csv = false, force = false;
};

// What `report` takes beside the fields of a case.
void add_page_options(Command& command, PageOptions& options);
int write_report(const PageOptions& options, const Output& output);

}  // namespace gridcase::cli
