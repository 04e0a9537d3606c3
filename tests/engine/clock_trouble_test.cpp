// What goes wrong around clocks: cases that cannot be dealt with, holds that nobody ended,
// calendars that come at the same time.

#include "engine/recalculating.hpp"
#include "engine/ticking.hpp"
#include "engine/writer.hpp"
#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <set>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// Runs a statement on the store of a county past its engine.
void damage(County& county, const std::string& statement, CaseId id) {
  county.close();
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(county.path().c_str(), &database) == SQLITE_OK);
  const std::string text = statement + " WHERE case_id = " + std::to_string(to_number(id));
  REQUIRE(sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(sqlite3_changes(database) > 0);
  sqlite3_close(database);
  county.reopen();
}

std::size_t fired(County& county, CaseId id) {
  std::size_t count = 0;
  for (const Event& event : county.engine().history(id, chief)) {
    for (const ClockEntry& entry : event.facts.clocks)
      count += entry.step == ClockStep::fire ? 1 : 0;
  }
  return count;
}

HolidayTable table_named(const std::string& code) {
  HolidayTable table;
  table.code = code;
  table.until = parse_date("2030-01-01");
  return table;
}

HolidayTable with_storm() {
  HolidayTable table = chinese_holidays();
  table.days.push_back(special_day("2018-03-19", false, "storm"));
  std::sort(table.days.begin(), table.days.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  return table;
}

// The inside of an engine, where some cases come to grief whatever is done to them.
class Workshop {
public:
  explicit Workshop(County& county)
      : options_(county.options()), store_(open(county, options_)),
        rulebooks(*store_, store_->county().policy_version), monitor(options_),
        writer(*store_, rulebooks, options_, monitor),
        queue([this](const std::vector<engine::Work>& group) { carry_out(group); }) {}

  store::Store& store() { return *store_; }
  TickReport tick(Instant now, engine::TickBudget budget) {
    return engine::tick(*store_, rulebooks, queue, now, budget, nullptr);
  }

private:
  static std::unique_ptr<store::Store> open(County& county, const EngineOptions& options) {
    county.close();
    return store::open_sqlite(county.path(), options);
  }

  void carry_out(const std::vector<engine::Work>& group) {
    std::vector<engine::Work> sound;
    for (const engine::Work& work : group) {
      const CaseId id = work.submission->action.case_id;
      if (busy.count(id) != 0) {
        work.answer->emplace().status = Status::busy;
      } else if (cursed.count(id) != 0) {
        *work.failure = std::make_exception_ptr(Error(code, "cursed"));
      } else {
        sound.push_back(work);
      }
    }
    if (!sound.empty()) writer.carry_out(sound);
  }

  EngineOptions options_;
  std::unique_ptr<store::Store> store_;

public:
  engine::Rulebooks rulebooks;
  engine::Monitor monitor;
  engine::Writer writer;
  engine::GroupCommit queue;
  std::set<CaseId> cursed;
  std::set<CaseId> busy;
  ErrorCode code = ErrorCode::not_found;
};

// A case of the room's that was put on hold on Friday at 9 until 10.
CaseId held_until_ten(County& county) {
  const CaseId id = county.report_at("2018-03-16 08:30", room);
  county.must_at("2018-03-16 09:00", A::suspend, id, room, [](Action& a) {
    a.reason = "waiting";
    a.until = local("2018-03-16 10:00");
  });
  return id;
}

const Edit a_note = [](Action& a) { a.note = "news"; };

}  // namespace

TEST_CASE("whatever a case fails with, a tick counts it and goes on with the others") {
  County county(county_with_closing(4));
  const CaseId bad = county.report();
  std::vector<CaseId> others;
  for (int i = 0; i < 5; ++i)
    others.push_back(county.report());
  Workshop workshop(county);
  workshop.cursed = {bad};
  for (const ErrorCode code :
       {ErrorCode::not_found, ErrorCode::internal, ErrorCode::invalid_argument}) {
    workshop.code = code;
    const TickReport first = workshop.tick(local("2018-03-20 08:00"), {100, 1});
    CHECK(first.failed == 1);
    CHECK(first.more);
    CHECK(first.fired == (code == ErrorCode::not_found ? 15 : 0));
  }
  workshop.code = ErrorCode::io;
  CHECK_THROWS_AS(workshop.tick(local("2018-03-20 08:00"), {100, 1}), Error);
}

TEST_CASE("a row that cannot be written keeps back its own case only") {
  for (const char* statement :
       {"UPDATE deadlines SET due_at = 1", "UPDATE clocks SET due = NULL"}) {
    CAPTURE(statement);
    County county(county_with_closing(4));
    const CaseId bad = county.report();
    std::vector<CaseId> others;
    for (int i = 0; i < 5; ++i)
      others.push_back(county.report());
    damage(county, statement, bad);
    county.wait_until("2018-03-20 08:00");
    for (const std::int32_t slice : {100, 1, 100}) {
      const TickReport report = county.engine().tick(county.now(), 100, slice);
      CHECK(report.failed == 1);
      CHECK(report.more);
    }
    for (const CaseId id : others)
      CHECK(fired(county, id) == 3);
    CHECK_FALSE(county.engine().verify().ok());
  }
}

TEST_CASE("what follows an action that could not be written is decided without it") {
  County county(county_with_closing(4));
  const CaseId bad = county.report_at("2018-03-16 08:30", room);
  const CaseId good = county.report(room);
  damage(county, "UPDATE deadlines SET due_at = 1", bad);
  const auto of = [&](A kind, CaseId id, const Edit& edit) {
    Submission one{{}, {room, "", ""}, county.now()};
    one.action.kind = kind;
    one.action.case_id = id;
    edit(one.action);
    return one;
  };
  const Edit until_ten = [](Action& a) {
    a.reason = "waiting";
    a.until = local("2018-03-16 10:00");
  };
  const auto answers = county.engine().batch(
      {of(A::suspend, bad, until_ten), of(A::comment, bad, a_note), of(A::suspend, good, until_ten),
       of(A::resume, good, [](Action&) {}), of(A::resume, bad, [](Action&) {})});
  CHECK(answers[0].status == Status::busy);  // stopped; alone it throws
  CHECK(answers[1].status == Status::committed);
  CHECK(answers[2].status == Status::committed);
  CHECK(answers[3].status == Status::committed);
  CHECK(answers[4].status == Status::refused);
  CHECK(answers[4].state == county.state(bad));
  CHECK_THROWS_AS(
      county.engine().submit(of(A::suspend, bad, until_ten).action, {room, "", ""}, county.now()),
      Error);
}

TEST_CASE("a case that cannot be looked at stops neither the preview nor the import of a table") {
  County county(county_with_closing(4));
  const CaseId bad = county.report_at("2018-03-16 16:00");
  const CaseId good = county.report_at("2018-03-16 16:00");
  damage(county, "UPDATE clocks SET course = 'damaged'", bad);
  const DeadlineMoves preview = county.engine().preview_holidays(with_storm(), chief, county.now());
  CHECK(preview.failed == 1);
  CHECK(preview.open == 1);
  CHECK(preview.moved == 1);
  const DeadlineMoves done = county.engine().import_holidays(with_storm(), chief, county.now());
  CHECK(done.failed == 1);
  CHECK(done.moved == 1);
  CHECK(local(county.clock(good, "close").times.deadline) == "2018-03-20 10:00:00");
}

TEST_CASE("moves that were not carried out are counted as failed, and made by the next import") {
  County county(county_with_closing(4));
  std::vector<CaseId> cases;
  for (int i = 0; i < 3; ++i)
    cases.push_back(county.report_at("2018-03-16 16:00"));
  Policy policy = county_with_closing(4);
  policy.time.holidays = {with_storm()};
  county.engine().adopt(policy, chief, county.now());
  Workshop workshop(county);
  const auto move = [&] {
    return engine::make_moves(workshop.store(), workshop.rulebooks, workshop.queue, county.now());
  };
  workshop.cursed = {cases[0], cases[1], cases[2]};
  CHECK(move().failed == 3);
  workshop.cursed = {cases[0]};
  workshop.busy = {cases[1]};
  CHECK(move().failed == 2);
  workshop.cursed.clear();
  workshop.busy.clear();
  const DeadlineMoves rest = move();
  CHECK(rest.failed == 0);
  CHECK(rest.moved == 2);
}

TEST_CASE("two tables that are imported at the same time are both in force afterwards") {
  for (int i = 0; i < 5; ++i) {
    County county(county_with_closing(4));
    const auto import = [&](const std::string& code) {
      county.engine().import_holidays(table_named(code), chief, county.now());
    };
    std::thread one(import, "aa");
    std::thread other(import, "bb");
    one.join();
    other.join();
    std::set<std::string> codes;
    for (const HolidayTable& table : county.engine().policy()->time.holidays)
      codes.insert(table.code);
    CHECK(codes.count("aa") == 1);
    CHECK(codes.count("bb") == 1);
  }
}

TEST_CASE("a hold ends at its time though nobody ticked, before what comes later is decided") {
  County late(county_with_closing(20));
  const CaseId id = held_until_ten(late);
  late.must_at("2018-03-19 10:00", A::comment, id, room, a_note);
  County on_time(county_with_closing(20));
  const CaseId twin = held_until_ten(on_time);
  on_time.tick_at("2018-03-16 10:00");
  on_time.must_at("2018-03-19 10:00", A::comment, twin, room, a_note);

  const auto history = late.engine().history(id, chief);
  REQUIRE(history.size() == 4);
  CHECK(history[2].action.kind == A::resume);
  CHECK(local(history[2].happened) == "2018-03-16 10:00:00");
  CHECK(local(history[2].recorded) == "2018-03-19 10:00:00");
  CHECK(history[2].actor.unit == centre);
  CHECK(history[2].actor.post == "tick");
  CHECK(history[3].action.kind == A::comment);
  CHECK(late.clock(id, "close").times == on_time.clock(twin, "close").times);
  const auto spans = late.engine().responsibility(id, chief, late.now())->shares;
  const auto expected = on_time.engine().responsibility(twin, chief, late.now())->shares;
  REQUIRE(spans.size() == expected.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    CHECK(spans[i].share == expected[i].share);
    CHECK(spans[i].time == expected[i].time);
  }
  const TickReport tick = late.engine().tick(late.now());
  CHECK(tick.resumed == 0);
  CHECK(tick.failed == 0);
  CHECK(late.engine().verify().ok());
}

TEST_CASE("to resume by hand after the end of the hold is not possible: it has ended on time") {
  County county(county_with_closing(20));
  const CaseId id = held_until_ten(county);
  county.wait_until("2018-03-19 10:00");
  const Answer answer = county.act(A::resume, id, room);
  REQUIRE(answer.refusal);
  CHECK(answer.status == Status::refused);
  CHECK(answer.refusal->code == RefusalCode::not_possible);
  CHECK(answer.state == county.state(id));
  CHECK(answer.state != State::suspended);
  const auto holds = county.clock(id, "close").holds;
  REQUIRE(holds.size() == 1);
  CHECK(local(*holds.front().until) == "2018-03-16 10:00:00");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what is dated before the end of a hold is decided in the hold") {
  County county(county_with_closing(20));
  const CaseId id = held_until_ten(county);
  county.wait_until("2018-03-19 10:00");
  const Answer answer =
      county.act(A::resume, id, room, [](Action& a) { a.happened = local("2018-03-16 09:30"); });
  CHECK(answer.status == Status::committed);
  CHECK(local(*county.clock(id, "close").holds.front().until) == "2018-03-16 09:30:00");
}

TEST_CASE("holds that have run out end one by one, each before what comes after it") {
  Policy policy = county_with_closing(20);
  policy.time.deviations.suspensions = 2;
  County county(policy);
  const CaseId id = held_until_ten(county);
  county.wait_until("2018-03-19 10:00");
  Submission comment{{}, {room, "", ""}, county.now()};
  comment.action.kind = A::comment;
  comment.action.case_id = id;
  comment.action.note = "news";
  Submission again = comment;
  again.action.kind = A::suspend;
  again.action.note.clear();
  again.action.reason = "waiting";
  again.action.until = local("2018-03-19 11:00");
  Submission last = comment;
  last.now = local("2018-03-19 12:00");
  const auto answers = county.engine().batch({comment, comment, again, last});
  for (const Answer& answer : answers) {
    CAPTURE(answer.refusal ? answer.refusal->reason : "");
    CHECK(answer.status == Status::committed);
  }
  const auto holds = county.clock(id, "close").holds;
  REQUIRE(holds.size() == 2);
  CHECK(local(*holds[0].until) == "2018-03-16 10:00:00");
  CHECK(local(*holds[1].until) == "2018-03-19 11:00:00");
  CHECK(county.engine().history(id, chief).size() == 8);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a hold whose end cannot be written lasts, and keeps nobody from the case") {
  County county(county_with_closing(20));
  const CaseId bad = held_until_ten(county);
  const CaseId good = held_until_ten(county);
  damage(county, "UPDATE deadlines SET due_at = 1", bad);
  county.wait_until("2018-03-19 10:00");
  std::vector<Submission> both;
  for (const CaseId id : {bad, good}) {
    Submission& one = both.emplace_back();
    one.actor = {room, "", ""};
    one.now = county.now();
    one.action.kind = A::comment;
    one.action.case_id = id;
    one.action.note = "news";
  }
  const auto answers = county.engine().batch(both);
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::committed);
  CHECK(county.state(good) != State::suspended);
  CHECK_THROWS_AS(county.act(A::resume, bad, room), Error);
  CHECK(county.state(bad) == State::suspended);
}

TEST_CASE("an end of a hold that another writer was quicker with leaves the chain whole") {
  County county(county_with_closing(20));
  const CaseId id = held_until_ten(county);
  const Instant now = local("2018-03-19 10:00");
  const EngineOptions seeded = county.options();
  std::optional<Workshop> workshop(std::in_place, county);
  engine::Monitor others(seeded);
  engine::Writer other(workshop->store(), workshop->rulebooks, seeded, others);
  EngineOptions options = seeded;
  options.number = [&](const Action&, CaseId made, Instant) {
    Submission resume{{}, {centre, "", "tick"}, now - std::chrono::hours(1)};
    resume.action.kind = A::resume;
    resume.action.case_id = id;
    std::optional<Answer> answer;
    std::exception_ptr failure;
    other.carry_out({{&resume, &answer, &failure, engine::Origin::engine}});
    return std::to_string(to_number(made));
  };
  engine::Monitor monitor(options);
  engine::Writer writer(workshop->store(), workshop->rulebooks, options, monitor);
  Submission comment{{}, {room, "", ""}, now};
  comment.action.kind = A::comment;
  comment.action.case_id = id;
  comment.action.note = "news";
  Submission report{{}, {room, "", ""}, now};
  report.action.kind = A::report;
  report.action.title = "污水倒灌";
  report.action.category = "0404";
  std::optional<Answer> answers[2];
  std::exception_ptr failures[2];
  writer.carry_out({{&comment, &answers[0], &failures[0]}, {&report, &answers[1], &failures[1]}});
  REQUIRE(answers[0]);
  CHECK(answers[0]->status == Status::committed);
  workshop.reset();
  county.reopen();
  CHECK(county.engine().history(id, chief).size() == 4);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("versions of the policy share the calendars that they have in common") {
  County county(county_with_closing(4));
  Policy renamed = county_with_closing(4);
  renamed.name = "renamed";
  county.engine().adopt(renamed, chief, county.now());
  Policy moved = renamed;
  moved.time.holidays = {with_storm()};
  county.engine().adopt(moved, chief, county.now());
  moved.name = "renamed again";
  county.engine().adopt(moved, chief, county.now());
  Workshop workshop(county);
  const auto calendar = [&](std::int64_t version) {
    return &workshop.rulebooks.version(version)->timetables.find("office")->calendar();
  };
  CHECK(calendar(3) == calendar(4));
  CHECK(calendar(2) != calendar(3));
  CHECK(calendar(1) == calendar(2));
  Policy elsewhere = moved;
  elsewhere.organization.time_zone = "Asia/Urumqi";
  elsewhere.time.calendars.front().time_zone.clear();
  const engine::Rulebook in_east(5, elsewhere, workshop.rulebooks.version(4).get());
  CHECK(&in_east.timetables.find("office")->calendar() != calendar(4));
  CHECK(in_east.timetables.find("office")->time_zone() == "Asia/Urumqi");
}

TEST_CASE("questions that are asked at a time take it from the same years as actions") {
  County county(county_with_closing(4));
  const CaseId id = county.report();
  const Engine& engine = county.engine();
  for (const char* bad : {"1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z"}) {
    const Instant now = parse_instant(bad);
    CHECK_THROWS_AS(engine.clocks(id, chief, now), Error);
    CHECK_THROWS_AS(engine.explain(id, 1, chief, now), Error);
    CHECK_THROWS_AS(engine.allowed(id, chief, now), Error);
    CHECK_THROWS_AS(engine.responsibility_by_unit(county.now(), county.now(), chief, now), Error);
  }
}
