// What a road network must keep to be of use.
#include "base/text.hpp"

#include <gridcase/response.hpp>

#include <fmt/format.h>

#include <cmath>
#include <unordered_map>
#include <utility>

namespace gridcase {

namespace {

constexpr std::size_t longest_code = 32;

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= longest_code && base::has_code_characters_only(text);
}

// A comparison with NaN is false, so that it is refused as well.
bool is_positive(double number) { return number > 0 && std::isfinite(number); }

class Check {
public:
  explicit Check(const Roads& roads) : roads_(roads), has_road_(roads.crossings.size(), false) {
    for (std::size_t i = 0; i < roads.crossings.size(); ++i)
      positions_.emplace(roads.crossings[i].code, i);
    for (const Roads::Road& road : roads.roads) {
      if (road.from == road.to) continue;
      for (const std::string* code : {&road.from, &road.to}) {
        const auto found = positions_.find(*code);
        if (found != positions_.end()) has_road_[found->second] = true;
      }
    }
  }

  std::vector<Fault> run() {
    if (roads_.crossings.empty()) {
      add(Severity::error, "roads.empty", "crossings", "there is no crossing",
          "give the crossings and the roads between them");
    }
    for (std::size_t i = 0; i < roads_.crossings.size(); ++i)
      crossing(i);
    for (std::size_t i = 0; i < roads_.roads.size(); ++i)
      road(i);
    if (!is_positive(roads_.off_road)) {
      add(Severity::error, "roads.off_road", "off_road", "there must be a speed off the road",
          "give metres a second, more than 0");
    }
    return std::move(faults_);
  }

private:
  void add(Severity severity, std::string code, std::string path, std::string message,
           std::string fix) {
    faults_.push_back(
        {severity, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  void crossing(std::size_t i) {
    const auto& [code, place] = roads_.crossings[i];
    const std::string at = fmt::format("crossings[{}]", i);
    const std::size_t first = positions_.at(code);
    if (!is_code(code)) {
      add(Severity::error, "crossing.code_invalid", at + ".code",
          fmt::format("\"{}\" is no code", code), "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
    } else if (first != i) {
      add(Severity::error, "crossing.code_twice", at + ".code",
          fmt::format("the code {} is taken by crossings[{}]", code, first),
          "give each its own code");
    } else if (!has_road_[i] && roads_.crossings.size() > 1) {
      // Places near such a crossing are reached from near it only.
      add(Severity::warning, "crossing.no_road", at,
          fmt::format("no road leads to or from {}", code), "add a road, or remove the crossing");
    }
    if (!is_valid(place)) {
      add(Severity::error, "crossing.place_invalid", at + ".place",
          "the place is no place on the ground", "use degrees of WGS 84, the longitude first");
    }
  }

  void road(std::size_t i) {
    const Roads::Road& road = roads_.roads[i];
    const std::string at = fmt::format("roads[{}]", i);
    end(road.from, "road.from_unknown", at + ".from");
    end(road.to, "road.to_unknown", at + ".to");
    if (!is_positive(road.seconds)) {
      add(Severity::error, "road.seconds", at + ".seconds", "no road is driven in no time",
          "give the seconds it takes, more than 0");
    }
    if (road.from == road.to) {
      add(Severity::warning, "road.circle", at + ".to", "the road ends where it begins",
          "remove it, or correct one end");
    }
  }

  void end(const std::string& code, std::string fault, std::string path) {
    if (positions_.count(code) > 0) return;
    add(Severity::error, std::move(fault), std::move(path),
        fmt::format("there is no crossing with the code \"{}\"", code),
        "correct the code, or add the crossing");
  }

  const Roads& roads_;
  std::unordered_map<std::string_view, std::size_t> positions_;  // the first of each code
  std::vector<bool> has_road_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> validate(const Roads& roads) { return Check(roads).run(); }

}  // namespace gridcase
