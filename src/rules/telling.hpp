#pragma once
// What another system may be told of.

#include <gridcase/organization.hpp>
#include <gridcase/platform.hpp>

#include <string>

namespace gridcase::rules {

// Whether cases of the category may go there: the register lists it, or one above it, or none at
// all; and none that is sensitive unless personal data may go there, too.
bool may_be_told(const Platform& platform, const Directory& directory, const std::string& category);

}  // namespace gridcase::rules
