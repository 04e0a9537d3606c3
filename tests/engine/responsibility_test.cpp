// Whose time it was: sums that are exact.

#include "support/calendars.hpp"
#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

Duration time_of(const Responsibility& all, Share::Kind kind, const std::string& unit = {},
                 Share::Role role = Share::Role::none) {
  for (const ShareTime& one : all.shares) {
    if (one.share == Share{kind, unit, role}) return one.time;
  }
  return Duration::zero();
}

Duration minutes(std::int64_t count) { return std::chrono::minutes(count); }

}  // namespace

TEST_CASE("every second from report to close belongs to exactly one share") {
  County county;
  const CaseId id = county.report_at("2018-03-16 08:00");
  county.must_at("2018-03-16 08:10", A::escalate, id, grid, because("too-hard"));
  county.must_at("2018-03-16 08:30", A::file, id, room);
  county.must_at("2018-03-16 08:40", A::escalate, id, room, because("too-hard"));
  county.must_at(
      "2018-03-16 09:00", A::dispatch, id, centre,
      with_orders({{drains, AssignmentRole::lead, ""}, {traffic, AssignmentRole::assist, ""}}));
  county.must_at("2018-03-16 09:30", A::sign, id, drains);
  county.must_at("2018-03-16 09:40", A::sign, id, traffic);
  county.must_at("2018-03-16 10:00", A::request_info, id, centre,
                 [](Action& a) { a.note = "where?"; });
  county.must_at("2018-03-16 10:15", A::supply_info, id, centre,
                 [](Action& a) { a.note = "here"; });
  county.must_at("2018-03-16 10:30", A::suspend, id, centre, [](Action& a) {
    a.reason = "engineering";
    a.until = local("2018-03-16 12:00");
  });
  county.tick_at("2018-03-16 13:00");
  county.must_at("2018-03-16 14:00", A::feedback, id, drains);
  county.must_at("2018-03-16 14:20", A::feedback, id, traffic);
  county.must_at("2018-03-16 14:30", A::confirm, id, centre);
  county.must_at("2018-03-16 15:00", A::confirm, id, grid, passed(true));
  county.must_at("2018-03-16 15:05", A::close, id, centre);

  const auto all = *county.engine().responsibility(id, chief, county.now());
  using K = Share::Kind;
  using R = Share::Role;
  CHECK(time_of(all, K::unit, grid, R::holder) == minutes(10));
  CHECK(time_of(all, K::unit, room, R::holder) == minutes(30));
  CHECK(time_of(all, K::unit, centre, R::holder) == minutes(20 + 10 + 5));
  CHECK(time_of(all, K::reporter) == minutes(15));
  CHECK(time_of(all, K::hold) == minutes(90));
  CHECK(time_of(all, K::unit, drains, R::lead) == minutes(60 + 15 + 120));
  CHECK(time_of(all, K::unit, traffic, R::assist) == minutes(20));
  CHECK(time_of(all, K::unit, grid, R::verify) == minutes(30));
  CHECK(all.total == minutes(7 * 60 + 5));
  Duration sum{};
  for (const ShareTime& one : all.shares)
    sum += one.time;
  CHECK(sum == all.total);
}

TEST_CASE("on every moment of a case the shares add up to its age, without gaps") {
  County county;
  const CaseId id = county.in_review();
  county.must(A::close, id, centre);
  const Instant reported = county.whole(id).reported;
  const Instant ended = *county.whole(id).ended;
  for (Instant at = reported; at < ended + minutes(5); at += std::chrono::seconds(17)) {
    const auto all = *county.engine().responsibility(id, chief, at);
    CHECK(all.total == std::min(at, ended) - reported);
    Instant end = reported;
    for (const Responsibility::Span& span : all.spans) {
      CHECK(span.from == end);
      CHECK(span.until > span.from);
      end = span.until;
    }
  }
}

TEST_CASE("ping-pong between two units is seen") {
  County county;
  const CaseId id = county.report_at("2018-03-16 08:00");
  for (int i = 0; i < 3; ++i) {
    county.must(A::escalate, id, grid, because("not-ours"));
    county.must(A::hand_down, id, room, [](Action& a) { a.unit = grid; });
  }
  county.pass(minutes(1));
  const auto all = *county.engine().responsibility(id, chief, county.now());
  REQUIRE(all.passages.size() == 2);
  CHECK(all.passages[0].times == 3);
  CHECK(all.passages[1].times == 3);
  CHECK(all.passages[0].from == all.passages[1].to);
}

TEST_CASE("the time while a case was closed is nobody's") {
  County county;
  const CaseId id = county.in_review();
  county.must_at("2018-03-16 12:00", A::close, id, centre);
  county.must_at("2018-03-16 13:00", A::reopen, id, centre, because("not-done"));
  county.must_at("2018-03-16 13:30", A::close, id, centre);
  const auto all = *county.engine().responsibility(id, chief, county.now());
  CHECK(time_of(all, Share::Kind::nobody) == minutes(60));
  CHECK(all.total == *county.whole(id).ended - county.whole(id).reported);
}

TEST_CASE("sums by unit are the sums of the cases") {
  County county;
  const CaseId first = county.in_review();
  const CaseId second = county.handling();
  county.report(grid, [](Action& a) { a.drill = true; });
  county.pass(minutes(30));
  const auto sums = county.engine().responsibility_by_unit(
      county.whole(first).reported, county.now() + minutes(1), chief, county.now());
  Duration sum{};
  for (const ShareTime& one : sums)
    sum += one.time;
  const auto a = *county.engine().responsibility(first, chief, county.now());
  const auto b = *county.engine().responsibility(second, chief, county.now());
  CHECK(sum == a.total + b.total);
  CHECK_FALSE(county.engine().responsibility(first, {other_grid, "", ""}, county.now()));
}
