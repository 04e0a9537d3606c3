#include "rules/reaction.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using rules::Hours;

namespace {

Instant at(const std::string& time) { return parse_local(time, "Asia/Shanghai"); }

// Every day from one full hour to another.
Timetable daily(int from, int until) {
  Calendar calendar;
  calendar.code = "c";
  for (auto& day : calendar.week)
    day = {{from * 60, until * 60}};
  return Timetable(calendar, {}, "Asia/Shanghai");
}

}  // namespace

TEST_CASE("a reaction takes as many working hours as it took, from when it is due") {
  const Timetable office = daily(9, 17);
  const Timetable late = daily(13, 21);
  const Hours then{&office, Measure::working};
  const Hours now{&late, Measure::working};
  const Instant before = at("2018-03-16 09:00");
  const Instant acted = at("2018-03-16 11:00");
  CHECK(rules::reaction_at(then, before, acted, then, before) == acted);
  CHECK(rules::reaction_at(then, before, acted, now, before) == at("2018-03-16 15:00"));
  CHECK(rules::reaction_at(then, before, acted, then, at("2018-03-16 16:00")) ==
        at("2018-03-17 10:00"));
}

TEST_CASE("what was done outside the hours comes as long after as it did") {
  const Timetable office = daily(9, 17);
  const Hours hours{&office, Measure::working};
  const Instant before = at("2018-03-16 20:00");
  CHECK(rules::reaction_at(hours, before, at("2018-03-16 20:30"), hours, at("2018-03-16 22:00")) ==
        at("2018-03-16 22:30"));
}

TEST_CASE("without hours the natural time counts") {
  const Timetable natural;
  const Hours hours{&natural, Measure::natural};
  const Instant before = at("2018-03-16 20:00");
  CHECK(rules::reaction_at(hours, before, at("2018-03-16 20:30"), hours, at("2018-03-17 02:00")) ==
        at("2018-03-17 02:30"));
}
