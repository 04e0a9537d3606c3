#include "raw_json.hpp"

namespace gridcase::cli {
namespace {

// Goes over a text, and tells the signs that are no part of a string, with the depth they stand in.
template <typename Sign> void for_each_sign(std::string_view text, const Sign& sign) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      if (!in_string) sign(at, c, depth);
      continue;
    }
    in_string = c == '"';
    if (c == '}' || c == ']') --depth;
    sign(at, c, depth);
    if (c == '{' || c == '[') ++depth;
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string_view raw_member(std::string_view object, std::string_view key) {
  std::size_t quote = 0, value_from = 0;
  std::string_view last_string, found_key, found;
  bool in_string = false;
  for_each_sign(object, [&](std::size_t at, char c, int depth) {
    if (c == '"') {
      if (in_string) last_string = object.substr(quote, at - quote);
      in_string = !in_string;
      quote = at + 1;
    }
    if (depth == 1 && c == ':') {
      found_key = last_string;
      value_from = at + 1;
    }
    const bool ends = (depth == 1 && c == ',') || (depth == 0 && c == '}');
    if (ends && value_from != 0 && found_key == key && found.empty())
      found = object.substr(value_from, at - value_from);
  });
  return found;
}

std::vector<std::string_view> raw_elements(std::string_view array) {
  std::vector<std::string_view> elements;
  std::size_t from = 0;
  for_each_sign(array, [&](std::size_t at, char c, int depth) {
    const bool begins = depth == 0 && c == '[';
    const bool ends = (depth == 1 && c == ',') || (depth == 0 && c == ']');
    if (ends && !is_blank(array.substr(from, at - from)))
      elements.push_back(array.substr(from, at - from));
    if (begins || ends) from = at + 1;
  });
  return elements;
}

}  // namespace gridcase::cli
