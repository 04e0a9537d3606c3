#include "support/organizations.hpp"

#include <gridcase/organization.hpp>

#include <doctest/doctest.h>

#include <thread>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const Instant now = parse_instant("2018-03-16T08:30:00+08:00");

}  // namespace

TEST_CASE("an organization with an error makes no directory, one with a warning does") {
  Organization organization = small_organization();
  organization.duties.clear();
  CHECK_NOTHROW(Directory{organization});
  organization.units[9].parent = "x";
  try {
    Directory directory(organization);
    FAIL("not refused");
  } catch (const DocumentError& refused) {
    CHECK(has_fault(refused.faults(), "unit.parent_unknown"));
    CHECK(has_fault(refused.faults(), "category.unled"));
  }
}

TEST_CASE("units, persons and categories are found by code") {
  const Directory directory(small_organization());
  REQUIRE(directory.unit("sz") != nullptr);
  CHECK(directory.unit("sz")->kind == UnitKind::department);
  CHECK(directory.person("worker")->unit == "330881001001001");
  CHECK(directory.category("0404")->parent == "04");
  CHECK(directory.unit("x") == nullptr);
  CHECK(directory.unit("") == nullptr);
  CHECK(directory.person("sz") == nullptr);
  CHECK(directory.category("sz") == nullptr);
}

TEST_CASE("assets are found by code, and the nearest of a kind by place") {
  Organization organization = small_organization();
  organization.assets = {{"cam-2", "", "camera", "jj", Point{118.61, 28.70}},
                         {"cam-1", "", "camera", "jj", Point{118.61, 28.70}},
                         {"boat", "", "boat", "sz", Point{118.60, 28.70}},
                         {"stored", "", "camera", "sz", {}}};
  const Directory directory(organization);
  REQUIRE(directory.asset("boat") != nullptr);
  CHECK(directory.asset("boat")->unit == "sz");
  CHECK(directory.asset("sz") == nullptr);
  const auto codes = [&](const std::string& kind, std::size_t count) {
    std::vector<std::string> found;
    for (const Near& near : directory.nearest_assets({118.60, 28.70}, kind, count)) {
      CHECK_FALSE(near.because.empty());
      found.push_back(near.unit);
    }
    return found;
  };
  CHECK(codes("camera", 9) == std::vector<std::string>{"cam-1", "cam-2"});
  CHECK(codes("camera", 1) == std::vector<std::string>{"cam-1"});
  CHECK(codes("", 2) == std::vector<std::string>{"boat", "cam-1"});
  CHECK(codes("drone", 2).empty());
  CHECK_THROWS_AS(directory.nearest_assets({0, 91}, "", 1), Error);
}

TEST_CASE("staff of the members act for a task force while it exists") {
  Organization organization = small_organization();
  Unit& force = unit_of(organization, "team");
  force.kind = UnitKind::task_force;
  force.members = {"sz", "12345"};
  force.valid_from = Date{2018, 3, 1};
  force.valid_until = Date{2018, 4, 1};
  const Directory directory(organization);
  const Verdict member = directory.may_act_for("drains", "team", now);
  CHECK(member.yes);
  CHECK(member.because == "drains belongs to sz, a member of team");
  CHECK(directory.may_act_for("stand-in", "team", now).because ==
        "stand-in is a substitute of seat, and seat belongs to 12345, a member of team");
  CHECK_FALSE(directory.may_act_for("worker", "team", now));
  CHECK_FALSE(directory.may_act_for("drains", "team", parse_instant("2018-02-28T00:00:00Z")));
  CHECK_FALSE(directory.may_act_for("drains", "team", parse_instant("2018-04-01T00:00:00Z")));
  CHECK_FALSE(directory.may_act_for("drains", "jj", now));
}

TEST_CASE("in an emergency its duties are asked first, then those that hold always") {
  Organization organization = small_organization();
  Duty headquarters = organization.duties[0];  // of 04, for everywhere
  headquarters.mode = OperatingMode::emergency;
  headquarters.lead = "330881";
  headquarters.territory = "330881001";
  organization.duties.push_back(headquarters);
  Duty peace = organization.duties[1];
  peace.category = "0401";
  peace.mode = OperatingMode::normal;
  organization.duties.push_back(peace);
  const Directory directory(organization);
  const auto lead = [&](const std::string& category, const std::string& place, OperatingMode mode) {
    return directory.responsible(category, place, Tier::county, mode).lead;
  };
  const std::string near = "330881001001001";
  const std::string far = "330881101201001";
  CHECK(lead("040401", near, OperatingMode::emergency) == "330881");
  CHECK(lead("040401", far, OperatingMode::emergency) == "sz");
  CHECK(lead("040401", near, OperatingMode::normal) == "dredgers");
  CHECK(lead("0401", far, OperatingMode::normal) == "sz");
  CHECK(lead("0401", far, OperatingMode::emergency) == "jj");
  CHECK(directory.responsible("0401", near, Tier::county, OperatingMode::emergency).because ==
        "duty of 04, which includes 0401, at county for 330881001 in the mode emergency: "
        "lead 330881");
}

TEST_CASE("copies share, and outlive the original") {
  auto original = std::make_unique<Directory>(small_organization());
  const Directory copy = *original;
  CHECK(copy.unit("sz") == original->unit("sz"));
  original.reset();
  CHECK(copy.chain("330881001001001").back() == "330881");
}

TEST_CASE("the chain leads from the unit to the root") {
  const Directory directory(small_organization());
  CHECK(directory.chain("330881001001001") ==
        std::vector<std::string>{"330881001001001", "330881001001", "330881001", "330881"});
  CHECK(directory.chain("330881") == std::vector<std::string>{"330881"});
  CHECK_THROWS_AS(directory.chain("x"), Error);
  CHECK(directory.is_within("330881001001001", "330881001"));
  CHECK(directory.is_within("sz", "sz"));
  CHECK_FALSE(directory.is_within("330881001", "330881001001001"));
  CHECK_FALSE(directory.is_within("x", "330881"));
}

TEST_CASE("the units below a unit are those that exist at the time, of one kind or of all") {
  using Codes = std::vector<std::string>;
  Organization organization = small_organization();
  unit_of(organization, "330881001001002").valid_until = Date{2018, 3, 17};
  unit_of(organization, "team").valid_from = Date{2018, 3, 17};
  const Directory directory(organization);
  CHECK(directory.below("330881001", {}, now) ==
        Codes{"330881001001", "330881001001001", "330881001001002"});
  const Instant next_day = parse_instant("2018-03-17T00:00:00+08:00");
  CHECK(directory.below("330881001", {}, next_day) ==
        Codes{"330881001001", "330881001001001", "team"});
  CHECK(directory.below("330881001", UnitKind::grid, now) ==
        Codes{"330881001001001", "330881001001002"});
  CHECK(directory.below("330881", UnitKind::village, now) == Codes{"330881001001", "330881101201"});
  CHECK(directory.below("330881", UnitKind::command_center, now).empty());
  CHECK(directory.below("jj", {}, now) == Codes{"pcs"});
  CHECK(directory.below("pcs", {}, now).empty());
  CHECK_THROWS_AS((void)directory.below("x", {}, now), Error);
}

TEST_CASE("the tier follows from the kind or is given") {
  const Directory directory(small_organization());
  CHECK(directory.tier_of("330881001001001") == Tier::village);
  CHECK(directory.tier_of("pcs") == Tier::township);
  CHECK(directory.tier_of("dredgers") == Tier::county);
  CHECK_THROWS_AS(directory.tier_of("x"), Error);
}

TEST_CASE("each tier has one unit that holds the pool for a grid") {
  const Directory directory(small_organization());
  CHECK(directory.pool("330881001001001", Tier::village) == "330881001001001");
  CHECK(directory.pool("330881001001001", Tier::township) == "330881001");
  CHECK(directory.pool("330881001001001", Tier::county) == "330881");
  CHECK(directory.pool("330881001001", Tier::village) == "330881001001");
  CHECK(directory.pool("330881001", Tier::village) == "");
  CHECK(directory.pool("sz", Tier::township) == "");
  CHECK(directory.pool("team", Tier::township) == "330881001");
  CHECK_THROWS_AS(directory.pool("x", Tier::county), Error);
}

TEST_CASE("a station of a department belongs to the room whose ground it serves") {
  const Directory directory(small_organization());
  CHECK(directory.pool("pcs", Tier::township) == "330881001");
  CHECK(directory.pool("pcs", Tier::county) == "330881");
  CHECK(directory.next_tier("pcs") == "330881");
}

TEST_CASE("the next tier is the pool above, and a missing tier is passed over") {
  Organization organization = small_organization();
  Unit& village = unit_of(organization, "330881101201");
  village.parent = "330881";
  const Directory directory(organization);
  CHECK(directory.next_tier("330881001001001") == "330881001");
  CHECK(directory.next_tier("330881001001") == "330881001");
  CHECK(directory.next_tier("330881001") == "330881");
  CHECK(directory.next_tier("330881") == "");
  CHECK(directory.next_tier("sz") == "");
  CHECK(directory.next_tier("330881101201001") == "330881");
  CHECK_THROWS_AS(directory.next_tier("x"), Error);
}

TEST_CASE("the most specific category decides first, then the most specific ground") {
  const Directory directory(small_organization());
  const std::string grid = "330881001001001";
  const Responsible drains = directory.responsible("0404", grid, Tier::county);
  CHECK(drains.lead == "sz");
  CHECK(drains.assists == std::vector<std::string>{"jj"});
  CHECK(drains.because == "duty of 0404 at county for 330881: lead sz");
  const Responsible dredging = directory.responsible("040401", grid, Tier::county);
  CHECK(dredging.lead == "dredgers");
  CHECK(dredging.because == "duty of 040401 at county for 330881001: lead dredgers (drainage)");
  const Responsible elsewhere = directory.responsible("040401", "330881101201001", Tier::county);
  CHECK(elsewhere.lead == "sz");
  CHECK(elsewhere.because == "duty of 0404, which includes 040401, at county for 330881: lead sz");
  CHECK(directory.responsible("0401", grid, Tier::county).because ==
        "duty of 04, which includes 0401, at county for the whole organization: lead jj");
  CHECK(directory.responsible("0401", grid, Tier::township).lead == "330881001");
  CHECK(directory.responsible("0401", "pcs", Tier::township).lead == "330881001");
}

TEST_CASE("nobody responsible is an answer with its reason") {
  const Directory directory(small_organization());
  const Responsible nobody = directory.responsible("0401", "330881101201001", Tier::township);
  CHECK(nobody.lead == "");
  CHECK(nobody.because ==
        "no duty of 0401 or a category above it at township covers 330881101201001");
  CHECK_THROWS_AS(directory.responsible("x", "330881", Tier::county), Error);
  CHECK_THROWS_AS(directory.responsible("04", "x", Tier::county), Error);
}

TEST_CASE("a capability that two units offer for the same ground leads to nobody") {
  Organization organization = small_organization();
  unit_of(organization, "sz").capabilities = {"drainage"};
  const Directory directory(organization);
  const Responsible unclear = directory.responsible("040401", "330881001001001", Tier::county);
  CHECK(unclear.lead == "");
  CHECK(unclear.because == "duty of 040401 at county for 330881001: "
                           "2 units with drainage serve 330881001001001: dredgers, sz");
  unit_of(organization, "sz").territory = {"330881001001"};
  CHECK(Directory(organization).responsible("040401", "330881001001001", Tier::county).lead ==
        "sz");
}

TEST_CASE("routes run over the command line and the linkages") {
  const Directory directory(small_organization());
  const Route up = directory.route("330881001001001", "sz");
  REQUIRE(up.found);
  CHECK(up.because == "330881001001001 up 330881001001 up 330881001 up 330881 down sz");
  REQUIRE(up.steps.size() == 4);
  CHECK(up.steps[3].by == "down");
  const Route linked = directory.route("12345", "330881001001");
  CHECK(linked.because == "12345 dispatches_to 330881001 down 330881001001");
  const Route same = directory.route("sz", "sz");
  CHECK(same.found);
  CHECK(same.steps.empty());
  CHECK_THROWS_AS(directory.route("sz", "x"), Error);
}

TEST_CASE("who may send to whom") {
  const Directory directory(small_organization());
  CHECK(directory.may_send("330881001001001", "330881"));
  CHECK(directory.may_send("330881", "330881001001001"));
  CHECK(directory.may_send("sz", "jj").because == "330881 commands both");
  CHECK(directory.may_send("12345", "330881001").because == "12345 dispatches_to 330881001");
  CHECK(directory.may_send("pcs", "team").because == "pcs assists team");
  CHECK_FALSE(directory.may_send("team", "pcs"));
  CHECK_FALSE(directory.may_send("330881001001001", "330881001001002"));
  CHECK_FALSE(directory.may_send("330881001001001", "sz"));
  CHECK_THROWS_AS(directory.may_send("x", "sz"), Error);
}

TEST_CASE("a city centre is sent no case") {
  Organization organization = small_organization();
  Unit city;
  city.code = "3308";
  city.kind = UnitKind::city_center;
  organization.units[0].parent = "3308";
  organization.units.push_back(city);
  const Directory directory(organization);
  CHECK_FALSE(directory.may_send("330881", "3308"));
  CHECK(directory.may_send("3308", "330881"));
  CHECK(directory.next_tier("330881") == "");
  CHECK_FALSE(directory.tier_of("3308"));
}

TEST_CASE("a person acts for the home unit, for posts and for those they stand in for") {
  const Directory directory(small_organization());
  CHECK(directory.may_act_for("worker", "330881001001001", now).because ==
        "worker belongs to 330881001001001");
  CHECK(directory.may_act_for("drains", "330881001001001", now).because ==
        "drains is specialist at 330881001001001");
  CHECK(directory.may_act_for("stand-in", "12345", now).because ==
        "stand-in is a substitute of seat, and seat belongs to 12345");
  CHECK_FALSE(directory.may_act_for("seat", "jj", now));
  CHECK_FALSE(directory.may_act_for("worker", "sz", now));
  CHECK_FALSE(directory.may_act_for("x", "sz", now));
  CHECK_FALSE(directory.may_act_for("worker", "x", now));
}

TEST_CASE("units and persons begin and end on civil days of the organization's zone") {
  Organization organization = small_organization();
  unit_of(organization, "sz").valid_from = Date{2018, 3, 16};
  unit_of(organization, "sz").valid_until = Date{2018, 3, 17};
  organization.persons[1].valid_until = Date{2018, 3, 16};
  const Directory directory(organization);
  const Unit& unit = *directory.unit("sz");
  CHECK_FALSE(directory.is_valid(unit, parse_instant("2018-03-15T15:59:59Z")));
  CHECK(directory.is_valid(unit, parse_instant("2018-03-15T16:00:00Z")));
  CHECK(directory.is_valid(unit, parse_instant("2018-03-16T15:59:59.999999Z")));
  CHECK_FALSE(directory.is_valid(unit, parse_instant("2018-03-16T16:00:00Z")));
  CHECK(directory.may_act_for("drains", "sz", now));
  CHECK(directory.may_act_for("drains", "sz", now + std::chrono::hours(24)).because ==
        "sz does not exist on 2018-03-17");
  CHECK(directory.may_act_for("worker", "330881001001001", now).because ==
        "worker does not serve on 2018-03-16");
}

TEST_CASE("the nearest units are counted by capability and day") {
  Organization organization = small_organization();
  unit_of(organization, "jj").valid_until = Date{2018, 1, 1};
  const Directory directory(organization);
  const Point place{118.63, 28.74};
  const auto near = directory.nearest(place, "", 5, now);
  REQUIRE(near.size() == 2);
  CHECK(near[0].unit == "sz");
  CHECK(near[0].because == "sz is 975 m away");
  CHECK(near[1].unit == "dredgers");
  CHECK(directory.nearest(place, "drainage", 1, now)[0].because ==
        "dredgers is 8147 m away and has drainage");
  CHECK(directory.nearest(place, "flying", 1, now).empty());
  CHECK(directory.nearest(place, "", 0, now).empty());
  CHECK(directory.nearest(place, "", 5, parse_instant("2017-01-01T00:00:00Z"))[0].unit == "jj");
  CHECK_THROWS_AS(directory.nearest({200, 0}, "", 1, now), Error);
}

TEST_CASE("a point is in the grid whose ground contains it, borders on both sides") {
  const Directory directory(small_organization());
  CHECK(directory.locate({118.605, 28.705}).grid == "330881001001001");
  CHECK(directory.locate({118.605, 28.705}).because == "the point lies in 330881001001001");
  const Located border = directory.locate({118.61, 28.705});
  CHECK(border.grid == "330881001001001");
  CHECK(border.others == std::vector<std::string>{"330881001001002"});
  CHECK(directory.locate({118.60, 28.70}).grid == "330881001001001");
  const Located outside = directory.locate({118.0, 28.0});
  CHECK(outside.grid == "");
  CHECK(outside.because == "no grid contains the point");
  CHECK_THROWS_AS(directory.locate({118.0, 91.0}), Error);
}

TEST_CASE("holes are not part of the ground") {
  Organization organization = small_organization();
  Unit& grid = unit_of(organization, "330881001001001");
  grid.area[0].holes = {square({118.604, 28.704}, 0.002).outer};
  const Directory directory(organization);
  CHECK(directory.locate({118.605, 28.705}).grid == "");
  CHECK(directory.locate({118.601, 28.705}).grid == "330881001001001");
}

TEST_CASE("a directory answers several threads at once") {
  const Directory directory(small_organization());
  std::vector<std::thread> threads;
  std::vector<int> right(4, 0);
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&directory, &right, t] {
      for (int i = 0; i < 200; ++i) {
        const bool ok = directory.locate({118.605, 28.705}).grid == "330881001001001" &&
                        directory.route("12345", "sz").found &&
                        directory.nearest({118.63, 28.74}, "", 1, now).size() == 1;
        right[t] += ok ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(right == std::vector<int>(4, 200));
}
