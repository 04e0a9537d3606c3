#pragma once
// Who stands where: units by the scores of the policy, or by how many of their cases were closed in
// time.

#include "report_data.hpp"

#include <string>

namespace gridcase::cli {

// Codes of the policy; if empty the first rules that score units, and the first star scheme.
struct LeagueChoice {
  std::string rules;
  std::string stars;
};

// The lines by rank. With rules for scores those whom they are for, else, or where the reader may
// not have the scores, the command rooms, or the departments where no command room has a case.
// \throws Failure: rules or a scheme the policy does not have, or rules that score persons.
League league(const Engine& engine, const Names& names, const ReportWish& wish,
              const LeagueChoice& choice);

}  // namespace gridcase::cli
