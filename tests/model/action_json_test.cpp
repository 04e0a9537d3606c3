#include "model/action_json.hpp"

#include "support/organizations.hpp"

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using namespace gridcase;
using gridcase::test::Dice;

namespace {

std::string random_text(Dice& dice) {
  static const std::vector<std::string> pieces{"污水", "x", "\"", "\\", "\n",
                                               "é",    " ", "𠀀", "/",  "\t"};
  std::string text;
  for (std::size_t i = dice.below(6); i > 0; --i)
    text += dice.pick(pieces);
  return text;
}

Instant random_instant(Dice& dice) {
  return from_microseconds(static_cast<std::int64_t>(dice.below(2'000'000'000'000'000)));
}

// Each field on its own, whether a step of that kind has it or not.
ClockEntry random_clock_entry(Dice& dice) {
  ClockEntry entry;
  entry.clock = static_cast<std::int32_t>(dice.between(std::size_t{1}, std::size_t{99}));
  entry.step = static_cast<ClockStep>(dice.between(std::size_t{1}, std::size_t{17}));
  entry.at = random_instant(dice);
  if (dice.chance(50)) {
    ClockTimes times;
    times.deadline = random_instant(dice);
    times.yellow = random_instant(dice);
    times.rung = static_cast<std::int32_t>(dice.below(4));
    times.provisional = dice.chance(50);
    times.red = dice.chance(50) ? times.deadline : random_instant(dice);
    if (dice.chance(50)) times.next = random_instant(dice);
    entry.times = times;
  }
  entry.milestone = dice.chance(50) ? "sign" : "";
  entry.assignment = static_cast<std::int32_t>(dice.below(3));
  entry.unit = dice.chance(50) ? "sz" : "";
  entry.calendar = dice.chance(50) ? "office" : "";
  entry.amount = dice.chance(50) ? static_cast<std::int64_t>(dice.below(1ULL << 60U)) : 0;
  entry.limit = static_cast<LimitUnit>(dice.between(std::size_t{1}, std::size_t{7}));
  entry.rung = static_cast<RungKind>(dice.between(std::size_t{1}, std::size_t{3}));
  if (dice.chance(50)) entry.due = random_instant(dice);
  return entry;
}

bool same(const ClockEntry& a, const ClockEntry& b) {
  return std::tie(a.clock, a.step, a.at, a.times, a.milestone, a.assignment, a.unit, a.calendar,
                  a.amount, a.limit, a.rung,
                  a.due) == std::tie(b.clock, b.step, b.at, b.times, b.milestone, b.assignment,
                                     b.unit, b.calendar, b.amount, b.limit, b.rung, b.due);
}

Event::Facts joined_facts(const std::string& detail) {
  Action action;
  Event::Facts facts;
  model::join({detail, "", ""}, action, facts);
  return facts;
}

void fill_lists(Action& action, Dice& dice) {
  for (std::size_t i = dice.below(3); i > 0; --i) {
    action.parties.push_back({"affected", random_text(dice), random_text(dice), random_text(dice)});
    action.orders.push_back(
        {"sz", static_cast<AssignmentRole>(dice.between(std::size_t{1}, std::size_t{5})),
         random_text(dice)});
    action.attachments.push_back({random_text(dice), "image/png",
                                  static_cast<std::int64_t>(dice.below(1000)), std::string(64, 'a'),
                                  "after", random_text(dice)});
    action.external_ids.push_back({"12345", "T-" + random_text(dice)});
    action.figures.push_back({"volume", -static_cast<std::int64_t>(dice.below(1000)), "m3"});
  }
}

Action random_action(Dice& dice) {
  Action action;
  action.kind = dice.pick(all_actions());
  action.title = random_text(dice);
  action.text = random_text(dice);
  action.note = random_text(dice);
  action.reply = random_text(dice);
  action.address = random_text(dice);
  action.category = dice.chance(50) ? "0404" : "";
  action.reason = dice.chance(50) ? "not_ours" : "";
  action.internal_note = dice.chance(50);
  action.approximate = dice.chance(50);
  action.drill = dice.chance(20);
  action.request = static_cast<RequestKind>(dice.below(6));
  if (dice.chance(50)) action.point = Point{dice.between(-180.0, 180.0), dice.between(-90.0, 90.0)};
  if (dice.chance(50))
    action.tier = static_cast<Tier>(dice.between(std::size_t{1}, std::size_t{3}));
  if (dice.chance(50)) action.passed = dice.chance(50);
  if (dice.chance(50)) action.until = random_instant(dice);
  if (dice.chance(50)) action.due = random_instant(dice);
  if (dice.chance(50)) action.occurred = random_instant(dice);
  if (dice.chance(50)) action.other_case = CaseId{3308811803160000001};
  action.unit = dice.chance(50) ? "sz" : "";
  action.satisfaction = static_cast<std::int32_t>(dice.below(6));
  action.solved = dice.chance(50) ? "partly" : "";
  if (dice.chance(50)) action.clock = static_cast<std::int32_t>(dice.below(5)) - 1;
  action.keep_deadlines = dice.chance(50);
  fill_lists(action, dice);
  return action;
}

}  // namespace

TEST_CASE("an action reads back as it was written") {
  Dice dice(1);
  for (int i = 0; i < 2000; ++i) {
    Action action = random_action(dice);
    action.case_id = CaseId{42};
    action.command_id = "c-1";
    action.expected_version = 3;
    action.happened = random_instant(dice);
    const std::string written = write_action(action);
    REQUIRE(write_action(read_action(written)) == written);
  }
}

TEST_CASE("an action that was split joins to the same action") {
  Dice dice(2);
  for (int i = 0; i < 2000; ++i) {
    const Action action = random_action(dice);
    Event::Facts facts;
    facts.number = "330881-20180316-0000001";
    facts.grid = "g";
    facts.village = "v";
    facts.township = "t";
    if (dice.chance(50)) facts.holder = "h";
    if (dice.chance(50)) facts.let_go = {3, 1};
    if (dice.chance(50)) facts.because = "1.2 km away";
    if (dice.chance(50)) facts.sender = "room";
    const model::ActionParts parts = model::split(action, facts);
    Action joined;
    joined.kind = action.kind;
    Event::Facts joined_facts;
    model::join(parts, joined, joined_facts);
    REQUIRE(write_action(joined) == write_action(action));
    REQUIRE(joined_facts.number == facts.number);
    REQUIRE(joined_facts.holder == facts.holder);
  }
}

TEST_CASE("which clock an action is about, and whether deadlines stay, is plain and reads back") {
  Action action;
  action.kind = ActionKind::decide_extension;
  action.clock = 2;
  action.keep_deadlines = true;
  CHECK(model::split(action, {}).detail == R"({"clock":2,"keep_deadlines":true})");
  const Action read = read_action(write_action(action));
  CHECK(read.clock == 2);
  CHECK(read.keep_deadlines);
  CHECK_FALSE(read_action(R"({"kind":"comment","clock":null})").clock.has_value());
  CHECK(read_action(R"({"kind":"comment","clock":0})").clock == 0);
}

TEST_CASE("the lines of clocks in an event read back in every field") {
  Dice dice(3);
  for (int i = 0; i < 2000; ++i) {
    Event::Facts facts;
    for (std::size_t n = dice.below(4); n > 0; --n)
      facts.clocks.push_back(random_clock_entry(dice));
    const std::string detail = model::split({}, facts).detail;
    const Event::Facts read = joined_facts(detail);
    CAPTURE(detail);
    REQUIRE(std::equal(facts.clocks.begin(), facts.clocks.end(), read.clocks.begin(),
                       read.clocks.end(),
                       [](const ClockEntry& a, const ClockEntry& b) { return same(a, b); }));
    REQUIRE(model::split({}, read).detail == detail);
  }
}

TEST_CASE("a line of a clock is short, and says its limit and its rung") {
  ClockEntry start;
  start.clock = 1;
  start.at = parse_instant("2018-03-16T00:30:00Z");
  start.milestone = "sign";
  start.amount = 60'000'000;
  start.times.emplace();
  start.times->deadline = start.at + std::chrono::minutes(1);
  start.times->yellow = start.at + std::chrono::seconds(48);
  start.times->red = start.times->deadline;
  Event::Facts facts;
  facts.clocks = {start};
  CHECK(model::split({}, facts).detail ==
        R"({"facts":{"clocks":[{"clock":1,"step":"start","at":"2018-03-16T00:30:00Z",)"
        R"("milestone":"sign","amount":60000000,"limit":"urgent_minute",)"
        R"("deadline":"2018-03-16T00:31:00Z","yellow":"2018-03-16T00:30:48Z"}]}})");
  ClockEntry fire;
  fire.clock = 1;
  fire.step = ClockStep::fire;
  fire.at = start.at;
  facts.clocks = {fire};
  CHECK(model::split({}, facts).detail ==
        R"({"facts":{"clocks":[{"clock":1,"step":"fire","at":"2018-03-16T00:30:00Z",)"
        R"("rung":"remind"}]}})");
}

TEST_CASE("a line of a clock that nobody can have written is damage") {
  for (const char* line :
       {R"({"step":"start","at":"2018-03-16T00:30Z"})", R"({"clock":1,"step":"start"})",
        R"({"clock":1,"at":"2018-03-16T00:30Z"})",
        R"({"clock":1,"step":"tick","at":"2018-03-16T00:30Z"})",
        R"({"clock":1,"step":"move","at":"2018-03-16T00:30Z","yellow":"2018-03-16T00:30Z"})",
        R"({"clock":1,"step":"move","at":"2018-03-16T00:30Z","provisional":true})",
        R"({"clock":1,"step":"move","at":"2018-03-16T00:30Z","deadline":"2018-03-16T00:30Z"})",
        R"({"clock":1,"step":"stop","at":"yesterday"})",
        R"({"clock":1,"step":"stop","at":"2018-03-16T00:30Z","extra":1})"}) {
    CAPTURE(line);
    try {
      (void)joined_facts(std::string(R"({"facts":{"clocks":[)") + line + "]}}");
      FAIL_CHECK("read");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::corrupt);
    }
  }
}

TEST_CASE("free text and personal data stay out of the plain part") {
  Action action;
  action.kind = ActionKind::report;
  action.title = "T-secret";
  action.text = "X-secret";
  action.note = "N-secret";
  action.reply = "R-secret";
  action.address = "A-secret";
  action.orders = {{"sz", AssignmentRole::lead, "O-secret"}};
  action.attachments = {{"F-secret", "image/png", 1, std::string(64, 'a'), "after", "U-secret"}};
  action.parties = {{"requester", "P-name", "P-phone", "P-address"}};
  const model::ActionParts parts = model::split(action, {});
  CHECK(parts.detail.find("secret") == std::string::npos);
  CHECK(parts.detail.find("P-") == std::string::npos);
  CHECK(parts.text.find("P-") == std::string::npos);
  CHECK(parts.personal.find("secret") == std::string::npos);
  for (const char* text : {"T-", "X-", "N-", "R-", "A-", "O-", "F-", "U-"}) {
    CHECK(parts.text.find(std::string(text) + "secret") != std::string::npos);
  }
}

TEST_CASE("what was erased is missing after joining, and nothing else") {
  Action action;
  action.kind = ActionKind::report;
  action.title = "title";
  action.category = "0404";
  action.parties = {{"requester", "name", "", ""}, {"affected", "", "", ""}};
  model::ActionParts parts = model::split(action, {});
  parts.text.clear();
  parts.personal.clear();
  Action joined;
  Event::Facts facts;
  model::join(parts, joined, facts);
  CHECK(joined.title.empty());
  CHECK(joined.category == "0404");
  REQUIRE(joined.parties.size() == 2);
  CHECK(joined.parties[0].role == "requester");
  CHECK(joined.parties[0].name.empty());
}

TEST_CASE("every fault of an action's form is named with its path") {
  try {
    (void)read_action(R"({"kind":"reprot","case_id":"x","happened":"yesterday","ordrs":[],
                          "orders":[{"unit":"sz","role":"boss"}],"point":[1]})");
    FAIL("read");
  } catch (const DocumentError& error) {
    std::vector<std::string> paths;
    for (const Fault& fault : error.faults()) {
      paths.push_back(fault.path);
      CHECK_FALSE(fault.fix.empty());
    }
    for (const char* path : {"kind", "case_id", "happened", "ordrs", "orders[0].role", "point"}) {
      CAPTURE(path);
      CHECK(std::count(paths.begin(), paths.end(), path) == 1);
    }
  }
}

TEST_CASE("the examples of its page are actions, and a line of a clock") {
  const std::string page =
      gridcase::test::read_file(GRIDCASE_TESTS_DIR "/../src/model/action.schema.md");
  int actions = 0;
  int clocks = 0;
  for (const std::string& block : gridcase::test::json_blocks(page)) {
    CAPTURE(block);
    if (block.find("\"kind\": \"") != std::string::npos) {
      CHECK(read_action(write_action(read_action(block))).kind == read_action(block).kind);
      ++actions;
    } else {
      CHECK(joined_facts("{\"facts\":{\"clocks\":[" + block + "]}}").clocks.size() == 1);
      ++clocks;
    }
  }
  CHECK(actions == 4);
  CHECK(clocks == 1);
}
