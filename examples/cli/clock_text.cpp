#include "clock_text.hpp"

#include "duration.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t hour = 60 * minute;

// Working minutes that a working day of the calendar stands for; 0 where it is not known.
std::int64_t day_minutes(const TimeRules& rules, const std::string& calendar) {
  const auto found = std::find_if(rules.calendars.begin(), rules.calendars.end(),
                                  [&](const Calendar& one) { return one.code == calendar; });
  return found == rules.calendars.end() ? std::int64_t{0} : std::int64_t{found->day_minutes};
}

std::int64_t size_of(LimitUnit unit) {
  switch (unit) {
  case LimitUnit::urgent_minute:
  case LimitUnit::working_minute: return minute;
  case LimitUnit::calendar_day: return 24 * hour;
  case LimitUnit::urgent_hour:
  case LimitUnit::working_hour: return hour;
  case LimitUnit::working_day:  // as long as its calendar says
  case LimitUnit::end_of_working_day: return 1;
  }
  return minute;
}

std::string amount_text(const Output& output, std::int64_t amount, LimitUnit unit) {
  return in_words(Amount{amount, unit}, library_language(output.language));
}

// What is used; a limit in whole working days counts these.
std::string used_text(const Output& output, const ClockView& view) {
  return measure_of(view.clock.limit) == Measure::closing
             ? amount_text(output, view.used, LimitUnit::working_day)
             : hours_text(Duration(view.used));
}

std::string milestone_text(const Output& output, const ClockView& view) {
  const bool is_plain_due = view.clock.milestone == "due" && view.milestone == "due";
  return is_plain_due ? std::string(output.text("field.due")) : view.milestone;
}

std::string late_text(const Output& output, const ClockView& view) {
  if (!view.late) return {};
  return std::string(output.text(view.clock.exempt ? "clocks.exempt" : "clocks.late"));
}

// An order's clock says whose order it is.
std::string subject_text(const Output& output, const Names& names, const Clock& clock) {
  const std::string unit = names.unit(clock.unit);
  return clock.assignment == 0 ? unit : output.say("clocks.order", clock.assignment, unit);
}

std::string deadline_text(const Output& output, const Names& names, const Clock& clock) {
  const std::string time = names.time(clock.times.deadline);
  return clock.times.provisional ? output.say("clocks.provisional", time) : time;
}

}  // namespace

gridcase::Language library_language(Language language) {
  return language == Language::zh ? gridcase::Language::chinese : gridcase::Language::english;
}

std::string limit_text(const Output& output, const Clock& clock, const TimeRules& rules) {
  const bool is_days = clock.limit == LimitUnit::working_day;
  const std::int64_t size =
      is_days ? day_minutes(rules, clock.calendar) * minute : size_of(clock.limit);
  // The limit given with a report is a time and no number of units.
  if (clock.milestone == "due" || size == 0 || clock.budget % size != 0) {
    return hours_text(Duration(clock.budget));
  }
  const std::string amount = amount_text(output, clock.budget / size, clock.limit);
  // How long a day is may have been another number when the clock was set: so it is said.
  return is_days ? output.say("clocks.days_of", amount, hours_text(Duration(size))) : amount;
}

std::string light_text(const Output& output, Light light) {
  return output.word("light", name(light));
}

std::string share_text(const Output& output, const Names& names, const Share& share) {
  if (share.kind != Share::Kind::unit) return output.word("share", name(share.kind));
  const std::string unit = names.unit(share.unit);
  if (share.role == Share::Role::none) return unit;
  return output.say("detail.order_plain", unit, output.word("role", name(share.role)));
}

std::string clocks_text(const Output& output, const Names& names,
                        const std::vector<ClockView>& views, const TimeRules& rules) {
  if (views.empty()) return {};
  Table table({{std::string(output.text("column.no")), true},
               {std::string(output.text("column.milestone")), false, 24},
               {std::string(output.text("column.answers")), false, 36},
               {std::string(output.text("column.limit"))},
               {std::string(output.text("column.deadline"))},
               {std::string(output.text("column.clock_state"))},
               {std::string(output.text("column.used")), true},
               {std::string(output.text("column.light"))},
               {std::string(output.text("column.late")), false, 0, Style::red}});
  for (const ClockView& view : views) {
    const Clock& clock = view.clock;
    table.add({std::to_string(clock.no), milestone_text(output, view),
               subject_text(output, names, clock), limit_text(output, clock, rules),
               deadline_text(output, names, clock), output.word("clock", name(clock.state)),
               used_text(output, view), light_text(output, view.light), late_text(output, view)});
  }
  return table.text(output.colour);
}

}  // namespace gridcase::cli
