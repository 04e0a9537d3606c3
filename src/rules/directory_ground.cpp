#include "rules/directory_ground.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// GCC cannot see that Boost.Geometry fills its boxes before it reads them; the templates are
// instantiated at the end of this file, so the warning is off for all of it.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "rules/ring_split.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace gridcase::rules {

namespace {

namespace bg = boost::geometry;
using Vertex = bg::model::d2::point_xy<double>;
using Box = bg::model::box<Vertex>;
using Piece = bg::model::polygon<Vertex>;
using Shape = bg::model::multi_polygon<Piece>;
using Boxed = std::pair<Box, std::uint32_t>;
using BoxTree = bg::index::rtree<Boxed, bg::index::rstar<16>>;

constexpr double sliver_metres = 1;  // pieces of a smaller mean width come from rounding

bg::model::ring<Vertex> closed_ring(const Ring& ring) {
  bg::model::ring<Vertex> out;
  for (const Point point : ring)
    out.emplace_back(point.longitude, point.latitude);
  if (!ring.empty() && ring.front() != ring.back()) out.push_back(out.front());
  return out;
}

Shape as_drawn(const Area& area) {
  Shape shape;
  for (const Polygon& polygon : area) {
    Piece piece;
    piece.outer() = closed_ring(polygon.outer);
    for (const Ring& hole : polygon.holes)
      piece.inners().push_back(closed_ring(hole));
    shape.push_back(std::move(piece));
  }
  bg::correct(shape);
  return shape;
}

// The ground of one ring that crosses or touches itself, by the even-odd rule.
Shape dissolved(const Ring& ring) {
  Shape ground;
  for (const Ring& simple : split_into_simple_rings(ring)) {
    Piece piece;
    piece.outer() = closed_ring(simple);
    bg::correct(piece);
    Shape next;
    bg::sym_difference(ground, piece, next);
    ground = std::move(next);
  }
  return ground;
}

Shape repaired(const Area& area) {
  Shape ground;
  for (const Polygon& polygon : area) {
    Shape piece = dissolved(polygon.outer);
    for (const Ring& hole : polygon.holes) {
      Shape next;
      bg::difference(piece, dissolved(hole), next);
      piece = std::move(next);
    }
    Shape next;
    bg::union_(ground, piece, next);
    ground = std::move(next);
  }
  return ground;
}

bool has_invalid_point(const Ring& ring) {
  return std::any_of(ring.begin(), ring.end(), [](Point point) { return !is_valid(point); });
}

bool has_invalid_point(const Area& area) {
  return std::any_of(area.begin(), area.end(), [](const Polygon& polygon) {
    return has_invalid_point(polygon.outer) ||
           std::any_of(polygon.holes.begin(), polygon.holes.end(),
                       [](const Ring& hole) { return has_invalid_point(hole); });
  });
}

enum class Repair { none, done, failed };

struct Ground {
  Shape shape;  // empty when nothing usable is left
  Repair repair = Repair::none;
};

Ground ground_of(const Area& area) {
  Ground ground;
  if (area.empty()) return ground;
  if (has_invalid_point(area)) return {{}, Repair::failed};
  try {
    ground.shape = as_drawn(area);
    if (bg::is_valid(ground.shape)) return ground;
    ground.shape = repaired(area);
    const bool usable =
        !ground.shape.empty() && bg::is_valid(ground.shape) && bg::area(ground.shape) > 0;
    if (usable) return {std::move(ground.shape), Repair::done};
  } catch (const bg::exception&) {
    // Boost.Geometry gave up on it; the same as nothing usable left.
  }
  return {{}, Repair::failed};
}

// --- what is wrong ------------------------------------------------------------------------------

struct Measure {
  double square_metres = 0;
  double metres_around = 0;

  double mean_width() const { return metres_around > 0 ? 2 * square_metres / metres_around : 0; }
};

Measure measure(const Piece& piece) {
  const Vertex& first = piece.outer().front();
  const double metres_per_degree = distance_in_metres({0, 0}, {0, 1});
  const double narrowing = std::cos(first.y() * 3.14159265358979323846 / 180);
  Measure result;
  result.square_metres =
      std::abs(bg::area(piece)) * metres_per_degree * metres_per_degree * narrowing;
  const auto add_length = [&](const auto& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      result.metres_around +=
          distance_in_metres({ring[i - 1].x(), ring[i - 1].y()}, {ring[i].x(), ring[i].y()});
    }
  };
  add_length(piece.outer());
  for (const auto& hole : piece.inners())
    add_length(hole);
  return result;
}

// Square metres of the pieces that are no slivers.
double substance(const Shape& shape) {
  double sum = 0;
  for (const Piece& piece : shape) {
    const Measure of = measure(piece);
    if (of.mean_width() >= sliver_metres) sum += of.square_metres;
  }
  return sum;
}

double square_metres(const Shape& shape) {
  double sum = 0;
  for (const Piece& piece : shape)
    sum += measure(piece).square_metres;
  return sum;
}

class GroundCheck {
public:
  explicit GroundCheck(const model::Check& check)
      : check_(check), units_(check.organization.units) {
    grounds_.reserve(units_.size());
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      grounds_.push_back(ground_of(units_[i].area));
      Box box = bg::make_inverse<Box>();
      if (has_ground(i)) bg::envelope(grounds_[i].shape, box);
      boxes_.push_back(box);
    }
  }

  void check_repairs() const {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      const std::string kind = units_[i].kind == UnitKind::grid ? "grid" : "unit";
      if (grounds_[i].repair == Repair::done) {
        check_.findings.warning(spot(i), kind + ".area_repaired",
                                "the area of " + units_[i].code +
                                    " touches or crosses itself; it is used as if redrawn",
                                "draw it again as rings that do not meet themselves");
      } else if (grounds_[i].repair == Repair::failed) {
        check_.findings.error(spot(i), kind + ".area_unusable",
                              "the area of " + units_[i].code + " encloses no ground",
                              "draw rings of at least three points in degrees of WGS 84, or "
                              "leave the area out");
      }
    }
  }

  void check_overlaps() const {
    std::vector<Boxed> entries;
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      if (units_[i].kind == UnitKind::grid && has_ground(i)) entries.emplace_back(boxes_[i], i);
    }
    const BoxTree tree(entries);
    for (const Boxed& entry : entries) {
      std::vector<Boxed> near;
      tree.query(bg::index::intersects(entry.first), std::back_inserter(near));
      std::sort(near.begin(), near.end(),
                [](const Boxed& a, const Boxed& b) { return a.second < b.second; });
      for (const Boxed& other : near) {
        if (other.second < entry.second) check_overlap(other.second, entry.second);
      }
    }
  }

  void check_coverage() const {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      if (!has_ground(i) || !check_.index.command_line.is_rooted(i)) continue;
      const std::vector<std::uint32_t> parts = parts_of(i);
      if (!parts.empty()) check_coverage_of(i, parts);
    }
  }

private:
  model::Spot spot(std::uint32_t unit) const { return {model::Section::units, unit, "area"}; }
  bool has_ground(std::uint32_t unit) const { return !grounds_[unit].shape.empty(); }

  void check_overlap(std::uint32_t a, std::uint32_t b) const {
    if (!model::spans_overlap(units_[a].valid_from, units_[a].valid_until, units_[b].valid_from,
                              units_[b].valid_until)) {
      return;
    }
    try {
      Shape common;
      bg::intersection(grounds_[a].shape, grounds_[b].shape, common);
      const double overlap = substance(common);
      if (overlap <= 0) return;
      const double smaller =
          std::min(square_metres(grounds_[a].shape), square_metres(grounds_[b].shape));
      check_.findings.warning(spot(b), "grid.overlap",
                              fmt::format("the grids {} and {} overlap by {:.2f} % of the smaller "
                                          "one ({:.0f} square metres)",
                                          units_[a].code, units_[b].code, 100 * overlap / smaller,
                                          overlap),
                              "draw the border between them once; a case there goes to the "
                              "smaller code");
    } catch (const bg::exception&) {
      unchecked(b, "whether " + units_[a].code + " and " + units_[b].code + " overlap");
    }
  }

  // The nearest units below that have ground; the rest of the units is passed through.
  std::vector<std::uint32_t> parts_of(std::uint32_t unit) const {
    std::vector<std::uint32_t> parts;
    std::vector<std::uint32_t> open = check_.index.command_line.children(unit);
    while (!open.empty()) {
      const std::uint32_t on = open.back();
      open.pop_back();
      if (!model::is_on_command_line(units_[on].kind)) continue;
      if (has_ground(on)) {
        parts.push_back(on);
      } else {
        const auto below = check_.index.command_line.children(on);
        open.insert(open.end(), below.begin(), below.end());
      }
    }
    return parts;
  }

  void check_coverage_of(std::uint32_t unit, const std::vector<std::uint32_t>& parts) const {
    try {
      Shape rest = grounds_[unit].shape;
      for (const std::uint32_t part : parts) {
        Shape next;
        bg::difference(rest, grounds_[part].shape, next);
        rest = std::move(next);
      }
      const double uncovered = substance(rest);
      if (uncovered <= 0) return;
      check_.findings.warning(
          spot(unit), "ground.uncovered",
          fmt::format(
              "{:.2f} % of the ground of {} ({:.0f} square metres) lies in no unit below it",
              100 * uncovered / square_metres(grounds_[unit].shape), units_[unit].code, uncovered),
          "extend the areas below it, or add a grid for the rest");
    } catch (const bg::exception&) {
      unchecked(unit, "whether the ground of " + units_[unit].code + " is covered");
    }
  }

  void unchecked(std::uint32_t unit, const std::string& what) const {
    check_.findings.warning(spot(unit), "ground.unchecked", "could not find out " + what,
                            "draw the areas with fewer points very close to each other");
  }

  const model::Check& check_;
  const std::vector<Unit>& units_;
  std::vector<Ground> grounds_;  // by position of the unit
  std::vector<Box> boxes_;
};

}  // namespace

void check_ground(const model::Check& check) {
  const auto& units = check.organization.units;
  if (std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.area.empty(); })) {
    return;
  }
  const GroundCheck ground(check);
  ground.check_repairs();
  ground.check_overlaps();
  ground.check_coverage();
}

// --- where a point lies -------------------------------------------------------------------------

struct GridGround::Tree {
  struct Part {
    std::uint32_t grid;
    Piece piece;
  };
  std::vector<Part> parts;
  BoxTree boxes;  // of the parts
};

GridGround::GridGround(const Organization& organization) {
  auto tree = std::make_unique<Tree>();
  std::vector<Boxed> boxes;
  for (std::uint32_t i = 0; i < organization.units.size(); ++i) {
    if (organization.units[i].kind != UnitKind::grid) continue;
    for (Piece& piece : ground_of(organization.units[i].area).shape) {
      boxes.emplace_back(bg::return_envelope<Box>(piece),
                         static_cast<std::uint32_t>(tree->parts.size()));
      tree->parts.push_back({i, std::move(piece)});
    }
  }
  tree->boxes = BoxTree(boxes);
  tree_ = std::move(tree);
}

GridGround::~GridGround() = default;

std::vector<std::uint32_t> GridGround::at(Point point) const {
  const Vertex vertex(point.longitude, point.latitude);
  std::vector<std::uint32_t> grids;
  for (auto found = tree_->boxes.qbegin(bg::index::intersects(vertex));
       found != tree_->boxes.qend(); ++found) {
    const Tree::Part& part = tree_->parts[found->second];
    if (bg::covered_by(vertex, part.piece)) grids.push_back(part.grid);
  }
  std::sort(grids.begin(), grids.end());
  grids.erase(std::unique(grids.begin(), grids.end()), grids.end());
  return grids;
}

}  // namespace gridcase::rules
