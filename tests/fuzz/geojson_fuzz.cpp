// Units from features; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/geojson.hpp>

#include <sstream>

namespace {

using namespace gridcase;

std::vector<Unit> units_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<Unit> units;
  read_units_geojson(in, {}, [&](const Unit& unit) { units.push_back(unit); });
  return units;
}

void read(std::string_view input) {
  Organization organization;
  organization.units = units_of(std::string(input));
  std::ostringstream out;
  write_units_geojson(out, organization);
  const auto again = units_of(out.str());
  fuzz::must(again.size() == organization.units.size(), "all units come back");
  for (std::size_t i = 0; i < again.size(); ++i) {
    const Unit& a = again[i];
    const Unit& b = organization.units[i];
    fuzz::must(a.code == b.code && a.name == b.name && a.parent == b.parent &&
                   a.area.size() == b.area.size() && (a.location == b.location || !b.area.empty()),
               "units come back as they were");
  }
}

const fuzz::Target target(
    "geojson", read,
    {R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a","name":"b","parent":3},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1.5],[0,0]],[[0.1,0.1],[0.2,0.1],[0.2,0.2],[0.1,0.1]]]}}]})",
     R"({"features":[{"type":"Feature","properties":{"code":7},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}},{"type":"Feature","properties":{"code":"c"},"geometry":null}],"bbox":[0,0,1,1],"type":"FeatureCollection"})",
     R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[{"type":"Feature","properties":{"code":"\u6c61"},"geometry":{"type":"Point","coordinates":[118.6,-28.7e0,3]}}]})"});

}  // namespace
