#include "support/environment.hpp"
#include "support/organizations.hpp"

#include <gridcase/csv.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/policy.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const Instant stamp = parse_instant("2018-03-16T08:30:00.25+08:00");

std::string written(const HolidayTable& table) {
  std::ostringstream out;
  write_holidays_icalendar(out, table, stamp);
  return out.str();
}

HolidayTable read_back(const std::string& text, const ICalendarRules& rules = {}) {
  std::istringstream in(text);
  return read_holidays_icalendar(in, rules);
}

std::string calendar(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\n" + lines + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n";
}

std::string trouble(const std::string& text, const ICalendarRules& rules = {}) {
  try {
    read_back(text, rules);
  } catch (const DocumentError& error) {
    std::string all;
    for (const Fault& fault : error.faults())
      all += fault.code + " " + fault.path + "\n";
    return all;
  }
  return "";
}

// The one JSON form of a table says whether two are the same.
void check_same(const HolidayTable& a, const HolidayTable& b) {
  CHECK(write_holidays(a) == write_holidays(b));
}

ICalendarRules all_off() {
  ICalendarRules rules;
  rules.code = "x";
  rules.working = [](const ICalendarEvent&) { return false; };
  return rules;
}

HolidayTable sample() {
  HolidayTable table;
  table.code = "cn";
  table.name = "节假日; 一, 二\\三\n四";
  table.source = "https://example.org/x?a=1;b=2";
  table.until = {2019, 1, 1};
  table.days = {
      {{2018, 2, 11}, true, "春节", {{480, 720}, {840, 1080}}},
      {{2018, 2, 28}, false, "", {}},
      {{2018, 12, 31}, false, std::string(40, 'x') + "、中秋节、国庆节、清明节、端午节、元旦", {}}};
  return table;
}

}  // namespace

TEST_CASE("a table comes back as it was") {
  check_same(read_back(written(sample())), sample());
  HolidayTable empty;
  empty.code = "e";
  empty.until = {2019, 1, 1};
  check_same(read_back(written(empty)), empty);
}

TEST_CASE("what is written is what other programs read") {
  const std::string text = written(sample());
  CHECK(text.find("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") == 0);
  CHECK(text.find("UID:cn-20180228@holidays.gridcase\r\nDTSTAMP:20180316T003000Z\r\n"
                  "DTSTART;VALUE=DATE:20180228\r\nDTEND;VALUE=DATE:20180301\r\n"
                  "CATEGORIES:HOLIDAY\r\nTRANSP:TRANSPARENT\r\nX-GRIDCASE-KIND:holiday\r\n") !=
        std::string::npos);
  CHECK(text.find("DTEND;VALUE=DATE:20190101") != std::string::npos);
  CHECK(text.find("NAME:节假日\\; 一\\, 二\\\\三\\n四\r\n") != std::string::npos);
  std::istringstream lines(text);
  bool folded = false;
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.back() == '\r');
    CHECK(line.size() <= 76);
    folded = folded || line.front() == ' ';
    // Never within a character.
    CHECK((static_cast<unsigned char>(line[line.front() == ' ' ? 1 : 0]) & 0xC0U) != 0x80U);
  }
  CHECK(folded);
}

TEST_CASE("lines folded within a character, LF alone and capitals are read") {
  std::string text = written(sample());
  std::string folded = "\xEF\xBB\xBF";
  for (const char c : text) {
    if (c == '\r') continue;
    folded += c;
    if (c != '\n' && folded.size() % 7 == 0) folded += "\n ";
  }
  check_same(read_back(folded), sample());
  const std::string lower = calendar("begin:VEVENT\ndtstart;value=DATE:20180101\n"
                                     "x-gridcase-kind:holiday\nend:VEVENT\n");
  CHECK(read_back(lower).days.size() == 1);
}

TEST_CASE("calendars of others are read by a rule") {
  const std::string text = calendar(
      "X-WR-CALNAME:Days\r\nBEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
      "END:STANDARD\r\nEND:VTIMEZONE\r\n" +
      event("UID:1\r\nDTSTART;VALUE=DATE:20180501\r\nDTEND;VALUE=DATE:20180504\r\nSUMMARY:劳动节 "
            "休\r\n"
            "BEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\n") +
      event("DTSTART;VALUE=DATE:20180428\r\nSUMMARY:劳动节 班\r\nCATEGORIES:a\\,b,c\r\n") +
      event("DTSTART;VALUE=DATE:20180601\r\nDURATION:P1W\r\nSUMMARY:Week\r\n") +
      event("DTSTART;TZID=\"a;b:c\":20180701T080000\r\nSUMMARY:Meeting\r\n") +
      event("DTSTART;VALUE=DATE:20180801\r\nSTATUS:CANCELLED\r\nSUMMARY:Gone 休\r\n"));
  ICalendarRules rules;
  rules.code = "other";
  rules.working = [](const ICalendarEvent& event) -> std::optional<bool> {
    if (event.summary == "Meeting") {
      CHECK_FALSE(event.all_day);
      return std::nullopt;
    }
    if (event.summary == "劳动节 班") {
      CHECK(event.categories == std::vector<std::string>{"a,b", "c"});
      CHECK(event.first == Date{2018, 4, 28});
      CHECK(event.until == Date{2018, 4, 29});
      return true;
    }
    return false;
  };
  const HolidayTable table = read_back(text, rules);
  CHECK(table.code == "other");
  CHECK(table.name == "Days");
  CHECK(table.until == Date{2019, 1, 1});
  REQUIRE(table.days.size() == 11);
  CHECK(table.days[0].working);
  CHECK(table.days[0].date == Date{2018, 4, 28});
  CHECK(table.days[3].date == Date{2018, 5, 3});
  CHECK(table.days[10].date == Date{2018, 6, 7});
  rules.until = Date{2020, 1, 1};
  CHECK(read_back(text, rules).until == Date{2020, 1, 1});
  CHECK(trouble(text).find("icalendar.kind line ") == 0);
}

TEST_CASE("days that fall together keep all names, and no day is off and worked") {
  const std::string first =
      event("DTSTART:20180924\r\nSUMMARY:中秋节\r\nX-GRIDCASE-KIND:holiday\r\n");
  const std::string second =
      event("DTSTART:20180924\r\nSUMMARY:国庆节\r\nX-GRIDCASE-KIND:holiday\r\n");
  const std::string worked = event("DTSTART:20180924\r\nX-GRIDCASE-KIND:workday\r\n");
  CHECK(read_back(calendar(first + second + first)).days.size() == 1);
  CHECK(read_back(calendar(first + second)).days[0].name == "中秋节、国庆节");
  CHECK(trouble(calendar(first + worked)) == "icalendar.day_twice line 7\n");
}

TEST_CASE("all faults are named, each with its line") {
  CHECK(trouble(calendar("nonsense\r\n" + event("DTSTART:20180230\r\n") +
                         event("DTSTART:20180301T080000\r\n") +
                         event("DTSTART:20180301\r\nDTEND:20180301\r\n") +
                         event("DTSTART:20180301\r\nRRULE:FREQ=YEARLY\r\n") +
                         event("DTSTART:20180301\r\nX-GRIDCASE-KIND:maybe\r\n") +
                         event("DTSTART:20180301\r\nDURATION:PT1H\r\n")),
                all_off()) ==
        "icalendar.line line 2\nicalendar.date line 3\nicalendar.time_of_day line 6\n"
        "icalendar.length line 9\nicalendar.recurrence line 13\nicalendar.kind line 17\n"
        "icalendar.date line 21\n");
  CHECK(trouble("") == "icalendar.form line 1\n");
  CHECK(trouble("BEGIN:VCALENDAR\r\n").find("icalendar.form") == 0);
  CHECK(trouble("hello") != "");
  CHECK(trouble(calendar("END:VEVENT\r\n")) == "icalendar.form line 2\n");
  CHECK(trouble(calendar("X-A:\xFF\r\n")) == "icalendar.line line 2\n");
  CHECK(trouble(calendar("X-A:" + std::string(70'000, 'x') + "\r\nNAME:y\r\n")) ==
        "icalendar.line line 2\n");
  CHECK(trouble(calendar("X-GRIDCASE-UNTIL:2018\r\n")) == "icalendar.date line 2\n");
  const std::string hours = "DTSTART:20180301\r\nX-GRIDCASE-KIND:workday\r\nX-GRIDCASE-HOURS:";
  for (const char* bad : {"8:00-12:00", "08:00", "08:00-12:00,", "08:61-12:00", "08:00-25:00"})
    CHECK(trouble(calendar(event(hours + bad + "\r\n"))) == "icalendar.hours line 2\n");
  // Not without end.
  std::string many;
  for (int i = 0; i < 500; ++i)
    many += "x\r\n";
  CHECK(std::count_if(many.begin(), many.end(), [](char c) { return c == 'x'; }) == 500);
  const std::string all = trouble(calendar(many));
  CHECK(std::count(all.begin(), all.end(), '\n') == 100);
}

TEST_CASE("what cannot be written is refused") {
  HolidayTable table = sample();
  table.name = "a\x01";
  CHECK_THROWS_AS(written(table), Error);
  table.name = "\xFF";
  CHECK_THROWS_AS(written(table), Error);
  table = sample();
  table.days[0].date = {2018, 2, 30};
  CHECK_THROWS_AS(written(table), Error);
  table = sample();
  table.until = {};
  CHECK_THROWS_AS(written(table), Error);
}

TEST_CASE("the table that is shipped goes through unchanged") {
  const HolidayTable table =
      read_holidays(read_file(std::string(GRIDCASE_TESTS_DIR) + "/../examples/holidays/cn.json"));
  CHECK(table.days.size() > 400);
  check_same(read_back(written(table)), table);
}

TEST_CASE("the second table of China's holidays goes from CSV to iCalendar and back") {
  if (data_folder().empty()) {
    MESSAGE("skipped: set GRIDCASE_DATA to the folder of the real data");
    return;
  }
  std::istringstream in(read_file(data_folder() + "/calendar/cn_holidays_2018_2026.csv"));
  CsvReader reader(in);
  CsvRecord record;
  REQUIRE(reader.next(record));
  HolidayTable table;
  table.code = "cn2";
  table.until = {2027, 1, 1};
  while (reader.next(record)) {
    REQUIRE(record.fields.size() == 3);
    table.days.push_back(
        {parse_date(record.fields[0]), record.fields[1] == "workday", record.fields[2], {}});
  }
  CHECK(table.days.size() > 250);
  check_same(read_back(written(table)), table);
}

TEST_CASE("a calendar that says nothing is refused, unless it says until when") {
  const auto calendar = [](const std::string& line) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + line + "END:VCALENDAR\r\n";
  };
  try {
    (void)read_back(calendar(""));
    FAIL("it was taken");
  } catch (const DocumentError& error) {
    CHECK(error.faults().front().code == "icalendar.empty");
  }
  CHECK(read_back(calendar("X-GRIDCASE-UNTIL:20190101\r\n")).until == Date{2019, 1, 1});
  ICalendarRules rules;
  rules.until = Date{2019, 1, 1};
  CHECK(read_back(calendar(""), rules).days.empty());
}
