// Switching an area between normal and emergency.

#include "support/time_rules.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <optional>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

constexpr OperatingMode normal = OperatingMode::normal;
constexpr OperatingMode emergency = OperatingMode::emergency;
const Actor commander{centre, "", ""};

// Cases are to be closed in 4 working hours, in an emergency in 4 hours by day and night. Then the
// centre leads what else the traffic police lead.
Policy two_modes() {
  Policy policy = county_with_closing(4, LimitUnit::working_hour);
  Limit fast = limit("close", 4, LimitUnit::urgent_hour);
  fast.mode = emergency;
  policy.time.limits.push_back(fast);
  Duty headquarters = policy.organization.duties[0];
  headquarters.mode = emergency;
  headquarters.lead = centre;
  policy.organization.duties.push_back(headquarters);
  return policy;
}

std::int64_t switch_mode(County& county, const std::string& unit, OperatingMode mode,
                         const std::string& reason = "typhoon", const Actor& actor = commander) {
  county.pass(std::chrono::minutes(1));
  return county.engine().switch_mode(unit, mode, reason, actor, county.now());
}

// The field that is complained about, with the kind of error; empty if nothing is.
std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(name(error.code())) + " " + error.field();
  }
  return {};
}

std::string leader_in(County& county, const std::string& place) {
  const Directory directory = county.engine().directory();
  const OperatingMode mode = mode_at(*county.engine().policy(), directory, place);
  return directory.responsible("0401", place, Tier::county, mode).lead;
}

}  // namespace

TEST_CASE("new cases follow the mode of their area, running ones keep theirs until re-based") {
  County county(two_modes());
  const CaseId before = county.report_at("2018-03-16 16:00");  // a Friday
  CHECK(switch_mode(county, room, emergency) == 2);
  const CaseId inside = county.report_at("2018-03-16 16:10");
  const CaseId outside = county.report_at("2018-03-16 16:20", other_grid);
  const auto unit_of_limit = [&](CaseId id) { return county.clock(id, "close").limit; };
  CHECK(unit_of_limit(before) == LimitUnit::working_hour);
  CHECK(unit_of_limit(inside) == LimitUnit::urgent_hour);
  const auto lines = county.engine().history(inside, commander).front().facts.clocks;
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].rule == "mode emergency");
  CHECK(county.clock(inside, "close").times.deadline ==
        parse_local("2018-03-16 20:10", "Asia/Shanghai"));
  CHECK(unit_of_limit(outside) == LimitUnit::working_hour);

  county.must(A::rebase, before, centre);
  CHECK(unit_of_limit(before) == LimitUnit::urgent_hour);
  switch_mode(county, room, normal, "all_clear");
  CHECK(unit_of_limit(county.report()) == LimitUnit::working_hour);
  CHECK(unit_of_limit(inside) == LimitUnit::urgent_hour);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("the duties of emergencies hold where there is one") {
  County county(two_modes());
  CHECK(leader_in(county, grid) == traffic);
  switch_mode(county, room, emergency);
  CHECK(leader_in(county, grid) == centre);
  CHECK(leader_in(county, other_grid) == traffic);
  county.reopen();
  CHECK(leader_in(county, grid) == centre);
}

TEST_CASE("who switched what, when and why stands in the history of the county") {
  County county(two_modes());
  switch_mode(county, room, emergency, "typhoon.red");
  const Instant then = county.now();
  switch_mode(county, room, normal, "all_clear", {room, "", ""});
  const auto log = county.engine().read_log(0, 100, commander);
  REQUIRE(log.size() == 3);
  CHECK(log[1].case_id == CaseId::none);
  CHECK(log[1].action.kind == A::amend);
  CHECK(log[1].action.unit == room);
  CHECK(log[1].action.reason == "typhoon.red");
  CHECK(log[1].action.tool == "switch_mode.emergency");
  CHECK(log[1].actor == commander);
  CHECK(log[1].recorded == then);
  CHECK(log[1].policy_version == 2);
  CHECK(log[2].action.tool == "switch_mode.normal");
  CHECK(log[2].action.reason == "all_clear");
  CHECK(log[2].actor.unit == room);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what differs from the area around it is all that is kept") {
  County county(two_modes());
  switch_mode(county, centre, emergency);
  switch_mode(county, room, normal);
  const auto modes = [&] { return county.engine().policy()->modes; };
  REQUIRE(modes().size() == 2);
  CHECK(modes()[1].unit == room);
  CHECK(modes()[1].mode == normal);
  switch_mode(county, room, emergency);
  CHECK(modes().size() == 1);
  switch_mode(county, centre, normal);
  CHECK(modes().empty());
  CHECK(county.engine().policy()->organization.units.size() == small_organization().units.size());
}

TEST_CASE("a switch that cannot be is refused whole, with the field it is about") {
  County county(two_modes());
  const auto refused = [&](const std::string& unit, OperatingMode mode, const std::string& reason,
                           const Actor& actor) {
    return error_of([&] { switch_mode(county, unit, mode, reason, actor); });
  };
  CHECK(refused("nowhere", emergency, "typhoon", commander) == "not_found unit");
  CHECK(refused(drains, emergency, "typhoon", commander) == "invalid_argument unit");
  CHECK(refused(room, normal, "typhoon", commander) == "invalid_argument mode");
  CHECK(refused(room, OperatingMode{9}, "typhoon", commander) == "invalid_argument mode");
  CHECK(refused(room, emergency, "", commander) == "invalid_argument reason");
  CHECK(refused(room, emergency, "for no reason", commander) == "invalid_argument reason");
  CHECK(refused(room, emergency, "typhoon", {other_room, "", ""}) == "invalid_argument actor.unit");
  CHECK(refused(centre, emergency, "typhoon", {room, "", ""}) == "invalid_argument actor.unit");
  CHECK(refused(grid, emergency, "typhoon", {grid, "", ""}) == "invalid_argument actor.unit");
  CHECK(refused(room, emergency, "typhoon", {centre, "worker", ""}) ==
        "invalid_argument actor.person");
  CHECK(refused(room, emergency, "typhoon", {"nobody", "", ""}) == "invalid_argument actor.unit");
  CHECK(county.engine().policy()->modes.empty());
  CHECK(county.engine().read_log(0, 100, commander).size() == 1);
  CHECK(refused(grid, emergency, "typhoon", {room, "", ""}).empty());
}
