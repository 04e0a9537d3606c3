#include "support/organizations.hpp"

#include <gridcase/response.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

Roads small_roads() {
  Roads roads;
  roads.crossings = {{"a", {118.61, 28.74}}, {"b", {118.62, 28.74}}, {"c", {118.63, 28.75}}};
  roads.roads = {{"a", "b", 90.5, false}, {"b", "c", 1.0 / 3, true}};
  roads.off_road = 1.4;
  return roads;
}

std::vector<Fault> form_faults(std::string_view json) {
  try {
    read_roads(json);
  } catch (const DocumentError& error) {
    return error.faults();
  }
  return {};
}

// "code path" of each, one a line.
std::string places_of(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text += fault.code + " " + fault.path + "\n";
  return text;
}

std::string faults_after(void (*edit)(Roads&)) {
  Roads roads = small_roads();
  edit(roads);
  return places_of(validate(roads));
}

}  // namespace

TEST_CASE("roads are read back as they were written, to the last bit") {
  const Roads roads = small_roads();
  const std::string text = write_roads(roads);
  const Roads read = read_roads(text);
  CHECK(write_roads(read) == text);
  REQUIRE(read.crossings.size() == 3);
  CHECK(read.crossings[2].code == "c");
  CHECK(read.crossings[2].place == roads.crossings[2].place);
  REQUIRE(read.roads.size() == 2);
  CHECK(read.roads[0].from == "a");
  CHECK(read.roads[0].to == "b");
  CHECK(read.roads[0].seconds == 90.5);
  CHECK_FALSE(read.roads[0].one_way);
  CHECK(read.roads[1].seconds == 1.0 / 3);
  CHECK(read.roads[1].one_way);
  CHECK(read.off_road == 1.4);
}

TEST_CASE("an empty object is a network without roads, at the usual speed off the road") {
  const Roads roads = read_roads("{}");
  CHECK(roads.crossings.empty());
  CHECK(roads.roads.empty());
  CHECK(roads.off_road == 5);
}

TEST_CASE("all faults of form are told at once, each with its path") {
  const auto faults = form_faults(R"({
    "crossings": [{"code": "a"}, {"place": [1]}, {"code": 3, "place": "here"}, 7],
    "roads": [{"from": "a", "seconds": "long"}, {"from": "a", "to": "b", "sekonds": 4}],
    "of_road": 3})");
  CAPTURE(listed(faults));
  CHECK(places_of(faults) == "json.missing crossings[0].place\n"
                             "json.missing crossings[1].code\n"
                             "json.point crossings[1].place\n"
                             "json.type crossings[2].code\n"
                             "json.type crossings[2].place\n"
                             "json.type crossings[3]\n"
                             "json.missing roads[0].to\n"
                             "json.type roads[0].seconds\n"
                             "json.missing roads[1].seconds\n"
                             "json.unknown_key roads[1].sekonds\n"
                             "json.unknown_key of_road\n");
}

TEST_CASE("a number that JSON cannot write is refused, not written as something else") {
  Roads roads = small_roads();
  roads.roads[0].seconds = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(write_roads(roads), Error);
}

TEST_CASE("the example of the documentation is without a fault") {
  const std::string page = read_file(GRIDCASE_TESTS_DIR "/../src/model/roads.schema.md");
  const std::size_t begin = page.find("```json\n") + 8;
  const Roads roads = read_roads(page.substr(begin, page.find("```\n", begin) - begin));
  CHECK(roads.crossings.size() == 3);
  CHECK(listed(validate(roads)).empty());
}

TEST_CASE("each rule of the roads is told by its own code and place") {
  CHECK(faults_after([](Roads&) {}).empty());
  CHECK(faults_after([](Roads& roads) { roads = {}; }) == "roads.empty crossings\n");
  CHECK(faults_after([](Roads& roads) { roads.crossings[1].code = "a b"; }) ==
        "crossing.code_invalid crossings[1].code\n"
        "road.to_unknown roads[0].to\nroad.from_unknown roads[1].from\n");
  CHECK(faults_after([](Roads& roads) {
          roads.crossings.push_back({"a", {1, 1}});
        }) == "crossing.code_twice crossings[3].code\n");
  CHECK(faults_after([](Roads& roads) {
          roads.crossings.push_back({"d", {1, 91}});
        }) == "crossing.no_road crossings[3]\ncrossing.place_invalid crossings[3].place\n");
  CHECK(faults_after([](Roads& roads) { roads.roads[1].to = "a"; }) ==
        "crossing.no_road crossings[2]\n");
  CHECK(faults_after([](Roads& roads) {
          roads.roads.push_back({"c", "c", 3, false});
        }) == "road.circle roads[2].to\n");
  for (const double none : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::quiet_NaN()}) {
    Roads roads = small_roads();
    roads.roads[1].seconds = none;
    CHECK(places_of(validate(roads)) == "road.seconds roads[1].seconds\n");
    roads = small_roads();
    roads.off_road = none;
    CHECK(places_of(validate(roads)) == "roads.off_road off_road\n");
  }
}

TEST_CASE("all faults of meaning are told at once, in the order of the document") {
  CHECK(faults_after([](Roads& roads) {
          roads.off_road = 0;
          roads.roads[0].seconds = 0;
          roads.roads[0].to = "nowhere";
          roads.crossings[2].code = "a";
          roads.crossings[0].place.latitude = 100;
        }) == "crossing.place_invalid crossings[0].place\n"
              "crossing.code_twice crossings[2].code\n"
              "road.to_unknown roads[0].to\n"
              "road.seconds roads[0].seconds\n"
              "road.to_unknown roads[1].to\n"
              "roads.off_road off_road\n");
}

TEST_CASE("every fault of the roads stands in the documentation") {
  const std::string page = read_file(GRIDCASE_TESTS_DIR "/../src/model/roads.schema.md");
  Roads roads = small_roads();
  roads.off_road = 0;
  roads.crossings.push_back({"", {200, 0}});
  roads.crossings.push_back({"a", {0, 0}});
  roads.crossings.push_back({"lonely", {0, 0}});
  roads.roads.push_back({"x", "y", 0, false});
  roads.roads.push_back({"a", "a", 1, false});
  std::vector<Fault> faults = validate(roads);
  faults.push_back(validate(Roads{}).front());
  CHECK(faults.size() == 10);
  for (const Fault& fault : faults) {
    CAPTURE(fault.code);
    CHECK(page.find("`" + fault.code + "`") != std::string::npos);
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
  }
}
