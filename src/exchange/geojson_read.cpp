#include "base/json_stream.hpp"

#include <gridcase/geojson.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <utility>

namespace gridcase {

namespace {

namespace json = boost::json;

constexpr const char* document = "GeoJSON";

// All words of an enumeration that begins with 1.
template <typename Enum> std::string words_of() {
  std::string words;
  for (std::uint8_t value = 1; name(static_cast<Enum>(value)) != "unknown"; ++value)
    words += fmt::format("{}{}", words.empty() ? "" : ", ", name(static_cast<Enum>(value)));
  return words;
}

// One feature; every fault with its path.
class FeatureReader {
public:
  FeatureReader(const GeoJsonUnits& units, std::size_t index)
      : units_(units), path_(fmt::format("features[{}]", index)) {}

  Unit read(const json::value& feature);

private:
  void fault(std::string code, const std::string& path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, "geojson." + code, path_ + path, std::move(message), std::move(fix)});
  }
  const json::object* object(const json::value& parent, const char* key);
  std::string property(const json::object& properties, const std::string& name);
  void read_properties(const json::object& properties, Unit& unit);
  template <typename Enum, typename FromName>
  std::optional<Enum> word(const json::object& properties, const std::string& name,
                           FromName from_name);
  void read_geometry(const json::object& geometry, Unit& unit);
  std::optional<Point> position(const json::value& value, const std::string& path);
  Ring ring(const json::value& value, const std::string& path);
  Polygon polygon(const json::value& value, const std::string& path);
  const json::array* list(const json::value* value, const std::string& path);

  const GeoJsonUnits& units_;
  std::string path_;
  std::vector<Fault> faults_;
};

// Null when it is missing or null.
const json::object* FeatureReader::object(const json::value& parent, const char* key) {
  const json::value* value = parent.get_object().if_contains(key);
  if (value == nullptr || value->is_null()) return nullptr;
  if (!value->is_object()) fault("form", fmt::format(".{}", key), "is no object", "see RFC 7946");
  return value->if_object();
}

const json::array* FeatureReader::list(const json::value* value, const std::string& path) {
  const json::array* found = value == nullptr ? nullptr : value->if_array();
  if (found == nullptr) fault("form", path, "a list is expected here", "see RFC 7946, section 3.1");
  return found;
}

std::string FeatureReader::property(const json::object& properties, const std::string& name) {
  const json::value* value = name.empty() ? nullptr : properties.if_contains(name);
  if (value == nullptr || value->is_null()) return {};
  if (const json::string* text = value->if_string()) return {text->data(), text->size()};
  if (value->is_int64()) return std::to_string(value->get_int64());
  if (value->is_uint64()) return std::to_string(value->get_uint64());
  fault("property", ".properties." + name, "is no text and no whole number",
        "name a property that holds a code or a name");
  return {};
}

// Nothing where the feature says nothing.
template <typename Enum, typename FromName>
std::optional<Enum> FeatureReader::word(const json::object& properties, const std::string& name,
                                        FromName from_name) {
  const std::string text = property(properties, name);
  if (text.empty()) return std::nullopt;
  const std::optional<Enum> found = from_name(text);
  if (!found) {
    fault("word", ".properties." + name, fmt::format("\"{}\" is not known here", text),
          fmt::format("use one of: {}; or leave this property out", words_of<Enum>()));
  }
  return found;
}

void FeatureReader::read_properties(const json::object& properties, Unit& unit) {
  unit.code = property(properties, units_.code);
  unit.name = property(properties, units_.name);
  unit.parent = property(properties, units_.parent);
  unit.area_code = property(properties, units_.area_code);
  unit.kind =
      word<UnitKind>(properties, units_.kind_property, unit_kind_from_name).value_or(units_.kind);
  unit.tier = word<Tier>(properties, units_.tier, tier_from_name);
}

std::optional<Point> FeatureReader::position(const json::value& value, const std::string& path) {
  const json::array* numbers = value.if_array();
  const bool has_form = numbers != nullptr && numbers->size() >= 2 && (*numbers)[0].is_number() &&
                        (*numbers)[1].is_number();
  if (!has_form) {
    fault("position", path, "is no position", "write [longitude, latitude]");
    return std::nullopt;
  }
  const Point point{(*numbers)[0].to_number<double>(), (*numbers)[1].to_number<double>()};
  if (is_valid(point)) return point;
  fault("position", path, "is no place on the ground",
        "longitude is -180 … 180, latitude -90 … 90, degrees of WGS 84");
  return std::nullopt;
}

// Ends at the first position with a fault: thousands may have the same.
Ring FeatureReader::ring(const json::value& value, const std::string& path) {
  Ring ring;
  const json::array* positions = list(&value, path);
  if (positions == nullptr) return ring;
  for (std::size_t i = 0; i < positions->size(); ++i) {
    const auto point = position((*positions)[i], fmt::format("{}[{}]", path, i));
    if (!point) return {};
    ring.push_back(*point);
  }
  if (ring.size() < 4) {
    fault("ring", path, "a ring of less than four positions encloses nothing",
          "write three or more corners, and the first one again at the end");
  } else if (ring.front() != ring.back()) {
    fault("ring", path, "the ring is not closed", "repeat the first position at the end");
  } else {
    ring.pop_back();
  }
  return ring;
}

Polygon FeatureReader::polygon(const json::value& value, const std::string& path) {
  Polygon polygon;
  const json::array* rings = list(&value, path);
  if (rings == nullptr) return polygon;
  if (rings->empty()) fault("ring", path, "the polygon has no ring", "write its outer ring");
  for (std::size_t i = 0; i < rings->size(); ++i) {
    Ring read = ring((*rings)[i], fmt::format("{}[{}]", path, i));
    if (i == 0) {
      polygon.outer = std::move(read);
    } else {
      polygon.holes.push_back(std::move(read));
    }
  }
  return polygon;
}

void FeatureReader::read_geometry(const json::object& geometry, Unit& unit) {
  const std::string path = ".geometry.coordinates";
  const json::value* type = geometry.if_contains("type");
  const json::value* coordinates = geometry.if_contains("coordinates");
  const json::string* kind = type == nullptr ? nullptr : type->if_string();
  if (kind == nullptr || (*kind != "Polygon" && *kind != "MultiPolygon" && *kind != "Point")) {
    fault("geometry", ".geometry.type", "is another geometry than ground or a location has",
          "use one of: Polygon, MultiPolygon, Point");
    return;
  }
  const json::array* outermost = list(coordinates, path);
  if (outermost == nullptr) return;
  if (*kind == "Point") {
    unit.location = position(*coordinates, path);
  } else if (*kind == "Polygon") {
    unit.area.push_back(polygon(*coordinates, path));
  } else {
    for (std::size_t i = 0; i < outermost->size(); ++i)
      unit.area.push_back(polygon((*outermost)[i], fmt::format("{}[{}]", path, i)));
  }
}

Unit FeatureReader::read(const json::value& feature) {
  Unit unit;
  unit.kind = units_.kind;
  if (!feature.is_object()) {
    fault("form", "", "is no object", "write a Feature");
    throw DocumentError(document, faults_);
  }
  const json::value* type = feature.get_object().if_contains("type");
  if (type == nullptr || *type != "Feature")
    fault("form", ".type", "is not Feature", "a FeatureCollection holds features only");
  if (const json::object* properties = object(feature, "properties"))
    read_properties(*properties, unit);
  if (unit.code.empty()) {
    fault("code", ".properties." + units_.code, "the feature has no code",
          "add the property, or name the one that holds the code");
  }
  if (unit.name.empty()) unit.name = unit.code;
  if (unit.parent.empty()) unit.parent = units_.above;
  if (const json::object* geometry = object(feature, "geometry")) read_geometry(*geometry, unit);
  if (!faults_.empty()) throw DocumentError(document, faults_);
  return unit;
}

// What stands beside the features; at the end it is all there.
void check_collection(const json::object& others, bool is_whole) {
  std::vector<Fault> faults;
  const json::value* type = others.if_contains("type");
  if (type == nullptr ? is_whole : *type != "FeatureCollection") {
    faults.push_back({Severity::error, "geojson.form", "type", "is not FeatureCollection",
                      "put the features into a FeatureCollection"});
  }
  // Left over from the GeoJSON of 2008. These two names mean what RFC 7946 means.
  const json::value* crs = others.if_contains("crs");
  if (crs != nullptr && !crs->is_null()) {
    const json::object* outer = crs->if_object();
    const json::value* properties = outer == nullptr ? nullptr : outer->if_contains("properties");
    const json::object* inner = properties == nullptr ? nullptr : properties->if_object();
    const json::value* name = inner == nullptr ? nullptr : inner->if_contains("name");
    if (name == nullptr || (*name != "urn:ogc:def:crs:OGC:1.3:CRS84" && *name != "EPSG:4326")) {
      faults.push_back({Severity::error, "geojson.crs", "crs",
                        "is another coordinate reference system than WGS 84",
                        "convert the coordinates to WGS 84, longitude first"});
    }
  }
  if (!faults.empty()) throw DocumentError(document, faults);
}

}  // namespace

std::int64_t read_units_geojson(std::istream& in, const GeoJsonUnits& units,
                                const std::function<void(const Unit&)>& each) {
  base::JsonStream stream(in, document, "features");
  json::value feature;
  std::int64_t count = 0;
  while (stream.next(feature)) {
    if (count == 0) check_collection(stream.others(), false);
    each(FeatureReader(units, static_cast<std::size_t>(count)).read(feature));
    ++count;
  }
  check_collection(stream.others(), true);
  return count;
}

}  // namespace gridcase
