#pragma once
// The JSON form of an organization inside a larger document.

#include "base/json_reader.hpp"

#include <gridcase/organization.hpp>

namespace gridcase::model {

void read_organization(base::ObjectReader& reader, Organization& organization);

}  // namespace gridcase::model
