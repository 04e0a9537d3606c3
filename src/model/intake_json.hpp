#pragma once
// The JSON forms of intake rules, alert types and site lists; src/model/policy.schema.md.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/policy.hpp>

namespace gridcase::model {

void read_intake(base::ObjectReader& in, Policy& policy);
void write_intake(base::JsonWriter& out, const Policy& policy);

}  // namespace gridcase::model
