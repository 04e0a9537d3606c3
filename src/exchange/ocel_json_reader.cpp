#include "base/json_reader.hpp"
#include "exchange/json_elements.hpp"

#include <gridcase/event_log.hpp>

namespace gridcase {
namespace exchange {

namespace {

using base::ObjectReader;

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
                 OcelHandler& handler) {
  OcelType type;
  OcelObject object;
  OcelEvent event;
  if (member == "eventTypes" || member == "objectTypes") {
    read_element(path, text, [&](ObjectReader& in) { type = read_type(in); });
    if (member == "eventTypes") return handler.event_type(type);
    return handler.object_type(type);
  }
  if (member == "objects") {
    read_element(path, text, [&](ObjectReader& in) {
      read_head(in, object);
      object.attributes = read_values(in, true);
      object.relations = read_relations(in);
    });
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
  const std::string members =
      ' ' + exchange::each_json_element(
                in, [&](std::string_view member, std::size_t index, std::string_view element) {
                  const std::string path = std::string(member) + "[" + std::to_string(index) + "]";
                  exchange::read_member(member, path, element, handler);
                });
  std::vector<Fault> faults;
  for (const char* member : {"eventTypes", "objectTypes", "objects", "events"}) {
    if (members.find(std::string(" ") + member + " ") != std::string::npos) continue;
    faults.push_back({Severity::error, "ocel.member", member, "this member is missing",
                      "add it, if only as an empty array"});
  }
  if (!faults.empty()) throw DocumentError("event log", std::move(faults));
}

}  // namespace gridcase
