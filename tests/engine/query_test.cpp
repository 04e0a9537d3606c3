// Questions: what is seen, by whom, in which order.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

std::vector<CaseId> all_pages(Engine& engine, CaseQuery query, const std::string& unit) {
  std::vector<CaseId> ids;
  for (;;) {
    const CasePage page = engine.find(query, {unit, "", ""});
    for (const CaseSummary& summary : page.cases)
      ids.push_back(summary.id);
    if (!page.next) return ids;
    query.after = *page.next;
  }
}

}  // namespace

TEST_CASE("pages join to the whole list without gap or repetition") {
  County county;
  std::vector<CaseId> made;
  for (int i = 0; i < 25; ++i)
    made.push_back(county.report(i % 2 == 0 ? grid : other_grid));
  CaseQuery query;
  query.limit = 4;
  CHECK(all_pages(county.engine(), query, centre) == made);
}

TEST_CASE("each unit lists what it may see") {
  County county;
  const CaseId here = county.report(grid);
  const CaseId there = county.report(other_grid);
  CHECK(all_pages(county.engine(), {}, room) == std::vector<CaseId>{here});
  CHECK(all_pages(county.engine(), {}, other_grid) == std::vector<CaseId>{there});
  CHECK(all_pages(county.engine(), {}, drains).empty());
  CHECK(all_pages(county.engine(), {}, centre) == std::vector<CaseId>{here, there});
}

TEST_CASE("a department lists the cases it has orders in") {
  County county;
  county.report();
  const CaseId id = county.dispatched();
  CaseQuery query;
  query.assigned = drains;
  CHECK(all_pages(county.engine(), query, drains) == std::vector<CaseId>{id});
  county.must(A::sign, id, drains);
  county.must(A::feedback, id, drains);
  CHECK(all_pages(county.engine(), query, drains).empty());
}

TEST_CASE("lists can be narrowed by stage, category and time") {
  County county;
  const CaseId sewage = county.report();
  const CaseId road = county.report(grid, [](Action& a) { a.category = "0401"; });
  county.must(A::file, road, grid);
  CaseQuery by_stage;
  by_stage.stage = Stage::file;
  CHECK(all_pages(county.engine(), by_stage, centre) == std::vector<CaseId>{road});
  CaseQuery by_category;
  by_category.category = "0404";
  CHECK(all_pages(county.engine(), by_category, centre) == std::vector<CaseId>{sewage});
  by_category.category = "04";
  CHECK(all_pages(county.engine(), by_category, centre) == std::vector<CaseId>{sewage, road});
  CaseQuery by_time;
  by_time.reported_from = county.whole(road).reported;
  CHECK(all_pages(county.engine(), by_time, centre) == std::vector<CaseId>{road});
}

TEST_CASE("a wrong query names the field") {
  County county;
  const auto field = [&](const CaseQuery& query) -> std::string {
    try {
      (void)county.engine().find(query, {centre, "", ""});
    } catch (const Error& error) {
      return error.field();
    }
    return "none";
  };
  CaseQuery two;
  two.holder = room;
  two.grid = grid;
  CHECK(field(two) == "query");
  CaseQuery unknown;
  unknown.holder = "nowhere";
  CHECK(field(unknown) == "holder");
  CaseQuery large;
  large.limit = 1001;
  CHECK(field(large) == "limit");
  CaseQuery category;
  category.category = "x";
  CHECK(field(category) == "category");
}

TEST_CASE("a board counts open and closed cases and leaves drills out") {
  County county;
  county.report();
  const CaseId closed = county.in_review();
  county.must(A::close, closed, centre);
  county.report(grid, [](Action& a) { a.drill = true; });
  BoardQuery query;
  query.by = BoardKey::township;
  query.open_only = false;
  const Board board = county.engine().board(query, {centre, "", ""});
  REQUIRE(board.lines.size() == 1);
  CHECK(board.lines[0].key == room);
  CHECK(board.lines[0].open == 1);
  CHECK(board.lines[0].closed == 1);
  CHECK(board.total.by_stage[0] == 1);
}

TEST_CASE("personal data is masked in what queries return") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"requester", "李小明", "13800001111", "鹿溪中路123幢201"}};
  });
  const Party party = county.whole(id).parties.front();
  CHECK(party.name == "李**");
  CHECK(party.telephone == "***11");
  CHECK(party.address == "***");
  const auto events = county.engine().history(id, {grid, "", ""});
  CHECK(events.front().action.parties.front().name == "李**");
  CHECK_FALSE(events.front().erased);
}

TEST_CASE("who is named again has the new part, and the history keeps the old one") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"affected", "乙", "", "东街 1 号", ""},
                 {"requester", "甲", "13800000001", "", ""}};
  });
  const auto amend = [&](std::vector<Party> parties) {
    county.must(A::amend, id, grid, [&](Action& a) { a.parties = std::move(parties); });
  };
  const auto parts = [&] {
    std::string text;
    const auto found = county.engine().reveal(id, "check", {centre, "", ""}, county.now());
    REQUIRE(found.found);
    for (const Party& party : found.found->parties) {
      text += party.role + " " + party.name + " " + party.telephone + " " + party.address + ";";
    }
    return text;
  };
  amend({{"respondent", "乙", "13800000002", "", ""}});
  CHECK(parts() == "requester 甲 13800000001 ;respondent 乙 13800000002 东街 1 号;");
  amend({{"requester", "甲", "13800000003", "", ""}});
  amend({{"owner", "甲", "", "", ""}});  // one of two, or a third
  amend({{"owner", "", "", "", ""}, {"owner", "", "", "", ""}});
  CHECK(county.whole(id).parties.size() == 6);
  amend({{"none", "甲", "13800000001", "", ""}, {"none", "丙", "", "", ""}});
  CHECK(parts() == "respondent 乙 13800000002 东街 1 号;requester 甲 13800000003 ;owner 甲  ;owner "
                   "  ;owner   ;");
  amend({{"none", "甲", "", "", ""}});
  amend({{"requester", "乙", "", "", ""}, {"owner", "乙", "", "", ""}});
  CHECK(parts() == "owner   ;owner   ;requester 乙 13800000002 东街 1 号;"
                   "owner 乙 13800000002 东街 1 号;");
  std::size_t said = 0;
  for (const Event& event : county.engine().history(id, {centre, "", ""}))
    said += event.action.parties.size();
  CHECK(said == 12);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what is allowed is what is possible and permitted") {
  County county;
  const CaseId id = county.dispatched();
  const auto kinds = [&](const std::string& unit) {
    std::set<ActionKind> set;
    for (const Allowed& allowed : county.engine().allowed(id, {unit, "", ""}, county.now())) {
      set.insert(allowed.action);
    }
    return set;
  };
  CHECK(kinds(drains).count(A::sign) == 1);
  CHECK(kinds(drains).count(A::withdraw) == 0);
  CHECK(kinds(centre).count(A::withdraw) == 1);
  CHECK(kinds(centre).count(A::sign) == 0);
  CHECK(kinds(other_room).empty());
  CHECK(kinds(drains).count(A::feedback) == 0);
  county.must(A::sign, id, drains);
  CHECK(kinds(drains).count(A::sign) == 0);
  CHECK(kinds(drains).count(A::feedback) == 1);
}

TEST_CASE("the log is the whole history in order, for the centre only") {
  County county;
  const CaseId id = county.report();
  county.must(A::file, id, grid);
  const auto events = county.engine().read_log(0, 100, {centre, "", ""});
  REQUIRE(events.size() == 3);
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(events[i].sequence == static_cast<std::int64_t>(i) + 1);
  }
  CHECK(events[0].case_id == CaseId::none);
  CHECK(county.engine().read_log(2, 100, {centre, "", ""}).size() == 1);
  CHECK_THROWS_AS((void)county.engine().read_log(0, 100, {room, "", ""}), Error);
}

TEST_CASE("no unit is left with an order in a case that has ended") {
  County county;
  CaseQuery query;
  query.assigned = drains;
  const CaseId annulled = county.dispatched();
  county.must(A::annul, annulled, centre, because("double"));
  CHECK(county.whole(annulled).assignments.front().state == AssignmentState::released);
  CHECK(all_pages(county.engine(), query, drains).empty());

  const CaseId merged = county.dispatched();
  const CaseId other = county.report();
  county.must(A::merge, merged, centre, [&](Action& a) { a.other_case = other; });
  CHECK(all_pages(county.engine(), query, drains).empty());
  county.must(A::unmerge, merged, centre, because("different_place"));
  CHECK(all_pages(county.engine(), query, drains) == std::vector<CaseId>{merged});
}

TEST_CASE("a case names its parts and what goes on in it, as far as the actor sees them") {
  County county;
  const CaseId whole = county.report();
  const auto related = [&](ActionKind kind, CaseId id, const std::string& by) {
    return county
        .must(kind, id, by,
              [&](Action& a) {
                a.other_case = whole;
                if (kind != A::report) return;
                a.title = "a part";
                a.category = "0404";
                a.relation = Relation::part_of;
              })
        .case_id;
  };
  const CaseId here = related(A::report, CaseId::none, grid);
  const CaseId elsewhere = related(A::report, CaseId::none, centre);
  const CaseId merged = county.report();
  related(A::merge, merged, grid);
  const Case seen = county.whole(whole);
  CHECK(seen.parts == std::vector<CaseId>{here, elsewhere});
  CHECK(seen.merged == std::vector<CaseId>{merged});
  CHECK(county.engine().get(whole, {grid, "", ""})->parts == std::vector<CaseId>{here});
  CHECK(county.whole(here).parts.empty());
  county.must(A::split, here, grid);
  county.must(A::unmerge, merged, grid, because("different_place"));
  CHECK(county.whole(whole).parts == std::vector<CaseId>{elsewhere});
  CHECK(county.whole(whole).merged.empty());
}

TEST_CASE("an unknown person is told so, not shown an empty list") {
  County county;
  CHECK_THROWS_AS((void)county.engine().find({}, {centre, "nobody", ""}), Error);
}

TEST_CASE("without a case, a report, a transfer from outside and a record are allowed") {
  County county;
  const auto list = county.engine().allowed(CaseId::none, {grid, "", ""}, county.now());
  REQUIRE(list.size() == 3);
  CHECK(list[0].action == A::report);
  CHECK(list[1].action == A::transfer_in);
  CHECK(list[2].action == A::enter_record);
}
