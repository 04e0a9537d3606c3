// Which supply takes which demand: what the search finds, brought into an order that does not
// depend on how it was found.
#include "rules/allocation_offers.hpp"
#include "rules/allocation_prices.hpp"
#include "rules/allocation_search.hpp"

#include <gridcase/response.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace gridcase {

namespace {

using rules::nobody;
using Indices = std::vector<std::uint32_t>;
constexpr std::size_t most = 100000;

void check_place(Point place, const char* list, std::size_t index) {
  if (is_valid(place)) return;
  throw Error(ErrorCode::invalid_argument,
              "the place is no place on the ground; use degrees of WGS 84, the longitude first",
              fmt::format("{}[{}].place", list, index));
}

void check_number(std::size_t number, const char* list) {
  if (number <= most) return;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("there are {} of them; at most {} are allocated at a time", number, most),
              list);
}

void check(const std::vector<Demand>& demands, const std::vector<Supply>& supplies) {
  check_number(demands.size(), "demands");
  check_number(supplies.size(), "supplies");
  for (std::size_t i = 0; i < demands.size(); ++i)
    check_place(demands[i].place, "demands", i);
  for (std::size_t i = 0; i < supplies.size(); ++i) {
    check_place(supplies[i].place, "supplies", i);
    if (supplies[i].room >= 0) continue;
    throw Error(ErrorCode::invalid_argument, "the room is less than 0; use 0 for none",
                fmt::format("supplies[{}].room", i));
  }
}

// Those that have room, in the order of their codes.
Indices ranked(const std::vector<Supply>& supplies) {
  Indices ranks;
  for (std::uint32_t i = 0; i < supplies.size(); ++i) {
    if (supplies[i].room > 0) ranks.push_back(i);
  }
  std::sort(ranks.begin(), ranks.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(supplies[a].unit, a) < std::tie(supplies[b].unit, b);
  });
  return ranks;
}

// What takes a demand, and at what cost.
struct Taken {
  std::uint32_t rank = nobody;
  double cost = std::numeric_limits<double>::infinity();

  friend bool operator<(const Taken& a, const Taken& b) {
    return std::tie(a.cost, a.rank) < std::tie(b.cost, b.rank);
  }
};

std::vector<Taken> taken_in(const rules::Assignment& assignment, std::size_t demands) {
  std::vector<Taken> taken(demands);
  for (std::uint32_t demand = 0; demand < demands; ++demand) {
    if (assignment.taken_by(demand) == nobody) continue;
    taken[demand] = {assignment.taken_by(demand), assignment.cost_of(demand)};
  }
  return taken;
}

// Demands that lie about are added in a few visits each. Where many want the same, every search
// goes through most of those before it, unless it begins with good prices.
std::vector<Taken> at_least_cost(rules::OfferBook& book, std::size_t demands,
                                 const std::vector<std::int32_t>& room) {
  constexpr std::size_t few = 8;
  constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();
  rules::Assignment plain(book, demands, room);
  if (plain.add_all(few * demands)) return taken_in(plain, demands);
  const std::vector<double> prices = rules::guess_prices(book, demands, room);
  if (prices.empty()) {
    plain.add_all(no_limit);
    return taken_in(plain, demands);
  }
  rules::Assignment priced(book, demands, room, prices);
  priced.add_all(no_limit);
  return taken_in(priced, demands);
}

// Calls `each` with every run of two or more that are alike, each run in ascending order.
template <typename Less, typename Each>
void for_each_alike(Indices indices, const Less& less, const Each& each) {
  std::stable_sort(indices.begin(), indices.end(), less);
  for (auto begin = indices.begin(); begin != indices.end();) {
    const auto end = std::upper_bound(begin, indices.end(), *begin, less);
    if (end - begin > 1) each(Indices(begin, end));
    begin = end;
  }
}

auto key(Point place) { return std::pair(place.longitude, place.latitude); }

// Of demands that are alike an earlier one does not fare worse than a later one.
void order_demands(const std::vector<Demand>& demands, std::vector<Taken>& taken) {
  Indices all(demands.size());
  std::iota(all.begin(), all.end(), 0U);
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(key(demands[a].place), std::string_view(demands[a].capability)) <
           std::tuple(key(demands[b].place), std::string_view(demands[b].capability));
  };
  for_each_alike(all, less, [&](const Indices& alike) {
    std::vector<Taken> theirs;
    for (const std::uint32_t demand : alike)
      theirs.push_back(taken[demand]);
    std::sort(theirs.begin(), theirs.end());
    for (std::size_t i = 0; i < alike.size(); ++i)
      taken[alike[i]] = theirs[i];
  });
}

// Supplies that are alike are filled in the order of their codes, by the demands in theirs. The
// costs stay as they are.
void order_supplies(const std::vector<Supply>& supplies, const Indices& ranks,
                    std::vector<Taken>& taken) {
  std::vector<Indices> takes(ranks.size());
  for (std::uint32_t demand = 0; demand < taken.size(); ++demand) {
    if (taken[demand].rank != nobody) takes[taken[demand].rank].push_back(demand);
  }
  std::vector<std::vector<std::string>> can;
  for (const std::uint32_t supply : ranks) {
    auto& capabilities = can.emplace_back(supplies[supply].capabilities);
    std::sort(capabilities.begin(), capabilities.end());
    capabilities.erase(std::unique(capabilities.begin(), capabilities.end()), capabilities.end());
  }
  Indices all(ranks.size());
  std::iota(all.begin(), all.end(), 0U);
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    const auto place_a = key(supplies[ranks[a]].place);
    const auto place_b = key(supplies[ranks[b]].place);
    return std::tie(place_a, can[a]) < std::tie(place_b, can[b]);
  };
  for_each_alike(all, less, [&](const Indices& alike) {
    Indices demands;
    for (const std::uint32_t rank : alike)
      demands.insert(demands.end(), takes[rank].begin(), takes[rank].end());
    std::sort(demands.begin(), demands.end());
    auto filled = alike.begin();
    std::int32_t room = supplies[ranks[*filled]].room;
    for (const std::uint32_t demand : demands) {
      if (room == 0) room = supplies[ranks[*++filled]].room;
      taken[demand].rank = *filled;
      --room;
    }
  });
}

}  // namespace

Allocation allocate(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                    const Metric& metric) {
  check(demands, supplies);
  const Indices ranks = ranked(supplies);
  std::vector<std::int32_t> room;
  for (const std::uint32_t supply : ranks)
    room.push_back(supplies[supply].room);
  rules::OfferBook book(demands, supplies, ranks, metric);
  std::vector<Taken> taken = at_least_cost(book, demands.size(), room);
  order_demands(demands, taken);
  order_supplies(supplies, ranks, taken);
  Allocation allocation;
  for (const Taken& one : taken) {
    auto& taken_by = allocation.taken_by.emplace_back();
    if (one.rank == nobody) {
      ++allocation.left_over;
      continue;
    }
    taken_by = ranks[one.rank];
    allocation.cost += one.cost;
  }
  return allocation;
}

}  // namespace gridcase
