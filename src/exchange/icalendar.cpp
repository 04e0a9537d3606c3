#include "exchange/icalendar_lines.hpp"

#include <gridcase/icalendar.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace gridcase {

namespace {

using exchange::ContentLine;

constexpr const char* document = "iCalendar";
constexpr std::size_t most_faults = 100;
constexpr std::size_t most_days = 100'000;
constexpr int longest_event = 366;  // days

std::optional<date::sys_days> day_of(Date date) {
  const date::year_month_day day{date::year{date.year}, date::month{date.month},
                                 date::day{date.day}};
  if (!day.ok() || date.year < 1900 || date.year > 2500) return std::nullopt;
  return date::sys_days(day);
}

Date date_from(date::sys_days day) {
  const date::year_month_day parts{day};
  return {static_cast<std::int16_t>(static_cast<int>(parts.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(parts.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(parts.day()))};
}

std::string basic(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

template <typename Number> bool read_digits(std::string_view text, Number& out) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc();
}

// "20180316", with or without a time behind it.
std::optional<date::sys_days> read_basic(std::string_view text) {
  int number = 0;
  if (text.size() < 8 || !read_digits(text.substr(0, 8), number)) return std::nullopt;
  return day_of({static_cast<std::int16_t>(number / 10000),
                 static_cast<std::uint8_t>(number / 100 % 100),
                 static_cast<std::uint8_t>(number % 100)});
}

std::string hours_text(const std::vector<Window>& windows) {
  std::string text;
  for (const Window& window : windows) {
    text += fmt::format("{}{:02}:{:02}-{:02}:{:02}", text.empty() ? "" : "/", window.from / 60,
                        window.from % 60, window.until / 60, window.until % 60);
  }
  return text;
}

// "08:30" as minutes of the day.
bool read_minutes(std::string_view text, std::int32_t& out) {
  std::int32_t hours = 0;
  std::int32_t minutes = 0;
  if (text.size() != 5 || text[2] != ':' || !read_digits(text.substr(0, 2), hours) ||
      !read_digits(text.substr(3), minutes) || minutes > 59)
    return false;
  out = hours * 60 + minutes;
  return out <= 1440;
}

std::optional<std::vector<Window>> read_hours(std::string_view text) {
  std::vector<Window> windows;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('/'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    Window window;
    if (part.size() != 11 || part[5] != '-' || !read_minutes(part.substr(0, 5), window.from) ||
        !read_minutes(part.substr(6), window.until))
      return std::nullopt;
    windows.push_back(window);
  }
  return windows;
}

// The lines of an event that matter here.
struct EventLines {
  ICalendarEvent event;
  std::size_t line = 0;
  std::optional<date::sys_days> first;
  std::optional<date::sys_days> until;
  bool has_end = false;
  std::string duration;
  std::string kind;
  std::string hours;
  bool recurs = false;
  bool is_cancelled = false;
};

class TableReader {
public:
  TableReader(std::istream& in, const ICalendarRules& rules) : lines_(in), rules_(rules) {}

  HolidayTable read();

private:
  void fault(std::size_t line, std::string code, std::string message, std::string fix);
  void take(const ContentLine& line);
  void begin(const ContentLine& line);
  void end(const ContentLine& line);
  void take_of_calendar(const ContentLine& line);
  void take_of_event(const ContentLine& line);
  void finish_event();
  std::optional<bool> kind_of(const EventLines& lines);
  bool settle_dates(EventLines& lines);
  void add_days(const EventLines& lines, bool working);
  HolidayTable finish();
  bool is_full() const { return faults_.size() >= most_faults; }

  exchange::ContentLineReader lines_;
  const ICalendarRules& rules_;
  std::vector<std::string> open_;  // components, innermost last
  bool found_ = false;
  std::optional<EventLines> event_;
  HolidayTable table_;
  std::optional<Date> until_;
  std::map<date::sys_days, SpecialDay> days_;
  std::vector<Fault> faults_;
};

void TableReader::fault(std::size_t line, std::string code, std::string message, std::string fix) {
  faults_.push_back({Severity::error, "icalendar." + std::move(code), fmt::format("line {}", line),
                     std::move(message), std::move(fix)});
}

void TableReader::begin(const ContentLine& line) {
  if (open_.empty() && line.value != "VCALENDAR") {
    fault(line.line, "form", "this is no calendar: VCALENDAR is expected here",
          "see RFC 5545, section 3.4");
  }
  if (open_.size() >= 16) {
    fault(line.line, "form", "components are nested too deep", "no calendar nests them so deep");
    return;
  }
  open_.push_back(line.value);
  found_ = true;
  if (open_.size() == 2 && line.value == "VEVENT") {
    event_.emplace();
    event_->line = line.line;
  }
}

void TableReader::end(const ContentLine& line) {
  if (open_.empty() || open_.back() != line.value) {
    fault(line.line, "form", "END without its BEGIN", "close components in the order of opening");
    return;
  }
  if (open_.size() == 2 && event_) finish_event();
  open_.pop_back();
}

void TableReader::take_of_calendar(const ContentLine& line) {
  if (line.name == "X-GRIDCASE-CODE") table_.code = exchange::unescaped_text(line.value);
  if (line.name == "X-GRIDCASE-SOURCE") table_.source = exchange::unescaped_text(line.value);
  if (line.name == "NAME" || (line.name == "X-WR-CALNAME" && table_.name.empty()))
    table_.name = exchange::unescaped_text(line.value);
  if (line.name == "X-GRIDCASE-UNTIL") {
    const auto day = read_basic(line.value);
    if (day && line.value.size() == 8) {
      until_ = date_from(*day);
    } else {
      fault(line.line, "date", "X-GRIDCASE-UNTIL is no date", "write eight digits, 20270101");
    }
  }
}

void TableReader::take_of_event(const ContentLine& line) {
  EventLines& lines = *event_;
  if (line.name == "UID") lines.event.uid = exchange::unescaped_text(line.value);
  if (line.name == "SUMMARY") lines.event.summary = exchange::unescaped_text(line.value);
  if (line.name == "DESCRIPTION") lines.event.description = exchange::unescaped_text(line.value);
  if (line.name == "CATEGORIES") {
    for (std::string& category : exchange::unescaped_list(line.value))
      lines.event.categories.push_back(std::move(category));
  }
  if (line.name == "DTSTART" || line.name == "DTEND") {
    const auto day = read_basic(line.value);
    if (line.name == "DTEND") {
      lines.has_end = true;
      lines.until = day;
    } else {
      lines.first = day;
      lines.event.all_day = line.value.size() == 8;
    }
  }
  if (line.name == "DURATION") lines.duration = line.value;
  if (line.name == "RRULE" || line.name == "RDATE") lines.recurs = true;
  if (line.name == "STATUS") lines.is_cancelled = line.value == "CANCELLED";
  if (line.name == "X-GRIDCASE-KIND") lines.kind = line.value;
  if (line.name == "X-GRIDCASE-HOURS") lines.hours = line.value;
}

// The end follows from DTEND, from a duration in days or weeks, or is the day after the start.
bool TableReader::settle_dates(EventLines& lines) {
  if (!lines.first || (lines.has_end && !lines.until)) return false;
  if (!lines.has_end) {
    int count = 1;
    const std::string& text = lines.duration;
    if (!text.empty()) {
      const char unit = text.back();
      const bool has_form = text.size() > 2 && text.size() < 7 && text.front() == 'P' &&
                            (unit == 'D' || unit == 'W') &&
                            read_digits(std::string_view(text).substr(1, text.size() - 2), count);
      if (!has_form) return !lines.event.all_day;
      if (unit == 'W') count *= 7;
    }
    lines.until = *lines.first + date::days(count);
  }
  lines.event.first = date_from(*lines.first);
  lines.event.until = date_from(*lines.until);
  return true;
}

// Nothing if the event does not count; a fault has been noted where it cannot be known.
std::optional<bool> TableReader::kind_of(const EventLines& lines) {
  if (lines.kind == "workday") return true;
  if (lines.kind == "holiday") return false;
  if (!lines.kind.empty()) {
    fault(lines.line, "kind", "X-GRIDCASE-KIND is neither holiday nor workday",
          "write one of the two");
  } else if (rules_.working) {
    return rules_.working(lines.event);
  } else {
    fault(lines.line, "kind", "nothing says whether the event is a day off or a working day",
          "give a rule by which it is read");
  }
  return std::nullopt;
}

void TableReader::finish_event() {
  EventLines lines = std::move(*event_);
  event_.reset();
  if (lines.is_cancelled) return;
  const bool has_dates = settle_dates(lines);
  const auto working = kind_of(lines);
  if (!working) return;
  if (!has_dates) {
    fault(lines.line, "date", "the event has no start that is a date, or an end that is none",
          "write DTSTART;VALUE=DATE:20180101, and DTEND the day after the last one");
  } else if (!lines.event.all_day) {
    fault(lines.line, "time_of_day", "the event begins at a time of day", "make it an all-day one");
  } else if (lines.recurs) {
    fault(lines.line, "recurrence", "the event recurs", "write an event for every year");
  } else if (*lines.until <= *lines.first ||
             *lines.until - *lines.first > date::days(longest_event)) {
    fault(lines.line, "length", "the event ends before it begins, or lasts longer than 366 days",
          "DTEND is the day after the last one");
  } else {
    add_days(lines, *working);
  }
}

void TableReader::add_days(const EventLines& lines, bool working) {
  const auto windows = read_hours(lines.hours);
  if (!windows) {
    fault(lines.line, "hours", "X-GRIDCASE-HOURS are no hours",
          "write them as 08:00-12:00/14:00-18:00");
    return;
  }
  for (date::sys_days day = *lines.first; day < *lines.until; day += date::days(1)) {
    const auto [found, is_new] = days_.try_emplace(day);
    SpecialDay& special = found->second;
    if (is_new) {
      special = {date_from(day), working, lines.event.summary, *windows};
    } else if (special.working != working) {
      fault(lines.line, "day_twice",
            fmt::format("{} is both off and worked", format_date(special.date)),
            "take one of the two events out");
      return;
    } else if (special.name != lines.event.summary && !lines.event.summary.empty()) {
      special.name += (special.name.empty() ? "" : "、") + lines.event.summary;
    }
  }
  if (days_.size() > most_days)
    fault(lines.line, "days", "the calendar has more than 100,000 days", "split it");
}

void TableReader::take(const ContentLine& line) {
  if (line.problem != nullptr) {
    fault(line.line, "line", line.problem, "see RFC 5545, section 3.1; the text must be UTF-8");
  } else if (line.name == "BEGIN") {
    begin(line);
  } else if (line.name == "END") {
    end(line);
  } else if (open_.size() == 1) {
    take_of_calendar(line);
  } else if (open_.size() == 2 && event_) {
    take_of_event(line);
  } else if (open_.empty()) {
    fault(line.line, "form", "this is no calendar: BEGIN:VCALENDAR is expected here",
          "see RFC 5545, section 3.4");
  }
}

HolidayTable TableReader::finish() {
  if (table_.code.empty()) table_.code = rules_.code;
  if (!until_) until_ = rules_.until;
  for (auto& [day, special] : days_)
    table_.days.push_back(std::move(special));
  if (!until_ && !table_.days.empty())
    until_ = Date{static_cast<std::int16_t>(table_.days.back().date.year + 1), 1, 1};
  if (until_) table_.until = *until_;
  return std::move(table_);
}

HolidayTable TableReader::read() {
  ContentLine line;
  while (!is_full() && days_.size() <= most_days && lines_.next(line))
    take(line);
  if (!is_full() && days_.size() <= most_days && (!open_.empty() || !found_)) {
    fault(line.line, "form", found_ ? "the calendar does not end" : "there is no calendar",
          "a calendar goes from BEGIN:VCALENDAR to END:VCALENDAR");
  }
  if (faults_.empty() && days_.empty() && !until_ && !rules_.until) {
    fault(line.line, "empty", "no event counts, and nothing says until when that is so",
          "give X-GRIDCASE-UNTIL, or a calendar with days");
  }
  if (!faults_.empty()) throw DocumentError(document, faults_);
  return finish();
}

void write_event(std::ostream& out, const HolidayTable& table, const SpecialDay& special,
                 const std::string& stamp) {
  const auto day = day_of(special.date);
  if (!day) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("there is no day {}", format_date(special.date)), "days");
  }
  const auto line = [&](const std::string& text) { exchange::write_content_line(out, text); };
  const std::string date = basic(special.date);
  line("BEGIN:VEVENT");
  line(fmt::format("UID:{}-{}@holidays.gridcase", exchange::escaped_text(table.code), date));
  line("DTSTAMP:" + stamp);
  line("DTSTART;VALUE=DATE:" + date);
  line("DTEND;VALUE=DATE:" + basic(date_from(*day + date::days(1))));
  if (!special.name.empty()) line("SUMMARY:" + exchange::escaped_text(special.name));
  line(special.working ? "CATEGORIES:WORKDAY" : "CATEGORIES:HOLIDAY");
  line("TRANSP:TRANSPARENT");
  line(special.working ? "X-GRIDCASE-KIND:workday" : "X-GRIDCASE-KIND:holiday");
  if (!special.windows.empty()) line("X-GRIDCASE-HOURS:" + hours_text(special.windows));
  line("END:VEVENT");
}

// 20180316T003000Z
std::string stamp_text(Instant stamp) {
  std::string text = format_local(stamp, "UTC") + "Z";
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '-' || c == ':'; }),
             text.end());
  std::replace(text.begin(), text.end(), ' ', 'T');
  return text;
}

}  // namespace

void write_holidays_icalendar(std::ostream& out, const HolidayTable& table, Instant stamp) {
  const auto line = [&](const std::string& text) { exchange::write_content_line(out, text); };
  if (!day_of(table.until)) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("there is no day {}", format_date(table.until)), "until");
  }
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//gridcase//holidays//EN");
  line("CALSCALE:GREGORIAN");
  if (!table.name.empty()) {
    line("NAME:" + exchange::escaped_text(table.name));          // RFC 7986
    line("X-WR-CALNAME:" + exchange::escaped_text(table.name));  // what most programs look at
  }
  line("X-GRIDCASE-CODE:" + exchange::escaped_text(table.code));
  if (!table.source.empty()) line("X-GRIDCASE-SOURCE:" + exchange::escaped_text(table.source));
  line("X-GRIDCASE-UNTIL:" + basic(table.until));
  for (const SpecialDay& special : table.days)
    write_event(out, table, special, stamp_text(stamp));
  line("END:VCALENDAR");
  out.flush();
  if (!out) throw Error(ErrorCode::io, "the calendar cannot be written");
}

HolidayTable read_holidays_icalendar(std::istream& in, const ICalendarRules& rules) {
  return TableReader(in, rules).read();
}

}  // namespace gridcase
