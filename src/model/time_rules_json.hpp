#pragma once
// The JSON form of the rules about time inside a policy: holiday tables, calendars, milestones,
// limits, deviations. policy.schema.md describes it for people.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::model {

void read_time_rules(base::ObjectReader& in, TimeRules& time);
// Writes `key` and the rules; nothing where every rule is the default.
void write_time_rules(base::JsonWriter& out, std::string_view key, const TimeRules& time);

// An amount of time, {"value", "unit"}; reading leaves `amount` as it is when the key is missing.
void read_amount(base::ObjectReader& in, std::string_view key, Amount& amount);
void write_amount(base::JsonWriter& out, std::string_view key, const Amount& amount);

}  // namespace gridcase::model
