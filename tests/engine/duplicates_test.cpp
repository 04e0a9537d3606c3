#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

using Ids = std::vector<CaseId>;

const Point here{118.6, 28.7};
const Point near_by{118.6, 28.7001};  // eleven metres
const Point away{118.6, 28.701};

Edit at_place(Point point, const std::string& title = "污水外溢") {
  return [=](Action& action) {
    action.point = point;
    action.title = title;
  };
}

Action report_at(Point point) {
  Action action;
  action.kind = A::report;
  action.title = "污水外溢";
  action.category = "0404";
  action.point = point;
  return action;
}

Ids ids_of(const std::vector<DuplicateCandidate>& candidates) {
  Ids ids;
  for (const DuplicateCandidate& it : candidates)
    ids.push_back(it.case_id);
  return ids;
}

Ids of_case(County& county, CaseId id, const std::string& unit = centre) {
  return ids_of(county.engine().duplicates(id, 20, {unit, "", ""}, county.now()));
}

}  // namespace

TEST_CASE("reports near each other may be about the same matter") {
  County county;
  const CaseId first = county.report(centre, at_place(here));
  const CaseId second = county.report(centre, at_place(near_by, "井盖丢失"));
  county.report(centre, at_place(away));
  CHECK(of_case(county, first) == Ids{second});
  CHECK(of_case(county, second) == Ids{first});
  const auto list = county.engine().duplicates(report_at(here), 20, {centre, "", ""}, county.now());
  CHECK(ids_of(list) == Ids{first, second});
  CHECK(list.front().number == county.whole(first).number);
  CHECK(list.front().state == county.state(first));
  CHECK(list.front().alike_percent == 100);
  CHECK(list.front().same_category);
  CHECK(list.front().because.find("0 m") == 0);
  CHECK(ids_of(county.engine().duplicates(report_at(here), 1, {centre, "", ""}, county.now())) ==
        Ids{first});
}

TEST_CASE("what is long ago, of another category or nowhere like it is not") {
  County county;
  const CaseId first = county.report(centre, at_place(here));
  county.report(centre, [](Action& action) {
    action.point = here;
    action.category = "0401";
  });
  const CaseId without_place =
      county.report(centre, [](Action& action) { action.title = "污水外溢严重"; });
  county.report(centre, [](Action& action) { action.title = "路灯不亮"; });
  CHECK(of_case(county, first) == Ids{without_place});
  county.pass(std::chrono::hours(25));
  CHECK(county.engine().duplicates(report_at(here), 20, {centre, "", ""}, county.now()).empty());
  Action earlier = report_at(here);
  earlier.occurred = county.now() - std::chrono::hours(25);
  CHECK(ids_of(county.engine().duplicates(earlier, 20, {centre, "", ""}, county.now())) ==
        Ids{first, without_place});
}

TEST_CASE("what was told apart, merged or annulled is left out") {
  County county;
  const CaseId first = county.report(centre, at_place(here));
  const CaseId told_apart = county.report(centre, at_place(here));
  const CaseId merged = county.report(centre, at_place(here));
  const CaseId annulled = county.report(centre, at_place(here));
  CHECK(of_case(county, first).size() == 3);
  county.must(A::link, told_apart, centre, [&](Action& action) {
    action.other_case = first;
    action.relation = Relation::distinct;
  });
  county.must(A::merge, merged, centre, [&](Action& action) { action.other_case = first; });
  county.must(A::annul, annulled, centre, because("mistake"));
  CHECK(of_case(county, first).empty());
  CHECK(of_case(county, told_apart).empty());
  CHECK(ids_of(county.engine().duplicates(report_at(here), 20, {centre, "", ""}, county.now())) ==
        Ids{told_apart, first});
}

TEST_CASE("drills are duplicates of drills") {
  County county;
  const CaseId real = county.report(centre, at_place(here));
  const auto drill = [](Action& action) {
    action.point = here;
    action.drill = true;
  };
  const CaseId first = county.report(centre, drill);
  const CaseId second = county.report(centre, drill);
  CHECK(of_case(county, real).empty());
  CHECK(of_case(county, first) == Ids{second});
}

TEST_CASE("only what the actor may see is told") {
  County county;
  const CaseId mine = county.report(grid, [](Action& action) { action.title = "污水外溢"; });
  const CaseId other = county.report(other_grid, [](Action& action) { action.title = "污水外溢"; });
  CHECK(of_case(county, mine, centre) == Ids{other});
  CHECK(of_case(county, mine, grid).empty());
  CHECK(of_case(county, other, grid).empty());
}

TEST_CASE("the policy says what is alike") {
  Policy policy;
  policy.organization = small_organization();
  policy.duplicates.metres = 200;
  policy.duplicates.within = std::chrono::hours(1);
  County county(policy);
  const CaseId first = county.report(centre, at_place(here));
  const CaseId second = county.report(centre, at_place(away));
  CHECK(of_case(county, first) == Ids{second});
  county.pass(std::chrono::hours(2));
  CHECK(county.engine().duplicates(report_at(here), 20, {centre, "", ""}, county.now()).empty());

  const Policy again = read_policy(write_policy(policy));
  CHECK(again.duplicates.metres == 200);
  CHECK(again.duplicates.within == std::chrono::hours(1));
  CHECK(again.duplicates.same_category);
  CHECK(again.duplicates.alike_percent == 40);
  policy.duplicates = {};
  CHECK(write_policy(policy).find("duplicates") == std::string::npos);
  policy.duplicates.metres = 2001;
  policy.duplicates.within = {};
  policy.duplicates.alike_percent = 0;
  const auto faults = validate(policy);
  CHECK(has_fault(faults, "duplicates.metres"));
  CHECK(has_fault(faults, "duplicates.within"));
  CHECK(has_fault(faults, "duplicates.alike_percent"));
}

TEST_CASE("reports with other titles may have the same text, but never the sensitive ones") {
  const std::string text = "中山路十二号门前污水流到街上行人无法通过请尽快处理";
  for (const bool is_sensitive : {false, true}) {
    Policy policy;
    policy.organization = small_organization();
    for (Category& category : policy.organization.categories)
      category.sensitive = is_sensitive;
    County county(policy);
    const auto told = [&](const std::string& title) {
      county.pass(std::chrono::minutes(10));
      return county.report(centre, [&](Action& action) {
        action.point.reset();
        action.title = title;
        action.text = text;
      });
    };
    const CaseId first = told("污水外溢");
    const CaseId second = told("路面不平");
    const Ids expected = is_sensitive ? Ids{} : Ids{first};
    CHECK(of_case(county, second) == expected);
    Action report = report_at(here);
    report.point.reset();
    report.title = "道路";
    report.text = text;
    const auto list = county.engine().duplicates(report, 20, {centre, "", ""}, county.now());
    CHECK(list.size() == (is_sensitive ? 0 : 2));
  }
}

TEST_CASE("a question that cannot be asked is refused") {
  County county;
  const Actor actor{centre, "", ""};
  CHECK_THROWS_AS(county.engine().duplicates(report_at(here), 0, actor, county.now()), Error);
  CHECK_THROWS_AS(county.engine().duplicates(report_at(here), 101, actor, county.now()), Error);
  Action unknown = report_at(here);
  unknown.category = "unheard-of";
  CHECK_THROWS_AS(county.engine().duplicates(unknown, 5, actor, county.now()), Error);
  CHECK(county.engine().duplicates(CaseId{77}, 5, actor, county.now()).empty());
}
