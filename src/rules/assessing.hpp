#pragma once
// What a sheet asks for, and what a mark may be given for.

#include <gridcase/assessment.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::rules {

// The measures of a sheet by channel; under "" those of all channels together.
std::set<std::pair<std::string, std::string>> measures_by_channel(const ScoreNode& sheet);

// The marks that count: of one subject and node the last one, of those that the rules take.
std::vector<ScoreMark> counted(const std::vector<ScoreMark>& marks, const ScoreRules& rules,
                               const std::vector<ScoreSubject>& subjects);

// Limits of a case that are exempted now and were not before.
std::vector<Fact> newly_exempted(const std::vector<Fact>& before, const std::vector<Fact>& now);

// Whether both are of as many whole months, or else of as many days.
bool is_as_long(const Period& a, const Period& b);

}  // namespace gridcase::rules
