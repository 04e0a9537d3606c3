// Any bytes as an XML document: read, or refused with line and column; what was read is written and
// read again the same.
#include "exchange/xml.hpp"
#include "exchange/xml_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  try {
    const XmlElement read = read_xml_tree(in, 1000);
    if (has_namespace(read)) return 0;
    std::ostringstream out;
    XmlWriter xml(out);
    write(xml, read);
    xml.finish();
    std::istringstream again(out.str());
    if (!same(read, read_xml_tree(again, 1000))) std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) std::abort();
  }
  return 0;
}
