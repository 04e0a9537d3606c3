#include "exchange/json_elements.hpp"

#include <gridcase/error.hpp>

#include <array>
#include <cstdint>
#include <istream>

namespace gridcase::exchange {

namespace {

using Each = std::function<void(std::string_view, std::size_t, std::string_view)>;

constexpr int at_end = -1;

class Scanner {
public:
  Scanner(std::istream& in, const Each& each, std::size_t limit)
      : in_(in), each_(each), limit_(limit) {}

  std::string run() {
    skip_mark();
    expect('{');
    std::string members;
    if (next() != '}') {
      for (;;) {
        const std::string member = string();
        members += member + ' ';
        expect(':');
        read_array(member);
        if (next() != ',') break;
        take();
      }
    }
    expect('}');
    if (next() != at_end) fail("the document goes on after its end");
    return members;
  }

private:
  [[noreturn]] void fail(const std::string& what) const {
    const std::string line = std::to_string(line_);
    const std::string column = std::to_string(column_);
    throw Error(ErrorCode::invalid_argument, "line " + line + ", column " + column + ": " + what,
                line + ":" + column);
  }

  // The next byte, which stays.
  int peek() {
    if (at_ == filled_) {
      in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      filled_ = static_cast<std::size_t>(in_.gcount());
      at_ = 0;
      if (in_.bad()) throw Error(ErrorCode::io, "the document could not be read to its end");
      if (filled_ == 0) return at_end;
    }
    return static_cast<unsigned char>(buffer_[at_]);
  }

  char take() {
    const int byte = peek();
    if (byte == at_end) fail("the document ends too early");
    ++at_;
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++column_;
    }
    return static_cast<char>(byte);
  }

  // UTF-8 may begin with a mark that says so.
  void skip_mark() {
    if (peek() != 0xEF) return;
    for (int i = 0; i < 3; ++i)
      take();
  }

  static bool is_blank(int byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
  }

  // The next byte that is no blank, which stays.
  int next() {
    while (is_blank(peek()))
      take();
    return peek();
  }

  void expect(char wanted) {
    if (next() != static_cast<unsigned char>(wanted)) {
      fail(std::string("here belongs ") + wanted);
    }
    take();
  }

  void copy(std::string& text) {
    if (text.size() >= limit_) {
      fail("this element is longer than " + std::to_string(limit_) + " bytes");
    }
    text += take();
  }

  // With its quotes.
  void copy_string(std::string& text) {
    copy(text);
    while (peek() != '"') {
      if (peek() == '\\') copy(text);
      copy(text);
    }
    copy(text);
  }

  // A name of a member; none that is known has an escape.
  std::string string() {
    if (next() != '"') fail("here belongs the name of a member, in quotes");
    std::string text;
    copy_string(text);
    return text.substr(1, text.size() - 2);
  }

  void copy_value(std::string& text) {
    std::size_t depth = 0;
    for (;;) {
      const int byte = peek();
      if (byte == '"') {
        copy_string(text);
      } else if (byte == '{' || byte == '[') {
        ++depth;
        copy(text);
      } else if (byte == '}' || byte == ']') {
        if (depth == 0) return;
        --depth;
        copy(text);
      } else if (depth == 0 && (byte == ',' || is_blank(byte))) {
        return;
      } else {
        copy(text);
      }
      if (depth == 0 && (text.back() == '}' || text.back() == ']' || text.back() == '"')) return;
    }
  }

  void read_array(const std::string& member) {
    if (next() != '[') fail("\"" + member + "\" is no array");
    take();
    if (next() == ']') {
      take();
      return;
    }
    for (std::size_t index = 0;; ++index) {
      next();
      std::string element;
      copy_value(element);
      if (element.empty()) fail("here belongs an element of \"" + member + "\"");
      each_(member, index, element);
      if (next() != ',') break;
      take();
    }
    expect(']');
  }

  std::istream& in_;
  const Each& each_;
  std::size_t limit_;
  std::array<char, 65536> buffer_{};
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

}  // namespace

std::string each_json_element(std::istream& in, const Each& each, std::size_t limit) {
  return Scanner(in, each, limit).run();
}

}  // namespace gridcase::exchange
