// Rules over tracks against the slow and obvious way: all positions in a list, every pair looked
// at.
#include "support/environment.hpp"
#include "support/organizations.hpp"

#include <gridcase/track.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace gridcase;
using namespace gridcase::test;

namespace {

using Track = std::vector<TrackPosition>;
// rule, subject, from, until, open
using Found = std::tuple<std::string, std::string, Instant, Instant, bool>;

const std::string zone = "Asia/Shanghai";

TrackRules random_rules(Dice& dice) {
  TrackRules rules;
  rules.zone = zone;
  rules.accuracy = dice.chance(50) ? 0 : 30;
  rules.longest_gap = std::chrono::minutes(20 + dice.below(20));
  rules.sites = {{"one", "", {120.0, 32.0}, 150}, {"two", "", {120.004, 32.002}, 100}};
  DwellRule dwell{100 + 300 * dice.unit(), std::chrono::minutes(10 + dice.below(40)), {}};
  if (dice.chance(50)) dwell.permitted = {"two"};
  RouteRule route;
  route.lines = {{{119.99, 32.0}, {120.0, 32.003}, {120.01, 32.0}}, {{120, 31.9}, {120, 32.1}}};
  route.width = 50 + 200 * dice.unit();
  route.at_least = std::chrono::minutes(dice.below(30));
  AreaRule area;
  area.area = {{{{120.001, 32.001}, {120.006, 32.001}, {120.006, 32.004}, {120.001, 32.004}}, {}}};
  rules.rules = {{"dwell", {}, dwell},
                 {"night", {}, NightRule{22 * 60, 6 * 60, 2000 * dice.unit()}},
                 {"noon", {}, NightRule{11 * 60, 14 * 60, 1000 * dice.unit()}},
                 {"route", {}, route},
                 {"area", {}, area},
                 {"operation", {}, OperationRule{5000 * dice.unit()}},
                 {"licence", {}, LicenceRule{5000 * dice.unit()}}};
  rules.subjects = {{"a", "", false, Date{2020, 6, 16}}, {"b", "", true, Date{2020, 6, 10}}};
  return rules;
}

// Moves for a while, stands for a while, is silent for a while.
Track random_track(Dice& dice, const std::string& subject) {
  Track track;
  Instant at = parse_instant("2020-06-15T00:00:00Z");
  Point place{120.0, 32.0};
  bool moving = true;
  for (std::size_t left = 150 + dice.below(100); left > 0; --left) {
    at += std::chrono::seconds(1 + dice.below(dice.chance(5) ? 7200 : 600));
    if (dice.chance(10)) moving = !moving;
    const double step = moving ? 0.002 : 0.0002;
    place.longitude += dice.between(-step, step);
    place.latitude += dice.between(-step, step);
    if (std::abs(place.longitude - 120) > 0.01 || std::abs(place.latitude - 32) > 0.01)
      place = {120, 32};
    track.push_back({subject, place, at, {}});
  }
  return track;
}

bool gap_before(const TrackRules& rules, const Track& track, std::size_t i) {
  return track[i].at - track[i - 1].at > rules.longest_gap;
}

bool is_permitted(const TrackRules& rules, const DwellRule& rule, Point place) {
  return std::any_of(rules.sites.begin(), rules.sites.end(), [&](const TrackSite& site) {
    return distance_in_metres(site.place, place) <= site.radius &&
           std::count(rule.permitted.begin(), rule.permitted.end(), site.code) > 0;
  });
}

// From every position as far as it goes; the first that is long enough counts.
void find_stays(const TrackRules& rules, const DwellRule& rule, const Track& track,
                std::vector<Found>& out) {
  std::size_t i = 0;
  while (i < track.size()) {
    std::size_t end = i;
    while (end < track.size() && !is_permitted(rules, rule, track[end].place) &&
           (end == i || !gap_before(rules, track, end)) &&
           distance_in_metres(track[i].place, track[end].place) <= rule.radius) {
      ++end;
    }
    if (end > i && track[end - 1].at - track[i].at >= rule.at_least) {
      out.emplace_back("dwell", track[i].subject, track[i].at, track[end - 1].at,
                       end == track.size());
      i = end;
    } else {
      ++i;
    }
  }
}

template <typename Wrong>
void find_presence(const TrackRules& rules, const std::string& code, Duration at_least,
                   const Track& track, Wrong wrong, std::vector<Found>& out) {
  for (std::size_t i = 0; i < track.size(); ++i) {
    const bool begins = wrong(track[i].place) &&
                        (i == 0 || !wrong(track[i - 1].place) || gap_before(rules, track, i));
    if (!begins) continue;
    std::size_t end = i + 1;
    while (end < track.size() && wrong(track[end].place) && !gap_before(rules, track, end))
      ++end;
    if (track[end - 1].at - track[i].at >= at_least) {
      out.emplace_back(code, track[i].subject, track[i].at, track[end - 1].at, end == track.size());
    }
  }
}

// `window` names the night or day of an instant, by its text; empty if moving is in order.
template <typename Window>
void find_movement(const TrackRules& rules, const std::string& code, double allowed,
                   const Track& track, Window window, std::vector<Found>& out) {
  std::map<std::string, std::vector<std::size_t>> windows;
  for (std::size_t i = 0; i < track.size(); ++i) {
    const std::string name = window(track[i].at);
    if (!name.empty()) windows[name].push_back(i);
  }
  for (const auto& entry : windows) {
    const auto& positions = entry.second;
    double sum = 0;
    Point reference = track[positions[0]].place;
    Instant from{};
    Instant until{};
    for (const std::size_t i : positions) {
      const double moved = distance_in_metres(reference, track[i].place);
      if (moved <= rules.accuracy) continue;
      if (sum == 0) from = track[i - 1].at;
      sum += moved;
      until = track[i].at;
      reference = track[i].place;
    }
    if (sum > allowed) {
      out.emplace_back(code, track[0].subject, from, until, positions.back() + 1 == track.size());
    }
  }
}

std::string night(Instant at, int from, int until) {
  const std::string local = format_local(at, zone);
  const int minute = std::stoi(local.substr(11, 2)) * 60 + std::stoi(local.substr(14, 2));
  if (from < until) return minute >= from && minute < until ? local.substr(0, 10) : "";
  if (minute >= from) return local.substr(0, 10);
  return minute < until ? format_local(at - std::chrono::hours(24), zone).substr(0, 10) : "";
}

bool on_line(Point point, const RouteRule& rule) {
  const double wide = 111195.080 * std::cos(point.latitude * 3.14159265358979 / 180);
  for (const TrackLine& line : rule.lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      // So many points on it that the nearest is off by centimetres at most.
      for (int step = 0; step <= 20000; ++step) {
        const double share = step / 20000.0;
        const double x =
            line[i - 1].longitude + share * (line[i].longitude - line[i - 1].longitude);
        const double y = line[i - 1].latitude + share * (line[i].latitude - line[i - 1].latitude);
        const double metres =
            std::hypot((x - point.longitude) * wide, (y - point.latitude) * 111195.080);
        if (metres <= rule.width) return true;
      }
    }
  }
  return false;
}

std::vector<Found> slowly(const TrackRules& rules, const Track& track) {
  std::vector<Found> out;
  find_stays(rules, std::get<DwellRule>(rules.rules[0].what), track, out);
  for (const std::size_t i : {1U, 2U}) {
    const auto& rule = std::get<NightRule>(rules.rules[i].what);
    find_movement(
        rules, rules.rules[i].code, rule.distance, track,
        [&](Instant at) { return night(at, rule.from, rule.until); }, out);
  }
  const auto& route = std::get<RouteRule>(rules.rules[3].what);
  std::map<std::pair<double, double>, bool> known;
  const auto off_route = [&](Point point) {
    const auto key = std::make_pair(point.longitude, point.latitude);
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    const bool off = !on_line(point, route);
    known.emplace(key, off);
    return off;
  };
  find_presence(rules, "route", route.at_least, track, off_route, out);
  find_presence(
      rules, "area", Duration(0), track,
      [](Point point) {
        return point.longitude >= 120.001 && point.longitude <= 120.006 &&
               point.latitude >= 32.001 && point.latitude <= 32.004;
      },
      out);
  const auto date = [](Instant at) { return format_local(at, zone).substr(0, 10); };
  for (const TrackSubject& subject : rules.subjects) {
    if (subject.code != track[0].subject) continue;
    if (!subject.operates) {
      find_movement(rules, "operation", std::get<OperationRule>(rules.rules[5].what).distance,
                    track, date, out);
    }
    find_movement(
        rules, "licence", std::get<LicenceRule>(rules.rules[6].what).distance, track,
        [&](Instant at) { return date(at) > format_date(*subject.valid_until) ? date(at) : ""; },
        out);
  }
  return out;
}

}  // namespace

TEST_CASE("findings are those of the slow way, and each is told open before it is over") {
  Dice dice(99);
  std::map<std::string, std::size_t> seen;
  for (std::uint64_t round = 0; round < rounds(40); ++round) {
    const TrackRules rules = random_rules(dice);
    std::vector<Found> expected;
    Track all;
    for (const std::string subject : {"a", "b", "c"}) {
      const Track track = random_track(dice, subject);
      const auto found = slowly(rules, track);
      expected.insert(expected.end(), found.begin(), found.end());
      all.insert(all.end(), track.begin(), track.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const TrackPosition& a, const TrackPosition& b) { return a.at < b.at; });
    TrackWatcher watcher(rules);
    std::vector<Found> actual;
    std::set<std::tuple<std::string, std::string, Instant>> begun;
    const auto add = [&](const TrackFinding& f) {
      actual.emplace_back(f.rule, f.subject, f.from, f.until, f.open);
      ++seen[f.rule];
    };
    for (const TrackPosition& position : all) {
      for (const TrackFinding& f : watcher.take(position)) {
        if (f.open) {
          REQUIRE(begun.emplace(f.rule, f.subject, f.from).second);
        } else {
          REQUIRE(begun.erase({f.rule, f.subject, f.from}) == 1);
          add(f);
        }
      }
    }
    for (const TrackFinding& f : watcher.open()) {
      REQUIRE(begun.erase({f.rule, f.subject, f.from}) == 1);
      add(f);
    }
    REQUIRE(begun.empty());
    std::sort(actual.begin(), actual.end());
    std::sort(expected.begin(), expected.end());
    REQUIRE(actual == expected);
    REQUIRE(find_in_tracks(rules, all).size() == expected.size());
  }
  for (const char* rule : {"dwell", "night", "noon", "route", "area", "operation", "licence"})
    CHECK(seen[rule] > rounds(10) / 2);
}
