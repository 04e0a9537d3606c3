#pragma once
// The JSON forms of rules over scores and of marks inside another document. scoring.schema.md
// describes them for people.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/scoring.hpp>

#include <vector>

namespace gridcase::model {

void read_rules(base::ObjectReader& in, ScoreRules& rules);
void write_rules(base::JsonWriter& out, const ScoreRules& rules);

// The list under "marks".
void read_marks(base::ObjectReader& in, std::vector<ScoreMark>& marks);
void write_marks(base::JsonWriter& out, const std::vector<ScoreMark>& marks);

}  // namespace gridcase::model
