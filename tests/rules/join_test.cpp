#include "rules/join.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gridcase;
using rules::join;
using Part = AssignmentRole;
using S = AssignmentState;

namespace {

struct Given {
  Part role;
  S state;
  bool conclusive = false;
  std::int32_t dispatch = 1;
};

std::vector<Assignment> orders(const std::vector<Given>& all) {
  std::vector<Assignment> made;
  for (const Given& one : all) {
    Assignment& order = made.emplace_back();
    order.no = static_cast<std::int32_t>(made.size());
    order.role = one.role;
    order.state = one.state;
    order.conclusive = one.conclusive;
    order.dispatch = one.dispatch;
  }
  return made;
}

JoinRule rule(JoinRule::Result result, JoinRule::Others others) {
  JoinRule made;
  made.code = "special";
  made.result = result;
  made.others = others;
  return made;
}

constexpr auto lead = JoinRule::Result::lead;
constexpr auto conclusive = JoinRule::Result::conclusive;
constexpr auto every = JoinRule::Result::every;
constexpr auto finished = JoinRule::Others::finished;
constexpr auto signed_for = JoinRule::Others::signed_for;
constexpr auto any = JoinRule::Others::any;

}  // namespace

TEST_CASE("when orders come together, rule by rule") {
  struct Line {
    JoinRule::Result result;
    JoinRule::Others others;
    std::vector<Given> given;
    bool is_complete;
  };
  const Given done_lead{Part::lead, S::done};
  const Given open_lead{Part::lead, S::signed_for};
  const Line table[] = {
      {lead, finished, {done_lead}, true},
      {lead, finished, {open_lead, {Part::assist, S::done}}, false},
      {lead, finished, {done_lead, {Part::assist, S::signed_for}}, false},
      {lead, finished, {done_lead, {Part::assist, S::released}}, true},
      {lead, finished, {done_lead, {Part::support, S::declined}}, true},
      {lead, finished, {done_lead, {Part::scene, S::controlled}}, true},
      {lead, finished, {done_lead, {Part::verify, S::assigned}}, true},
      {lead, signed_for, {done_lead, {Part::assist, S::assigned}}, false},
      {lead, signed_for, {done_lead, {Part::assist, S::arrived}}, true},
      {lead, any, {done_lead, {Part::assist, S::assigned}}, true},
      {conclusive, any, {open_lead, {Part::assist, S::done, true}}, true},
      {conclusive, any, {open_lead, {Part::assist, S::done}}, false},
      {conclusive, any, {open_lead, {Part::scene, S::done, true}}, false},
      {conclusive, finished, {open_lead, {Part::assist, S::done, true}}, false},
      {conclusive, finished, {done_lead, {Part::assist, S::done, true}}, true},
      {conclusive, finished, {done_lead, {Part::assist, S::done}}, true},  // nobody is left to be
      {every, finished, {done_lead, {Part::assist, S::done}}, true},
      {every, any, {done_lead, {Part::assist, S::signed_for}}, false},
      {every, any, {done_lead, {Part::assist, S::withdrawn}}, true},
  };
  for (const Line& line : table) {
    CAPTURE(name(line.result));
    CAPTURE(name(line.others));
    CHECK(join(rule(line.result, line.others), orders(line.given)).is_complete == line.is_complete);
  }
}

TEST_CASE("without a lead that still counts nothing comes together") {
  CHECK_FALSE(join(rule(lead, any), {}).is_complete);
  CHECK_FALSE(join(rule(lead, any), orders({{Part::assist, S::done}})).is_complete);
  CHECK_FALSE(join(rule(lead, any), orders({{Part::lead, S::declined}})).is_complete);
}

TEST_CASE(
    "orders of an earlier dispatch do not count, but what is open of them ends with the work") {
  const auto all = orders({{Part::lead, S::declined},
                           {Part::assist, S::signed_for},
                           {Part::scene, S::arrived},
                           {Part::lead, S::done, false, 2}});
  const auto joined = join(rule(every, finished), all);
  CHECK(joined.is_complete);
  CHECK(joined.let_go == std::vector<std::int32_t>{2, 3});
}

TEST_CASE("nobody is let go before the work is done") {
  const auto joined =
      join(rule(lead, any), orders({{Part::lead, S::arrived}, {Part::assist, S::done}}));
  CHECK_FALSE(joined.is_complete);
  CHECK(joined.let_go.empty());
}

TEST_CASE("the rule is that of the nearest category, and the ordinary one where none says so") {
  CaseRules policy;
  policy.joins = {rule(every, any), rule(conclusive, any)};
  policy.joins[0].code = "roads";
  policy.joins[0].category = "04";
  policy.joins[1].code = "holes";
  policy.joins[1].category = "0404";
  CHECK(rules::join_rule_for(policy, {"040401", "0404", "04"}).code == "holes");
  CHECK(rules::join_rule_for(policy, {"0405", "04"}).code == "roads");
  CHECK(rules::join_rule_for(policy, {"05"}).code == "ordinary");
  CHECK(rules::join_rule(policy, "holes").result == conclusive);
  CHECK(rules::join_rule(policy, "no longer there").code == "ordinary");
}
