#pragma once
/// \file geojson.hpp
/// Ground and cases as GeoJSON (RFC 7946), and ground from it.
///
/// Longitude comes before latitude, WGS 84. Outer rings run counterclockwise and holes clockwise,
/// each closed by its first point; reading takes either direction, as the RFC asks. Rings that
/// cross the 180th meridian are not cut.
///
/// **What is lost.** Of units only what the properties below name is written. Reading leaves out
/// altitudes, bounding boxes, ids and properties that nobody asked for, and keeps rings without the
/// point that closes them.
///
/// All functions may be used from any thread; streams are used by the call only.

#include <gridcase/engine.hpp>
#include <gridcase/organization.hpp>

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace gridcase {

/// A FeatureCollection of units in the order of the organization; of one kind, or all. Properties:
/// code, name, kind, tier, parent, area_code; left out when empty. The geometry is the ground, a
/// Polygon or a MultiPolygon; of a unit without ground its location, or null.
/// Returns the number of features. \throws Error invalid_argument: a point that is none, a ring of
/// less than three points, naming the unit; what was written before it is no whole document then.
/// io: the stream failed.
GRIDCASE_API std::int64_t write_units_geojson(std::ostream& out, const Organization& organization,
                                              std::optional<UnitKind> kind = UnitKind::grid);

/// A FeatureCollection of the cases that the query finds and the actor may see, in ascending order
/// of id, all pages of it: `after` counts, `limit` does not. Properties: id (a text), number,
/// title, category, category_name, state, stage, tier, holder, lead, township, village, grid,
/// drill, reported, deadline, ended; left out when empty. Times in RFC 3339 with the offset of the
/// organization's zone. The geometry is the point of the case, or null. No personal data.
/// Returns the number of features. \throws Error as `Engine::find`; io.
GRIDCASE_API std::int64_t write_cases_geojson(std::ostream& out, const Engine& engine,
                                              const CaseQuery& query, const Actor& actor);

/// How features become units.
struct GeoJsonUnits {
  std::string code = "code";      ///< property that holds the code; texts and whole numbers
  std::string name = "name";      ///< property that holds the name; the code if there is none
  std::string parent = "parent";  ///< property that holds the unit above; may be missing
  std::string above;              ///< the unit above where the feature names none
  /// Properties that hold the kind, the tier (words of the organization document) and the division
  /// code; may be missing. Empty: no such property, also where features have one of that name.
  std::string kind_property = "kind";
  std::string tier = "tier";
  std::string area_code = "area_code";
  UnitKind kind = UnitKind::grid;  ///< where the feature names none
};

/// Reads a FeatureCollection in constant memory and calls `each` with a unit for every feature:
/// code, name, kind, tier, parent, area code and ground (Polygon, MultiPolygon), or location
/// (Point), or neither (null). Returns how many. The first feature with a fault ends it; those
/// before it have been given. That the units go together is checked by `validate`.
/// \throws DocumentError "GeoJSON" with path, such as features[3].geometry.coordinates[0][2]: a
/// position that is none, out of range or not finite, a ring that is not closed or has less than
/// four positions, another geometry, no code, an unknown kind or tier, another coordinate
/// reference system; with line and column: text that is no JSON, nested deeper than 32 levels, a
/// feature of more than 16 MiB.
GRIDCASE_API std::int64_t read_units_geojson(std::istream& in, const GeoJsonUnits& units,
                                             const std::function<void(const Unit&)>& each);

}  // namespace gridcase
