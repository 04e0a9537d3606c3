#pragma once
// The JSON form of what is undertaken inside a policy: campaigns and patrol checklists.
// policy.schema.md describes it for people.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::model {

// `in` is the policy; reads "campaigns" and "patrol_lists".
void read_programmes(base::ObjectReader& in, Policy& policy);
// Writes those two keys; nothing for what is empty.
void write_programmes(base::JsonWriter& out, const Policy& policy);

}  // namespace gridcase::model
