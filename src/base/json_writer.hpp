#pragma once
// Writes JSON straight into a string: keys in the order they are given, numbers in their shortest
// decimal form, never in the locale's. Boost.JSON's serializer needs a tree first and writes 120.7
// as 1.207E2, which people have to read in organization files and histories.

#include <gridcase/decimal.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gridcase::base {

class JsonWriter {
public:
  // `indent` spaces a level; 0 writes everything on one line.
  explicit JsonWriter(int indent = 0);

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view key);
  JsonWriter& value(std::string_view text);  // UTF-8; invalid bytes become U+FFFD
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::int32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);   // must be finite
  JsonWriter& value(Decimal number);  // a number when it is whole, else a text
  JsonWriter& value(const std::vector<std::string>& texts);
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is JSON already

  // key and value in one; the `_if` forms write nothing for an empty value.
  template <typename Value> JsonWriter& field(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  JsonWriter& field_if(std::string_view name, std::string_view text);
  JsonWriter& field_if(std::string_view name, const std::vector<std::string>& texts);
  JsonWriter& field_if(std::string_view name, bool truth);            // writes true only
  JsonWriter& field_if(std::string_view name, std::int64_t number);   // writes what is not 0
  JsonWriter& field_if(std::string_view name, const char*) = delete;  // would pick bool

  // The text so far; call when everything is closed.
  const std::string& text() const& { return text_; }
  std::string take() { return std::move(text_); }

private:
  void separate();
  void newline();

  std::string text_;
  std::vector<bool> first_;  // per open level: nothing written in it yet
  int indent_;
  bool after_key_ = false;
};

}  // namespace gridcase::base
