#pragma once
// Who stands where: units by score, or by how many of their cases were closed in time.

#include "report_data.hpp"

#include <gridcase/rating.hpp>
#include <gridcase/scoring.hpp>

#include <optional>
#include <vector>

namespace gridcase::cli {

struct LeagueRules {
  std::optional<ScoreRules> scoring;
  std::vector<ScoreMark> marks;  // what assessors gave, of this period
  std::optional<RatingScheme> stars;
  std::vector<RatingEvent> star_events;
};

// The lines by rank. With rules for scores those whom they are for, else the command rooms, or the
// departments where no command room has a case.
std::vector<LeagueLine> league(const Engine& engine, const Names& names, const ReportWish& wish,
                               const LeagueRules& rules);

}  // namespace gridcase::cli
