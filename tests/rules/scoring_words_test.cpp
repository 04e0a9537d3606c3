#include "support/scoring.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

// A sheet with one of everything.
ScoreRules sheet() {
  ScoreNode volume = linear_node("volume", decimal(10), "c1");
  volume.out_of = decimal(100);
  volume.scale->what = BandScale{{{ScoreBand::Bound::at_least, decimal(501), decimal(75), false},
                                  {ScoreBand::Bound::rest, {}, decimal(0), false}}};
  ScoreNode late = linear_node("late", decimal(30), "");
  late.scale.reset();
  late.changes = {change_of("r2", decimal(-1)), change_of("c2", parse_decimal("-0.2"))};
  late.changes[0].below = decimal(70);
  late.changes[0].most = decimal(1);
  late.changes[1].english = "Rework";
  late.changes[1].chinese = "返工";
  late.changes[1].channels = {{"media", decimal(2)}};
  ScoreNode hand = linear_node("hand", decimal(20), "");
  hand.scale.reset();
  hand.manual = ManualScale{{"judge"}};
  ScoreRules rules = rules_of({linear_node("closing", decimal(20), "r1"), volume, late, hand,
                               linear_node("none", decimal(20), "r3")});
  rules.sheet.vetoes.emplace_back().measure = "c3";
  rules.sheet.vetoes[0].english = "Falsified";
  rules.sheet.vetoes[0].chinese = "弄虚作假";
  rules.sheet.vetoes[0].ceiling = decimal(60);
  rules.grades = {{"A", decimal(90), false}, {"E", decimal(0), false}};
  return rules;
}

Score example() {
  FigureTable table;
  table.set("r1", "u", {5912, 6026}).set("c1", "u", {600, 1}).set("r2", "u", {342, 500});
  table.set("c2", "u", {7, 1}).set("c2", "u", {2, 1}, "media").set("c3", "u", {1, 1});
  return score_of(sheet(), table, {{"u", "hand", parse_decimal("15.5"), "judge", "trained", ""}});
}

}  // namespace

TEST_CASE("a score is explained in English, down to what is divided by what") {
  CHECK(in_words(example(), Language::english) ==
        "Unit (u): 60.00, grade E, rank 1\n"
        "  Node total: 60.00 of 100\n"
        "    - 20 points of what does not apply are spread: all others × 5/4\n"
        "    - veto Falsified: Figure c3 1 is above 0: at most 60\n"
        "    Node closing: 24.53 of 25 (19.62 of 20 inside)\n"
        "      - Figure r1 98.11% (5912 of 6026): 19.62 of 20\n"
        "    Node volume: 9.38 of 12.50 (75.00 of 100 inside)\n"
        "      - Figure c1 600, at least 501: 75 of 100\n"
        "    Node late: 34.00 of 37.50 (27.20 of 30 inside)\n"
        "      - from the full mark of 30\n"
        "      - Figure r2 68.40% (342 of 500), below 70: 1.60 × -1 = -1 (the most)\n"
        "      - Figure c2 through media 2 count 2 times\n"
        "      - Rework: Figure c2 7: 9 × -0.2 = -1.80\n"
        "    Node hand: 19.38 of 25 (15.50 of 20 inside)\n"
        "      - 15.5 of 20, given by judge: trained\n"
        "    Node none: n/a\n"
        "      - Figure r3 n/a (0 of 0): its points go to the parts beside it\n");
}

TEST_CASE("a score is explained in Chinese, down to what is divided by what") {
  CHECK(in_words(example(), Language::chinese) ==
        "Unit（u）：60.00 分，等级 E，第 1 名\n"
        "  项total：60.00 分（满分 100）\n"
        "    - 不适用项的 20 分已分摊：其余各项 × 5/4\n"
        "    - 一票否决 弄虚作假：指标c3 1 高于 0：最高 60 分\n"
        "    项closing：24.53 分（满分 25），内部 19.62/20\n"
        "      - 指标r1 98.11%（5912/6026）：19.62/20 分\n"
        "    项volume：9.38 分（满分 12.50），内部 75.00/100\n"
        "      - 指标c1 600，不低于 501：75/100 分\n"
        "    项late：34.00 分（满分 37.50），内部 27.20/30\n"
        "      - 满分 30 起算\n"
        "      - 指标r2 68.40%（342/500），低于 70：1.60 × -1 = -1（上限）\n"
        "      - 指标c2（media） 2 按 2 倍计\n"
        "      - 返工：指标c2 7：9 × -0.2 = -1.80\n"
        "    项hand：19.38 分（满分 25），内部 15.50/20\n"
        "      - 15.5/20 分，judge 评定：trained\n"
        "    项none：不适用\n"
        "      - 指标r3 不适用（0/0）：分值由同级各项分摊\n");
}

TEST_CASE("without any figure it is n/a, never another word") {
  const std::string english =
      in_words(score_of(rules_of({linear_node("a", decimal(1), "r")}), {}), Language::english);
  CHECK(english == "Unit (u): n/a\n"
                   "  Node total: n/a\n"
                   "    - n/a, none of its parts applies: its points go to the parts beside it\n"
                   "    Node a: n/a\n"
                   "      - Figure r n/a (0 of 0): its points go to the parts beside it\n");
  CHECK(in_words(score_of(sheet(), {}), Language::chinese).find("NaN") == std::string::npos);
}

TEST_CASE("full mark and none are said, too") {
  ScoreRules rules =
      rules_of({linear_node("a", decimal(50), "r"), linear_node("b", decimal(50), "r")});
  rules.sheet.parts[0].not_applicable = NotApplicable::full;
  rules.sheet.parts[1].not_applicable = NotApplicable::zero;
  const std::string words = in_words(score_of(rules, {}), Language::english);
  CHECK(words.find("Figure r n/a (0 of 0): full mark") != std::string::npos);
  CHECK(words.find("Figure r n/a (0 of 0): no points") != std::string::npos);
}

TEST_CASE("a name in one language stands in for the other, and a code for both") {
  ScoreRules rules = rules_of({linear_node("a", decimal(1), "r")});
  rules.sheet.english.clear();
  rules.sheet.parts[0].chinese.clear();
  const Score score = score_of(rules, FigureTable().set("r", "u", {1, 1}));
  CHECK(in_words(score, Language::english).find("  项total: 1.00 of 1\n") != std::string::npos);
  CHECK(in_words(score, Language::chinese).find("  Node a：1.00 分（满分 1）\n") !=
        std::string::npos);
}
