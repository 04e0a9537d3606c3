#include "exchange/xml.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>

using namespace gridcase;
using namespace gridcase::exchange;

namespace {

// Writes down what it is told: <name a=v>, "text", </name>.
class Recorder : public XmlHandler {
public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    told += "<" + std::string(name);
    for (const auto& attribute : attributes)
      told += " " + attribute.name + "=" + attribute.value;
    told += ">";
    places += std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
  }
  void text(std::string_view text) override { told += "\"" + std::string(text) + "\""; }
  void end(std::string_view name) override { told += "</" + std::string(name) + ">"; }

  std::string told;
  std::string places;
};

std::string told(const std::string& document, const XmlLimits& limits = {}) {
  std::istringstream in(document);
  Recorder recorder;
  read_xml(in, recorder, limits);
  return recorder.told;
}

std::string failure(const std::string& document, const XmlLimits& limits = {}) {
  try {
    told(document, limits);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    return error.field() + " " + error.what();
  }
  return "read";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// What is read back of a text and of an attribute.
std::string there_and_back(const std::string& text) {
  std::ostringstream out;
  XmlWriter(out).begin("t").attribute("a", text).text(text).end().finish();
  return told(out.str());
}

std::string utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("elements are written one a line, texts as they are") {
  std::ostringstream out;
  XmlWriter xml(out);
  xml.declaration().begin("log").attribute("version", "1").attribute("note", "a \"b\" <c>");
  xml.begin("trace").leaf("name", "Müll & Bäume < 3").leaf("empty", "").leaf_if("none", "");
  xml.begin("mixed").text("one ").leaf("b", "two").text(" three").end();
  xml.end().end().finish();
  CHECK(out.str() == R"(<?xml version="1.0" encoding="UTF-8"?>
<log version="1" note="a &quot;b&quot; &lt;c&gt;">
  <trace>
    <name>Müll &amp; Bäume &lt; 3</name>
    <empty/>
    <mixed>one <b>two</b> three</mixed>
  </trace>
</log>
)");
}

TEST_CASE("what XML can carry is read back unchanged, line ends and tabs too") {
  for (const std::string text : {" blanks ", "a\r\nb\rc\nd\te", "]]>", "<&>\"'", "网格 𠮷",
                                 "\xEF\xBF\xBD", "\xEF\xBB\xBF", "\x7F"}) {
    CHECK(there_and_back(text) == "<t a=" + text + ">\"" + text + "\"</t>");
  }
}

TEST_CASE("a character that XML cannot carry becomes U+FFFD and does not fail the export") {
  const std::string mark = "\xEF\xBF\xBD";
  const std::pair<std::string, std::string> pairs[] = {
      {std::string("a\0b", 3), "a" + mark + "b"},
      {"\x01\x1F", mark + mark},
      {"\xEF\xBF\xBE|\xEF\xBF\xBF", mark + "|" + mark},
      {"\xFF!", mark + "!"},
      {"\xEF\xBF", mark + mark},
  };
  for (const auto& [text, kept] : pairs)
    CHECK(there_and_back(text) == "<t a=" + kept + ">\"" + kept + "\"</t>");
}

TEST_CASE("a name that is none is refused and named, use in the wrong order is an error") {
  std::ostringstream out;
  for (const char* name : {"", "1a", "a b", "<", "a>", "-", "\xFF"}) {
    XmlWriter xml(out);
    CHECK_THROWS_AS(xml.begin(name), Error);
    xml.begin("t");
    CHECK_THROWS_AS(xml.attribute(name, ""), Error);
  }
  try {
    XmlWriter(out).begin("a b");
  } catch (const Error& error) {
    CHECK(error.field() == "a b");
  }
  XmlWriter xml(out);
  CHECK_THROWS_AS(xml.end(), Error);
  CHECK_THROWS_AS(xml.text("x"), Error);
  xml.begin("姓名").text("x");
  CHECK_THROWS_AS(xml.attribute("late", ""), Error);
  CHECK_THROWS_AS(xml.finish(), Error);
}

TEST_CASE("a stream that takes nothing is an error of kind io") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  XmlWriter xml(out);
  xml.leaf("t", "x");
  try {
    xml.finish();
    FAIL("finished");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::io);
  }
}

TEST_CASE("a document is told in its order, names with their namespace") {
  CHECK(told("<a x='1'><!-- c --><b/>t<![CDATA[<u>]]>&amp;&#65;<?pi?>v</a>") ==
        "<a x=1><b></b>\"t<u>&Av\"</a>");
  CHECK(told(R"(<a xmlns="urn:n" xmlns:p="urn:p" p:x="1" y="2" xml:lang="zh"><p:b/></a>)") ==
        "<urn:n|a urn:p|x=1 y=2 http://www.w3.org/XML/1998/namespace|lang=zh>"
        "<urn:p|b></urn:p|b></urn:n|a>");
}

TEST_CASE("the handler knows the line and column of each tag") {
  std::istringstream in("<a>\n  <b/>网<c/>\n</a>");
  Recorder recorder;
  read_xml(in, recorder);
  CHECK(recorder.places == "1:1 2:3 2:8 ");
}

TEST_CASE("UTF-16 and ISO-8859-1 are read, other encodings are named in the refusal") {
  CHECK(told(utf16("<?xml version='1.0' encoding='UTF-16'?><a>t</a>")) == "<a>\"t\"</a>");
  CHECK(told("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4</a>") == "<a>\"ä\"</a>");
  CHECK(told("\xEF\xBB\xBF<a>ä</a>") == "<a>\"ä\"</a>");
  CHECK(contains(failure("<?xml version='1.0' encoding='KOI8-R'?><a/>"), "KOI8-R"));
  CHECK(contains(failure("<a>\xE4</a>"), "1:4"));
}

TEST_CASE("GB18030 and what it contains are read as they are declared") {
  for (const std::string name : {"GB18030", "gbk", "GB2312"}) {
    const std::string head = "<?xml version='1.0' encoding='" + name + "'?>\n";
    CHECK(told(head + "<a x='\xCD\xF8'>\xB8\xF1</a>") == "<a x=网>\"格\"</a>");
  }
  std::string many;  // longer than a piece of the stream
  std::string expected;
  for (int i = 0; i < 100000; ++i) {
    many += "\xB8\xF1";
    expected += "格";
  }
  CHECK(told("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>" + many + "</a>") ==
        "<a>\"" + expected + "\"</a>");
  const std::string bad = failure("<?xml version='1.0' encoding='GB18030'?><a>\xFF</a>");
  CHECK(contains(bad, "line 1"));
  CHECK(contains(bad, "column 44"));
}

TEST_CASE("what is not well-formed is refused with line and column") {
  CHECK(failure("<a>\n <b></a>") == "2:7 line 2, column 7: mismatched tag");
  CHECK(contains(failure(""), "no element found"));
  CHECK(contains(failure("<a>"), "1:4"));
  CHECK(contains(failure("<a/><b/>"), "1:5"));
  CHECK(contains(failure("<a x='1' x='2'/>"), "duplicate attribute"));
  CHECK(contains(failure("<p:a/>"), "unbound prefix"));
}

TEST_CASE("document types are refused, so no entity grows and no file is fetched") {
  const std::string laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
  CHECK(contains(failure(laughs), "DOCTYPE"));
  CHECK(contains(failure("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), "DOCTYPE"));
  CHECK(contains(failure("<!DOCTYPE a><a/>"), "1:1"));
  CHECK(contains(failure("<a>&b;</a>"), "undefined entity"));
}

TEST_CASE("depth, attributes and text have limits") {
  XmlLimits limits;
  limits.depth = 2;
  limits.attributes = 1;
  limits.text = 4;
  CHECK(failure("<a><b x='1'>1234</b>1234</a>", limits) == "read");
  CHECK(contains(failure("<a><b><c/></b></a>", limits), "1:7"));
  CHECK(contains(failure("<a x='1' y='2'/>", limits), "attributes"));
  CHECK(contains(failure("<a>12<b/>345</a>", limits), "bytes of text"));
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "<a>";
  CHECK(contains(failure(deep), "64 elements"));
}

TEST_CASE("a tag or a comment without an end is given up before it fills the memory") {
  XmlLimits limits;
  limits.text = 1000;
  const std::string much(1 << 20, 'x');
  CHECK(contains(failure("<a x='" + much + "'/>", limits), "1:1 "));
  CHECK(contains(failure("<a><!-- " + much + "--></a>", limits), "comment"));
  CHECK(contains(failure("<" + much, limits), "tag"));
  CHECK(contains(failure("<!-- " + much, limits), "comment"));
}

TEST_CASE("texts longer than a piece of the stream come whole") {
  const std::string much(200000, 'x');
  CHECK(told("<a>" + much + "<b/></a>") == "<a>\"" + much + "\"<b></b></a>");
  CHECK(told("<a x='" + much + "'/>") == "<a x=" + much + "></a>");
}

TEST_CASE("what a handler throws reaches the caller as it is, and nothing is told after it") {
  class Thrower : public Recorder {
    void begin(std::string_view name, const XmlAttributes& attributes) override {
      Recorder::begin(name, attributes);
      if (name == "b") throw std::out_of_range("enough");
    }
  } thrower;
  std::istringstream in("<a><b/><c/></a>");
  CHECK_THROWS_AS(read_xml(in, thrower), std::out_of_range);
  CHECK(thrower.told == "<a><b>");
}
