// What another system is told: the history after the place it has acknowledged, as far as it
// concerns it.

#include "support/platforms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};
const Actor enforcer{enforcement, "", ""};

Edit named(const std::string& id) {
  return [id](Action& action) { action.external_ids = {{enforcement, id}}; };
}

// A case that was given out to the platform.
CaseId given_out(County& county, const Edit& edit = {}) {
  const CaseId id = county.report(centre, [&](Action& action) {
    action.grid = grid;
    action.text = "路灯杆被悬挂条幅";
    action.parties = {{"requester", "李先生", "13800001234", "新光大道1号"}};
    if (edit) edit(action);
  });
  county.must(A::file, id, centre);
  county.must(A::transfer_out, id, centre, [](Action& action) { action.unit = enforcement; });
  return id;
}

// A case that has a name there.
CaseId named_case(County& county, const Edit& edit = {}) {
  const CaseId id = county.report(centre, [&](Action& action) {
    action.grid = grid;
    if (edit) edit(action);
  });
  county.must(A::file, id, centre);
  county.must(A::amend, id, centre, named("ZF-1"));
  return id;
}

std::vector<std::string> told(const Outbox& box) {
  std::vector<std::string> names;
  for (const OutMessage& message : box.messages)
    names.emplace_back(name(message.event.action.kind));
  return names;
}

using Names = std::vector<std::string>;

// Reads to the end; every message once.
Names told_in_all(County& county, std::int32_t limit, const std::string& system = enforcement) {
  Names all;
  for (;;) {
    const Outbox box = county.engine().outbox(system, limit, chief);
    const Names some = told(box);
    CHECK(some.size() <= static_cast<std::size_t>(limit));
    all.insert(all.end(), some.begin(), some.end());
    if (box.last > box.acknowledged)
      county.engine().acknowledge(system, box.last, chief, county.now());
    if (!box.more) return all;
  }
}

}  // namespace

TEST_CASE("A system is told of a case from the order to its unit on") {
  County county(county_with({platform()}));
  const CaseId id = given_out(county);
  county.report();  // does not concern it
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(told(box) == Names{"transfer_out", "comment"});
  CHECK_FALSE(box.more);
  CHECK(box.acknowledged == 0);
  CHECK(box.messages[0].number == county.whole(id).number);
  CHECK(box.messages[0].external_id.empty());
  CHECK(box.messages[0].sequence == box.messages[0].event.sequence);
  CHECK(box.messages[0].event.case_id == id);
}

TEST_CASE("What is needed to enter the case comes with the first message about it, and no other") {
  County county(county_with({platform()}));
  const CaseId id = given_out(county);
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 1, enforcer);
  REQUIRE(box.messages.size() == 1);
  CHECK(box.more);
  const auto& opening = box.messages[0].opening;
  REQUIRE(opening);
  CHECK(opening->kind == A::transfer_in);
  CHECK(opening->title == "污水倒灌");
  CHECK(opening->text == "路灯杆被悬挂条幅");
  CHECK(opening->category == "0404");
  CHECK(opening->parties.size() == 1);
  county.engine().acknowledge(enforcement, box.last, enforcer, county.now());
  const Outbox rest = county.engine().outbox(enforcement, 10, enforcer);
  REQUIRE(told(rest) == Names{"comment"});
  CHECK_FALSE(rest.messages[0].opening);
}

TEST_CASE("A system is told of a case from the event on that gives it a name there") {
  County county(county_with({platform()}));
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  county.must(A::amend, id, centre, named("ZF-1"));
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(told(box) == Names{"amend", "comment"});
  CHECK(box.messages[0].external_id == "ZF-1");
  CHECK(box.messages[1].external_id == "ZF-1");
}

TEST_CASE("Personal data is masked, unless the register lets it go") {
  for (const bool personal : {false, true}) {
    Platform it = platform();
    it.personal = personal;
    County county(county_with({it}));
    given_out(county);
    const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
    REQUIRE(box.messages.size() == 1);
    const Party& party = box.messages[0].opening.value().parties.front();
    CHECK(party.name == (personal ? "李先生" : "李**"));
    CHECK(party.telephone == (personal ? "13800001234" : "***34"));
  }
}

TEST_CASE("Sensitive cases stay here, unless the register lets personal data go") {
  for (const bool personal : {false, true}) {
    Platform it = platform();
    it.personal = personal;
    Policy policy = county_with({it});
    for (Category& category : policy.organization.categories)
      category.sensitive = category.code == "04";  // above that of the case
    County county(policy);
    (void)named_case(county);
    CHECK(county.engine().outbox(enforcement, 100, enforcer).messages.size() ==
          (personal ? 1U : 0U));
  }
}

TEST_CASE("A case that became sensitive is told of no more, nor what was before") {
  Policy policy = county_with({platform()});
  for (Category& category : policy.organization.categories)
    category.sensitive = category.code == "0401";
  County county(policy);
  const CaseId id = given_out(county);
  CHECK(county.engine().outbox(enforcement, 100, enforcer).messages.size() == 1);
  county.must(A::reclassify, id, centre, [](Action& action) { action.category = "0401"; });
  CHECK(county.engine().outbox(enforcement, 100, enforcer).messages.empty());
}

TEST_CASE("Only cases of the categories of the register are sent, with the code they have there") {
  Platform it = platform();
  it.categories = {"0404"};
  it.category_codes = {{"A-17", "0404"}};
  County county(county_with({it}));
  (void)named_case(county, [](Action& action) { action.category = "0401"; });
  given_out(county);
  given_out(county, [](Action& action) { action.category = "040401"; });  // below it
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(box.messages.size() == 2);
  CHECK(box.messages[0].category == "A-17");
  CHECK(box.messages[1].category.empty());
}

TEST_CASE("Only the actions of the register are told; the first of them brings the case") {
  Platform it = platform();
  it.receives = {A::comment};
  County county(county_with({it}));
  const CaseId id = given_out(county);
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(told(box) == Names{"comment"});
  CHECK(box.messages[0].opening);
}

TEST_CASE("What a system said does not come back to it, what its unit does otherwise does") {
  County county(county_with({platform(), platform("110")}));
  REQUIRE(county.engine().receive(enforcement, {opening("1", "ZF-1")}, county.now())[0].ok());
  const CaseId id = county.engine().find({}, chief).cases.at(0).id;
  county.must(A::comment, id, centre, [](Action& action) { action.note = "收到"; });
  county.must(A::comment, id, enforcement, [](Action& action) { action.note = "网页录入"; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(told(box) == Names{"comment", "comment"});
  CHECK_FALSE(box.messages[0].opening);  // it has the case
  CHECK(county.engine().outbox("110", 100, chief).messages.empty());
}

TEST_CASE("What one system of a unit said is told to another of the same unit") {
  Platform second = platform("zf2");
  second.unit = enforcement;
  Policy policy = county_with({platform()});
  policy.platforms.push_back(second);
  County county(policy);
  const CaseId id = given_out(county);
  InMessage signing = message("1", "ZF-1", "sign");
  signing.number = county.whole(id).number;
  REQUIRE(county.engine().receive(enforcement, {signing}, county.now())[0].ok());
  CHECK(told(county.engine().outbox(enforcement, 10, enforcer)) == Names{"transfer_out"});
  CHECK(told(county.engine().outbox("zf2", 10, enforcer)) == Names{"transfer_out", "sign"});
}

TEST_CASE("Pages, each acknowledged, tell everything once") {
  County county(county_with({platform(), platform("110")}));
  for (int i = 0; i < 7; ++i) {
    const CaseId id = given_out(county);
    county.report();
    county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  }
  const auto all = county.engine().outbox(enforcement, 1000, chief);
  CHECK(all.messages.size() == 14);
  CHECK(told_in_all(county, 3) == told(all));
  CHECK(told_in_all(county, 3).empty());
  CHECK(county.engine().verify().ok());
}

TEST_CASE("A reader that crashed before it acknowledged gets the same messages again") {
  County county(county_with({platform()}));
  given_out(county);
  const Outbox first = county.engine().outbox(enforcement, 10, chief);
  county.reopen();
  given_out(county);
  const Outbox again = county.engine().outbox(enforcement, 10, chief);
  REQUIRE(again.messages.size() == 2);
  CHECK(again.messages[0].sequence == first.messages[0].sequence);
  county.engine().acknowledge(enforcement, first.last, chief, county.now());
  county.reopen();
  const Outbox rest = county.engine().outbox(enforcement, 10, chief);
  REQUIRE(rest.messages.size() == 1);
  CHECK(rest.messages[0].sequence == again.messages[1].sequence);
}

TEST_CASE("An acknowledgement is an event of the county's own history, and never goes back") {
  County county(county_with({platform()}));
  given_out(county);
  const auto events = [&] { return county.engine().read_log(0, 1000, chief).size(); };
  const std::size_t before = events();
  county.engine().acknowledge(enforcement, 3, enforcer, county.now());
  CHECK(events() == before + 1);
  county.engine().acknowledge(enforcement, 3, enforcer, county.now());
  county.engine().acknowledge(enforcement, 2, enforcer, county.now());
  CHECK(events() == before + 1);
  CHECK(county.engine().outbox(enforcement, 1, enforcer).acknowledged == 3);
  const Event last = county.engine().read_log(0, 1000, chief).back();
  CHECK(last.case_id == CaseId::none);
  CHECK(last.actor.unit == enforcement);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("Where nothing is new there is nothing to acknowledge") {
  County county(county_with({platform()}));
  given_out(county);
  const Outbox box = county.engine().outbox(enforcement, 10, chief);
  county.engine().acknowledge(enforcement, box.last, chief, county.now());
  const Outbox empty = county.engine().outbox(enforcement, 10, chief);
  CHECK(empty.messages.empty());
  CHECK(empty.last == empty.acknowledged);
}

TEST_CASE("Nobody acknowledges what lies ahead, or for others, or for nobody") {
  County county(county_with({platform()}));
  given_out(county);
  const auto code_of = [&](const std::string& system, std::int64_t last, const Actor& actor) {
    try {
      county.engine().acknowledge(system, last, actor, county.now());
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  };
  CHECK(code_of(enforcement, 1000, chief) == ErrorCode::invalid_argument);
  CHECK(code_of(enforcement, -1, chief) == ErrorCode::invalid_argument);
  CHECK(code_of(enforcement, 1, {drains, "", ""}) == ErrorCode::invalid_argument);
  CHECK(code_of("nobody", 1, chief) == ErrorCode::not_found);
  CHECK(county.engine().outbox(enforcement, 1, chief).acknowledged == 0);
}

TEST_CASE(
    "A system that is taken out of the register is neither told nor heard; put back, it goes on") {
  const Policy with = county_with({platform()});
  Policy without = with;
  without.platforms.clear();
  County county(with);
  given_out(county);
  const Outbox first = county.engine().outbox(enforcement, 10, chief);
  REQUIRE(first.messages.size() == 1);
  county.engine().acknowledge(enforcement, first.last, chief, county.now());
  const CaseId waiting = given_out(county);

  county.engine().adopt(without, chief, county.now());
  const auto code_of = [](const auto& call) {
    try {
      call();
    } catch (const Error& error) {
      CHECK(std::string(error.what()).find("add it to platforms") != std::string::npos);
      return error.code();
    }
    return ErrorCode::internal;
  };
  const auto now = county.now();
  CHECK(code_of([&] { county.engine().outbox(enforcement, 10, chief); }) == ErrorCode::not_found);
  CHECK(code_of([&] { county.engine().acknowledge(enforcement, 1, chief, now); }) ==
        ErrorCode::not_found);
  CHECK(code_of([&] { county.engine().receive(enforcement, {opening("1", "ZF-1")}, now); }) ==
        ErrorCode::not_found);
  CHECK(county.engine().verify().ok());
  county.reopen();

  // What waited then, and what happened meanwhile, waits still.
  county.must(A::comment, waiting, centre, [](Action& action) { action.note = "尽快"; });
  county.engine().adopt(with, chief, county.now());
  const Outbox rest = county.engine().outbox(enforcement, 10, chief);
  CHECK(rest.acknowledged == first.last);
  CHECK(told(rest) == Names{"transfer_out", "comment"});
  CHECK(rest.messages.front().opening);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("With roles only persons with a post for everything at the unit read its outbox") {
  Policy policy = county_with({platform()});
  Organization& organization = policy.organization;
  organization.leading_groups.clear();
  organization.persons.clear();
  Role handler;
  handler.code = "handler";
  organization.roles = {handler};
  const auto add = [&](const std::string& code, const std::string& unit, const Post& post) {
    Person& person = organization.persons.emplace_back();
    person.code = code;
    person.name = code;
    person.unit = unit;
    person.posts = {post};
  };
  add("all", enforcement, {"handler", "", {}});
  add("some", enforcement, {"handler", "", {"0401"}});
  add("other", drains, {"handler", "", {}});
  County county(policy);
  given_out(county);
  const auto read = [&](const std::string& person) {
    return county.engine().outbox(enforcement, 100, {enforcement, person, ""}).messages.size();
  };
  CHECK(read("") == 1);
  CHECK(read("all") == 1);
  CHECK_THROWS_AS((void)read("other"), Error);
  try {
    (void)read("some");
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.field() == "actor.post");
  }
}

TEST_CASE("What a reader at the command centre may not open he does not read in an outbox either") {
  Platform told_all = platform();
  told_all.personal = true;
  Policy policy = county_with({told_all});
  Organization& organization = policy.organization;
  organization.leading_groups.clear();
  organization.persons.clear();
  Role clerk;
  clerk.code = "clerk";
  clerk.reads = Role::Reads::everything;
  Role chief_clerk = clerk;
  chief_clerk.code = "chief";
  chief_clerk.sensitive = chief_clerk.reveals = true;
  organization.roles = {clerk, chief_clerk};
  for (const Role& role : {clerk, chief_clerk}) {
    Person& person = organization.persons.emplace_back();
    person.code = person.name = role.code;
    person.unit = centre;
    person.posts = {{role.code, "", {}}};
  }
  for (Category& category : organization.categories)
    category.sensitive = category.sensitive || category.code == "0404";
  County county(policy);
  given_out(county, [](Action& action) { action.category = "0404"; });
  const auto read = [&](const Actor& actor) {
    const Outbox box = county.engine().outbox(enforcement, 100, actor);
    REQUIRE(box.messages.size() == 1);
    return *box.messages[0].opening;
  };
  CHECK(read({centre, "clerk", ""}).text.empty());
  CHECK(read({centre, "clerk", ""}).parties.empty());
  CHECK(read({centre, "", ""}).text.empty());
  CHECK(read({centre, "chief", ""}).parties.front().telephone == "13800001234");
  CHECK(read(enforcer).parties.front().telephone == "13800001234");
}

TEST_CASE("A contact is not offered to a system that would never hear of it") {
  Platform narrow = platform();
  narrow.categories = {"0401"};
  County county(county_with({narrow}));
  const CaseId contact = county
                             .must(A::enter_record, CaseId::none, centre,
                                   [](Action& action) {
                                     action.nature = Nature::contact;
                                     action.title = "电话求助";
                                     action.category = "0404";
                                   })
                             .case_id;
  const Answer answer = county.act(A::transfer, contact, centre, [](Action& action) {
    action.unit = enforcement;
    action.reason = "police";
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::no_way);
  CHECK(answer.refusal->field == "unit");
}

TEST_CASE("Nobody is given an order who only sends") {
  Platform deaf = platform();
  deaf.means = Platform::Means::push_only;
  County county(county_with({deaf}));
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  const auto refused = [&](A kind, const Edit& edit) {
    const Answer answer = county.act(kind, id, centre, edit);
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->code == RefusalCode::no_way);
    CHECK(answer.refusal->reason.find("only sends") != std::string::npos);
  };
  refused(A::transfer_out, [](Action& action) { action.unit = enforcement; });
  refused(A::dispatch, [](Action& action) {
    action.orders = {{enforcement, AssignmentRole::lead, {}, {}}};
  });
  const CaseId unfiled = county.report(centre, [](Action& action) { action.grid = grid; });
  const Answer asked =
      county.act(A::check, unfiled, centre, [](Action& action) { action.unit = enforcement; });
  REQUIRE(asked.refusal);
  CHECK(asked.refusal->code == RefusalCode::no_way);
  CHECK(asked.refusal->field == "unit");
  // A second system of the unit hears of it.
  Platform ears = platform("ears");
  ears.unit = enforcement;
  Policy policy = county_with({deaf});
  policy.platforms.push_back(ears);
  County both(policy);
  given_out(both);
}

TEST_CASE("A case that has two names in a system is told of under both") {
  County county(county_with({platform()}));
  const CaseId id = named_case(county);
  county.must(A::amend, id, centre, named("ZF-2"));
  county.must(A::amend, id, centre, named("ZF-1"));  // no third one
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  Names heard;
  for (const OutMessage& message : box.messages) {
    if (message.event.action.kind == A::comment) heard.push_back(message.external_id);
  }
  std::sort(heard.begin(), heard.end());
  CHECK(heard == Names{"ZF-1", "ZF-2"});
}

TEST_CASE("The files of an internal note stay here with it") {
  County county(county_with({platform()}));
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  county.must(A::comment, id, centre, [](Action& action) {
    action.note = "内部";
    action.internal_note = true;
    action.attachments = {
        {"a.jpg", "image/jpeg", 1, std::string(64, 'a'), "before", "https://x/a"}};
  });
  CHECK(county.whole(id).attachments.front().internal);
  county.must(A::transfer_out, id, centre, [](Action& action) { action.unit = enforcement; });
  county.must(A::comment, id, centre, [](Action& action) {
    action.note = "内部";
    action.internal_note = true;
    action.attachments = {{"b.jpg", "image/jpeg", 1, std::string(64, 'b'), "after", "https://x/b"}};
  });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(box.messages.size() == 2);
  CHECK(box.messages[0].opening->attachments.empty());
  CHECK(box.messages[1].event.action.attachments.empty());
}

TEST_CASE("A system without a way out has no outbox") {
  for (const auto means : {Platform::Means::push_only, Platform::Means::manual}) {
    Platform it = platform();
    it.means = means;
    it.steps.clear();
    County county(county_with({it}));
    CHECK_THROWS_AS(county.engine().outbox(enforcement, 1, chief), Error);
  }
  County county(county_with({platform()}));
  CHECK_THROWS_AS(county.engine().outbox(enforcement, 0, chief), Error);
  CHECK_THROWS_AS(county.engine().outbox(enforcement, 1001, chief), Error);
  CHECK_THROWS_AS(county.engine().outbox(enforcement, 1, {grid, "", ""}), Error);
}

// ---- what the system is concerned with
// -----------------------------------------------------------

namespace {

// A contact that the system entered here under its own name.
CaseId contact_of(County& county, const std::string& id) {
  InMessage it = message("1", id, "", [](Action& action) {
    action.kind = A::enter_record;
    action.nature = Nature::contact;
    action.type = "post";
    action.title = "小区门口积水";
    action.parties = {{"requester", "网友", "", ""}};
  });
  const Answer answer = county.engine().receive(enforcement, {it}, county.now()).at(0);
  REQUIRE(answer.ok());
  return answer.case_id;
}

CaseId report_of(County& county, CaseId contact, const std::string& desk) {
  return county
      .must(A::report, CaseId::none, desk,
            [&](Action& action) {
              action.title = "小区门口积水";
              action.category = "0404";
              action.grid = grid;
              action.tier = Tier::county;
              action.other_case = contact;
              action.relation = Relation::follows;
            })
      .case_id;
}

}  // namespace

TEST_CASE("A contact that another system is asked to take over goes there, with what it is about") {
  County county(county_with({platform()}));
  const CaseId contact = county
                             .must(A::enter_record, CaseId::none, centre,
                                   [](Action& action) {
                                     action.nature = Nature::contact;
                                     action.title = "电话求助";
                                   })
                             .case_id;
  county.must(A::transfer, contact, centre, [](Action& action) {
    action.unit = enforcement;
    action.reason = "police";
  });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE(told(box) == Names{"transfer"});
  REQUIRE(box.messages[0].opening);
  CHECK(box.messages[0].opening->title == "电话求助");
}

TEST_CASE("A system hears what became of a contact it was asked to take over, and no more") {
  County county(county_with({platform()}));
  const auto answered = [](Action& action) { action.reply = "已解答"; };
  const std::vector<std::pair<A, Edit>> ends{{A::withdraw, {}}, {A::answer, answered}};
  for (const auto& [end, edit] : ends) {
    CAPTURE(name(end));
    const CaseId contact = county
                               .must(A::enter_record, CaseId::none, centre,
                                     [](Action& action) {
                                       action.nature = Nature::contact;
                                       action.title = "电话求助";
                                     })
                               .case_id;
    county.must(A::transfer, contact, centre, [](Action& action) {
      action.unit = enforcement;
      action.reason = "police";
    });
    Outbox box = county.engine().outbox(enforcement, 100, enforcer);
    REQUIRE(told(box) == Names{"transfer"});
    county.engine().acknowledge(enforcement, box.last, enforcer, county.now());
    county.must(end, contact, centre, edit);
    if (end == A::withdraw)
      county.must(A::comment, contact, centre, [](Action& action) { action.note = "x"; });
    box = county.engine().outbox(enforcement, 100, enforcer);
    REQUIRE(told(box) == Names{std::string(name(end))});
    CHECK_FALSE(box.messages[0].opening);
    county.engine().acknowledge(enforcement, box.last, enforcer, county.now());
  }
}

TEST_CASE("Another system takes part with an order, it does not become the holder of a case") {
  County county(county_with({platform()}));
  const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, id, centre);
  const Answer answer = county.act(A::transfer, id, centre, [](Action& action) {
    action.unit = enforcement;
    action.reason = "theirs";
  });
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::no_way);
  CHECK(answer.refusal->field == "unit");
  CHECK(county.whole(id).holder == centre);
}

TEST_CASE("Who named a case that came from here gets what it is about") {
  County county(county_with({platform()}));
  const CaseId id = given_out(county);
  county.engine().acknowledge(enforcement, county.engine().outbox(enforcement, 9, enforcer).last,
                              enforcer, county.now());
  // Told before: no more.
  county.must(A::amend, id, centre, named("ZF-1"));
  CHECK_FALSE(county.engine().outbox(enforcement, 9, enforcer).messages.at(0).opening);

  const CaseId other = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::file, other, centre);
  county.must(A::amend, other, centre, named("ZF-2"));
  for (const OutMessage& one : county.engine().outbox(enforcement, 9, enforcer).messages)
    CHECK(one.opening.has_value() == (one.external_id == "ZF-2"));
}

TEST_CASE("What was kept back by the register comes whole when it may go") {
  Platform it = platform();
  it.categories = {"0401"};
  County county(county_with({it}));
  const CaseId id = county.report(centre, [](Action& action) {
    action.grid = grid;
    action.category = "0404";
  });
  county.must(A::file, id, centre);
  const auto give_out = [](Action& action) { action.unit = enforcement; };
  const Answer refused = county.act(A::transfer_out, id, centre, give_out);
  REQUIRE(refused.refusal);  // it would never hear of it
  CHECK(refused.refusal->code == RefusalCode::no_way);
  county.must(A::amend, id, centre, named("ZF-1"));
  CHECK(told_in_all(county, 10).empty());

  SUBCASE("by a new register") {
    Policy policy = *county.engine().policy();
    policy.platforms.front().categories.clear();
    county.pass(std::chrono::minutes(1));
    county.engine().adopt(policy, chief, county.now());
  }
  SUBCASE("by another category") {
    county.must(A::reclassify, id, centre, [](Action& action) { action.category = "0401"; });
  }
  county.pass(std::chrono::minutes(1));
  county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Outbox box = county.engine().outbox(enforcement, 10, enforcer);
  REQUIRE_FALSE(box.messages.empty());
  CHECK(box.messages.front().opening.has_value());
  CHECK_FALSE((box.messages.size() > 1 && box.messages.back().opening));
  county.engine().acknowledge(enforcement, box.last, enforcer, county.now());
  county.must(A::comment, id, centre, [](Action& action) { action.note = "已催"; });
  const Outbox later = county.engine().outbox(enforcement, 10, enforcer);
  REQUIRE(told(later) == Names{"comment"});
  CHECK_FALSE(later.messages[0].opening);
}

TEST_CASE("A case that came of their contact is told under the name the contact has there") {
  County county(county_with({platform()}));
  const CaseId contact = contact_of(county, "WX-7");
  const CaseId id = report_of(county, contact, enforcement);
  CHECK(county.whole(id).external_ids.size() == 1);
  county.must(A::file, id, county.whole(id).holder);
  county.must(A::handle, id, county.whole(id).holder);
  (void)told_in_all(county, 100);
  county.must(A::feedback, id, county.whole(id).holder);
  county.must(A::close, id, county.whole(id).holder,
              [](Action& action) { action.reply = "已疏通"; });
  const Outbox box = county.engine().outbox(enforcement, 100, chief);
  REQUIRE(told(box) == Names{"feedback", "close"});
  for (const OutMessage& one : box.messages) {
    CHECK(one.external_id == "WX-7");
    CHECK(one.number == county.whole(id).number);
    CHECK_FALSE(one.opening);
  }
  CHECK(box.messages.back().event.action.reply == "已疏通");
}

TEST_CASE("What they say of a case that was merged is said of the one it goes on in, and back") {
  County county(county_with({platform()}));
  const Answer made = county.engine().receive(enforcement, {opening("1", "ZF-1")}, county.now())[0];
  REQUIRE(made.ok());
  const CaseId other = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::merge, made.case_id, county.whole(made.case_id).holder,
              [&](Action& action) { action.other_case = other; });
  (void)told_in_all(county, 100);
  county.must(A::file, other, centre);
  const Outbox box = county.engine().outbox(enforcement, 100, chief);
  REQUIRE(told(box) == Names{"file"});
  CHECK(box.messages[0].external_id == "ZF-1");
  CHECK(box.messages[0].event.case_id == other);
}

TEST_CASE("The requester of a contact goes with its case where personal data may go") {
  Platform it = platform();
  it.personal = true;
  County county(county_with({it}));
  const CaseId contact =
      county
          .must(A::enter_record, CaseId::none, centre,
                [](Action& action) {
                  action.nature = Nature::contact;
                  action.title = "来电";
                  action.parties = {{"requester", "王小明", "13800000000", "江滨路1号"}};
                })
          .case_id;
  const CaseId id = report_of(county, contact, centre);
  county.must(A::file, id, centre);
  county.must(A::transfer_out, id, centre, [](Action& action) { action.unit = enforcement; });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  REQUIRE_FALSE(box.messages.empty());
  REQUIRE(box.messages[0].opening);
  REQUIRE(box.messages[0].opening->parties.size() == 1);
  CHECK(box.messages[0].opening->parties[0].telephone == "13800000000");
}

TEST_CASE("Internal notes stay here") {
  County county(county_with({platform()}));
  const CaseId id = given_out(county);
  county.must(A::comment, id, centre, [](Action& action) {
    action.note = "此人多次投诉";
    action.internal_note = true;
  });
  const Outbox box = county.engine().outbox(enforcement, 100, enforcer);
  CHECK(told(box) == Names{"transfer_out", "comment"});
  CHECK(box.messages.back().event.action.note.empty());
}
