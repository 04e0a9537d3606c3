#include "base/json_writer.hpp"
#include "exchange/aside.hpp"

#include <gridcase/event_log.hpp>

#include <array>
#include <fstream>

namespace gridcase {
namespace exchange {

namespace {

using base::JsonWriter;

// Types, then objects, then events, as the reader of the SQLite file gives them; an element a line.
class OcelJsonWriter : public OcelHandler {
public:
  explicit OcelJsonWriter(std::ostream& out) : out_(out) { out_ << '{'; }

  void event_type(const OcelType& type) override { add("eventTypes", type_json(type)); }
  void object_type(const OcelType& type) override { add("objectTypes", type_json(type)); }

  void object(const OcelObject& object) override {
    JsonWriter json;
    json.begin_object().field("id", object.id).field("type", object.type);
    if (!object.attributes.empty()) {
      json.key("attributes").begin_array();
      for (const OcelValue& value : object.attributes) {
        json.begin_object().field("name", value.name).field("time", format_instant(value.time));
        json.field("value", value.value).end_object();
      }
      json.end_array();
    }
    write_relations(json, object.relations);
    add("objects", json.end_object().text());
  }

  void event(const OcelEvent& event) override {
    JsonWriter json;
    json.begin_object().field("id", event.id).field("type", event.type);
    json.field("time", format_instant(event.time));
    if (!event.attributes.empty()) {
      json.key("attributes").begin_array();
      for (const OcelValue& value : event.attributes) {
        json.begin_object().field("name", value.name).field("value", value.value).end_object();
      }
      json.end_array();
    }
    write_relations(json, event.relations);
    add("events", json.end_object().text());
  }

  // All four members must be there, if only as empty arrays.
  void finish() {
    while (open_ < members.size())
      next_member();
    out_ << "]}\n";
  }

private:
  static constexpr std::array<std::string_view, 4> members{"eventTypes", "objectTypes", "objects",
                                                           "events"};

  static std::string type_json(const OcelType& type) {
    JsonWriter json;
    json.begin_object().field("name", type.name).key("attributes").begin_array();
    for (const OcelType::Attribute& attribute : type.attributes) {
      json.begin_object().field("name", attribute.name).field("type", attribute.type).end_object();
    }
    return json.end_array().end_object().take();
  }

  static void write_relations(JsonWriter& json, const std::vector<OcelRelation>& relations) {
    if (relations.empty()) return;
    json.key("relationships").begin_array();
    for (const OcelRelation& relation : relations) {
      json.begin_object().field("objectId", relation.object);
      json.field("qualifier", relation.qualifier).end_object();
    }
    json.end_array();
  }

  void next_member() {
    if (open_ > 0) out_ << "],";
    out_ << "\n\"" << members[open_++] << "\":[";
    first_ = true;
  }

  void add(std::string_view member, const std::string& element) {
    while (open_ == 0 || members[open_ - 1] != member)
      next_member();
    out_ << (first_ ? "\n" : ",\n") << element;
    first_ = false;
  }

  std::ostream& out_;
  std::size_t open_ = 0;  // members begun
  bool first_ = true;
};

}  // namespace
}  // namespace exchange

LogCounts write_ocel_json(const std::string& path, const Engine& engine, const Actor& actor,
                          const CaseQuery& query) {
  exchange::Aside aside(path);
  // Objects come before events there, and relations to cases outside are gone: neither is known
  // before the last case was read.
  exchange::Scratch rows(path + ".scratch");
  const LogCounts counts = write_ocel_sqlite(rows.path(), engine, actor, query);
  {
    std::ofstream out(aside.path(), std::ios::binary);
    exchange::OcelJsonWriter writer(out);
    read_ocel_sqlite(rows.path(), writer);
    writer.finish();
    out.flush();
    if (!out) throw Error(ErrorCode::io, "the log could not be written to " + aside.path());
  }
  aside.publish();
  return counts;
}

}  // namespace gridcase
