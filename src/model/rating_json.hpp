#pragma once
// The JSON form of a star scheme inside another document. rating.schema.md describes it for people.

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/rating.hpp>

namespace gridcase::model {

void read_scheme(base::ObjectReader& in, RatingScheme& scheme);
void write_scheme(base::JsonWriter& out, const RatingScheme& scheme);

}  // namespace gridcase::model
