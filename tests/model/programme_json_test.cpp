// Campaigns and patrol checklists as documents.
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

const char* const complete = R"("campaigns": [
    {"code": "fish", "name": "长江禁捕", "from": "2021-01-01", "until": "2030-12-31",
     "units": ["330881001", "330881101"], "categories": ["04"]},
    {"code": "games", "from": "2023-09-23", "until": "2023-09-23"}],
  "patrol_lists": [
    {"code": "syn", "name": "网格巡查", "clauses": [
      {"code": "1.1", "item": "道路", "text": "路面平整", "category": "0401"},
      {"code": "1.2", "text": "窨井盖完好", "category": "0404"}]},
    {"code": "bare", "clauses": []}])";

}  // namespace

TEST_CASE("every key of campaigns and checklists ends where it belongs") {
  const Policy policy = read_policy(document(complete));
  REQUIRE(policy.campaigns.size() == 2);
  const Campaign& fish = policy.campaigns[0];
  CHECK(fish.code == "fish");
  CHECK(fish.name == "长江禁捕");
  CHECK(fish.from == Date{2021, 1, 1});
  CHECK(fish.until == Date{2030, 12, 31});
  CHECK(fish.units == std::vector<std::string>{"330881001", "330881101"});
  CHECK(fish.categories == std::vector<std::string>{"04"});
  CHECK(policy.campaigns[1].name.empty());
  CHECK(policy.campaigns[1].units.empty());
  CHECK(policy.campaigns[1].categories.empty());
  REQUIRE(policy.patrol_lists.size() == 2);
  const PatrolList& list = policy.patrol_lists[0];
  CHECK(list.code == "syn");
  CHECK(list.name == "网格巡查");
  REQUIRE(list.clauses.size() == 2);
  CHECK(list.clauses[0].code == "1.1");
  CHECK(list.clauses[0].item == "道路");
  CHECK(list.clauses[0].text == "路面平整");
  CHECK(list.clauses[0].category == "0401");
  CHECK(list.clauses[1].item.empty());
  CHECK(policy.patrol_lists[1].clauses.empty());
}

TEST_CASE("campaigns and checklists read back as they were written") {
  const std::string written = write_policy(read_policy(document(complete)));
  CHECK(write_policy(read_policy(written)) == written);
  for (
      const char* text :
      {R"("campaigns":[{"code":"fish","name":"长江禁捕","from":"2021-01-01","until":"2030-12-31",)"
       R"("units":["330881001","330881101"],"categories":["04"]},)"
       R"({"code":"games","from":"2023-09-23","until":"2023-09-23"}],"patrol_lists":[)",
       R"({"code":"syn","name":"网格巡查","clauses":[{"code":"1.1","item":"道路",)"
       R"("text":"路面平整","category":"0401"},)"
       R"({"code":"1.2","text":"窨井盖完好","category":"0404"}]},{"code":"bare","clauses":[]}])"}) {
    CAPTURE(text);
    CHECK(written.find(text) != std::string::npos);
  }
}

TEST_CASE("a policy without campaigns and checklists does not speak of them") {
  Policy policy;
  policy.organization = test::small_organization();
  const std::string written = write_policy(policy);
  CHECK(written.find("campaigns") == std::string::npos);
  CHECK(written.find("patrol_lists") == std::string::npos);
  CHECK(write_policy(read_policy(written)) == written);
}

TEST_CASE("every fault of form in campaigns and checklists is named with its whole path") {
  CHECK(faults_of(R"("campaigns":[{"from":"2021-02-29","til":"2021-03-01","units":"330881"},
                                  {"code":"a","from":"soon","until":20210301}],
    "patrol_lists":[{"clauses":[{"code":"1"},{"text":"a","category":"04","class":"x"}]},
                    {"code":"b","clauses":{}}])") ==
        "json.missing campaigns[0].code\n"
        "json.date campaigns[0].from\n"
        "json.missing campaigns[0].until\n"
        "json.type campaigns[0].units\n"
        "json.unknown_key campaigns[0].til\n"
        "json.date campaigns[1].from\n"
        "json.type campaigns[1].until\n"
        "json.missing patrol_lists[0].code\n"
        "json.missing patrol_lists[0].clauses[0].text\n"
        "json.missing patrol_lists[0].clauses[0].category\n"
        "json.missing patrol_lists[0].clauses[1].code\n"
        "json.unknown_key patrol_lists[0].clauses[1].class\n"
        "json.type patrol_lists[1].clauses\n");
}
