#include <gridcase/track.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;

namespace {

// Metres along a meridian, a trace too many: so that "200 m" is not a hair beyond 200 m.
constexpr double degree = 111195.2;

// A position so many metres north of the start, at a civil time in China on 2020-06-15.
TrackPosition at(const std::string& time, double metres_north, const std::string& subject = "t") {
  const std::string text = time.size() > 8 ? time : "2020-06-15 " + time;
  return {subject, {120.9, 32.0 + metres_north / degree}, parse_local(text, "Asia/Shanghai"), {}};
}

TrackRules with(TrackRule rule) {
  TrackRules rules;
  rules.rules = {std::move(rule)};
  return rules;
}

TrackRules dwell(double radius, int minutes) {
  return with({"stay", {}, DwellRule{radius, std::chrono::minutes(minutes), {}}});
}

// "rule subject from-until open" of each, times of day in China.
std::string told(const std::vector<TrackFinding>& findings) {
  std::string text;
  for (const TrackFinding& finding : findings) {
    const auto time = [](Instant instant) {
      return format_local(instant, "Asia/Shanghai").substr(11, 5);
    };
    text += finding.rule + " " + finding.subject + " " + time(finding.from) + "-" +
            time(finding.until) + (finding.open ? " open;" : ";");
  }
  return text;
}

std::string found(const TrackRules& rules, const std::vector<TrackPosition>& positions) {
  return told(find_in_tracks(rules, positions));
}

Polygon square(double west, double south, double side) {
  return {{{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}},
          {}};
}

std::string field_of(TrackWatcher& watcher, const TrackPosition& position) {
  try {
    watcher.take(position);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    return error.field();
  }
  return "";
}

}  // namespace

TEST_CASE("a stay is found when it is long enough and told again when it is over") {
  TrackWatcher watcher(dwell(200, 30));
  CHECK(watcher.take(at("08:00", 0)).empty());
  CHECK(watcher.take(at("08:20", 150)).empty());
  const auto begun = watcher.take(at("08:30", 200));
  REQUIRE(begun.size() == 1);
  CHECK(begun[0].open);
  CHECK(begun[0].place == at("08:00", 0).place);
  CHECK(begun[0].because ==
        "stayed within 200 m for 30 min, outside of permitted sites; 30 min are too long");
  CHECK(watcher.take(at("08:50", 100)).empty());
  CHECK(told(watcher.open()) == "stay t 08:00-08:50 open;");
  CHECK(told(watcher.take(at("09:00", 201))) == "stay t 08:00-08:50;");
  CHECK(watcher.open().empty());
}

TEST_CASE("the earliest position counts from which a stay is long enough") {
  const auto rules = dwell(100, 30);
  CHECK(found(rules, {at("08:00", 0), at("08:10", 90), at("08:20", 150), at("08:40", 180),
                      at("09:00", 400)}) == "stay t 08:10-08:40;");
  CHECK(found(rules, {at("08:00", 0), at("08:10", 90), at("08:20", 150), at("08:39", 180),
                      at("09:00", 400)}) == "");
}

TEST_CASE("a gap ends a stay, and so does a permitted site") {
  auto rules = dwell(200, 40);
  CHECK(found(rules, {at("08:00", 0), at("08:31", 0), at("08:50", 0), at("09:11", 0)}) ==
        "stay t 08:31-09:11 open;");
  CHECK(found(rules, {at("08:00", 0), at("08:30", 0), at("08:50", 0)}) ==
        "stay t 08:00-08:50 open;");
  rules.sites = {{"depot", "", at("08:00", 0).place, 100}, {"works", "", at("08:00", 0).place, 50}};
  const std::vector<TrackPosition> positions{at("08:00", 0), at("08:20", 0), at("08:45", 0)};
  CHECK(found(rules, positions) == "stay t 08:00-08:45 open;");
  CHECK(find_in_tracks(rules, positions)[0].site == "depot");
  std::get<DwellRule>(rules.rules[0].what).permitted = {"depot"};
  CHECK(found(rules, positions) == "");
  CHECK(found(rules, {at("08:00", 101), at("08:20", 101), at("08:45", 99)}) == "");
  CHECK(found(rules, {at("08:00", 101), at("08:20", 101), at("08:45", 101)}) ==
        "stay t 08:00-08:45 open;");
}

TEST_CASE("driving at night counts the way between positions of one night") {
  auto rules = with({"night", {}, NightRule{22 * 60, 6 * 60, 5000}});
  CHECK(found(rules, {at("21:50", 0), at("22:00", 4000), at("22:10", 8000), at("22:20", 9000)}) ==
        "");
  CHECK(found(rules, {at("21:50", 0), at("22:00", 4000), at("22:10", 8000), at("22:20", 9001),
                      at("22:30", 9020)}) == "night t 22:00-22:20 open;");
  // Over midnight it is one night; from one night to the next it is not.
  CHECK(found(rules, {at("23:50", 0), at("2020-06-16 00:10", 3000), at("2020-06-16 05:59", 6000),
                      at("2020-06-16 06:00", 9000)}) == "night t 23:50-05:59;");
  CHECK(found(rules, {at("05:00", 0), at("05:59", 3000), at("22:00", 6000), at("23:00", 9000)}) ==
        "");
  rules.rules[0].what = NightRule{60, 5 * 60, 5000};
  CHECK(found(rules, {at("00:59", 0), at("01:00", 9000), at("04:59", 14001), at("05:00", 20000)}) ==
        "night t 01:00-04:59;");
}

TEST_CASE("a parked truck whose position wanders has not moved") {
  const auto rules = with({"night", {}, NightRule{22 * 60, 6 * 60, 100}});
  std::vector<TrackPosition> positions;
  for (int i = 0; i < 59; ++i)
    positions.push_back(at("23:" + std::string(i < 10 ? "0" : "") + std::to_string(i), i % 2 * 50));
  CHECK(found(rules, positions) == "");
  positions.push_back(at("23:59", 101));
  CHECK(found(rules, positions) == "night t 23:58-23:59 open;");
}

TEST_CASE("the fastest speed that was reported stands in the finding") {
  const auto rules = with({"night", {}, NightRule{}});
  auto positions = std::vector<TrackPosition>{at("23:00", 0), at("23:10", 12000)};
  positions[1].speed = 25;
  CHECK(find_in_tracks(rules, positions)[0].because ==
        "moved 12.0 km between 22:00 and 06:00; 1000 m are allowed; at up to 90 km/h");
}

TEST_CASE("off the route is farther than its width from every line for long enough") {
  RouteRule route;
  route.lines = {{{120.8, 32.0}, {121.0, 32.0}}, {{120.8, 33.0}, {121.0, 33.0}}};
  route.width = 500;
  route.at_least = std::chrono::minutes(10);
  const auto rules = with({"road", {}, route});
  CHECK(found(rules, {at("08:00", 0), at("08:05", 499), at("08:10", 499), at("08:25", 0)}) == "");
  CHECK(found(rules, {at("08:00", 0), at("08:05", 501), at("08:15", 501), at("08:20", 0)}) ==
        "road t 08:05-08:15;");
  CHECK(found(rules, {at("08:05", 501), at("08:14", 501), at("08:20", 0)}) == "");
  CHECK(found(rules, {at("08:05", 501), at("08:36", 501), at("08:46", 501)}) ==
        "road t 08:36-08:46 open;");                                      // a gap
  CHECK(found(rules, {at("08:05", degree), at("08:25", degree)}) == "");  // on the other line
}

TEST_CASE("an area is entered at once, border and hole told apart") {
  AreaRule area;
  area.area = {square(120.85, 32.0, 0.1)};
  area.area[0].holes = {square(120.89, 32.04, 0.02).outer};
  const auto rules = with({"school", {}, area});
  CHECK(found(rules, {at("08:00", -10), at("08:10", 0), at("08:20", 10), at("08:30", -10)}) ==
        "school t 08:10-08:20;");
  CHECK(found(rules, {at("08:00", 0.05 * degree)}) == "");
  CHECK(found(rules, {at("08:00", 0.03 * degree)}) == "school t 08:00-08:00 open;");
}

TEST_CASE("who is not licensed to operate must not move, day by day") {
  auto rules = with({"operation", {}, OperationRule{1000}});
  rules.subjects = {{"t", "truck", false, {}}, {"u", "truck", true, {}}};
  const std::vector<TrackPosition> positions{at("08:00", 0),      at("08:10", 1500),
                                             at("08:00", 0, "u"), at("08:10", 1500, "u"),
                                             at("08:00", 0, "v"), at("08:10", 1500, "v")};
  CHECK(found(rules, positions) == "operation t 08:00-08:10 open;");
  CHECK(found(rules, {at("23:50", 0), at("2020-06-16 00:10", 1500)}) == "");
  CHECK(found(rules, {at("23:00", 0), at("23:50", 1500), at("2020-06-16 00:10", 3000),
                      at("2020-06-16 00:20", 4500)}) ==
        "operation t 23:00-23:50;operation t 00:10-00:20 open;");
}

TEST_CASE("a licence holds on its last day, by the clocks of the zone") {
  auto rules = with({"licence", {}, LicenceRule{1000}});
  rules.subjects = {{"t", "", true, Date{2020, 6, 15}}};
  CHECK(found(rules, {at("08:00", 0), at("23:59", 9000)}) == "");
  CHECK(found(rules, {at("2020-06-16 00:00", 0), at("2020-06-16 00:30", 9000)}) ==
        "licence t 00:00-00:30 open;");
  CHECK(
      find_in_tracks(rules, {at("2020-06-16 00:00", 0), at("2020-06-16 00:30", 9000)})[0].because ==
      "moved 9000 m in a day after its licence had ended on 2020-06-15; 1000 m "
      "are allowed");
}

TEST_CASE("a rule for some kinds leaves the others alone") {
  auto rules = dwell(200, 30);
  rules.rules[0].kinds = {"truck", "ship"};
  rules.subjects = {{"t", "truck", true, {}}, {"u", "bus", true, {}}};
  std::vector<TrackPosition> positions;
  for (const char* subject : {"t", "u", "v"}) {
    positions.push_back(at("08:00", 0, subject));
    positions.push_back(at("08:30", 0, subject));
  }
  CHECK(found(rules, positions) == "stay t 08:00-08:30 open;");
}

TEST_CASE("a position that is none or out of order is refused by name and changes nothing") {
  TrackWatcher watcher(dwell(200, 30));
  watcher.take(at("08:00", 0));
  TrackPosition position = at("08:10", 0);
  position.place.latitude = 91;
  CHECK(field_of(watcher, position) == "place");
  position.place = {};
  position.subject = "";
  CHECK(field_of(watcher, position) == "subject");
  position.subject = "t";
  position.speed = -1;
  CHECK(field_of(watcher, position) == "speed");
  position.speed.reset();
  position.at = Instant::max();
  CHECK(field_of(watcher, position) == "at");
  CHECK(field_of(watcher, at("07:59", 0)) == "at");
  CHECK(field_of(watcher, at("08:00", 1)) == "at");
  CHECK(field_of(watcher, at("08:00", 0)) == "");  // the same once more
  CHECK(field_of(watcher, at("07:00", 0, "u")) == "");
  CHECK(told(watcher.take(at("08:30", 0))) == "stay t 08:00-08:30 open;");
}

TEST_CASE("rules with faults are not watched") {
  TrackRules rules = dwell(-1, 30);
  CHECK_THROWS_AS(TrackWatcher{rules}, DocumentError);
  CHECK_THROWS_AS(find_in_tracks(rules, {}), DocumentError);
}

TEST_CASE("findings are the same whatever the order of the positions") {
  auto rules = dwell(200, 30);
  rules.rules.push_back({"night", {}, NightRule{}});
  std::vector<TrackPosition> positions{at("08:00", 0),    at("08:30", 0),      at("23:00", 0),
                                       at("23:10", 3000), at("08:00", 0, "b"), at("08:30", 0, "b")};
  const auto expected = find_in_tracks(rules, positions);
  CHECK(told(expected) == "stay b 08:00-08:30 open;stay t 08:00-08:30;night t 23:00-23:10 open;");
  std::reverse(positions.begin(), positions.end());
  CHECK(find_in_tracks(rules, positions) == expected);
}
