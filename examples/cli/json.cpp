#include "json.hpp"
#include "text.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

namespace gridcase::cli {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else if (c == replacement_character) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text.substr(start, at - start));
    }
  }
  out += '"';
}

}  // namespace

Json& Json::open(char bracket) {
  separate();
  text_ += bracket;
  comma_ = false;
  return *this;
}

Json& Json::close(char bracket) {
  text_ += bracket;
  comma_ = true;
  return *this;
}

void Json::separate() {
  if (comma_) text_ += ',';
  comma_ = true;
}

Json& Json::key(std::string_view name) {
  separate();
  append_quoted(text_, name);
  text_ += ':';
  comma_ = false;
  return *this;
}

Json& Json::value(std::string_view text) {
  separate();
  append_quoted(text_, text);
  return *this;
}

Json& Json::value(double number) { return raw(fmt::format("{}", number)); }

Json& Json::value(const std::vector<std::string>& texts) {
  begin_array();
  for (const std::string& text : texts)
    value(text);
  return end_array();
}

Json& Json::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

Json& Json::text_or_null(std::string_view name, std::string_view text) {
  key(name);
  return text.empty() ? null() : value(text);
}

}  // namespace gridcase::cli
