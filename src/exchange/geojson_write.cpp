#include "base/json_writer.hpp"

#include <gridcase/geojson.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace gridcase {

namespace {

using base::JsonWriter;

// A collection whose features are written one by one.
class Collection {
public:
  explicit Collection(std::ostream& out) : out_(out) {
    out_ << R"({"type":"FeatureCollection","features":[)";
  }

  void add(const std::string& feature) {
    out_ << (count_++ == 0 ? "\n" : ",\n") << feature;
    check();
  }
  std::int64_t finish() {
    out_ << "\n]}\n";
    out_.flush();
    check();
    return count_;
  }

private:
  void check() const {
    if (!out_) throw Error(ErrorCode::io, "the collection cannot be written");
  }

  std::ostream& out_;
  std::int64_t count_ = 0;
};

// Twice the area, positive if the ring runs counterclockwise. Around its first point, so that small
// rings far from the origin keep their digits.
double turning(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const double ax = ring[i].longitude - ring[0].longitude;
    const double ay = ring[i].latitude - ring[0].latitude;
    const double bx = ring[i + 1].longitude - ring[0].longitude;
    const double by = ring[i + 1].latitude - ring[0].latitude;
    sum += ax * by - bx * ay;
  }
  return sum;
}

void write_position(JsonWriter& out, Point point) {
  out.begin_array().value(point.longitude).value(point.latitude).end_array();
}

void write_ring(JsonWriter& out, Ring ring, bool counterclockwise, const std::string& unit) {
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  const bool valid = std::all_of(ring.begin(), ring.end(), [](Point p) { return is_valid(p); });
  if (!valid || ring.size() < 3) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("a ring of unit {} {}", unit,
                            valid ? "has less than three points" : "has a point that is none"),
                "area");
  }
  const double turn = turning(ring);
  // The first point stays the first one.
  if (counterclockwise ? turn < 0 : turn > 0) std::reverse(ring.begin() + 1, ring.end());
  out.begin_array();
  for (const Point point : ring)
    write_position(out, point);
  write_position(out, ring.front());
  out.end_array();
}

void write_polygon(JsonWriter& out, const Polygon& polygon, const std::string& unit) {
  out.begin_array();
  write_ring(out, polygon.outer, true, unit);
  for (const Ring& hole : polygon.holes)
    write_ring(out, hole, false, unit);
  out.end_array();
}

void write_point(JsonWriter& out, const std::optional<Point>& point) {
  out.key("geometry");
  if (point) {
    out.begin_object().field("type", "Point").key("coordinates");
    write_position(out, *point);
    out.end_object();
  } else {
    out.null();
  }
}

void write_ground(JsonWriter& out, const Area& area, const std::string& unit) {
  out.key("geometry").begin_object();
  out.field("type", area.size() == 1 ? "Polygon" : "MultiPolygon").key("coordinates");
  if (area.size() == 1) {
    write_polygon(out, area.front(), unit);
  } else {
    out.begin_array();
    for (const Polygon& polygon : area)
      write_polygon(out, polygon, unit);
    out.end_array();
  }
  out.end_object();
}

std::string feature_of(const Unit& unit) {
  JsonWriter out;
  out.begin_object().field("type", "Feature").key("properties").begin_object();
  out.field("code", unit.code).field_if("name", unit.name).field("kind", name(unit.kind));
  if (unit.tier) out.field("tier", name(*unit.tier));
  out.field_if("parent", unit.parent).field_if("area_code", unit.area_code).end_object();
  if (unit.area.empty()) {
    if (unit.location && !is_valid(*unit.location)) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("the location of unit {} is no place", unit.code), "location");
    }
    write_point(out, unit.location);
  } else {
    write_ground(out, unit.area, unit.code);
  }
  out.end_object();
  return out.take();
}

std::string feature_of(const CaseSummary& found, const Directory& directory) {
  const std::string& zone = directory.organization().time_zone;
  const Category* category = directory.category(found.category);
  JsonWriter out;
  const auto time = [&](std::string_view key, const std::optional<Instant>& instant) {
    if (instant) out.field(key, format_instant(*instant, zone));
  };
  out.begin_object().field("type", "Feature").key("properties").begin_object();
  out.field("id", std::to_string(to_number(found.id))).field("number", found.number);
  out.field_if("title", found.title).field_if("category", found.category);
  if (category != nullptr) out.field_if("category_name", category->name);
  out.field("state", name(found.position.state));
  out.field("stage", name(stage_of(found.position.state)));
  if (const auto tier = tier_of(found.position.state)) out.field("tier", name(*tier));
  out.field_if("holder", found.holder).field_if("lead", found.lead);
  out.field_if("township", found.township).field_if("village", found.village);
  out.field_if("grid", found.grid).field_if("drill", found.drill);
  time("reported", found.reported);
  time("deadline", found.deadline);
  time("ended", found.ended);
  out.end_object();
  write_point(out, found.point);
  out.end_object();
  return out.take();
}

}  // namespace

std::int64_t write_units_geojson(std::ostream& out, const Organization& organization,
                                 std::optional<UnitKind> kind) {
  Collection collection(out);
  for (const Unit& unit : organization.units) {
    if (!kind || unit.kind == *kind) collection.add(feature_of(unit));
  }
  return collection.finish();
}

std::int64_t write_cases_geojson(std::ostream& out, const Engine& engine, const CaseQuery& query,
                                 const Actor& actor) {
  const Directory directory = engine.directory();
  CaseQuery page_query = query;
  page_query.limit = 1000;
  CasePage page = engine.find(page_query, actor);
  Collection collection(out);
  for (;;) {
    for (const CaseSummary& found : page.cases)
      collection.add(feature_of(found, directory));
    if (!page.next) return collection.finish();
    page_query.after = *page.next;
    page = engine.find(page_query, actor);
  }
}

}  // namespace gridcase
