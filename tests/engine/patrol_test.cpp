// Rounds along a checklist: one record, and a case for each clause that failed.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor worker{grid, "worker", "grid_worker"};

Policy with_lists() {
  Policy policy;
  policy.organization = small_organization();
  policy.patrol_lists = {{"syn",
                          "网格巡查",
                          {{"1.1", "道路", "路面平整", "0401"},
                           {"1.2", "道路", "窨井盖完好", "0404"},
                           {"2.1", "河道", "无污水直排", "040401"},
                           {"2.2", "河道", "无漂浮物", "04"}}},
                         {"bare", "", {{"1.1", "", "路面平整", "0401"}}}};
  return policy;
}

Patrol round(const std::string& key = "0601-am") {
  Patrol patrol;
  patrol.key = key;
  patrol.list = "syn";
  patrol.note = "沿河一圈";
  patrol.passed = {"1.1", "2.2"};
  Patrol::Failure cover;
  cover.clause = "1.2";
  Patrol::Failure sewage;
  sewage.clause = "2.1";
  sewage.title = "污水入河";
  sewage.text = "排口在桥下";
  sewage.address = "江滨路1号";
  sewage.point = Point{118.605, 28.705};
  sewage.attachments = {{"a.jpg", "image/jpeg", 1, std::string(64, 'a'), "before", ""}};
  patrol.failed = {cover, sewage};
  return patrol;
}

std::vector<Answer> walk(County& county, const Patrol& patrol, const Actor& actor = worker) {
  county.pass(std::chrono::minutes(1));
  return county.engine().patrol(patrol, actor, county.now());
}

std::size_t count_cases(County& county) {
  return county.engine().find({}, {centre, "", ""}).cases.size();
}

// The field of the error that is thrown; fails the test if none is.
std::string thrown(County& county, const Patrol& patrol, const Actor& actor = worker) {
  try {
    (void)walk(county, patrol, actor);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    return error.field();
  }
  FAIL("nothing was thrown");
  return {};
}

bool all_are(const std::vector<Answer>& answers, Status status) {
  for (const Answer& answer : answers) {
    if (answer.status != status) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a round is a record that counts what was looked at") {
  County county(with_lists());
  Patrol patrol = round();
  patrol.happened = county.now();
  const auto answers = walk(county, patrol);
  REQUIRE(answers.size() == 3);
  REQUIRE(all_are(answers, Status::committed));
  const Case record = county.whole(answers[0].case_id);
  CHECK(record.nature == Nature::patrol);
  CHECK(record.title == "网格巡查");
  CHECK(record.about == grid);
  CHECK(record.reported == *patrol.happened);
  CHECK(record.reporter_person == "worker");
  REQUIRE(record.notes.size() == 1);
  CHECK(record.notes.front().text == "沿河一圈");
  const auto history = county.engine().history(record.id, {centre, "", ""});
  REQUIRE(history.size() == 1);
  CHECK(history.front().action.reason == "syn");
  CHECK(history.front().action.counts ==
        std::vector<CheckItem>{{"1.1", 1, 1}, {"2.2", 1, 1}, {"1.2", 1, 0}, {"2.1", 1, 0}});
}

TEST_CASE("a clause that failed becomes a case that follows the round") {
  County county(with_lists());
  const auto answers = walk(county, round());
  REQUIRE(answers.size() == 3);
  const Case cover = county.whole(answers[1].case_id);
  CHECK(cover.nature == Nature::ordinary);
  CHECK(cover.title == "窨井盖完好");
  CHECK(cover.category == "0404");
  CHECK(cover.channel == "patrol");
  REQUIRE(cover.links.size() == 1);
  CHECK(cover.links.front().case_id == answers[0].case_id);
  CHECK(cover.links.front().relation == Relation::follows);
  const Case sewage = county.whole(answers[2].case_id);
  CHECK(sewage.title == "污水入河");
  CHECK(sewage.text == "排口在桥下");
  CHECK(sewage.category == "040401");
  CHECK(sewage.address == "江滨路1号");
  CHECK(sewage.point == Point{118.605, 28.705});
  CHECK(sewage.grid == grid);
  REQUIRE(sewage.attachments.size() == 1);
  CHECK(county.engine().board({}, {centre, "", ""}).total.open == 2);  // not the record
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the same round again does what is left, and nothing twice") {
  County county(with_lists());
  const auto first = walk(county, round());
  const auto again = walk(county, round());
  REQUIRE(again.size() == 3);
  CHECK(all_are(again, Status::duplicate));
  for (std::size_t i = 0; i < first.size(); ++i)
    CHECK(again[i].case_id == first[i].case_id);
  CHECK(count_cases(county) == 3);
  CHECK(walk(county, round("0601-pm")).front().status == Status::committed);
  CHECK(count_cases(county) == 6);
}

TEST_CASE("what could not be reported is reported when the round is given again, corrected") {
  County county(with_lists());
  Patrol patrol = round();
  patrol.failed[0].title = std::string(201, 'a');
  auto answers = walk(county, patrol);
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::refused);
  CHECK(answers[2].status == Status::committed);
  answers = walk(county, round());
  CHECK(answers[0].status == Status::duplicate);
  CHECK(answers[1].status == Status::committed);
  CHECK(answers[2].status == Status::duplicate);
  CHECK(count_cases(county) == 3);
}

TEST_CASE("keys of which one begins with the other are keys of two rounds") {
  County county(with_lists());
  CHECK(all_are(walk(county, round("a")), Status::committed));
  CHECK(all_are(walk(county, round("a.1")), Status::committed));
  CHECK(count_cases(county) == 6);
}

TEST_CASE("a record that is refused ends the round") {
  County county(with_lists());
  Patrol patrol = round();
  patrol.passed.push_back("1.1");
  const auto answers = walk(county, patrol);
  REQUIRE(answers.size() == 1);
  CHECK(answers.front().status == Status::refused);
  CHECK(count_cases(county) == 0);
  CHECK(walk(county, round(), {grid, "nobody", ""}).size() == 1);
}

TEST_CASE("a round in which all is well is a record alone, named after the list") {
  County county(with_lists());
  Patrol patrol;
  patrol.key = "k";
  patrol.list = "bare";
  patrol.passed = {"1.1"};
  const auto answers = walk(county, patrol);
  REQUIRE(answers.size() == 1);
  CHECK(county.whole(answers.front().case_id).title == "bare");
}

TEST_CASE("a key, a list or a clause that is none is said, and nothing is done") {
  County county(with_lists());
  CHECK(thrown(county, round("")) == "key");
  CHECK(thrown(county, round("a:b")) == "key");
  CHECK(thrown(county, round(std::string(33, 'a'))) == "key");
  Patrol patrol = round();
  patrol.list = "other";
  CHECK(thrown(county, patrol) == "list");
  patrol = round();
  patrol.passed.push_back("9");
  CHECK(thrown(county, patrol) == "clause");
  patrol = round();
  patrol.failed[1].clause = "";
  CHECK(thrown(county, patrol) == "clause");
  CHECK(count_cases(county) == 0);
}

TEST_CASE("a key is for one round") {
  County county(with_lists());
  REQUIRE(walk(county, round()).size() == 3);
  Patrol patrol = round();
  std::swap(patrol.failed[0], patrol.failed[1]);
  CHECK(thrown(county, patrol) == "key");
  patrol = round();
  patrol.list = "bare";
  patrol.passed = {"1.1"};
  patrol.failed.clear();
  CHECK(thrown(county, patrol) == "key");
  // Another unit's is refused as any command id is.
  const auto answers = walk(county, round(), {village, "leader", ""});
  REQUIRE(answers.size() == 1);
  CHECK(answers.front().status == Status::refused);
  CHECK(count_cases(county) == 3);
}

TEST_CASE("nobody else may use the command ids of rounds") {
  County county(with_lists());
  const Answer answer = county.act(A::report, CaseId::none, grid, [](Action& action) {
    action.title = "a";
    action.category = "04";
    action.command_id = "patrol.0601-am:1";
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->field == "command_id");
}
