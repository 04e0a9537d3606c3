#pragma once
// XML 1.0, written to a stream and read from one, without a tree in between.

#include <gridcase/error.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::exchange {

// Writes one document, UTF-8, two blanks a level. Elements that hold elements are broken into
// lines; what holds text is written as it is, so that no blank is added to a text.
//
// A character that XML 1.0 cannot carry (U+0000 … U+001F but tab, line feed and carriage return;
// U+FFFE, U+FFFF; bytes that are no UTF-8) is written as U+FFFD: one such character in a free text
// must not make an export of ten thousand cases fail. Everything else is read back unchanged.
class XmlWriter {
public:
  explicit XmlWriter(std::ostream& out);
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  XmlWriter& declaration();  // before anything else
  // Names are as they stand in the document, "xes:log" or "log".
  // Throws Error invalid_argument naming a name that is none.
  XmlWriter& begin(std::string_view name);
  XmlWriter& attribute(std::string_view name, std::string_view value);  // before text and elements
  XmlWriter& text(std::string_view text);
  XmlWriter& end();
  XmlWriter& leaf(std::string_view name, std::string_view text);     // <name>text</name>
  XmlWriter& leaf_if(std::string_view name, std::string_view text);  // nothing for an empty text
  // When the top element is closed: flushes. Throws Error io when the stream did not take it all.
  void finish();

private:
  struct Open {
    std::string name;
    bool has_elements = false;
    bool has_text = false;
  };
  void close_tag();
  void newline();
  void escaped(std::string_view text, bool in_attribute);

  std::ostream& out_;
  std::vector<Open> open_;
  bool in_tag_ = false;
  bool started_ = false;
};

struct XmlPlace {
  std::uint64_t line = 1;
  std::uint64_t column = 1;  // in characters of the document
};

// Error invalid_argument with the place in message ("line 3, column 7: …") and field ("3:7").
Error xml_error(XmlPlace place, const std::string& what);

// Names are expanded: "uri|local" in a namespace, "local" in none.
struct XmlAttribute {
  std::string name;
  std::string value;
};
using XmlAttributes = std::vector<XmlAttribute>;

// The value of an attribute; null when it is not there.
const std::string* find_attribute(const XmlAttributes& attributes, std::string_view name);

// Is told what is read, in the order of the document. It may throw: reading ends, and the exception
// reaches who called read_xml.
class XmlHandler {
public:
  virtual ~XmlHandler();
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  // What stands between two tags, in one piece; not called for nothing, but for blanks.
  virtual void text(std::string_view text) = 0;
  virtual void end(std::string_view name) = 0;

  XmlPlace place;  // where the tag or the text begins; kept up to date by the reader
};

// What a document may ask of the memory of this process.
struct XmlLimits {
  std::size_t depth = 64;                   // elements in one another
  std::size_t attributes = 256;             // of one element
  std::size_t text = std::size_t{1} << 24;  // bytes of text of one element, or of one tag
};

// Reads a document in pieces: UTF-8, UTF-16, US-ASCII, ISO-8859-1 or GB18030
// (GBK, GB2312), as it declares. Document type
// declarations are refused whole, and with them entities of its own and files from elsewhere.
// Throws Error invalid_argument with line and column when it is not well-formed, exceeds a limit or
// is written in another encoding; Error io when the stream fails.
void read_xml(std::istream& in, XmlHandler& handler, const XmlLimits& limits = {});

}  // namespace gridcase::exchange
