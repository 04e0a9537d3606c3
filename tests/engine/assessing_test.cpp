// Scores out of the record, frozen periods, and stars (AT-13, AT-14).
#include "support/time_rules.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};
const Period march = parse_period("2018-03");
const Period april = parse_period("2018-04");
const Period may = parse_period("2018-05");

// 60 for what was closed in time, 20 less one for each limit missed (two of the media), 20 of an
// assessor.
constexpr const char* sheet = R"({
  "code": "rooms", "english": "Command rooms", "chinese": "指挥室", "valid_from": "2018-01-01",
  "who": {"kinds": ["command_room"]},
  "grades": [{"grade": "A", "at_least": 90}, {"grade": "B", "at_least": 0}],
  "sheet": {"code": "total", "english": "Total", "chinese": "总分", "points": 100, "parts": [
    {"code": "time", "english": "Closed in time", "points": 60,
     "scale": {"kind": "linear", "measure": "closing_in_time_rate"}},
    {"code": "late", "english": "Missed", "points": 20,
     "changes": [{"measure": "limits_missed", "points": -1,
                  "channels": [{"channel": "media", "factor": 2}]}]},
    {"code": "work", "english": "Work", "points": 20, "not_applicable": "full",
     "manual": {"assessors": ["leader"]}}]}})";

Policy scored_policy() {
  Policy policy = county_with_closing(4);
  policy.time.deviations.appeal_reviewers = 1;
  policy.scoring = {read_score_rules(sheet)};
  return policy;
}

// Closed after as many minutes.
CaseId closed(County& county, const std::string& time, int minutes, const std::string& unit = grid,
              const std::string& channel = {}) {
  const CaseId id = county.report_at(time, unit, [&](Action& action) { action.channel = channel; });
  county.must(A::file, id, unit);
  county.must(A::handle, id, unit);
  county.must(A::feedback, id, unit);
  county.pass(std::chrono::minutes(minutes));
  county.must(A::close, id, unit);
  return id;
}

constexpr int late = 8 * 60;

// Of the first room 2 of 3 in time, of the other all.
void fill_march(County& county) {
  (void)closed(county, "2018-03-05 09:00", 30);
  (void)closed(county, "2018-03-06 09:00", 30);
  (void)closed(county, "2018-03-07 09:00", late);
  (void)closed(county, "2018-03-08 09:00", 30, other_grid);
}

Assessment assessed(County& county, const Period& period = march) {
  return county.engine().assess({"rooms", period, false, {}}, chief, county.now());
}

// "code rank total grade", a line each.
std::string told(const Assessment& assessment) {
  std::string text;
  for (const Score& score : assessment.scores.scores) {
    text += score.subject.code + " " + std::to_string(score.rank.value_or(0)) + " " +
            two_decimals(score.total) + " " + score.grade + "\n";
  }
  return text;
}

ScoreMark mark(const std::string& subject, std::int32_t marks) {
  return {subject, "work", decimal(marks), "leader", "looked at", ""};
}

std::string error_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return std::string(name(error.code())) + " " + error.field();
  }
  return "no error";
}

void tamper(const std::string& path, const std::string& statement) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::string drop;
  const auto keep = [](void* text, int, char** values, char**) {
    *static_cast<std::string*>(text) += std::string("DROP TRIGGER ") + values[0] + ";";
    return 0;
  };
  REQUIRE(sqlite3_exec(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", keep,
                       &drop, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, (drop + statement).c_str(), nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  REQUIRE(sqlite3_changes(database) > 0);
  sqlite3_close(database);
}

// An appeal over the late case, granted.
void grant(County& county, CaseId id) {
  county.must(A::appeal, id, grid, because("flood"));
  county.must(A::decide_appeal, id, centre, passed(true));
}

}  // namespace

TEST_CASE("one key gives every unit's score out of the record, with all units below it") {
  County county(scored_policy());
  fill_march(county);
  county.wait_until("2018-04-02 09:00");
  const std::string scores = "330881101 1 100.00 A\n330881001 2 79.00 B\n";
  CHECK(told(assessed(county)) == scores);
  (void)county.engine().tick(county.now());
  CHECK(told(assessed(county)) == scores);
}

TEST_CASE("AT-13: the same record gives the same bytes and the same digest") {
  std::set<std::string> texts;
  for (int run = 0; run < 2; ++run) {
    County county(scored_policy());
    fill_march(county);
    county.wait_until("2018-04-02 09:00");
    for (int time = 0; time < 2; ++time) {
      texts.insert(write_scores(assessed(county).scores));
      county.pass(std::chrono::hours(1));
      (void)county.engine().tick(county.now());
    }
  }
  CHECK(texts.size() == 1);
}

TEST_CASE("a channel that counts twice does so") {
  County county(scored_policy());
  (void)closed(county, "2018-03-05 09:00", 30);
  (void)closed(county, "2018-03-07 09:00", late, grid, "media");
  county.wait_until("2018-04-02 09:00");
  const Assessment march_scores = assessed(county);
  REQUIRE(march_scores.scores.scores.size() == 2);
  const Score& score = march_scores.scores.scores.back();
  CHECK(score.subject.code == room);
  CHECK(score.total == 6800);  // 30 + 18 + 20
  const MeasureFacts behind = county.engine().facts_behind(
      FigureKey{"limits_missed", room, "media"}, {"rooms", march, false, {}}, chief, county.now());
  CHECK(behind.numerator.size() == 1);
}

TEST_CASE("what nobody has anything for is spread or full by its rule, and never no number") {
  County county(scored_policy());
  county.wait_until("2018-04-02 09:00");
  CHECK(told(assessed(county)) == "330881001 1 100.00 A\n330881101 1 100.00 A\n");
  CHECK(assessed(county).scores.scores.front().sheet.parts.front().applicable == false);
}

TEST_CASE("each figure of a score opens to its cases") {
  County county(scored_policy());
  fill_march(county);
  county.wait_until("2018-04-02 09:00");
  const auto behind = [&](const std::string& measure, const std::string& subject) {
    return county.engine().facts_behind(FigureKey{measure, subject, ""},
                                        {"rooms", march, false, {}}, chief, county.now());
  };
  const MeasureFacts in_time = behind("closing_in_time_rate", room);
  CHECK(in_time.numerator.size() == 2);
  CHECK(in_time.denominator.size() == 3);
  CHECK(behind("limits_missed", room).numerator.size() == 1);
  CHECK(behind("limits_missed", other_room).numerator.empty());
  CHECK(error_of([&] { (void)behind("limits_missed", drains); }) == "not_found subject");
  CHECK(error_of([&] { (void)behind("nonsense", room); }) == "invalid_argument measures");
  // The same of the measure by itself.
  MeasureQuery query;
  query.measures = {"closing_in_time_rate"};
  query.by = Dimension::unit;
  query.below = true;
  query.keys = {room, centre, grid};
  query.period = march;
  const auto figures = county.engine().measure(query, chief, county.now());
  REQUIRE(figures.size() == 3);
  CHECK(figures[0].ratio == Ratio{2, 3});
  CHECK(figures[1].ratio == Ratio{3, 4});
  CHECK(figures[2].ratio == Ratio{2, 3});
}

TEST_CASE("a frozen period stays as it was frozen, whatever comes") {
  County county(scored_policy());
  fill_march(county);
  const CaseId open = county.report_at("2018-03-30 09:00");
  county.wait_until("2018-03-31 09:00");
  const auto freeze = [&] { return county.engine().freeze("rooms", march, chief, county.now()); };
  CHECK(error_of([&] { (void)freeze(); }) == "invalid_argument period");
  county.wait_until("2018-04-02 09:00");
  const Assessment before = assessed(county);
  const Assessment frozen = freeze();
  REQUIRE(frozen.frozen);
  CHECK(frozen.frozen->sha256.size() == 64);
  CHECK(write_scores(frozen.scores) == write_scores(before.scores));
  county.must(A::annul, open, centre, because("mistake"));
  (void)closed(county, "2018-04-03 09:00", late);
  CHECK(write_assessment(assessed(county)) == write_assessment(frozen));
  CHECK(write_assessment(freeze()) == write_assessment(frozen));
  CHECK(county.engine().frozen_periods("rooms", chief).size() == 1);
  CHECK(county.engine().frozen_periods("", chief).size() == 1);
  CHECK(county.engine().frozen_periods("others", chief).empty());
  // What it would be today: the annulled case is late no more.
  const Assessment afresh = county.engine().assess({"rooms", march, true, {}}, chief, county.now());
  CHECK(told(afresh) != told(frozen));
  CHECK_FALSE(afresh.frozen);
  CHECK(county.engine().verify().findings.empty());
  county.reopen();
  CHECK(write_assessment(assessed(county)) == write_assessment(frozen));
}

TEST_CASE("the facts behind a frozen figure are those of the time it was frozen") {
  County county(scored_policy());
  const CaseId id = closed(county, "2018-03-07 09:00", late);
  county.wait_until("2018-04-02 09:00");
  (void)county.engine().freeze("rooms", march, chief, county.now());
  county.must(A::annul, county.report_at("2018-04-03 09:00"), centre, because("mistake"));
  grant(county, id);
  for (int followed = 0; followed < 2; ++followed) {
    const MeasureFacts behind = county.engine().facts_behind(
        FigureKey{"limits_missed", room, ""}, {"rooms", march, false, {}}, chief, county.now());
    REQUIRE(behind.numerator.size() == 1);
    CHECK(behind.numerator.front().case_id == id);
    CHECK_FALSE(behind.numerator.front().marks.has(Mark::exempt));
    (void)county.engine().tick(county.now());
  }
}

TEST_CASE("an exemption that comes after the freeze counts in the next period, and only there") {
  County county(scored_policy());
  const CaseId id = closed(county, "2018-03-07 09:00", late);
  (void)closed(county, "2018-03-08 09:00", 30);
  county.wait_until("2018-04-02 09:00");
  const Assessment frozen = county.engine().freeze("rooms", march, chief, county.now());
  (void)closed(county, "2018-04-03 09:00", late);
  grant(county, id);
  county.wait_until("2018-05-02 09:00");
  CHECK(write_assessment(assessed(county)) == write_assessment(frozen));
  const Assessment next = county.engine().freeze("rooms", april, chief, county.now());
  REQUIRE(next.exemptions.size() == 2);  // of its deadline, and done or due
  CHECK(next.exemptions.front().case_id == id);
  // One late of its own, one exempted limit kept: 30 + 19 + 20.
  CHECK(told(next) == "330881101 1 100.00 A\n330881001 2 69.00 B\n");
  const MeasureFacts behind =
      county.engine().facts_behind(FigureKey{"closing_in_time_rate", room, ""},
                                   {"rooms", april, false, {}}, chief, county.now());
  CHECK(behind.numerator.size() == 1);
  CHECK(behind.denominator.size() == 2);
  county.wait_until("2018-06-02 09:00");
  CHECK(assessed(county, may).exemptions.empty());
  CHECK(county.engine()
            .assess({"rooms", parse_period("2018-Q2"), false, {}}, chief, county.now())
            .exemptions.empty());
  const Verification verified = county.engine().verify();
  CAPTURE(verified.findings.empty() ? "" : verified.findings.front().message);
  CHECK(verified.ok());
}

TEST_CASE("an exemption before the freeze counts in its own period") {
  County county(scored_policy());
  const CaseId id = closed(county, "2018-03-07 09:00", late);
  grant(county, id);
  county.wait_until("2018-04-02 09:00");
  CHECK(told(county.engine().freeze("rooms", march, chief, county.now())) ==
        "330881001 1 100.00 A\n330881101 1 100.00 A\n");
  county.wait_until("2018-05-02 09:00");
  CHECK(assessed(county, april).exemptions.empty());
}

TEST_CASE("a half-year is reckoned from its cases, and is no mean of months") {
  County county(scored_policy());
  for (int day = 1; day <= 9; ++day)
    (void)closed(county, "2018-03-0" + std::to_string(day) + " 09:00", 30);
  (void)closed(county, "2018-04-03 09:00", late);
  county.wait_until("2018-07-02 09:00");
  const Assessment half =
      county.engine().assess({"rooms", parse_period("2018-H1"), false, {}}, chief, county.now());
  const Score& score = half.scores.scores.back();
  REQUIRE(score.subject.code == room);
  CHECK(score.sheet.parts.front().figures.front().ratio == Ratio{9, 10});
  CHECK(score.total == 9300);  // 54 + 19 + 20; the months give 100 and 39
}

TEST_CASE("marks are given with a reason, taken back by others, and not into a frozen period") {
  County county(scored_policy());
  fill_march(county);
  county.wait_until("2018-04-02 09:00");
  const auto give = [&](std::vector<ScoreMark> marks, const Actor& actor = chief) {
    county.engine().give_marks("rooms", march, marks, actor, county.now());
  };
  give({mark(room, 5), mark(other_room, 20)});
  CHECK(told(assessed(county)) == "330881101 1 100.00 A\n330881001 2 64.00 B\n");
  const Instant then = county.now();
  county.pass(std::chrono::hours(1));
  give({mark(room, 15)}, {village, "leader", ""});
  CHECK(told(assessed(county)) == "330881101 1 100.00 A\n330881001 2 74.00 B\n");
  CHECK(told(county.engine().assess({"rooms", march, false, then}, chief, county.now())) ==
        "330881101 1 100.00 A\n330881001 2 64.00 B\n");
  CHECK(error_of([&] { give({mark(room, 21)}); }) == "invalid_document marks[0].marks");
  CHECK(error_of([&] { give({mark("nobody", 2)}); }) == "invalid_document marks[0].subject");
  CHECK(error_of([&] { give({}); }) == "invalid_argument marks");
  CHECK(error_of([&] {
          give({mark(room, 2)}, {village, "", ""});
        }) == "invalid_argument actor.unit");
  const Assessment frozen = county.engine().freeze("rooms", march, chief, county.now());
  REQUIRE(frozen.marks.size() == 2);
  CHECK(frozen.marks.front().marks == decimal(15));
  CHECK(error_of([&] { give({mark(room, 2)}); }) == "invalid_argument period");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("only the command centre assesses; others read what is frozen of what is theirs") {
  County county(scored_policy());
  fill_march(county);
  county.wait_until("2018-04-02 09:00");
  const auto read = [&](const std::string& unit, bool afresh = false) {
    return county.engine().assess({"rooms", march, afresh, {}}, {unit, "", ""}, county.now());
  };
  CHECK(error_of([&] { (void)read(room); }) == "not_found period");
  CHECK(error_of([&] { (void)read("nobody"); }) == "invalid_argument actor.unit");
  CHECK(error_of([&] {
          (void)county.engine().freeze("rooms", march, {room, "", ""}, county.now());
        }) == "invalid_argument actor.unit");
  (void)county.engine().freeze("rooms", march, chief, county.now());
  CHECK(told(read(room)) == "330881001 2 79.00 B\n");
  CHECK(told(read(grid)).empty());
  CHECK(error_of([&] { (void)read(room, true); }) == "invalid_argument actor.unit");
}

TEST_CASE("the version of the rules is that of the period's first day") {
  Policy policy = scored_policy();
  ScoreRules later = policy.scoring.front();
  later.valid_from = {2018, 4, 1};
  later.grades.clear();
  policy.scoring.push_back(later);
  County county(policy);
  county.wait_until("2018-05-02 09:00");
  CHECK(assessed(county).scores.valid_from == Date{2018, 1, 1});
  CHECK(assessed(county, april).scores.valid_from == Date{2018, 4, 1});
  const auto error = [&](const std::string& rules, const std::string& period) {
    return error_of([&] {
      (void)county.engine().assess({rules, parse_period(period), false, {}}, chief, county.now());
    });
  };
  CHECK(error("rooms", "2017-12") == "not_found period");
  CHECK(error("none", "2018-03") == "not_found rules");
  CHECK(error("rooms", "2018-06") == "invalid_argument period");
}

TEST_CASE("persons are scored by what they did themselves, wherever they were") {
  Policy policy = scored_policy();
  policy.scoring = {read_score_rules(R"({
    "code": "workers", "english": "Workers", "valid_from": "2018-01-01",
    "who": {"posts": ["grid_worker", "grid_leader"]},
    "sheet": {"code": "total", "english": "Total", "points": 100, "parts": [
      {"code": "valid", "english": "Valid", "points": 60,
       "scale": {"kind": "linear", "measure": "valid_report_rate"}},
      {"code": "volume", "english": "Volume", "points": 40,
       "scale": {"kind": "bands", "measure": "reports",
                 "bands": [{"at_least": 2, "marks": 40}, {"marks": 10}]}}]}})")};
  County county(policy);
  county.wait_until("2018-03-05 09:00");
  const auto report = [&](const std::string& person, const std::string& unit) {
    Action action;
    action.kind = A::report;
    action.title = "sewage";
    action.category = "0404";
    action.grid = grid;
    county.pass(std::chrono::minutes(5));
    return county.engine().submit(action, {unit, person, ""}, county.now()).case_id;
  };
  const CaseId first = report("worker", grid);
  (void)report("worker", grid);
  const CaseId third = report("leader", village);
  county.must(A::file, first, grid);
  county.must(A::file, third, grid);
  county.wait_until("2018-04-02 09:00");
  const Assessment assessment = county.engine().freeze("workers", march, chief, county.now());
  CHECK(told(assessment) == "leader 1 70.00 \nworker 1 70.00 \n");  // 60 + 10, 30 + 40
  const MeasureFacts behind =
      county.engine().facts_behind(FigureKey{"valid_report_rate", "worker", ""},
                                   {"workers", march, false, {}}, chief, county.now());
  CHECK(behind.numerator.size() == 1);
  CHECK(behind.denominator.size() == 2);
  // Each unit reads of its own people.
  CHECK(told(county.engine().assess({"workers", march, false, {}}, {grid, "", ""}, county.now())) ==
        "worker 1 70.00 \n");
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a frozen period outlives its rules") {
  County county(scored_policy());
  fill_march(county);
  county.wait_until("2018-04-02 09:00");
  const Assessment frozen = county.engine().freeze("rooms", march, chief, county.now());
  Policy policy = scored_policy();
  policy.scoring.clear();
  (void)county.engine().adopt(policy, chief, county.now());
  CHECK(write_assessment(assessed(county)) == write_assessment(frozen));
  CHECK(county.engine().verify().ok());
}

TEST_CASE("verification finds a frozen period that does not follow from the record") {
  for (const bool history : {true, false}) {
    CAPTURE(history);
    County county(scored_policy());
    fill_march(county);
    county.wait_until("2018-04-02 09:00");
    (void)county.engine().freeze("rooms", march, chief, county.now());
    CHECK(county.engine().verify().ok());
    county.close();
    tamper(county.path(),
           history ? "UPDATE history SET text = replace(text, '79.00', '97.00') WHERE text LIKE "
                     "'%79.00%'"
                   : "DELETE FROM history WHERE case_id = (SELECT max(case_id) FROM history)");
    const Engine engine = Engine::open(county.path(), county.options());
    const auto findings = engine.verify().findings;
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [](const Finding& one) { return one.code == "frozen_differs"; }));
  }
}

TEST_CASE("an assessment is read back as it was written") {
  County county(scored_policy());
  const CaseId id = closed(county, "2018-03-07 09:00", late);
  county.wait_until("2018-04-02 09:00");
  (void)county.engine().freeze("rooms", march, chief, county.now());
  grant(county, id);
  county.engine().give_marks("rooms", april, {mark(room, 5)}, chief, county.now());
  const Assessment whole = assessed(county, april);
  const Assessment again = read_assessment(write_assessment(whole));
  CHECK(write_assessment(again) == write_assessment(whole));
  for (const Language language : {Language::english, Language::chinese}) {
    CHECK(in_words(again.scores.scores.front(), language) ==
          in_words(whole.scores.scores.front(), language));
  }
}

namespace {

// The units of the example are named; here they have codes, in the order of their names' first
// appearance: u1 is 柳市, u3 虹桥.
std::vector<RatingEvent> star_events() {
  auto events =
      read_rating_events(read_file(GRIDCASE_TESTS_DIR "/../examples/scoring/yueqing-events.json"));
  std::map<std::string, std::string> codes;
  for (RatingEvent& event : events) {
    const auto next = "u" + std::to_string(codes.size() + 1);
    event.unit = codes.emplace(event.unit, next).first->second;
  }
  return events;
}

// 25 rooms of a county.
Policy starred_policy() {
  Policy policy;
  policy.organization = small_organization();
  policy.ratings = {
      read_rating_scheme(read_file(GRIDCASE_TESTS_DIR "/../examples/scoring/yueqing.json"))};
  for (int number = 1; number <= 25; ++number) {
    Unit unit;
    unit.code = "u" + std::to_string(number);
    unit.name = unit.code;
    unit.kind = UnitKind::command_room;
    unit.parent = centre;
    unit.area_code = "330881" + std::to_string(500 + number);
    policy.organization.units.push_back(unit);
  }
  return policy;
}

}  // namespace

TEST_CASE("AT-14: stars of 25 units, entered cycle by cycle, on any day") {
  const std::vector<RatingEvent> events = star_events();
  County county(starred_policy());
  for (std::size_t i = 0; i < events.size(); i += 7) {
    const auto end = events.begin() + static_cast<std::ptrdiff_t>(std::min(i + 7, events.size()));
    county.engine().give_stars("yueqing-stars",
                               {events.begin() + static_cast<std::ptrdiff_t>(i), end}, chief,
                               county.now());
  }
  county.reopen();
  const StarRecord record = county.engine().stars("yueqing-stars", {grid, "", ""});
  CHECK(write_rating_events(record.events) == write_rating_events(events));
  const auto stars = [&](const std::string& unit, Date day) {
    return stars_on(record.scheme, record.events, unit, day);
  };
  CHECK(stars("u3", {2024, 1, 14}) == 0);
  CHECK(stars("u3", {2024, 1, 15}) == 1);
  CHECK(stars("u3", {2024, 3, 3}) == 1);
  CHECK(stars("u3", {2024, 3, 4}) == 0);   // on the day of the event, not at the cycle's end
  CHECK(stars("u3", {2024, 7, 15}) == 0);  // it waits
  CHECK(stars("u1", {2024, 7, 15}) == 2);
  std::int64_t with_star = 0;
  std::set<std::string> units;
  for (const RatingEvent& event : events)
    units.insert(event.unit);
  for (const std::string& unit : units)
    with_star += stars(unit, {2024, 1, 15});
  CHECK(units.size() == 25);
  CHECK(with_star == 6);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("events that a scheme does not take are refused whole, with their places") {
  const std::vector<RatingEvent> events = star_events();
  County county(starred_policy());
  const auto give = [&](const std::vector<RatingEvent>& list, const Actor& actor = chief) {
    county.engine().give_stars("yueqing-stars", list, actor, county.now());
  };
  give({events[0]});
  try {
    give({events[1], events[0]});
    FAIL("taken twice");
  } catch (const DocumentError& error) {
    REQUIRE(error.faults().size() == 1);
    CHECK(error.faults().front().code == "rating.assessed_twice");
    CHECK(error.faults().front().path == "events[1].cycle");
  }
  CHECK(county.engine().stars("yueqing-stars", chief).events.size() == 1);
  CHECK(error_of([&] { give({events[1]}, {room, "", ""}); }) == "invalid_argument actor.unit");
  CHECK(error_of([&] { give({}); }) == "invalid_argument events");
  RatingEvent unknown = events[1];
  unknown.unit = "nobody";
  CHECK(error_of([&] { give({unknown}); }) == "not_found unit");
  CHECK(error_of([&] { (void)county.engine().stars("none", chief); }) == "not_found scheme");
}
