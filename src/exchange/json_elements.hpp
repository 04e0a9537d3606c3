#pragma once
// Reads one JSON object whose members are arrays, an element at a time: documents too large to be
// held in memory.

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace gridcase::exchange {

// Calls `each` with the name of the member, the place in its array from 0, and the text of the
// element, which is one JSON value by its brackets; whether it is one in full is the caller's to
// find out. Returns the names of the members, each followed by a blank.
// Throws Error invalid_argument with line and column when the document is another, or when an
// element is longer than `limit` bytes; io.
std::string each_json_element(std::istream& in,
                              const std::function<void(std::string_view member, std::size_t index,
                                                       std::string_view element)>& each,
                              std::size_t limit = std::size_t{1} << 24);

}  // namespace gridcase::exchange
