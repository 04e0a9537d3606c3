#pragma once
// The elements of a long array one after the other, in memory bounded by the longest of them.

#include "base/json_parse.hpp"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>

namespace boost::json {
class object;
}

namespace gridcase::base {

class JsonStream {
public:
  // The array is the document itself, or what stands under `key` in the object that the document
  // is. An element, and all other members together, may have `longest` bytes.
  JsonStream(std::istream& in, std::string document, std::string key = {},
             std::size_t longest = std::size_t{1} << 24U);
  ~JsonStream();
  JsonStream(const JsonStream&) = delete;
  JsonStream& operator=(const JsonStream&) = delete;

  // False behind the last one, when the document has ended as it should. Throws DocumentError with
  // line and column, Error io.
  bool next(boost::json::value& element);
  // The other members of the object, as far as they have been read.
  const boost::json::object& others() const;

private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gridcase::base
