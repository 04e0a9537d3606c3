#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <gridcase/rating.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

RatingScheme sound() {
  RatingScheme scheme;
  scheme.code = "stars";
  scheme.english = "Stars";
  scheme.first_day = {2021, 1, 1};
  scheme.aspects = {{"a", "A", "", decimal(40), false}, {"b", "B", "", decimal(60), false}};
  scheme.bar = decimal(80);
  scheme.vetoes = {{"v", "V", "", false}};
  return scheme;
}

std::string after(const std::function<void(RatingScheme&)>& change) {
  RatingScheme scheme = sound();
  change(scheme);
  return places_of_faults(validate(scheme));
}

RatingEvent assessed() {
  RatingEvent event;
  event.unit = "u";
  event.day = {2021, 12, 31};
  event.cycle = 1;
  event.marks = {{"a", decimal(40)}, {"b", decimal(0)}};
  return event;
}

RatingEvent vetoed() {
  RatingEvent event;
  event.kind = RatingEvent::Kind::veto;
  event.unit = "u";
  event.day = {2020, 1, 1};
  event.veto = "v";
  event.reason = "why";
  return event;
}

std::string after_event(RatingEvent event, const std::function<void(RatingEvent&)>& change) {
  change(event);
  return places_of_faults(validate(sound(), {event}));
}

}  // namespace

TEST_CASE("each fault of a scheme is told by its own code and place") {
  CHECK(after([](RatingScheme&) {}) == "");
  CHECK(after([](RatingScheme& scheme) { scheme.code = ""; }) == "rating.code_invalid code\n");
  CHECK(after([](RatingScheme& scheme) { scheme.english = ""; }) ==
        "rating.name_missing chinese\n");
  CHECK(after([](RatingScheme& scheme) {
          scheme.first_day = {2021, 1, 29};
        }) == "rating.first_day first_day\n");
  CHECK(after([](RatingScheme& scheme) { scheme.first_day = {}; }) ==
        "rating.first_day first_day\n");
  CHECK(after([](RatingScheme& scheme) {
          scheme.cycle_months = 0;
          scheme.highest = 0;
          scheme.step = 0;
          scheme.waiting = -1;
        }) == "rating.number cycle_months\nrating.number highest\nrating.number step\n"
              "rating.number waiting\n");
  CHECK(after([](RatingScheme& scheme) { scheme.aspects.clear(); }) == "rating.aspects aspects\n");
  CHECK(after([](RatingScheme& scheme) {
          scheme.aspects[1] = scheme.aspects[0];
          scheme.aspects[1].points = decimal(0);
          scheme.aspects[1].english = "";
        }) == "rating.code_twice aspects[1].code\nrating.name_missing aspects[1].chinese\n"
              "rating.points aspects[1].points\n");
  CHECK(after([](RatingScheme& scheme) { scheme.bar = parse_decimal("100.01"); }) ==
        "rating.bar bar\n");
  CHECK(after([](RatingScheme& scheme) { scheme.bar = decimal(100); }) == "");
  CHECK(after([](RatingScheme& scheme) {
          scheme.vetoes.push_back({"v", "", "", false});
        }) == "rating.code_twice vetoes[1].code\nrating.name_missing vetoes[1].chinese\n");
}

TEST_CASE("each fault of an event is told by its own code and place") {
  CHECK(after_event(assessed(), [](RatingEvent&) {}) == "");
  CHECK(after_event(vetoed(), [](RatingEvent&) {}) == "");  // before the first cycle, too
  CHECK(after_event(assessed(), [](RatingEvent& event) { event.unit = ""; }) ==
        "rating.unit events[0].unit\n");
  CHECK(after_event(assessed(), [](RatingEvent& event) {
          event.day = {2021, 2, 29};
        }) == "rating.day events[0].day\n");
  CHECK(after_event(assessed(), [](RatingEvent& event) { event.cycle = 0; }) ==
        "rating.cycle events[0].cycle\n");
  CHECK(after_event(assessed(), [](RatingEvent& event) { event.cycle = 2; }) ==
        "rating.cycle_ahead events[0].day\n");
  CHECK(after_event(assessed(), [](RatingEvent& event) {
          event.day = {2020, 12, 31};
        }) == "rating.cycle_ahead events[0].day\n");
  CHECK(
      after_event(assessed(),
                  [](RatingEvent& event) {
                    event.marks = {{"a", decimal(41)}, {"a", decimal(1)}, {"c", decimal(1)}};
                  }) ==
      "rating.mark_points events[0].marks[0].points\nrating.mark_aspect events[0].marks[1].aspect\n"
      "rating.mark_aspect events[0].marks[2].aspect\nrating.mark_missing events[0].marks\n");
  CHECK(after_event(vetoed(), [](RatingEvent& event) { event.veto = "x"; }) ==
        "rating.veto_unknown events[0].veto\n");
  CHECK(after_event(vetoed(), [](RatingEvent& event) { event.reason = ""; }) ==
        "rating.reason events[0].reason\n");
  CHECK(places_of_faults(validate(sound(), {assessed(), assessed()})) ==
        "rating.assessed_twice events[1].cycle\n");
}

TEST_CASE("every fault of ratings stands in the documentation") {
  const std::string page = read_file(GRIDCASE_TESTS_DIR "/../src/model/rating.schema.md");
  const std::string source = read_file(GRIDCASE_TESTS_DIR "/../src/rules/validate_rating.cpp");
  std::set<std::string> codes;
  for (std::size_t at = source.find("rror(\""); at != std::string::npos;
       at = source.find("rror(\"", at + 1))
    codes.insert(source.substr(at + 6, source.find('"', at + 6) - at - 6));
  CHECK(codes.size() == 18);
  for (const std::string& code : codes) {
    CAPTURE(code);
    CHECK(page.find("`rating." + code + "`") != std::string::npos);
  }
}
