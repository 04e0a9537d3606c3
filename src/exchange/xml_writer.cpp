#include "exchange/xml.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <ostream>

namespace gridcase::exchange {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// Any letter beyond ASCII passes: those few that are no name characters are a reader's business.
bool is_name(std::string_view name) {
  const auto starts = [](unsigned char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':' || c >= 0x80;
  };
  if (name.empty() || !starts(static_cast<unsigned char>(name.front()))) return false;
  return base::is_valid_utf8(name) && std::all_of(name.begin(), name.end(), [&](char c) {
           return starts(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9') || c == '-' ||
                  c == '.';
         });
}

void check_name(std::string_view name, const char* what) {
  if (is_name(name)) return;
  throw Error(ErrorCode::invalid_argument,
              "\"" + base::repaired_utf8(name) + "\" is no XML name for an " + what +
                  ": begin with a letter, go on with letters, digits, - . _",
              base::repaired_utf8(name));
}

// What stands for the byte in a document; empty if the byte itself does. Line ends and tabs would
// be turned into other blanks by any reader, so they are written as numbers where that happens.
std::string_view stand_in(char c, bool in_attribute) {
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '\r': return "&#13;";
  case '"': return in_attribute ? "&quot;" : "";
  case '\t': return in_attribute ? "&#9;" : "";
  case '\n': return in_attribute ? "&#10;" : "";
  default: return static_cast<unsigned char>(c) < 0x20 ? replacement : std::string_view();
  }
}

}  // namespace

XmlWriter::XmlWriter(std::ostream& out) : out_(out) {}

XmlWriter& XmlWriter::declaration() {
  out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)";
  started_ = true;
  return *this;
}

XmlWriter& XmlWriter::begin(std::string_view name) {
  check_name(name, "element");
  close_tag();
  if (open_.empty()) {
    if (started_) out_ << '\n';
  } else {
    open_.back().has_elements = true;
    if (!open_.back().has_text) newline();
  }
  out_ << '<' << name;
  open_.push_back({std::string(name)});
  in_tag_ = true;
  started_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  check_name(name, "attribute");
  if (!in_tag_) {
    throw Error(ErrorCode::internal, "attribute " + std::string(name) + " after the tag was closed",
                std::string(name));
  }
  out_ << ' ' << name << "=\"";
  escaped(value, true);
  out_ << '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  if (text.empty()) return *this;
  if (open_.empty()) throw Error(ErrorCode::internal, "text outside of the top element");
  close_tag();
  open_.back().has_text = true;
  escaped(text, false);
  return *this;
}

XmlWriter& XmlWriter::end() {
  if (open_.empty()) throw Error(ErrorCode::internal, "an element is ended that was not begun");
  const Open closing = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    out_ << "/>";
    in_tag_ = false;
  } else {
    if (closing.has_elements && !closing.has_text) newline();
    out_ << "</" << closing.name << '>';
  }
  return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view name, std::string_view text) {
  return begin(name).text(text).end();
}

XmlWriter& XmlWriter::leaf_if(std::string_view name, std::string_view text) {
  return text.empty() ? *this : leaf(name, text);
}

void XmlWriter::finish() {
  if (!open_.empty()) {
    throw Error(ErrorCode::internal, "the element " + open_.back().name + " was not ended");
  }
  out_ << '\n';
  out_.flush();
  if (!out_) {
    throw Error(ErrorCode::io, "the document could not be written whole: is the disk full?");
  }
}

void XmlWriter::close_tag() {
  if (!in_tag_) return;
  out_ << '>';
  in_tag_ = false;
}

void XmlWriter::newline() { out_ << '\n' << std::string(2 * open_.size(), ' '); }

void XmlWriter::escaped(std::string_view text, bool in_attribute) {
  std::string repaired;
  if (!base::is_valid_utf8(text)) {
    repaired = base::repaired_utf8(text);
    text = repaired;
  }
  std::size_t written = 0;
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
    out_ << text.substr(written, at - written) << by;
    written = at + length;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto by = stand_in(text[i], in_attribute);
    if (!by.empty()) {
      replace(i, 1, by);
    } else if (text[i] == '\xEF' && text.substr(i + 1, 1) == "\xBF" && text[i + 2] >= '\xBE') {
      replace(i, 3, replacement);  // U+FFFE and U+FFFF
    }
  }
  out_ << text.substr(written);
}

}  // namespace gridcase::exchange
