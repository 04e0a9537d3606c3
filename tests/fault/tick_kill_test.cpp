// A process that is killed while it drains what is due loses nothing and repeats nothing.

#include "store/child_process.hpp"
#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

namespace {

std::vector<RungKind> rungs_fired(const Engine& engine, CaseId id) {
  std::vector<RungKind> rungs;
  for (const Event& event : engine.history(id, {centre, "", ""})) {
    for (const ClockEntry& entry : event.facts.clocks) {
      if (entry.step == ClockStep::fire) rungs.push_back(entry.rung);
    }
  }
  return rungs;
}

}  // namespace

TEST_CASE("killed while it drains, a tick loses nothing and repeats nothing") {
  County county(county_with_closing(4));
  std::vector<CaseId> cases;
  for (int i = 0; i < 200; ++i)
    cases.push_back(county.report());
  const Instant now = local("2018-04-02 08:00");
  county.close();

  std::mt19937 random(20180316);
  int kills = 0;
  for (bool done = false; !done;) {
    Child child([&](int pipe) {
      Engine engine = Engine::open(county.path(), county.options());
      Child::send(pipe, 0);
      while (engine.tick(now, 5, 5).more)
        Child::send(pipe, 0);
      Child::send(pipe, 1);
      return 0;
    });
    std::int64_t said = 0;
    // Some slices further on, and somewhere within the next.
    for (auto slices = 1 + random() % 12; slices > 0 && said == 0; --slices)
      REQUIRE(child.receive(said));
    done = said == 1;
    usleep(static_cast<useconds_t>(random() % 1000));
    child.end();
    ++kills;
    while (child.receive(said))
      done = done || said == 1;
    if (kills % 8 == 0) REQUIRE(Engine::open(county.path(), county.options()).verify().ok());
  }
  MESSAGE(kills, " kills");
  CHECK(kills > 5);

  Engine engine = Engine::open(county.path(), county.options());
  CHECK(engine.tick(now).fired == 0);
  CHECK(engine.verify().ok());
  for (const CaseId id : cases) {
    const auto rungs = rungs_fired(engine, id);
    REQUIRE(rungs.size() == 3);
    CHECK(rungs[0] == RungKind::remind);
    CHECK(rungs[1] == RungKind::escalate);
    CHECK(rungs[2] == RungKind::supervise);
  }
}

TEST_CASE("killed while it moves deadlines, an import is finished by doing it again") {
  County county(county_with_closing(4));
  for (int i = 0; i < 1500; ++i)
    county.report_at("2018-03-16 16:00");
  const Instant now = county.now();
  HolidayTable table = chinese_holidays();
  table.days.push_back(special_day("2018-03-19", false, "storm"));
  std::sort(table.days.begin(), table.days.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  county.close();

  std::mt19937 random(20180316);
  for (int i = 0; i < 8; ++i) {
    Child child([&](int pipe) {
      Engine engine = Engine::open(county.path(), county.options());
      Child::send(pipe, 0);
      engine.import_holidays(table, {centre, "", ""}, now);
      return 0;
    });
    std::int64_t said = 0;
    REQUIRE(child.receive(said));
    usleep(static_cast<useconds_t>(random() % 300'000));
    child.end();
  }
  Engine engine = Engine::open(county.path(), county.options());
  engine.import_holidays(table, {centre, "", ""}, now);
  CHECK(engine.import_holidays(table, {centre, "", ""}, now).moved == 0);
  CHECK(engine.verify().ok());
  std::int64_t moved = 0;
  for (const Event& event : engine.read_log(0, 10'000, {centre, "", ""}))
    moved += event.action.kind == A::recalculate ? 1 : 0;
  CHECK(moved == 1500);
}

TEST_CASE("killed while the figures follow, what is kept and how far it is belong together") {
  County county(county_with_closing(4));
  for (int i = 0; i < 100; ++i)
    (void)county.handling();
  const Instant now = county.now();
  MeasureQuery query;
  query.by = Dimension::unit;
  query.period = parse_period("2018-03");
  MeasureQuery recount = query;
  recount.as_of = now;
  const Actor chief{centre, "", ""};
  const auto told = [&](const Engine& engine, const MeasureQuery& asked) {
    std::string text;
    for (const Measurement& it : engine.measure(asked, chief, now))
      text += it.measure + " " + it.key + " " + two_decimals(it.value) + "\n";
    return text;
  };
  const std::string expected = told(county.engine(), recount);
  county.close();

  std::mt19937 random(20180316);
  int kills = 0;
  for (bool done = false; !done;) {
    Child child([&](int pipe) {
      Engine engine = Engine::open(county.path(), county.options());
      Child::send(pipe, 0);
      while (engine.tick(now, 5, 5).behind > 0)
        Child::send(pipe, 0);
      Child::send(pipe, 1);
      return 0;
    });
    std::int64_t said = 0;
    for (auto slices = 1 + random() % 6; slices > 0 && said == 0; --slices)
      REQUIRE(child.receive(said));
    done = said == 1;
    usleep(static_cast<useconds_t>(random() % 1500));
    child.end();
    ++kills;
    while (child.receive(said))
      done = done || said == 1;
    if (kills % 4 != 0) continue;
    const Engine engine = Engine::open(county.path(), county.options());
    REQUIRE(engine.verify().ok());
    REQUIRE(told(engine, query) == expected);
  }
  MESSAGE(kills, " kills");
  CHECK(kills > 5);
  const Engine engine = Engine::open(county.path(), county.options());
  CHECK(engine.verify().ok());
  CHECK(told(engine, query) == expected);
}
