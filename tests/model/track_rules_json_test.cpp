#include <gridcase/track.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace gridcase;

namespace {

// The example of the page that describes the form.
std::string example() {
  std::ifstream file(std::string(GRIDCASE_TESTS_DIR) + "/../src/model/track_rules.schema.md");
  std::stringstream page;
  page << file.rdbuf();
  const std::string text = page.str();
  const auto from = text.find("```json") + 7;
  return text.substr(from, text.find("```", from) - from);
}

std::string faults_of_form(const std::string& json) {
  try {
    read_track_rules(json);
  } catch (const DocumentError& error) {
    std::string told;
    for (const Fault& fault : error.faults())
      told += fault.code + " " + fault.path + ";";
    return told;
  }
  return "";
}

std::string faults(const TrackRules& rules) {
  std::string told;
  for (const Fault& fault : validate(rules))
    told += fault.code + " " + fault.path + ";";
  return told;
}

}  // namespace

TEST_CASE("the example of the page is read, valid and written back the same") {
  const TrackRules rules = read_track_rules(example());
  CHECK(faults(rules) == "");
  REQUIRE(rules.rules.size() == 6);
  for (std::size_t i = 0; i < 6; ++i)
    CHECK(rules.rules[i].type() == static_cast<TrackRuleType>(i + 1));
  CHECK(std::get<DwellRule>(rules.rules[0].what).permitted == std::vector<std::string>{"depot"});
  CHECK(std::get<NightRule>(rules.rules[1].what).from == 1320);
  CHECK(std::get<LicenceRule>(rules.rules[5].what).distance == 500);
  CHECK(rules.subjects[0].valid_until == Date{2020, 6, 30});
  CHECK_FALSE(rules.subjects[1].operates);
  const std::string written = write_track_rules(rules);
  CHECK(write_track_rules(read_track_rules(written)) == written);
}

TEST_CASE("times keep their fractions") {
  TrackRules rules;
  rules.longest_gap = Duration(1234567);
  rules.rules = {{"a", {}, DwellRule{1, Duration(1), {}}}};
  const TrackRules again = read_track_rules(write_track_rules(rules));
  CHECK(again.longest_gap == Duration(1234567));
  CHECK(std::get<DwellRule>(again.rules[0].what).at_least == Duration(1));
}

TEST_CASE("all faults of form are told at once") {
  CHECK(
      faults_of_form(R"({"rules": [{"type": "dwel"}, {"code": "a", "type": "dwell", "distance": 1},
    {"code": "b", "type": "off_route", "lines": [[[1, 2], [3]]]}, {"code": "c", "type": "area_entered"},
    {"code": "d", "type": "night_driving", "from": "24:00", "until": "6:00"},
    {"code": "e", "type": "dwell", "at_least": 1e300}]})") ==
      "json.missing rules[0].code;json.unknown_word rules[0].type;json.unknown_key "
      "rules[1].distance;"
      "json.line rules[2].lines[0];json.missing rules[3].area;json.time rules[4].from;"
      "json.time rules[4].until;json.seconds rules[5].at_least;");
  CHECK(faults_of_form("[]") != "");
  CHECK(faults_of_form(R"({"sites": [{}]})") ==
        "json.missing sites[0].code;json.missing sites[0].place;json.missing sites[0].radius;");
}

TEST_CASE("all faults of meaning are told at once") {
  TrackRules rules;
  rules.zone = "Asia/Nowhere";
  rules.accuracy = -1;
  rules.longest_gap = Duration(0);
  rules.sites = {{"a b", "", {200, 0}, 0}, {"s", "", {}, 1}, {"s", "", {}, 1}};
  rules.subjects = {{"", "", true, {}}, {"苏F1", "", true, {}}, {"苏F1", "", true, {}}};
  rules.rules = {{"r", {}, DwellRule{0, Duration(-1), {"s", "x"}}},
                 {"r", {}, NightRule{60, 60, -1}},
                 {"t", {}, RouteRule{{}, 1, Duration(0)}},
                 {"u", {}, RouteRule{{{{1, 1}}}, 200000, Duration(0)}},
                 {"v", {}, AreaRule{}},
                 {"w", {}, AreaRule{{{{{0, 0}, {1, 1}, {0, 0}}, {}}}}}};
  CHECK(faults(rules) ==
        "tracks.zone zone;tracks.metres accuracy;tracks.duration longest_gap;"
        "tracks.code_invalid sites[0].code;tracks.place sites[0].place;"
        "tracks.metres sites[0].radius;tracks.code_repeated sites[2].code;"
        "tracks.code_invalid subjects[0].code;tracks.code_repeated subjects[2].code;"
        "tracks.metres rules[0].radius;tracks.duration rules[0].at_least;"
        "tracks.site_unknown rules[0].permitted[1];tracks.code_repeated rules[1].code;"
        "tracks.night rules[1].from;tracks.metres rules[1].distance;tracks.line rules[2].lines;"
        "tracks.metres rules[3].width;tracks.line rules[3].lines[0];tracks.area rules[4].area;"
        "tracks.area rules[5].area[0];");
}
