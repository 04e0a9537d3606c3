#pragma once
// Text to Boost.JSON values, stricter and more exact than boost::json::parse: a key written twice
// is an error with its line and column, and a decimal number is the double nearest to it, so that
// what was written in its shortest form is read back unchanged.

#include <cstddef>
#include <string>
#include <string_view>

namespace boost::json {
class value;
}

namespace gridcase::base {

// A place in a text; columns in characters.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

// "line 3, column 7"
std::string path_of(TextPlace place);

// Throws DocumentError(document, one fault with line and column). Depth is limited to 32. `begin`
// is where the text begins, if it is a part of another.
boost::json::value parse_json(std::string_view text, const std::string& document,
                              TextPlace begin = {});

}  // namespace gridcase::base
