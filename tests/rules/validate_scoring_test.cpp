#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>

using namespace gridcase;
using namespace gridcase::test;

namespace {

ScoreRules sound() {
  ScoreNode bands = linear_node("b", decimal(30), "c");
  bands.scale->what = BandScale{{{ScoreBand::Bound::at_least, decimal(5), decimal(30), false},
                                 {ScoreBand::Bound::rest, {}, decimal(0), false}}};
  ScoreNode changed = linear_node("x", decimal(30), "");
  changed.scale.reset();
  changed.changes = {change_of("c", decimal(-1))};
  changed.changes[0].channels = {{"media", decimal(2)}};
  changed.vetoes.emplace_back().measure = "c";
  return rules_of({linear_node("a", decimal(40), "r"), bands, changed});
}

std::string after(const std::function<void(ScoreRules&)>& change) {
  ScoreRules rules = sound();
  change(rules);
  return places_of_faults(validate(rules, score_measures()));
}

std::string after_node(const std::function<void(ScoreNode&)>& change) {
  return after([&](ScoreRules& rules) { change(rules.sheet.parts[2]); });
}

std::string after_bands(std::vector<ScoreBand> bands) {
  return after(
      [&](ScoreRules& rules) { rules.sheet.parts[1].scale->what = BandScale{std::move(bands)}; });
}

ScoreBand band(ScoreBand::Bound bound, std::int32_t figure, std::int32_t marks) {
  return {bound, decimal(figure), decimal(marks), false};
}

}  // namespace

TEST_CASE("sound rules have no fault") {
  CHECK(after([](ScoreRules&) {}) == "");
}

TEST_CASE("each fault of the head is told by its own code and place") {
  CHECK(after([](ScoreRules& rules) { rules.code = "a b"; }) == "score.code_invalid code\n");
  CHECK(after([](ScoreRules& rules) { rules.english = rules.chinese = ""; }) ==
        "score.name_missing \n");
  CHECK(after([](ScoreRules& rules) {
          rules.valid_from = {2018, 2, 29};
        }) == "score.valid_from valid_from\n");
  CHECK(after([](ScoreRules& rules) { rules.who = {}; }) == "score.who who\n");
  CHECK(after([](ScoreRules& rules) {
          rules.who.units = {"a", "", "a"};
        }) == "score.who who.units[1]\nscore.who who.units[2]\n");
  CHECK(after([](ScoreRules& rules) {
          rules.grades = {
              {"A", decimal(90), false}, {"A", decimal(90), false}, {"", decimal(80), false}};
        }) == "score.grade_name grades[1].grade\nscore.grade_order grades[1].at_least\n"
              "score.grade_name grades[2].grade\n");
}

TEST_CASE("each fault of a node is told by its own code and place") {
  CHECK(after_node([](ScoreNode& node) { node.code = "a"; }) ==
        "score.node_code_twice sheet.parts[2].code\n");
  CHECK(after_node([](ScoreNode& node) { node.code = "甲"; }) ==
        "score.node_code_invalid sheet.parts[2].code\n");
  CHECK(after_node([](ScoreNode& node) { node.english = node.chinese = ""; }) ==
        "score.name_missing sheet.parts[2]\n");
  CHECK(after_node([](ScoreNode& node) { node.points = decimal(29); }) ==
        "score.sum sheet.parts\n");
  CHECK(after_node([](ScoreNode& node) {
          node.out_of = decimal(0);
        }).find("score.points sheet.parts[2].out_of\n") == 0);
  CHECK(after_node([](ScoreNode& node) { node.floor = decimal(31); }) ==
        "score.floor sheet.parts[2].floor\n");
  CHECK(after_node([](ScoreNode& node) { node.most = decimal(0); }) ==
        "score.most sheet.parts[2].most\n");
  CHECK(after_node([](ScoreNode& node) {
          node.floor = decimal(-10);
          node.most = decimal(0);
        }) == "");
  CHECK(after_node([](ScoreNode& node) { node.changes.clear(); }) ==
        "score.content sheet.parts[2]\n");
  CHECK(after_node([](ScoreNode& node) {
          node.scale = ScoreScale{"r", {}, LinearScale{}, false};
          node.manual = ManualScale{{"p"}};
        }) == "score.content sheet.parts[2]\n");
  CHECK(after_node([](ScoreNode& node) { node.manual = ManualScale{}; }) ==
        "score.assessors sheet.parts[2].manual.assessors\n");
  CHECK(after_node([](ScoreNode& node) {
          node.manual = ManualScale{{"p", ""}};
        }) == "score.assessors sheet.parts[2].manual.assessors\n");
  CHECK(after([](ScoreRules& rules) { rules.sheet.extra = true; }) ==
        "score.extra_sheet sheet.extra\n");
}

TEST_CASE("an extra does not count in the sum of the parts") {
  CHECK(after_node([](ScoreNode& node) { node.extra = true; }) == "score.sum sheet.parts\n");
  CHECK(after([](ScoreRules& rules) {
          rules.sheet.parts.push_back(linear_node("bonus", decimal(5), "r"));
          rules.sheet.parts.back().extra = true;
        }) == "");
}

TEST_CASE("each fault of scales, changes and vetoes is told by its own code and place") {
  CHECK(after([](ScoreRules& rules) { rules.sheet.parts[0].scale->measure = "unknown"; }) ==
        "score.measure_unknown sheet.parts[0].scale.measure\n");
  CHECK(after([](ScoreRules& rules) {
          rules.sheet.parts[0].scale->what = LinearScale{decimal(7), decimal(7)};
        }) == "score.linear sheet.parts[0].scale.full_at\n");
  const std::string at = " sheet.parts[2].changes[0]";
  CHECK(after_node([](ScoreNode& node) { node.changes[0].measure = ""; }) ==
        "score.measure_unknown" + at + ".measure\n");
  CHECK(after_node([](ScoreNode& node) { node.changes[0].points = decimal(0); }) ==
        "score.change_points" + at + ".points\n");
  CHECK(after_node([](ScoreNode& node) { node.changes[0].every = decimal(0); }) ==
        "score.change_every" + at + ".every\n");
  CHECK(after_node([](ScoreNode& node) { node.changes[0].every = decimal(-1); }) ==
        "score.change_every" + at + ".every\n");
  CHECK(after_node([](ScoreNode& node) { node.changes[0].most = decimal(-1); }) ==
        "score.change_most" + at + ".most\n");
  CHECK(after_node([](ScoreNode& node) {
          node.changes[0].below = decimal(1);
          node.changes[0].above = decimal(1);
        }) == "score.change_bounds" + at + "\n");
  CHECK(after_node([](ScoreNode& node) { node.changes[0].measure = "r"; }) ==
        "score.channels" + at + ".channels\n");
  CHECK(after_node([](ScoreNode& node) {
          node.changes[0].channels = {{"", decimal(-1)}, {"x", decimal(0)}, {"x", decimal(1001)}};
        }) == "score.channels" + at + ".channels[0].channel\nscore.channels" + at +
                  ".channels[0].factor\nscore.channels" + at +
                  ".channels[2].channel\nscore.channels" + at + ".channels[2].factor\n");
  CHECK(after_node([](ScoreNode& node) { node.vetoes[0].ceiling = decimal(30); }) ==
        "score.veto_ceiling sheet.parts[2].vetoes[0].ceiling\n");
  CHECK(after_node([](ScoreNode& node) { node.vetoes[0].measure = "unknown"; }) ==
        "score.measure_unknown sheet.parts[2].vetoes[0].measure\n");
}

TEST_CASE("a band that could never be reached is a fault") {
  using Bound = ScoreBand::Bound;
  const std::string at = "sheet.parts[1].scale.bands";
  CHECK(after_bands({}) == "score.bands " + at + "\n");
  CHECK(after_bands({band(Bound::at_least, 5, 1), band(Bound::at_least, 5, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::at_least, 5, 1), band(Bound::above, 5, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::above, 5, 1), band(Bound::at_least, 5, 1)}) == "");
  CHECK(after_bands({band(Bound::below, 5, 1), band(Bound::at_most, 5, 1)}) == "");
  CHECK(after_bands({band(Bound::at_most, 5, 1), band(Bound::below, 5, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::at_least, 5, 1), band(Bound::at_least, 6, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::at_least, 5, 1), band(Bound::at_most, 4, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::rest, 0, 1), band(Bound::at_most, 4, 1)}) ==
        "score.bands " + at + "[1]\n");
  CHECK(after_bands({band(Bound::at_least, 5, 31), band(Bound::at_least, 4, -1)}) ==
        "score.band_marks " + at + "[0].marks\nscore.band_marks " + at + "[1].marks\n");
}

TEST_CASE("sheets that are too deep or too large are refused") {
  ScoreNode node = linear_node("leaf", decimal(1), "r");
  for (int i = 0; i < 20; ++i)
    node = branch_node("n" + std::to_string(i), decimal(1), {node});
  CHECK(after([&](ScoreRules& rules) { rules.sheet = node; }).find("score.depth sheet.parts[0]") ==
        0);
  CHECK(after([&](ScoreRules& rules) {
          std::vector<ScoreNode> parts;
          for (int i = 0; i < 1000; ++i)
            parts.push_back(linear_node("n" + std::to_string(i), decimal(1), "r"));
          rules.sheet = branch_node("total", decimal(1000), parts);
        }) == "score.size sheet\n");
}

TEST_CASE("all faults are told at once, in the order of the document") {
  CHECK(after([](ScoreRules& rules) {
          rules.code = "";
          rules.sheet.parts[2].code = "";
          rules.sheet.parts[0].scale->measure = "";
          rules.sheet.parts[2].changes[0].every = decimal(0);
        }) == "score.code_invalid code\n"
              "score.measure_unknown sheet.parts[0].scale.measure\n"
              "score.node_code_invalid sheet.parts[2].code\n"
              "score.change_every sheet.parts[2].changes[0].every\n");
}

TEST_CASE("every fault of rules over scores stands in the documentation, and says what to do") {
  const std::string page = read_file(GRIDCASE_TESTS_DIR "/../src/model/scoring.schema.md");
  const std::string source = read_file(GRIDCASE_TESTS_DIR "/../src/rules/validate_scoring.cpp");
  std::set<std::string> codes{"band_bounds"};
  for (std::size_t at = source.find("rror(\""); at != std::string::npos;
       at = source.find("rror(\"", at + 1))
    codes.insert(source.substr(at + 6, source.find('"', at + 6) - at - 6));
  CHECK(codes.size() > 25);
  for (const std::string& code : codes) {
    CAPTURE(code);
    CHECK(page.find("`score." + code + "`") != std::string::npos);
  }
  ScoreRules rules = sound();
  rules.sheet.parts[2] = {};
  for (const Fault& fault : validate(rules, score_measures())) {
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
  }
}
