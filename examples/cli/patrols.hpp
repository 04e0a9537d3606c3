#pragma once
// A patrol round as people hand it over.

#include <gridcase/query.hpp>

#include <string>
#include <string_view>

namespace gridcase::cli {

// {"key", "list", "note", "happened", "passed": ["1.1"], "failed": [{"clause", "title", "text",
// "point", "address", "attachments"}]}. Civil times are those of the zone. Throws DocumentError
// with all faults of form.
Patrol read_patrol(std::string_view text, const std::string& zone);

}  // namespace gridcase::cli
