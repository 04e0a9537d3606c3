// Being told of what was committed.

#include "engine/observing.hpp"
#include "support/host_database.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

Action report_titled(const std::string& title) {
  Action report;
  report.kind = A::report;
  report.title = title;
  report.category = "0404";
  report.grid = grid;
  return report;
}

// Remembers what it was told.
struct Listener {
  std::vector<std::int64_t> heard;
  std::vector<std::string> titles;
  Observer observer() {
    return [this](const std::vector<Event>& events) {
      REQUIRE_FALSE(events.empty());
      for (const Event& event : events) {
        heard.push_back(event.sequence);
        titles.push_back(event.action.title);
      }
    };
  }
};

std::vector<std::int64_t> numbers(std::int64_t from, std::int64_t until) {
  std::vector<std::int64_t> all(static_cast<std::size_t>(until - from));
  std::iota(all.begin(), all.end(), from);
  return all;
}

ErrorCode code_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("an observer hears of every event once, in order, when its call has ended") {
  County county;
  Listener listener;
  const Subscription subscription = county.engine().subscribe(listener.observer(), chief);
  const CaseId id = county.report();
  CHECK(listener.heard == numbers(2, 3));
  county.must(A::file, id, centre);
  county.act(A::file, id, centre);  // refused
  CHECK(listener.heard == numbers(2, 4));
  CHECK(subscription.delivered() == 3);
  CHECK(subscription.failures() == 0);
}

TEST_CASE("what other calls than submit record is heard as well") {
  County county;
  Listener listener;
  const Subscription subscription = county.engine().subscribe(listener.observer(), chief);
  county.engine().adopt(*county.engine().policy(), chief, county.now());
  CHECK(listener.heard == numbers(2, 3));
  (void)county.engine().batch(
      {{report_titled("a"), chief, county.now()}, {report_titled("b"), chief, county.now()}});
  CHECK(listener.heard == numbers(2, 5));
  const CaseId id = county.report();
  county.must(A::file, id, centre);
  county.must(A::suspend, id, centre, [&](Action& action) {
    action.reason = "weather";
    action.until = county.now() + std::chrono::hours(5);
  });
  const std::size_t before = listener.heard.size();
  county.pass(std::chrono::hours(6));
  CHECK(county.engine().tick(county.now()).resumed == 1);
  CHECK(listener.heard.size() == before + 1);
}

TEST_CASE("who subscribes from an earlier event hears what there was") {
  County county;
  const CaseId id = county.report();
  Listener listener;
  const Subscription subscription = county.engine().subscribe(listener.observer(), chief, 0);
  CHECK(listener.heard.empty());
  county.engine().deliver();
  CHECK(listener.heard == numbers(1, 3));
  county.engine().deliver();
  CHECK(listener.heard == numbers(1, 3));
  // One that begins elsewhere hears its own part of the same events.
  Listener later;
  const Subscription second = county.engine().subscribe(later.observer(), chief);
  county.must(A::file, id, centre);
  CHECK(listener.heard == numbers(1, 4));
  CHECK(later.heard == numbers(3, 4));
}

TEST_CASE("eight threads submit while others come and go, and nothing is missed or told twice") {
  County county;
  constexpr int threads = 8;
  constexpr int each = 40;
  Listener listener;
  const Subscription subscription = county.engine().subscribe(listener.observer(), chief);
  std::atomic<bool> done{false};
  std::thread guests([&] {
    while (!done) {
      auto last = std::make_shared<std::int64_t>(-1);
      bool in_order = true;
      Subscription guest = county.engine().subscribe(
          [last, &in_order](const std::vector<Event>& events) {
            for (const Event& event : events) {
              in_order = in_order && (*last == -1 || event.sequence == *last + 1);
              *last = event.sequence;
            }
          },
          chief);
      std::this_thread::yield();
      guest.end();
      CHECK(in_order);
      CHECK(last.use_count() == 1);  // nobody holds what the observer held
    }
  });
  std::vector<std::thread> writers;
  for (int t = 0; t < threads; ++t) {
    writers.emplace_back([&] {
      for (int i = 0; i < each; ++i)
        CHECK(county.engine().submit(report_titled("x"), chief, county.now()).ok());
    });
  }
  for (std::thread& writer : writers)
    writer.join();
  done = true;
  guests.join();
  CHECK(listener.heard == numbers(2, 2 + threads * each));
}

TEST_CASE("what is committed while a delivery looks for the last time is delivered by it") {
  std::int64_t last = 1;
  engine::Observing* observing = nullptr;
  engine::Observing made([&](std::int64_t after) -> std::vector<Event> {
    if (after < last) {
      Event event;
      event.sequence = after + 1;
      return {event};
    }
    if (last == 1) {
      last = 2;
      observing->deliver();  // as another thread would, that finds one at it
    }
    return {};
  });
  observing = &made;
  Listener listener;
  auto subscription = std::make_shared<Subscription::Impl>(listener.observer(), 0);
  made.add(subscription);
  made.deliver();
  CHECK(listener.heard == numbers(1, 3));
}

TEST_CASE("a delivery that cannot be read is made up for, and said to have failed") {
  bool is_readable = false;
  engine::Observing observing([&](std::int64_t after) -> std::vector<Event> {
    if (!is_readable) throw Error(ErrorCode::io, "the disk is gone");
    if (after > 0) return {};
    Event event;
    event.sequence = 1;
    return {event};
  });
  Listener listener;
  auto subscription = std::make_shared<Subscription::Impl>(listener.observer(), 0);
  observing.add(subscription);
  observing.deliver();
  CHECK(listener.heard.empty());
  CHECK(subscription->failures() == 1);
  CHECK(subscription->last_failure() == "the disk is gone");
  is_readable = true;
  observing.deliver();
  CHECK(listener.heard == numbers(1, 2));
}

TEST_CASE("what an observer submits is heard after what it was told of") {
  County county;
  std::vector<std::string> titles;
  bool is_nested = false;
  Subscription subscription = county.engine().subscribe(
      [&](const std::vector<Event>& events) {
        CHECK_FALSE(is_nested);
        is_nested = true;
        for (const Event& event : events) {
          titles.push_back(event.action.title);
          if (event.action.title != "first") continue;
          const Answer answer =
              county.engine().submit(report_titled("second"), chief, county.now());
          CHECK(answer.ok());
          CHECK(county.engine().get(answer.case_id, chief).has_value());
        }
        is_nested = false;
      },
      chief);
  CHECK(county.engine().submit(report_titled("first"), chief, county.now()).ok());
  CHECK(titles == std::vector<std::string>{"first", "second"});
}

TEST_CASE("what an observer throws is kept, and reaches neither the caller nor the others") {
  County county;
  int calls = 0;
  const Subscription bad = county.engine().subscribe(
      [&](const std::vector<Event>&) {
        if (++calls == 1) throw std::runtime_error("no room");
        if (calls == 2) throw 7;
      },
      chief);
  Listener listener;
  const Subscription good = county.engine().subscribe(listener.observer(), chief);
  (void)county.report();
  CHECK(bad.failures() == 1);
  CHECK(bad.last_failure() == "no room");
  (void)county.report();
  CHECK(bad.failures() == 2);
  (void)county.report();
  CHECK(calls == 3);
  CHECK(bad.failures() == 2);
  CHECK(bad.delivered() == 4);
  CHECK(listener.heard == numbers(2, 5));
}

TEST_CASE("a subscription may end within its observer, and outlive its engine") {
  County county;
  Subscription subscription;
  int calls = 0;
  subscription = county.engine().subscribe(
      [&](const std::vector<Event>&) {
        ++calls;
        subscription.end();
      },
      chief);
  (void)county.report();
  (void)county.report();
  CHECK(calls == 1);
  Listener listener;
  Subscription last = county.engine().subscribe(listener.observer(), chief);
  (void)county.report();
  county.close();
  CHECK(last.delivered() == 4);
  last.end();
  last = Subscription();
  CHECK(last.delivered() == 0);
}

TEST_CASE("an observer may hold its own subscription") {
  County county;
  int calls = 0;
  for (const bool ends_within : {true, false}) {
    auto held = std::make_shared<Subscription>();
    *held = county.engine().subscribe(
        [held, ends_within, &calls](const std::vector<Event>&) {
          ++calls;
          if (ends_within) held->end();
        },
        chief);
    const std::weak_ptr<Subscription> watched = held;
    if (ends_within) held.reset();
    (void)county.report();
    if (held) {
      Subscription* const last = held.get();
      held.reset();
      last->end();
    }
    CHECK(watched.expired());
  }
  CHECK(calls == 2);
}

TEST_CASE("an engine that only reads delivers what another one wrote") {
  County county;
  EngineOptions reading = county.options();
  reading.read_only = true;
  Engine reader = Engine::open(county.path(), reading);
  Listener listener;
  const Subscription subscription = reader.subscribe(listener.observer(), chief);
  (void)county.report();
  CHECK(listener.heard.empty());
  reader.deliver();
  CHECK(listener.heard == numbers(2, 3));
}

TEST_CASE("personal data are masked for observers as in every reading") {
  County county;
  std::string phone;
  const Subscription subscription = county.engine().subscribe(
      [&](const std::vector<Event>& events) {
        phone = events.front().action.parties.front().telephone;
      },
      chief);
  (void)county.report(grid, [](Action& action) {
    Party party;
    party.role = "requester";
    party.name = "张三";
    party.telephone = "13800001234";
    action.parties.push_back(party);
  });
  CHECK(phone ==
        county.whole(county.engine().find({}, chief).cases.front().id).parties.front().telephone);
  CHECK(phone.find("0000") == std::string::npos);
}

TEST_CASE("a subscription that cannot be is refused") {
  County county;
  Engine& engine = county.engine();
  const Observer observer = [](const std::vector<Event>&) {};
  CHECK(code_of([&] {
          (void)engine.subscribe(observer, {room, "", ""});
        }) == ErrorCode::invalid_argument);
  CHECK(code_of([&] { (void)engine.subscribe({}, chief); }) == ErrorCode::invalid_argument);
  CHECK(code_of([&] { (void)engine.subscribe(observer, chief, 2); }) ==
        ErrorCode::invalid_argument);
  CHECK(code_of([&] { (void)engine.subscribe(observer, chief, -1); }) ==
        ErrorCode::invalid_argument);
  (void)engine.subscribe(observer, chief, 1);
}

#ifndef GRIDCASE_OWN_SQLITE

TEST_CASE("in a host's transaction observers wait for the commit, and never hear what was undone") {
  const TemporaryFolder folder;
  const HostDatabase host(folder / "host.db");
  const Instant now = parse_instant("2018-03-16T08:30:00+08:00");
  Engine engine = Engine::create_in(host.connection(), {"town", {}, small_organization()}, {}, now);
  Listener listener;
  const Subscription subscription = engine.subscribe(listener.observer(), chief);
  host.run("BEGIN");
  CHECK(code_of([&] { (void)engine.subscribe(listener.observer(), chief); }) ==
        ErrorCode::invalid_argument);
  CHECK(engine.submit(report_titled("undone"), chief, now).ok());
  engine.deliver();
  CHECK(listener.heard.empty());
  host.run("ROLLBACK");
  engine.host_rolled_back();
  CHECK(listener.heard.empty());
  host.run("BEGIN");
  CHECK(engine.submit(report_titled("kept"), chief, now).ok());
  host.run("COMMIT");
  CHECK(listener.heard.empty());
  engine.host_committed();
  CHECK(listener.titles == std::vector<std::string>{"kept"});
  CHECK(engine.submit(report_titled("alone"), chief, now).ok());
  CHECK(listener.titles == std::vector<std::string>{"kept", "alone"});
}

#endif
