#include "exchange/cap_text.hpp"
#include "exchange/cap_words.hpp"
#include "exchange/xml_tree.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

namespace gridcase {

namespace {

using exchange::trimmed;
using exchange::XmlElement;

// Faults, and where in the text each path is.
class Findings {
public:
  void at(const std::string& path, exchange::XmlPlace place) { places_[path] = place; }

  void add(Severity severity, const std::string& code, const std::string& path,
           const std::string& message, const std::string& fix) {
    faults_.push_back({severity, "cap." + code, path, located(path, message), fix});
  }

  // What was found in the values: told with the place of the element, or of the one around it.
  void add_checked(std::vector<Fault> faults) {
    for (Fault& fault : faults) {
      fault.message = located(fault.path, fault.message);
      faults_.push_back(std::move(fault));
    }
  }

  bool has_errors() const {
    return std::any_of(faults_.begin(), faults_.end(),
                       [](const Fault& fault) { return fault.severity == Severity::error; });
  }

  std::vector<Fault> take() { return std::move(faults_); }

private:
  std::string located(std::string path, const std::string& message) const {
    for (;;) {
      const auto found = places_.find(path);
      if (found != places_.end()) {
        return "line " + std::to_string(found->second.line) + ", column " +
               std::to_string(found->second.column) + ": " + message;
      }
      if (path.empty()) return message;
      const auto dot = path.find_last_of(".[");
      path.erase(dot == std::string::npos ? 0 : dot);
    }
  }

  std::map<std::string, exchange::XmlPlace> places_;
  std::vector<Fault> faults_;
};

// One element, read child by child in the order of the standard.
class ElementReader {
public:
  ElementReader(const XmlElement& element, std::string path, Findings& findings)
      : element_(element), path_(std::move(path)), findings_(findings),
        taken_(element.children.size(), false) {
    findings_.at(path_, element.place);
  }

  void text(const char* name, std::string& out) {
    if (const auto* child = one(name)) out = child->text;
  }
  // Of what has no blanks in it, so that those around it come from the layout of the document.
  void token(const char* name, std::string& out) {
    if (const auto* child = one(name)) out = trimmed(child->text);
  }
  void texts(const char* name, std::vector<std::string>& out) {
    for (const auto* child : all(name))
      out.push_back(child->text);
  }

  template <typename Words, typename Enum>
  void word(const char* name, const Words& words, Enum& out) {
    if (const auto* child = required(name)) read_word(*child, path_of(name), words, out);
  }
  template <typename Words, typename Enum>
  void words(const char* name, const Words& words, std::vector<Enum>& out) {
    for (const auto* child : all(name)) {
      Enum value{};
      if (read_word(*child, path_of(name), words, value)) out.push_back(value);
    }
  }

  void time(const char* name, CapTime& out) {
    if (const auto* child = required(name)) read_time(*child, name, out);
  }
  void time(const char* name, std::optional<CapTime>& out) {
    const auto* child = one(name);
    CapTime time;
    if (child != nullptr && read_time(*child, name, time)) out = time;
  }

  void number(const char* name, std::optional<double>& out) {
    const auto* child = one(name);
    if (child == nullptr) return;
    out = exchange::read_decimal(trimmed(child->text));
    if (!out) fault("number", path_of(name), "this is no decimal number", "write one such as 12.5");
  }

  void number(const char* name, std::optional<std::int64_t>& out) {
    const auto* child = one(name);
    if (child == nullptr) return;
    const auto text = trimmed(child->text);
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec == std::errc() && end.ptr == text.data() + text.size()) {
      out = number;
    } else {
      fault("number", path_of(name), "this is no whole number", "write one such as 1200");
    }
  }

  // A text that `parse` turns into something; `form` is how it has to look.
  template <typename Out, typename Parse>
  void packed(const char* name, Out& out, Parse parse, const char* form) {
    const auto* child = one(name);
    if (child == nullptr) return;
    if (auto value = parse(child->text)) {
      out = std::move(*value);
    } else {
      fault("form", path_of(name), "it cannot be understood", std::string("write ") + form);
    }
  }

  // Each child of that name with its path, numbered from 0.
  template <typename Each> void each(const char* name, Each each) {
    std::size_t index = 0;
    for (const auto* child : all(name)) {
      const auto path = path_of(name) + "[" + std::to_string(index++) + "]";
      findings_.at(path, child->place);
      each(*child, path);
    }
  }

  void values(const char* name, std::vector<CapValue>& out) {
    each(name, [&](const XmlElement& child, const std::string& path) {
      ElementReader reader(child, path, findings_);
      CapValue value;
      if (const auto* found = reader.required("valueName")) value.name = found->text;
      if (const auto* found = reader.required("value")) value.value = found->text;
      reader.finish();
      out.push_back(std::move(value));
    });
  }

  // Tells what nobody asked for.
  void finish() {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      if (taken_[i]) continue;
      const auto& child = element_.children[i];
      const auto path = path_of(local_name(child.name));
      findings_.at(path, child.place);
      findings_.add(Severity::warning, "unknown_element", path,
                    "the element is not known here and was left out",
                    "use a parameter for what CAP has no element for");
    }
    if (!trimmed(element_.text).empty()) {
      findings_.add(Severity::warning, "stray_text", path_,
                    "a text stands between the elements and was left out",
                    "put it into an element");
    }
    if (!element_.attributes.empty()) {
      findings_.add(Severity::warning, "unknown_attribute", path_,
                    "the attribute " + element_.attributes.front().name +
                        " is not known here and was left out",
                    "CAP has no attributes");
    }
  }

private:
  std::string path_of(const std::string& name) const {
    return path_.empty() ? name : path_ + "." + name;
  }

  // The name in the document of the standard; what is foreign keeps its namespace.
  static std::string local_name(const std::string& name) {
    const auto length = exchange::cap_namespace.size();
    const bool own = name.compare(0, length, exchange::cap_namespace) == 0 && name[length] == '|';
    return own ? name.substr(length + 1) : name;
  }

  std::vector<const XmlElement*> all(const char* name) {
    std::vector<const XmlElement*> found;
    const auto full = std::string(exchange::cap_namespace) + "|" + name;
    for (std::size_t i = 0; i < element_.children.size(); ++i) {
      const auto& child = element_.children[i];
      if (child.name != full) continue;
      taken_[i] = true;
      findings_.at(path_of(name), child.place);
      warn_of_order(i, name);
      check_leaf_attributes(child, name);
      found.push_back(&child);
    }
    return found;
  }

  void warn_of_order(std::size_t index, const char* name) {
    if (index < furthest_ && !told_order_) {
      findings_.add(Severity::warning, "order", path_of(name),
                    "the element stands after one it has to stand before",
                    "keep to the order of the standard; others refuse the message");
      told_order_ = true;
    }
    furthest_ = std::max(furthest_, index);
  }

  // Elements that hold elements tell of their attributes, and of strangers, in finish().
  void check_leaf_attributes(const XmlElement& child, const char* name) {
    const bool has_reader = std::any_of(std::begin(parents), std::end(parents),
                                        [&](std::string_view parent) { return parent == name; });
    if (!has_reader) {
      if (!child.children.empty() || !child.attributes.empty()) {
        findings_.add(Severity::warning, "unknown_element", path_of(name),
                      "what stands in the element beside its text was left out",
                      "give the text only");
      }
    }
  }

  const XmlElement* one(const char* name) {
    const auto found = all(name);
    if (found.size() > 1) {
      findings_.at(path_of(name), found[1]->place);
      fault("repeated", path_of(name), "the element stands here more than once", "give it once");
    }
    return found.empty() ? nullptr : found.front();
  }

  const XmlElement* required(const char* name) {
    const auto* child = one(name);
    if (child == nullptr)
      fault("required", path_of(name), path_of(name) + " is missing", "give it");
    return child;
  }

  template <typename Words, typename Enum>
  bool read_word(const XmlElement& child, const std::string& path, const Words& words, Enum& out) {
    findings_.at(path, child.place);
    const auto value = base::value_in(words, trimmed(child.text));
    if (value) {
      out = *value;
    } else {
      fault("unknown_word", path, "the word is not known here",
            "use one of: " + exchange::all_words(words));
    }
    return value.has_value();
  }

  bool read_time(const XmlElement& child, const char* name, CapTime& out) {
    const auto time = exchange::read_cap_time(trimmed(child.text));
    if (time) {
      out = *time;
    } else {
      fault("time", path_of(name), "this is no time of CAP",
            "write it as 2018-03-16T08:30:00+08:00, for UTC with -00:00, never with Z");
    }
    return time.has_value();
  }

  void fault(const char* code, const std::string& path, const std::string& message,
             const std::string& fix) {
    findings_.add(Severity::error, code, path, message, fix);
  }

  static constexpr std::string_view parents[] = {"info",      "area",      "resource",
                                                 "parameter", "eventCode", "geocode"};

  const XmlElement& element_;
  std::string path_;
  Findings& findings_;
  std::vector<bool> taken_;
  std::size_t furthest_ = 0;
  bool told_order_ = false;
};

constexpr const char* polygon_form =
    "latitude,longitude pairs in degrees, divided by blanks, the first once more at the end";

void read_polygon(const XmlElement& element, const std::string& path, Findings& findings,
                  std::vector<Ring>& out) {
  bool closed = false;
  auto ring = exchange::read_ring(element.text, closed);
  if (!ring) {
    findings.add(Severity::error, "form", path, "this is no list of points", polygon_form);
    return;
  }
  if (!closed || ring->size() < 3) {
    findings.add(Severity::error, "polygon_open", path,
                 closed ? "a polygon needs at least four points, the last equal to the first"
                        : "the last point is not the first",
                 polygon_form);
    return;
  }
  out.push_back(std::move(*ring));
}

void read_area(const XmlElement& element, const std::string& path, Findings& findings,
               CapArea& area) {
  ElementReader reader(element, path, findings);
  reader.text("areaDesc", area.description);
  reader.each("polygon", [&](const XmlElement& child, const std::string& at) {
    read_polygon(child, at, findings, area.polygons);
  });
  reader.each("circle", [&](const XmlElement& child, const std::string& at) {
    if (const auto circle = exchange::read_circle(child.text)) {
      area.circles.push_back(*circle);
    } else {
      findings.add(Severity::error, "form", at, "this is no circle",
                   "write latitude,longitude radius, in degrees and kilometres");
    }
  });
  reader.values("geocode", area.geocodes);
  reader.number("altitude", area.altitude_in_feet);
  reader.number("ceiling", area.ceiling_in_feet);
  reader.finish();
}

void read_resource(const XmlElement& element, const std::string& path, Findings& findings,
                   CapResource& resource) {
  ElementReader reader(element, path, findings);
  reader.text("resourceDesc", resource.description);
  reader.text("mimeType", resource.mime_type);
  reader.number("size", resource.size_in_bytes);
  reader.token("uri", resource.uri);
  reader.text("derefUri", resource.content);
  reader.text("digest", resource.digest);
  reader.finish();
}

void read_info(const XmlElement& element, const std::string& path, Findings& findings,
               CapInfo& info) {
  ElementReader reader(element, path, findings);
  reader.token("language", info.language);
  reader.words("category", exchange::cap_categories, info.categories);
  reader.text("event", info.event);
  reader.words("responseType", exchange::cap_responses, info.responses);
  reader.word("urgency", exchange::cap_urgencies, info.urgency);
  reader.word("severity", exchange::cap_severities, info.severity);
  reader.word("certainty", exchange::cap_certainties, info.certainty);
  reader.text("audience", info.audience);
  reader.values("eventCode", info.event_codes);
  reader.time("effective", info.effective);
  reader.time("onset", info.onset);
  reader.time("expires", info.expires);
  reader.text("senderName", info.sender_name);
  reader.text("headline", info.headline);
  reader.text("description", info.description);
  reader.text("instruction", info.instruction);
  reader.token("web", info.web);
  reader.text("contact", info.contact);
  reader.values("parameter", info.parameters);
  reader.each("resource", [&](const XmlElement& child, const std::string& at) {
    read_resource(child, at, findings, info.resources.emplace_back());
  });
  reader.each("area", [&](const XmlElement& child, const std::string& at) {
    read_area(child, at, findings, info.areas.emplace_back());
  });
  reader.finish();
}

void read_alert(const XmlElement& element, Findings& findings, CapAlert& alert) {
  ElementReader reader(element, "", findings);
  reader.token("identifier", alert.identifier);
  reader.token("sender", alert.sender);
  reader.time("sent", alert.sent);
  reader.word("status", exchange::cap_statuses, alert.status);
  reader.word("msgType", exchange::cap_types, alert.type);
  reader.text("source", alert.source);
  reader.word("scope", exchange::cap_scopes, alert.scope);
  reader.text("restriction", alert.restriction);
  reader.packed("addresses", alert.addresses, exchange::read_texts,
                "names divided by blanks, those with blanks in quotation marks");
  reader.texts("code", alert.codes);
  reader.text("note", alert.note);
  reader.packed("references", alert.references, exchange::read_references,
                "sender,identifier,sent divided by blanks");
  reader.packed("incidents", alert.incidents, exchange::read_texts,
                "names divided by blanks, those with blanks in quotation marks");
  reader.each("info", [&](const XmlElement& child, const std::string& at) {
    read_info(child, at, findings, alert.infos.emplace_back());
  });
  reader.finish();
}

}  // namespace

CapReading read_cap(std::istream& in) {
  const XmlElement top = exchange::read_xml_tree(in);
  if (top.name != std::string(exchange::cap_namespace) + "|alert") {
    throw exchange::xml_error(top.place, "the document is no CAP 1.2 message: its top element must "
                                         "be alert in the namespace " +
                                             std::string(exchange::cap_namespace));
  }
  Findings findings;
  CapReading reading;
  read_alert(top, findings, reading.alert);
  // What could not be read is missing in the values; to report that as well would only confuse.
  if (!findings.has_errors()) findings.add_checked(validate(reading.alert));
  const bool failed = findings.has_errors();
  reading.faults = findings.take();
  if (failed) throw DocumentError("CAP message", std::move(reading.faults));
  return reading;
}

CapReading read_cap(std::string_view text) {
  std::istringstream in{std::string(text)};
  return read_cap(in);
}

}  // namespace gridcase
