#include "base/json_parse.hpp"

#include "base/text.hpp"

#include <gridcase/error.hpp>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_stack.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace gridcase::base {

namespace {

namespace json = boost::json;

// Boost 1.81 rounds numbers of 17 digits to a neighbour of the nearest double. Where the standard
// library has no from_chars for doubles, that neighbour has to do.
double nearest_double([[maybe_unused]] std::string_view digits, double approximation) {
#ifdef __cpp_lib_to_chars
  double exact = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exact);
  if (read.ec == std::errc()) return exact;
#endif
  return approximation;
}

// Builds the value, as json::parser does, and watches the keys of every open object.
struct Builder {
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  using Code = json::error_code;

  bool on_document_begin(Code&) {
    stack.reset();
    return true;
  }
  bool on_document_end(Code&) { return true; }
  bool on_array_begin(Code&) { return true; }
  bool on_array_end(std::size_t count, Code&) {
    stack.push_array(count);
    return true;
  }
  bool on_object_begin(Code&) {
    objects.push_back(keys.size());
    return true;
  }
  bool on_object_end(std::size_t count, Code& code) {
    if (has_twin()) {
      code = json::error::syntax;
      return false;
    }
    keys.resize(objects.back());
    objects.pop_back();
    stack.push_object(count);
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, Code&) {
    key.append(part.data(), part.size());
    stack.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, Code&) {
    key.append(part.data(), part.size());
    keys.push_back(std::move(key));
    key.clear();
    stack.push_key(part);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, Code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, Code&) {
    stack.push_string(part);
    return true;
  }
  bool on_number_part(json::string_view part, Code&) {
    number.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t value, json::string_view, Code&) {
    number.clear();
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, json::string_view, Code&) {
    number.clear();
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double value, json::string_view part, Code&) {
    number.append(part.data(), part.size());
    stack.push_double(nearest_double(number, value));
    number.clear();
    return true;
  }
  bool on_bool(bool value, Code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(Code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, Code&) { return true; }
  bool on_comment(json::string_view, Code&) { return true; }

  // Whether the innermost object has a key twice; `twin` keeps it for the message.
  bool has_twin() {
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(objects.back());
    std::sort(begin, keys.end());
    const auto found = std::adjacent_find(begin, keys.end());
    if (found == keys.end()) return false;
    twin = *found;
    return true;
  }

  json::value_stack stack;
  std::vector<std::string> keys;     // of all open objects, the innermost last
  std::vector<std::size_t> objects;  // where the keys of each open object begin
  std::string key;                   // the part of a key read so far
  std::string number;                // the part of a number read so far
  std::string twin;
};

Fault fault_at(std::string_view text, std::size_t position, const Builder& builder,
               const json::error_code& code, TextPlace begin) {
  const std::string_view before = text.substr(0, std::min(position, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = lines == 0 ? 0 : before.rfind('\n') + 1;
  Fault fault;
  const std::size_t column = length_in_characters(before.substr(line_start));
  fault.path = path_of(
      {begin.line + static_cast<std::size_t>(lines), (lines == 0 ? begin.column : 1) + column});
  if (!builder.twin.empty()) {
    fault.code = "json.key_twice";
    fault.message = "the object that ends here has the key \"" + builder.twin + "\" twice";
    fault.fix = "keep one of the two";
  } else if (code == json::error::too_deep) {
    fault.code = "json.too_deep";
    fault.message = "nested deeper than 32 levels";
    fault.fix = "see the description of the format; no part of it goes that deep";
  } else {
    fault.code = "json.syntax";
    fault.message = "this is no JSON: " + code.message();
    fault.fix = "correct the text at this place; the text must be UTF-8";
  }
  return fault;
}

}  // namespace

std::string path_of(TextPlace place) {
  return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column);
}

json::value parse_json(std::string_view text, const std::string& document, TextPlace begin) {
  json::parse_options options;
  options.max_depth = 32;
  json::basic_parser<Builder> parser(options);
  json::error_code code;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
  std::size_t position = read;
  if (!code && read < text.size()) {
    const std::size_t rest = text.find_first_not_of(" \t\r\n", read);
    if (rest != std::string_view::npos) {
      position = rest;
      code = json::error::extra_data;
    }
  }
  if (code)
    throw DocumentError(document, {fault_at(text, position, parser.handler(), code, begin)});
  return parser.handler().stack.release();
}

}  // namespace gridcase::base
