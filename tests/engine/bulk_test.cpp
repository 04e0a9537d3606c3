// One action on many cases.

#include "support/time_rules.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

Bulk bulk_of(const std::string& key, A kind, const Edit& edit = {}) {
  Bulk bulk;
  bulk.key = key;
  bulk.query.open_only = true;
  bulk.action.kind = kind;
  if (edit) edit(bulk.action);
  return bulk;
}

Bulk filing(const std::string& key) { return bulk_of(key, A::file); }

Edit saying(const std::string& note) {
  return [note](Action& action) { action.note = note; };
}

CaseId pooled(County& county) {
  return county.report(centre, [](Action& action) { action.grid = grid; });
}

CaseId filed(County& county) {
  const CaseId id = pooled(county);
  county.must(A::file, id, centre);
  return id;
}

// Three that can be filed, and two that are filed already, one after the other.
std::vector<CaseId> five_cases(County& county) {
  std::vector<CaseId> ids;
  for (const bool is_filed : {false, true, false, true, false})
    ids.push_back(is_filed ? filed(county) : pooled(county));
  return ids;
}

std::int64_t times_done(County& county, CaseId id, A kind) {
  const auto history = county.engine().history(id, chief);
  return std::count_if(history.begin(), history.end(),
                       [&](const Event& event) { return event.action.kind == kind; });
}

std::size_t length_of_log(County& county) {
  return county.engine().read_log(0, 10'000, chief).size();
}

std::vector<Event> county_line(County& county) {
  auto events = county.engine().read_log(0, 10'000, chief);
  events.erase(std::remove_if(events.begin(), events.end(),
                              [](const Event& event) { return event.case_id != CaseId::none; }),
               events.end());
  return events;
}

void check_refused(const std::function<void()>& call, const std::string& field) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    CHECK(error.field() == field);
    return;
  }
  FAIL_CHECK("was not refused: " << field);
}

BulkReport to_the_end(County& county, const Bulk& bulk, std::int32_t budget, std::int32_t slice) {
  for (int calls = 0;; ++calls) {
    REQUIRE(calls < 100);
    const BulkReport report = county.engine().bulk(bulk, chief, county.now(), budget, slice);
    if (report.finished) return report;
  }
}

}  // namespace

TEST_CASE("a preview says for each case what a bulk then comes to, and writes nothing") {
  County county(county_with_closing(4));
  five_cases(county);
  const auto before = length_of_log(county);
  county.pass(std::chrono::minutes(1));
  const BulkReport preview = county.engine().preview_bulk(filing("spring"), chief, county.now());
  CHECK(length_of_log(county) == before);
  CHECK(preview.cases == 5);
  CHECK(preview.done == 3);
  CHECK(preview.refused == 2);
  CHECK(preview.refusals.at(RefusalCode::not_possible) == 2);
  REQUIRE(preview.verdicts.size() == 5);

  const BulkReport done = county.engine().bulk(filing("spring"), chief, county.now());
  CHECK(done.finished);
  CHECK(done.cases == preview.cases);
  CHECK(done.done == preview.done);
  CHECK(done.refused == preview.refused);
  CHECK(done.refusals == preview.refusals);
  for (const BulkVerdict& verdict : preview.verdicts) {
    const Case whole = county.whole(verdict.case_id);
    CHECK(whole.number == verdict.number);
    CHECK(whole.position.state == verdict.after);
    CHECK(whole.deadline == verdict.deadline);
    CHECK(verdict.deadline.has_value());
    CHECK((verdict.before == verdict.after) == verdict.refusal.has_value());
    CHECK(times_done(county, verdict.case_id, A::file) == 1);
  }
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the refused ones stand first, by case, with their reasons") {
  County county;
  const auto ids = five_cases(county);
  const BulkReport preview = county.engine().preview_bulk(filing("x"), chief, county.now());
  REQUIRE(preview.verdicts.size() == 5);
  const std::vector<CaseId> order{ids[1], ids[3], ids[0], ids[2], ids[4]};
  for (std::size_t i = 0; i < order.size(); ++i)
    CHECK(preview.verdicts[i].case_id == order[i]);

  const BulkReport done = county.engine().bulk(filing("x"), chief, county.now());
  REQUIRE(done.verdicts.size() == 2);
  for (std::size_t i = 0; i < done.verdicts.size(); ++i) {
    CHECK(done.verdicts[i].case_id == order[i]);
    CHECK(done.verdicts[i].number == preview.verdicts[i].number);
    CHECK(done.verdicts[i].before == State::county_triage);
    REQUIRE(done.verdicts[i].refusal.has_value());
    CHECK(done.verdicts[i].refusal->code == RefusalCode::not_possible);
    CHECK(done.verdicts[i].refusal->reason == preview.verdicts[i].refusal->reason);
  }
}

TEST_CASE("cases that are recorded after a bulk was begun are not in it") {
  County county;
  const auto ids = five_cases(county);
  CHECK_FALSE(county.engine().bulk(filing("x"), chief, county.now(), 2, 1).finished);
  const CaseId late = pooled(county);
  const BulkReport done = county.engine().bulk(filing("x"), chief, county.now());
  CHECK(done.finished);
  CHECK(done.cases == 5);
  CHECK(times_done(county, late, A::file) == 0);
  CHECK(county.engine().bulk(filing("x"), chief, county.now()).cases == 5);
  CHECK(county.engine().bulk(filing("y"), chief, county.now()).done == 1);
}

TEST_CASE("a bulk in a county without cases ends at once") {
  County county;
  const BulkReport done = county.engine().bulk(filing("x"), chief, county.now());
  CHECK(done.finished);
  CHECK(done.cases == 0);
  pooled(county);
  CHECK(county.engine().bulk(filing("x"), chief, county.now()).cases == 0);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a key that was used for another bulk is refused by name") {
  County county;
  five_cases(county);
  const Bulk first = bulk_of("spring", A::comment, saying("cleaned"));
  (void)county.engine().bulk(first, chief, county.now());
  const auto refused = [&](const Bulk& bulk, const Actor& actor) {
    check_refused([&] { (void)county.engine().bulk(bulk, actor, county.now()); }, "key");
  };
  Bulk other = first;
  other.action.note = "flushed";
  refused(other, chief);
  other = first;
  other.action.internal_note = true;
  refused(other, chief);
  other = first;
  other.query.holder = centre;
  refused(other, chief);
  refused(filing("spring"), chief);
  refused(first, {room, "", ""});
  try {
    (void)county.engine().bulk(filing("spring"), chief, county.now());
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("spring") != std::string::npos);
  }
  CHECK(county.engine().bulk(first, chief, county.now()).done == 5);
}

TEST_CASE("what cannot be a bulk is refused before anything is begun") {
  County county;
  five_cases(county);
  const auto before = length_of_log(county);
  const auto refused = [&](const std::string& field, const std::function<void(Bulk&)>& spoil) {
    Bulk bulk = filing("x");
    spoil(bulk);
    check_refused([&] { (void)county.engine().bulk(bulk, chief, county.now()); }, field);
    if (field == "key") return;
    check_refused([&] { (void)county.engine().preview_bulk(bulk, chief, county.now()); }, field);
  };
  refused("key", [](Bulk& bulk) { bulk.key.clear(); });
  refused("key", [](Bulk& bulk) { bulk.key = "a:b"; });
  refused("key", [](Bulk& bulk) { bulk.key = std::string(33, 'k'); });
  refused("query.after", [](Bulk& bulk) { bulk.query.after = static_cast<CaseId>(1); });
  refused("query.limit", [](Bulk& bulk) { bulk.query.limit = 5; });
  refused("holder", [](Bulk& bulk) { bulk.query.holder = "nobody"; });
  refused("query", [](Bulk& bulk) { bulk.query.holder = bulk.query.concerns = centre; });
  refused("action.case_id", [](Bulk& bulk) { bulk.action.case_id = static_cast<CaseId>(1); });
  refused("action.command_id", [](Bulk& bulk) { bulk.action.command_id = "mine"; });
  refused("action.expected_version", [](Bulk& bulk) { bulk.action.expected_version = 1; });
  for (const A kind : {A::report, A::transfer_in, A::fall_due, A::recalculate})
    refused("action.kind", [&](Bulk& bulk) { bulk.action.kind = kind; });
  const Actor nobody{"nobody", "", ""};
  CHECK_THROWS_AS((void)county.engine().bulk(filing("x"), nobody, county.now()), Error);
  check_refused([&] { (void)county.engine().bulk(filing("x"), chief, county.now(), 0); }, "budget");
  check_refused([&] { (void)county.engine().bulk(filing("x"), chief, county.now(), 9, 513); },
                "slice");
  CHECK(length_of_log(county) == before);
}

TEST_CASE("a bulk in small parts does each case once and counts each refusal once") {
  for (const std::int32_t budget : {1, 2, 3, 7}) {
    CAPTURE(budget);
    County county;
    const auto ids = five_cases(county);
    const BulkReport done = to_the_end(county, filing("x"), budget, 1);
    CHECK(done.cases == 5);
    CHECK(done.done == 3);
    CHECK(done.refused == 2);
    CHECK(done.verdicts.size() == 2);
    for (const CaseId id : ids)
      CHECK(times_done(county, id, A::file) == 1);
    CHECK(county.engine().verify().ok());
  }
}

TEST_CASE("what is between two calls is told, and the end comes with the last case") {
  County county;
  five_cases(county);
  const BulkReport part = county.engine().bulk(filing("x"), chief, county.now(), 2, 2);
  CHECK_FALSE(part.finished);
  CHECK(part.cases == 2);
  CHECK(part.done == 1);
  CHECK(part.refused == 1);
  CHECK(part.verdicts.size() == 1);
  CHECK(part.from_sequence > 0);
  CHECK_FALSE(county.engine().bulk_receipt("x", chief).has_value());
  const BulkReport whole = county.engine().bulk(filing("x"), chief, county.now(), 3, 3);
  CHECK(whole.finished);
  CHECK(whole.from_sequence == part.from_sequence);
  const auto line = county_line(county);
  REQUIRE(line.size() == 4);  // the policy, begun, a part, ended
  CHECK(line[1].sequence == whole.from_sequence);
  CHECK(line[1].action.command_id == "bulk.x");
  CHECK(line[3].sequence == whole.until_sequence);
  CHECK(line[3].policy_version == 1);
}

TEST_CASE("a receipt survives, for those who did it and the command centre") {
  County county;
  for (int i = 0; i < 3; ++i)
    county.report(room, [](Action& action) { action.grid = grid; });
  const Bulk bulk = bulk_of("x", A::comment, saying("cleaned"));
  const Actor staff{room, "", ""};
  const BulkReport done = county.engine().bulk(bulk, staff, county.now());
  CHECK(done.refused == 0);
  county.reopen();
  for (const Actor& actor : {staff, chief}) {
    const auto receipt = county.engine().bulk_receipt("x", actor);
    REQUIRE(receipt.has_value());
    CHECK(receipt->finished);
    CHECK(receipt->key == "x");
    CHECK(receipt->done == done.done);
    CHECK(receipt->from_sequence == done.from_sequence);
    CHECK(receipt->until_sequence == done.until_sequence);
  }
  CHECK_FALSE(county.engine().bulk_receipt("x", {other_room, "", ""}).has_value());
  CHECK_FALSE(county.engine().bulk_receipt("y", chief).has_value());
  const auto events = length_of_log(county);
  CHECK(county.engine().bulk(bulk, staff, county.now()).until_sequence == done.until_sequence);
  CHECK(length_of_log(county) == events);
}

TEST_CASE("a bulk reaches what its actor may see, and is decided by the actor's rights") {
  County county;
  const CaseId own = county.report(room, [](Action& action) { action.grid = grid; });
  const CaseId above = pooled(county);  // lies in the township, held by the county
  const CaseId elsewhere = county.report(other_grid);
  const BulkReport done = county.engine().bulk(filing("x"), {room, "", ""}, county.now());
  CHECK(done.cases == 2);
  CHECK(done.done == 1);
  CHECK(done.refusals.at(RefusalCode::not_permitted) == 1);
  CHECK(times_done(county, own, A::file) == 1);
  CHECK(times_done(county, above, A::file) == 0);
  CHECK(times_done(county, elsewhere, A::file) == 0);
}

TEST_CASE("command ids of bulks and ticks are the engine's own") {
  County county;
  const CaseId id = pooled(county);
  for (const char* command : {"bulk.x", "bulk.x:1", "tick.1.0.1"}) {
    const Answer answer =
        county.act(A::file, id, centre, [&](Action& action) { action.command_id = command; });
    CHECK(answer.status == Status::refused);
    CHECK(answer.refusal->field == "command_id");
  }
  CHECK(county.act(A::file, id, centre, [](Action& action) { action.command_id = "bulky"; }).ok());
}

TEST_CASE("what others do between two slices counts") {
  County county;
  const auto ids = five_cases(county);
  (void)county.engine().bulk(filing("x"), chief, county.now(), 1, 1);
  county.must(A::file, ids[2], centre);                          // now it cannot be filed again
  county.must(A::annul, ids[4], centre, because("by_mistake"));  // no longer open
  const BulkReport done = county.engine().bulk(filing("x"), chief, county.now());
  CHECK(done.done == 1);
  CHECK(done.refused == 3);
  CHECK(done.cases == 4);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a policy that is adopted during a bulk has the next version, and the line holds both") {
  County county;
  five_cases(county);
  (void)county.engine().bulk(filing("x"), chief, county.now(), 2, 1);
  CHECK(county.engine().adopt(*county.engine().policy(), chief, county.now()) == 2);
  CHECK(to_the_end(county, filing("x"), 2, 1).cases == 5);
  CHECK(county.engine().adopt(*county.engine().policy(), chief, county.now()) == 3);
  CHECK(county.engine().verify().ok());
  county.reopen();
  CHECK(county.engine().adopt(*county.engine().policy(), chief, county.now()) == 4);
  CHECK(county.engine().verify().ok());
  const auto line = county_line(county);
  for (std::size_t i = 0; i < line.size(); ++i)
    CHECK(line[i].version == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("a preview ends holds whose time has come, as submitting does") {
  County county;
  const CaseId id = filed(county);
  county.must(A::suspend, id, centre, [&](Action& action) {
    action.reason = "festival";
    action.until = county.now() + std::chrono::hours(1);
  });
  const Bulk handling = bulk_of("x", A::handle);
  CHECK(county.engine().preview_bulk(handling, chief, county.now()).refused == 1);
  county.pass(std::chrono::hours(2));
  const BulkReport preview = county.engine().preview_bulk(handling, chief, county.now());
  REQUIRE(preview.done == 1);
  CHECK(preview.verdicts.front().before == State::suspended);
  CHECK(county.state(id) == State::suspended);
  CHECK(county.engine().bulk(handling, chief, county.now()).done == 1);
  CHECK(county.state(id) == preview.verdicts.front().after);
}

TEST_CASE("a damaged case is counted, and holds up no other") {
  County county;
  std::vector<CaseId> ids;
  for (int i = 0; i < 3; ++i)
    ids.push_back(county.dispatched());
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(county.path().c_str(), &database) == SQLITE_OK);
  const std::string damage =
      "UPDATE assignments SET unit = 99999 WHERE case_id = " + std::to_string(to_number(ids[1]));
  CHECK(sqlite3_exec(database, damage.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_close(database);

  const Bulk bulk = bulk_of("x", A::comment, saying("cleaned"));
  CHECK(county.engine().preview_bulk(bulk, chief, county.now()).failed == 1);
  const BulkReport done = county.engine().bulk(bulk, chief, county.now());
  CHECK(done.finished);
  CHECK(done.cases == 3);
  CHECK(done.done == 2);
  CHECK(done.failed == 1);
  CHECK(times_done(county, ids[2], A::comment) == 1);
}

TEST_CASE("threads that do the same bulk, and one that works meanwhile, do each case once") {
  County county;
  std::vector<CaseId> ids;
  for (int i = 0; i < 60; ++i)
    ids.push_back(pooled(county));
  const CaseId busy = county.report();
  Bulk bulk = bulk_of("x", A::comment, saying("cleaned"));  // what could be done twice
  bulk.query.holder = centre;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      while (!county.engine().bulk(bulk, chief, county.now(), 7, 2).finished) {
      }
    });
  }
  int comments = 0;
  for (int i = 0; i < 40; ++i) {
    Action comment;
    comment.kind = A::comment;
    comment.case_id = busy;
    comment.note = "news";
    comments += county.engine().submit(comment, {grid, "", ""}, county.now()).ok() ? 1 : 0;
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(comments == 40);
  for (const CaseId id : ids)
    CHECK(times_done(county, id, A::comment) == 1);
  const auto receipt = county.engine().bulk_receipt("x", chief);
  REQUIRE(receipt.has_value());
  CHECK(receipt->done == 60);
  CHECK(receipt->refused == 0);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("two engines over one store do a bulk together where SQLite allows it") {
  County county;
  const auto ids = five_cases(county);
  std::optional<Engine> other;
  try {
    other = Engine::open(county.path(), county.options());
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::busy);
    MESSAGE("this SQLite allows one writer: the second engine was refused");
    return;
  }
  BulkReport report;
  for (int i = 0; !report.finished; ++i) {
    Engine& engine = i % 2 == 0 ? county.engine() : *other;
    report = engine.bulk(filing("x"), chief, county.now(), 1, 1);
  }
  CHECK(report.cases == 5);
  CHECK(report.refused == 2);
  for (const CaseId id : ids)
    CHECK(times_done(county, id, A::file) == 1);
  CHECK(other->verify().ok());
}

TEST_CASE("newer rules are tried on every running case before any is re-based") {
  County county(county_with_closing(4));
  std::vector<CaseId> running;
  for (const char* time : {"2018-03-16 08:30", "2018-03-16 10:00", "2018-03-16 15:00"})
    running.push_back(county.report_at(time));
  const CaseId ended = county.report();
  county.must(A::answer, ended, grid, [](Action& action) { action.reply = "done"; });
  county.engine().adopt(county_with_closing(2), chief, county.now());
  county.pass(std::chrono::minutes(1));

  const Bulk rebasing = bulk_of("rules-2", A::rebase);
  const BulkReport preview = county.engine().preview_bulk(rebasing, chief, county.now());
  REQUIRE(preview.verdicts.size() == 3);
  for (const BulkVerdict& verdict : preview.verdicts) {
    CHECK_FALSE(verdict.refusal.has_value());
    REQUIRE(verdict.deadline.has_value());
    const Case whole = county.whole(verdict.case_id);
    CHECK(whole.policy_version == 1);
    CHECK(*verdict.deadline < *whole.deadline);
  }
  const BulkReport done = county.engine().bulk(rebasing, chief, county.now());
  CHECK(done.done == 3);
  for (const BulkVerdict& verdict : preview.verdicts) {
    const Case whole = county.whole(verdict.case_id);
    CHECK(whole.policy_version == 2);
    CHECK(whole.deadline == verdict.deadline);
  }
  CHECK(county.whole(ended).policy_version == 1);
  CHECK(county.engine().verify().ok());
}
