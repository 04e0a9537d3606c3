// What goes wrong around submissions: hosts that throw, disks that fail, other writers, forks.

#include "engine/writer.hpp"
#include "fault/fault_vfs.hpp"
#include "store/child_process.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using store::test::Child;
using store::test::FaultVfs;
using A = ActionKind;

namespace {

const Instant start = parse_instant("2018-03-16T08:30:00+08:00");

Action report_action(const std::string& title = "污水倒灌") {
  Action action;
  action.kind = A::report;
  action.title = title;
  action.category = "0404";
  return action;
}

Action comment_on(CaseId id) {
  Action action;
  action.kind = A::comment;
  action.case_id = id;
  action.note = "news";
  return action;
}

Submission by_grid(Action action) { return {std::move(action), {grid, "", ""}, start}; }

Engine create(const std::string& path, EngineOptions options = {}) {
  if (!options.entropy) options.entropy = seeded_entropy(1);
  return Engine::create(path, {"test", {}, small_organization()}, options, start);
}

ErrorCode error_of(const std::function<void()>& call, const std::string& field = {}) {
  try {
    call();
  } catch (const Error& error) {
    if (!field.empty()) CHECK(error.field() == field);
    return error.code();
  }
  return ErrorCode{};
}

// A second hand on the file, past the engine.
class Intruder {
public:
  explicit Intruder(const std::string& path) {
    REQUIRE(sqlite3_open(path.c_str(), &database_) == SQLITE_OK);
    sqlite3_busy_timeout(database_, 5000);
    run("PRAGMA wal_autocheckpoint = 0");
  }
  ~Intruder() {
    sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_close(database_);
  }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;
  void run(const std::string& statement) {
    const int result = sqlite3_exec(database_, statement.c_str(), nullptr, nullptr, nullptr);
    INFO(statement, ": ", sqlite3_errmsg(database_));
    REQUIRE(result == SQLITE_OK);
  }

private:
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST_CASE("now must lie in the years that case ids can tell apart") {
  TemporaryFolder folder;
  const Policy policy{"test", {}, small_organization()};
  const Actor actor{grid, "", ""};
  Engine engine = create(folder / "a");
  for (const char* bad : {"1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "1970-01-01T00:00:00Z"}) {
    const Instant now = parse_instant(bad);
    const auto code = ErrorCode::invalid_argument;
    CHECK(error_of([&] { engine.submit(report_action(), actor, now); }, "now") == code);
    CHECK(error_of([&] { engine.adopt(policy, {centre, "", ""}, now); }, "now") == code);
    CHECK(error_of([&] { Engine::create(folder / "b", policy, {}, now); }, "now") == code);
    const std::vector<Submission> both{by_grid(report_action()), {report_action(), actor, now}};
    CHECK(error_of([&] { engine.batch(both); }, "now") == code);
  }
  CHECK(engine.verify().cases == 0);
  CHECK(engine.submit(report_action(), actor, parse_instant("2099-12-30T00:00:00Z")).ok());
}

TEST_CASE("what a host's function throws harms no other submission") {
  TemporaryFolder folder;
  EngineOptions options;
  options.number = [](const Action& report, CaseId id, Instant) -> std::string {
    if (report.title == "bad") throw std::runtime_error("no number");
    return std::to_string(to_number(id));
  };
  Engine engine = create(folder / "a", options);
  const auto answers = engine.batch(
      {by_grid(report_action()), by_grid(report_action("bad")), by_grid(report_action())});
  CHECK(answers[0].status == Status::committed);
  CHECK(answers[1].status == Status::busy);
  CHECK(answers[2].status == Status::committed);
  CHECK_THROWS_AS(engine.submit(report_action("bad"), {grid, "", ""}, start), std::runtime_error);
  CHECK(engine.verify().ok());
}

TEST_CASE("a refused submission from a late clock moves no other's time") {
  TemporaryFolder folder;
  Engine engine = create(folder / "a");
  Action wrong = report_action();
  wrong.category = "9999";
  const Submission late{wrong, {grid, "", ""}, start + std::chrono::hours(1000)};
  const auto answers = engine.batch({late, by_grid(report_action())});
  CHECK(answers[0].status == Status::refused);
  CHECK(engine.history(answers[1].case_id, {grid, "", ""}).front().recorded == start);
}

TEST_CASE("a command id that was used for another action is refused") {
  County county;
  const Edit named = [](Action& a) { a.command_id = "c-1"; };
  const CaseId id = county.report(grid, named);
  const CaseId other = county.report();
  const auto check = [&](const Answer& answer) {
    REQUIRE(answer.refusal);
    CHECK(answer.status == Status::refused);
    CHECK(answer.refusal->code == RefusalCode::bad_value);
    CHECK(answer.refusal->field == "command_id");
    CHECK(answer.sequence == 0);
  };
  check(county.act(A::file, id, grid, named));
  check(county.act(A::report, CaseId::none, other_grid, [](Action& a) {
    a.command_id = "c-1";
    a.title = "x";
    a.category = "0404";
  }));
  county.must(A::file, id, grid, [](Action& a) { a.command_id = "c-2"; });
  check(county.act(A::file, other, grid, [](Action& a) { a.command_id = "c-2"; }));

  Action first = report_action();
  first.command_id = "c-3";
  Action second = comment_on(id);
  second.command_id = "c-3";
  const auto answers = county.engine().batch(
      {{first, {grid, "", ""}, county.now()}, {second, {grid, "", ""}, county.now()}});
  CHECK(answers[0].status == Status::committed);
  check(answers[1]);
}

TEST_CASE("an answer tells nothing of a case that the actor may not see") {
  County county;
  const CaseId id = county.report(grid, [](Action& a) { a.external_ids = {{"hotline", "T1"}}; });
  Action comment = comment_on(id);
  comment.expected_version = 7;
  const Answer hidden = county.engine().submit(comment, {other_grid, "", ""}, county.now());
  CHECK(hidden.version == 0);
  comment.note.clear();  // lacks a field, which is found before anybody asks who may see what
  CHECK(county.engine().submit(comment, {other_grid, "", ""}, county.now()).version == 0);
  const auto reason = [&](const std::string& unit) {
    return county
        .act(A::report, CaseId::none, unit,
             [](Action& a) {
               a.title = "x";
               a.category = "0404";
               a.external_ids = {{"hotline", "T1"}};
             })
        .refusal->reason;
  };
  const std::string number = std::to_string(to_number(id));
  CHECK(reason(other_grid).find(number) == std::string::npos);
  CHECK(reason(grid).find(number) != std::string::npos);
}

TEST_CASE("telephones are masked by whole characters, and only digits are shown") {
  County county;
  const auto shown = [&](const std::string& telephone) {
    const CaseId id = county.report(grid, [&](Action& a) {
      a.parties = {{"requester", "李小明", telephone, ""}};
    });
    return county.whole(id).parties.front().telephone;
  };
  CHECK(shown("13800001112") == "***12");
  CHECK(shown("1380000转分机") == "***");
  CHECK(shown("13800001 x") == "***");
  CHECK(county
            .whole(county.report(grid,
                                 [](Action& a) {
                                   a.parties = {{"requester", "李小明", "", ""}};
                                 }))
            .parties.front()
            .name == "李**");
}

TEST_CASE("an erased case takes no text and no personal data") {
  County county;
  const CaseId id = county.report();
  Intruder(county.path()).run("UPDATE cases SET case_key = NULL");
  const Answer answer = county.act(A::comment, id, grid, [](Action& a) { a.note = "secret"; });
  CHECK(answer.status == Status::refused);
  CHECK(answer.version == 1);
  county.must(A::file, id, grid);
}

TEST_CASE("a refusal that rests on what did not come about is decided anew") {
  TemporaryFolder folder;
  EngineOptions options;
  int calls = 0;
  options.number = [&](const Action&, CaseId id, Instant) {
    return ++calls <= 2 ? "same" : std::to_string(to_number(id));
  };
  Engine engine = create(folder / "a", options);
  REQUIRE(engine.submit(report_action(), {grid, "", ""}, start).ok());
  Action named = report_action();
  named.external_ids = {{"hotline", "T1"}};
  const auto answers = engine.batch({by_grid(named), by_grid(named)});
  CHECK(answers[0].status == Status::refused);
  CHECK(answers[0].refusal->field == "number");
  CHECK(answers[0].case_id == CaseId::none);
  CHECK(answers[1].status == Status::committed);
  CHECK(engine.verify().ok());
}

TEST_CASE("another writer in the way is answered busy, and nothing was done") {
  TemporaryFolder folder;
  EngineOptions options;
  options.busy_wait_ms = 20;
  Engine engine = create(folder / "a", options);
  {
    Intruder other(folder / "a");
    other.run("BEGIN IMMEDIATE");
    CHECK(engine.submit(report_action(), {grid, "", ""}, start).status == Status::busy);
    other.run("ROLLBACK");
  }
  CHECK(engine.verify().cases == 0);
  CHECK(engine.submit(report_action(), {grid, "", ""}, start).ok());
}

TEST_CASE("a disk that fails at the commit is answered unknown, and the command id settles it") {
  FaultVfs vfs;
  TemporaryFolder folder;
  std::optional<Engine> engine(create(folder / "a"));
  Action action = report_action();
  action.command_id = "c-1";
  vfs.fail(FaultVfs::Call::sync, 1, SQLITE_IOERR_FSYNC, "-wal");
  const Answer answer = engine->submit(action, {grid, "", ""}, start);
  REQUIRE(vfs.fired());
  CHECK(answer.status == Status::unknown);
  vfs.heal();
  CHECK(error_of([&] {
          engine->submit(action, {grid, "", ""}, start);
        }) == ErrorCode::needs_reopen);
  engine.reset();
  engine = Engine::open(folder / "a");
  CHECK(engine->submit(action, {grid, "", ""}, start).ok());
  CHECK(engine->verify().cases == 1);
}

TEST_CASE("a batch keeps the answers of what was done before the disk failed") {
  FaultVfs vfs;
  TemporaryFolder folder;
  EngineOptions options;
  int calls = 0;
  options.number = [&](const Action&, CaseId id, Instant) {
    if (++calls == 513) vfs.fail(FaultVfs::Call::write, 1, SQLITE_FULL, "", true);
    return std::to_string(to_number(id));
  };
  options.durability = Durability::relaxed;
  Engine engine = create(folder / "a", options);
  const auto answers = engine.batch(std::vector<Submission>(1200, by_grid(report_action())));
  vfs.heal();
  CHECK(answers[511].status == Status::committed);
  CHECK((answers[512].status == Status::busy || answers[512].status == Status::unknown));
  CHECK(answers[1199].status == Status::busy);
}

TEST_CASE("a case that others keep changing is a conflict in the end") {
  TemporaryFolder folder;
  EngineOptions options;
  int calls = 0;
  options.number = [&](const Action&, CaseId id, Instant) {
    const std::string number = std::to_string(to_number(id));
    if (++calls == 1) return number;
    // Somebody takes the id before the commit.
    Intruder(folder / "a")
        .run("CREATE TEMP TABLE t AS SELECT * FROM cases LIMIT 1; UPDATE t SET case_id = " +
             number + ", number = 'x" + number + "'; INSERT INTO main.cases SELECT * FROM t");
    return number;
  };
  Engine engine = create(folder / "a", options);
  REQUIRE(engine.submit(report_action(), {grid, "", ""}, start).ok());
  const Answer answer = engine.submit(report_action(), {grid, "", ""}, start);
  CHECK(answer.status == Status::conflict);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->code == RefusalCode::stale_version);
  CHECK(answer.case_id == CaseId::none);
  CHECK(calls == 5);
}

TEST_CASE("another engine follows when a policy is adopted") {
  County county;
  EngineOptions reading;
  reading.read_only = true;
  Engine reader = Engine::open(county.path(), reading);
  Policy stricter = *county.engine().policy();
  stricter.rules.check_after_handling = true;
  county.engine().adopt(stricter, {centre, "", ""}, county.now());
  CHECK(reader.policy()->rules.check_after_handling);
  CHECK(county.engine().policy()->rules.check_after_handling);
}

TEST_CASE("another writer follows when a policy is adopted") {
  TemporaryFolder folder;
  EngineOptions options;
  options.entropy = seeded_entropy(1);
  create(folder / "a", options);
  const auto store = store::open_sqlite(folder / "a", options);
  engine::Rulebooks ours(*store, 1);
  engine::Rulebooks theirs(*store, 1);
  engine::Monitor monitor(options);
  engine::Writer writer(*store, ours, options, monitor);
  engine::Writer other(*store, theirs, options, monitor);
  REQUIRE(other.adopt(*theirs.in_force()->policy, {centre, "", ""}, start) == 2);
  CHECK(ours.in_force()->version == 1);
  const Submission submission = by_grid(report_action());
  std::optional<Answer> answer;
  std::exception_ptr failure;
  writer.carry_out({{&submission, &answer, &failure}});
  REQUIRE(answer);
  REQUIRE(answer->ok());
  CHECK(store->read(answer->case_id)->snapshot.summary.policy_version == 2);
}

TEST_CASE("a child that is forked while another thread submits is told so and does not hang") {
  TemporaryFolder folder;
  std::atomic<bool> is_inside{false};
  std::atomic<bool> may_go{false};
  EngineOptions options;
  options.number = [&](const Action&, CaseId id, Instant) {
    is_inside = true;
    while (!may_go)
      std::this_thread::yield();
    return std::to_string(to_number(id));
  };
  std::optional<Engine> engine(create(folder / "a", options));
  const auto submit = [&] { (void)engine->submit(report_action(), {grid, "", ""}, start); };
  std::thread leading(submit);
  while (!is_inside)
    std::this_thread::yield();
  std::thread waiting(submit);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  Child child([&](int) {
    alarm(10);
    const Actor actor{centre, "", ""};
    const auto is_forked = [](const std::function<void()>& call) {
      return error_of(call) == ErrorCode::forked;
    };
    const bool all = is_forked(submit) && is_forked([&] { (void)engine->batch({}); }) &&
                     is_forked([&] { (void)engine->policy(); }) &&
                     is_forked([&] { (void)engine->directory(); }) &&
                     is_forked([&] { (void)engine->find({}, actor); }) &&
                     is_forked([&] { (void)engine->verify(); }) &&
                     is_forked([&] { engine->adopt({}, actor, start); });
    engine.reset();
    return all ? 0 : 1;
  });
  CHECK(child.wait() == 0);
  may_go = true;
  leading.join();
  waiting.join();
  CHECK(engine->verify().cases == 2);
}

TEST_CASE("a child that lives on does not keep the store") {
  TemporaryFolder folder;
  std::optional<Engine> engine(create(folder / "a"));
  const Child child([&](int) {
    pause();
    return 0;
  });
  engine.reset();
  CHECK_NOTHROW(Engine::open(folder / "a"));
}
