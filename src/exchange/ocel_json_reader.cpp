#include "base/json_reader.hpp"
#include "exchange/json_elements.hpp"

#include <gridcase/event_log.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace gridcase {
namespace exchange {

namespace {

using base::ObjectReader;

// ---- what must be there once, and what others name ---------------------------------------------

Fault fault_of(const char* code, std::string path, std::string message, std::string fix) {
  return {Severity::error, code, std::move(path), std::move(message), std::move(fix)};
}

// Names of one sort: each is declared once, before or after it is used.
class Names {
public:
  Names(std::string what, const char* unknown) : what_(std::move(what)), unknown_(unknown) {}

  void declare(const std::string& name, const std::string& path) {
    if (!declared_.insert(name).second) {
      throw DocumentError("event log",
                          {fault_of("ocel.twice", path, what_ + " \"" + name + "\" is there twice",
                                    "keep one of the two, or give it its own name")});
    }
    open_.erase(name);
  }

  void use(const std::string& name, const std::string& path) {
    if (declared_.count(name) == 0) open_.emplace(name, Use{uses_++, path});
  }

  // The first use of each name that was not declared, in their order.
  void add_faults(std::vector<Fault>& faults) const {
    constexpr std::size_t most = 20;
    std::vector<std::pair<Use, std::string>> missing;
    for (const auto& [name, use] : open_)
      missing.emplace_back(use, name);
    std::sort(missing.begin(), missing.end(),
              [](const auto& a, const auto& b) { return a.first.order < b.first.order; });
    for (std::size_t i = 0; i < missing.size() && i < most; ++i) {
      faults.push_back(fault_of(unknown_, missing[i].first.path,
                                what_ + " \"" + missing[i].second + "\" is not in the log",
                                "add it, or take out what names it"));
    }
    if (missing.size() <= most) return;
    faults.back().message += ", and " + std::to_string(missing.size() - most) + " others are not";
  }

private:
  struct Use {
    std::size_t order;
    std::string path;
  };

  std::string what_;
  const char* unknown_;
  std::unordered_set<std::string> declared_;
  std::unordered_map<std::string, Use> open_;
  std::size_t uses_ = 0;
};

// Keeps the ids of the log, and nothing else of it.
class Agreement {
public:
  void event_type(const OcelType& type, const std::string& path) {
    event_types_.declare(type.name, path + ".name");
  }
  void object_type(const OcelType& type, const std::string& path) {
    object_types_.declare(type.name, path + ".name");
  }
  void object(const OcelObject& object, const std::string& path) {
    objects_.declare(object.id, path + ".id");
    object_types_.use(object.type, path + ".type");
    relate(object.relations, path);
  }
  void event(const OcelEvent& event, const std::string& path) {
    events_.declare(event.id, path + ".id");
    event_types_.use(event.type, path + ".type");
    relate(event.relations, path);
  }

  void add_faults(std::vector<Fault>& faults) const {
    event_types_.add_faults(faults);
    object_types_.add_faults(faults);
    objects_.add_faults(faults);
  }

private:
  void relate(const std::vector<OcelRelation>& relations, const std::string& path) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      objects_.use(relations[i].object,
                   path + ".relationships[" + std::to_string(i) + "].objectId");
    }
  }

  Names event_types_{"the event type", "ocel.type_unknown"};
  Names object_types_{"the object type", "ocel.type_unknown"};
  Names objects_{"the object", "ocel.object_unknown"};
  Names events_{"the event", ""};
};

// ---- the elements ------------------------------------------------------------------------------

void read_time(ObjectReader& in, Instant& out) {
  std::string text;
  in.read("time", text);
  if (text.empty()) return;
  try {
    // Some writers leave out that it is UTC, which the standard's own examples are in.
    const bool has_offset = text.find_first_of("Zz+", 10) != std::string::npos ||
                            (text.size() > 19 && text.find('-', 19) != std::string::npos);
    out = has_offset ? parse_instant(text) : parse_local(text, "UTC");
  } catch (const Error& error) {
    in.fault("time", "ocel.time", error.what(), "write it as 2022-01-13T12:00:00Z");
  }
}

OcelType read_type(ObjectReader& in) {
  OcelType type;
  in.require("name");
  in.read("name", type.name);
  in.each_object("attributes", [&](ObjectReader& element) {
    OcelType::Attribute& attribute = type.attributes.emplace_back();
    element.require("name");
    element.require("type");
    element.read("name", attribute.name);
    element.read("type", attribute.type);
  });
  return type;
}

std::vector<OcelValue> read_values(ObjectReader& in, bool with_time) {
  std::vector<OcelValue> values;
  in.each_object("attributes", [&](ObjectReader& element) {
    OcelValue& value = values.emplace_back();
    element.require("name");
    element.read("name", value.name);
    element.read("value", value.value);
    if (!element.has("value")) {
      element.fault("value", "ocel.value", "an attribute has no value",
                    "give it one, or leave the attribute out");
    }
    if (!with_time) return;
    element.require("time");
    read_time(element, value.time);
  });
  return values;
}

std::vector<OcelRelation> read_relations(ObjectReader& in) {
  std::vector<OcelRelation> relations;
  in.each_object("relationships", [&](ObjectReader& element) {
    OcelRelation& relation = relations.emplace_back();
    element.require("objectId");
    element.read("objectId", relation.object);
    element.read("qualifier", relation.qualifier);
  });
  return relations;
}

template <typename Item> void read_head(ObjectReader& in, Item& item) {
  in.require("id");
  in.require("type");
  in.read("id", item.id);
  in.read("type", item.type);
}

// The element as a document of its own, with faults named as in the whole document.
template <typename Read>
void read_element(const std::string& path, std::string_view text, Read read) {
  try {
    base::read_document(text, "event log", read);
  } catch (const DocumentError& error) {
    std::vector<Fault> faults = error.faults();
    for (Fault& fault : faults)
      fault.path = fault.path.empty() ? path : path + "." + fault.path;
    throw DocumentError("event log", std::move(faults));
  }
}

void read_member(std::string_view member, const std::string& path, std::string_view text,
                 Agreement& agreement, OcelHandler& handler) {
  OcelType type;
  OcelObject object;
  OcelEvent event;
  if (member == "eventTypes" || member == "objectTypes") {
    read_element(path, text, [&](ObjectReader& in) { type = read_type(in); });
    if (member == "eventTypes") {
      agreement.event_type(type, path);
      return handler.event_type(type);
    }
    agreement.object_type(type, path);
    return handler.object_type(type);
  }
  if (member == "objects") {
    read_element(path, text, [&](ObjectReader& in) {
      read_head(in, object);
      object.attributes = read_values(in, true);
      object.relations = read_relations(in);
    });
    agreement.object(object, path);
    return handler.object(object);
  }
  if (member == "events") {
    read_element(path, text, [&](ObjectReader& in) {
      read_head(in, event);
      in.require("time");
      read_time(in, event.time);
      event.attributes = read_values(in, false);
      event.relations = read_relations(in);
    });
    agreement.event(event, path);
    return handler.event(event);
  }
  throw DocumentError(
      "event log",
      {{Severity::error, "ocel.member", std::string(member), "an OCEL 2.0 log has no such member",
        "it has eventTypes, objectTypes, objects and events; take it out"}});
}

}  // namespace
}  // namespace exchange

void read_ocel_json(std::istream& in, OcelHandler& handler) {
  exchange::Agreement agreement;
  const std::string members =
      ' ' + exchange::each_json_element(
                in, [&](std::string_view member, std::size_t index, std::string_view element) {
                  const std::string path = std::string(member) + "[" + std::to_string(index) + "]";
                  exchange::read_member(member, path, element, agreement, handler);
                });
  std::vector<Fault> faults;
  for (const char* member : {"eventTypes", "objectTypes", "objects", "events"}) {
    if (members.find(std::string(" ") + member + " ") != std::string::npos) continue;
    faults.push_back({Severity::error, "ocel.member", member, "this member is missing",
                      "add it, if only as an empty array"});
  }
  agreement.add_faults(faults);
  if (!faults.empty()) throw DocumentError("event log", std::move(faults));
}

}  // namespace gridcase
