#include "model/calendar_json.hpp"

#include "model/date_json.hpp"

#include <gridcase/error.hpp>
#include <gridcase/policy.hpp>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <fmt/format.h>

namespace gridcase::model {
namespace {

namespace json = boost::json;
using base::JsonWriter;
using base::ObjectReader;

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// ---- reading -----------------------------------------------------------------------------------

// Two numbers of two digits each: "08:30", "06-01".
std::optional<std::pair<std::int32_t, std::int32_t>> two_numbers(std::string_view text, char mark) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != mark) return std::nullopt;
  if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return std::make_pair(number(0), number(3));
}

bool minute_from(const json::value& value, std::int32_t& out) {
  const json::string* text = value.if_string();
  if (text == nullptr) return false;
  const auto time = two_numbers({text->data(), text->size()}, ':');
  if (!time || time->second > 59) return false;
  out = time->first * 60 + time->second;
  return out <= 1440;
}

bool window_from(const json::value& value, Window& out) {
  const json::array* pair = value.if_array();
  return pair != nullptr && pair->size() == 2 && minute_from((*pair)[0], out.from) &&
         minute_from((*pair)[1], out.until);
}

void read_windows(ObjectReader& in, std::string_view key, std::vector<Window>& out) {
  const json::array* windows = in.array(key);
  if (windows == nullptr) return;
  out.resize(windows->size());
  for (std::size_t i = 0; i < windows->size(); ++i) {
    if (window_from((*windows)[i], out[i])) continue;
    in.fault(fmt::format("{}[{}]", key, i), "json.window", "these are no hours",
             R"(write a list of two times from "00:00" to "24:00", such as ["08:00", "12:00"])");
  }
}

void read_week(ObjectReader& in, WorkingWeek& week) {
  in.with_object("week", [&](ObjectReader& days) {
    for (std::size_t i = 0; i < weekdays.size(); ++i)
      read_windows(days, weekdays[i], week[i]);
  });
}

void read_day_of_year(ObjectReader& in, std::string_view key, std::int32_t& month,
                      std::int32_t& day) {
  std::string text;
  in.require(key);
  in.read(key, text);
  if (text.empty()) return;
  const auto date = two_numbers(text, '-');
  if (date && date->first >= 1 && date->first <= 12 && date->second >= 1 && date->second <= 31) {
    month = date->first;
    day = date->second;
  } else {
    in.fault(key, "json.day_of_year", "this is no day of the year",
             "write month-day, such as 06-01");
  }
}

void read_days(ObjectReader& in, std::vector<SpecialDay>& days) {
  in.each_object("days", [&](ObjectReader& item) {
    SpecialDay& day = days.emplace_back();
    read_required_date(item, "date", day.date);
    item.read("working", day.working);
    item.read("name", day.name);
    read_windows(item, "windows", day.windows);
  });
}

void read_season(ObjectReader& in, Season& season) {
  in.read("name", season.name);
  read_day_of_year(in, "from", season.from_month, season.from_day);
  read_day_of_year(in, "until", season.until_month, season.until_day);
  read_week(in, season.week);
}

// ---- writing -----------------------------------------------------------------------------------

std::string minute_text(std::int32_t minute) {
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

void write_windows(JsonWriter& out, std::string_view key, const std::vector<Window>& windows) {
  if (windows.empty()) return;
  out.key(key).begin_array();
  for (const Window& window : windows) {
    out.begin_array().value(minute_text(window.from)).value(minute_text(window.until)).end_array();
  }
  out.end_array();
}

void write_week(JsonWriter& out, const WorkingWeek& week) {
  out.key("week").begin_object();
  for (std::size_t i = 0; i < weekdays.size(); ++i)
    write_windows(out, weekdays[i], week[i]);
  out.end_object();
}

void write_days(JsonWriter& out, const std::vector<SpecialDay>& days) {
  if (days.empty()) return;
  out.key("days").begin_array();
  for (const SpecialDay& day : days) {
    out.begin_object().field("date", format_date(day.date));
    out.field_if("working", day.working);
    out.field_if("name", day.name);
    write_windows(out, "windows", day.windows);
    out.end_object();
  }
  out.end_array();
}

void write_season(JsonWriter& out, const Season& season) {
  out.begin_object().field_if("name", season.name);
  out.field("from", fmt::format("{:02}-{:02}", season.from_month, season.from_day));
  out.field("until", fmt::format("{:02}-{:02}", season.until_month, season.until_day));
  write_week(out, season.week);
  out.end_object();
}

}  // namespace

void read_holidays(ObjectReader& in, HolidayTable& table) {
  in.require("code");
  in.read("code", table.code);
  in.read("name", table.name);
  in.read("source", table.source);
  read_required_date(in, "until", table.until);
  read_days(in, table.days);
}

void write_holidays(JsonWriter& out, const HolidayTable& table) {
  out.begin_object().field("code", table.code);
  out.field_if("name", table.name);
  out.field_if("source", table.source);
  out.field("until", format_date(table.until));
  write_days(out, table.days);
  out.end_object();
}

void read_calendar(ObjectReader& in, Calendar& calendar) {
  in.require("code");
  in.read("code", calendar.code);
  in.read("name", calendar.name);
  in.read("time_zone", calendar.time_zone);
  read_week(in, calendar.week);
  in.each_object("seasons",
                 [&](ObjectReader& item) { read_season(item, calendar.seasons.emplace_back()); });
  in.read("holidays", calendar.holidays);
  read_days(in, calendar.days);
  read_date(in, "until", calendar.until);
  in.read("day_minutes", calendar.day_minutes);
  in.read("units", calendar.units);
}

void write_calendar(JsonWriter& out, const Calendar& calendar) {
  out.begin_object().field("code", calendar.code);
  out.field_if("name", calendar.name);
  out.field_if("time_zone", calendar.time_zone);
  write_week(out, calendar.week);
  if (!calendar.seasons.empty()) {
    out.key("seasons").begin_array();
    for (const Season& season : calendar.seasons)
      write_season(out, season);
    out.end_array();
  }
  out.field_if("holidays", calendar.holidays);
  write_days(out, calendar.days);
  if (calendar.until) out.field("until", format_date(*calendar.until));
  out.field("day_minutes", calendar.day_minutes);
  out.field_if("units", calendar.units);
  out.end_object();
}

}  // namespace gridcase::model

namespace gridcase {

HolidayTable read_holidays(std::string_view json) {
  HolidayTable table;
  base::read_document(json, "holidays",
                      [&](base::ObjectReader& in) { model::read_holidays(in, table); });
  return table;
}

std::string write_holidays(const HolidayTable& table) {
  base::JsonWriter out;
  model::write_holidays(out, table);
  return out.take();
}

}  // namespace gridcase
