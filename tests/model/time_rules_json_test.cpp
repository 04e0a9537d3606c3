#include "support/organizations.hpp"

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using namespace gridcase;
using gridcase::test::Dice;

namespace {

// ---- equality, field by field ------------------------------------------------------------------

template <typename Item, typename Same>
bool all_same(const std::vector<Item>& a, const std::vector<Item>& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same(const SpecialDay& a, const SpecialDay& b) {
  return std::tie(a.date, a.working, a.name, a.windows) ==
         std::tie(b.date, b.working, b.name, b.windows);
}

bool same(const std::vector<SpecialDay>& a, const std::vector<SpecialDay>& b) {
  return all_same(a, b, [](const SpecialDay& x, const SpecialDay& y) { return same(x, y); });
}

bool same(const HolidayTable& a, const HolidayTable& b) {
  return std::tie(a.code, a.name, a.source, a.until) ==
             std::tie(b.code, b.name, b.source, b.until) &&
         same(a.days, b.days);
}

bool same(const Season& a, const Season& b) {
  return std::tie(a.name, a.from_month, a.from_day, a.until_month, a.until_day, a.week) ==
         std::tie(b.name, b.from_month, b.from_day, b.until_month, b.until_day, b.week);
}

bool same(const Calendar& a, const Calendar& b) {
  return std::tie(a.code, a.name, a.time_zone, a.week, a.holidays, a.until, a.day_minutes,
                  a.units) == std::tie(b.code, b.name, b.time_zone, b.week, b.holidays, b.until,
                                       b.day_minutes, b.units) &&
         same(a.days, b.days) &&
         all_same(a.seasons, b.seasons,
                  [](const Season& x, const Season& y) { return same(x, y); });
}

bool same(const Milestone& a, const Milestone& b) {
  return std::tie(a.code, a.name, a.each_order, a.roles, a.from, a.until, a.extensions,
                  a.restart_on_transfer, a.restart_on_rework, a.hold_for_reporter) ==
             std::tie(b.code, b.name, b.each_order, b.roles, b.from, b.until, b.extensions,
                      b.restart_on_transfer, b.restart_on_rework, b.hold_for_reporter) &&
         all_same(a.ladder, b.ladder, [](const Rung& x, const Rung& y) {
           return std::tie(x.kind, x.share, x.offset) == std::tie(y.kind, y.share, y.offset);
         });
}

bool same(const Limit& a, const Limit& b) {
  return std::tie(a.milestone, a.category, a.grade, a.request, a.channel, a.tier, a.mode, a.within,
                  a.calendar) == std::tie(b.milestone, b.category, b.grade, b.request, b.channel,
                                          b.tier, b.mode, b.within, b.calendar);
}

bool same(const DeviationRules& a, const DeviationRules& b) {
  return std::tie(a.suspensions, a.longest_suspension_days, a.extension_share, a.extension_steps,
                  a.appeal_reviewers) == std::tie(b.suspensions, b.longest_suspension_days,
                                                  b.extension_share, b.extension_steps,
                                                  b.appeal_reviewers);
}

bool same(const TimeRules& a, const TimeRules& b) {
  const auto each = [](const auto& x, const auto& y) { return same(x, y); };
  return all_same(a.holidays, b.holidays, each) && all_same(a.calendars, b.calendars, each) &&
         all_same(a.milestones, b.milestones, each) && all_same(a.limits, b.limits, each) &&
         a.yellow_share == b.yellow_share && a.red_share == b.red_share &&
         same(a.deviations, b.deviations);
}

// ---- random rules ------------------------------------------------------------------------------

std::int32_t number(Dice& dice, std::size_t low, std::size_t high) {
  return static_cast<std::int32_t>(dice.between(low, high));
}

std::string word(Dice& dice) {
  static const std::vector<std::string> words{"", "cn", "\"春节\"", "a\nb", "sz", "\\"};
  return dice.pick(words);
}

template <typename Item, typename Make> std::vector<Item> some(Dice& dice, Make make) {
  std::vector<Item> items;
  for (std::size_t i = dice.below(4); i > 0; --i)
    items.push_back(make());
  return items;
}

std::vector<Window> windows(Dice& dice) {
  return some<Window>(dice, [&] { return Window{number(dice, 0, 1440), number(dice, 0, 1440)}; });
}

WorkingWeek week(Dice& dice) {
  WorkingWeek week;
  for (auto& day : week)
    day = windows(dice);
  return week;
}

Date date(Dice& dice) {
  return {static_cast<std::int16_t>(dice.between(std::size_t{2000}, std::size_t{2100})),
          static_cast<std::uint8_t>(dice.between(std::size_t{1}, std::size_t{12})),
          static_cast<std::uint8_t>(dice.between(std::size_t{1}, std::size_t{28}))};
}

std::vector<SpecialDay> days(Dice& dice) {
  return some<SpecialDay>(dice, [&] {
    return SpecialDay{date(dice), dice.chance(50), word(dice), windows(dice)};
  });
}

HolidayTable holidays(Dice& dice) {
  return {"h" + word(dice), word(dice), word(dice), date(dice), days(dice)};
}

Calendar calendar(Dice& dice) {
  Calendar calendar;
  calendar.code = "c" + word(dice);
  calendar.name = word(dice);
  calendar.time_zone = word(dice);
  calendar.week = week(dice);
  calendar.seasons = some<Season>(dice, [&] {
    return Season{word(dice),          number(dice, 1, 12), number(dice, 1, 31),
                  number(dice, 1, 12), number(dice, 1, 31), week(dice)};
  });
  calendar.holidays = word(dice);
  calendar.days = days(dice);
  if (dice.chance(50)) calendar.until = date(dice);
  calendar.day_minutes = number(dice, 0, 1440);
  calendar.units = some<std::string>(dice, [&] { return word(dice); });
  return calendar;
}

Milestone milestone(Dice& dice) {
  Milestone milestone;
  milestone.code = "m" + word(dice);
  milestone.name = word(dice);
  milestone.each_order = dice.chance(50);
  milestone.roles =
      some<AssignmentRole>(dice, [&] { return static_cast<AssignmentRole>(number(dice, 1, 5)); });
  milestone.from = static_cast<Moment>(number(dice, 1, 13));
  milestone.until = static_cast<Moment>(number(dice, 1, 13));
  milestone.ladder = some<Rung>(dice, [&] {
    return Rung{static_cast<RungKind>(number(dice, 1, 3)), number(dice, 0, 1000),
                number(dice, 0, 200) - 100};
  });
  milestone.extensions = number(dice, 0, 5);
  milestone.restart_on_transfer = dice.chance(50);
  milestone.restart_on_rework = dice.chance(50);
  milestone.hold_for_reporter = dice.chance(50);
  return milestone;
}

Limit limit(Dice& dice) {
  Limit limit;
  limit.milestone = "m" + word(dice);
  limit.category = word(dice);
  limit.grade = word(dice);
  limit.request = static_cast<RequestKind>(dice.below(6));
  limit.channel = word(dice);
  if (dice.chance(50)) limit.tier = static_cast<Tier>(number(dice, 1, 3));
  if (dice.chance(50)) limit.mode = static_cast<OperatingMode>(number(dice, 1, 2));
  limit.within = {static_cast<std::int64_t>(dice.below(10'000'000'000)) - 10,
                  static_cast<LimitUnit>(number(dice, 1, 7))};
  limit.calendar = word(dice);
  return limit;
}

TimeRules time_rules(Dice& dice) {
  TimeRules time;
  time.holidays = some<HolidayTable>(dice, [&] { return holidays(dice); });
  time.calendars = some<Calendar>(dice, [&] { return calendar(dice); });
  time.milestones = some<Milestone>(dice, [&] { return milestone(dice); });
  time.limits = some<Limit>(dice, [&] { return limit(dice); });
  if (dice.chance(50)) time.yellow_share = number(dice, 0, 1000);
  if (dice.chance(50)) time.red_share = number(dice, 0, 1000);
  if (dice.chance(50)) {
    time.deviations = {number(dice, 0, 9), number(dice, 0, 999), number(dice, 0, 999),
                       number(dice, 0, 9), number(dice, 0, 9)};
  }
  return time;
}

// ---- documents ---------------------------------------------------------------------------------

std::string with_time(const std::string& time) {
  return R"({"time":)" + time +
         R"(,"organization":{"code":"330881","name":"江山市","time_zone":"Asia/Shanghai"}})";
}

std::string paths_of_faults(const std::string& time) {
  try {
    (void)read_policy(with_time(time));
  } catch (const DocumentError& error) {
    std::string text;
    for (const Fault& fault : error.faults()) {
      CHECK_FALSE(fault.message.empty());
      CHECK_FALSE(fault.fix.empty());
      text += fault.code + " " + fault.path + "\n";
    }
    return text;
  }
  return "none";
}

// Every key there is, once.
const char* const complete = R"({
  "holidays": [{"code": "cn", "name": "国家法定节假日", "source": "国办发明电〔2017〕12号",
    "until": "2019-01-01",
    "days": [{"date": "2018-02-16", "name": "春节"},
             {"date": "2018-02-24", "working": true, "name": "春节", "windows": [["08:30", "12:00"]]}]}],
  "calendars": [{"code": "office", "name": "机关", "time_zone": "Asia/Shanghai",
    "week": {"mon": [["08:00", "12:00"], ["14:00", "17:30"]], "sun": [["00:00", "24:00"]]},
    "seasons": [{"name": "夏令", "from": "06-01", "until": "10-01", "week": {"tue": [["08:00", "11:30"]]}}],
    "holidays": "cn", "days": [{"date": "2018-05-09"}], "until": "2018-12-01",
    "day_minutes": 450, "units": ["sz", "jj"]}],
  "milestones": [{"code": "sign", "name": "签收", "each_order": true, "roles": ["lead", "assist"],
    "from": "dispatched", "until": "signed_for",
    "ladder": [{"kind": "remind", "share": 80, "offset": -2}, {"kind": "supervise", "share": 100}],
    "extensions": 1, "restart_on_transfer": true, "restart_on_rework": false,
    "hold_for_reporter": true}],
  "limits": [{"milestone": "sign", "category": "0404", "grade": "urgent", "request": "help",
    "channel": "hotline", "tier": "county", "mode": "emergency", "within": {"value": 4, "unit": "working_hour"},
    "calendar": "office"}],
  "yellow_share": 70, "red_share": 95,
  "deviations": {"suspensions": 2, "longest_suspension_days": 30, "extension_share": 50,
    "extension_steps": 1, "appeal_reviewers": 1}})";

}  // namespace

TEST_CASE("rules about time read back as they were written, whatever they are") {
  Dice dice(11);
  for (int i = 0; i < 1000; ++i) {
    Policy policy;
    policy.organization = test::small_organization();
    policy.time = time_rules(dice);
    const std::string written = write_policy(policy);
    const Policy read = read_policy(written);
    REQUIRE(same(read.time, policy.time));
    REQUIRE(write_policy(read) == written);
  }
}

TEST_CASE("every key of the rules about time ends where it belongs") {
  const TimeRules time = read_policy(with_time(complete)).time;
  TimeRules expected;
  expected.holidays = {
      {"cn",
       "国家法定节假日",
       "国办发明电〔2017〕12号",
       {2019, 1, 1},
       {{{2018, 2, 16}, false, "春节", {}}, {{2018, 2, 24}, true, "春节", {{510, 720}}}}}};
  Calendar office;
  office.code = "office";
  office.name = "机关";
  office.time_zone = "Asia/Shanghai";
  office.week[0] = {{480, 720}, {840, 1050}};
  office.week[6] = {{0, 1440}};
  office.seasons = {{"夏令", 6, 1, 10, 1, {}}};
  office.seasons[0].week[1] = {{480, 690}};
  office.holidays = "cn";
  office.days = {{{2018, 5, 9}, false, "", {}}};
  office.until = Date{2018, 12, 1};
  office.day_minutes = 450;
  office.units = {"sz", "jj"};
  expected.calendars = {office};
  Milestone sign;
  sign.code = "sign";
  sign.name = "签收";
  sign.each_order = true;
  sign.roles = {AssignmentRole::lead, AssignmentRole::assist};
  sign.from = Moment::dispatched;
  sign.until = Moment::signed_for;
  sign.ladder = {{RungKind::remind, 80, -2}, {RungKind::supervise, 100, 0}};
  sign.extensions = 1;
  sign.restart_on_transfer = true;
  sign.restart_on_rework = false;
  sign.hold_for_reporter = true;
  expected.milestones = {sign};
  expected.limits = {{"sign", "0404", "urgent", RequestKind::help, "hotline", Tier::county,
                      OperatingMode::emergency, Amount{4, LimitUnit::working_hour}, "office"}};
  expected.yellow_share = 70;
  expected.red_share = 95;
  expected.deviations = {2, 30, 50, 1, 1};
  CHECK(same(time, expected));
}

TEST_CASE("a policy without rules about time writes none, and one with a single rule does") {
  Policy policy;
  policy.organization = test::small_organization();
  CHECK(write_policy(policy).find("\"time\"") == std::string::npos);
  policy.time.deviations.suspensions = 3;
  CHECK(write_policy(policy).find("\"time\"") != std::string::npos);
  CHECK(same(read_policy(with_time("{}")).time, TimeRules{}));
  CHECK(same(read_policy(with_time("null")).time, TimeRules{}));
}

TEST_CASE("every fault of form in the rules about time is named with its whole path") {
  CHECK(paths_of_faults(
            R"({"calendars":[{"code":"a","week":{"mon":[["08:00","12:00"],["8:00","12:00"]],
    "mon-fri":[]}}]})") == "json.window time.calendars[0].week.mon[1]\n"
                           "json.unknown_key time.calendars[0].week.mon-fri\n");
  CHECK(paths_of_faults(R"({"calendars":[{"code":"a","seasons":[{"from":"13-01","week":{}}]}]})") ==
        "json.day_of_year time.calendars[0].seasons[0].from\n"
        "json.missing time.calendars[0].seasons[0].until\n");
  CHECK(paths_of_faults(R"({"holidays":[{"days":[{"date":"2018-02-30"}]}]})") ==
        "json.missing time.holidays[0].code\n"
        "json.missing time.holidays[0].until\n"
        "json.date time.holidays[0].days[0].date\n");
  CHECK(paths_of_faults(R"({"milestones":[{"code":"a","roles":["lead","boss"],"from":"repotred",
    "ladder":[{"kind":"shout"}]}]})") == "json.unknown_word time.milestones[0].roles[1]\n"
                                         "json.unknown_word time.milestones[0].from\n"
                                         "json.unknown_word time.milestones[0].ladder[0].kind\n");
  CHECK(paths_of_faults(R"({"limits":[{"milestone":"a","within":{"value":1.5,"unit":"hours"}},
    {"milestone":"a"}]})") == "json.type time.limits[0].within.value\n"
                              "json.unknown_word time.limits[0].within.unit\n"
                              "json.missing time.limits[1].within\n");
  CHECK(paths_of_faults(R"({"limits":[{"milestone":"a","mode":"war",
    "within":{"value":1,"unit":"urgent_hour"}}]})") == "json.unknown_word time.limits[0].mode\n");
  CHECK(paths_of_faults(R"({"deviations":{"suspension":1},"yelow_share":80})") ==
        "json.unknown_key time.deviations.suspension\n"
        "json.unknown_key time.yelow_share\n");
}

TEST_CASE("hours are two digits each and end with the day") {
  const auto takes = [](const std::string& hours) {
    return paths_of_faults(R"({"calendars":[{"code":"a","week":{"mon":[)" + hours + "]}}]}") ==
           "none";
  };
  CHECK(takes(R"(["00:00","24:00"])"));
  CHECK(takes(R"(["23:59","24:00"])"));
  for (const char* hours :
       {R"(["00:00","24:01"])", R"(["00:00","25:00"])", R"(["08:60","09:00"])", R"(["08:00"])",
        R"(["08:00","9:00"])", R"(["08.00","09:00"])", R"(["-1:00","09:00"])", R"([480,720])",
        R"(["08:00","09:00","10:00"])", R"("08:00")"}) {
    CAPTURE(hours);
    CHECK_FALSE(takes(hours));
  }
}

TEST_CASE("a holiday table by itself has the form it has in a policy") {
  Dice dice(12);
  for (int i = 0; i < 200; ++i) {
    const HolidayTable table = holidays(dice);
    const std::string written = write_holidays(table);
    REQUIRE(same(read_holidays(written), table));
    REQUIRE(paths_of_faults(R"({"holidays":[)" + written + "]}") == "none");
  }
  try {
    (void)read_holidays(R"({"code":"cn","until":"2019-01-01","days":[{"dat":"2018-02-16"}]})");
    FAIL("read");
  } catch (const DocumentError& error) {
    REQUIRE(error.faults().size() == 2);
    CHECK(error.faults()[0].path == "days[0].date");
    CHECK(error.faults()[1].path == "days[0].dat");
  }
}
