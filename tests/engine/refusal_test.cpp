// What is refused, and that a refusal says what to do.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

Refusal refusal(const Answer& answer) {
  REQUIRE(answer.refusal.has_value());
  CHECK_FALSE(answer.refusal->reason.empty());
  return *answer.refusal;
}

}  // namespace

TEST_CASE("unknown ids are refused by name") {
  County county;
  const CaseId id = county.report();
  CHECK(refusal(county.act(A::comment, CaseId{42}, centre, [](Action& a) { a.note = "x"; })).code ==
        RefusalCode::unknown_case);
  CHECK(refusal(county.act(A::file, id, "nowhere")).code == RefusalCode::unknown_unit);
  CHECK(refusal(county.act(A::reclassify, id, centre, [](Action& a) {
          a.category = "9999";
        })).code == RefusalCode::unknown_category);
  const Answer person = county.engine().submit(
      [&] {
        Action action;
        action.kind = A::file;
        action.case_id = id;
        return action;
      }(),
      {grid, "nobody", ""}, county.now());
  CHECK(refusal(person).code == RefusalCode::unknown_person);
}

TEST_CASE("a foreign unit cannot tell a case from none") {
  County county;
  const CaseId id = county.report();
  const Answer answer = county.act(A::comment, id, other_room, [](Action& a) { a.note = "x"; });
  CHECK(refusal(answer).code == RefusalCode::unknown_case);
  CHECK(answer.state == State::none);
  CHECK(answer.refusal->allowed.empty());
  CHECK_FALSE(county.engine().get(id, {other_room, "", ""}).has_value());
  CHECK(county.engine().history(id, {other_room, "", ""}).empty());
}

TEST_CASE("a stale version is a conflict") {
  County county;
  const CaseId id = county.report();
  county.must(A::accept, id, grid);
  const Answer answer = county.act(A::file, id, grid, [](Action& a) { a.expected_version = 1; });
  CHECK(answer.status == Status::conflict);
  CHECK(refusal(answer).code == RefusalCode::stale_version);
  CHECK(answer.version == 2);
}

TEST_CASE("an event before the latest one, or far in the future, is refused") {
  County county;
  const CaseId id = county.report();
  CHECK(refusal(county.act(A::accept, id, grid, [&](Action& a) {
          a.happened = county.now() - std::chrono::hours(1);
        })).code == RefusalCode::out_of_order);
  CHECK(refusal(county.act(A::accept, id, grid, [&](Action& a) {
          a.happened = county.now() + std::chrono::hours(1);
        })).code == RefusalCode::too_far_ahead);
  CHECK(county
            .act(A::accept, id, grid,
                 [&](Action& a) { a.happened = county.now() + std::chrono::minutes(4); })
            .ok());
  // The clock of the next actor is behind that of the last: the step counts as simultaneous.
  CHECK(county.act(A::file, id, grid).ok());
}

TEST_CASE("a refusal names the state and what the actor may do") {
  County county;
  const CaseId id = county.report();
  const Refusal refused = refusal(county.act(A::finish, id, grid));
  CHECK(refused.code == RefusalCode::not_possible);
  CHECK(refused.reason.find("file") != std::string::npos);
  CHECK(refused.state == State::village_intake);
  CHECK(std::count(refused.allowed.begin(), refused.allowed.end(), A::file) == 1);
  CHECK(std::count(refused.allowed.begin(), refused.allowed.end(), A::sign) == 0);
}

TEST_CASE("a field that an action does not take is refused, not ignored") {
  County county;
  const CaseId id = county.report();
  const Refusal refused =
      refusal(county.act(A::file, id, grid, [](Action& a) { a.solved = "yes"; }));
  CHECK(refused.code == RefusalCode::unexpected_field);
  CHECK(refused.field == "solved");
}

TEST_CASE("a field at its limit is taken and one character more is not") {
  County county;
  const auto title = [](std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i)
      text += "水";
    return text;
  };
  const auto report = [&](std::size_t characters) {
    return county.act(A::report, CaseId::none, grid, [&](Action& a) {
      a.title = title(characters);
      a.category = "04";
    });
  };
  CHECK(report(200).ok());
  CHECK(refusal(report(201)).code == RefusalCode::limit);
}

TEST_CASE("invalid text and coordinates are refused") {
  County county;
  const auto report = [&](const Edit& edit) {
    return refusal(county.act(A::report, CaseId::none, grid,
                              [&](Action& a) {
                                a.title = "x";
                                a.category = "04";
                                edit(a);
                              }))
        .code;
  };
  CHECK(report([](Action& a) { a.title = "\xFF\xFE"; }) == RefusalCode::bad_value);
  CHECK(report([](Action& a) { a.point = Point{200, 0}; }) == RefusalCode::bad_value);
  CHECK(report([](Action& a) {
          a.attachments = {{"", "", 1, "abc", "", ""}};
        }) == RefusalCode::bad_value);
  CHECK(report([](Action& a) { a.parties = {{"", "李", "", ""}}; }) == RefusalCode::missing_field);
  CHECK(report([](Action& a) { a.grid = "sz"; }) == RefusalCode::unknown_unit);
}

TEST_CASE("no case with a requester ends without a reply") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"requester", "李某", "13800001111", ""}};
  });
  CHECK(refusal(county.act(A::reject, id, grid, because("not_true"))).code ==
        RefusalCode::needs_reply);
  CHECK(county
            .act(A::reject, id, grid,
                 [](Action& a) {
                   a.reason = "not_true";
                   a.reply = "未发现";
                 })
            .ok());
}

TEST_CASE("a category's evidence is asked for before closing") {
  Organization organization = small_organization();
  for (Category& category : organization.categories) {
    if (category.code == "0404") category.required_evidence = {"after"};
  }
  County county({}, organization);
  const CaseId id = county.in_review();
  CHECK(refusal(county.act(A::close, id, centre)).code == RefusalCode::needs_evidence);
  county.must(A::attach, id, drains, [](Action& a) {
    a.attachments = {{"after.jpg", "image/jpeg", 10, std::string(64, 'a'), "after", ""}};
  });
  CHECK(county.act(A::close, id, centre).ok());
}

TEST_CASE("checks that the policy asks for cannot be left out") {
  CaseRules rules;
  rules.check_before_filing = {"hotline"};
  rules.check_after_handling = true;
  County county(rules);
  const CaseId id = county.report(centre, [](Action& a) {
    a.channel = "hotline";
    a.grid = grid;
  });
  CHECK(refusal(county.act(A::file, id, centre)).code == RefusalCode::needs_check);
  county.must(A::check, id, centre);
  CHECK(county.whole(id).checker == grid);
  CHECK(refusal(county.act(A::check, id, centre, passed(true))).code == RefusalCode::not_permitted);
  county.must(A::check, id, grid, passed(true));
  county.must(A::file, id, centre);
  county.must(A::handle, id, centre);
  county.must(A::feedback, id, centre);
  CHECK(refusal(county.act(A::close, id, centre)).code == RefusalCode::needs_check);
}

TEST_CASE("who found a matter may check it but not handle it where duties are separate") {
  CaseRules rules;
  rules.separate_duties = true;
  County county(rules);
  const CaseId id = county.report();
  county.must(A::file, id, grid);
  CHECK(refusal(county.act(A::handle, id, grid)).code == RefusalCode::separate_duties);
  county.must(A::escalate, id, grid, because("separate_duties"));
  county.must(A::handle, id, room);
  county.must(A::feedback, id, room);
  county.must(A::confirm, id, room);
  CHECK(county.act(A::confirm, id, grid, passed(true)).ok());
}

TEST_CASE("who handled a matter may not check it where duties are separate") {
  CaseRules rules;
  rules.separate_duties = true;
  County county(rules);
  const CaseId id = county.in_review();
  const Refusal refused =
      refusal(county.act(A::confirm, id, centre, [](Action& a) { a.unit = drains; }));
  CHECK(refused.code == RefusalCode::separate_duties);
  CHECK(refused.field == "unit");
}

TEST_CASE("an external id belongs to one case") {
  County county;
  const Edit named = [](Action& a) { a.external_ids = {{"12345", "T-1"}}; };
  const CaseId id = county.report(grid, named);
  const Answer again = county.act(A::report, CaseId::none, grid, [&](Action& a) {
    a.title = "x";
    a.category = "04";
    named(a);
  });
  CHECK(refusal(again).code == RefusalCode::duplicate_external);
  CaseQuery query;
  query.external_id = ExternalId{"12345", "T-1"};
  const CasePage page = county.engine().find(query, {centre, "", ""});
  REQUIRE(page.cases.size() == 1);
  CHECK(page.cases.front().id == id);
}

TEST_CASE("a case whose requester waits is not merged away without a reply") {
  County county;
  const CaseId other = county.report();
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"requester", "李某", "", ""}};
  });
  const Edit into = [&](Action& a) { a.other_case = other; };
  CHECK(refusal(county.act(A::merge, id, grid, into)).code == RefusalCode::needs_reply);
  CHECK(county
            .act(A::merge, id, grid,
                 [&](Action& a) {
                   into(a);
                   a.reply = "与另一件一并处理";
                 })
            .ok());
}

TEST_CASE("a drill and a real case do not mix") {
  County county;
  const CaseId real = county.report();
  const CaseId drill = county.report(grid, [](Action& a) { a.drill = true; });
  for (const A kind : {A::merge, A::link}) {
    CHECK(refusal(county.act(kind, real, grid, [&](Action& a) { a.other_case = drill; })).code ==
          RefusalCode::drill_only);
  }
}

TEST_CASE("another system's news about a case brings no facts of a report") {
  County county;
  const CaseId id = county.dispatched();
  const Refusal refused =
      refusal(county.act(A::transfer_in, id, centre, [](Action& a) { a.title = "another title"; }));
  CHECK(refused.code == RefusalCode::unexpected_field);
  CHECK(refused.field == "title");
  CHECK(county
            .act(A::transfer_in, id, centre,
                 [](Action& a) {
                   a.external_ids = {{"enforcement", "E-1"}};
                   a.note = "officers sent";
                 })
            .ok());
}

TEST_CASE("a title of blanks and an internal mark without a note are refused") {
  County county;
  CHECK(refusal(county.act(A::report, CaseId::none, grid, [](Action& a) {
          a.title = " \u3000\t";
          a.category = "04";
        })).field == "title");
  const CaseId id = county.report();
  CHECK(refusal(county.act(A::accept, id, grid, [](Action& a) { a.internal_note = true; })).field ==
        "note");
}

TEST_CASE("a grid that is no more takes no case") {
  Organization organization = small_organization();
  unit_of(organization, grid).valid_until = Date{2018, 3, 16};
  County county({}, organization);
  const auto report = [&](const Edit& edit) {
    return county.act(A::report, CaseId::none, centre, [&](Action& a) {
      a.title = "x";
      a.category = "04";
      edit(a);
    });
  };
  CHECK(refusal(report([](Action& a) { a.grid = grid; })).code == RefusalCode::unknown_unit);
  const Answer by_point = report([](Action& a) { a.point = Point{118.605, 28.705}; });
  REQUIRE(by_point.ok());
  CHECK(county.whole(by_point.case_id).grid.empty());
}

TEST_CASE("a time that cannot be written is refused by its field") {
  County county;
  const Instant last = Instant::max();
  const auto field = [&](const Edit& edit) {
    return refusal(county.act(A::report, CaseId::none, grid,
                              [&](Action& a) {
                                a.title = "x";
                                a.category = "04";
                                edit(a);
                              }))
        .field;
  };
  CHECK(field([&](Action& a) { a.due = last; }) == "due");
  CHECK(field([&](Action& a) { a.happened = Instant::min(); }) == "happened");
  CHECK(field([&](Action& a) { a.occurred = last; }) == "occurred");
  const CaseId id = county.report();
  CHECK(refusal(county.act(A::suspend, id, grid, [&](Action& a) {
          a.reason = "winter";
          a.until = last;
        })).field == "until");
}

TEST_CASE("a value outside its enumeration is refused, not stored") {
  County county;
  const auto code = [&](const Edit& edit) {
    return refusal(county.act(A::report, CaseId::none, grid,
                              [&](Action& a) {
                                a.title = "x";
                                a.category = "04";
                                edit(a);
                              }))
        .code;
  };
  CHECK(code([](Action& a) { a.request = static_cast<RequestKind>(99); }) ==
        RefusalCode::bad_value);
  CHECK(code([](Action& a) { a.tier = static_cast<Tier>(7); }) == RefusalCode::bad_value);
  CHECK(code([](Action& a) { a.kind = static_cast<A>(200); }) == RefusalCode::bad_value);
  const CaseId id = county.report();
  county.must(A::file, id, grid);
  CHECK(refusal(county.act(A::dispatch, id, grid, with_orders({{grid, AssignmentRole{9}, ""}})))
            .code == RefusalCode::bad_value);
}

TEST_CASE("a post is a code, not free text") {
  County county;
  Action action;
  action.kind = A::report;
  action.title = "x";
  action.category = "04";
  const Answer answer =
      county.engine().submit(action, {grid, "", "李小明 13800001111"}, county.now());
  CHECK(refusal(answer).field == "actor.post");
}

TEST_CASE("dating an action back gives no right that is gone") {
  Organization organization = small_organization();
  for (Person& person : organization.persons) {
    if (person.code == "worker") person.valid_until = Date{2018, 3, 1};
  }
  County county({}, organization);
  Action action;
  action.kind = A::report;
  action.title = "x";
  action.category = "04";
  action.happened = county.now() - std::chrono::hours(24 * 30);
  const Answer answer = county.engine().submit(action, {grid, "worker", ""}, county.now());
  CHECK(refusal(answer).code == RefusalCode::unknown_person);
  CHECK(answer.refusal->allowed.empty());
}

TEST_CASE("only the command centre is above itself") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) { a.grid = grid; });
  county.must(A::transfer, id, centre, [](Action& a) {
    a.unit = drains;
    a.reason = "theirs";
  });
  CHECK(refusal(county.act(A::annul, id, drains, because("no"))).code ==
        RefusalCode::not_permitted);
  CHECK(county.act(A::annul, id, centre, because("double")).ok());
}

TEST_CASE("a unit that sent its order back no longer changes the case") {
  County county;
  const CaseId id = county.dispatched();
  county.must(A::decline, id, traffic, because("not_ours"));
  CHECK(refusal(county.act(A::amend, id, traffic, [](Action& a) { a.title = "y"; })).code ==
        RefusalCode::not_permitted);
  CHECK(county.act(A::comment, id, traffic, [](Action& a) { a.note = "why"; }).ok());
  CHECK(county.act(A::amend, id, drains, [](Action& a) { a.title = "y"; }).ok());
}

TEST_CASE("a check that was passed does not outlive one that failed") {
  CaseRules rules;
  rules.check_before_filing = {"hotline"};
  County county(rules);
  const CaseId id = county.report(centre, [](Action& a) {
    a.channel = "hotline";
    a.grid = grid;
  });
  for (const bool yes : {true, false}) {
    county.must(A::check, id, centre);
    county.must(A::check, id, grid, passed(yes));
  }
  CHECK(refusal(county.act(A::file, id, centre)).code == RefusalCode::needs_check);
}

TEST_CASE("a reply before reopening does not answer the second ending") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"requester", "李某", "", ""}};
  });
  county.must(A::file, id, grid);
  county.must(A::handle, id, grid);
  county.must(A::feedback, id, grid);
  county.must(A::close, id, grid, [](Action& a) { a.reply = "好了"; });
  county.must(A::reopen, id, grid, because("leaks_again"));
  CHECK(refusal(county.act(A::close, id, grid)).code == RefusalCode::needs_reply);
}

TEST_CASE("fields that say where to go are refused where nothing goes anywhere") {
  County county;
  const CaseId id = county.handling();
  CHECK(refusal(county.act(A::guide, id, centre, [](Action& a) { a.unit = other_grid; })).field ==
        "unit");
  county.must(A::guide, id, centre);
  CHECK(county.whole(id).mode == ResolutionMode::dispatched);
  const CaseId other = county.report();
  county.must(A::check, other, grid);
  CHECK(refusal(county.act(A::withdraw, other, grid, [](Action& a) { a.unit = grid; })).field ==
        "unit");
}

TEST_CASE("a case sent back before it was filed does not go to work unchecked") {
  CaseRules rules;
  rules.check_before_filing = {"hotline"};
  County county(rules);
  const CaseId id = county.report(centre, [](Action& a) {
    a.channel = "hotline";
    a.grid = grid;
  });
  county.must(A::send_back, id, centre, because("is_yours"));
  CHECK(refusal(county.act(A::handle, id, room)).code == RefusalCode::needs_check);
  CHECK(
      refusal(county.act(A::dispatch, id, room, with_orders({{"team", AssignmentRole::lead, ""}})))
          .code == RefusalCode::needs_check);
  county.must(A::check, id, room);
  county.must(A::check, id, grid, passed(true));
  CHECK(county.state(id) == State::township_intake);
  county.must(A::file, id, room);
}

TEST_CASE("work on a case that came back before it was filed files it") {
  County county;
  const CaseId id = county.report(centre, [](Action& a) { a.grid = grid; });
  county.must(A::send_back, id, centre, because("is_yours"));
  CHECK_FALSE(county.whole(id).filed.has_value());
  county.must(A::handle, id, room);
  CHECK(county.whole(id).filed.has_value());
}

TEST_CASE("a reply of blanks is no reply") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) {
    a.parties = {{"requester", "李某", "", ""}};
  });
  CHECK(refusal(county.act(A::answer, id, grid, [](Action& a) { a.reply = " \u3000"; })).field ==
        "reply");
}
