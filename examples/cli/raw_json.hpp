#pragma once
// Parts of a JSON text exactly as they are written: Boost.JSON rounds decimal numbers, and the
// library reads them better than that.

#include <string_view>
#include <vector>

namespace gridcase::cli {

// Of a member of the outermost object; empty if there is none. The text is known to be valid JSON.
std::string_view raw_member(std::string_view object, std::string_view key);
// Of each element of the outermost array. The text is known to be valid JSON.
std::vector<std::string_view> raw_elements(std::string_view array);

}  // namespace gridcase::cli
