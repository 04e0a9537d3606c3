#pragma once
// The JSON form of the register of other systems inside a policy. policy.schema.md describes it for
// people; that of the messages that go between is platform.schema.md.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::model {

// `in` is the policy; reads "platforms".
void read_platforms(base::ObjectReader& in, Policy& policy);
// Writes that key; nothing if there are none.
void write_platforms(base::JsonWriter& out, const Policy& policy);

}  // namespace gridcase::model
