#include <gridcase/calendar.hpp>

#include "model/calendar_check.hpp"
#include "rules/day_index.hpp"

#include <gridcase/error.hpp>

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

// Working time and working days are known of the civil days 2000-01-01 to 2119-12-31 of the zone.
// Before and after them nothing is guessed: to measure or to look there is refused, as is a
// deadline beyond them. Natural time needs no days and is measured everywhere; deadlines in it end
// with 2119 as well.

namespace gridcase {

using rules::DayIndex;

struct Timetable::Index {
  Index(const Calendar& of, const HolidayTable* table, std::string in_zone)
      : calendar(of), zone(std::move(in_zone)), horizon(of.until), days(of, table, zone) {
    if (table != nullptr && (!horizon || table->until < *horizon)) horizon = table->until;
  }

  Calendar calendar;
  std::string zone;
  std::optional<Date> horizon;
  bool natural = false;
  DayIndex days;
};

namespace {

constexpr std::int64_t second = 1'000'000;
constexpr Instant last_instant = date::sys_days{date::year{2501} / 1 / 1};
constexpr Instant first_instant = date::sys_days{date::year{1900} / 1 / 1};

[[noreturn]] void refuse(const std::string& message, const char* field) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

[[noreturn]] void refuse_beyond(int year) {
  refuse(fmt::format("the deadline lies beyond the year {}; give a shorter limit", year), "amount");
}

// A time of the index, in microseconds.
std::int64_t within(const DayIndex& days, Instant at) {
  const std::int64_t time = to_microseconds(at);
  if (!days.covers(time))
    refuse("working time is known from the year 2000 to 2119 only", "instant");
  return time;
}

std::int64_t reach_natural(Instant from, std::int64_t amount) {
  // Compared before adding: the sum may not fit.
  if (from < first_instant || from > last_instant ||
      amount > to_microseconds(last_instant) - to_microseconds(from)) {
    refuse_beyond(2500);
  }
  return to_microseconds(from) + amount;
}

const HolidayTable* table_of(const Calendar& calendar, const std::vector<HolidayTable>& tables) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const HolidayTable& table) {
    return !calendar.holidays.empty() && table.code == calendar.holidays;
  });
  return found == tables.end() ? nullptr : &*found;
}

void check(const Calendar& calendar, const std::vector<HolidayTable>& tables,
           std::string_view zone) {
  std::vector<Fault> faults;
  model::check_calendar(calendar, tables, zone, "calendar", faults);
  if (const HolidayTable* table = table_of(calendar, tables)) {
    model::check_holidays(*table, "holidays", faults);
  }
  const bool unusable = std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return fault.severity == Severity::error;
  });
  if (unusable) throw DocumentError("calendar", std::move(faults));
}

// How many units a day has at most, of those that limits are written in.
std::int64_t units_a_day(LimitUnit unit) {
  switch (unit) {
  case LimitUnit::urgent_minute:
  case LimitUnit::working_minute: return 1440;
  case LimitUnit::urgent_hour:
  case LimitUnit::working_hour: return 24;
  default: return 1;
  }
}

Calendar always() {
  Calendar calendar;
  calendar.week.fill({{0, 1440}});
  return calendar;
}

}  // namespace

Timetable::Timetable() {
  static const std::shared_ptr<const Index> natural = [] {
    auto index = std::make_shared<Index>(always(), nullptr, "UTC");
    index->natural = true;
    return index;
  }();
  index_ = natural;
}

Timetable::Timetable(const Calendar& calendar, const std::vector<HolidayTable>& holidays,
                     std::string_view zone) {
  check(calendar, holidays, zone);
  std::string own = calendar.time_zone.empty() ? std::string(zone) : calendar.time_zone;
  index_ = std::make_shared<const Index>(calendar, table_of(calendar, holidays), std::move(own));
}

const Calendar& Timetable::calendar() const noexcept { return index_->calendar; }

const std::string& Timetable::time_zone() const noexcept { return index_->zone; }

bool Timetable::is_working(Instant at) const {
  const std::int64_t time = within(index_->days, at);
  return time < index_->days.end() && index_->days.is_working(time);
}

std::int64_t Timetable::measure(Measure measure, Instant from, Instant until) const {
  if (measure == Measure::natural) return to_microseconds(until) - to_microseconds(from);
  const DayIndex& days = index_->days;
  const std::int64_t start = within(days, from);
  const std::int64_t end = within(days, until);
  if (measure == Measure::working) return days.working_until(end) - days.working_until(start);
  const std::int64_t count = days.days_until(end) - days.days_until(start);
  // Where clocks go back over midnight a later time may have an earlier date: no day has passed.
  return start <= end ? std::max(count, std::int64_t{0}) : std::min(count, std::int64_t{0});
}

Instant Timetable::reach(Measure measure, Instant from, std::int64_t amount) const {
  if (amount < 0) refuse("a limit is not negative", "amount");
  if (measure == Measure::natural) return from_microseconds(reach_natural(from, amount));
  const DayIndex& days = index_->days;
  const std::int64_t start = within(days, from);
  const std::int64_t end = measure == Measure::working ? days.reach_working(start, amount)
                                                       : days.reach_closing(start, amount);
  if (end == DayIndex::none) refuse_beyond(2119);
  return from_microseconds(end);
}

// Less than nothing is counted as well: a rung of a ladder may lie before a share of the budget.
std::int64_t Timetable::counted(Amount amount) const {
  const std::int64_t most = longest_limit_days * units_a_day(amount.unit);
  if (amount.value > most || amount.value < -most) {
    refuse(fmt::format("a limit of more than {} days", longest_limit_days), "amount");
  }
  switch (amount.unit) {
  case LimitUnit::urgent_minute:
  case LimitUnit::working_minute: return amount.value * 60 * second;
  case LimitUnit::urgent_hour:
  case LimitUnit::working_hour: return amount.value * 3600 * second;
  case LimitUnit::calendar_day: return amount.value * 86400 * second;
  case LimitUnit::working_day: return amount.value * index_->calendar.day_minutes * 60 * second;
  case LimitUnit::end_of_working_day: return amount.value;
  }
  refuse("a limit in no unit", "unit");
}

Instant Timetable::deadline(Instant from, Amount amount) const {
  return reach(measure_of(amount.unit), from, counted(amount));
}

std::optional<Date> Timetable::horizon() const noexcept { return index_->horizon; }

bool Timetable::is_provisional(Measure measure, Instant deadline) const {
  if (measure == Measure::natural || !index_->horizon) return false;
  return *index_->horizon <= date_of(deadline, index_->zone);
}

std::vector<Timetable::Stretch> Timetable::stretches(Instant from, Instant until) const {
  std::vector<Stretch> found;
  if (until <= from) return found;
  if (index_->natural) {
    found.push_back({from, until, Kind::working, {}});
  } else {
    const DayIndex& days = index_->days;
    days.stretches(within(days, from), within(days, until), found);
  }
  return found;
}

}  // namespace gridcase
