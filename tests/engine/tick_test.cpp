// What falls due: each rung once, in order, whoever ticks and whenever.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <optional>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

struct Fired {
  std::string rung;
  std::string due;
  std::string at;
};

std::vector<Fired> fired(County& county, CaseId id) {
  std::vector<Fired> list;
  for (const Event& event : county.engine().history(id, {centre, "", ""})) {
    for (const ClockEntry& entry : event.facts.clocks) {
      if (entry.step != ClockStep::fire) continue;
      list.push_back({std::string(name(entry.rung)), local(*entry.due), local(entry.at)});
    }
  }
  return list;
}

}  // namespace

TEST_CASE("each rung fires when it is due, once, and says when it was due and when it fired") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  CHECK(county.tick_at("2018-03-16 11:11:59").fired == 0);
  CHECK(county.tick_at("2018-03-16 11:12:00").fired == 1);  // exactly at 80 percent
  CHECK(county.tick_at("2018-03-16 11:12:00").fired == 0);
  CHECK(county.tick_at("2018-03-16 12:00:30").fired == 1);
  const TickReport last = county.tick_at("2018-03-16 15:00:00");
  CHECK(last.fired == 1);
  CHECK_FALSE(last.more);
  CHECK_FALSE(last.next);
  const auto all = fired(county, id);
  REQUIRE(all.size() == 3);
  CHECK(all[0].rung == "remind");
  CHECK(all[0].due == "2018-03-16 11:12:00");
  CHECK(all[1].rung == "escalate");
  CHECK(all[1].due == "2018-03-16 12:00:00");
  CHECK(all[1].at == "2018-03-16 12:00:30");
  CHECK(all[2].rung == "supervise");
  CHECK(all[2].due == "2018-03-16 15:00:00");  // an hour of working time later, after lunch
  CHECK(county.engine().verify().ok());
}

TEST_CASE("after a standstill every rung fires once, in order, in one tick") {
  County county(county_with_closing(4));
  const CaseId first = county.report_at("2018-03-16 08:00");
  const CaseId second = county.report_at("2018-03-16 08:30");
  const TickReport report = county.tick_at("2018-04-10 09:00");
  CHECK(report.fired == 6);
  CHECK(report.latest == local("2018-04-10 09:00") - local("2018-03-16 11:12:00"));
  for (const CaseId id : {first, second}) {
    const auto all = fired(county, id);
    REQUIRE(all.size() == 3);
    CHECK(all[0].rung == "remind");
    CHECK(all[1].rung == "escalate");
    CHECK(all[2].rung == "supervise");
  }
  CHECK(county.tick_at("2018-04-10 09:00").fired == 0);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("who is told stands in the event: the unit, the one above it, the centre") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.tick_at("2018-03-19 18:00");
  std::vector<std::string> told;
  for (const Event& event : county.engine().history(id, {centre, "", ""})) {
    if (event.action.kind == A::fall_due) told.push_back(event.action.unit);
  }
  CHECK(told == std::vector<std::string>{grid, village, centre});
}

TEST_CASE("a damaged case stops what is due of it, and nothing else") {
  County county(county_with_closing(4));
  const CaseId damaged = county.report();
  const CaseId sound = county.report();
  county.close();
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(county.path().c_str(), &database) == SQLITE_OK);
  const std::string text =
      "UPDATE clocks SET course = 'damaged' WHERE case_id = " + std::to_string(to_number(damaged));
  REQUIRE(sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  county.reopen();
  const TickReport report = county.tick_at("2018-03-19 18:00");
  CHECK(report.fired == 3);
  CHECK(report.failed == 1);
  CHECK(report.more);
  CHECK(fired(county, sound).size() == 3);
  CHECK_FALSE(county.engine().verify().ok());
}

TEST_CASE("two rungs due at the same instant both fire") {
  Policy policy = county_with_closing(4);
  policy.time.milestones.front().ladder = {
      {RungKind::remind, 100, 0}, {RungKind::escalate, 100, 0}, {RungKind::supervise, 100, 0}};
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  CHECK(county.tick_at("2018-03-16 12:00").fired == 3);
  CHECK(fired(county, id).size() == 3);
}

TEST_CASE("a tick does no more than its budget, in slices, oldest first") {
  County county(county_with_closing(4));
  std::vector<CaseId> cases;
  for (int i = 0; i < 10; ++i)
    cases.push_back(county.report());
  county.wait_until("2018-03-16 12:00");
  const TickReport some = county.engine().tick(county.now(), 7, 3);
  CHECK(some.fired == 7);
  CHECK(some.slices == 3);
  CHECK(some.more);
  CHECK(fired(county, cases[6]).size() == 1);
  CHECK(fired(county, cases[7]).empty());
  const TickReport rest = county.engine().tick(county.now(), 100, 3);
  CHECK(rest.fired == 3);
  CHECK_FALSE(rest.more);
  CHECK(local(*rest.next) == "2018-03-16 14:31:00");
}

TEST_CASE("a budget or a slice that is none is refused") {
  County county;
  CHECK_THROWS_AS(county.engine().tick(county.now(), 0), Error);
  CHECK_THROWS_AS(county.engine().tick(county.now(), 10, 0), Error);
  CHECK_THROWS_AS(county.engine().tick(county.now(), 10, 513), Error);
}

TEST_CASE("nothing fires of a clock that was met, dropped or held") {
  County county(county_with_closing(4));
  const CaseId answered = county.report_at("2018-03-16 08:00");
  const CaseId rejected = county.report_at("2018-03-16 08:00");
  const CaseId held = county.report_at("2018-03-16 08:00");
  county.must(A::answer, answered, grid, [](Action& a) { a.reply = "done"; });
  county.must(A::reject, rejected, grid, because("no-case"));
  county.must(A::suspend, held, grid, [](Action& action) {
    action.reason = "engineering";
    action.until = local("2018-05-02 08:00");
  });
  CHECK(county.tick_at("2018-03-20 18:00").fired == 0);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("more time begins the ladder anew") {
  Policy policy = county_with_closing(4);
  policy.time.deviations.extension_steps = 1;
  County county(policy);
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 08:10", A::escalate, id, grid, because("too-hard"));
  CHECK(county.tick_at("2018-03-16 11:30").fired == 1);
  county.must_at("2018-03-16 11:40", A::request_extension, id, room, because("parts"));
  county.must_at("2018-03-16 11:50", A::decide_extension, id, centre, passed(true));
  CHECK(county.tick_at("2018-03-16 16:20").fired == 0);
  CHECK(county.tick_at("2018-03-16 16:24").fired == 1);
  const auto all = fired(county, id);
  REQUIRE(all.size() == 2);
  CHECK(all[1].rung == "remind");
}

TEST_CASE("hosts cannot do what is the engine's") {
  County county(county_with_closing(4));
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.wait_until("2018-03-16 12:00");
  CHECK(county.act(A::fall_due, id, centre, [](Action& a) { a.clock = 1; }).refusal->code ==
        RefusalCode::not_permitted);
  CHECK(county.act(A::recalculate, id, centre).refusal->code == RefusalCode::not_permitted);
  const Answer answer = county.act(A::comment, id, centre, [](Action& action) {
    action.note = "note";
    action.command_id = "tick.1";
  });
  CHECK(answer.refusal->field == "command_id");
}

TEST_CASE("engines that tick in threads of the host fire each rung once") {
  County county(county_with_closing(4));
  std::vector<CaseId> cases;
  for (int i = 0; i < 60; ++i)
    cases.push_back(county.report());
  county.wait_until("2018-03-19 18:00");
  std::vector<std::thread> threads;
  std::vector<TickReport> reports(4);
  for (TickReport& report : reports) {
    threads.emplace_back([&] { report = county.engine().tick(county.now(), 1000, 7); });
  }
  for (std::thread& thread : threads)
    thread.join();
  std::int64_t sum = 0;
  for (const TickReport& report : reports)
    sum += report.fired;
  CHECK(sum == 180);
  for (const CaseId id : cases)
    CHECK(fired(county, id).size() == 3);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("two engines over one store tick together where SQLite allows it, else one is refused") {
  County county(county_with_closing(4));
  std::vector<CaseId> cases;
  for (int i = 0; i < 60; ++i)
    cases.push_back(county.report());
  county.wait_until("2018-03-19 18:00");
  std::optional<Engine> second;
  try {
    second = Engine::open(county.path(), county.options());
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::busy);
    MESSAGE("this SQLite allows one writer: the second engine was refused");
    return;
  }
  TickReport other;
  std::thread thread([&] { other = second->tick(county.now(), 1000, 3); });
  const TickReport own = county.engine().tick(county.now(), 1000, 3);
  thread.join();
  CHECK(own.fired + other.fired + second->tick(county.now()).fired == 180);
  for (const CaseId id : cases)
    CHECK(fired(county, id).size() == 3);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the host's stopwatch measures the slices; without one there is no figure") {
  County county(county_with_closing(4));
  county.report_at("2018-03-16 08:00");
  CHECK_FALSE(county.tick_at("2018-03-16 11:30").longest_slice);
  EngineOptions options;
  std::chrono::nanoseconds time{0};
  options.stopwatch = [&] { return time += std::chrono::microseconds(5); };
  TemporaryFolder folder;
  Engine engine =
      Engine::create(folder / "a", county_with_closing(4), options, local("2018-03-16 08:00"));
  Action report;
  report.kind = A::report;
  report.title = "title";
  report.category = "0404";
  REQUIRE(engine.submit(report, {grid, "", ""}, local("2018-03-16 08:00")).ok());
  const TickReport tick = engine.tick(local("2018-03-16 12:00"));
  CHECK(tick.fired == 2);
  // Twice it is looked at for the group within the slice.
  CHECK(*tick.longest_slice == std::chrono::microseconds(15));
}
