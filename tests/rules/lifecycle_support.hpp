#pragma once
// What the tests of the lifecycle share.

#include <gridcase/lifecycle.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace lifecycle_test {

using namespace gridcase;

inline constexpr std::array<Outcome, 11> all_outcomes{
    Outcome::only,   Outcome::to_village, Outcome::to_township, Outcome::to_county,
    Outcome::partly, Outcome::whole,      Outcome::requested,   Outcome::passed,
    Outcome::failed, Outcome::granted,    Outcome::denied};

inline constexpr std::array<Tier, 3> all_tiers{Tier::village, Tier::township, Tier::county};

inline auto key_of(const Position& p) { return std::make_tuple(p.state, p.back, p.back2); }

inline std::string text_of(const Position& p) {
  return std::string(name(p.state)) + " <- " + std::string(name(p.back)) + " <- " +
         std::string(name(p.back2));
}

inline std::string text_of(const Edge& e) {
  static const char* const kinds[] = {"?", "go", "stay", "back", "cut"};
  return std::string(name(e.from)) + ' ' + std::string(name(e.action)) + ' ' +
         std::string(name(e.outcome)) + ' ' + kinds[static_cast<unsigned>(e.kind)] + ' ' +
         std::string(name(e.to));
}

inline std::string golden_path(const std::string& file) {
  return std::string(GRIDCASE_TESTS_DIR) + "/data/lifecycle/" + file;
}

inline std::string read_golden(const std::string& file) {
  std::ifstream in(golden_path(file), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The golden text; with GRIDCASE_UPDATE_GOLDEN in the environment, `now` becomes it. Not for ids.
inline std::string golden_or_update(const std::string& file, const std::string& now) {
  if (std::getenv("GRIDCASE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden_path(file), std::ios::binary) << now;
  }
  return read_golden(file);
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace lifecycle_test
