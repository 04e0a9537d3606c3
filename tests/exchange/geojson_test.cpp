#include "support/county.hpp"
#include "support/environment.hpp"

#include <gridcase/geojson.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::vector<Unit> read_all(const std::string& text, const GeoJsonUnits& units = {}) {
  std::istringstream in(text);
  std::vector<Unit> all;
  const std::int64_t count =
      read_units_geojson(in, units, [&](const Unit& unit) { all.push_back(unit); });
  CHECK(count == static_cast<std::int64_t>(all.size()));
  return all;
}

std::string collection(const std::string& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = R"("code":"g")") {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string polygon(const std::string& rings) {
  return R"({"type":"Polygon","coordinates":)" + rings + "}";
}

// "code path" of each fault, a line each.
std::string trouble(const std::string& text, const GeoJsonUnits& units = {}) {
  try {
    read_all(text, units);
  } catch (const DocumentError& error) {
    std::string all;
    for (const Fault& fault : error.faults())
      all += fault.code + " " + fault.path + "\n";
    return all;
  }
  return "";
}

std::string written(const Organization& organization,
                    std::optional<UnitKind> kind = UnitKind::grid) {
  std::ostringstream out;
  write_units_geojson(out, organization, kind);
  return out.str();
}

double signed_area(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    sum += a.longitude * b.latitude - b.longitude * a.latitude;
  }
  return sum;
}

}  // namespace

TEST_CASE("units come back with code, name, parent and ground") {
  Organization organization;
  Unit unit;
  unit.code = "g1";
  unit.name = "一号网格";
  unit.kind = UnitKind::grid;
  unit.parent = "v1";
  unit.area = {square({118.6, 28.7}, 0.01)};
  unit.area[0].holes = {{{118.602, 28.702}, {118.604, 28.702}, {118.604, 28.704}}};
  organization.units = {unit, unit, unit};
  organization.units[1].area.push_back(square({119, 29}, 0.01));
  organization.units[2].area.clear();
  organization.units[2].location = Point{118, 28};
  organization.units.push_back({});
  organization.units.back().code = "dept";

  const auto read = read_all(written(organization));
  REQUIRE(read.size() == 3);
  CHECK(read[0].code == "g1");
  CHECK(read[0].name == "一号网格");
  CHECK(read[0].parent == "v1");
  CHECK(read[0].kind == UnitKind::grid);
  REQUIRE(read[0].area.size() == 1);
  CHECK(read[0].area[0].holes.size() == 1);
  CHECK(read[1].area.size() == 2);
  CHECK(read[2].location == Point{118, 28});
  CHECK(read_all(written(organization, std::nullopt)).size() == 4);
  // Once more: what was read is written to the same bytes.
  Organization again;
  again.units = read;
  CHECK(written(again) == written(organization));
}

TEST_CASE("outer rings are written counterclockwise and closed, holes clockwise") {
  Organization organization;
  Unit unit;
  unit.code = "g";
  unit.kind = UnitKind::grid;
  const Ring counterclockwise{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
  const Ring clockwise(counterclockwise.rbegin(), counterclockwise.rend());
  for (const Ring& outer : {counterclockwise, clockwise}) {
    for (const Ring& hole : {counterclockwise, clockwise}) {
      unit.area = {{outer, {hole}}};
      organization.units = {unit};
      const auto read = read_all(written(organization));
      CHECK(signed_area(read[0].area[0].outer) > 0);
      CHECK(signed_area(read[0].area[0].holes[0]) < 0);
      CHECK(read[0].area[0].outer.front() == outer.front());
    }
  }
  unit.area = {{{{1, 2}, {3, 2}, {3, 4}, {1, 2}}, {}}};  // closed already
  organization.units = {unit};
  CHECK(written(organization).find("[[[1,2],[3,2],[3,4],[1,2]]]") != std::string::npos);
}

TEST_CASE("the names of the properties are the caller's, and codes may be numbers") {
  GeoJsonUnits units;
  units.code = "PRECINCT";
  units.name = "LABEL";
  units.parent = "WARD";
  units.above = "city";
  units.kind = UnitKind::village;
  const auto read = read_all(collection(feature("null", R"("PRECINCT":12,"LABEL":"a","WARD":3)") +
                                        "," + feature("null", R"("PRECINCT":"x","extra":[1])")),
                             units);
  REQUIRE(read.size() == 2);
  CHECK(read[0].code == "12");
  CHECK(read[0].name == "a");
  CHECK(read[0].parent == "3");
  CHECK(read[0].kind == UnitKind::village);
  CHECK(read[1].name == "x");
  CHECK(read[1].parent == "city");
}

TEST_CASE("kind, tier and division code come back; without them the kind is the caller's") {
  Organization organization;
  Unit unit;
  unit.code = "town";
  unit.kind = UnitKind::command_room;
  unit.area_code = "330881001";
  organization.units.push_back(unit);
  unit.code = "force";
  unit.kind = UnitKind::task_force;
  unit.tier = Tier::county;
  organization.units.push_back(unit);
  const auto read = read_all(written(organization, std::nullopt));
  REQUIRE(read.size() == 2);
  CHECK(read[0].kind == UnitKind::command_room);
  CHECK(read[0].area_code == "330881001");
  CHECK_FALSE(read[0].tier);
  CHECK(read[1].kind == UnitKind::task_force);
  CHECK(read[1].tier == Tier::county);

  GeoJsonUnits others;
  others.kind = UnitKind::village;
  const std::string own = collection(feature("null", R"("code":"a","kind":"station")") + "," +
                                     feature("null", R"("code":"b","area_code":330881001002)"));
  CHECK(read_all(own, others)[0].kind == UnitKind::station);
  CHECK(read_all(own, others)[1].kind == UnitKind::village);
  CHECK(read_all(own, others)[1].area_code == "330881001002");
  others.kind_property.clear();
  CHECK(read_all(own, others)[0].kind == UnitKind::village);
}

TEST_CASE("an unknown kind is refused with its feature and the kinds there are") {
  const std::string text =
      collection(feature("null") + "," + feature("null", R"("code":"h","kind":"ward","tier":"x")"));
  CHECK(trouble(text) ==
        "geojson.word features[1].properties.kind\ngeojson.word features[1].properties.tier\n");
  try {
    read_all(text);
  } catch (const DocumentError& error) {
    CHECK(error.faults()[0].message == "\"ward\" is not known here");
    for (const char* kind : {"command_center", "grid", "village", "task_force"})
      CHECK(error.faults()[0].fix.find(kind) != std::string::npos);
    CHECK(error.faults()[1].fix.rfind("use one of: village, township, county", 0) == 0);
  }
}

TEST_CASE("members may stand in any order, and others' members are skipped") {
  const std::string list = feature(polygon("[[[0,0],[1,0],[1,1,5],[0,0]]]"));
  const auto read = read_all("{\"name\":\"x\",\"features\":[" + list +
                             "],\"bbox\":[0,0,1,1],\"type\":\"FeatureCollection\"}");
  REQUIRE(read.size() == 1);
  CHECK(read[0].area[0].outer.size() == 3);
  CHECK(trouble("{\"features\":[" + list + "]}") == "geojson.form type\n");
  CHECK(trouble("{\"type\":\"Feature\",\"features\":[" + list + "]}") == "geojson.form type\n");
  CHECK(trouble("{\"type\":\"FeatureCollection\"}") == "json.missing line 1, column 29\n");
  CHECK(trouble("{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}")
            .find("json.key_twice") == 0);
}

TEST_CASE("positions that are none are refused with their path") {
  const auto at = [](const std::string& position) {
    return trouble(collection(feature(polygon("[[[0,0],[1,0]," + position + ",[0,0]]]"))));
  };
  const std::string path = "geojson.position features[0].geometry.coordinates[0][2]\n";
  for (const char* bad : {"[181,0]", "[0,-90.5]", "[1e999,0]", "[0]", "[]", "0", "null",
                          "[\"1\",2]", "[null,2]", "[[1,2],3]"}) {
    CAPTURE(bad);
    CHECK(at(bad) == path);
  }
  for (const char* bad : {"[NaN,0]", "[Infinity,0]", "[1 2]"}) {
    CAPTURE(bad);
    CHECK(at(bad).find("json.syntax line 1") == 0);
  }
}

TEST_CASE("rings and geometries that are none are refused with their path") {
  const auto of = [](const std::string& geometry) {
    return trouble(collection(feature("null") + "," + feature(geometry)));
  };
  const std::string base = " features[1].geometry";
  CHECK(of(polygon("[[[0,0],[1,0],[1,1],[0,1]]]")) == "geojson.ring" + base + ".coordinates[0]\n");
  CHECK(of(polygon("[[[0,0],[1,0],[0,0]]]")) == "geojson.ring" + base + ".coordinates[0]\n");
  CHECK(of(polygon("[]")) == "geojson.ring" + base + ".coordinates\n");
  CHECK(of(polygon("3")) == "geojson.form" + base + ".coordinates\n");
  CHECK(of(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[9,9]]]]})") ==
        "geojson.ring" + base + ".coordinates[1][0]\n");
  CHECK(of(R"({"type":"LineString","coordinates":[[0,0],[1,1]]})") ==
        "geojson.geometry" + base + ".type\n");
  CHECK(of("{}") == "geojson.geometry" + base + ".type\n");
  CHECK(of("[]") == "geojson.form" + base + "\n");
  CHECK(trouble(collection(feature("null", "\"a\":1"))) ==
        "geojson.code features[0].properties.code\n");
  CHECK(trouble(collection(feature("null", "\"code\":{}"))).find("geojson.property") == 0);
  CHECK(trouble(collection("7")) == "geojson.form features[0]\n");
}

TEST_CASE("nesting without end is refused in its place, without using the stack") {
  const std::string deep(100'000, '[');
  CHECK(trouble(collection(feature(polygon(deep)))).find("json.") == 0);
  CHECK(trouble(collection(feature(polygon(deep + std::string(100'000, ']')))))
            .find("json.too_deep") == 0);
}

TEST_CASE("another coordinate reference system is refused") {
  const auto with = [](const std::string& crs) {
    return trouble(R"({"type":"FeatureCollection","crs":)" + crs + R"(,"features":[]})");
  };
  const auto named = [](const std::string& name) {
    return R"({"type":"name","properties":{"name":")" + name + "\"}}";
  };
  CHECK(with(named("urn:ogc:def:crs:OGC:1.3:CRS84")).empty());
  CHECK(with("null").empty());
  CHECK(with(named("urn:ogc:def:crs:EPSG::4490")) == "geojson.crs crs\n");
  CHECK(with("{}") == "geojson.crs crs\n");
}

TEST_CASE("ground that cannot be written is named") {
  Organization organization;
  Unit unit;
  unit.code = "g7";
  unit.kind = UnitKind::grid;
  unit.area = {{{{0, 0}, {1, 1}}, {}}};
  organization.units = {unit};
  CHECK_THROWS_WITH_AS(written(organization), "a ring of unit g7 has less than three points",
                       Error);
  organization.units[0].area = {{{{0, 0}, {1, 1}, {std::nan(""), 0}}, {}}};
  CHECK_THROWS_AS(written(organization), Error);
}

TEST_CASE("cases are features with their points") {
  County county;
  const CaseId placed = county.report(centre, [](Action& action) {
    action.point = Point{118.6, 28.7};
  });
  county.report(centre);
  std::ostringstream out;
  CHECK(write_cases_geojson(out, county.engine(), {}, {centre, "", ""}) == 2);
  const std::string text = out.str();
  CHECK(text.find("\"id\":\"" + std::to_string(to_number(placed)) + "\"") != std::string::npos);
  CHECK(text.find(R"("geometry":{"type":"Point","coordinates":[118.6,28.7]})") !=
        std::string::npos);
  CHECK(text.find("\"geometry\":null") != std::string::npos);
  CHECK(text.find("+08:00") != std::string::npos);
  // It is a collection that can be read.
  GeoJsonUnits units;
  units.code = "id";
  units.name = "title";
  CHECK(read_all(text, units).size() == 2);
}

TEST_CASE("the precincts of Boston go in and out unchanged") {
  if (data_folder().empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  GeoJsonUnits units;
  units.code = "ward_precinct";
  units.name = "precinct";
  units.parent = "ward";
  Organization organization;
  organization.units =
      read_all(read_file(data_folder() + "/polygons/boston_precincts.geojson"), units);
  CHECK(organization.units.size() == 255);
  std::size_t points = 0;
  for (const Unit& unit : organization.units) {
    CHECK(unit.code.size() >= 4);
    CHECK(unit.parent == unit.code.substr(0, 2));
    for (const Polygon& polygon : unit.area) {
      CHECK(signed_area(polygon.outer) != 0);
      points += polygon.outer.size();
    }
  }
  CHECK(points > 1000);
  Organization again;
  again.units = read_all(written(organization));
  CHECK(written(again) == written(organization));
}
