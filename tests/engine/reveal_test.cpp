// What a sensitive case shows, what is revealed and logged, and what erasing takes.
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

Organization with_sensitive_disputes() {
  Organization organization = small_organization();
  for (Category& category : organization.categories)
    category.sensitive = category.code == "0404";
  return organization;
}

CaseId told(County& county, const std::string& category) {
  return county.report(grid, [&](Action& action) {
    action.category = category;
    action.text = "李家的事";
    action.address = "某路1号";
    action.parties = {{"reporter", "李四", "13900001234", "某路1号"}};
  });
}

std::size_t reveals(County& county, CaseId id) {
  const auto events = county.engine().history(id, {centre, "", ""});
  return static_cast<std::size_t>(
      std::count_if(events.begin(), events.end(),
                    [](const Event& event) { return event.action.kind == A::reveal; }));
}

}  // namespace

TEST_CASE("a sensitive case shows no text to anybody until it is revealed, and that is logged") {
  County county({}, with_sensitive_disputes());
  const CaseId id = told(county, "040401");
  for (const std::string& unit : {centre, grid, village}) {
    const auto whole = county.engine().get(id, {unit, "", ""});
    REQUIRE(whole);
    CHECK(whole->title == "***");
    CHECK(whole->text.empty());
    CHECK(whole->address.empty());
    CHECK(whole->parties.empty());
  }
  for (const Event& event : county.engine().history(id, {centre, "", ""}))
    CHECK(event.action.text.empty());
  for (const Event& event : county.engine().read_log(0, 100, {centre, "", ""}))
    CHECK(event.action.text.empty());
  CHECK(county.engine().find({}, {centre, "", ""}).cases.at(0).title == "***");

  SearchQuery query;
  query.text = "污水";
  const SearchPage page = county.engine().search(query, {centre, "", ""});
  REQUIRE(page.hits.size() == 1);
  CHECK(page.hits.front().summary.title == "***");
  CHECK_FALSE(page.hits.front().summary.point);

  const std::string holder = county.whole(id).holder;
  const auto revealed = county.engine().reveal(id, "review", {holder, "", ""}, county.now());
  REQUIRE(revealed.found);
  CHECK(revealed.found->text == "李家的事");
  CHECK(revealed.found->parties.at(0).telephone == "13900001234");
  CHECK(reveals(county, id) == 1);
  CHECK(county.whole(id).text.empty());
  CHECK(county.engine().verify().findings.empty());
}

TEST_CASE("a case leaves the sensitive categories only by who may read it") {
  Organization organization = with_sensitive_disputes();
  Role seat;
  seat.code = "seat";
  seat.name = "seat";
  seat.reads = Role::Reads::everything;
  Role secretary = seat;
  secretary.code = "secretary";
  secretary.name = "secretary";
  secretary.sensitive = true;
  organization.roles = {seat, secretary};
  organization.persons.clear();
  organization.leading_groups.clear();
  for (const Role& role : organization.roles) {
    Person person;
    person.code = role.code;
    person.name = role.code;
    person.unit = centre;
    person.posts.emplace_back().role = role.code;
    organization.persons.push_back(person);
  }
  County county({}, organization);
  const CaseId id = told(county, "040401");
  Action reclassify;
  reclassify.kind = A::reclassify;
  reclassify.case_id = id;
  reclassify.category = "04";
  const auto by = [&](const char* person) {
    return county.engine().submit(reclassify, {centre, person, ""}, county.now());
  };
  const Answer refused = by("seat");
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->code == RefusalCode::not_permitted);
  CHECK(refused.refusal->field == "category");
  CHECK(county.engine().get(id, {centre, "secretary", ""})->text.empty());

  reclassify.category = "0404";  // to another that is sensitive
  CHECK(by("seat").ok());
  reclassify.category = "04";
  CHECK(by("secretary").ok());
  CHECK(county.engine().get(id, {centre, "seat", ""})->text == "李家的事");
}

TEST_CASE("without roles it leaves them by the holder or the command centre") {
  County county({}, with_sensitive_disputes());
  const CaseId id = told(county, "040401");
  county.must(A::file, id, grid);
  county.must(A::escalate, id, grid, because("beyond_us"));
  const auto out = [](Action& action) { action.category = "04"; };
  CHECK(county.act(A::reclassify, id, grid, out).refusal->field == "category");
  county.must(A::reclassify, id, county.whole(id).holder, out);
}

TEST_CASE("without roles the holder and the command centre reveal personal data, nobody else") {
  County county;
  const CaseId id = told(county, "0404");
  CHECK(county.whole(id).parties.at(0).name != "李四");
  const auto refused = county.engine().reveal(id, "callback", {drains, "", ""}, county.now());
  CHECK_FALSE(refused.found);
  CHECK(refused.answer.refusal->code == RefusalCode::unknown_case);
  const auto centre_sees = county.engine().reveal(id, "callback", {centre, "", ""}, county.now());
  REQUIRE(centre_sees.found);
  CHECK(centre_sees.found->parties.at(0).name == "李四");
  CHECK_FALSE(county.engine().reveal(id, "", {centre, "", ""}, county.now()).found);
  CHECK(reveals(county, id) == 1);
}

TEST_CASE("an ended case is erased with its texts, and its record still verifies") {
  County county;
  const CaseId id = told(county, "0404");
  CHECK(county.act(A::erase, id, centre, because("term_over")).refusal->code ==
        RefusalCode::not_possible);
  county.must(A::annul, id, centre, because("duplicate"));
  CHECK(county.act(A::erase, id, grid, because("term_over")).refusal->code ==
        RefusalCode::not_permitted);
  county.must(A::erase, id, centre, because("term_over"));
  const Case whole = county.whole(id);
  CHECK(whole.title.empty());
  CHECK(whole.text.empty());
  CHECK(whole.address.empty());
  CHECK(std::all_of(whole.parties.begin(), whole.parties.end(),
                    [](const Party& party) { return party.name.empty(); }));
  const auto events = county.engine().history(id, {centre, "", ""});
  CHECK(events.back().action.reason == "term_over");
  CHECK(county.act(A::comment, id, centre, [](Action& a) { a.note = "还有"; }).status ==
        Status::refused);
  CHECK(county.act(A::erase, id, centre, because("again")).status == Status::refused);
  // Nobody could answer it any more.
  CHECK(county.act(A::reopen, id, centre, because("again")).status == Status::refused);
  for (const Allowed& one : county.engine().allowed(id, {centre, "", ""}, county.now()))
    CHECK((one.action != A::reopen && one.action != A::erase));
  CHECK_FALSE(county.engine().may(A::reopen, id, {centre, "", ""}, county.now()));
  CHECK(county.engine().verify().findings.empty());
  county.reopen();
  CHECK(county.engine().verify().findings.empty());
  CHECK(county.engine().find({}, {centre, "", ""}).cases.at(0).title.empty());
}

TEST_CASE("the public view of a sensitive case does not say what was replied") {
  County county({}, with_sensitive_disputes());
  for (const std::string category : {"040401", "0401"}) {
    CAPTURE(category);
    const CaseId id = told(county, category);
    county.must(A::annul, id, centre, [](Action& action) {
      action.reason = "duplicate";
      action.reply = "李家的事已有结果";
    });
    const std::string code = county.engine().public_code(id, {centre, "", ""});
    const auto view = county.engine().public_view(county.whole(id).number, code);
    REQUIRE(view);
    CHECK(view->reply.empty() == (category == "040401"));
  }
}

TEST_CASE("who spoke in confidence is no party of a case that others read") {
  County county({}, with_sensitive_disputes());
  for (const std::string category : {"0404", "0401"}) {
    CAPTURE(category);
    const CaseId contact =
        county
            .must(A::enter_record, CaseId::none, "12345",
                  [&](Action& action) {
                    action.nature = Nature::contact;
                    action.title = "家里的事";
                    action.category = category;
                    action.parties = {{"requester", "王小明", "13800000000", ""}};
                  })
            .case_id;
    const CaseId id = county.report("12345", [&](Action& action) {
      action.category = "0401";
      action.grid = grid;
      action.tier = Tier::county;
      action.other_case = contact;
      action.relation = Relation::follows;
    });
    const bool is_open = category == "0401";
    CHECK(county.whole(id).parties.size() == (is_open ? 1U : 0U));
    const auto revealed = county.engine().reveal(id, "callback", {centre, "", ""}, county.now());
    REQUIRE(revealed.found);
    CHECK(revealed.found->parties.size() == (is_open ? 1U : 0U));
  }
}
