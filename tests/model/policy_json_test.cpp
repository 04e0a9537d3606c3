// The rules for cases and the modes of areas as documents. What is about time is tested in
// time_rules_json_test.cpp.
#include "support/organizations.hpp"

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

using namespace gridcase;

namespace {

std::string document(const std::string& keys) {
  return "{" + keys + (keys.empty() ? "" : ",") +
         R"("organization":{"code":"330881","name":"江山市","time_zone":"Asia/Shanghai"}})";
}

std::string faults_of(const std::string& keys) {
  try {
    (void)read_policy(document(keys));
  } catch (const DocumentError& error) {
    std::string text;
    for (const Fault& fault : error.faults()) {
      CHECK_FALSE(fault.message.empty());
      CHECK_FALSE(fault.fix.empty());
      text += fault.code + " " + fault.path + "\n";
    }
    return text;
  }
  return "none";
}

// Every key of `rules` that a policy of before did not have, and `modes`.
const char* const complete = R"("rules": {
  "decline_reasons": ["not_ours", "twice"],
  "decline_within": {"value": 4, "unit": "working_hour"},
  "first_receiver": true,
  "joins": [{"code": "ordinary", "result": "every"},
            {"code": "fire", "category": "04", "result": "conclusive", "others": "any"},
            {"code": "lead_only", "others": "signed_for"}],
  "release_scene": true, "parts_first": true, "checker": "nearest",
  "rework_dissatisfied": true, "dissatisfied_at": 3,
  "figures": [{"name": "persons_moved", "measure": "persons"},
              {"name": "vehicles", "resource": true}]},
  "modes": [{"unit": "330881"}, {"unit": "330881001", "mode": "normal"}])";

}  // namespace

TEST_CASE("every key of the rules for cases ends where it belongs") {
  const Policy policy = read_policy(document(complete));
  const CaseRules& rules = policy.rules;
  CHECK(rules.decline_reasons == std::vector<std::string>{"not_ours", "twice"});
  CHECK(rules.decline_within == Amount{4, LimitUnit::working_hour});
  CHECK(rules.first_receiver);
  REQUIRE(rules.joins.size() == 3);
  CHECK(rules.joins[0].code == "ordinary");
  CHECK(rules.joins[0].result == JoinRule::Result::every);
  CHECK(rules.joins[0].others == JoinRule::Others::finished);
  CHECK(rules.joins[1].category == "04");
  CHECK(rules.joins[1].result == JoinRule::Result::conclusive);
  CHECK(rules.joins[1].others == JoinRule::Others::any);
  CHECK(rules.joins[2].result == JoinRule::Result::lead);
  CHECK(rules.joins[2].others == JoinRule::Others::signed_for);
  CHECK(rules.release_scene);
  CHECK(rules.parts_first);
  CHECK(rules.checker == Checker::nearest);
  CHECK(rules.rework_dissatisfied);
  CHECK(rules.dissatisfied_at == 3);
  REQUIRE(rules.figures.size() == 2);
  CHECK(rules.figures[0].name == "persons_moved");
  CHECK(rules.figures[0].measure == "persons");
  CHECK_FALSE(rules.figures[0].resource);
  CHECK(rules.figures[1].resource);
  REQUIRE(policy.modes.size() == 2);
  CHECK(policy.modes[0].unit == "330881");
  CHECK(policy.modes[0].mode == OperatingMode::emergency);
  CHECK(policy.modes[1].mode == OperatingMode::normal);
}

TEST_CASE("a policy with every rule reads back as it was written") {
  const std::string written = write_policy(read_policy(document(complete)));
  CHECK(write_policy(read_policy(written)) == written);
  for (const char* text : {R"("decline_within":{"value":4,"unit":"working_hour"})",
                           R"("joins":[{"code":"ordinary","result":"every","others":"finished"})",
                           R"("checker":"nearest")", R"({"name":"vehicles","resource":true})",
                           R"("modes":[{"unit":"330881","mode":"emergency"})"}) {
    CAPTURE(text);
    CHECK(written.find(text) != std::string::npos);
  }
}

// Their bytes are hashed into the history of a county.
TEST_CASE("a policy of before is written byte for byte as it was") {
  Policy policy;
  policy.name = "old";
  policy.organization = test::small_organization();
  const std::string head =
      R"({"name":"old","rules":{"tiers":["village","township","county"],)"
      R"("check_after_handling":false,"reply_before_end":true,"separate_duties":false,)"
      R"("return_limit":0,"clock_tolerance_seconds":300},"organization":)";
  CHECK(write_policy(policy) == head + write_organization(policy.organization) + "}");
}

TEST_CASE("a policy that says nothing of it has every default") {
  const Policy policy = read_policy(document(""));
  CHECK(policy.rules.decline_reasons.empty());
  CHECK_FALSE(policy.rules.decline_within);
  CHECK_FALSE(policy.rules.first_receiver);
  CHECK(policy.rules.joins.empty());
  CHECK(policy.rules.checker == Checker::finder);
  CHECK(policy.rules.dissatisfied_at == 2);
  CHECK(policy.modes.empty());
}

TEST_CASE("every fault of form in the rules is named with its whole path") {
  CHECK(faults_of(R"("rules":{"joins":[{"result":"all","others":"none"},{"code":1}],
    "decline_within":{"unit":"hours"},"checker":"farthest","figures":[{"measure":"t"}],
    "first_reciever":true})") == "json.missing rules.decline_within.value\n"
                                 "json.unknown_word rules.decline_within.unit\n"
                                 "json.missing rules.joins[0].code\n"
                                 "json.unknown_word rules.joins[0].result\n"
                                 "json.unknown_word rules.joins[0].others\n"
                                 "json.type rules.joins[1].code\n"
                                 "json.unknown_word rules.checker\n"
                                 "json.missing rules.figures[0].name\n"
                                 "json.unknown_key rules.first_reciever\n");
  CHECK(faults_of(R"("modes":[{"unit":"a","mode":"war"},{"mode":"normal"}])") ==
        "json.unknown_word modes[0].mode\n"
        "json.missing modes[1].unit\n");
}

TEST_CASE("the words of the rules are stable") {
  CHECK(name(JoinRule::Result::lead) == "lead");
  CHECK(name(JoinRule::Others::signed_for) == "signed_for");
  CHECK(name(Checker::finder) == "finder");
  CHECK(name(static_cast<Checker>(9)) == "unknown");
}
