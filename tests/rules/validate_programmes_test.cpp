// What can be wrong with campaigns and patrol checklists.
#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <functional>

using namespace gridcase;

namespace {

// "code path" of each fault after the edit, a line each.
std::string faults_after(const std::function<void(Policy&)>& edit) {
  Policy policy;
  policy.organization = test::small_organization();
  edit(policy);
  std::string text;
  for (const Fault& fault : validate(policy)) {
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
    text += fault.code + " " + fault.path + "\n";
  }
  return text;
}

std::string faults_of(std::vector<Campaign> campaigns) {
  return faults_after([&](Policy& policy) { policy.campaigns = campaigns; });
}

std::string faults_of(std::vector<PatrolList> lists) {
  return faults_after([&](Policy& policy) { policy.patrol_lists = lists; });
}

constexpr Date first{2021, 1, 1};
constexpr Date last{2030, 12, 31};

std::string repeated(const char* text, std::size_t times) {
  std::string many;
  for (; times > 0; --times)
    many += text;
  return many;
}

}  // namespace

TEST_CASE("campaigns and checklists that use everything there is have no fault") {
  CHECK(faults_after([](Policy& policy) {
          policy.campaigns = {{"fish", "长江禁捕", first, last, {"330881001", "330881"}, {"04"}},
                              {"one-day", "", first, first, {"330881001001001"}, {}}};
          policy.patrol_lists = {
              {"a", "网格", {{"1", "路", "平", "04"}, {"2", "", repeated("长", 200), "040401"}}},
              {"b", "", {{"1", "", "a", "0404"}}}};
        }).empty());
}

TEST_CASE("a campaign has a code of its own and ends no sooner than it begins") {
  CHECK(faults_of(std::vector<Campaign>{{"", "", first, last, {}, {}},
                                        {"长江", "", first, last, {}, {}},
                                        {"a", "", last, first, {}, {}},
                                        {"a", "", {}, {2021, 2, 29}, {}, {}},
                                        {"b", "", {1899, 12, 31}, {2501, 1, 1}, {}, {}}}) ==
        "campaign.code_invalid campaigns[0].code\n"
        "campaign.code_invalid campaigns[1].code\n"
        "campaign.until campaigns[2].until\n"
        "campaign.code_twice campaigns[3].code\n"
        "campaign.day campaigns[3].from\n"
        "campaign.day campaigns[3].until\n"
        "campaign.day campaigns[4].from\n"
        "campaign.day campaigns[4].until\n");
}

TEST_CASE("a campaign is on ground and for categories that there are") {
  CHECK(faults_of(std::vector<Campaign>{
            {"a", "", first, last, {"330881", "nowhere", "sz"}, {"04", "99", ""}}}) ==
        "campaign.unit_unknown campaigns[0].units[1]\n"
        "campaign.unit_kind campaigns[0].units[2]\n"
        "campaign.category_unknown campaigns[0].categories[1]\n"
        "campaign.category_unknown campaigns[0].categories[2]\n");
}

TEST_CASE("a checklist has a code of its own and clauses to look at") {
  CHECK(faults_of(std::vector<PatrolList>{{"a b", "", {{"1", "", "a", "04"}}},
                                          {"a", "", {}},
                                          {"a", "", {{"1", "", "a", "04"}}},
                                          {"b", repeated("长", 201), {{"1", "", "a", "04"}}},
                                          {"c", " ", {{"1", "", "a", "04"}}}}) ==
        "patrol_list.code_invalid patrol_lists[0].code\n"
        "patrol_list.clauses patrol_lists[1].clauses\n"
        "patrol_list.code_twice patrol_lists[2].code\n"
        "patrol_list.name patrol_lists[3].name\n"
        "patrol_list.name patrol_lists[4].name\n");
}

TEST_CASE("a clause has a code of its own in the list, a text and a category") {
  CHECK(faults_of(std::vector<PatrolList>{{"a",
                                           "",
                                           {{"1", "", "a", "04"},
                                            {"1", "", "a", "04"},
                                            {"?", "", "a", "04"},
                                            {"2", "", "", "04"},
                                            {"3", "", repeated("长", 201), "04"},
                                            {"4", "", "\t ", "04"},
                                            {"5", "", "a", "99"}}},
                                          {"b", "", {{"1", "", "a", ""}}}}) ==
        "patrol_list.clause_code_twice patrol_lists[0].clauses[1].code\n"
        "patrol_list.clause_code_invalid patrol_lists[0].clauses[2].code\n"
        "patrol_list.clause_text patrol_lists[0].clauses[3].text\n"
        "patrol_list.clause_text patrol_lists[0].clauses[4].text\n"
        "patrol_list.clause_text patrol_lists[0].clauses[5].text\n"
        "patrol_list.clause_category_unknown patrol_lists[0].clauses[6].category\n"
        "patrol_list.clause_category_unknown patrol_lists[1].clauses[0].category\n");
}

TEST_CASE("a checklist has no more clauses than a record counts") {
  PatrolList list{"a", "", {}};
  for (int i = 0; i < 1000; ++i)
    list.clauses.push_back({std::to_string(i), "", "a", "04"});
  CHECK(faults_of(std::vector<PatrolList>{list}).empty());
  list.clauses.push_back({"1000", "", "a", "04"});
  CHECK(faults_of(std::vector<PatrolList>{list}) ==
        "patrol_list.clauses patrol_lists[0].clauses\n");
}

TEST_CASE("the campaign and the checklist of the example have no fault") {
  const std::string folder = std::string(GRIDCASE_TESTS_DIR) + "/../examples/haian/";
  std::string programmes = test::read_file(folder + "programmes.json");
  programmes.replace(programmes.rfind('}'), 1, ",\"organization\":");
  const Policy policy =
      read_policy(programmes + test::read_file(folder + "organization.json") + "}");
  REQUIRE(policy.campaigns.size() == 1);
  REQUIRE(policy.patrol_lists.size() == 1);
  CHECK(policy.patrol_lists.front().clauses.size() == 10);
  CHECK(test::listed(validate(policy)) == "");
}
