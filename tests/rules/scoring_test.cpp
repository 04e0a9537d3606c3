// Scores, against tables reckoned by hand.
#include "support/scoring.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;
using namespace gridcase::test;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

FigureTable with(const std::string& measure, Ratio ratio) {
  return FigureTable().set(measure, "u", ratio);
}

ScoreNode with_scale(ScoreNode node, const std::string& measure, std::vector<ScoreBand> bands) {
  node.scale = ScoreScale{measure, {}, BandScale{std::move(bands)}, false};
  return node;
}

ScoreNode with_changes(std::string code, Decimal points, std::vector<ScoreChange> changes) {
  ScoreNode node = linear_node(code, points, "");
  node.scale.reset();
  node.changes = std::move(changes);
  return node;
}

ScoreNode by_hand(std::string code, Decimal points) {
  ScoreNode node = with_changes(std::move(code), points, {});
  node.manual = ManualScale{{"judge"}};
  return node;
}

ScoreBand at_least(std::int32_t figure, Decimal marks) {
  return {ScoreBand::Bound::at_least, decimal(figure), marks, false};
}
ScoreBand at_most(std::int32_t figure, Decimal marks) {
  return {ScoreBand::Bound::at_most, decimal(figure), marks, false};
}
ScoreBand below(std::int32_t figure, Decimal marks) {
  return {ScoreBand::Bound::below, decimal(figure), marks, false};
}
ScoreBand rest(Decimal marks) { return {ScoreBand::Bound::rest, {}, marks, false}; }

std::string marks_at(const ScoreRules& rules, const std::string& measure, std::int64_t count) {
  return total_of(rules, with(measure, {count, 1}));
}

ScoreChange missing(Decimal below, Decimal points, StepPart part = StepPart::exact) {
  ScoreChange change = change_of("r", points);
  change.below = below;
  change.part = part;
  return change;
}

}  // namespace

TEST_CASE("figures that were published come out as they were published") {
  const ScoreRules rules = rules_of({linear_node("a", decimal(100), "r")});
  CHECK(total_of(rules, with("r", {11267, 11294})) == "99.76");
  CHECK(total_of(rules, with("r", {5912, 6026})) == "98.11");
  CHECK(total_of(rules, with("r", {64, 91})) == "70.33");
  CHECK(total_of(rules, with("r", {666, 666})) == "100.00");
  CHECK(total_of(rules, with("r", {1025, 1025})) == "100.00");
  CHECK(total_of(rules, with("r", {25, 177})) == "14.12");
  CHECK(total_of(rules, with("r", {25, 25})) == "100.00");
  CHECK(total_of(rules, with("r", {37453 + 7097, 246534})) == "18.07");
  CHECK(total_of(rules, with("r", {0, 0})) == "n/a");
}

TEST_CASE("volume is scored by tiers, each with its lower bound") {
  ScoreNode node = with_scale(linear_node("a", decimal(25), ""), "c",
                              {at_least(2001, decimal(100)), at_least(1201, decimal(90)),
                               at_least(501, decimal(75)), at_least(301, decimal(60)),
                               at_least(101, decimal(40)), rest(decimal(0))});
  node.out_of = decimal(100);
  const ScoreRules rules = rules_of({node});
  const std::vector<std::pair<std::int64_t, std::string>> table{
      {9999, "25.00"}, {2001, "25.00"}, {2000, "22.50"}, {1201, "22.50"},
      {1200, "18.75"}, {501, "18.75"},  {500, "15.00"},  {301, "15.00"},
      {300, "10.00"},  {101, "10.00"},  {100, "0.00"},   {0, "0.00"}};
  for (const auto& row : table) {
    CAPTURE(row.first);
    CHECK(marks_at(rules, "c", row.first) == row.second);
  }
}

TEST_CASE("few filed cases are better where less is expected") {
  const ScoreRules grid =
      rules_of({with_scale(linear_node("a", decimal(100), ""), "c",
                           {at_most(0, decimal(100)), below(3, decimal(90)), below(5, decimal(75)),
                            below(7, decimal(60)), below(9, decimal(40)), rest(decimal(0))})});
  const std::vector<std::string> table{"100.00", "90.00", "90.00", "75.00", "75.00",
                                       "60.00",  "60.00", "40.00", "40.00", "0.00"};
  for (std::size_t count = 0; count < table.size(); ++count) {
    CAPTURE(count);
    CHECK(marks_at(grid, "c", static_cast<std::int64_t>(count)) == table[count]);
  }
  const ScoreRules department = rules_of({with_scale(
      linear_node("a", decimal(10), ""), "c",
      {at_most(50, decimal(10)), at_most(100, decimal(9)), at_most(200, parse_decimal("7.5")),
       at_most(500, decimal(6)), at_most(1000, decimal(4))})});
  CHECK(marks_at(department, "c", 50) == "10.00");
  CHECK(marks_at(department, "c", 51) == "9.00");
  CHECK(marks_at(department, "c", 200) == "7.50");
  CHECK(marks_at(department, "c", 1000) == "4.00");
  CHECK(marks_at(department, "c", 1001) == "0.00");  // no band takes it
}

TEST_CASE("bands take rates in percent, exactly at their bound") {
  const ScoreRules rules =
      rules_of({with_scale(linear_node("a", decimal(10), ""), "r",
                           {{ScoreBand::Bound::above, decimal(90), decimal(10), false},
                            at_least(90, decimal(8)),
                            at_least(60, decimal(5))})});
  CHECK(total_of(rules, with("r", {9001, 10000})) == "10.00");
  CHECK(total_of(rules, with("r", {9, 10})) == "8.00");
  CHECK(total_of(rules, with("r", {899999, 1000000})) == "5.00");
  CHECK(total_of(rules, with("r", {3, 5})) == "5.00");
  CHECK(total_of(rules, with("r", {599999, 1000000})) == "0.00");
}

TEST_CASE("a line may fall, and ends at its bounds") {
  ScoreNode fall = linear_node("a", decimal(30), "r");
  fall.scale->what = LinearScale{decimal(100), decimal(0)};
  CHECK(total_of(rules_of({fall}), with("r", {1, 4})) == "22.50");
  CHECK(total_of(rules_of({fall}), with("r", {5, 4})) == "0.00");
  ScoreNode span = linear_node("a", decimal(20), "r");
  span.scale->what = LinearScale{decimal(60), decimal(90)};
  CHECK(total_of(rules_of({span}), with("r", {1, 2})) == "0.00");
  CHECK(total_of(rules_of({span}), with("r", {6, 10})) == "0.00");
  CHECK(total_of(rules_of({span}), with("r", {7, 10})) == "6.67");  // 20 × 10 ÷ 30
  CHECK(total_of(rules_of({span}), with("r", {19, 20})) == "20.00");
}

TEST_CASE("times count in hours") {
  ScoreNode node = linear_node("a", decimal(10), "m");
  node.scale->what = LinearScale{decimal(10), decimal(0)};
  // 7 h 30 min over 3 cases: 2.5 h each
  const Score score = score_of(rules_of({node}), with("m", {27'000'000'000, 3}));
  CHECK(score.total == 750);
  CHECK(node_of(score.sheet, "a").figures.at(0).value == "2.50");
}

TEST_CASE("each missing percent costs, in one of three ways of counting parts") {
  const Ratio figure{342, 500};  // 68.4 %
  for (const auto& [part, points] : {std::pair{StepPart::exact, "48.40"},
                                     {StepPart::begun, "48.00"},
                                     {StepPart::whole, "49.00"}}) {
    const ScoreRules rules =
        rules_of({with_changes("a", decimal(50), {missing(decimal(70), decimal(-1), part)})});
    CHECK(total_of(rules, with("r", figure)) == points);
    CHECK(total_of(rules, with("r", {7, 10})) == "50.00");
    CHECK(total_of(rules, with("r", {1, 1})) == "50.00");
    CHECK(total_of(rules, with("r", {67, 100})) == "47.00");
  }
}

TEST_CASE("what is taken ends at the floor, and before at the most of its rule") {
  ScoreChange change = missing(decimal(100), decimal(-1));
  ScoreNode node = with_changes("a", decimal(50), {change});
  CHECK(total_of(rules_of({node}), with("r", {2, 5})) == "0.00");  // 60 are missing
  node.floor = decimal(5);
  CHECK(total_of(rules_of({node}), with("r", {2, 5})) == "5.00");
  node.floor = decimal(-20);
  ScoreRules rules = rules_of({node});
  CHECK(total_of(rules, with("r", {2, 5})) == "0.00");  // the sheet has a floor of its own
  rules.sheet.floor = decimal(-20);
  CHECK(total_of(rules, with("r", {2, 5})) == "-10.00");
  CHECK(total_of(rules, with("r", {0, 5})) == "-20.00");
  node.changes[0].most = parse_decimal("12.5");
  CHECK(total_of(rules_of({node}), with("r", {2, 5})) == "37.50");
}

TEST_CASE("deductions for each case, with channels that count double") {
  ScoreChange change = change_of("c", parse_decimal("-0.2"));
  change.channels = {{"leader", decimal(2)}, {"media", decimal(2)}, {"drill", decimal(0)}};
  const ScoreRules rules = rules_of({with_changes("a", decimal(15), {change})});
  FigureTable table = with("c", {7, 1});
  CHECK(total_of(rules, table) == "13.60");
  table.set("c", "u", {2, 1}, "media");
  CHECK(total_of(rules, table) == "13.20");  // 7 + 2
  table.set("c", "u", {1, 1}, "leader").set("c", "u", {3, 1}, "drill");
  CHECK(total_of(rules, table) == "13.60");  // 7 + 2 + 1 − 3
}

TEST_CASE("several figures change one item: urgent matters of Jinhua") {
  ScoreChange closing = missing(decimal(100), parse_decimal("-0.5"));
  ScoreChange in_time = missing(decimal(95), parse_decimal("-0.5"));
  in_time.measure = "r2";
  const ScoreRules rules = rules_of({with_changes("a", decimal(10), {closing, in_time})});
  CHECK(total_of(rules, with("r", {19, 20}).set("r2", "u", {9, 10})) == "5.00");   // 2.5 + 2.5
  CHECK(total_of(rules, with("r", {17, 20}).set("r2", "u", {17, 25})) == "0.00");  // 7.5 + 13.5
  CHECK(total_of(rules, with("r", {1, 1}).set("r2", "u", {19, 20})) == "10.00");
}

TEST_CASE("changes beyond a bound count in steps") {
  ScoreChange change = change_of("m", decimal(-1));
  change.above = decimal(4);
  change.every = parse_decimal("0.5");
  const ScoreRules rules = rules_of({with_changes("a", decimal(10), {change})});
  CHECK(total_of(rules, with("m", {4 * 3'600'000'000, 1})) == "10.00");
  CHECK(total_of(rules, with("m", {5 * 3'600'000'000, 1})) == "8.00");
  CHECK(total_of(rules, with("m", {3 * 3'600'000'000, 1})) == "10.00");
}

TEST_CASE("a bonus comes on top, as far as it may") {
  ScoreNode bonus = with_changes("bonus", decimal(5), {change_of("c", parse_decimal("1.5"))});
  bonus.extra = true;
  const ScoreRules rules = rules_of({linear_node("a", decimal(100), "r"), bonus});
  CHECK(total_of(rules, with("r", {1, 1})) == "100.00");
  CHECK(total_of(rules, with("r", {1, 1}).set("c", "u", {2, 1})) == "103.00");
  CHECK(total_of(rules, with("r", {1, 1}).set("c", "u", {20, 1})) == "105.00");
  CHECK(total_of(rules, with("r", {1, 2}).set("c", "u", {2, 1})) == "53.00");
  ScoreRules capped = rules;
  capped.sheet.most = decimal(100);
  CHECK(total_of(capped, with("r", {1, 1}).set("c", "u", {2, 1})) == "100.00");
}

TEST_CASE("105 points of Yangzhou: 70 + 5 + 5 + 10 + 10, and 5 on top") {
  std::vector<ScoreNode> parts;
  for (const auto& [code, points] :
       {std::pair{"r1", 70}, {"r2", 5}, {"r3", 5}, {"r4", 10}, {"r5", 10}})
    parts.push_back(linear_node(code, decimal(points), code));
  parts.push_back(by_hand("bonus", decimal(5)));
  parts.back().extra = true;
  const ScoreRules rules = rules_of(parts);
  CHECK(rules.sheet.points == decimal(100));
  FigureTable table;
  for (const char* code : {"r1", "r2", "r3", "r4", "r5"})
    table.set(code, "u", {1, 1});
  CHECK(total_of(rules, table) == "100.00");
  CHECK(total_of(rules, table, {{"u", "bonus", decimal(5), "judge", "race", ""}}) == "105.00");
  table.set("r1", "u", {9, 10});
  CHECK(total_of(rules, table, {{"u", "bonus", parse_decimal("2.5"), "judge", "race", ""}}) ==
        "95.50");
}

TEST_CASE("a veto takes the score, or leaves a ceiling") {
  ScoreRules rules =
      rules_of({linear_node("a", decimal(40), "r"), linear_node("b", decimal(60), "r")});
  ScoreVeto veto;
  veto.measure = "c";
  rules.sheet.parts[0].vetoes = {veto};
  FigureTable table = with("r", {9, 10});
  CHECK(total_of(rules, table) == "90.00");
  table.set("c", "u", {1, 1});
  CHECK(total_of(rules, table) == "54.00");
  veto.above = decimal(1);
  veto.ceiling = decimal(30);
  rules.sheet.vetoes = {veto};
  CHECK(total_of(rules, table) == "54.00");
  table.set("c", "u", {2, 1});
  CHECK(total_of(rules, table) == "30.00");
  CHECK(score_of(rules, table).sheet.vetoed);
  rules.sheet.floor = decimal(50);
  CHECK(total_of(rules, table) == "30.00");  // a floor does not help against it
}

TEST_CASE("who has no figures does not escape a veto") {
  ScoreRules rules = rules_of({linear_node("a", decimal(100), "r")});
  ScoreVeto veto;
  veto.measure = "c";
  rules.sheet.vetoes = {veto};
  CHECK(total_of(rules, with("c", {0, 1})) == "n/a");
  CHECK(total_of(rules, with("c", {1, 1})) == "0.00");
}

TEST_CASE("what does not apply is spread, full or zero, by rule") {
  ScoreRules rules =
      rules_of({linear_node("a", decimal(40), "r1"), linear_node("b", decimal(20), "r2"),
                linear_node("c", decimal(40), "r3")});
  const FigureTable table = with("r2", {1, 2}).set("r3", "u", {3, 4});
  // 10 + 30 of 60, over 100
  Score score = score_of(rules, table);
  CHECK(two_decimals_of(score.total) == "66.67");
  CHECK_FALSE(node_of(score.sheet, "a").applicable);
  CHECK(node_of(score.sheet, "b").of == 3333);
  CHECK(node_of(score.sheet, "b").points == 1667);
  CHECK(node_of(score.sheet, "b").exact == "50/3");
  CHECK(node_of(score.sheet, "c").of == 6667);
  CHECK(node_of(score.sheet, "c").exact == "");
  rules.sheet.parts[0].not_applicable = NotApplicable::full;
  CHECK(total_of(rules, table) == "80.00");
  rules.sheet.parts[0].not_applicable = NotApplicable::zero;
  CHECK(total_of(rules, table) == "40.00");
}

TEST_CASE("what does not apply is spread inside its branch first") {
  const ScoreRules rules = rules_of(
      {branch_node("x", decimal(50),
                   {linear_node("a", decimal(30), "r1"), linear_node("b", decimal(70), "r2")}),
       linear_node("c", decimal(50), "r3")});
  // a alone: 50 × 0.5 = 25, and 50 × 0.8 = 40
  CHECK(total_of(rules, with("r1", {1, 2}).set("r3", "u", {4, 5})) == "65.00");
  // the branch is out: 100 × 0.8
  CHECK(total_of(rules, with("r3", {4, 5})) == "80.00");
  CHECK(total_of(rules, with("r1", {1, 2})) == "50.00");
}

TEST_CASE("with no figure anywhere there is no total, no grade and no rank") {
  ScoreRules rules =
      rules_of({branch_node("x", decimal(50), {linear_node("a", decimal(1), "r1")}),
                with_changes("b", decimal(50), {missing(decimal(70), decimal(-1))})});
  rules.grades = {{"A", decimal(90), false}, {"E", decimal(0), false}};
  const Score score = score_of(rules, {});
  CHECK_FALSE(score.total);
  CHECK(score.grade == "");
  CHECK_FALSE(score.rank);
  for (const Language language : {Language::english, Language::chinese})
    CHECK(in_words(score, language).find("NaN") == std::string::npos);
  for (const NotApplicable what : {NotApplicable::full, NotApplicable::zero}) {
    rules.sheet.not_applicable = what;
    CHECK(total_of(rules, {}) == (what == NotApplicable::full ? "100.00" : "0.00"));
  }
}

TEST_CASE("an item without a scale applies as soon as one figure of its changes does") {
  ScoreRules rules = rules_of({with_changes(
      "a", decimal(10), {missing(decimal(70), decimal(-1)), change_of("c", decimal(-1))})});
  CHECK(total_of(rules, {}) == "10.00");  // a count is 0, not n/a
  CHECK(total_of(rules, with("c", {3, 1})) == "7.00");
}

TEST_CASE("weights of a hundred: the five components of Wangcheng") {
  std::vector<ScoreNode> parts;
  for (const auto& [code, points] :
       {std::pair{"r1", 10}, {"r2", 25}, {"r3", 35}, {"r4", 20}, {"r5", 10}})
    parts.push_back(branch_node(std::string("x") + code, decimal(points),
                                {linear_node(code, decimal(100), code)}));
  const ScoreRules rules = rules_of(parts);
  FigureTable table = with("r1", {1, 1}).set("r2", "u", {9, 10}).set("r3", "u", {4, 5});
  table.set("r4", "u", {3, 4}).set("r5", "u", {666, 666});
  CHECK(total_of(rules, table) == "85.50");  // 10 + 22.5 + 28 + 15 + 10
  table.set("r5", "u", {0, 0});
  CHECK(total_of(rules, table) == "83.89");  // 75.5 ÷ 90
  const Score score = score_of(rules, table);
  CHECK(node_of(score.sheet, "xr3").marks == 8000);
  CHECK(node_of(score.sheet, "xr3").out_of == 10000);
  CHECK(node_of(score.sheet, "xr3").of == 3889);
  CHECK(node_of(score.sheet, "xr3").exact == "280/9");
}

TEST_CASE("only the total is rounded") {
  // Three parts of 0.333… each show as 0.33 and add up to 1.00.
  const ScoreRules rules =
      rules_of({linear_node("a", decimal(1), "r"), linear_node("b", decimal(1), "r"),
                linear_node("c", decimal(1), "r")});
  const Score score = score_of(rules, with("r", {1, 3}));
  CHECK(two_decimals_of(score.total) == "1.00");
  CHECK(node_of(score.sheet, "a").points == 33);
  CHECK(node_of(score.sheet, "a").exact == "1/3");
  // Half a hundredth goes up: 0.005.
  CHECK(total_of(rules_of({linear_node("a", decimal(1), "r")}), with("r", {1, 200})) == "0.01");
  CHECK(total_of(rules_of({linear_node("a", decimal(1), "r")}), with("r", {4999, 1000000})) ==
        "0.00");
}

TEST_CASE("the same total, the same rank, and the next skips; without a total no rank") {
  const ScoreRules rules = rules_of({linear_node("a", decimal(100), "r")});
  FigureTable table;
  // c and a differ by less than is shown.
  table.set("r", "c", {90001, 100000}).set("r", "a", {90003, 100000}).set("r", "d", {1, 2});
  table.set("r", "b", {95, 100}).set("r", "f", {1, 2});
  const Scores scores =
      score(rules, {{"f", ""}, {"e", ""}, {"d", ""}, {"c", ""}, {"b", ""}, {"a", ""}},
            table.figures(), {}, score_measures());
  std::string told;
  for (const Score& one : scores.scores) {
    told += one.subject.code + " " + two_decimals_of(one.total) + " " +
            (one.rank ? std::to_string(*one.rank) : "-") + ";";
  }
  CHECK(told == "b 95.00 1;a 90.00 2;c 90.00 2;d 50.00 4;f 50.00 4;e n/a -;");
}

TEST_CASE("grades go by the rounded total") {
  ScoreRules rules = rules_of({linear_node("a", decimal(100), "r")});
  rules.grades = {{"A", decimal(90), false},
                  {"B", decimal(75), false},
                  {"C", decimal(60), false},
                  {"D", decimal(40), false},
                  {"E", decimal(0), false}};
  for (const auto& [rate, grade] : {std::pair{Ratio{1, 1}, "A"},
                                    {Ratio{90, 100}, "A"},
                                    {Ratio{89995, 100000}, "A"},
                                    {Ratio{89994, 100000}, "B"},
                                    {Ratio{75, 100}, "B"},
                                    {Ratio{7499, 10000}, "C"},
                                    {Ratio{60, 100}, "C"},
                                    {Ratio{40, 100}, "D"},
                                    {Ratio{3999, 10000}, "E"},
                                    {Ratio{0, 5}, "E"}})
    CHECK(score_of(rules, with("r", rate)).grade == grade);
  rules.grades.pop_back();
  CHECK(score_of(rules, with("r", {0, 5})).grade == "");
}

TEST_CASE("marks by hand need an assessor and a reason, and say so") {
  const ScoreRules rules =
      rules_of({linear_node("a", decimal(80), "r"), by_hand("b", decimal(20))});
  const ScoreMark mark{"u", "b", parse_decimal("15.5"), "judge", "good training", "minutes 3"};
  const Score score = score_of(rules, with("r", {1, 1}), {mark});
  CHECK(score.total == 9550);
  CHECK(node_of(score.sheet, "b").why.at(0).english ==
        "15.5 of 20, given by judge: good training [minutes 3]");
  CHECK(total_of(rules, with("r", {1, 2})) == "50.00");  // nobody gave one: spread
  const auto refused = [&](ScoreMark bad) {
    try {
      score_of(rules, {}, {std::move(bad)});
    } catch (const DocumentError& error) {
      return places_of_faults(error.faults());
    }
    return std::string();
  };
  CHECK(refused({"u", "a", decimal(1), "judge", "x", ""}) == "score.mark_node marks[0].node\n");
  CHECK(refused({"v", "b", decimal(21), "clerk", "", ""}) ==
        "score.mark_subject marks[0].subject\nscore.mark_reason marks[0].reason\n"
        "score.mark_by marks[0].by\nscore.mark_marks marks[0].marks\n");
  CHECK_THROWS_AS(score_of(rules, {}, {mark, mark}), DocumentError);
}

TEST_CASE("figures of any size do not overflow") {
  const ScoreRules line = rules_of({linear_node("a", decimal(100), "r")});
  CHECK(total_of(line, with("r", {largest, largest})) == "100.00");
  CHECK(total_of(line, with("r", {largest - 1, largest})) == "100.00");
  CHECK(total_of(line, with("r", {largest / 2, largest})) == "50.00");
  CHECK(total_of(line, with("r", {1, largest})) == "0.00");
  CHECK(total_of(line, with("r", {largest, 1})) == "100.00");
  CHECK(total_of(line, with("r", {smallest, 1})) == "0.00");
  CHECK(node_of(score_of(line, with("r", {largest, 1})).sheet, "a").figures.at(0).value ==
        "922337203685477580700.00");
  ScoreChange change = change_of("c", decimal(-1000000));
  change.channels = {{"x", decimal(1000)}};
  const ScoreRules taken = rules_of({with_changes("a", decimal(100), {change})});
  CHECK(total_of(taken, with("c", {largest, 1}).set("c", "u", {largest, 1}, "x")) == "0.00");
  CHECK(total_of(taken, with("c", {smallest, 1})) == "100.00");  // no count is negative
}

TEST_CASE("points that could not be written are refused, not cut off") {
  ScoreNode inside = with_changes("a", decimal(1000000), {change_of("c", decimal(1000000))});
  inside.out_of = parse_decimal("0.01");
  inside.most = decimal(1000000);
  ScoreNode outer = branch_node("x", decimal(1000000), {inside});
  outer.most = decimal(1000000);
  CHECK_NOTHROW(score_of(rules_of({outer}), with("c", {largest, 1})));
  // 1e6 × 1e6 ÷ 0.01 is 1e14 points; spread from 1000 nodes it is still far from 9e16.
  CHECK(score_of(rules_of({inside}), with("c", {largest, 1})).total == 100000000);
}

TEST_CASE("what cannot be a question is refused") {
  const ScoreRules rules = rules_of({linear_node("a", decimal(100), "r")});
  CHECK_THROWS_AS(
      score(rules, {{"u", ""}, {"u", ""}}, FigureTable().figures(), {}, score_measures()), Error);
  CHECK_THROWS_AS(score_of(rules, with("r", {1, -1})), Error);
  ScoreRules bad = rules;
  bad.sheet.parts[0].scale->measure = "unknown";
  CHECK_THROWS_AS(score_of(bad, {}), DocumentError);
  CHECK(score(rules, {}, FigureTable().figures(), {}, score_measures()).scores.empty());
}

TEST_CASE("each figure is asked for once") {
  ScoreNode node =
      with_changes("a", decimal(10), {change_of("c", decimal(-1)), change_of("c", decimal(-1))});
  ScoreVeto veto;
  veto.measure = "c";
  veto.above = decimal(5);
  node.vetoes = {veto};
  int asked = 0;
  const Figures figures = [&](const FigureKey&) -> Ratio { return {++asked, 1}; };
  const Scores scores = score(rules_of({node}), {{"u", ""}}, figures, {}, score_measures());
  CHECK(asked == 1);
  CHECK(scores.scores[0].total == 800);
}

// --- what public implementations get wrong (standards, 1.6) -------------------------------------

TEST_CASE("weights that do not add up are refused, as 0.7 of a hundred") {
  ScoreRules rules =
      rules_of({linear_node("a", decimal(40), "r1"), linear_node("b", decimal(30), "r2")});
  rules.sheet.points = decimal(100);
  rules.sheet.out_of.reset();
  CHECK(places_of_faults(validate(rules, score_measures())) == "score.sum sheet.parts\n");
}

TEST_CASE("a higher closing rate never lowers a score, as 100 minus the rate would") {
  const ScoreRules rules = rules_of({linear_node("closing", decimal(30), "r1"),
                                     linear_node("handling", decimal(30), "r2"),
                                     linear_node("rework", decimal(40), "r3")});
  std::int64_t before = -1;
  for (std::int64_t rate = 0; rate <= 100; ++rate) {
    const auto total = score_of(rules, with("r1", {rate, 100}).set("r2", "u", {1, 2})).total;
    CHECK(total.value() > before);
    before = *total;
  }
}

TEST_CASE("each weight is on a figure of its own: no rate twice, none in place of another") {
  // Acceptor: checks 40, confirmations 35. Duty officer: filed in time 25, correct 40, closed 35.
  const ScoreRules acceptor =
      rules_of({linear_node("volume", decimal(25), "r1"), linear_node("checks", decimal(40), "r2"),
                linear_node("confirmations", decimal(35), "r3")});
  FigureTable table = with("r1", {9, 10}).set("r2", "u", {15, 16}).set("r3", "u", {2, 3});
  CHECK(total_of(acceptor, table) == "83.33");  // 22.5 + 37.5 + 23.33
  CHECK(total_of(acceptor, table.set("r3", "u", {0, 3})) == "60.00");
  CHECK(total_of(acceptor, table.set("r2", "u", {0, 3})) == "22.50");
  const ScoreRules officer =
      rules_of({linear_node("filing", decimal(25), "r1"), linear_node("correct", decimal(40), "r2"),
                linear_node("closing", decimal(35), "r3")});
  table = with("r1", {4, 5}).set("r2", "u", {98, 100}).set("r3", "u", {9, 10});
  CHECK(total_of(officer, table) == "90.70");  // 20 + 39.2 + 31.5
  CHECK(total_of(officer, table.set("r1", "u", {0, 5})) == "70.70");
}

TEST_CASE("a department's volume is what was filed, not what was done again") {
  ScoreNode volume =
      with_scale(linear_node("volume", decimal(10), ""), "cfiled",
                 {at_most(50, decimal(10)), at_most(100, decimal(9)), rest(decimal(0))});
  ScoreNode rework = linear_node("rework", decimal(30), "r3");
  rework.scale->what = LinearScale{decimal(100), decimal(0)};
  const ScoreRules rules = rules_of({volume, linear_node("closing", decimal(30), "r1"),
                                     linear_node("handling", decimal(30), "r2"), rework});
  FigureTable table = with("cfiled", {80, 1}).set("crework", "u", {4, 1});
  table.set("r1", "u", {9, 10}).set("r2", "u", {4, 5}).set("r3", "u", {4, 80});
  CHECK(total_of(rules, table) == "88.50");  // 9 + 27 + 24 + 28.5
}

TEST_CASE("nothing of nothing is neither 0 nor 100") {
  const ScoreRules rules =
      rules_of({linear_node("a", decimal(50), "r1"), linear_node("b", decimal(50), "r2")});
  const Score score = score_of(rules, with("r2", {1, 1}));
  CHECK(node_of(score.sheet, "a").figures.at(0).value == "n/a");
  CHECK_FALSE(node_of(score.sheet, "a").applicable);
  CHECK(score.total == 10000);
  CHECK(score_of(rules, with("r2", {1, 2})).total == 5000);
}
