#include "base/json_stream.hpp"

#include "base/text.hpp"

#include <gridcase/error.hpp>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <istream>
#include <utility>

namespace gridcase::base {

namespace {

namespace json = boost::json;

constexpr std::size_t block = 64 * 1024;
constexpr int end_of_input = -1;

bool is_space(int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_scalar(int c) {
  return c == end_of_input || c == ',' || c == ']' || c == '}' || c == ':' || is_space(c);
}

}  // namespace

class JsonStream::Impl {
public:
  Impl(std::istream& in, std::string document, std::string key, std::size_t longest)
      : in_(in), document_(std::move(document)), key_(std::move(key)), longest_(longest) {}

  bool next(json::value& element);
  const json::object& others() const { return others_; }

private:
  enum class Where { begin, in_array, done };

  int peek();
  int take();
  int peek_behind_space();
  void expect(char c, const char* what);
  [[noreturn]] void fail(const char* code, std::string message, std::string fix) const;
  void take_text(std::string& text);
  void take_container(std::string& text);
  json::value take_value();
  void open();
  bool find_member(bool first);
  void close();

  std::istream& in_;
  std::string document_;
  std::string key_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  TextPlace place_;
  Where where_ = Where::begin;
  bool first_ = true;
  bool found_ = false;
  std::size_t size_of_others_ = 0;
  json::object others_;
};

int JsonStream::Impl::peek() {
  if (at_ == buffer_.size()) {
    at_ = 0;
    buffer_.resize(block);
    in_.read(buffer_.data(), static_cast<std::streamsize>(block));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    if (in_.bad()) throw Error(ErrorCode::io, document_ + " cannot be read to its end");
    if (buffer_.empty()) return end_of_input;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

int JsonStream::Impl::take() {
  const int c = peek();
  if (c == end_of_input) return c;
  ++at_;
  if (c == '\n') {
    ++place_.line;
    place_.column = 1;
  } else if ((c & 0xC0) != 0x80) {
    ++place_.column;
  }
  return c;
}

int JsonStream::Impl::peek_behind_space() {
  while (is_space(peek()))
    take();
  return peek();
}

void JsonStream::Impl::fail(const char* code, std::string message, std::string fix) const {
  throw DocumentError(
      document_, {{Severity::error, code, path_of(place_), std::move(message), std::move(fix)}});
}

void JsonStream::Impl::expect(char c, const char* what) {
  if (peek_behind_space() != c) {
    fail("json.syntax", std::string(what) + " is expected here", "correct the text at this place");
  }
  take();
}

// The text of a string, up to its closing quote.
void JsonStream::Impl::take_text(std::string& text) {
  text.push_back(static_cast<char>(take()));
  for (int c = take(); c != end_of_input; c = take()) {
    text.push_back(static_cast<char>(c));
    if (c == '"' || text.size() > longest_) return;
    if (c == '\\' && peek() != end_of_input) text.push_back(static_cast<char>(take()));
  }
}

// Up to the bracket that closes the first one. Whether the kinds of brackets match is left to the
// parser.
void JsonStream::Impl::take_container(std::string& text) {
  std::size_t depth = 0;
  do {
    const int c = peek();
    if (c == end_of_input) return;
    if (c == '"') {
      take_text(text);
    } else {
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      text.push_back(static_cast<char>(take()));
    }
  } while (depth > 0 && text.size() <= longest_);
}

json::value JsonStream::Impl::take_value() {
  const int first = peek_behind_space();
  const TextPlace place = place_;
  std::string text;
  if (first == '{' || first == '[') {
    take_container(text);
  } else if (first == '"') {
    take_text(text);
  } else {
    while (!ends_scalar(peek()) && text.size() <= longest_)
      text.push_back(static_cast<char>(take()));
  }
  if (text.size() > longest_) {
    fail("json.too_long",
         "a part of the document is longer than " + std::to_string(longest_) + " bytes",
         "no sound document has so long a part; see what was meant");
  }
  if (where_ == Where::begin) size_of_others_ += text.size();
  return parse_json(text, document_, place);
}

// Reads members up to the one that is looked for; false behind the last one.
bool JsonStream::Impl::find_member(bool first) {
  for (;; first = false) {
    const int c = peek_behind_space();
    if (c == '}' || c == end_of_input) {
      expect('}', first ? "a member or }" : ", or }");
      return false;
    }
    if (!first) expect(',', ", or }");
    if (peek_behind_space() != '"')
      fail("json.syntax", "a key is expected here", "write it in quotation marks");
    const json::value name = take_value();
    const json::string& key = name.get_string();
    const bool is_wanted = std::string_view(key.data(), key.size()) == key_;
    if (is_wanted ? found_ : others_.contains(key)) {
      fail("json.key_twice",
           "the document has the key \"" + std::string(key.data(), key.size()) + "\" twice",
           "keep one of the two");
    }
    expect(':', ":");
    if (is_wanted) {
      found_ = true;
      return true;
    }
    others_[key] = take_value();
    if (size_of_others_ > longest_) {
      fail("json.too_long",
           "what stands beside the list is longer than " + std::to_string(longest_) + " bytes",
           "take out what does not belong there");
    }
  }
}

void JsonStream::Impl::open() {
  if (peek() == 0xEF) {
    for (const int c : {0xEF, 0xBB, 0xBF}) {
      if (peek() != c) fail("json.syntax", "a JSON text is expected here", "write it in UTF-8");
      take();
    }
    place_ = {};
  }
  if (!key_.empty()) {
    expect('{', "an object");
    if (!find_member(true)) {
      fail("json.missing", "the document has no member \"" + key_ + "\"", "add it; it is a list");
    }
  }
  expect('[', "a list");
  where_ = Where::in_array;
}

void JsonStream::Impl::close() {
  where_ = Where::begin;  // outside of the list
  if (!key_.empty()) find_member(false);
  if (peek_behind_space() != end_of_input) {
    fail("json.syntax", "the document ends before this", "take out what follows");
  }
  where_ = Where::done;
}

bool JsonStream::Impl::next(json::value& element) {
  if (where_ == Where::done) return false;
  if (where_ == Where::begin) open();
  const int c = peek_behind_space();
  if (c == ']') {
    take();
    close();
    return false;
  }
  if (!first_) expect(',', ", or ]");
  first_ = false;
  element = take_value();
  return true;
}

JsonStream::JsonStream(std::istream& in, std::string document, std::string key, std::size_t longest)
    : impl_(std::make_unique<Impl>(in, std::move(document), std::move(key), longest)) {}
JsonStream::~JsonStream() = default;

bool JsonStream::next(json::value& element) { return impl_->next(element); }
const json::object& JsonStream::others() const { return impl_->others(); }

}  // namespace gridcase::base
