#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();
const Point a{118.60, 28.70};
const Point b{118.61, 28.70};
const Point c{118.62, 28.70};
const Point island{118.70, 28.80};

// a to b and back, b to c only; an island.
Roads small_roads() {
  Roads roads;
  roads.crossings = {{"a", a}, {"b", b}, {"c", c}, {"island", island}};
  roads.roads = {{"a", "b", 60, false}, {"b", "c", 45, true}, {"a", "b", 50, true}};
  roads.off_road = 2;
  return roads;
}

// All pairs by Floyd and Warshall; off the road by measuring every crossing.
class SlowNetwork {
public:
  explicit SlowNetwork(const Roads& roads)
      : roads_(roads),
        seconds_(roads.crossings.size(), std::vector<double>(roads.crossings.size(), no_way)) {
    const std::size_t count = roads.crossings.size();
    for (std::size_t i = 0; i < count; ++i)
      seconds_[i][i] = 0;
    for (const Roads::Road& road : roads.roads) {
      const std::size_t from = position(road.from);
      const std::size_t to = position(road.to);
      seconds_[from][to] = std::min(seconds_[from][to], road.seconds);
      if (!road.one_way) seconds_[to][from] = std::min(seconds_[to][from], road.seconds);
    }
    for (std::size_t via = 0; via < count; ++via) {
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j)
          seconds_[i][j] = std::min(seconds_[i][j], seconds_[i][via] + seconds_[via][j]);
      }
    }
  }

  double travel_time(Point from, Point to) const {
    const std::size_t begin = nearest(from);
    const std::size_t end = nearest(to);
    if (begin == end) return distance_in_metres(from, to) / roads_.off_road;
    return distance_in_metres(from, roads_.crossings[begin].place) / roads_.off_road +
           seconds_[begin][end] +
           distance_in_metres(to, roads_.crossings[end].place) / roads_.off_road;
  }

private:
  std::size_t position(const std::string& code) const {
    std::size_t i = 0;
    while (roads_.crossings[i].code != code)
      ++i;
    return i;
  }
  std::size_t nearest(Point place) const {
    std::pair<double, std::string> best{no_way, ""};
    for (const Roads::Crossing& crossing : roads_.crossings)
      best = std::min(best, {distance_in_metres(place, crossing.place), crossing.code});
    return position(best.second);
  }

  const Roads& roads_;
  std::vector<std::vector<double>> seconds_;
};

Roads random_roads(Dice& dice, const std::vector<Point>& places) {
  Roads roads;
  const std::size_t count = 1 + dice.below(14);
  for (std::size_t i = 0; i < count; ++i)
    roads.crossings.push_back({"x" + std::to_string((i * 7919) % 101), dice.pick(places)});
  for (std::size_t i = dice.below(3 * count); i > 0; --i) {
    // Whole seconds, so that sums do not depend on their order.
    roads.roads.push_back({dice.pick(roads.crossings).code, dice.pick(roads.crossings).code,
                           static_cast<double>(1 + dice.below(20)), dice.chance(50)});
  }
  roads.off_road = dice.between(1.0, 10.0);
  return roads;
}

}  // namespace

TEST_CASE("the fastest way is taken, off the road at both ends, with one-way roads one way") {
  const RoadNetwork network(small_roads());
  CHECK(network.travel_time(a, b) == 50);
  CHECK(network.travel_time(b, a) == 60);
  CHECK(network.travel_time(a, c) == 95);
  const Point beside_a{118.60, 28.701};
  const Point beside_c{118.62, 28.699};
  CHECK(
      network.travel_time(beside_a, beside_c) ==
      doctest::Approx(95 + (distance_in_metres(beside_a, a) + distance_in_metres(beside_c, c)) / 2)
          .epsilon(1e-12));
}

TEST_CASE("where no road leads the time is infinite") {
  const RoadNetwork network(small_roads());
  CHECK(network.travel_time(c, a) == no_way);
  CHECK(network.travel_time(a, island) == no_way);
  CHECK(network.travel_time(island, a) == no_way);
}

TEST_CASE("between places with the same nearest crossing the way is straight") {
  const RoadNetwork network(small_roads());
  const Point one{118.701, 28.8};
  const Point other{118.701, 28.801};
  CHECK(network.travel_time(one, other) == distance_in_metres(one, other) / 2);
  CHECK(network.travel_time(one, one) == 0);
  CHECK(network.travel_time(a, a) == 0);
}

TEST_CASE("of crossings equally near the one with the smaller code is taken") {
  Roads roads = small_roads();
  roads.crossings.push_back({"0", a});  // no road leads there
  CHECK(RoadNetwork(roads).travel_time(a, b) == no_way);
  roads.crossings.back().code = "z";
  CHECK(RoadNetwork(roads).travel_time(a, b) == 50);
}

TEST_CASE("a copy is the same network") {
  const RoadNetwork network(small_roads());
  const RoadNetwork copy = network;  // NOLINT
  CHECK(copy.travel_time(a, c) == network.travel_time(a, c));
}

TEST_CASE("roads with an error make no network, and points that are none no question") {
  Roads roads = small_roads();
  roads.roads[0].seconds = 0;
  CHECK_THROWS_AS(RoadNetwork{roads}, DocumentError);
  const RoadNetwork network(small_roads());
  CHECK_THROWS_AS(network.travel_time({0, 91}, a), Error);
  CHECK_THROWS_AS(network.travel_time(a, {181, 0}), Error);
  CHECK_THROWS_AS(network.travel_times({a, {0, std::nan("")}}, b), Error);
  CHECK(network.travel_times({}, a).empty());
}

TEST_CASE("travel times are those of Floyd and Warshall, one by one and many at once") {
  Dice dice(40);
  for (int i = 0; i < 1500; ++i) {
    CAPTURE(i);
    std::vector<Point> places;
    for (int n = 0; n < 12; ++n)  // few, so that crossings and questions fall together
      places.push_back({dice.between(118.0, 119.0), dice.between(28.0, 29.0)});
    const Roads roads = random_roads(dice, places);
    const RoadNetwork network(roads);
    const SlowNetwork slow(roads);
    for (const Point to : places) {
      const std::vector<double> times = network.travel_times(places, to);
      for (std::size_t n = 0; n < places.size(); ++n) {
        REQUIRE(times[n] == slow.travel_time(places[n], to));
        REQUIRE(network.travel_time(places[n], to) == times[n]);
      }
    }
  }
}
