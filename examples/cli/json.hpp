#pragma once
// Writes JSON on one line, keys in the order they are given and numbers in their shortest form, so
// that the same answer is always the same text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace gridcase::cli {

class Json {
public:
  Json& begin_object() { return open('{'); }
  Json& end_object() { return close('}'); }
  Json& begin_array() { return open('['); }
  Json& end_array() { return close(']'); }
  Json& key(std::string_view name);

  Json& value(std::string_view text);
  Json& value(const char* text) { return value(std::string_view(text)); }
  Json& value(const std::string& text) { return value(std::string_view(text)); }
  Json& value(double number);
  Json& value(bool truth) { return raw(truth ? "true" : "false"); }
  Json& value(const std::vector<std::string>& texts);
  template <typename Integer, typename = std::enable_if_t<std::is_integral_v<Integer>>>
  Json& value(Integer number) {
    return raw(std::to_string(number));
  }
  Json& null() { return raw("null"); }
  Json& raw(std::string_view json);  // a value that is JSON already

  template <typename Value> Json& field(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  // Null for an empty text: keys are always there.
  Json& text_or_null(std::string_view name, std::string_view text);

  const std::string& text() const noexcept { return text_; }

private:
  Json& open(char bracket);
  Json& close(char bracket);
  void separate();

  std::string text_;
  bool comma_ = false;  // before the next value or key
};

}  // namespace gridcase::cli
