#include "store_fixture.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

Loaded every_field(CaseId id) {
  Loaded it = reported(id, 1);
  CaseSummary& s = it.snapshot.summary;
  s.number = "330881-20180316-0000001";
  s.position = {State::merged, State::suspended, State::county_handling};
  s.title = "污水倒灌 \xF0\x9F\x9A\xB0";
  s.category = "water.sewage";
  s.grade = "urgent";
  s.request = RequestKind::help;
  s.channel = "hotline";
  s.point = Point{118.62743290000001, -28.7402411};
  s.drill = true;
  s.holder = "county-centre";
  s.lead = "water-bureau";
  s.checker = "grid-9";
  s.reporter_unit = "hotline";
  s.reporter_person = "seat-3";
  s.has_requester = true;
  s.replied = true;
  s.origin = Tier::township;
  s.solved_on = Tier::county;
  s.mode = ResolutionMode::guided;
  s.urgency = 3;
  s.returns = 2;
  s.suspensions = 4;
  s.merged_into = CaseId{3308811803160000009};
  s.part_of = CaseId{3308811803160000008};
  s.first_receiver = "hotline";
  s.sender = "grid-9";
  s.join = "any_result";
  s.consultations = 2;
  s.urges = 5;
  s.supervision = 3;
  s.mediation = Mediation::not_settled;
  s.verifiers = {"grid-9/he", "room"};
  s.nature = Nature::directive;
  s.about = "room";
  s.campaign = "fishing-ban";
  s.policy_version = 4;
  s.occurred = from_microseconds(-1);
  s.reported = from_microseconds(1521160200123456);
  std::int64_t time = 1521160200200001;
  for (auto* optional :
       {&s.accepted, &s.check_sent, &s.confirm_sent, &s.checked, &s.filed, &s.dispatched,
        &s.contacted, &s.arrived, &s.controlled, &s.handled, &s.confirmed, &s.ended, &s.resume_at,
        &s.due, &s.waiting_since, &s.hard_since, &s.deadline, &s.yellow, &s.red}) {
    *optional = from_microseconds(time++);
  }
  s.last_happened = from_microseconds(time++);
  Assignment full = order(2, "water-bureau", AssignmentRole::lead, from_microseconds(time));
  full.no = 1;
  full.state = AssignmentState::done;
  full.round = 2;
  full.after = {2, 1};
  full.forced = true;
  full.conclusive = true;
  full.handlers = {"li", "wang"};
  full.checklist = {{"h1", 3, 2}, {"h-2", 4, 0}};
  for (auto* optional : {&full.freed, &full.signed_at, &full.begun, &full.finished, &full.contacted,
                         &full.arrived, &full.controlled, &full.ended}) {
    *optional = from_microseconds(++time);
  }
  const Assignment bare = order(2, "fire-brigade", AssignmentRole::scene, from_microseconds(time));
  it.snapshot.assignments = {full, bare};
  return it;
}

Record every_column(const Record& base) {
  Record it = base;
  it.action = ActionKind::decide_appeal;
  it.outcome = Outcome::denied;
  it.happened = from_microseconds(-7);
  it.recorded = from_microseconds(1521160200999999);
  it.actor = {"centre", "张三", "director"};
  it.before = {State::suspended, State::county_review, State::closed};
  it.after = {State::merged, State::suspended, State::county_handling};
  it.policy_version = 4;
  it.command_id = "c-1";
  it.parts = {"{\"a\":1}", "自由文本", "{\"name\":\"李四\"}"};
  it.text_commitment = digest_of(100);
  it.personal_commitment = digest_of(101);
  return it;
}

bool equal(const Record& a, const Record& b) {
  return a.case_id == b.case_id && a.version == b.version && a.action == b.action &&
         a.outcome == b.outcome && a.happened == b.happened && a.recorded == b.recorded &&
         a.actor == b.actor && a.before == b.before && a.after == b.after &&
         a.policy_version == b.policy_version && a.command_id == b.command_id &&
         a.parts.detail == b.parts.detail && a.parts.text == b.parts.text &&
         a.parts.personal == b.parts.personal && a.text_commitment == b.text_commitment &&
         a.personal_commitment == b.personal_commitment && a.hash == b.hash;
}

}  // namespace

TEST_CASE("a new store holds its county, its first line and its policy") {
  const Folder folder;
  const auto store = found(folder / "a");
  const County it = store->county();
  CHECK(it.code == "330881");
  CHECK(it.policy_version == 1);
  CHECK(it.last_sequence == 1);
  CHECK(it.last_commit == 1);
  CHECK(it.last_recorded == at(1000));
  CHECK(store->policy(1)->document == "{\"name\":\"first\"}");
  CHECK(store->policy(1)->adopted == at(1000));
  CHECK_FALSE(store->policy(2));
  const auto line = store->load({CaseId::none}).at(0);
  REQUIRE(line);
  CHECK(line->snapshot.summary.version == 1);
  CHECK(line->head == digest_of(8));
  CHECK(line->key == digest_of(7));
  CHECK(store->history(CaseId::none, 0, 10).size() == 1);
  CHECK(store->case_ids(CaseId::none, 10).empty());
  CHECK(store->check().empty());
}

TEST_CASE("every column of a case, its orders and its history comes back as it went in") {
  const Folder folder;
  Loaded it;
  Delta delta;
  {
    const auto store = found(folder / "a");
    it = every_field(store->reserve_case_id({2018, 3, 16}));
    delta = step(it, ActionKind::report);
    delta.record = every_column(delta.record);
    delta.external_ids = {{"12345", "A-17"}, {"12345", "A-17"}, {"110", "A-17"}};
    CHECK(store->commit({delta}).at(0).outcome == DeltaOutcome::committed);
  }
  const auto store = open_sqlite(folder / "a", {});
  const CaseId id = it.snapshot.summary.id;
  CHECK(to_number(id) == 3308811803160000001);
  const auto read = store->read(id);
  REQUIRE(read);
  CHECK(equal(*read, it));
  CHECK(equal(*store->load({id}).at(0), it));
  const auto history = store->history(id, 0, 10);
  REQUIRE(history.size() == 1);
  CHECK(equal(history[0], delta.record));
  CHECK(history[0].sequence == 2);
  CHECK(history[0].commit == 2);
  CHECK(store->case_of({"110", "A-17"}) == id);
  CHECK_FALSE(store->case_of({"110", "A-18"}));
  CHECK_FALSE(store->case_of({"never heard", "A-17"}));
  CHECK(store->first_answer("c-1")->case_id == id);
  CHECK(store->first_answer("c-1")->state == State::merged);
  CHECK_FALSE(store->first_answer(""));
  CHECK(store->check().empty());
}

TEST_CASE("the next version replaces every column") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  const CaseSummary first = it.snapshot.summary;
  Loaded full = every_field(first.id);
  full.snapshot.summary.version = first.version;
  full.snapshot.summary.number = first.number;
  CHECK(store->commit({step(full, ActionKind::amend)}).at(0).outcome == DeltaOutcome::committed);
  CHECK(equal(*store->read(first.id), full));
  it.snapshot.summary.version = 2;
  it.snapshot.summary.due = at(77);
  store->commit({step(it, ActionKind::amend)});
  CHECK(equal(*store->read(first.id), it));
  CHECK(store->check().empty());
}

TEST_CASE("a refused delta leaves nothing behind and does not touch its neighbours") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded old = report(*store, 1);
  const Date day{2018, 3, 17};

  Loaded fresh = reported(store->reserve_case_id(day), 2);
  Delta first = step(fresh, ActionKind::report, "c-2");
  first.external_ids = {{"12345", "X"}};

  Loaded again = reported(store->reserve_case_id(day), 3);
  Delta same_command = step(again, ActionKind::report, "c-2");

  Loaded other = reported(store->reserve_case_id(day), 4);
  other.snapshot.summary.holder = "unit that is named nowhere else";
  Delta same_external = step(other, ActionKind::report, "c-4");
  same_external.external_ids = {{"new system", "Y"}, {"12345", "X"}};

  Loaded numbered = reported(store->reserve_case_id(day), 1);
  Delta same_number = step(numbered, ActionKind::report, "c-5");

  Loaded stale = old;
  stale.snapshot.summary.version = 0;
  Delta conflict = step(stale, ActionKind::comment, "c-6");

  Delta next = step(old, ActionKind::comment, "c-7");
  Delta next_again = step(old, ActionKind::comment, "c-8");

  const auto results =
      store->commit({first, same_command, same_external, same_number, conflict, next, next_again});
  REQUIRE(results.size() == 7);
  CHECK(results[0].outcome == DeltaOutcome::committed);
  CHECK(results[0].sequence == 3);
  CHECK(results[1].outcome == DeltaOutcome::duplicate);
  CHECK(results[1].first.case_id == fresh.snapshot.summary.id);
  CHECK(results[1].first.sequence == 3);
  CHECK(results[1].first.version == 1);
  CHECK(results[2].outcome == DeltaOutcome::duplicate_external);
  CHECK(results[2].first.case_id == fresh.snapshot.summary.id);
  CHECK(results[3].outcome == DeltaOutcome::duplicate_number);
  CHECK(results[4].outcome == DeltaOutcome::conflict);
  CHECK(results[4].first.version == 1);
  CHECK(results[5].sequence == 4);
  CHECK(results[6].sequence == 5);
  CHECK(store->read_log(2, 10).size() == 3);
  CHECK(store->read_log(2, 10)[2].commit == 3);
  CHECK_FALSE(store->read(other.snapshot.summary.id));
  CHECK_FALSE(store->case_of({"new system", "Y"}));
  CHECK_FALSE(store->first_answer("c-4"));
  CHECK(store->check().empty());
}

TEST_CASE("a batch in which everything is refused takes no number") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  const County before = store->county();
  Delta stale = step(it, ActionKind::comment);
  stale.expected_version = 5;
  CHECK(store->commit({stale}).at(0).outcome == DeltaOutcome::conflict);
  CHECK(store->county().last_commit == before.last_commit);
  CHECK(store->commit({}).empty());
}

TEST_CASE("the end of a hold is due as long as the case is on hold") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  CaseSummary& s = it.snapshot.summary;
  s.position = {State::suspended, State::village_intake, State::none};
  s.due = at(200);  // the clock of that limit falls due, not the limit itself
  s.resume_at = at(300);
  store->commit({step(it, ActionKind::suspend)});
  auto due = store->due(at(300), nullptr, 10);
  REQUIRE(due.size() == 1);
  CHECK(due[0].at == at(300));
  CHECK(due[0].case_id == s.id);
  CHECK(due[0].clock == 0);
  CHECK(store->due(at(299), nullptr, 10).empty());
  s.resume_at = at(400);
  store->commit({step(it, ActionKind::comment)});
  CHECK(store->next_due() == at(400));
  s.position = {State::merged, State::suspended, State::village_intake};
  store->commit({step(it, ActionKind::merge)});
  CHECK_FALSE(store->next_due());
  s.position = {State::suspended, State::village_intake, State::none};
  store->commit({step(it, ActionKind::unmerge)});
  CHECK(store->next_due() == at(400));
  s.position = {State::village_intake, State::none, State::none};
  s.resume_at.reset();
  store->commit({step(it, ActionKind::resume)});
  CHECK_FALSE(store->next_due());
  CHECK(store->due(at(1000), nullptr, 10).empty());
  CHECK(store->check().empty());
}

TEST_CASE("orders are added, changed and taken away") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  auto& orders = it.snapshot.assignments;
  for (int i = 1; i <= 3; ++i) {
    orders.push_back(order(i, "unit-" + std::to_string(i), AssignmentRole::assist, at(i)));
  }
  store->commit({step(it, ActionKind::dispatch)});
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  orders[1].arrived = at(50);
  orders[2].state = AssignmentState::done;
  orders[2].ended = at(51);
  store->commit({step(it, ActionKind::arrive)});
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  orders.pop_back();
  store->commit({step(it, ActionKind::amend)});
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  CHECK(store->check().empty());
}

TEST_CASE("a key that goes takes text and personal data of the case with it") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = reported(store->reserve_case_id({2018, 3, 16}), 1);
  Delta first = step(it, ActionKind::report);
  first.record.parts.text = "text";
  first.record.parts.personal = "personal";
  first.record.text_commitment = digest_of(1);
  first.record.personal_commitment = digest_of(2);
  store->commit({first});
  it.key.reset();
  store->commit({step(it, ActionKind::amend)});
  const auto history = store->history(it.snapshot.summary.id, 0, 10);
  REQUIRE(history.size() == 2);
  CHECK(history[0].parts.text.empty());
  CHECK(history[0].parts.personal.empty());
  CHECK(history[0].text_commitment == digest_of(1));
  CHECK_FALSE(store->read(it.snapshot.summary.id)->key);
  CHECK(store->check().empty());
}

TEST_CASE("a new policy is a step of the county's own line") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded line = *store->load({CaseId::none}).at(0);
  Delta delta = step(line, ActionKind::amend);
  delta.record.policy_version = 2;
  delta.record.recorded = at(2000);
  delta.policy_document = "{\"name\":\"second\"}";
  CHECK(store->commit({delta}).at(0).outcome == DeltaOutcome::committed);
  CHECK(store->county().policy_version == 2);
  CHECK(store->policy(2)->document == "{\"name\":\"second\"}");
  CHECK(store->load({CaseId::none}).at(0)->head == line.head);
  CHECK(store->commit({delta}).at(0).outcome == DeltaOutcome::conflict);
  CHECK(store->check().empty());
}

TEST_CASE("case ids ascend and are never given twice, a new process included") {
  const Folder folder;
  Loaded it;
  {
    const auto store = found(folder / "a");
    CHECK(to_number(store->reserve_case_id({2018, 3, 16})) == 3308811803160000001);
    CHECK(to_number(store->reserve_case_id({2018, 3, 16})) == 3308811803160000002);
    it = report(*store, 1);
    CHECK(to_number(it.snapshot.summary.id) == 3308811803160000003);
    CHECK(to_number(store->reserve_case_id({2018, 3, 17})) == 3308811803170000001);
    CHECK(to_number(store->reserve_case_id({2018, 3, 16})) == 3308811803160000004);
  }
  const auto store = open_sqlite(folder / "a", {});
  CHECK(to_number(store->reserve_case_id({2018, 3, 16})) == 3308811803160000004);
}
