#pragma once
// What the rules decide from and the store keeps as current rows: the summary of a case and the
// parts of its units. Everything else of a case is read from its history.

#include <gridcase/case.hpp>

#include <vector>

namespace gridcase::model {

struct Snapshot {
  CaseSummary summary;
  std::vector<Assignment> assignments;  // by number, from 1
  std::vector<Clock> clocks;            // by number, from 1
};

// A case that is a part of another.
struct Part {
  CaseId case_id = CaseId::none;
  bool is_open = true;
};

}  // namespace gridcase::model
