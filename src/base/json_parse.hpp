#pragma once
// Text to Boost.JSON values, stricter and more exact than boost::json::parse: a key written twice
// is an error with its line and column, and a decimal number is the double nearest to it, so that
// what was written in its shortest form is read back unchanged.

#include <string>
#include <string_view>

namespace boost::json {
class value;
}

namespace gridcase::base {

// Throws DocumentError(document, one fault with line and column). Depth is limited to 32.
boost::json::value parse_json(std::string_view text, const std::string& document);

}  // namespace gridcase::base
