#include "rules/returns.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace gridcase;
using rules::return_of;
using rules::Siblings;
using A = ActionKind;
using O = Outcome;

TEST_CASE("each way back has a name of its own, and leads somewhere") {
  std::set<std::string_view> names;
  for (const rules::Return* way : rules::returns::all) {
    CHECK(names.insert(way->name).second);
    CHECK_FALSE(name(way->siblings).empty());
  }
}

TEST_CASE("a step is recognised as a way back by where it leads") {
  const auto name_of = [](State from, A action, O outcome, State to) {
    const rules::Return* way = return_of(from, action, outcome, to);
    return way == nullptr ? std::string_view() : way->name;
  };
  CHECK(name_of(State::county_handling, A::decline, O::whole, State::county_returned) ==
        "declined");
  CHECK(name_of(State::county_triage, A::send_back, O::to_township, State::township_returned) ==
        "sent_down");
  CHECK(name_of(State::county_review, A::send_back, O::to_county, State::county_handling) ==
        "rework");
  CHECK(name_of(State::county_confirming, A::confirm, O::failed, State::county_handling) ==
        "check_failed");
  CHECK(name_of(State::county_review, A::follow_up, O::failed, State::county_handling) ==
        "dissatisfied");
  CHECK(name_of(State::county_dispatched, A::withdraw, O::whole, State::county_triage) ==
        "withdrawn");
  CHECK(name_of(State::county_triage, A::withdraw, O::to_village, State::village_triage) ==
        "recalled");
  CHECK(name_of(State::county_handling, A::decline, O::partly, State::county_handling).empty());
  CHECK(name_of(State::county_triage, A::hand_down, O::to_village, State::village_triage).empty());
}

TEST_CASE("what found the work wanting undoes it, counts, and goes to those who did it") {
  for (const rules::Return* way : rules::returns::all) {
    CAPTURE(way->name);
    CHECK(way->undoes_work == (way->siblings == Siblings::rework));
    if (way->undoes_work) CHECK(way->counts);
  }
}

TEST_CASE("only one's own taking back needs no reason and does not count") {
  for (const rules::Return* way : rules::returns::all) {
    CAPTURE(way->name);
    const bool is_own = way->action == A::withdraw;
    if (is_own) CHECK_FALSE(way->counts);
    if (is_own) CHECK_FALSE(way->needs_reason);
    if (!is_own) CHECK(way->counts);
  }
}
