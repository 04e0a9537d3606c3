#include "exchange/xml_tree.hpp"

#include <utility>

namespace gridcase::exchange {

namespace {

class Planter : public XmlHandler {
public:
  explicit Planter(std::size_t elements) : elements_(elements) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (elements_ == 0) throw xml_error(place, "the document has too many elements");
    --elements_;
    XmlElement element;
    element.name = name;
    element.attributes = attributes;
    element.place = place;
    open_.push_back(std::move(element));
  }

  void text(std::string_view text) override { open_.back().text += text; }

  void end(std::string_view) override {
    if (open_.size() == 1) return;  // the top element stays
    XmlElement done = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(done));
  }

  XmlElement take() { return std::move(open_.front()); }

private:
  std::vector<XmlElement> open_;  // from the top down
  std::size_t elements_;
};

}  // namespace

XmlElement read_xml_tree(std::istream& in, std::size_t elements, const XmlLimits& limits) {
  Planter planter(elements);
  read_xml(in, planter, limits);
  return planter.take();
}

std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view blanks = " \t\r\n";
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

}  // namespace gridcase::exchange
