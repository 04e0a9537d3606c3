#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <gridcase/rating.hpp>

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::string page() { return read_file(GRIDCASE_TESTS_DIR "/../src/model/rating.schema.md"); }

std::string example(int number) {
  const std::string text = page();
  std::size_t begin = 0;
  for (int i = 0; i <= number; ++i)
    begin = text.find("```json\n", begin) + 8;
  return text.substr(begin, text.find("```\n", begin) - begin);
}

template <typename Read> std::string faults_of(Read read, const std::string& json) {
  try {
    read(json);
  } catch (const DocumentError& error) {
    return places_of_faults(error.faults());
  }
  return "";
}

}  // namespace

TEST_CASE("the examples of the page are read, valid and written back the same") {
  const RatingScheme scheme = read_rating_scheme(example(0));
  CHECK(scheme.aspects.at(1).points == decimal(60));
  CHECK(scheme.aspects.at(1).syn);
  CHECK(scheme.waiting == 1);
  CHECK(scheme.highest == 5);
  CHECK(scheme.below == BelowBar::keep);
  CHECK(places_of_faults(validate(scheme)) == "");
  const std::string written = write_rating_scheme(scheme);
  CHECK(write_rating_scheme(read_rating_scheme(written)) == written);

  const std::vector<RatingEvent> events = read_rating_events(example(1));
  CHECK(events.at(0).marks.at(0).points == parse_decimal("35.5"));
  CHECK(events.at(1).kind == RatingEvent::Kind::veto);
  CHECK(events.at(1).basis == "report 12");
  CHECK(places_of_faults(validate(scheme, events)) == "");
  const std::string lines = write_rating_events(events);
  CHECK(write_rating_events(read_rating_events(lines)) == lines);
  CHECK(read_rating_events(write_rating_events({})).empty());
}

TEST_CASE("every word and number of a scheme comes back") {
  RatingScheme scheme = read_rating_scheme(example(0));
  scheme.english = "Stars";
  scheme.cycle_months = 6;
  scheme.step = 2;
  scheme.highest = 3;
  scheme.waiting = 0;
  scheme.source = "paper";
  scheme.vetoes[0].syn = true;
  for (const BelowBar below : {BelowBar::keep, BelowBar::step_down, BelowBar::remove}) {
    scheme.below = below;
    const RatingScheme again = read_rating_scheme(write_rating_scheme(scheme));
    CHECK(write_rating_scheme(again) == write_rating_scheme(scheme));
    CHECK(again.below == below);
    CHECK(again.waiting == 0);
    CHECK(again.step == 2);
  }
}

TEST_CASE("all faults of form are told at once") {
  CHECK(
      faults_of(read_rating_scheme, R"({"code": 1, "first_day": "soon", "bar": 1.5, "below": "fall",
    "aspects": [{"points": "x"}], "vetoes": [{}], "stepp": 1})") ==
      "json.type code\njson.date first_day\njson.missing aspects[0].code\n"
      "json.decimal aspects[0].points\njson.decimal bar\njson.unknown_word below\n"
      "json.missing vetoes[0].code\njson.unknown_key stepp\n");
  CHECK(faults_of(read_rating_events,
                  R"({"events": [{"kind": "prize", "unit": "a", "day": "2022-01-01"},
    {"kind": "veto", "unit": "", "cycle": 2}, {"kind": "assessment", "marks": [{}]}]})") ==
        "json.unknown_word events[0].kind\njson.missing events[0].cycle\njson.missing "
        "events[0].marks\n"
        "json.missing events[1].unit\njson.missing events[1].day\njson.missing events[1].veto\n"
        "json.missing events[1].reason\njson.unknown_key events[1].cycle\n"
        "json.missing events[2].unit\njson.missing events[2].day\njson.missing events[2].cycle\n"
        "json.missing events[2].marks[0].aspect\njson.missing events[2].marks[0].points\n");
  for (const char* json : {"", "[]", "{", "null", R"({"events": {}})"}) {
    CAPTURE(json);
    CHECK_THROWS_AS(read_rating_events(json), DocumentError);
    CHECK_THROWS_AS(read_rating_scheme(json), DocumentError);
  }
}

TEST_CASE("every key that is read stands on the page") {
  const std::string text = page();
  for (const char* key :
       {"code", "english", "chinese", "first_day", "cycle_months", "aspects", "points", "syn",
        "bar",  "step",    "highest", "waiting",   "below",        "vetoes",  "source", "kind",
        "unit", "day",     "cycle",   "marks",     "aspect",       "veto",    "reason", "basis"}) {
    CAPTURE(key);
    CHECK(text.find("`" + std::string(key) + "`") != std::string::npos);
  }
}
