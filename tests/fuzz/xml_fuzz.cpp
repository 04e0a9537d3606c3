// Any bytes as an XML document: read, or refused with line and column; what was read is written and
// read again the same.
#include "exchange/xml.hpp"
#include "exchange/xml_tree.hpp"
#include "fuzz/target.hpp"

#include <sstream>
#include <string>

using namespace gridcase;
using namespace gridcase::exchange;

namespace {

// Namespaces are written as plain names would be: only documents without any can be compared.
bool has_namespace(const XmlElement& element) {
  if (element.name.find('|') != std::string::npos) return true;
  for (const auto& attribute : element.attributes) {
    if (attribute.name.find('|') != std::string::npos) return true;
  }
  for (const auto& child : element.children) {
    if (has_namespace(child)) return true;
  }
  return false;
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

// The layout adds blanks to what holds elements and no text.
bool same(const XmlElement& a, const XmlElement& b) {
  if (a.name != b.name || a.children.size() != b.children.size()) return false;
  if (a.attributes.size() != b.attributes.size()) return false;
  for (std::size_t i = 0; i < a.attributes.size(); ++i) {
    if (a.attributes[i].name != b.attributes[i].name) return false;
    if (a.attributes[i].value != b.attributes[i].value) return false;
  }
  if ((a.children.empty() || !a.text.empty()) && a.text != b.text) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

void read(std::string_view input) {
  std::istringstream in{std::string(input)};
  try {
    const XmlElement tree = read_xml_tree(in, 1000);
    if (has_namespace(tree)) return;
    std::ostringstream out;
    XmlWriter xml(out);
    write(xml, tree);
    xml.finish();
    std::istringstream again(out.str());
    fuzz::must(same(tree, read_xml_tree(again, 1000)), "a document comes back as it was");
  } catch (const Error& error) {
    fuzz::must(error.code() == ErrorCode::invalid_argument, "what cannot be read is refused");
  }
}

const fuzz::Target target("xml", read,
                          {"<a/>", "<?xml version=\"1.0\"?><a b=\"c\"><d>e &amp; f</d><g/>\n</a>",
                           "<x:a xmlns:x=\"urn:y\"><![CDATA[z]]><!-- n --></x:a>",
                           "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9&#x6C61;</a>"});

}  // namespace
