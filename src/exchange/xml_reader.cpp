#include "exchange/xml.hpp"

#include "exchange/encoding.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <memory>
#include <new>
#include <streambuf>

namespace gridcase::exchange {

namespace {

constexpr int piece = 1 << 16;

// A stream whose beginning was read already.
class Rejoined : public std::streambuf {
public:
  Rejoined(std::string head, std::istream& rest) : buffer_(std::move(head)), rest_(rest) {
    setg(buffer_.data(), buffer_.data(), buffer_.data() + buffer_.size());
  }

protected:
  int_type underflow() override {
    buffer_.resize(piece);
    rest_.read(buffer_.data(), piece);
    if (rest_.bad()) throw Error(ErrorCode::io, "the document could not be read to its end");
    const auto got = rest_.gcount();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
    return got == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

private:
  std::string buffer_;
  std::istream& rest_;
};

// Whether the declaration at the beginning names GB18030 or one of the encodings it contains, which
// Expat cannot read.
bool declares_gb18030(const std::string& head) {
  if (head.compare(0, 5, "<?xml") != 0) return false;
  std::string declaration = head.substr(0, head.find("?>"));
  std::transform(declaration.begin(), declaration.end(), declaration.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const auto at = declaration.find("ENCODING");
  if (at == std::string::npos) return false;
  const std::string named = declaration.substr(at);
  for (const char* name : {"GB18030", "GBK", "GB2312", "CP936"}) {
    const std::string text = name;
    if (named.find('"' + text + '"') != std::string::npos) return true;
    if (named.find('\'' + text + '\'') != std::string::npos) return true;
  }
  return false;
}

// Expat is written in C: no exception may pass through it. What a handler throws is kept, the
// parser is stopped, and the exception is thrown on when the parser has returned.
class Parse {
public:
  Parse(XmlHandler& handler, const XmlLimits& limits)
      : parser_(XML_ParserCreateNS(nullptr, '|'), XML_ParserFree), handler_(handler),
        limits_(limits) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          guarded(self, [&](Parse& parse) { parse.begin(name, attributes); });
        },
        [](void* self, const XML_Char* name) {
          guarded(self, [&](Parse& parse) { parse.end(name); });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
      guarded(self, [&](Parse& parse) {
        parse.characters({text, static_cast<std::size_t>(length)});
      });
    });
    XML_SetStartDoctypeDeclHandler(
        parser_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
          guarded(self, [](Parse& parse) {
            parse.fail("document type declarations are not read; take the DOCTYPE out");
          });
        });
    XML_SetUnknownEncodingHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, XML_Encoding*) {
          guarded(self, [&](Parse& parse) {
            parse.fail("the encoding " + std::string(name) +
                       " is not read; convert the document to UTF-8");
          });
          return static_cast<int>(XML_STATUS_ERROR);
        },
        this);
  }

  void read(std::istream& in) {
    for (bool last = false; !last;) {
      void* buffer = XML_GetBuffer(parser_.get(), piece);
      if (!buffer) throw std::bad_alloc();
      in.read(static_cast<char*>(buffer), piece);
      if (in.bad()) throw Error(ErrorCode::io, "the document could not be read to its end");
      const auto got = static_cast<int>(in.gcount());
      last = got < piece;
      after_feeding(XML_ParseBuffer(parser_.get(), got, last ? XML_TRUE : XML_FALSE), got);
    }
  }

  // Instead of what the document declares.
  void read(TextSource& utf8) {
    XML_SetEncoding(parser_.get(), "UTF-8");
    std::string text;
    for (bool last = false; !last;) {
      text.clear();
      last = !next(utf8, text);
      const auto size = static_cast<int>(text.size());
      after_feeding(XML_Parse(parser_.get(), text.data(), size, last ? XML_TRUE : XML_FALSE), size);
    }
  }

private:
  template <typename Step> static void guarded(void* self, Step step) noexcept {
    auto& parse = *static_cast<Parse*>(self);
    if (parse.failure_) return;  // expat may call once more after it was stopped
    try {
      step(parse);
    } catch (...) {
      parse.failure_ = std::current_exception();
      XML_StopParser(parse.parser_.get(), XML_FALSE);
    }
  }

  // What is no text of its encoding is refused as what is no XML is.
  static bool next(TextSource& utf8, std::string& text) {
    try {
      return utf8.read(text);
    } catch (const DocumentError& error) {
      const auto& faults = error.faults();
      throw Error(ErrorCode::invalid_argument, error.what(),
                  faults.empty() ? std::string() : faults.front().path);
    }
  }

  void after_feeding(XML_Status status, int bytes) {
    fed_ += static_cast<std::uint64_t>(bytes);
    if (failure_) std::rethrow_exception(failure_);
    if (status != XML_STATUS_OK) fail(XML_ErrorString(XML_GetErrorCode(parser_.get())));
    check_progress();
  }

  void begin(const XML_Char* name, const XML_Char** attributes) {
    hand_over_text();
    if (text_sizes_.size() >= limits_.depth) {
      fail("more than " + std::to_string(limits_.depth) + " elements in one another");
    }
    text_sizes_.push_back(0);
    XmlAttributes given;
    for (; *attributes != nullptr; attributes += 2) {
      if (given.size() >= limits_.attributes) {
        fail("an element with more than " + std::to_string(limits_.attributes) + " attributes");
      }
      given.push_back({attributes[0], attributes[1]});
    }
    handler_.place = place();
    handler_.begin(name, given);
  }

  void end(const XML_Char* name) {
    hand_over_text();
    text_sizes_.pop_back();
    handler_.place = place();
    handler_.end(name);
  }

  void characters(std::string_view text) {
    if (text_.empty()) text_place_ = place();
    text_sizes_.back() += text.size();
    if (text_sizes_.back() > limits_.text) {
      fail("an element with more than " + std::to_string(limits_.text) + " bytes of text");
    }
    text_ += text;
  }

  void hand_over_text() {
    if (text_.empty()) return;
    handler_.place = text_place_;
    handler_.text(text_);
    text_.clear();
  }

  // Expat keeps a tag or a comment that has not ended yet in memory, however long it is.
  void check_progress() const {
    const auto at = XML_GetCurrentByteIndex(parser_.get());
    if (at >= 0 && fed_ > static_cast<std::uint64_t>(at) + limits_.text + piece) {
      fail("a tag or a comment of more than " + std::to_string(limits_.text) + " bytes");
    }
  }

  XmlPlace place() const {
    return {XML_GetCurrentLineNumber(parser_.get()), XML_GetCurrentColumnNumber(parser_.get()) + 1};
  }

  [[noreturn]] void fail(const std::string& what) const { throw xml_error(place(), what); }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser_;
  XmlHandler& handler_;
  const XmlLimits& limits_;
  std::exception_ptr failure_;
  std::vector<std::size_t> text_sizes_;  // of each open element
  std::string text_;                     // since the last tag
  XmlPlace text_place_;
  std::uint64_t fed_ = 0;
};

}  // namespace

XmlHandler::~XmlHandler() = default;

Error xml_error(XmlPlace place, const std::string& what) {
  const auto line = std::to_string(place.line);
  const auto column = std::to_string(place.column);
  return Error(ErrorCode::invalid_argument, "line " + line + ", column " + column + ": " + what,
               line + ":" + column);
}

const std::string* find_attribute(const XmlAttributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const XmlAttribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : &found->value;
}

void read_xml(std::istream& in, XmlHandler& handler, const XmlLimits& limits) {
  std::string head(200, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  const bool gb18030 = declares_gb18030(head);
  Rejoined joined(std::move(head), in);
  std::istream whole(&joined);
  whole.exceptions(std::ios::badbit);  // what the buffer throws is thrown on
  Parse parse(handler, limits);
  if (!gb18030) return parse.read(whole);
  TextSource utf8(whole, TextEncoding::gb18030, "XML document");
  parse.read(utf8);
}

}  // namespace gridcase::exchange
