#include "base/json_writer.hpp"

#include "base/text.hpp"

#include <gridcase/error.hpp>

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace gridcase::base {

namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    default:
      if (static_cast<unsigned char>(c) < 0x20) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
      } else {
        out += c;
      }
    }
  }
}

}  // namespace

JsonWriter::JsonWriter(int indent) : indent_(indent) {}

void JsonWriter::newline() {
  if (indent_ == 0) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(indent_) * first_.size(), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (first_.empty()) return;
  if (!first_.back()) text_ += ',';
  first_.back() = false;
  newline();
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  text_ += '{';
  first_.push_back(true);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  const bool empty = first_.back();
  first_.pop_back();
  if (!empty) newline();
  text_ += '}';
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  text_ += '[';
  first_.push_back(true);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  const bool empty = first_.back();
  first_.pop_back();
  if (!empty) newline();
  text_ += ']';
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view key) {
  value(key);
  text_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  text_ += '"';
  if (is_valid_utf8(text)) {
    append_escaped(text_, text);
  } else {
    append_escaped(text_, repaired_utf8(text));
  }
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::value(std::int64_t number) { return raw(fmt::format_int(number).c_str()); }

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) {
    throw Error(ErrorCode::invalid_argument, "JSON has no word for a number that is not finite");
  }
  separate();
  // The shortest digits that read back to the same number, 120.7 and never 1.207E2, in no locale.
  fmt::format_to(std::back_inserter(text_), "{}", number);
  return *this;
}

JsonWriter& JsonWriter::value(Decimal number) {
  const std::string text = format_decimal(number);
  return text.find('.') == std::string::npos ? raw(text) : value(text);
}

JsonWriter& JsonWriter::value(const std::vector<std::string>& texts) {
  // A list of words reads best on one line, however deep it stands.
  separate();
  text_ += '[';
  const int indent = indent_;
  indent_ = 0;
  first_.push_back(true);
  for (const std::string& text : texts)
    value(text);
  first_.pop_back();
  indent_ = indent;
  text_ += ']';
  return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::field_if(std::string_view name, std::string_view text) {
  return text.empty() ? *this : field(name, text);
}

JsonWriter& JsonWriter::field_if(std::string_view name, const std::vector<std::string>& texts) {
  return texts.empty() ? *this : field(name, texts);
}

JsonWriter& JsonWriter::field_if(std::string_view name, bool truth) {
  return truth ? field(name, true) : *this;
}

JsonWriter& JsonWriter::field_if(std::string_view name, std::int64_t number) {
  return number != 0 ? field(name, number) : *this;
}

}  // namespace gridcase::base
