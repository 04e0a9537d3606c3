#include "support/scoring.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

Scores scores_of(std::int64_t numerator) {
  ScoreRules rules =
      rules_of({linear_node("a", decimal(60), "r1"), linear_node("b", decimal(40), "r2")});
  rules.grades = {{"A", decimal(90), false}};
  FigureTable table;
  table.set("r1", "u", {numerator, 3}).set("r1", "v", {1, 1});
  Scores scores =
      score(rules, {{"u", "Unit"}, {"w", ""}, {"v", ""}}, table.figures(), {}, score_measures());
  scores.period = "2018-03";
  return scores;
}

}  // namespace

TEST_CASE("scores are one text with its keys in order") {
  ScoreRules rules = rules_of({linear_node("a", decimal(1), "r")});
  rules.chinese.clear();
  Scores scores = score(rules, {{"u", ""}, {"v", ""}},
                        FigureTable().set("r", "u", {1, 3}).figures(), {}, score_measures());
  scores.rules_sha256 = "x";
  CHECK(
      write_scores(scores) ==
      R"({"rules":"rules","english":"Rules","valid_from":"2018-01-01","rules_sha256":"x","scores":[)"
      R"({"subject":"u","total":"0.33","rank":1,"sheet":{"code":"total","english":"Node total",)"
      R"("chinese":"项total","marks":"0.33","out_of":"1.00","points":"0.33","exact":"1/3","of":"1.00",)"
      R"("figures":[],"why":[],"parts":[{"code":"a","english":"Node a","chinese":"项a","marks":"0.33",)"
      R"("out_of":"1.00","points":"0.33","exact":"1/3","of":"1.00","figures":[{"measure":"r",)"
      R"("numerator":1,"denominator":3,"value":"33.33"}],"why":[{"english":"Figure r 33.33% (1 of 3): )"
      R"(0.33 of 1","chinese":"指标r 33.33%（1/3）：0.33/1 分"}],"parts":[]}]}},)"
      R"({"subject":"v","total":"n/a","rank":null,"sheet":{"code":"total","english":"Node total",)"
      R"("chinese":"项total","points":"n/a","figures":[],"why":[{"english":"n/a, none of its parts )"
      R"(applies: its points go to the parts beside it","chinese":"不适用，各分项均不适用：分值由同级各项分摊"}],)"
      R"("parts":[{"code":"a","english":"Node a","chinese":"项a","points":"n/a","figures":[{"measure":"r",)"
      R"("numerator":0,"denominator":0,"value":"n/a"}],"why":[{"english":"Figure r n/a (0 of 0): its )"
      R"(points go to the parts beside it","chinese":"指标r 不适用（0/0）：分值由同级各项分摊"}],"parts":[]}]}}]})");
}

TEST_CASE("the same figures give the same bytes, other figures others") {
  CHECK(write_scores(scores_of(2)) == write_scores(scores_of(2)));
  CHECK(digest_of(scores_of(2)) == digest_of(scores_of(2)));
  CHECK(digest_of(scores_of(2)) != digest_of(scores_of(1)));
  CHECK(digest_of(scores_of(2)).size() == 64);
}

TEST_CASE("the order in which subjects are named changes nothing") {
  const ScoreRules rules = rules_of({linear_node("a", decimal(1), "r")});
  FigureTable table;
  table.set("r", "u", {1, 3}).set("r", "v", {2, 3}).set("r", "w", {1, 3});
  const auto digest = [&](const std::vector<ScoreSubject>& subjects) {
    return digest_of(score(rules, subjects, table.figures(), {}, score_measures()));
  };
  CHECK(digest({{"u", ""}, {"v", ""}, {"w", ""}}) == digest({{"w", ""}, {"v", ""}, {"u", ""}}));
}

TEST_CASE("scores name the rules they came from by their digest") {
  ScoreRules rules = rules_of({linear_node("a", decimal(1), "r")});
  const auto digest = [&] {
    return score(rules, {}, FigureTable().figures(), {}, score_measures()).rules_sha256;
  };
  const std::string before = digest();
  CHECK(before == digest());
  CHECK(before.size() == 64);
  rules.sheet.parts[0].source = "another paper";
  CHECK(before != digest());
}

TEST_CASE("the digest is that of other programs") {
  // printf '{"rules":"","valid_from":"0000-00-00","rules_sha256":"","scores":[]}' | sha256sum
  CHECK(write_scores({}) ==
        R"({"rules":"","valid_from":"0000-00-00","rules_sha256":"","scores":[]})");
  CHECK(digest_of({}) == "2b6abf1236ea20d3c2ab177801d28273544d8e0550779d1c0663351a4cf27691");
}

TEST_CASE("scores are read back from their text, words and all") {
  const Scores scores = scores_of(2);
  const Scores again = read_scores(write_scores(scores), score_measures());
  CHECK(write_scores(again) == write_scores(scores));
  REQUIRE(again.scores.size() == scores.scores.size());
  for (std::size_t i = 0; i < scores.scores.size(); ++i) {
    for (const Language language : {Language::english, Language::chinese})
      CHECK(in_words(again.scores[i], language) == in_words(scores.scores[i], language));
  }
}

TEST_CASE("a text that is no scores is refused with the place") {
  CHECK_THROWS_AS((void)read_scores("{}"), DocumentError);
  try {
    (void)read_scores(R"({"rules":"r","valid_from":"2018-01-01","scores":[{"total":"1.00"}]})");
    FAIL("read");
  } catch (const DocumentError& error) {
    REQUIRE(error.faults().size() == 2);
    CHECK(error.faults()[0].path == "scores[0].subject");
    CHECK(error.faults()[1].path == "scores[0].sheet");
  }
}
