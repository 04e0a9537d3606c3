// Calls, letters and visits: records of their own, and the ways they go.

#include "support/county.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const std::string hotline = "12345";
const std::string police = "110";

Policy with_desks() {
  Policy policy;
  policy.organization = small_organization();
  Organization& organization = policy.organization;
  Unit desk = *std::find_if(organization.units.begin(), organization.units.end(),
                            [](const Unit& unit) { return unit.code == hotline; });
  desk.code = police;
  desk.name = police;
  organization.units.push_back(desk);
  organization.desks.push_back({"police", "110", police, {"110", "119"}, {"call"}, 10, 20});
  policy.intake = {{"danger", RequestKind::unstated, "04", "", true, Path::transfer, police},
                   {"letters", RequestKind::unstated, "", "letter", false, Path::report, ""},
                   {"asked", RequestKind::inquiry, "", "", false, Path::answer, ""}};
  return policy;
}

Edit call(const std::string& number, RequestKind request = RequestKind::complaint) {
  return [=](Action& action) {
    action.nature = Nature::contact;
    action.title = "路面积水";
    action.text = "门前积水，车辆难行";
    action.number_dialled = number;
    action.request = request;
    action.parties = {{"requester", "王小明", "13800000000", "江滨路1号", "330881"}};
  };
}

// A contact at a desk; the record it made.
CaseId take(County& county, const Edit& edit, const std::string& desk = hotline) {
  return county.must(A::enter_record, CaseId::none, desk, edit).case_id;
}

Edit report_of(CaseId contact) {
  return [=](Action& action) {
    action.title = "江滨路积水";
    action.category = "0401";
    action.grid = grid;
    action.tier = Tier::county;
    action.other_case = contact;
    action.relation = Relation::follows;
  };
}

std::vector<CaseId> found(County& county, const CaseQuery& query,
                          const std::string& unit = centre) {
  std::vector<CaseId> ids;
  for (const CaseSummary& it : county.engine().find(query, {unit, "", ""}).cases)
    ids.push_back(it.id);
  return ids;
}

}  // namespace

TEST_CASE("a call is a record of its own, keeps the number dialled, and is in no list of cases") {
  County county(with_desks());
  const CaseId first = take(county, call("12345"));
  const CaseId second = take(county, call("96345"));
  const Case contact = county.whole(first);
  CHECK(contact.nature == Nature::contact);
  CHECK(contact.type == "call");
  CHECK(contact.number_dialled == "12345");
  CHECK(county.whole(second).number_dialled == "96345");
  CHECK(contact.holder == hotline);
  CHECK(contact.position.state == State::noted);
  CHECK(found(county, {}).empty());
  CaseQuery contacts;
  contacts.nature = Nature::contact;
  CHECK(found(county, contacts) == std::vector<CaseId>{first, second});
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a number that rings at no desk is refused with the way out") {
  County county(with_desks());
  const Answer answer = county.act(A::enter_record, CaseId::none, hotline, call("95598"));
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->field == "number_dialled");
  CHECK(answer.refusal->reason.find("95598 rings at no desk") != std::string::npos);
}

TEST_CASE("what a contact does not take is refused by name") {
  County county(with_desks());
  const auto refused_field = [&](const Edit& extra) {
    const Answer answer = county.act(A::enter_record, CaseId::none, hotline, [&](Action& action) {
      call("12345")(action);
      extra(action);
    });
    return answer.refusal ? answer.refusal->field : std::string("none");
  };
  CHECK(refused_field([](Action& action) { action.unit = drains; }) == "unit");
  CHECK(refused_field([](Action& action) { action.surprise = true; }) == "surprise");
  CHECK(refused_field([](Action& action) { action.nature = Nature::patrol; }) == "number_dialled");
  CHECK(refused_field([](Action& action) {
          action.nature = Nature::article;
          action.number_dialled.clear();
        }) == "request");
}

TEST_CASE("an inquiry that is answered at once ends without a case") {
  County county(with_desks());
  const CaseId article = county
                             .must(A::enter_record, CaseId::none, hotline,
                                   [](Action& action) {
                                     action.nature = Nature::article;
                                     action.title = "排水管网归谁管";
                                     action.text = "市政管网归市政处，小区内归业主或物业。";
                                   })
                             .case_id;
  const CaseId id = take(county, call("12345", RequestKind::inquiry));
  county.must(A::answer, id, hotline, [&](Action& action) {
    action.reply = "市政管网归市政处。";
    action.other_case = article;
  });
  const Case contact = county.whole(id);
  CHECK(contact.position.state == State::answered);
  CHECK(contact.reply == "市政管网归市政处。");
  REQUIRE(contact.links.size() == 1);
  CHECK(contact.links.front().case_id == article);
  CHECK(found(county, {}).empty());
  const Answer wrong =
      county.act(A::answer, take(county, call("12345")), hotline, [&](Action& action) {
        action.reply = "见案件。";
        action.other_case = id;
      });
  REQUIRE(wrong.refusal);
  CHECK(wrong.refusal->field == "other_case");
}

TEST_CASE(
    "a report that follows a contact settles it, and its requester waits for the case's reply") {
  County county(with_desks());
  const CaseId contact = take(county, call("96345"));
  const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
  CHECK(county.state(contact) == State::settled);
  CHECK(county.whole(contact).merged_into == id);
  const Case made = county.whole(id);
  CHECK(made.has_requester);
  CHECK(made.request == RequestKind::complaint);
  CHECK(made.number_dialled == "96345");
  CHECK(made.merged == std::vector<CaseId>{contact});
  // Known by the contact alone: written once.
  const auto history = county.engine().history(id, {centre, "", ""});
  CHECK(history.front().action.parties.empty());
  REQUIRE(made.parties.size() == 1);
  CHECK(made.parties.front().role == "requester");
  CHECK(made.parties.front().name == "王**");

  const Answer early = county.act(A::reject, id, centre, because("not_ours"));
  REQUIRE(early.refusal);
  CHECK(early.refusal->code == RefusalCode::needs_reply);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a contact is settled when its case was reported, whenever that is written down") {
  County county(with_desks());
  const Instant called = county.now();
  const CaseId contact = take(county, call("96345"));
  const Instant reported = called + std::chrono::minutes(4);
  county.pass(std::chrono::hours(50));
  const auto at = [&](Instant time) {
    return [=](Action& action) {
      report_of(contact)(action);
      action.happened = time;
    };
  };
  const Answer early =
      county.act(A::report, CaseId::none, hotline, at(called - std::chrono::hours(1)));
  REQUIRE(early.refusal);
  CHECK(early.refusal->field == "happened");
  county.must(A::report, CaseId::none, hotline, at(reported));
  const auto events = county.engine().history(contact, {centre, "", ""});
  CHECK(events.back().action.kind == A::settle);
  CHECK(events.back().happened == reported);
  CHECK(county.whole(contact).ended == reported);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a case is about what its contact was about, where that was, and due when that was due") {
  County county(with_desks());
  const Instant due = county.now() + std::chrono::hours(72);
  const CaseId contact = take(county, [&](Action& action) {
    call("96345")(action);
    action.subjects = {{"vehicle", "苏F77777", ""}};
    action.address = "江滨路1号";
    action.point = Point{118.62, 28.74};
    action.due = due;
  });
  county.pass(std::chrono::hours(71));
  const CaseId id = county
                        .must(A::report, CaseId::none, hotline,
                              [&](Action& action) {
                                report_of(contact)(action);
                                action.grid.clear();
                              })
                        .case_id;
  const Case made = county.whole(id);
  REQUIRE(made.subjects.size() == 1);
  CHECK(made.subjects.front().code == "苏F77777");
  REQUIRE(made.point);
  CHECK(made.point->longitude == 118.62);
  CHECK(made.due == due);
  CHECK(made.clocks.at(0).times.deadline == due);
  CaseQuery query;
  query.subject = Subject{"vehicle", "苏F77777", ""};
  CHECK(found(county, query) == std::vector<CaseId>{contact, id});

  // Nor does it get a new limit by being reported when the old one is over.
  const CaseId late = take(county, [&](Action& action) {
    call("96345")(action);
    action.due = county.now() + std::chrono::hours(1);
  });
  county.pass(std::chrono::hours(2));
  const CaseId second = county.must(A::report, CaseId::none, hotline, report_of(late)).case_id;
  CHECK(county.whole(second).clocks.at(0).is_late(county.now() + std::chrono::minutes(1)));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a second call about the same matter joins the case") {
  County county(with_desks());
  const CaseId id = county.report();
  const CaseId contact = take(county, call("12345"));
  const Answer blind =
      county.act(A::settle, contact, hotline, [&](Action& action) { action.other_case = id; });
  REQUIRE(blind.refusal);  // the desk has no part in it, and may not know that it exists
  CHECK(blind.refusal->code == RefusalCode::unknown_case);
  CHECK_FALSE(county.whole(id).has_requester);
  county.must(A::settle, contact, centre, [&](Action& action) { action.other_case = id; });
  CHECK(county.whole(contact).merged_into == id);
  const Case joined = county.whole(id);
  CHECK(joined.merged == std::vector<CaseId>{contact});
  CHECK(joined.has_requester);
  REQUIRE(joined.links.size() == 1);
  CHECK(joined.links.front().case_id == contact);
  const Answer silent = county.act(A::reject, id, centre, because("not_ours"));
  REQUIRE(silent.refusal);
  CHECK(silent.refusal->code == RefusalCode::needs_reply);
  // The next one who calls waits with the first, also where that one was told something since.
  county.must(A::contact, id, centre, [](Action& action) { action.reply = "已派人"; });
  const CaseId later = take(county, call("12345"));
  county.must(A::settle, later, centre, [&](Action& action) { action.other_case = id; });
  CHECK_FALSE(county.whole(id).replied);
  const Case noted = county.whole(id);
  REQUIRE_FALSE(noted.notes.empty());
  CHECK(noted.notes.back().internal);
  CHECK(noted.notes.back().text.find("门前积水") != std::string::npos);
  const CaseId third = take(county, call("12345"));
  county.must(A::settle, third, centre, [&](Action& action) { action.other_case = id; });
  CHECK_FALSE(county.whole(id).replied);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what a letter was promised holds for the case it joins") {
  County county(with_desks());
  const Instant due = county.now() + std::chrono::hours(72);
  const auto letter = [&](Instant limit) {
    return take(county, [&](Action& action) {
      call("")(action);
      action.type = "letter";
      action.due = limit;
    });
  };
  const auto join = [&](CaseId contact, CaseId id) {
    county.must(A::settle, contact, centre, [&](Action& action) { action.other_case = id; });
  };
  const CaseId id =
      county.report(grid, [&](Action& action) { action.due = due + std::chrono::hours(9); });
  join(letter(due), id);
  CHECK(county.whole(id).due == due);
  CHECK(county.whole(id).deadline == due);
  join(letter(due + std::chrono::hours(1)), id);
  CHECK(county.whole(id).due == due);

  const CaseId without = county.report();
  join(letter(due), without);
  CHECK(county.whole(without).due == due);
  CHECK(county.whole(without).deadline == due);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("nobody who waits joins a case that is over without a reply") {
  County county(with_desks());
  const CaseId id = county.report();
  county.must(A::reject, id, centre, because("not_ours"));
  const CaseId contact = take(county, call("12345"));
  const auto join = [&](Action& action) { action.other_case = id; };
  const Answer answer = county.act(A::settle, contact, centre, join);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::needs_reply);
  CHECK(answer.refusal->field == "other_case");
  CHECK(county.state(contact) == State::noted);
  const CaseId anonymous = take(county, [](Action& action) {
    call("12345")(action);
    action.parties.clear();
  });
  CHECK(county.act(A::settle, anonymous, centre, join).ok());
}

TEST_CASE("a contact that joined the wrong case comes back, and joins another") {
  County county(with_desks());
  const Instant due = county.now() + std::chrono::hours(72);
  const CaseId wrong = county.report();
  const CaseId right = county.report();
  const CaseId contact = take(county, [&](Action& action) {
    call("12345")(action);
    action.due = due;
  });
  county.must(A::settle, contact, centre, [&](Action& action) { action.other_case = wrong; });
  CHECK_FALSE(county.whole(contact).deadline);
  CHECK(county.act(A::reopen, contact, drains, because("mistaken")).refusal);
  county.must(A::reopen, contact, hotline, because("mistaken"));
  CHECK(county.state(contact) == State::noted);
  CHECK(county.whole(contact).merged_into == CaseId::none);
  CHECK(county.whole(contact).deadline == due);
  CHECK(county.whole(wrong).merged.empty());
  CHECK(county.whole(wrong).parties.empty());
  county.must(A::settle, contact, centre, [&](Action& action) { action.other_case = right; });
  CHECK(county.whole(right).merged == std::vector<CaseId>{contact});
  // A register is not a contact: what is settled there stays so.
  const CaseId praise = county
                            .must(A::enter_record, CaseId::none, centre,
                                  [](Action& action) {
                                    action.nature = Nature::notice;
                                    action.unit = drains;
                                    action.title = "表扬";
                                  })
                            .case_id;
  county.must(A::settle, praise, centre);
  for (const A kind : {A::reopen, A::amend}) {
    const Answer answer = county.act(kind, praise, centre, [&](Action& action) {
      if (kind == A::reopen) action.reason = "mistaken";
      if (kind == A::amend) action.title = "批评";
    });
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->code == RefusalCode::not_possible);
  }
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who called is corrected also after the contact became a case") {
  County county(with_desks());
  const CaseId contact = take(county, call("12345"));
  const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
  county.must(A::amend, contact, hotline, [](Action& action) {
    action.parties = {{"none", "王小明", "13800000000", "", ""},
                      {"requester", "王小明", "13911111111", "", ""}};
  });
  const auto opened = county.engine().reveal(id, "call_back", {centre, "", ""}, county.now());
  REQUIRE(opened.found);
  REQUIRE(opened.found->parties.size() == 1);
  CHECK(opened.found->parties.front().telephone == "13911111111");
}

TEST_CASE("who waits for a reply is not erased before it is given") {
  County county(with_desks());
  const CaseId contact = take(county, call("12345"));
  const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
  const auto erase = [](Action& action) { action.reason = "asked_for"; };
  const Answer early = county.act(A::erase, contact, centre, erase);
  REQUIRE(early.refusal);
  CHECK(early.refusal->code == RefusalCode::not_possible);
  CHECK(early.refusal->reason.find(county.whole(id).number) != std::string::npos);
  county.must(A::answer, id, centre, [](Action& action) { action.reply = "已疏通"; });
  county.must(A::erase, contact, centre, erase);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who speaks for somebody gets the reply, also where that is learned later") {
  County county(with_desks());
  const CaseId id = county.report();
  CHECK_FALSE(county.whole(id).has_requester);
  county.must(A::amend, id, centre, [](Action& action) {
    action.parties = {{"proxy", "王小明", "", "", ""}};
  });
  CHECK(county.whole(id).has_requester);
}

TEST_CASE("what a caller told and showed is in the case, and what was noted for the desk is not") {
  County county(with_desks());
  const Instant began = county.now() - std::chrono::hours(3);
  const std::string sha(64, 'a');
  const CaseId contact = take(county, [&](Action& action) {
    call("12345")(action);
    action.occurred = began;
    action.attachments = {{"现场.jpg", "image/jpeg", 10, sha, "before", "file:1"}};
  });
  county.must(A::comment, contact, hotline, [&](Action& action) {
    action.note = "内部核对";
    action.internal_note = true;
    action.attachments = {{"内部.jpg", "image/jpeg", 10, std::string(64, 'b'), "", ""}};
  });
  const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
  const Case made = county.whole(id);
  CHECK(made.text == "门前积水，车辆难行");
  CHECK(made.occurred == began);
  REQUIRE(made.attachments.size() == 1);
  CHECK(made.attachments.front().name == "现场.jpg");
  CHECK(made.notes.empty());
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a call about two things becomes two cases, and each waits to answer it") {
  County county(with_desks());
  const Instant due = county.now() + std::chrono::hours(72);
  const CaseId contact = take(county, [&](Action& action) {
    call("12345")(action);
    action.due = due;
  });
  county.must(A::report, CaseId::none, hotline, report_of(contact));
  const CaseId second = county
                            .must(A::report, CaseId::none, hotline,
                                  [&](Action& action) {
                                    report_of(contact)(action);
                                    action.due = due + std::chrono::hours(99);
                                  })
                            .case_id;
  const Case made = county.whole(second);
  CHECK(made.has_requester);
  CHECK(made.due == due);
  CHECK(made.request == RequestKind::complaint);
  CHECK(made.parties.size() == 1);
  // The first answered, who called is known until the second is, and told that it goes on.
  const CaseId first = county.whole(contact).merged_into;
  county.must(A::answer, first, centre, [](Action& action) { action.reply = "第一件已办"; });
  const Actor chief{centre, "", ""};
  const std::string number = county.whole(contact).number;
  const std::string code = county.engine().public_code(contact, chief);
  const auto view = [&] { return *county.engine().public_view(number, code); };
  CHECK_FALSE(view().ended);
  CHECK(view().continues_in == made.number);
  CHECK(county.act(A::erase, contact, centre, because("asked_for")).refusal);
  county.must(A::answer, second, centre, [](Action& action) { action.reply = "第二件已办"; });
  CHECK(view().ended);
  county.must(A::erase, contact, centre, because("asked_for"));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the limits of a letter hold for each case it becomes, and go on when it comes back") {
  TimeRules time = chinese_time();
  time.milestones = {milestone("letter", Moment::reported, Moment::closed)};
  time.limits = {limit("letter", 72, LimitUnit::urgent_hour)};
  Policy policy = with_desks();
  policy.time = time;
  County county(policy);
  const Instant promised = county.now() + std::chrono::minutes(1) + std::chrono::hours(72);
  const CaseId contact = take(county, call("12345"));
  REQUIRE(county.whole(contact).deadline == promised);
  for (int i = 0; i < 2; ++i) {
    const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
    CHECK(county.whole(id).due == promised);
  }
  county.pass(std::chrono::hours(100));
  county.must(A::reopen, contact, hotline, because("mistaken"));
  // The time it was no longer waited for is held back, and no more.
  CHECK(*county.whole(contact).deadline <= promised + std::chrono::hours(101));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a limit is brought forward by who holds the case, and put off by asking or from above") {
  County county;
  const Instant due = county.now() + std::chrono::hours(72);
  const CaseId id = county.report(grid, [&](Action& action) {
    action.due = due;
    action.tier = Tier::township;
  });
  REQUIRE(county.whole(id).holder == room);
  const auto until = [](Instant when) { return [=](Action& action) { action.due = when; }; };
  const auto refused = [&](const std::string& unit, Instant when) {
    const Answer answer = county.act(A::amend, id, unit, until(when));
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->field == "due");
    return answer.refusal->code;
  };
  CHECK(refused(room, due + std::chrono::hours(1)) == RefusalCode::bad_value);
  CHECK(refused(room, county.now() - std::chrono::hours(1)) == RefusalCode::bad_value);
  CHECK(refused(grid, due - std::chrono::hours(1)) == RefusalCode::not_permitted);
  county.must(A::amend, id, room, until(due - std::chrono::hours(24)));
  CHECK(county.whole(id).deadline == due - std::chrono::hours(24));
  county.must(A::amend, id, centre, until(due));
  CHECK(county.whole(id).deadline == due);
  const CaseId without = county.report();
  county.must(A::amend, without, centre, until(due));
  CHECK(county.whole(without).deadline == due);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who waits for an answer is not settled away") {
  County county(with_desks());
  const CaseId contact = take(county, call("12345"));
  const Answer answer = county.act(A::settle, contact, hotline);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::needs_reply);
  const CaseId anonymous = take(county, [](Action& action) {
    call("12345")(action);
    action.parties.clear();
  });
  CHECK(county.act(A::settle, anonymous, hotline).ok());
}

TEST_CASE("whoever got the call first holds it until the other desk has taken it over") {
  County county(with_desks());
  const CaseId id = take(county, call("12345"));
  const auto transfer = [&] {
    return county.act(A::transfer, id, hotline, [](Action& action) {
      action.unit = police;
      action.reason = "emergency";
    });
  };
  REQUIRE(transfer().ok());
  CHECK(county.whole(id).holder == hotline);
  CHECK(county.whole(id).checker == police);
  CHECK_FALSE(county.act(A::accept, id, hotline).ok());
  CHECK(county.act(A::comment, id, hotline, [](Action& a) { a.note = "已三方通话"; }).ok());
  CHECK(county.whole(id).checker == police);  // nothing else takes the offer back
  county.must(A::accept, id, police, [](Action& action) { action.note = "接警"; });
  const Case taken = county.whole(id);
  CHECK(taken.holder == police);
  CHECK(taken.checker.empty());
  CHECK(taken.parties.size() == 1);
  const Answer again = county.act(A::accept, id, police);
  REQUIRE(again.refusal);
  CHECK(again.refusal->code == RefusalCode::not_permitted);
  // And back, with the same record.
  county.must(A::transfer, id, police, [](Action& action) {
    action.unit = hotline;
    action.reason = "non_police";
  });
  county.must(A::accept, id, hotline);
  CHECK(county.whole(id).holder == hotline);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the other desk may decline a contact, and its holder take the offer back") {
  County county(with_desks());
  const CaseId id = take(county, call("12345"));
  const auto offer = [&] {
    county.must(A::transfer, id, hotline, [](Action& action) {
      action.unit = police;
      action.reason = "emergency";
    });
  };
  const auto give_back = [](Action& action) { action.reason = "no_emergency"; };
  offer();
  CHECK(county.act(A::decline, id, hotline, give_back).refusal->code == RefusalCode::not_permitted);
  CHECK(county.act(A::withdraw, id, police).refusal->code == RefusalCode::not_permitted);
  county.must(A::decline, id, police, give_back);
  CHECK(county.whole(id).holder == hotline);
  CHECK(county.whole(id).checker.empty());
  CHECK_FALSE(county.act(A::accept, id, police).ok());

  offer();
  const Answer other = county.act(A::withdraw, id, hotline, [](Action& a) { a.unit = centre; });
  REQUIRE(other.refusal);
  CHECK(other.refusal->field == "unit");
  county.must(A::withdraw, id, hotline);
  CHECK(county.engine().history(id, {centre, "", ""}).back().action.unit == police);
  CHECK(county.whole(id).checker.empty());
  CHECK_FALSE(county.act(A::accept, id, police).ok());

  const Answer nothing = county.act(A::withdraw, id, hotline);
  REQUIRE(nothing.refusal);
  CHECK(nothing.refusal->code == RefusalCode::no_way);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what a sensitive case came of is as sensitive, at once or when it turns out") {
  Policy policy = with_desks();
  for (Category& category : policy.organization.categories)
    category.sensitive = category.code == "05";
  const bool has_sensitive =
      std::any_of(policy.organization.categories.begin(), policy.organization.categories.end(),
                  [](const Category& category) { return category.sensitive; });
  if (!has_sensitive) {
    Category secret;
    secret.code = "05";
    secret.name = "举报";
    secret.sensitive = true;
    policy.organization.categories.push_back(secret);
    Duty duty;
    duty.category = "05";
    duty.tier = Tier::county;
    duty.lead = centre;
    policy.organization.duties.push_back(duty);
  }
  County county(policy);
  const CaseId id = take(county, call("12345"));
  county.must(A::report, CaseId::none, hotline, [&](Action& action) {
    report_of(id)(action);
    action.category = "05";
  });
  CHECK(county.whole(id).position.state == State::settled);
  CHECK(county.whole(id).category == "05");
  CHECK(county.whole(id).title == "***");

  const CaseId other = take(county, call("12345"));
  const CaseId made = county.must(A::report, CaseId::none, hotline, report_of(other)).case_id;
  county.must(A::reclassify, made, hotline, [](Action& action) { action.category = "05"; });
  CHECK(county.whole(other).category != "05");
  county.must(A::reclassify, other, hotline, [](Action& action) { action.category = "05"; });
  CHECK(county.whole(other).title == "***");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a contact is not handed to a unit that takes none in") {
  County county(with_desks());
  const CaseId id = take(county, call("12345"));
  const Answer answer = county.act(A::transfer, id, hotline, [](Action& action) {
    action.unit = grid;
    action.reason = "local";
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::no_way);
}

TEST_CASE("only who holds a contact makes a case of it") {
  County county(with_desks());
  const CaseId id = take(county, call("12345"));
  const Answer answer = county.act(A::report, CaseId::none, police, report_of(id));
  REQUIRE(answer.refusal);
  const Answer seen = county.act(A::report, CaseId::none, hotline, report_of(id));
  CHECK(seen.ok());
  // What has become a case may be the beginning of another one, and stays what it became.
  const Answer second = county.act(A::report, CaseId::none, hotline, report_of(id));
  CHECK(second.ok());
  CHECK(county.whole(id).merged_into == seen.case_id);
}

TEST_CASE("a proxy waits for the reply as the requester would") {
  County county(with_desks());
  const CaseId id = take(county, [](Action& action) {
    call("12345")(action);
    action.parties = {{"proxy", "李四", "13900000000", "", "310000"},
                      {"affected", "张三", "", "", ""}};
  });
  CHECK(county.whole(id).has_requester);
  CHECK(county.whole(id).parties.front().area_code == "310000");
}

TEST_CASE("steps of cases are no steps of other records") {
  County county(with_desks());
  const CaseId article = county
                             .must(A::enter_record, CaseId::none, centre,
                                   [](Action& action) {
                                     action.nature = Nature::article;
                                     action.title = "停水通知";
                                     action.text = "以公告为准。";
                                   })
                             .case_id;
  for (const A kind : {A::answer, A::transfer, A::accept, A::contact}) {
    const Answer answer = county.act(kind, article, centre, [&](Action& action) {
      if (kind == A::answer) action.reply = "好";
      if (kind == A::transfer) action.unit = police;
      if (kind == A::transfer) action.reason = "x";
    });
    CAPTURE(name(kind));
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->code == RefusalCode::not_possible);
  }
  for (const Allowed& allowed : county.engine().allowed(article, {centre, "", ""}, county.now()))
    CHECK(allowed.action != A::answer);
}

TEST_CASE("a letter has a deadline for its reply, which stops with it") {
  Policy policy = with_desks();
  Milestone reply;
  reply.code = "reply";
  reply.until = Moment::replied;
  policy.time.milestones = {reply};
  Limit limit;
  limit.milestone = "reply";
  limit.channel = "mayor_mailbox";
  limit.within = {3, LimitUnit::calendar_day};
  policy.time.limits = {limit};
  County county(policy);
  const CaseId letter = take(county, [](Action& action) {
    action.nature = Nature::contact;
    action.type = "letter";
    action.title = "路灯";
    action.channel = "mayor_mailbox";
    action.parties = {{"requester", "王小明", "", "", ""}};
  });
  CHECK(county.clock(letter, "reply").state == ClockState::running);
  county.pass(std::chrono::hours(71));
  county.must(A::answer, letter, hotline, [](Action& action) { action.reply = "已修复。"; });
  const auto clocks = county.clocks(letter);
  REQUIRE(clocks.size() == 1);
  CHECK(clocks.front().clock.state == ClockState::met);
  CHECK_FALSE(clocks.front().late);
  const CaseId call_id = take(county, call("12345"));
  CHECK(county.clocks(call_id).empty());
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an inquiry about an emergency is none") {
  Policy policy = with_desks();
  policy.intake.clear();
  for (Category& category : policy.organization.categories)
    category.emergency = category.code == "04";
  County county(policy);
  Action inquiry;
  inquiry.kind = A::enter_record;
  inquiry.nature = Nature::contact;
  inquiry.request = RequestKind::inquiry;
  const auto path = [&] {
    return county.engine().propose_path(inquiry, {hotline, "", ""}, county.now()).path;
  };
  CHECK(path() == Path::answer);
  inquiry.category = "0404";
  CHECK(path() == Path::report);
}

TEST_CASE("the way of a contact is proposed by the first rule that fits") {
  const Policy policy = with_desks();
  County county(policy);
  const auto way = [&](const Edit& edit) {
    Action action;
    action.kind = A::enter_record;
    action.nature = Nature::contact;
    edit(action);
    return county.engine().propose_path(action, {hotline, "", ""}, county.now());
  };
  CHECK(way([](Action& a) { a.category = "0404"; }).path == Path::transfer);
  CHECK(way([](Action& a) { a.category = "0404"; }).unit == police);
  CHECK(way([](Action& a) { a.type = "letter"; }).path == Path::report);
  CHECK(way([](Action& a) { a.request = RequestKind::inquiry; }).path == Path::answer);
  CHECK(way([](Action& a) { a.request = RequestKind::help; }).path == Path::report);
  CHECK(way([](Action& a) { a.request = RequestKind::help; }).because == "no intake rule fits");
  CHECK_THROWS_AS(way([](Action& a) { a.category = "99"; }), Error);
}

TEST_CASE("calls, letters, alerts and cases have totals of their own") {
  County county(with_desks());
  for (int i = 0; i < 3; ++i)
    take(county, call("12345"));
  const CaseId asked = take(county, call("96345", RequestKind::inquiry));
  county.must(A::answer, asked, hotline, [](Action& action) { action.reply = "是。"; });
  const CaseId contact = take(county, call("12345"));
  county.must(A::report, CaseId::none, hotline, report_of(contact));
  take(county, [](Action& action) {
    action.nature = Nature::contact;
    action.type = "letter";
    action.title = "路灯";
  });
  take(county, [](Action& action) {
    call("12345")(action);
    action.drill = true;
  });
  const IntakeTotals totals = county.engine().intake_totals(county.now() - std::chrono::hours(24),
                                                            county.now(), {centre, "", ""});
  const auto line = [&](Nature nature, const std::string& type, const std::string& number) {
    IntakeTotals::Line sum;
    for (const IntakeTotals::Line& one : totals.lines) {
      if (one.nature != nature || one.type != type || one.number_dialled != number) continue;
      sum.count += one.count;
      sum.answered += one.answered;
      sum.became += one.became;
      sum.open += one.open;
    }
    return sum;
  };
  CHECK(line(Nature::contact, "call", "12345").count == 4);
  CHECK(line(Nature::contact, "call", "12345").became == 1);
  CHECK(line(Nature::contact, "call", "12345").open == 3);
  CHECK(line(Nature::contact, "call", "96345").answered == 1);
  CHECK(line(Nature::contact, "letter", "").count == 1);
  CHECK(line(Nature::ordinary, "", "12345").count == 1);
  const IntakeTotals blind = county.engine().intake_totals(county.now() - std::chrono::hours(24),
                                                           county.now(), {other_grid, "", ""});
  CHECK(blind.lines.empty());
}

TEST_CASE("anybody who knows number and code sees stage and reply, and nothing personal") {
  County county(with_desks());
  const CaseId contact = take(county, call("12345"));
  const CaseId id = county.must(A::report, CaseId::none, hotline, report_of(contact)).case_id;
  const std::string number = county.whole(id).number;
  const std::string code = county.engine().public_code(id, {hotline, "", ""});
  CHECK(code.size() == 8);
  CHECK(county.engine().public_code(id, {other_grid, "", ""}).empty());
  const auto view = county.engine().public_view(number, code);
  REQUIRE(view);
  CHECK(view->stage == Stage::report);
  CHECK(view->reply.empty());
  std::string other = code;
  other[0] = other[0] == '0' ? '1' : '0';
  CHECK_FALSE(county.engine().public_view(number, other));
  CHECK_FALSE(county.engine().public_view(number, ""));
  CHECK_FALSE(county.engine().public_view("330881-20180601-9999999", code));
  // Who knows the contact's number is led on to the case.
  const auto first = county.engine().public_view(
      county.whole(contact).number, county.engine().public_code(contact, {hotline, "", ""}));
  REQUIRE(first);
  CHECK(first->continues_in == number);
  CHECK(first->stage == Stage::report);
  CHECK_FALSE(first->ended);
  county.must(A::annul, id, centre, [](Action& action) {
    action.reason = "mistake";
    action.reply = "已说明";
  });
  const auto last = county.engine().public_view(
      county.whole(contact).number, county.engine().public_code(contact, {hotline, "", ""}));
  REQUIRE(last);
  CHECK(last->stage == Stage::close);
  CHECK(last->reply == "已说明");
}

TEST_CASE("cases are found by the things they are about") {
  County county(with_desks());
  const Subject truck{"vehicle", "浙H12345", "厢式货车"};
  const CaseId id = county.report(grid, [&](Action& action) { action.subjects = {truck}; });
  const CaseId later = county.report(other_grid);
  county.must(A::amend, later, other_grid, [&](Action& action) {
    action.subjects = {{"vehicle", "浙H12345", ""}};
  });
  CaseQuery query;
  query.subject = truck;
  CHECK(found(county, query) == std::vector<CaseId>{id, later});
  CHECK(found(county, query, grid) == std::vector<CaseId>{id});
  query.subject = Subject{"ship", "浙H12345", ""};
  CHECK(found(county, query).empty());
  CHECK(county.whole(id).subjects.front() == truck);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("nobody learns who called by a link or a case of their own") {
  County county(with_desks());
  const CaseId contact = take(county, call("12345"));
  const CaseId own = county.report(grid, [](Action& action) { action.tier = Tier::township; });
  const Edit follows = [&](Action& action) {
    action.other_case = contact;
    action.relation = Relation::follows;
  };
  (void)county.act(A::link, own, centre, follows);
  CHECK(county.whole(own).parties.empty());
  CHECK_FALSE(county.whole(own).has_requester);
  county.must(A::report, CaseId::none, hotline, report_of(contact));
  CHECK(county.whole(own).parties.empty());
  // A next case of it is made by who holds the contact.
  for (const std::string& unit : {drains, police}) {
    const Answer answer = county.act(A::report, CaseId::none, unit, report_of(contact));
    CHECK_FALSE(answer.ok());
  }
}

TEST_CASE("a contact of which one case is sensitive is as sensitive, whichever came first") {
  Policy policy = with_desks();
  Category closed;
  closed.code = "90";
  closed.name = "90";
  closed.sensitive = true;
  policy.organization.categories.push_back(closed);
  County county(policy);
  const CaseId contact = take(county, call("12345"));
  for (const char* category : {"0401", "90"}) {
    county.must(A::report, CaseId::none, hotline, [&](Action& action) {
      report_of(contact)(action);
      action.category = category;
    });
  }
  CHECK(county.whole(contact).category == "90");
  CHECK(county.whole(contact).text.empty());
}

TEST_CASE("a contact that became a case promises nothing more") {
  County county(with_desks());
  const CaseId contact = take(county, [](Action& action) {
    call("12345")(action);
    action.parties.clear();
  });
  county.must(A::report, CaseId::none, hotline, report_of(contact));
  const Answer limit = county.act(A::amend, contact, hotline, [&](Action& action) {
    action.due = county.now() + std::chrono::hours(5);
  });
  REQUIRE(limit.refusal);
  CHECK(limit.refusal->field == "due");
  const Answer party = county.act(A::amend, contact, hotline, [](Action& action) {
    action.parties = {{"requester", "王小明", "", "", ""}};
  });
  REQUIRE(party.refusal);
  CHECK(party.refusal->field == "parties");
}
