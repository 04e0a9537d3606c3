// Clocks as rows, and what of them and of holds falls due.

#include "store_fixture.hpp"

#include "store/sqlite.hpp"
#include "store/statements.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <tuple>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

Clock every_field(std::int32_t number) {
  std::int64_t time = 1521160200123456;
  const auto next = [&time] { return from_microseconds(++time); };
  Clock it;
  it.no = number;
  it.milestone = "handle \"first\"";
  it.assignment = 3;
  it.unit = "河东乡";
  it.state = ClockState::held;
  it.limit = LimitUnit::end_of_working_day;
  it.budget = 5'000'000'000;
  it.extended = 7'000'000'000;
  it.extensions = 2;
  it.calendar = "offices";
  it.rules = 4;
  it.started = from_microseconds(-1);
  it.holds = {{from_microseconds(-7), next()}, {next(), next()}, {next(), std::nullopt}};
  it.times = {next(), next(), next(), next(), 3, true};
  it.stopped = next();
  it.round = 4;
  it.exempt = true;
  it.approvals = 1;
  it.asked_by = "station";
  it.asked_by_person = "张三 \\ \"a\"";
  it.approved_by = "lin";
  it.reviews = -2;
  it.appealed_by = "water/li";
  it.reviewed_by = "shi";
  return it;
}

// Puts clocks in, or changes them, with one event of the case.
void put(Store& store, Loaded& it, const std::vector<Clock>& clocks) {
  std::vector<ChangedClock> changed;
  for (const Clock& clock : clocks) {
    auto& all = it.snapshot.clocks;
    const auto index = static_cast<std::size_t>(clock.no) - 1;
    const bool is_new = index == all.size();
    changed.push_back({clock.no, is_new, is_new ? std::nullopt : all.at(index).times.next});
    if (is_new) all.emplace_back();
    all[index] = clock;
  }
  Delta delta = step(it, ActionKind::comment);
  delta.clocks = changed;
  REQUIRE(store.commit({delta}).at(0).outcome == DeltaOutcome::committed);
}

std::vector<std::int64_t> seconds_of(const std::vector<Deadline>& list) {
  std::vector<std::int64_t> seconds;
  for (const Deadline& it : list)
    seconds.push_back(to_microseconds(it.at) / 1000000);
  return seconds;
}

std::string text_of(Connection& connection, const std::string& question) {
  Cursor row = connection.prepare_built(question);
  return row.step() ? std::string(row.text(0)) : "no row";
}

std::string plan(Connection& connection, const std::string& text) {
  Cursor row = connection.prepare_built("EXPLAIN QUERY PLAN " + text);
  std::string lines;
  while (row.step())
    lines += std::string(row.text(3)) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("every field of a clock comes back as it went in") {
  const Folder folder;
  Loaded it;
  {
    const auto store = found(folder / "a");
    it = report(*store, 1);
    put(*store, it, {every_field(1), running(2)});
    CHECK(equal(*store->read(it.snapshot.summary.id), it));
  }
  const auto store = open_sqlite(folder / "a", {});
  const CaseId id = it.snapshot.summary.id;
  CHECK(equal(*store->read(id), it));
  CHECK(equal(*store->load({id}).at(0), it));
  CHECK(store->check().empty());
}

TEST_CASE("a clock that is changed is replaced in every field, the others stay") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  put(*store, it, {running(1, at(50)), running(2, at(60))});
  put(*store, it, {every_field(1)});
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  put(*store, it, {running(1)});
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  CHECK(store->check().empty());
}

TEST_CASE("every state and measure of a clock comes back") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  std::vector<Clock> clocks;
  for (int state = 1; state <= static_cast<int>(ClockState::dropped); ++state) {
    for (int limit = 1; limit <= static_cast<int>(LimitUnit::end_of_working_day); ++limit) {
      Clock& clock = clocks.emplace_back(running(static_cast<std::int32_t>(clocks.size()) + 1));
      clock.state = ClockState(state);
      clock.limit = LimitUnit(limit);
    }
  }
  put(*store, it, clocks);
  CHECK(it.snapshot.clocks.size() == 28);
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
}

TEST_CASE("what a clock may leave out comes back left out, one part at a time") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  put(*store, it, {running(1)});
  const std::vector<std::function<void(Clock&)>> edits{[](Clock& c) { c.holds = {{at(1), at(2)}}; },
                                                       [](Clock& c) { c.holds = {{at(1), std::nullopt}}; },
                                                       [](Clock& c) { c.asked_by = "a"; },
                                                       [](Clock& c) { c.asked_by_person = "b"; },
                                                       [](Clock& c) { c.approved_by = "c"; },
                                                       [](Clock& c) { c.reviewed_by = "d"; },
                                                       [](Clock& c) { c.stopped = at(3); },
                                                       [](Clock& c) { c.times.next = at(4); },
                                                       [](Clock& c) { c.times.provisional = true; },
                                                       [](Clock& c) { c.exempt = true; }};
  for (const auto& edit : edits) {
    Clock clock = running(1);
    edit(clock);
    put(*store, it, {clock});
    CHECK(equal(*store->read(it.snapshot.summary.id), it));
  }
  CHECK(store->check().empty());
}

TEST_CASE("the rung of a clock is due until it has fired, whatever becomes of the case") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  put(*store, it, {running(1, at(500)), running(2), running(3, at(300))});
  auto due = store->due(at(500), nullptr, 10);
  CHECK(seconds_of(due) == std::vector<std::int64_t>{300, 500});
  CHECK(due.at(0).clock == 3);
  CHECK(due.at(1).clock == 1);
  CHECK(due.at(1).case_id == it.snapshot.summary.id);
  CHECK(store->due(at(499), nullptr, 10).size() == 1);
  CHECK(store->next_due() == at(300));
  put(*store, it, {running(1, at(600)), running(2, at(550)), running(3)});
  CHECK(seconds_of(store->due(at(1000), nullptr, 10)) == std::vector<std::int64_t>{550, 600});
  it.snapshot.summary.position.state = State::closed;
  put(*store, it, {running(2)});
  CHECK(store->next_due() == at(600));
  put(*store, it, {running(1)});
  CHECK_FALSE(store->next_due());
  CHECK(store->check().empty());
}

TEST_CASE("a clock that starts and ends with one event leaves nothing due") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  Clock clock = running(1);
  clock.state = ClockState::met;
  clock.stopped = at(1000);
  put(*store, it, {clock});
  CHECK_FALSE(store->next_due());
  CHECK(store->check().empty());
}

TEST_CASE("a deadline that is not where the event says it was stops the commit") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  put(*store, it, {running(1, at(500))});
  Loaded next = it;
  next.snapshot.clocks[0].times.next = at(600);
  Delta delta = step(next, ActionKind::comment);
  delta.clocks = {{1, false, at(499)}};
  CHECK(error_of([&] { store->commit({delta}); }) == ErrorCode::corrupt);
  CHECK(equal(*store->read(it.snapshot.summary.id), it));
  CHECK(store->next_due() == at(500));
  CHECK(store->check().empty());
}

TEST_CASE("pages of what is due come in the order of time, case and clock") {
  const Folder folder;
  const auto store = found(folder / "a");
  using Key = std::tuple<Instant, std::int64_t, std::int32_t>;
  std::vector<Key> expected;
  for (std::int64_t n = 1; n <= 5; ++n) {
    Loaded it = report(*store, n);
    const std::int64_t id = to_number(it.snapshot.summary.id);
    it.snapshot.summary.position.state = State::suspended;
    it.snapshot.summary.resume_at = at(20);
    expected.emplace_back(at(20), id, 0);
    std::vector<Clock> clocks;
    for (std::int32_t k = 1; k <= 3; ++k) {
      const Instant when = k == 3 ? at(-30 - n) : at(20 + n % 2);
      clocks.push_back(running(k, when));
      expected.emplace_back(when, id, k);
    }
    put(*store, it, clocks);
  }
  std::sort(expected.begin(), expected.end());
  for (std::int32_t limit = 1; limit <= 21; ++limit) {
    CAPTURE(limit);
    std::vector<Key> found;
    for (std::vector<Deadline> page = store->due(at(21), nullptr, limit); !page.empty();
         page = store->due(at(21), &page.back(), limit)) {
      REQUIRE(found.size() < 100);
      CHECK(page.size() <= static_cast<std::size_t>(limit));
      for (const Deadline& it : page)
        found.emplace_back(it.at, to_number(it.case_id), it.clock);
    }
    CHECK(found == expected);
  }
  CHECK(store->due(at(20), nullptr, 100).size() == 14);
  CHECK(store->next_due() == at(-35));
}

TEST_CASE("open cases come in pages, ended ones are left out") {
  const Folder folder;
  const auto store = found(folder / "a");
  std::vector<CaseId> expected;
  for (std::int64_t n = 1; n <= 9; ++n) {
    Loaded it = report(*store, n);
    if (n % 3 == 0) {
      it.snapshot.summary.position.state = State::closed;
      store->commit({step(it, ActionKind::close)});
    } else {
      expected.push_back(it.snapshot.summary.id);
    }
  }
  std::vector<CaseId> ids;
  for (auto page = store->open_case_ids(CaseId::none, 2); !page.empty();
       page = store->open_case_ids(page.back(), 2)) {
    REQUIRE(ids.size() < 100);
    CHECK(page.size() <= 2);
    ids.insert(ids.end(), page.begin(), page.end());
  }
  CHECK(ids == expected);
  CHECK(store->case_ids(CaseId::none, 100).size() == 9);
}

TEST_CASE("what is due, and the open cases, are read from their index and from nothing else") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  const auto uses = [&](const char* text, const char* index) {
    const std::string lines = plan(connection, text);
    CAPTURE(lines);
    CHECK(lines.find(index) != std::string::npos);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  };
  uses(sql::due, "deadlines USING PRIMARY KEY (county=? AND (due_at,case_id,clock)>(?,?,?)");
  uses(sql::next_due, "deadlines USING PRIMARY KEY (county=?)");
  uses(sql::open_case_ids, "INDEX cases_open (county=? AND case_id>?)");
  uses(sql::select_clocks, "clocks USING PRIMARY KEY (county=? AND case_id=?)");
}

TEST_CASE("the course of a clock that cannot be read is said to be corrupt") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  put(*store, it, {every_field(1)});
  Connection connection(folder / "a", Connection::Mode::write, 1000);
  connection.keep_log_on_close();
  const std::vector<std::string> damaged{"x",
                                         "[]",
                                         "{",
                                         R"({"holds":7})",
                                         R"({"holds":[7]})",
                                         R"({"holds":[[]]})",
                                         R"({"holds":[["1"]]})",
                                         R"({"holds":[[1,null]]})",
                                         R"({"holds":[[1,2,3]]})",
                                         R"({"asked_by":7})",
                                         R"({"other":"x"})"};
  for (const std::string& course : damaged) {
    CAPTURE(course);
    connection.execute("UPDATE clocks SET course = '" + course + "'");
    CHECK(error_of([&] { store->read(it.snapshot.summary.id); }) == ErrorCode::corrupt);
  }
}

TEST_CASE("views show clocks and what falls due in words and times that people can read") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  CaseSummary& s = it.snapshot.summary;
  s.suspensions = 2;
  s.waiting_since = from_microseconds(1521160200000001);
  s.deadline = from_microseconds(1521160200000002);
  Clock clock = every_field(1);
  clock.times.deadline = from_microseconds(1521160200000002);
  clock.times.next = from_microseconds(1521160200000003);
  clock.stopped.reset();
  put(*store, it, {clock});

  Connection connection(folder / "a", Connection::Mode::read, 1000);
  const auto value = [&](const std::string& column, const std::string& view) {
    return text_of(connection, "SELECT " + column + " FROM " + view);
  };
  CHECK(value("suspensions", "case_view") == "2");
  CHECK(value("waiting_since", "case_view") == "2018-03-16T00:30:00.000001Z");
  CHECK(value("deadline", "case_view") == "2018-03-16T00:30:00.000002Z");
  CHECK(value("contacted IS NULL AND arrived IS NULL AND controlled IS NULL AND yellow IS NULL "
              "AND red IS NULL",
              "case_view") == "1");
  CHECK(value("case_id", "clock_view") == std::to_string(to_number(s.id)));
  CHECK(value("number", "clock_view") == "1");
  CHECK(value("milestone", "clock_view") == "handle \"first\"");
  CHECK(value("assignment", "clock_view") == "3");
  CHECK(value("unit", "clock_view") == "河东乡");
  CHECK(value("state", "clock_view") == "held");
  CHECK(value("limit_unit", "clock_view") == name(LimitUnit::end_of_working_day));
  CHECK(value("budget + extended", "clock_view") == "12000000000");
  CHECK(value("calendar", "clock_view") == "offices");
  CHECK(value("rules", "clock_view") == "4");
  CHECK(value("started", "clock_view") == "1969-12-31T23:59:59.999999Z");
  CHECK(value("deadline", "clock_view") == "2018-03-16T00:30:00.000002Z");
  CHECK(value("due", "clock_view") == "2018-03-16T00:30:00.000003Z");
  CHECK(value("rung", "clock_view") == "3");
  CHECK(value("provisional", "clock_view") == "1");
  CHECK(value("stopped IS NULL", "clock_view") == "1");
  CHECK(value("exempt", "clock_view") == "1");
  CHECK(value("clock", "deadline_view") == "1");
  CHECK(value("case_id", "deadline_view") == std::to_string(to_number(s.id)));
  CHECK(value("due_at", "deadline_view") == "2018-03-16T00:30:00.000003Z");
}
