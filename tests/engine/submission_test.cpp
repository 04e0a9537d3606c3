// Submitting: command ids, batches, callers that come at once.

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

Action report_with(const std::string& command_id) {
  Action action;
  action.kind = A::report;
  action.title = "污水倒灌";
  action.category = "0404";
  action.command_id = command_id;
  return action;
}

}  // namespace

TEST_CASE("a command id that comes again gets the first answer and changes nothing") {
  County county;
  const Answer first = county.engine().submit(report_with("c-1"), {grid, "", ""}, county.now());
  county.must(A::file, first.case_id, grid);
  const Answer again = county.engine().submit(report_with("c-1"), {grid, "", ""}, county.now());
  CHECK(again.status == Status::duplicate);
  CHECK(again.case_id == first.case_id);
  CHECK(again.version == 1);
  CHECK(again.sequence == first.sequence);
  CHECK(again.state == State::village_intake);
  CHECK(county.engine().board({}, {centre, "", ""}).total.open == 1);
}

TEST_CASE("a command id is remembered when the store is opened again") {
  County county;
  const Answer first = county.engine().submit(report_with("c-1"), {grid, "", ""}, county.now());
  county.reopen();
  const Answer again = county.engine().submit(report_with("c-1"), {grid, "", ""}, county.now());
  CHECK(again.status == Status::duplicate);
  CHECK(again.case_id == first.case_id);
}

TEST_CASE("a command id that comes twice in a batch is done once") {
  County county;
  const auto answers = county.engine().batch({{report_with("c-1"), {grid, "", ""}, county.now()},
                                              {report_with("c-1"), {grid, "", ""}, county.now()}});
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::duplicate);
  CHECK(answers[1].case_id == answers[0].case_id);
}

TEST_CASE("a refused command id may be submitted again and succeed") {
  County county;
  const CaseId id = county.report();
  const Edit named = [](Action& a) { a.command_id = "c-9"; };
  CHECK(county.act(A::handle, id, grid, named).status == Status::refused);
  county.must(A::file, id, grid);
  CHECK(county.act(A::handle, id, grid, named).status == Status::committed);
}

TEST_CASE("later submissions of a batch see earlier ones, and a refusal harms no other") {
  County county;
  const CaseId id = county.report();
  const auto step = [&](ActionKind kind) {
    Action action;
    action.kind = kind;
    action.case_id = id;
    return Submission{action, {grid, "", ""}, county.now()};
  };
  const auto answers = county.engine().batch(
      {step(A::file), step(A::sign), step(A::handle), step(A::feedback), step(A::close)});
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::refused);
  CHECK(answers[2].status == Status::committed);
  CHECK(answers[4].state == State::closed);
  CHECK(answers[4].version == 5);
}

TEST_CASE("an empty batch has no answers") {
  County county;
  CHECK(county.engine().batch({}).empty());
}

TEST_CASE("a batch larger than a group is carried out whole and in order") {
  County county;
  std::vector<Submission> submissions;
  for (int i = 0; i < 1300; ++i) {
    submissions.push_back({report_with("b-" + std::to_string(i)), {grid, "", ""}, county.now()});
  }
  const auto answers = county.engine().batch(submissions);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    REQUIRE(answers[i].status == Status::committed);
    REQUIRE(answers[i].sequence == static_cast<std::int64_t>(i) + 2);
  }
}

TEST_CASE("many callers at once are all answered and nothing is lost") {
  County county;
  constexpr int callers = 8;
  constexpr int each = 50;
  std::vector<std::thread> threads;
  std::array<int, callers> done{};
  for (int caller = 0; caller < callers; ++caller) {
    threads.emplace_back([&, caller] {
      for (int i = 0; i < each; ++i) {
        const auto id = std::to_string(caller) + "-" + std::to_string(i);
        done[static_cast<std::size_t>(caller)] +=
            county.engine().submit(report_with(id), {grid, "", ""}, county.now()).ok();
        (void)county.engine().find({}, {centre, "", ""});
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  for (const int count : done)
    CHECK(count == each);
  const Verification verification = county.engine().verify();
  CHECK(verification.ok());
  CHECK(verification.cases == callers * each);
}

TEST_CASE("recorded times never go back") {
  County county;
  const CaseId id = county.report();
  Action action;
  action.kind = A::comment;
  action.case_id = id;
  action.note = "late";
  REQUIRE(
      county.engine().submit(action, {grid, "", ""}, county.now() - std::chrono::hours(1)).ok());
  const auto events = county.engine().history(id, {grid, "", ""});
  CHECK(events[1].recorded >= events[0].recorded);
}

TEST_CASE("the same actions give the same hashes") {
  const auto hash_of_run = [] {
    County county;
    const CaseId id = county.in_review();
    return county.engine().history(id, {centre, "", ""}).back().hash;
  };
  CHECK(hash_of_run() == hash_of_run());
}

TEST_CASE("a store opened for reading takes no action") {
  County county;
  const CaseId id = county.report();
  EngineOptions options;
  options.read_only = true;
  Engine reader = Engine::open(county.path(), options);
  CHECK(reader.get(id, {centre, "", ""}).has_value());
  CHECK_THROWS_AS(reader.submit(report_with("x"), {grid, "", ""}, county.now()), Error);
}

TEST_CASE("verifying beside a writer finds nothing wrong") {
  County county;
  const CaseId id = county.report();
  std::thread writer([&] {
    Action action;
    action.kind = A::comment;
    action.case_id = id;
    action.note = "news";
    for (int i = 0; i < 300; ++i)
      (void)county.engine().submit(action, {grid, "", ""}, county.now());
  });
  for (int i = 0; i < 10; ++i) {
    const Verification verification = county.engine().verify();
    for (const Finding& finding : verification.findings) {
      FAIL_CHECK(finding.code, " ", finding.message);
    }
  }
  writer.join();
}

TEST_CASE("a store may be hashed with SM3, and stays so") {
  TemporaryFolder folder;
  EngineOptions options;
  options.hash = HashAlgorithm::sm3;
  options.entropy = seeded_entropy(1);
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  const Policy policy{"test", {}, small_organization()};
  Engine sm3 = Engine::create(folder / "sm3", policy, options, now);
  options.hash = HashAlgorithm::sha256;
  options.entropy = seeded_entropy(1);
  Engine sha256 = Engine::create(folder / "sha256", policy, options, now);
  const CaseId id = sm3.submit(report_with(""), {grid, "", ""}, now).case_id;
  REQUIRE(sha256.submit(report_with(""), {grid, "", ""}, now).case_id == id);
  CHECK(sm3.history(id, {grid, "", ""}).front().hash !=
        sha256.history(id, {grid, "", ""}).front().hash);
  CHECK(sm3.verify().ok());
}

TEST_CASE("a host may make its own case numbers, and a repeated one is refused") {
  TemporaryFolder folder;
  EngineOptions options;
  options.number = [](const Action& report, CaseId, Instant) { return "E" + report.category; };
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  Engine engine = Engine::create(folder / "a", {"test", {}, small_organization()}, options, now);
  const Answer first = engine.submit(report_with(""), {grid, "", ""}, now);
  CHECK(engine.get(first.case_id, {grid, "", ""})->number == "E0404");
  const Answer second = engine.submit(report_with(""), {grid, "", ""}, now);
  CHECK(second.status == Status::refused);
  CHECK(second.refusal->field == "number");
  CHECK(engine.verify().ok());
}

TEST_CASE("a number that people cannot read is not taken from the host") {
  TemporaryFolder folder;
  EngineOptions options;
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  std::string made;
  options.number = [&](const Action&, CaseId, Instant) { return made; };
  Engine engine = Engine::create(folder / "a", {"test", {}, small_organization()}, options, now);
  for (const std::string& number :
       {std::string(), std::string("\xff"), std::string("a\0b", 3), std::string(65, '1')}) {
    made = number;
    CHECK_THROWS_AS((void)engine.submit(report_with(""), {grid, "", ""}, now), Error);
  }
  made = "江山-1";
  CHECK(engine.submit(report_with(""), {grid, "", ""}, now).ok());
  CHECK(engine.verify().ok());
}

TEST_CASE("options outside their enumerations are refused by name") {
  TemporaryFolder folder;
  EngineOptions options;
  options.durability = static_cast<Durability>(9);
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  const Policy policy{"test", {}, small_organization()};
  CHECK_THROWS_AS(Engine::create(folder / "a", policy, options, now), Error);
  options = {};
  options.hash = static_cast<HashAlgorithm>(9);
  CHECK_THROWS_AS(Engine::create(folder / "a", policy, options, now), Error);
}
