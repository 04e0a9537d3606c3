#include "rules/allocation_offers.hpp"

#include "rules/directory_nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace gridcase::rules {

namespace {

constexpr std::size_t first_offers = 8;
constexpr double none = std::numeric_limits<double>::infinity();

// No function, so that sorting need not call it.
constexpr auto is_cheaper = [](const Offer& a, const Offer& b) {
  return a.cost < b.cost || (a.cost == b.cost && a.supply < b.supply);
};

bool can(const Supply& supply, const std::string& capability) {
  const auto& can = supply.capabilities;
  return capability.empty() || std::find(can.begin(), can.end(), capability) != can.end();
}

using Vector = std::array<double, 3>;

Vector on_unit_sphere(Point place) {
  constexpr double radian = 3.14159265358979323846 / 180;
  const double latitude = place.latitude * radian;
  const double longitude = place.longitude * radian;
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

// Squares of the straight lines through the sphere, which are reckoned much faster than great
// circles and order places as they do.
std::vector<double> squares(const std::vector<Vector>& vectors, Vector from) {
  std::vector<double> squares;
  squares.reserve(vectors.size());
  for (const Vector& to : vectors) {
    const double x = to[0] - from[0];
    const double y = to[1] - from[1];
    const double z = to[2] - from[2];
    squares.push_back(x * x + y * y + z * z);
  }
  return squares;
}

// What the `count` least do not exceed, and with them what differs only by rounding.
double limit_of(std::vector<double> squares, std::size_t count) {
  constexpr double rounding = 1e-12;
  if (count >= squares.size()) return none;
  const auto last = squares.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(squares.begin(), last, squares.end());
  const double limit = std::sqrt(*last) + rounding;
  return limit * limit;
}

// Sorts the `count` cheapest to the front and drops the others.
Offers cut(std::vector<Offer> all, std::size_t count) {
  Offers offers;
  offers.rest = none;
  if (count < all.size()) {
    const auto last = all.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(all.begin(), last, all.end(), is_cheaper);
    offers.rest = last->cost;
    all.erase(last, all.end());
  }
  std::sort(all.begin(), all.end(), is_cheaper);
  offers.nearest = std::move(all);
  return offers;
}

}  // namespace

struct OfferBook::Kind {
  std::vector<std::uint32_t> supplies;  // by rank, ascending
  std::vector<Vector> vectors;          // of their places, on the unit sphere
  std::unique_ptr<const PlaceIndex> index;
};

OfferBook::OfferBook(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                     const std::vector<std::uint32_t>& ranked, const Metric& metric)
    : demands_(demands), supplies_(supplies), ranked_(ranked), metric_(metric),
      offers_(demands.size()), tables_(metric ? demands.size() : 0) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (const Demand& demand : demands) {
    const auto number = static_cast<std::uint32_t>(kinds_.size());
    const auto [at, is_new] = numbers.emplace(demand.capability, number);
    kinds_of_demands_.push_back(at->second);
    if (!is_new) continue;
    auto kind = std::make_unique<Kind>();
    std::vector<PlaceIndex::Entry> entries;
    for (std::uint32_t rank = 0; rank < ranked.size(); ++rank) {
      const Supply& supply = supplies[ranked[rank]];
      if (!can(supply, demand.capability)) continue;
      kind->supplies.push_back(rank);
      if (metric) continue;
      kind->vectors.push_back(on_unit_sphere(supply.place));
      entries.emplace_back(supply.place, rank);
    }
    if (!metric) kind->index = std::make_unique<const PlaceIndex>(entries);
    kinds_.push_back(std::move(kind));
  }
}

OfferBook::~OfferBook() = default;

const std::vector<std::uint32_t>& OfferBook::supplies_of(std::uint32_t kind) const {
  return kinds_[kind]->supplies;
}

void OfferBook::widen(std::uint32_t demand) {
  constexpr std::size_t times = 4;  // looking up begins anew each time
  const std::size_t known = offers_[demand].nearest.size();
  offers_[demand] = cheapest(demand, std::max(first_offers, times * known));
}

Offers OfferBook::cheapest(std::uint32_t demand, std::size_t count) {
  const Kind& kind = *kinds_[kinds_of_demands_[demand]];
  return metric_ ? by_table(demand, kind, count) : by_place(demand, kind, count);
}

double OfferBook::measured(std::uint32_t demand, std::uint32_t supply) const {
  const Supply& from = supplies_[ranked_[supply]];
  const Point to = demands_[demand].place;
  if (!metric_) return distance_in_metres(to, from.place);
  const double cost = metric_(from.place, to);
  if (cost >= 0) return cost;  // false for what is no number as well
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("the metric gives {} for the way from {}; a cost is 0 or more", cost, from.unit),
      "metric");
}

Offers OfferBook::by_place(std::uint32_t demand, const Kind& kind, std::size_t count) const {
  std::vector<Offer> offers;
  const auto add = [&](std::uint32_t supply) {
    offers.push_back({measured(demand, supply), supply});
    return true;
  };
  const Point place = demands_[demand].place;
  // From some share on, going through all is cheaper than walking through the index.
  if (count > kind.supplies.size() / 16) {
    const auto distances = squares(kind.vectors, on_unit_sphere(place));
    const double limit = limit_of(distances, count);
    for (std::size_t i = 0; i < distances.size(); ++i) {
      if (distances[i] <= limit) add(kind.supplies[i]);
    }
  } else {
    kind.index->candidates(place, count, add);
  }
  // What is left out is farther than the last of `count`, by more than doubles round; it need not
  // be farther than those that are added as ties.
  const bool is_all = offers.size() == kind.supplies.size();
  Offers found = cut(std::move(offers), kind.supplies.size());
  if (!is_all) found.rest = found.nearest[count - 1].cost;
  return found;
}

Offers OfferBook::by_table(std::uint32_t demand, const Kind& kind, std::size_t count) {
  std::vector<double>& table = tables_[demand];
  if (table.empty()) {
    table.reserve(kind.supplies.size());
    for (const std::uint32_t supply : kind.supplies)
      table.push_back(measured(demand, supply));
  }
  std::vector<Offer> offers;
  offers.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i] < none) offers.push_back({table[i], kind.supplies[i]});
  }
  return cut(std::move(offers), count);
}

}  // namespace gridcase::rules
