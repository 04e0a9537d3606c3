#include "exchange/xml_tree.hpp"
#include "support/organizations.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace gridcase;
using namespace gridcase::exchange;
using namespace gridcase::test;

namespace {

std::string random_text(Dice& dice, bool clean) {
  static const std::vector<std::string> pieces{"a", "网", "<",  ">",  "&",   "\"",    "'",
                                               " ", "\n", "\t", "\r", "]]>", "&amp;", "𠮷"};
  std::string text;
  for (std::size_t left = dice.below(6); left > 0; --left) {
    text += clean || dice.chance(80) ? dice.pick(pieces)
                                     : std::string(1, static_cast<char>(dice.below(256)));
  }
  return text;
}

// Text or children, never both: the layout is no part of what holds children.
XmlElement random_element(Dice& dice, std::size_t depth, bool clean) {
  static const std::vector<std::string> names{"a", "b-c", "_d.e", "名"};
  XmlElement element;
  element.name = dice.pick(names);
  for (const char* name : {"x", "y", "属性"}) {
    if (dice.chance(30)) element.attributes.push_back({name, random_text(dice, clean)});
  }
  if (depth > 0 && dice.chance(60)) {
    for (std::size_t left = dice.below(4); left > 0; --left)
      element.children.push_back(random_element(dice, depth - 1, clean));
  } else {
    element.text = random_text(dice, clean);
  }
  return element;
}

void write(XmlWriter& xml, const XmlElement& element) {
  xml.begin(element.name);
  for (const auto& attribute : element.attributes)
    xml.attribute(attribute.name, attribute.value);
  xml.text(element.text);
  for (const auto& child : element.children)
    write(xml, child);
  xml.end();
}

std::string document(const XmlElement& element) {
  std::ostringstream out;
  XmlWriter xml(out);
  xml.declaration();
  write(xml, element);
  xml.finish();
  return out.str();
}

XmlElement read(const std::string& text) {
  std::istringstream in(text);
  return read_xml_tree(in);
}

bool same(const XmlElement& a, const XmlElement& b) {
  if (a.name != b.name || a.attributes.size() != b.attributes.size()) return false;
  for (std::size_t i = 0; i < a.attributes.size(); ++i) {
    if (a.attributes[i].name != b.attributes[i].name) return false;
    if (a.attributes[i].value != b.attributes[i].value) return false;
  }
  if (a.children.size() != b.children.size()) return false;
  if (a.children.empty() && a.text != b.text) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a document is read back as it was written") {
  Dice dice(1);
  for (int round = 0; round < 2000; ++round) {
    const XmlElement element = random_element(dice, 4, true);
    REQUIRE(same(read(document(element)), element));
  }
}

TEST_CASE("whatever bytes a text is made of, the document can be read") {
  Dice dice(2);
  for (int round = 0; round < 2000; ++round) {
    const std::string once = document(random_element(dice, 4, false));
    REQUIRE(document(read(once)).size() >= 10);
  }
}

TEST_CASE("a damaged document is read or refused with its place, and never anything else") {
  Dice dice(3);
  std::size_t refused = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text = document(random_element(dice, 4, true));
    for (std::size_t left = 1 + dice.below(3); left > 0; --left) {
      const std::size_t at = dice.below(text.size());
      switch (dice.below(3)) {
      case 0: text[at] = static_cast<char>(dice.below(256)); break;
      case 1: text.erase(at, 1 + dice.below(5)); break;
      default: text.insert(at, text.substr(dice.below(text.size()), dice.below(10))); break;
      }
      if (text.empty()) text = " ";
    }
    try {
      read(text);
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::invalid_argument);
      REQUIRE(error.field().find(':') != std::string::npos);
      ++refused;
    }
  }
  CHECK(refused > 1000);
}
