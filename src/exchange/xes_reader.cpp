#include "exchange/xml.hpp"

#include <gridcase/event_log.hpp>

#include <charconv>
#include <optional>

namespace gridcase {

const XesAttribute* find_attribute(const std::vector<XesAttribute>& attributes,
                                   std::string_view key) noexcept {
  for (const XesAttribute& attribute : attributes) {
    if (attribute.key == key) return &attribute;
  }
  return nullptr;
}

namespace exchange {

namespace {

using Kind = XesAttribute::Kind;
using Attributes = std::vector<XesAttribute>;

std::optional<Kind> kind_of(std::string_view element) {
  if (element == "string") return Kind::text;
  if (element == "date") return Kind::time;
  if (element == "int") return Kind::integer;
  if (element == "float") return Kind::real;
  if (element == "boolean") return Kind::truth;
  if (element == "id") return Kind::id;
  if (element == "list") return Kind::list;
  if (element == "container") return Kind::container;
  return std::nullopt;
}

// Whatever the namespace: logs have the standard's, an older one, or none.
std::string_view local_name(std::string_view expanded) {
  return expanded.substr(expanded.rfind('|') == std::string_view::npos ? 0
                                                                       : expanded.rfind('|') + 1);
}

bool has_offset(std::string_view time) {
  return time.size() > 10 && time.find_first_of("Zz+-", 10) != std::string_view::npos;
}

// A log is read by one handler: a stack of what is open, and for attributes one of where they go.
class XesHandler : public XmlHandler {
public:
  XesHandler(const std::function<void(XesTrace&&)>& each, const std::string& zone)
      : each_(each), zone_(zone) {}

  void begin(std::string_view expanded, const XmlAttributes& given) override {
    const std::string_view element = local_name(expanded);
    const Place inside = open_.empty() ? Place::nothing : open_.back();
    if (const auto kind = kind_of(element); kind && inside != Place::nothing) {
      return begin_attribute(*kind, element, given);
    }
    open_.push_back(place_of(element, inside));
    switch (open_.back()) {
    case Place::log:
      header.version = value(given, "xes.version");
      header.features = value(given, "xes.features");
      break;
    case Place::extension:
      header.extensions.push_back(
          {value(given, "name"), value(given, "prefix"), value(given, "uri")});
      break;
    case Place::classifier:
      header.classifiers.push_back(
          {value(given, "name"), value(given, "keys"), value(given, "scope")});
      break;
    case Place::trace: trace_ = XesTrace(); break;
    case Place::event: target_trace().events.emplace_back(); break;
    case Place::global: begin_global(value(given, "scope")); break;
    default: break;
    }
  }

  // All there is stands in attributes of elements.
  void text(std::string_view text) override {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    throw xml_error(place, "no text belongs here");
  }

  void end(std::string_view /*name*/) override {
    const Place ended = open_.back();
    open_.pop_back();
    if (ended == Place::attribute) {
      end_attribute();
    } else if (ended == Place::trace) {
      each_(std::move(trace_));
      trace_ = XesTrace();
    } else if (ended == Place::log && !loose_.events.empty()) {
      each_(std::move(loose_));
    }
  }

  XesHeader header;

private:
  enum class Place { nothing, log, extension, global, classifier, trace, event, attribute, values };

  static std::string value(const XmlAttributes& given, std::string_view name) {
    const std::string* found = find_attribute(given, name);
    return found == nullptr ? std::string() : *found;
  }

  Place place_of(std::string_view element, Place inside) const {
    if (inside == Place::nothing && element == "log") return Place::log;
    if (inside == Place::log) {
      if (element == "extension") return Place::extension;
      if (element == "global") return Place::global;
      if (element == "classifier") return Place::classifier;
      if (element == "trace") return Place::trace;
      if (element == "event") return Place::event;
    }
    if (inside == Place::trace && element == "event") return Place::event;
    const bool in_list = inside == Place::attribute && pending_.back().kind == Kind::list;
    if (in_list && element == "values") return Place::values;
    throw xml_error(place, inside == Place::nothing
                               ? "this is no event log: the first element of XES is log"
                               : "an element " + std::string(element) + " does not belong here");
  }

  XesTrace& target_trace() {
    const bool in_trace = open_.size() > 1 && open_[open_.size() - 2] == Place::trace;
    return in_trace ? trace_ : loose_;
  }

  void begin_global(const std::string& scope) {
    if (scope != "trace" && scope != "event") {
      throw xml_error(place, "a global has the scope \"trace\" or \"event\"");
    }
    is_trace_global_ = scope == "trace";
  }

  // Where an attribute goes that has just ended.
  Attributes& target() {
    switch (open_.back()) {
    case Place::log: return header.attributes;
    case Place::global: return is_trace_global_ ? header.trace_globals : header.event_globals;
    case Place::trace: return trace_.attributes;
    case Place::event: return target_trace().events.back().attributes;
    case Place::values: return pending_.back().items;
    case Place::attribute: {
      XesAttribute& outer = pending_.back();
      return outer.kind == Kind::container ? outer.items : outer.meta;
    }
    default: throw xml_error(place, "no attribute belongs here");
    }
  }

  void begin_attribute(Kind kind, std::string_view element, const XmlAttributes& given) {
    XesAttribute attribute;
    attribute.kind = kind;
    const std::string* key = find_attribute(given, "key");
    if (key == nullptr) throw xml_error(place, "this " + std::string(element) + " has no key");
    attribute.key = *key;
    if (kind != Kind::list && kind != Kind::container) {
      const std::string* written = find_attribute(given, "value");
      if (written == nullptr) throw xml_error(place, "\"" + *key + "\" has no value");
      attribute.value = *written;
      read_value(attribute);
    }
    pending_.push_back(std::move(attribute));
    open_.push_back(Place::attribute);
  }

  void end_attribute() {
    XesAttribute attribute = std::move(pending_.back());
    pending_.pop_back();
    target().push_back(std::move(attribute));
  }

  template <typename Number> void read_number(const XesAttribute& attribute, Number& out) const {
    std::string_view text = attribute.value;
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const char* last = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), last, out);
    if (problem == std::errc() && stop == last) return;
    throw xml_error(place, "\"" + attribute.key + "\" is no such number, or too large a one");
  }

  void read_value(XesAttribute& attribute) const {
    switch (attribute.kind) {
    case Kind::time: read_time(attribute); break;
    case Kind::integer: read_number(attribute, attribute.integer); break;
    case Kind::real: read_number(attribute, attribute.real); break;
    case Kind::truth:
      attribute.truth = attribute.value == "true" || attribute.value == "1";
      if (!attribute.truth && attribute.value != "false" && attribute.value != "0") {
        throw xml_error(place, "\"" + attribute.key + "\" is neither true nor false");
      }
      break;
    default: break;
    }
  }

  void read_time(XesAttribute& attribute) const {
    try {
      attribute.time = has_offset(attribute.value) ? parse_instant(attribute.value)
                                                   : parse_local(attribute.value, zone_);
    } catch (const Error& error) {
      throw xml_error(place, "\"" + attribute.key + "\" is no time: " + error.what());
    }
  }

  const std::function<void(XesTrace&&)>& each_;
  const std::string& zone_;
  std::vector<Place> open_;
  Attributes pending_;  // attributes that are open, the outermost first
  XesTrace trace_;
  XesTrace loose_;  // events that stand in no trace
  bool is_trace_global_ = false;
};

}  // namespace
}  // namespace exchange

XesHeader read_xes(std::istream& in, const std::function<void(XesTrace&&)>& each,
                   const std::string& zone) {
  if (!zone_exists(zone)) {
    throw Error(ErrorCode::invalid_argument, "there is no time zone " + zone, "zone");
  }
  exchange::XesHandler handler(each, zone);
  exchange::read_xml(in, handler);
  return std::move(handler.header);
}

}  // namespace gridcase
