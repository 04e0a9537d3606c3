#include "rules/assessing.hpp"

#include "support/scoring.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;

namespace {

Fact limit_fact(std::int32_t number, bool exempt) {
  Fact fact;
  fact.kind = FactKind::limit;
  fact.moment = Moment::closed;
  fact.number = number;
  fact.marks.add(Mark::exempt, exempt);
  return fact;
}

bool is_as_long(const char* a, const char* b) {
  return rules::is_as_long(parse_period(a), parse_period(b));
}

}  // namespace

TEST_CASE("a sheet asks for its measures, by channel where a channel counts more") {
  ScoreNode scaled = linear_node("a", decimal(50), "closing_rate");
  ScoreNode letters = linear_node("l", decimal(50), "closing_rate");
  letters.scale->channel = "letter";
  ScoreNode taken = branch_node("b", decimal(50), {});
  taken.changes = {change_of("returns", decimal(-1))};
  taken.changes[0].channels = {{"media", decimal(2)}};
  taken.vetoes.push_back({});
  taken.vetoes[0].measure = "limits_missed";
  const auto asked = rules::measures_by_channel(rules_of({scaled, letters, taken}).sheet);
  CHECK(asked == std::set<std::pair<std::string, std::string>>{{"", "closing_rate"},
                                                               {"", "limits_missed"},
                                                               {"", "returns"},
                                                               {"letter", "closing_rate"},
                                                               {"media", "returns"}});
}

TEST_CASE("of marks the last one counts, and what the rules do not take counts not") {
  ScoreNode manual = branch_node("work", decimal(20), {});
  manual.out_of.reset();
  manual.manual = ManualScale{{"leader"}};
  const ScoreRules rules = rules_of({manual});
  const auto mark = [](const char* subject, std::int32_t marks, const char* node = "work") {
    return ScoreMark{subject, node, decimal(marks), "leader", "seen", ""};
  };
  const auto counted = rules::counted({mark("v", 3), mark("u", 5), mark("u", 7), mark("gone", 1),
                                       mark("u", 1, "none"), mark("v", 99)},
                                      rules, {{"u", ""}, {"v", ""}});
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].subject == "u");
  CHECK(counted[0].marks == decimal(7));
  CHECK(counted[1].marks == decimal(3));
}

TEST_CASE("what was exempted before is not exempted newly") {
  const std::vector<Fact> before{limit_fact(1, true), limit_fact(2, false)};
  const std::vector<Fact> now{limit_fact(1, true), limit_fact(2, true), limit_fact(3, true),
                              limit_fact(4, false)};
  const auto found = rules::newly_exempted(before, now);
  REQUIRE(found.size() == 2);
  CHECK(found[0].number == 2);
  CHECK(found[1].number == 3);
}

TEST_CASE("periods are as long by months, or by days") {
  CHECK(is_as_long("2018-02", "2018-03"));
  CHECK(is_as_long("2018-H1", "2018-H2"));
  CHECK_FALSE(is_as_long("2018-Q1", "2018-03"));
  CHECK(is_as_long("2018-03-02/2018-03-08", "2018-12-28/2019-01-03"));
  CHECK_FALSE(is_as_long("2018-03-02/2018-03-08", "2018-03-02/2018-03-09"));
  CHECK_FALSE(is_as_long("2018-02", "2018-03-02/2018-03-29"));
}
