// The register of other systems, and the messages that go between, as documents.
#include "support/organizations.hpp"

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

using namespace gridcase;

namespace {

std::string document(const std::string& keys) {
  return "{" + keys +
         R"(,"organization":{"code":"330881","name":"江山市","time_zone":"Asia/Shanghai"}})";
}

template <typename Read> std::string faults_of(Read read) {
  try {
    read();
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

const char* const complete = R"("platforms": [
    {"system": "zf", "name": "执法监管", "unit": "zhifa", "means": "push_only",
     "sends": ["sign", "feedback"],
     "category_codes": [{"theirs": "A-17", "ours": "0404"}],
     "steps": [{"theirs": "签收", "action": "sign"}, {"theirs": "办结", "action": "feedback"}]},
    {"system": "110", "unit": "110", "categories": ["04"], "receives": ["transfer_out"],
     "personal": true}])";

}  // namespace

TEST_CASE("every key of a platform ends where it belongs, and is written as it was read") {
  const Policy policy = read_policy(document(complete));
  REQUIRE(policy.platforms.size() == 2);
  const Platform& zf = policy.platforms[0];
  CHECK(zf.system == "zf");
  CHECK(zf.name == "执法监管");
  CHECK(zf.unit == "zhifa");
  CHECK(zf.means == Platform::Means::push_only);
  CHECK(zf.sends == std::vector<ActionKind>{ActionKind::sign, ActionKind::feedback});
  CHECK(zf.receives.empty());
  CHECK_FALSE(zf.personal);
  REQUIRE(zf.category_codes.size() == 1);
  CHECK(zf.category_codes[0].theirs == "A-17");
  CHECK(zf.category_codes[0].ours == "0404");
  REQUIRE(zf.steps.size() == 2);
  CHECK(zf.steps[1].theirs == "办结");
  CHECK(zf.steps[1].action == ActionKind::feedback);
  const Platform& police = policy.platforms[1];
  CHECK(police.means == Platform::Means::both);
  CHECK(police.categories == std::vector<std::string>{"04"});
  CHECK(police.receives == std::vector<ActionKind>{ActionKind::transfer_out});
  CHECK(police.personal);
  const std::string written = write_policy(policy);
  CHECK(write_policy(read_policy(written)) == written);
}

TEST_CASE("a policy without platforms is written without them") {
  CHECK(write_policy(read_policy(document(R"("name":"x")"))).find("platforms") ==
        std::string::npos);
}

TEST_CASE("faults of form of a platform are told together") {
  CHECK(faults_of([] {
          (void)read_policy(document(R"("platforms": [{"means": "never", "sends": ["fly"],
            "steps": [{"theirs": "x", "action": "walk"}, {}], "colour": 1}])"));
        }) == "json.missing platforms[0].system\n"
              "json.missing platforms[0].unit\n"
              "json.unknown_word platforms[0].means\n"
              "json.unknown_word platforms[0].sends\n"
              "json.unknown_word platforms[0].steps[0].action\n"
              "json.missing platforms[0].steps[1].theirs\n"
              "json.missing platforms[0].steps[1].action\n"
              "json.unknown_key platforms[0].colour\n");
}

TEST_CASE("messages are read from an array or an object that has them") {
  const std::string one = R"({"message_id": "1", "external_id": "ZF-1", "number": "N-1",
    "step": "签收", "category": "A-17",
    "action": {"performer": "王建平", "happened": "2023-11-06T09:32:00+08:00"}})";
  for (const std::string& text : {"[" + one + "]", R"({"messages": [)" + one + "]}"}) {
    const auto messages = read_messages(text);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].message_id == "1");
    CHECK(messages[0].external_id == "ZF-1");
    CHECK(messages[0].number == "N-1");
    CHECK(messages[0].step == "签收");
    CHECK(messages[0].category == "A-17");
    CHECK(messages[0].action.kind == ActionKind::comment);
    CHECK(messages[0].action.performer == "王建平");
    CHECK(messages[0].action.happened.has_value());
  }
  CHECK(read_messages("[]").empty());
}

TEST_CASE("faults of form of messages are told together") {
  CHECK(faults_of([] {
          (void)read_messages(R"([{"action": {"kind": "fly"}}, {"message_id": "1", "x": 2}])");
        }) == "json.missing messages[0].message_id\n"
              "json.unknown_word messages[0].action.kind\n"
              "json.unknown_key messages[1].x\n");
  CHECK(faults_of([] { (void)read_messages("[{"); }) != "none");
}

TEST_CASE("an outbox is written with what each message says") {
  Outbox box;
  box.acknowledged = 3;
  box.last = 7;
  box.more = true;
  OutMessage& message = box.messages.emplace_back();
  message.sequence = 7;
  message.number = "N-1";
  message.external_id = "ZF-1";
  message.event.case_id = CaseId{12};
  message.event.version = 2;
  message.event.actor = {"330881", "", "seat"};
  message.event.action.note = "尽快";
  message.opening.emplace().title = "条幅";
  const std::string text = write_outbox(box);
  for (const char* part :
       {R"("sequence":7,"number":"N-1","external_id":"ZF-1","event":{"case_id":"12","version":2)",
        R"("actor":{"unit":"330881","post":"seat"})", R"("note":"尽快")", R"("title":"条幅")",
        R"("acknowledged":3,"last":7,"more":true})"}) {
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("the examples of its page are messages") {
  const std::string page =
      gridcase::test::read_file(GRIDCASE_TESTS_DIR "/../src/model/platform.schema.md");
  const auto blocks = gridcase::test::json_blocks(page);
  REQUIRE(blocks.size() == 1);
  CHECK(read_messages(blocks.front()).size() == 2);
}
