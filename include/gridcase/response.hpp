#pragma once
/// \file response.hpp
/// Who can be there first: the units nearest to a place by great circle, by travel time on a road
/// network, or by a metric of the host's; and the assignment of many cases to many units at the
/// least total cost. Every choice says why.
///
/// Source: 就近处置、专业救助 (nearest hold the scene, professionals solve it) and
/// 一、二、三级联动单位 (response classes 1 at once, 2 on request, 3 in support).
///
/// Plain values are values. `RoadNetwork` and `Responders` never change and may be used from any
/// thread; so must the host's functions be.

#include <gridcase/organization.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Cost of the way from one point to another: not negative, finite, or infinity where there is
/// none. Any unit of measure; the same one for all that is compared.
using Metric = std::function<double(Point from, Point to)>;

/// Roads as data: crossings and the roads between them.
struct Roads {
  /// Where roads meet.
  struct Crossing {
    std::string code;  ///< unique, 1 … 32 characters of A–Z a–z 0–9 . _ -
    Point place;
  };
  /// A way from one crossing to another.
  struct Road {
    std::string from;
    std::string to;
    double seconds = 0;  ///< to drive it, > 0
    bool one_way = false;
  };
  std::vector<Crossing> crossings;
  std::vector<Road> roads;
  double off_road = 5;  ///< metres a second between a place and its nearest crossing, > 0
};

/// Reads the JSON form, described in src/model/roads.schema.md. \throws DocumentError: all faults
/// of form.
GRIDCASE_API Roads read_roads(std::string_view json);
/// `read_roads` gives an equal value back. Same value, same bytes. \throws Error invalid_argument
/// for a number that is not finite.
GRIDCASE_API std::string write_roads(const Roads& roads);
/// Every fault of meaning, with its path, in the order of the document: no crossing, codes that are
/// none or used twice, points that are none, roads from or to nowhere or driven in no time. A
/// crossing without a road and a road in a circle are warnings.
GRIDCASE_API std::vector<Fault> validate(const Roads& roads);

/// A road network, compiled. Copying shares.
class GRIDCASE_API RoadNetwork {
public:
  /// \throws DocumentError if `validate` finds an error.
  explicit RoadNetwork(const Roads& roads);
  /// Seconds by the fastest way: off the road to the nearest crossing (ties to the smaller code),
  /// by road, and off the road from the crossing nearest to the end. Between places with the same
  /// nearest crossing straight, off the road. Infinity where no road leads.
  /// \throws Error invalid_argument for a point that is none.
  double travel_time(Point from, Point to) const;
  /// The same from many points to one, to the last bit: one search for all, backwards from the end
  /// and only as far as it must go.
  std::vector<double> travel_times(const std::vector<Point>& from, Point to) const;

private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

/// What is looked for.
struct ResponseSearch {
  Point place;
  std::string capability;              ///< all if empty
  std::vector<std::uint8_t> classes;   ///< response classes that are called; all units if empty
  std::size_t count = 1;               ///< how many at most
  std::vector<std::string> leave_out;  ///< units that are asked already
  bool on_duty_only = false;           ///< leaves out who is not on duty
  bool with_room_only = false;         ///< leaves out who has as many cases as it takes
};

/// A unit that was chosen.
struct Responder {
  std::string unit;
  double metres = 0;           ///< by great circle
  std::optional<double> cost;  ///< seconds on the road, or in the host's metric, if that decided
  std::uint8_t response_class = 0;
  bool on_duty = true;
  std::int32_t load = 0;  ///< orders it has open
  std::string because;    ///< such as "1.2 km away, response class 1, on duty, 2 of 5 cases"
};

/// What is known of a unit besides the organization.
struct Readiness {
  /// Whether a unit is on duty then; everybody is, if empty.
  std::function<bool(const Unit& unit, Instant when)> on_duty;
  /// Orders a unit has open; none, if empty.
  std::function<std::int32_t(const Unit& unit)> load;
};

/// The units of an organization that have a location, ready to be searched.
class GRIDCASE_API Responders {
public:
  /// By the great circle.
  explicit Responders(const Directory& directory);
  /// By travel time.
  Responders(const Directory& directory, RoadNetwork roads);
  /// By the host's metric; by great circle if it is empty.
  Responders(const Directory& directory, Metric metric);

  /// At most `count` units in the order they are called: by distance or cost; of those that are
  /// equal to the last bit, the one with less load first, then the smaller code. Only units that
  /// exist at `when`, and by travel time and by a metric only those from which there is a way. By a
  /// metric every unit that fits is looked at.
  ///
  /// The host's functions are asked for what is needed only, and once a unit.
  /// \throws Error invalid_argument: a point that is none; a metric that answers with less than 0.
  std::vector<Responder> nearest(const ResponseSearch& search, Instant when,
                                 const Readiness& readiness = {}) const;

private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

/// One case to be assigned.
struct Demand {
  Point place;
  std::string capability;  ///< any unit if empty
};

/// One unit that takes some.
struct Supply {
  std::string unit;  ///< code; decides ties
  Point place;
  std::vector<std::string> capabilities;
  std::int32_t room = 1;  ///< how many it takes, >= 0
};

/// Which unit takes which case.
struct Allocation {
  /// By demand: index of the supply; none where nobody is left, or nobody can.
  std::vector<std::optional<std::size_t>> taken_by;
  double cost = 0;            ///< sum over those taken
  std::size_t left_over = 0;  ///< demands nobody takes
};

/// As many demands as possible are taken, at the least total cost (great circle metres without a
/// metric), up to the rounding of doubles. Supplies are looked at from the nearest on, until
/// nothing left out can lower the cost.
///
/// The same input gives the same answer, in whatever order the supplies are listed, if their codes
/// differ. Supplies at the same place with the same capabilities are filled in the order of their
/// codes, by the demands in theirs. Of demands at the same place for the same capability an earlier
/// one does not cost more than a later one, nor is it left over instead. Nothing more is promised
/// of allocations that cost the same.
///
/// A metric is asked once for each pair of a demand and a supply that fits and has room, and its
/// answers are kept, 8 bytes each: for thousands by thousands let it read from a table.
/// \throws Error invalid_argument: a point that is none, negative room, more than 100,000 demands
/// or supplies, a metric that answers with less than 0.
GRIDCASE_API Allocation allocate(const std::vector<Demand>& demands,
                                 const std::vector<Supply>& supplies, const Metric& metric = {});

}  // namespace gridcase
