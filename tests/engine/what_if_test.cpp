// The history once more: as it was, to the byte, and under other rules.
#include "support/environment.hpp"
#include "support/hands.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

// Another store beside the county's.
class Replay {
public:
  explicit Replay(County& county) : county_(county) {}

  WhatIfReport run(const std::optional<Policy>& policy = std::nullopt) {
    return county_.engine().what_if(folder_ / "other.gridcase", {policy}, chief);
  }
  Engine engine() { return Engine::open(folder_ / "other.gridcase", county_.options()); }

private:
  County& county_;
  TemporaryFolder folder_;
};

// Every event of the county with its hash, a line each.
std::vector<std::string> hashes(const Engine& engine) {
  std::vector<std::string> lines;
  for (std::int64_t after = 0;;) {
    const auto events = engine.read_log(after, 1000, chief);
    for (const Event& event : events) {
      std::string line =
          std::to_string(event.sequence) + " " + std::string(name(event.action.kind));
      for (const std::uint8_t byte : event.hash)
        line += " " + std::to_string(byte);
      lines.push_back(line);
    }
    if (events.size() < 1000) return lines;
    after = events.back().sequence;
  }
}

std::string told(const WhatIfReport& report) {
  std::string text = std::to_string(report.events) + " events, " +
                     std::to_string(report.identical) + " identical, " +
                     std::to_string(report.erased) + " erased, " + std::to_string(report.changed) +
                     " changed, " + std::to_string(report.refused) + " refused, " +
                     std::to_string(report.dropped) + " dropped, " + std::to_string(report.added) +
                     " added, " + std::to_string(report.left_out) + " left out";
  for (const WhatIfRefusal& one : report.refusals)
    text += "\n" + std::to_string(one.sequence) + " " + std::string(name(one.action)) + ": " +
            one.why.field + " " + one.why.reason;
  return text;
}

Measurement figure(const Engine& engine, const std::string& code, Instant now,
                   const std::string& period = "2018-03") {
  MeasureQuery query;
  query.measures = {code};
  query.period = parse_period(period);
  return engine.measure(query, chief, now).front();
}

Event last_of_kind(const Engine& engine, CaseId id, A kind) {
  const auto history = engine.history(id, chief);
  const auto found = std::find_if(history.rbegin(), history.rend(),
                                  [&](const Event& event) { return event.action.kind == kind; });
  REQUIRE(found != history.rend());
  return *found;
}

}  // namespace

TEST_CASE("under its own rules the history comes about again, byte for byte") {
  County county(county_with_closing(4));
  const CaseId id = county.in_review();
  county.must(A::comment, id, centre, [](Action& a) { a.note = "一并检查"; });
  const CaseId other = county.report_at("2018-03-17 09:00", grid, [](Action& a) {
    a.parties = {{"requester", "王某", "13800000000", ""}};
    a.external_ids = {{"12345", "A-1"}};
  });
  (void)county.tick_at("2018-03-20 09:00");
  county.must(A::merge, other, centre, [&](Action& a) {
    a.other_case = id;
    a.reply = "一并处理";
  });
  county.engine().switch_mode(room, OperatingMode::emergency, "flood", chief, county.now());
  (void)county.dispatched();
  Replay replay(county);
  const WhatIfReport report = replay.run();
  CAPTURE(told(report));
  CHECK(report.is_identical());
  CHECK(report.events > 15);
  const Engine there = replay.engine();
  CHECK(hashes(there) == hashes(county.engine()));
  CHECK(there.verify().ok());
}

TEST_CASE("what was erased is replayed without its texts") {
  County county;
  const CaseId id = county.report();
  county.must(A::annul, id, centre, because("mistake"));
  const CaseId whole = county.report();
  county.must(A::erase, id, centre, because("by_law"));
  Replay replay(county);
  const WhatIfReport report = replay.run();
  CAPTURE(told(report));
  CHECK(report.refused == 0);
  CHECK(report.erased == 3);
  CHECK(report.identical == report.events - 3);
  CHECK(report.is_identical());
  CHECK(replay.engine().get(whole, chief)->title == county.whole(whole).title);
}

TEST_CASE("shorter limits make more of the same work late") {
  County county(county_with_closing(4));
  for (int day = 5; day <= 9; ++day) {
    const CaseId id = county.report_at("2018-03-0" + std::to_string(day) + " 09:00");
    county.must(A::file, id, grid);
    county.must(A::handle, id, grid);
    county.must(A::feedback, id, grid);
    county.pass(std::chrono::minutes(30 * (day - 4)));
    county.must(A::close, id, grid);
  }
  county.wait_until("2018-04-02 09:00");
  Replay replay(county);
  const WhatIfReport report = replay.run(county_with_closing(1));
  CAPTURE(told(report));
  CHECK(report.refused == 0);
  CHECK(figure(county.engine(), "closing_in_time_rate", county.now()).ratio == Ratio{5, 5});
  // Closed after 33, 63, 93, 123 and 153 minutes.
  CHECK(figure(replay.engine(), "closing_in_time_rate", county.now()).ratio == Ratio{1, 5});
  CHECK(figure(replay.engine(), "closings", county.now()).ratio == Ratio{5, 1});
  CHECK(report.added > 0);  // rungs that were never reached
}

TEST_CASE("another unit leads by duty, and takes as long") {
  Organization organization = small_organization();
  County county(CaseRules{}, organization);
  const CaseId id = county.dispatched();
  county.pass(std::chrono::hours(2));
  county.must(A::sign, id, drains);
  county.pass(std::chrono::hours(5));
  county.must(A::feedback, id, drains);
  Policy tried;
  tried.organization = organization;
  for (Duty& duty : tried.organization.duties) {
    if (duty.lead == drains) duty.lead = "pcs";
  }
  Replay replay(county);
  const WhatIfReport report = replay.run(tried);
  CAPTURE(told(report));
  CHECK(report.refused == 0);
  const Engine there = replay.engine();
  CHECK(there.get(id, chief)->lead == "pcs");
  CHECK(last_of_kind(there, id, A::sign).actor.unit == "pcs");
  CHECK(last_of_kind(there, id, A::feedback).recorded ==
        last_of_kind(county.engine(), id, A::feedback).recorded);
  CHECK(there.verify().ok());
}

TEST_CASE("who keeps other hours reacts after as many of them") {
  County county(county_with_closing(4));
  // On a Friday; the feedback after 3 working hours, at 15:00 with the break at noon.
  const CaseId id = county.report_at("2018-03-16 09:00");
  county.must_at("2018-03-16 09:10", A::file, id, grid);
  county.must_at("2018-03-16 09:20", A::handle, id, grid);
  county.must_at("2018-03-16 15:00", A::feedback, id, grid);
  Policy tried = county_with_closing(4);
  for (Calendar& calendar : tried.time.calendars) {
    for (auto& day : calendar.week)
      day.clear();
    calendar.week[0] = {{9 * 60, 18 * 60}};  // Mondays only
  }
  Replay replay(county);
  const WhatIfReport report = replay.run(tried);
  CAPTURE(told(report));
  CHECK(report.refused == 0);
  const Instant moved = last_of_kind(replay.engine(), id, A::feedback).recorded;
  CHECK(date_of(moved, "Asia/Shanghai") == Date{2018, 3, 19});
}

TEST_CASE("what the tried rules do not allow is listed with the reason") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) { a.channel = "hotline"; });
  county.must(A::file, id, grid);
  county.must(A::handle, id, grid);
  Policy tried;
  tried.organization = small_organization();
  tried.rules.check_before_filing = {"hotline"};
  Replay replay(county);
  const WhatIfReport report = replay.run(tried);
  CAPTURE(told(report));
  CHECK(report.refused == 2);
  REQUIRE_FALSE(report.refusals.empty());
  CHECK(report.refusals.front().action == A::file);
  CHECK(report.refusals.front().why.code == RefusalCode::needs_check);
  CHECK(report.refusals.front().case_id == id);
  CHECK_FALSE(report.is_identical());
}

TEST_CASE("only the command centre replays, into a new store of the same county") {
  County county;
  TemporaryFolder folder;
  const auto error = [&](const std::string& path, const WhatIf& tried, const Actor& actor) {
    try {
      (void)county.engine().what_if(path, tried, actor);
    } catch (const Error& problem) {
      return std::string(name(problem.code())) + " " + problem.field();
    }
    return std::string("no error");
  };
  CHECK(error(folder / "a", {}, {room, "", ""}) == "invalid_argument actor.unit");
  CHECK(error(county.path(), {}, chief).rfind("invalid_argument", 0) == 0);
  Policy other;
  other.organization = small_organization();
  other.organization.code = "330882";
  CHECK(error(folder / "b", {other}, chief).rfind("invalid_", 0) == 0);
  CHECK(error(folder / "c", {}, chief) == "no error");
}

TEST_CASE("random histories come about again, byte for byte") {
  std::int64_t events = 0;
  const std::uint64_t runs = rounds(8);
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    CAPTURE(seed);
    Dice dice(20'181'123 + seed);
    County county(policy_of_run(dice));
    Hand hand(county, dice);
    std::vector<CaseId> cases;
    for (int i = 0; i < 160; ++i) {
      if (cases.empty() || dice.chance(8) || is_end(county.state(cases.back()))) {
        cases.push_back(county.report(dice.chance(50) ? grid : other_grid, [&](Action& a) {
          if (dice.chance(40)) a.parties = {{"requester", "王某", "13800000000", ""}};
          if (dice.chance(20)) a.due = county.now() + std::chrono::hours(1 + dice.below(48));
        }));
      }
      county.pass(dice.chance(4) ? std::chrono::minutes(60 * 24 * (1 + dice.below(9)))
                                 : std::chrono::minutes(1 + dice.below(200)));
      if (dice.chance(10)) (void)county.engine().tick(county.now());
      const CaseId id = dice.chance(75) ? cases.back() : dice.pick(cases);
      if (const auto step = hand.next(id, cases))
        (void)county.engine().submit(step->second, step->first, county.now());
    }
    Replay replay(county);
    const WhatIfReport report = replay.run();
    CAPTURE(told(report));
    REQUIRE(report.is_identical());
    if (report.erased == 0) REQUIRE(hashes(replay.engine()) == hashes(county.engine()));
    events += report.events;
  }
  MESSAGE(events, " events came about again");
}
