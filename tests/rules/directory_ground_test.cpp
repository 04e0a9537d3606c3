// The ground of the real precincts of Boston, and rings of every bad kind.
#include "base/json_parse.hpp"
#include "support/environment.hpp"
#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace gridcase;
using namespace gridcase::test;

namespace {

namespace json = boost::json;

Ring ring_of(const json::value& value) {
  Ring ring;
  for (const json::value& pair : value.as_array()) {
    ring.push_back({pair.at(0).to_number<double>(), pair.at(1).to_number<double>()});
  }
  return ring;
}

Polygon polygon_of(const json::value& rings) {
  Polygon polygon;
  polygon.outer = ring_of(rings.at(0));
  for (std::size_t i = 1; i < rings.as_array().size(); ++i) {
    polygon.holes.push_back(ring_of(rings.at(i)));
  }
  return polygon;
}

Area area_of(const json::value& geometry) {
  if (geometry.at("type").as_string() == "Polygon") return {polygon_of(geometry.at("coordinates"))};
  Area area;
  for (const json::value& rings : geometry.at("coordinates").as_array()) {
    area.push_back(polygon_of(rings));
  }
  return area;
}

std::string text_of(const json::value& value) {
  return {value.as_string().data(), value.as_string().size()};
}

Organization boston(const std::string& folder) {
  Organization organization;
  organization.code = "025000";
  organization.time_zone = "America/New_York";
  organization.chinese_area_codes = false;
  Unit center;
  center.code = "city-hall";
  center.kind = UnitKind::command_center;
  organization.units.push_back(center);
  const json::value wards =
      base::parse_json(read_file(folder + "/polygons/boston_wards.geojson"), "wards");
  for (const json::value& feature : wards.at("features").as_array()) {
    const auto number = feature.at("properties").at("ward").to_number<int>();
    Unit ward;
    ward.code = (number < 10 ? "w0" : "w") + std::to_string(number);
    ward.kind = UnitKind::command_room;
    ward.parent = center.code;
    ward.area = area_of(feature.at("geometry"));
    organization.units.push_back(ward);
  }
  const json::value precincts =
      base::parse_json(read_file(folder + "/polygons/boston_precincts.geojson"), "precincts");
  for (const json::value& feature : precincts.at("features").as_array()) {
    Unit precinct;
    precinct.code = text_of(feature.at("properties").at("ward_precinct"));
    precinct.kind = UnitKind::grid;
    precinct.parent = "w" + text_of(feature.at("properties").at("ward"));
    precinct.area = area_of(feature.at("geometry"));
    organization.units.push_back(precinct);
  }
  return organization;
}

bool is_corner(const Ring& ring, Point point) {
  return std::find(ring.begin(), ring.end(), point) != ring.end();
}

// A ray to the east crosses the ring an odd number of times.
bool is_inside(const Ring& ring, Point point) {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) continue;
    const double at = a.longitude + (point.latitude - a.latitude) / (b.latitude - a.latitude) *
                                        (b.longitude - a.longitude);
    if (point.longitude < at) inside = !inside;
  }
  return inside;
}

bool claims(const Area& area, Point point) {
  return std::any_of(area.begin(), area.end(), [&](const Polygon& polygon) {
    if (is_corner(polygon.outer, point)) return true;
    bool inside = is_inside(polygon.outer, point);
    for (const Ring& hole : polygon.holes) {
      if (is_corner(hole, point)) return true;
      inside = inside && !is_inside(hole, point);
    }
    return inside;
  });
}

std::vector<std::string> scan(const Organization& organization, Point point) {
  std::vector<std::string> codes;
  for (const Unit& unit : organization.units) {
    if (unit.kind == UnitKind::grid && claims(unit.area, point)) codes.push_back(unit.code);
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

std::vector<std::string> located(const Directory& directory, Point point) {
  const Located answer = directory.locate(point);
  std::vector<std::string> codes = answer.others;
  if (!answer.grid.empty()) codes.insert(codes.begin(), answer.grid);
  return codes;
}

// The sample with this ring as the ground of its first grid.
Organization with_ring(const Ring& ring) {
  Organization organization = small_organization();
  unit_of(organization, "330881001001").area.clear();
  unit_of(organization, "330881001001002").area.clear();
  unit_of(organization, "330881001001001").area = {{ring, {}}};
  return organization;
}

const std::string grid = "330881001001001";

}  // namespace

TEST_CASE("every point of Boston is in the precinct that a scan of all polygons finds") {
  const std::string folder = data_folder();
  if (folder.empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  const Organization organization = boston(folder);
  const Directory directory(organization);
  Dice dice(20);
  std::size_t inside = 0;
  for (int i = 0; i < 5000; ++i) {
    const Point point{dice.between(-71.20, -70.98), dice.between(42.22, 42.40)};
    const auto expected = scan(organization, point);
    if (!expected.empty()) ++inside;
    REQUIRE(located(directory, point) == expected);
  }
  CHECK(inside > 1000);
  // Corners are shared by neighbours and belong to each of them.
  std::size_t shared = 0;
  for (const Unit& unit : organization.units) {
    if (unit.kind != UnitKind::grid) continue;
    const Ring& ring = unit.area[0].outer;
    const Point corner = ring[dice.below(ring.size())];
    const auto expected = scan(organization, corner);
    const auto found = located(directory, corner);
    CAPTURE(unit.code);
    REQUIRE(std::includes(found.begin(), found.end(), expected.begin(), expected.end()));
    if (found.size() > 1) ++shared;
  }
  CHECK(shared > 100);
}

TEST_CASE("Boston's precincts that touch themselves are repaired, and nothing else is found") {
  const std::string folder = data_folder();
  if (folder.empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  const Organization organization = boston(folder);
  const auto faults = validate(organization);
  CHECK_MESSAGE(faults.size() == 5, listed(faults));
  std::vector<std::string> repaired;
  for (std::size_t i = 0; i < organization.units.size(); ++i) {
    const std::string path = "units[" + std::to_string(i) + "].area";
    for (const Fault& fault : faults) {
      if (fault.path == path) repaired.push_back(organization.units[i].code);
    }
  }
  CHECK(repaired == std::vector<std::string>{"w05", "w16", "w17", "1713", "0511"});
}

TEST_CASE("a missing precinct leaves ground uncovered, a doubled one overlaps") {
  const std::string folder = data_folder();
  if (folder.empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  Organization organization = boston(folder);
  organization.units.back().code = "twin";
  organization.units.back().area = organization.units[40].area;
  organization.units.back().parent = organization.units[40].parent;
  const auto faults = validate(organization);
  const Fault* overlap = find_fault(faults, "grid.overlap");
  REQUIRE(overlap != nullptr);
  CHECK(overlap->message.find("100.00 %") != std::string::npos);
  CHECK(overlap->message.find(organization.units[40].code) != std::string::npos);
  CHECK(has_fault(faults, "ground.uncovered"));
}

TEST_CASE("a bow tie becomes its two wings") {
  const Organization organization =
      with_ring({{118.0, 28.0}, {118.2, 28.2}, {118.2, 28.0}, {118.0, 28.2}});
  const auto faults = validate(organization);
  CHECK(has_fault(faults, "grid.area_repaired"));
  CHECK_FALSE(has_error(faults));
  const Directory directory(organization);
  CHECK(directory.locate({118.02, 28.1}).grid == grid);
  CHECK(directory.locate({118.18, 28.1}).grid == grid);
  CHECK(directory.locate({118.1, 28.02}).grid == "");
}

TEST_CASE("a ring that touches itself at a corner keeps the hole it draws") {
  // From the south-west corner around, with an inner loop hung to the same corner.
  const Organization organization = with_ring({{118.0, 28.0},
                                               {118.4, 28.0},
                                               {118.4, 28.4},
                                               {118.0, 28.4},
                                               {118.0, 28.0},
                                               {118.1, 28.2},
                                               {118.2, 28.2},
                                               {118.2, 28.1}});
  CHECK(has_fault(validate(organization), "grid.area_repaired"));
  const Directory directory(organization);
  CHECK(directory.locate({118.15, 28.15}).grid == "");
  CHECK(directory.locate({118.3, 28.3}).grid == grid);
}

TEST_CASE("either direction will do, closed or not, with points twice in a row") {
  const Ring open = {{118.0, 28.0}, {118.2, 28.0}, {118.2, 28.2}, {118.0, 28.2}};
  Ring closed = open;
  closed.push_back(closed.front());
  const Ring reversed(open.rbegin(), open.rend());
  Ring stuttering = open;
  stuttering.insert(stuttering.begin() + 1, stuttering[1]);
  for (const Ring& ring : {open, closed, reversed, stuttering}) {
    const Organization organization = with_ring(ring);
    CHECK(validate(organization).empty());
    CHECK(Directory(organization).locate({118.1, 28.1}).grid == grid);
    CHECK(Directory(organization).locate({118.0, 28.0}).grid == grid);
  }
}

TEST_CASE("a spike disappears and the ground stays") {
  const Organization organization = with_ring(
      {{118.0, 28.0}, {118.2, 28.0}, {118.2, 28.2}, {118.5, 28.2}, {118.2, 28.2}, {118.0, 28.2}});
  CHECK(has_fault(validate(organization), "grid.area_repaired"));
  const Directory directory(organization);
  CHECK(directory.locate({118.1, 28.1}).grid == grid);
  CHECK(directory.locate({118.4, 28.2}).grid == "");
}

TEST_CASE("a line, a point and nothing are no ground") {
  for (const Ring& ring : {Ring{}, Ring{{118, 28}}, Ring{{118, 28}, {118, 28}, {118, 28}},
                           Ring{{118, 28}, {119, 29}}, Ring{{118, 28}, {118.5, 28}, {119, 28}}}) {
    CHECK(has_fault(validate(with_ring(ring)), "grid.area_unusable"));
  }
}

TEST_CASE("slivers between neighbours drawn from rounded coordinates are no overlap") {
  Organization organization = small_organization();
  // 5 micro-degrees, about half a metre, along a border of a kilometre; then ten times that.
  unit_of(organization, "330881001001002").area = {square({118.609995, 28.70}, 0.01)};
  unit_of(organization, "330881001001").area.clear();
  CHECK(validate(organization).empty());
  unit_of(organization, "330881001001002").area = {square({118.60995, 28.70}, 0.01)};
  CHECK(has_fault(validate(organization), "grid.overlap"));
  unit_of(organization, "330881001001001").valid_until = Date{2020, 1, 1};
  unit_of(organization, "330881001001002").valid_from = Date{2020, 1, 1};
  CHECK_FALSE(has_fault(validate(organization), "grid.overlap"));
}

TEST_CASE("random scribbles are repaired or refused, and located as the even-odd rule says") {
  Dice dice(21);
  for (int i = 0; i < 1500; ++i) {
    Ring ring;
    const bool on_lattice = dice.chance(50);  // many corners and lines fall together
    for (std::size_t n = dice.between(std::size_t{3}, std::size_t{9}); n > 0; --n) {
      if (on_lattice) {
        ring.push_back({118 + static_cast<double>(dice.below(5)) / 8,
                        28 + static_cast<double>(dice.below(5)) / 8});
      } else {
        ring.push_back({dice.between(118.0, 118.5), dice.between(28.0, 28.5)});
      }
    }
    const Organization organization = with_ring(ring);
    const auto faults = validate(organization);
    if (has_error(faults)) {
      // Refused only where no ground is enclosed, or is enclosed twice and so cancels out.
      for (int question = 0; question < 200; ++question) {
        const Point point{dice.between(118.0, 118.5), dice.between(28.0, 28.5)};
        CAPTURE(i);
        REQUIRE_FALSE(is_inside(ring, point));
      }
      continue;
    }
    const Directory directory(organization);
    for (int question = 0; question < 20; ++question) {
      const Point point{dice.between(118.0, 118.5), dice.between(28.0, 28.5)};
      CAPTURE(i);
      REQUIRE((directory.locate(point).grid == grid) == is_inside(ring, point));
    }
  }
}
