// What other systems say: each message once, as an action of the system's unit.

#include "support/platforms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

struct World {
  explicit World(const std::vector<Platform>& platforms = {platform()})
      : county(county_with(platforms)) {}

  std::vector<Answer> take(const std::vector<InMessage>& messages) {
    county.pass(std::chrono::minutes(1));
    return county.engine().receive(enforcement, messages, county.now());
  }
  Answer take(const InMessage& message) { return take(std::vector<InMessage>{message}).at(0); }

  // A case that was given out, and the number it has here.
  CaseId given_out() {
    const CaseId id = county.report(centre, [](Action& action) { action.grid = grid; });
    county.must(A::file, id, centre);
    county.must(A::transfer_out, id, centre, [](Action& action) { action.unit = enforcement; });
    return id;
  }
  std::size_t events() { return county.engine().read_log(0, 1000, chief).size(); }

  County county;
};

InMessage about(InMessage message, std::string number) {
  message.number = std::move(number);
  return message;
}

RefusalCode code_of(const Answer& answer) {
  REQUIRE(answer.refusal);
  return answer.refusal->code;
}

std::vector<std::string> steps_of(County& county, CaseId id) {
  std::vector<std::string> names;
  for (const Event& event : county.engine().history(id, chief))
    names.emplace_back(name(event.action.kind));
  return names;
}

}  // namespace

TEST_CASE("A message about a case nobody knows makes it, with the name it has there") {
  World world;
  const Answer answer = world.take(opening("1", "ZF-1"));
  REQUIRE(answer.status == Status::committed);
  const Case made = world.county.whole(answer.case_id);
  REQUIRE(made.external_ids.size() == 1);
  CHECK(made.external_ids[0].system == enforcement);
  CHECK(made.external_ids[0].id == "ZF-1");
  CHECK(made.reporter_unit == enforcement);
  const Event event = world.county.engine().history(answer.case_id, chief).front();
  CHECK(event.action.kind == A::transfer_in);
  CHECK(event.action.command_id.rfind("in.", 0) == 0);
  CHECK(event.action.command_id.size() <= 64);
}

TEST_CASE("A report of another system makes a case, too, and a second one is news of it") {
  World world;
  InMessage report = opening("1", "ZF-1");
  report.action.kind = A::report;
  const Answer first = world.take(report);
  REQUIRE(first.ok());
  InMessage news = message("2", "ZF-1", {}, [](Action& action) { action.note = "现场照片"; });
  const Answer second = world.take(news);
  REQUIRE(second.ok());
  CHECK(second.case_id == first.case_id);
  CHECK(steps_of(world.county, first.case_id) == std::vector<std::string>{"report", "comment"});
}

TEST_CASE("The same message gives the first answer again and changes nothing") {
  World world;
  const Answer first = world.take(opening("1", "ZF-1"));
  const std::size_t events = world.events();
  for (int i = 0; i < 3; ++i) {
    if (i == 2) world.county.reopen();
    const Answer again = world.take(opening("1", "ZF-1"));
    CHECK(again.status == Status::duplicate);
    CHECK(again.case_id == first.case_id);
    CHECK(again.sequence == first.sequence);
    CHECK(again.state == first.state);
  }
  const auto both = world.take({message("2", "ZF-1", {}, [](Action& a) { a.note = "甲"; }),
                                message("2", "ZF-1", {}, [](Action& a) { a.note = "甲"; })});
  CHECK(both[0].status == Status::committed);
  CHECK(both[1].status == Status::duplicate);
  CHECK(world.events() == events + 1);
  CHECK(world.county.engine().verify().ok());
}

TEST_CASE("The same id with other content is refused by name") {
  World world;
  REQUIRE(world.take(opening("1", "ZF-1")).ok());
  REQUIRE(world.take(message("2", "ZF-1", {}, [](Action& a) { a.note = "甲"; })).ok());
  const std::size_t events = world.events();
  const auto edits = std::vector<Edit>{
      [](Action& action) { action.note = "乙"; },
      [](Action& action) { action.performer = "王建平"; },
      [](Action& action) {
        action.attachments.emplace_back().name = "a.jpg";
        action.attachments.back().sha256 = std::string(64, 'a');
      },
      [&](Action& action) { action.happened = world.county.now() - std::chrono::hours(1); },
  };
  for (const Edit& edit : edits) {
    const Answer answer = world.take(message("2", "ZF-1", {}, [&](Action& action) {
      action.note = "甲";
      edit(action);
    }));
    CHECK(answer.status == Status::refused);
    CHECK(code_of(answer) == RefusalCode::bad_value);
    CHECK(answer.refusal->field == "message_id");
  }
  InMessage other_title = opening("1", "ZF-1");
  other_title.action.title = "另一件";
  CHECK(world.take(other_title).refusal->field == "message_id");
  CHECK(
      world.take(message("2", "ZF-1", "arrive", [](Action& a) { a.note = "甲"; })).refusal->field ==
      "message_id");
  CHECK(world.events() == events);
}

TEST_CASE("Message ids count for the case: another case may have the same") {
  World world;
  REQUIRE(world.take(opening("1", "ZF-1")).status == Status::committed);
  CHECK(world.take(opening("1", "ZF-2")).status == Status::committed);
}

TEST_CASE("A case handed out and back keeps both ids and stays one case") {
  World world;
  const CaseId id = world.given_out();
  const std::string number = world.county.whole(id).number;
  const auto answers =
      world.take({about(message("1", "ZF-1", "sign"), number),
                  message("2", "ZF-1", "progress", [](Action& a) { a.note = "派单"; }),
                  message("3", "ZF-1", "feedback", [](Action& a) { a.note = "已清除"; })});
  for (const Answer& answer : answers) {
    const std::string why = answer.refusal ? answer.refusal->reason : std::string();
    INFO(why);
    REQUIRE(answer.status == Status::committed);
    CHECK(answer.case_id == id);
  }
  const Case whole = world.county.whole(id);
  CHECK(whole.number == number);
  REQUIRE(whole.external_ids.size() == 1);
  CHECK(whole.external_ids[0].id == "ZF-1");
  CHECK(whole.position.state == State::county_review);
  CHECK(world.county.engine().find({}, chief).cases.size() == 1);
  CHECK(steps_of(world.county, id) ==
        std::vector<std::string>{"report", "file", "transfer_out", "sign", "progress", "feedback"});
}

TEST_CASE("Who did it there is kept and shown") {
  World world;
  const CaseId id = world.given_out();
  InMessage signing = message("1", "ZF-1", "sign", [](Action& a) { a.performer = "周海峰"; });
  signing.number = world.county.whole(id).number;
  REQUIRE(world.take(signing).ok());
  world.county.reopen();
  const Event event = world.county.engine().history(id, chief).back();
  CHECK(event.action.performer == "周海峰");
  CHECK(event.actor.unit == enforcement);
}

TEST_CASE("Their time is taken as it is, unless something happened since: then it stands beside") {
  World world;
  const CaseId id = world.given_out();
  const Instant before = world.county.now();
  world.county.pass(std::chrono::hours(2));
  world.county.must(A::comment, id, centre, [](Action& action) { action.note = "尽快"; });
  const Instant commented = world.county.now();
  InMessage late = message("1", "ZF-1", "sign", [&](Action& action) {
    action.happened = before + std::chrono::minutes(5);
  });
  late.number = world.county.whole(id).number;
  REQUIRE(world.take(late).status == Status::committed);
  Event event = world.county.engine().history(id, chief).back();
  CHECK(event.happened == world.county.now());
  CHECK(event.action.occurred == before + std::chrono::minutes(5));
  CHECK(world.take(late).status == Status::duplicate);
  CHECK(world.county.whole(id).occurred < before);  // that of the case is untouched

  const Instant since = commented + std::chrono::minutes(30);
  world.county.pass(std::chrono::hours(1));
  InMessage timely = message("2", "ZF-1", "progress", [&](Action& a) { a.happened = since; });
  REQUIRE(world.take(timely).ok());
  event = world.county.engine().history(id, chief).back();
  CHECK(event.happened == since);
  CHECK_FALSE(event.action.occurred);
  CHECK(world.take(timely).status == Status::duplicate);
}

TEST_CASE("What has no meaning here is refused, and the refusal says what to map") {
  Platform it = platform();
  it.category_codes = {{"A-17", "0404"}};
  World world({it});
  const auto refused = [&](const InMessage& message, RefusalCode code, const std::string& field,
                           const std::string& word) {
    const Answer answer = world.take(message);
    CHECK(code_of(answer) == code);
    CHECK(answer.refusal->field == field);
    CHECK(answer.refusal->reason.find(word) != std::string::npos);
  };
  InMessage coded = opening("1", "ZF-1");
  coded.action.category.clear();
  coded.category = "A-18";
  refused(coded, RefusalCode::unknown_category, "category", "category_codes");
  coded.category = "A-17";
  const Answer made = world.take(coded);  // the same id: what was refused is not taken
  REQUIRE(made.ok());
  CHECK(world.county.whole(made.case_id).category == "0404");

  refused(message("2", "ZF-1", "办结"), RefusalCode::bad_value, "step", "steps");
  refused(message("2", "ZF-9", "progress"), RefusalCode::unknown_case, "external_id", "first");
  refused(message("", "ZF-1"), RefusalCode::missing_field, "message_id", "missing");
  refused(message("2", ""), RefusalCode::missing_field, "external_id", "missing");
  refused(message("2", std::string(201, 'x')), RefusalCode::limit, "external_id", "longer");
  refused(about(message("2", "ZF-9"), "330881-nothing"), RefusalCode::unknown_case, "number",
          "number");
}

TEST_CASE("What they give no category has the one that the register says") {
  InMessage bare = opening("1", "A-1");
  bare.action.category.clear();
  County without(county_with({platform()}));
  const Answer answer = without.engine().receive(enforcement, {bare}, without.now()).at(0);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::missing_field);
  CHECK(answer.refusal->field == "category");
  CHECK(answer.refusal->reason.find("category_codes") != std::string::npos);
  Platform it = platform();
  it.category_codes = {{"A-17", "0404"}, {"", "0401"}};
  County county(county_with({it}));
  const Answer taken = county.engine().receive(enforcement, {bare}, county.now()).at(0);
  REQUIRE(taken.ok());
  CHECK(county.whole(taken.case_id).category == "0401");
}

TEST_CASE("A refused message does not stop the others, and may come again when it is possible") {
  World world;
  const CaseId id = world.given_out();
  const std::string number = world.county.whole(id).number;
  const InMessage progress = about(message("2", "ZF-1", "progress"), number);
  const InMessage signing = about(message("1", "ZF-1", "sign"), number);
  const auto answers = world.take({progress, opening("1", "ZF-7"), signing});
  CHECK(code_of(answers[0]) == RefusalCode::wrong_step);
  CHECK(answers[1].ok());
  CHECK(answers[2].ok());
  CHECK(world.take(progress).status == Status::committed);
}

TEST_CASE("What comes before the message it builds on is refused, and taken when it comes again") {
  World world;
  const InMessage late = message("2", "ZF-1", "comment", [](Action& a) { a.note = "已清除"; });
  CHECK(code_of(world.take(late)) == RefusalCode::unknown_case);
  const InMessage done = message("3", "ZF-1", "feedback", [](Action& a) { a.note = "办结"; });
  const auto answers = world.take({done, opening("1", "ZF-1"), late});
  CHECK(code_of(answers[0]) == RefusalCode::unknown_case);
  CHECK(answers[1].status == Status::committed);
  CHECK(answers[2].status == Status::committed);
  // It has no order in the case it handed over: there is nothing for it to report back.
  const Answer closing = world.take(done);
  CHECK(closing.status == Status::refused);
  CHECK(closing.refusal->code != RefusalCode::unknown_case);
  CHECK(steps_of(world.county, answers[1].case_id) ==
        std::vector<std::string>{"transfer_in", "comment"});
  CHECK(world.county.engine().verify().ok());
}

TEST_CASE("What will happen only is refused by its time, and leaves nothing") {
  World world;
  const CaseId id = world.given_out();
  const std::string number = world.county.whole(id).number;
  const std::size_t events = world.events();
  InMessage signing = about(message("1", "ZF-1", "sign"), number);
  signing.action.happened = world.county.now() + std::chrono::hours(24);
  const Answer answer = world.take(signing);
  CHECK(answer.status == Status::refused);
  CHECK(answer.refusal->field == "happened");
  InMessage first = opening("1", "ZF-2");
  first.action.happened = world.county.now() + std::chrono::hours(24);
  CHECK(world.take(first).status == Status::refused);
  CHECK(world.events() == events);
  signing.action.happened.reset();
  CHECK(world.take(signing).status == Status::committed);
}

TEST_CASE("A system does only what the register lets it, and its unit may") {
  Platform it = platform();
  it.sends = {A::sign, A::progress, A::transfer_in, A::close};
  it.steps = {{"sign", A::sign}, {"办结", A::close}};
  World world({it});
  const CaseId id = world.given_out();
  const std::string number = world.county.whole(id).number;
  InMessage comment = about(message("1", "ZF-1"), number);
  comment.action.kind = A::attach;
  CHECK(code_of(world.take(comment)) == RefusalCode::not_permitted);
  REQUIRE(world.take(about(message("2", "ZF-1", "sign"), number)).ok());
  const Answer closing = world.take(message("3", "ZF-1", "办结"));
  CHECK(closing.status == Status::refused);
  CHECK(world.county.state(id) == State::county_handling);
}

TEST_CASE("A system sees no case by its number that it has no part in") {
  World world;
  const CaseId id = world.county.report();
  const Answer answer = world.take(about(message("1", "ZF-1"), world.county.whole(id).number));
  CHECK(code_of(answer) == RefusalCode::unknown_case);
}

TEST_CASE("Name and number of two cases are refused") {
  World world;
  REQUIRE(world.take(opening("1", "ZF-1")).ok());
  const CaseId id = world.given_out();
  const Answer answer =
      world.take(about(message("2", "ZF-1", "sign"), world.county.whole(id).number));
  CHECK(code_of(answer) == RefusalCode::bad_value);
  CHECK(answer.refusal->field == "external_id");
}

TEST_CASE("A system that sends nothing is not listened to") {
  for (const auto means : {Platform::Means::pull_only, Platform::Means::manual}) {
    Platform it = platform();
    it.means = means;
    it.steps.clear();
    World world({it});
    CHECK_THROWS_AS(world.take(opening("1", "ZF-1")), Error);
  }
  World world;
  CHECK_THROWS_AS(world.county.engine().receive("nobody", {}, world.county.now()), Error);
  CHECK(world.take(std::vector<InMessage>{}).empty());
}

TEST_CASE("Command ids of the inbox are for nobody else") {
  World world;
  const Answer answer = world.county.act(A::report, CaseId::none, centre, [](Action& action) {
    action.title = "污水倒灌";
    action.category = "0404";
    action.command_id = "in.1";
  });
  CHECK(code_of(answer) == RefusalCode::bad_value);
}

TEST_CASE("Many messages about many cases are taken in few commits") {
  World world;
  std::vector<InMessage> messages;
  for (int i = 0; i < 100; ++i)
    messages.push_back(opening("1", "ZF-" + std::to_string(i)));
  for (const Answer& answer : world.take(messages))
    CHECK(answer.status == Status::committed);
  const auto log = world.county.engine().read_log(0, 1000, chief);
  CHECK(log.back().commit - log.front().commit <= 2);
}

TEST_CASE("Any step may bring the name the case has there") {
  Platform it = platform();
  it.steps.push_back({"accept", A::accept});
  World world({it});
  const CaseId contact = world.county
                             .must(A::enter_record, CaseId::none, centre,
                                   [](Action& action) {
                                     action.nature = Nature::contact;
                                     action.title = "来电";
                                   })
                             .case_id;
  world.county.must(A::transfer, contact, centre, [](Action& action) {
    action.unit = enforcement;
    action.reason = "theirs";
  });
  const std::string number = world.county.whole(contact).number;
  const Answer answer = world.take(about(message("1", "JQ-1", "accept"), number));
  REQUIRE(answer.ok());
  CHECK(world.county.whole(contact).holder == enforcement);
  CHECK(world.county.whole(contact).external_ids.at(0).id == "JQ-1");
}

TEST_CASE("What is said of a contact is said of the case that came of it") {
  World world;
  const Answer made = world.take(message("1", "WX-1", "", [](Action& action) {
    action.kind = A::enter_record;
    action.nature = Nature::contact;
    action.title = "网帖";
  }));
  REQUIRE(made.ok());
  const CaseId id = world.county
                        .must(A::report, CaseId::none, enforcement,
                              [&](Action& action) {
                                action.title = "积水";
                                action.category = "0404";
                                action.grid = grid;
                                action.other_case = made.case_id;
                                action.relation = Relation::follows;
                              })
                        .case_id;
  const Answer news =
      world.take(message("2", "WX-1", "comment", [](Action& action) { action.note = "网友追问"; }));
  REQUIRE(news.ok());
  CHECK(news.case_id == id);
  CHECK(steps_of(world.county, id) == std::vector<std::string>{"report", "comment"});
  CHECK(
      world.take(message("2", "WX-1", "comment", [](Action& action) { action.note = "网友追问"; }))
          .status == Status::duplicate);
}

TEST_CASE("Of a case that was merged a system may say something where it goes on, and do no work") {
  World world;
  County& county = world.county;
  const CaseId id = world.given_out();
  REQUIRE(world.take(about(message("1", "ZF-1", "sign"), county.whole(id).number)).ok());
  const CaseId other = county.report(centre, [](Action& action) { action.grid = grid; });
  county.must(A::merge, id, centre, [&](Action& action) {
    action.other_case = other;
    action.reply = "并案办理";
  });
  const Answer said =
      world.take(message("2", "ZF-1", "", [](Action& action) { action.note = "现场已拍照"; }));
  REQUIRE(said.ok());
  CHECK(said.case_id == other);
  CHECK(county.engine().history(other, chief).back().action.note == "现场已拍照");
  CHECK(code_of(world.take(message("3", "ZF-1", "feedback"))) == RefusalCode::not_assigned);
  // Nobody else may by its name.
  CHECK_FALSE(county.act(A::comment, other, enforcement, [](Action& a) { a.note = "x"; }).ok());
  CHECK(county.engine().verify().ok());
}

TEST_CASE("However often a case was merged, what is said of it arrives, by name and by number") {
  World world;
  County& county = world.county;
  const CaseId id = world.given_out();
  const std::string number = county.whole(id).number;
  REQUIRE(world.take(about(message("1", "ZF-1", "sign"), number)).ok());
  CaseId last = id;
  for (int i = 0; i < 5; ++i) {
    const CaseId next = county.report(centre, [](Action& action) { action.grid = grid; });
    county.must(A::merge, last, centre, [&](Action& action) {
      action.other_case = next;
      action.reply = "并案办理";
    });
    last = next;
  }
  const auto note = [](Action& action) { action.note = "补充"; };
  CHECK(world.take(message("2", "ZF-1", "", note)).case_id == last);
  const Answer both = world.take(about(message("3", "ZF-1", "", note), number));
  REQUIRE(both.ok());
  CHECK(both.case_id == last);
  county.must(A::comment, last, centre, note);
  const Outbox box = county.engine().outbox(enforcement, 1000, {enforcement, "", ""});
  REQUIRE_FALSE(box.messages.empty());
  CHECK(box.messages.back().event.case_id == last);
  CHECK(box.messages.back().external_id == "ZF-1");
}

TEST_CASE("A word that means several things means the first that is possible") {
  Platform it = platform();
  it.steps.push_back({"taken", A::accept});
  it.steps.push_back({"taken", A::sign});
  World world({it});
  County& county = world.county;
  const CaseId id = world.given_out();
  REQUIRE(world.take(about(message("1", "ZF-1", "taken"), county.whole(id).number)).ok());
  CHECK(county.whole(id).assignments.front().signed_at);
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
  const InMessage taken = about(message("1", "ZF-2", "taken"), county.whole(contact).number);
  REQUIRE(world.take(taken).ok());
  CHECK(county.whole(contact).holder == enforcement);
  CHECK(world.take(taken).status == Status::duplicate);
}

TEST_CASE("A report that comes again as another message is news with all it said") {
  World world;
  const Answer first = world.take(opening("1", "ZF-1"));
  InMessage again = opening("2", "ZF-1");
  again.action.text = "又挂了两条";
  const Answer answer = world.take(again);
  REQUIRE(answer.ok());
  CHECK(answer.case_id == first.case_id);
  CHECK(world.county.engine().history(first.case_id, chief).back().action.note ==
        "违规广告条幅\n又挂了两条");
}

TEST_CASE("A message that was taken stays taken when its words mean something else since") {
  World world;
  const CaseId id = world.given_out();
  const std::string number = world.county.whole(id).number;
  const auto signing = [&] { return about(message("1", "ZF-1", "sign"), number); };
  REQUIRE(world.take(signing()).ok());
  Policy policy = *world.county.engine().policy();
  policy.platforms.front().steps.front().action = A::comment;
  world.county.pass(std::chrono::minutes(1));
  world.county.engine().adopt(policy, chief, world.county.now());
  CHECK(world.take(signing()).status == Status::duplicate);
}

TEST_CASE("Alerts of another system become cases, and come again, as others do") {
  Policy policy = county_with({platform()});
  AlertType night;
  night.code = "night";
  night.same_within = std::chrono::hours(2);
  night.category = "0401";
  policy.alert_types = {night};
  County county(policy);
  const auto alert = [&](const std::string& id, const std::string& name) {
    return message(id, name, "", [&](Action& action) {
      action.kind = A::enter_record;
      action.nature = Nature::alert;
      action.type = "night";
      action.title = "夜间行驶";
      action.subjects = {{"vehicle", "苏F12345", ""}};
    });
  };
  const auto take = [&](const InMessage& one) {
    county.pass(std::chrono::minutes(1));
    return county.engine().receive(enforcement, {one}, county.now()).at(0);
  };
  const Answer first = take(alert("1", "A-1"));
  REQUIRE(first.ok());
  CHECK(county.state(first.case_id) == State::settled);
  const CaseId made = county.whole(first.case_id).merged_into;
  REQUIRE(made != CaseId::none);
  CHECK(county.whole(made).category == "0401");

  const Answer again = take(alert("2", "A-2"));  // the same alert by another name
  REQUIRE(again.ok());
  CHECK(county.whole(first.case_id).repeats == 1);
  CHECK(take(alert("1", "A-1")).status == Status::duplicate);
  CaseQuery all;
  CHECK(county.engine().find(all, chief).cases.size() == 1);
  CHECK(county.engine().verify().ok());
}
