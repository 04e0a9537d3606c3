#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <gridcase/scoring.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::string page() { return read_file(GRIDCASE_TESTS_DIR "/../src/model/scoring.schema.md"); }

std::string example() {
  const std::string text = page();
  const std::size_t begin = text.find("```json\n") + 8;
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

std::string faults_of_form(const std::string& json) { return faults_of(read_score_rules, json); }

// A sheet with this node in it.
std::string with_node(const std::string& node) {
  return R"({"code": "a", "valid_from": "2018-01-01", "who": {}, "sheet": )" + node + "}";
}

std::string with_points(const std::string& points) {
  return faults_of_form(with_node(R"({"code": "t", "points": )" + points + "}"));
}

}  // namespace

TEST_CASE("the example of the page is read and written back the same") {
  const ScoreRules rules = read_score_rules(example());
  CHECK(rules.valid_from == Date{2018, 1, 1});
  CHECK(rules.who.kinds == std::vector<UnitKind>{UnitKind::command_room});
  CHECK(rules.who.tiers == std::vector<Tier>{Tier::township});
  CHECK(rules.grades.at(1).at_least == decimal(75));
  CHECK(rules.sheet.most == decimal(105));
  CHECK(rules.sheet.vetoes.at(0).ceiling == decimal(60));
  const ScoreNode& cases = rules.sheet.parts.at(0);
  CHECK(cases.out_of == decimal(100));
  CHECK(std::get<LinearScale>(cases.parts.at(0).scale->what).full_at == decimal(100));
  const auto& bands = std::get<BandScale>(cases.parts.at(1).scale->what).bands;
  CHECK(bands.at(0).bound == ScoreBand::Bound::at_least);
  CHECK(bands.at(0).figure == decimal(2001));
  CHECK(bands.at(2).bound == ScoreBand::Bound::rest);
  const ScoreChange& late = cases.parts.at(2).changes.at(0);
  CHECK(late.points.millionths == -500000);
  CHECK(late.part == StepPart::begun);
  CHECK(late.most == decimal(20));
  CHECK(cases.parts.at(2).changes.at(1).channels.at(0).factor == decimal(2));
  CHECK(rules.sheet.parts.at(2).extra);
  CHECK(rules.sheet.parts.at(1).not_applicable == NotApplicable::full);
  const std::string written = write_score_rules(rules);
  CHECK(write_score_rules(read_score_rules(written)) == written);
}

TEST_CASE("the example of the page is without a fault") {
  const MeasureLookup measures = [](std::string_view code) {
    static MeasureDefinition rate;
    static MeasureDefinition count;
    rate.form = MeasureForm::rate;
    return code.find("rate") == std::string_view::npos ? &count : &rate;
  };
  CHECK(places_of_faults(validate(read_score_rules(example()), measures)) == "");
}

TEST_CASE("everything a rule set can say comes back") {
  ScoreRules rules = read_score_rules(example());
  rules.syn = false;
  rules.who = {{}, {}, {"u1", "u2"}, {"seat"}, {"p1"}};
  rules.grades[0].syn = true;
  ScoreNode& node = rules.sheet.parts[0].parts[0];
  node.floor = parse_decimal("-0.5");
  node.syn = true;
  node.source = "a paper";
  node.scale->syn = true;
  node.scale->what = LinearScale{parse_decimal("99.5"), decimal(10)};
  ScoreNode& bands = rules.sheet.parts[0].parts[1];
  std::get<BandScale>(bands.scale->what).bands = {
      {ScoreBand::Bound::at_most, decimal(0), decimal(3), true},
      {ScoreBand::Bound::below, parse_decimal("2.5"), decimal(2), false}};
  ScoreChange& change = rules.sheet.parts[0].parts[2].changes[0];
  change.code = "late";
  change.english = "Late";
  change.chinese = "逾期";
  change.above = change.below;
  change.below.reset();
  change.every = parse_decimal("0.1");
  change.syn = true;
  change.channels = {{"x", parse_decimal("1.5")}};
  rules.sheet.vetoes[0].syn = true;
  const std::string written = write_score_rules(rules);
  const ScoreRules again = read_score_rules(written);
  CHECK(write_score_rules(again) == written);
  const ScoreChange& back = again.sheet.parts[0].parts[2].changes[0];
  CHECK(back.above == decimal(95));
  CHECK_FALSE(back.below);
  CHECK(back.every == parse_decimal("0.1"));
  CHECK(back.channels.at(0).factor == parse_decimal("1.5"));
  CHECK(again.sheet.parts[0].parts[0].floor == parse_decimal("-0.5"));
  CHECK(again.who.persons == std::vector<std::string>{"p1"});
  CHECK(std::get<BandScale>(again.sheet.parts[0].parts[1].scale->what).bands[1].figure ==
        parse_decimal("2.5"));
}

TEST_CASE("numbers are whole or texts; fractions of JSON are refused, with what to write") {
  CHECK(with_points("1") == "");
  CHECK(with_points("\"0.25\"") == "");
  for (const char* points : {"0.5", "1e2", "\"1e2\"", "true", "[]", "{}", "1e400", "9999999999",
                             "-99999999999999999999", "\"0.1234567\"", "18446744073709551615"}) {
    CAPTURE(points);
    CHECK(with_points(points) == "json.decimal sheet.points\n");
  }
  CHECK(with_points("null") == "json.missing sheet.points\n");
}

TEST_CASE("all faults of form are told at once") {
  CHECK(faults_of_form(
            R"({"code": "", "valid_from": "2018-02-30", "who": {"kinds": ["rom"], "tiers": 1},
    "grades": [{"grade": "A"}], "sheet": {"points": 1, "not_applicable": "skip", "pionts": 2,
    "scale": {"kind": "bandz"}, "manual": {}, "vetoes": [{}],
    "changes": [{"part": "half", "channels": [{}]}],
    "parts": [{"code": "b", "points": 1, "scale": {"kind": "bands", "measure": "c",
       "bands": [{"at_least": 1, "below": 2, "marks": 1}, {}]}}, 5]}})") ==
        "json.missing code\n"
        "json.date valid_from\n"
        "json.unknown_word who.kinds[0]\n"
        "json.type who.tiers\n"
        "json.missing grades[0].at_least\n"
        "json.missing sheet.code\n"
        "json.unknown_word sheet.not_applicable\n"
        "json.unknown_word sheet.scale.kind\n"
        "json.missing sheet.scale.measure\n"
        "json.missing sheet.manual.assessors\n"
        "json.missing sheet.changes[0].measure\n"
        "json.unknown_word sheet.changes[0].part\n"
        "json.missing sheet.changes[0].points\n"
        "json.missing sheet.changes[0].channels[0].channel\n"
        "json.missing sheet.vetoes[0].measure\n"
        "score.band_bounds sheet.parts[0].scale.bands[0]\n"
        "json.missing sheet.parts[0].scale.bands[1].marks\n"
        "json.type sheet.parts[1]\n"
        "json.unknown_key sheet.pionts\n");
}

TEST_CASE("hostile documents are refused, not believed") {
  for (const char* json :
       {"", "[]", "null", "{", "{\"code\": \"a\", \"code\": \"b\"}", "\"x\"", "1e999"}) {
    CAPTURE(json);
    CHECK_THROWS_AS(read_score_rules(json), DocumentError);
    CHECK_THROWS_AS(read_score_marks(json), DocumentError);
  }
  std::string deep = R"({"code": "t", "points": 1})";
  for (int i = 0; i < 100; ++i)
    deep = R"({"code": "t", "points": 1, "parts": [)" + deep + "]}";
  CHECK_THROWS_AS(read_score_rules(with_node(deep)), DocumentError);
}

TEST_CASE("marks come back as they were") {
  const std::vector<ScoreMark> marks{
      {"u", "building", parse_decimal("-2.5"), "p1", "no \"duty\"", "note 3"},
      {"v", "building", decimal(3), "p1", "好", ""}};
  const std::string written = write_score_marks(marks);
  const std::vector<ScoreMark> again = read_score_marks(written);
  CHECK(write_score_marks(again) == written);
  CHECK(again.at(0).marks == parse_decimal("-2.5"));
  CHECK(again.at(0).basis == "note 3");
  CHECK(faults_of(read_score_marks, R"({"marks": [{"marks": 0.5, "reason": ""}]})") ==
        "json.missing marks[0].subject\njson.missing marks[0].node\njson.missing marks[0].by\n"
        "json.decimal marks[0].marks\njson.missing marks[0].reason\n");
}

TEST_CASE("every key that is read stands on the page") {
  const std::string text = page();
  for (const char* key :
       {"code",    "english",  "chinese", "valid_from", "who",       "sheet",          "grades",
        "grade",   "at_least", "syn",     "source",     "kinds",     "tiers",          "units",
        "posts",   "persons",  "points",  "out_of",     "extra",     "not_applicable", "floor",
        "most",    "parts",    "scale",   "manual",     "assessors", "changes",        "vetoes",
        "kind",    "measure",  "zero_at", "full_at",    "bands",     "above",          "at_most",
        "below",   "marks",    "every",   "part",       "channels",  "channel",        "factor",
        "ceiling", "subject",  "node",    "by",         "reason",    "basis"}) {
    CAPTURE(key);
    CHECK(text.find("`" + std::string(key) + "`") != std::string::npos);
  }
}
