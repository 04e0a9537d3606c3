#include "model/calendar_check.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace gridcase::model {
namespace {

constexpr std::int32_t minutes_a_day = 1440;

bool exists(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return date::year_month_day{date::year{year}, date::month{static_cast<unsigned>(month)},
                              date::day{static_cast<unsigned>(day)}}
      .ok();
}

bool exists(Date date) {
  return date.year >= 1900 && date.year <= 2500 && exists(date.year, date.month, date.day);
}

// A leap year, so that 29 February may begin or end a season.
bool exists_in_some_year(int month, int day) { return exists(2000, month, day); }

bool has_windows(const WorkingWeek& week) {
  return std::any_of(week.begin(), week.end(), [](const auto& day) { return !day.empty(); });
}

// Faults of one document; codes begin with what it is: "calendar" or "holidays".
class Check {
public:
  Check(std::string_view what, std::vector<Fault>& faults) : what_(what), faults_(faults) {}

  void error(std::string_view code, std::string path, std::string message, std::string fix) {
    faults_.push_back({Severity::error, fmt::format("{}.{}", what_, code), std::move(path),
                       std::move(message), std::move(fix)});
  }

  void windows(const std::vector<Window>& windows, const std::string& path) {
    std::int32_t end = 0;
    for (std::size_t i = 0; i < windows.size(); ++i) {
      const Window window = windows[i];
      const std::string at = fmt::format("{}[{}]", path, i);
      if (window.from < 0 || window.until > minutes_a_day || window.from >= window.until) {
        error("window", at,
              fmt::format("the window from minute {} to minute {} is not a part of one day",
                          window.from, window.until),
              "let it begin before it ends, within 00:00 and 24:00; hours over midnight are two "
              "windows on two days");
      } else if (window.from < end) {
        error("window_order", at, "the window begins before the one before it ends",
              "put the windows of a day in ascending order, without overlap");
      }
      end = std::max(end, window.until);
    }
  }

  void week(const WorkingWeek& week, const std::string& path) {
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};  // as in the JSON form
    for (std::size_t i = 0; i < week.size(); ++i)
      windows(week[i], fmt::format("{}.{}", path, names[i]));
  }

  void days(const std::vector<SpecialDay>& days, const std::optional<Date>& until,
            const std::string& path) {
    const SpecialDay* before = nullptr;
    for (std::size_t i = 0; i < days.size(); ++i) {
      const std::string at = fmt::format("{}[{}]", path, i);
      day(days[i], until, at);
      if (before != nullptr) order(before->date, days[i].date, at + ".date");
      if (exists(days[i].date)) before = &days[i];
    }
  }

  void horizon(Date until, const std::string& path) {
    if (exists(until)) return;
    error("until", path, fmt::format("there is no day {}", format_date(until)),
          "name the first day that nothing is said about, such as \"2027-01-01\"");
  }

private:
  void day(const SpecialDay& day, const std::optional<Date>& until, const std::string& path) {
    if (!exists(day.date)) {
      error("day_date", path + ".date", fmt::format("there is no day {}", format_date(day.date)),
            "correct the date, or take the day out");
    } else if (until && exists(*until) && *until <= day.date) {
      error("day_past_until", path + ".date",
            fmt::format("{} is not before {}, from which on nothing is said", format_date(day.date),
                        format_date(*until)),
            "let \"until\" be the first day that nothing is said about");
    }
    if (!day.working && !day.windows.empty()) {
      error("day_windows", path + ".windows", "a day off has working hours",
            "make it a working day, or take the hours out");
    }
    windows(day.windows, path + ".windows");
  }

  void order(Date before, Date date, const std::string& path) {
    if (!exists(date) || before < date) return;
    error("day_order", path,
          before == date ? fmt::format("{} is there twice", format_date(date))
                         : fmt::format("{} comes after {}", format_date(date), format_date(before)),
          "list every day once, in ascending order");
  }

  std::string_view what_;
  std::vector<Fault>& faults_;
};

void check_season(Check& check, const Season& season, const std::string& path) {
  const auto day = [&](std::int32_t month, std::int32_t number, const char* key) {
    if (exists_in_some_year(month, number)) return;
    check.error("season", fmt::format("{}.{}", path, key),
                fmt::format("no year has a day {} of month {}", number, month),
                "name a month from 1 to 12 and a day that it has");
  };
  day(season.from_month, season.from_day, "from");
  day(season.until_month, season.until_day, "until");
  if (season.from_month == season.until_month && season.from_day == season.until_day) {
    check.error("season", path, "the season ends on the day it begins",
                "let it end on the first day after it; hours of the whole year belong in \"week\"");
  }
  check.week(season.week, path + ".week");
}

bool ever_works(const Calendar& calendar) {
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; exists_in_some_year(month, day); ++day) {
      if (has_windows(week_on(calendar, month, day))) return true;
    }
  }
  return false;
}

void check_names(Check& check, const Calendar& calendar, const std::vector<HolidayTable>& holidays,
                 std::string_view zone, const std::string& path) {
  const std::string_view own = calendar.time_zone.empty() ? zone : calendar.time_zone;
  if (!zone_exists(own)) {
    check.error("zone_unknown", path + ".time_zone",
                fmt::format("the system knows no time zone \"{}\"", own),
                "use a name of the IANA database, such as \"Asia/Shanghai\"");
  }
  const bool found = std::any_of(holidays.begin(), holidays.end(), [&](const HolidayTable& table) {
    return table.code == calendar.holidays;
  });
  if (!calendar.holidays.empty() && !found) {
    check.error("holidays_unknown", path + ".holidays",
                fmt::format("there is no holiday table \"{}\"", calendar.holidays),
                "add the table, or name one that is there");
  }
}

}  // namespace

const WorkingWeek& week_on(const Calendar& calendar, int month, int day) {
  const int at = month * 100 + day;
  for (const Season& season : calendar.seasons) {
    const int from = season.from_month * 100 + season.from_day;
    const int until = season.until_month * 100 + season.until_day;
    const bool over_new_year = until < from;
    if (over_new_year ? (from <= at || at < until) : (from <= at && at < until)) return season.week;
  }
  return calendar.week;
}

void check_calendar(const Calendar& calendar, const std::vector<HolidayTable>& holidays,
                    std::string_view zone, const std::string& path, std::vector<Fault>& faults) {
  Check check("calendar", faults);
  check_names(check, calendar, holidays, zone, path);
  check.week(calendar.week, path + ".week");
  for (std::size_t i = 0; i < calendar.seasons.size(); ++i)
    check_season(check, calendar.seasons[i], fmt::format("{}.seasons[{}]", path, i));
  check.days(calendar.days, calendar.until, path + ".days");
  if (calendar.until) check.horizon(*calendar.until, path + ".until");
  if (calendar.day_minutes < 1 || calendar.day_minutes > minutes_a_day) {
    check.error("day_minutes", path + ".day_minutes",
                fmt::format("a working day of {} minutes", calendar.day_minutes),
                "give the working time that a working day stands for, 1 to 1440 minutes");
  }
  if (!ever_works(calendar)) {
    check.error("never_works", path + ".week",
                "nobody ever works: a limit in working time would never end",
                "give at least one day of the week working hours");
  }
}

void check_holidays(const HolidayTable& table, const std::string& path,
                    std::vector<Fault>& faults) {
  Check check("holidays", faults);
  check.horizon(table.until, path + ".until");
  check.days(table.days, table.until, path + ".days");
}

}  // namespace gridcase::model
