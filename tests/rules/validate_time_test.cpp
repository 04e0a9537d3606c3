#include "support/organizations.hpp"

#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <functional>

using namespace gridcase;

namespace {

Milestone milestone(std::string code, Moment from, Moment until, bool each_order) {
  Milestone milestone;
  milestone.code = std::move(code);
  milestone.from = from;
  milestone.until = until;
  milestone.each_order = each_order;
  return milestone;
}

// Without a fault: one table, one calendar, a milestone of the case, one of orders, that of the
// limit given with a report.
Policy sound_policy() {
  Policy policy;
  policy.organization = test::small_organization();
  TimeRules& time = policy.time;
  time.holidays = {{"cn", "", "", {2019, 1, 1}, {{{2018, 2, 16}, false, "春节", {}}}}};
  Calendar office;
  office.code = "office";
  for (std::size_t day = 0; day < 5; ++day)
    office.week[day] = {{480, 720}, {840, 1080}};
  office.holidays = "cn";
  office.units = {"sz"};
  time.calendars = {office};
  time.milestones = {milestone("file", Moment::reported, Moment::filed, false),
                     milestone("sign", Moment::dispatched, Moment::signed_for, true),
                     milestone("due", Moment::reported, Moment::closed, false)};
  time.milestones[0].ladder = {{RungKind::remind, 80, 0}, {RungKind::supervise, 100, 0}};
  time.milestones[1].roles = {AssignmentRole::lead};
  Limit file;
  file.milestone = "file";
  file.within = {4, LimitUnit::working_hour};
  Limit sign;
  sign.milestone = "sign";
  sign.within = {30, LimitUnit::urgent_minute};
  time.limits = {file, sign};
  return policy;
}

using Edit = std::function<void(TimeRules&)>;

// "code path" of each fault of the rules about time after the edit, a line each.
std::string faults_after(const Edit& edit) {
  Policy policy = sound_policy();
  edit(policy.time);
  std::string text;
  for (const Fault& fault : validate(policy)) {
    if (fault.path.rfind("time.", 0) != 0) continue;
    CHECK_FALSE(fault.message.empty());
    CHECK_FALSE(fault.fix.empty());
    text += (fault.severity == Severity::warning ? "warning " : "") + fault.code + " " +
            fault.path + "\n";
  }
  return text;
}

std::string faults_of_amount(std::int64_t value, LimitUnit unit) {
  return faults_after([&](TimeRules& time) { time.limits[0].within = {value, unit}; });
}

}  // namespace

TEST_CASE("sound rules about time have no fault, nor has a policy without any") {
  CHECK(faults_after([](TimeRules&) {}).empty());
  CHECK(faults_after([](TimeRules& time) { time = {}; }).empty());
}

TEST_CASE("the example of the page is a policy without a fault, whichever way it is written") {
  const std::string page = test::read_file(GRIDCASE_TESTS_DIR "/../src/model/policy.schema.md");
  const std::size_t start = page.find("```json\n") + 8;
  const Policy policy = read_policy(page.substr(start, page.find("```", start) - start));
  CHECK(test::listed(validate(policy)) == "");
  CHECK(policy.time.limits.size() == 4);
  CHECK(write_policy(read_policy(write_policy(policy))) == write_policy(policy));
}

TEST_CASE("rungs come in their order under every limit") {
  CHECK(faults_after([](TimeRules& time) {
          time.milestones[0].ladder = {{RungKind::remind, 80, 10}, {RungKind::escalate, 100, 0}};
        }) == "limit.rung_order time.limits[0].within\n");
  CHECK(faults_after([](TimeRules& time) {
          time.milestones[0].ladder = {{RungKind::remind, 80, 10}, {RungKind::escalate, 100, 0}};
          time.limits[0].within.value = 400;
        }).empty());
}

TEST_CASE("no limit may lead beyond the times that can be told") {
  CHECK(faults_after([](TimeRules& time) {
          time.calendars[0].week = {};
          time.calendars[0].week[0] = {{480, 540}};  // an hour a week
          time.limits[0].within = {3000, LimitUnit::working_day};
        }) == "limit.too_far time.limits[0].within\n");
  CHECK(faults_after([](TimeRules& time) {
          time.limits[0].within = {3660, LimitUnit::calendar_day};
          time.milestones[0].ladder = {{RungKind::supervise, 1000, 0}};
        }).empty());
  CHECK(faults_after([](TimeRules& time) {
          time.limits[0].within = {3000, LimitUnit::working_day};
          time.milestones[0].ladder = {{RungKind::supervise, 1000, 0}};
        }) == "limit.too_far time.limits[0].within\n");
  CHECK(faults_after([](TimeRules& time) {
          time.milestones[2].ladder = {{RungKind::remind, 80, 0}, {RungKind::supervise, 201, 0}};
        }) == "milestone.due_share time.milestones[2].ladder[1].share\n");
}

TEST_CASE("a code must be one, and stand for one thing") {
  CHECK(faults_after([](TimeRules& time) { time.holidays.push_back(time.holidays[0]); }) ==
        "holidays.code_twice time.holidays[1].code\n");
  CHECK(faults_after([](TimeRules& time) {
          time.calendars.push_back(time.calendars[0]);
          time.calendars[1].units.clear();
        }) == "calendar.code_twice time.calendars[1].code\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones.push_back(time.milestones[0]); }) ==
        "milestone.code_twice time.milestones[3].code\n");
  CHECK(faults_after([](TimeRules& time) {
          time.holidays[0].code = "";
          time.calendars[0].holidays = "";
        }) == "holidays.code_invalid time.holidays[0].code\n");
  CHECK(faults_after([](TimeRules& time) { time.calendars[0].code = "机关"; }) ==
        "calendar.code_invalid time.calendars[0].code\n");
  const auto named = [](const std::string& code) {
    return faults_after([&](TimeRules& time) {
      time.milestones[0].code = code;
      time.limits[0].milestone = code;
    });
  };
  CHECK(named(std::string(32, 'a')).empty());
  CHECK(named(std::string(33, 'a')) == "milestone.code_invalid time.milestones[0].code\n");
}

TEST_CASE("calendars and holiday tables are checked where they stand") {
  CHECK(faults_after([](TimeRules& time) { time.calendars[0].holidays = "us"; }) ==
        "calendar.holidays_unknown time.calendars[0].holidays\n");
  CHECK(faults_after([](TimeRules& time) { time.calendars[0].day_minutes = 0; }) ==
        "calendar.day_minutes time.calendars[0].day_minutes\n");
  CHECK(faults_after([](TimeRules& time) {
          time.holidays[0].days[0].date = {2018, 2, 30};
        }) == "holidays.day_date time.holidays[0].days[0].date\n");
}

TEST_CASE("a unit keeps the hours of one calendar") {
  CHECK(faults_after([](TimeRules& time) {
          time.calendars[0].units = {"sz", "nobody"};
        }) == "calendar.unit_unknown time.calendars[0].units[1]\n");
  CHECK(faults_after([](TimeRules& time) {
          time.calendars.push_back(time.calendars[0]);
          time.calendars[1].code = "hall";
        }) == "calendar.unit_twice time.calendars[1].units[0]\n");
}

TEST_CASE("a milestone lies between two moments that fit it") {
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].from = Moment::closed; }) ==
        "milestone.from time.milestones[0].from\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].from = Moment::replied; }) ==
        "milestone.from time.milestones[0].from\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].from = Moment::filed; }) ==
        "milestone.moments_same time.milestones[0].until\n");
  CHECK(faults_after([](TimeRules& time) {
          time.milestones[0].from = Moment::filed;
          time.milestones[0].until = Moment::reported;
        }) == "milestone.until time.milestones[0].until\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones[1].from = Moment::accepted; }) ==
        "milestone.moment_of_case time.milestones[1].from\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones[1].until = Moment::confirmed; }) ==
        "milestone.moment_of_case time.milestones[1].until\n");
  for (const Moment moment :
       {Moment::contacted, Moment::arrived, Moment::controlled, Moment::handled}) {
    CHECK(faults_after([&](TimeRules& time) { time.milestones[1].until = moment; }).empty());
  }
  CHECK(faults_after([](TimeRules& time) { time.milestones[2].from = Moment::filed; }) ==
        "milestone.due_from time.milestones[2].from\n");
}

TEST_CASE("roles are for clocks of orders, and extensions are counted from nothing") {
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].roles = {AssignmentRole::lead}; }) ==
        "milestone.roles time.milestones[0].roles\n");
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].extensions = 0; }).empty());
  CHECK(faults_after([](TimeRules& time) { time.milestones[0].extensions = -1; }) ==
        "milestone.extensions time.milestones[0].extensions\n");
}

TEST_CASE("a ladder goes up, within its ranges") {
  const auto ladder = [](std::vector<Rung> rungs) {
    return faults_after([&](TimeRules& time) { time.milestones[0].ladder = rungs; });
  };
  CHECK(ladder({{RungKind::remind, 0, -3660}, {RungKind::remind, 1000, 3660}}).empty());
  CHECK(ladder({{RungKind::remind, 100, 0}, {RungKind::escalate, 100, 0}}).empty());
  CHECK(ladder({{RungKind::remind, -1, 0}}) ==
        "milestone.rung_share time.milestones[0].ladder[0].share\n");
  CHECK(ladder({{RungKind::remind, 1001, 0}}) ==
        "milestone.rung_share time.milestones[0].ladder[0].share\n");
  CHECK(ladder({{RungKind::remind, 100, 3661}}) ==
        "milestone.rung_offset time.milestones[0].ladder[0].offset\n");
  CHECK(ladder({{RungKind::remind, 100, -3661}}) ==
        "milestone.rung_offset time.milestones[0].ladder[0].offset\n");
  CHECK(ladder({{RungKind::remind, 100, 0}, {RungKind::remind, 80, 5}}) ==
        "milestone.rung_order time.milestones[0].ladder[1]\n");
  CHECK(ladder({{RungKind::remind, 100, 0}, {RungKind::remind, 100, -1}}) ==
        "milestone.rung_order time.milestones[0].ladder[1]\n");
}

TEST_CASE("a milestone without a limit is worth a look, but not the one of the report's limit") {
  CHECK(faults_after([](TimeRules& time) { time.limits.erase(time.limits.begin()); }) ==
        "warning milestone.no_limit time.milestones[0]\n");
  CHECK(faults_after([](TimeRules& time) { time.limits[0].milestone = "due"; }) ==
        "warning milestone.no_limit time.milestones[0]\n"
        "limit.of_due time.limits[0].milestone\n");
}

TEST_CASE("a limit names what exists") {
  CHECK(faults_after([](TimeRules& time) {
          time.limits.push_back(time.limits[0]);
          time.limits[2].milestone = "sing";
        }) == "limit.milestone_unknown time.limits[2].milestone\n");
  CHECK(faults_after([](TimeRules& time) { time.limits[0].category = "99-99"; }) ==
        "limit.category_unknown time.limits[0].category\n");
  CHECK(faults_after([](TimeRules& time) { time.limits[0].calendar = "night"; }) ==
        "limit.calendar_unknown time.limits[0].calendar\n");
  CHECK(faults_after([](TimeRules& time) { time.calendars.clear(); }) ==
        "limit.no_calendar time.limits[0].within.unit\n");
}

TEST_CASE("a limit is at least something, and at most ten years in its kind of days") {
  const std::string fault = "limit.amount time.limits[0].within.value\n";
  const std::vector<std::pair<LimitUnit, std::int64_t>> most{
      {LimitUnit::urgent_minute, 3660 * 1440}, {LimitUnit::urgent_hour, 3660 * 24},
      {LimitUnit::calendar_day, 3660},         {LimitUnit::working_minute, 3660 * 480},
      {LimitUnit::working_hour, 3660 * 8},     {LimitUnit::working_day, 3660},
      {LimitUnit::end_of_working_day, 3660},
  };
  for (const auto& [unit, longest] : most) {
    CAPTURE(name(unit));
    CHECK(faults_of_amount(longest, unit).empty());
    CHECK(faults_of_amount(longest + 1, unit) == fault);
    CHECK(faults_of_amount(INT64_MAX, unit) == fault);
    CHECK(faults_of_amount(1, unit).empty());
    CHECK(faults_of_amount(0, unit) == (unit == LimitUnit::end_of_working_day ? "" : fault));
    CHECK(faults_of_amount(-1, unit) == fault);
  }
}

TEST_CASE("two limits of a milestone differ in the cases they are for") {
  CHECK(faults_after([](TimeRules& time) { time.limits.push_back(time.limits[0]); }) ==
        "limit.twice time.limits[2]\n");
  const std::vector<std::function<void(Limit&)>> edits{
      [](Limit& limit) { limit.milestone = "sign", limit.grade = "x"; },
      [](Limit& limit) { limit.category = "0404"; },
      [](Limit& limit) { limit.grade = "urgent"; },
      [](Limit& limit) { limit.request = RequestKind::help; },
      [](Limit& limit) { limit.mode = OperatingMode::emergency; },
      [](Limit& limit) { limit.channel = "hotline"; },
      [](Limit& limit) { limit.tier = Tier::village; }};
  for (const auto& edit : edits) {
    CHECK(faults_after([&](TimeRules& time) {
            time.limits.push_back(time.limits[0]);
            edit(time.limits[2]);
          }).empty());
  }
}

TEST_CASE("the light is yellow before it is red") {
  const auto shares = [](std::int32_t yellow, std::int32_t red) {
    return faults_after([&](TimeRules& time) {
      time.yellow_share = yellow;
      time.red_share = red;
    });
  };
  CHECK(shares(0, 0).empty());
  CHECK(shares(1000, 1000).empty());
  CHECK(shares(-1, 100) == "time.yellow_share time.yellow_share\n");
  CHECK(shares(81, 80) == "time.yellow_share time.yellow_share\n");
  CHECK(shares(80, 1001) == "time.red_share time.red_share\n");
}

TEST_CASE("departures from a limit keep their ranges") {
  const auto after = [](std::int32_t DeviationRules::*field, std::int32_t value) {
    return faults_after([&](TimeRules& time) { time.deviations.*field = value; });
  };
  struct Range {
    std::string name;
    std::int32_t DeviationRules::*field;
    std::int32_t low;
    std::int32_t high;
  };
  const std::vector<Range> ranges{
      {"longest_suspension_days", &DeviationRules::longest_suspension_days, 1, 3660},
      {"extension_share", &DeviationRules::extension_share, 1, 1000},
      {"extension_steps", &DeviationRules::extension_steps, 1, 2},
      {"appeal_reviewers", &DeviationRules::appeal_reviewers, 1, 2}};
  for (const auto& [name, field, low, high] : ranges) {
    const std::string fault = "deviations." + name + " time.deviations." + name + "\n";
    CHECK(after(field, low).empty());
    CHECK(after(field, high).empty());
    CHECK(after(field, low - 1) == fault);
    CHECK(after(field, high + 1) == fault);
  }
  CHECK(after(&DeviationRules::suspensions, 0).empty());
  CHECK(after(&DeviationRules::suspensions, -1) ==
        "deviations.suspensions time.deviations.suspensions\n");
}
