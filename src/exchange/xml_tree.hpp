#pragma once
// A small XML document whole in memory, for formats that are read field by field.

#include "exchange/xml.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace gridcase::exchange {

struct XmlElement {
  std::string name;  // expanded: "uri|local"
  XmlAttributes attributes;
  std::string text;  // all of its own text, without that of its children
  std::vector<XmlElement> children;
  XmlPlace place;
};

// Throws as read_xml does, and Error invalid_argument for more than `elements` elements.
XmlElement read_xml_tree(std::istream& in, std::size_t elements = 100000,
                         const XmlLimits& limits = {});

// The text without the blanks, tabs and line ends around it.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace gridcase::exchange
