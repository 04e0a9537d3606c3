// The sheets and the star scheme of examples/scoring, against tables reckoned by hand.
#include "support/organizations.hpp"
#include "support/scoring.hpp"

#include <gridcase/rating.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const std::vector<std::string> sheets{"wangcheng",    "inspector",  "acceptor",
                                      "duty_officer", "dispatcher", "jinhua"};

std::string text_of(const std::string& name) {
  return read_file(GRIDCASE_TESTS_DIR "/../examples/scoring/" + name + ".json");
}

Score scored(const std::string& sheet, const FigureTable& table) {
  return score(read_score_rules(text_of(sheet)), {{"u", ""}}, table.figures()).scores.at(0);
}

std::string total(const std::string& sheet, const FigureTable& table) {
  const Score score = scored(sheet, table);
  return two_decimals_of(score.total) + " " + score.grade;
}

using Row = std::pair<const char*, Ratio>;

FigureTable table_of(const std::vector<Row>& rows) {
  FigureTable table;
  for (const auto& [measure, ratio] : rows)
    table.set(measure, "u", ratio);
  return table;
}

}  // namespace

TEST_CASE("each example is read, valid and comes back the same") {
  for (const std::string& sheet : sheets) {
    CAPTURE(sheet);
    const ScoreRules rules = read_score_rules(text_of(sheet));
    CHECK(places_of_faults(validate(rules)) == "");
    const std::string written = write_score_rules(rules);
    CHECK(write_score_rules(read_score_rules(written)) == written);
  }
}

TEST_CASE("Wangcheng: five components, weights marked as invented") {
  const ScoreRules rules = read_score_rules(text_of("wangcheng"));
  std::vector<std::string> weights;
  for (const ScoreNode& part : rules.sheet.parts) {
    CHECK(part.syn);
    weights.push_back(part.chinese + " " + format_decimal(part.points));
  }
  CHECK(weights == std::vector<std::string>{"应急管理工作 10", "12345热线平台工作 25",
                                            "应急联动指挥平台案卷处置工作 35",
                                            "网格化社会治理工作 20", "市（区）长信箱处置工作 10"});
}

TEST_CASE("a township of Wangcheng is judged on letters and the hotline by these alone") {
  FigureTable table;
  for (const char* measure : {"inspection_pass_rate", "handling_in_time_rate",
                              "closing_in_time_rate", "valid_report_rate", "check_in_time_rate"})
    table.set(measure, "u", {1, 1});
  table.set("rework_rate", "u", {0, 1});
  for (const char* measure : {"response_rate", "resolution_rate", "satisfaction_rate"})
    table.set(measure, "u", {1, 2}, "hotline").set(measure, "u", {1, 1});
  table.set("closing_in_time_rate", "u", {0, 0}, "letter");
  CHECK(total("wangcheng", table) == "86.11 B");  // (10 + 12.5 + 35 + 20) / 90: no letters
  table.set("closing_in_time_rate", "u", {0, 3}, "letter");
  CHECK(total("wangcheng", table) == "77.50 B");
}

TEST_CASE("an inspector: 36 + 19 + 19 + 17.5") {
  CHECK(total("inspector", table_of({{"valid_report_rate", {90, 100}},
                                     {"miss_rate", {3, 60}},
                                     {"check_in_time_rate", {19, 20}},
                                     {"confirm_in_time_rate", {7, 8}}})) == "91.50 A");
}

TEST_CASE("an acceptor: 22.5 + 37.5 + 23.33") {
  CHECK(total("acceptor", table_of({{"accepted", {1201, 1}},
                                    {"check_sent_in_time_rate", {150, 160}},
                                    {"confirm_sent_in_time_rate", {2, 3}}})) == "83.33 B");
}

TEST_CASE("a duty officer: 20 + 39.2 + 31.5") {
  CHECK(total("duty_officer", table_of({{"filing_in_time_rate", {80, 100}},
                                        {"accurate_filing_rate", {98, 100}},
                                        {"closing_in_time_rate", {90, 100}}})) == "90.70 A");
}

TEST_CASE("a dispatcher: 12 + 40 + 35") {
  CHECK(total("dispatcher", table_of({{"dispatches", {500, 1}},
                                      {"dispatch_in_time_rate", {8, 8}},
                                      {"accurate_dispatch_rate", {7, 8}}})) == "87.00 B");
}

TEST_CASE("a department of Jinhua: 48.4 + 15 + 0 + 13.2 + 1") {
  FigureTable table = table_of({{"closing_in_time_rate", {342, 500}},
                                {"closing_rate", {85, 100}},
                                {"reworked_orders", {7, 1}},
                                {"declined_orders", {3, 1}}});
  table.set("reworked_orders", "u", {2, 1}, "media").set("declined_orders", "u", {1, 1}, "leader");
  const Score score = scored("jinhua", table);
  CHECK(two_decimals_of(score.total) == "77.60");
  CHECK(node_of(score.sheet, "in-time").points == 4840);
  CHECK(node_of(score.sheet, "closing").points == 1500);
  CHECK(node_of(score.sheet, "urgent").points == 0);  // 10 − 7.5 − 13.3
  CHECK(node_of(score.sheet, "rework").points == 1320);
  CHECK(node_of(score.sheet, "refusing").points == 100);
}

TEST_CASE("Yueqing: 6 of 25 at the bar, a star each; a veto, a wait, and a star again") {
  const RatingScheme scheme = read_rating_scheme(text_of("yueqing"));
  const std::vector<RatingEvent> events = read_rating_events(text_of("yueqing-events"));
  CHECK(places_of_faults(validate(scheme)) == "");
  CHECK(places_of_faults(validate(scheme, events)) == "");
  const auto standings = standings_of(scheme, events, 1);
  CHECK(standings.size() == 25);
  std::string above;
  for (const RatingStanding& one : standings) {
    if (one.above_bar) above += one.unit + " ";
    CHECK(stars_on(scheme, events, one.unit, {2024, 1, 14}) == 0);
    CHECK(stars_on(scheme, events, one.unit, {2024, 1, 15}) == (one.above_bar ? 1 : 0));
  }
  CHECK(above == "柳市 翁垟 虹桥 蒲岐 城东 城南 ");

  const auto stars = [&](const char* unit) {
    std::string text;
    for (const Date day : {Date{2024, 3, 3}, Date{2024, 3, 4}, Date{2024, 7, 15}, Date{2025, 1, 15},
                           Date{2025, 7, 15}})
      text += std::to_string(stars_on(scheme, events, unit, day));
    return text;
  };
  CHECK(stars("柳市") == "11234");
  CHECK(stars("虹桥") == "10001");  // waits in the second cycle and the third
  CHECK(stars("蒲岐") == "11123");  // below the bar once
  CHECK(stars("城东") == "11223");
  CHECK(stars("syn-25") == "00000");
}
