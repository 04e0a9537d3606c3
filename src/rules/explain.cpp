#include "rules/explain.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::rules {
namespace {

using Segment = Explanation::Segment;

Segment::Kind kind_of(Timetable::Kind kind) {
  switch (kind) {
  case Timetable::Kind::working: return Segment::Kind::counted;
  case Timetable::Kind::closed: return Segment::Kind::closed;
  case Timetable::Kind::day_off: return Segment::Kind::day_off;
  case Timetable::Kind::holiday: return Segment::Kind::holiday;
  }
  return Segment::Kind::closed;
}

// Tells the time of one clock in order.
class Story {
public:
  Story(const Clock& clock, const Timetable& timetable)
      : timetable_(timetable), measure_(measure_of(clock.limit)),
        deadline_(deadline_of(clock, timetable)), left_(clock.budget + clock.extended) {}

  std::vector<Segment> tell(const Clock& clock, Instant now) {
    const Instant told_at = clock.stopped.value_or(now);
    const Instant end = std::max(deadline_, told_at);
    Instant at = clock.started;
    for (const Clock::Hold& hold : clock.holds) {
      const Instant from = std::max(hold.from, at);
      run(at, from);
      at = std::max(hold.until.value_or(told_at), from);
      add(from, at, Segment::Kind::held);
      if (!hold.until) return std::move(segments_);
    }
    run(at, end);
    return std::move(segments_);
  }

private:
  void add(Instant from, Instant until, Segment::Kind kind, std::int64_t amount = 0) {
    if (from < until) segments_.push_back({from, until, kind, amount, {}});
  }

  void run(Instant from, Instant until) {
    if (until <= from) return;
    const Instant turn = std::clamp(deadline_, from, until);
    if (measure_ == Measure::natural) {
      add(from, turn, Segment::Kind::counted, timetable_.measure(measure_, from, turn));
    } else {
      work(from, turn);
    }
    add(turn, until, Segment::Kind::late, timetable_.measure(measure_, turn, until));
  }

  void work(Instant from, Instant until) {
    const std::size_t first = segments_.size();
    for (Timetable::Stretch& stretch : timetable_.stretches(from, until)) {
      const Segment::Kind kind = kind_of(stretch.kind);
      const bool time = kind == Segment::Kind::counted && measure_ == Measure::working;
      segments_.push_back({stretch.from, stretch.until, kind,
                           time ? (stretch.until - stretch.from).count() : 0,
                           std::move(stretch.name)});
    }
    if (measure_ == Measure::closing) count_days(from, until, first);
  }

  // A working day is counted on its last working segment.
  void count_days(Instant from, Instant until, std::size_t first) {
    std::int64_t counted = 0;
    Segment* last = nullptr;
    std::int64_t last_days = 0;
    const auto complete = [&] {
      if (last == nullptr || last_days <= counted) return;
      last->amount = take(last_days - counted);
      counted = last_days;
    };
    for (std::size_t i = first; i < segments_.size(); ++i) {
      if (segments_[i].kind != Segment::Kind::counted) continue;
      const std::int64_t days = timetable_.measure(measure_, from, segments_[i].from);
      if (days > last_days) complete();
      last = &segments_[i];
      last_days = days;
    }
    complete();
    const std::int64_t days = timetable_.measure(measure_, from, until);
    if (days > counted) count_begun_day(until, take(days - counted));
  }

  // A hold that begins before the hours of a working day: the day counts all the same, from its
  // midnight on.
  void count_begun_day(Instant until, std::int64_t amount) {
    const std::string& zone = timetable_.time_zone();
    const Instant midnight = parse_local(format_date(date_of(until, zone)) + " 00:00", zone);
    Segment begun{std::max(midnight, segments_.back().from), until, Segment::Kind::counted, amount,
                  segments_.back().name};
    segments_.back().until = begun.from;
    if (segments_.back().from == begun.from) segments_.pop_back();
    segments_.push_back(std::move(begun));
  }

  // Never more than the limit: a limit of no days may wait for the next working day.
  std::int64_t take(std::int64_t days) {
    const std::int64_t taken = std::clamp(days, std::int64_t{0}, std::max(left_, std::int64_t{0}));
    left_ -= taken;
    return taken;
  }

  const Timetable& timetable_;
  Measure measure_;
  Instant deadline_;
  std::int64_t left_;
  std::vector<Segment> segments_;
};

}  // namespace

Explanation explain(const Clock& clock, const Timetable& timetable, Instant now) {
  Explanation explanation;
  explanation.clock = clock;
  explanation.time_zone = timetable.time_zone();
  if (measure_of(clock.limit) != Measure::natural) {
    const Calendar& calendar = timetable.calendar();
    explanation.calendar = calendar.name.empty() ? calendar.code : calendar.name;
    explanation.horizon = timetable.horizon();
  }
  explanation.used = time_used(clock, timetable, now);
  explanation.light = light(clock, now);
  explanation.segments = Story(clock, timetable).tell(clock, now);
  return explanation;
}

}  // namespace gridcase::rules
