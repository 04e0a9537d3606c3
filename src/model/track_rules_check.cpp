// What rules over tracks must keep to.
#include "base/text.hpp"
#include "base/words.hpp"

#include <gridcase/track.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace gridcase {

namespace {

constexpr std::size_t longest_code = 32;
constexpr double widest = 100000;   // metres
constexpr double farthest = 1.0e7;  // metres: a quarter of the way around the earth

constexpr std::array<base::Word<TrackRuleType>, 6> types{
    {{TrackRuleType::dwell, "dwell"},
     {TrackRuleType::night_driving, "night_driving"},
     {TrackRuleType::off_route, "off_route"},
     {TrackRuleType::area_entered, "area_entered"},
     {TrackRuleType::outside_operation, "outside_operation"},
     {TrackRuleType::expired_licence, "expired_licence"}}};

bool all_valid(const std::vector<Point>& points) {
  return std::all_of(points.begin(), points.end(), [](Point point) { return is_valid(point); });
}

std::size_t corners(const Ring& ring) {
  return ring.size() > 1 && ring.front() == ring.back() ? ring.size() - 1 : ring.size();
}

class Check {
public:
  explicit Check(const TrackRules& rules) : rules_(rules) {}

  std::vector<Fault> run() && {
    if (!zone_exists(rules_.zone)) {
      error("tracks.zone", "zone", "the zone is not known", "name one such as Asia/Shanghai");
    }
    check_metres(rules_.accuracy, "accuracy", 0, widest);
    if (rules_.longest_gap <= Duration(0)) {
      error("tracks.duration", "longest_gap", "there is no time that short",
            "give more than 0 seconds");
    }
    check_sites();
    check_subjects();
    std::unordered_set<std::string> codes;
    for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
      path_ = "rules[" + std::to_string(i) + "].";
      check_code(rules_.rules[i].code, codes);
      std::visit([&](const auto& rule) { check_rule(rule); }, rules_.rules[i].what);
    }
    return std::move(faults_);
  }

private:
  void error(std::string code, const std::string& key, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), path_ + key, std::move(message), std::move(fix)});
  }

  void check_code(const std::string& code, std::unordered_set<std::string>& codes) {
    if (code.empty() || code.size() > longest_code || !base::has_code_characters_only(code)) {
      error("tracks.code_invalid", "code", "this is no code",
            "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
    } else if (!codes.insert(code).second) {
      error("tracks.code_repeated", "code", code + " stands here twice", "give each a code");
    }
  }

  void check_sites() {
    for (std::size_t i = 0; i < rules_.sites.size(); ++i) {
      path_ = "sites[" + std::to_string(i) + "].";
      const TrackSite& site = rules_.sites[i];
      check_code(site.code, sites_);
      if (!is_valid(site.place)) {
        error("tracks.place", "place", "the place is off the earth",
              "write [longitude, latitude] in degrees of WGS 84");
      }
      check_positive(site.radius, "radius", widest);
    }
    path_.clear();
  }

  void check_subjects() {
    std::unordered_set<std::string> codes;
    for (std::size_t i = 0; i < rules_.subjects.size(); ++i) {
      path_ = "subjects[" + std::to_string(i) + "].";
      const std::string& code = rules_.subjects[i].code;
      if (code.empty()) {  // number plates have characters of their own: any will do
        error("tracks.code_invalid", "code", "a subject has no code", "give it");
      } else if (!codes.insert(code).second) {
        error("tracks.code_repeated", "code", code + " stands here twice", "leave one out");
      }
    }
    path_.clear();
  }

  void check_rule(const DwellRule& rule) {
    check_positive(rule.radius, "radius", widest);
    check_duration(rule.at_least);
    for (std::size_t i = 0; i < rule.permitted.size(); ++i) {
      if (sites_.count(rule.permitted[i]) > 0) continue;
      error("tracks.site_unknown", "permitted[" + std::to_string(i) + "]",
            "there is no site " + rule.permitted[i], "list it under sites");
    }
  }

  void check_rule(const NightRule& rule) {
    const auto is_time = [](std::int32_t minute) { return minute >= 0 && minute < 1440; };
    if (!is_time(rule.from) || !is_time(rule.until) || rule.from == rule.until) {
      error("tracks.night", "from", "this is no part of a day",
            "give two different times from 00:00 to 23:59");
    }
    check_metres(rule.distance, "distance", 0, farthest);
  }

  void check_rule(const RouteRule& rule) {
    check_positive(rule.width, "width", widest);
    check_duration(rule.at_least);
    if (rule.lines.empty()) {
      error("tracks.line", "lines", "there is no line to keep to", "give at least one");
    }
    for (std::size_t i = 0; i < rule.lines.size(); ++i) {
      if (rule.lines[i].size() >= 2 && all_valid(rule.lines[i])) continue;
      error("tracks.line", "lines[" + std::to_string(i) + "]", "this is no line",
            "give at least two points, each [longitude, latitude] in degrees of WGS 84");
    }
  }

  void check_rule(const AreaRule& rule) {
    const auto is_ring = [](const Ring& ring) { return corners(ring) >= 3 && all_valid(ring); };
    if (rule.area.empty()) error("tracks.area", "area", "there is no area", "draw it");
    for (std::size_t i = 0; i < rule.area.size(); ++i) {
      const Polygon& polygon = rule.area[i];
      if (is_ring(polygon.outer) &&
          std::all_of(polygon.holes.begin(), polygon.holes.end(), is_ring)) {
        continue;
      }
      error("tracks.area", "area[" + std::to_string(i) + "]", "it encloses no ground",
            "draw rings of at least three points in degrees of WGS 84");
    }
  }

  void check_rule(const OperationRule& rule) {
    check_metres(rule.distance, "distance", 0, farthest);
  }
  void check_rule(const LicenceRule& rule) { check_metres(rule.distance, "distance", 0, farthest); }

  void check_duration(Duration duration) {
    if (duration >= Duration(0)) return;
    error("tracks.duration", "at_least", "no time is that short", "give 0 seconds or more");
  }

  // A comparison with NaN is false, so that it is refused as well.
  void check_metres(double metres, const char* key, double least, double most) {
    if (metres >= least && metres <= most) return;
    error("tracks.metres", key, "this is no distance here",
          "give metres from " + std::to_string(static_cast<int>(least)) + " to " +
              std::to_string(static_cast<int>(most)));
  }
  void check_positive(double metres, const char* key, double most) {
    if (metres > 0 && metres <= most) return;
    error("tracks.metres", key, "this is no distance here",
          "give metres, more than 0 and at most " + std::to_string(static_cast<int>(most)));
  }

  const TrackRules& rules_;
  std::string path_;
  std::unordered_set<std::string> sites_;
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view name(TrackRuleType type) noexcept { return base::name_in(types, type); }

std::vector<Fault> validate(const TrackRules& rules) { return Check(rules).run(); }

}  // namespace gridcase
