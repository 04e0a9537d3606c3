// The JSON form of an organization; organization.schema.md describes it for people.
#include "model/organization_json.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/date_json.hpp"

#include <gridcase/organization.hpp>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace gridcase {

namespace {

namespace json = boost::json;
using base::JsonWriter;
using base::ObjectReader;
using model::read_date;

constexpr std::string_view tier_words = "village, township, county";
constexpr std::string_view unit_kind_words =
    "city_center, command_center, command_room, village, grid, department, station, subcenter, "
    "provider, response_team, task_force, platform";

// --- reading ------------------------------------------------------------------------------------

bool point_from(const json::value& value, Point& out) {
  const json::array* pair = value.if_array();
  if (pair == nullptr || pair->size() != 2) return false;
  if (!(*pair)[0].is_number() || !(*pair)[1].is_number()) return false;
  out = {(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()};
  return true;
}

bool ring_from(const json::value& value, Ring& out) {
  const json::array* points = value.if_array();
  if (points == nullptr) return false;
  out.resize(points->size());
  for (std::size_t i = 0; i < points->size(); ++i) {
    if (!point_from((*points)[i], out[i])) return false;
  }
  return true;
}

bool polygon_from(const json::value& value, Polygon& out) {
  const json::array* rings = value.if_array();
  if (rings == nullptr || rings->empty() || !ring_from((*rings)[0], out.outer)) return false;
  out.holes.resize(rings->size() - 1);
  for (std::size_t i = 1; i < rings->size(); ++i) {
    if (!ring_from((*rings)[i], out.holes[i - 1])) return false;
  }
  return true;
}

void read_location(ObjectReader& reader, std::optional<Point>& out) {
  const json::array* pair = reader.array("location");
  if (pair == nullptr) return;
  Point point;
  if (point_from(*pair, point)) {
    out = point;
  } else {
    reader.fault("location", "json.point", "this is no point", "write [longitude, latitude]");
  }
}

void read_area(ObjectReader& reader, Area& out) {
  const json::array* polygons = reader.array("area");
  if (polygons == nullptr) return;
  out.resize(polygons->size());
  for (std::size_t i = 0; i < polygons->size(); ++i) {
    if (polygon_from((*polygons)[i], out[i])) continue;
    reader.fault("area[" + std::to_string(i) + "]", "json.polygon", "this is no polygon",
                 "write the coordinates of a GeoJSON MultiPolygon: a list of polygons, each a "
                 "list of rings, each a list of [longitude, latitude]");
  }
}

void read_unit(ObjectReader& reader, Unit& unit) {
  reader.read("code", unit.code);
  reader.read("name", unit.name);
  reader.require("kind");
  reader.read_word("kind", unit.kind, unit_kind_from_name, unit_kind_words);
  if (reader.has("tier")) {
    unit.tier.emplace();
    reader.read_word("tier", *unit.tier, tier_from_name, tier_words);
  }
  reader.read("parent", unit.parent);
  reader.read("area_code", unit.area_code);
  reader.read("resident_at", unit.resident_at);
  std::int32_t response_class = 0;
  reader.read("response_class", response_class);
  if (response_class < 0 || response_class > 3) {
    reader.fault("response_class", "json.range", "there are the response classes 0 to 3",
                 "write 1 at once, 2 on request, 3 in support, 0 not at all");
  } else {
    unit.response_class = static_cast<std::uint8_t>(response_class);
  }
  read_date(reader, "valid_from", unit.valid_from);
  read_date(reader, "valid_until", unit.valid_until);
  read_location(reader, unit.location);
  read_area(reader, unit.area);
  reader.read("territory", unit.territory);
  reader.read("capabilities", unit.capabilities);
  reader.read("capacity", unit.capacity);
  reader.read("members", unit.members);
  reader.read("successor", unit.successor);
  reader.read("remark", unit.remark);
}

void read_person(ObjectReader& reader, Person& person) {
  reader.read("code", person.code);
  reader.read("name", person.name);
  reader.read("unit", person.unit);
  reader.each_object("posts", [&](ObjectReader& item) {
    Post& post = person.posts.emplace_back();
    item.read("role", post.role);
    item.read("unit", post.unit);
    item.read("categories", post.categories);
    item.read("territory", post.territory);
  });
  reader.read("substitutes", person.substitutes);
  read_date(reader, "valid_from", person.valid_from);
  read_date(reader, "valid_until", person.valid_until);
}

void read_group(ObjectReader& reader, LeadingGroup& group) {
  reader.read("code", group.code);
  reader.read("name", group.name);
  reader.read("topics", group.topics);
  reader.each_object("members", [&](ObjectReader& item) {
    LeadingGroup::Member& member = group.members.emplace_back();
    item.read("person", member.person);
    item.read("role", member.role);
  });
}

void read_desk(ObjectReader& reader, IntakeDesk& desk) {
  reader.read("code", desk.code);
  reader.read("name", desk.name);
  reader.read("unit", desk.unit);
  reader.read("numbers", desk.numbers);
  reader.read("channels", desk.channels);
  reader.read("seats", desk.seats);
  reader.read("capacity", desk.capacity);
}

void read_queue(ObjectReader& reader, Queue& queue) {
  reader.read("code", queue.code);
  reader.read("name", queue.name);
  reader.read("unit", queue.unit);
  reader.read("categories", queue.categories);
  reader.read("capacity", queue.capacity);
}

void read_category(ObjectReader& reader, Category& category) {
  reader.read("code", category.code);
  reader.read("name", category.name);
  reader.read("parent", category.parent);
  reader.read_word("kind", category.kind, category_kind_from_name, "event, component");
  reader.read("grade", category.grade);
  reader.read("emergency", category.emergency);
  reader.read("business_line", category.business_line);
  reader.read("filing_condition", category.filing_condition);
  reader.read("closing_condition", category.closing_condition);
  reader.read("required_evidence", category.required_evidence);
  reader.read("sensitive", category.sensitive);
}

void read_duty(ObjectReader& reader, Duty& duty) {
  reader.read("category", duty.category);
  reader.require("tier");
  reader.read_word("tier", duty.tier, tier_from_name, tier_words);
  reader.read("territory", duty.territory);
  reader.read("lead", duty.lead);
  reader.read("lead_capability", duty.lead_capability);
  reader.read("assists", duty.assists);
  if (reader.has("mode")) {
    duty.mode.emplace(OperatingMode::normal);
    reader.read_word("mode", *duty.mode, operating_mode_from_name, "normal, emergency");
  }
}

void read_linkage(ObjectReader& reader, Linkage& linkage) {
  reader.read("from", linkage.from);
  reader.read("to", linkage.to);
  reader.require("kind");
  reader.read_word("kind", linkage.kind, linkage_kind_from_name,
                   "reports_to, dispatches_to, assists");
}

void read_asset(ObjectReader& reader, Asset& asset) {
  reader.read("code", asset.code);
  reader.read("name", asset.name);
  reader.read("kind", asset.kind);
  reader.read("unit", asset.unit);
  read_location(reader, asset.location);
}

void read_role(ObjectReader& reader, Role& role) {
  reader.read("code", role.code);
  reader.read("name", role.name);
  reader.read_word("reads", role.reads, role_reads_from_name,
                   "participation, territory, everything");
  reader.read("actions", role.actions);
  reader.read("sensitive", role.sensitive);
  reader.read("reveals", role.reveals);
  reader.read("erases", role.erases);
}

void read_grid_code_lengths(ObjectReader& reader, std::vector<int>& out) {
  const json::array* lengths = reader.array("grid_code_lengths");
  if (lengths == nullptr) return;
  out.clear();
  for (const json::value& value : *lengths) {
    const std::int64_t* length = value.if_int64();
    if (length != nullptr && *length >= 1 && *length <= 32) {
      out.push_back(static_cast<int>(*length));
    } else {
      reader.fault("grid_code_lengths", "json.range", "a grid code has 1 to 32 digits",
                   "write whole numbers, such as [15]");
    }
  }
}

template <typename Element>
void read_list(ObjectReader& reader, std::string_view key, std::vector<Element>& out,
               void (*read)(ObjectReader&, Element&)) {
  if (const json::array* list = reader.array(key)) out.reserve(list->size());
  reader.each_object(key, [&](ObjectReader& item) { read(item, out.emplace_back()); });
}

// --- writing ------------------------------------------------------------------------------------

void write_date(JsonWriter& writer, std::string_view key, const std::optional<Date>& date) {
  if (date) writer.field(key, format_date(*date));
}

// On one line: a point a line would make files of half a million lines.
std::string point_text(Point point) {
  return JsonWriter().begin_array().value(point.longitude).value(point.latitude).end_array().take();
}

std::string ring_text(const Ring& ring) {
  JsonWriter writer;
  writer.begin_array();
  for (const Point point : ring)
    writer.raw(point_text(point));
  return writer.end_array().take();
}

void write_area(JsonWriter& writer, const Area& area) {
  if (area.empty()) return;
  writer.key("area").begin_array();
  for (const Polygon& polygon : area) {
    writer.begin_array().raw(ring_text(polygon.outer));
    for (const Ring& hole : polygon.holes)
      writer.raw(ring_text(hole));
    writer.end_array();
  }
  writer.end_array();
}

void write_item(JsonWriter& writer, const Unit& unit) {
  writer.field("code", unit.code).field_if("name", unit.name).field("kind", name(unit.kind));
  if (unit.tier) writer.field("tier", name(*unit.tier));
  writer.field_if("parent", unit.parent)
      .field_if("area_code", unit.area_code)
      .field_if("resident_at", unit.resident_at)
      .field_if("response_class", std::int64_t{unit.response_class});
  write_date(writer, "valid_from", unit.valid_from);
  write_date(writer, "valid_until", unit.valid_until);
  if (unit.location) writer.key("location").raw(point_text(*unit.location));
  write_area(writer, unit.area);
  writer.field_if("territory", unit.territory)
      .field_if("capabilities", unit.capabilities)
      .field_if("capacity", std::int64_t{unit.capacity})
      .field_if("members", unit.members)
      .field_if("successor", unit.successor)
      .field_if("remark", unit.remark);
}

void write_item(JsonWriter& writer, const Post& post) {
  writer.field("role", post.role)
      .field_if("unit", post.unit)
      .field_if("categories", post.categories)
      .field_if("territory", post.territory);
}

void write_item(JsonWriter& writer, const LeadingGroup::Member& member) {
  writer.field("person", member.person).field("role", member.role);
}

// Declared first: those that are written within others, and those that write lists of others.
void write_item(JsonWriter& writer, const Person& person);
void write_item(JsonWriter& writer, const LeadingGroup& group);
void write_item(JsonWriter& writer, const IntakeDesk& desk);
void write_item(JsonWriter& writer, const Queue& queue);
void write_item(JsonWriter& writer, const Category& category);
void write_item(JsonWriter& writer, const Duty& duty);
void write_item(JsonWriter& writer, const Linkage& linkage);
void write_item(JsonWriter& writer, const Asset& asset);
void write_item(JsonWriter& writer, const Role& role);

template <typename Element>
void write_list(JsonWriter& writer, std::string_view key, const std::vector<Element>& elements) {
  if (elements.empty()) return;
  writer.key(key).begin_array();
  for (const Element& element : elements) {
    writer.begin_object();
    write_item(writer, element);
    writer.end_object();
  }
  writer.end_array();
}

void write_item(JsonWriter& writer, const Person& person) {
  writer.field("code", person.code).field_if("name", person.name).field("unit", person.unit);
  write_list(writer, "posts", person.posts);
  writer.field_if("substitutes", person.substitutes);
  write_date(writer, "valid_from", person.valid_from);
  write_date(writer, "valid_until", person.valid_until);
}

void write_item(JsonWriter& writer, const LeadingGroup& group) {
  writer.field("code", group.code).field_if("name", group.name).field_if("topics", group.topics);
  write_list(writer, "members", group.members);
}

void write_item(JsonWriter& writer, const IntakeDesk& desk) {
  writer.field("code", desk.code)
      .field_if("name", desk.name)
      .field("unit", desk.unit)
      .field_if("numbers", desk.numbers)
      .field_if("channels", desk.channels)
      .field_if("seats", std::int64_t{desk.seats})
      .field_if("capacity", std::int64_t{desk.capacity});
}

void write_item(JsonWriter& writer, const Queue& queue) {
  writer.field("code", queue.code)
      .field_if("name", queue.name)
      .field("unit", queue.unit)
      .field_if("categories", queue.categories)
      .field_if("capacity", std::int64_t{queue.capacity});
}

void write_item(JsonWriter& writer, const Category& category) {
  writer.field("code", category.code)
      .field_if("name", category.name)
      .field_if("parent", category.parent)
      .field("kind", name(category.kind))
      .field_if("grade", category.grade)
      .field_if("emergency", category.emergency)
      .field_if("business_line", category.business_line)
      .field_if("filing_condition", category.filing_condition)
      .field_if("closing_condition", category.closing_condition)
      .field_if("required_evidence", category.required_evidence)
      .field_if("sensitive", category.sensitive);
}

void write_item(JsonWriter& writer, const Duty& duty) {
  writer.field("category", duty.category)
      .field("tier", name(duty.tier))
      .field_if("territory", duty.territory)
      .field_if("lead", duty.lead)
      .field_if("lead_capability", duty.lead_capability)
      .field_if("assists", duty.assists);
  if (duty.mode) writer.field("mode", name(*duty.mode));
}

void write_item(JsonWriter& writer, const Linkage& linkage) {
  writer.field("from", linkage.from).field("to", linkage.to).field("kind", name(linkage.kind));
}

void write_item(JsonWriter& writer, const Asset& asset) {
  writer.field("code", asset.code)
      .field_if("name", asset.name)
      .field_if("kind", asset.kind)
      .field("unit", asset.unit);
  if (asset.location) writer.key("location").raw(point_text(*asset.location));
}

void write_item(JsonWriter& writer, const Role& role) {
  writer.field("code", role.code)
      .field_if("name", role.name)
      .field("reads", name(role.reads))
      .field_if("actions", role.actions)
      .field_if("sensitive", role.sensitive)
      .field_if("reveals", role.reveals)
      .field_if("erases", role.erases);
}

}  // namespace

void model::read_organization(ObjectReader& reader, Organization& organization) {
  reader.read("code", organization.code);
  reader.read("name", organization.name);
  reader.read("time_zone", organization.time_zone);
  reader.with_object("tier_names", [&](ObjectReader& names) {
    names.read("village", organization.tier_names[0]);
    names.read("township", organization.tier_names[1]);
    names.read("county", organization.tier_names[2]);
  });
  read_grid_code_lengths(reader, organization.grid_code_lengths);
  reader.read("chinese_area_codes", organization.chinese_area_codes);
  reader.read("staffed_grids", organization.staffed_grids);
  read_list(reader, "units", organization.units, read_unit);
  read_list(reader, "persons", organization.persons, read_person);
  read_list(reader, "leading_groups", organization.leading_groups, read_group);
  read_list(reader, "desks", organization.desks, read_desk);
  read_list(reader, "queues", organization.queues, read_queue);
  read_list(reader, "categories", organization.categories, read_category);
  read_list(reader, "duties", organization.duties, read_duty);
  read_list(reader, "linkages", organization.linkages, read_linkage);
  read_list(reader, "assets", organization.assets, read_asset);
  read_list(reader, "roles", organization.roles, read_role);
}

Organization read_organization(std::string_view json) {
  Organization organization;
  base::read_document(json, "organization", [&](ObjectReader& reader) {
    model::read_organization(reader, organization);
  });
  return organization;
}

std::string write_organization(const Organization& organization) {
  JsonWriter writer(2);
  writer.begin_object()
      .field("code", organization.code)
      .field_if("name", organization.name)
      .field("time_zone", organization.time_zone);
  writer.key("tier_names")
      .begin_object()
      .field("village", organization.tier_names[0])
      .field("township", organization.tier_names[1])
      .field("county", organization.tier_names[2])
      .end_object();
  writer.key("grid_code_lengths").begin_array();
  for (const int length : organization.grid_code_lengths)
    writer.value(std::int64_t{length});
  writer.end_array();
  writer.field("chinese_area_codes", organization.chinese_area_codes)
      .field_if("staffed_grids", organization.staffed_grids);
  write_list(writer, "units", organization.units);
  write_list(writer, "persons", organization.persons);
  write_list(writer, "leading_groups", organization.leading_groups);
  write_list(writer, "desks", organization.desks);
  write_list(writer, "queues", organization.queues);
  write_list(writer, "categories", organization.categories);
  write_list(writer, "duties", organization.duties);
  write_list(writer, "linkages", organization.linkages);
  write_list(writer, "assets", organization.assets);
  write_list(writer, "roles", organization.roles);
  writer.end_object();
  return writer.take() + "\n";
}

}  // namespace gridcase
